"""An indicator's result in a quarter: the quarter's own, up to the quarter, and against the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinerja_xl.domain.capaian.kategori import classify
from kinerja_xl.domain.capaian.rumus import Capaian, KeadaanCapaian, compute_capaian, uncomputable
from kinerja_xl.domain.capaian.triwulanan import PENYEBUT_NOL, Realisasi, accumulate, is_unplanned, pad_realisasi
from kinerja_xl.domain.indicators import Indikator, Nilai, Perhitungan
from kinerja_xl.domain.kebijakan import Kategori, Skala

__all__ = ["Capaian", "HasilIndikator", "KeadaanCapaian", "Realisasi", "compute_capaian", "compute_indikator"]

_TANPA_TARGET = "Ada realisasi tanpa target."


class HasilIndikator(NamedTuple):
    """What one quarter says about an indicator; ``sd`` is "sampai dengan triwulan", realisasi are unrounded."""

    indikator: Indikator
    triwulan: int
    target_tw: Nilai | None
    realisasi_tw: Nilai | None
    capaian_tw: Capaian
    target_sd: Nilai | None
    realisasi_sd: Nilai | None
    capaian_sd: Capaian
    capaian_tahun: Capaian
    kategori: Kategori | None
    kategori_tahun: Kategori | None


def compute_indikator(indikator: Indikator, daftar_realisasi: Sequence[Realisasi], triwulan: int,
                      skala: Skala) -> HasilIndikator:
    """Return the indicator's result for ``triwulan`` (1..4, else ValueError) by domain facts 5.1 and 5.2.

    ``daftar_realisasi[0]`` is TW I; what comes after ``triwulan`` is ignored, so a reprint of an earlier quarter
    stays what it was. ``kategori`` belongs to ``capaian_tw``, ``kategori_tahun`` to ``capaian_tahun``.
    """
    this_quarter = pad_realisasi(daftar_realisasi, triwulan)[-1]
    target_tw = indikator.target_tw[triwulan - 1]
    if target_tw is None and triwulan == 4 and indikator.perhitungan is Perhitungan.AKHIR:
        target_tw = indikator.target_tahun  # the year's target is the one of the quarter that ends it
    halangan = PENYEBUT_NOL if this_quarter.penyebut_nol else ""
    capaian_tw = _compare_quarter(indikator, target_tw, this_quarter.efektif, triwulan, skala, halangan)
    sd = accumulate(indikator, daftar_realisasi, triwulan)
    capaian_sd = _compare_quarter(indikator, sd.target, sd.realisasi, triwulan, skala, sd.halangan)
    capaian_tahun = _compare(indikator, indikator.target_tahun, sd.realisasi, triwulan, skala, sd.halangan)
    return HasilIndikator(
        indikator, triwulan, target_tw, this_quarter.efektif, capaian_tw, sd.target, sd.realisasi,
        _remark(capaian_sd, sd.catatan), capaian_tahun,
        _kategori(capaian_tw, skala), _kategori(capaian_tahun, skala))


def _compare(indikator: Indikator, target: Nilai | None, realisasi: Nilai | None, triwulan: int, skala: Skala,
             halangan: str) -> Capaian:
    if halangan:
        return uncomputable(halangan)
    if realisasi is None and indikator.perhitungan is Perhitungan.AKHIR and triwulan < 4:
        return Capaian(None, KeadaanCapaian.BELUM_DIUKUR)
    return compute_capaian(target, realisasi, indikator.arah, skala.predikat)


def _compare_quarter(indikator: Indikator, target: Nilai | None, realisasi: Nilai | None, triwulan: int, skala: Skala,
                     halangan: str) -> Capaian:
    """Compare as ``_compare`` does, except that a quarter nothing was planned for is no zero target of the year."""
    capaian = _compare(indikator, target, realisasi, triwulan, skala, halangan)
    if capaian.keadaan is KeadaanCapaian.BELUM_DIUKUR or halangan or not is_unplanned(indikator, target):
        return capaian
    unexpected = realisasi and indikator.perhitungan is not Perhitungan.AKHIR  # AKHIR may be measured early
    return Capaian(None, KeadaanCapaian.TANPA_TARGET, _TANPA_TARGET if unexpected else "")


def _remark(capaian: Capaian, catatan: str) -> Capaian:
    return capaian._replace(catatan=" ".join(filter(None, (capaian.catatan, catatan))))


def _kategori(capaian: Capaian, skala: Skala) -> Kategori | None:
    return None if capaian.nilai is None else classify(capaian.nilai, skala)
