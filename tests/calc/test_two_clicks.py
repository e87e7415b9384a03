"""Two clicks on the installed toolbar, as a sample of the clicks that are a command of their own (CONTRIBUTING)."""

from __future__ import annotations

from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import NEXT_STEP, MejaKlik, named_value

KABID, KASUBID = "SEKRETARIAT/Sekretaris", "SEKRETARIAT/Kasubag"


def test_a_worksheet_is_checked_and_handed_on_by_two_clicks(layar: JendelaCalc, kantor: KantorKlik) -> None:
    meja = MejaKlik(layar, kantor)
    meja.open_waiting(KABID)
    box = meja.press("Periksa Isian")
    assert box.judul == "Kinerja"
    assert box.teks == (f"Tidak ada catatan perbaikan.{NEXT_STEP}"
                        "Tekan Tugaskan bila lembar kerja ini sudah siap diteruskan.")
    assert meja.named("catatan_judul").getDataArray()[0][0] == "Tidak ada catatan perbaikan."
    box = meja.press("Tugaskan")
    assert box.teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    arrived = kantor.waiting(KASUBID)
    assert named_value(arrived, "status") == "Ditugaskan"
    assert kantor.is_empty(KABID)
    assert layar.books() == []
