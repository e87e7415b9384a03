"""The chain of events, the journal of steps, and the published mirror."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from kantor_uji import BERKAS, KANTOR_ID, PAGI, WITA, event, make_root, open_custody

from kinerja_xl.errors import DiskFailed, LedgerBroken
from kinerja_xl.routing import steps
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.ledger.chain import GENESIS
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.ledger.mirror import Mirror
from kinerja_xl.routing.marker import make_marker


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "jejak.sqlite3")


def test_events_come_back_as_written(tmp_path: Path, ledger: Ledger) -> None:
    written = ledger.append([event(nama="ä\ud83d", daftar=[1, None, True]), event(None)])
    assert [row.nomor for row in written] == [1, 2]
    assert ledger.events() == written
    assert ledger.events(since=1) == written[1:]
    assert Ledger(tmp_path / "jejak.sqlite3").events() == written
    assert written[0].waktu.isoformat() == "2026-04-10T08:00:00+08:00"


def test_the_chain_value_is_the_sha256_of_the_canonical_row(ledger: Ledger) -> None:
    (row,) = ledger.append([event(b=2, a="x")])
    text = ('{"berkas":"2026-TW1-LINJAMSOS","isi":{"a":"x","b":2},"jenis":"ditahan","nomor":1,"sebelum":"'
            + "0" * 64 + '","waktu":"2026-04-10T08:00:00+08:00"}')
    assert row.rantai == hashlib.sha256(text.encode()).hexdigest()
    assert ledger.head == (1, row.rantai)


def test_a_time_without_its_offset_is_not_accepted(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="offset"):
        ledger.append([event(waktu=datetime(2026, 4, 10, 8, 0))])
    assert ledger.head == (0, GENESIS)


def test_rows_can_be_neither_changed_nor_removed(tmp_path: Path, ledger: Ledger) -> None:
    ledger.append([event()])
    with sqlite3.connect(tmp_path / "jejak.sqlite3") as db:
        for statement in ("UPDATE peristiwa SET isi = '{}'", "DELETE FROM peristiwa"):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(statement)
    db.close()


@pytest.mark.parametrize(("statement", "row", "cause"), [
    ("UPDATE peristiwa SET isi = '{\"nilai\":90}' WHERE nomor = 2", 2, "tidak cocok"),
    ("UPDATE peristiwa SET waktu = '2026-04-09T08:00:00+08:00' WHERE nomor = 1", 1, "tidak cocok"),
    ("DELETE FROM peristiwa WHERE nomor = 2", 2, "hilang"),
    ("UPDATE peristiwa SET jenis = 'karangan' WHERE nomor = 3", 3, "tidak dapat dibaca"),
])
def test_tampering_is_found_at_its_row(tmp_path: Path, ledger: Ledger, statement: str, row: int, cause: str) -> None:
    ledger.append([event(nilai=80), event(nilai=81), event(nilai=82)])
    ledger.verify_chain()
    with sqlite3.connect(tmp_path / "jejak.sqlite3") as db:
        db.execute("DROP TRIGGER peristiwa_tetap")
        db.execute("DROP TRIGGER peristiwa_utuh")
        db.execute(statement)
    db.close()
    with pytest.raises(LedgerBroken) as caught:
        ledger.verify_chain()
    assert caught.value.fakta["baris"] == row
    assert cause in caught.value.pesan


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "jejak.sqlite3").write_bytes(b"bukan basis data" * 100)
    with pytest.raises(LedgerBroken):
        Ledger(tmp_path / "jejak.sqlite3")


def test_events_and_steps_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    full = [True]

    def fail(operation: str, _path: Path) -> None:
        if operation == "commit" and full[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    ledger = Ledger(tmp_path / "jejak.sqlite3", fault=fail)
    with pytest.raises(DiskFailed):
        ledger.append([event()], [steps.remove("x", "0")])
    assert (ledger.events(), ledger.open_steps()) == ((), ())
    full[0] = False
    ledger.append([event()], [steps.remove("x", "0")])
    assert len(ledger.events()) == len(ledger.open_steps()) == 1


def test_a_busy_ledger_fails_without_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja_xl.routing.ledger.ledger.BUSY_SECONDS", 0)
    ledger = Ledger(tmp_path / "jejak.sqlite3")
    other = sqlite3.connect(tmp_path / "jejak.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DiskFailed):
        ledger.append([event()])
    other.execute("ROLLBACK")
    other.close()
    assert len(ledger.append([event()])) == 1


def test_steps_stay_open_until_they_are_marked(tmp_path: Path, ledger: Ledger) -> None:
    owed = [steps.place("ab", "LINJAMSOS/Kabid/Masuk", "x.xlsx", read_only=True),
            steps.hold("ab", "LINJAMSOS/Kabid/Ditahan", "x.xlsx", "Alasan"), steps.make_folder("Arsip/2026")]
    ledger.append([event()], owed)
    ledger.append([event()], [steps.remove("LINJAMSOS/Kabid/Kirim/x.xlsx", "ab")])
    reopened = Ledger(tmp_path / "jejak.sqlite3").open_steps()
    assert [open_step.step for open_step in reopened[:3]] == owed
    assert [open_step.kelompok for open_step in reopened] == [1, 1, 1, 2]
    ledger.mark_done([reopened[0].nomor, reopened[3].nomor])
    assert ledger.open_steps() == reopened[1:3]


def test_facts_of_the_office_are_kept(ledger: Ledger) -> None:
    assert ledger.get_meta("kantor") is None
    ledger.set_meta("kantor", "a")
    ledger.set_meta("kantor", "b")
    assert ledger.get_meta("kantor") == "b"


# the mirror


@pytest.fixture
def mirrored(tmp_path: Path) -> tuple[Ledger, Disk, Path]:
    (tmp_path / "kantor.kinerja").write_bytes(make_marker(KANTOR_ID))
    return Ledger(tmp_path / "jejak.sqlite3"), Disk(tmp_path / "titipan"), tmp_path / "Arsip" / "Jejak"


def test_the_mirror_holds_each_year_and_the_chain_goes_on(mirrored: tuple[Ledger, Disk, Path], tmp_path: Path) -> None:
    ledger, disk, folder = mirrored
    rows = ledger.append([event(), event(waktu=datetime(2027, 1, 11, 8, 0, tzinfo=WITA)), event()])
    assert Mirror(ledger, disk, tmp_path).publish() == 3
    read = [json.loads(line) for year in (2026, 2027) for line in (folder / f"{year}.jsonl").read_text().splitlines()]
    assert [row["nomor"] for row in read] == [1, 3, 2]
    assert read[0]["sebelum"] == GENESIS
    assert read[1]["sebelum"] == rows[1].rantai == read[2]["rantai"]
    assert read[0]["berkas"] == BERKAS
    assert read[0]["waktu"] == PAGI.isoformat()


def test_publishing_appends_and_rewrites_nothing(mirrored: tuple[Ledger, Disk, Path], tmp_path: Path) -> None:
    ledger, disk, folder = mirrored
    mirror = Mirror(ledger, disk, tmp_path)
    ledger.append([event(n=1)])
    mirror.publish()
    before = (folder / "2026.jsonl").stat().st_ino
    for publisher in (mirror, Mirror(ledger, disk, tmp_path)):
        ledger.append([event(n=2)])
        publisher.publish()
    assert (folder / "2026.jsonl").stat().st_ino == before
    assert len((folder / "2026.jsonl").read_text().splitlines()) == 3


def test_nothing_new_touches_no_file(tmp_path: Path) -> None:
    writes: list[str] = []
    ledger = Ledger(tmp_path / "jejak.sqlite3")
    disk = Disk(tmp_path / "titipan", fault=lambda name, _path: writes.append(name) if name != "look" else None)
    (tmp_path / "kantor.kinerja").write_bytes(make_marker(KANTOR_ID))
    mirror = Mirror(ledger, disk, tmp_path)
    ledger.append([event()])
    mirror.publish()
    writes.clear()
    mirror.publish()
    assert writes == []


def test_a_torn_last_line_is_completed(mirrored: tuple[Ledger, Disk, Path], tmp_path: Path) -> None:
    ledger, disk, folder = mirrored
    ledger.append([event(n=1), event(n=2)])
    Mirror(ledger, disk, tmp_path).publish()
    whole = (folder / "2026.jsonl").read_bytes()
    (folder / "2026.jsonl").write_bytes(whole[:-20])
    Mirror(ledger, disk, tmp_path).publish()
    assert (folder / "2026.jsonl").read_bytes() == whole


def test_a_changed_mirror_is_set_aside_and_written_anew(mirrored: tuple[Ledger, Disk, Path], tmp_path: Path) -> None:
    ledger, disk, folder = mirrored
    mirror = Mirror(ledger, disk, tmp_path)
    ledger.append([event(nilai=80)])
    mirror.publish()
    whole = (folder / "2026.jsonl").read_bytes()
    forged = whole.replace(b"80", b"99")
    (folder / "2026.jsonl").write_bytes(forged)
    os.utime(folder / "2026.jsonl", ns=(0, 0))
    mirror.publish()
    assert (folder / "2026.jsonl").read_bytes() == whole
    assert (folder / "2026 tidak cocok.jsonl").read_bytes() == forged


def test_a_ledger_put_back_to_an_older_state_is_told(mirrored: tuple[Ledger, Disk, Path], tmp_path: Path) -> None:
    ledger, disk, folder = mirrored
    rows = ledger.append([event(n=1), event(n=2)])
    Mirror(ledger, disk, tmp_path).publish()
    whole = (folder / "2026.jsonl").read_bytes()
    older = Ledger(tmp_path / "lama.sqlite3")
    assert older.append([event(n=1)]) == rows[:1]
    with pytest.raises(LedgerBroken):
        Mirror(older, disk, tmp_path).publish()
    assert (folder / "2026.jsonl").read_bytes() == whole


def test_a_failed_append_is_made_good_later(tmp_path: Path) -> None:
    fail = [False]

    def fault(operation: str, _path: Path) -> None:
        if operation == "append" and fail[0]:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    make_root(tmp_path)
    custody = open_custody(tmp_path, fault=fault)
    custody.ledger.append([event(n=1)])
    custody.publish()
    custody.ledger.append([event(n=2)])
    fail[0] = True
    custody.publish()
    assert [type(problem) for problem in custody.problems] == [DiskFailed]
    fail[0] = False
    custody.publish()
    assert len((tmp_path / "Kinerja" / "Arsip" / "Jejak" / "2026.jsonl").read_text().splitlines()) == 2
