"""A range read at once: values as Python holds them, and formulas as Excel writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from .areas import Area
from .conversion import CellError, Stamp, cell_error, from_serial, number_text, to_cell
from .number_formats import DATE, LOGICAL, TIME

# com.sun.star.sheet.CellFlags and .FormulaResult
CONSTANT_NUMBER, CONSTANT_DATE, FORMULA = 1, 2, 16
NUMBER_RESULT, TEXT_RESULT, ERROR_RESULT = 1, 2, 4

Rows = list[list[Any]]


def read_values(book: Any, cells: Any) -> Rows:
    """The rows of a UNO range: float, str, bool, datetime, CellError; None where nothing is, "" from a formula.

    Calc says "" for an empty cell as for ``=""``, None for an error, a float for a date or a boolean: each of these
    is settled with a few more calls for the whole range; only cells with an error are asked one by one.
    """
    rows = [list(row) for row in cells.getDataArray()]  # first: this calculates, and formats follow the results
    whole = Area.of(cells.RangeAddress)
    if any(type(value) is float for row in rows for value in row):
        _settle_numbers(book, cells, whole, rows)
    if any(None in row for row in rows):
        _settle_errors(cells, rows)
    if any("" in row for row in rows):
        _settle_blanks(cells, whole, rows)
    return rows


def _settle_numbers(book: Any, cells: Any, whole: Area, rows: Rows) -> None:
    wanted = DATE | TIME | LOGICAL
    key = book.formats.uniform_key(cells)
    if key is not None:
        kind = book.formats.type(key)
        special = [(whole, kind)] if kind & wanted else []
    else:
        special = [(area, DATE) for area in areas_of(cells.queryContentCells(CONSTANT_DATE))]
        special += book.formats.special(cells, list(_doubtful(cells, whole, rows)), wanted)
    epoch = book.epoch if any(kind & (DATE | TIME) for _, kind in special) else None
    for area, kind in special:
        for row, column in area.within(whole).cells():
            value = rows[row][column]
            if type(value) is float:
                rows[row][column] = _meant(value, kind, epoch)


def _doubtful(cells: Any, whole: Area, rows: Rows) -> Iterator[Area]:
    """Where a number may yet be a date or a boolean: results of formulas, and constants 0 and 1."""
    yield from areas_of(cells.queryFormulaCells(NUMBER_RESULT))
    for area in areas_of(cells.queryContentCells(CONSTANT_NUMBER)):
        if any(rows[row][column] in (0.0, 1.0) for row, column in area.within(whole).cells()):
            yield area


def _meant(value: float, kind: int, epoch: dt.date | None) -> Any:
    if kind & LOGICAL:
        return bool(value) if value in (0.0, 1.0) else value
    return from_serial(value, epoch) if epoch else value


def _settle_errors(cells: Any, rows: Rows) -> None:
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is None:
                row[column] = cell_error(cells.getCellByPosition(column, place).getError())


def _settle_blanks(cells: Any, whole: Area, rows: Rows) -> None:
    from_formula = {cell for area in areas_of(cells.queryFormulaCells(TEXT_RESULT))
                    for cell in area.within(whole).cells()}
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if value == "" and (place, column) not in from_formula:
                row[column] = None


def areas_of(ranges: Any) -> list[Area]:
    """The rectangles of a UNO ``SheetCellRanges``."""
    return [Area.of(address) for address in ranges.RangeAddresses]


def read_formulas(book: Any, cells: Any) -> list[list[str]]:
    """What ``Range.formula`` gives for each cell: the formula, or the constant as text; "" for an empty cell."""
    texts = cells.getFormulaArray()
    address = cells.RangeAddress
    whole = Area.of(address)
    rows = [[_constant(value, book) for value in row] for row in read_values(book, cells)]
    known: dict[str, str] = {}
    for area in areas_of(cells.queryContentCells(FORMULA)):  # a text may begin with "=" too
        for row, column in area.within(whole).cells():
            text = texts[row][column]
            if text not in known:
                at = book.formulas.address(address.Sheet, whole.row + row, whole.column + column)
                known[text] = book.formulas.excel_text(text, at)
            rows[row][column] = known[text]
    return rows


def _constant(value: Any, book: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, dt.datetime):
        stamp = to_cell(value, book.epoch)
        return number_text(stamp.serial) if isinstance(stamp, Stamp) else ""
    if isinstance(value, CellError):
        return value.value
    return value or ""
