"""The sheets of a workbook."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .addresses import read_address, split_sheet
from .areas import Area
from .errors import SheetRefused
from .guarding import guarded
from .names import Names, find_range
from .notes import Note, notes_of
from .ranges import Range


@guarded
class Sheets(base_classes.Sheets):
    """All sheets of one book, hidden ones among them, in the order of their tabs."""

    def __init__(self, book: Any) -> None:
        self.book = book

    @property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.Spreadsheets``."""
        self.book.check_open()
        return self._container

    @functools.cached_property
    def _container(self) -> Any:
        return self.book.api.Sheets

    @property
    def active(self) -> Sheet:
        """The sheet in front."""
        return Sheet(self.book, self.book.controller.ActiveSheet)

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator[Sheet]:
        sheets = self.api
        for place in range(sheets.Count):
            yield Sheet(self.book, sheets.getByIndex(place))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.api.hasByName(name))

    def __call__(self, name_or_index: int | str) -> Sheet:
        """A sheet by its name (capitals do not matter) or its place, counted from 1; KeyError where there is none."""
        sheets = self.api
        if isinstance(name_or_index, str):
            if sheets.hasByName(name_or_index):
                return Sheet(self.book, sheets.getByName(name_or_index))
        elif 1 <= name_or_index <= sheets.Count:
            return Sheet(self.book, sheets.getByIndex(name_or_index - 1))
        raise KeyError(name_or_index)

    def of(self, api: Any) -> Sheet:
        """The sheet of a ``com.sun.star.sheet.Spreadsheet`` of this book that somebody holds already."""
        return Sheet(self.book, api)

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """A new sheet, which becomes the active one; before the active sheet when no place is given, as in Excel."""
        self.book.check_structure()
        place = after.index if after else (before or self.active).index - 1
        name = name or self._free_name()
        _insert(self.book, lambda: self.api.insertNewByName(name, place), name)
        made = Sheet(self.book, self.api.getByName(name))
        made.activate()
        return made

    def _free_name(self) -> str:
        number = len(self) + 1
        while f"Sheet{number}" in self:
            number += 1
        return f"Sheet{number}"


def _insert(book: Any, action: Any, name: str) -> None:
    try:
        action()
    except book.app.bridge.exception("com.sun.star.uno.RuntimeException") as error:
        raise SheetRefused(f"Calc refuses a sheet named {name!r}") from error


