"""What indicators reached before: whole years as the plan carries them, and quarters from before the office began."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Indikator, Predikat
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi

TAHUN_LALU = 5
"""How many years back the plan's sheet Riwayat Capaian reaches (contract section 3)."""


def is_numeric(indikator: Indikator) -> bool:
    """Whether an indicator is measured in numbers, by its targets, its baseline and its target of Renstra."""
    values = (indikator.target_tahun, *indikator.target_tw, indikator.baseline, indikator.target_renstra)
    return any(isinstance(nilai, Decimal) for nilai in values)


def riwayat_quarters(rencana: RencanaAksi, kode: str, dikumpulkan: Collection[int] = ()) -> dict[int, Realisasi]:
    """Return what the plan's history says of quarters of the plan's own year, by triwulan; blanks are left out.

    It stands in for worksheets that the office never had, those of an office founded in the middle of a year:
    ``dikumpulkan`` are the quarters that it did collect.
    """
    return {row.triwulan: Realisasi(row.realisasi) for row in rencana.daftar_riwayat
            if row.kode == kode and row.tahun == rencana.tahun and row.triwulan and row.triwulan not in dikumpulkan
            and row.realisasi is not None}


def riwayat_values(rencana: RencanaAksi, periode: Periode, dikumpulkan: Collection[int] = ()) -> dict[Kunci, NilaiSel]:
    """Return the realisasi of quarters before ``periode`` that the plan's history holds, by worksheet key."""
    values: dict[Kunci, NilaiSel] = {}
    for indikator in rencana.daftar_indikator:
        for triwulan, realisasi in riwayat_quarters(rencana, indikator.kode, dikumpulkan).items():
            nilai = realisasi.nilai
            if triwulan < periode.triwulan and isinstance(nilai, (Decimal, Predikat)):
                values[Kunci(INDIKATOR, indikator.kode, f"realisasi_tw{triwulan}")] = (
                    nilai.huruf if isinstance(nilai, Predikat) else nilai)
    return values
