"""The sources of the figures of the budget: cells of the plan and the worksheets, sums and shares of them."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran
from kinerja_xl.domain.indicators import SubKegiatan
from kinerja_xl.domain.laporan.asal_angka import (
    RUMUS_CAPAIAN,
    RUMUS_SERAPAN,
    sumber_isian,
    sumber_pagu,
    sumber_target,
)
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.lembar.lembar_kerja import SUBKEGIATAN
from kinerja_xl.domain.sumber import Sumber, SumberHitung, SumberJejak

SEMUA = "seluruh sub kegiatan"


def sumber_sub(bahan: Bahan, sub: SubKegiatan, stem: str, triwulan: int) -> Sumber:
    """Return where a worksheet says something of a sub kegiatan: ``realisasi_k`` or ``realisasi_rp_sd`` of a quarter.
    """
    data, own = bahan.source_of(sub), bahan.periode.triwulan
    if data is None or (data.isi is None and triwulan not in data.lalu):
        why = "tidak ada unit yang mengisinya" if data is None else f"{bahan.unit_name(data)} {data.belum_menyampaikan}"
        return SumberJejak(f"{stem} {sub.kode} {bahan.periode.label}", why)
    if triwulan == own or triwulan in data.lalu:
        return sumber_isian(bahan, data, triwulan, SUBKEGIATAN, sub.kode, f"{stem}_tw{triwulan}")
    return sumber_isian(bahan, data, own, SUBKEGIATAN, sub.kode, "realisasi_rp_sd_lalu")


def sumber_capaian_k(bahan: Bahan, sub: SubKegiatan) -> SumberHitung:
    """Return how the capaian of an output is computed."""
    triwulan = bahan.periode.triwulan
    return SumberHitung(f"Capaian keluaran {bahan.periode.label} {sub.kode}", RUMUS_CAPAIAN, (
        sumber_target(bahan, sub, triwulan), sumber_sub(bahan, sub, "realisasi_k", triwulan)))


def sumber_rp_tw(bahan: Bahan, sub: SubKegiatan) -> SumberHitung:
    """Return how the quarter's own amount is computed."""
    triwulan = bahan.periode.triwulan
    before = (sumber_sub(bahan, sub, "realisasi_rp_sd", triwulan - 1),) if triwulan > 1 else ()
    return SumberHitung(f"Realisasi {bahan.periode.label} {sub.kode}",
                        "realisasi triwulan = realisasi s.d. triwulan − realisasi s.d. triwulan sebelumnya",
                        (sumber_sub(bahan, sub, "realisasi_rp_sd", triwulan), *before))


def sumber_serapan(bahan: Bahan, sub: SubKegiatan) -> SumberHitung:
    """Return how the absorption of a sub kegiatan is computed."""
    return SumberHitung(f"Serapan {bahan.periode.label} {sub.kode}", RUMUS_SERAPAN, (
        sumber_sub(bahan, sub, "realisasi_rp_sd", bahan.periode.triwulan), sumber_pagu(bahan, sub)))


def jumlah_pagu(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how a sum of pagu is made; ``nama`` names the sub kegiatan that are summed."""
    return SumberHitung(f"Pagu {bahan.periode.label} {nama}", "jumlah pagu sub kegiatan",
                        tuple(sumber_pagu(bahan, hasil.subkegiatan) for hasil in daftar))


def jumlah_rp_tw(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how the quarter's amounts of sub kegiatan are summed."""
    return SumberHitung(f"Jumlah realisasi {bahan.periode.label} {nama}", "jumlah realisasi triwulan sub kegiatan",
                        tuple(sumber_rp_tw(bahan, hasil.subkegiatan) for hasil in daftar))


def jumlah_rp_sd(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how the amounts up to the quarter are summed."""
    return SumberHitung(f"Jumlah realisasi s.d. {bahan.periode.label} {nama}",
                        "jumlah realisasi s.d. triwulan sub kegiatan", _spent(bahan, daftar))


def jumlah_serapan(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how the absorption of sub kegiatan together is computed."""
    return SumberHitung(f"Serapan {bahan.periode.label} {nama}", RUMUS_SERAPAN,
                        (jumlah_rp_sd(bahan, daftar, nama), jumlah_pagu(bahan, daftar, nama)))


def cacah_terisi(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how the sub kegiatan with a realisasi are counted."""
    return SumberHitung(f"Sub kegiatan terisi {bahan.periode.label} {nama}",
                        "cacah sub kegiatan yang terisi realisasi anggarannya", _spent(bahan, daftar))


def cacah_sub(bahan: Bahan, daftar: Sequence[HasilAnggaran], nama: str = SEMUA) -> SumberHitung:
    """Return how the sub kegiatan of the plan are counted."""
    return SumberHitung(f"Cacah sub kegiatan {bahan.periode.label} {nama}", "cacah sub kegiatan pada rencana",
                        tuple(sumber_pagu(bahan, hasil.subkegiatan) for hasil in daftar))


def _spent(bahan: Bahan, daftar: Sequence[HasilAnggaran]) -> tuple[Sumber, ...]:
    return tuple(sumber_sub(bahan, hasil.subkegiatan, "realisasi_rp_sd", bahan.periode.triwulan) for hasil in daftar)
