"""When somebody is reminded of a task: three days and one day before, on the day, when late, and then his superior."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.pengingat.tugas import Tugas
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.deadlines import make_kalender
from kinerja_xl.domain.sop.jabatan import post_of

LONG = 3
"""Days of the standard time from which on a task is announced beforehand."""


class JenisPengingat(StrEnum):
    """Kinds of reminders, in the order of their days."""

    H3 = "H-3"
    H1 = "H-1"
    BATAS = "batas"
    TERLAMBAT = "terlambat"
    ATASAN = "diteruskan kepada atasan"


@dataclass(frozen=True)
class Pengingat:
    """A reminder that is due: ``kunci`` stands in the ledger once it was given; another deadline is another one."""

    kunci: str
    jenis: JenisPengingat
    tugas: Tugas
    kepada: tuple[Pelaksana, ...]


def newest_due(tugas: Tugas, hari: date, pengaturan: Pengaturan) -> Pengingat | None:
    """Return the latest reminder whose day has come; those before it are over and not given any more."""
    due = [jenis for jenis, when in reminder_days(tugas, pengaturan) if when <= hari]
    if not due:
        return None
    kepada = tugas.daftar_pelaksana
    if due[-1] is JenisPengingat.ATASAN:
        kepada += tuple(told_for(superior(p, pengaturan)) for p in tugas.daftar_pelaksana)
    return Pengingat(f"{tugas.kunci}/{due[-1]}/{tugas.tenggat}", due[-1], tugas, tuple(dict.fromkeys(kepada)))


def reminder_days(tugas: Tugas, pengaturan: Pengaturan) -> Iterator[tuple[JenisPengingat, date]]:
    """Yield each reminder of a task with its day, in order of the days; nothing for a task without a deadline."""
    if tugas.tenggat is None:
        return
    kalender, late = make_kalender(pengaturan), pengaturan.kebijakan.eskalasi_hari
    if tugas.hari >= LONG:
        yield JenisPengingat.H3, kalender.working_day_before(tugas.tenggat, 3)
        yield JenisPengingat.H1, kalender.working_day_before(tugas.tenggat, 1)
    yield JenisPengingat.BATAS, tugas.tenggat
    if not tugas.bersama:
        yield JenisPengingat.TERLAMBAT, kalender.add_working_days(tugas.tenggat, 1)
        if late:
            yield JenisPengingat.ATASAN, kalender.add_working_days(tugas.tenggat, 1 + late)


def superior(pelaksana: Pelaksana, pengaturan: Pengaturan) -> Pelaksana:
    """Return whom a role answers to: Analis, Kasubid, Kabid, Kepala Dinas; Kasubag Perencanaan: the Sekretaris."""
    bidang, sub = pelaksana.bidang or "", pelaksana.sub_bidang
    if pelaksana.peran is Peran.ANALIS:
        return post_of(pengaturan, Peran.KASUBID, bidang, sub)
    if pelaksana.peran is Peran.KASUBID:
        return post_of(pengaturan, Peran.KABID, bidang, None)
    if pelaksana.peran is Peran.PERENCANAAN:
        found = post_of(pengaturan, Peran.SEKRETARIS, "", None)
        return found if found.bidang else Pelaksana(Peran.KEPALA_DINAS)
    return Pelaksana(Peran.KEPALA_DINAS)


def told_for(pelaksana: Pelaksana) -> Pelaksana:
    """Return in whose folder a role is told: Kepala Dinas has none, Kasubag Perencanaan tells him."""
    return pelaksana if pelaksana.bidang else PERENCANAAN
