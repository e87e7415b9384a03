"""Excel's defined names (simulated: no Excel here): believed from the file where a few questions agree with it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import lembar_contoh
import pytest
from excel_tiruan import ExcelTiruan, excel
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName

from kinerja_xl.faces.ribbon.saved_names import read_saved_names
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS
from kinerja_xl.workbook.lembar.table_layout import names_stand_under_headings
from kinerja_xl.workbook.read_book import read_book


class NamesTiruan:
    """Excel's collection of names; ``asked`` counts the questions about single ones."""

    def __init__(self, references: dict[str, str]) -> None:
        self.references, self.asked = references, 0

    @property
    def Count(self) -> int:  # noqa: N802 - Excel's own name
        return len(self.references)

    def Item(self, name: str) -> Any:  # noqa: N802 - Excel's own name
        self.asked += 1
        found = next(key for key in self.references if key.casefold() == name.casefold())
        return SimpleNamespace(Name=found, RefersTo="=" + self.references[found])

    def __iter__(self) -> Any:
        return iter([self.Item(name) for name in self.references])


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    """A worksheet on disk, with a name of one sheet alone."""
    book = load_workbook(BytesIO(lembar_contoh.make(1)))
    book["Bukti Dukung"].defined_names["Judul_Sendiri"] = DefinedName("Judul_Sendiri", attr_text="'Bukti Dukung'!$A$1")
    path = tmp_path / "Lembar Kerja LINJAMSOS TW I 2026.xlsx"
    book.save(path)
    return path


def in_excel(berkas: Path) -> dict[str, str]:
    """The names of a file as Excel tells them: those of a sheet with the sheet before them, and the built-in ones."""
    book = load_workbook(berkas)
    found = {name: str(defined.attr_text) for name, defined in book.defined_names.items()}
    for sheet in book:
        found |= {f"'{sheet.title}'!{name}": str(defined.attr_text) for name, defined in sheet.defined_names.items()}
        for area in ("print_area", "print_title_rows"):
            if getattr(sheet, area):
                found[f"'{sheet.title}'!{area}"] = f"'{sheet.title}'!$A$1"
        if sheet.auto_filter.ref:
            found[f"'{sheet.title}'!_FilterDatabase"] = f"'{sheet.title}'!$A$1"
    return found


def guess(names: NamesTiruan, berkas: Path) -> Any:
    return excel(ExcelTiruan()).guess_names(SimpleNamespace(api=SimpleNamespace(Names=names)), berkas)


def test_the_names_of_the_file_are_given_back_after_one_question_a_sheet(berkas: Path) -> None:
    names = NamesTiruan(in_excel(berkas))
    found = guess(names, berkas)
    assert found is not None
    assert found["kode_indikator"] == names.references["kode_indikator"]
    assert found["judul_sendiri"] == "'Bukti Dukung'!$A$1"
    assert names.asked <= len(load_workbook(berkas).sheetnames)


@pytest.mark.parametrize("moved", ["'Lembar Kerja'", "'Program dan Anggaran'", "'Bukti Dukung'", "Disposisi"])
def test_where_the_last_name_of_a_sheet_has_moved_all_are_asked(berkas: Path, moved: str) -> None:
    references = in_excel(berkas)
    changed = {name: area.replace("$", "$A", 1) if area.replace("'", "").startswith(moved.strip("'")) else area
               for name, area in references.items()}
    assert guess(NamesTiruan(changed), berkas) is None


def test_where_a_name_came_or_went_all_are_asked(berkas: Path) -> None:
    references = in_excel(berkas)
    assert guess(NamesTiruan({**references, "baru": "'Lembar Kerja'!$A$1"}), berkas) is None
    assert guess(NamesTiruan({name: area for name, area in references.items() if name != "kode_indikator"}),
                 berkas) is None


def with_part(berkas: Path, content: bytes | None) -> Path:
    """The file with another workbook part, without one for None."""
    with zipfile.ZipFile(berkas) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != "xl/workbook.xml"}
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in (parts if content is None else {**parts, "xl/workbook.xml": content}).items():
            new.writestr(name, part)
    return berkas


@pytest.mark.parametrize("content", [None, b"<workbook", b"<workbook>" + b" " * (2 << 20) + b"</workbook>"],
                         ids=["none", "broken", "huge"])
def test_a_file_that_does_not_tell_its_names_is_no_guess(berkas: Path, content: bytes | None) -> None:
    names = NamesTiruan(in_excel(berkas))
    assert guess(names, with_part(berkas, content)) is None
    assert names.asked == 0


def test_a_file_that_is_gone_or_no_workbook_is_no_guess(berkas: Path) -> None:
    names = NamesTiruan(in_excel(berkas))
    berkas.write_bytes(b"bukan lembar kerja")
    assert guess(names, berkas) is None
    berkas.unlink()
    assert guess(names, berkas) is None
    assert read_saved_names(berkas) is None


def test_all_names_are_asked_one_by_one_those_of_sheets_behind_the_workbooks(berkas: Path) -> None:
    references = {**in_excel(berkas), "'Lembar Kerja'!kode_indikator": "'Lembar Kerja'!$Z$9"}
    found = excel(ExcelTiruan()).names(SimpleNamespace(api=SimpleNamespace(Names=NamesTiruan(references))))
    assert found["kode_indikator"] == references["kode_indikator"]
    assert found["judul_sendiri"] == "'Bukti Dukung'!$A$1"


def test_names_that_stand_under_other_headings_are_known(berkas: Path) -> None:
    book = read_book(berkas.read_bytes(), berkas.name, SHEETS)
    assert names_stand_under_headings(book)
    swapped = dict(book.names)
    one, two = "realisasi_tw1", "keterangan_tw1"
    swapped[one], swapped[two] = swapped[two], swapped[one]
    assert not names_stand_under_headings(Sheets(book.grids, swapped))
    lost = {name: area for name, area in book.names.items() if name != one}
    assert names_stand_under_headings(Sheets(book.grids, lost))  # one that is gone stands nowhere
