"""The planner's buttons in a real Calc: what the installed command does, and what it cannot do from another PC."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from kantor_jalan import BERKAS, KASUBID, LEMBAR, KantorUji
from meja_uji import MejaUji, note_cell, place_of

from kinerja_xl.routing.marker import read_marker

ALASAN = "Angka bulan Maret dikoreksi."


@pytest.fixture
def di_layanan(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> KantorUji:
    """The office as seen from the service's PC: its data lie where the command looks for them."""
    assert meja.opened == []
    place = tmp_path / "rumah" / "data" / "kinerja_xl" / read_marker(kantor.akar)
    shutil.move(kantor.data, place)
    kantor.data = place
    return kantor


def recommended(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> Any:
    """A writable copy of the recommended worksheet, open in the planner's folder."""
    kantor.play_to("direkomendasikan")
    path = kantor.akar / "Perencanaan" / "Buka kembali.xlsx"
    path.write_bytes((kantor.akar / "Perencanaan" / "Terkirim" / LEMBAR).read_bytes())
    assert tmp_path in path.parents
    return meja.open(path)


def test_a_recommended_berkas_is_opened_again_with_the_note_as_its_reason(
        di_layanan: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = recommended(di_layanan, meja, tmp_path)
    note_cell(book).value = ALASAN
    code, told = meja.press("buka-kembali", book, True)
    assert meja.host.pertanyaan == [f"Buka kembali berkas {BERKAS}?\n\nAlasan yang dicatat: {ALASAN}"]
    assert (code, told.splitlines()[0]) == (0, f"{BERKAS}: buka kembali. Status sekarang: Dikembalikan.")
    assert (di_layanan.status(), di_layanan.acts()[-1]["catatan"]) == ("dikembalikan", ALASAN)
    assert di_layanan.files(f"{KASUBID}/Masuk") == [LEMBAR]


def test_no_reason_no_act_and_the_note_is_brought_to_the_front(
        di_layanan: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = recommended(di_layanan, meja, tmp_path)
    note_cell(book).value = None
    code, told = meja.press("buka-kembali", book)
    assert (code, meja.judul) == (3, "Kinerja K647")
    assert told.startswith("Buka kembali memerlukan alasan.\n\nLangkah berikut: Tulis alasannya pada Catatan Anda")
    assert place_of(book) == ("Disposisi", note_cell(book).address.replace("$", "").split(":")[0])
    assert di_layanan.status() == "direkomendasikan"


def test_what_the_sop_does_not_know_is_told_in_the_commands_words(
        di_layanan: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = recommended(di_layanan, meja, tmp_path)
    note_cell(book).value = ALASAN
    code, told = meja.press("batalkan", book, True)
    assert (code, meja.judul) == (3, "Kinerja K651")
    assert told.startswith(f"Tindakan batalkan tidak dapat dilakukan: berkas {BERKAS} berstatus Direkomendasikan. "
                           "(K909)\n\nLangkah berikut: Lihat kedudukan berkas dengan: kinerja status")


def test_on_another_pc_it_is_told_where_the_act_is_done(
        kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = recommended(kantor, meja, tmp_path)
    note_cell(book).value = ALASAN
    code, told = meja.press("tutup-tanpa-data", book, True)
    assert (code, meja.judul) == (3, "Kinerja K648")
    assert told.startswith("Tutup tanpa data hanya dapat dilakukan di komputer layanan.")
    assert f'kinerja tutup-tanpa-data "{kantor.akar}" {BERKAS} --catatan' in told


def test_thinking_better_of_it_changes_nothing(di_layanan: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    book = recommended(di_layanan, meja, tmp_path)
    note_cell(book).value = ALASAN
    assert meja.press("buka-kembali", book, False) == (0, "")
    assert di_layanan.status() == "direkomendasikan"
