"""How the realisasi moved over several years in a row (analysis 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.indicators import Indikator, Nilai
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.laporan_kinerja.nilai_banding import (
    Gerak,
    Kekurangan,
    Mutu,
    compare_letak,
    gerak_of,
    judge_gerak,
)
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import find_tahun
from kinerja_xl.domain.rencana.riwayat import TAHUN_LALU
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian

_MIN_TAHUN = 3


class Kecenderungan(StrEnum):
    """How a value moved over several years."""

    TERUS_NAIK = "terus naik"
    TERUS_TURUN = "terus turun"
    CENDERUNG_NAIK = "cenderung naik"  # never falls, some years it stays
    CENDERUNG_TURUN = "cenderung turun"
    NAIK_TURUN = "naik turun"
    TETAP = "tetap"


@dataclass(frozen=True)
class BeberapaTahun:
    """An unbroken run of at least three years up to this one; ``mutu`` compares its last year with its first."""

    indikator: Indikator
    daftar: tuple[tuple[int, Nilai], ...]
    kecenderungan: Kecenderungan
    mutu: Mutu


def compare_beberapa_tahun(hasil: HasilIndikator, daftar_riwayat: Iterable[RiwayatCapaian], tahun: int,
                           skala: Skala) -> BeberapaTahun | None:
    """Return how the realisasi moved over the years up to ``tahun``, None for fewer than three years in a row.

    A year that is blank, of another satuan, or a word that the scale does not order ends the run.
    """
    riwayat = tuple(daftar_riwayat)
    run: list[tuple[int, Nilai]] = [] if hasil.realisasi_sd is None else [(tahun, hasil.realisasi_sd)]
    for year in range(tahun - 1, tahun - 1 - TAHUN_LALU, -1):
        nilai = find_tahun(hasil.indikator, riwayat, year, tahun)
        if not run or isinstance(nilai, Kekurangan) or _moved(nilai, run[0][1], skala) is None:
            break
        run.insert(0, (year, nilai))
    overall = _moved(run[0][1], run[-1][1], skala) if len(run) >= _MIN_TAHUN else None
    if overall is None:
        return None
    moves = [_moved(before, after, skala) for (_, before), (_, after) in pairwise(run)]
    return BeberapaTahun(hasil.indikator, tuple(run), _trend(moves), judge_gerak(overall, hasil.indikator.arah))


def _moved(before: Nilai, after: Nilai, skala: Skala) -> Gerak | None:
    """Return the movement between two values, None where they cannot be put in order."""
    letak = compare_letak(after, before, skala)
    gerak = None if letak is None else gerak_of(letak)
    return None if gerak is Gerak.BERUBAH else gerak


def _trend(moves: Sequence[Gerak | None]) -> Kecenderungan:
    found = frozenset(moves)
    if found == {Gerak.TETAP}:
        return Kecenderungan.TETAP
    if found == {Gerak.NAIK}:
        return Kecenderungan.TERUS_NAIK
    if found == {Gerak.TURUN}:
        return Kecenderungan.TERUS_TURUN
    if found == {Gerak.NAIK, Gerak.TETAP}:
        return Kecenderungan.CENDERUNG_NAIK
    return Kecenderungan.CENDERUNG_TURUN if found == {Gerak.TURUN, Gerak.TETAP} else Kecenderungan.NAIK_TURUN
