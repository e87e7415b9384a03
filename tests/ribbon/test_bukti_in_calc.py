"""Lampirkan Bukti in a real Calc: the file in the indicator's folder, the row in the register."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from kantor_jalan import ANALIS, KantorUji
from meja_uji import MejaUji, place_of

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

BUKTI = "LINJAMSOS/Bukti Dukung/2026 TW I"


@pytest.fixture
def analis(kantor: KantorUji) -> KantorUji:
    kantor.play_to("diperintahkan")
    return kantor


def pdf(folder: Path, nama: str, isi: bytes = b"%PDF-1.4 bukti") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / nama).write_bytes(isi)
    return folder / nama


def select_first(kantor: KantorUji, book: Any) -> str:
    """Select a cell in the row of the first indicator and return its code."""
    path = next((kantor.akar / ANALIS / "Masuk").glob("Lembar Kerja*.xlsx"))  # its lock lies beside it
    lk = read_lembar_kerja(path.read_bytes(), "x")
    kode = lk.baris("indikator")[0]
    letak = lk.letak[Kunci("indikator", kode, "keterangan_tw1")]
    sheet = book.sheets[letak.lembar]
    sheet.activate()
    sheet.range(letak.sel).select()
    return kode


def own_folder(kantor: KantorUji, kode: str) -> Path:
    return next(path for path in (kantor.akar / BUKTI).iterdir() if path.name.startswith(f"{kode} "))


def test_a_file_is_copied_to_the_selected_indicator_and_entered(
        analis: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    path = analis.waiting(ANALIS)
    book = meja.open(path)
    kode = select_first(analis, book)
    meja.host.dipilih = pdf(tmp_path / "unduhan", "surat.pdf")
    code, told = meja.press("bukti", book)
    folder = own_folder(analis, kode)
    assert (folder / "surat.pdf").read_bytes() == b"%PDF-1.4 bukti"
    assert code == 0
    assert told.startswith(f"“surat.pdf” disalin sebagai {BUKTI}/{folder.name}/surat.pdf dan tercatat di lembar "
                           f"Bukti Dukung untuk {kode}.\n\nLangkah berikut: Simpan lembar kerja ini;")
    assert place_of(book)[0] == "Bukti Dukung"
    book.save()
    assert read_lembar_kerja(path.read_bytes(), "x").baris("bukti") == (f"{kode}|bukti|surat.pdf",)


def test_another_file_of_the_same_name_gets_a_number_and_a_row_of_its_own(
        analis: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    path = analis.waiting(ANALIS)
    book = meja.open(path)
    for folder, isi in (("a", b"%PDF satu"), ("b", b"%PDF dua"), ("c", b"%PDF satu")):
        kode = select_first(analis, book)
        meja.host.dipilih = pdf(tmp_path / folder, "foto.pdf", isi)
        assert meja.press("bukti", book)[0] == 0
    assert sorted(path.name for path in own_folder(analis, kode).iterdir()) == ["foto (2).pdf", "foto.pdf"]
    book.save()
    rows = read_lembar_kerja(path.read_bytes(), "x").baris("bukti")
    assert rows == (f"{kode}|bukti|foto.pdf", f"{kode}|bukti|foto (2).pdf")


def test_a_missing_folder_is_made_again(analis: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = meja.open(analis.waiting(ANALIS))
    kode = select_first(analis, book)
    folder = own_folder(analis, kode)
    folder.rmdir()
    meja.host.dipilih = pdf(tmp_path / "a", "foto.pdf")
    assert meja.press("bukti", book)[0] == 0
    assert (folder / "foto.pdf").is_file()


def test_what_is_no_evidence_is_not_copied(analis: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = meja.open(analis.waiting(ANALIS))
    kode = select_first(analis, book)
    meja.host.dipilih = pdf(tmp_path / "a", "pemasang.exe")
    code, told = meja.press("bukti", book)
    assert (code, meja.judul) == (3, "Kinerja K645")
    assert told.startswith("Berkas “pemasang.exe” tidak dapat dilampirkan: jenis berkas “exe” bukan dokumen atau "
                           "gambar.\n\nLangkah berikut: Pilih berkas PDF, gambar, Word, Excel, atau PowerPoint")
    assert list(own_folder(analis, kode).iterdir()) == []


def test_a_row_without_an_indicator_is_no_place_for_evidence(analis: KantorUji, meja: MejaUji) -> None:
    book = meja.open(analis.waiting(ANALIS))
    book.sheets["Disposisi"].activate()
    book.sheets["Disposisi"].range("A1").select()
    code, told = meja.press("bukti", book)
    assert (code, meja.judul) == (3, "Kinerja K643")
    assert told.startswith("Belum ada indikator yang dipilih untuk buktinya.")


def test_outside_the_office_it_is_told_how(
        analis: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    home = tmp_path / "rumah kerja.xlsx"
    shutil.copy(analis.waiting(ANALIS), home)
    book = meja.open(home)
    code, told = meja.press("bukti", book)
    assert (code, meja.judul) == (3, "Kinerja K644")
    assert "salin sendiri berkasnya ke folder Bukti Dukung di kantor" in told


def test_cancelling_the_dialog_changes_nothing(analis: KantorUji, meja: MejaUji) -> None:
    book = meja.open(analis.waiting(ANALIS))
    select_first(analis, book)
    assert meja.press("bukti", book) == (0, "")
    assert not book.api.isModified()
