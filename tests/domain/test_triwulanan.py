"""The four jenis perhitungan over the quarters (domain facts 5.2), the quarter always a parameter."""

from decimal import Decimal

import pytest
from hitung_uji import AKHIR, JUMLAH, POSISI, RATA, SKALA, hasil, indikator, nilai, realisasi, sensible
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.capaian.capaian import KeadaanCapaian, Realisasi, compute_indikator
from kinerja_xl.domain.indicators import Arah, Perhitungan, Predikat, Rentang

K = KeadaanCapaian
NEGATIF = Arah.NEGATIF


def angka(capaian):
    """The capaian as text, or why there is none."""
    return str(capaian.nilai) if capaian.nilai is not None else capaian.keadaan


def tiga(h):
    """Capaian TW, s.d. TW and against the year."""
    return angka(h.capaian_tw), angka(h.capaian_sd), angka(h.capaian_tahun)


# --- JUMLAH -----------------------------------------------------------------------------------------------------

VEKTOR_19 = indikator(JUMLAH, "10 10 15 5", "40")


@pytest.mark.parametrize(("triwulan", "capaian"), [
    (1, ("80.00", "80.00", "20.00")),  # 8/10; 8/10; 8/40
    (2, ("120.00", "100.00", "50.00")),  # 12/10; 20/20; 20/40
    (3, ("100.00", "100.00", "87.50")),  # 15/15; 35/35; 35/40
    (4, (K.BELUM_DIISI, "100.00", "87.50")),  # TW IV is blank: nothing is added on either side
])
def test_vector_19_adds_up_over_the_quarters(triwulan, capaian):
    assert tiga(hasil(VEKTOR_19, "8 12 15 -", triwulan)) == capaian


def test_jumlah_shows_the_sums_it_compares():
    h = hasil(VEKTOR_19, "8 12 15 -", 3)
    assert (h.target_tw, h.realisasi_tw, h.target_sd, h.realisasi_sd) == (15, 15, 35, 35)
    assert h.capaian_sd.catatan == ""


def test_jumlah_leaves_a_blank_quarter_out_on_both_sides_and_says_so():
    h = hasil(VEKTOR_19, "8 - 15 -", 3)  # (8 + 15) / (10 + 15) = 92 %, not 23 / 35
    assert tiga(h) == ("100.00", "92.00", "57.50")  # 23 / 40
    assert (h.target_sd, h.realisasi_sd) == (25, 23)
    assert h.capaian_sd.catatan == "Realisasi TW II belum diisi, sehingga targetnya tidak ikut diperbandingkan."


def test_jumlah_names_every_blank_quarter():
    assert "TW I, TW II belum diisi" in hasil(VEKTOR_19, "- - 15", 3).capaian_sd.catatan


def test_jumlah_of_a_blank_current_quarter_rests_on_the_earlier_ones():
    h = hasil(VEKTOR_19, "8 12 -", 3)
    assert tiga(h) == (K.BELUM_DIISI, "100.00", "50.00")  # 20/20; 20/40
    assert "TW III" in h.capaian_sd.catatan


def test_jumlah_with_nothing_filled_shows_the_planned_sum_and_no_capaian():
    h = hasil(VEKTOR_19, "- -", 2)
    assert tiga(h) == (K.BELUM_DIISI, K.BELUM_DIISI, K.BELUM_DIISI)
    assert (h.target_sd, h.realisasi_sd) == (20, None)


def test_zero_is_a_value_and_counts_on_both_sides():
    assert tiga(hasil(VEKTOR_19, "0 10", 2)) == ("100.00", "50.00", "25.00")  # 10/10; 10/20; 10/40


NOL_NOL = indikator(JUMLAH, "0 30 30 0", "60")  # the sample's TKSK/PSM row


