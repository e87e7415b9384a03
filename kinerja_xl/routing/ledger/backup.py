"""The backup of the ledger on the service's own disk, and its return where the ledger itself is damaged.

It is written when a pass left nothing to do, so that it nearly always is what was published. Only where it knows every
published row does it take the place of a damaged ledger by itself (docs/keputusan/0021).
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from kinerja_xl.errors import LedgerBroken, LedgerDamaged, LedgerReplaced, MirrorBroken
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.ledger import ledger
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.ledger.published import published_events

FOLDER = "cadangan"
_DAMAGED = "jejak rusak.sqlite3"
_BESIDE = ("", "-wal", "-shm")  # SQLite's own files belong to the ledger: they would be replayed into another one


def backup_path(data: Path) -> Path:
    """Return where the backup of a data folder's ledger lies."""
    return data / FOLDER / ledger.NAME


def back_up(book: Ledger, disk: Disk, data: Path) -> None:
    """Write the backup, whole or not at all."""
    disk.make_folder(data / FOLDER, below=data)
    disk.replace_own(backup_path(data), book.contents())


def check_ledger(root: Path, data: Path, disk: Disk) -> LedgerReplaced | None:
    """Prove a data folder's ledger; return None where it holds, or what is to be told where its backup replaced it.

    Raises LedgerDamaged where it neither holds nor can be replaced without losing a published row; DiskFailed where it
    cannot be read now. The data folder must be locked.
    """
    try:
        if (data / ledger.NAME).exists():
            _prove(data / ledger.NAME)
            return None
        sebab = "berkasnya tidak ada."
    except LedgerBroken as error:
        sebab = str(error.fakta["sebab"])
    nomor = _check_backup(root, data, sebab)
    content = disk.read(backup_path(data))
    if content is None:
        raise LedgerDamaged(akar=root, data=data, sebab=sebab, cadangan="Cadangannya tidak ada.")
    aside = ""
    for tail in _BESIDE:
        if disk.see(data / f"{ledger.NAME}{tail}"):
            placed = disk.set_aside(data / f"{ledger.NAME}{tail}", f"{_DAMAGED}{tail}")
            aside = aside or placed.name
    disk.replace_own(data / ledger.NAME, content)
    disk.flush()
    return LedgerReplaced(data=data, sebab=sebab, nomor=nomor, nama=aside or "–")


def _prove(path: Path) -> tuple[int, str]:
    """Return the head of a ledger whose chain holds; LedgerBroken where it does not."""
    with contextlib.closing(Ledger(path)) as book:
        book.verify_chain()
        return book.head


def _check_backup(root: Path, data: Path, sebab: str) -> int:
    """Return up to which row the backup goes, where it holds and knows every row that was published."""
    def refuse(cadangan: str) -> LedgerDamaged:
        return LedgerDamaged(akar=root, data=data, sebab=sebab, cadangan=cadangan)

    if not backup_path(data).exists():
        raise refuse("Cadangannya tidak ada.")
    try:
        with contextlib.closing(Ledger(backup_path(data))) as book:
            book.verify_chain()
            rows = book.events()
        published = published_events(root)
    except LedgerBroken:
        raise refuse("Cadangannya rusak juga.") from None
    except MirrorBroken:
        raise refuse("Cadangannya tidak dapat dibandingkan dengan jejak di Arsip, karena jejak itu rusak.") from None
    if published[:len(rows)] != rows[:len(published)]:
        raise refuse("Jejak di Arsip berbeda dari cadangannya.")
    if len(published) > len(rows):
        raise refuse(f"Cadangannya berakhir pada peristiwa nomor {len(rows)}, sedangkan jejak di Arsip sampai nomor "
                     f"{len(published)}.")
    return len(rows)
