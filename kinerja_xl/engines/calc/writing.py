"""A range written at once: values in one call, then one for each number format, then one for each run of formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .areas import Area, make_areas
from .conversion import Formula, Prepared, Stamp, to_cell
from .errors import FormulaError, ValueRefused
from .formulas import SYNTAX_ERRORS
from .number_formats import DATE, LOGICAL, TEXT, TIME
from .reading import ERROR_RESULT, areas_of

Cell = tuple[int, int]


def write_values(book: Any, cells: Any, value: Any) -> None:
    """Write rows of values, or one value into every cell, to a UNO range; the caller has seen that it may.

    As Excel does: a formula given once moves along with the cells; a boolean shows as one, whatever the format was; a
    date gets a date format where the cell has none; a formula in a cell formatted as text stays text.
    Raises ValueRefused and FormulaError before anything is written; a formula whose syntax Calc finds wrong only
    afterwards is taken out again and the other cells stay written.
    """
    whole = Area.of(cells.RangeAddress)
    one_for_all = not isinstance(value, (list, tuple))
    rows = _prepared(book, whole, [[value]] if one_for_all else value, one_for_all)
    present = _present_formats(book, cells, whole, rows)
    formulas = _parsed(book, cells, whole, rows, present, one_for_all)
    cells.setDataArray(tuple(tuple(_datum(cell, (row, column) in formulas) for column, cell in enumerate(line))
                             for row, line in enumerate(rows)))
    _set_formats(book, cells, whole, rows, present, formulas)
    if formulas:
        _set_formulas(cells, formulas)


def _prepared(book: Any, whole: Area, rows: Sequence[Sequence[Any]], one_for_all: bool) -> list[list[Prepared]]:
    made = [[to_cell(value, book.epoch) for value in row] for row in rows]
    height, width = whole.shape
    if one_for_all:
        return [made[0] * width for _ in range(height)]
    if len(made) != height or any(len(row) != width for row in made):
        raise ValueRefused(f"{len(made)} rows of {sorted({len(row) for row in made})} values "
                           f"do not fit {height} rows of {width} cells")
    return made


def _present_formats(book: Any, cells: Any, whole: Area, rows: list[list[Prepared]]) -> dict[Cell, int]:
    """The format type of each cell that now shows text, dates or booleans; others are left out."""
    asked = [(whole.row + row, whole.column + column) for row, line in enumerate(rows)
             for column, cell in enumerate(line) if cell is not None and not isinstance(cell, str)]
    return {cell: kind for area, kind in book.formats.special(cells, make_areas(asked), TEXT | DATE | TIME | LOGICAL)
            for cell in area.within(whole).cells()}


def _parsed(book: Any, cells: Any, whole: Area, rows: list[list[Prepared]], present: dict[Cell, int],
            one_for_all: bool) -> dict[Cell, str]:
    """The formulas as Calc's API takes them, by cell; those of cells formatted as text are not among them."""
    sheet = cells.RangeAddress.Sheet
    found: dict[Cell, str] = {}
    tokens = None
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if isinstance(cell, Formula) and not present.get((row, column), 0) & TEXT:
                address = book.formulas.address(sheet, whole.row + row, whole.column + column)
                if tokens is None or not one_for_all:
                    tokens = book.formulas.tokens(cell.text, address)
                found[row, column] = book.formulas.api_text(tokens, address)
    return found


def _datum(cell: Prepared, is_formula: bool) -> float | str:
    if cell is None or is_formula:
        return ""  # never None: Calc 7.4 crashes on it
    if isinstance(cell, Stamp):
        return cell.serial
    if isinstance(cell, Formula):
        return cell.text
    return cell if isinstance(cell, str) else float(cell)


def _set_formats(book: Any, cells: Any, whole: Area, rows: list[list[Prepared]], present: dict[Cell, int],
                 formulas: dict[Cell, str]) -> None:
    wanted: dict[int, list[Cell]] = {}
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            key = _wanted_format(book, cell, present.get((row, column), 0), (row, column) in formulas)
            if key is not None:
                wanted.setdefault(key, []).append((whole.row + row, whole.column + column))
    sheet = cells.RangeAddress.Sheet
    for key, found in wanted.items():
        book.formats.ranges({sheet: make_areas(found)}).NumberFormat = key


def _wanted_format(book: Any, cell: Prepared, present: int, is_formula: bool) -> int | None:
    """The key of the format the cell must get; None where it keeps the one it has."""
    if isinstance(cell, bool):
        return None if present & LOGICAL else book.formats.logical
    if isinstance(cell, Stamp):
        return None if present & (DATE | TIME) else book.formats.key(book.app.engine.stamp_formats[cell.kind])
    if present & LOGICAL and (is_formula or isinstance(cell, float)):
        return int(book.formats.key("General"))  # or 5 would show as TRUE
    return None


def _set_formulas(cells: Any, formulas: dict[Cell, str]) -> None:
    for area in make_areas(formulas):
        part = cells.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)
        part.setFormulaArray(tuple(
            tuple(formulas[row, column] for column in range(area.column, area.last_column + 1))
            for row in range(area.row, area.last_row + 1)))
    whole = Area.of(cells.RangeAddress)
    for area in areas_of(cells.queryFormulaCells(ERROR_RESULT)):
        for row, column in area.within(whole).cells():
            if (row, column) in formulas:
                _check_syntax(cells.getCellByPosition(column, row), formulas[row, column])


def _check_syntax(cell: Any, formula: str) -> None:
    code = cell.getError()
    if code in SYNTAX_ERRORS:
        cell.setString("")
        raise FormulaError(f"Calc cannot read the formula {formula!r} (error {code})")