@pytest.mark.parametrize(("isi", "triwulan", "capaian"), [
    ("-", 1, (K.TANPA_TARGET, K.TANPA_TARGET, K.BELUM_DIISI)),
    ("0", 1, (K.TANPA_TARGET, K.TANPA_TARGET, "0.00")),
    ("5", 1, (K.TANPA_TARGET, K.TANPA_TARGET, "8.33")),  # 5/60
    ("- 27", 2, ("90.00", "90.00", "45.00")),  # 27/30; 27/30; 27/60
    ("5 27", 2, ("90.00", "106.67", "53.33")),  # 27/30; 32/30; 32/60
    ("0 27 33 -", 4, (K.TANPA_TARGET, "100.00", "100.00")),  # 60/60
    ("0 27 33 3", 4, (K.TANPA_TARGET, "105.00", "105.00")),  # 63/60
])
def test_a_quarter_without_target_in_a_year_with_one_has_no_capaian_of_its_own(isi, triwulan, capaian):
    assert tiga(hasil(NOL_NOL, isi, triwulan)) == capaian


def test_realisasi_without_target_is_remarked_zero_is_not():
    assert hasil(NOL_NOL, "5", 1).capaian_tw.catatan == "Ada realisasi tanpa target."
    assert hasil(NOL_NOL, "0", 1).capaian_tw.catatan == ""
    assert hasil(NOL_NOL, "-", 1).capaian_tw.catatan == ""


def test_a_blank_quarter_without_target_takes_nothing_out_of_the_comparison():
    assert hasil(NOL_NOL, "- 27", 2).capaian_sd.catatan == ""


def test_a_year_of_zeros_is_a_zero_target():
    h = hasil(indikator(JUMLAH, "0 0 0 0", "0"), "0 2", 2)
    assert tiga(h) == (K.TARGET_NOL,) * 3


def test_without_a_year_target_the_quarters_decide_whether_the_year_is_zero():
    assert hasil(indikator(JUMLAH, "0 30 - -", "-"), "2", 1).capaian_tw.keadaan is K.TANPA_TARGET
    assert hasil(indikator(JUMLAH, "0 0 0 0", "-"), "2", 1).capaian_tw.keadaan is K.TARGET_NOL


def test_a_zero_quarter_of_a_negative_indicator_is_a_real_target():
    rencana = indikator(JUMLAH, "0 2 2 0", "4", NEGATIF)
    assert tiga(hasil(rencana, "0", 1)) == ("100.00", "100.00", "200.00")  # T = 0, R = 0; (8 - 0) / 4
    assert tiga(hasil(rencana, "1", 1)) == ("0.00", "0.00", "175.00")  # T = 0, R > 0; (8 - 1) / 4


def test_jumlah_of_negative_indicators_compares_the_sums():
    h = hasil(indikator(JUMLAH, "10 10 10 10", "40", NEGATIF), "8 12", 2)
    assert tiga(h) == ("80.00", "100.00", "150.00")  # (20-12)/10; (40-20)/20; (80-20)/40


def test_ranges_add_up_end_by_end():
    h = hasil(indikator(JUMLAH, "10..20 10..20 - -", "20..40"), "9 12", 2)
    assert h.target_sd == Rentang(Decimal(20), Decimal(40))
    assert tiga(h) == ("100.00", "100.00", "100.00")  # 12 in 10-20; 21 in 20-40
    assert tiga(hasil(indikator(JUMLAH, "10..20 10 - -", "20..40"), "9 9", 2))[1] == "90.00"  # 18 / (10 + 10)


def test_predikat_cannot_be_added_up():
    h = hasil(indikator(JUMLAH, "B B B B", "B"), "B B", 2)
    assert tiga(h) == ("100.00", K.TIDAK_DAPAT_DIHITUNG, K.TIDAK_DAPAT_DIHITUNG)
    assert "tidak dapat dijumlahkan" in h.capaian_sd.catatan


# --- POSISI -----------------------------------------------------------------------------------------------------

SPM = indikator(POSISI, "25 50 75 100", "100", satuan="%")


