"""How a range looks: colours, number formats, sizes, hidden rows and columns, merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .areas import Area, make_areas
from .guarding import guarded
from .reading import areas_of

NO_COLOUR = -1
POINT = 2540 / 72  # Calc counts in hundredths of a millimetre
CHARACTER = 195.8  # what Calc reads and writes for one character of an xlsx's column width (measured)
PADDING = 5 / 7  # Excel's file counts 5 pixels around the characters, 7 to one; its screen does not


@guarded
class Layout:
    """The part of Range that deals with its looks."""

    api: Any
    sheet: Any

    @property
    def row(self) -> int:
        """Its first row."""
        raise NotImplementedError

    @property
    def column(self) -> int:
        """Its first column."""
        raise NotImplementedError

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        raise NotImplementedError

    @property
    def area(self) -> Area:
        """The rectangle, counted from 0."""
        return Area(self.row - 1, self.column - 1, self.row + self.shape[0] - 2, self.column + self.shape[1] - 2)

    def check_writable(self) -> None:
        """See ``Content.check_writable``."""
        raise NotImplementedError

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The background as (red, green, blue); None for none, and where the cells differ."""
        if self.api.getPropertyState("CellBackColor").value == "AMBIGUOUS_VALUE":
            return None
        number = self.api.CellBackColor
        return None if number == NO_COLOUR else (number >> 16 & 255, number >> 8 & 255, number & 255)

    @color.setter
    def color(self, value: Any) -> None:
        """A background: (red, green, blue), ``#rrggbb``, Excel's number (blue first), or None for none."""
        self.check_writable()
        self.api.CellBackColor = _colour_number(value)

    def set_colors(self, colors: Sequence[Sequence[Any]]) -> None:
        """A background for each cell, in one call per colour; None takes it away, ``...`` leaves it."""
        self.check_writable()
        wanted: dict[int, list[tuple[int, int]]] = {}
        for row, line in enumerate(colors):
            for column, colour in enumerate(line):
                if colour is not ...:
                    place = self.area.row + row, self.area.column + column
                    wanted.setdefault(_colour_number(colour), []).append(place)
        for number, cells in wanted.items():
            self.sheet.book.formats.ranges({self.sheet.index - 1: make_areas(cells)}).CellBackColor = number

    @property
    def number_format(self) -> str | None:
        """The format in en-US tokens; None where the cells differ."""
        key = self.sheet.book.formats.uniform_key(self.api)
        return None if key is None else self.sheet.book.formats.token(key)

    @number_format.setter
    def number_format(self, value: str) -> None:
        """A format in en-US tokens; Calc shows it in the office's locale. Raises ValueRefused."""
        self.check_writable()
        self.api.NumberFormat = self.sheet.book.formats.key(value)

    @property
    def wrap_text(self) -> bool | None:
        """Whether text breaks into lines; None where the cells differ."""
        if self.api.getPropertyState("IsTextWrapped").value == "AMBIGUOUS_VALUE":
            return None
        return bool(self.api.IsTextWrapped)

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        """Break text into lines, or not."""
        self.check_writable()
        self.api.IsTextWrapped = bool(value)

    @property
    def column_width(self) -> float | None:
        """In characters, the number Excel shows after a save; None where the columns differ."""
        widths = self._sizes("Columns", "Width", self._used_shape()[1])
        in_file = widths.pop() / CHARACTER
        if widths:
            return None
        return float(round(in_file - PADDING if in_file >= 1 + PADDING else in_file / (1 + PADDING), 2))

    @column_width.setter
    def column_width(self, value: float) -> None:
        """Make all columns that wide."""
        self.check_resizable()
        in_file = value + PADDING if value >= 1 else value * (1 + PADDING)
        self.api.Columns.Width = round(in_file * CHARACTER)

    @property
    def row_height(self) -> float | None:
        """In points; None where the rows differ."""
        heights = self._sizes("Rows", "Height", self._used_shape()[0])
        height = heights.pop()
        return None if heights else float(round(height / POINT, 2))

    @row_height.setter
    def row_height(self, value: float) -> None:
        """Make all rows that high."""
        self.check_resizable()
        self.api.Rows.Height = round(value * POINT)

    def _sizes(self, lines: str, side: str, count: int) -> set[int]:
        """The widths of its first columns or heights of its first rows; of a single one without an object for it."""
        if self.shape == (1, 1):
            return {getattr(self.api.Size, side)}
        found = getattr(self.api, lines)
        return {getattr(found.getByIndex(place), side) for place in range(count)}

    def _used_shape(self) -> tuple[int, int]:
        """Rows and columns to look at: beyond the used range the first counts for all, as Excel has it."""
        if self.shape == (1, 1):
            return 1, 1
        used = self.sheet.used_range.area
        return (max(1, min(self.area.last_row, used.last_row) - self.area.row + 1),
                max(1, min(self.area.last_column, used.last_column) - self.area.column + 1))

    @property
    def width(self) -> float:
        """In points."""
        return float(self.api.Size.Width / POINT)

    @property
    def height(self) -> float:
        """In points."""
        return float(self.api.Size.Height / POINT)

    @property
    def left(self) -> float:
        """Points from the left edge of column A."""
        return float(self.api.Position.X / POINT)

    @property
    def top(self) -> float:
        """Points from the top edge of row 1."""
        return float(self.api.Position.Y / POINT)

    def autofit(self, axis: str | None = None) -> None:
        """Fit columns ("c", "columns") or rows ("r", "rows") to their contents; None does both."""
        self.check_resizable()
        if axis in (None, "c", "columns"):
            self.api.Columns.OptimalWidth = True
        if axis in (None, "r", "rows"):
            self.api.Rows.OptimalHeight = True

    @property
    def row_hidden(self) -> bool | None:
        """Whether all its rows are hidden; None for some."""
        shown = {row for area in self._shown(self.area._replace(column=0, last_column=self.sheet.size[1] - 1))
                 for row in range(area.row, area.last_row + 1)}
        return _all_or_some(self.shape[0], len(shown))

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        """Hide or show its rows."""
        self.check_resizable()
        self.api.Rows.IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        """Whether all its columns are hidden; None for some."""
        shown = {column for area in self._shown(self.area._replace(row=0, last_row=self.sheet.size[0] - 1))
                 for column in range(area.column, area.last_column + 1)}
        return _all_or_some(self.shape[1], len(shown))

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        """Hide or show its columns."""
        self.check_resizable()
        self.api.Columns.IsVisible = not value

    def _shown(self, area: Area) -> list[Area]:
        return areas_of(self.sheet.range_of(area).api.queryVisibleCells())

    def check_resizable(self) -> None:
        """Raise SheetProtected on any protected sheet: rows and columns are not resized or hidden there."""
        raise NotImplementedError

    @property
    def merge_area(self) -> Any:
        """The merged cells the first cell belongs to; that cell if it is not merged."""
        cursor = self.sheet.api.createCursorByRange(self.api.getCellByPosition(0, 0))
        cursor.collapseToMergedArea()
        return self.sheet.range_of(Area.of(cursor.RangeAddress))

    @property
    def merge_cells(self) -> bool:
        """Whether a cell of it is merged."""
        if self.api.IsMerged:  # does not see a range that holds only the covered part of a merged area
            return True
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToMergedArea()
        return Area.of(cursor.RangeAddress) != self.area


def _all_or_some(whole: int, shown: int) -> bool | None:
    return True if not shown else (False if shown == whole else None)


def _colour_number(value: Any) -> int:
    """Calc's number, red first, of what xlwings takes for a colour."""
    if value is None:
        return NO_COLOUR
    if isinstance(value, str):
        return int(value.removeprefix("#"), 16)
    if isinstance(value, int):
        return (value & 255) << 16 | value & 0xFF00 | value >> 16 & 255
    red, green, blue = value
    return int(red) << 16 | int(green) << 8 | int(blue)
