"""The common look of Pengaturan.xlsx and Rencana Aksi.xlsx: titles, headings, prepared rows, choices, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.workbook.tables import KolomTabel

FONT, UKURAN = "Arial", 10
BIRU_TUA, BIRU, KUNING, ABU = "1F3864", "D9E2F3", "FFFCEB", "595959"
GARIS = Border(*(Side("thin", color="A6A6A6"),) * 4)
A3, A4 = 8, 9
TINGGI = 17.25  # points: one line of Arial 10
BARIS_PILIHAN = 1000  # validation lists reach this far below the headings

FORMAT = {"kode": "@", "jam": "@", "warna": "@", "tanggal": "dd/mm/yyyy", "rupiah": "#,##0"}
DI_TENGAH = {"tengah", "nilai", "angka", "tanggal", "jam", "warna"}


def put(cell: Cell, text: str, *, size: float = UKURAN, bold: bool = False, italic: bool = False,
        color: str = "000000", align: str = "left", indent: int = 0) -> None:
    """Write a text of the template."""
    cell.value = text
    cell.font = Font(FONT, size, bold=bold, italic=italic, color=color)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True, indent=indent)


def put_title(sheet: Worksheet, judul: str, penjelasan: str, width: int) -> None:
    """Write the title and its line of explanation over ``width`` columns."""
    last = get_column_letter(width)
    sheet.merge_cells(f"A1:{last}1")
    sheet.merge_cells(f"A2:{last}2")
    put(sheet["A1"], judul, size=16, bold=True, color=BIRU_TUA)
    put(sheet["A2"], penjelasan, italic=True, color=ABU)
    total = sum(sheet.column_dimensions[get_column_letter(column)].width for column in range(1, width + 1))
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[2].height = 15 * (1 + int(len(penjelasan) // total))


def set_widths(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], first: int = 1) -> None:
    """Give each column its width, from column ``first`` on."""
    for column, kolom in enumerate(daftar_kolom, start=first):
        sheet.column_dimensions[get_column_letter(column)].width = kolom.lebar


def put_headings(sheet: Worksheet, row: int, daftar_kolom: Sequence[KolomTabel], first: int = 1) -> int:
    """Write the headings from ``row`` on, over two rows where columns have a common heading; return the next row."""
    two_rows = any(kolom.grup for kolom in daftar_kolom)
    bottom = row + two_rows
    for column, kolom in enumerate(daftar_kolom, start=first):
        put_heading(sheet.cell(row, column), "" if kolom.grup else kolom.judul)
        put_heading(sheet.cell(bottom, column), kolom.judul if kolom.grup or not two_rows else "")
        if two_rows and not kolom.grup:
            sheet.merge_cells(start_row=row, end_row=bottom, start_column=column, end_column=column)
    for grup in dict.fromkeys(kolom.grup for kolom in daftar_kolom if kolom.grup):
        columns = [column for column, kolom in enumerate(daftar_kolom, start=first) if kolom.grup == grup]
        put_heading(sheet.cell(row, columns[0]), grup)
        sheet.merge_cells(start_row=row, end_row=row, start_column=columns[0], end_column=columns[-1])
    sheet.row_dimensions[row].height = 20 if two_rows else 32
    if two_rows:
        sheet.row_dimensions[bottom].height = 26
    return bottom + 1


def put_heading(cell: Cell, text: str) -> None:
    """Write one heading."""
    put(cell, text, bold=True, color=BIRU_TUA, align="center")
    cell.value = text or None
    cell.fill = PatternFill("solid", fgColor=BIRU)
    cell.border = GARIS


def prepare_rows(sheet: Worksheet, rows: range, daftar_kolom: Sequence[KolomTabel], first: int = 1, *,
                 vertical: str = "center") -> None:
    """Give empty rows their borders, formats and alignment."""
    for row in rows:
        for column, kolom in enumerate(daftar_kolom, start=first):
            shape_cell(sheet.cell(row, column), kolom.format, vertical)
        sheet.row_dimensions[row].height = TINGGI


def shape_cell(cell: Cell, format_kolom: str, vertical: str = "center") -> None:
    """Give one cell the look of its kind of column."""
    explains = format_kolom == "catatan"
    cell.font = Font(FONT, UKURAN, bold=format_kolom == "label", color=ABU if explains else "000000")
    horizontal = "center" if format_kolom in DI_TENGAH else "right" if format_kolom == "rupiah" else "left"
    indent = 0 if horizontal == "center" else 1
    cell.alignment = Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)
    cell.border = GARIS
    cell.number_format = FORMAT.get(format_kolom, "General")


def add_choices(sheet: Worksheet, first_row: int, daftar_kolom: Sequence[KolomTabel], lists: Mapping[str, str],
                first: int = 1) -> None:
    """Add the validation lists and input hints; ``lists``: where a list too long to write out, or a table, stands."""
    for column, kolom in enumerate(daftar_kolom, start=first):
        letter = get_column_letter(column)
        formula = lists.get(kolom.nama) or f'"{",".join(kolom.pilihan)}"'
        if kolom.pilihan or kolom.nama in lists:
            add_validation(sheet, f"{letter}{first_row}:{letter}{first_row + BARIS_PILIHAN}", formula, kolom.judul,
                           kolom.bantuan, strict=bool(kolom.pilihan) and not kolom.saran)
        elif kolom.bantuan:
            hint = DataValidation(allow_blank=True, promptTitle=kolom.judul, prompt=kolom.bantuan,
                                  showInputMessage=True)
            hint.add(f"{letter}{first_row}:{letter}{first_row + BARIS_PILIHAN}")
            sheet.add_data_validation(hint)


def add_validation(sheet: Worksheet, cells: str, formula: str, judul: str, bantuan: str = "", *,
                   strict: bool = True) -> None:
    """Add one validation list; not ``strict``: anything else may be typed as well."""
    title = shorten(judul, 32, placeholder="")  # Excel's limit; whole words
    validation = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=strict,
                                errorTitle=title, error="Pilih salah satu isi dari daftar.",
                                showInputMessage=bool(bantuan), promptTitle=title, prompt=bantuan)
    validation.add(cells)
    sheet.add_data_validation(validation)


def set_up_page(sheet: Worksheet, heading_rows: str, paper: int = A4, orientation: str = "landscape") -> None:
    """One page wide, headings on every page, sheet and page in the footer."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = paper
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top, sheet.page_margins.bottom = 0.75, 0.8
    sheet.print_title_rows = heading_rows
    sheet.oddFooter.left.text, sheet.oddFooter.left.size = "&A", 8
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = "Halaman &P dari &N", 8
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
