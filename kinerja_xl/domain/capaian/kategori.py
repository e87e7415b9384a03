"""The category of a capaian on the office's scale."""

from __future__ import annotations

from decimal import Decimal

from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.numbers import round_half_up


def classify(capaian: Decimal, skala: Skala) -> Kategori:
    """Return the category of a capaian in per cent, classed after rounding to two decimals (domain facts 5.3).

    The highest step the capaian lies above counts; what lies above none belongs to the lowest.
    """
    rounded = round_half_up(capaian)
    steps = (kategori for kategori in skala.daftar_kategori if rounded > kategori.di_atas)
    return next(steps, skala.daftar_kategori[-1])
