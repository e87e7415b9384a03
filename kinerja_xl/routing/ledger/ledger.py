"""The ledger: hash-chained events and the journal of disk steps they still owe, in one SQLite file."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from sys import intern

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.errors import DiskFailed, LedgerBroken
from kinerja_xl.routing.ledger.chain import GENESIS, canonical, chain_value
from kinerja_xl.routing.operations import Fault
from kinerja_xl.routing.steps import Step, stamped, step_from_json

NAME = "jejak.sqlite3"
BUSY_SECONDS = 5
_AT_ONCE = 1000  # rows
_WORD = 100  # characters; longer texts are rarely the same
_SCHEMA = """
CREATE TABLE IF NOT EXISTS peristiwa (
    nomor INTEGER PRIMARY KEY, jenis TEXT NOT NULL, waktu TEXT NOT NULL, berkas TEXT, isi TEXT NOT NULL,
    rantai TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS langkah (nomor INTEGER PRIMARY KEY AUTOINCREMENT, kelompok INTEGER NOT NULL,
    isi TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS meta (kunci TEXT PRIMARY KEY, nilai TEXT NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS peristiwa_tetap BEFORE UPDATE ON peristiwa
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER IF NOT EXISTS peristiwa_utuh BEFORE DELETE ON peristiwa
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
"""


@dataclass(frozen=True)
class OpenStep:
    """A step that is not done yet; steps of one ``kelompok`` are done in order, the next only after the one before."""

    nomor: int
    kelompok: int
    step: Step


class Ledger:
    """The truth of one office; lives on the service's own disk, never on the share (WAL).

    A commit of events is durable when ``append`` returns. Marking steps done is not flushed: a step done twice is
    a step done once.
    """

    def __init__(self, path: Path, *, fault: Fault | None = None) -> None:
        self.path = path
        self._fault = fault
        with self._guard():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(_SCHEMA)

    def contents(self) -> bytes:
        """Return the whole ledger as the bytes of one file, for a backup."""
        with self._guard():
            return self._db.serialize()

    def close(self) -> None:
        """Close the file; everything committed stays."""
        self._db.close()

    # events

    @property
    def head(self) -> tuple[int, str]:
        """The number and chain value of the last row, ``(0, GENESIS)`` where there is none."""
        with self._guard():
            row = self._db.execute("SELECT nomor, rantai FROM peristiwa ORDER BY nomor DESC LIMIT 1").fetchone()
        return (int(row[0]), str(row[1])) if row else (0, GENESIS)

    def append(self, daftar_peristiwa: Iterable[Peristiwa], steps: Sequence[Step] = ()) -> tuple[Peristiwa, ...]:
        """Return the events with their numbers and chain, written with the steps they owe in one transaction."""
        written = []
        with self._transaction():
            nomor, rantai = self.head
            for peristiwa in daftar_peristiwa:
                event = replace(peristiwa, nomor=nomor + 1, waktu=_seconds(peristiwa.waktu))
                event = replace(event, rantai=chain_value(event, rantai))
                self._db.execute("INSERT INTO peristiwa VALUES (?, ?, ?, ?, ?, ?)",
                                 (event.nomor, event.jenis.value, event.waktu.isoformat(), event.berkas,
                                  canonical(event.isi), event.rantai))
                nomor, rantai = event.nomor, event.rantai
                written.append(event)
            self._add_steps([stamped(step, nomor, rantai) for step in steps])
            self._meet("commit")
        return tuple(written)

    def _add_steps(self, steps: Sequence[Step]) -> None:
        (kelompok,) = self._db.execute("SELECT COALESCE(MAX(kelompok), 0) + 1 FROM langkah").fetchone()
        self._db.executemany("INSERT INTO langkah (kelompok, isi) VALUES (?, ?)",
                             [(kelompok, step.to_json()) for step in steps])

    def events(self, since: int = 0) -> tuple[Peristiwa, ...]:
        """Return the events after number ``since``, in the ledger's order."""
        return tuple(self.each(since))

    def each(self, since: int = 0) -> Iterator[Peristiwa]:
        """Yield the events after number ``since``, a few at a time: the ledger of many years is large."""
        while True:
            with self._guard():
                rows = self._db.execute("SELECT nomor, jenis, waktu, berkas, isi, rantai FROM peristiwa "
                                        "WHERE nomor > ? ORDER BY nomor LIMIT ?", (since, _AT_ONCE)).fetchall()
            if not rows:
                return
            since = rows[-1][0]
            yield from map(_event, rows)

    def chain_at(self, nomor: int) -> str | None:
        """Return the chain value of a row, None where there is none of that number."""
        with self._guard():
            row = self._db.execute("SELECT rantai FROM peristiwa WHERE nomor = ?", (nomor,)).fetchone()
        return str(row[0]) if row else None

    def verify_chain(self) -> None:
        """Recompute every row's chain value; raises LedgerBroken with the number of the first row that fails."""
        with self._guard():
            (verdict,) = self._db.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise LedgerBroken(baris="?", sebab=verdict)
        previous = GENESIS
        for expected, event in enumerate(self.each(), 1):
            if event.nomor != expected:
                raise LedgerBroken(baris=expected, sebab="baris ini hilang.")
            if event.rantai != chain_value(event, previous):
                raise LedgerBroken(baris=expected, sebab="isinya tidak cocok dengan kode rantainya.")
            previous = event.rantai

    # the journal of steps

    def open_steps(self) -> tuple[OpenStep, ...]:
        """Return the steps not done yet, oldest first."""
        with self._guard():
            rows = self._db.execute("SELECT nomor, kelompok, isi FROM langkah ORDER BY nomor").fetchall()
        return tuple(OpenStep(nomor, kelompok, step_from_json(isi)) for nomor, kelompok, isi in rows)

    def mark_done(self, daftar_nomor: Iterable[int]) -> None:
        """Take steps off the journal."""
        with self._guard():
            self._db.execute("PRAGMA synchronous=NORMAL")  # no flush: see the class
        try:
            with self._transaction():
                self._meet("mark_done")
                self._db.executemany("DELETE FROM langkah WHERE nomor = ?", [(nomor,) for nomor in daftar_nomor])
        finally:
            self._db.execute("PRAGMA synchronous=FULL")

    # facts about the office

    def get_meta(self, kunci: str) -> str | None:
        """Return a fact kept beside the events, None where it was never set."""
        with self._guard():
            row = self._db.execute("SELECT nilai FROM meta WHERE kunci = ?", (kunci,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, kunci: str, nilai: str) -> None:
        """Keep a fact beside the events, such as the office id."""
        with self._transaction():
            self._meet("set_meta")
            self._db.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET nilai = excluded.nilai",
                             (kunci, nilai))

    # one way to fail

    def _meet(self, operation: str) -> None:
        if self._fault:
            self._fault(operation, self.path)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._guard():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:  # busy, full, unreadable: it may pass
            raise DiskFailed(jalur=self.path, sebab=f"{error}.") from error
        except sqlite3.DatabaseError as error:
            raise LedgerBroken(baris="?", sebab=f"{error}.") from error


def _event(row: tuple[int, str, str, str | None, str, str]) -> Peristiwa:
    nomor, jenis, waktu, berkas, isi, rantai = row
    try:
        return Peristiwa(JenisPeristiwa(jenis), _moment(waktu), berkas and intern(berkas),
                         json.loads(isi, object_pairs_hook=_interned), nomor, rantai)
    except ValueError as error:
        raise LedgerBroken(baris=nomor, sebab="isinya tidak dapat dibaca.") from error


def _interned(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object of JSON whose words, said again in thousands of rows, are kept once: that halves a large ledger."""
    return {intern(key): intern(value) if isinstance(value, str) and len(value) <= _WORD else value
            for key, value in pairs}


@lru_cache(1024)
def _moment(waktu: str) -> datetime:
    return datetime.fromisoformat(waktu)


def _seconds(waktu: datetime) -> datetime:
    if waktu.tzinfo is None:
        raise ValueError("an event's time needs its offset")
    return waktu.replace(microsecond=0)
