"""Stops the service at every single disk operation of a whole quarter, and compares what is left with a whole run.

    python tests/faults/every_operation.py [--cara mati EIO ENOSPC] [--tiap N] [--tahap NAMA ...]

``mati`` kills the process (SIGKILL) at the Nth operation and starts the service again; ``EIO`` and ``ENOSPC`` let the
Nth operation fail once while the service goes on. For each N of each stage the tree, the archive, the store and the
ledger must be those of the undisturbed run (of one of them, where what people did at once can be served in more than
one order). Prints for each kind of operation how often it was counted and injected.
Last, strace proves for one stage that nothing is changed past the disk module. Takes six minutes on two idle cores.
"""

from __future__ import annotations

import argparse
import errno
import itertools
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from kuartal import (
    ANEW,
    TAHAP,
    Fault,
    Tahap,
    always_the_same_ids,
    differences,
    faulty,
    found_small_office,
    reading_here,
    serve_until_quiet,
    state_of,
)
from traced import untold_changes

WORK = "kantor"
ANEW_EACH = 10
"""At each so-many-th operation all papers are made anew instead of remembered."""
CARA = ("mati", "EIO", "ENOSPC")
CHANGING = frozenset({"write", "fsync", "replace", "link", "unlink", "mkdir", "rename", "append", "sync_folder",
                      "commit", "mark_done", "set_meta"})
"""The operations that a full disk can stop; looking and reading fail in other ways."""


@dataclass(frozen=True)
class Babak:
    """A stage that has been played undisturbed: its snapshot before the service looks, its operations, its ends.

    There are several where the service may be given what people did in one order or another.
    """

    tahap: Tahap
    before: Path
    operations: tuple[str, ...]
    ends: tuple[dict[str, str], ...]


@dataclass
class Hasil:
    """What a campaign counted and found."""

    counted: Counter[tuple[str, str]] = field(default_factory=Counter)
    injected: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)

    def add(self, other: Hasil) -> None:
        """Take in what was found elsewhere."""
        self.counted += other.counted
        self.injected += other.injected
        self.wrong += other.wrong
        self.untold += other.untold


def play(folder: Path) -> Iterator[Babak]:
    """Play the quarter undisturbed and yield each stage with the snapshot that it starts from."""
    place = folder / WORK
    found_small_office(place)
    for number, tahap in enumerate(TAHAP):
        ends = tuple(bit_by_bit(folder, tahap)) if len(tahap.bagian) > 1 else ()
        tahap.lakukan(place / "akar")
        before = folder / f"{number:02}"
        place.rename(before)
        put_back(before, place)
        operations: list[str] = []
        with faulty(lambda operation, _path: operations.append(operation)):  # noqa: B023 - used in this turn only
            serve_until_quiet(place, tahap.jam)
        end = state_of(place)
        assert not ends or end in ends, "served at once, it is not what it is one after the other"
        yield Babak(tahap, before, tuple(operations), ends or (end,))


def bit_by_bit(folder: Path, tahap: Tahap) -> Iterator[dict[str, str]]:
    """Yield where a stage ends when what people do comes one after the other, in each order; the office stays."""
    place, kept = folder / WORK, folder / "tetap"
    place.rename(kept)
    for order in itertools.permutations(tahap.bagian):
        put_back(kept, place)
        for lakukan in order:
            lakukan(place / "akar")
            serve_until_quiet(place, tahap.jam)
        yield state_of(place)
    shutil.rmtree(place)
    kept.rename(place)


def put_back(before: Path, place: Path) -> None:
    """Put a snapshot where the office lies, always under the same path: the lease names its data folder."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(before, place)


def cases(babak: Babak, cara: str) -> tuple[int, ...]:
    """Return the 1-based numbers of the operations at which a stage is disturbed that way."""
    return tuple(number for number, operation in enumerate(babak.operations, 1)
                 if cara != "ENOSPC" or operation in CHANGING)


def disturb(babak: Babak, cara: str, number: int, work: Path) -> tuple[str, tuple[str, ...]]:
    """Play a stage with one disturbance; return the operation that it met, and what is different at the end."""
    put_back(babak.before, work)
    met = work.with_suffix(".kena")
    met.unlink(missing_ok=True)
    if number % ANEW_EACH == 0:
        ANEW.set()
    try:
        if cara == "mati":
            status = _in_a_process(lambda: _serve(work, babak.tahap, _fault(cara, number, met)))
            if not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
                return "", (f"was not killed (status {status})",)
            serve_until_quiet(work, babak.tahap.jam)
        else:
            _serve(work, babak.tahap, _fault(cara, number, met))
    except (Exception, SystemExit) as error:
        return "", (f"ended with {type(error).__name__}: {error}",)
    finally:
        ANEW.clear()
    got = state_of(work)
    return met.read_text(), min((differences(end, got) for end in babak.ends), key=len)


def _fault(cara: str, number: int, met: Path) -> Fault:
    count = [0]

    def fault(operation: str, path: Path) -> None:
        count[0] += 1
        if count[0] != number:
            return
        met.write_text(operation)
        if cara == "mati":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(getattr(errno, cara), os.strerror(getattr(errno, cara)), str(path))

    return fault


def _serve(work: Path, tahap: Tahap, fault: Fault) -> None:
    with faulty(fault):
        serve_until_quiet(work, tahap.jam)


def _in_a_process(call: Callable[[], None]) -> int:
    """Return how a process of its own that does this ended: 0 where all went well."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            call()
            code = 0
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        finally:
            os._exit(code)
    return os.waitpid(pid, 0)[1]


