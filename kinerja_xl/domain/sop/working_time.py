"""Working days and working minutes of one office: its office hours and its days off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from kinerja_xl.domain.office import HariLibur, JamHari, JamKerja

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Kalender:
    """The office's calendar; datetimes are aware, and all of one calculation share one time zone.

    A year without entries in ``daftar_libur`` has its weekends only. ValueError where no weekday has office hours.
    """

    daftar_jam_kerja: tuple[JamKerja, ...]
    daftar_libur: tuple[HariLibur, ...]

    def __post_init__(self) -> None:
        # without a whole-year table that has hours, looking for the next working day would never end
        if not any(_sessions(hours) for table in self._whole_year for hours in table.hari.values()):
            raise ValueError("no office hours for the whole year")

    @property
    def _whole_year(self) -> tuple[JamKerja, ...]:
        return tuple(table for table in self.daftar_jam_kerja if table.mulai is None and table.sampai is None)

    @cached_property
    def _days_off(self) -> frozenset[date]:
        return frozenset(libur.tanggal for libur in self.daftar_libur)

    @cached_property
    def _tables(self) -> tuple[JamKerja, ...]:
        # hours of a stretch of days (Ramadan) come before the year's
        dated = tuple(table for table in self.daftar_jam_kerja if table not in self._whole_year)
        return (*dated, *self._whole_year)

    def hours(self, hari: date) -> JamHari | None:
        """Return the office hours of a day, None where the office is closed."""
        if hari in self._days_off:
            return None
        table = next((t for t in self._tables if _covers(t, hari)), None)
        hours = table.hari.get(hari.weekday()) if table else None
        return hours if hours and _sessions(hours) else None

    def is_working_day(self, hari: date) -> bool:
        """Whether the office works on that day."""
        return self.hours(hari) is not None

    def next_working_day(self, hari: date) -> date:
        """Return the day itself where the office works on it, else the first working day after it."""
        while not self.is_working_day(hari):
            hari += _DAY
        return hari

    def add_working_days(self, hari: date, jumlah: int) -> date:
        """Return the n-th working day after a day; 0 = ``next_working_day``. ValueError below 0."""
        if jumlah < 0:
            raise ValueError(f"working days {jumlah}")
        if jumlah == 0:
            return self.next_working_day(hari)
        for _ in range(jumlah):
            hari = self.next_working_day(hari + _DAY)
        return hari

    def working_day_before(self, hari: date, jumlah: int) -> date:
        """Return the n-th working day before a day; 0 = the day itself, or the last working day before it."""
        left = jumlah if self.is_working_day(hari) else max(jumlah, 1)
        while left:
            hari -= _DAY
            left -= self.is_working_day(hari)
        return hari

    def count_working_days(self, sesudah: date, sampai: date) -> int:
        """Return how many working days lie after one day up to and including another; 0 where there is none."""
        days = (sampai - sesudah).days
        return sum(self.is_working_day(sesudah + _DAY * n) for n in range(1, days + 1))

    def opening(self, saat: datetime) -> datetime:
        """Return the moment itself inside office hours, else the next moment the office opens (also after a break).

        The closing minute itself is outside: nothing can be done any more in a day that ends now.
        """
        mulai, _ = next(self._sessions_from(saat))
        return max(saat, mulai)

    def add_working_minutes(self, saat: datetime, menit: int) -> datetime:
        """Return when so many working minutes have passed since a moment; 0 = ``opening``. ValueError below 0."""
        if menit < 0:
            raise ValueError(f"working minutes {menit}")
        left = menit * _MINUTE
        for mulai, selesai in self._sessions_from(saat):
            start = max(saat, mulai)
            if start + left <= selesai:
                return start + left
            left -= selesai - start
        raise AssertionError("sessions never end")

    def working_minutes(self, mulai: datetime, selesai: datetime) -> int:
        """Return the full working minutes between two moments, 0 where ``selesai`` is not after ``mulai``."""
        total = timedelta()
        for buka, tutup in self._sessions_from(mulai):
            if buka >= selesai:
                break
            total += min(selesai, tutup) - max(mulai, buka)
        return max(total, timedelta()) // _MINUTE

    @property
    def usual_day_minutes(self) -> int:
        """The working minutes of a usual day: those of the whole-year week, shared by its working days."""
        days = [sum((_minutes(s) for s in _sessions(hours)), timedelta()) for table in self._whole_year
                for hours in table.hari.values() if _sessions(hours)]
        return sum(days, timedelta()) // _MINUTE // len(days)

    def _sessions_from(self, saat: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of work that end after a moment, without end."""
        hari = saat.date()
        while True:
            hours = self.hours(hari)
            for mulai, selesai in _sessions(hours) if hours else ():
                closing = datetime.combine(hari, selesai, saat.tzinfo)
                if closing > saat:
                    yield datetime.combine(hari, mulai, saat.tzinfo), closing
            hari += _DAY


def _covers(table: JamKerja, hari: date) -> bool:
    return (table.mulai is None or table.mulai <= hari) and (table.sampai is None or hari <= table.sampai)


def _sessions(hours: JamHari) -> tuple[tuple[time, time], ...]:
    """The stretches of work of a day, before and after the break; none where the hours are empty."""
    halves = ((hours.mulai, min(hours.istirahat_mulai, hours.selesai)),
              (max(hours.istirahat_selesai, hours.mulai), hours.selesai))
    return tuple((mulai, selesai) for mulai, selesai in halves if mulai < selesai)


def _minutes(session: tuple[time, time]) -> timedelta:
    mulai, selesai = (timedelta(hours=moment.hour, minutes=moment.minute) for moment in session)
    return selesai - mulai
