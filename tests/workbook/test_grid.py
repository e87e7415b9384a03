from __future__ import annotations

import re
from datetime import datetime, time
from decimal import Decimal

import pytest
from lembar_uji import members, opened, saved, with_members
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.workbook.areas import Area, parse_area
from kinerja_xl.workbook.grid import Grid, clean_text
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.xlsx.cell_xml import SheetEditor
from kinerja_xl.workbook.xlsx.package import Package

SHEET = "xl/worksheets/sheet1.xml"


def book_with(**cells: object) -> Workbook:
    book = Workbook()
    book.active.title = "Data"
    for cell, value in cells.items():
        book.active[cell] = value
    return book


def grid_of(data: bytes) -> Grid:
    return read_book(data, "uji").grids["Data"]


def with_part(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in members(data)[SHEET]
    return with_members(data, lambda parts: parts.update({SHEET: parts[SHEET].replace(old, new)}))


def test_places_are_counted_from_a1_also_when_the_first_rows_and_columns_are_empty() -> None:
    grid = grid_of(saved(book_with(C3="x", D5=2)))
    assert grid.nilai == {(3, 3): "x", (5, 4): Decimal(2)}
    assert grid.value(1, 1) is None
    assert grid.last_row == 5


def test_numbers_have_the_fifteen_digits_that_excel_shows() -> None:
    grid = grid_of(saved(book_with(A1=0.1 + 0.2, A2=-0.0, A3=1028058131, A4=1 / 3)))
    assert [grid.value(row, 1) for row in range(1, 5)] == [
        Decimal("0.3"), Decimal(0), Decimal(1028058131), Decimal("0.333333333333333")]


def test_zero_and_false_are_values_and_a_blank_text_is_none() -> None:
    grid = grid_of(saved(book_with(A1=0, A2=False, A3="   ", A4="\u00a0x\u00a0")))
    assert grid.value(1, 1) == Decimal(0)
    assert grid.value(2, 1) is False
    assert grid.value(3, 1) is None
    assert grid.value(4, 1) == "x"


def test_formulas_with_and_without_results_are_told_apart() -> None:
    data = saved(book_with(A1="=1+1", A2="=2+2", A3="=A9", A4=4))
    data = with_part(data, b"<f>2+2</f><v></v>", b"<f>2+2</f><v>4</v>")
    data = with_part(data, b'<c r="A3"><f>A9</f><v></v>', b'<c r="A3" t="str"><f>A9</f><v></v>')
    grid = grid_of(data)
    assert grid.rumus == {(1, 1), (2, 1), (3, 1)}
    assert grid.tanpa_hasil == {(1, 1)}  # the empty text is a result
    assert grid.value(2, 1) == Decimal(4)


def test_a_shared_formula_counts_in_each_of_its_cells() -> None:
    data = with_part(saved(book_with(A1="=B1", A2=7)), b"<v>7</v>", b'<f t="shared" si="0"/><v>7</v>')
    assert grid_of(data).rumus == {(1, 1), (2, 1)}


@pytest.mark.parametrize("galat", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_error_values_are_told_apart_from_blanks(galat: str) -> None:
    data = with_part(saved(book_with(A1="=B1", A2=1)), b'<c r="A1"><f>B1</f><v></v>',
                     f'<c r="A1" t="e"><f>B1</f><v>{galat}</v>'.encode())
    grid = grid_of(data)
    assert grid.galat == {(1, 1): galat}
    assert grid.value(1, 1) == galat
    assert grid.tanpa_hasil == frozenset()


def test_percent_formats_are_found_in_the_styles() -> None:
    book = book_with(A1=0.125, A2=0.125, A3=0.125, A4="50%")
    for cell, code in (("A1", "0%"), ("A2", '0.0" %"'), ("A3", "0.0\\ %;[Red]-0.0%")):
        book.active[cell].number_format = code
    grid = grid_of(saved(book))
    assert grid.persen == {(1, 1), (3, 1)}
    assert [grid.value(row, 1) for row in range(1, 5)] == [Decimal("12.5"), Decimal("0.125"), Decimal("12.5"), "50%"]


def test_dates_and_times_are_text_as_people_here_write_them() -> None:
    grid = grid_of(saved(book_with(A1=datetime(2026, 4, 10), A2=datetime(2026, 4, 10, 8, 5), A3=time(16, 30))))
    assert grid.value(1, 1) in ("10/04/2026", "10/04/2026 00:00")
    assert [grid.value(2, 1), grid.value(3, 1)] == ["10/04/2026 08:05", "16:30"]


def test_a_workbook_that_counts_from_1904_shows_the_same_day() -> None:
    book = book_with(A1=44659)
    book.active["A1"].number_format = "dd/mm/yyyy"
    data = with_members(saved(book), lambda parts: parts.update({"xl/workbook.xml": re.sub(
        rb"<workbookPr[^>]*/>", b'<workbookPr date1904="1"/>', parts["xl/workbook.xml"])}))
    # 1 January 1904 + 122 years (122 x 365 + 31 leap days = 44561) is 1 January 2026; 98 days later is 9 April
    assert grid_of(data).value(1, 1) == "09/04/2026"


def test_a_merged_block_has_one_anchor() -> None:
    book = book_with(B2="induk")
    book.active.merge_cells("B2:C4")
    grid = grid_of(saved(book))
    assert grid.gabungan == ((2, 2, 4, 3),)
    assert grid.anchor(4, 3) == (2, 2)
    assert grid.anchor(5, 3) == (5, 3)


def test_only_the_sheets_asked_for_are_read() -> None:
    book = book_with(A1=1)
    book.create_sheet("Lain")["A1"] = 2
    data = with_members(saved(book), lambda parts: parts.update({"xl/worksheets/sheet2.xml": b"rusak"}))
    assert list(read_book(data, "uji", ["data ", "Tidak ada"]).grids) == ["data "]
    with pytest.raises(NotAWorkbook):
        read_book(data, "uji")


def test_a_part_with_another_prefix_and_without_addresses_is_read_and_edited() -> None:
    part = (b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>'
            b'<x:c><x:v>1</x:v></x:c><x:c t="e"><x:f>B9</x:f><x:v>#REF!</x:v></x:c></x:row><x:row r="4">'
            b"<x:c><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>")
    data = with_members(saved(book_with(A1=1)), lambda parts: parts.update({SHEET: part}))
    grid = grid_of(data)
    assert grid.galat == {(1, 2): "#REF!"}
    assert grid.rumus == {(1, 2), (4, 1)}
    editor = SheetEditor(part)
    editor.write((1, 2), "teks")
    editor.write((2, 1), Decimal("2.5"))
    data = with_members(data, lambda parts: parts.update({SHEET: editor.to_bytes()}))
    assert grid_of(data).nilai == {(1, 1): Decimal(1), (1, 2): "teks", (2, 1): Decimal("2.5")}
    assert [cell.value for cell in opened(data)["Data"][1]] == [1, "teks"]


def test_clean_text_keeps_lines_and_drops_what_is_no_text() -> None:
    assert clean_text("  a\r\nb\rc\td\x00\x1b\u202e\x7f ") == "a\nb\nc\td"
    assert clean_text("cafe\u0301") == "café"


@pytest.mark.parametrize(("reference", "expected"), [
    ("'Lembar Kerja'!$O$8:$O$19", Area("Lembar Kerja", 8, 15, 19, 15)), ("Data!$B$2", Area("Data", 2, 2, 2, 2)),
    ("'Pak ''Ali'''!A1:AA2", Area("Pak 'Ali'", 1, 1, 2, 27)), ("Data!#REF!", None), ("#REF!", None),
    ("OFFSET(A1,1,1)", None), ("Data!$A:$A", None),
])
def test_a_defined_name_is_a_rectangle_or_nothing(reference: str, expected: Area | None) -> None:
    assert parse_area(reference) == expected


def test_a_name_of_one_sheet_stands_in_where_the_workbook_has_none() -> None:
    book = book_with(A1=1)
    book.active.defined_names["hanya_di_sini"] = DefinedName("hanya_di_sini", attr_text="Data!$A$1")
    book.active.defined_names["keduanya"] = DefinedName("keduanya", attr_text="Data!$A$2")
    book.defined_names["Keduanya"] = DefinedName("Keduanya", attr_text="Data!$A$3")
    package = Package(saved(book), "uji")
    assert package.area("hanya_di_sini") == Area("Data", 1, 1, 1, 1)
    assert package.area("keduanya") == Area("Data", 3, 1, 3, 1)


def test_an_entity_is_never_resolved() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "rahasia">]>'
    data = with_members(saved(book_with(A1=1)), lambda parts: parts.update({
        "xl/workbook.xml": bomb + parts["xl/workbook.xml"].replace(b'name="Data"', b'name="&a;"')}))
    assert b"DOCTYPE" in members(data)["xl/workbook.xml"]
    with pytest.raises(NotAWorkbook):
        read_book(data, "uji")