def campaign(babak: Babak, daftar_cara: Sequence[str], folder: Path, share: slice = slice(None)) -> Hasil:
    """Disturb a stage at every operation, or at a share of them, in each way."""
    hasil = Hasil()
    for cara in daftar_cara:
        for number in cases(babak, cara)[share]:
            operation = babak.operations[number - 1]
            hasil.counted[cara, operation] += 1
            met, found = disturb(babak, cara, number, folder / WORK)
            hasil.injected[cara, met] += 1
            place = f"{babak.tahap.nama}, operasi {number} ({operation}), {cara}: "
            hasil.wrong += [place + line for line in found]
            if met != operation:
                hasil.wrong.append(f"{place}met {met or 'nothing'}")
    return hasil


# the command


def play_a_share(daftar_cara: Sequence[str], names: Sequence[str], share: slice, traced: bool) -> Hasil:
    """Play the quarter once more in a place of one's own, and disturb a share of its operations."""
    hasil, begun = Hasil(), time.monotonic()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name, reading_here(), \
            always_the_same_ids():
        folder = Path(name)
        daftar = [babak for babak in play(folder) if not names or babak.tahap.nama in names]
        for babak in daftar:
            found = campaign(babak, daftar_cara, folder, share)
            hasil.add(found)
            print(f"{babak.tahap.nama:28} {len(babak.operations):5} operations, {sum(found.counted.values()):5} "
                  f"disturbed, {len(found.wrong)} differences, {time.monotonic() - begun:5.0f} s", flush=True)
        if traced:
            hasil.untold = list(untold_changes(daftar[-1].before, daftar[-1].tahap.jam, folder / "strace"))
    return hasil


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cara", nargs="+", choices=CARA, default=CARA)
    parser.add_argument("--tiap", type=int, default=1, help="only each N-th operation")
    parser.add_argument("--tahap", nargs="+", default=(), choices=[tahap.nama for tahap in TAHAP])
    asked = parser.parse_args()
    processes = os.cpu_count() or 1
    hasil = Hasil()
    with ProcessPoolExecutor(processes) as pool:
        for found in [pool.submit(play_a_share, asked.cara, asked.tahap,
                                  slice(n * asked.tiap, None, processes * asked.tiap), n == 0)
                      for n in range(processes)]:
            hasil.add(found.result())
    show(hasil, asked.cara)
    for line in (*hasil.wrong, *hasil.untold):
        print(line)
    print(f"strace: {len(hasil.untold)} changes past the disk module")
    return int(bool(hasil.wrong or hasil.untold or hasil.counted != hasil.injected))


def show(hasil: Hasil, daftar_cara: Sequence[str]) -> None:
    """Print for each kind of operation what was counted undisturbed and what was injected."""
    print(f"\n{'operation':14}" + "".join(f"{cara + ' counted':>16}{'injected':>10}" for cara in daftar_cara))
    for operation in sorted({operation for _, operation in hasil.counted}):
        print(f"{operation:14}" + "".join(f"{hasil.counted[cara, operation]:16}{hasil.injected[cara, operation]:10}"
                                          for cara in daftar_cara))
    print(f"{'all':14}" + "".join(f"{sum(n for (c, _), n in hasil.counted.items() if c == cara):16}"
                                  f"{sum(n for (c, _), n in hasil.injected.items() if c == cara):10}"
                                  for cara in daftar_cara))
    for word in ("lost", "too much", "differs"):
        print(f"{word}: {sum(f': {word}' in line for line in hasil.wrong)}")


if __name__ == "__main__":
    sys.exit(main())
