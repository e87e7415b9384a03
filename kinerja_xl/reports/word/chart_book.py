"""The workbook inside a chart, which Word opens for "Edit Data": written from a chart's values, and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.reports.word.parts import parse_part, read_parts, relations_of

SHEET = "Sheet1"  # the name python-pptx writes into the references of a chart
_DAY = datetime(1980, 1, 1)  # never the clock's: the same content gives the same bytes
_BOOK = "xl/workbook.xml"
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_book(grafik: Grafik, format_of_values: str) -> bytes:
    """Return the .xlsx of a chart: categories in column A, a column for each series, their names in row 1.

    A text that begins with ``=`` stays a text.
    """
    import xlsxwriter  # only papers with charts pay for loading it

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _SAFE) as book:
        book.set_properties({"created": _DAY})
        sheet = book.add_worksheet(SHEET)
        shown = book.add_format({"num_format": format_of_values})
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(grafik.seri), 18)
        for row, kategori in enumerate(grafik.kategori, 1):
            sheet.write_string(row, 0, kategori)
        for column, seri in enumerate(grafik.seri, 1):
            sheet.write_string(0, column, seri.nama)
            for row, nilai in enumerate(seri.nilai, 1):
                if nilai is not None:
                    sheet.write_number(row, column, float(nilai), shown)
    return target.getvalue()


def read_book(data: bytes) -> dict[str, str | Decimal]:
    """Return the texts and numbers of a workbook's first sheet by cell (``B2``).

    BadZipFile, XMLSyntaxError, StopIteration or KeyError where it is no workbook with a sheet.
    """
    parts = read_parts(data)
    sheet = next(r.target for r in relations_of(parts, _BOOK).values() if r.jenis == "worksheet")
    texts = _shared_texts(parts)
    cells: dict[str, str | Decimal] = {}
    for cell in parse_part(parts[sheet]).iter("{*}c"):
        value = cell.find("{*}v")
        if cell.get("t") == "inlineStr":
            cells[cell.get("r", "")] = "".join(t.text or "" for t in cell.iter("{*}t"))
        elif value is not None and cell.get("t") == "s":
            cells[cell.get("r", "")] = texts[int(value.text or "0")]
        elif value is not None:
            cells[cell.get("r", "")] = Decimal(value.text or "0")
    return cells


def _shared_texts(parts: Mapping[str, bytes]) -> list[str]:
    name = next((r.target for r in relations_of(parts, _BOOK).values() if r.jenis == "sharedStrings"), "")
    if name not in parts:
        return []
    return ["".join(t.text or "" for t in item.iter("{*}t")) for item in parse_part(parts[name]).iter("{*}si")]
