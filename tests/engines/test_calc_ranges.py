"""Ranges of a real Calc: where they are, how they look, how one gets from one to another."""

from __future__ import annotations

import re
from collections.abc import Callable

import openpyxl
import pytest
import xlwings as xw

from kinerja_xl.engines.calc import ValueRefused

Saved = Callable[..., openpyxl.Workbook]
Opened = Callable[[openpyxl.Workbook], xw.Book]


def test_a_range_is_named_in_all_the_ways_xlwings_knows(sheet: xw.Sheet) -> None:
    wanted = sheet["B2:C4"]
    assert wanted.address == "$B$2:$C$4"
    assert (wanted.row, wanted.column, wanted.shape, wanted.count) == (2, 2, (3, 2), 6)
    assert sheet.range((2, 2), (4, 3)) == wanted
    assert sheet[1:4, 1:3] == wanted
    assert sheet.range("$B$2", "C4") == wanted
    assert sheet.range("C4:B2") == wanted
    assert sheet.range("Data!B2:C4") == wanted
    assert sheet["B2"].resize(3, 2) == wanted
    assert sheet["A1:B3"].offset(1, 1) == wanted
    assert wanted(2).address == "$C$2"
    assert wanted(3, 1).address == "$B$4"
    assert wanted.last_cell.address == "$C$4"
    assert [cell.address for cell in sheet["A1:B2"]] == ["$A$1", "$B$1", "$A$2", "$B$2"]


def test_whole_columns_and_rows_are_ranges(sheet: xw.Sheet) -> None:
    rows, columns = sheet.cells.shape
    assert rows == 1048576
    assert sheet["A:C"].shape == (rows, 3)
    assert sheet["2:3"].shape == (2, columns)


def test_an_address_is_written_with_sheet_and_book_quoted_where_needed(book: xw.Book) -> None:
    cell = book.sheets.add("Lembar Kerja")["A1:B2"]
    assert cell.get_address(False, False) == "A1:B2"
    assert cell.get_address(True, False) == "A$1:B$2"
    assert cell.get_address(include_sheetname=True) == "'Lembar Kerja'!$A$1:$B$2"
    assert cell.get_address(external=True) == f"'[{book.name}]Lembar Kerja'!$A$1:$B$2"


@pytest.mark.parametrize("text", ["tidak_ada", "Lain!A1", "A0", "ZZZ1", "A1:B", "A1048577"])
def test_what_is_no_range_of_the_sheet_is_a_key_error(sheet: xw.Sheet, text: str) -> None:
    with pytest.raises(KeyError):
        sheet[text]


def test_a_cell_outside_the_sheet_is_an_index_error(sheet: xw.Sheet) -> None:
    with pytest.raises(IndexError):
        sheet.range((0, 1))


def test_expand_and_current_region_find_the_table(sheet: xw.Sheet) -> None:
    sheet["B2"].value = [["kode", "nama", "nilai"], ["1", None, 5], ["2", "dua", 6]]
    sheet["B6"].value = "terpisah"
    assert sheet["B2"].expand().address == "$B$2:$D$4"
    assert sheet["B2"].expand("down").address == "$B$2:$B$4"
    assert sheet["B2"].expand("right").address == "$B$2:$D$2"
    assert sheet["C3"].current_region.address == "$B$2:$D$4"
    assert sheet["B2"].options(expand="table").value[1] == ["1", None, 5.0]
    assert sheet.used_range.address == "$B$2:$D$6"


def test_end_goes_where_ctrl_and_an_arrow_go(sheet: xw.Sheet) -> None:
    sheet["B2"].options(transpose=True).value = [1, 2, None, '=""', 5]
    assert sheet["B2"].end("down").address == "$B$3"
    assert sheet["B3"].end("down").address == "$B$5"  # a formula that shows nothing is no empty cell
    assert sheet["B1"].end("down").address == "$B$2"
    assert sheet["B6"].end("down").address == "$B$1048576"
    assert sheet["B6"].end("up").address == "$B$5"
    assert sheet["B5"].end("up").address == "$B$3"
    assert sheet["B2"].end("up").address == "$B$1"
    assert sheet["A3"].end("right").address == "$B$3"
    assert sheet["D3"].end("left").address == "$B$3"
    assert sheet["A1"].end("left").address == "$A$1"
    assert sheet["B9"].end("up").address == "$B$6"
    with pytest.raises(ValueError, match="no direction"):
        sheet["A1"].end("miring")


