"""The tasks of an office that have a deadline, and the reminders that are due: each is given once, by a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kinerja_xl.domain.pengingat.jadwal import Pengingat, newest_due
from kinerja_xl.domain.pengingat.tugas import Tugas, tugas_akhir_triwulan, tugas_berkas, tugas_tahunan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.sop.deadlines import annual_day, assignment_day, make_kalender
from kinerja_xl.errors import KinerjaError
from kinerja_xl.kantor.clock import clock_fault
from kinerja_xl.kantor.material.year import find_closing
from kinerja_xl.kantor.office import Kantor


def open_tasks(kantor: Kantor) -> tuple[Tugas, ...]:
    """Return what waits for somebody now: every berkas under way, the end of the quarter, the yearly report."""
    berkas = (tugas_berkas(state, kantor.pengaturan) for state in kantor.keadaan.values())
    return (*filter(None, berkas), *_quarter_ends(kantor), *_annual(kantor))


def _quarter_ends(kantor: Kantor) -> Iterator[Tugas]:
    """The quarter under way, and the one before until the day that it is issued on, whatever may keep it then."""
    today = kantor.now().date()
    for periode in planned_quarters(kantor):
        rencana = kantor.find_rencana(periode)
        issued = any(state.periode == periode for state in kantor.keadaan.values())
        task = tugas_akhir_triwulan(periode, kantor.pengaturan, rencana.daftar_unit) if rencana and not issued else None
        if task and task.mulai.date() <= today < assignment_day(periode, kantor.pengaturan):
            yield task


def planned_quarters(kantor: Kantor) -> list[Periode]:
    """Return the quarters of last year and this one, in order."""
    year = kantor.now().year
    return [Periode(tahun, triwulan) for tahun in (year - 1, year) for triwulan in range(1, 5)]


def _annual(kantor: Kantor) -> Iterator[Tugas]:
    today = kantor.now().date()
    for tahun in sorted({state.periode.tahun for state in kantor.keadaan.values()}):
        if annual_day(tahun, kantor.pengaturan) <= today and find_closing(kantor, tahun) is None:
            yield tugas_tahunan(tahun, kantor.pengaturan)


def given_reminders(kantor: Kantor) -> dict[str, Peristiwa]:
    """Return the rows of all reminders by their key."""
    return {str(row.isi["kunci"]): row for row in kantor.of_kind(JenisPeristiwa.PENGINGAT)}


def due_reminders(kantor: Kantor, tertunda: Collection[str]) -> tuple[Pengingat, ...]:
    """Return the reminders to give now: of each task the newest that is due and was never given.

    Nothing outside working hours; what came due meanwhile is given at the next opening. Nor anything about the berkas
    ``tertunda``: their holders may have sent them, and only the disk keeps them from being taken.
    """
    now = kantor.now()
    if make_kalender(kantor.pengaturan).opening(now) != now:
        return ()
    given = given_reminders(kantor)
    due = (newest_due(tugas, now.date(), kantor.pengaturan) for tugas in open_tasks(kantor)
           if tugas.untuk not in tertunda)
    return tuple(pengingat for pengingat in due if pengingat and pengingat.kunci not in given)


def remind(kantor: Kantor, tertunda: Collection[str]) -> tuple[int, KinerjaError | None]:
    """Record the reminders that are due; return how many, and why none where the clock cannot be trusted."""
    due = due_reminders(kantor, tertunda)
    fault = clock_fault(kantor) if due else None
    if fault or not due:
        return 0, fault
    kantor.record([_row(kantor, pengingat) for pengingat in due])
    return len(due), None


def _row(kantor: Kantor, pengingat: Pengingat) -> Peristiwa:
    tugas = pengingat.tugas
    return kantor.event(
        JenisPeristiwa.PENGINGAT, tugas.untuk if tugas.untuk in kantor.keadaan else None, kunci=pengingat.kunci,
        pengingat=pengingat.jenis.value, tugas=tugas.kunci,
        tenggat=tugas.tenggat.isoformat() if tugas.tenggat else None,
        kepada=[kantor.pengaturan.folder(pelaksana) for pelaksana in pengingat.kepada])
