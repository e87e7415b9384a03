"""The plan of a year, Rencana Aksi: its indicators and sub kegiatan, the years before, what a version changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.dasar import Dasar
from kinerja_xl.domain.indicators import Indikator, Nilai, SubKegiatan
from kinerja_xl.domain.periods import ROMAWI


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
