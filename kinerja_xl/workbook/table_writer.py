"""Filling a template's tables: columns found by their headings, rows in the look of the first prepared one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import date, time
from decimal import Decimal

from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.cells import column_letters
from kinerja_xl.domain.indicators import Predikat, Rentang
from kinerja_xl.domain.numbers import format_nilai
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.workbook.grid import Grid
from kinerja_xl.workbook.make.styles import FORMAT_BULAT, FORMAT_DESIMAL
from kinerja_xl.workbook.tables import Butir, KolomTabel, find_beside, find_table, heading_key

LINE, PADDING = 12.75, 4.5  # points: a line of Arial 10, and air above and below

Isi = str | int | bool | Decimal | Predikat | Rentang | date | time | None
"""What can be written: truth values become ya/tidak, times text such as 07.30, a predikat its letters."""


def template_grid(sheet: Worksheet) -> Grid:
    """Return the texts of a template's sheet, as the finders of headings and labels need them."""
    texts = {(cell.row, cell.column): cell.value.strip() for row in sheet.iter_rows() for cell in row
             if isinstance(cell.value, str) and cell.value.strip()}
    return Grid(sheet.title, texts)


def fill_table(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], rows: Iterable[Mapping[str, Isi]],
               cadangan: int = 0) -> range:
    """Write the rows under the table's headings and return their numbers; TemplateBroken: a heading is gone.

    ``cadangan`` rows below them are given the same look, so that a new row is quickly written.
    """
    tabel = find_table(template_grid(sheet), daftar_kolom)
    if tabel.hilang:
        raise TemplateBroken(berkas=sheet.title, daftar=", ".join(f"kolom {kolom.sebutan}" for kolom in tabel.hilang))
    first = tabel.baris_judul + 1
    if _counts_columns(sheet, first, tabel.kolom.values()):
        first += 1
    model = {column: copy(sheet.cell(first, column)._style) for column in tabel.kolom.values()}
    written = list(rows)
    for number, row in enumerate([*written, *[{}] * cadangan], start=first):
        for nama, column in tabel.kolom.items():
            cell = sheet.cell(number, column)
            if not cell.has_style:
                cell._style = copy(model[column])
            write_cell(cell, row.get(nama))
        fit_height(sheet, number)
    return range(first, first + len(written))


def fill_pairs(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], daftar_butir: Sequence[Butir],
               isi: Mapping[str, Isi]) -> None:
    """Write the values beside their names on a sheet of pairs; TemplateBroken where a name is gone."""
    tabel = find_table(template_grid(sheet), daftar_kolom)
    rows = {heading_key(str(row.sel["nama"])): row.nomor for row in tabel.daftar_baris if row.sel.get("nama")}
    lost = [f"baris {butir.label}" for butir in daftar_butir if heading_key(butir.label) not in rows]
    lost += [f"kolom {kolom.sebutan}" for kolom in tabel.hilang]
    if lost:
        raise TemplateBroken(berkas=sheet.title, daftar=", ".join(lost))
    for butir in daftar_butir:
        row = rows[heading_key(butir.label)]
        write_cell(sheet.cell(row, tabel.kolom["isi"]), isi[butir.nama])
        fit_height(sheet, row)


def fill_beside(sheet: Worksheet, label: str, isi: Isi) -> None:
    """Write a value to the right of a label above the tables; TemplateBroken where the label is gone."""
    letak = find_beside(template_grid(sheet), label, sheet.max_row)
    if letak is None:
        raise TemplateBroken(berkas=sheet.title, daftar=f"label {label}")
    write_cell(sheet[letak.sel], isi)


def write_cell(cell: Cell, isi: Isi) -> None:
    """Write a value with the number format it needs; text stays text, also where it begins with an equals sign."""
    if isinstance(isi, bool):
        isi = "ya" if isi else "tidak"
    if isinstance(isi, time):
        isi = f"{isi:%H.%M}"
    if isinstance(isi, (Predikat, Rentang)):
        isi = format_nilai(isi)
    if isinstance(isi, Decimal):
        whole = isi == isi.to_integral_value()
        isi = int(isi) if whole else isi
        if cell.number_format == "General":
            cell.number_format = FORMAT_BULAT if whole else FORMAT_DESIMAL
    cell.value = isi or None if isinstance(isi, str) else isi
    if isinstance(isi, str) and isi.startswith("="):
        cell.data_type = "s"


def fit_height(sheet: Worksheet, row: int) -> None:
    """Give a row the height that its wrapped texts need: programs that open the file do not compute it themselves.

    Merged texts are left out: they have the height of all their rows.
    """
    fit_heights(sheet, (row,))


def fit_heights(sheet: Worksheet, rows: Iterable[int]) -> None:
    """Do as ``fit_height`` for many rows: what is merged, and how wide the sheet is, is asked for once."""
    merged = {cell for area in sheet.merged_cells.ranges for cell in area.cells}
    widths = {column: sheet.column_dimensions[column_letters(column)].width
              for column in range(1, sheet.max_column + 1)}
    for row in rows:
        texts = ((sheet.cell(row, column).value, width) for column, width in widths.items()
                 if (row, column) not in merged)
        lines = max((count_lines(isi, width) for isi, width in texts if isinstance(isi, str)), default=1)
        dimension = sheet.row_dimensions[row]
        dimension.height = max(max(lines, 1) * LINE + PADDING, dimension.height or 0)


def share_height(sheet: Worksheet, first: int, last: int, column: int) -> None:
    """Make the rows of a merged text together as high as it needs, each by the same share."""
    width = sheet.column_dimensions[column_letters(column)].width
    needed = count_lines(str(sheet.cell(first, column).value or ""), width) * LINE + PADDING
    heights = [sheet.row_dimensions[row].height or LINE + PADDING for row in range(first, last + 1)]
    more = max(0.0, needed - sum(heights)) / len(heights)
    for row, height in enumerate(heights, start=first):
        sheet.row_dimensions[row].height = height + more


def count_lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column: words are not broken, capitals are wide."""
    lines = 0
    for paragraph in text.split("\n"):
        used, lines = 0.0, lines + 1
        for word in paragraph.split():
            size = 0.93 * len(word) + 0.3 * sum(letter.isupper() for letter in word)
            if used and used + 1 + size > width - 2:
                used, lines = 0.0, lines + 1
            used += size + (1 if used else 0)
    return lines


def set_print_area(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], terakhir: str, last_row: int) -> None:
    """Print the columns up to ``terakhir`` (all where the table has no such column) and the rows to ``last_row``."""
    columns = find_table(template_grid(sheet), daftar_kolom).kolom
    last = columns.get(terakhir) or max(columns.values())
    sheet.print_area = f"A1:{column_letters(last)}{last_row}"


def mark_contoh(sheets: Iterable[Worksheet]) -> None:
    """Print DATA CONTOH on every page: a sample office must never pass for a real one."""
    for sheet in sheets:
        sheet.oddHeader.right.text = "DATA CONTOH – bukan data resmi"
        sheet.oddHeader.right.font = "Arial,Bold"
        sheet.oddHeader.right.color = "C00000"


def _counts_columns(sheet: Worksheet, row: int, columns: Iterable[int]) -> bool:
    return any(str(sheet[f"{column_letters(column)}{row}"].value or "").startswith("(") for column in columns)
