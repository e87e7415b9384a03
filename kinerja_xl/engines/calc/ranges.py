"""A range of cells: where it is, how one gets from it to others, whether it may be changed."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from xlwings import base_classes

from .addresses import quoted, write_address
from .areas import Area
from .errors import SheetProtected
from .guarding import guarded
from .names import Name, find_name
from .range_content import Content
from .range_layout import Layout
from .reading import read_values

DIRECTIONS = {"d": "down", "u": "up", "l": "left", "r": "right"}


@guarded
class Range(Content, Layout, base_classes.Range):
    """A rectangle of one sheet; rows and columns count from 1. It reaches for Calc only when something is asked."""

    max_cells_per_read = None  # Calc takes any number of cells at once
    max_cells_per_write = None

    def __init__(self, sheet: Any, row: int, column: int, rows: int, columns: int) -> None:
        self.sheet = sheet
        self._row = row
        self._column = column
        self._shape = rows, columns
        self.options: dict[str, Any] = {}  # xlwings sets them

    @property
    def row(self) -> int:
        """Its first row."""
        return self._row

    @property
    def column(self) -> int:
        """Its first column."""
        return self._column

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self._shape

    @functools.cached_property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.SheetCellRange``."""
        area = self.area
        self.sheet.book.check_open()
        return self.sheet.api.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        """(UNO sheet, row, column, rows, columns)."""
        return self.sheet.api, self.row, self.column, *self.shape

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, arg1: int, arg2: int | None = None) -> Range:
        """The cell at (row, column) of the range, from 1, also beyond it; with one number counted row by row."""
        if arg2 is None:
            above, left = divmod(arg1 - 1, self.shape[1])
            arg1, arg2 = above + 1, left + 1
        cell: Range = self.sheet.range((self.row + arg1 - 1, self.column + arg2 - 1))
        return cell

    @property
    def address(self) -> str:
        """``$A$1:$B$2``."""
        return write_address(self.row, self.column, *self.shape)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """The address with or without dollar signs, with ``[book]sheet!`` before it if ``external``."""
        address = write_address(self.row, self.column, *self.shape, row_absolute, col_absolute)
        return f"{quoted(self.sheet.name, self.sheet.book.name)}!{address}" if external else address

    @property
    def name(self) -> Name | None:
        """The name that means exactly this range."""
        return find_name(self)

    @name.setter
    def name(self, value: str) -> None:
        """Give it a name, of the book, or with ``Sheet!`` before it of that sheet."""
        self.sheet.book.names.add(value, f"={quoted(self.sheet.name)}!{self.address}")

    @property
    def current_region(self) -> Range:
        """The cells around it up to empty rows and columns."""
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToCurrentRegion()
        region: Range = self.sheet.range_of(Area.of(cursor.RangeAddress))
        return region

    def end(self, direction: str) -> Range:
        """The cell Ctrl with an arrow key leads to: "down", "up", "left" or "right"."""
        direction = DIRECTIONS.get(direction, direction)
        if direction not in DIRECTIONS.values():
            raise ValueError(f"no direction: {direction!r}")
        vertical, ahead = direction in ("down", "up"), direction in ("down", "right")
        start = self.row if vertical else self.column
        used = self.sheet.used_range.area
        last = max(start, (used.last_row if vertical else used.last_column) + 1) if ahead else 1
        filled = [value is not None for value in self._line(vertical, min(start, last), max(start, last))]
        steps = _steps_to_end(filled if ahead else filled[::-1])
        if steps is None:  # nothing more that way: the edge of the sheet
            place = self.sheet.size[0 if vertical else 1] if ahead else 1
        else:
            place = start + (steps if ahead else -steps)
        cell: Range = self.sheet.range((place, self.column) if vertical else (self.row, place))
        return cell

    def _line(self, vertical: bool, first: int, last: int) -> list[Any]:
        count = last - first + 1
        line = Range(self.sheet, first, self.column, count, 1) if vertical else \
            Range(self.sheet, self.row, first, 1, count)
        return [value for row in read_values(self.sheet.book, line.api) for value in row]

    def select(self) -> None:
        """Select it, on its sheet, which comes to the front. Raises SheetRefused for a hidden sheet."""
        self.sheet.check_visible()
        self.sheet.book.controller.select(self.api)

    def check_writable(self) -> None:
        """Raise SheetProtected if a locked cell would change; see ``Content.check_writable``."""
        self.sheet.book.check_editable()
        if not self.sheet.api.isProtected():
            return
        if self.api.getPropertyState("CellProtection").value != "AMBIGUOUS_VALUE":
            found = [self.api.CellProtection]
        else:
            groups = self.api.UniqueCellFormatRanges
            found = [groups.getByIndex(place).CellProtection for place in range(groups.Count)]
        if any(protection.IsLocked or protection.IsHidden for protection in found):
            self._refuse()

    def check_resizable(self) -> None:
        """Raise SheetProtected on any protected sheet."""
        self.sheet.book.check_editable()
        if self.sheet.api.isProtected():
            self._refuse()

    def _refuse(self) -> None:
        raise SheetProtected(f"{quoted(self.sheet.name)}!{self.address} is locked on a protected sheet")


def _steps_to_end(filled: Sequence[bool]) -> int | None:
    """Steps from the first of these cells to where Ctrl+arrow stops; None when no filled cell lies ahead."""
    if len(filled) > 1 and filled[0] and filled[1]:
        return next((place - 1 for place in range(2, len(filled)) if not filled[place]), len(filled) - 1)
    return next((place for place in range(1, len(filled)) if filled[place]), None)
