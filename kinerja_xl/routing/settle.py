"""Which files of a folder are candidates, and whether one has come to rest (custody.md, mechanism)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.filenames import is_hidden_folder, is_ignored, is_shortcut, owner_names, read_owner
from kinerja_xl.routing.osfiles import Seen

PATIENCE = 10
"""A file that looks damaged may still be copying: it is held only after this many times the settling time."""


@dataclass(frozen=True)
class Candidate:
    """A regular file that a person put in a folder; ``dibuka_oleh`` = who has it open, None = nobody.

    ``penanda`` is the name of the owner file that says so.
    """

    seen: Seen
    dibuka_oleh: str | None = None
    penanda: str = ""

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self.seen.path


@dataclass(frozen=True)
class Inside:
    """What lies in one folder: files that may be worksheets, folders, and what only stands for a file elsewhere."""

    candidates: tuple[Candidate, ...]
    folders: tuple[Path, ...]
    shortcuts: tuple[Path, ...]


def look_inside(disk: Disk, folder: Path) -> Inside:
    """Return what lies in a folder, by name; links and devices are never opened, folders of a system are left out."""
    entries = {seen.path.name: seen for seen in disk.look(folder)}
    return Inside(
        tuple(_candidate(disk, folder, entries, seen) for name, seen in entries.items()
              if seen.regular and not is_ignored(name)),
        tuple(seen.path for name, seen in entries.items() if seen.folder and not is_hidden_folder(name)),
        tuple(seen.path for name, seen in entries.items()
              if is_shortcut(name) or not (seen.regular or seen.folder or is_ignored(name))))


def find_candidates(disk: Disk, folder: Path) -> tuple[Candidate, ...]:
    """Return the files of a folder that may be worksheets; what lies in folders inside it is not looked at."""
    return look_inside(disk, folder).candidates


def _candidate(disk: Disk, folder: Path, entries: dict[str, Seen], seen: Seen) -> Candidate:
    for owner_name in owner_names(seen.path.name):
        if owner_name in entries:
            return Candidate(seen, read_owner(owner_name, disk.read(folder / owner_name) or b""), owner_name)
    return Candidate(seen)


class Tracker:
    """Remembers since when each file is unchanged, by its own monotonic clock; a file's mtime is never an age.

    ``tenang`` is how long a file must stay unchanged, in seconds.
    """

    def __init__(self, tenang: float = 3.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._tenang = tenang
        self._clock = clock
        self._since: dict[Path, tuple[Seen, float]] = {}

    def look(self, candidates: Iterable[Candidate]) -> None:
        """Take note of everything that stands in the watched folders now; what is gone is forgotten."""
        now = self._clock()
        since: dict[Path, tuple[Seen, float]] = {}
        for candidate in candidates:
            known = self._since.get(candidate.path)
            unchanged = known is not None and known[0] == candidate.seen and candidate.dibuka_oleh is None
            since[candidate.path] = known if known is not None and unchanged else (candidate.seen, now)
        self._since = since

    def wait_for(self, candidate: Candidate) -> float:
        """Return how many seconds the file still has to rest, 0 when it has settled."""
        return self._remaining(candidate, self._tenang)

    def wait_for_damaged(self, candidate: Candidate) -> float:
        """Return how many seconds to wait before a file that looks damaged counts as damaged."""
        return self._remaining(candidate, self._tenang * PATIENCE)

    def _remaining(self, candidate: Candidate, rest: float) -> float:
        return max(0.0, self._since[candidate.path][1] + rest - self._clock())
