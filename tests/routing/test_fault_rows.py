"""Rows of the table of faults that no other test has: storms and gaps of events, reads that never end, wrong clocks."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from kantor_uji import NAME, PAGI, event, make_root, open_custody

from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import DiskFailed
from kinerja_xl.routing import steps
from kinerja_xl.routing.custody import Custody
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.patience import Patience
from kinerja_xl.routing.service import Bell, PassResult, serve

KIRIM = "LINJAMSOS/Kabid/Kirim"
INBOXES = {KIRIM: (Pelaksana(Peran.KABID, "LINJAMSOS", None), Jalan.KIRIM)}
MASUK = "LINJAMSOS/Kasubid/Masuk"


def take_all(custody: Custody) -> list[str]:
    """One pass: everything readable is recorded and moved on; return the names."""
    custody.begin_pass()
    names = []
    for found in custody.scan(INBOXES).readable:
        taken = custody.take(found)
        if taken is not None:
            custody.commit([event(sha256=taken.sha256)], [steps.place(taken.sha256, MASUK, NAME),
                                                          steps.remove(found.jalur, taken.sha256)])
            names.append(found.nama)
    return names


# 6 and 7: events that come twice, or never


def test_many_events_of_one_saving_are_one_result(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    custody, bell, taken = open_custody(tmp_path), Bell(), list[str]()

    def run_pass() -> PassResult:
        names = take_all(custody)
        taken.extend(names)
        if not names or len(taken) > 5:
            bell.stopped.set()
        return PassResult(bool(names))

    (root / KIRIM / NAME).write_bytes(b"isi")
    for _ in range(1000):
        bell.woken.set()
    serve(run_pass, bell, print, interval=0.01)
    assert taken == [NAME]
    assert len(custody.ledger.events()) == 1
    assert [path.name for path in (root / MASUK).iterdir()] == [NAME]


def test_what_no_event_told_of_is_found_by_the_next_look(tmp_path: Path) -> None:
    root, done = make_root(tmp_path), threading.Event()
    (root / KIRIM / NAME).write_bytes(b"isi")
    bell, passes = Bell(), [0]

    def run_pass() -> PassResult:  # nothing is there at the first look, and nobody wakes the service for the second
        passes[0] += 1
        if passes[0] > 1 and (root / KIRIM / NAME).exists():
            done.set()
            bell.stopped.set()
        return PassResult(False)

    thread = threading.Thread(target=serve, args=(run_pass, bell, print), kwargs={"interval": 0.05}, daemon=True)
    thread.start()
    assert done.wait(10)


# 8: a storm of names


def test_of_a_storm_of_names_only_the_last_one_counts(tmp_path: Path) -> None:
    root, now = make_root(tmp_path), [0.0]
    custody = open_custody(tmp_path, tenang=3, clock=lambda: now[0])
    path = root / KIRIM / "0.xlsx"
    path.write_bytes(b"isi")
    taken: list[str] = []
    for number in range(1, 40):
        taken += take_all(custody)
        path = path.rename(root / KIRIM / f"{number}.xlsx")
        now[0] += 1
    assert taken == []
    take_all(custody)
    now[0] += 3
    assert take_all(custody) == ["39.xlsx"]
    assert len(custody.ledger.events()) == 1


# 12: a file that only stands for one


@pytest.fixture
def never() -> Iterator[threading.Event]:
    """What a read waits for that does not come back during a test."""
    came = threading.Event()
    yield came
    came.set()


def test_a_read_that_does_not_come_back_stops_nobody_else(tmp_path: Path, never: threading.Event) -> None:
    root = make_root(tmp_path)

    def cloud(operation: str, path: Path) -> None:
        if operation == "read" and path.name == "di awan.xlsx":
            never.wait()

    custody = open_custody(tmp_path, fault=cloud)
    custody._patience = Patience(0.2)
    for name in ("di awan.xlsx", NAME):
        (root / KIRIM / name).write_bytes(name.encode())
    begun = time.monotonic()
    assert take_all(custody) == [NAME]
    (problem,) = custody.problems
    assert isinstance(problem, DiskFailed)
    assert "penyimpanan awan" in problem.pesan
    assert take_all(custody) == []  # and is not asked a second time while the first read hangs
    assert threading.active_count() < 6
    assert time.monotonic() - begun < 10
    never.set()
    end = time.monotonic() + 10
    while not (again := take_all(custody)) and time.monotonic() < end:
        time.sleep(0.05)
    assert again == ["di awan.xlsx"]


# 13: clocks


def test_a_clock_set_back_changes_no_order(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "jejak.sqlite3")
    times = [PAGI, PAGI - timedelta(hours=1), PAGI + timedelta(days=400), PAGI - timedelta(days=1)]
    ledger.append([event(f"2026-TW1-{n}", waktu) for n, waktu in enumerate(times)])
    ledger.verify_chain()
    assert [p.waktu for p in ledger.events()] == times
    assert [p.nomor for p in ledger.events()] == [1, 2, 3, 4]


def test_a_clock_set_back_does_not_make_a_file_settle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, now = make_root(tmp_path), [0.0]
    custody = open_custody(tmp_path, tenang=3, clock=lambda: now[0])
    (root / KIRIM / NAME).write_bytes(b"isi")
    for wall in (2e9, 1e9, 3e9):
        monkeypatch.setattr(time, "time", lambda wall=wall: wall)
        assert take_all(custody) == []
    now[0] = 3.0
    assert take_all(custody) == [NAME]


# 14: what cannot be made durable is known all the same


def test_an_event_whose_steps_cannot_be_flushed_is_written_and_its_steps_are_done_again(tmp_path: Path) -> None:
    root, full = make_root(tmp_path), [False]

    def fault(operation: str, path: Path) -> None:
        if full[0] and operation == "sync_folder" and path == root / MASUK:
            raise OSError(5, "EIO")

    custody = open_custody(tmp_path, fault=fault)
    (root / KIRIM / NAME).write_bytes(b"isi")
    full[0] = True
    assert take_all(custody) == [NAME]
    assert [type(problem) for problem in custody.problems] == [DiskFailed]
    assert len(custody.ledger.open_steps()) == 2
    full[0] = False
    assert take_all(custody) == []
    assert custody.ledger.open_steps() == ()
    assert [path.name for path in (root / MASUK).iterdir()] == [NAME]


def test_a_file_that_cannot_be_read_is_waited_for_three_looks(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    custody = open_custody(tmp_path)
    (root / KIRIM / NAME).write_bytes(b"isi")
    custody.begin_pass()
    (found,) = custody.scan(INBOXES).readable
    assert [custody.is_missed(found) for _ in range(4)] == [True, True, True, False]
