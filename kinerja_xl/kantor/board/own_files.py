"""Files that the service writes anew whenever their content changes, and that people only read.

Whatever somebody saved in such a file is kept beside it; while he has it open, the newer content waits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.errors import DiskFailed
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import owner_names, read_owner

_META = "berkas layanan"
MARK = "Berkas ini ditulis oleh layanan"
"""What our own texts for people say of themselves."""
_CHANGED = "{stem} yang diubah{suffix}"


@dataclass(frozen=True)
class Isi:
    """What a file is to hold: ``make`` is only called where ``sidik``, which stands for the content, has changed."""

    sidik: str
    make: Callable[[], bytes]


def isi_of(values: object, make: Callable[[], bytes]) -> Isi:
    """Return a file that is made of values whose ``repr`` says everything."""
    return Isi(hashlib.sha256(repr(values).encode()).hexdigest(), make)


class OwnFiles:
    """What the service wrote, by path relative to the root; kept beside the ledger, so that a restart knows it.

    Each path has the ``sidik`` of what it holds, and the sha256 of the bytes that stand there and of those that were
    being written: a crash in between leaves either.
    """

    def __init__(self, kantor: Kantor) -> None:
        self._kantor = kantor
        self._kept = kantor.ledger.get_meta(_META) or "{}"
        self._known: dict[str, list[str]] = json.loads(self._kept)
        self.terbuka: tuple[str, ...] = ()  # files that wait because somebody has them open, in words
        self.gangguan: tuple[DiskFailed, ...] = ()  # why others could not be written

    def is_missing(self) -> bool:
        """Whether somebody took one of them away."""
        return any(not self._kantor.disk.lies(self._kantor.akar / path) for path in self._known)

    def write(self, files: Mapping[str, Isi]) -> bool:
        """Bring the files up to their content and remove those no longer among them; return whether all is done.

        A file that the disk refuses is named in ``gangguan``; the others are written.
        """
        self.gangguan = ()
        changed = [path for path, isi in files.items() if not self._stands(path, isi)]
        self.terbuka = tuple(line for path in changed for line in self._opened(path))
        ready = {path: files[path].make() for path in changed if not any(self._opened(path))}
        for path, data in ready.items():
            old = self._known.get(path, ["", "", ""])
            self._known[path] = [old[0], old[1], hashlib.sha256(data).hexdigest()]
        self._keep()
        done = [path for path, data in ready.items() if self._try(path, data)]
        for path in done:
            sha256 = self._known[path][2]
            self._known[path] = [files[path].sidik, sha256, sha256]
        gone = [path for path in self._known if path not in files]
        removed = [path for path in gone if self._remove(path)]
        for path in removed:
            del self._known[path]
        self._keep()
        return len(done) == len(changed) and len(removed) == len(gone)

    def _stands(self, path: str, isi: Isi) -> bool:
        sidik, there, planned = self._known.get(path, ["", "", ""])
        return sidik == isi.sidik and there == planned and self._kantor.disk.lies(self._kantor.akar / path)

    def _try(self, path: str, data: bytes) -> bool:
        target, disk = self._kantor.akar / path, self._kantor.disk
        try:
            if self._is_changed(path):
                disk.set_aside(target, _CHANGED.format(stem=target.stem, suffix=target.suffix))
            disk.replace_own(target, data)
        except DiskFailed as error:
            self.gangguan += (error,)
            return False
        return True

    def _remove(self, path: str) -> bool:
        """Remove what is no longer wanted; what somebody changed stays with him."""
        try:
            if not any(self._opened(path)) and not self._is_changed(path):
                self._kantor.disk.remove_own(self._kantor.akar / path)
        except DiskFailed as error:
            self.gangguan += (error,)
            return False
        return True

    def _is_changed(self, path: str) -> bool:
        """Whether somebody else wrote what stands there; a restored ledger knows our own texts by their last line."""
        data = self._kantor.disk.read(self._kantor.akar / path)
        _, there, planned = self._known.get(path, ["", "", ""])
        if data is None or (not there and MARK.encode() in data):
            return False
        return hashlib.sha256(data).hexdigest() not in (there, planned)

    def _opened(self, path: str) -> Iterator[str]:
        target = self._kantor.akar / path
        for owner in owner_names(target.name):
            who = self._read_owner(target.with_name(owner))
            if who is not None:
                yield f"{path}: masih dibuka oleh {who}; isi yang baru menyusul setelah ditutup."

    def _read_owner(self, owner: Path) -> str | None:
        if self._kantor.disk.see(owner) is None:
            return None
        try:
            return read_owner(owner.name, self._kantor.disk.read(owner) or b"")
        except DiskFailed:  # Excel keeps it to itself on some shares
            return "pengguna lain"

    def _keep(self) -> None:
        known = json.dumps(self._known, sort_keys=True)
        if known != self._kept:
            self._kantor.ledger.set_meta(_META, known)
            self._kept = known  # and not before: what the ledger refused is told to it again
