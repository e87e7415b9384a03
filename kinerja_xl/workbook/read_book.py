"""The sheets of a file: values by calamine, and one pass over each part for what calamine does not tell."""

from __future__ import annotations

import html
import io
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat
from zipfile import BadZipFile

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from kinerja_xl.domain.cells import NilaiSel, column_number
from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.workbook.grid import Grid, Place, Sheets, normalise
from kinerja_xl.workbook.xlsx.package import Package

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_SHEET_DATA = re.compile(rb"<((?:\w+:)?)sheetData>")
_ENDS_OF_A_NAME = (b" ", b">", b"/", b"\t", b"\n", b"\r")
_MISLEADING = (b"<!", b"<?", b"\0", b"='")  # comments, CDATA, instructions, UTF-16, quotes of the other kind
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_RESULT = re.compile(rb"<(?:\w+:)?v(?:\s*/>|(?:\s[^>]*)?>([^<]*)<)")


@dataclass(frozen=True)
class Book(Sheets):
    """The sheets of a file, and the file itself."""

    package: Package


def read_book(data: bytes, nama: str, lembar: Iterable[str] | None = None) -> Book:
    """Return the sheets of a workbook (None = all), found by name without case or double blanks.

    A sheet that is missing is absent from ``grids``. NotAWorkbook where the file cannot be read.
    """
    package = Package(data, nama)
    wanted = list(lembar) if lembar is not None else [sheet.nama for sheet in package.sheets]
    try:
        source = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = {name: part for name in wanted if (part := package.sheet(name))}
        grids = {name: _read_sheet(source.get_sheet_by_name(part.nama), package.read(part.part),
                                   package.percent_styles, part.nama)
                 for name, part in found.items()}
    except (CalamineError, expat.ExpatError, etree.XMLSyntaxError, BadZipFile, zlib.error, KeyError,
            ValueError) as error:
        raise NotAWorkbook(berkas=nama, sebab="isi lembarnya rusak.") from error
    return Book(grids, package.names, package)


def _read_sheet(source: CalamineSheet, part: bytes, percent_styles: frozenset[str], nama: str) -> Grid:
    masks = read_masks(part, percent_styles)
    nilai: dict[Place, NilaiSel] = {}
    for row, cells in enumerate(source.to_python(skip_empty_area=False), start=1):
        for column, cell in enumerate(cells, start=1):
            if cell != "":
                nilai[row, column] = normalise(cell, (row, column) in masks.persen)
    nilai.update(masks.galat)
    merged = tuple((top + 1, left + 1, bottom + 1, right + 1)
                   for (top, left), (bottom, right) in source.merged_cell_ranges or ())
    blank = [place for place, isi in nilai.items() if isi is None]
    for place in blank:
        del nilai[place]
    return Grid(nama, nilai, frozenset(masks.rumus), frozenset(masks.persen), frozenset(masks.tanpa_hasil),
                masks.galat, merged)


def read_masks(part: bytes, percent_styles: frozenset[str]) -> Masks:
    """Return the masks of a sheet part; ExpatError where it is broken.

    A search finds the few cells that matter many times faster than a parser that calls us for each of them. The parser
    is asked where something in the part could mislead a search, and where cells have no address of their own.
    """
    masks = Masks(percent_styles)
    data, prefix = _sheet_data(part)
    tag = b"<" + prefix + b"c"
    cells = sum(data.count(tag + end) for end in _ENDS_OF_A_NAME)
    if not data or any(mark in data for mark in _MISLEADING) or cells != data.count(tag + b' r="'):
        masks.read(part)
        return masks
    expat.ParserCreate().Parse(part, True)  # a broken part is never half read
    seen = 0
    for match in re.finditer(b"<" + prefix + rb"f[\s/>]|" + tag + rb' [^>]*\bt="e"', data):
        start = data.rfind(tag + b" ", seen, match.start() + len(tag) + 1)
        seen = match.end()  # what lies before was looked at: a part of one huge cell is not searched again and again
        if start >= 0:
            masks.add(data, start, b"</" + prefix + b"c>")
    if percent_styles:
        styles = b"|".join(style.encode() for style in sorted(percent_styles))
        cell = re.compile(tag + rb' r="([A-Z]+)(\d+)"[^>]*?\ss="(?:' + styles + rb')"')
        masks.persen.update((int(row), column_number(letters.decode())) for letters, row in cell.findall(data))
    return masks


def _sheet_data(part: bytes) -> tuple[bytes, bytes]:
    """Return the rows of a sheet part and the prefix of its tags; no rows where they cannot be told apart."""
    match = _SHEET_DATA.search(part)
    end = part.rfind(b"</" + match[1] + b"sheetData") if match else -1
    return (part[match.end():end], match[1]) if match and end >= 0 else (b"", b"")


class Masks:
    """What a sheet part tells of its cells: which hold a formula, a result, an error, a per cent format."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.percent_styles = percent_styles
        self.rumus: set[Place] = set()
        self.persen: set[Place] = set()
        self.tanpa_hasil: set[Place] = set()
        self.galat: dict[Place, str] = {}
        self._row = self._column = 0
        self._place: Place = (0, 0)
        self._kind = ""
        self._text: list[str] | None = None

    def add(self, data: bytes, start: int, closing: bytes) -> None:
        """Take the cell that begins at ``start`` and has a formula or an error."""
        end = data.find(closing, start)
        tag, _, content = data[start:end].partition(b">")
        self._start_cell(dict(_ATTRIBUTE.findall(tag.decode())))
        if _FORMULA.search(content):
            self.rumus.add(self._place)
            self.tanpa_hasil.add(self._place)
        if match := _RESULT.search(content):
            self._text = [html.unescape((match[1] or b"").decode())]
            self._end("v")

    def read(self, part: bytes) -> None:
        """Fill the masks from the bytes of a sheet part; ExpatError where it is broken."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(part, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "f":
            self.rumus.add(self._place)
            self.tanpa_hasil.add(self._place)
        elif name == "v":
            self._text = []
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        match = _ADDRESS.fullmatch(attributes.get("r", ""))
        if match:
            self._row, self._column = int(match[2]), column_number(match[1])
        else:  # the address may be left out: then the cell follows the one before
            self._column += 1
        self._place = (self._row, self._column)
        self._kind = attributes.get("t", "")
        if attributes.get("s", "") in self.percent_styles:
            self.persen.add(self._place)

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if self._text is None or not tag.endswith("v"):
            return
        text = "".join(self._text).strip()
        self._text = None
        if text or self._kind == "str":
            self.tanpa_hasil.discard(self._place)
        if self._kind == "e":
            self.galat[self._place] = text
