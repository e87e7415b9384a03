"""Where a value stands: a sheet and a cell, and the key a table cell is matched by."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_ADDRESS = re.compile(r"^([A-Z]{1,3})([1-9]\d*)$")

NilaiSel = Decimal | str | bool | None
"""What a cell holds after reading: a number, text without outer blanks, a truth value, or nothing."""


class Letak(NamedTuple):
    """A place in a workbook: the sheet's name and the cell in A1 style (``""`` = the sheet as a whole)."""

    lembar: str
    sel: str

    @property
    def row_and_column(self) -> tuple[int, int]:
        """The 1-based row and column, (0, 0) where no cell is named."""
        match = _ADDRESS.match(self.sel)
        return (int(match[2]), column_number(match[1])) if match else (0, 0)


class Kunci(NamedTuple):
    """What a table cell is matched by: the table, the row's key and the column; never its address."""

    tabel: str
    baris: str
    kolom: str


class Perubahan(NamedTuple):
    """One difference between two versions of a worksheet."""

    kunci: Kunci
    lama: NilaiSel
    baru: NilaiSel


@lru_cache(1024)  # asked for each cell of a sheet
def column_number(letters: str) -> int:
    """Return the 1-based number of a column: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(1024)
def column_letters(number: int) -> str:
    """Return the letters of a 1-based column number: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return the A1-style address of a 1-based row and column."""
    return f"{column_letters(column)}{row}"
