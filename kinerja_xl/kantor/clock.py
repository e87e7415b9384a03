"""May the service's clock decide what is issued and whom to remind: against the ledger and against the share's time."""

from __future__ import annotations

from datetime import datetime, timedelta

from kinerja_xl.errors import ClockBehind, ClockFar, KinerjaError
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.remembered import moment

TOLERANCE = timedelta(minutes=5)
"""A clock that is set right goes back by this much without anybody noticing."""
FAR = timedelta(hours=1)
"""Issue and reminders go by the day, so that a clock of a NAS that is some minutes wrong does no harm."""


def clock_behind(kantor: Kantor) -> KinerjaError | None:
    """Return why the clock cannot be right: it stands before the last event."""
    now, last = kantor.now(), kantor.daftar_peristiwa[-1].waktu
    return ClockBehind(sekarang=moment(now), terakhir=moment(last)) if now < last - TOLERANCE else None


def clock_fault(kantor: Kantor) -> KinerjaError | None:
    """Return why nothing that goes by the date may be done now, None where the clock is trusted.

    A simulated clock is compared with the ledger only. Asking the share for its time writes a file there, so this is
    asked before something is issued or said, not at each look. Raises DiskFailed where the share takes no file.
    """
    behind = clock_behind(kantor)
    if behind or kantor.jam_tiruan:
        return behind
    now = kantor.now()
    there = datetime.fromtimestamp(kantor.disk.time_at(kantor.akar), now.tzinfo)
    return ClockFar(sekarang=moment(now), folder=moment(there)) if abs(there - now) > FAR else None
