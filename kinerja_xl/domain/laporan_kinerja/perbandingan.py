"""The year's realisasi against its target, the end of Renstra and the national standard (analyses 1, 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import Capaian, HasilIndikator, KeadaanCapaian, compute_capaian
from kinerja_xl.domain.indicators import Indikator, Nilai, Perhitungan, Predikat
from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan, Letak, Posisi, compare_letak, judge_posisi
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import find_tahun
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian


@dataclass(frozen=True)
class TerhadapAcuan:
    """A realisasi held against a target, the end of Renstra or a standard (``acuan``).

    ``posisi`` compares the values as printed, ``capaian`` is in per cent by the formula of domain facts 5.1;
    ``kategori`` stands only beside the year's own target.
    """

    indikator: Indikator
    tahun: int
    acuan: Nilai
    realisasi: Nilai
    letak: Letak
    posisi: Posisi
    capaian: Capaian
    kategori: Kategori | None = None

    @property
    def persen(self) -> Decimal | None:
        """The capaian where a sentence may state it: neither against zero nor between letters."""
        return None if self.acuan == 0 or isinstance(self.acuan, Predikat) else self.capaian.nilai

    @property
    def is_terpenuhi(self) -> bool:
        """Whether what is asked for was reached or passed."""
        return self.posisi is not Posisi.BELUM


@dataclass(frozen=True)
class TanpaStandar:
    """The plan names no national standard for the indicator."""

    indikator: Indikator


def compare_target(hasil: HasilIndikator, tahun: int, skala: Skala) -> TerhadapAcuan | Kekurangan:
    """Return analysis 1: the realisasi of ``tahun`` against its target; ``hasil`` is that of TW IV."""
    if hasil.indikator.target_tahun is None:
        return Kekurangan(f"target tahun {tahun} belum ditetapkan")
    return _compare(hasil, tahun, hasil.indikator.target_tahun, hasil.realisasi_sd, hasil.capaian_tahun, skala,
                    hasil.kategori_tahun)


def compare_standar(hasil: HasilIndikator, tahun: int, skala: Skala) -> TerhadapAcuan | TanpaStandar | Kekurangan:
    """Return analysis 4: the realisasi of ``tahun`` against the national standard, where the plan names one."""
    if hasil.indikator.standar_nasional is None:
        return TanpaStandar(hasil.indikator)
    return _compare_with(hasil, tahun, hasil.indikator.standar_nasional, hasil.realisasi_sd, skala)


def compare_renstra(hasil: HasilIndikator, tahun: int, skala: Skala, daftar_riwayat: Iterable[RiwayatCapaian] = (),
                    awal_renstra: int | None = None) -> TerhadapAcuan | Kekurangan:
    """Return analysis 3: what was reached until ``tahun`` against the target at the end of Renstra.

    ``capaian`` is the "tingkat kemajuan" of table T3 (domain facts 5.5), for a negative indicator by the formula for
    negative ones. An indicator that adds up (JUMLAH) is held against it with the sum of all years since
    ``awal_renstra``, the first year of the Renstra; one year that is missing leaves the sum unknown.
    """
    acuan = hasil.indikator.target_renstra
    if acuan is None:
        return Kekurangan("target akhir Renstra belum tercatat dalam rencana")
    if hasil.realisasi_sd is None or hasil.indikator.perhitungan is not Perhitungan.JUMLAH:
        return _compare_with(hasil, tahun, acuan, hasil.realisasi_sd, skala)
    total = _sum_years(hasil, tahun, daftar_riwayat, awal_renstra)
    return total if isinstance(total, Kekurangan) else _compare_with(hasil, tahun, acuan, total, skala)


def _sum_years(hasil: HasilIndikator, tahun: int, daftar_riwayat: Iterable[RiwayatCapaian],
               awal_renstra: int | None) -> Decimal | Kekurangan:
    if awal_renstra is None or awal_renstra > tahun:
        return Kekurangan("tahun awal Renstra belum ditetapkan")
    riwayat = tuple(daftar_riwayat)
    values: list[Nilai | None] = [hasil.realisasi_sd]
    for year in range(awal_renstra, tahun):
        nilai = find_tahun(hasil.indikator, riwayat, year, tahun)
        if isinstance(nilai, Kekurangan):
            return nilai
        values.append(nilai)
    numbers = [nilai for nilai in values if isinstance(nilai, Decimal)]
    if len(numbers) < len(values):
        return Kekurangan(f"realisasi tahun {awal_renstra} sampai dengan tahun {tahun} tidak semuanya berupa angka")
    return sum(numbers, Decimal(0))


def _compare_with(hasil: HasilIndikator, tahun: int, acuan: Nilai, realisasi: Nilai | None,
                  skala: Skala) -> TerhadapAcuan | Kekurangan:
    capaian = compute_capaian(acuan, realisasi, hasil.indikator.arah, skala.predikat)
    if realisasi is None and hasil.capaian_tahun.keadaan is KeadaanCapaian.TIDAK_DAPAT_DIHITUNG:
        capaian = hasil.capaian_tahun  # something was filled, and it says why it makes no realisasi
    return _compare(hasil, tahun, acuan, realisasi, capaian, skala)


def _compare(hasil: HasilIndikator, tahun: int, acuan: Nilai, realisasi: Nilai | None, capaian: Capaian,
             skala: Skala, kategori: Kategori | None = None) -> TerhadapAcuan | Kekurangan:
    if capaian.keadaan is KeadaanCapaian.TIDAK_DAPAT_DIHITUNG:
        return Kekurangan(capaian.catatan[:1].lower() + capaian.catatan[1:].rstrip("."))
    if realisasi is None:
        return Kekurangan(f"realisasi tahun {tahun} belum diisi")
    letak = compare_letak(realisasi, acuan, skala)
    if letak is None:  # compute_capaian has told of every other pair
        raise ValueError(f"{hasil.indikator.kode}: {realisasi!r} against {acuan!r}")
    return TerhadapAcuan(hasil.indikator, tahun, acuan, realisasi, letak,
                         judge_posisi(letak, hasil.indikator.arah), capaian, kategori)
