"""Seeds the sheet Hari Libur from the library ``holidays``; once seeded, the sheet wins (domain facts 7.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import holidays

from kinerja_xl.domain.office import HariLibur

LIBUR_NASIONAL = "Libur Nasional"
CUTI_BERSAMA = "Cuti Bersama"
_KATEGORI = (("public", LIBUR_NASIONAL), ("government", CUTI_BERSAMA))


def seed_hari_libur(daftar_tahun: Iterable[int]) -> tuple[HariLibur, ...]:
    """Return the national days off and cuti bersama of the years, one entry per day, in order of date.

    Years after the last SKB 3 Menteri are estimates of the library.
    """
    years = sorted(set(daftar_tahun))
    found: dict[date, HariLibur] = {}
    for category, jenis in _KATEGORI if years else ():
        days = holidays.country_holidays("ID", years=years, categories=(category,), language="id")
        for tanggal, keterangan in days.items():
            found.setdefault(tanggal, HariLibur(tanggal, keterangan, jenis))
    return tuple(found[day] for day in sorted(found))
