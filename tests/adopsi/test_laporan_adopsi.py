"""The lines of the sheet Adopsi: the year, months, columns, rows from top to bottom, and figures computed again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.adopsi.bulan import CARA_BULANAN
from kinerja_xl.domain.adopsi.hasil import Banding, BarisAdopsi, Dilewati, HasilAdopsi, Jenis
from kinerja_xl.domain.adopsi.laporan import BULANAN, TAHUN, Bagian, place_order, report_lines
from kinerja_xl.domain.adopsi.rencana import Penyusun

D = Decimal


def lines(bagian: Bagian, hasil: HasilAdopsi) -> list[tuple[str, ...]]:
    every = report_lines(hasil, Penyusun(hasil, (), 2026))
    return [(line.sumber, line.isi, line.menjadi, line.keyakinan, line.keterangan)
            for line in every if line.bagian is bagian]


def read(**more: object) -> HasilAdopsi:
    return HasilAdopsi((), (), (), (), **more)  # type: ignore[arg-type]


def test_a_year_that_stands_nowhere_is_a_guess() -> None:
    assert lines(Bagian.UMUM, read(tahun=2026)) == [("", TAHUN, "2026", "pasti", "")]
    assert lines(Bagian.UMUM, read()) == [("", TAHUN, "2026", "dugaan", "tidak tertulis pada judul")]


def test_how_months_count_is_asked_where_there_are_months_and_nobody_has_chosen() -> None:
    assert lines(Bagian.UMUM, read(tahun=2026, bulanan="dijumlah"))[1:] == [("", BULANAN, "dijumlah", "pasti", "")]
    assert lines(Bagian.UMUM, read(tahun=2026, bulanan=""))[1:] == [
        ("", BULANAN, "", "", f"belum dipilih: {'; '.join(CARA_BULANAN)}")]


def test_rows_that_were_taken_and_left_stand_in_the_order_of_the_sheet_each_place_once() -> None:
    rows = (BarisAdopsi("Data!A10", Jenis.KEGIATAN, nama="Kegiatan A", indikator="Jumlah orang"),
            BarisAdopsi("Data!A9", Jenis.PROGRAM, nama="Program A"), BarisAdopsi("Data!A9", Jenis.KEGIATAN, nama="B"))
    hasil = HasilAdopsi(rows, (), (Dilewati("Data!A2", "baris judul"), Dilewati("Data!A100", "baris jumlah")), ())
    assert lines(Bagian.BARIS, hasil) == [
        ("Data!A2", "", "Dilewati", "", "baris judul"), ("Data!A9", "B", "Kegiatan", "pasti", ""),
        ("Data!A10", "Kegiatan A — Jumlah orang", "Kegiatan", "pasti", ""),
        ("Data!A100", "", "Dilewati", "", "baris jumlah")]


@pytest.mark.parametrize(("dihitung", "menjadi", "keyakinan"), [
    (D("97.5"), "97,5", "cocok"), (D(80), "80", "BERBEDA"), (None, "–", "")])
def test_a_figure_computed_again_is_told_beside_the_printed_one(
        dihitung: Decimal | None, menjadi: str, keyakinan: str) -> None:
    hasil = read(daftar_banding=(Banding("Data!H20", D("97.5"), dihitung, "rata-rata H9:H19"),))
    assert lines(Bagian.HITUNGAN, hasil) == [("Data!H20", "tercetak 97,5", menjadi, keyakinan, "rata-rata H9:H19")]


def test_places_are_sorted_by_sheet_row_and_column_and_sheets_without_a_cell_by_their_name() -> None:
    places = ["Data!B10", "Data!A9", "Data!A10", "Awal", "Data 2!A1", "Data!C"]
    assert sorted(places, key=place_order) == ["Awal", "Data!C", "Data!A9", "Data!A10", "Data!B10", "Data 2!A1"]
