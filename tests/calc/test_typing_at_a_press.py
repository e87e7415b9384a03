"""What is being typed in a cell when a button is pressed counts, as if Enter had been pressed before."""

from __future__ import annotations

import pytest
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import NEXT_STEP, MejaKlik, named_value

from kinerja_xl.domain.cells import Letak
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

KABID = "DAYASOS/Kabid"


@pytest.fixture
def meja(layar: JendelaCalc, kantor: KantorKlik) -> MejaKlik:
    return MejaKlik(layar, kantor)


def note_of(meja: MejaKlik) -> Letak:
    """Where the note to the receiver stands."""
    return read_lembar_kerja(meja.path.read_bytes(), meja.path.name).letak_catatan


def begin_to_type(meja: MejaKlik, text: str) -> Letak:
    """Type into the cell of the note without ending it: the workbook does not know the text yet."""
    place = note_of(meja)
    meja.select(place)
    meja.layar.type(text)
    meja.layar.picture("sedang diketik")
    assert meja.cell(place).getString() == ""
    return place


def test_what_is_being_typed_is_taken_in_before_the_check(meja: MejaKlik) -> None:
    meja.open_waiting(KABID)
    place = begin_to_type(meja, "Mohon segera")
    meja.press("Periksa Isian")
    assert meja.cell(place).getString() == "Mohon segera"
    meja.layar.key("Escape")
    assert meja.cell(place).getString() == "Mohon segera"


@pytest.mark.parametrize(("answer", "shown"), [("OK", "=10+15"), ("Cancel", "")])
def test_what_calc_asks_about_it_comes_before_the_check(meja: MejaKlik, answer: str, shown: str) -> None:
    meja.open_waiting(KABID)
    place = begin_to_type(meja, "=10+15")  # the cell is for texts
    meja.start("Periksa Isian")
    assert meja.layar.answer(answer).judul == "Terlalu panjang"
    assert meja.layar.answer().teks == (
        f"Tidak ada catatan perbaikan.{NEXT_STEP}Tekan Tugaskan bila lembar kerja ini sudah siap diteruskan.")
    meja.layar.idle()
    assert meja.cell(place).getString() == shown


def test_what_is_being_typed_goes_on_with_the_file(meja: MejaKlik, kantor: KantorKlik) -> None:
    meja.open_waiting(KABID)
    name = meja.path.name
    begin_to_type(meja, "Mohon selesai sebelum Jumat.")
    box = meja.press("Tugaskan")
    assert box.teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    sent = kantor.akar / KABID / "Terkirim" / name
    kantor.wait_for(sent.exists, "the copy of what was sent")
    assert named_value(sent, "catatan_disposisi") == "Mohon selesai sebelum Jumat."
