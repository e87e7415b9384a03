"""Indicators and sub kegiatan as the plan states them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Arah(StrEnum):
    """Whether a higher realisasi is better (positif) or worse (negatif)."""

    POSITIF = "positif"
    NEGATIF = "negatif"


class Perhitungan(StrEnum):
    """Jenis perhitungan over the quarters (domain facts 5.2)."""

    JUMLAH = "JUMLAH"  # quarterly targets add up to the year's
    POSISI = "POSISI"  # each target is the position reached by then
    RATA = "RATA"  # each quarter stands for the whole, the year is their mean
    AKHIR = "AKHIR"  # measured once, at the end of the year


class TingkatIndikator(StrEnum):
    """The level an indicator belongs to."""

    DINAS = "Dinas"
    BIDANG = "Bidang"
    SUB_BIDANG = "Sub Bidang"


@dataclass(frozen=True)
class Predikat:
    """A letter or word as a value: ``BB``, ``WTP``, ``Ada``; compared without case or outer blanks."""

    huruf: str

    def __str__(self) -> str:
        return self.huruf


@dataclass(frozen=True)
class Rentang:
    """A range as a target, both ends included: ``80–90``."""

    bawah: Decimal
    atas: Decimal


Nilai = Decimal | Predikat | Rentang
"""A target or a realisasi (a realisasi is never a Rentang)."""


@dataclass(frozen=True)
class Indikator:
    """One indicator of the plan (columns of domain facts 4.1); ``target_tw`` has four entries, None = not set."""

    kode: str
    nama: str
    satuan: str
    tingkat: TingkatIndikator
    bidang: str | None  # short name; None where the indicator is only gathered from others
    sub_bidang: str | None
    tujuan: str
    sasaran: str
    arah: Arah
    perhitungan: Perhitungan
    target_tahun: Nilai | None
    target_tw: tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None]
    iku: bool = False
    definisi: str = ""
    sumber_data: str = ""
    baseline: Nilai | None = None
    target_renstra: Nilai | None = None
    standar_nasional: Nilai | None = None
    program: str = ""  # code and name of the Program / Kegiatan / Sub Kegiatan that carries it
    rencana_aksi: str = ""
    pagu: Decimal | None = None
    penanggung_jawab: str = ""
    digabung_dari: tuple[str, ...] = ()  # codes of the indicators it is gathered from


@dataclass(frozen=True)
class SubKegiatan:
    """One sub kegiatan with its output indicator and pagu in full rupiah; codes are text, never numbers."""

    kode: str
    nama: str
    indikator: str
    satuan: str
    bidang: str
    sub_bidang: str | None
    target_tahun: Decimal | None
    target_tw: tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
    pagu: Decimal
    urusan: str = ""
    kode_program: str = ""
    program: str = ""
    kode_kegiatan: str = ""
    kegiatan: str = ""
