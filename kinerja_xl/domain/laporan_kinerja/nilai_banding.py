"""How two values stand to each other: as printed, on the office's scale of predikat, and judged by arah."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.indicators import Arah, Nilai, Predikat, Rentang
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.numbers import round_half_up


class Letak(StrEnum):
    """Where a realisasi lies against what it is held against, by its value only."""

    DI_BAWAH = "lebih rendah daripada"
    SAMA = "sama dengan"
    DALAM_RENTANG = "berada dalam rentang"
    DI_ATAS = "lebih tinggi daripada"
    BERBEDA = "berbeda dari"  # words that the scale does not order


class Posisi(StrEnum):
    """Whether a target was passed, reached or not, by the indicator's arah."""

    MELAMPAUI = "melampaui"
    MENCAPAI = "mencapai"
    BELUM = "belum mencapai"


class Gerak(StrEnum):
    """How a value moved from one year to the next; never a judgement."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    BERUBAH = "berubah"  # words that the scale does not order


class Mutu(StrEnum):
    """What a movement means for the kinerja, by the indicator's arah."""

    MEMBAIK = "membaik"
    MEMBURUK = "memburuk"
    TIDAK_BERUBAH = "tidak berubah"
    TIDAK_DINILAI = "tidak dinilai"


@dataclass(frozen=True)
class Kekurangan:
    """A comparison that cannot be made; ``alasan`` says what is missing, in words without a full stop."""

    alasan: str


_GERAK = {Letak.DI_ATAS: Gerak.NAIK, Letak.DI_BAWAH: Gerak.TURUN, Letak.BERBEDA: Gerak.BERUBAH}
_NAIK_BAIK = {Gerak.NAIK: True, Gerak.TURUN: False}


def compare_letak(realisasi: Nilai, acuan: Nilai, skala: Skala) -> Letak | None:
    """Return where ``realisasi`` lies against ``acuan``, None where their kinds differ (a letter and a number).

    Numbers are compared as they are printed, with two decimals: a reader must be able to agree.
    """
    if isinstance(realisasi, Predikat) and isinstance(acuan, Predikat):
        return _letak_predikat(realisasi, acuan, skala)
    if not isinstance(realisasi, Decimal) or isinstance(acuan, Predikat):
        return None
    now = round_half_up(realisasi)
    if isinstance(acuan, Rentang):
        if now < round_half_up(acuan.bawah):
            return Letak.DI_BAWAH
        return Letak.DI_ATAS if now > round_half_up(acuan.atas) else Letak.DALAM_RENTANG
    return _letak_of(now, round_half_up(acuan))


def _letak_predikat(realisasi: Predikat, acuan: Predikat, skala: Skala) -> Letak:
    now, wanted = predikat_score(realisasi, skala), predikat_score(acuan, skala)
    if realisasi.huruf.strip().casefold() == acuan.huruf.strip().casefold():
        return Letak.SAMA
    return Letak.BERBEDA if now is None or wanted is None else _letak_of(now, wanted)


def _letak_of(now: Decimal, acuan: Decimal) -> Letak:
    if now == acuan:
        return Letak.SAMA
    return Letak.DI_ATAS if now > acuan else Letak.DI_BAWAH


def predikat_score(predikat: Predikat, skala: Skala) -> Decimal | None:
    """Return the score of a predikat on the office's scale, None where it does not stand there."""
    scores = {huruf.strip().casefold(): skor for huruf, skor in skala.predikat.items()}
    return scores.get(predikat.huruf.strip().casefold())


def judge_posisi(letak: Letak, arah: Arah) -> Posisi:
    """Return whether a target was passed, reached or not; other words than the target's do not reach it."""
    if letak in (Letak.SAMA, Letak.DALAM_RENTANG):
        return Posisi.MENCAPAI
    better = Letak.DI_ATAS if arah is Arah.POSITIF else Letak.DI_BAWAH
    return Posisi.MELAMPAUI if letak is better else Posisi.BELUM


def gerak_of(letak: Letak) -> Gerak:
    """Return the movement that ends at ``letak`` against where it began."""
    return _GERAK.get(letak, Gerak.TETAP)


def judge_gerak(gerak: Gerak, arah: Arah) -> Mutu:
    """Return what a movement means: a negative indicator that falls from 80 to 60 gets better."""
    if gerak is Gerak.TETAP:
        return Mutu.TIDAK_BERUBAH
    if gerak is Gerak.BERUBAH:
        return Mutu.TIDAK_DINILAI
    return Mutu.MEMBAIK if _NAIK_BAIK[gerak] is (arah is Arah.POSITIF) else Mutu.MEMBURUK


def kind_of(nilai: Nilai) -> str:
    """Return ``angka``, ``predikat`` or ``rentang``."""
    if isinstance(nilai, Predikat):
        return "predikat"
    return "rentang" if isinstance(nilai, Rentang) else "angka"
