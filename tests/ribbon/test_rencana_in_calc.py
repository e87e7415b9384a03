"""Berlakukan Rencana in a real Calc: what is wrong is told at once, what is right lies in Perencanaan/Masuk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from kantor_jalan import KABID, KantorUji
from meja_uji import MejaUji, place_of

RENCANA = "Rencana Aksi 2026.xlsx"


def below(book: Any, lembar: str, judul: str) -> Any:
    """The first filled cell under a heading; a row that counts the columns, (1) (2) (3), is none."""
    cells = book.sheets[lembar].used_range
    rows = cells.options(ndim=2).value
    row, column = next((r, line.index(judul)) for r, line in enumerate(rows) if judul in line)
    found = next(r for r in range(row + 1, len(rows)) if rows[r][column] and not rows[r][column].startswith("("))
    return cells[found, column]


def test_a_plan_that_is_right_is_saved_and_handed_in(kantor: KantorUji, meja: MejaUji) -> None:
    path = kantor.akar / "Perencanaan" / RENCANA
    before = path.read_bytes()
    book = meja.open(path)
    name = below(book, "Indikator", "Indikator Kinerja")
    name.value = f"{name.value} (disempurnakan)"
    code, told = meja.press("berlakukan-rencana", book, True, True)
    assert meja.host.pertanyaan[0] == (
        f"Ada isian yang belum disimpan. Simpan “{RENCANA}” dahulu, lalu periksa dan berlakukan?")
    assert meja.host.pertanyaan[1].endswith(f"Serahkan “{RENCANA}” kepada layanan agar diberlakukan?")
    assert (code, told.splitlines()[0]) == (0, f"“{RENCANA}” sudah diserahkan ke Perencanaan/Masuk.")
    handed = kantor.akar / "Perencanaan" / "Masuk" / RENCANA
    assert handed.read_bytes() == path.read_bytes() != before


def test_what_is_wrong_is_told_with_its_cell_and_nothing_is_handed_in(kantor: KantorUji, meja: MejaUji) -> None:
    book = meja.open(kantor.akar / "Perencanaan" / RENCANA)
    cell = below(book, "Indikator", "Arah")
    cell.value = "naik turun"
    address = cell.address.replace("$", "")
    code, told = meja.press("berlakukan-rencana", book, True)
    assert (code, meja.judul) == (3, "Kinerja K653")
    assert told.startswith(f"Rencana Aksi ini belum dapat diberlakukan: 1 hal perlu diperbaiki. Indikator!{address}: ")
    assert place_of(book) == ("Indikator", address)
    assert kantor.files("Perencanaan/Masuk") == []


def test_declining_hands_nothing_in(kantor: KantorUji, meja: MejaUji) -> None:
    assert meja.press("berlakukan-rencana", meja.open(kantor.akar / "Perencanaan" / RENCANA), False) == (0, "")
    assert kantor.files("Perencanaan/Masuk") == []


def test_a_worksheet_is_no_plan(kantor: KantorUji, meja: MejaUji) -> None:
    code, told = meja.press("berlakukan-rencana", meja.open(kantor.waiting(KABID)))
    assert (code, meja.judul) == (3, "Kinerja K649")
    assert "bukan Rencana Aksi: lembar Indikator tidak ada." in told


def test_a_plan_at_home_has_no_office_to_be_handed_to(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    shutil.copy(kantor.akar / "Perencanaan" / RENCANA, tmp_path / RENCANA)
    code, told = meja.press("berlakukan-rencana", meja.open(tmp_path / RENCANA))
    assert (code, meja.judul) == (3, "Kinerja K644")
    assert "Simpan Rencana Aksi di folder Perencanaan" in told