@pytest.mark.parametrize(("isi", "triwulan", "capaian"), [
    ("20", 1, ("80.00", "80.00", "20.00")),  # 20/25; 20/100
    ("20 45", 2, ("90.00", "90.00", "45.00")),  # 45/50; 45/100
    ("20 45 75 99", 4, ("99.00", "99.00", "99.00")),
    ("20 45 40", 3, ("53.33", "53.33", "40.00")),  # a value that falls is taken as it is: 40/75, never max()
    ("20 - 60", 3, ("80.00", "80.00", "60.00")),  # Q1 and Q3 filled: Q3
])
def test_posisi_takes_the_last_position_never_the_highest(isi, triwulan, capaian):
    assert tiga(hasil(SPM, isi, triwulan)) == capaian


def test_posisi_of_a_blank_quarter_is_the_last_one_filled_against_its_own_target():
    h = hasil(SPM, "20 45 -", 3)
    assert tiga(h) == (K.BELUM_DIISI, "90.00", "45.00")  # 45/50, 45/100
    assert (h.target_tw, h.target_sd, h.realisasi_sd) == (75, 50, 45)
    assert h.capaian_sd.catatan == "Posisi terakhir yang diisi adalah TW II."


def test_posisi_of_a_filled_quarter_needs_no_remark():
    assert hasil(SPM, "20 45", 2).capaian_sd.catatan == ""


def test_posisi_with_nothing_filled_shows_the_planned_position():
    h = hasil(SPM, "- -", 2)
    assert (h.target_sd, tiga(h)) == (50, (K.BELUM_DIISI,) * 3)


def test_posisi_that_starts_at_zero_has_no_target_in_that_quarter():
    rencana = indikator(POSISI, "0 50 75 100", "100")
    assert tiga(hasil(rencana, "10", 1)) == (K.TANPA_TARGET, K.TANPA_TARGET, "10.00")


def test_posisi_carries_a_predikat():
    h = hasil(indikator(POSISI, "CC B B BB", "BB"), "CC B -", 3)
    assert tiga(h) == (K.BELUM_DIISI, "100.00", "80.00")  # B against B; B (4) / BB (5)


# --- RATA -------------------------------------------------------------------------------------------------------

USULAN = indikator(RATA, "85 85 85 85", "85", satuan="%")
WAKTU = indikator(RATA, "72 72 72 72", "72", NEGATIF, satuan="jam")


@pytest.mark.parametrize(("rencana", "isi", "triwulan", "capaian"), [
    (USULAN, "85", 1, ("100.00", "100.00", "100.00")),
    (USULAN, "80 90", 2, ("105.88", "100.00", "100.00")),  # 90/85 = 1,05882; mean 85
    (USULAN, "80 - 85", 3, ("100.00", "97.06", "97.06")),  # mean 82,5 / 85 = 0,970588
    (USULAN, "80 90 -", 3, (K.BELUM_DIISI, "100.00", "100.00")),
    (WAKTU, "60 72", 2, ("100.00", "108.33", "108.33")),  # mean 66: (144 - 66) / 72 = 1,08333
    (WAKTU, "60 72 96 72", 4, ("100.00", "95.83", "95.83")),  # mean 75: (144 - 75) / 72 = 0,958333
])
def test_rata_takes_the_mean_of_the_quarters_filled(rencana, isi, triwulan, capaian):
    assert tiga(hasil(rencana, isi, triwulan)) == capaian


def test_rata_is_not_rounded_before_it_is_compared():
    h = hasil(indikator(RATA, "3 3 3 3", "3"), "1 1 2", 3)  # mean 4/3; 4/9 = 44,44 %; from 1,33 it would be 44,33
    assert tiga(h)[1:] == ("44.44", "44.44")


def test_a_ratio_is_computed_from_its_parts():
    h = hasil(indikator(RATA, "12 12 12 12", "12", satuan="%"), "5400/45000", 1)  # published: 12 %
    assert h.realisasi_tw == 12
    assert tiga(h) == ("100.00",) * 3


