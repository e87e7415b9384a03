"""Proofs: the ledger's chain, the mirror against the ledger, the archive against both, and an event by its code."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kinerja_xl.domain.sop.acts import Json, Peristiwa
from kinerja_xl.errors import LedgerBroken, LedgerElsewhere, MirrorBroken, OtherOffice
from kinerja_xl.kantor.proof.archive import FileArsip, archived_files
from kinerja_xl.kantor.proof.verify_bukti import evidence_differences
from kinerja_xl.kantor.proof.verify_kode import kode_differences
from kinerja_xl.routing.custody import OFFICE_ID
from kinerja_xl.routing.folders import JEJAK
from kinerja_xl.routing.ledger import ledger, published
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.marker import read_marker

Owed = frozenset[tuple[str, str]]
"""Folder and content of what the journal of steps still has to place."""


@dataclass(frozen=True)
class Temuan:
    """A proof that failed: which row or file, and what is wrong with it."""

    letak: str
    masalah: str


@dataclass(frozen=True)
class HasilVerifikasi:
    """What was proven: ``buku_catatan`` says whether the ledger itself was here, ``baris`` how many rows hold."""

    buku_catatan: bool
    baris: int
    arsip: int
    daftar_temuan: tuple[Temuan, ...]

    @property
    def utuh(self) -> bool:
        """Whether everything holds."""
        return not self.daftar_temuan

    def as_json(self) -> dict[str, Json]:
        """Return the proof as one JSON document."""
        return {"utuh": self.utuh, "buku_catatan": self.buku_catatan, "baris": self.baris, "arsip": self.arsip,
                "masalah": [{"letak": t.letak, "masalah": t.masalah} for t in self.daftar_temuan]}


def verify_office(akar: Path, data: Path) -> HasilVerifikasi:
    """Prove an office; where the ledger is on another PC, the mirror's own chain stands for it.

    The archive is held against the first of the two whose chain holds. Raises LedgerElsewhere where there is neither,
    and OtherOffice.
    """
    findings: list[Temuan] = []
    events, owed = _ledger_events(akar, data, findings)
    here = (data / ledger.NAME).exists()
    if events is not None:
        findings += [Temuan(*found) for found in published.mirror_differences(akar, events)]
    else:
        events = _mirror_events(akar, findings)
    if events is None:
        return HasilVerifikasi(here, 0, 0, (*findings, Temuan(published.ARSIP, "tidak dapat dibuktikan.")))
    files = archived_files(events)
    present = published.archive_contents(akar)
    findings += _archive_findings(files, present, owed)
    findings += [Temuan(*found) for found in kode_differences(events, files, published.archive_codes(akar), present,
                                                             owed)]
    findings += [Temuan(*found) for found in evidence_differences(akar, events)]
    return HasilVerifikasi(here, len(events), len(files), tuple(findings))


def proven_events(akar: Path, data: Path) -> tuple[Peristiwa, ...]:
    """Return the events of an office, their chain proven. Raises LedgerBroken or MirrorBroken with the row."""
    with _opened(akar, data) as book:
        if book is None:
            return published.published_events(akar)
        book.verify_chain()
        return book.events()


def find_events(daftar_peristiwa: tuple[Peristiwa, ...], kode: str) -> tuple[Peristiwa, ...]:
    """Return the events with this short code, as a paper prints it; case and hyphen do not matter."""
    wanted = kode.strip().upper().replace("-", "")
    return tuple(p for p in daftar_peristiwa if p.kode.replace("-", "") == wanted)


@contextlib.contextmanager
def _opened(akar: Path, data: Path) -> Iterator[Ledger | None]:
    """The office's ledger, None where only the mirror is here."""
    office_id = read_marker(akar)
    if not (data / ledger.NAME).exists():
        if not published.mirror_files(akar):
            raise LedgerElsewhere(akar=akar, data=data)
        yield None
        return
    with contextlib.closing(Ledger(data / ledger.NAME)) as book:
        if book.get_meta(OFFICE_ID) != office_id:
            raise OtherOffice(akar=akar, data=data)
        yield book


def _ledger_events(akar: Path, data: Path, findings: list[Temuan]) -> tuple[tuple[Peristiwa, ...] | None, Owed]:
    """The ledger's events and what its journal still owes; None where it is not here or does not hold."""
    try:
        with _opened(akar, data) as book:
            if book is None:
                return None, frozenset()
            book.verify_chain()
            owed = frozenset((s.step.path, s.step.sha256) for s in book.open_steps())
            return book.events(), owed
    except LedgerBroken as error:
        findings.append(Temuan(f"{ledger.NAME} baris {error.fakta['baris']}", str(error.fakta["sebab"])))
        return None, frozenset()


def _mirror_events(akar: Path, findings: list[Temuan]) -> tuple[Peristiwa, ...] | None:
    try:
        return published.published_events(akar) or None
    except MirrorBroken as error:
        findings.append(Temuan(f"{error.fakta['jalur']} baris {error.fakta['baris']}", str(error.fakta["sebab"])))
        return None


def _archive_findings(files: tuple[FileArsip, ...], present: dict[str, str], owed: Owed) -> Iterator[Temuan]:
    def tempat(file: FileArsip) -> tuple[str, str]:
        return file.tempat

    for _, group in groupby(sorted(files, key=tempat), tempat):
        together = list(group)
        if sorted(f.sha256 for f in together) != sorted(present.get(f.jalur, "") for f in together):
            yield from (found for file in together if (found := _wrong(file, present, owed)))
    known = {file.jalur for file in files}
    for jalur in sorted(present.keys() - known):
        told = "jejak yang pernah diubah dan disisihkan layanan." if jalur.startswith(f"{JEJAK}/") else \
            "tidak dikenal: tidak ada peristiwa yang menyebutnya."
        yield Temuan(jalur, told)


def _wrong(file: FileArsip, present: dict[str, str], owed: Owed) -> Temuan | None:
    content = present.get(file.jalur)
    if content == file.sha256 or (content is None and (file.tempat[0], file.sha256) in owed):
        return None
    told = "hilang" if content is None else "isinya berubah"
    return Temuan(file.jalur, f"{told} (peristiwa nomor {file.nomor}).")
