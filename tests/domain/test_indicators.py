"""What the plan says of itself: its units, the part of each, and the name of a time in the history."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja_xl.domain.rencana_aksi import RencanaAksi, RiwayatCapaian
from kinerja_xl.workbook.contoh.contoh import contoh_rencana


def test_a_time_in_the_history_is_a_year_or_a_quarter_in_roman_numbers() -> None:
    year = RiwayatCapaian("LIN-01", "Persentase korban", "%", 2025, None, Decimal(100), Decimal(98))
    assert year.waktu == "2025"
    assert [replace(year, triwulan=k).waktu for k in range(1, 5)] == [
        "TW I 2025", "TW II 2025", "TW III 2025", "TW IV 2025"]


def test_units_are_those_that_have_something_of_their_own_to_fill_once_each_in_the_plans_order() -> None:
    sample = contoh_rencana(2026)
    lin, pfm = (next(i for i in sample.daftar_indikator if i.bidang == name) for name in ("LINJAMSOS", "PFM"))
    sub = next(s for s in sample.daftar_subkegiatan if s.bidang == "REHSOS")
    gathered = replace(lin, kode="GAB-01", bidang="DAYASOS", digabung_dari=(lin.kode, pfm.kode))
    of_dinas = replace(lin, kode="DINAS-01", bidang="")
    plan = RencanaAksi(2026, (gathered, pfm, of_dinas, lin, replace(pfm, kode="PFM-09")), (sub,))
    assert plan.daftar_unit == (("PFM", None), ("LINJAMSOS", None), ("REHSOS", sub.sub_bidang))
    assert plan.of_unit("DAYASOS", None).daftar_indikator == ()
    assert [i.kode for i in plan.of_unit("PFM", None).daftar_indikator] == [pfm.kode, "PFM-09"]
    assert plan.of_unit("REHSOS", sub.sub_bidang).daftar_subkegiatan == (sub,)
