"""Rectangles of cells on one sheet, and how a set of cells becomes few of them; rows and columns count from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple


class Area(NamedTuple):
    """A rectangle; all four edges belong to it."""

    row: int
    column: int
    last_row: int
    last_column: int

    @classmethod
    def of(cls, address: Any) -> Area:
        """The rectangle of a ``com.sun.star.table.CellRangeAddress``."""
        return cls(address.StartRow, address.StartColumn, address.EndRow, address.EndColumn)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self.last_row - self.row + 1, self.last_column - self.column + 1

    def cells(self) -> Iterator[tuple[int, int]]:
        """(row, column) of every cell, row by row."""
        for row in range(self.row, self.last_row + 1):
            for column in range(self.column, self.last_column + 1):
                yield row, column

    def halves(self) -> tuple[Area, Area]:
        """The area cut in two, between columns while there are several (formats run down columns)."""
        if self.column < self.last_column:
            middle = (self.column + self.last_column) // 2
            return self._replace(last_column=middle), self._replace(column=middle + 1)
        middle = (self.row + self.last_row) // 2
        return self._replace(last_row=middle), self._replace(row=middle + 1)

    def within(self, other: Area) -> Area:
        """The same rectangle counted from the first cell of ``other``."""
        return Area(self.row - other.row, self.column - other.column,
                    self.last_row - other.row, self.last_column - other.column)


def make_areas(cells: Iterable[tuple[int, int]]) -> list[Area]:
    """Few rectangles that cover exactly these cells: runs down each column, joined where neighbours are alike."""
    columns: dict[int, list[int]] = {}
    for row, column in cells:
        columns.setdefault(column, []).append(row)
    found: list[Area] = []
    open_runs: dict[tuple[int, int], int] = {}  # (first row, last row) -> place in found, of the column before
    for column in sorted(columns):
        runs: dict[tuple[int, int], int] = {}
        for run in _runs(sorted(columns[column])):
            place = open_runs.get(run)
            if place is not None and found[place].last_column == column - 1:
                found[place] = found[place]._replace(last_column=column)
            else:
                place = len(found)
                found.append(Area(run[0], column, run[1], column))
            runs[run] = place
        open_runs = runs
    return found


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    first = last = rows[0]
    for row in rows[1:]:
        if row != last + 1:
            yield first, last
            first = row
        last = row
    yield first, last
