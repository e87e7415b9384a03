"""Editing a workbook as a person would: a cell is found by its heading and the row's first words, not by our reader."""

from __future__ import annotations

import io
from collections.abc import Callable

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


def edited(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook after a change, saved again."""
    book = load_workbook(io.BytesIO(data))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def find(sheet: Worksheet, text: object) -> Cell:
    """The first cell that holds exactly this text."""
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def cell_of(sheet: Worksheet, heading: str, key: object) -> Cell:
    """The cell under a heading, in the row where ``key`` stands."""
    return sheet.cell(find(sheet, key).row, find(sheet, heading).column)


def with_cell(data: bytes, lembar: str, heading: str, key: object, value: object) -> tuple[bytes, str]:
    """The workbook with one cell changed, and the address of that cell."""
    places: list[str] = []

    def change(book: Workbook) -> None:
        cell = cell_of(book[lembar], heading, key)
        cell.value = value
        places.append(cell.coordinate)

    return edited(data, change), places[0]
