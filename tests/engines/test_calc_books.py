"""Books and sheets of a real Calc: opened, saved, renamed, found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from kinerja_xl.engines import calc
from kinerja_xl.engines.calc import (
    BookNotFound,
    BookProtected,
    BookReadOnly,
    Disconnected,
    NotConnected,
    OpenFailed,
    SaveFailed,
    SheetRefused,
)

Opened = Callable[[openpyxl.Workbook], xw.Book]

LOCK = ",Kasubag Lain,PC-07,22.11.2026 09:00,file:///home/lain/profil;"  # as LibreOffice writes it beside the file


def make_book(path: Path, value: object = 1) -> Path:
    made = openpyxl.Workbook()
    made.active.title = "Data"
    made.active["A1"] = value
    made.save(path)
    return path


def test_a_file_is_opened_by_its_path_whatever_its_name(engine: xw.main.Engine, tmp_path: Path) -> None:
    folder = tmp_path / "Bidang A & B" / "it's 100%"
    folder.mkdir(parents=True)
    path = make_book(folder / "Lembar Kerja TW II – 2026.xlsx", "isi")
    book = xw.Book(path)
    try:
        assert (book.name, book.fullname) == (path.name, str(path))
        assert book.sheets["data"]["A1"].value == "isi"
        assert xw.Book(path) == book
        assert engine.apps.active.books[path.name.upper()] == book
        assert engine.apps.active.books.active == book
    finally:
        book.close()
    assert path.name not in [each.name for each in engine.apps.active.books]
    assert list(folder.iterdir()) == [path]  # no lock is left


def test_an_unknown_book_is_a_key_error(engine: xw.main.Engine) -> None:
    with pytest.raises(KeyError):
        engine.apps.active.books["tidak ada.xlsx"]


def test_a_book_is_found_by_its_identity_also_when_never_saved(engine: xw.main.Engine, book: xw.Book) -> None:
    other = engine.apps.active.books.add()
    assert calc.find_book(engine, book.api.RuntimeUID) == book
    assert calc.find_book(engine, other.api.RuntimeUID) == other
    other.close()
    with pytest.raises(BookNotFound):
        calc.find_book(engine, "0")


def test_a_function_gets_its_book_as_the_caller(engine: xw.main.Engine, book: xw.Book) -> None:
    calc.find_book(engine, book.api.RuntimeUID).set_mock_caller()
    try:
        assert xw.Book.caller() == book
    finally:
        del xw.Book._mock_caller


def test_saving_in_place_keeps_the_file_an_xlsx(engine: xw.main.Engine, tmp_path: Path) -> None:
    path = make_book(tmp_path / "a.xlsx", 1)
    book = engine.apps.active.books.open(path)
    book.sheets[0]["A1"].value = "baru"
    book.save()
    assert not book.api.isModified()
    book.close()
    assert openpyxl.load_workbook(path)["Data"]["A1"].value == "baru"


def test_saving_under_a_path_gives_the_book_that_path(book: xw.Book, sheet: xw.Sheet, tmp_path: Path) -> None:
    sheet["A1"].value = 1
    assert book.fullname == book.name
    for name in ("satu.xlsx", "dua.ods", "tiga.xlsm"):
        book.save(tmp_path / name)
        assert (book.name, book.fullname) == (name, str(tmp_path / name))
    assert openpyxl.load_workbook(tmp_path / "satu.xlsx")["Data"]["A1"].value == 1
    with pytest.raises(NotImplementedError):
        book.save(tmp_path / "empat.pdf")


def test_a_book_never_saved_goes_to_the_current_folder(book: xw.Book, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    title = book.name
    book.save()
    assert (tmp_path / f"{title}.xlsx").exists()
    assert book.fullname == str(tmp_path / f"{title}.xlsx")


def test_a_password_is_not_left_out_silently(book: xw.Book, tmp_path: Path) -> None:
    with pytest.raises(NotImplementedError):
        book.save(tmp_path / "kunci.xlsx", password="sandi")
    assert not (tmp_path / "kunci.xlsx").exists()


def test_a_book_opened_read_only_is_neither_changed_nor_saved_in_place(engine: xw.main.Engine, tmp_path: Path) -> None:
    path = make_book(tmp_path / "baca.xlsx", 1)
    before = path.read_bytes()
    book = engine.apps.active.books.open(path, read_only=True)
    for change in (lambda: setattr(book.sheets[0]["A1"], "value", 2), book.sheets.add,
                   lambda: setattr(book.sheets[0]["A1"], "color", (1, 2, 3)),
                   lambda: setattr(book.sheets[0]["A1"], "column_width", 40),
                   lambda: book.sheets[0]["A1"].add_note("x"), lambda: book.names.add("nama", "=1")):
        with pytest.raises(BookReadOnly, match=r"baca\.xlsx"):
            change()
    assert book.sheets[0]["A1"].value == 1
    with pytest.raises(SaveFailed, match=r"baca\.xlsx"):
        book.save()
    book.close()
    assert path.read_bytes() == before


def test_a_save_into_a_folder_that_is_gone_fails_and_the_book_stays(book: xw.Book, sheet: xw.Sheet,
                                                                    tmp_path: Path) -> None:
    sheet["A1"].value = 1
    with pytest.raises(SaveFailed):
        book.save(tmp_path / "tidak ada" / "a.xlsx")
    assert sheet["A1"].value == 1


def test_a_file_someone_else_has_open_comes_read_only(engine: xw.main.Engine, tmp_path: Path) -> None:
    path = make_book(tmp_path / "dipakai.xlsx", 1)
    (tmp_path / ".~lock.dipakai.xlsx#").write_text(LOCK, encoding="utf-8")
    book = engine.apps.active.books.open(path)
    assert book.api.isReadonly()
    with pytest.raises(BookReadOnly):
        book.sheets[0]["A1"].value = 2
    book.close()


def test_a_damaged_file_is_not_opened(engine: xw.main.Engine, tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK\x03\x04 rusak")
    with pytest.raises(OpenFailed, match=r"rusak\.xlsx"):
        engine.apps.active.books.open(path)


def test_arguments_calc_does_not_know_are_not_ignored(engine: xw.main.Engine, tmp_path: Path) -> None:
    path = make_book(tmp_path / "a.xlsx")
    for arguments in ({"update_links": True}, {"password": "x"}, {"format": "x"}, {"local": True}, {"corrupt_load": 1}):
        with pytest.raises(NotImplementedError):
            engine.apps.active.books.open(path, **arguments)


def test_a_book_is_renamed_by_closing_moving_and_opening_it(engine: xw.main.Engine, tmp_path: Path) -> None:
    masuk, kirim = tmp_path / "Masuk", tmp_path / "Kirim (Setujui)"
    masuk.mkdir()
    kirim.mkdir()
    path = make_book(masuk / "a.xlsx", 1)
    book = engine.apps.active.books.open(path)
    book.sheets[0]["A1"].value = 2
    book.save()
    book.close()
    path.rename(kirim / "a.xlsx")
    again = engine.apps.active.books.open(kirim / "a.xlsx")
    assert again.fullname == str(kirim / "a.xlsx")
    assert again.sheets[0]["A1"].value == 2
    again.close()
    assert [*masuk.iterdir(), *kirim.iterdir()] == [kirim / "a.xlsx"]


def test_sheets_are_added_named_moved_copied_and_removed(book: xw.Book, sheet: xw.Sheet) -> None:
    sheet["A1"].value = "isi"
    last = book.sheets.add("Akhir", after=sheet)
    first = book.sheets.add("Awal", before="Data")
    assert [each.name for each in book.sheets] == ["Awal", "Data", "Akhir"]
    assert book.sheets.active == first
    assert [each.index for each in (first, sheet, last)] == [1, 2, 3]
    last.move(before=sheet)
    assert [each.name for each in book.sheets] == ["Awal", "Akhir", "Data"]
    first.move(after=sheet)
    assert [each.name for each in book.sheets] == ["Akhir", "Data", "Awal"]
    assert sheet.copy().name == "Data (2)"
    copy = sheet.copy(before=last, name="Salinan")
    assert copy["A1"].value == "isi"
    assert [each.name for each in book.sheets] == ["Salinan", "Akhir", "Data", "Awal", "Data (2)"]
    copy.delete()
    assert "Salinan" not in book.sheets
    assert "akhir" in book.sheets
    added = book.sheets.add()
    assert book.sheets[added.name] == added
    assert len(book.sheets) == 5


def test_a_sheet_name_calc_refuses_raises(book: xw.Book, sheet: xw.Sheet) -> None:
    book.sheets.add("Lain")
    with pytest.raises(SheetRefused, match="Lain"):
        sheet.name = "Lain"
    assert sheet.name == "Data"
    sheet.name = "Lembar Kerja"
    assert book.sheets["Lembar Kerja"].index == sheet.index


def test_the_last_visible_sheet_can_be_neither_hidden_nor_removed(book: xw.Book, sheet: xw.Sheet) -> None:
    with pytest.raises(SheetRefused):
        sheet.visible = False
    with pytest.raises(SheetRefused):
        sheet.delete()
    other = book.sheets.add("Lain")
    sheet.visible = False
    assert (sheet.visible, other.visible) == (False, True)
    with pytest.raises(SheetRefused, match="hidden"):
        sheet.activate()
    assert sheet["A1"].value is None
    sheet.visible = True
    sheet.activate()


def test_a_sheet_hidden_in_a_file_is_known_to_be_hidden(opened: Opened) -> None:
    made = openpyxl.Workbook()
    made.create_sheet("Tersembunyi").sheet_state = "hidden"
    made.create_sheet("Sangat").sheet_state = "veryHidden"
    assert [sheet.visible for sheet in opened(made).sheets] == [True, False, False]


def test_a_protected_structure_lets_no_sheet_change(book: xw.Book, sheet: xw.Sheet) -> None:
    other = book.sheets.add("Lain")
    book.api.protect("")
    for change in (lambda: book.sheets.add("Baru"), other.delete, lambda: other.move(after=sheet), sheet.copy,
                   lambda: setattr(sheet, "name", "Baru"), lambda: setattr(sheet, "visible", False)):
        with pytest.raises(BookProtected):
            change()
    assert [each.name for each in book.sheets] == ["Lain", "Data"]
    assert sheet.visible
    sheet["A1"].value = 1
    book.api.unprotect("")


def test_copying_a_sheet_to_another_book_is_not_implemented(engine: xw.main.Engine, sheet: xw.Sheet) -> None:
    other = engine.apps.active.books.add()
    with pytest.raises(NotImplementedError):
        sheet.copy(after=other.sheets[0])
    other.close()


def test_clearing_a_sheet_clears_all_of_it(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [1, 2]
    sheet["B9"].color = (1, 2, 3)
    sheet.clear_contents()
    assert sheet["A1:B1"].value == [None, None]
    assert sheet["B9"].color == (1, 2, 3)
    sheet.clear_formats()
    assert sheet["B9"].color is None
    sheet["A1"].value = 1
    sheet.clear()
    assert sheet["A1"].value is None


def test_a_book_closed_meanwhile_is_said_clearly(engine: xw.main.Engine) -> None:
    book = engine.apps.active.books.add()
    sheet = book.sheets[0]
    book.close()
    with pytest.raises(Disconnected):
        sheet["A1"].value = 1
    with pytest.raises(Disconnected), engine.apps.active.properties(display_alerts=False):
        book.sheets["x"]
    with pytest.raises(Disconnected):
        calc.alert_in(book, "Tersimpan.", "Kinerja", "ok", "info")


def test_nobody_at_the_pipe_is_said_clearly(engine: xw.main.Engine) -> None:
    with pytest.raises(NotConnected, match="tidak-ada-pipa"):
        calc.connect("tidak-ada-pipa")
    assert xw.engines.active is engine


def test_connecting_anew_replaces_the_engine_of_that_name(engine: xw.main.Engine, office: object) -> None:
    again = calc.connect(office.pipe)  # type: ignore[attr-defined]
    assert [each.name for each in xw.engines].count("calc") == 1
    assert xw.engines.active is again
    assert again.apps.keys() == engine.apps.keys()
    xw.engines.engines[:] = [engine if each is again else each for each in xw.engines]
    xw.engines.engines_by_name["calc"] = engine


def test_the_app_tells_what_it_is(engine: xw.main.Engine) -> None:
    app = engine.apps.active
    assert app.version.major >= 7
    assert (Path(app.path) / "soffice.bin").exists() or (Path(app.path) / "soffice.exe").exists()
    assert engine.apps[app.pid] == app
    assert xw.App(add_book=False) == app
