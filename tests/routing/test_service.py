"""The loop, the watcher, the lock of two real processes, requests, and the heartbeat."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kantor_uji import PAGI
from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileClosedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from kinerja_xl.errors import DiskFailed, RootMissing, ServiceRunning
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.heartbeat import Heartbeat, make_status
from kinerja_xl.routing.lock import ServiceLock, is_served
from kinerja_xl.routing.requests import answer_request, ask_service, pending_requests
from kinerja_xl.routing.service import Bell, PassResult, run_once, serve, stopped_by_signals
from kinerja_xl.routing.watcher import Waker, Watcher

PATIENT = 30.0
"""Seconds after which a test of threads gives up; far more than it needs."""


def passes(results: list[PassResult | Exception], bell: Bell) -> Callable[[], PassResult]:
    """A pass that gives these results in turn and stops the service after the last."""
    left = list(results)

    def run_pass() -> PassResult:
        result = left.pop(0)
        if not left:
            bell.stopped.set()
        if isinstance(result, Exception):
            raise result
        return result

    return run_pass


def test_one_full_pass_goes_on_until_nothing_is_left() -> None:
    bell = Bell()
    done: list[PassResult] = []
    results = [PassResult(True), PassResult(True), PassResult(False, 0.001), PassResult(True), PassResult(False)]

    def run_pass() -> PassResult:
        done.append(results[len(done)])
        return done[-1]

    run_once(run_pass, bell)
    assert done == results


def test_one_full_pass_does_not_wait_for_ever() -> None:
    run_once(lambda: PassResult(False, 0.001), Bell(), patience=0.01)


def test_a_pass_that_fails_is_told_and_the_next_one_comes() -> None:
    bell = Bell()
    told: list[Exception] = []
    failures: list[PassResult | Exception] = [RootMissing(akar="Kinerja"), ValueError("x")]
    run_pass = passes([*failures, PassResult(False)], bell)
    serve(run_pass, bell, told.append, interval=0.001)
    assert told == failures


def test_work_is_followed_by_another_pass_at_once() -> None:
    bell = Bell()
    serve(passes([PassResult(True), PassResult(True), PassResult(False)], bell), bell, print, interval=3600)


@pytest.mark.parametrize("wake", ["event", "request", "settled"])
def test_a_sleeping_service_is_woken(wake: str) -> None:
    asked = threading.Event()
    bell = Bell(asked.is_set)
    seen = threading.Event()
    count = [0]

    def run_pass() -> PassResult:
        count[0] += 1
        if count[0] == 2:
            bell.stopped.set()
        seen.set()
        return PassResult(False, 0.01 if wake == "settled" else None)

    thread = threading.Thread(target=serve, args=(run_pass, bell, print), kwargs={"interval": 3600})
    thread.start()
    assert seen.wait(PATIENT)
    if wake == "event":
        bell.woken.set()
    elif wake == "request":
        asked.set()
    thread.join(PATIENT)
    assert not thread.is_alive()
    assert count == [2]


def test_a_request_to_end_lets_the_pass_finish() -> None:
    bell = Bell()
    finished: list[bool] = []

    def run_pass() -> PassResult:
        os.kill(os.getpid(), signal.SIGTERM)
        finished.append(True)
        return PassResult(True)

    before = signal.getsignal(signal.SIGTERM)
    with stopped_by_signals(bell):
        serve(run_pass, bell, print)
    assert finished == [True]
    assert signal.getsignal(signal.SIGTERM) is before


# the watcher


@pytest.fixture
def woken() -> threading.Event:
    return threading.Event()


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    root = tmp_path / "Kinerja"
    (root / "Kirim").mkdir(parents=True)
    return root


@pytest.fixture(params=[False, True], ids=["events", "polling"])
def watcher(request: pytest.FixtureRequest, watched: Path, woken: threading.Event) -> Iterator[Watcher]:
    watcher = Watcher(watched, woken, polling=request.param)
    yield watcher
    watcher.stop()


def wake_by(make: Callable[[int], object], woken: threading.Event) -> bool:
    """Whether making files wakes the service; several, since a polling observer compares two looks."""
    end = time.monotonic() + PATIENT
    number = 0
    while time.monotonic() < end:
        make(number)
        number += 1
        if woken.wait(0.2):
            return True
    return False


def test_a_new_file_wakes(watcher: Watcher, watched: Path, woken: threading.Event) -> None:
    assert watcher.ensure([watched / "Kirim"])
    assert wake_by(lambda n: (watched / "Kirim" / f"{n}.xlsx").write_bytes(b"x"), woken)


def test_a_root_that_vanished_and_came_back_is_watched_again(
        watcher: Watcher, watched: Path, woken: threading.Event) -> None:
    folders = [watched / "Kirim"]
    assert watcher.ensure(folders)
    shutil.rmtree(watched)
    assert not watcher.ensure(folders)
    (watched / "Kirim").mkdir(parents=True)
    assert watcher.ensure(folders)
    woken.clear()
    assert wake_by(lambda n: (watched / "Kirim" / f"{n}.xlsx").write_bytes(b"x"), woken)


def test_a_watcher_that_runs_is_left_running(watcher: Watcher, watched: Path) -> None:
    threads = threading.active_count()
    assert watcher.ensure([watched / "Kirim"])
    running = threading.active_count()
    assert running > threads
    assert watcher.ensure([watched / "Kirim"])
    assert threading.active_count() == running


def test_the_state_that_watchdog_warns_with_is_not_printed(watcher: Watcher, watched: Path) -> None:
    with warnings.catch_warnings(record=True) as printed:
        warnings.simplefilter("always")
        assert watcher.ensure([watched / "Kirim"])
        for module, text in (("watchdog.observers.inotify", "Callback with id '1' already exists for watch"),
                             ("watchdog.observers.inotify", "Something else"), ("tests", "Callback with id '1'")):
            warnings.warn_explicit(text, RuntimeWarning, "inotify.py", 365, module)
    assert [str(warning.message) for warning in printed] == ["Something else", "Callback with id '1'"]


@pytest.mark.parametrize(("event", "wakes"), [
    (FileCreatedEvent("/k/Kirim/x.xlsx"), True),
    (FileModifiedEvent("/k/Kirim/x.xlsx"), True),
    (FileMovedEvent("/k/Masuk/x.xlsx", "/k/Kirim/x.xlsx"), True),
    (FileMovedEvent("/k/Kirim/.abc.tmp", "/k/Kirim/x.xlsx"), True),
    (FileClosedEvent("/k/Kirim/x.xlsx"), True),
    (FileCreatedEvent("/k/Kirim/TW I/x.xlsx"), True),
    (FileOpenedEvent("/k/Kirim/x.xlsx"), False),
    (FileClosedNoWriteEvent("/k/Kirim/x.xlsx"), False),
    (FileCreatedEvent("/k/Kirim/~$x.xlsx"), False),
    (FileCreatedEvent("/k/Kirim/.abc.tmp"), False),
    (FileModifiedEvent("/k/STATUS LAYANAN.txt"), False),
    (FileModifiedEvent("/k/Perencanaan/Pengaturan.xlsx"), True),
    (FileModifiedEvent("/k/Perencanaan/Catatan.xlsx"), False),
    (FileCreatedEvent("/k/Arsip/2026/x.xlsx"), False),
    (DirModifiedEvent("/k/Kirim"), False),
    (DirCreatedEvent("/k/Kirim/folder"), False),
])
def test_only_changes_of_peoples_files_wake(event: FileSystemEvent, wakes: bool, woken: threading.Event) -> None:
    Waker([Path("/k/Kirim"), Path("/k/Perencanaan/Pengaturan.xlsx")], woken).on_any_event(event)
    assert woken.is_set() is wakes


# the lock

HOLD = ("import sys; from pathlib import Path; from kinerja_xl.routing.lock import ServiceLock\n"
        "ServiceLock(Path(sys.argv[1])).take(); print('terkunci', flush=True); sys.stdin.read()")


def test_a_second_process_does_not_serve_the_same_data_until_the_first_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"terkunci\n"
        assert is_served(tmp_path)
        with pytest.raises(ServiceRunning):
            ServiceLock(tmp_path).take(attempts=2)
        holder.kill()
        holder.wait()
    assert not is_served(tmp_path)
    with ServiceLock(tmp_path):
        assert is_served(tmp_path)
    assert not is_served(tmp_path)


# requests


def test_a_request_is_answered_by_the_running_service(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "titipan")
    seen: list[object] = []

    def service(_seconds: float) -> None:
        for permintaan in pending_requests(disk, tmp_path):
            seen.append(dict(permintaan.isi))
            answer_request(disk, tmp_path, permintaan, {"kode": 0, "pesan": "diterbitkan"})

    with ServiceLock(tmp_path):
        answer = ask_service(disk, tmp_path, {"perintah": "terbitkan", "triwulan": 1}, pause=service)
    assert answer == {"kode": 0, "pesan": "diterbitkan"}
    assert seen == [{"perintah": "terbitkan", "triwulan": 1}]
    assert list((tmp_path / "permintaan").iterdir()) == []


def test_without_a_service_the_request_is_taken_back(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "titipan")
    assert ask_service(disk, tmp_path, {"perintah": "terbitkan"}) is None
    assert pending_requests(disk, tmp_path) == ()


def test_requests_are_answered_in_the_order_they_came(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "titipan")
    folder = tmp_path / "permintaan"
    folder.mkdir()
    for number, nama in enumerate(("b", "a")):
        path = folder / f"{nama}.minta.json"
        path.write_text(json.dumps({"nama": nama}))
        os.utime(path, ns=(number, number))
    assert [permintaan.isi["nama"] for permintaan in pending_requests(disk, tmp_path)] == ["b", "a"]


# the heartbeat


def test_the_heartbeat_says_when_and_what() -> None:
    error = DiskFailed(jalur="LINJAMSOS/Kabid/Kirim/x.xlsx", sebab="ruang penyimpanan penuh.")
    text = make_status(Heartbeat(PAGI, "PC-LAYANAN", ["LINJAMSOS/Kabid/Kirim/x.xlsx dibuka oleh Sitti"], [], [error]))
    assert "Jumat, 10 April 2026 pukul 08.00" in text
    assert "PC-LAYANAN" in text
    assert "  - LINJAMSOS/Kabid/Kirim/x.xlsx dibuka oleh Sitti\n" in text
    assert "K502 Penyimpanan gagal pada LINJAMSOS/Kabid/Kirim/x.xlsx: ruang penyimpanan penuh." in text
    assert "Ditahan:\n  (tidak ada)\n" in text
