"""Looking at the office's folders: what lies there, what has come to rest, and the content of each file, taken once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import DiskFailed, KinerjaError, WorkbookDamaged, WorkbookError, WorkbookUnsafe
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.limits import preflight
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.patience import Patience
from kinerja_xl.routing.settle import Candidate, Inside, Tracker, find_candidates, look_inside

NESTED = 3
"""How many folders deep people may sort what they put into a folder: the outermost one says who acts."""
PATIENCE_LOOKS = 3
"""For so many looks the other files that a role acts with wait for one that cannot be read: it may be their rival."""
Read = Callable[[bytes, str], LembarKerja]


@dataclass(frozen=True)
class Found:
    """A file in one of the office's folders; ``jalur`` is its path relative to the root."""

    jalur: str
    pelaksana: Pelaksana
    jalan: Jalan
    candidate: Candidate

    @property
    def nama(self) -> str:
        """The file's name as the person gave it."""
        return self.candidate.path.name


@dataclass(frozen=True)
class Taken:
    """A file's content, taken once; ``data`` is None where it is too large to be a worksheet."""

    found: Found
    sha256: str
    data: bytes | None


@dataclass(frozen=True)
class Scan:
    """What lies in the folders: ``readable`` may be taken now, ``waiting`` has not settled or is open.

    ``shortcuts`` are paths (relative to the root) of shortcuts and links in acting folders, ``unseen`` whose folders
    could not be looked into: what lies there is unknown.
    """

    readable: tuple[Found, ...]
    waiting: tuple[Found, ...]
    shortcuts: tuple[str, ...] = ()
    unseen: frozenset[Pelaksana] = frozenset()


