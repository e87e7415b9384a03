"""Deadlines as calendar entries that keep their identity while their dates change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_xl.domain.laporan.waktu_tahap import SEBUTAN_TAHAP, TAHAP
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.pengingat.tugas import tugas_tahunan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.deadlines import annual_day, assignment_day, make_kalender, rencana_hari, tenggat
from kinerja_xl.domain.sop.sop import Kegiatan, next_kegiatan, place


@dataclass(frozen=True)
class Acara:
    """An entry for a whole day. ``uid`` stays, ``urutan`` grows and ``diubah`` moves on when it changes (RFC 5545).

    ``pelaksana`` None = it concerns everybody.
    """

    uid: str
    judul: str
    uraian: str
    hari: date
    urutan: int
    diubah: datetime
    selesai: bool = False
    pelaksana: Pelaksana | None = None


def acara_berkas(keadaan: Keadaan, urutan: int, diubah: datetime, pengaturan: Pengaturan) -> Iterator[Acara]:
    """Yield an entry for each step of a berkas: done, awaited by its deadline, or planned.

    ``urutan`` and ``diubah`` are number and time of the last row of the ledger that concerns it.
    """
    awaited = next_kegiatan(keadaan.status)
    reached = TAHAP.index(awaited) if awaited else len(TAHAP)
    due = tenggat(keadaan.status, keadaan.diterima, keadaan.periode, pengaturan)
    for number, row in enumerate(TAHAP):
        planned = rencana_hari(row, keadaan.periode, pengaturan)
        done = number < reached
        yield Acara(
            f"{keadaan.berkas}-{row.tindakan}".lower().replace(" ", "-"),
            f"{'Selesai: ' if done else ''}{_name(row)} {keadaan.berkas}", f"Kegiatan {row.nomor}: {row.uraian}.",
            due if row is awaited and due else planned, urutan, diubah, done,
            place(row.peran, keadaan.bidang, keadaan.sub_bidang) if row.peran else None)


def _name(row: Kegiatan) -> str:
    return SEBUTAN_TAHAP[row.tindakan]


def acara_triwulan(periode: Periode, urutan: int, diubah: datetime, pengaturan: Pengaturan) -> Iterator[Acara]:
    """Yield the end of a quarter and the day on which its worksheets are issued."""
    code = f"{periode.tahun}-tw{periode.triwulan}"
    yield Acara(f"{code}-akhir", f"Triwulan {periode.romawi} {periode.tahun} berakhir",
                "Hari kerja terakhir triwulan; siapkan data dan bukti dukung.",
                make_kalender(pengaturan).working_day_before(periode.akhir, 0), urutan, diubah)
    yield Acara(f"{code}-penugasan", f"Penugasan data kinerja {periode.label}",
                "Lembar Kerja diterbitkan; Kabid menugaskan Kasubag/Kasubid.", assignment_day(periode, pengaturan),
                urutan, diubah)


def acara_tahunan(tahun: int, urutan: int, diubah: datetime, selesai: bool, pengaturan: Pengaturan) -> Acara:
    """Return the deadline of the yearly report."""
    tugas = tugas_tahunan(tahun, pengaturan)
    return Acara(f"{tahun}-tahunan", f"{'Selesai: ' if selesai else ''}{tugas.untuk}", tugas.uraian,
                 tugas.tenggat or annual_day(tahun, pengaturan), urutan, diubah, selesai, PERENCANAAN)
