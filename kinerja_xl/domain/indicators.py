"""Indicators and sub kegiatan as the plan states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.dasar import Dasar
from kinerja_xl.domain.periods import ROMAWI


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


@dataclass(frozen=True)
class RiwayatCapaian:
    """What an indicator reached: in a whole year, or in a quarter (``triwulan`` 1..4) before the office began."""

    kode: str
    nama: str
    satuan: str
    tahun: int
    triwulan: int | None
    target: Nilai | None
    realisasi: Nilai | None
    keterangan: str = ""

    @property
    def waktu(self) -> str:
        """``2025``, or ``TW I 2026``."""
        return f"TW {ROMAWI[self.triwulan - 1]} {self.tahun}" if self.triwulan else str(self.tahun)


@dataclass(frozen=True)
class PerubahanRencana:
    """One value that a version of the plan changed: old and new as people read them, and why.

    In a row that the planner wrote, an empty ``kode`` or ``kolom`` stands for all of them, an empty ``lama`` or
    ``baru`` claims nothing.
    """

    kode: str  # of the indicator or sub kegiatan
    kolom: str  # the column's heading, such as "Target TW III" or "Pagu (Rp)"
    lama: str
    baru: str
    alasan: str = ""
    tanggal: date | None = None


@dataclass(frozen=True)
class RencanaAksi:
    """The plan of a year in one version; ``berlaku_mulai`` is the first quarter it is in force for."""

    tahun: int
    daftar_indikator: tuple[Indikator, ...]
    daftar_subkegiatan: tuple[SubKegiatan, ...]
    versi: int = 1
    dasar: Dasar | None = None
    berlaku_mulai: int = 1
    daftar_riwayat: tuple[RiwayatCapaian, ...] = ()
    daftar_perubahan: tuple[PerubahanRencana, ...] = ()  # against the version before, as the planner wrote them

    def of_unit(self, bidang: str, sub_bidang: str | None) -> RencanaAksi:
        """Return the part of the plan that one berkas carries; gathered indicators stand in no berkas."""
        return RencanaAksi(
            self.tahun,
            tuple(i for i in self.daftar_indikator
                  if not i.digabung_dari and (i.bidang, i.sub_bidang) == (bidang, sub_bidang)),
            tuple(s for s in self.daftar_subkegiatan if (s.bidang, s.sub_bidang) == (bidang, sub_bidang)),
            self.versi, self.dasar, self.berlaku_mulai, self.daftar_riwayat, self.daftar_perubahan)

    @property
    def daftar_unit(self) -> tuple[tuple[str, str | None], ...]:
        """The (bidang, sub bidang) pairs that have something to fill, in the plan's order."""
        units = [(i.bidang, i.sub_bidang) for i in self.daftar_indikator if i.bidang and not i.digabung_dari]
        units += [(s.bidang, s.sub_bidang) for s in self.daftar_subkegiatan]
        return tuple(dict.fromkeys((b, s) for b, s in units if b))
