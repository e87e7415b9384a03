"""Values into a real Calc and out again; what a saved xlsx then holds is seen by openpyxl."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest
import xlwings as xw

from kinerja_xl.engines.calc import CellError, ValueRefused

Saved = Callable[..., openpyxl.Workbook]
Opened = Callable[[openpyxl.Workbook], xw.Book]


def test_numbers_texts_and_nothing_come_back_as_they_went_in(sheet: xw.Sheet, saved: Saved) -> None:
    rows = [[1, 2.5, "teks", None], [Decimal("0.85"), -3, "dua\nbaris", "é – “kutip”"]]
    sheet["A1"].value = rows
    assert sheet["A1:D2"].value == [[1.0, 2.5, "teks", None], [0.85, -3.0, "dua\nbaris", "é – “kutip”"]]
    cells = saved()["Data"]
    assert [[cell.value for cell in row] for row in cells["A1:D2"]] == [
        [1, 2.5, "teks", None], [0.85, -3, "dua\nbaris", "é – “kutip”"]]


def test_one_value_fills_the_whole_range(sheet: xw.Sheet) -> None:
    sheet["B2:C3"].value = 7
    assert sheet["B2:C3"].value == [[7.0, 7.0], [7.0, 7.0]]


def test_a_single_cell_is_a_scalar_and_several_are_rows(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, 2], [3, 4]]
    assert sheet["A1"].raw_value == 1.0
    assert sheet["A1:B1"].raw_value == ((1.0, 2.0),)
    assert sheet["A1:A2"].value == [1.0, 3.0]
    assert sheet["A1"].options(ndim=2).value == [[1.0]]


def test_rows_that_do_not_fit_the_range_are_refused(sheet: xw.Sheet) -> None:
    with pytest.raises(ValueRefused, match="do not fit 1 rows of 1 cells"):
        sheet["A1"].raw_value = [[1, 2]]


def test_dates_and_times_become_serials_with_a_date_format(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = [dt.date(2026, 6, 30), dt.datetime(2026, 6, 30, 8, 30), dt.time(8, 30)]
    assert sheet["A1:C1"].value == [
        dt.datetime(2026, 6, 30), dt.datetime(2026, 6, 30, 8, 30), dt.datetime(1899, 12, 30, 8, 30)]
    assert sheet["A1"].options(dates=dt.date).value == dt.date(2026, 6, 30)
    assert sheet["A1"].number_format == "yyyy-mm-dd"
    assert sheet["B1"].number_format == "yyyy-mm-dd hh:mm:ss"
    row = saved()["Data"][1]
    assert [cell.value for cell in row] == [
        dt.datetime(2026, 6, 30), dt.datetime(2026, 6, 30, 8, 30), dt.time(8, 30)]


def test_a_date_keeps_the_date_format_its_cell_has(sheet: xw.Sheet) -> None:
    sheet["A1:A2"].number_format = "dd/mm/yyyy"
    sheet["A1"].value = [[dt.date(2026, 6, 30)], [dt.datetime(2026, 7, 1, 9)]]
    assert sheet["A1:A2"].number_format == "dd/mm/yyyy"
    assert sheet["A1:A2"].value == [dt.datetime(2026, 6, 30), dt.datetime(2026, 7, 1, 9)]


def test_dates_among_numbers_of_other_formats_are_still_dates(sheet: xw.Sheet) -> None:
    sheet["B1:B3"].number_format = "0.00%"
    sheet["C1:C3"].number_format = "#,##0"
    rows = [[dt.date(2026, 4, day), day / 100, day * 1000, True, dt.datetime(2026, 4, day, 12)] for day in (1, 2, 3)]
    sheet["A1"].value = rows
    assert sheet["A1:E3"].value == [
        [dt.datetime(2026, 4, day), day / 100, day * 1000.0, True, dt.datetime(2026, 4, day, 12)] for day in (1, 2, 3)]


def test_the_constant_one_beside_dates_stays_a_number(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, True, dt.date(2026, 1, 1)], [0, False, 46023]]
    assert sheet["A1:C2"].raw_value == ((1.0, True, dt.datetime(2026, 1, 1)), (0.0, False, 46023.0))
    assert [type(value) for value in sheet["A1:B1"].raw_value[0]] == [float, bool]


def test_many_differently_formatted_cells_are_read_right(sheet: xw.Sheet) -> None:
    for row in range(1, 41):  # more areas than asking one by one is worth: the groups are walked instead
        sheet[f"A{row}"].number_format = ("dd/mm/yyyy", "0.00", "General", "hh:mm")[row % 4]
    sheet["A1"].options(transpose=True).value = ["=41+5"] * 40
    kinds = [type(value) for value in sheet["A1:A40"].value]
    assert kinds == [(dt.datetime, float, float, dt.datetime)[row % 4] for row in range(1, 41)]


def test_milliseconds_survive_the_serial(sheet: xw.Sheet) -> None:
    moment = dt.datetime(2026, 12, 31, 23, 59, 59, 999000)
    sheet["A1"].value = moment
    assert sheet["A1"].value == moment


def test_a_workbook_counting_from_1904_keeps_its_dates(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    made.active["A1"], made.active["A2"] = 1000, 2
    made.active["A1"].number_format = "yyyy-mm-dd"
    sheet = opened(made).sheets[0]
    assert sheet["A1"].value == dt.datetime(1906, 9, 27)  # 1904-01-01 and 1000 days
    sheet["A2"].value = dt.date(2026, 6, 30)
    assert sheet["A2"].value == dt.datetime(2026, 6, 30)
    assert sheet["A2"].formula == "44741"  # 46203 - 1462, the days between the two epochs


def test_booleans_are_booleans_and_are_saved_as_such(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = [True, False, 1, 0]
    assert sheet["A1:D1"].raw_value == ((True, False, 1.0, 0.0),)
    assert [type(value) for value in sheet["A1:D1"].raw_value[0]] == [bool, bool, float, float]
    assert [cell.value for cell in saved()["Data"][1]] == [True, False, 1, 0]


def test_a_boolean_constant_in_a_file_becomes_a_formula_and_stays_a_boolean(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active.append([True, False, "=A1=B1"])
    sheet = opened(made).sheets[0]
    assert sheet["A1:C1"].value == [True, False, False]
    assert sheet["A1:B1"].formula == (("=TRUE()", "=FALSE()"),)


def test_a_number_written_over_a_boolean_is_a_number_again(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [True, True]
    sheet["A1"].value = [5, 1]
    assert sheet["A1:B1"].value == [5.0, 1.0]
    assert sheet["A1:B1"].raw_value == ((5.0, 1.0),)
    assert type(sheet["B1"].value) is float


def test_a_formula_written_over_a_boolean_shows_its_own_kind(sheet: xw.Sheet) -> None:
    sheet["A1"].value = True
    sheet["A1"].value = "=2+3"
    assert sheet["A1"].value == 5.0
    sheet["A1"].value = "=2=3"
    assert sheet["A1"].value is False


def test_an_empty_cell_is_none_and_an_empty_text_of_a_formula_is_told_apart(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[None, '=""', "x"], ["", '=IF(1=2,"a","")', None]]
    assert sheet["A1:C2"].raw_value == ((None, "", "x"), (None, "", None))
    assert sheet["A1:C2"].value == [[None, None, "x"], [None, None, None]]  # as xlwings gives it from Excel
    assert sheet["A1"].raw_value is None
    assert sheet["B1"].raw_value == ""


def test_writing_nothing_empties_a_cell(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [1, "x", "=1+1"]
    sheet["A1"].value = [None, "", float("nan")]
    assert sheet["A1:C1"].raw_value == ((None, None, None),)
    assert sheet.used_range.address == "$A$1"


ERRORS = {
    "=1/0": "#DIV/0!", "=NA()": "#N/A", '=VALUE("x")': "#VALUE!", '="a"+1': "#VALUE!", "=10^400": "#NUM!",
    '=INDIRECT("tidak ada")': "#REF!",
}


@pytest.mark.parametrize(("formula", "shown"), ERRORS.items())
def test_an_error_is_none_or_its_text_and_is_saved_as_the_same_error(
        sheet: xw.Sheet, saved: Saved, formula: str, shown: str) -> None:
    sheet["A1"].value = [[formula, 1], ["x", None]]
    assert sheet["A1:B2"].value == [[None, 1.0], ["x", None]]
    assert sheet["A1:B2"].options(err_to_str=True).value == [[shown, 1.0], ["x", None]]
    assert sheet["A1"].raw_value is CellError(shown)
    assert saved(data_only=True)["Data"]["A1"].value == shown


def test_a_square_root_of_a_negative_number_is_a_value_error_here_and_in_the_saved_file(
        sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = "=SQRT(-1)"  # #NUM! in Excel: Calc uses error 502 for this and for VALUE("x")
    assert sheet["A1"].options(err_to_str=True).value == "#VALUE!"
    assert saved(data_only=True)["Data"]["A1"].value == "#VALUE!"


def test_errors_in_a_file_come_in_as_errors(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "#N/A"
    made.active["A1"].data_type = "e"
    assert opened(made).sheets[0]["A1"].raw_value is CellError.NA


def test_a_leading_apostrophe_says_text_and_is_not_part_of_it(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = ["'0012", "'=1+1", "''kutip", "biasa'"]
    assert sheet["A1:D1"].value == ["0012", "=1+1", "'kutip", "biasa'"]
    row = saved()["Data"][1]
    assert [(cell.value, cell.data_type) for cell in row] == [
        ("0012", "s"), ("=1+1", "s"), ("'kutip", "s"), ("biasa'", "s")]


def test_a_text_that_looks_like_a_number_stays_text_and_makes_the_cell_a_text_cell(
        sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = ["12", "85%", "1/2/2026", "TRUE", "kode 7"]
    assert sheet["A1:E1"].value == ["12", "85%", "1/2/2026", "TRUE", "kode 7"]
    assert sheet["A1"].number_format == "@"
    assert sheet["E1"].number_format == "General"
    assert [cell.data_type for cell in saved()["Data"][1]] == ["s"] * 5


def test_a_lone_equals_sign_is_text(sheet: xw.Sheet) -> None:
    sheet["A1"].value = ["=", "= "]
    assert sheet["A1:B1"].value == ["=", "= "]


@pytest.mark.parametrize("value", [float("inf"), 1j, object(), b"x", "x" * 32768])
def test_what_no_cell_can_hold_is_refused_and_nothing_is_written(sheet: xw.Sheet, value: object) -> None:
    sheet["A1"].value = "lama"
    with pytest.raises(ValueRefused):
        sheet["A1"].value = ["baru", value]
    assert sheet["A1"].value == "lama"


def test_the_longest_text_of_excel_is_kept_whole(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].value = "x" * 32767
    assert len(sheet["A1"].value) == 32767
    assert len(saved()["Data"]["A1"].value) == 32767


def test_a_block_with_holes_of_all_kinds_goes_round(sheet: xw.Sheet) -> None:
    rows = [[row * 10 + column if (row + column) % 3 else None for column in range(40)] for row in range(60)]
    rows[7][3], rows[8][4], rows[59][39] = "teks", dt.datetime(2026, 1, 2), True
    sheet["A1"].value = rows
    assert sheet["A1:AN60"].value == rows
    assert sheet["AN60"].value is True


def test_numbers_are_read_as_the_caller_wants_them(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [1, 2.6, True, None]
    assert sheet["A1:D1"].options(numbers=int, empty="-").value == [1, 3, True, "-"]


def test_rows_are_typed_in_at_once_and_the_empty_ones_below_are_left(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1:C4"].value = [["lama"] * 3] * 3 + [[None] * 3]
    typed = [["'12", "12", "=SUM(B1;1)"], ["'=1+1", "'true", "''kutip"], ["", "", ""], ["", "", ""]]
    sheet["A1:C4"].impl.type_in(typed)
    assert sheet["A1:C4"].value == [["12", 12.0, 13.0], ["=1+1", "true", "'kutip"], [None] * 3, [None] * 3]
    cells = saved()["Data"]
    assert [[cell.value for cell in row] for row in cells["A1:C3"]] == [
        ["12", 12, "=SUM(B1,1)"], ["=1+1", "true", "'kutip"], [None] * 3]
    assert (cells["A2"].data_type, cells["C1"].data_type) == ("s", "f")
    sheet["A1:C4"].impl.type_in([["", "", ""]] * 4)
    assert sheet["A1:C4"].value == [[None] * 3] * 4
    sheet["A1:C4"].impl.type_in([["", "", ""]] * 4)  # nothing to do
