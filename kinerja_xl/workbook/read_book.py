"""The sheets of a file: values by calamine, and one pass over each part for what calamine does not tell."""

from __future__ import annotations

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
from kinerja_xl.workbook.package import Package

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


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
    masks = _Masks(percent_styles)
    masks.read(part)
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


class _Masks:
    """One pass over a sheet part: which cells hold a formula, a result, an error, a per cent format."""

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
