"""What several sheets of a workbook hold, asked of LibreOffice Calc together.

Each object that Calc hands over costs a millisecond, one of a new kind two more, each question a tenth; so which cells
hold a formula is told by what one would type into them, the shown texts of all sheets are asked for at once, and how
numbers are formatted is asked of those alone that do not show as the number they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from kinerja_xl.engines.calc.areas import Area, make_areas
from kinerja_xl.engines.calc.conversion import cell_error, from_serial
from kinerja_xl.engines.calc.number_formats import DATE, LOGICAL, TIME
from kinerja_xl.faces.ribbon.host import Cells, Place

PERCENT = 128  # com.sun.star.util.NumberFormat
_DIGITS = re.compile(r"-?\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[.,]")
_ROUNDED = 0.5 + 1e-6


class Contents:
    """The filled cells of some sheets; ``impl`` is the engine's Book, ``sheets`` are UNO's by their index.

    ``ranges`` answers for texts that name ranges (``com.sun.star.chart2.data.DataProvider``).
    """

    def __init__(self, impl: Any, ranges: Any, sheets: Mapping[int, Any]) -> None:
        self._impl, self._ranges, self.sheets = impl, ranges, sheets

    def cells(self, index: int) -> Cells:
        """Return the filled cells of one sheet."""
        return self._cells[index]

    def walker(self, index: int) -> Any:
        """Return a UNO cursor of one sheet that may be moved about."""
        self.cells(index)  # for which it was made
        return self._used[index]

    @cached_property
    def blocks(self) -> Mapping[int, Area]:
        """The used area of each sheet."""
        return {index: Area.of(cells.RangeAddress) for index, cells in self._used.items()}

    @cached_property
    def _used(self) -> Mapping[int, Any]:
        return {index: used_range(sheet) for index, sheet in self.sheets.items()}

    @cached_property
    def _cells(self) -> Mapping[int, Cells]:
        used, blocks = self._used, self.blocks
        found = {index: _filled(cells, blocks[index]) for index, cells in used.items()}  # first: this calculates
        formulas = {index: _formulas(cells, blocks[index], found[index]) for index, cells in used.items()}
        percents: dict[int, set[Place]] = {index: set() for index in found}
        for index, areas in self._doubtful(found, blocks).items():
            for area, kind in self._impl.formats.special(used[index], areas, PERCENT | DATE | TIME | LOGICAL):
                percents[index].update(self._meant(found[index], area, kind))
        return {index: Cells(values, formulas[index], frozenset(percents[index])) for index, values in found.items()}

    def _meant(self, values: dict[Place, Any], area: Area, kind: int) -> Iterator[Place]:
        """Put in place what the numbers of an area mean by their format; yield those that are per cent."""
        for place in places_in([area]):
            value = values.get(place)
            if type(value) is not float:
                continue
            if kind & PERCENT:
                yield place
            elif not kind & LOGICAL:
                values[place] = from_serial(value, self._impl.epoch)
            elif value in (0.0, 1.0):
                values[place] = bool(value)

    def _doubtful(self, found: Mapping[int, Mapping[Place, Any]], blocks: Mapping[int, Area]) -> dict[int, list[Area]]:
        """Where a number may be more than that: it does not show as the number it is."""
        numbers = {index: places for index, values in found.items()
                   if (places := [place for place, value in values.items() if type(value) is float])}
        shown = self._shown_texts({index: blocks[index] for index in numbers})
        doubtful = {index: [(row - 1, column - 1) for row, column in places if not shows_itself(
                        found[index][row, column], shown[index][_order(blocks[index], row, column)])]
                    for index, places in numbers.items()}
        return {index: make_areas(cells) for index, cells in doubtful.items() if cells}

    def _shown_texts(self, blocks: Mapping[int, Area]) -> Mapping[int, Sequence[str]]:
        """The text that each cell of a block shows, in the order of ``_order``; of all blocks in one answer."""
        if not blocks:
            return {}
        where = self._impl.formats.ranges({index: [block] for index, block in blocks.items()}).RangeAddressesAsString
        texts = self._ranges.createDataSequenceByRangeRepresentation(where).getTextualData()
        sizes = [block.shape[0] * block.shape[1] for block in blocks.values()]
        return {index: texts[start:start + size]
                for index, start, size in zip(blocks, accumulate(sizes, initial=0), sizes, strict=False)}


def used_range(sheet: Any) -> Any:
    """Return the UNO range that holds every cell in use of a sheet."""
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    return cursor


def _filled(used: Any, block: Area) -> dict[Place, Any]:
    found: dict[Place, Any] = {(row, column): value for row, line in enumerate(used.getDataArray(), block.row + 1)
                               for column, value in enumerate(line, block.column + 1) if value != ""}
    for (row, column), value in found.items():
        if value is None:
            error = used.getCellByPosition(column - 1 - block.column, row - 1 - block.row).getError()
            found[row, column] = cell_error(error).value
    return found


def _formulas(used: Any, block: Area, values: Mapping[Place, Any]) -> frozenset[Place]:
    """The cells with a formula, by what one would type into them; a text that looks like one is its own value."""
    return frozenset((row, column) for row, line in enumerate(used.getFormulaArray(), block.row + 1)
                     for column, text in enumerate(line, block.column + 1)
                     if text.startswith(("=", "{=")) and values.get((row, column)) != text)


def shows_itself(value: float, text: str) -> bool:
    """Return whether a text is the number in plain digits, rounded and grouped as any locale does.

    A year is no such text of its first day, nor ``85%`` of 0.85. After the last point or comma stands a fraction or a
    group of digits.
    """
    if not _DIGITS.fullmatch(text):
        return False
    digits = float(_MARKS.sub("", text))
    after = max(text.rfind("."), text.rfind(","))
    decimals = len(text) - after - 1 if after >= 0 else 0
    return any(abs(value * 10**k - digits) <= _ROUNDED for k in {0, decimals})


def _order(block: Area, row: int, column: int) -> int:
    """The place of a cell (counted from 1) among those of its block, column by column."""
    return (column - 1 - block.column) * block.shape[0] + row - 1 - block.row


def places_in(areas: Iterable[Area]) -> Iterator[Place]:
    """Yield the places of the cells of these areas."""
    for area in areas:
        for row, column in area.cells():
            yield row + 1, column + 1
