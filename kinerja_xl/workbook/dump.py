"""A workbook as stable text, for people to look at and for tests to compare: no time stamps, no number formats."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.numbers import from_float
from kinerja_xl.errors import NotAWorkbook

_KEADAAN = {"visible": "tampak", "hidden": "tersembunyi", "veryHidden": "sangat tersembunyi"}
_UNREADABLE = (InvalidFileException, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, TypeError,
               AttributeError, OSError)  # all that openpyxl lets through for a broken file


def dump_workbook(data: bytes, nama: str) -> str:
    """Return the sheets with state, protection, merged cells, rules, links and cells, then the defined names.

    A cell is ``A1 = value``; a formula stands behind it as ``A1 = shown <- =A2*2``. NotAWorkbook where unreadable.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions that openpyxl does not know; nothing is saved here
            formulas = load_workbook(io.BytesIO(data))
            shown = load_workbook(io.BytesIO(data), data_only=True)
    except _UNREADABLE as error:
        raise NotAWorkbook(berkas=nama, sebab="isi berkasnya rusak.") from error
    lines: list[str] = []
    for sheet in formulas.worksheets:
        lines += [*_sheet(sheet), *_cells(sheet, shown[sheet.title]), ""]
    return "\n".join([*lines, *_names(formulas)]) + "\n"


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"## {sheet.title} ({_KEADAAN[sheet.sheet_state]})"
    yield f"terkunci: {'ya' if sheet.protection.sheet else 'tidak'}"
    yield f"dibekukan: {sheet.freeze_panes or '-'}"
    yield f"cetak: {sheet.page_setup.orientation or '-'}, baris judul {sheet.print_title_rows or '-'}"
    footer = sheet.oddFooter
    parts = (("kiri", footer.left), ("tengah", footer.center), ("kanan", footer.right)) if footer else ()
    for side, part in parts:
        if part and part.text:
            yield f"kaki {side}: {part.text}"
    merged = sorted(str(area) for area in sheet.merged_cells.ranges)
    yield f"digabung: {' '.join(merged) or '-'}"
    hidden = sorted(letters for letters, column in sheet.column_dimensions.items() if column.hidden)
    yield f"kolom tersembunyi: {' '.join(hidden) or '-'}"
    yield f"validasi: {len(sheet.data_validations.dataValidation)}"
    for rules in sheet.conditional_formatting:
        for rule in rules.rules:
            yield f"format bersyarat {rules.sqref}: {rule.type} {' '.join(map(str, rule.formula))}".rstrip()


def _cells(sheet: Worksheet, shown: Worksheet) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell) or cell.value is None:
                continue
            link = f" -> {cell.hyperlink.location or cell.hyperlink.target}" if cell.hyperlink else ""
            if cell.data_type == "f":
                yield f"{cell.coordinate} = {_text(shown[cell.coordinate].value)} <- {_formula(cell)}{link}"
            else:
                yield f"{cell.coordinate} = {_text(cell.value)}{link}"


def _formula(cell: Cell) -> str:
    if isinstance(cell.value, ArrayFormula):
        return f"{{{cell.value.text}}} {cell.value.ref}"
    return "tabel data" if isinstance(cell.value, DataTableFormula) else str(cell.value)


def _text(isi: object) -> str:
    if isi is None:
        return "(kosong)"
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, (int, float)):
        return f"{from_float(isi).normalize():f}"
    if isinstance(isi, Decimal):
        return f"{isi.normalize():f}"
    if isinstance(isi, (datetime, date, time)):
        return isi.isoformat()
    if isinstance(isi, timedelta):
        return str(isi)
    return '"' + str(isi).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _names(book: Workbook) -> Iterator[str]:
    yield "## Nama"
    for name in sorted(book.defined_names, key=str.casefold):
        yield f"{name} = {book.defined_names[name].attr_text}"
    for sheet in book.worksheets:
        for name in sorted(sheet.defined_names, key=str.casefold):
            yield f"{name} ({sheet.title}) = {sheet.defined_names[name].attr_text}"
