"""The sheets of an office's own workbook as adoption knows them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from python_calamine import CalamineSheet, CalamineWorkbook

from kinerja_xl.domain.adopsi.sumber import LembarSumber, Tempat
from kinerja_xl.domain.cells import column_number
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.xlsx.package import Package, local_name, parse_xml

_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})" s="(\d+)"')
_BLANKS = 3  # a step of an indent is as wide as three blanks


def read_source(data: bytes, nama: str) -> tuple[LembarSumber, ...]:
    """Return every sheet of a workbook, the hidden ones marked, in its order; NotAWorkbook where it is none."""
    book = read_book(data, nama)
    parts = [part for part in book.package.sheets if part.nama in book.grids]
    source, styles = CalamineWorkbook.from_filelike(io.BytesIO(data)), _indented_styles(book.package)
    return tuple(LembarSumber(grid.lembar, grid.nilai, tuple(grid.gabungan), grid.tanpa_hasil, part.state != "visible",
                              _indents(source.get_sheet_by_name(part.nama), book.package.read(part.part), styles))
                 for part in parts for grid in (book.grids[part.nama],))


def _indents(source: CalamineSheet, part: bytes, styles: Mapping[bytes, int]) -> dict[Tempat, int]:
    """How far texts stand from the left edge: by the blanks before them and by the indent of their cells."""
    found: dict[Tempat, int] = {}
    for row, cells in enumerate(source.to_python(skip_empty_area=False), start=1):
        for column, isi in enumerate(cells, start=1):
            if isinstance(isi, str) and (blanks := len(isi) - len(isi.lstrip())):
                found[row, column] = blanks
    if styles:
        for letters, number, style in _CELL.findall(part):
            if indent := styles.get(style):
                place = int(number), column_number(letters.decode())
                found[place] = found.get(place, 0) + indent * _BLANKS
    return found


def _indented_styles(package: Package) -> dict[bytes, int]:
    """The cell style ids whose alignment has an indent."""
    if package.styles_part is None:
        return {}
    formats = next(parse_xml(package.read(package.styles_part)).iter("{*}cellXfs"), None)
    rows = [] if formats is None else [xf for xf in formats if local_name(xf) == "xf"]
    indents = ((str(index).encode(), next((one.get("indent", "0") for one in xf.iter("{*}alignment")), "0"))
               for index, xf in enumerate(rows))
    return {style: int(indent) for style, indent in indents if indent.isdecimal() and indent != "0"}
