"""One sheet as read: values by calamine, and one pass over the part for what calamine does not tell."""

from __future__ import annotations

import io
import math
import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from xml.parsers import expat
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from kinerja_xl.domain.cells import NilaiSel, column_number
from kinerja_xl.domain.numbers import from_float
from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.workbook.package import Area, Package, parse_area, same_name

Place = tuple[int, int]
_CellValue = float | str | bool | date | datetime | time | timedelta
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Grid:
    """One sheet as read; every place is a 1-based (row, column).

    ``nilai`` holds the filled cells only: numbers as Decimal (per cent cells times 100: ``85%`` is 85), text
    stripped, error values as their text. ``rumus``: cells with a formula; ``tanpa_hasil``: formulas that were never
    calculated; ``persen``: per cent formats; ``galat``: error values, which are not blanks.
    """

    lembar: str
    nilai: Mapping[Place, NilaiSel]
    rumus: frozenset[Place] = frozenset()
    persen: frozenset[Place] = frozenset()
    tanpa_hasil: frozenset[Place] = frozenset()
    galat: Mapping[Place, str] = field(default_factory=dict)
    gabungan: tuple[tuple[int, int, int, int], ...] = ()  # merged: top, left, bottom, right

    def value(self, row: int, column: int) -> NilaiSel:
        """Return what a cell holds, None where it is blank."""
        return self.nilai.get((row, column))

    def anchor(self, row: int, column: int) -> Place:
        """Return the cell that holds the value of a merged block, the cell itself where it is not merged."""
        for top, left, bottom, right in self.gabungan:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column

    @property
    def last_row(self) -> int:
        """The last row that holds anything, 0 on an empty sheet."""
        return max((row for row, _ in [*self.nilai, *self.rumus]), default=0)


@dataclass(frozen=True)
class Sheets:
    """The sheets that were asked for, by their canonical name, and the workbook's defined names (lower case).

    The same from a file and from the workbook open on screen (architecture law 9): what reads them is pure.
    """

    grids: Mapping[str, Grid]
    names: Mapping[str, str]

    def area(self, name: str, lembar: str) -> Area | None:
        """Return the rectangle of a defined name where it lies on that sheet, else None."""
        grid, area = self.grids.get(lembar), parse_area(self.names.get(name.casefold(), ""))
        return area if grid and area and same_name(area.lembar) == same_name(grid.lembar) else None


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
    except (CalamineError, expat.ExpatError, BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise NotAWorkbook(berkas=nama, sebab=f"isi lembar rusak ({error})") from error
    return Book(grids, package.names, package)


def _read_sheet(source: CalamineSheet, part: bytes, percent_styles: frozenset[str], nama: str) -> Grid:
    masks = _Masks(percent_styles)
    masks.read(part)
    nilai: dict[Place, NilaiSel] = {}
    for row, cells in enumerate(source.to_python(skip_empty_area=False), start=1):
        for column, cell in enumerate(cells, start=1):
            if cell != "":
                nilai[row, column] = _normalise(cell, (row, column) in masks.persen)
    nilai.update(masks.galat)
    merged = tuple((top + 1, left + 1, bottom + 1, right + 1)
                   for (top, left), (bottom, right) in source.merged_cell_ranges or ())
    blank = [place for place, isi in nilai.items() if isi is None]
    for place in blank:
        del nilai[place]
    return Grid(nama, nilai, frozenset(masks.rumus), frozenset(masks.persen), frozenset(masks.tanpa_hasil),
                masks.galat, merged)


def clean_text(teks: str) -> str:
    """Return a text without control characters, with plain line ends and no outer blanks."""
    if not teks.isascii() or not teks.isprintable():
        teks = _CONTROL.sub("", unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")))
    return teks.strip()


def _normalise(cell: _CellValue, persen: bool) -> NilaiSel:
    if isinstance(cell, str):
        return clean_text(cell) or None
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, (int, float)):
        if not math.isfinite(cell):
            return str(cell).upper()  # INF and NAN stay text: no number, and no blank either
        return from_float(cell).scaleb(2 if persen else 0)
    return _date_text(cell)


def _date_text(cell: date | time | timedelta) -> str:
    """A date or time as a person in Indonesia reads it: 10/04/2026, 08:00."""
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    minutes = int(cell.total_seconds()) // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


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
