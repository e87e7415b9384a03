"""Build "Rencana Aksi.xlsx": the year's plan, empty, looking like the Rencana Aksi an office already uses.

Run it with no argument to write the template beside this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet
from sheet_design import (
    A3,
    A4,
    ABU,
    BIRU_TUA,
    add_choices,
    prepare_rows,
    put,
    put_heading,
    put_headings,
    put_title,
    set_up_page,
    set_widths,
    shape_cell,
)

from kinerja_xl.workbook import plan_columns as kolom
from kinerja_xl.workbook.save_book import save_book
from kinerja_xl.workbook.tables import KolomTabel

FILE = "Rencana Aksi.xlsx"
SIAP = 12  # empty rows prepared
BIDANG_DI = "Bidang ditulis dengan singkatannya menurut Pengaturan."
PETUNJUK = (
    "Satu baris untuk tiap indikator. Tujuan dan sasaran cukup ditulis sekali, lalu digabung ke bawah. Target boleh "
    f"angka, predikat (misalnya BB), atau rentang (80–90). {BIDANG_DI}")
PETUNJUK_PROGRAM = (
    "Satu baris untuk tiap sub kegiatan. Urusan, program, dan kegiatan cukup ditulis sekali, lalu digabung ke bawah. "
    f"Kode ditulis sebagai teks; pagu dalam rupiah penuh. {BIDANG_DI}")
LABELS = (
    (kolom.LABEL_TAHUN, ""),
    (kolom.LABEL_DASAR, "Perjanjian Kinerja, DPA, atau perubahannya: nomor dan tanggal"),
    (kolom.LABEL_BERLAKU, "I, II, III, atau IV"),
    (kolom.LABEL_VERSI, "bertambah satu pada setiap perubahan"),
)


def build() -> bytes:
    """Return the template as bytes; the same bytes every time."""
    book = Workbook()
    sheet = book.active
    sheet.title = kolom.INDIKATOR
    set_widths(sheet, kolom.KOLOM_INDIKATOR)
    printed = [k.nama for k in kolom.KOLOM_INDIKATOR].index(kolom.KOLOM_CETAK_TERAKHIR) + 1
    row = build_kop(book, sheet, printed, "", PETUNJUK)
    row = build_labels(sheet, row)
    build_table(sheet, row, kolom.KOLOM_INDIKATOR, A3, "F")
    sheet = book.create_sheet(kolom.PROGRAM)
    set_widths(sheet, kolom.KOLOM_PROGRAM)
    row = build_kop(book, sheet, len(kolom.KOLOM_PROGRAM), "_program", PETUNJUK_PROGRAM)
    build_table(sheet, row + 1, kolom.KOLOM_PROGRAM, A3, "I")
    for nama, daftar_kolom, penjelasan in (
            (kolom.RIWAYAT, kolom.KOLOM_RIWAYAT, "Target dan realisasi tahun-tahun lalu, dan triwulan sebelum layanan "
             "ini dipakai. Tahun penuh ditulis tanpa triwulan."),
            (kolom.PERUBAHAN, kolom.KOLOM_PERUBAHAN, "Apa yang berubah pada rencana ini, dari apa menjadi apa, dan "
             "alasannya.")):
        sheet = book.create_sheet(nama)
        set_widths(sheet, daftar_kolom)
        put_title(sheet, nama, penjelasan, len(daftar_kolom))
        first = put_headings(sheet, 4, daftar_kolom)
        prepare_rows(sheet, range(first, first + SIAP), daftar_kolom)
        add_choices(sheet, first, daftar_kolom, {})
        sheet.freeze_panes = f"A{first}"
        set_up_page(sheet, "4:4", A4)
    return save_book(book, "Rencana Aksi")


def build_kop(book: Workbook, sheet: Worksheet, width: int, end: str, petunjuk: str) -> int:
    """The letterhead in two lines over a thick rule, the title and the explanation; return the next row."""
    last = get_column_letter(width)
    for row, name, size in ((1, kolom.KOP_PEMERINTAH, 13), (2, kolom.KOP_NAMA, 17), (4, kolom.JUDUL, 14)):
        sheet.merge_cells(f"A{row}:{last}{row}")
        put(sheet[f"A{row}"], "", size=size, bold=True, align="center")
        sheet.row_dimensions[row].height = size * 1.6
        book.defined_names[name + end] = DefinedName(name + end, attr_text=f"'{sheet.title}'!$A${row}")
    for column in range(1, width + 1):
        sheet.cell(3, column).border = Border(top=Side("thick", color="000000"))
    sheet.row_dimensions[3].height = 8
    sheet.merge_cells(f"A5:{last}5")
    put(sheet["A5"], petunjuk, size=9, italic=True, color=ABU, align="center")
    sheet.row_dimensions[5].height = 16
    return 6


def build_labels(sheet: Worksheet, row: int) -> int:
    """Year, legal basis, first quarter and version: a label, its value, a hint; return the row after a blank one."""
    for label, hint in LABELS:
        put(sheet[f"B{row}"], label, bold=True)
        sheet.merge_cells(f"C{row}:E{row}")
        for column in "CDE":
            shape_cell(sheet[f"{column}{row}"], "kode" if label == kolom.LABEL_DASAR else "teks")
        put(sheet[f"F{row}"], hint, size=9, italic=True, color=ABU, indent=1)
        sheet.merge_cells(f"F{row}:L{row}")
        sheet.row_dimensions[row].height = 16
        row += 1
    return row + 1


def build_table(sheet: Worksheet, row: int, daftar_kolom: Sequence[KolomTabel], paper: int, frozen: str) -> None:
    """Headings over two rows, the row of column numbers, empty rows, choices, print set-up."""
    number_row = put_headings(sheet, row, daftar_kolom)
    for column in range(1, len(daftar_kolom) + 1):
        put_heading(sheet.cell(number_row, column), f"({column})")
        put(sheet.cell(number_row, column), f"({column})", size=8, color=BIRU_TUA, align="center")
    first = number_row + 1
    prepare_rows(sheet, range(first, first + SIAP), daftar_kolom, vertical="top")
    add_choices(sheet, first, daftar_kolom, {})
    sheet.freeze_panes = f"{frozen}{first}"
    set_up_page(sheet, f"{row}:{number_row}", paper)


if __name__ == "__main__":
    (Path(__file__).parent / FILE).write_bytes(build())
