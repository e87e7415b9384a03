"""Next year's plan: what is kept, what is blank, and what the year reached by the one function that computes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_xl.domain.capaian.capaian import Realisasi, compute_indikator
from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana.rencana_lanjutan import HasilTahun, next_plan, with_results, year_result
from kinerja_xl.domain.rencana.riwayat import riwayat_quarters, riwayat_values
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi, RiwayatCapaian

D = Decimal
SKALA = Skala((Kategori("Satu", D(0), "FFFFFF", "semua"),), {"A": D(90), "BB": D(80), "B": D(70)})
X1 = Indikator("X-1", "Jumlah orang terlayani", "Orang", TingkatIndikator.BIDANG, "PFM", None, "Tujuan", "Sasaran",
               Arah.POSITIF, Perhitungan.JUMLAH, D(100), (D(10), D(20), D(30), D(40)), iku=True, definisi="Definisi",
               baseline=D(77), target_renstra=D(500), standar_nasional=D(1), pagu=D(5_000), rencana_aksi="Langkah")
SUB = SubKegiatan("1.06.05.2.02.0001", "Pendataan", "Jumlah Orang", "Orang", "PFM", None, D(4), (D(1),) * 4, D(130))
PK = Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5))


def year(indikator: Indikator, *daftar: Realisasi | int | None) -> HasilTahun:
    filled = [x if isinstance(x, Realisasi) else Realisasi(None if x is None else D(x)) for x in daftar]
    return year_result(compute_indikator(indikator, filled, 4, SKALA), filled)


@pytest.mark.parametrize(("perhitungan", "daftar", "reached"), [
    (Perhitungan.JUMLAH, (9, 21, 30, 38), D(98)),  # 9 + 21 + 30 + 38
    (Perhitungan.POSISI, (9, 21, 30, 38), D(38)),  # the last
    (Perhitungan.RATA, (80, 85, 90, 90), D("86.25")),  # 345 / 4
    (Perhitungan.AKHIR, (None, None, None, 38), D(38)),
    (Perhitungan.RATA, (Realisasi(None, D(2), D(3)),) * 4, D("66.67")),  # 8 / 12 = 66.666..., as printed
])
def test_the_year_is_what_the_one_function_says(perhitungan: Perhitungan, daftar, reached: Decimal) -> None:
    assert year(replace(X1, perhitungan=perhitungan), *daftar) == HasilTahun(D(100), reached, "")


def test_quarters_that_are_missing_are_said() -> None:
    assert year(X1, 9, None, 30, None) == HasilTahun(
        D(100), D(39), "Tanpa data TW II dan TW IV, yang belum disetujui.")
    assert year(X1, None, None, None, None) == HasilTahun(D(100), None, "Belum ada data yang disetujui.")


def test_a_quarter_that_nothing_was_planned_for_is_not_missed() -> None:
    planned = replace(X1, target_tw=(D(0), D(50), D(50), None))
    assert year(planned, None, 50, 50, None).keterangan == ""


def test_a_predikat_is_carried_as_it_is() -> None:
    sakip = replace(X1, perhitungan=Perhitungan.AKHIR, target_tahun=Predikat("BB"), target_tw=(None, None, None, None))
    assert year(sakip, None, None, None, Realisasi(Predikat("A"))) == HasilTahun(Predikat("BB"), Predikat("A"), "")
    assert year(sakip, None, None, None, None).keterangan == "Belum ada data yang disetujui."


HASIL = {"X-1": HasilTahun(D(100), D(98), "")}
LAMA = RencanaAksi(2026, (X1,), (SUB,), 3, PK, 2, (
    RiwayatCapaian("X-1", "Nama lama", "Orang", 2022, None, D(60), D(61)),
    RiwayatCapaian("X-1", "Nama lama", "Orang", 2021, None, D(50), D(51)),
    RiwayatCapaian("X-1", "Nama lama", "Orang", 2025, None, D(70), D(77)),
    RiwayatCapaian("X-1", "Nama lama", "Orang", 2026, 1, None, D(9))),
    (PerubahanRencana("X-1", "Pagu (Rp)", "1", "2"),))


def test_codes_and_wording_are_kept_targets_and_pagu_are_blank() -> None:
    baru = next_plan(LAMA, 2027, HASIL)
    (indikator,), (sub,) = baru.daftar_indikator, baru.daftar_subkegiatan
    assert indikator == replace(X1, target_tahun=None, target_tw=(None,) * 4, pagu=None, baseline=D(98))
    assert sub == replace(SUB, target_tahun=None, target_tw=(None,) * 4, pagu=D(0))
    assert (baru.tahun, baru.versi, baru.dasar, baru.berlaku_mulai, baru.daftar_perubahan) == (2027, 1, None, 1, ())


def test_the_history_has_the_year_and_what_five_years_reach_back_to() -> None:
    rows = [(r.tahun, r.triwulan, r.target, r.realisasi) for r in next_plan(LAMA, 2027, HASIL).daftar_riwayat]
    assert rows == [(2026, None, D(100), D(98)), (2025, None, D(70), D(77)), (2022, None, D(60), D(61))]  # not 2021


def test_a_plan_over_a_gap_has_no_baseline_of_the_year_before() -> None:
    baru = next_plan(LAMA, 2028, HASIL)
    assert baru.daftar_indikator[0].baseline is None
    assert [r.tahun for r in baru.daftar_riwayat] == [2026, 2025]  # 2028 - 5 = 2023


def test_a_plan_in_force_gets_what_came_in_since_and_says_why() -> None:
    berlaku = replace(next_plan(LAMA, 2027, {"X-1": HasilTahun(D(100), D(60), "Tanpa data TW IV.")}),
                      dasar=PK, daftar_indikator=(replace(X1, baseline=D(60)),))
    baru = with_results(berlaku, LAMA, HASIL, date(2027, 1, 20))
    assert baru.daftar_indikator == (replace(X1, baseline=D(98)),)
    assert [(r.tahun, r.realisasi, r.keterangan) for r in baru.daftar_riwayat][:2] == [(2026, D(98), ""),
                                                                                      (2025, D(77), "")]
    assert baru.daftar_perubahan == (PerubahanRencana(
        "X-1", "Baseline (N-1)", "60", "98", "Hasil tahun 2026 menurut lembar kerja yang disetujui.",
        date(2027, 1, 20)),)
    assert (baru.versi, baru.dasar) == (2, PK)
    assert with_results(baru, LAMA, HASIL, date(2027, 1, 21)) == baru  # nothing came in since


def test_what_the_planner_wrote_stands_where_no_worksheet_says_otherwise() -> None:
    own = RiwayatCapaian("X-1", "Jumlah orang terlayani", "Orang", 2026, None, D(100), D(95), "LKjIP 2026")
    berlaku = replace(LAMA, tahun=2027, daftar_riwayat=(own,))
    assert with_results(berlaku, LAMA, {"X-1": HasilTahun(D(100), None, "Belum ada")}, date(2027, 1, 20)) == berlaku


def test_quarters_before_the_start_stand_in_for_worksheets_that_never_were() -> None:
    rows = (RiwayatCapaian("X-1", "", "", 2026, 1, D(10), D(9)), RiwayatCapaian("X-1", "", "", 2026, 2, D(20), None),
            RiwayatCapaian("X-1", "", "", 2025, 1, D(10), D(5)), RiwayatCapaian("X-1", "", "", 2026, None, None, D(99)))
    plan = replace(LAMA, daftar_riwayat=rows)
    assert riwayat_quarters(plan, "X-1") == {1: Realisasi(D(9))}
    assert riwayat_quarters(plan, "X-1", dikumpulkan={1}) == {}
    assert riwayat_values(plan, Periode(2026, 3)) == {("indikator", "X-1", "realisasi_tw1"): D(9)}
    assert riwayat_values(plan, Periode(2026, 1)) == {}
