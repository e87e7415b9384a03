"""The line beside each archived file (``<file>.kode.txt``): the head of the chain when it was archived, and its sha256.

A chain that was cut at its end still holds in itself; what stands in these files then names rows that it lacks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TAIL = ".kode.txt"
_LINE = re.compile(r"peristiwa ([1-9][0-9]*), kode ([0-9A-F]{4}-[0-9A-F]{4}), rantai ([0-9a-f]{64}), "
                   r"isi ([0-9a-f]{64})\s*")


@dataclass(frozen=True)
class Kode:
    """The last row of the ledger when a file was archived, that row's chain value, and the file's sha256."""

    nomor: int
    rantai: str
    sha256: str

    @property
    def text(self) -> str:
        """The one line as it is written."""
        short = f"{self.rantai[:4]}-{self.rantai[4:8]}".upper()
        return f"peristiwa {self.nomor}, kode {short}, rantai {self.rantai}, isi {self.sha256}\n"


def read_kode(data: bytes) -> Kode | None:
    """Return what a kode file says, None where it is not one that the service wrote."""
    match = _LINE.fullmatch(data.decode("utf-8-sig", "replace"))
    return Kode(int(match[1]), match[3], match[4]) if match else None
