"""Deadlines as an iCalendar file (RFC 5545) that Outlook, Google Calendar and telephones read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta

from kinerja_xl.domain.pengingat.acara import Acara

_PRODUCT = "-//kinerja_xl//Tenggat//ID"


def write_tenggat(judul: str, kantor: str, daftar: Iterable[Acara]) -> bytes:
    """Return the calendar; ``kantor`` makes the identities of its entries the office's own. Same content, same bytes.

    An entry is a whole day that takes nobody's time; what is not done yet rings at 08.00 of the day before.
    """
    from icalendar import Alarm, Calendar, Event  # only a changed calendar pays for loading it

    book = Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", judul)
    for acara in daftar:
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
        book.add_component(event)
    return bytes(book.to_ical())
