"""Columns of months: what three of them make of a quarter is the planner's to say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from kinerja_xl.domain.indicators import Nilai, Perhitungan

_NAMA = ("jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "agu|agt|ags|aug", "sep", "okt|oct", "nov|nop", "des|dec")
_POLA = tuple(re.compile(rf"(?:bulan |realisasi |target )?(?:{nama})[a-z]*\.?") for nama in _NAMA)
MENURUT_JENIS = "menurut jenis perhitungan"
CARA_BULANAN = (MENURUT_JENIS, "dijumlah", "bulan terakhir", "rata-rata")
"""What the planner may answer."""
_CARA = {Perhitungan.JUMLAH: "dijumlah", Perhitungan.RATA: "rata-rata"}
_LENGKAP = 3


def month_of(teks: str) -> int:
    """Return the month (1 to 12) that a lower-case heading is the name of, 0 where it is none."""
    return next((nomor for nomor, pola in enumerate(_POLA, start=1) if pola.fullmatch(teks.strip())), 0)


def of_quarter(bulan: Mapping[int, Nilai | None], triwulan: int, cara: str, perhitungan: Perhitungan) -> Nilai | None:
    """Return what the months of a quarter make of it in the way ``cara``; None while one of them is blank.

    Amounts add up; of a position or a yearly value the last month counts, of a mean their mean. Predikat and ranges
    have no sum: of them the last counts.
    """
    cells = [bulan.get(month) for month in range(3 * triwulan - 2, 3 * triwulan + 1)]
    numbers = [nilai for nilai in cells if isinstance(nilai, Decimal)]
    if cara == MENURUT_JENIS:
        cara = _CARA.get(perhitungan, "bulan terakhir")
    if cara == "bulan terakhir" or any(nilai is not None and not isinstance(nilai, Decimal) for nilai in cells):
        return cells[-1]
    if len(numbers) < _LENGKAP:
        return None
    total = sum(numbers, Decimal(0))
    return total if cara == "dijumlah" else total / _LENGKAP
