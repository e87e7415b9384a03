"""The office's choices by which a worksheet is judged: its scale, and its policy where the SOP leaves one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kategori(NamedTuple):
    """A step of the category scale: values above ``di_atas`` (per cent, after rounding) up to the next step."""

    nama: str
    di_atas: Decimal
    warna: str  # RRGGBB
    interval: str  # as the regulation prints it


@dataclass(frozen=True)
class Skala:
    """The category scale, highest first, and the scores of predikat letters."""

    daftar_kategori: tuple[Kategori, ...]
    predikat: Mapping[str, Decimal] = field(default_factory=dict)


class Pengumpulan(StrEnum):
    """Which quarter the 10th collects: the one just ended, or the one beginning."""

    SELESAI = "triwulan yang baru berakhir"
    BERJALAN = "triwulan yang sedang berjalan"


class HitunganHari(StrEnum):
    """What "hari" counts in standard times."""

    KERJA = "hari kerja"
    KALENDER = "hari kalender"


class DasarRata(StrEnum):
    """What the office's mean is taken over."""

    SASARAN = "rata-rata sasaran"
    INDIKATOR = "rata-rata indikator"


KEWAJARAN = ("C301", "C302", "C303", "C304", "C305", "C306", "C307", "C308", "C309", "C310")
"""The catatan about what is unlikely, of which an office may let each refuse a worksheet (``Kebijakan.menolak``)."""


@dataclass(frozen=True)
class Kebijakan:
    """The office's choices where the SOP and practice leave one; ``batas_capaian`` None = no cap.

    ``menolak``: the kinds of ``KEWAJARAN`` that refuse a worksheet instead of only being pointed out.
    """

    batas_capaian: Decimal | None = Decimal(100)
    dasar_rata: DasarRata = DasarRata.SASARAN
    tanggal_penugasan: int = 10
    pengumpulan: Pengumpulan = Pengumpulan.SELESAI
    hitungan_hari: HitunganHari = HitunganHari.KERJA
    bukti_wajib: bool = False
    menolak: frozenset[str] = frozenset()
    periksa_akun: bool = False
    nomor_sop: str = ""
    eskalasi_hari: int = 1  # full working days late until the superior is told too; 0 = never