class Looking:
    """The folders of one office as they are seen; ``problems`` are the disk failures of the present pass.

    ``wait`` is the seconds until something may have come to rest, None where nothing is awaited.
    """

    def __init__(self, root: Path, disk: Disk, tenang: float, clock: Callable[[], float]) -> None:
        self.root, self.disk = root, disk
        self.problems: list[KinerjaError] = []
        self.wait: float | None = None
        self._tenang, self._clock = tenang, clock
        self._tracker, self._resting = Tracker(tenang, clock), Tracker(tenang, clock)
        self._evidence = dict[str, Tracker]()
        self._taken: dict[Path, tuple[Seen, Taken]] = {}
        self._missed: dict[str, int] = {}
        self._patience = Patience()

    def look(self, inboxes: Mapping[str, tuple[Pelaksana, Jalan]], owed: Collection[str]) -> Scan:
        """Return what lies in the folders; the paths in ``owed``, which are about to be removed, are left out.

        A file that somebody has open is waiting; in Masuk it is readable too, for what is said about it.
        """
        daftar: list[Found] = []
        shortcuts: list[str] = []
        unseen: set[Pelaksana] = set()
        for folder, (pelaksana, jalan) in inboxes.items():
            for inside in self._look_below(folder):
                if inside is None:
                    unseen.add(pelaksana)
                    continue
                daftar += [found for candidate in inside.candidates
                           if (found := Found(self._relative(candidate.path), pelaksana, jalan, candidate)).jalur
                           not in owed]
                shortcuts += [self._relative(path) for path in inside.shortcuts if jalan is not Jalan.MASUK]
        self._tracker.look(found.candidate for found in daftar)
        self._taken = {found.candidate.path: self._taken[found.candidate.path] for found in daftar
                       if found.candidate.path in self._taken}
        self._missed = {found.jalur: self._missed.get(found.jalur, 0) for found in daftar}
        readable, waiting = [], []
        for found in daftar:
            remaining = 0.0 if found.candidate.dibuka_oleh else self._tracker.wait_for(found.candidate)
            if found.candidate.dibuka_oleh or remaining > 0:
                waiting.append(found)
            if remaining > 0:
                self._wait(remaining)
            elif not found.candidate.dibuka_oleh or found.jalan is Jalan.MASUK:
                readable.append(found)
        return Scan(tuple(readable), tuple(waiting), tuple(shortcuts), frozenset(unseen))

    def _look_below(self, folder: str) -> Iterator[Inside | None]:
        """Yield what lies in a folder and in those inside it; None for one that cannot be looked into now."""
        left = [(self.root / folder, 0)]
        while left:
            place, depth = left.pop(0)
            try:
                inside = look_inside(self.disk, place)
            except DiskFailed as error:  # one folder without permission; the others are served
                self.problems.append(error)
                yield None
                continue
            yield inside
            if depth < NESTED:
                left += [(path, depth + 1) for path in inside.folders]

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def find_resting(self, folders: Iterable[str]) -> tuple[Candidate, ...]:
        """Return the files of folders in which nothing is moved (scans) that have settled and nobody has open."""
        daftar: list[Candidate] = []
        for folder in folders:
            try:
                daftar += find_candidates(self.disk, self.root / folder)
            except DiskFailed as error:
                self.problems.append(error)
        self._resting.look(daftar)
        resting = []
        for candidate in daftar:
            remaining = self._resting.wait_for(candidate)
            if candidate.dibuka_oleh is None and remaining > 0:
                self._wait(remaining)
            elif candidate.dibuka_oleh is None:
                resting.append(candidate)
        return tuple(resting)

    def has_settled(self, key: str, candidates: Sequence[Candidate]) -> bool:
        """Whether files that are asked for together have come to rest; the pass is to come again where not.

        ``key`` names what they belong to; who has one of them open does not matter, since they are only copied.
        """
        tracker = self._evidence.setdefault(key, Tracker(self._tenang, self._clock))
        tracker.look(candidates)
        remaining = max((tracker.wait_for(candidate) for candidate in candidates), default=0.0)
        if remaining > 0:
            self._wait(remaining)
        return remaining <= 0

    def look_again(self) -> None:
        """Have the next pass come when what changed this instant may have settled."""
        self._wait(self._tenang)

    def may_still_grow(self, candidate: Candidate) -> bool:
        """Whether a resting file that is not whole may still be copying; the pass is then to come again."""
        remaining = self._resting.wait_for_damaged(candidate)
        if remaining > 0:
            self._wait(remaining)
        return remaining > 0

    def take(self, found: Found) -> Taken | None:
        """Return a file's content, in the store unless it lies in Masuk; None where it changed or is busy: not now."""
        seen = found.candidate.seen
        known = self._taken.get(seen.path)
        if known and known[0] == seen:
            return replace(known[1], found=found)  # whether somebody has it open may have changed all the same
        try:
            taken = self._patience.wait(
                seen.path, partial(self._peek if found.jalan is Jalan.MASUK else self._stage, found))
        except DiskFailed as error:
            self.problems.append(error)
            return None
        if taken is None:
            self.look_again()
        else:
            self._taken[seen.path] = (seen, taken)
        return taken

    def is_missed(self, found: Found) -> bool:
        """Whether a file that could not be taken is worth waiting for: so far it was missed a few times only."""
        self._missed[found.jalur] += 1
        return self._missed[found.jalur] <= PATIENCE_LOOKS

    def peeked(self) -> dict[str, bytes]:
        """Return what was read of files since they lie where they lie, by sha256."""
        return {taken.sha256: taken.data for _, taken in self._taken.values() if taken.data is not None}

    def _stage(self, found: Found) -> Taken | None:
        staged = self.disk.stage(found.candidate.seen)
        if staged is None:
            return None
        return Taken(found, staged.sha256,
                     self.disk.read_store(staged.sha256) if staged.size <= preflight.MAX_BYTES else None)

    def _peek(self, found: Found) -> Taken | None:
        # people work in Masuk: each of their savings is read, but only what is acted on is kept
        seen = found.candidate.seen
        if seen.size > preflight.MAX_BYTES:
            return self._stage(found)
        data = self.disk.read(seen.path)
        if data is None or self.disk.see(seen.path) != seen:
            return None
        return Taken(found, hashlib.sha256(data).hexdigest(), data)

    def read(self, taken: Taken, read: Read) -> LembarKerja | KinerjaError | None:
        """Return the worksheet, or why it is none; None while a file that looks damaged may still be copying.

        ``read`` checks the limits before it parses, and raises WorkbookError kinds.
        """
        nama = taken.found.nama
        try:
            if taken.data is None:
                raise WorkbookUnsafe(berkas=nama, sebab=preflight.TOO_LARGE)
            return read(taken.data, nama)
        except WorkbookDamaged as error:
            remaining = self._tracker.wait_for_damaged(taken.found.candidate)
            if remaining > 0:
                self._wait(remaining)
                return None
            return error
        except WorkbookError as error:
            return error

    def holds_unopened(self, folder: str, sha256: str) -> bool:
        """Whether a file with this content lies in the folder and nobody has it open."""
        return bool(self.find_unopened(folder, (sha256,)))

    def find_unopened(self, folder: str, contents: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return path and sha256 of each file in the folder that has one of these contents and nobody has open.

        Folders inside it count; DiskFailed where one of them cannot be looked into.
        """
        candidates: list[Candidate] = []
        for inside in self._look_below(folder):
            if inside is None:
                raise self.problems.pop()
            candidates += inside.candidates
        found = ((self._relative(candidate.path), _sha256(self.disk.read(candidate.path))) for candidate in candidates
                 if candidate.dibuka_oleh is None and candidate.seen.size <= preflight.MAX_BYTES)
        return tuple((jalur, sha256) for jalur, sha256 in found if sha256 in contents)

    def _wait(self, seconds: float) -> None:
        self.wait = seconds if self.wait is None else min(self.wait, seconds)


def _sha256(data: bytes | None) -> str:
    return hashlib.sha256(data).hexdigest() if data is not None else ""
