"""What the service writes to people, as they read it: catatan in a worksheet, the reason beside a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kinerja_xl.domain.catatan import Tingkat
from kinerja_xl.workbook import names
from kinerja_xl.workbook.read_book import read_book


def read_catatan(path: Path) -> Iterator[str]:
    """Yield the catatan for which a worksheet was refused: ``C101 Lembar Kerja!O13: Isi “...”``."""
    book = read_book(path.read_bytes(), path.name, names.SHEETS)
    area = book.area(names.CATATAN_BARIS, names.CATATAN_PERBAIKAN)
    if area is None:
        return
    grid = book.grids[names.CATATAN_PERBAIKAN]
    for row in range(area.top, area.top + names.CATATAN_MAX):
        _, lembar, sel, tingkat, kode, pesan = (grid.value(row, area.left + n) for n in range(6))
        if tingkat == Tingkat.TOLAK.value:
            yield f"{kode} {lembar}!{sel}: {pesan}"


def read_alasan(path: Path) -> str:
    """Return code and reason of the letter beside a held file."""
    found = {}
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        label, _, teks = line.partition(":")
        found[label.strip()] = teks.strip()
    return f"{found['Kode']}: {found['Alasan']}"


def read_terbuka(path: Path) -> list[str]:
    """Return the lines of STATUS LAYANAN.txt about files that somebody has open, none where it is being replaced."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError:
        return []
    return [line.strip(" -") for line in lines if "masih dibuka oleh" in line]
