"""The matrix bidang x step: each step of each berkas in a word and a colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja_xl.domain.laporan.bahan import TindakanTercatat
from kinerja_xl.domain.laporan.waktu_tahap import TAHAP
from kinerja_xl.domain.pengingat.sisa import Sisa
from kinerja_xl.domain.sop.acts import RETURNS, Keadaan
from kinerja_xl.domain.sop.sop import TERBUKA, Kegiatan, Status, Tindakan, next_kegiatan


class KeadaanTahap(StrEnum):
    """How a step stands; the value is its word in the legend."""

    SELESAI = "Selesai"
    SELESAI_TERLAMBAT = "Selesai, terlambat"
    BERJALAN = "Berjalan"
    HARI_INI = "Batas hari ini"
    TERLAMBAT = "Terlambat"
    DIKEMBALIKAN = "Dikembalikan"
    BELUM = "Belum"
    DITUTUP = "Ditutup"


WARNA = {
    KeadaanTahap.SELESAI: "C6E0B4", KeadaanTahap.SELESAI_TERLAMBAT: "FFE699", KeadaanTahap.BERJALAN: "BDD7EE",
    KeadaanTahap.HARI_INI: "FFD966", KeadaanTahap.TERLAMBAT: "F4B183", KeadaanTahap.DIKEMBALIKAN: "E4C1F0",
    KeadaanTahap.BELUM: "F2F2F2", KeadaanTahap.DITUTUP: "D0CECE"}
"""RRGGBB; black text is readable on each, and the words tell them apart without colour."""


@dataclass(frozen=True)
class SelTahap:
    """One cell of the matrix."""

    keadaan: KeadaanTahap
    kata: str


def matriks_berkas(keadaan: Keadaan, daftar_tindakan: Sequence[TindakanTercatat], sisa: Sisa) -> tuple[SelTahap, ...]:
    """Return a cell for each step of ``TAHAP``; ``sisa`` is the time left to whoever holds the berkas."""
    awaited = next_kegiatan(keadaan.status)
    reached = TAHAP.index(awaited) if awaited else len(TAHAP)
    return tuple(_running(sisa) if row is awaited else _other(keadaan, row, number < reached, daftar_tindakan)
                 for number, row in enumerate(TAHAP))


def _running(sisa: Sisa) -> SelTahap:
    if sisa.terlambat:
        return SelTahap(KeadaanTahap.TERLAMBAT, sisa.kata)
    if sisa.hari == 0:
        return SelTahap(KeadaanTahap.HARI_INI, KeadaanTahap.HARI_INI)
    return SelTahap(KeadaanTahap.BERJALAN, f"{KeadaanTahap.BERJALAN}, {sisa.kata}")


def _other(keadaan: Keadaan, row: Kegiatan, passed: bool, daftar_tindakan: Sequence[TindakanTercatat]) -> SelTahap:
    """A step that is over or still to come; a closed berkas never gets to the steps it has not done."""
    acts = [act for act in daftar_tindakan if act.tahap is row.tindakan and act.tindakan is not Tindakan.TARIK_KEMBALI]
    last = acts[-1] if acts else None
    if last and last.tindakan in RETURNS and keadaan.status in TERBUKA and not passed:
        return SelTahap(KeadaanTahap.DIKEMBALIKAN, f"{KeadaanTahap.DIKEMBALIKAN} {day(last.waktu.date())}")
    if not passed or last is None or last.tindakan is not row.tindakan:
        closed = keadaan.status not in TERBUKA and keadaan.status is not Status.DIREKOMENDASIKAN
        word = KeadaanTahap.DITUTUP if closed else KeadaanTahap.BELUM
        return SelTahap(word, word)
    done = [act for act in acts if act.tindakan is row.tindakan]
    times = f" ({len(done)}×)" if len(done) > 1 else ""
    if last.terlambat:
        return SelTahap(KeadaanTahap.SELESAI_TERLAMBAT, f"Selesai {day(last.waktu.date())}{times}, terlambat")
    return SelTahap(KeadaanTahap.SELESAI, f"Selesai {day(last.waktu.date())}{times}")


def day(tanggal: date) -> str:
    """Return ``13/04/2026``."""
    return f"{tanggal:%d/%m/%Y}"
