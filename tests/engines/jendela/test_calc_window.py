"""What needs a window: message boxes, the status bar, what is in front; and an office that is ended."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from kotak_pesan import answered
from soffice_uji import SofficeUji

from kinerja_xl.engines.calc import Disconnected, NoWindow, OpenFailed, connect


def make_book(path: Path) -> Path:
    made = openpyxl.Workbook()
    made.active["A1"] = 1
    made.save(path)
    return path


@pytest.mark.parametrize(("buttons", "labels", "press", "answer"), [
    ("ok", ["OK"], "OK", "ok"),
    ("ok_cancel", ["OK", "Cancel"], "OK", "ok"),
    ("ok_cancel", ["OK", "Cancel"], "Cancel", "cancel"),
    ("yes_no", ["Yes", "No"], "No", "no"),
    ("yes_no_cancel", ["Yes", "No", "Cancel"], "Yes", "yes"),
    ("yes_no_cancel", ["Yes", "No", "Cancel"], "No", "no"),
    ("yes_no_cancel", ["Yes", "No", "Cancel"], "Cancel", "cancel"),
])
@pytest.mark.parametrize("mode", [None, "info", "critical"])
def test_a_message_shows_its_text_and_buttons_and_tells_the_one_pressed(
        app: xw.App, windowed: SofficeUji, mode: str | None, buttons: str, labels: list[str], press: str,
        answer: str) -> None:
    box = answered(windowed, lambda: app.alert("Ada 2 catatan.\nPeriksa lagi.", "K101", buttons, mode), press)
    assert (box.title, sorted(box.buttons), box.answer) == ("K101", sorted(labels), answer)
    assert "Ada 2 catatan.\nPeriksa lagi." in box.texts


def test_a_message_with_unknown_buttons_mode_or_a_callback_is_not_shown(app: xw.App) -> None:
    with pytest.raises(ValueError, match="abort_retry"):
        app.alert("x", buttons="abort_retry")
    with pytest.raises(ValueError, match="warning"):
        app.alert("x", mode="warning")
    with pytest.raises(NotImplementedError):
        app.alert("x", callback="f")


def test_without_a_visible_window_a_message_is_refused(app: xw.App) -> None:
    app.visible = False
    with pytest.raises(NoWindow):
        app.alert("x")
    app.visible = True


def test_a_file_someone_else_has_open_comes_read_only_without_a_question(app: xw.App, tmp_path: Path) -> None:
    path = make_book(tmp_path / "dipakai.xlsx")
    lock = ",Kasubag Lain,PC-07,22.11.2026 09:00,file:///home/lain/profil;"
    (tmp_path / ".~lock.dipakai.xlsx#").write_text(lock, encoding="utf-8")
    book = app.books.open(path)
    assert book.api.isReadonly()
    book.close()


def test_a_damaged_file_is_refused_without_a_question(app: xw.App, tmp_path: Path) -> None:
    path = make_book(tmp_path / "rusak.xlsx")
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(OpenFailed):
        app.books.open(path)


def test_the_status_bar_shows_a_text_until_it_is_given_back(app: xw.App) -> None:
    assert app.status_bar is False
    app.status_bar = "Memeriksa isian"
    assert app.status_bar == "Memeriksa isian"
    with app.properties(status_bar="Menyimpan"):
        assert app.status_bar == "Menyimpan"
    assert app.status_bar == "Memeriksa isian"
    app.status_bar = False
    assert app.status_bar is False


def test_a_status_text_of_a_closed_book_is_taken_back_without_complaint(app: xw.App) -> None:
    book = app.books.add()
    app.status_bar = "Memeriksa isian"
    book.close()
    app.status_bar = False
    assert app.status_bar is False


def test_windows_are_hidden_and_shown(app: xw.App) -> None:
    assert app.visible
    app.visible = False
    assert not app.visible
    app.visible = True
    assert app.visible


def test_the_book_in_front_is_the_active_one(app: xw.App) -> None:
    first = app.books.active
    second = app.books.add()
    assert app.books.active == second
    first.activate(steal_focus=True)
    assert app.books.active == first
    second.sheets[0]["B2"].select()
    second.activate()
    assert app.selection.address == "$B$2"
    assert second.sheets.active == second.sheets[0]


def test_redrawing_is_stopped_and_goes_on(app: xw.App) -> None:
    assert app.screen_updating
    app.screen_updating = False
    app.books.active.sheets[0]["A1"].value = 1
    assert not app.screen_updating
    app.screen_updating = True
    assert app.screen_updating
    assert app.books.active.sheets[0]["A1"].value == 1


def test_quitting_ends_the_office_without_saving(tmp_path: Path) -> None:
    with SofficeUji(tmp_path) as office:
        before, others = xw.engines.active, xw.engines.engines[:]
        app = office.connected(lambda: connect(office.pipe)).apps.active
        book = app.books.add()
        book.sheets[0]["A1"].value = "tidak disimpan"
        app.quit()
        assert office.process.wait(timeout=60) == 0
        with pytest.raises(Disconnected):
            app.books.add()
        xw.engines.active, xw.engines.engines[:] = before, others


def test_a_message_is_shown_also_after_the_last_book_was_closed(windowed: SofficeUji, app: xw.App) -> None:
    for book in list(app.books):
        book.close()
    box = answered(windowed, lambda: app.alert("Sudah di folder Kirim.", "Kinerja", "ok", "info"), "OK")
    assert (box.title, box.answer) == ("Kinerja", "ok")
    assert "Sudah di folder Kirim." in box.texts
