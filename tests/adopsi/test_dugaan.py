"""How a row counts and which way is better, guessed by targets and words; when figures agree; widths of cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.adopsi.dugaan import guess_direction, guess_method
from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, Jenis, same
from kinerja_xl.domain.adopsi.istilah import Arti, Makna
from kinerja_xl.domain.adopsi.nilai import read_figure
from kinerja_xl.domain.adopsi.sumber import LembarSumber
from kinerja_xl.domain.indicators import Arah, Perhitungan

D = Decimal
JUMLAH, POSISI, RATA = Perhitungan.JUMLAH, Perhitungan.POSISI, Perhitungan.RATA


def row(tahun: str, tw: str, indikator: str = "Jumlah orang", satuan: str = "Orang") -> BarisAdopsi:
    first, second, third, fourth = (None if part == "-" else D(part) for part in tw.split())
    return BarisAdopsi("Data!A9", Jenis.INDIKATOR, indikator=indikator, satuan=satuan,
                       target_tahunan=None if tahun == "-" else D(tahun), target_tw=(first, second, third, fourth))


@pytest.mark.parametrize(("tahun", "tw", "satuan", "cara", "target"), [
    ("100", "10 20 30 40", "Orang", JUMLAH, 100),  # 10 + 20 + 30 + 40
    ("80", "80 80 80 80", "%", RATA, 80),
    ("100", "25 50 75 100", "%", POSISI, 100),
    ("60", "90 80 70 60", "Orang", POSISI, 60),
    ("60", "90 50 70 60", "Orang", POSISI, 60),
    ("60", "90 50 70 61", "Orang", RATA, 60),
    ("-", "80 80 80 80", "%", RATA, 80),
    ("-", "80 - - -", "%", POSISI, 80),  # one figure alone is no mean
    ("-", "20 40 60 80", "%", POSISI, 80),
    ("-", "10 20 30 40", "Orang", JUMLAH, 100),
    ("-", "20 20 20 20", "Orang", JUMLAH, 80)])
def test_the_way_of_counting_follows_from_the_targets(
        tahun: str, tw: str, satuan: str, cara: Perhitungan, target: int) -> None:
    found = guess_method(row(tahun, tw, satuan=satuan))
    assert (found.perhitungan, found.target_tahun) == (cara, target)


@pytest.mark.parametrize(("indikator", "tahun", "tw", "arah"), [
    ("Waktu penyaluran", "60", "90 80 70 60", Arah.NEGATIF), ("Jumlah orang", "60", "90 80 70 60", Arah.NEGATIF),
    ("Jumlah orang", "60", "60 60 60 60", Arah.POSITIF), ("Jumlah orang", "100", "25 50 75 100", Arah.POSITIF),
    ("Jumlah orang", "60", "90 50 70 60", Arah.POSITIF), ("Jumlah orang", "60", "90 - - 60", Arah.NEGATIF)])
def test_targets_that_fall_say_that_less_is_better(indikator: str, tahun: str, tw: str, arah: Arah) -> None:
    baris = row(tahun, tw, indikator)
    assert guess_direction(baris, guess_method(baris))[0] is arah


@pytest.mark.parametrize(("tercetak", "dihitung", "sama"), [
    ("97.5", "97.54", True), ("97.5", "97.55", True), ("97.5", "97.551", False),  # half of the last decimal
    ("97.50", "97.505", True), ("97.50", "97.506", False), ("97.501", "97.506", True), ("97.501", "97.5061", False),
    ("97", "97.005", True), ("97", "97.0051", False), ("1000000", "1000010", True), ("1000000", "1000011", False)])
def test_figures_agree_to_what_was_printed(tercetak: str, dihitung: str, sama: bool) -> None:
    assert same(D(tercetak), D(dihitung)) is sama


def test_a_tick_is_no_figure_and_a_short_word_may_be_a_predikat() -> None:
    assert read_figure(True, Makna(Arti.TARGET_TAHUNAN)).nilai is None
    assert read_figure(True, Makna(Arti.TARGET_TAHUNAN)).ragu == ""
    assert read_figure(None, Makna(Arti.TARGET_TAHUNAN)).nilai is None


def test_a_merged_cell_goes_over_its_columns() -> None:
    lembar = LembarSumber("Data", {(1, 2): "Target", (2, 2): "I", (2, 3): "II", (2, 6): "x"}, ((1, 2, 1, 5),))
    assert [lembar.width(1, column) for column in (1, 2, 3, 5, 6)] == [1, 4, 4, 4, 1]
    assert lembar.width(2, 2) == 1
    assert lembar.value(1, 4) == "Target"
    assert lembar.own(1, 4) is None
