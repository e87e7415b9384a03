"""Ambil Isian in a real Calc: from an open workbook and from a file, and nothing overwritten unasked."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KantorUji
from meja_uji import MejaUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


def read(path: Path) -> LembarKerja:
    return read_lembar_kerja(path.read_bytes(), path.name)


@pytest.fixture
def sumber(kantor: KantorUji, tmp_path: Path) -> Path:
    """The Analis' worksheet and his copy at home, in which he filled the first two indicators."""
    kantor.play_to("diperintahkan")
    home = tmp_path / "rumah kerja.xlsx"
    shutil.copy(kantor.waiting(ANALIS), home)
    first, second = read(home).baris("indikator")[:2]
    home.write_bytes(fill_lembar_kerja(home.read_bytes(), {
        Kunci("indikator", first, "realisasi_tw1"): Decimal("12.5"),
        Kunci("indikator", first, "keterangan_tw1"): "=HYPERLINK bukan rumus\nbaris dua",
        Kunci("indikator", second, "realisasi_tw1"): Decimal(7),
        Kunci("bukti", f"{first}|acuan|surat tugas.pdf", "bukti"): True}))
    return home


def test_blank_cells_are_filled_from_a_picked_file_and_read_back_as_they_were(
        kantor: KantorUji, meja: MejaUji, sumber: Path) -> None:
    own = kantor.waiting(ANALIS)
    meja.host.dipilih = sumber
    book = meja.open(own)
    code, told = meja.press("ambil-isian", book, True)
    assert code == 0
    assert told.startswith("4 isian diambil dari “rumah kerja.xlsx”: Realisasi TW I (2), Keterangan TW I (1), "
                           "Bukti Dukung (1). Periksa isinya, lalu simpan.")
    book.save()
    here, there = read(own), read(sumber)
    first, second = there.baris("indikator")[:2]
    for baris, kolom in ((first, "realisasi_tw1"), (first, "keterangan_tw1"), (second, "realisasi_tw1")):
        kunci = Kunci("indikator", baris, kolom)
        assert here.sel[kunci] == there.sel[kunci]
    assert here.baris("bukti") == there.baris("bukti")
    assert here.daftar_catatan == ()


def test_a_differing_cell_stays_unless_it_is_asked_for(kantor: KantorUji, meja: MejaUji, sumber: Path) -> None:
    first = read(sumber).baris("indikator")[0]
    kunci = Kunci("indikator", first, "realisasi_tw1")
    kantor.fill(ANALIS, {kunci: Decimal(99)})
    book, meja.host.dipilih = meja.open(kantor.waiting(ANALIS)), sumber
    meja.press("ambil-isian", book, True, False)
    assert f"- Realisasi TW I {first}: 99 menjadi 12,5" in meja.host.pertanyaan[0]
    letak = read(sumber).letak[kunci]
    cell = book.sheets[letak.lembar].range(letak.sel)
    assert cell.value == 99
    code, told = meja.press("ambil-isian", book, True)
    assert cell.value == 12.5
    assert (code, told.splitlines()[0]) == (
        0, "1 isian diambil dari “rumah kerja.xlsx”: Realisasi TW I (1). Periksa isinya, lalu simpan.")


def test_no_answer_takes_nothing(kantor: KantorUji, meja: MejaUji, sumber: Path) -> None:
    book, meja.host.dipilih = meja.open(kantor.waiting(ANALIS)), sumber
    assert meja.press("ambil-isian", book, False) == (0, "")
    assert not book.api.isModified()


def test_another_open_worksheet_is_offered_by_its_name_before_a_file_is(
        kantor: KantorUji, meja: MejaUji, sumber: Path) -> None:
    meja.open(sumber)
    book = meja.open(kantor.waiting(ANALIS))
    code, told = meja.press("ambil-isian", book, True, True)
    assert meja.host.pertanyaan[0] == "Ambil isian dari “rumah kerja.xlsx” yang sedang terbuka?"
    assert (code, told.split(":")[0]) == (0, "4 isian diambil dari “rumah kerja.xlsx”")
    assert meja.host.pola == ""


def test_a_file_that_is_no_worksheet_is_refused_in_plain_words(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("diperintahkan")
    other = tmp_path / "surat.xlsx"
    other.write_bytes(b"%PDF-1.4 surat")
    book, meja.host.dipilih = meja.open(kantor.waiting(ANALIS)), other
    code, told = meja.press("ambil-isian", book)
    assert (code, meja.judul) == (3, "Kinerja K402")
    assert "berkas ini dokumen PDF." in told


def test_nothing_is_taken_where_nobody_fills(kantor: KantorUji, meja: MejaUji) -> None:
    book = meja.open(kantor.waiting(KABID))
    code, told = meja.press("ambil-isian", book)
    assert (code, meja.judul) == (3, "Kinerja K642")
    assert told.startswith("Pada langkah ini data tidak diisi; yang mengisi ialah Analis dan Kasubid/Kasubag.")
    assert kantor.status(BERKAS) == "baru"
