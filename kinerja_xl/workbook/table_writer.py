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
from kinerja_xl.workbook.styles import FORMAT_BULAT, FORMAT_DESIMAL
from kinerja_xl.workbook.tables import Butir, KolomTabel, find_beside, find_table, heading_key

Isi = str | int | bool | Decimal | Predikat | Rentang | date | time | None
"""What can be written: truth values become ya/tidak, times text such as 07.30, a predikat its letters."""


def template_grid(sheet: Worksheet) -> Grid:
    """Return the texts of a template's sheet, as the finders of headings and labels need them."""
    texts = {(cell.row, cell.column): cell.value.strip() for row in sheet.iter_rows() for cell in row
             if isinstance(cell.value, str) and cell.value.strip()}
    return Grid(sheet.title, texts)


def fill_table(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], rows: Iterable[Mapping[str, Isi]]) -> range:
    """Write the rows under the table's headings and return their numbers; TemplateBroken: a heading is gone."""
    tabel = find_table(template_grid(sheet), daftar_kolom)
    if tabel.hilang:
        raise TemplateBroken(berkas=sheet.title, daftar=", ".join(f"kolom {kolom.sebutan}" for kolom in tabel.hilang))
    first = tabel.baris_judul + 1
    if _counts_columns(sheet, first, tabel.kolom.values()):
        first += 1
    number = first
    for number, row in enumerate(rows, start=first):
        for nama, column in tabel.kolom.items():
            cell = sheet.cell(number, column)
            if number > first and not cell.has_style:
                cell._style = copy(sheet.cell(first, column)._style)
            write_cell(cell, row.get(nama))
        number += 1
    return range(first, number)


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
        write_cell(sheet.cell(rows[heading_key(butir.label)], tabel.kolom["isi"]), isi[butir.nama])


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


def mark_contoh(sheets: Iterable[Worksheet]) -> None:
    """Print DATA CONTOH on every page: a sample office must never pass for a real one."""
    for sheet in sheets:
        sheet.oddHeader.right.text = "DATA CONTOH – bukan data resmi"
        sheet.oddHeader.right.font = "Arial,Bold"
        sheet.oddHeader.right.color = "C00000"


def _counts_columns(sheet: Worksheet, row: int, columns: Iterable[int]) -> bool:
    return any(str(sheet[f"{column_letters(column)}{row}"].value or "").startswith("(") for column in columns)
