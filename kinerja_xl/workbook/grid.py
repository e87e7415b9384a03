"""A sheet as read, from a file or from the workbook open on screen: the same grid, the same values (law 9)."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.numbers import from_float
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area, parse_area, same_name

Place = tuple[int, int]
IsiSel = str | Decimal | int | None
"""What is written into a cell; None empties it."""
CellValue = float | str | bool | date | datetime | time | timedelta
GALAT = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
"""The error values that every spreadsheet program writes."""
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
    persen: Set[Place] = frozenset()
    tanpa_hasil: frozenset[Place] = frozenset()
    galat: Mapping[Place, str] = field(default_factory=dict)
    gabungan: Sequence[tuple[int, int, int, int]] = ()  # merged: top, left, bottom, right

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


def renamed_sheet(lembar: str, daftar_nama: Mapping[str, str]) -> str | None:
    """Return what a sheet of the worksheet is called since people renamed it; None where its names are lost too."""
    area = parse_area(daftar_nama.get(names.JANGKAR_LEMBAR.get(lembar, ""), ""))
    return area.lembar if area else None


def clean_text(teks: str) -> str:
    """Return a text without control characters, with plain line ends and no outer blanks."""
    if not teks.isascii() or not teks.isprintable():
        teks = _CONTROL.sub("", unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")))
    return teks.strip()


def normalise(cell: CellValue, persen: bool) -> NilaiSel:
    """Return a cell's value as everything after reading knows it; None where it holds nothing but blanks."""
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