def test_the_parts_of_a_ratio_win_over_a_written_value():
    daftar = [Realisasi(Decimal(99), Decimal(5400), Decimal(45000))]
    assert compute_indikator(USULAN, daftar, 1, SKALA).realisasi_tw == 12


def test_ratios_are_never_averaged_when_their_parts_are_known():
    h = hasil(USULAN, "10/10 10/90", 2)  # 20/100 = 20 %; the mean of 100 % and 11,11 % would be 55,56 %
    assert h.realisasi_sd == 20
    assert tiga(h)[1:] == ("23.53", "23.53")  # 20/85 = 0,235294


def test_one_quarter_without_parts_makes_it_a_mean_of_the_percentages():
    assert hasil(USULAN, "10/10 50", 2).realisasi_sd == 75  # (100 + 50) / 2


def test_a_quarter_left_blank_does_not_hinder_the_sum_of_the_parts():
    assert hasil(USULAN, "10/10 - 10/90", 3).realisasi_sd == 20


def test_a_zero_penyebut_cannot_be_computed_and_leaves_the_other_quarters_alone():
    h = hasil(USULAN, "10/10 0/0", 2)
    assert angka(h.capaian_tw) == K.TIDAK_DAPAT_DIHITUNG
    assert h.capaian_tw.catatan == "Penyebut nol, sehingga persentase tidak dapat dihitung."
    assert h.realisasi_sd == 100
    assert tiga(hasil(USULAN, "3/0", 1)) == (K.TIDAK_DAPAT_DIHITUNG,) * 3


def test_penyebut_that_cancel_out_are_averaged_instead_of_divided_by():
    assert hasil(USULAN, "1/1 1/-1", 2).realisasi_sd == 0  # (100 - 100) / 2; checks refuse such input elsewhere


@pytest.mark.parametrize("perhitungan", Perhitungan)
def test_a_zero_penyebut_is_told_for_every_jenis(perhitungan):
    assert angka(hasil(indikator(perhitungan, "5 5 5 5", "5"), "3/0", 1).capaian_tw) == K.TIDAK_DAPAT_DIHITUNG


@pytest.mark.parametrize(("isi", "efektif"), [
    (Realisasi(Decimal(5)), Decimal(5)), (Realisasi(), None), (Realisasi(Predikat("BB")), Predikat("BB")),
    (Realisasi(Decimal(5), Decimal(1), None), Decimal(5)), (Realisasi(Decimal(5), None, Decimal(2)), Decimal(5)),
    (Realisasi(Decimal(5), Decimal(1), Decimal(0)), Decimal(5)), (Realisasi(None, Decimal(1), Decimal(0)), None),
    (Realisasi(Decimal(5), Decimal(0), Decimal(4)), Decimal(0)), (Realisasi(None, Decimal(1), Decimal(4)), Decimal(25)),
])
def test_the_effective_value_needs_both_parts_and_a_penyebut(isi, efektif):
    assert isi.efektif == efektif


def test_rata_compares_with_the_mean_target_of_the_same_quarters():
    h = hasil(indikator(RATA, "80 90 80 90", "85"), "80 - 80", 3)
    assert (h.target_sd, tiga(h)[1]) == (80, "100.00")
    assert hasil(indikator(RATA, "80 90 80 90", "85"), "80 90", 2).target_sd == 85


def test_rata_leaves_quarters_without_target_out_of_the_mean_target():
    h = hasil(indikator(RATA, "0 80 80 -", "80"), "10 70", 2)  # mean of 10 and 70 against 80
    assert (h.target_sd, tiga(h)[1]) == (80, "50.00")


def test_the_same_predikat_in_every_quarter_is_its_own_mean():
    assert tiga(hasil(indikator(RATA, "BB BB BB BB", "BB"), "B B", 2)) == ("80.00",) * 3  # 4/5


