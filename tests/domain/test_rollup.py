"""Means of sasaran and office with the cap (domain facts 5.4), and indicators gathered from others."""

from decimal import Decimal

import pytest
from hitung_uji import AKHIR, JUMLAH, POSISI, RATA, SKALA, hasil, indikator, realisasi
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.capaian.rollup import gather_realisasi, limit_capaian, rollup, rollup_tingkat
from kinerja_xl.domain.indicators import Perhitungan, Predikat, TingkatIndikator
from kinerja_xl.domain.kebijakan import DasarRata, Kebijakan

TANPA_BATAS = Kebijakan(batas_capaian=None)
PER_INDIKATOR = Kebijakan(dasar_rata=DasarRata.INDIKATOR)


def satu(isi, sasaran="Sasaran 1", target="100", tingkat=TingkatIndikator.DINAS):
    """A TW I result whose capaian is ``isi`` per cent, or blank."""
    rencana = indikator(RATA, f"{target} {target} {target} {target}", target, sasaran=sasaran, tingkat=tingkat)
    return hasil(rencana, isi, 1)


def test_three_full_indicators_make_a_full_sasaran():
    ringkasan = rollup([satu("100"), satu("100"), satu("100")], Kebijakan(), SKALA)  # Lima Puluh Kota: 100,100,100
    assert ringkasan.rata == 100
    assert ringkasan.kategori is not None
    assert ringkasan.kategori.nama == "Sangat Tinggi"


def test_the_cap_comes_before_the_mean():
    daftar = [satu("190.34"), satu("40")]  # Cilegon's 190,34 %
    assert rollup(daftar, Kebijakan(), SKALA).rata == 70  # (100 + 40) / 2
    assert rollup(daftar, TANPA_BATAS, SKALA).rata == Decimal("115.17")  # (190,34 + 40) / 2
    assert rollup(daftar, Kebijakan(batas_capaian=Decimal(110)), SKALA).rata == 75  # (110 + 40) / 2
    assert daftar[0].capaian_tw.nilai == Decimal("190.34")  # raw stays raw


@pytest.mark.parametrize(("batas", "limited"), [(None, "190.34"), ("100", "100"), ("110", "110"), ("120", "120"),
                                                ("150", "150"), ("200", "190.34")])
def test_a_cap_only_lowers(batas, limited):
    kebijakan = Kebijakan(batas_capaian=None if batas is None else Decimal(batas))
    assert limit_capaian(Decimal("190.34"), kebijakan) == Decimal(limited)


def test_the_office_is_the_mean_of_sasaran_or_of_indicators():
    daftar = [satu("100", "A"), satu("80", "A"), satu("60", "A"), satu("40", "B")]
    by_sasaran = rollup(daftar, Kebijakan(), SKALA)
    assert [(s.sasaran, s.rata) for s in by_sasaran.daftar_sasaran] == [("A", 80), ("B", 40)]
    assert by_sasaran.rata == 60  # (80 + 40) / 2
    by_indikator = rollup(daftar, PER_INDIKATOR, SKALA)
    assert by_indikator.daftar_sasaran == by_sasaran.daftar_sasaran
    assert by_indikator.rata == 70  # 280 / 4
    assert by_sasaran.kategori is not None
    assert by_indikator.kategori is not None
    assert (by_sasaran.kategori.nama, by_indikator.kategori.nama) == ("Rendah", "Sedang")


def test_the_offices_mean_can_be_checked_against_the_printed_table():
    daftar = [satu("100", "A"), satu("100", "A"), satu("0", "A"), satu("33.33", "B"), satu("33.34", "B")]
    ringkasan = rollup(daftar, Kebijakan(), SKALA)
    assert [s.rata for s in ringkasan.daftar_sasaran] == [Decimal("66.67"), Decimal("33.34")]  # 66,666; 33,335
    assert ringkasan.rata == Decimal("50.01")  # (66,67 + 33,34) / 2 = 50,005 half-up


def test_the_mean_is_classed_after_rounding():
    ringkasan = rollup([satu("90"), satu("90.01")], PER_INDIKATOR, SKALA)  # 90,005 -> 90,01
    assert ringkasan.rata == Decimal("90.01")
    assert ringkasan.kategori is not None
    assert ringkasan.kategori.nama == "Sangat Tinggi"


def test_what_has_no_capaian_is_in_no_mean_and_is_counted_apart():
    daftar = [
        satu("80", "A"),
        satu("-", "A"),  # blank
        hasil(indikator(JUMLAH, "0 30 30 0", "60", sasaran="A"), "5", 1),  # filled, not planned this quarter
        hasil(indikator(AKHIR, "- - - 82", "82", sasaran="B"), "-", 1),  # not yet measured
    ]
    ringkasan = rollup(daftar, Kebijakan(), SKALA)
    assert (ringkasan.rata, ringkasan.jumlah, ringkasan.terisi, ringkasan.terhitung) == (80, 4, 2, 1)
    a, b = ringkasan.daftar_sasaran
    assert (a.rata, a.jumlah, a.terhitung) == (80, 3, 1)
    assert (b.rata, b.kategori, b.jumlah, b.terhitung) == (None, None, 1, 0)


