"""One sheet open in LibreOffice Calc, read with few questions.

Each object that Calc hands over costs about a millisecond, each question a tenth; so ranges are asked for once, and how
numbers are formatted is asked of those alone that are not shown as plain digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from kinerja_xl.engines.calc.areas import Area, make_areas
from kinerja_xl.engines.calc.conversion import cell_error, from_serial
from kinerja_xl.engines.calc.number_formats import DATE, LOGICAL, TIME, NumberFormats
from kinerja_xl.faces.ribbon.host import Block, Cells, Place

_CONSTANT_DATE, _FORMULA, _PERCENT = 2, 16, 128  # com.sun.star.sheet.CellFlags, com.sun.star.util.NumberFormat
_PLAIN = re.compile(r"-?(\d+|\d{1,3}([.,]\d{3})+)([.,]\d+)?(E[+-]?\d+)?")


class CalcBook:
    """What several sheets of one workbook share; ``impl`` is the engine's Book."""

    def __init__(self, impl: Any) -> None:
        self.model = impl.api
        self.formats: NumberFormats = impl.formats
        self.epoch = impl.epoch

    @cached_property
    def sheets(self) -> Any:
        """The container of the sheets."""
        return self.model.Sheets

    @cached_property
    def texts(self) -> Any:
        """What gives the shown texts of a whole range at once."""
        return self.model.createInstance("com.sun.star.chart2.data.DataProvider")


class CalcSheet:
    """One sheet; Calc counts from 0, places count from 1."""

    def __init__(self, book: CalcBook, nama: str) -> None:
        self.nama = nama
        self._book = book

    @cached_property
    def _sheet(self) -> Any:
        return self._book.sheets.getByName(self.nama)

    @cached_property
    def _used(self) -> Any:
        cursor = self._sheet.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return cursor

    @cached_property
    def _area(self) -> Area:
        return Area.of(self._used.RangeAddress)

    def cells(self) -> Cells:
        """Return the filled cells of the used range."""
        rows = self._used.getDataArray()  # first: this calculates
        top, left = self._area.row, self._area.column
        found: dict[Place, Any] = {(row, column): value for row, line in enumerate(rows, top + 1)
                                   for column, value in enumerate(line, left + 1) if value != ""}
        for (row, column), value in found.items():
            if value is None:
                error = self._used.getCellByPosition(column - 1 - left, row - 1 - top).getError()
                found[row, column] = cell_error(error).value
        formulas = frozenset(_places(map(Area.of, self._used.queryContentCells(_FORMULA).RangeAddresses)))
        return Cells(found, formulas, frozenset(self._settle_numbers(found)))

    def _settle_numbers(self, found: dict[Place, Any]) -> Iterator[Place]:
        """Put dates and booleans in the place of their numbers; yield the per cent cells among the numbers."""
        doubtful = self._doubtful({place: value for place, value in found.items() if type(value) is float})
        wanted = _PERCENT | DATE | TIME | LOGICAL
        for area, kind in self._book.formats.special(self._used, make_areas(doubtful), wanted):
            for place in _places([area]):
                value = found.get(place)
                if type(value) is not float:
                    continue
                if kind & _PERCENT:
                    yield place
                elif not kind & LOGICAL:
                    found[place] = from_serial(value, self._book.epoch)
                elif value in (0.0, 1.0):
                    found[place] = bool(value)

    def _doubtful(self, numbers: dict[Place, float]) -> list[tuple[int, int]]:
        """Where a number may be more than that (counted from 0): Calc says date, or shows other than plain digits."""
        if not numbers:
            return []
        dates = frozenset(_places(map(Area.of, self._used.queryContentCells(_CONSTANT_DATE).RangeAddresses)))
        shown = self._shown_texts()
        height, column = self._area.shape[0], self._area.column
        return [(row - 1, col - 1) for row, col in numbers if (row, col) in dates
                or not _PLAIN.fullmatch(shown[(col - 1 - column) * height + row - 1 - self._area.row])]

    def _shown_texts(self) -> Sequence[str]:
        """The shown text of each cell of the used range, column by column."""
        quoted = self.nama.replace("'", "''")
        first, last = self._address(self._area.row, self._area.column), self._address(*self._area[2:])
        made = self._book.texts.createDataSequenceByRangeRepresentation(f"$'{quoted}'.{first}:{last}")
        texts: Sequence[str] = made.getTextualData()
        return texts

    @staticmethod
    def _address(row: int, column: int) -> str:
        letters, number = "", column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"${letters}${row + 1}"

    def percent_cells(self) -> Iterator[Place]:
        """Return every cell of the used range with a per cent format."""
        return _places(area for area, _ in self._book.formats.special(self._used, [self._area], _PERCENT))

    @cached_property
    def _walker(self) -> Any:
        walker = self._sheet.createCursor()
        walker.collapseToSize(1, 1)
        return walker

    _at: Place = (1, 1)

    def block_at(self, place: Place) -> Block | None:
        """Return the merged block that covers a cell."""
        self._walker.collapseToSize(1, 1)
        self._walker.gotoOffset(place[1] - self._at[1], place[0] - self._at[0])
        self._walker.collapseToMergedArea()
        block = _block(self._walker.RangeAddress)
        self._at = block[:2]
        return block if block[:2] != block[2:] else None

    def blocks(self) -> Iterator[Block]:
        """Return the merged blocks that begin in the used range, halving each part in which one begins."""
        waiting = [self._area]
        while waiting:
            area = waiting.pop()
            part = self._sheet.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)
            if not part.IsMerged:
                continue
            if area.shape == (1, 1):
                block = self.block_at((area.row + 1, area.column + 1))
                if block:
                    yield block
            else:
                waiting += area.halves()


def _block(address: Any) -> Block:
    return address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1


def _places(areas: Iterable[Area]) -> Iterator[Place]:
    for area in areas:
        for row, column in area.cells():
            yield row + 1, column + 1
