"""The computed comparisons of the annual report: target, years before, Renstra, national standard, efficiency."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hitung_uji import JUMLAH, SKALA, indikator, nilai, realisasi
from hypothesis import given
from hypothesis import strategies as st
from kalimat_uji import TAHUN, hasil_uji, riwayat_uji

from kinerja_xl.domain.capaian.anggaran import Keluaran
from kinerja_xl.domain.capaian.capaian import HasilIndikator, KeadaanCapaian, compute_indikator
from kinerja_xl.domain.indicators import Arah, Predikat, Rentang
from kinerja_xl.domain.laporan.ungkapan import nilai_dan_satuan
from kinerja_xl.domain.laporan_kinerja.beberapa_tahun import BeberapaTahun, Kecenderungan, compare_beberapa_tahun
from kinerja_xl.domain.laporan_kinerja.efisiensi import (
    AturanEfisiensi,
    Efisiensi,
    EfisiensiPmk,
    Penilaian,
    compare_efisiensi,
    compare_efisiensi_pmk,
)
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Gerak, Kekurangan, Letak, Mutu, Posisi, compare_letak
from kinerja_xl.domain.laporan_kinerja.perbandingan import (
    TanpaStandar,
    TerhadapAcuan,
    compare_renstra,
    compare_standar,
    compare_target,
)
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import (
    TahunPertama,
    TerhadapTahunLalu,
    compare_tahun_lalu,
    years_of,
)

D = Decimal


def lalu(sebelum: str, sekarang: str, arah: Arah = Arah.POSITIF):
    return compare_tahun_lalu(hasil_uji(arah=arah, realisasi=nilai(sekarang)), riwayat_uji(nilai(sebelum)), TAHUN,
                              SKALA)


def keluarga(target_renstra: str, isi: str = "8 12 15 10") -> HasilIndikator:
    """An indicator that adds up: 8 + 12 + 15 + 10 = 45 keluarga this year."""
    rencana = replace(indikator(JUMLAH, "10 20 15 5", "50", satuan="Keluarga"), target_renstra=D(target_renstra))
    return compute_indikator(rencana, realisasi(isi), 4, SKALA)


@pytest.mark.parametrize(("sebelum", "sekarang", "arah", "gerak", "mutu"), [
    ("80", "84", Arah.POSITIF, Gerak.NAIK, Mutu.MEMBAIK),
    ("80", "60", Arah.POSITIF, Gerak.TURUN, Mutu.MEMBURUK),
    ("80", "80", Arah.POSITIF, Gerak.TETAP, Mutu.TIDAK_BERUBAH),
    ("80", "60", Arah.NEGATIF, Gerak.TURUN, Mutu.MEMBAIK),
    ("60", "80", Arah.NEGATIF, Gerak.NAIK, Mutu.MEMBURUK),
    ("72", "72", Arah.NEGATIF, Gerak.TETAP, Mutu.TIDAK_BERUBAH),
    ("B", "BB", Arah.POSITIF, Gerak.NAIK, Mutu.MEMBAIK),
    ("aa", "D", Arah.POSITIF, Gerak.TURUN, Mutu.MEMBURUK),
    ("bb", "BB", Arah.POSITIF, Gerak.TETAP, Mutu.TIDAK_BERUBAH),
    ("WDP", "WTP", Arah.POSITIF, Gerak.BERUBAH, Mutu.TIDAK_DINILAI),
])
def test_naik_and_turun_speak_of_the_value_and_membaik_of_the_kinerja(sebelum, sekarang, arah, gerak, mutu) -> None:
    fakta = lalu(sebelum, sekarang, arah)
    assert (fakta.gerak, fakta.mutu) == (gerak, mutu)


@given(st.decimals(0, 10**6, places=4), st.decimals(0, 10**6, places=4))
def test_what_is_good_for_a_positive_indicator_is_bad_for_a_negative_one(sebelum: Decimal, sekarang: Decimal) -> None:
    positif, negatif = (
        compare_tahun_lalu(hasil_uji(arah=arah, realisasi=sekarang), riwayat_uji(sebelum), TAHUN, SKALA)
        for arah in (Arah.POSITIF, Arah.NEGATIF))
    assert isinstance(positif, TerhadapTahunLalu)
    assert isinstance(negatif, TerhadapTahunLalu)
    assert positif.gerak is negatif.gerak
    assert {positif.mutu, negatif.mutu} in ({Mutu.MEMBAIK, Mutu.MEMBURUK}, {Mutu.TIDAK_BERUBAH})


def test_values_that_print_alike_are_called_tetap() -> None:
    fakta = lalu("66.664", "66.6551")  # both 66,66
    assert isinstance(fakta, TerhadapTahunLalu)
    assert (fakta.gerak, fakta.selisih) == (Gerak.TETAP, D(0))


def test_the_difference_adds_up_on_paper() -> None:
    fakta = lalu("33.333", "66.667")  # 66,67 - 33,33, not 33,334
    assert isinstance(fakta, TerhadapTahunLalu)
    assert fakta.selisih == D("33.34")


def test_letters_have_no_difference() -> None:
    fakta = lalu("B", "BB")
    assert isinstance(fakta, TerhadapTahunLalu)
    assert fakta.selisih is None


def test_without_any_earlier_year_it_is_the_first_year() -> None:
    hasil = hasil_uji(realisasi=D(84))
    assert compare_tahun_lalu(hasil, (), TAHUN, SKALA) == TahunPertama(hasil.indikator, TAHUN)


def test_a_quarter_before_the_office_began_is_no_earlier_year() -> None:
    quarter = replace(riwayat_uji(D(80))[0], triwulan=4)
    assert isinstance(compare_tahun_lalu(hasil_uji(realisasi=D(84)), [quarter], TAHUN, SKALA), TahunPertama)


def test_the_history_of_another_indicator_is_not_taken() -> None:
    other = replace(riwayat_uji(D(80))[0], kode="I-2")
    assert isinstance(compare_tahun_lalu(hasil_uji(realisasi=D(84)), [other], TAHUN, SKALA), TahunPertama)


def test_a_gap_last_year_is_named_and_the_year_before_does_not_stand_in_for_it() -> None:
    assert compare_tahun_lalu(hasil_uji(realisasi=D(84)), riwayat_uji(D(80), None), TAHUN, SKALA) == Kekurangan(
        "realisasi tahun 2025 belum tercatat dalam riwayat capaian")


def test_a_satuan_that_changed_is_not_compared() -> None:
    rows = riwayat_uji(D(1200), satuan="Orang")
    assert compare_tahun_lalu(hasil_uji(realisasi=D(84)), rows, TAHUN, SKALA) == Kekurangan(
        "satuan tahun 2025 adalah Orang, sedangkan satuan tahun 2026 adalah %")


def test_a_satuan_written_otherwise_is_the_same_satuan() -> None:
    rows = riwayat_uji(D(80), satuan=" Persen")
    assert isinstance(compare_tahun_lalu(hasil_uji(realisasi=D(84)), rows, TAHUN, SKALA), TerhadapTahunLalu)


@pytest.mark.parametrize(("daftar", "kecenderungan", "mutu"), [
    ("70 75 80 84", Kecenderungan.TERUS_NAIK, Mutu.MEMBAIK),
    ("84 80 75", Kecenderungan.TERUS_TURUN, Mutu.MEMBURUK),
    ("70 70 84", Kecenderungan.CENDERUNG_NAIK, Mutu.MEMBAIK),
    ("84 70 70", Kecenderungan.CENDERUNG_TURUN, Mutu.MEMBURUK),
    ("70 85 75", Kecenderungan.NAIK_TURUN, Mutu.MEMBAIK),
    ("70 85 70", Kecenderungan.NAIK_TURUN, Mutu.TIDAK_BERUBAH),
    ("70 70 70", Kecenderungan.TETAP, Mutu.TIDAK_BERUBAH),
    ("CC B BB", Kecenderungan.TERUS_NAIK, Mutu.MEMBAIK),
])
def test_several_years_have_one_tendency(daftar, kecenderungan, mutu) -> None:
    *earlier, now = map(nilai, daftar.split())
    fakta = compare_beberapa_tahun(hasil_uji(realisasi=now), riwayat_uji(*earlier), TAHUN, SKALA)
    assert fakta is not None
    assert (fakta.kecenderungan, fakta.mutu) == (kecenderungan, mutu)


def test_only_years_without_a_gap_before_this_one_are_told_of() -> None:
    fakta = compare_beberapa_tahun(hasil_uji(realisasi=D(84)), riwayat_uji(D(60), None, D(75), D(80)), TAHUN, SKALA)
    assert isinstance(fakta, BeberapaTahun)
    assert fakta.daftar == ((2024, D(75)), (2025, D(80)), (2026, D(84)))


def test_the_run_reaches_back_the_five_years_that_the_plan_knows() -> None:
    fakta = compare_beberapa_tahun(hasil_uji(realisasi=D(84)), riwayat_uji(*map(D, (60, 65, 70, 75, 80))), TAHUN, SKALA)
    assert isinstance(fakta, BeberapaTahun)
    assert [tahun for tahun, _ in fakta.daftar] == [2021, 2022, 2023, 2024, 2025, 2026]


@pytest.mark.parametrize(("realisasi", "letak"), [
    ("2.99", Letak.DI_BAWAH), ("3", Letak.DALAM_RENTANG), ("3.5", Letak.DALAM_RENTANG), ("4", Letak.DALAM_RENTANG),
    ("4.004", Letak.DALAM_RENTANG), ("4.005", Letak.DI_ATAS),  # printed as 4,00 and 4,01
    ("2.995", Letak.DALAM_RENTANG)])  # as 3,00
def test_a_range_holds_its_ends_as_they_are_printed(realisasi: str, letak: Letak) -> None:
    assert compare_letak(D(realisasi), Rentang(D(3), D(4)), SKALA) is letak


@pytest.mark.parametrize("rows", [riwayat_uji(D(80)), riwayat_uji(D(70), None, D(80)), riwayat_uji(D(70), D(75), None),
                                  riwayat_uji(Predikat("B"), D(80)), ()])
def test_fewer_than_three_years_in_a_row_are_no_tendency(rows) -> None:
    assert compare_beberapa_tahun(hasil_uji(realisasi=D(84)), rows, TAHUN, SKALA) is None


def test_a_blank_year_has_no_tendency() -> None:
    assert compare_beberapa_tahun(hasil_uji(), riwayat_uji(D(70), D(75), D(80)), TAHUN, SKALA) is None


def test_the_table_of_years_shows_blanks_where_nothing_is_known() -> None:
    rows = years_of(hasil_uji(target=D(80), realisasi=D(84)), riwayat_uji(D(72), target=D(75)), TAHUN, SKALA)
    assert [(row.tahun, row.target, row.realisasi, row.capaian.nilai) for row in rows] == [
        (2024, None, None, None), (2025, D(75), D(72), D("96.00")), (2026, D(80), D(84), D("105.00"))]


@pytest.mark.parametrize(("target", "isi", "arah", "posisi"), [
    ("80", "84", Arah.POSITIF, Posisi.MELAMPAUI), ("80", "80", Arah.POSITIF, Posisi.MENCAPAI),
    ("80", "76", Arah.POSITIF, Posisi.BELUM), ("72", "60", Arah.NEGATIF, Posisi.MELAMPAUI),
    ("72", "72", Arah.NEGATIF, Posisi.MENCAPAI), ("72", "80", Arah.NEGATIF, Posisi.BELUM),
    ("0", "0", Arah.NEGATIF, Posisi.MENCAPAI), ("0", "2", Arah.NEGATIF, Posisi.BELUM),
    ("60..80", "70", Arah.POSITIF, Posisi.MENCAPAI), ("60..80", "90", Arah.POSITIF, Posisi.MELAMPAUI),
    ("60..80", "90", Arah.NEGATIF, Posisi.BELUM), ("60..80", "50", Arah.NEGATIF, Posisi.MELAMPAUI),
    ("BB", "A", Arah.POSITIF, Posisi.MELAMPAUI), ("WTP", "WDP", Arah.POSITIF, Posisi.BELUM),
    ("WTP", "wtp", Arah.POSITIF, Posisi.MENCAPAI),
])
def test_a_target_is_passed_reached_or_missed_by_arah(target, isi, arah, posisi) -> None:
    fakta = compare_target(hasil_uji(arah=arah, target=nilai(target), realisasi=nilai(isi)), TAHUN, SKALA)
    assert isinstance(fakta, TerhadapAcuan)
    assert fakta.posisi is posisi


@pytest.mark.parametrize(("target", "isi", "arah"), [
    ("0", "3", Arah.POSITIF), ("0", "0", Arah.NEGATIF), ("0", "2", Arah.NEGATIF), ("BB", "A", Arah.POSITIF)])
def test_against_zero_and_between_letters_there_is_no_per_cent(target, isi, arah) -> None:
    fakta = compare_target(hasil_uji(arah=arah, target=nilai(target), realisasi=nilai(isi)), TAHUN, SKALA)
    assert isinstance(fakta, TerhadapAcuan)
    assert fakta.persen is None


@pytest.mark.parametrize("missing", [{"target": D(80)}, {"realisasi": D(80)}, {}])
def test_a_blank_is_never_a_comparison(missing) -> None:
    assert isinstance(compare_target(hasil_uji(**missing), TAHUN, SKALA), Kekurangan)


def test_a_letter_where_a_number_was_planned_is_told_as_it_is() -> None:
    assert compare_target(hasil_uji(target=D(80), realisasi=Predikat("BB")), TAHUN, SKALA) == Kekurangan(
        "target berupa angka, sedangkan realisasi berupa predikat")


def test_a_ratio_over_zero_says_so_in_every_comparison() -> None:
    rencana = replace(indikator(JUMLAH, "10 20 15 5", "50"), standar_nasional=D(50), target_renstra=D(50))
    hasil = compute_indikator(rencana, realisasi("5/0 5/0 5/0 5/0"), 4, SKALA)
    assert hasil.capaian_tahun.keadaan is KeadaanCapaian.TIDAK_DAPAT_DIHITUNG
    for fakta in (compare_target(hasil, TAHUN, SKALA), compare_standar(hasil, TAHUN, SKALA),
                  compare_renstra(hasil, TAHUN, SKALA)):
        assert fakta == Kekurangan("penyebut nol, sehingga persentase tidak dapat dihitung")


def test_what_adds_up_is_held_against_renstra_with_all_its_years() -> None:
    rows = riwayat_uji(D(36), D(40), satuan="Keluarga")
    fakta = compare_renstra(keluarga("250"), TAHUN, SKALA, rows, awal_renstra=2024)
    assert isinstance(fakta, TerhadapAcuan)
    assert (fakta.realisasi, fakta.persen) == (D(121), D("48.40"))  # 36 + 40 + 45; 121 / 250


def test_in_the_first_year_of_renstra_only_this_year_counts() -> None:
    fakta = compare_renstra(keluarga("250"), TAHUN, SKALA, riwayat_uji(D(40), satuan="Keluarga"), awal_renstra=TAHUN)
    assert isinstance(fakta, TerhadapAcuan)
    assert (fakta.realisasi, fakta.persen) == (D(45), D("18.00"))  # 45 / 250


@pytest.mark.parametrize(("awal", "alasan"), [
    (None, "tahun awal Renstra belum ditetapkan"), (2027, "tahun awal Renstra belum ditetapkan"),
    (2023, "realisasi tahun 2023 belum tercatat dalam riwayat capaian")])
def test_a_sum_of_years_with_one_unknown_is_not_invented(awal, alasan) -> None:
    rows = riwayat_uji(D(36), D(40), satuan="Keluarga")
    assert compare_renstra(keluarga("250"), TAHUN, SKALA, rows, awal_renstra=awal) == Kekurangan(alasan)


def test_the_progress_of_a_negative_indicator_is_not_above_hundred_when_it_is_behind() -> None:
    fakta = compare_renstra(hasil_uji(arah=Arah.NEGATIF, realisasi=D(76), renstra=D(48)), TAHUN, SKALA)
    assert isinstance(fakta, TerhadapAcuan)
    assert (fakta.persen, fakta.posisi) == (D("41.67"), Posisi.BELUM)  # (96 - 76) / 48


def test_without_a_national_standard_that_is_said_even_where_the_realisasi_is_blank() -> None:
    hasil = hasil_uji()
    assert compare_standar(hasil, TAHUN, SKALA) == TanpaStandar(hasil.indikator)


@pytest.mark.parametrize(("capaian", "serapan", "aturan", "penilaian"), [
    ("100", "99.99", AturanEfisiensi.SAKIP, Penilaian.EFISIEN),
    ("100", "100", AturanEfisiensi.SAKIP, Penilaian.TIDAK_EFISIEN),
    ("99.99", "50", AturanEfisiensi.SAKIP, Penilaian.TIDAK_EFISIEN),
    ("100", "94.99", AturanEfisiensi.SELISIH, Penilaian.EFISIEN),  # 5,01
    ("100", "95", AturanEfisiensi.SELISIH, Penilaian.CUKUP_EFISIEN),
    ("90", "95", AturanEfisiensi.SELISIH, Penilaian.CUKUP_EFISIEN),
    ("89.99", "95", AturanEfisiensi.SELISIH, Penilaian.TIDAK_EFISIEN),
])
def test_efficiency_is_judged_by_the_rule_of_the_office(capaian, serapan, aturan, penilaian) -> None:
    fakta = compare_efisiensi(D(capaian), D(serapan), aturan)
    assert isinstance(fakta, Efisiensi)
    assert (fakta.penilaian, fakta.tingkat) == (penilaian, D(capaian) - D(serapan))


@pytest.mark.parametrize(("capaian", "serapan", "sisa"), [
    ("99.99", "92", D(8)), ("100", "92", None), ("80", "100", None)])
def test_money_left_beside_a_missed_target_is_not_called_saved(capaian, serapan, sisa) -> None:
    fakta = compare_efisiensi(D(capaian), D(serapan))
    assert isinstance(fakta, Efisiensi)
    assert fakta.tidak_terserap == sisa


def test_without_capaian_or_serapan_there_is_no_efficiency() -> None:
    assert compare_efisiensi(None, D(92)) == Kekurangan("capaian kinerja belum dapat dihitung")
    assert compare_efisiensi(D(100), None) == Kekurangan("serapan anggaran belum dapat dihitung")


def test_the_published_example_of_the_ministry_of_finance() -> None:
    # domain facts 5.5: PAK 4, 1 and 5 milliard, CK 1,22, 0,80 and 1,42, RAK 3,8, 0,975 and 4,725 milliard
    daftar = [Keluaran(D(4 * 10**9), D(122), D(3_800_000_000)), Keluaran(D(10**9), D(80), D(975_000_000)),
              Keluaran(D(5 * 10**9), D(142), D(4_725_000_000))]
    assert compare_efisiensi_pmk(daftar) == EfisiensiPmk(D("25.67"), D("100.00"))  # 50 + 64,18, held at 100
    assert compare_efisiensi_pmk([]) == Kekurangan("pagu atau capaian keluaran belum ada")


@pytest.mark.parametrize(("angka", "satuan", "tampil"), [
    ("84.5", "%", "84,5%"), ("84", "Persen", "84%"), ("45", "Keluarga", "45 keluarga"), ("45", "KK", "45 KK"),
    ("3", "Kelompok KUBE", "3 kelompok KUBE"), ("83.64", "Indeks", "83,64"), ("70.5", "Nilai", "70,5"),
    ("12", "Orang/KK", "12 orang/KK"), ("1500000", "Rp", "Rp1.500.000"), ("2", "m2", "2 m2"), ("2", "", "2"),
])
def test_a_unit_is_written_as_in_a_sentence(angka, satuan, tampil) -> None:
    assert nilai_dan_satuan(D(angka), satuan) == tampil
