"""The one formula of a capaian: target, realisasi and arah in, per cent or the reason for none out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kinerja_xl.domain.indicators import Arah, Nilai, Predikat, Rentang
from kinerja_xl.domain.numbers import round_half_up

SERATUS = Decimal(100)


class KeadaanCapaian(StrEnum):
    """Whether a capaian was computed, and if not, why."""

    DIHITUNG = "dihitung"
    BELUM_DIISI = "belum diisi"
    BELUM_DIUKUR = "belum diukur"
    TANPA_TARGET = "tidak ditargetkan"
    TARGET_NOL = "target nol"
    TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"


class Capaian(NamedTuple):
    """A capaian in per cent, rounded half-up to two decimals and never capped; None where ``keadaan`` says why."""

    nilai: Decimal | None
    keadaan: KeadaanCapaian
    catatan: str = ""


def uncomputable(catatan: str) -> Capaian:
    """Return the capaian that cannot be computed, with the reason in Bahasa Indonesia."""
    return Capaian(None, KeadaanCapaian.TIDAK_DAPAT_DIHITUNG, catatan)


def compute_capaian(target: Nilai | None, realisasi: Nilai | None, arah: Arah,
                    predikat: Mapping[str, Decimal]) -> Capaian:
    """Return realisasi against target in per cent (domain facts 5.1); the only function that does so.

    Positif: R / T x 100. Negatif: (2T - R) / T x 100, not below 0 (PermenPANRB 8/2021); T = 0 there gives 100 for
    R = 0 and 0 for more. A range counts 100 inside and its nearer end outside. ``predikat`` holds the scores of
    letters; letters without a score are compared as equal (100) or not (0). Never raises; a blank is never zero.
    """
    if target is None:
        return Capaian(None, KeadaanCapaian.TANPA_TARGET)
    if realisasi is None:
        return Capaian(None, KeadaanCapaian.BELUM_DIISI)
    if isinstance(target, Predikat) and isinstance(realisasi, Predikat):
        return _compare_predikat(target, realisasi, arah, predikat)
    if isinstance(target, Predikat) or not isinstance(realisasi, Decimal):
        return uncomputable(f"Target berupa {_kind(target)}, sedangkan realisasi berupa {_kind(realisasi)}.")
    if isinstance(target, Rentang):
        target = min(max(realisasi, target.bawah), target.atas)  # inside the range the realisasi is its own target
        if target == realisasi:
            return Capaian(round_half_up(SERATUS), KeadaanCapaian.DIHITUNG)
    return _compare_angka(target, realisasi, arah)


def _compare_angka(target: Decimal, realisasi: Decimal, arah: Arah) -> Capaian:
    if target < 0:
        return uncomputable("Target kurang dari nol.")
    if target == 0 and arah is Arah.POSITIF:
        return Capaian(None, KeadaanCapaian.TARGET_NOL, "Target nol, sehingga capaian tidak dapat dihitung.")
    if target == 0:
        persen = SERATUS if realisasi <= 0 else Decimal(0)
    elif arah is Arah.POSITIF:
        persen = realisasi * 100 / target
    else:
        persen = max(Decimal(0), (2 * target - realisasi) * 100 / target)
    return Capaian(round_half_up(persen), KeadaanCapaian.DIHITUNG)


def _compare_predikat(target: Predikat, realisasi: Predikat, arah: Arah, predikat: Mapping[str, Decimal]) -> Capaian:
    scores = {_letters(huruf): skor for huruf, skor in predikat.items()}
    wanted, reached = _letters(target.huruf), _letters(realisasi.huruf)
    if wanted != reached and wanted in scores and reached in scores:
        return _compare_angka(scores[wanted], scores[reached], arah)
    return Capaian(round_half_up(SERATUS if wanted == reached else Decimal(0)), KeadaanCapaian.DIHITUNG)


def _letters(huruf: str) -> str:
    return huruf.strip().casefold()


def _kind(nilai: Nilai) -> str:
    if isinstance(nilai, Predikat):
        return "predikat"
    return "rentang" if isinstance(nilai, Rentang) else "angka"
