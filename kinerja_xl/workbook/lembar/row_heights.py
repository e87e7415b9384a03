"""Give the rows of a worksheet's tables the height that what was written into them needs.

Excel and LibreOffice do this while a person types; a program that fills cells has to do it itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.sheet_tools import text_height
from kinerja_xl.workbook.read_book import Book, read_book
from kinerja_xl.workbook.xlsx.measures import DEFAULT_WIDTH, column_widths
from kinerja_xl.workbook.xlsx.package import parse_xml
from kinerja_xl.workbook.xlsx.zip_copy import copy_with

_TABLES = ((names.LEMBAR_KERJA, names.KODE_INDIKATOR), (names.PROGRAM_DAN_ANGGARAN, names.KODE_SUBKEGIATAN),
           (names.BUKTI_DUKUNG, names.BUKTI_BERKAS))
_MOST = 400.0  # points; Excel allows 409


def fit_row_heights(data: bytes) -> bytes:
    """Return the worksheet with higher rows where texts need them; no row gets lower, every other part stays."""
    book = read_book(data, "lembar kerja", [lembar for lembar, _ in _TABLES])
    replaced: dict[str, bytes] = {}
    for lembar, name in _TABLES:
        part, area = book.package.sheet(lembar), book.area(name, lembar)
        if part and area:
            replaced |= _fit(book, lembar, part.part, range(area.top, area.bottom + 1))
    return copy_with(data, book.package.zip, replaced)


def _fit(book: Book, lembar: str, part: str, rows: range) -> dict[str, bytes]:
    root = parse_xml(book.package.read(part))
    widths = column_widths(root)
    needed = _needed_heights(book, lembar, widths, rows)
    changed = False
    for row in root.iter("{*}row"):
        height = min(needed.get(int(row.get("r", "0")), 0.0), _MOST)
        if height > float(row.get("ht", "0")):
            row.set("ht", f"{height:g}")
            changed = True
    return {part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)} if changed else {}


def _needed_heights(book: Book, lembar: str, widths: dict[int, float], rows: Iterable[int]) -> dict[int, float]:
    """Return the height for each row; a merged block counts with none, its rows share what it needs from the start."""
    grid = book.grids[lembar]
    merged = {(row, column) for top, left, bottom, right in grid.gabungan
              for row in range(top, bottom + 1) for column in range(left, right + 1)}
    wanted, needed = set(rows), dict.fromkeys(rows, 0.0)
    for (row, column), isi in grid.nilai.items():
        if row in wanted and isinstance(isi, str) and (row, column) not in merged:
            width = widths.get(column, DEFAULT_WIDTH)
            needed[row] = max(needed[row], text_height(isi, width) if width else 0.0)
    return needed
