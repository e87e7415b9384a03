"""Every rule and edge of one capaian (domain facts 5.1), with the published figures of section 5."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hitung_uji import SKALA, nilai, sensible
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja_xl.domain.capaian.capaian import Capaian, KeadaanCapaian, compute_capaian
from kinerja_xl.domain.capaian.kategori import classify
from kinerja_xl.domain.indicators import Arah, Predikat, Rentang

POSITIF, NEGATIF = Arah.POSITIF, Arah.NEGATIF
K = KeadaanCapaian


def hitung(target, realisasi, arah=POSITIF, predikat=SKALA.predikat):
    return compute_capaian(nilai(target), nilai(realisasi), arah, predikat)


def persen(isi):
    return Capaian(Decimal(isi), K.DIHITUNG)


@pytest.mark.parametrize(("target", "realisasi", "arah", "capaian"), [
    ("100", "100", POSITIF, "100.00"),  # vector 1, Depok 2020: bantuan korban bencana < 3 hari
    ("90", "90", POSITIF, "100.00"),  # vector 2, Depok 2020: TAGANA aktif
    ("B", "B", POSITIF, "100.00"),  # vector 3, Depok 2020: nilai SAKIP
    ("0.35", "0.35", POSITIF, "100.00"),  # vector 7, Lima Puluh Kota 2020
    ("60", "60", POSITIF, "100.00"),  # vector 8, Lima Puluh Kota 2020
    ("7", "6.5", NEGATIF, "107.14"),  # vector 10, PermenPANRB 8/2021: (14 - 6,5) / 7; printed as 107 %
    ("10", "8", NEGATIF, "120.00"),  # vector 22: (20 - 8) / 10
    ("10", "12", NEGATIF, "80.00"),  # vector 22: (20 - 12) / 10
    ("10", "25", NEGATIF, "0.00"),  # vector 22: (20 - 25) / 10 = -50 %, not below 0
    ("0", "0", NEGATIF, "100.00"),  # vector 22
    ("0", "3", NEGATIF, "0.00"),  # vector 22
    ("25", "34.48", POSITIF, "137.92"),  # Depok prints 100 "Terlampaui Target"; 34,48 x 4
    ("72.29", "79.29", POSITIF, "109.68"),  # Lima Puluh Kota prints 100; 79,29 / 72,29 = 1,096832
])
def test_published_figures_come_out(target, realisasi, arah, capaian):
    assert hitung(target, realisasi, arah) == persen(capaian)


@pytest.mark.parametrize(("target", "realisasi", "arah", "capaian"), [
    ("10", "0", POSITIF, "0.00"),  # 0 is a value
    ("10", "0", NEGATIF, "200.00"),  # (20 - 0) / 10
    ("10", "20", NEGATIF, "0.00"),  # (20 - 20) / 10, exactly at the floor
    ("10", "19.999", NEGATIF, "0.01"),  # 0,001 / 10 = 0,01 %
    ("10", "10", NEGATIF, "100.00"),
    ("72", "60", NEGATIF, "116.67"),  # (144 - 60) / 72 = 1,16666...
    ("3", "1", POSITIF, "33.33"),
    ("3", "2", POSITIF, "66.67"),
    ("10", "-5", POSITIF, "-50.00"),  # the floor is the negative indicator's
    ("0", "-1", NEGATIF, "100.00"),  # better than none
    ("800", "1", POSITIF, "0.13"),  # 0,125 %: half-up; half-even would give 0,12
    ("20", "18.001", POSITIF, "90.01"),  # 90,005 %: in binary it would be 90,00
    ("1000", "10.05", POSITIF, "1.01"),  # 1,005 %
    ("0.1", "0.3", POSITIF, "300.00"),  # binary floats give 299,99999...
    ("1041759500", "1028058131", POSITIF, "98.68"),
])
def test_the_arithmetic_is_decimal_and_rounds_half_up(target, realisasi, arah, capaian):
    assert hitung(target, realisasi, arah) == persen(capaian)


@pytest.mark.parametrize(("target", "realisasi", "arah", "keadaan"), [
    ("10", "-", POSITIF, K.BELUM_DIISI), ("10", "-", NEGATIF, K.BELUM_DIISI), ("BB", "-", POSITIF, K.BELUM_DIISI),
    ("80..90", "-", POSITIF, K.BELUM_DIISI), ("0", "-", POSITIF, K.BELUM_DIISI), ("0", "-", NEGATIF, K.BELUM_DIISI),
    ("-", "10", POSITIF, K.TANPA_TARGET), ("-", "-", NEGATIF, K.TANPA_TARGET),
    ("0", "5", POSITIF, K.TARGET_NOL), ("0", "0", POSITIF, K.TARGET_NOL),
    ("-5", "5", POSITIF, K.TIDAK_DAPAT_DIHITUNG), ("-5", "5", NEGATIF, K.TIDAK_DAPAT_DIHITUNG),
    ("10", "BB", POSITIF, K.TIDAK_DAPAT_DIHITUNG), ("BB", "10", POSITIF, K.TIDAK_DAPAT_DIHITUNG),
    ("80..90", "BB", NEGATIF, K.TIDAK_DAPAT_DIHITUNG), ("10", "80..90", POSITIF, K.TIDAK_DAPAT_DIHITUNG),
])
def test_where_nothing_can_be_computed_the_reason_stands_instead_of_a_number(target, realisasi, arah, keadaan):
    capaian = hitung(target, realisasi, arah)
    assert (capaian.nilai, capaian.keadaan) == (None, keadaan)
    assert bool(capaian.catatan) == (keadaan in (K.TARGET_NOL, K.TIDAK_DAPAT_DIHITUNG))


def test_a_predikat_against_a_number_says_which_is_which():
    assert hitung("10", "BB").catatan == "Target berupa angka, sedangkan realisasi berupa predikat."
    assert hitung("BB", "10").catatan == "Target berupa predikat, sedangkan realisasi berupa angka."


@pytest.mark.parametrize(("target", "realisasi", "arah", "capaian"), [
    ("BB", "B", POSITIF, "80.00"),  # 4 / 5
    ("BB", "A", POSITIF, "120.00"),  # 6 / 5
    ("BB", "AA", POSITIF, "140.00"),  # 7 / 5
    ("D", "AA", POSITIF, "700.00"),  # 7 / 1, raw
    ("BB", "A", NEGATIF, "80.00"),  # (10 - 6) / 5
    ("bb", " BB ", POSITIF, "100.00"),  # neither case nor blanks matter
    ("b", "bB", POSITIF, "125.00"),  # 5 / 4
    ("WTP", "WTP", POSITIF, "100.00"),  # no scores: equal or not
    ("WTP", "wtp", POSITIF, "100.00"),
    ("WTP", "WDP", POSITIF, "0.00"),
    ("WTP", "BB", POSITIF, "0.00"),  # one score is not enough
    ("Ada", "Tidak", NEGATIF, "0.00"),
    ("Ada", "ada", NEGATIF, "100.00"),
])
def test_letters_are_compared_by_score_else_as_equal_or_not(target, realisasi, arah, capaian):
    assert hitung(target, realisasi, arah) == persen(capaian)


def test_the_scores_are_the_offices_own_and_their_letters_may_be_small():
    assert hitung("WTP", "WDP", predikat={"wtp": Decimal(4), "Wdp": Decimal(3)}) == persen("75.00")


def test_equal_letters_count_fully_even_where_their_score_is_zero():
    assert hitung("E", "e", predikat={"E": Decimal(0)}) == persen("100.00")


@pytest.mark.parametrize(("realisasi", "arah", "capaian"), [
    ("80", POSITIF, "100.00"), ("85.5", POSITIF, "100.00"), ("90", POSITIF, "100.00"),
    ("72", POSITIF, "90.00"),  # 72 / 80
    ("99", POSITIF, "110.00"),  # 99 / 90
    ("80", NEGATIF, "100.00"), ("90", NEGATIF, "100.00"),
    ("72", NEGATIF, "110.00"),  # (160 - 72) / 80
    ("99", NEGATIF, "90.00"),  # (180 - 99) / 90
    ("0", POSITIF, "0.00"), ("200", NEGATIF, "0.00"),
])
def test_a_range_is_met_inside_and_compared_with_its_nearer_end_outside(realisasi, arah, capaian):
    assert hitung("80..90", realisasi, arah) == persen(capaian)


def test_zero_inside_a_range_is_met():
    assert hitung("0..5", "0") == persen("100.00")
    assert hitung("0..5", "0", NEGATIF) == persen("100.00")


@given(sensible.filter(bool), sensible)
def test_the_result_is_the_exact_fraction_rounded_once(target, realisasi):
    t, r = Fraction(target), Fraction(realisasi)
    for arah, exact in ((POSITIF, r / t), (NEGATIF, max(Fraction(0), (2 * t - r) / t))):
        cents = (exact * 10000 + Fraction(1, 2)).__floor__()  # half-up on a number that is not negative
        assert compute_capaian(target, realisasi, arah, {}) == Capaian(Decimal(cents) / 100, K.DIHITUNG)


@given(sensible, sensible, sensible)
def test_more_realisasi_is_never_worse_when_positif_and_never_better_when_negatif(target, a, b):
    less, more = sorted((a, b))
    assume(target > 0)
    positif = [compute_capaian(target, r, POSITIF, {}).nilai for r in (less, more)]
    negatif = [compute_capaian(target, r, NEGATIF, {}).nilai for r in (less, more)]
    assert positif[0] <= positif[1]
    assert negatif[0] >= negatif[1]


@given(st.tuples(sensible, sensible).map(sorted), sensible, sensible)
def test_a_range_is_as_monotone_as_a_number(ends, a, b):
    target = Rentang(*ends)
    less, more = sorted((a, b))
    assume(target.bawah > 0)
    positif = [compute_capaian(target, r, POSITIF, {}).nilai for r in (less, more)]
    assert positif[0] <= positif[1]
    negatif = [compute_capaian(target, r, NEGATIF, {}).nilai for r in (less, more)]
    assert negatif[0] >= negatif[1]


@given(sensible.filter(bool), sensible)
def test_positif_and_negatif_mirror_each_other_around_one_hundred(target, realisasi):
    assume(realisasi <= 2 * target)  # beyond lies the floor
    up = compute_capaian(target, realisasi, POSITIF, {}).nilai
    down = compute_capaian(target, realisasi, NEGATIF, {}).nilai
    assert abs(up + down - 200) <= Decimal("0.01")  # both halves of a tie round up


@given(sensible.filter(bool), sensible, st.integers(1, 1000))
def test_the_unit_does_not_matter(target, realisasi, faktor):
    for arah in Arah:
        assert compute_capaian(target * faktor, realisasi * faktor, arah, {}) == \
            compute_capaian(target, realisasi, arah, {})


any_number = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1E+308"),
                         max_value=Decimal("1E+308"))
any_nilai = st.one_of(st.none(), any_number, st.builds(Predikat, st.text(max_size=5)),
                      st.tuples(any_number, any_number).map(lambda pair: Rentang(*sorted(pair))))


@given(any_nilai, any_nilai, st.sampled_from(Arah))
def test_no_target_and_no_realisasi_can_break_it(target, realisasi, arah):
    capaian = compute_capaian(target, realisasi, arah, SKALA.predikat)
    assert (capaian.nilai is None) == (capaian.keadaan is not K.DIHITUNG)
    assert capaian.nilai is None or capaian.nilai.as_tuple().exponent == -2
    assert realisasi is not None or capaian.nilai is None


@pytest.mark.parametrize(("capaian", "nama"), [
    # vector 23: the boundaries, classed after rounding
    ("50.00", "Sangat Rendah"), ("50.01", "Rendah"), ("65.00", "Rendah"), ("65.01", "Sedang"), ("75.00", "Sedang"),
    ("75.01", "Tinggi"), ("90.00", "Tinggi"), ("90.004", "Tinggi"), ("90.005", "Sangat Tinggi"),
    ("0", "Sangat Rendah"), ("-50", "Sangat Rendah"), ("100", "Sangat Tinggi"), ("190.34", "Sangat Tinggi"),
    ("50.004", "Sangat Rendah"), ("50.005", "Rendah"),
])
def test_categories_have_no_gaps_and_no_upper_end(capaian, nama):
    assert classify(Decimal(capaian), SKALA).nama == nama


@given(st.decimals(0, 300, places=4), st.decimals(0, 300, places=4))
def test_a_higher_capaian_never_has_a_lower_category(a, b):
    less, more = sorted((a, b))
    order = SKALA.daftar_kategori
    assert order.index(classify(less, SKALA)) >= order.index(classify(more, SKALA))
