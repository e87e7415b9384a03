"""Defined names and notes in a real Calc."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from kinerja_xl.engines.calc import FormulaError, NameRefused

Saved = Callable[..., openpyxl.Workbook]
Opened = Callable[[openpyxl.Workbook], xw.Book]


def test_a_name_of_the_book_is_added_read_and_saved(book: xw.Book, sheet: xw.Sheet, saved: Saved) -> None:
    book.sheets.add("Lembar Kerja")
    name = book.names.add("daftar", "='Lembar Kerja'!$A$1:$B$2")
    assert (name.name, name.refers_to) == ("daftar", "='Lembar Kerja'!$A$1:$B$2")
    assert name.refers_to_range == book.sheets["Lembar Kerja"]["A1:B2"]
    assert [each.name for each in book.names] == ["daftar"]
    assert "daftar" in book.names
    assert "DAFTAR" in book.names
    assert "lain" not in book.names
    with pytest.raises(KeyError):
        book.names["lain"]
    assert saved().defined_names["daftar"].attr_text == "'Lembar Kerja'!$A$1:$B$2"
    sheet["A1"].value = "=ROWS(daftar)"
    assert sheet["A1"].value == 2.0


def test_a_name_of_a_sheet_belongs_to_it_alone(book: xw.Book, sheet: xw.Sheet, saved: Saved) -> None:
    other = book.sheets.add("Lembar Kerja", after=sheet)
    book.names.add("total", "=Data!$A$1")
    sheet.names.add("total", "=Data!$B$1")
    book.names.add("'Lembar Kerja'!total", "='Lembar Kerja'!$C$1")
    assert [name.name for name in book.names] == ["total", "Data!total", "'Lembar Kerja'!total"]
    assert [name.name for name in other.names] == ["'Lembar Kerja'!total"]
    assert sheet["total"].address == "$B$1"
    assert other["total"].address == "$C$1"
    assert sheet.names["total"].refers_to == "=Data!$B$1"
    assert book.names["Data!total"].refers_to == "=Data!$B$1"
    assert book.names["total"].refers_to == "=Data!$A$1"
    in_file = saved()
    assert in_file.defined_names["total"].attr_text == "Data!$A$1"
    assert in_file["Data"].defined_names["total"].attr_text == "Data!$B$1"


def test_a_name_can_be_a_constant_or_a_formula(book: xw.Book) -> None:
    book.names.add("tahun", "=2026")
    book.names.add("instansi", '="Dinas Sosial"')
    book.names.add("jumlah", "=SUM(Data!$A$1:$A$9,1)")
    assert {name.name: name.refers_to for name in book.names} == {
        "tahun": "=2026", "instansi": '="Dinas Sosial"', "jumlah": "=SUM(Data!$A$1:$A$9,1)"}
    with pytest.raises(NameRefused, match="does not refer to cells"):
        book.names["tahun"].refers_to_range.address  # noqa: B018


def test_a_name_is_changed_and_removed_but_not_renamed(book: xw.Book, sheet: xw.Sheet) -> None:
    name = book.names.add("satu", "=Data!$A$1")
    name.refers_to = "=Data!$C$3:$D$4"
    assert [(each.name, each.refers_to) for each in book.names] == [("satu", "=Data!$C$3:$D$4")]
    book.names.add("satu", "=Data!$E$5")
    assert sheet["satu"].address == "$E$5"
    with pytest.raises(NotImplementedError):
        name.name = "dua"
    name.delete()
    assert len(book.names) == 0


def test_a_range_gets_and_tells_its_name(sheet: xw.Sheet) -> None:
    assert sheet["A1:B2"].name is None
    sheet["A1:B2"].name = "blok"
    assert sheet["A1:B2"].name.name == "blok"
    assert sheet["blok"] == sheet["A1:B2"]
    assert sheet["A1"].name is None


def test_names_of_a_file_are_found(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active.title = "Data"
    made.defined_names["kunci"] = DefinedName("kunci", attr_text="Data!$A$1:$A$5")
    made.defined_names["hilang"] = DefinedName("hilang", attr_text="Data!#REF!")
    book = opened(made)
    assert book.names["kunci"].refers_to_range == book.sheets[0]["A1:A5"]
    assert book.names["hilang"].refers_to == "=#REF!"


@pytest.mark.parametrize("name", ["A1", "dua kata", "1satu"])
def test_a_name_calc_does_not_accept_is_refused(book: xw.Book, name: str) -> None:
    with pytest.raises(NameRefused):
        book.names.add(name, "=Data!$A$1")
    assert len(book.names) == 0


def test_a_name_for_what_does_not_exist_is_refused(book: xw.Book) -> None:
    with pytest.raises(FormulaError):
        book.names.add("salah", "=TidakAda!$A$1")
    assert "salah" not in book.names


def test_a_note_is_added_read_changed_saved_and_removed(sheet: xw.Sheet, saved: Saved) -> None:
    assert sheet["B2"].note is None
    note = sheet["B2"].add_note("Isi dengan angka.\nLihat Petunjuk.")
    assert note.text == "Isi dengan angka.\nLihat Petunjuk."
    assert note.location == sheet["B2"]
    assert isinstance(note.author, str)
    sheet["B2"].note.text = "Sudah baik"
    assert sheet["B2"].note.text == "Sudah baik"
    sheet["D9"].add_note("dua")
    assert [(each.location.address, each.text) for each in sheet.notes] == [("$B$2", "Sudah baik"), ("$D$9", "dua")]
    assert [each.text for each in sheet.book.notes] == ["Sudah baik", "dua"]
    assert saved()["Data"]["B2"].comment.text == "Sudah baik"
    sheet["B2"].note.delete()
    assert sheet["B2"].note is None
    assert len(sheet.notes) == 1


def test_a_note_of_a_file_is_read(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.active["C3"].comment = Comment("dari berkas", "Kasubag")
    sheet = opened(made).sheets[0]
    assert sheet["C3"].note.text == "dari berkas"
    assert [note.location.address for note in sheet.notes] == ["$C$3"]
