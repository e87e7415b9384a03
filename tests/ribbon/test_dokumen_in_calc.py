"""Buat Dokumen in a real Calc: a draft in the person's own documents, from the worksheet on screen."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from kantor_jalan import ANALIS, KABID, KASUBID, PERENCANAAN, KantorUji
from meja_uji import MejaUji, note_cell

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

BAHAN = "Bahan Laporan Data Kinerja LINJAMSOS TW I 2026 DRAF.docx"


def documents(tmp_path: Path) -> Path:
    return tmp_path / "rumah" / "Dokumen" / "Kinerja"


def test_the_draft_shows_what_stands_on_screen_after_it_was_saved(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    path = kantor.waiting(ANALIS)
    lk = read_lembar_kerja(path.read_bytes(), "x")
    letak = lk.letak[Kunci("indikator", lk.baris("indikator")[0], "realisasi_tw1")]
    book = meja.open(path)
    book.sheets[letak.lembar].range(letak.sel).value = 1734
    code, told = meja.press("dokumen", book, True)
    assert meja.host.pertanyaan == [
        f"Ada isian yang belum disimpan. Simpan “{path.name}” dahulu, lalu buat dokumennya?"]
    assert code == 0
    assert told.startswith(f"DRAF dibuat di folder {documents(tmp_path)}: {BAHAN}.")
    text = show_file(documents(tmp_path) / BAHAN)
    assert "1.734" in text
    assert "DRAF – BELUM FINAL" in text
    assert read_lembar_kerja(path.read_bytes(), "x").value(
        "indikator", lk.baris("indikator")[0], "realisasi_tw1") == Decimal(1734)


def test_declining_to_save_makes_nothing(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = meja.open(kantor.waiting(KABID))
    note_cell(book).value = "Coretan."
    assert meja.press("dokumen", book, False) == (0, "")
    assert not documents(tmp_path).exists()


def test_an_approval_has_two_drafts_and_a_second_press_overwrites_neither(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("diajukan")
    book = meja.open(kantor.waiting(KABID))
    assert meja.press("dokumen", book)[0] == 0
    names = ["Disposisi 5 LINJAMSOS TW I 2026 DRAF.docx", "Laporan Data Kinerja LINJAMSOS TW I 2026 DRAF.docx"]
    assert sorted(path.name for path in documents(tmp_path).iterdir()) == names
    for name in names:
        (documents(tmp_path) / name).write_bytes(b"disunting orang")
    _, told = meja.press("dokumen", book)
    assert "Disposisi 5 LINJAMSOS TW I 2026 DRAF (2).docx" in told
    assert (documents(tmp_path) / names[0]).read_bytes() == b"disunting orang"


def test_the_planner_gets_the_draft_of_the_quarter(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("diterima_perencanaan")
    code, told = meja.press("dokumen", meja.open(kantor.waiting(PERENCANAAN)))
    assert (code, told.splitlines()[0]) == (
        0, f"DRAF dibuat di folder {documents(tmp_path)}: Laporan Triwulan I 2026 DRAF.docx.")


def test_a_step_that_brings_forth_no_paper_names_the_folder_of_the_ready_ones(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.play_to("disetujui")
    code, told = meja.press("dokumen", meja.open(kantor.waiting(KASUBID)))
    assert (code, meja.judul) == (3, "Kinerja K641")
    assert "Dokumen yang sudah ada tersimpan di folder Cetak bidang itu." in told
    assert not documents(tmp_path).exists()
