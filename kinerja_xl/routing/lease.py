"""The lease ``layanan.kinerja`` in the root: which data folder on which PC serves this office (custody.md fault 17).

It says whose ledger is the truth, so it never runs out by itself: another data folder is refused for as long as it
stands, and only ``kinerja pulihkan`` passes it on, when its holder is silent. docs/keputusan/0021 has the rules.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.errors import DiskFailed, LeaseAlive, LeaseHeld
from kinerja_xl.routing.disk import Disk, encode_text
from kinerja_xl.routing.osfiles import Seen

NAME = "layanan.kinerja"
RENEW = 60.0
"""Seconds after which a running service writes its lease again."""
ALIVE = 300.0
"""Seconds, by the file server's own clock, for which a lease counts as held by a service that runs."""
_TEXT = ("JANGAN DIHAPUS\nLayanan folder kantor ini bekerja di:\nkomputer: {komputer}\nfolder data: {data}\n"
         "pengenal: {pengenal}\nakar: {akar}\nkeadaan: {keadaan}\n")
_LEASE = re.compile(re.escape(_TEXT).replace(r"\{komputer\}", "(?P<komputer>.*)").replace(r"\{data\}", "(?P<data>.*)")
                    .replace(r"\{pengenal\}", "(?P<pengenal>[0-9a-f]{16})").replace(r"\{akar\}", "(?P<akar>[0-9]+)")
                    .replace(r"\{keadaan\}", "(?P<keadaan>berjalan|berhenti)"))


@dataclass(frozen=True)
class Penyewa:
    """Who serves an office: the PC, the data folder on it, and a random id that the ledger there keeps."""

    komputer: str
    data: str
    pengenal: str


@dataclass(frozen=True)
class Sewa:
    """A lease as it stands; ``akar`` is the inode of the root it was written in: a copied office is not leased."""

    penyewa: Penyewa
    akar: int
    berjalan: bool

    @property
    def text(self) -> str:
        """The file's text."""
        return _TEXT.format(**vars(self.penyewa), akar=self.akar, keadaan="berjalan" if self.berjalan else "berhenti")


def parse_lease(data: bytes | None) -> Sewa | None:
    """Return what a lease says, None where there is none that can be read."""
    text = (data or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n")
    match = _LEASE.fullmatch(text)
    return match and Sewa(Penyewa(match["komputer"], match["data"], match["pengenal"]), int(match["akar"]),
                          match["keadaan"] == "berjalan")


class Lease:
    """The lease of one root, held by one data folder from ``hold`` until ``release``."""

    def __init__(self, root: Path, disk: Disk, penyewa: Penyewa,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._root, self._disk, self._penyewa, self._clock = root, disk, penyewa, clock
        self._path = root / NAME
        self._written: Seen | None = None  # the file as we left it; None: not held
        self._due = 0.0

    def hold(self, may_take: Callable[[], None]) -> None:
        """Take, keep or renew the lease; raises LeaseHeld with the holder's name, or what ``may_take`` raises.

        ``may_take`` is asked before a lease that is nobody's is taken: a ledger that is behind must not serve.
        """
        if self._written is not None and self._clock() < self._due and self._disk.see(self._path) == self._written:
            return
        self._written = None
        present = self._read()
        if present is None:
            may_take()
            if not self._disk.create_own(self._path, self._bytes(True)):
                present = self._read()  # somebody was faster, or what stands there says nothing
        if present is not None and present.penyewa != self._penyewa:
            raise LeaseHeld(akar=self._root, komputer=present.penyewa.komputer, folder=present.penyewa.data,
                            data=self._penyewa.data)
        self._write(True)

    def take_over(self) -> None:
        """Make the lease ours whoever has it, for a service that is to start; ``check_silent`` is asked before."""
        self._write(False)

    def release(self) -> None:
        """Say that the service stopped; the lease stays ours. A share that is gone now cannot be told."""
        if self._written is not None:
            with contextlib.suppress(DiskFailed):
                self._write(False)
        self._written = None

    def _read(self) -> Sewa | None:
        present = parse_lease(self._disk.read(self._path))
        return present if present is None or present.akar == self._root_inode() else None

    def _write(self, berjalan: bool) -> None:
        self._disk.replace_own(self._path, self._bytes(berjalan))
        self._written, self._due = self._disk.see(self._path), self._clock() + RENEW

    def _bytes(self, berjalan: bool) -> bytes:
        return encode_text(Sewa(self._penyewa, self._root_inode(), berjalan).text)

    def _root_inode(self) -> int:
        seen = self._disk.see(self._root)
        return seen.inode if seen else 0


def check_silent(root: Path, disk: Disk) -> None:
    """Raise LeaseAlive while the holder of a root's lease has neither stopped nor been silent for ``ALIVE`` seconds.

    Both times are the file server's: of the lease, and of a file written beside it now. No PC's clock counts.
    """
    path = root / NAME
    present, seen = parse_lease(disk.read(path)), disk.see(path)
    root_seen = disk.see(root)
    if present is None or seen is None or not present.berjalan or root_seen is None or present.akar != root_seen.inode:
        return
    probe = path.with_name(f".{NAME}.tmp")
    disk.replace_own(probe, b"")
    now = disk.see(probe)
    disk.remove_own(probe)
    age = (now.mtime_ns - seen.mtime_ns) / 1e9 if now else 0.0
    if age < ALIVE:
        raise LeaseAlive(akar=root, komputer=present.penyewa.komputer, folder=present.penyewa.data,
                         menit=max(1, round((ALIVE - age) / 60)))
