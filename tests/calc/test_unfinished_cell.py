"""A press while a cell is still being typed into: what was typed counts, and LibreOffice asks nothing."""

from __future__ import annotations

from pathlib import Path

from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import MejaKlik, named_value

ARAHAN = "Kumpulkan data TW I"


def worksheet(kantor: KantorKlik) -> Path:
    """That of a sub bidang which no other test works with."""
    folder = kantor.akar / "DAYASOS" / "Kabid" / "Masuk"
    return kantor.wait_for(lambda: next(iter(folder.glob("*PERORANGAN*.xlsx")), None), "the worksheet")


def test_the_cells_that_were_selected_stay_selected(layar: JendelaCalc, kantor: KantorKlik) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open(worksheet(kantor))
    cells = meja.model.Sheets.getByName("Lembar Kerja").getCellRangeByName("B9:C10")
    meja.model.CurrentController.select(cells)
    meja.press("Status")
    assert meja.model.CurrentSelection.AbsoluteName == cells.AbsoluteName


def test_the_note_that_was_typed_without_enter_is_sent(layar: JendelaCalc, kantor: KantorKlik) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open(worksheet(kantor))
    meja.model.CurrentController.setActiveSheet(meja.model.Sheets.getByName(meja.note().lembar))
    meja.select(meja.note())
    layar.type(ARAHAN)
    layar.press("Tugaskan")
    assert layar.answer().teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    layar.idle()
    assert named_value(kantor.waiting("DAYASOS/Kasubid PERORANGAN"), "catatan_pengirim") == ARAHAN
