"""The workbook on screen reads like its file: the same grids, names and values by key, whatever was done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import lembar_contoh
import lembar_jadi
import pytest
import xlwings as xw
from meja_uji import HostUji, MejaUji

from kinerja_xl.domain.cells import Letak
from kinerja_xl.faces.ribbon.host import Place
from kinerja_xl.faces.ribbon.meja import SHEETS
from kinerja_xl.faces.ribbon.open_book import read_open_book, settled
from kinerja_xl.faces.ribbon.xlwings_sheet import XlwingsSheet
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import parse_area
from kinerja_xl.workbook.grid import Grid, Sheets
from kinerja_xl.workbook.lembar.lembar_kerja_of import lembar_kerja_of
from kinerja_xl.workbook.read_book import read_book

LK, PA, BUKTI = names.LEMBAR_KERJA, names.PROGRAM_DAN_ANGGARAN, names.BUKTI_DUKUNG


class ThroughXlwings(HostUji):
    """Calc, but its sheets read through xlwings alone, as those of Excel are."""

    def open_sheets(self, book: Any, daftar_nama: Sequence[str]) -> list[Any]:
        return [XlwingsSheet(book.sheets[nama], lambda cells: cells.merge_cells) for nama in daftar_nama]


def api(book: xw.Book, lembar: str) -> Any:
    """The UNO sheet, its protection taken off as its user may do."""
    sheet = book.sheets[lembar].api
    sheet.unprotect("")
    return sheet


def cell(book: xw.Book, name: str, row: int = 0) -> xw.Range:
    """A cell of a named column, counted from its first row."""
    cells = book.names[name].refers_to_range
    api(book, cells.sheet.name)
    return cells[row, 0]


def untouched(_book: xw.Book) -> None:
    pass


def filled_in_every_way(book: xw.Book) -> None:
    entries = ["85%", 0.855, "1.234,5", "", "  dua  puluh ", "=1/0", "=C9", 12, datetime(2026, 4, 10), True,
               "belum ada data", time(8, 30), datetime(2026, 4, 10, 9, 15), "=1=1", '=""', "-", 0, 1e21, 0.1 + 0.2]
    columns = [book.names[f"{stem}_tw1"].refers_to_range for stem in ("keterangan", "faktor_pendorong", "realisasi")]
    api(book, LK)
    for row, entry in enumerate(entries):
        columns[row // 7][row % 7, 0].value = entry


def formulas_and_what_looks_like_them(book: xw.Book) -> None:
    for row, entry in enumerate(["'=C9", "'{=C9}", "'=", "''=1+1", '="=1+1"', '=IF(C9="";"";"=x")', "'=+/-"]):
        cell(book, "keterangan_tw1", row).value = entry
    cell(book, "realisasi_tw1", 1).api.setArrayFormula("=SUM(1;2)")
    cell(book, "realisasi_tw1", 2).value = "=1/4"


def percent_formats(book: xw.Book) -> None:
    for row, token in enumerate(["0%", "0.00%", "[Red]0%", '0" %"', "0\\%", "General"]):
        target = cell(book, "realisasi_tw1", row)
        target.value = 0.855
        target.number_format = token
    api(book, LK)
    book.names["capaian_tw"].refers_to_range.number_format = "0.0%"
    cell(book, "pembilang_tw1", 2).number_format = "0%"  # blank


def sorted_by_hand(book: xw.Book) -> None:
    sheet = api(book, LK)
    cells = book.names["kode_indikator"].refers_to_range
    codes = [row[0] for row in cells.options(ndim=2).value]
    sheet.getCellRangeByName("B9:B15").merge(False)
    cells.value = [[code] for code in reversed(codes)]


def rows_inserted(book: xw.Book) -> None:
    api(book, LK).Rows.insertByIndex(10, 2)
    api(book, PA).Rows.insertByIndex(3, 1)


def columns_inserted_and_deleted(book: xw.Book) -> None:
    api(book, LK).Columns.insertByIndex(4, 1)
    api(book, PA).Columns.removeByIndex(0, 1)


def extra_sheets(book: xw.Book) -> None:
    book.sheets.add("Coretan saya", before=book.sheets[0])["A1"].value = 5
    book.api.Sheets.moveByName(names.DISPOSISI, 0)


def names_lost(book: xw.Book) -> None:
    for name in ("realisasi_tw1", "kode_subkegiatan", "keterangan_tw1", "bukti_jenis"):
        book.names[name].delete()


def sheets_renamed(book: xw.Book) -> None:
    book.sheets[LK].name = "lembar  kerja"
    book.sheets[BUKTI].name = "BUKTI DUKUNG"


def a_sheet_gone(book: xw.Book) -> None:
    book.sheets[BUKTI].delete()


def merged_differently(book: xw.Book) -> None:
    sheet = api(book, LK)
    sheet.getCellRangeByName("B12:B15").merge(False)
    sheet.getCellRangeByName("B9:B11").merge(True)
    api(book, names.DISPOSISI).getCellRangeByName("D10:E10").merge(False)


def filtered_and_hidden(book: xw.Book) -> None:
    sheet = api(book, LK)
    sheet.Rows.getByIndex(10).IsVisible = False
    sheet.Columns.getByIndex(3).IsVisible = False


DONE = [untouched, filled_in_every_way, formulas_and_what_looks_like_them, percent_formats, sorted_by_hand,
        rows_inserted, columns_inserted_and_deleted, extra_sheets, names_lost, sheets_renamed, a_sheet_gone,
        merged_differently, filtered_and_hidden]
MADE = {"TW I": lambda: lembar_contoh.make(1), "TW III": lambda: lembar_contoh.make(3),
        "ways of counting": lembar_jadi.make_worksheet}


@pytest.fixture(scope="session")
def hosts(soffice: Any) -> dict[str, HostUji]:
    return {"calc": HostUji(soffice.pipe), "xlwings": ThroughXlwings(soffice.pipe)}


@pytest.fixture(params=["calc", "xlwings"])
def person(request: pytest.FixtureRequest, hosts: dict[str, HostUji]) -> Iterator[MejaUji]:
    person = MejaUji(hosts[request.param])
    yield person
    person.close_all()


def seen(grid: Grid, whole: Place) -> dict[str, object]:
    """A grid without what shows nothing: merged blocks and formats beyond the last filled cell, formats of blanks."""
    bottom, right = whole
    return {"lembar": grid.lembar, "nilai": dict(grid.nilai), "rumus": set(grid.rumus), "galat": dict(grid.galat),
            "tanpa hasil": set(grid.tanpa_hasil), "persen": {p for p in grid.nilai if p in grid.persen},
            "gabungan": {b for b in grid.gabungan if b[0] <= bottom and b[1] <= right}}


def areas(book: Sheets) -> dict[str, object]:
    """Where each name stands that somebody gave."""
    return {name: parse_area(area) for name, area in book.names.items() if not name.startswith("_xlnm")}


def assert_alike(on_screen: Sheets, of_file: Sheets) -> None:
    assert on_screen.grids.keys() == of_file.grids.keys()
    for lembar, grid in of_file.grids.items():
        places = [*grid.nilai, *grid.rumus]
        whole = max(row for row, _ in places), max(column for _, column in places)
        assert seen(on_screen.grids[lembar], whole) == seen(grid, whole)
    assert areas(on_screen) == areas(of_file)
    assert lembar_kerja_of(on_screen) == lembar_kerja_of(of_file)


@pytest.mark.parametrize("made", MADE)
def test_a_delivered_worksheet_reads_as_its_file(person: MejaUji, tmp_path: Path, made: str) -> None:
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(MADE[made]())
    book = person.open(path)
    assert_alike(read_open_book(person.host, book, SHEETS, path), read_book(path.read_bytes(), path.name, SHEETS))


@pytest.mark.parametrize("change", DONE, ids=[change.__name__ for change in DONE])
def test_a_worksheet_that_somebody_worked_in_reads_as_it_is_saved(
        person: MejaUji, tmp_path: Path, change: Callable[[xw.Book], None]) -> None:
    path, saved = tmp_path / "lembar.xlsx", tmp_path / "disimpan.xlsx"
    path.write_bytes(lembar_contoh.make(1))
    book = person.open(path)
    change(book)
    on_screen = read_open_book(person.host, book, SHEETS, path)  # the file still has the names as they were
    assert_alike(on_screen, read_open_book(person.host, book, SHEETS))
    book.save(saved)
    assert_alike(on_screen, read_book(saved.read_bytes(), saved.name, SHEETS))


def test_unsaved_changes_are_read(person: MejaUji, tmp_path: Path) -> None:
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(lembar_contoh.make(1))
    book = person.open(path)
    cell(book, "realisasi_tw1", 2).value = 7
    lk = lembar_kerja_of(read_open_book(person.host, book, SHEETS, path))
    assert lk.value("indikator", "LJS-03", "realisasi_tw1") == 7
    assert lk.place("indikator", "LJS-03", "realisasi_tw1") == Letak(LK, "M11")


def test_a_blank_cell_in_per_cent_format_is_known_for_one(person: MejaUji, tmp_path: Path) -> None:
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(lembar_contoh.make(1))
    book = person.open(path)
    percent_formats(book)
    grid = read_open_book(person.host, book, [LK], path).grids[LK]
    place = (11, cell(book, "pembilang_tw1").column)
    assert place not in grid.nilai
    assert place in grid.persen
    assert place in settled(grid).persen
    assert (9, place[1]) not in grid.persen
