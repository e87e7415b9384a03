"""The workbook on screen read into the same grids as a file (architecture law 9), by ranges, never cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, overload

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.faces.ribbon.host import Block, Host, OpenSheet, Place
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.grid import GALAT, Grid, Sheets, normalise, renamed_sheet
from kinerja_xl.workbook.lembar.table_layout import names_stand_under_headings

_DAY_ZERO = datetime(1899, 12, 30)  # what a spreadsheet counts its days from


def read_open_book(host: Host, book: Any, lembar: Iterable[str], berkas: Path | None = None) -> Sheets:
    """Return these sheets of the open workbook, found without case or double blanks; a missing one is absent.

    A sheet of the worksheet that people renamed is found by the defined name that lies on it.

    ``berkas`` is its file, where it has one: it may save asking for every defined name.
    """
    listed, wanted = host.sheet_names(book), tuple(lembar)
    grids = read_sheets(host, book, {name: own for name in wanted if (own := find_name(listed, name)) is not None})
    guessed = host.guess_names(book, berkas) if berkas else None
    sheets = Sheets(grids, host.names(book) if guessed is None else guessed)
    if guessed is not None and not names_stand_under_headings(sheets):
        sheets = Sheets(grids, host.names(book))
    renamed = {name: own for name in wanted if name not in grids
               and (own := find_name(listed, renamed_sheet(name, sheets.names) or "")) is not None}
    return Sheets(grids | read_sheets(host, book, renamed), sheets.names)


def find_sheet(book: Any, lembar: str) -> Any | None:
    """Return the xlwings sheet of that name, else the first that differs only in case or blanks, else None."""
    name = find_name([sheet.name for sheet in book.sheets], lembar)
    return None if name is None else book.sheets[name]


def find_name(daftar: Iterable[str], lembar: str) -> str | None:
    """Return the sheet name that is meant: the same, else the first that differs only in case or blanks."""
    listed = tuple(daftar)
    wanted = same_name(lembar)
    return lembar if lembar in listed else next((name for name in listed if same_name(name) == wanted), None)


def read_sheets(host: Host, book: Any, daftar: Mapping[str, str]) -> dict[str, Grid]:
    """Return the sheets of these names (canonical -> its own), read together."""
    return {name: read_sheet(sheet)
            for name, sheet in zip(daftar, host.open_sheets(book, tuple(daftar.values())), strict=True)}


def read_sheet(sheet: OpenSheet) -> Grid:
    """Return one sheet as the file reader would.

    What only some ask for, and what costs many questions, is asked of the program when it is needed: merged blocks, and
    per cent formats of cells that hold no number.
    """
    cells = sheet.cells()
    galat = {place: value for place, value in cells.values.items() if isinstance(value, str) and value in GALAT}
    persen = PercentCells(cells.percents, frozenset(p for p, v in cells.values.items() if isinstance(v, float)),
                          sheet.percent_cells)
    return OpenGrid(sheet.nama, _normalised(cells.values, cells.percents), cells.formulas, persen, galat=galat,
                    gabungan=Blocks(sheet.blocks), block_at=sheet.block_at)


@dataclass(frozen=True)
class OpenGrid(Grid):
    """The grid of a sheet that is open: one merged block can be asked for without knowing them all."""

    block_at: Callable[[Place], Block | None] = lambda _: None
    known: dict[Place, Place] = field(default_factory=dict, compare=False, repr=False)

    def anchor(self, row: int, column: int) -> Place:
        """Return the cell that holds the value of a merged block; a cell that holds something is its own."""
        place = row, column
        if place in self.nilai:
            return place
        if place not in self.known:
            top, left, bottom, right = self.block_at(place) or (row, column, row, column)
            self.known.update({(r, c): (top, left) for r in range(top, bottom + 1) for c in range(left, right + 1)})
        return self.known[place]


class PercentCells(Set[Place]):
    """The cells with a per cent format; known at once for those that hold numbers."""

    def __init__(self, percents: Set[Place], numbers: Set[Place], ask: Callable[[], Iterable[Place]]) -> None:
        self._percents, self._numbers, self._ask = percents, numbers, ask

    @cached_property
    def _all(self) -> frozenset[Place]:
        return frozenset(self._ask())

    def __contains__(self, place: object) -> bool:
        return place in (self._percents if place in self._numbers else self._all)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class Blocks(Sequence[Block]):
    """The merged blocks of an open sheet, asked for when somebody looks at them."""

    def __init__(self, ask: Callable[[], Iterable[Block]]) -> None:
        self._ask = ask

    @cached_property
    def _all(self) -> tuple[Block, ...]:
        return tuple(sorted(self._ask()))

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


def settled(grid: Grid) -> Grid:
    """Return the grid with everything asked for that was left for later."""
    return replace(grid, persen=frozenset(grid.persen), gabungan=tuple(grid.gabungan))


def _normalised(cells: Mapping[Place, Any], persen: Set[Place]) -> dict[Place, NilaiSel]:
    nilai: dict[Place, NilaiSel] = {}
    for place, value in cells.items():
        isi = normalise(_as_file_has_it(value), place in persen)
        if isi is not None:
            nilai[place] = isi
    return nilai


def _as_file_has_it(value: Any) -> Any:
    """A moment as the file reader sees it: a day without a time is a date, less than a day a time."""
    if isinstance(value, datetime):
        if value < _DAY_ZERO + timedelta(days=1):
            return value.time()
        return value.date() if value.time() == datetime.min.time() else value
    return value
