"""Before the service opens its office: the ledger is proven, and its backup takes its place where that is safe."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.errors import LedgerElsewhere, LedgerReplaced
from kinerja_xl.routing import ledger
from kinerja_xl.routing.backup import backup_path, check_ledger
from kinerja_xl.routing.custody import STORE
from kinerja_xl.routing.disk import Disk


def require_ledger(akar: Path, data: Path) -> None:
    """Raise LedgerElsewhere where a folder holds neither the ledger of an office nor its backup."""
    if not (data / ledger.NAME).exists() and not backup_path(data).exists():
        raise LedgerElsewhere(akar=akar, data=data)


def prove_ledger(akar: Path, data: Path) -> LedgerReplaced | None:
    """Return None where the ledger holds, or what is to be told where its backup took its place.

    The data folder must be locked. Raises LedgerDamaged, DiskFailed.
    """
    return check_ledger(akar, data, Disk(data / STORE))
