"""The budget: sub kegiatan, absorption, and how efficiently money became kinerja."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kinerja_xl.domain.capaian.rumus import Capaian, KeadaanCapaian, compute_capaian
from kinerja_xl.domain.indicators import Arah, SubKegiatan
from kinerja_xl.domain.numbers import round_half_up


class HasilAnggaran(NamedTuple):
    """A sub kegiatan in a quarter: output in its satuan, amounts in full rupiah, ``serapan`` in per cent.

    ``rp_sd`` is the realisasi up to the quarter as the LRA states it, ``rp_tw`` the quarter's own part of it.
    """

    subkegiatan: SubKegiatan
    realisasi_k: Decimal | None
    capaian_k: Capaian
    rp_sd_lalu: Decimal | None
    rp_sd: Decimal | None
    rp_tw: Decimal | None
    serapan: Decimal | None


class TotalAnggaran(NamedTuple):
    """The sum over sub kegiatan; ``terisi`` of ``jumlah`` have a realisasi, the pagu is that of all."""

    pagu: Decimal
    rp_sd_lalu: Decimal | None
    rp_sd: Decimal | None
    rp_tw: Decimal | None
    serapan: Decimal | None
    terisi: int
    jumlah: int


class Keluaran(NamedTuple):
    """One output for PMK 214/PMK.02/2017: pagu (PAK) and realisasi (RAK) in rupiah, capaian (CK) in per cent."""

    pagu: Decimal
    capaian: Decimal
    realisasi: Decimal


def compute_anggaran(subkegiatan: SubKegiatan, triwulan: int, realisasi_k: Decimal | None,
                     rp_sd_lalu: Decimal | None, rp_sd: Decimal | None) -> HasilAnggaran:
    """Return a sub kegiatan's result in ``triwulan`` (1..4, else ValueError).

    The quarter's own amount is ``rp_sd - rp_sd_lalu``; before TW I nothing was spent, later on an unknown
    ``rp_sd_lalu`` leaves it unknown. A correction that makes it negative stays visible.
    """
    if not 1 <= triwulan <= 4:
        raise ValueError(f"triwulan {triwulan}")
    lalu = Decimal(0) if triwulan == 1 else rp_sd_lalu
    rp_tw = None if rp_sd is None or lalu is None else rp_sd - lalu
    return HasilAnggaran(
        subkegiatan, realisasi_k, _capaian_k(subkegiatan, triwulan, realisasi_k),
        lalu, rp_sd, rp_tw, compute_serapan(rp_sd, subkegiatan.pagu))


def _capaian_k(subkegiatan: SubKegiatan, triwulan: int, realisasi_k: Decimal | None) -> Capaian:
    target = subkegiatan.target_tw[triwulan - 1]
    if target == 0 and subkegiatan.target_tahun != 0:
        return Capaian(None, KeadaanCapaian.TANPA_TARGET, "Ada realisasi tanpa target." if realisasi_k else "")
    return compute_capaian(target, realisasi_k, Arah.POSITIF, {})


def compute_serapan(realisasi: Decimal | None, pagu: Decimal | None) -> Decimal | None:
    """Return realisasi / pagu x 100 in per cent, two decimals (domain facts 5.5); None for a blank or a zero pagu."""
    if realisasi is None or not pagu:
        return None
    return round_half_up(realisasi * 100 / pagu)


def total_anggaran(daftar: Sequence[HasilAnggaran]) -> TotalAnggaran:
    """Return the sum of sub kegiatan; blanks are left out of the amounts and show as ``terisi`` below ``jumlah``."""
    pagu = sum((hasil.subkegiatan.pagu for hasil in daftar), Decimal(0))
    rp_sd = _total([hasil.rp_sd for hasil in daftar])
    return TotalAnggaran(
        pagu, _total([hasil.rp_sd_lalu for hasil in daftar]), rp_sd, _total([hasil.rp_tw for hasil in daftar]),
        compute_serapan(rp_sd, pagu), sum(hasil.rp_sd is not None for hasil in daftar), len(daftar))


def _total(daftar_rp: Sequence[Decimal | None]) -> Decimal | None:
    known = [rp for rp in daftar_rp if rp is not None]
    return sum(known, Decimal(0)) if known else None


def compute_sisa(serapan: Decimal) -> Decimal:
    """Return what was not spent, 100 - serapan in per cent; only efficiency where the target was reached."""
    return 100 - serapan


def compute_tingkat_efisiensi(capaian: Decimal, serapan: Decimal) -> Decimal:
    """Return capaian - serapan in points of per cent, as SAKIP reports state it (domain facts 5.5)."""
    return capaian - serapan


def is_efisien(capaian: Decimal, serapan: Decimal) -> bool:
    """Whether the target was reached with less than the pagu; money left over beside a missed target is not."""
    return capaian >= 100 and serapan < 100


def compute_efisiensi_pmk(daftar_keluaran: Sequence[Keluaran]) -> Decimal | None:
    """Return E of PMK 214/PMK.02/2017 in per cent: sum(PAK x CK - RAK) / sum(PAK x CK) x 100, two decimals.

    None where the sum of PAK x CK is zero.
    """
    earned = sum((keluaran.pagu * keluaran.capaian for keluaran in daftar_keluaran), Decimal(0)) / 100
    spent = sum((keluaran.realisasi for keluaran in daftar_keluaran), Decimal(0))
    return round_half_up((earned - spent) * 100 / earned) if earned else None


def compute_nilai_efisiensi_pmk(efisiensi: Decimal) -> Decimal:
    """Return NE of PMK 214/PMK.02/2017 in per cent: 50 + E / 20 x 50, held within 0 and 100, two decimals."""
    return round_half_up(min(Decimal(100), max(Decimal(0), 50 + efisiensi * 50 / 20)))
