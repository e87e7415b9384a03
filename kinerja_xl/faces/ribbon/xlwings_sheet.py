"""One open sheet read through xlwings alone, as Excel is; numbers of cells, not of questions, are large."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from kinerja_xl.faces.ribbon.host import Block, Cells, Place
from kinerja_xl.workbook.xlsx.percent import shows_percent


class XlwingsSheet:
    """One sheet; ``sheet`` is xlwings' own, ``is_merged`` says of a range whether a cell of it is merged."""

    def __init__(self, sheet: Any, is_merged: Callable[[Any], bool]) -> None:
        self.nama = str(sheet.name)
        self._sheet = sheet
        self._is_merged = is_merged

    @cached_property
    def _used(self) -> Any:
        return self._sheet.used_range

    def cells(self) -> Cells:
        """Return the filled cells of the used range."""
        values = dict(_filled(self._used, self._used.options(ndim=2, err_to_str=True).value))
        formulas = dict(_filled(self._used, _rows(self._used.formula)))
        # a text that begins with "=" is its own formula
        found = frozenset(place for place, text in formulas.items()
                          if isinstance(text, str) and text.startswith("=") and text != values.get(place))
        numbers = [place for place, value in values.items() if type(value) is float]
        return Cells(values, found, frozenset(self._percents(_bounds(numbers))) if numbers else frozenset())

    def percent_cells(self) -> Iterator[Place]:
        """Return every cell of the used range with a per cent format."""
        return self._percents(_block(self._used))

    def _percents(self, bounds: Block) -> Iterator[Place]:
        """A range of mixed formats is halved until each part has one."""
        top, left, bottom, right = bounds
        waiting = [self._sheet.range((top, left), (bottom, right))]
        while waiting:
            part = waiting.pop()
            token = part.number_format
            if token is None:
                waiting += _halves(part)
            elif shows_percent(token):
                yield from _places(part)

    def block_at(self, place: Place) -> Block | None:
        """Return the merged block that covers a cell."""
        block = _block(self._sheet.range(place).merge_area)
        return block if block[:2] != block[2:] else None

    def blocks(self) -> Iterator[Block]:
        """Return the merged blocks that begin in the used range."""
        waiting, seen = [self._used], set[Block]()
        while waiting:
            part = waiting.pop()
            if not self._is_merged(part):
                continue
            if part.shape != (1, 1):
                waiting += _halves(part)
            elif (block := self.block_at((part.row, part.column))) and block not in seen:
                seen.add(block)
                yield block


def _rows(values: Any) -> list[list[Any]]:
    """xlwings gives a single cell bare, and a range as rows."""
    if not isinstance(values, (tuple, list)):
        return [[values]]
    return [list(row) if isinstance(row, (tuple, list)) else [row] for row in values]


def _filled(cells: Any, rows: list[list[Any]]) -> Iterator[tuple[Place, Any]]:
    for row, line in enumerate(rows, start=cells.row):
        for column, value in enumerate(line, start=cells.column):
            if value is not None and value != "":
                yield (row, column), value


def _bounds(places: list[Place]) -> Block:
    rows, columns = zip(*places, strict=True)
    return min(rows), min(columns), max(rows), max(columns)


def _block(cells: Any) -> Block:
    rows, columns = cells.shape
    return cells.row, cells.column, cells.row + rows - 1, cells.column + columns - 1


def _halves(cells: Any) -> list[Any]:
    rows, columns = cells.shape
    if columns > 1:
        return [cells[:, :columns // 2], cells[:, columns // 2:]]
    return [cells[:rows // 2, :], cells[rows // 2:, :]]


def _places(cells: Any) -> Iterator[Place]:
    top, left, bottom, right = _block(cells)
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
