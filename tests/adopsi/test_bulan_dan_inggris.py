"""Adoption's smallest rules: what three months make of a quarter, and which headings are English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.adopsi.bulan import MENURUT_JENIS, month_of, of_quarter
from kinerja_xl.domain.adopsi.inggris import in_indonesian, is_english
from kinerja_xl.domain.indicators import Nilai, Perhitungan, Predikat

D = Decimal
TAHUN: dict[int, Nilai | None] = {month: D(10 * month) for month in range(1, 13)}


@pytest.mark.parametrize(("triwulan", "jumlah", "terakhir", "rata"), [
    (1, 60, 30, 20), (2, 150, 60, 50), (3, 240, 90, 80), (4, 330, 120, 110)])  # 10+20+30, 40+50+60, ..
def test_a_quarter_is_its_own_three_months_added_the_last_or_their_mean(
        triwulan: int, jumlah: int, terakhir: int, rata: int) -> None:
    for cara, wanted in (("dijumlah", jumlah), ("bulan terakhir", terakhir), ("rata-rata", rata)):
        assert of_quarter(TAHUN, triwulan, cara, Perhitungan.JUMLAH) == wanted


@pytest.mark.parametrize(("perhitungan", "wanted"), [
    (Perhitungan.JUMLAH, 60), (Perhitungan.RATA, 20), (Perhitungan.POSISI, 30), (Perhitungan.AKHIR, 30)])
def test_by_its_kind_amounts_add_up_means_are_meant_and_positions_are_the_last(
        perhitungan: Perhitungan, wanted: int) -> None:
    assert of_quarter(TAHUN, 1, MENURUT_JENIS, perhitungan) == wanted


@pytest.mark.parametrize("blank", [1, 2, 3])
def test_while_a_month_is_blank_there_is_no_sum_and_no_mean(blank: int) -> None:
    for cara in ("dijumlah", "rata-rata"):
        assert of_quarter({**TAHUN, blank: None}, 1, cara, Perhitungan.JUMLAH) is None
    assert of_quarter({**TAHUN, blank: None}, 1, "bulan terakhir", Perhitungan.POSISI) == (None if blank == 3 else 30)


def test_of_predikat_the_last_counts_whatever_the_planner_says() -> None:
    huruf: dict[int, Nilai | None] = {1: Predikat("CC"), 2: Predikat("B"), 3: Predikat("BB")}
    assert of_quarter(huruf, 1, "dijumlah", Perhitungan.JUMLAH) == Predikat("BB")
    assert of_quarter({**TAHUN, 1: Predikat("CC")}, 1, "dijumlah", Perhitungan.JUMLAH) == 30


@pytest.mark.parametrize(("teks", "bulan"), [
    ("januari", 1), ("feb", 2), ("mar.", 3), ("bulan april", 4), ("may", 5), ("target juni", 6), ("agt", 8), ("ags", 8),
    ("realisasi september", 9), ("oct", 10), ("nopember", 11), ("des", 12), (" juli ", 7), ("maret 2026", 0),
    ("triwulan", 0), ("", 0)])
def test_months_are_known_by_their_names(teks: str, bulan: int) -> None:
    assert month_of(teks) == bulan


def test_two_headings_that_only_english_has_make_a_table_english() -> None:
    assert is_english(["No", "Strategic Objective", "Performance Indicator"])
    assert not is_english(["No", "Sasaran", "Performance Indicator"])
    assert not is_english(["Indicator", "Indicator", "Target"])  # the same one twice is one
    assert is_english(["Indicators", "Actual"])


def test_english_headings_become_the_words_that_the_reader_knows() -> None:
    assert "indikator" in in_indonesian("Performance Indicator")
    assert in_indonesian("Satuan") == "satuan"
