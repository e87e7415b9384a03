"""Deadlines as an iCalendar file (RFC 5545) that Outlook, Google Calendar and telephones read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from functools import lru_cache

from kinerja_xl.domain.pengingat.acara import Acara

_PRODUCT = "-//kinerja_xl//Tenggat//ID"
_END = b"END:VCALENDAR\r\n"


def write_tenggat(judul: str, kantor: str, daftar: Iterable[Acara]) -> bytes:
    """Return the calendar; ``kantor`` makes the identities of its entries the office's own. Same content, same bytes.

    An entry is a whole day that takes nobody's time; what is not done yet rings at 08.00 of the day before.
    """
    from icalendar import Calendar  # only a changed calendar pays for loading it

    book = Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", judul)
    head = bytes(book.to_ical()).removesuffix(_END)
    return head + b"".join(_entry(acara, kantor) for acara in daftar) + _END


@lru_cache(maxsize=16_384)
def _entry(acara: Acara, kantor: str) -> bytes:
    """One entry as it stands in every calendar that shows it: most calendars change by one entry at a time."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{acara.uid}@{kantor}")
    event.add("dtstamp", acara.diubah.astimezone(UTC))
    event.add("sequence", acara.urutan)
    event.add("dtstart", acara.hari)
    event.add("dtend", acara.hari + timedelta(days=1))
    event.add("summary", acara.judul)
    event.add("description", acara.uraian)
    event.add("transp", "TRANSPARENT")
    if not acara.selesai:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", acara.judul)
        alarm.add("trigger", timedelta(hours=-16))
        event.add_component(alarm)
    return bytes(event.to_ical())