def test_different_predikat_have_no_mean():
    h = hasil(indikator(RATA, "BB BB BB BB", "BB"), "B BB", 2)
    assert tiga(h) == ("100.00", K.TIDAK_DAPAT_DIHITUNG, K.TIDAK_DAPAT_DIHITUNG)


def test_targets_of_different_predikat_end_with_the_last_one():
    h = hasil(indikator(RATA, "B B BB BB", "BB"), "B B B", 3)
    assert (h.target_sd, tiga(h)) == (Predikat("BB"), ("80.00", "80.00", "80.00"))


def test_different_ranges_are_averaged_end_by_end():
    h = hasil(indikator(RATA, "70..80 80..90 - -", "75..85"), "76 76", 2)
    assert h.target_sd == Rentang(Decimal(75), Decimal(85))
    assert tiga(h) == ("95.00", "100.00", "100.00")  # 76/80


# --- AKHIR ------------------------------------------------------------------------------------------------------

IKM = indikator(AKHIR, "- - - 82", "82", satuan="Indeks")
SAKIP = indikator(AKHIR, "- - - BB", "BB", satuan="Predikat")
TEMUAN = indikator(AKHIR, "- - - 0", "0", NEGATIF, satuan="Temuan")


@pytest.mark.parametrize("triwulan", [1, 2, 3])
@pytest.mark.parametrize("rencana", [IKM, SAKIP, TEMUAN, indikator(AKHIR, "0 0 0 82", "82")])
def test_akhir_is_not_yet_measured_before_the_last_quarter(rencana, triwulan):
    h = hasil(rencana, "- - - -", triwulan)
    assert tiga(h) == (K.BELUM_DIUKUR,) * 3
    assert (h.kategori, h.kategori_tahun) == (None, None)


@pytest.mark.parametrize(("rencana", "isi", "capaian"), [
    (IKM, "- - - 82", "100.00"), (IKM, "- - - 80.36", "98.00"),  # 82 x 0,98 = 80,36
    (SAKIP, "- - - B", "80.00"), (TEMUAN, "- - - 0", "100.00"), (TEMUAN, "- - - 2", "0.00"),
])
def test_akhir_is_measured_in_the_last_quarter(rencana, isi, capaian):
    assert tiga(hasil(rencana, isi, 4)) == (capaian,) * 3


def test_akhir_left_blank_at_the_end_is_a_blank():
    assert tiga(hasil(IKM, "- - - -", 4)) == (K.BELUM_DIISI,) * 3


def test_akhir_measured_early_counts_for_the_year_in_every_later_quarter():
    assert tiga(hasil(IKM, "- 80.36", 2)) == (K.TANPA_TARGET, "98.00", "98.00")
    assert hasil(IKM, "- 80.36", 2).capaian_tw.catatan == ""
    later = hasil(IKM, "- 80.36 -", 3)
    assert tiga(later) == (K.BELUM_DIUKUR, "98.00", "98.00")
    assert later.capaian_sd.catatan == "Diukur pada TW II."
    assert tiga(hasil(IKM, "- 80.36 - -", 4)) == (K.BELUM_DIISI, "98.00", "98.00")


def test_akhir_measured_early_in_a_quarter_of_zero_target_is_compared_with_the_year():
    h = hasil(indikator(AKHIR, "0 0 0 82", "82"), "- 80.36", 2)
    assert (h.target_sd, tiga(h)) == (82, (K.TANPA_TARGET, "98.00", "98.00"))


def test_akhir_measured_twice_takes_the_last():
    assert tiga(hasil(IKM, "- 82 - 80.36", 4)) == ("98.00",) * 3


def test_akhir_with_a_target_of_its_own_quarter_is_compared_with_that():
    h = hasil(indikator(AKHIR, "- 80 - 82", "82"), "- 80", 2)
    assert tiga(h) == ("100.00", "100.00", "97.56")  # 80/80; 80/82 = 0,975610


