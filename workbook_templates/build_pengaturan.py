"""Build "Pengaturan.xlsx": the office's settings, empty, in the columns that its reader knows.

Run it with no argument to write the template beside this file.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from sheet_design import (
    A4,
    KUNING,
    add_choices,
    add_validation,
    prepare_rows,
    put_headings,
    put_title,
    set_up_page,
    set_widths,
    shape_cell,
)

from kinerja_xl.workbook.settings.settings_columns import (
    BIDANG,
    HARI_LIBUR,
    KOLOM_BIDANG,
    LEMBAR_PENGATURAN,
    PANGKAT,
    PEJABAT,
    LembarPengaturan,
)
from kinerja_xl.workbook.table_writer import fit_height
from kinerja_xl.workbook.xlsx.save_book import save_book

FILE = "Pengaturan.xlsx"
DAFTAR = "Daftar"  # a hidden sheet for a list too long to stand in a validation
HEAD = 4
PORTRAIT = {HARI_LIBUR}


def build() -> bytes:
    """Return the template as bytes; the same bytes every time."""
    book = Workbook()
    book.remove(book.active)
    for lembar in LEMBAR_PENGATURAN:
        build_sheet(book.create_sheet(lembar.nama), lembar)
    lists = book.create_sheet(DAFTAR)
    for row, pangkat in enumerate(PANGKAT, start=1):
        lists.cell(row, 1, pangkat)
    lists.sheet_state = "hidden"
    return save_book(book, "Pengaturan")


def build_sheet(sheet: Worksheet, lembar: LembarPengaturan) -> None:
    """One sheet: title, explanation, tables side by side."""
    first, width = 1, 0
    for daftar_kolom in lembar.daftar_tabel:
        set_widths(sheet, daftar_kolom, first)
        put_headings(sheet, HEAD, daftar_kolom, first)
        if lembar.daftar_butir:
            build_pairs(sheet, lembar)
        else:
            prepare_rows(sheet, range(HEAD + 1, HEAD + 1 + lembar.siap), daftar_kolom, first)
            add_choices(sheet, HEAD + 1, daftar_kolom, choices_elsewhere(lembar.nama), first)
        width = first + len(daftar_kolom) - 1
        first = width + 2  # an empty column between two tables
        sheet.column_dimensions[get_column_letter(width + 1)].width = 4
    put_title(sheet, lembar.judul, lembar.penjelasan, width)
    sheet.freeze_panes = "B5" if lembar.nama == PEJABAT else "A5"
    set_up_page(sheet, f"{HEAD}:{HEAD}", A4, "portrait" if lembar.nama in PORTRAIT else "landscape")


def build_pairs(sheet: Worksheet, lembar: LembarPengaturan) -> None:
    """Names with an empty cell beside each, its choices and what it means."""
    columns = {kolom.nama: number for number, kolom in enumerate(lembar.daftar_tabel[0], start=1)}
    for row, butir in enumerate(lembar.daftar_butir, start=HEAD + 1):
        texts = {"nama": butir.label, "penjelasan": butir.penjelasan, "pilihan": "; ".join(butir.pilihan)}
        for kolom in lembar.daftar_tabel[0]:
            cell = sheet.cell(row, columns[kolom.nama], texts.get(kolom.nama) or None)
            shape_cell(cell, butir.format if kolom.nama == "isi" else kolom.format)
        fit_height(sheet, row)
        isi = sheet.cell(row, columns["isi"])
        isi.fill = PatternFill("solid", fgColor=KUNING)
        if butir.pilihan:
            add_validation(sheet, isi.coordinate, f'"{",".join(butir.pilihan)}"', butir.label)


def choices_elsewhere(lembar: str) -> dict[str, str]:
    """Where the lists of the sheet Pejabat stand: short names on Bidang, ranks on the hidden sheet."""
    if lembar != PEJABAT:
        return {}
    letters = {kolom.nama: get_column_letter(number) for number, kolom in enumerate(KOLOM_BIDANG, start=1)}
    return {"bidang": f"{BIDANG}!${letters['singkatan']}${HEAD + 1}:${letters['singkatan']}${HEAD + 60}",
            "sub_bidang": f"{BIDANG}!${letters['sub_singkatan']}${HEAD + 1}:${letters['sub_singkatan']}${HEAD + 60}",
            "pangkat": f"{DAFTAR}!$A$1:$A${len(PANGKAT)}"}


if __name__ == "__main__":
    (Path(__file__).parent / FILE).write_bytes(build())
