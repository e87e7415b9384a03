"""How much working time each step of the SOP really took, beside its standard time (Mutu Baku)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja_xl.domain.laporan.bahan import TindakanTercatat
from kinerja_xl.domain.office import Pengaturan, SatuanWaktu
from kinerja_xl.domain.sop.acts import RETURNS
from kinerja_xl.domain.sop.deadlines import make_kalender, standard_time
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Tindakan

TAHAP: tuple[Kegiatan, ...] = tuple(row for row in KEGIATAN if row.maju)
"""The steps that a berkas goes through, in order: each begins with its receipt and ends when it is handed on."""
SEBUTAN_TAHAP = {
    Tindakan.TUGASKAN: "Penugasan", Tindakan.PERINTAHKAN: "Perintah", Tindakan.SERAHKAN_BAHAN: "Bahan",
    Tindakan.AJUKAN_LAPORAN: "Laporan", Tindakan.SETUJUI: "Persetujuan",
    Tindakan.SERAHKAN_KE_PERENCANAAN: "Penyerahan", Tindakan.REKOMENDASIKAN: "Rekomendasi"}
"""Each step as a heading."""


@dataclass(frozen=True)
class WaktuTahap:
    """The time of one step of one berkas: ``menit`` working minutes over all rounds, ``kali`` how often it was done."""

    menit: int = 0
    kali: int = 0

    def __add__(self, other: WaktuTahap) -> WaktuTahap:
        return WaktuTahap(self.menit + other.menit, self.kali + other.kali)


def waktu_tahap(daftar_tindakan: Iterable[TindakanTercatat]) -> dict[Tindakan, WaktuTahap]:
    """Return the time of each step that was done, by the forward act of its row.

    Whoever held the berkas is charged, whatever he did with it: a return at Kegiatan 5 is time of Kegiatan 5. The time
    until a sender took his worksheet back is the receiver's, but not a step that he did.
    """
    found: dict[Tindakan, WaktuTahap] = {}
    for act in daftar_tindakan:
        if act.tahap is not None and act.menit is not None:
            more = WaktuTahap(act.menit, 0 if act.tindakan is Tindakan.TARIK_KEMBALI else 1)
            found[act.tahap] = found.get(act.tahap, WaktuTahap()) + more
    return found


def count_returns(daftar_tindakan: Iterable[TindakanTercatat]) -> int:
    """Return how often a berkas was sent back for mending."""
    return sum(act.tindakan in RETURNS for act in daftar_tindakan)


def total_waktu(daftar: Iterable[WaktuTahap]) -> WaktuTahap:
    """Return the times together."""
    return sum(daftar, WaktuTahap())


def standard_minutes(row: Kegiatan, pengaturan: Pengaturan) -> int | None:
    """Return the standard time of a step in working minutes, None where the SOP gives it none.

    A day has the minutes of the office's usual working day: the week's hours by its days.
    """
    waktu = standard_time(row, pengaturan)
    if waktu is None:
        return None
    factor = {SatuanWaktu.MENIT: 1, SatuanWaktu.JAM: 60}.get(waktu.satuan)
    return waktu.jumlah * (factor or make_kalender(pengaturan).usual_day_minutes)


def step_name(row: Kegiatan) -> str:
    """Return ``1 Penugasan``; handing over to Perencanaan belongs to Kegiatan 5 and has no number of its own."""
    name = SEBUTAN_TAHAP[row.tindakan]
    return f"{row.nomor} {name}" if row.mutu_baku else name


def mean_minutes(daftar: Sequence[WaktuTahap]) -> int | None:
    """Return the mean of the minutes, half a minute counting as one; None where there is nothing."""
    return (2 * sum(waktu.menit for waktu in daftar) + len(daftar)) // (2 * len(daftar)) if daftar else None
