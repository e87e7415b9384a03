"""Whether the service runs, by the age of the heartbeat that it writes into the office's root."""

from __future__ import annotations

import time
from pathlib import Path

from kinerja_xl.routing.folders import STATUS_LAYANAN

_LATE = 5  # minutes: it is written at least once a minute while the service looks


def heartbeat_age(akar: Path, now: float | None = None) -> int | None:
    """Return how many minutes ago the service last wrote its heartbeat, None where there is none.

    By the file's own time, not by what stands in it: an office for practice has a clock of its own.
    """
    try:
        written = (akar / STATUS_LAYANAN).stat().st_mtime
    except OSError:
        return None
    return max(0, int(((time.time() if now is None else now) - written) // 60))


def is_late(minutes: int | None) -> bool:
    """Return whether the service has not looked for so long that it probably does not run."""
    return minutes is None or minutes >= _LATE


def tell_heartbeat(minutes: int | None) -> str:
    """Return in one sentence when the service last looked."""
    if minutes is None:
        return "Layanan belum pernah melihat folder kantor ini."
    if not is_late(minutes):
        return "Layanan sedang berjalan."
    return f"Layanan terakhir melihat folder kantor {_ago(minutes)} yang lalu; mungkin sedang tidak berjalan."


def _ago(minutes: int) -> str:
    if minutes < 120:
        return f"{minutes} menit"
    return f"{minutes // 60} jam" if minutes < 2 * 24 * 60 else f"{minutes // (24 * 60)} hari"
