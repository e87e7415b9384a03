"""What is right or wrong in the worksheet on screen, by the same pure functions as in the service (law 6)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.catatan import Catatan, menolak, sorted_catatan
from kinerja_xl.domain.lembar.checks import check_catatan, check_isian, check_rights
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import Kegiatan
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.lembar.read_skala import read_rules

_DI_LUAR = "Berkas ini di luar folder kantor: perubahan pada isian milik pejabat lain tidak dapat diperiksa di sini."
_TANPA_ARSIP = "Versi terakhirnya di Arsip tidak terjangkau: perubahan pada isian milik pejabat lain belum diperiksa."


@dataclass(frozen=True)
class Penilaian:
    """A worksheet as read from the screen and its catatan; ``belum`` says in a sentence what could not be judged."""

    book: Sheets
    lk: LembarKerja
    daftar_catatan: tuple[Catatan, ...]
    belum: str = ""

    @property
    def menolak(self) -> bool:
        """Whether something has to be mended."""
        return menolak(self.daftar_catatan)


def judge(meja: Meja, book: Sheets, kegiatan: Kegiatan) -> Penilaian:
    """Return what this Kegiatan would find in the worksheet; rights are judged where the last version is in reach."""
    lk = meja.lembar_kerja(book)
    skala, kebijakan = read_rules(book, meja.nama)
    found = [*check_isian(lk, kegiatan, skala, kebijakan), *check_catatan(lk, kegiatan)]
    akar = meja.tempat.akar
    lama = _last_accepted(akar, lk) if akar else None
    if lama is not None and kegiatan.peran is not None:
        found += check_rights(lama, lk, kegiatan.peran, kegiatan)
    belum = "" if lama else _TANPA_ARSIP if akar else _DI_LUAR
    return Penilaian(book, lk, sorted_catatan(found), belum)


def _last_accepted(akar: Path, lk: LembarKerja) -> LembarKerja | None:
    from kinerja_xl.faces.ribbon.pembanding import last_accepted

    return last_accepted(akar, lk.identitas)