def test_a_background_is_set_read_and_saved(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A1"].color = (255, 199, 206)
    sheet["A2"].color = "#00b050"
    sheet["A3"].color = 0x50B000  # Excel's number of the same green: blue, green, red
    sheet["A4"].color = "#ffffff"
    sheet["A4"].color = None
    assert [cell.color for cell in sheet["A1:A4"]] == [(255, 199, 206), (0, 176, 80), (0, 176, 80), None]
    assert sheet["A1:A4"].color is None
    fills = [row[0].fill for row in saved()["Data"]["A1:A4"]]
    assert [fill.fgColor.rgb[2:] for fill in fills[:3]] == ["FFC7CE", "00B050", "00B050"]
    assert fills[3].fill_type is None


def test_many_cells_get_their_own_colours_at_once(sheet: xw.Sheet) -> None:
    sheet["B3"].color = "#123456"
    sheet["A1:B3"].set_colors([[(1, 2, 3), None], ["#ff0000", (1, 2, 3)], [None, ...]])
    assert [cell.color for cell in sheet["A1:B3"]] == [(1, 2, 3), None, (255, 0, 0), (1, 2, 3), None, (18, 52, 86)]


FORMATS = ("General", "0", "#,##0.00", "0.0%", "dd/mm/yyyy", "yyyy-mm-dd hh:mm:ss", "mmmm d, yyyy", "[h]:mm", "@",
           '#,##0" orang"', "#,##0.00;[Red]-#,##0.00", "0.00E+00", '"Rp"#,##0', "h:mm AM/PM")


@pytest.mark.parametrize("token", FORMATS)
def test_a_number_format_is_given_and_read_in_english_tokens(sheet: xw.Sheet, saved: Saved, token: str) -> None:
    sheet["A1"].number_format = token
    sheet["A1"].value = "x"
    assert sheet["A1"].number_format == token
    in_file = saved()["Data"]["A1"].number_format
    assert re.sub(r'[\\"]', "", in_file) == token.replace('"', "").replace("[Red]", "[RED]")  # quoted in its own way


def test_a_format_shows_in_the_locale_of_the_office(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "#,##0.00"
    sheet["A1"].value = 1234.5
    assert sheet["A1"].api.getCellByPosition(0, 0).String == "1.234,50"


def test_a_format_of_a_file_is_read_as_it_stands_there(opened: Opened) -> None:
    made = openpyxl.Workbook()
    for row, token in enumerate(FORMATS, 1):
        made.active.cell(row, 1, 1.5).number_format = token
    sheet = opened(made).sheets[0]
    assert [cell.number_format for cell in sheet["A1"].resize(len(FORMATS), 1)] == list(FORMATS)
    assert sheet["A1:A2"].number_format is None


def test_a_format_calc_cannot_read_is_refused(sheet: xw.Sheet) -> None:
    with pytest.raises(ValueRefused, match="not a number format"):
        sheet["A1"].number_format = "0.00[["


def test_widths_and_heights_are_those_excel_would_show(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["B:C"].column_width = 20
    sheet["2:3"].row_height = 30
    assert sheet["B1"].column_width == pytest.approx(20, abs=0.02)
    assert sheet["A2"].row_height == pytest.approx(30, abs=0.05)
    assert sheet["B2:C3"].height == pytest.approx(60, abs=0.1)
    assert sheet["C3"].top == pytest.approx(sheet["A1"].height + 30, abs=0.1)
    assert sheet["C1"].left == pytest.approx(sheet["A1"].width + sheet["B2:C3"].width / 2, abs=0.2)
    cells = saved()["Data"]
    assert cells.row_dimensions[2].height == pytest.approx(30, abs=0.1)
    assert cells.column_dimensions["B"].width == pytest.approx(20.71, abs=0.02)  # 20 and the file's 5/7


@pytest.mark.parametrize("characters", [0.5, 1, 10, 80])
def test_the_width_in_a_file_is_the_width_excel_shows(opened: Opened, saved: Saved, sheet: xw.Sheet,
                                                      characters: float) -> None:
    in_file = characters + 5 / 7 if characters >= 1 else characters * 12 / 7  # ECMA-376, 18.3.1.13, 7 pixels a digit
    made = openpyxl.Workbook()
    made.active.column_dimensions["A"].width = in_file
    assert opened(made).sheets[0]["A1"].column_width == pytest.approx(characters, abs=0.02)
    sheet["A1"].column_width = characters
    assert saved()["Data"].column_dimensions["A"].width == pytest.approx(in_file, abs=0.02)


def test_differing_widths_and_heights_are_none(sheet: xw.Sheet) -> None:
    sheet["B2"].value = "x"
    sheet["A1"].column_width, sheet["A1"].row_height = 30, 40
    assert sheet["A1:B2"].column_width is None
    assert sheet["A1:B2"].row_height is None
    assert sheet["A1:A9"].column_width == pytest.approx(30, abs=0.02)


def test_columns_and_rows_are_fitted_to_their_contents(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [["kata " * 20], ["x"]]
    narrow = sheet["A1"].column_width
    sheet["A:A"].columns.autofit()
    assert sheet["A1"].column_width > 3 * narrow
    sheet["A1"].column_width = narrow
    sheet["A1"].wrap_text = True
    assert (sheet["A1"].wrap_text, sheet["A2"].wrap_text, sheet["A1:A2"].wrap_text) == (True, False, None)
    sheet["A1:A2"].rows.autofit()
    assert sheet["A1"].row_height > 2 * sheet["A2"].row_height
    sheet["A1"].wrap_text = False
    sheet.autofit()
    assert sheet["A1"].column_width > 3 * narrow


def test_rows_and_columns_are_hidden_and_shown(sheet: xw.Sheet, saved: Saved) -> None:
    sheet["A2:B3"].rows.hidden = True
    sheet["D1"].columns.hidden = True
    assert sheet["A2:A3"].rows.hidden is True
    assert sheet["A1:A3"].rows.hidden is None
    assert sheet["A4"].rows.hidden is False
    assert sheet["D9"].columns.hidden is True
    assert sheet["C1:D1"].columns.hidden is None
    assert saved()["Data"].row_dimensions[2].hidden
    sheet["A2:A3"].rows.hidden = False
    assert sheet["A1:A4"].rows.hidden is False


def test_merged_cells_are_known_from_every_side(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active.merge_cells("B2:C3")
    sheet = opened(made).sheets[0]
    assert sheet["B2"].merge_area.address == "$B$2:$C$3"
    assert sheet["C3"].merge_area.address == "$B$2:$C$3"
    assert sheet["A1"].merge_area.address == "$A$1"
    assert [sheet[text].merge_cells for text in ("B2", "C3", "A1:D4", "C3:D3", "A1", "A1:A9")] == [
        True, True, True, True, False, False]


def test_contents_and_formats_are_cleared_apart_and_together(sheet: xw.Sheet) -> None:
    cell = sheet["A1"]
    for clear, value, colour, note in (
            (cell.clear_contents, None, (1, 2, 3), True), (cell.clear_formats, 5.0, None, True),
            (cell.clear, None, None, False)):
        cell.value, cell.color, cell.number_format = 5, (1, 2, 3), "0.00"
        if cell.note is None:
            cell.add_note("catatan")
        clear()
        assert (cell.value, cell.color, cell.note is not None) == (value, colour, note)
        assert cell.number_format == ("0.00" if colour else "General")


def test_the_selection_is_read_and_set(book: xw.Book, sheet: xw.Sheet) -> None:
    other = book.sheets.add("Lain")
    sheet["B2:C3"].select()
    assert book.sheets.active == sheet
    assert book.selection == sheet["B2:C3"]
    other.activate()
    assert book.sheets.active == other
    assert book.selection == other["A1"]


def test_of_several_selected_areas_the_first_is_the_selection(book: xw.Book, sheet: xw.Sheet) -> None:
    areas = book.api.createInstance("com.sun.star.sheet.SheetCellRanges")
    areas.addRangeAddresses(tuple(sheet[text].api.RangeAddress for text in ("B2", "D4:E5")), False)
    sheet.activate()
    book.api.CurrentController.select(areas)
    assert book.selection == sheet["B2"]
