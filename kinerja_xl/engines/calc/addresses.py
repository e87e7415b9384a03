"""Excel's A1 addresses: read, written, and quoted with a sheet; rows and columns count from 1."""

from __future__ import annotations

import re

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})")
_ROW = re.compile(r"\$?([1-9]\d{0,6})")
_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")

Corner = tuple[int | None, int | None]


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def read_address(text: str, rows: int, columns: int) -> tuple[int, int, int, int] | None:
    """(row, column, rows, columns) of ``A1``, ``$A$1:B2``, ``A:C`` or ``1:3`` on a sheet of that size; None if none."""
    first, colon, second = text.partition(":")
    one = _corner(first, bool(colon))
    two = _corner(second, True) if colon else one
    if one is None or two is None or [part is None for part in one] != [part is None for part in two]:
        return None
    top, bottom = _ends(one[0], two[0], rows)
    left, right = _ends(one[1], two[1], columns)
    if bottom > rows or right > columns:
        return None
    return top, left, bottom - top + 1, right - left + 1


def _corner(text: str, part_of_pair: bool) -> Corner | None:
    if found := _CELL.fullmatch(text):
        return int(found[2]), column_number(found[1])
    if part_of_pair and (found := _COLUMN.fullmatch(text)):
        return None, column_number(found[1])
    if part_of_pair and (found := _ROW.fullmatch(text)):
        return int(found[1]), None
    return None


def _ends(one: int | None, two: int | None, whole: int) -> tuple[int, int]:
    if one is None or two is None:
        return 1, whole
    return min(one, two), max(one, two)


def write_address(row: int, column: int, rows: int, columns: int, row_absolute: bool = True,
                  column_absolute: bool = True) -> str:
    """``$A$1`` or ``$A$1:$B$2``; without the dollar signs where not absolute."""
    def cell(at_row: int, at_column: int) -> str:
        return f"{'$' * column_absolute}{column_letters(at_column)}{'$' * row_absolute}{at_row}"

    start = cell(row, column)
    return start if (rows, columns) == (1, 1) else f"{start}:{cell(row + rows - 1, column + columns - 1)}"


def quoted(sheet: str, book: str = "") -> str:
    """The sheet's name as it stands before ``!``, in apostrophes where Excel wants them; with ``[book]`` if given."""
    plain = _PLAIN_SHEET.fullmatch(sheet) and not _CELL.fullmatch(sheet) and \
        (not book or re.fullmatch(r"[A-Za-z0-9_.]+", book))
    whole = f"[{book}]{sheet}" if book else sheet
    return whole if plain else "'" + whole.replace("'", "''") + "'"


def split_sheet(text: str) -> tuple[str, str]:
    """(sheet, rest) of ``'My Sheet'!A1``; the sheet is empty when none is named."""
    sheet, _, rest = text.rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'") and len(sheet) > 1:
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, rest
