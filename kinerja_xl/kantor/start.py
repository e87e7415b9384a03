"""Before the service opens its office: the ledger is proven, and its backup takes its place where that is safe."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kinerja_xl.errors import LedgerElsewhere, LedgerReplaced, OfficeUnknown
from kinerja_xl.routing.custody import AKAR, STORE
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.ledger import ledger
from kinerja_xl.routing.ledger.backup import backup_path, check_ledger
from kinerja_xl.routing.ledger.ledger import Ledger


def require_ledger(akar: Path, data: Path) -> None:
    """Raise LedgerElsewhere where a folder holds neither the ledger of an office nor its backup."""
    if not (data / ledger.NAME).exists() and not backup_path(data).exists():
        raise LedgerElsewhere(akar=akar, data=data)


def served_office(data_folders: Path) -> Path:
    """Return the root of the one office that is served from this account; OfficeUnknown where it is not just one."""
    found: set[str] = set()
    for path in sorted(data_folders.glob(f"*/{ledger.NAME}")):
        with contextlib.closing(Ledger(path)) as book:
            found |= {akar for akar in (book.get_meta(AKAR),) if akar}
    if len(found) != 1:
        raise OfficeUnknown(sebab=f"ada {len(found)} kantor" if found else "belum ada yang dilayani")
    return Path(found.pop())


def prove_ledger(akar: Path, data: Path) -> LedgerReplaced | None:
    """Return None where the ledger holds, or what is to be told where its backup took its place.

    The data folder must be locked. Raises LedgerDamaged, DiskFailed.
    """
    return check_ledger(akar, data, Disk(data / STORE))
