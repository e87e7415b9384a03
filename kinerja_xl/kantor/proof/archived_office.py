"""An office as its share alone tells it: rows from Arsip/Jejak, contents from Arsip, each held against its sha256."""

from __future__ import annotations

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.errors import ArchiveUnreadable
from kinerja_xl.kantor.office import Clock, Kantor
from kinerja_xl.kantor.proof.archive import archived_files
from kinerja_xl.kantor.proof.restore import readable_copy
from kinerja_xl.routing.limits.preflight import MAX_BYTES


class KantorArsip(Kantor):
    """Reads every content from the archive; ``rusak`` are files that no longer are what the ledger says.

    A changed file is read as it is now, so that what it changes can be told.
    """

    def __init__(self, akar: Path, data: Path, clock: Clock) -> None:
        self.rusak: dict[str, str] = {}  # path in the archive: the sha256 it should have
        super().__init__(akar, data, clock, salinan=True)
        self._places: dict[str, list[str]] = defaultdict(list)
        for file in archived_files(self.daftar_peristiwa):
            self._places[file.sha256].append(file.jalur)

    def content(self, sha256: str) -> bytes:
        """Return an archived content, changed or not; ArchiveUnreadable where the file is gone."""
        changed = None
        for jalur in self._places.get(sha256, ()):
            data = self._read(jalur)
            if data is not None and hashlib.sha256(data).hexdigest() == sha256:
                return data
            self.rusak[jalur] = sha256
            changed = changed or data
        if changed is None:
            raise ArchiveUnreadable(jalur=", ".join(self._places.get(sha256, ())) or sha256[:12])
        return changed

    def _read(self, jalur: str) -> bytes | None:
        path = self.akar / jalur
        seen = self.disk.see(path)
        return self.disk.read(path) if seen and seen.regular and seen.size <= MAX_BYTES else None


@contextlib.contextmanager
def archived_office(akar: Path, clock: Clock) -> Iterator[KantorArsip]:
    """Open an office from its share for reading, also where its ledger is on this PC. Raises MirrorBroken.
    """
    with readable_copy(akar) as copy:
        kantor = KantorArsip(akar, copy, clock)
        try:
            yield kantor
        finally:
            kantor.close()


def find_row(kantor: Kantor, nomor: int) -> Peristiwa | None:
    """Return a row of the ledger by its number, None where there is none."""
    return next((row for row in kantor.daftar_peristiwa if row.nomor == nomor), None)
