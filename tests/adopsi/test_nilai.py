"""Figures as offices write them into their own worksheets: each is read, or asked about, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.adopsi.istilah import Arti, Makna
from kinerja_xl.domain.adopsi.nilai import read_figure
from kinerja_xl.domain.indicators import Predikat, Rentang

TARGET, RIBUAN = Makna(Arti.TARGET_TAHUNAN), Makna(Arti.PAGU, faktor=Decimal(1000))


@pytest.mark.parametrize(("isi", "nilai", "satuan", "ragu"), [
    ("82,5", "82.5", "", False), ("100%", "100", "%", False), ("4 laporan", "4", "laporan", False),
    ("1.200", "1200", "", True), ("≥ 80", "80", "", True), ("<= 5,5 %", "5.5", "%", True),
    ("80 (delapan puluh)", "80", "", True), ("1 (satu) dokumen", "1", "dokumen", True), ("min. 75", "75", "", True),
])
def test_a_target_is_read_with_its_unit(isi: str, nilai: str, satuan: str, ragu: bool) -> None:
    found = read_figure(isi, TARGET)
    assert (found.nilai, found.satuan, bool(found.ragu)) == (Decimal(nilai), satuan, ragu)


@pytest.mark.parametrize(("teks", "predikat"), [
    ("Wajar Tanpa Pengecualian", True), ("x" * 25, True), ("x" * 26, False), ("baik sekali adanya", True),
    ("a b c d", False), ("#REF!", False)])
def test_a_predikat_is_a_short_text(teks: str, predikat: bool) -> None:
    found = read_figure(teks, TARGET)
    assert (found.nilai == Predikat(teks)) is predikat
    assert bool(found.ragu) is not predikat


def test_predikat_and_ranges_stay_what_they_are() -> None:
    assert read_figure("BB", TARGET).nilai == Predikat("BB")
    assert read_figure("80-90", TARGET).nilai == Rentang(Decimal(80), Decimal(90))


@pytest.mark.parametrize("isi", ["-", "n/a", "belum", "–", ""])
def test_nothing_yet_is_nothing_and_no_question(isi: str) -> None:
    assert read_figure(isi, TARGET) == read_figure(None, TARGET)


def test_money_is_in_full_rupiah_and_words_in_its_column_are_asked_about() -> None:
    assert read_figure(Decimal(23437), RIBUAN).nilai == 23437000
    assert read_figure("Rp 1.028.058.131,-", Makna(Arti.PAGU)).nilai == 1028058131
    assert read_figure("menyesuaikan", RIBUAN).nilai is None
    assert read_figure("menyesuaikan", RIBUAN).ragu == "“menyesuaikan” bukan angka"


def test_a_long_text_is_no_predikat() -> None:
    assert read_figure("Terlaksananya kegiatan sesuai rencana", TARGET).nilai is None
    assert read_figure("#REF!", TARGET).nilai is None
