"""On a protected sheet every change of a locked cell raises, and none is made."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xlwings as xw

from kinerja_xl.engines.calc import SheetProtected


@pytest.fixture
def protected(sheet: xw.Sheet) -> xw.Sheet:
    """``Data`` protected; A1 locked with a note and a value, B1:B3 open."""
    sheet["A1"].value = 5
    sheet["A1"].add_note("catatan")
    open_cells = sheet["B1:B3"].api
    protection = open_cells.CellProtection
    protection.IsLocked = False
    open_cells.CellProtection = protection
    sheet.api.protect("")
    return sheet


def test_an_open_cell_takes_everything(protected: xw.Sheet) -> None:
    cell = protected["B1"]
    cell.value = ["x"]
    protected["B1:B3"].value = [["=1+1"], [True], [None]]
    cell.color, cell.number_format, cell.wrap_text = (1, 2, 3), "0.00", True
    cell.add_note("isi")
    assert (cell.value, cell.color, cell.number_format, cell.note.text) == (2.0, (1, 2, 3), "0.00", "isi")
    cell.note.text = "lain"
    cell.note.delete()
    assert cell.note is None
    protected["B1:B3"].clear_contents()
    assert cell.value is None


CHANGES: dict[str, Callable[[xw.Range], object]] = {
    "type in": lambda cells: cells.impl.type_in([["x"] * cells.shape[1]] * cells.shape[0]),
    "value": lambda cell: setattr(cell, "value", 6),
    "formula": lambda cell: setattr(cell, "formula", "=1+1"),
    "array formula": lambda cell: setattr(cell, "formula_array", "=1+1"),
    "colour": lambda cell: setattr(cell, "color", (1, 2, 3)),
    "colours": lambda cell: cell.set_colors([[(1, 2, 3)] * cell.shape[1]] * cell.shape[0]),
    "number format": lambda cell: setattr(cell, "number_format", "0.00"),
    "wrap": lambda cell: setattr(cell, "wrap_text", True),
    "clear contents": lambda cell: cell.clear_contents(),
    "clear formats": lambda cell: cell.clear_formats(),
    "clear": lambda cell: cell.clear(),
    "width": lambda cell: setattr(cell, "column_width", 50),
    "height": lambda cell: setattr(cell, "row_height", 50),
    "autofit": lambda cell: cell.autofit(),
    "hide row": lambda cell: setattr(cell.rows, "hidden", True),
    "hide column": lambda cell: setattr(cell.columns, "hidden", True),
    "note text": lambda cell: setattr(cell.sheet["A1"].note, "text", "lain"),
    "note deleted": lambda cell: cell.sheet["A1"].note.delete(),
    "new note": lambda cell: cell.sheet["A2"].add_note("x"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("address", ["A1", "A1:B3"])
def test_a_locked_cell_is_not_changed(protected: xw.Sheet, change: Callable[[xw.Range], object], address: str) -> None:
    cell = protected["A1"]
    before = cell.column_width, cell.row_height
    with pytest.raises(SheetProtected, match=r"Data!\$A\$"):
        change(protected[address])
    assert (cell.value, cell.formula, cell.color) == (5.0, "5", None)
    assert (cell.number_format, cell.wrap_text) == ("General", False)
    assert (cell.column_width, cell.row_height) == before
    assert (cell.rows.hidden, cell.columns.hidden) == (False, False)
    assert [(note.location.address, note.text) for note in protected.notes] == [("$A$1", "catatan")]


def test_cells_that_differ_only_in_other_ways_are_all_open(protected: xw.Sheet) -> None:
    protected.api.unprotect("")
    cell = protected["B2"].api
    protection = cell.CellProtection
    protection.IsFormulaHidden = True
    cell.CellProtection = protection
    protected.api.protect("")
    protected["B1:B3"].value = 1
    assert protected["B1:B3"].value == [1.0, 1.0, 1.0]
