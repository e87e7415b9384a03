"""Absorption and efficiency with the published examples (domain facts 5.5)."""

from decimal import Decimal

import pytest
from hitung_uji import subkegiatan
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.capaian.anggaran import (
    Keluaran,
    compute_anggaran,
    compute_efisiensi_pmk,
    compute_nilai_efisiensi_pmk,
    compute_serapan,
    compute_sisa,
    compute_tingkat_efisiensi,
    is_efisien,
    total_anggaran,
)
from kinerja_xl.domain.capaian.capaian import KeadaanCapaian

D = Decimal


def dec(isi):
    return None if isi is None else D(isi)


@pytest.mark.parametrize(("realisasi", "pagu", "serapan"), [
    ("1028058131", "1041759500", "98.68"),  # published
    ("734881464333", "855830897000", "85.87"),  # published
    ("0", "1000", "0.00"), ("1000", "1000", "100.00"), ("1500", "1000", "150.00"),
    ("90005", "100000", "90.01"),  # 90,005 half-up
    (None, "1000", None), ("5", "0", None), ("5", None, None), ("0", "0", None),
])
def test_serapan_is_realisasi_over_pagu(realisasi, pagu, serapan):
    assert compute_serapan(dec(realisasi), dec(pagu)) == dec(serapan)


@pytest.mark.parametrize(("triwulan", "lalu", "sd", "tw"), [
    (1, None, "250000", "250000"),  # before TW I nothing was spent
    (2, "250000", "400000", "150000"),
    (2, "250000", "250000", "0"),
    (3, "400000", "390000", "-10000"),  # a correction stays visible
    (2, None, "400000", None),  # what came before is unknown
    (2, "250000", None, None),
])
def test_the_quarters_own_amount_is_the_difference_of_two_cumulative_ones(triwulan, lalu, sd, tw):
    hasil = compute_anggaran(subkegiatan(), triwulan, D(5), dec(lalu), dec(sd))
    assert hasil.rp_tw == dec(tw)
    assert hasil.rp_sd == dec(sd)


def test_serapan_of_a_sub_kegiatan_is_cumulative():
    assert compute_anggaran(subkegiatan("1000000"), 2, D(5), D(250000), D(400000)).serapan == 40  # 400.000/1.000.000


@pytest.mark.parametrize(("target_tw", "target_tahun", "realisasi_k", "nilai", "keadaan"), [
    ("5 5 5 5", "20", "4", "80.00", KeadaanCapaian.DIHITUNG),  # 4/5
    ("5 5 5 5", "20", "0", "0.00", KeadaanCapaian.DIHITUNG),
    ("5 5 5 5", "20", None, None, KeadaanCapaian.BELUM_DIISI),
    ("5 0 5 5", "15", "2", None, KeadaanCapaian.TANPA_TARGET),
    ("5 0 5 5", "15", None, None, KeadaanCapaian.TANPA_TARGET),
    ("5 - 5 5", "15", "2", None, KeadaanCapaian.TANPA_TARGET),
    ("0 0 0 0", "0", "2", None, KeadaanCapaian.TARGET_NOL),
])
def test_the_output_of_the_quarter_is_compared_with_its_target(target_tw, target_tahun, realisasi_k, nilai, keadaan):
    hasil = compute_anggaran(subkegiatan(target_tw=target_tw, target_tahun=target_tahun), 2, dec(realisasi_k),
                             D(0), D(0))
    assert (hasil.capaian_k.nilai, hasil.capaian_k.keadaan) == (dec(nilai), keadaan)


def test_output_without_target_is_remarked():
    rencana = subkegiatan(target_tw="0 5 5 5", target_tahun="15")
    assert compute_anggaran(rencana, 1, D(2), None, None).capaian_k.catatan == "Ada realisasi tanpa target."
    assert compute_anggaran(rencana, 1, None, None, None).capaian_k.catatan == ""


@pytest.mark.parametrize("triwulan", [0, 5])
def test_there_are_four_quarters_of_money_too(triwulan):
    with pytest.raises(ValueError, match="triwulan"):
        compute_anggaran(subkegiatan(), triwulan, None, None, None)


