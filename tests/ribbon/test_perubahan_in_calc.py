"""Lihat Perubahan in a real Calc: links to what changed on screen, and for who changed nothing, what the sender did."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, KantorUji
from meja_uji import MejaUji, place_of

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


def first_realisasi(path: Path) -> tuple[str, Any]:
    """The code of the first indicator and where its realisasi stands."""
    lk = read_lembar_kerja(path.read_bytes(), path.name)
    kode = lk.baris("indikator")[0]
    return kode, lk.letak[Kunci("indikator", kode, "realisasi_tw1")]


def listed(book: Any) -> list[list[Any]]:
    """The rows of Catatan Perbaikan that hold something."""
    rows = book.names["catatan_baris"].refers_to_range.options(ndim=2).value
    return [row for row in rows if row[0]]


def heading(book: Any) -> str:
    return str(book.names["catatan_judul"].refers_to_range.value)


def test_an_unsaved_change_is_listed_with_its_cell(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("bahan_diserahkan")
    path = kantor.waiting(KASUBID)
    kode, letak = first_realisasi(path)
    book = meja.open(path)
    book.sheets[letak.lembar].range(letak.sel).value = 21
    code, told = meja.press("perubahan", book)
    assert (code, told.split(" Daftarnya")[0]) == (0, "1 isian berubah sejak versi 4 diterima.")
    # good_values of the Analis filled 20
    assert [row[1:] for row in listed(book)] == [
        [letak.lembar, letak.sel, "info", "C650", f"Perubahan: Realisasi TW I {kode} dari “20” menjadi “21”."]]
    assert heading(book) == "1 perubahan isian sejak versi 4."
    assert place_of(book)[0] == "Catatan Perbaikan"


def test_who_has_changed_nothing_sees_what_the_sender_changed(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("bahan_diserahkan")
    kode, letak = first_realisasi(kantor.waiting(KASUBID))
    kantor.act(KASUBID, "Kirim", {Kunci("indikator", kode, "realisasi_tw1"): Decimal(23)})
    assert kantor.status(BERKAS) == "diajukan"
    book = meja.open(kantor.waiting(KABID))
    _, told = meja.press("perubahan", book)
    assert told.startswith("Belum ada isian yang berubah sejak versi 5 ini diterima. Dari versi 4 ke versi 5 berubah 1 "
                           "isian.")
    assert [row[2:] for row in listed(book)] == [
        [letak.sel, "info", "C650", f"Perubahan: Realisasi TW I {kode} dari “20” menjadi “23”."]]


def test_nothing_changed_says_so_and_leaves_the_catatan_alone(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("ditugaskan")
    book = meja.open(kantor.waiting(KASUBID))
    before = heading(book)
    code, told = meja.press("perubahan", book)
    assert (code, told) == (0, "Belum ada isian yang berubah sejak versi 2 ini diterima. Versi 2 juga tidak mengubah "
                               "isian versi 1.")
    assert (heading(book), book.api.isModified()) == (before, False)


def test_a_version_that_the_archive_lost_is_named(kantor: KantorUji, meja: MejaUji) -> None:
    shutil.rmtree(kantor.akar / "Arsip" / "2026" / "TW I" / "LINJAMSOS")
    code, told = meja.press("perubahan", meja.open(kantor.waiting(KABID)))
    assert (code, meja.judul) == (3, "Kinerja K650")
    assert told.startswith(f"Versi 1 berkas {BERKAS} tidak ditemukan di Arsip.")


def test_outside_the_office_there_is_nothing_to_compare_with(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("diperintahkan")
    shutil.copy(kantor.waiting(ANALIS), tmp_path / "rumah.xlsx")
    code, told = meja.press("perubahan", meja.open(tmp_path / "rumah.xlsx"))
    assert (code, meja.judul) == (3, "Kinerja K644")
    assert "versi di Arsip yang menjadi pembandingnya tidak terjangkau" in told
