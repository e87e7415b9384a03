"""What is right or wrong in the worksheet on screen, by the same pure functions as in the service (law 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinerja_xl.domain.catatan import Catatan, menolak, sorted_catatan
from kinerja_xl.domain.lembar.checks import check_catatan, check_isian, check_rights
from kinerja_xl.domain.lembar.checksum import checksum_of_others
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import Kegiatan
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.lembar.read_skala import read_checksum, read_rules

_DI_LUAR = "Berkas ini di luar folder kantor: perubahan pada isian milik pejabat lain tidak dapat diperiksa di sini."
_TANPA_ARSIP = "Versi terakhirnya di Arsip tidak terjangkau: perubahan pada isian milik pejabat lain belum diperiksa."
_BERUBAH = "Ada isian milik pejabat lain yang berubah; sel yang mana baru ditunjukkan setelah berkasnya diserahkan."


class Penilaian(NamedTuple):
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
    """Return what this Kegiatan would find in the worksheet."""
    lk = meja.lembar_kerja(book)
    skala, kebijakan = read_rules(book, meja.nama)
    found = [*check_isian(lk, kegiatan, skala, kebijakan), *check_catatan(lk, kegiatan)]
    rights, belum = _judge_rights(meja, lk, kegiatan, read_checksum(book))
    return Penilaian(book, lk, sorted_catatan([*found, *rights]), belum)


def _judge_rights(meja: Meja, lk: LembarKerja, kegiatan: Kegiatan, checksum: str) -> tuple[Sequence[Catatan], str]:
    """Return the catatan about what others own, and in a sentence what could not be judged.

    The last accepted version is read only where the checksum says that something of it changed, or is missing.
    """
    if kegiatan.peran is None or (checksum and checksum == checksum_of_others(lk, kegiatan)):
        return (), ""
    from kinerja_xl.faces.ribbon.pembanding import last_accepted

    akar = meja.tempat.akar
    lama = last_accepted(akar, lk.identitas) if akar else None
    if lama is None:
        return (), _BERUBAH if checksum else _TANPA_ARSIP if akar else _DI_LUAR
    return check_rights(lama, lk, kegiatan.peran, kegiatan), ""
