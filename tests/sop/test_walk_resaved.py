"""The whole walk with workbooks that LibreOffice opened, recalculated and saved between the steps."""

from __future__ import annotations

from calc_recalc import Calc
from kantor_jalan import ANALIS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


def test_a_quarter_goes_through_with_every_worksheet_saved_by_libreoffice(kantor: KantorUji, calc: Calc) -> None:
    path = [(KABID, "Kirim", "ditugaskan"), (KASUBID, "Kirim", "diperintahkan"),
            (ANALIS, "Kirim", "bahan_diserahkan"), (KASUBID, "Kirim", "diajukan"), (KABID, "Setujui", "disetujui"),
            (KASUBID, "Kirim", "diterima_perencanaan"), (PERENCANAAN, "Rekomendasikan", "direkomendasikan")]
    for role, folder, after in path:
        if role == ANALIS:
            kantor.fill(role, kantor.good_values())
        waiting = kantor.waiting(role)
        before = read_lembar_kerja(waiting.read_bytes(), LEMBAR)
        waiting.write_bytes(calc.resave(waiting.read_bytes()))
        assert read_lembar_kerja(waiting.read_bytes(), LEMBAR).sel == before.sel
        assert kantor.act(role, folder)["diterima"] == 1
        assert kantor.status() == after


def test_a_refused_worksheet_saved_by_libreoffice_still_carries_its_catatan(kantor: KantorUji, calc: Calc) -> None:
    kantor.play_to("diperintahkan")
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    waiting = kantor.waiting(ANALIS)
    waiting.write_bytes(calc.resave(waiting.read_bytes()))
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    assert kantor.act(ANALIS, "Kirim", kantor.good_values())["diterima"] == 1
