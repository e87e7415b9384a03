"""The paper that a version of the plan rests on: which kind, its number and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja_xl.domain.periods import tanggal_panjang


class JenisDasar(StrEnum):
    """The kinds of paper, by the short names that an office uses for them (contract section 3)."""

    PK = "PK"
    PK_PERUBAHAN = "PK Perubahan"
    DPA = "DPA"
    PERGESERAN = "Pergeseran"
    DPPA = "DPPA"

    @property
    def sebutan(self) -> str:
        """The name in full, as papers print it."""
        return _SEBUTAN[self]


_SEBUTAN = {
    JenisDasar.PK: "Perjanjian Kinerja",
    JenisDasar.PK_PERUBAHAN: "Perjanjian Kinerja Perubahan",
    JenisDasar.DPA: "Dokumen Pelaksanaan Anggaran",
    JenisDasar.PERGESERAN: "Pergeseran Anggaran",
    JenisDasar.DPPA: "Dokumen Pelaksanaan Perubahan Anggaran",
}


@dataclass(frozen=True)
class Dasar:
    """What a version of the plan rests on; ``nomor`` empty and ``tanggal`` None where they are not known yet."""

    jenis: JenisDasar
    nomor: str = ""
    tanggal: date | None = None

    def __str__(self) -> str:
        """``Perjanjian Kinerja Perubahan Nomor 12/PK/2026 tanggal 3 Agustus 2026``; what is not known is left out."""
        nomor = f" Nomor {self.nomor}" if self.nomor else ""
        tanggal = f" tanggal {tanggal_panjang(self.tanggal)}" if self.tanggal else ""
        return f"{self.jenis.sebutan}{nomor}{tanggal}"
