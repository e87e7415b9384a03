"""Writes docs/galat.md, sop.md and teks.md from the code; ``--check`` only says whether they are up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kinerja_xl.domain.alasan import JENIS_ALASAN
from kinerja_xl.domain.catatan import JENIS_CATATAN
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Status
from kinerja_xl.errors import KinerjaError
from kinerja_xl.workbook.settings.default_office import MUTU_BAKU

sys.path.insert(0, str(Path(__file__).parent))  # where a test loads this file by its path
from staff_texts import staff_texts

HERE = Path(__file__).parent
MADE = "<!-- dibuat oleh docs/make_pages.py; jangan diubah dengan tangan -->\n"


def every_error(root: type[KinerjaError] = KinerjaError) -> Iterator[type[KinerjaError]]:
    """Yield each error class that has a code of its own, in the order of the codes."""
    found = {root}
    for branch in root.__subclasses__():
        found.update(every_error(branch))
    yield from sorted((error for error in found if "code" in vars(error)), key=lambda error: error.code)


def table(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


def galat() -> str:
    """Return the page of every coded message."""
    errors = [(e.code, e.pattern, e.hint) for e in every_error()]
    notes = [(j.kode, j.tingkat.value, j.pola) for j in JENIS_CATATAN.values()]
    reasons = [(j.kode, j.pola, j.pola_petunjuk) for j in JENIS_ALASAN.values()]
    return "\n".join([
        "# Pesan dan kodenya\n", MADE,
        "Setiap pesan mengatakan apa yang terjadi, di mana, dan satu langkah berikutnya. Bagian dalam kurung kurawal "
        "diganti dengan nama berkas, lembar, sel, atau angkanya.\n",
        "## Pekerjaan berhenti (K)\n", table(("Kode", "Pesan", "Langkah berikut"), errors),
        "## Catatan perbaikan dalam lembar kerja (C)\n",
        "`tolak` berarti lembar kerja kembali ke Masuk; `peringatan` dan `info` tidak menahan.\n",
        table(("Kode", "Tingkat", "Catatan"), notes),
        "## Alasan berkas ditahan (H, dan K4xx)\n", table(("Kode", "Alasan", "Langkah berikut"), reasons)])


def sop() -> str:
    """Return the SOP page."""
    rows = [row_of(row) for row in KEGIATAN]
    return "\n".join([
        "# SOP Pengumpulan Data Kinerja\n", MADE,
        "Tabel ini dibuat dari `kinerja_xl/domain/sop/sop.py`; folder, tombol, dan tenggat diturunkan dari tabel yang "
        "sama. Waktu adalah Mutu Baku bawaan; kantor dapat mengubahnya di Pengaturan.\n",
        table(("Kegiatan", "Pelaksana", "Tindakan", "Folder", "Dari status", "Ke status", "Diteruskan kepada", "Waktu",
               "Keluaran", "Catatan wajib"), rows)])


def row_of(row: Kegiatan) -> tuple[str, ...]:
    """Return one row of the SOP page."""
    waktu = str(MUTU_BAKU[row.mutu_baku]) if row.mutu_baku else "–"
    return (str(row.nomor or "di luar SOP"), row.peran.value if row.peran else "pengirim", row.tindakan.value,
            row.jalan.value, *statuses_of(row), receiver_of(row),
            waktu, row.keluaran or "–", "ya" if row.catatan_wajib else "tidak")


def receiver_of(row: Kegiatan) -> str:
    """Return who gets the berkas."""
    if row.tujuan:
        return row.tujuan.value
    return "arsip" if row.peran else "pengirim"


def statuses_of(row: Kegiatan) -> tuple[str, str]:
    """Return from which status a row goes to which; the row about the year waits for every berkas."""
    if not row.dari:
        return "semua berkas selesai", "tahun ditutup"
    before = ", ".join(status.label for status in Status if status in row.dari)
    return ("setiap status yang masih terbuka" if len(row.dari) > 3 else before,
            row.ke.label if row.ke else "status sebelumnya")


def teks() -> str:
    """Return the page of every text that staff can read, by where it stands."""
    places = (f"## {place}\n\n" + "".join(f"- {' ⏎ '.join(text.splitlines())}\n" for text in texts)
              for place, texts in staff_texts().items() if not place.startswith("panduan"))
    return "\n".join([
        "# Semua teks bagi pegawai\n", MADE,
        "Untuk dibaca ulang: setiap teks yang dapat dilihat pegawai, menurut tempatnya. Bagian dalam kurung kurawal "
        "diganti dengan nama, sel, atau angka; ⏎ adalah baris baru. Panduan tidak diulang di sini.\n", *places])


PAGES = {"galat.md": galat, "sop.md": sop}
TO_READ = {"teks.md": teks}
"""Made for whoever reads the texts over; not kept, for every change of a text would change it."""


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them with what would be written; return 1 where one differs."""
    stale = [name for name, make in PAGES.items()
             if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != make()]
    if "--check" in arguments:
        print("\n".join(f"docs/{name} is out of date: run python docs/make_pages.py" for name in stale))
        return int(bool(stale))
    for name, make in (PAGES | TO_READ).items():
        (HERE / name).write_text(make(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
