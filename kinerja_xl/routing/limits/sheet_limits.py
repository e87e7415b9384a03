"""How far the cells of a sheet reach, from its XML alone: a 5 KB file can claim a million rows."""

from __future__ import annotations

import re
from xml.parsers import expat

MAX_ROW = 20_000
MAX_COLUMN = 1_000
MAX_CELLS = 500_000
MAX_AREA = 4_000_000
"""Rows times columns: whoever reads a sheet into a table has a place for each cell, filled or not."""

_CELL = re.compile(rb"<c[\s/>]")
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9][0-9]{0,6})$")


class TooFar(Exception):
    """A cell outside the limits; the argument says it in words."""


def check_extent(xml: bytes) -> None:
    """Raise TooFar where a sheet's cells reach further, or are more, than the limits.

    Cells as Excel and LibreOffice write them are read by one regular expression; a sheet in which any cell is
    written otherwise goes through a real parser.
    """
    plain = _PLAIN_CELL.findall(xml)
    if len(plain) > MAX_CELLS:
        raise TooFar(f"lebih dari {MAX_CELLS} sel")
    if len(plain) == len(_CELL.findall(xml)) and not _PREFIXED.search(xml):
        columns = [_check_place(letters.decode(), 1) for letters in {letters for letters, _ in plain}]
        rows = {int(digits) for _, digits in plain}
        for row in rows:
            _check_place("A", row)
        _check_area(max(rows, default=0), max(columns, default=0))
    else:
        _parse_extent(xml)


def _check_area(rows: int, columns: int) -> None:
    if rows * columns > MAX_AREA:
        raise TooFar(f"{rows} baris kali {columns} kolom")


def _check_place(letters: str, row: int) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    if column > MAX_COLUMN or row > MAX_ROW:
        raise TooFar(f"sel di kolom {letters} atau baris {row}")
    return column


class _Extent:
    """Follows rows and cells, also those whose place is only implied by the ones before."""

    def __init__(self) -> None:
        self.row = self.last_row = 0
        self.column = self.last_column = 0
        self.cells = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            number = attributes.get("r", "").strip()
            self.row = int(number) if number.isascii() and number.isdigit() else self.row + 1
            self.column = 0
        elif local == "c":
            self._cell(attributes.get("r"))

    def _cell(self, reference: str | None) -> None:
        self.cells += 1
        self.column += 1
        if self.cells > MAX_CELLS or self.column > MAX_COLUMN or self.row > MAX_ROW:
            raise TooFar(f"lebih dari {MAX_CELLS} sel, {MAX_COLUMN} kolom, atau {MAX_ROW} baris")
        if reference is not None:
            match = _REFERENCE.match(reference)
            if match is None:
                raise TooFar("alamat sel yang tidak wajar")
            self.column = _check_place(match[1], int(match[2]))
            self.row = int(match[2])
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        _check_area(self.last_row, self.last_column)


def _parse_extent(xml: bytes) -> None:
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.StartElementHandler = extent.start
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise TooFar("XML yang tidak utuh") from error
