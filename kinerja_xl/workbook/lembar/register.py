"""The register of evidence on Bukti Dukung: its free rows, and where a new row's cells stand."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.domain.cells import Letak, address
from kinerja_xl.errors import RegisterFull
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets

_COLUMNS = (names.BUKTI_INDIKATOR, names.BUKTI_JENIS, names.BUKTI_BERKAS)


def register_columns(book: Sheets) -> list[int]:
    """Return the columns of indikator, jenis and berkas; fewer where a name is gone."""
    return [area.left for name in _COLUMNS if (area := book.area(name, names.BUKTI_DUKUNG))]


def free_rows(book: Sheets) -> tuple[int, ...]:
    """Return the empty rows of the register, top to bottom; none where the sheet or its names are gone."""
    grid, area = book.grids.get(names.BUKTI_DUKUNG), book.area(names.BUKTI_BERKAS, names.BUKTI_DUKUNG)
    columns = register_columns(book)
    if grid is None or area is None or len(columns) < len(_COLUMNS):
        return ()
    return tuple(row for row in range(area.top, area.bottom + 1)
                 if all(grid.value(row, column) is None and (row, column) not in grid.rumus for column in columns))


def register_cells(book: Sheets, daftar_baris: Sequence[str]) -> dict[Letak, str]:
    """Return what new rows (``indikator|jenis|berkas``) write into which cells. Raises RegisterFull."""
    rows = free_rows(book)
    if len(rows) < len(daftar_baris):
        raise RegisterFull
    lembar = book.grids[names.BUKTI_DUKUNG].lembar if daftar_baris else ""
    return {Letak(lembar, address(row, column)): teks
            for row, baris in zip(rows, daftar_baris, strict=False)
            for column, teks in zip(register_columns(book), baris.split("|", 2), strict=True)}