def test_the_total_adds_amounts_and_weighs_the_absorption_by_pagu():
    total = total_anggaran([
        compute_anggaran(subkegiatan("1000000"), 2, D(5), D(100000), D(500000)),  # 50 %
        compute_anggaran(subkegiatan("3000000"), 2, D(5), D(200000), D(600000)),  # 20 %
    ])
    assert (total.pagu, total.rp_sd_lalu, total.rp_sd, total.rp_tw) == (4000000, 300000, 1100000, 800000)
    assert total.serapan == D("27.50")  # 1,1 of 4 million; the mean of 50 and 20 would be 35
    assert (total.terisi, total.jumlah) == (2, 2)


def test_a_blank_is_left_out_of_the_amounts_but_its_pagu_stays():
    total = total_anggaran([
        compute_anggaran(subkegiatan("1000000"), 1, D(5), None, D(500000)),
        compute_anggaran(subkegiatan("3000000"), 1, None, None, None),
    ])
    assert (total.pagu, total.rp_sd, total.serapan, total.terisi, total.jumlah) == (4000000, 500000, D("12.50"), 1, 2)


def test_a_total_of_blanks_is_blank_and_not_zero():
    total = total_anggaran([compute_anggaran(subkegiatan(), 2, None, None, None)])
    assert (total.rp_sd_lalu, total.rp_sd, total.rp_tw, total.serapan) == (None, None, None, None)
    assert total_anggaran([]).pagu == 0


def test_what_is_left_is_the_rest_to_one_hundred():
    assert compute_sisa(D("98.68")) == D("1.32")  # published


def test_efficiency_in_sakip_practice_is_capaian_minus_serapan():
    assert compute_tingkat_efisiensi(D(100), D("85.87")) == D("14.13")  # 100 - 85,87
    assert compute_tingkat_efisiensi(D(80), D("98.68")) == D("-18.68")


@pytest.mark.parametrize(("capaian", "serapan", "efisien"), [
    ("100", "98.68", True), ("137.92", "99.99", True), ("100", "100", False),
    ("99.99", "50", False),  # money left over beside a missed target is tidak terserap
])
def test_only_a_reached_target_with_money_left_is_efficient(capaian, serapan, efisien):
    assert is_efisien(D(capaian), D(serapan)) is efisien


PMK_CONTOH = [  # the published example: PAK, CK 1,22 / 0,80 / 1,42, RAK
    Keluaran(D(4_000_000_000), D(122), D(3_800_000_000)),
    Keluaran(D(1_000_000_000), D(80), D(975_000_000)),
    Keluaran(D(5_000_000_000), D(142), D(4_725_000_000)),
]


def test_pmk_214_example_comes_out():
    # (4,88 + 0,80 + 7,10 - 9,50) / 12,78 = 3,28 / 12,78 = 25,665 %
    assert compute_efisiensi_pmk(PMK_CONTOH) == D("25.67")


@pytest.mark.parametrize(("e", "ne"), [
    ("0", "50.00"), ("20", "100.00"), ("-20", "0.00"), ("10", "75.00"), ("-10", "25.00"), ("-5.5", "36.25"),
    ("25.67", "100.00"), ("-30", "0.00"),
    ("74", "100.00"),  # without the limit 50 + 74/20 x 50 = 235, as one LAKIP printed it
])
def test_the_value_of_efficiency_is_held_within_its_limits(e, ne):
    assert compute_nilai_efisiensi_pmk(D(e)) == D(ne)


def test_without_any_output_there_is_no_efficiency():
    assert compute_efisiensi_pmk([]) is None
    assert compute_efisiensi_pmk([Keluaran(D(1000), D(0), D(500))]) is None


@given(st.lists(st.tuples(st.integers(1, 10**12), st.integers(0, 10**12)), min_size=1, max_size=6))
def test_the_absorption_of_a_total_lies_between_the_lowest_and_the_highest(rows):
    daftar = [compute_anggaran(subkegiatan(str(pagu)), 1, None, None, D(rp)) for pagu, rp in rows]
    serapan = [hasil.serapan for hasil in daftar]
    assert min(serapan) <= total_anggaran(daftar).serapan <= max(serapan)


@given(st.decimals(-200, 200, places=2))
def test_the_value_of_efficiency_never_leaves_zero_to_one_hundred(e):
    assert 0 <= compute_nilai_efisiensi_pmk(e) <= 100
