"""Build "Rencana Aksi.xlsx": the year's plan, empty, looking like the Rencana Aksi an office already uses.

Run it with no argument to write the template beside this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet
from sheet_design import (
    A3,
    A4,
    ABU,
    BIRU_TUA,
    add_choices,
    add_validation,
    prepare_rows,
    put,
    put_heading,
    put_headings,
    set_up_page,
    set_widths,
    shape_cell,
)

from kinerja_xl.workbook.plan import plan_columns as kolom
from kinerja_xl.workbook.tables import KolomTabel
from kinerja_xl.workbook.xlsx.save_book import save_book

FILE = "Rencana Aksi.xlsx"
SIAP = 12  # empty rows prepared
BIDANG_DI = "Bidang ditulis dengan singkatannya menurut Pengaturan."
PETUNJUK = {
    kolom.INDIKATOR:
        "Satu baris untuk tiap indikator. Tujuan dan sasaran cukup ditulis sekali, lalu digabung ke bawah. Target "
        f"boleh angka, predikat (misalnya BB), atau rentang (80–90). {BIDANG_DI}",
    kolom.PROGRAM:
        "Satu baris untuk tiap sub kegiatan. Urusan, program, dan kegiatan cukup ditulis sekali, lalu digabung ke "
        f"bawah. Kode ditulis sebagai teks; pagu dalam rupiah penuh. {BIDANG_DI}",
    kolom.RIWAYAT:
        "Target dan realisasi lima tahun terakhir, dan triwulan sebelum layanan ini dipakai. Tahun penuh ditulis tanpa "
        "triwulan.",
    kolom.PERUBAHAN:
        "Yang berubah pada versi ini, dari apa menjadi apa, dan alasannya. Kode atau kolom yang dikosongkan berarti "
        "semuanya; baris versi sebelumnya dibiarkan.",
}
LEBAR = {kolom.INDIKATOR: (A3, "F"), kolom.PROGRAM: (A3, "I"), kolom.RIWAYAT: (A4, "C"), kolom.PERUBAHAN: (A4, "C")}
HINTS = {
    "dasar": "pilih: PK, PK Perubahan, DPA, Pergeseran, atau DPPA",
    "nomor": "nomor dokumen itu, misalnya 12/PK/2026",
    "tanggal": "tanggal dokumen itu, misalnya 03/08/2026",
    "berlaku_mulai": "I, II, III, atau IV",
    "versi": "bertambah satu pada setiap perubahan",
}
FORMAT_KEPALA = {"nomor": "kode", "tanggal": "tanggal"}


def build() -> bytes:
    """Return the template as bytes; the same bytes every time."""
    book = Workbook()
    book.remove(book.active)
    for lembar, daftar_kolom in kolom.KOLOM_LEMBAR.items():
        sheet = book.create_sheet(lembar)
        set_widths(sheet, daftar_kolom)
        names = [k.nama for k in daftar_kolom]
        last = kolom.KOLOM_CETAK_TERAKHIR
        printed = names.index(last) + 1 if last in names else len(names)
        row = build_kop(book, sheet, printed, kolom.AKHIRAN[lembar], PETUNJUK[lembar])
        row = build_labels(sheet, row) if lembar == kolom.INDIKATOR else row + 1
        build_table(sheet, row, daftar_kolom, *LEBAR[lembar])
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
    total = sum(sheet.column_dimensions[get_column_letter(column)].width for column in range(1, width + 1))
    sheet.row_dimensions[5].height = 16 if len(petunjuk) < total else 28
    return 6


def build_labels(sheet: Worksheet, row: int) -> int:
    """The head of the plan: a label, its value, a hint; return the row after a blank one."""
    for nama, label in kolom.LABEL_KEPALA:
        put(sheet[f"B{row}"], label, bold=True)
        sheet.merge_cells(f"C{row}:E{row}")
        for column in "CDE":
            cell = sheet[f"{column}{row}"]
            shape_cell(cell, FORMAT_KEPALA.get(nama, "teks"))
            cell.alignment = Alignment(horizontal="left", vertical="center", indent=1)
        if nama in kolom.PILIHAN_KEPALA:
            add_validation(sheet, f"C{row}", f'"{",".join(kolom.PILIHAN_KEPALA[nama])}"', label)
        put(sheet[f"F{row}"], HINTS.get(nama, ""), size=9, italic=True, color=ABU, indent=1)
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