def test_zero_is_in_the_mean():
    assert rollup([satu("0"), satu("100")], Kebijakan(), SKALA).rata == 50


def test_nothing_gives_no_mean():
    for kebijakan in (Kebijakan(), PER_INDIKATOR):
        kosong = rollup([], kebijakan, SKALA)
        assert (kosong.rata, kosong.kategori, kosong.jumlah, kosong.daftar_sasaran) == (None, None, 0, ())


def test_the_year_is_rolled_up_from_the_capaian_against_the_year():
    rencana = indikator(JUMLAH, "10 10 15 5", "40")
    daftar = [hasil(rencana, "8 12 15", 3), hasil(indikator(AKHIR, "- - - 82", "82"), "- 82 -", 3)]
    assert rollup(daftar, Kebijakan(), SKALA).rata == 100  # 15/15; the other was not measured in TW III
    tahunan = rollup(daftar, Kebijakan(), SKALA, tahunan=True)
    assert (tahunan.rata, tahunan.terisi, tahunan.terhitung) == (Decimal("93.75"), 2, 2)  # (87,5 + 100) / 2


def test_levels_are_rolled_up_apart():
    daftar = [satu("100"), satu("60", tingkat=TingkatIndikator.BIDANG), satu("80", tingkat=TingkatIndikator.BIDANG)]
    levels = rollup_tingkat(daftar, Kebijakan(), SKALA)
    assert {tingkat: r.rata for tingkat, r in levels.items()} == {
        TingkatIndikator.DINAS: 100, TingkatIndikator.BIDANG: 70}


@given(st.lists(st.tuples(st.decimals(0, 300, places=2), st.sampled_from("ABC")), min_size=1, max_size=8),
       st.sampled_from(DasarRata), st.sampled_from([None, Decimal(100), Decimal(120)]))
def test_a_mean_lies_between_the_lowest_and_the_highest(values, dasar, batas):
    kebijakan = Kebijakan(batas_capaian=batas, dasar_rata=dasar)
    ringkasan = rollup([satu(str(x), sasaran) for x, sasaran in values], kebijakan, SKALA)
    limited = [limit_capaian(x, kebijakan) for x, _ in values]
    assert min(limited) <= ringkasan.rata <= max(limited)
    assert ringkasan.terhitung == sum(s.terhitung for s in ringkasan.daftar_sasaran) == len(values)


# --- gathered indicators ----------------------------------------------------------------------------------------


def gabungan(perhitungan, satuan="Orang"):
    return indikator(perhitungan, "10 10 10 10", "40", kode="G", satuan=satuan, digabung_dari=("A", "B"))


def gather(rencana, a, b):
    return gather_realisasi(rencana, {"A": realisasi(a), "B": realisasi(b)})


@pytest.mark.parametrize(("perhitungan", "satuan", "expected"), [
    (JUMLAH, "Orang", "14 26 - 10"), (POSISI, "Orang", "14 26 - 10"),  # counts are added
    (JUMLAH, "%", "7 13 - 5"), (POSISI, "%", "7 13 - 5"), (POSISI, "Persen", "7 13 - 5"),  # per cent are averaged
    (RATA, "Orang", "7 13 - 5"), (AKHIR, "Indeks", "7 13 - 5"), (RATA, "jam", "7 13 - 5"),
])
def test_counts_are_added_and_what_has_no_sum_is_averaged(perhitungan, satuan, expected):
    assert gather(gabungan(perhitungan, satuan), "4 6 8 0", "10 20 - 10") == realisasi(expected)


@pytest.mark.parametrize("perhitungan", Perhitungan)
def test_ratios_are_gathered_by_their_parts(perhitungan):
    assert gather(gabungan(perhitungan, "%"), "10/10 1/2 - -", "10/90 3/6 - -") == realisasi("20/100 4/8 - -")


def test_a_ratio_beside_a_plain_value_is_averaged_as_a_percentage():
    assert gather(gabungan(RATA, "%"), "10/10 - - -", "50 - - -") == realisasi("75 - - -")  # (100 + 50) / 2


def test_a_unit_without_cases_adds_nothing_to_a_gathered_ratio():
    assert gather(gabungan(RATA, "%"), "9/10 - - -", "0/0 - - -") == realisasi("9/10 - - -")


def test_a_missing_source_leaves_the_quarter_blank():
    assert gather_realisasi(gabungan(JUMLAH), {"A": realisasi("1 2 3 4")}) == (Realisasi(),) * 4
    assert gather_realisasi(gabungan(JUMLAH), {"A": realisasi("1 2"), "B": realisasi("1 2 3")}) == \
        realisasi("2 4 - -")


def test_predikat_are_taken_over_only_where_all_agree():
    assert gather(gabungan(AKHIR, "Predikat"), "- - - BB", "- - - BB")[3].nilai == Predikat("BB")
    assert gather(gabungan(AKHIR, "Predikat"), "- - - BB", "- - - B")[3].nilai is None


def test_an_indicator_gathered_from_nothing_is_blank():
    assert gather_realisasi(indikator(JUMLAH, "1 1 1 1", "4"), {"A": realisasi("1 1 1 1")}) == (Realisasi(),) * 4
