"""Cells gathered into columns that hang together, so that each is written at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from kinerja_xl.domain.cells import Letak

T = TypeVar("T")


class Run(NamedTuple, Generic[T]):
    """Neighbouring cells of one column, from row ``top`` (1-based) downwards."""

    lembar: str
    top: int
    column: int
    isi: tuple[T, ...]


def column_runs(cells: Mapping[Letak, T]) -> tuple[Run[T], ...]:
    """Return the cells as runs, by sheet, column and row; no cell between two of them is touched."""
    runs: list[tuple[str, int, int, list[T]]] = []
    for letak in sorted(cells, key=lambda letak: (letak.lembar, *reversed(letak.row_and_column))):
        row, column = letak.row_and_column
        last = runs[-1] if runs else None
        if last and (last[0], last[2], last[1] + len(last[3])) == (letak.lembar, column, row):
            last[3].append(cells[letak])
        else:
            runs.append((letak.lembar, row, column, [cells[letak]]))
    return tuple(Run(lembar, row, column, tuple(isi)) for lembar, row, column, isi in runs)
