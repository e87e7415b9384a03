"""Pages of a printed table: groups stay together, nothing merged crosses a page, the last page is not a remnant."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sunting import edited

from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_rencana
from kinerja_xl.workbook.templates import shipped_template
from kinerja_xl.workbook.xlsx.page_breaks import page_starts, put_breaks


def printed_sheet(last: int, height: float = 40, width: float = 100) -> Worksheet:
    """A sheet of one column on A4 upright: row 1 is the heading, repeated on each page."""
    sheet = Workbook().active
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = sheet.page_margins.top = sheet.page_margins.bottom = 0
    sheet.column_dimensions["A"].width = width
    for row in range(1, last + 1):
        sheet.row_dimensions[row].height = height
    sheet.print_area = f"A1:A{last}"
    sheet.print_title_rows = "1:1"
    return sheet


# A4 is 595.3 x 841.9 points; 100 characters are 528.75 of them, so nothing is made smaller: a page holds
# 0.93 x 841.9 = 782.9 points, which are 19 rows of 40 points, the heading among them


def test_a_page_holds_as_many_rows_as_the_paper() -> None:
    assert page_starts(printed_sheet(19), range(2, 20), ()) == []
    assert page_starts(printed_sheet(37), range(2, 38), ()) == [20]  # 18 rows under the heading on each


def test_a_wide_sheet_is_made_smaller_and_holds_more() -> None:
    # 200 characters are 1,053.75 points: at 595.3 / 1,053.75 = 0.565 a page holds 782.9 / 0.565 = 1,385 points, 34 rows
    assert page_starts(printed_sheet(34, width=200), range(2, 35), ()) == []


def test_a_group_is_kept_whole_where_the_page_is_full_enough_then() -> None:
    # after row 14 come 18 rows to a page; then the last 5 take one more, because 5 x 40 is less than 0.3 of a page
    assert page_starts(printed_sheet(37), range(2, 38), [15]) == [15, 32]
    assert page_starts(printed_sheet(37), range(2, 38), [5]) == [20]  # three rows would be too few


def test_a_last_page_with_next_to_nothing_takes_from_those_before() -> None:
    starts = page_starts(printed_sheet(21), range(2, 22), ())
    assert len(starts) == 1
    assert 22 - starts[0] >= 5


@pytest.mark.parametrize("change", [
    lambda sheet: setattr(sheet.page_setup, "paperSize", 77), lambda sheet: setattr(sheet, "print_area", None),
    lambda sheet: setattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", False)])
def test_a_page_that_is_not_known_is_left_to_the_program(change) -> None:
    sheet = printed_sheet(60)
    change(sheet)
    assert page_starts(sheet, range(2, 61), ()) == []


def test_breaks_stand_before_the_rows_that_begin_a_page() -> None:
    sheet = printed_sheet(37)
    put_breaks(sheet, [20])
    assert [found.id for found in sheet.row_breaks.brk] == [19]


def test_nothing_merged_crosses_a_page_of_the_plan_and_it_reads_the_same() -> None:
    office, plan = contoh_pengaturan(2026), contoh_rencana(2026)
    data = make_rencana(shipped_template("Rencana Aksi.xlsx"), plan, office)

    def look(book: Workbook) -> None:
        sheet = book["Program"]
        starts = [found.id + 1 for found in sheet.row_breaks.brk]
        assert starts
        for area in sheet.merged_cells.ranges:
            assert not any(area.min_row < start <= area.max_row for start in starts)
        for start in starts:  # the page says by itself which program its rows belong to
            assert sheet.cell(start, 4).value
        assert sum(area.min_row > 15 for area in sheet.merged_cells.ranges) > 5

    edited(data, look)
    assert read_rencana(data, "Rencana Aksi.xlsx", office) == (plan, ())
