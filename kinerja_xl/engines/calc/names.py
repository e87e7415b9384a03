"""Defined names, of a book and of its single sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .addresses import quoted, split_sheet
from .areas import Area
from .errors import NameRefused
from .guarding import guarded


@guarded
class Names(base_classes.Names):
    """The names of a book, those of its sheets after its own; or with ``sheet`` those of that sheet alone."""

    def __init__(self, book: Any, sheet: Any = None) -> None:
        self._book = book
        self._sheet = sheet

    @property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.NamedRanges`` of the book or sheet."""
        return (self._sheet or self._book).api.NamedRanges

    def __iter__(self) -> Iterator[Name]:
        for sheet in [self._sheet] if self._sheet else [None, *self._book.sheets]:
            container = (sheet or self._book).api.NamedRanges
            for name in container.ElementNames:
                yield Name(self._book, container, container.getByName(name), sheet)

    def snapshot(self) -> list[tuple[str, Name]]:
        """(text, handle) of each name."""
        return [(name.name, name) for name in self]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __call__(self, name_or_index: int | str) -> Name:
        """A name by its place from 1, or its text, ``total`` or ``Data!total``; KeyError where there is none."""
        for place, name in enumerate(self, 1):
            if name_or_index == place or (isinstance(name_or_index, str) and self._is(name, name_or_index)):
                return name
        raise KeyError(name_or_index)

    def _is(self, name: Name, text: str) -> bool:
        sheet, local = split_sheet(text)
        wanted = sheet or (self._sheet.name if self._sheet else "")
        return bool(name.local.lower() == local.lower() and name.scope.lower() == wanted.lower())

    def contains(self, name_or_index: int | str) -> bool:
        """Whether there is such a name."""
        try:
            self(name_or_index)
        except KeyError:
            return False
        return True

    def add(self, name: str, refers_to: str) -> Name:
        """Define a name, or redefine it as Excel does; ``Data!total`` belongs to the sheet alone.

        Raises NameRefused for a name Calc does not accept, FormulaError for what it cannot refer to.
        """
        self._book.check_editable()
        scope, local = split_sheet(name)
        sheet = self._book.sheets(scope) if scope else self._sheet
        container = (sheet or self._book).api.NamedRanges
        start = self._book.formulas.address(sheet.index - 1 if sheet else 0, 0, 0)
        tokens = self._book.formulas.tokens(refers_to, start)
        if not container.hasByName(local):
            with_refusal(self._book, local, lambda: container.addNewByName(local, "0", start, 0))
        made = Name(self._book, container, container.getByName(local), sheet)
        made.api.setTokens(tokens)
        return made


@guarded
class Name(base_classes.Name):
    """One defined name."""

    def __init__(self, book: Any, container: Any, api: Any, sheet: Any) -> None:
        self._book = book
        self._container = container
        self._api = api
        self._sheet = sheet

    @property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.NamedRange``."""
        return self._api

    @property
    def local(self) -> str:
        """The name without a sheet."""
        return str(self._api.Name)

    @property
    def scope(self) -> str:
        """The sheet it belongs to; "" for the whole book."""
        return str(self._sheet.name) if self._sheet else ""

    @property
    def name(self) -> str:
        """The name, with its sheet where it belongs to one: ``Data!total``."""
        return f"{quoted(self.scope)}!{self.local}" if self._sheet else self.local

    @name.setter
    def name(self, value: str) -> None:
        """Not possible: the formulas that use the name would keep the old one and show ``#NAME?``."""
        raise NotImplementedError(f"renaming {self.name!r} to {value!r}")

    @property
    def refers_to(self) -> str:
        """What it stands for, in Excel's grammar, beginning with ``=``."""
        at, content = self._api.ReferencePosition, str(self._api.Content)
        return str(self._book.formulas.excel_text(f"={content}", at))

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        """Let it stand for something else. Raises FormulaError."""
        self._book.check_editable()
        self._api.setTokens(self._book.formulas.tokens(value, self._api.ReferencePosition))

    @property
    def refers_to_range(self) -> Any:
        """The cells it refers to. Raises NameRefused where it stands for something else."""
        found = self._range()
        if found is None:
            raise NameRefused(f"the name {self.name!r} does not refer to cells")
        return found

    def _range(self) -> Any:
        cells = self._api.getReferredCells()
        if cells is None:
            return None
        address = cells.RangeAddress
        return self._book.sheets(address.Sheet + 1).range_of(Area.of(address))

    def delete(self) -> None:
        """Take the name away."""
        self._book.check_editable()
        self._container.removeByName(self.local)


def with_refusal(book: Any, name: str, action: Any) -> None:
    """Do what gives a name; NameRefused where Calc does not accept it."""
    try:
        action()
    except book.app.bridge.exception("com.sun.star.uno.RuntimeException") as error:
        raise NameRefused(f"Calc does not accept the name {name!r}: {error}") from error


def find_range(sheet: Any, name: str) -> Any:
    """The range on this sheet that a name means there, its own name before one of the book; None where none does."""
    for container in (sheet.api.NamedRanges, sheet.book.api.NamedRanges):
        if container.hasByName(name):
            cells = container.getByName(name).getReferredCells()
            if cells is not None and cells.RangeAddress.Sheet == sheet.index - 1:
                return sheet.range_of(Area.of(cells.RangeAddress))
    return None


def find_name(cells: Any) -> Name | None:
    """The first name of the book that means exactly this range."""
    address = f"={quoted(cells.sheet.name)}!{cells.address}"
    return next((name for name in cells.sheet.book.names if name.refers_to == address), None)
