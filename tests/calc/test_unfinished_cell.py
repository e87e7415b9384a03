"""A press while a cell is still being typed into: what was typed counts, as if Enter had been pressed before."""

from __future__ import annotations

from pathlib import Path

import pytest
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import NEXT_STEP, MejaKlik, named_value

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


def begin_to_type(meja: MejaKlik, text: str) -> None:
    """Type into the cell of the note without ending it: the workbook does not know the text yet."""
    meja.model.CurrentController.setActiveSheet(meja.model.Sheets.getByName(meja.note().lembar))
    meja.select(meja.note())
    meja.layar.type(text)
    assert meja.cell(meja.note()).getString() == ""


def test_what_is_being_typed_is_taken_in_before_the_check(layar: JendelaCalc, kantor: KantorKlik) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open(worksheet(kantor))
    begin_to_type(meja, ARAHAN)
    meja.press("Periksa Isian")
    layar.key("Escape")
    assert meja.cell(meja.note()).getString() == ARAHAN


@pytest.mark.parametrize(("answer", "shown"), [("OK", "=10+15"), ("Cancel", "")])
def test_what_calc_asks_about_it_comes_before_the_check(layar: JendelaCalc, kantor: KantorKlik, answer: str,
                                                        shown: str) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open(worksheet(kantor))
    begin_to_type(meja, "=10+15")  # the cell is for texts
    meja.start("Periksa Isian")
    assert layar.answer(answer).judul == "Terlalu panjang"
    assert layar.answer().teks == (
        f"Tidak ada catatan perbaikan.{NEXT_STEP}Tekan Tugaskan bila lembar kerja ini sudah siap diteruskan.")
    layar.idle()
    assert meja.cell(meja.note()).getString() == shown


def test_the_note_that_was_typed_without_enter_is_sent(layar: JendelaCalc, kantor: KantorKlik) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open(worksheet(kantor))
    begin_to_type(meja, ARAHAN)
    layar.press("Tugaskan")
    assert layar.answer().teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    layar.idle()
    assert named_value(kantor.waiting("DAYASOS/Kasubid PERORANGAN"), "catatan_pengirim") == ARAHAN
