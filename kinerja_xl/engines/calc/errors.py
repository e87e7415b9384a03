"""What can go wrong between xlwings and LibreOffice Calc; every exception of the engine is a ``CalcError``."""

from __future__ import annotations


class CalcError(Exception):
    """Something Calc refused or could not do; the message says what and names the book, sheet or cell."""


class NotConnected(CalcError):
    """No LibreOffice answers at the pipe, or this Python finds no ``uno``."""


class Disconnected(CalcError):
    """LibreOffice, or the workbook worked on, was closed meanwhile."""


class BookNotFound(CalcError):
    """No open workbook has the identity asked for."""


class OpenFailed(CalcError):
    """Calc did not open the file: damaged, not to be read, or no workbook."""


class SaveFailed(CalcError):
    """Calc did not save the workbook; the file on disk is as it was."""


class BookProtected(CalcError):
    """The structure of the workbook is protected: no sheet may be added, removed, moved, renamed or hidden."""


class BookReadOnly(CalcError):
    """The workbook was opened read-only, perhaps because someone else has it open; nothing was changed."""


class SheetProtected(CalcError):
    """A locked cell of a protected sheet would have been changed; nothing was."""


class SheetRefused(CalcError):
    """Calc does not let a sheet have this name or state, or the last visible sheet go."""


class FormulaError(CalcError):
    """A formula Calc cannot read: a syntax error, or a function, name or sheet it does not know."""


class ValueRefused(CalcError):
    """A value no cell can hold, or rows that do not fit the range."""


class NameRefused(CalcError):
    """A defined name Calc does not accept, or one that does not refer to cells."""


class NoWindow(CalcError):
    """There is no visible window to show a message in."""
