"""Fill a worksheet as a person would: input cells by key, the register of evidence, the note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import IsiSel, Place
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS, lembar_kerja_of
from kinerja_xl.workbook.lembar.refresh_results import refresh_results
from kinerja_xl.workbook.lembar.register import free_rows, register_columns
from kinerja_xl.workbook.lembar.row_heights import fit_row_heights
from kinerja_xl.workbook.read_book import Book, read_book
from kinerja_xl.workbook.service.service_sheets import open_service_sheets
from kinerja_xl.workbook.xlsx.cell_xml import SheetEditor
from kinerja_xl.workbook.xlsx.zip_copy import copy_with


def fill_lembar_kerja(data: bytes, isian: Mapping[Kunci, NilaiSel], catatan: str | None = None) -> bytes:
    """Return the worksheet with these cells filled, results refreshed and rows as high as needed; all else stays.

    A key of the table ``bukti`` appends a row to the register; None empties a cell; ``catatan`` goes into the note.
    KeyError for a key the worksheet has no cell for, ValueError when the register is full; WorkbookError kinds.
    """
    nama = "lembar kerja"
    book = read_book(data, nama, SHEETS)
    open_service_sheets(book.package)  # what cannot be written back to is not filled
    lk = lembar_kerja_of(book)
    editors: dict[str, SheetEditor] = {}
    for kunci, isi in isian.items():
        if kunci.tabel != BUKTI:
            letak = lk.letak[kunci]
            place = letak.row_and_column
            lembar = next(name for name, grid in book.grids.items() if grid.lembar == letak.lembar)
            _editor(editors, book, lembar).write(place, _as_typed(isi, place in book.grids[lembar].persen))
    rows = iter(free_rows(book))
    for kunci in isian:
        if kunci.tabel == BUKTI:
            _register(_editor(editors, book, names.BUKTI_DUKUNG), book, rows, kunci.baris)
    if catatan is not None:
        _editor(editors, book, names.DISPOSISI).write(lk.letak_catatan.row_and_column, catatan)
    replaced = {part.part: editor.to_bytes() for name, editor in editors.items() if (part := book.package.sheet(name))}
    return fit_row_heights(refresh_results(copy_with(data, book.package.zip, replaced), nama))


def register_size(data: bytes) -> int:
    """Return how many rows the register of evidence has, filled or not. WorkbookError kinds."""
    area = read_book(data, "lembar kerja", (names.BUKTI_DUKUNG,)).area(names.BUKTI_BERKAS, names.BUKTI_DUKUNG)
    return area.bottom - area.top + 1 if area else 0


def _editor(editors: dict[str, SheetEditor], book: Book, lembar: str) -> SheetEditor:
    if lembar not in editors:
        part = book.package.sheet(lembar)
        if part is None:
            raise KeyError(lembar)
        editors[lembar] = SheetEditor(book.package.read(part.part))
    return editors[lembar]


def _as_typed(isi: NilaiSel, persen: bool) -> IsiSel:
    """What the cell stores: 85 typed into a per cent cell is 85%, stored as 0.85."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    return isi.scaleb(-2) if isinstance(isi, Decimal) and persen else isi


def _register(editor: SheetEditor, book: Book, rows: Iterator[int], baris: str) -> None:
    row = next(rows, None)
    if row is None:
        raise ValueError("the register of evidence has no free row")
    for column, teks in zip(register_columns(book), baris.split("|", 2), strict=True):
        place: Place = (row, column)
        editor.write(place, teks)
