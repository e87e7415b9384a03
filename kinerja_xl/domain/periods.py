"""Quarters and the code of a berkas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

ROMAWI = ("I", "II", "III", "IV")
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
         "November", "Desember")
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, order=True)
class Periode:
    """One quarter of a year: ``triwulan`` is 1..4."""

    tahun: int
    triwulan: int

    def __post_init__(self) -> None:
        if not 1 <= self.triwulan <= 4:
            raise ValueError(f"triwulan {self.triwulan}")

    @property
    def romawi(self) -> str:
        """The quarter in roman numerals, as every form prints it."""
        return ROMAWI[self.triwulan - 1]

    @property
    def label(self) -> str:
        """``TW I 2026``."""
        return f"TW {self.romawi} {self.tahun}"

    @classmethod
    def from_label(cls, label: str) -> Self:
        """Return the quarter that ``label`` names; ValueError where it names none."""
        _, romawi, tahun = label.split()
        return cls(int(tahun), ROMAWI.index(romawi) + 1)

    @property
    def folder(self) -> str:
        """``2026 TW I``: the folder of the quarter's papers and evidence."""
        return f"{self.tahun} TW {self.romawi}"

    @property
    def akhir(self) -> date:
        """The last day of the quarter."""
        return (date(self.tahun, 3, 31), date(self.tahun, 6, 30), date(self.tahun, 9, 30),
                date(self.tahun, 12, 31))[self.triwulan - 1]


def short_code(singkatan: str) -> str:
    """Return a short name as it stands in a berkas code: upper case, only A-Z and 0-9 (contract section 2)."""
    return re.sub(r"[^A-Z0-9]", "", singkatan.upper())


def berkas_code(periode: Periode, bidang: str, sub_bidang: str | None = None) -> str:
    """Return the code of a berkas, such as ``2026-TW1-LINJAMSOS`` or ``2026-TW1-REHSOS-ANAK``."""
    parts = [str(periode.tahun), f"TW{periode.triwulan}", short_code(bidang)]
    return "-".join([*parts, short_code(sub_bidang)] if sub_bidang else parts)


def tanggal_panjang(tanggal: date) -> str:
    """Return a date as it is printed in letters: ``10 April 2026``; never locale-dependent."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"
