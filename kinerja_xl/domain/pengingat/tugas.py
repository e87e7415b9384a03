"""Tasks with a deadline: the step that a berkas waits for, the end of a quarter, the yearly report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from kinerja_xl.domain.office import Pengaturan, SatuanWaktu
from kinerja_xl.domain.periods import Periode, tanggal_panjang
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.deadlines import (
    annual_day,
    assignment_day,
    make_kalender,
    rencana,
    standard_time,
    tenggat,
    tenggat_tahunan,
)
from kinerja_xl.domain.sop.jabatan import post_of
from kinerja_xl.domain.sop.sop import Status, next_kegiatan

LKJIP = "LKjIP"


@dataclass(frozen=True)
class Tugas:
    """What waits for whom until when. ``kunci`` is the same as long as it is the same task of the same holder.

    ``tenggat`` is None where the SOP sets no standard time; ``hari`` are the days of the standard time, 0 for minutes
    and hours. ``bersama`` is a date to keep in mind, with nobody who could be late.
    """

    kunci: str
    untuk: str  # the berkas, the quarter or the report
    uraian: str  # what is to be done, as a sentence
    daftar_pelaksana: tuple[Pelaksana, ...]
    mulai: datetime
    tenggat: date | None
    rencana: date | None = None
    hari: int = 0
    bersama: bool = False
    status: Status | None = None  # of the berkas


def tugas_berkas(keadaan: Keadaan, pengaturan: Pengaturan) -> Tugas | None:
    """Return what a berkas waits for, None once it has ended."""
    row, pemegang = next_kegiatan(keadaan.status), keadaan.pemegang
    if row is None or pemegang is None:
        return None
    waktu = standard_time(row, pengaturan)
    days = waktu.jumlah if waktu and waktu.satuan is SatuanWaktu.HARI else 0
    return Tugas(
        f"{keadaan.berkas}/{keadaan.status}/{keadaan.diterima:%Y-%m-%dT%H.%M.%S}", keadaan.berkas,
        f"Kegiatan {row.nomor}: {row.uraian}.", (pemegang,), keadaan.diterima,
        tenggat(keadaan.status, keadaan.diterima, keadaan.periode, pengaturan),
        rencana(keadaan.status, keadaan.periode, pengaturan), days, status=keadaan.status)


def tugas_akhir_triwulan(periode: Periode, pengaturan: Pengaturan,
                         daftar_unit: tuple[tuple[str, str | None], ...]) -> Tugas | None:
    """Return what every unit keeps in mind until a quarter is over; None where it is collected before its end.

    The deadline is the quarter's last working day.
    """
    assigned = assignment_day(periode, pengaturan)
    if assigned <= periode.akhir or not daftar_unit:
        return None
    roles = [post_of(pengaturan, peran, *unit) for unit in daftar_unit for peran in (Peran.KASUBID, Peran.ANALIS)]
    return Tugas(
        f"akhir/{periode.label}", f"{periode.label}",
        f"Triwulan {periode.romawi} Tahun {periode.tahun} berakhir {tanggal_panjang(periode.akhir)}; siapkan data dan "
        f"bukti dukung, lembar kerjanya diterbitkan {tanggal_panjang(assigned)}.",
        (*dict.fromkeys(roles), PERENCANAAN),
        datetime.combine(date(periode.tahun, periode.triwulan * 3 - 2, 1), time.min),
        make_kalender(pengaturan).working_day_before(periode.akhir, 0), hari=QUARTER, bersama=True)


QUARTER = 90
"""A quarter is long enough for every reminder."""


def tugas_tahunan(tahun: int, pengaturan: Pengaturan) -> Tugas:
    """Return the task to make the yearly report of a year; KeyError where the settings hold no standard time."""
    waktu = pengaturan.mutu_baku["tahunan"]
    return Tugas(
        f"tahunan/{tahun}", f"{LKJIP} {tahun}", f"Kegiatan 6: Menyusun Laporan Kinerja (LKjIP) Tahun {tahun}.",
        (PERENCANAAN,), datetime.combine(annual_day(tahun, pengaturan), time.min), tenggat_tahunan(tahun, pengaturan),
        hari=waktu.jumlah if waktu.satuan is SatuanWaktu.HARI else 0)