@guarded
class Sheet(base_classes.Sheet):
    """One sheet."""

    def __init__(self, book: Any, api: Any) -> None:
        self._book = book
        self._api = api
        self._size: tuple[int, int] | None = None

    @property
    def book(self) -> Any:
        """The Book it belongs to."""
        return self._book

    @property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.Spreadsheet``."""
        return self._api

    @property
    def name(self) -> str:
        """Its name."""
        return str(self._api.Name)

    @name.setter
    def name(self, value: str) -> None:
        """Rename it. Raises SheetRefused for a name taken or not allowed, which Calc ignores without a word."""
        self._book.check_structure()
        self._api.Name = value
        if self._api.Name != value:
            raise SheetRefused(f"Calc refuses the sheet name {value!r}")

    @property
    def index(self) -> int:
        """Its place among the tabs, from 1."""
        return int(self._api.RangeAddress.Sheet) + 1

    @property
    def names(self) -> Names:
        """The names that belong to this sheet alone."""
        return Names(self._book, self)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns a sheet of this Calc has."""
        if self._size is None:
            self._size = Area.of(self._api.RangeAddress).shape
        return self._size

    @property
    def cells(self) -> Range:
        """All cells."""
        return Range(self, 1, 1, *self.size)

    @property
    def used_range(self) -> Range:
        """From A1's nearest used cell to the last used one; A1 of an empty sheet."""
        cursor = self._api.createCursor()
        cursor.gotoStartOfUsedArea(False)
        first = cursor.RangeAddress
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        return self.range_of(Area(first.StartRow, first.StartColumn, last.EndRow, last.EndColumn))

    def range_of(self, area: Area) -> Range:
        """The range of a rectangle counted from 0."""
        return Range(self, area.row + 1, area.column + 1, *area.shape)

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """The range of an address, a defined name, a (row, column) or a Range; with two, the rectangle around both.

        Raises KeyError for an unknown name, IndexError for a cell outside the sheet.
        """
        if isinstance(arg1, int) and isinstance(arg2, int):
            return self._corner((arg1, arg2))
        one = self._corner(arg1)
        if arg2 is None:
            return one
        two = self._corner(arg2)
        top, left = min(one.row, two.row), min(one.column, two.column)
        bottom = max(one.row + one.shape[0], two.row + two.shape[0])
        right = max(one.column + one.shape[1], two.column + two.shape[1])
        return Range(self, top, left, bottom - top, right - left)

    def _corner(self, place: Any) -> Range:
        if isinstance(place, Range):
            return place
        if isinstance(place, str):
            return self._named(place)
        if len(place) == 4:  # (row, column, rows, columns), from a slice
            return Range(self, *place)
        row, column = place
        if not (1 <= row <= self.size[0] and 1 <= column <= self.size[1]):
            raise IndexError(f"row {row}, column {column} is outside the sheet")
        return Range(self, row, column, 1, 1)

    def _named(self, text: str) -> Range:
        sheet, rest = split_sheet(text)
        if not sheet or sheet.lower() == self.name.lower():
            address = read_address(rest, *self.size)
            found = Range(self, *address) if address else find_range(self, rest)
            if found is not None:
                return found
        raise KeyError(f"{text!r} is no range of sheet {self.name!r}")

    def activate(self) -> None:
        """Bring it to the front of its book. Raises SheetRefused for a hidden sheet."""
        self.check_visible()
        self._book.controller.setActiveSheet(self._api)

    def check_visible(self) -> None:
        """Raise SheetRefused for a hidden sheet."""
        if not self.visible:
            raise SheetRefused(f"the sheet {self.name!r} is hidden")

    def select(self) -> None:
        """The same as activate; Calc has no groups of selected sheets over UNO."""
        self.activate()

    def clear_contents(self) -> None:
        """Take out all values and formulas."""
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        """Take out all formats."""
        self.cells.clear_formats()

    def clear(self) -> None:
        """Take out values, formulas, formats and notes."""
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        """Fit the used columns and rows to their contents."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Remove it. Raises SheetRefused for the only sheet."""
        self._book.check_structure()
        try:
            self._book.api.Sheets.removeByName(self.name)
        except self._book.app.bridge.exception("com.sun.star.uno.RuntimeException") as error:
            raise SheetRefused(f"the sheet {self.name!r} cannot be removed") from error

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        """Copy it within its book, named as Excel does: ``Data (2)``."""
        target = before or after
        if target is None or target.book.api.RuntimeUID != self._book.api.RuntimeUID:
            raise NotImplementedError("copying a sheet to another book")
        self._book.check_structure()
        sheets, number = self._book.sheets, 2
        while f"{self.name} ({number})" in sheets:
            number += 1
        sheets.api.copyByName(self.name, f"{self.name} ({number})", before.index - 1 if before else target.index)

    def move(self, before: Sheet | None, after: Sheet | None) -> None:
        """Move it within its book."""
        self._book.check_structure()
        place = before.index - 1 if before else after.index  # type: ignore[union-attr]
        self._book.api.Sheets.moveByName(self.name, place)

    @property
    def visible(self) -> bool:
        """Whether its tab is shown."""
        return bool(self._api.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        """Show or hide it. Raises SheetRefused for the last visible sheet, which Calc ignores without a word."""
        self._book.check_structure()
        self._api.IsVisible = bool(value)
        if bool(self._api.IsVisible) != bool(value):
            raise SheetRefused(f"{self.name!r} is the last visible sheet and cannot be hidden")

    @property
    def notes(self) -> list[Note]:
        """Its notes."""
        return notes_of(self)
