"""The year's realisasi against last year and the years before (analysis 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import Capaian, HasilIndikator, compute_capaian
from kinerja_xl.domain.indicators import Indikator, Nilai
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.laporan_kinerja.nilai_banding import (
    Gerak,
    Kekurangan,
    Mutu,
    compare_letak,
    gerak_of,
    judge_gerak,
    kind_of,
)
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian

_PERSEN = {"%", "persen"}


@dataclass(frozen=True)
class TahunCapaian:
    """What an indicator was to reach and reached in a year; blanks are None, ``satuan`` is that of the year."""

    tahun: int
    satuan: str
    target: Nilai | None
    realisasi: Nilai | None
    capaian: Capaian


@dataclass(frozen=True)
class TahunPertama:
    """The history holds no year before this one."""

    indikator: Indikator
    tahun: int


@dataclass(frozen=True)
class TerhadapTahunLalu:
    """The realisasi of ``tahun`` and of the year before, how the value moved and what that means."""

    indikator: Indikator
    tahun: int
    lalu: Nilai
    realisasi: Nilai
    gerak: Gerak
    mutu: Mutu

    @property
    def selisih(self) -> Decimal | None:
        """This year less last year as printed, so that it adds up on paper; None for letters."""
        if isinstance(self.lalu, Decimal) and isinstance(self.realisasi, Decimal):
            return round_half_up(self.realisasi) - round_half_up(self.lalu)
        return None


def years_of(hasil: HasilIndikator, daftar_riwayat: Iterable[RiwayatCapaian], tahun: int, skala: Skala,
             banyak: int = 2) -> tuple[TahunCapaian, ...]:
    """Return the ``banyak`` years before ``tahun`` and itself, oldest first (table T2); unknown years are blank."""
    known = _history(hasil.indikator, daftar_riwayat)
    earlier = tuple(_year(hasil.indikator, known.get(year), year, skala) for year in range(tahun - banyak, tahun))
    now = TahunCapaian(tahun, hasil.indikator.satuan, hasil.indikator.target_tahun, hasil.realisasi_sd,
                       hasil.capaian_tahun)
    return (*earlier, now)


def _history(indikator: Indikator, daftar_riwayat: Iterable[RiwayatCapaian]) -> dict[int, RiwayatCapaian]:
    return {row.tahun: row for row in daftar_riwayat if row.kode == indikator.kode and row.triwulan is None}


def _year(indikator: Indikator, row: RiwayatCapaian | None, tahun: int, skala: Skala) -> TahunCapaian:
    target, realisasi = (row.target, row.realisasi) if row else (None, None)
    return TahunCapaian(tahun, row.satuan if row and row.satuan else indikator.satuan, target, realisasi,
                        compute_capaian(target, realisasi, indikator.arah, skala.predikat))


def find_tahun(indikator: Indikator, daftar_riwayat: Iterable[RiwayatCapaian], tahun: int,
               sekarang: int) -> Nilai | Kekurangan:
    """Return the realisasi of ``tahun``, or why it cannot stand beside the indicator as it is in ``sekarang``."""
    row = _history(indikator, daftar_riwayat).get(tahun)
    if row is None or row.realisasi is None:
        return Kekurangan(f"realisasi tahun {tahun} belum tercatat dalam riwayat capaian")
    if row.satuan and _satuan(row.satuan) != _satuan(indikator.satuan):
        return Kekurangan(f"satuan tahun {tahun} adalah {row.satuan}, sedangkan satuan tahun {sekarang} adalah "
                          f"{indikator.satuan}")
    return row.realisasi


def _satuan(satuan: str) -> str:
    word = " ".join(satuan.split()).casefold()
    return "%" if word in _PERSEN else word


def compare_tahun_lalu(hasil: HasilIndikator, daftar_riwayat: Iterable[RiwayatCapaian], tahun: int,
                       skala: Skala) -> TerhadapTahunLalu | TahunPertama | Kekurangan:
    """Return how the realisasi of ``tahun`` moved from the year before; values as printed, judged by arah."""
    indikator, riwayat = hasil.indikator, tuple(daftar_riwayat)
    if hasil.realisasi_sd is None:
        return Kekurangan(f"realisasi tahun {tahun} belum diisi")
    if not any(year < tahun for year in _history(indikator, riwayat)):
        return TahunPertama(indikator, tahun)
    lalu = find_tahun(indikator, riwayat, tahun - 1, tahun)
    if isinstance(lalu, Kekurangan):
        return lalu
    letak = compare_letak(hasil.realisasi_sd, lalu, skala)
    if letak is None:
        return Kekurangan(f"realisasi tahun {tahun - 1} berupa {kind_of(lalu)}, sedangkan realisasi tahun {tahun} "
                          f"berupa {kind_of(hasil.realisasi_sd)}")
    gerak = gerak_of(letak)
    return TerhadapTahunLalu(indikator, tahun, lalu, hasil.realisasi_sd, gerak, judge_gerak(gerak, indikator.arah))
