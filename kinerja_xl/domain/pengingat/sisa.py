"""How much time is left until a deadline, or how late it is, in working days and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.sop.working_time import Kalender


@dataclass(frozen=True)
class Sisa:
    """``hari`` working days left (late: since the deadline), None where there is no deadline."""

    hari: int | None
    terlambat: bool = False

    @property
    def kata(self) -> str:
        """``sisa 2 hari kerja``, ``batas hari ini``, ``TERLAMBAT 1 hari kerja`` or ``tanpa batas waktu``."""
        if self.hari is None:
            return "tanpa batas waktu"
        if self.terlambat:
            return f"TERLAMBAT {self.hari} hari kerja" if self.hari else "TERLAMBAT"
        return f"sisa {self.hari} hari kerja" if self.hari else "batas hari ini"


def sisa_of(tenggat: date | None, hari: date, kalender: Kalender) -> Sisa:
    """Return what is left on a day; a deadline that passed over a weekend is late by no working day yet."""
    if tenggat is None:
        return Sisa(None)
    if hari > tenggat:
        return Sisa(kalender.count_working_days(tenggat, hari), terlambat=True)
    return Sisa(kalender.count_working_days(hari, tenggat))
