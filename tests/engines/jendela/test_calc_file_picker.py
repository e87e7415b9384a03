"""The dialog for opening a file: what is picked, what was cancelled, and no dialog without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw
from kotak_berkas import picked
from soffice_uji import SofficeUji

from kinerja_xl.engines.calc import NoWindow, pick_file

TITLE = "Bukti untuk REH-01"


def test_the_picked_file_comes_back_as_a_path(app: xw.App, windowed: SofficeUji, tmp_path: Path) -> None:
    path = tmp_path / "surat & bukti.pdf"
    path.write_bytes(b"%PDF")
    answer = picked(windowed, lambda: pick_file(app, TITLE, {"Dokumen": "*.pdf;*.png"}), TITLE, str(path))
    assert answer == str(path)


def test_a_cancelled_dialog_gives_none(app: xw.App, windowed: SofficeUji) -> None:
    assert picked(windowed, lambda: pick_file(app, TITLE, {"Dokumen": "*.pdf"}), TITLE, None) is None


def test_no_dialog_is_shown_where_nobody_could_answer_it(app: xw.App) -> None:
    app.visible = False
    with pytest.raises(NoWindow):
        pick_file(app, TITLE, {})
