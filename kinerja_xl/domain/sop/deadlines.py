"""When a quarter opens, and by when each step must be done (contract section 4, domain facts 7.3)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from kinerja_xl.domain.kebijakan import HitunganHari, Pengumpulan
from kinerja_xl.domain.office import Pengaturan, SatuanWaktu, Waktu
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.sop import RENCANA_HARI, Kegiatan, Status, next_kegiatan
from kinerja_xl.domain.sop.working_time import Kalender

_MENIT = {SatuanWaktu.MENIT: 1, SatuanWaktu.JAM: 60}
_TAHUNAN = "tahunan"
LOOKAHEAD = timedelta(days=30)
"""The SKB 3 Menteri of the next year is out by then (domain facts 7.2)."""


def make_kalender(pengaturan: Pengaturan) -> Kalender:
    """Return the calendar of an office's settings."""
    return Kalender(pengaturan.daftar_jam_kerja, pengaturan.daftar_libur)


def assignment_day(periode: Periode, pengaturan: Pengaturan) -> date:
    """Return the effective 10th on which a quarter is assigned: that day, or the next working day."""
    if pengaturan.kebijakan.pengumpulan is Pengumpulan.BERJALAN:
        return _effective_day(periode.tahun, periode.triwulan * 3 - 2, pengaturan)
    return _effective_day(periode.tahun + periode.triwulan // 4, periode.triwulan % 4 * 3 + 1, pengaturan)


def opened_periode(hari: date, pengaturan: Pengaturan) -> Periode | None:
    """Return the quarter whose effective day of assignment is that day, None on every other day."""
    candidates = (Periode(tahun, triwulan) for tahun in (hari.year - 1, hari.year) for triwulan in range(1, 5))
    return next((periode for periode in candidates if assignment_day(periode, pengaturan) == hari), None)


def tenggat(status: Status, diterima: datetime, periode: Periode, pengaturan: Pengaturan) -> date | None:
    """Return the last day of the standard time of whoever holds a berkas since ``diterima`` (aware).

    None where it has ended and for handing over to Perencanaan, which has no standard time.
    """
    row = next_kegiatan(status)
    waktu = standard_time(row, pengaturan) if row else None
    if waktu is None:
        return None
    mulai = diterima
    if status is Status.BARU:
        opened = datetime.combine(assignment_day(periode, pengaturan), time.min, diterima.tzinfo)
        mulai = max(opened, diterima)
    return _due(mulai, waktu, pengaturan)


def rencana(status: Status, periode: Periode, pengaturan: Pengaturan) -> date | None:
    """Return by when the step that a berkas waits for is planned, in working days after the effective 10th."""
    row = next_kegiatan(status)
    return rencana_hari(row, periode, pengaturan) if row else None


def rencana_hari(row: Kegiatan, periode: Periode, pengaturan: Pengaturan) -> date:
    """Return the day by which a row of the SOP with a number is planned; KeyError for a row outside the SOP."""
    effective = assignment_day(periode, pengaturan)
    return make_kalender(pengaturan).add_working_days(effective, RENCANA_HARI[row.nomor or 0])


def annual_day(tahun: int, pengaturan: Pengaturan) -> date:
    """Return the effective 10 January on which the LKjIP of a year is opened."""
    return _effective_day(tahun + 1, 1, pengaturan)


def tenggat_tahunan(tahun: int, pengaturan: Pengaturan) -> date:
    """Return by when the LKjIP of a year is due: the yearly standard time after the effective 10 January.

    KeyError where the settings hold no yearly standard time.
    """
    mulai = datetime.combine(annual_day(tahun, pengaturan), time.min)
    return _due(mulai, pengaturan.mutu_baku[_TAHUNAN], pengaturan)


def years_without_libur(hari: date, pengaturan: Pengaturan) -> tuple[int, ...]:
    """Return the years of the next ``LOOKAHEAD`` days that the holiday sheet does not know: deadlines may be wrong."""
    known = {libur.tanggal.year for libur in pengaturan.daftar_libur}
    return tuple(sorted({hari.year, (hari + LOOKAHEAD).year} - known))


def _effective_day(tahun: int, bulan: int, pengaturan: Pengaturan) -> date:
    hari = min(pengaturan.kebijakan.tanggal_penugasan, monthrange(tahun, bulan)[1])
    return make_kalender(pengaturan).next_working_day(date(tahun, bulan, hari))


def standard_time(row: Kegiatan, pengaturan: Pengaturan) -> Waktu | None:
    """Return the standard time of a row of the SOP as the office has it, None where the SOP gives it none."""
    return pengaturan.mutu_baku.get(row.mutu_baku) if row.mutu_baku else None


def _due(mulai: datetime, waktu: Waktu, pengaturan: Pengaturan) -> date:
    """Return the day in which a standard time runs out; a start outside office hours counts as the next opening.

    Calendar days that end on a day off end on the next working day, as the 10th does (domain facts 1).
    """
    kalender = make_kalender(pengaturan)
    if waktu.satuan in _MENIT:
        return kalender.add_working_minutes(mulai, waktu.jumlah * _MENIT[waktu.satuan]).date()
    received = kalender.opening(mulai).date()
    if pengaturan.kebijakan.hitungan_hari is HitunganHari.KALENDER:
        return kalender.next_working_day(received + timedelta(days=waktu.jumlah))
    return kalender.add_working_days(received, waktu.jumlah)
