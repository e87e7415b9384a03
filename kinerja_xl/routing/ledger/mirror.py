"""The published ledger: Arsip/Jejak/<year>.jsonl, one row per event, only ever appended to while it is right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.errors import LedgerBroken
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.folders import JEJAK
from kinerja_xl.routing.ledger.chain import GENESIS, row_json
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.steps import ensure_folder

if TYPE_CHECKING:  # whoever only reads what was published needs no SQLite
    from kinerja_xl.routing.ledger.ledger import Ledger


class Mirror:
    """Writes the ledger's rows to the share; never read back as truth."""

    def __init__(self, ledger: Ledger, disk: Disk, root: Path) -> None:
        self._ledger = ledger
        self._disk = disk
        self._root = root
        self._folder = root / JEJAK
        self._head = (0, GENESIS)
        self._left: dict[int, Seen | None] = {}  # what each year's file looked like when it was left

    def publish(self) -> int:
        """Append what is missing; return the number of rows the mirror now covers.

        A file that holds other rows than the ledger is set aside as evidence and written anew. Rows that the ledger
        does not have mean that the ledger was put back to an older state: LedgerBroken.
        """
        if self._head == self._ledger.head and self._is_untouched():
            return self._head[0]
        if self._head[0] == 0 or not self._is_untouched():
            self._head, self._left = (0, GENESIS), {}
        per_year = mirror_lines(self._ledger.each(self._head[0]), self._head[1])
        warm = self._head[0] > 0
        ensure_folder(self._folder, self._disk, self._root)
        self._head = (0, GENESIS)  # until every year is done: a failure in between starts afresh
        for year, text in per_year.items():
            path = self._folder / f"{year}.jsonl"
            if warm and year in self._left:
                self._disk.append_own(path, text)
            else:
                self._mend(path, text)
            self._left[year] = self._disk.see(path)
        self._head = self._ledger.head
        return self._head[0]

    def _is_untouched(self) -> bool:
        return all(self._disk.see(self._folder / f"{year}.jsonl") == seen for year, seen in self._left.items())

    def _mend(self, path: Path, right: bytes) -> None:
        present = self._disk.read(path) or b""
        if right.startswith(present):
            if present != right:
                self._disk.append_own(path, right[len(present):])
            return
        if present.startswith(right):
            raise LedgerBroken(baris=right.count(b"\n") + 1,
                               sebab=f"{path.name} di Arsip/Jejak memuat baris yang tidak ada di buku catatan.")
        self._disk.set_aside(path, f"{path.stem} tidak cocok.jsonl")
        self._disk.replace_own(path, right)


def mirror_lines(daftar_peristiwa: Iterable[Peristiwa], sebelum: str) -> dict[int, bytes]:
    """Return the lines of events by the year of their file; ``sebelum`` is the chain value before the first."""
    lines: dict[int, bytearray] = {}
    for peristiwa in daftar_peristiwa:
        lines.setdefault(peristiwa.waktu.year, bytearray()).extend(f"{row_json(peristiwa, sebelum)}\n".encode())
        sebelum = peristiwa.rantai
    return {year: bytes(lines.pop(year)) for year in tuple(lines)}
