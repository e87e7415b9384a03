"""How much kinerja the money bought (analysis 6), by the rule that the office follows (domain facts 5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.capaian.anggaran import (
    Keluaran,
    compute_efisiensi_pmk,
    compute_nilai_efisiensi_pmk,
    compute_sisa,
    compute_tingkat_efisiensi,
    is_efisien,
)
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan

_SELISIH_CUKUP = Decimal(5)  # points of per cent, rule of Banjarnegara


class AturanEfisiensi(StrEnum):
    """By which rule the use of money is called efficient."""

    SAKIP = "SAKIP"  # the target was reached with less than the pagu
    SELISIH = "selisih"  # Banjarnegara: by capaian less serapan


class Penilaian(StrEnum):
    """What the rule says."""

    EFISIEN = "efisien"
    CUKUP_EFISIEN = "cukup efisien"
    TIDAK_EFISIEN = "tidak efisien"


@dataclass(frozen=True)
class Efisiensi:
    """Capaian and serapan in per cent, ``tingkat`` = their difference in points of per cent, and the judgement."""

    capaian: Decimal
    serapan: Decimal
    tingkat: Decimal
    penilaian: Penilaian

    @property
    def tidak_terserap(self) -> Decimal | None:
        """What was left of the pagu, in per cent, where the target was missed: money not spent, no efficiency."""
        return compute_sisa(self.serapan) if self.capaian < 100 and self.serapan < 100 else None


@dataclass(frozen=True)
class EfisiensiPmk:
    """E and NE of PMK 214/PMK.02/2017 in per cent."""

    efisiensi: Decimal
    nilai: Decimal


def compare_efisiensi(capaian: Decimal | None, serapan: Decimal | None,
                      aturan: AturanEfisiensi = AturanEfisiensi.SAKIP) -> Efisiensi | Kekurangan:
    """Return how capaian and serapan, both in per cent, stand to each other under ``aturan``.

    SAKIP: efisien where capaian >= 100 and serapan < 100. Selisih (Banjarnegara): above 5 points efisien, within 5
    cukup efisien, below tidak efisien.
    """
    if capaian is None:
        return Kekurangan("capaian kinerja belum dapat dihitung")
    if serapan is None:
        return Kekurangan("serapan anggaran belum dapat dihitung")
    tingkat = compute_tingkat_efisiensi(capaian, serapan)
    return Efisiensi(capaian, serapan, tingkat, _judge(capaian, serapan, tingkat, aturan))


def _judge(capaian: Decimal, serapan: Decimal, tingkat: Decimal, aturan: AturanEfisiensi) -> Penilaian:
    if aturan is AturanEfisiensi.SAKIP:
        return Penilaian.EFISIEN if is_efisien(capaian, serapan) else Penilaian.TIDAK_EFISIEN
    if abs(tingkat) <= _SELISIH_CUKUP:
        return Penilaian.CUKUP_EFISIEN
    return Penilaian.EFISIEN if tingkat > 0 else Penilaian.TIDAK_EFISIEN


def compare_efisiensi_pmk(daftar_keluaran: Sequence[Keluaran]) -> EfisiensiPmk | Kekurangan:
    """Return E and NE of PMK 214/PMK.02/2017 over outputs whose pagu, capaian and realisasi are all known."""
    efisiensi = compute_efisiensi_pmk(daftar_keluaran)
    if efisiensi is None:
        return Kekurangan("pagu atau capaian keluaran belum ada")
    return EfisiensiPmk(efisiensi, compute_nilai_efisiensi_pmk(efisiensi))
