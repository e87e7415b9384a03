"""Buat Dokumen: the DRAF of this step's paper from the worksheet on screen; for the planner quarter and year."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_documents_path

from kinerja_xl.domain.naskah.dokumen import MILIK_KANTOR, papers_for, planners_papers
from kinerja_xl.domain.sop.sop import Status, next_kegiatan
from kinerja_xl.errors import NoPaperHere, NotALembarKerja, OutsideOffice
from kinerja_xl.faces.ribbon.meja import Meja, status_of
from kinerja_xl.faces.ribbon.perintah import clock_words, run_command
from kinerja_xl.faces.ribbon.riwayat import berkas_of
from kinerja_xl.faces.ribbon.salin import copy_into
from kinerja_xl.faces.ribbon.simpan import saved_first
from kinerja_xl.routing.folders import PERENCANAAN_FOLDER
from kinerja_xl.workbook import names

_FOLDER = "Kinerja"


def make_document(meja: Meja) -> int:
    """Make the draft in this user's documents, open it where Windows can, and say where it lies; return exit code 0."""
    akar = meja.tempat.akar
    if akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor",
                            akibat="rencana dan pengaturan untuk dokumennya tidak terjangkau",
                            langkah="Buka lembar kerja dari folder Masuk, lalu tekan Buat Dokumen sekali lagi.")
    daftar, words = _wanted(meja)
    if not saved_first(meja, "buat dokumennya"):
        return 0
    meja.show_status("Kinerja: membuat dokumen …")
    try:
        made = _make(meja, akar, daftar, (*words, *clock_words(akar)))
    finally:
        meja.show_status("")
    for path in made:
        open_file(path)
    meja.say(f"DRAF dibuat di folder {made[0].parent}: {', '.join(path.name for path in made)}.",
             "Baca DRAF itu; dokumen yang ditandatangani dibuat layanan setelah berkas diteruskan.")
    return 0


def _wanted(meja: Meja) -> tuple[Sequence[str], Sequence[str]]:
    """Which papers, and the words that name the quarter."""
    book = meja.sheets((names.DISPOSISI,))
    berkas, status, identity = berkas_of(meja, book), status_of(book), meja.lembar_kerja(book).identitas
    if identity.tahun is None or identity.triwulan is None:
        raise NotALembarKerja(nama=meja.nama, sebab="tahun atau triwulannya tidak terbaca pada lembar Disposisi")
    daftar = _papers_of(status, meja.tempat.peran, identity.triwulan)
    if not daftar:
        raise NoPaperHere(berkas=berkas, status=status.label if status else "tidak dikenal")
    return daftar, ("--tahun", str(identity.tahun), "--triwulan", str(identity.triwulan))


def _papers_of(status: Status | None, peran: str, triwulan: int) -> tuple[str, ...]:
    """The papers of the step; the planner has the quarter's also of what he has recommended already."""
    row = next_kegiatan(status) if status else None
    if row is None and peran.casefold() == PERENCANAAN_FOLDER.casefold():
        return planners_papers(triwulan)
    return papers_for(row.keluaran if row else None, triwulan)


def _make(meja: Meja, akar: Path, daftar: Sequence[str], words: Sequence[str]) -> list[Path]:
    documents = user_documents_path() / _FOLDER
    with tempfile.TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as place:
        for jenis in daftar:
            source = () if jenis in MILIK_KANTOR else ("--isian", str(meja.berkas))
            run_command("laporan", "-o", place, *words, *source, "--", jenis, akar)
        return [copy_into(path, documents, path.name, Path(documents.anchor)) for path in sorted(Path(place).iterdir())]


def open_file(path: Path) -> None:
    """Show a document that was made here in the program that Windows has for it; elsewhere the person opens it."""
    start = getattr(os, "startfile", None)
    if start is not None:
        start(path)
