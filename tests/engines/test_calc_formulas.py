"""Formulas in Excel's A1 grammar into a real Calc and out again; the saved xlsx holds what Excel would read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import openpyxl
import pytest
import xlwings as xw

from kinerja_xl.engines.calc import CellError, FormulaError

Saved = Callable[..., openpyxl.Workbook]
Opened = Callable[[openpyxl.Workbook], xw.Book]

SAME_BOTH_WAYS = (
    "=SUM(Data!A1:A2,1)",
    "=SUM('Lembar Kerja'!$A$1:$B$2)",
    '=IF(B1="a,b;c","x""y",2)',
    "=SUM({1,2;3,4})",
    "=VLOOKUP(A1,'Lembar Kerja'!$A:$C,2)",
    "=COUNTIF(1:3,1)",
    "=-A1^2*10%",
    '=A1&" orang"',
    "=IFERROR(1/0,\"\")",
    "=SUM(A1,,2)",
    "=STDEV.S(A1:A3)",
    "=RANK.EQ(A1,$A$1:$A$3)",
    "=CEILING(1.2,1)",
    "=NETWORKDAYS(A1,A2)",
    "=EDATE(A1,1)",
    '=TEXT(A1,"dd/mm/yyyy")',
    '=HYPERLINK("#\'Lembar Kerja\'!A1","x")',
    "=SUMPRODUCT((A1:A3=1)*B1:B3)",
)


@pytest.fixture
def sheets(book: xw.Book) -> xw.Sheet:
    book.sheets.add("Lembar Kerja", after=book.sheets[0])
    return book.sheets[0]


@pytest.mark.parametrize("formula", SAME_BOTH_WAYS)
def test_a_formula_is_read_and_saved_as_it_was_written(sheets: xw.Sheet, saved: Saved, formula: str) -> None:
    sheets["D5"].formula = formula
    assert sheets["D5"].formula == formula
    in_file = str(saved()["Data"]["D5"].value)
    assert in_file.replace("_xlfn.", "") == formula  # files carry newer functions with this prefix


def test_true_and_false_in_a_formula_stay_booleans(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = ["=FALSE", "=IF(1=1,TRUE,FALSE)", '=IF(TRUE,"TRUE","x")', "=TRUE()"]
    assert sheet["A1:D1"].value == [False, True, "TRUE", True]  # Calc's own reading of =FALSE is the number 0
    assert sheet["A1:D1"].formula == (("=FALSE()", "=IF(1=1,TRUE(),FALSE())", '=IF(TRUE(),"TRUE","x")', "=TRUE()"),)
    assert saved()["Data"]["A1"].value == "=FALSE()"


def test_a_formula_typed_with_false_in_a_file_keeps_its_meaning(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["B1"] = "kunci", 7
    made.active["C1"] = '=VLOOKUP("kunci",A1:B1,2,FALSE)'
    sheet = opened(made).sheets[0]
    assert sheet["C1"].formula == '=VLOOKUP("kunci",A1:B1,2,FALSE())'
    assert sheet["C1"].value == 7.0


def test_a_formula_for_many_cells_moves_along_with_them(sheet: xw.Sheet) -> None:
    sheet["A1"].options(transpose=True).value = [1, 2, 3]
    sheet["B1:C3"].formula = "=$A1*2+COLUMN(A1)"
    assert sheet["B1:C3"].formula == tuple(
        (f"=$A{row}*2+COLUMN(A{row})", f"=$A{row}*2+COLUMN(B{row})") for row in (1, 2, 3))
    assert sheet["B1:C3"].value == [[3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]


def test_formulas_and_constants_go_in_and_out_as_one_block(sheet: xw.Sheet) -> None:
    sheet["A1"].formula = [[1, 0.5, "teks"], ["=A1+B1", None, "=C1"], [1e20, "", True]]
    assert sheet["A1:C3"].formula == (("1", "0.5", "teks"), ("=A1+B1", "", "=C1"), ("1E+20", "", "TRUE"))
    assert sheet["A1:C3"].value == [[1.0, 0.5, "teks"], [1.5, None, "teks"], [1e20, None, True]]
    assert sheet["A2"].formula == "=A1+B1"


def test_a_formula_in_a_cell_formatted_as_text_stays_text(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].number_format = "@"
    sheet["A1"].value = ["=1+1", "=1+1"]
    assert sheet["A1:B1"].value == ["=1+1", 2.0]
    assert sheet["A1:B1"].formula == (("=1+1", "=1+1"),)
    assert saved()["Data"]["A1"].data_type == "s"


def test_a_text_beginning_with_an_equals_sign_in_a_file_is_no_formula(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "=bukan rumus"
    made.active["A1"].data_type = "s"
    sheet = opened(made).sheets[0]
    assert sheet["A1"].value == "=bukan rumus"
    assert sheet["A1:B1"].formula == (("=bukan rumus", ""),)


@pytest.mark.parametrize("formula", [
    "= lihat lampiran", "=XLOOKUP(1,A1:A2,B1:B2)", "=TidakAda(1)", "=#REF!", "='Tidak Ada'!A1", "=[1]x!A1"])
def test_a_formula_calc_does_not_understand_is_refused_and_nothing_is_written(sheet: xw.Sheet, formula: str) -> None:
    sheet["A1"].value = "lama"
    with pytest.raises(FormulaError, match="does not know"):
        sheet["A1"].value = ["baru", formula]
    assert sheet["A1"].value == "lama"


@pytest.mark.parametrize("formula", ["=A1+", "=A1 B1", "=SUM(A1;B1)"])
def test_a_formula_with_wrong_syntax_is_refused_and_leaves_an_empty_cell(sheet: xw.Sheet, formula: str) -> None:
    with pytest.raises(FormulaError, match="cannot read"):
        sheet["C3"].value = formula
    assert sheet["C3"].raw_value is None


def test_a_lost_reference_is_shown_and_not_dropped(book: xw.Book, sheet: xw.Sheet, saved: Saved) -> None:
    other = book.sheets.add("Lain", after=sheet)
    sheet["A1"].value = [["=SUM(C5,1)", "=Lain!A1+B5", '=SUM(C5,Lain!B2)&"a;b"']]
    sheet["A2"].value = "=SUM(C4:C5)*2"
    sheet.api.Rows.removeByIndex(4, 1)
    other.delete()
    assert sheet["A1:C1"].formula == (("=SUM(#REF!,1)", "=#REF!+#REF!", '=SUM(#REF!,#REF!)&"a;b"'),)
    assert sheet["A1"].raw_value is CellError.REF
    assert sheet["A2"].formula == "=SUM(C4:C4)*2"
    assert saved()["Data"]["A1"].value == "=SUM(#REF!,1)"


def test_a_broken_reference_in_a_file_comes_in_as_an_unknown_name(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active.title = "Data"
    made.active["A1"] = "=Data!#REF!"
    sheet = opened(made).sheets[0]
    assert sheet["A1"].raw_value is CellError.NAME  # and a save writes it back as data!#ref!
    assert sheet["A1"].formula == "=#REF!"


def test_an_array_formula_fills_its_range_and_is_read_back(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = [[1, 2], [3, 4]]
    sheet["D1:E2"].formula_array = "=A1:B2*10"
    assert sheet["D1:E2"].value == [[10.0, 20.0], [30.0, 40.0]]
    assert sheet["D1:E2"].formula_array == "=A1:B2*10"
    assert sheet["E2"].has_array
    assert sheet["E2"].formula == "=A1:B2*10"
    assert not sheet["A1"].has_array
    assert sheet["A1:B2"].formula_array is None
    assert sheet["D1"].expand().address == "$D$1:$E$2"
    in_file = saved()["Data"]["D1"].value
    assert (in_file.ref, in_file.text) == ("D1:E2", "=A1:B2*10")


def test_a_formula_of_its_own_cell_as_array_formula(sheet: xw.Sheet) -> None:
    sheet["A1"].value = "=1+1"
    assert sheet["A1"].formula_array == "=1+1"


def test_a_formula_of_dates_is_read_as_a_date(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [dt.date(2026, 6, 30), "=A1+1", 5, "=C1+1", "=C1=5"]
    assert sheet["A1:E1"].value == [dt.datetime(2026, 6, 30), dt.datetime(2026, 7, 1), 5.0, 6.0, True]


def test_a_formula_with_text_of_another_script_is_kept(sheet: xw.Sheet) -> None:
    sheet["A1"].value = '="é – “kutip” " & 1'
    assert sheet["A1"].value == "é – “kutip” 1"


def test_what_was_calculated_is_calculated_again(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [2, "=A1*10"]
    sheet["A1"].value = 3
    assert sheet["B1"].value == 30.0
    app = sheet.book.app
    app.calculation = "manual"
    assert app.calculation == "manual"
    sheet["A1"].value = 4
    assert sheet["B1"].value == 30.0
    app.calculate()
    assert sheet["B1"].value == 40.0
    app.calculation = "automatic"
    with pytest.raises(NotImplementedError):
        app.calculation = "semiautomatic"
