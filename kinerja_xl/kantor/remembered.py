"""Since when something has been seen on the share: no event, but it must survive a restart and follow the office clock.

It is kept beside the ledger's rows and may be lost: then it counts from the next look.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from kinerja_xl.domain.periods import tanggal_panjang
from kinerja_xl.kantor.office import Kantor

HILANG, FOLDER, TERBUKA = "hilang", "folder", "terbuka"
"""Kinds of what is remembered: worksheets that are gone, folders that are gone, files that somebody has open."""
_PERHATIAN = "perhatian"


def since_when(kantor: Kantor, jenis: str, seen: Iterable[str], unsure: Collection[str] = ()) -> dict[str, datetime]:
    """Return since when each of these has been so, by the office clock; what is no longer seen is forgotten.

    What is ``unsure`` now is neither begun nor forgotten: it is returned only where it was known before.
    """
    text = kantor.ledger.get_meta(jenis) or "{}"
    known = {key: datetime.fromisoformat(value) for key, value in json.loads(text).items()}
    now = kantor.now()
    since = {key: known.get(key, now) for key in seen} | {key: known[key] for key in unsure if key in known}
    kept = json.dumps({key: waktu.isoformat() for key, waktu in sorted(since.items())})
    if kept != text:
        kantor.ledger.set_meta(jenis, kept)
    return since


def moment(waktu: datetime) -> str:
    """Return a moment as staff read it: ``10 April 2026 pukul 08.00``."""
    return f"{tanggal_panjang(waktu.date())} pukul {waktu:%H.%M}"


def keep_notices(kantor: Kantor, lines: Sequence[str]) -> None:
    """Keep what needs somebody's attention, for the commands that show the office without looking at the folders."""
    text = json.dumps(list(lines))
    if (kantor.ledger.get_meta(_PERHATIAN) or "[]") != text:
        kantor.ledger.set_meta(_PERHATIAN, text)


def read_notices(kantor: Kantor) -> tuple[str, ...]:
    """Return what needed somebody's attention when the service last looked."""
    return tuple(json.loads(kantor.ledger.get_meta(_PERHATIAN) or "[]"))
