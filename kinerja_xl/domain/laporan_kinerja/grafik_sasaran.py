"""The charts of a sasaran: target against realisasi in the quarters, and the years as lines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.indicators import Indikator, Nilai
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import years_of
from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import Tabel
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.periods import ROMAWI

_MIN_TITIK = 2  # a chart of one column tells nothing
_TAHUN = 2  # before this one, as table T2 has them


def grafik_triwulan(bahan: BahanTahun, hasil: HasilIndikator, tabel: Tabel) -> Iterator[Grafik]:
    """Yield target against realisasi of the quarters, where at least two quarters have a number."""
    indikator, asal = hasil.indikator, asal_of(bahan)
    known = tuple(bahan.bahan.realisasi.get(indikator.kode, ()))
    realisasi = [_angka(known[k - 1].efektif) if k <= len(known) else None for k in TRIWULAN]
    if sum(nilai is not None for nilai in realisasi) >= _MIN_TITIK:
        yield Grafik(f"grafik-tw-{indikator.kode}", f"Target dan realisasi indikator {indikator.kode} "
                     f"tahun {bahan.tahun}",
                     JenisGrafik.BATANG, tuple(f"TW {r}" for r in ROMAWI),
                     (Seri("Target", tuple(map(_angka, indikator.target_tw)),
                           tuple(asal.target(indikator, k) for k in TRIWULAN)),
                      Seri("Realisasi", tuple(realisasi), tuple(asal.realisasi(indikator, k) for k in TRIWULAN))),
                     _satuan(indikator), tabel.kunci)


def grafik_tahun(bahan: BahanTahun, hasil: HasilIndikator, tabel: Tabel) -> Iterator[Grafik]:
    """Yield the realisasi of the years as a line, where at least two years have a number in the same satuan."""
    indikator, sumber = hasil.indikator, asal_of(bahan).besaran(hasil)
    years = years_of(hasil, bahan.bahan.rencana.daftar_riwayat, bahan.tahun, bahan.skala, _TAHUN)
    values = [_angka(year.realisasi) if year.satuan == indikator.satuan else None for year in years]
    if sum(nilai is not None for nilai in values) >= _MIN_TITIK:
        yield Grafik(f"grafik-tahun-{indikator.kode}",
                     f"Realisasi indikator {indikator.kode} tahun {years[0].tahun} sampai dengan {bahan.tahun}",
                     JenisGrafik.GARIS, tuple(str(year.tahun) for year in years), (Seri("Realisasi", tuple(values),
                           tuple(sumber(Besaran.REALISASI, year.tahun) for year in years)),),
                     _satuan(indikator), tabel.kunci)


def _angka(nilai: Nilai | None) -> Decimal | None:
    return round_half_up(nilai) if isinstance(nilai, Decimal) else None


def _satuan(indikator: Indikator) -> str:
    return "persen" if indikator.satuan.strip() == "%" else indikator.satuan
