"""Documents of the sample office for the tests of this room, and the golden files they are compared with.

Run ``PERBARUI_GOLDEN=1 pytest tests/reports`` to write the golden files anew; then read the difference by eye.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from laporan_uji import DICETAK, PERIODE, RENCANA, at, daftar_berkas, keadaan, pengaturan

from kinerja_xl.domain.laporan.laporan_triwulan import LaporanTriwulan, laporan_triwulan
from kinerja_xl.domain.naskah.naskah_disposisi import NaskahDisposisi, naskah_disposisi
from kinerja_xl.domain.sop.sop import KEGIATAN, Status, Tindakan

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "workbook_templates"
GOLDEN = ROOT / "tests" / "golden"
TEMPLAT_LAPORAN = (TEMPLATES / "Laporan Triwulan.docx").read_bytes()
TEMPLAT_DISPOSISI = (TEMPLATES / "Lembar Disposisi.docx").read_bytes()


def laporan(*, final: bool = False, contoh: bool = True) -> LaporanTriwulan:
    return laporan_triwulan(pengaturan(contoh=contoh), RENCANA, PERIODE, daftar_berkas(), DICETAK, final)


def disposisi(tindakan: Tindakan, nomor: int, ke: Status, bidang: str, catatan: str = "") -> NaskahDisposisi:
    row = next(k for k in KEGIATAN if k.tindakan is tindakan and k.nomor == nomor)
    state = replace(keadaan(bidang), status=ke, versi=2, putaran=1)
    return naskah_disposisi(pengaturan(), state, row, waktu=at(12, 8), kode="7F3A-91C2", catatan=catatan)


def compare_golden(nama: str, teks: str) -> None:
    """Compare a dump with its golden file; with PERBARUI_GOLDEN=1 write the file instead."""
    path = GOLDEN / nama
    if os.environ.get("PERBARUI_GOLDEN") == "1":
        path.write_text(teks, encoding="utf-8", newline="\n")
    assert teks == path.read_text(encoding="utf-8"), f"{nama} differs: see PERBARUI_GOLDEN in dokumen_uji.py"


def part_of(data: bytes, nama: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(nama).decode("utf-8")


def change_part(data: bytes, nama: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed; the change must change something."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == nama:
                changed = change(content.decode("utf-8")).encode("utf-8")
                assert changed != content
                content = changed
            new.writestr(entry, content)
    return target.getvalue()
