"""The office clock: the PC's own, a given moment, or the moment that a file names."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from kinerja_xl.errors import FileUnreadable, WrongMoment
from kinerja_xl.routing.osfiles import explain

ATTEMPTS, PAUSE = 20, 0.02  # seconds
WITA = timezone(timedelta(hours=8), "WITA")


def make_clock(sekarang: str | None) -> Callable[[], datetime]:
    """Return a clock (aware, WITA): ``2026-04-10T08:00``, ``@FILE`` read at each look, or None = the PC's time."""
    if sekarang is None:
        return lambda: datetime.now(WITA).replace(microsecond=0)
    if sekarang.startswith("@"):
        return lambda: parse_moment(_read_while_replaced(Path(sekarang[1:])).strip())
    moment = parse_moment(sekarang)
    return lambda: moment


def _read_while_replaced(file: Path) -> str:
    """Return the file's text; on Windows it cannot be read in the instant in which it is replaced."""
    for _ in range(ATTEMPTS - 1):
        try:
            return file.read_text(encoding="utf-8")
        except PermissionError:
            time.sleep(PAUSE)
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise FileUnreadable(berkas=file, sebab=explain(error)) from error


def parse_moment(teks: str) -> datetime:
    """Return ISO 8601 text as an aware moment; without an offset it is WITA. WrongMoment where it is none."""
    try:
        moment = datetime.fromisoformat(teks)
    except ValueError:
        raise WrongMoment(nilai=teks) from None
    return moment.replace(tzinfo=WITA) if moment.tzinfo is None else moment.astimezone(WITA)
