"""The sheet ``Catatan Perbaikan`` of the workbook on screen: filled by ranges, each row with a link to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.open_book import find_name
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area, parse_area, same_name
from kinerja_xl.workbook.grid import IsiSel, Place, Sheets
from kinerja_xl.workbook.service.catatan_rows import (
    CATATAN_SEL,
    CATATAN_WIDTH,
    IsiCatatan,
    lay_out_catatan,
    location_of,
)

_EDGES = 5 / 7  # a file's column width counts the cell's edges, the screen's does not


def write_catatan(meja: Meja, book: Sheets, daftar_catatan: Sequence[Catatan], judul: str = "") -> None:
    """Replace what stands on ``Catatan Perbaikan``; ``judul`` stands in the place of the usual heading.

    Raises NotALembarKerja where the sheet or its rows are lost.
    """
    sheet = meja.sheet(names.CATATAN_PERBAIKAN)
    block = _area(book, names.CATATAN_BARIS)
    if block is None:
        raise NotALembarKerja(nama=meja.nama, sebab=f"baris pada lembar {names.CATATAN_PERBAIKAN} tidak ada")
    isi = lay_out_catatan(daftar_catatan, _Measures(sheet, block), (block.top, block.left))
    meja.host.hold_screen(meja.book, True)
    try:
        _write(meja, book, sheet, block, isi, judul or isi.judul)
    finally:
        meja.host.hold_screen(meja.book, False)


def _write(meja: Meja, book: Sheets, sheet: Any, block: Area, isi: IsiCatatan, judul: str) -> None:
    meja.host.clear_links(_range(sheet, block.top, block.left + CATATAN_SEL, names.CATATAN_MAX, 1))
    for top, left, columns in _rectangles(meja, book, block, isi):
        rows = list(zip(*columns, strict=True))
        rows += [(None,) * len(columns)] * (names.CATATAN_MAX - len(rows))
        meja.host.write_table(_range(sheet, top, left, names.CATATAN_MAX, len(columns)), rows)
    for name, text in ((names.CATATAN_JUDUL, judul), (names.CATATAN_LAINNYA, isi.lainnya)):
        if area := _area(book, name):
            meja.host.write_table(sheet.range((area.top, area.left)), [[text]])


def _rectangles(meja: Meja, book: Sheets, block: Area,
                isi: IsiCatatan) -> Iterator[tuple[int, int, list[Sequence[IsiSel]]]]:
    """Yield (top, left, columns) of what is written, neighbouring columns at once."""
    wanted: dict[Place, Sequence[IsiSel]] = {
        (block.top, block.left + k): [_typed(row[k]) for row in isi.rows] for k in range(CATATAN_WIDTH)}
    wanted[block.top, block.left + CATATAN_SEL] = _links(meja, isi)
    for about, name in names.DAFTAR_SEL.items():
        if area := _area(book, name):
            listed = isi.daftar_sel(book.grids[about].lembar if about in book.grids else about)
            wanted[area.top, area.left] = [*listed, *[None] * (len(isi.rows) - len(listed))]
    for top, left in sorted(wanted):
        if (top, left - 1) not in wanted:
            yield top, left, list(_run(wanted, top, left))


def _run(wanted: Mapping[Place, Sequence[IsiSel]], top: int, left: int) -> Iterator[Sequence[IsiSel]]:
    while (top, left) in wanted:
        yield wanted[top, left]
        left += 1


def _links(meja: Meja, isi: IsiCatatan) -> list[IsiSel]:
    """The addresses of the cells, which lead to them: by a formula, because a protected sheet takes no link.

    The service makes links of them at the next delivery; those of the last one are taken off where that can be.
    """
    texts: list[IsiSel] = [None] * len(isi.rows)
    listed = meja.host.sheet_names(meja.book) if isi.rows else ()
    for row, letak in isi.letak:
        location = location_of(find_name(listed, letak.lembar), letak)
        texts[row] = _link(location, letak.sel) if location and letak.sel else letak.sel
    return texts


def _link(location: str, sel: str) -> str:
    quoted = location.replace('"', '""')
    return f'=HYPERLINK("#{quoted}","{sel}")'


def _typed(isi: IsiSel) -> IsiSel:
    """A text that begins with anything but a letter is marked as text, lest the program makes something of it."""
    return f"'{isi}" if isinstance(isi, str) and isi and not isi[0].isalpha() else isi


def _area(book: Sheets, name: str) -> Area | None:
    """An area on the sheet of the catatan, whatever that is called now."""
    area, rows = (parse_area(book.names.get(one, "")) for one in (name, names.CATATAN_BARIS))
    return area if area and rows and same_name(area.lembar) == same_name(rows.lembar) else None


def _range(sheet: Any, top: int, left: int, rows: int, columns: int) -> Any:
    return sheet.range((top, left), (top + rows - 1, left + columns - 1))


class _Measures:
    """The room for texts: only the last column's are long, and the height of its first row stands for all."""

    def __init__(self, sheet: Any, block: Area) -> None:
        self._first = sheet.range((block.top, block.left + CATATAN_WIDTH - 1))
        self._column = block.left + CATATAN_WIDTH - 1

    @cached_property
    def _room(self) -> tuple[float, float]:
        return float(self._first.row_height), float(self._first.column_width) + _EDGES

    def height(self, _row: int) -> float | None:
        """Return the height of the rows in points."""
        return self._room[0]

    def width(self, place: Place) -> float:
        """Return the width of a column in Excel's unit."""
        return self._room[1] if place[1] == self._column else 1000.0
