"""The workbook on screen read into the same grids as a file (architecture law 9), by ranges, never cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.faces.ribbon.host import Host, Place
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.grid import GALAT, Grid, Sheets, normalise

_DAY_ZERO = datetime(1899, 12, 31)  # a time of day alone comes as this day or the one before


def read_open_book(host: Host, book: Any, lembar: Iterable[str]) -> Sheets:
    """Return these sheets of the open workbook, found without case or double blanks; a missing one is absent."""
    found = {name: sheet for name in lembar if (sheet := find_sheet(book, name)) is not None}
    return Sheets({name: read_sheet(host, sheet) for name, sheet in found.items()}, host.names(book))


def find_sheet(book: Any, lembar: str) -> Any | None:
    """Return the sheet of that name, else the first that differs only in case or blanks, else None."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    wanted = same_name(lembar)
    return sheets.get(lembar) or next((s for name, s in sheets.items() if same_name(name) == wanted), None)


def read_sheet(host: Host, sheet: Any) -> Grid:
    """Return one sheet as the file reader would."""
    used = sheet.used_range
    values = used.options(ndim=2, err_to_str=True).value
    cells = {(row, column): value for row, line in enumerate(values, start=used.row)
             for column, value in enumerate(line, start=used.column) if value is not None and value != ""}
    galat = {place: value for place, value in cells.items() if isinstance(value, str) and value in GALAT}
    persen = frozenset(host.percent_cells(used))
    return Grid(sheet.name, _normalised(cells, persen), frozenset(host.formula_cells(used)), persen, galat=galat,
                gabungan=tuple(host.merged_blocks(used)))


def _normalised(cells: Mapping[Place, Any], persen: frozenset[Place]) -> dict[Place, NilaiSel]:
    nilai: dict[Place, NilaiSel] = {}
    for place, value in cells.items():
        isi = normalise(_as_file_has_it(value), place in persen)
        if isi is not None:
            nilai[place] = isi
    return nilai


def _as_file_has_it(value: Any) -> Any:
    """A moment as the file reader sees it: a day without a time is a date, a time before the first day a time."""
    if isinstance(value, datetime):
        if value <= _DAY_ZERO:
            return value.time()
        return value.date() if value.time() == datetime.min.time() else value
    return value
