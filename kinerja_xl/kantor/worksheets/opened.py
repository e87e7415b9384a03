"""What waits in acting folders because somebody has it open, and shortcuts that were put there: in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import KinerjaError, ShortcutFound
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.remembered import TERBUKA, moment, since_when
from kinerja_xl.routing.looking import Found, Scan

LONG = timedelta(hours=4)
"""From then on the owner file may be one that a PC left behind when it went off."""


def tell_opened(kantor: Kantor, scan: Scan) -> tuple[str, ...]:
    """Return a line for each file in an acting folder that somebody has open: who, since when, and what to do."""
    opened = [found for found in scan.waiting if found.candidate.dibuka_oleh and found.jalan is not Jalan.MASUK]
    since = since_when(kantor, TERBUKA, [found.jalur for found in opened])
    return tuple(_line(found, since[found.jalur], kantor.now()) for found in opened)


def _line(found: Found, since: datetime, now: datetime) -> str:
    line = (f"{found.jalur}: masih dibuka oleh {found.candidate.dibuka_oleh} sejak {moment(since)}; diproses setelah "
            "ditutup.")
    if now < since + LONG:
        return line
    return (f"{line} Bila sebenarnya sudah ditutup, misalnya komputernya mati: buka dan tutup berkas itu sekali lagi, "
            f"atau hapus berkas tersembunyi {found.candidate.penanda} di folder itu.")


def tell_shortcuts(scan: Scan) -> tuple[KinerjaError, ...]:
    """Return what is to be said of shortcuts: whoever put one there believes that he sent the worksheet."""
    return tuple(ShortcutFound(jalur=jalur, folder=jalur.rpartition("/")[0]) for jalur in scan.shortcuts)
