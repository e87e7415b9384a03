"""Where a figure comes from: a cell of an archived workbook, rows of the ledger, or a formula over other sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_xl.domain.cells import Kunci, Letak

TANPA_LETAK = Letak("", "")


@dataclass(frozen=True)
class BerkasSumber:
    """An archived workbook that figures are read from: a berkas, a plan or the settings.

    ``sha256`` is that of the file as it was received, ``jalur`` its path relative to the root; ``oleh`` and ``pada``
    say who approved it (for a plan: on what basis it came in force) and when.
    """

    nama: str
    versi: int
    sha256: str = ""
    jalur: str = ""
    oleh: str = ""
    pada: datetime | None = None

    @property
    def sebutan(self) -> str:
        """``2026-TW1-LINJAMSOS versi 4``."""
        return f"{self.nama} versi {self.versi}"


@dataclass(frozen=True)
class SumberSel:
    """A cell, found by its table, row and column; ``letak`` is where it stands in the archived file."""

    berkas: BerkasSumber
    isi: Kunci
    letak: Letak = TANPA_LETAK

    @property
    def kunci(self) -> str:
        """What the source is called in a document: ``2026-TW3-REHSOS:indikator:RS-01:realisasi_tw3``."""
        return ":".join((self.berkas.nama, *self.isi))


@dataclass(frozen=True)
class SumberJejak:
    """What the ledger counts or measures: ``kode`` are the short codes of the rows it rests on, where they are few."""

    kunci: str
    uraian: str
    kode: tuple[str, ...] = ()


@dataclass(frozen=True)
class SumberHitung:
    """What a formula makes of other sources; a computed word (kategori, naik, melampaui) is one too."""

    kunci: str
    rumus: str
    masukan: tuple[Sumber, ...] = ()


Sumber = SumberSel | SumberJejak | SumberHitung
"""``kunci`` names a source: equal keys in one document are the same source with the same value."""


def walk_sumber(daftar: Iterable[Sumber]) -> Iterator[Sumber]:
    """Yield each source once by its key, what it is computed from before it."""
    seen: set[str] = set()
    stack: list[tuple[Sumber, bool]] = [(sumber, False) for sumber in reversed(list(daftar))]
    while stack:
        sumber, ready = stack.pop()
        if ready:
            yield sumber
        elif sumber.kunci not in seen:
            seen.add(sumber.kunci)
            stack.append((sumber, True))
            stack += [(masukan, False) for masukan in reversed(masukan_of(sumber))]


def masukan_of(sumber: Sumber) -> tuple[Sumber, ...]:
    """Return what a source is computed from, nothing for a cell or the ledger."""
    return sumber.masukan if isinstance(sumber, SumberHitung) else ()


@dataclass(frozen=True)
class AsalDokumen:
    """What a document was made of, so that it can be made again: after which row of the ledger, on which day.

    ``untuk`` is the quarter or year, or the number of the act it belongs to; ``pilihan`` tells editions apart.
    """

    kantor: str
    jenis: str
    untuk: str
    peristiwa: int
    hari: date
    pilihan: str = ""