def test_akhir_without_a_target_in_the_last_quarter_takes_the_years():
    h = hasil(indikator(AKHIR, "- - - -", "82"), "- - - 82", 4)
    assert (h.target_tw, tiga(h)) == (82, ("100.00",) * 3)


# --- every jenis ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("triwulan", [0, 5, -1])
def test_there_are_four_quarters(triwulan):
    with pytest.raises(ValueError, match="triwulan"):
        hasil(VEKTOR_19, "1 2 3 4", triwulan)


def test_categories_belong_to_the_quarter_and_to_the_year():
    h = hasil(VEKTOR_19, "8 12", 2)  # 120 % in the quarter, 50 % of the year
    assert h.kategori is not None
    assert h.kategori_tahun is not None
    assert (h.kategori.nama, h.kategori_tahun.nama) == ("Sangat Tinggi", "Sangat Rendah")


def test_no_plan_no_capaian():
    assert tiga(hasil(indikator(POSISI, "- - - -", "-"), "5", 1)) == (K.TANPA_TARGET,) * 3


quarter = st.one_of(st.just(Realisasi()), sensible.map(Realisasi),
                    st.tuples(st.none(), sensible, sensible).map(Realisasi._make),
                    st.sampled_from([Realisasi(Predikat("BB")), Realisasi(Predikat("WTP"))]))
quarters = st.lists(quarter, min_size=4, max_size=4)
rencana_apa_pun = st.builds(
    indikator, st.sampled_from(Perhitungan),
    st.lists(st.sampled_from(["-", "0", "10", "80..90", "BB"]), min_size=4, max_size=4).map(" ".join),
    st.sampled_from(["-", "0", "10", "80..90", "BB"]), st.sampled_from(Arah))


@given(rencana_apa_pun, quarters, quarters, st.integers(1, 4))
def test_what_comes_after_the_quarter_changes_nothing(rencana, daftar, lain, triwulan):
    first = compute_indikator(rencana, daftar, triwulan, SKALA)
    assert compute_indikator(rencana, daftar[:triwulan] + lain[triwulan:], triwulan, SKALA) == first
    assert compute_indikator(rencana, daftar[:triwulan], triwulan, SKALA) == first


@given(rencana_apa_pun, quarters, st.integers(1, 4))
def test_a_capaian_is_a_number_or_a_reason_whatever_is_planned_and_filled(rencana, daftar, triwulan):
    h = compute_indikator(rencana, daftar, triwulan, SKALA)
    for capaian in (h.capaian_tw, h.capaian_sd, h.capaian_tahun):
        assert (capaian.nilai is None) == (capaian.keadaan is not K.DIHITUNG)
    assert (h.kategori is None) == (h.capaian_tw.nilai is None)
    assert (h.kategori_tahun is None) == (h.capaian_tahun.nilai is None)


@given(st.lists(sensible, min_size=4, max_size=4), st.integers(1, 4))
def test_with_every_quarter_filled_the_four_jenis_differ_only_in_what_they_take(values, triwulan):
    daftar = [Realisasi(x) for x in values]
    sampai = values[:triwulan]
    taken = {jenis: compute_indikator(indikator(jenis, "10 10 10 10", "10"), daftar, triwulan, SKALA).realisasi_sd
             for jenis in Perhitungan}
    assert taken[JUMLAH] == sum(sampai)
    assert abs(taken[RATA] * triwulan - sum(sampai)) < Decimal("1E-9")
    assert taken[POSISI] == taken[AKHIR] == sampai[-1]


def test_text_helpers_of_these_tests_mean_what_they_say():
    assert nilai("80..90") == Rentang(Decimal(80), Decimal(90))
    assert realisasi("8 - 1/2") == (Realisasi(Decimal(8)), Realisasi(), Realisasi(None, Decimal(1), Decimal(2)))
