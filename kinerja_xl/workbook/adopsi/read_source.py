"""The sheets of an office's own workbook as adoption knows them."""

from __future__ import annotations

from kinerja_xl.domain.adopsi.sumber import LembarSumber
from kinerja_xl.workbook.read_book import read_book


def read_source(data: bytes, nama: str) -> tuple[LembarSumber, ...]:
    """Return every sheet of a workbook, the hidden ones marked, in its order; NotAWorkbook where it is none."""
    book = read_book(data, nama)
    parts = [part for part in book.package.sheets if part.nama in book.grids]
    return tuple(LembarSumber(grid.lembar, grid.nilai, tuple(grid.gabungan), grid.tanpa_hasil,
                              part.state != "visible")
                 for part in parts for grid in (book.grids[part.nama],))
