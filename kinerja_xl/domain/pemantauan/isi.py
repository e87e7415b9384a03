"""What Pemantauan.xlsx says, as values; a smaller one holds the rows of one bidang."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import total_anggaran
from kinerja_xl.domain.capaian.capaian import compute_indikator
from kinerja_xl.domain.capaian.rollup import rollup
from kinerja_xl.domain.indicators import Perhitungan
from kinerja_xl.domain.laporan.waktu_tahap import WaktuTahap
from kinerja_xl.domain.lembar.completeness import is_filled
from kinerja_xl.domain.lembar.isian import anggaran_of, bukti_of, realisasi_of
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.office import Pengaturan, Waktu
from kinerja_xl.domain.pemantauan.matriks import SelTahap
from kinerja_xl.domain.pengingat.sisa import Sisa
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.sop import Tindakan


@dataclass(frozen=True)
class Kelengkapan:
    """What the last accepted version of a worksheet holds so far.

    ``terisi`` of ``indikator`` that this quarter asks for have a realisasi, ``berbukti`` of those evidence; capaian and
    serapan in per cent, amounts in full rupiah.
    """

    indikator: int
    terisi: int
    berbukti: int
    capaian: Decimal | None
    kategori: str
    pagu: Decimal
    realisasi: Decimal | None
    serapan: Decimal | None


def measure_isian(lk: LembarKerja, plan: RencanaAksi, triwulan: int, pengaturan: Pengaturan) -> Kelengkapan:
    """Return how complete a worksheet is and what it says so far; ``plan`` is its unit's part of the plan."""
    asked = [i.kode for i in plan.daftar_indikator if i.perhitungan is not Perhitungan.AKHIR or triwulan == 4]
    filled = [kode for kode in asked if is_filled(lk, kode, triwulan)]
    registered = {indikator for indikator, _, berkas in bukti_of(lk) if berkas}
    results = [compute_indikator(i, realisasi_of(lk, i.kode), triwulan, pengaturan.skala)
               for i in plan.daftar_indikator]
    mean = rollup(results, pengaturan.kebijakan, pengaturan.skala)
    spent = total_anggaran([anggaran_of(lk, sub) for sub in plan.daftar_subkegiatan])
    return Kelengkapan(len(asked), len(filled), sum(kode in registered for kode in filled), mean.rata,
                       mean.kategori.nama if mean.kategori else "", spent.pagu, spent.rp_sd, spent.serapan)


@dataclass(frozen=True)
class BarisPemantauan:
    """One berkas: ``pemegang`` is the role folder and ``pejabat`` who holds the post today, "" once it has ended.

    ``tautan`` is the path, relative to the root, of the holder's file or of the archive.
    """

    berkas: str
    periode: Periode
    bidang: str
    unit: str
    kode_unit: str
    status: str
    pemegang: str
    pejabat: str
    diterima: datetime
    tenggat: date | None
    rencana: date | None
    sisa: Sisa
    versi: int
    putaran: int
    pengembalian: int
    tahap: tuple[SelTahap, ...]
    waktu: Mapping[Tindakan, WaktuTahap]
    isian: Kelengkapan
    tautan: str


@dataclass(frozen=True)
class BarisJejak:
    """One act in the history."""

    waktu: datetime
    berkas: str
    bidang: str
    tindakan: str
    pejabat: str
    versi: int
    status: str
    menit: int | None
    terlambat: bool
    catatan: str
    kode: str


@dataclass(frozen=True)
class IsiPemantauan:
    """Everything on the sheets: the quarters of the year and older ones under way, latest first; acts, latest first."""

    judul: str
    instansi: str
    contoh: bool
    hari: date
    daftar_periode: tuple[Periode, ...]
    daftar_baris: tuple[BarisPemantauan, ...]
    riwayat: tuple[BarisJejak, ...]
    mutu_baku: Mapping[str, Waktu]

    def of_bidang(self, bidang: str, nama: str) -> IsiPemantauan:
        """Return what concerns one bidang."""
        rows = tuple(row for row in self.daftar_baris if row.bidang == bidang)
        shown = {row.periode for row in rows}
        return replace(self, judul=f"{self.judul} {nama}", daftar_baris=rows,
                       daftar_periode=tuple(p for p in self.daftar_periode if p in shown),
                       riwayat=tuple(row for row in self.riwayat if row.bidang == bidang))

    def of_periode(self, periode: Periode) -> tuple[BarisPemantauan, ...]:
        """Return the rows of one quarter."""
        return tuple(row for row in self.daftar_baris if row.periode == periode)
