"""A ledger made anew from what the service published: for good on another disk (pulihkan), or for a moment to read."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa, fold
from kinerja_xl.errors import ArchiveIncomplete, LedgerBroken, LedgerExists, MirrorBroken
from kinerja_xl.kantor.found import all_or_nothing
from kinerja_xl.kantor.office import JAM_TIRUAN
from kinerja_xl.kantor.proof.archive import FileArsip, archived_files
from kinerja_xl.routing.custody import OFFICE_ID, STORE, Custody
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.folders import JEJAK, PERENCANAAN_FOLDER
from kinerja_xl.routing.lease import check_silent
from kinerja_xl.routing.ledger import ledger
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.ledger.published import published_events
from kinerja_xl.routing.limits.preflight import MAX_BYTES
from kinerja_xl.routing.marker import read_marker

_SETTINGS = "Arsip/Pengaturan/"
_HELD = ("*/Masuk/*", "*/*/Masuk/*", "*/Terkirim/*", "*/*/Terkirim/*", "Perencanaan/*.xlsx")
"""Where a content may still lie that the archive lost."""


@dataclass(frozen=True)
class HasilPemulihan:
    """What was restored: rows of the ledger and contents of the store."""

    baris: int
    isi: int


def restore_office(akar: Path, data: Path) -> HasilPemulihan:
    """Rebuild ledger and content store of an office in another data folder, from Arsip/Jejak and Arsip.

    The rows and their chain are the published ones. What the service has to read again is archived: settings, plans,
    every accepted version and paper. A content that the archive lost is taken from Masuk, Terkirim or Perencanaan where
    a file there still has its sha256. The bytes that were delivered to a holder are needed by nobody: the service knows
    them by their sha256, which the rows hold, and what a holder sends, filled or not, is judged against the archived
    version, which differs from the delivered one in the service's own sheets only.

    From then on this data folder has the office's lease, and the one before it is refused.

    Raises LedgerExists, LeaseAlive where that one still works, MirrorBroken with the row, or ArchiveIncomplete where
    something is missing without which the service cannot go on; then nothing stays behind in ``data``.
    """
    if (data / ledger.NAME).exists():
        raise LedgerExists(data=data)
    events = _office_events(akar)
    files = archived_files(events)
    with all_or_nothing(data):
        disk = Disk(data / STORE)
        check_silent(akar, disk)
        held = (path for pattern in _HELD for path in sorted(akar.glob(pattern)))
        kept = _keep_contents(disk, files, chain((akar / file.jalur for file in files), held))
        _need(files, _needed(events), kept)
        _write_ledger(akar, data, events)
        with contextlib.closing(Custody(akar, data)) as custody:
            custody.take_over_lease()
    return HasilPemulihan(len(events), len(kept))


@contextlib.contextmanager
def readable_copy(akar: Path, tahun: int | None = None) -> Iterator[Path]:
    """Yield a temporary data folder with the published rows and the settings in force: enough to show an office.

    With ``tahun`` also what the papers of that year are made from, as far as the archive has it. Raises MirrorBroken
    or ArchiveIncomplete. Nobody may write from it: it knows no more than was published.
    """
    events = _office_events(akar)
    settings = _in_force(events)
    files = [file for file in archived_files(events)
             if file.sha256 == settings or (tahun is not None and _is_for_papers(file.jalur, tahun))]
    with tempfile.TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as folder:
        data = Path(folder)
        kept = _keep_contents(Disk(data / STORE), files, (akar / file.jalur for file in files))
        _need(files, {settings}, kept)
        _write_ledger(akar, data, events)
        yield data


def _is_for_papers(jalur: str, tahun: int) -> bool:
    """Settings and plans as they once were, accepted worksheets, and the final reports of the office."""
    own = jalur.startswith(f"Arsip/{tahun}/")
    return jalur.startswith(_SETTINGS) or (own and (jalur.endswith(".xlsx") or f"/{PERENCANAAN_FOLDER}/" in jalur))


def _office_events(akar: Path) -> tuple[Peristiwa, ...]:
    office_id, events = read_marker(akar), published_events(akar)
    if not events:
        raise MirrorBroken(jalur=JEJAK, baris=1, sebab="belum ada satu baris pun.")
    if events[0].isi.get("kantor") != office_id:
        raise MirrorBroken(jalur=JEJAK, baris=1, sebab="jejak ini milik kantor lain.")
    return events


def _in_force(events: Sequence[Peristiwa]) -> str:
    """The content of the settings in force; every office has them from its beginning."""
    return [str(p.isi["sha256"]) for p in events if p.jenis is JenisPeristiwa.PENGATURAN][-1]


def _needed(events: Sequence[Peristiwa]) -> set[str]:
    plans = {str(p.isi["sha256"]) for p in events if p.jenis is JenisPeristiwa.RENCANA}
    return {_in_force(events), *plans, *(state.sha256_diterima for state in fold(events).values())}


def _need(files: Sequence[FileArsip], needed: Collection[str], kept: Collection[str]) -> None:
    missing = [file.jalur for file in files if file.sha256 in needed and file.sha256 not in kept]
    if missing:
        more = f" dan {len(missing) - 5} lainnya" if len(missing) > 5 else ""
        raise ArchiveIncomplete(daftar="; ".join(missing[:5]) + more)


def _keep_contents(disk: Disk, files: Sequence[FileArsip], places: Iterable[Path]) -> set[str]:
    """Put every content that is found in one of the places into the store; return their sha256."""
    wanted, kept = {file.sha256 for file in files}, set[str]()
    for path in places:
        if kept == wanted:
            break
        seen = disk.see(path)
        data = disk.read(path) if seen and seen.regular and seen.size <= MAX_BYTES else None
        if data is not None and hashlib.sha256(data).hexdigest() in wanted - kept:
            kept.add(disk.put_store(data))
    disk.flush()
    return kept


def _write_ledger(akar: Path, data: Path, events: Sequence[Peristiwa]) -> None:
    with contextlib.closing(Ledger(data / ledger.NAME)) as book:
        book.set_meta(OFFICE_ID, read_marker(akar))
        book.set_meta(JAM_TIRUAN, "1" if events[0].isi.get(JAM_TIRUAN) else "0")
        written = book.append(events)
        if [p.rantai for p in written] != [p.rantai for p in events]:
            raise LedgerBroken(baris=1, sebab="rantai yang dipulihkan berbeda dari jejaknya.")
