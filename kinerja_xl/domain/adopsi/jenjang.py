"""Which level of the plan a name stands for: by its column, its first words, its code, and what stands above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.istilah import Arti

URUTAN = (Jenis.TUJUAN, Jenis.SASARAN, Jenis.URUSAN, Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
_ANGGARAN = (Jenis.URUSAN, Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)
_AWAL = ((Jenis.SUB_KEGIATAN, r"sub[ -]?kegiatan\b"), (Jenis.KEGIATAN, r"kegiatan\b"), (Jenis.PROGRAM, r"program\b"),
         (Jenis.URUSAN, r"(?:bidang )?urusan\b|unsur\b|fungsi penunjang\b|non urusan\b|belanja langsung urusan\b"),
         (Jenis.SASARAN, r"sasaran(?: strategis)?\b"), (Jenis.TUJUAN, r"tujuan\b"))
_LABEL = re.compile(r"(?:tujuan|sasaran(?: strategis)?|program|kegiatan|sub kegiatan|urusan)\s*"
                    r"(?:[ivx]+|\d+(?:\.\d+)*)?\s*[:.]\s*", re.IGNORECASE)
_HASIL = re.compile(r"(?:meningkat|menurun|menguat|membaik|berkurang|optimal|terwujud|tercapai|tercipta|terpenuhi"
                    r"|terlaksana|terselenggara)nya\b", re.IGNORECASE)
"""A result that is reached: so sasaran are worded, and no programme or kegiatan."""
_NOMOR = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=[^\W\d_])", re.IGNORECASE)
_KODE_DALAM = re.compile(r"((?:\d+|[xX]{1,2})(?:\.(?:\d+|[xX]{1,2}))+)\.?\s*[-–:]?\s+(\S.*)")
_KODE_BARU = re.compile(r"(?:\d|[xX])(?:\.(?:\d{2}|[xX]{2})(?:\.\d{2}(?:\.\d\.\d{2}(?:\.\d{2,4})?)?)?)?")
"""Codes since Permendagri 90/2019: urusan 1, bidang urusan 1.06, program, kegiatan with ``2.01``, sub kegiatan."""
_JENIS_KODE = {0: Jenis.URUSAN, 1: Jenis.URUSAN, 2: Jenis.PROGRAM, 4: Jenis.KEGIATAN, 5: Jenis.SUB_KEGIATAN}


def split_code(teks: str) -> tuple[str, str]:
    """Return the code that stands before a name in one cell, "" where none does, and the name."""
    match = _KODE_DALAM.fullmatch(teks)
    return (match[1], match[2]) if match else ("", teks)


def without_number(teks: str) -> str:
    """Return an indicator without the number that lists it: ``1. Persentase …``, ``b) Jumlah …``."""
    return _NOMOR.sub("", teks, count=1) or teks


def without_label(teks: str) -> str:
    """Return a name without the label before it: ``Sasaran 1: Meningkatnya …``."""
    return _LABEL.sub("", teks, count=1) or teks


def level_by_label(teks: str) -> Jenis | None:
    """Return the level that the first words of a name tell, None where they tell none."""
    return next((jenis for jenis, pola in _AWAL if re.match(pola, teks, re.IGNORECASE)), None)


@dataclass
class Jenjang:
    """The names that hold at a row, by level, while rows are read from top to bottom."""

    menyebut_sub: bool = False  # whether the headings speak of sub kegiatan
    nama: dict[Jenis, str] = field(default_factory=dict)
    kode: dict[Jenis, str] = field(default_factory=dict)

    def level_of(self, arti: Arti, teks: str, kode: str, bare: bool,
                 inden: Jenis | None = None) -> tuple[Jenis, bool]:
        """Return the level of a name and whether that is certain; ``bare``: no indicator and no figure beside it.

        ``inden``: what its indent says, which counts where its words and its code say nothing.
        """
        if arti is not Arti.URAIAN:
            return Jenis(arti.value), True
        if jenis_label := level_by_label(teks):
            return jenis_label, True
        if jenis_kode := self._by_code(kode):
            return jenis_kode, True
        if inden is not None:
            return inden, True
        if _HASIL.match(teks):
            return Jenis.SASARAN, True
        if Jenis.PROGRAM not in self.nama:
            return (Jenis.URUSAN, True) if bare else (Jenis.PROGRAM, False)
        return Jenis.KEGIATAN, not self.menyebut_sub

    def _by_code(self, kode: str) -> Jenis | None:
        if _KODE_BARU.fullmatch(kode) and (kode.count(".") != 3):
            return _JENIS_KODE.get(kode.count("."))
        for jenis, below in ((Jenis.KEGIATAN, Jenis.SUB_KEGIATAN), (Jenis.PROGRAM, Jenis.KEGIATAN)):
            if self.kode.get(jenis) and kode.startswith(self.kode[jenis] + "."):
                return below if below is not Jenis.SUB_KEGIATAN or self.menyebut_sub else Jenis.KEGIATAN
        return None

    def enter(self, jenis: Jenis, nama: str, kode: str) -> None:
        """Take a new name at its level; lower levels of its kind end."""
        chain = _ANGGARAN if jenis in _ANGGARAN else (Jenis.TUJUAN, Jenis.SASARAN)
        for lower in chain[chain.index(jenis):]:
            self.nama.pop(lower, None)
            self.kode.pop(lower, None)
        self.nama[jenis] = nama
        if kode:
            self.kode[jenis] = kode
