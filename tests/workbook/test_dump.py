from __future__ import annotations

import pytest
from lembar_uji import catatan, isi_disposisi, make_book, saved
from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet.datavalidation import DataValidation

from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.workbook.dump import dump_workbook
from kinerja_xl.workbook.service.service_sheets import update_service_sheets


def small_book() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Lembar"
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = 'Kata "kutip"\nbaris dua', 0.1 + 0.2, "=A2*2", True
    sheet["A1"].number_format = "@"
    sheet.merge_cells("B1:C1")
    sheet.protection.enable()
    sheet.freeze_panes = "A2"
    sheet.oddFooter.left.text = "2026-TW1-X"
    sheet.column_dimensions["H"].hidden = True
    sheet.conditional_formatting.add("A1:A4", FormulaRule(formula=["langkah=3"]))
    rule = DataValidation(type="list", formula1='"a,b"')
    rule.add("A4")
    sheet.add_data_validation(rule)
    book.create_sheet("Rahasia").sheet_state = "veryHidden"
    return book


def test_a_workbook_as_text() -> None:
    assert dump_workbook(saved(small_book()), "uji.xlsx").splitlines() == [
        "## Lembar (tampak)", "terkunci: ya", "dibekukan: A2", "cetak: -, baris judul -", "kaki kiri: 2026-TW1-X",
        "digabung: B1:C1", "kolom tersembunyi: H", "validasi: 1", "format bersyarat A1:A4: expression langkah=3",
        'A1 = "Kata \\"kutip\\"\\nbaris dua"', "A2 = 0.3", "A3 = (kosong) <- =A2*2", "A4 = TRUE", "",
        "## Rahasia (sangat tersembunyi)", "terkunci: tidak", "dibekukan: -", "cetak: -, baris judul -",
        "digabung: -", "kolom tersembunyi: -", "validasi: 0", "", "## Nama"]


def test_how_a_number_is_shown_makes_no_difference() -> None:
    plain, formatted = small_book(), small_book()
    formatted["Lembar"]["A2"].number_format = "#,##0.00"
    assert dump_workbook(saved(formatted), "x") == dump_workbook(saved(plain), "x")


def test_names_and_links_are_part_of_the_text() -> None:
    text = dump_workbook(update_service_sheets(saved(make_book()), isi_disposisi(), [catatan()]), "x")
    assert 'C6 = "N8" -> \'Lembar Kerja\'!N8' in text.splitlines()
    assert "berkas = Disposisi!$C$3" in text.splitlines()


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_named_so(data: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        dump_workbook(data, "x.xlsx")
