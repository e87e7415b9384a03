"""Every change to the disk: the content store, no-clobber placing, removal of known bytes (custody.md)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import BinaryIO

from kinerja_xl.errors import DiskFailed
from kinerja_xl.routing import osfiles
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.operations import Fault, Operations
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.owners import owner_of

_CHUNK = 1 << 20
_TIME_FILE = ".jam.tmp"


@dataclass(frozen=True)
class Staged:
    """A content in the store: its sha256 (64 hexadecimal digits) and its size in bytes."""

    sha256: str
    size: int


class Disk(Operations):
    """The only one that changes files; each method raises DiskFailed where the disk or the share refuses.

    ``store`` is the content store on the service's own disk: one file per content, named by its sha256.
    """

    def __init__(self, store: Path, *, fault: Fault | None = None, pause: Callable[[float], None] = time.sleep) -> None:
        super().__init__(fault, pause)
        self.store = store
        self._do("mkdir", store, partial(store.mkdir, parents=True, exist_ok=True))

    # looking and reading

    def look(self, folder: Path) -> tuple[Seen, ...]:
        """Return the entries of a folder by name, links never followed; an absent folder has none."""

        def look() -> tuple[Seen, ...]:
            with os.scandir(folder) as entries:
                paths = sorted(Path(entry.path) for entry in entries)
            return tuple(seen for seen in map(osfiles.see, paths) if seen)

        try:
            return self._do("look", folder, look, FileNotFoundError, NotADirectoryError)
        except (FileNotFoundError, NotADirectoryError):
            return ()

    def owner(self, path: Path) -> str:
        """Return the account that a file belongs to; DiskFailed where that cannot be told."""
        return self._do("look", path, partial(owner_of, path))

    def lies(self, path: Path) -> bool:
        """Whether something stands at ``path``, as far as can be told: what cannot be looked at is not gone."""
        try:
            return self.see(path) is not None
        except DiskFailed:
            return True

    def read(self, path: Path) -> bytes | None:
        """Return the content of a regular file; None where there is none (a link or device counts as none)."""

        def read() -> bytes:
            with osfiles.open_regular(path) as file:
                return file.read()

        try:
            return self._do("read", path, read, FileNotFoundError)
        except FileNotFoundError:
            return None

    def read_start(self, path: Path, length: int) -> bytes:
        """Return the first bytes of a regular file; none where there is no such file."""

        def read() -> bytes:
            with osfiles.open_regular(path) as file:
                return file.read(length)

        try:
            return self._do("read", path, read, FileNotFoundError)
        except FileNotFoundError:
            return b""

    def read_store(self, sha256: str) -> bytes:
        """Return a content of the store; DiskFailed where it is not there."""
        return self._do("read", self.store / sha256, (self.store / sha256).read_bytes)

    # the store

    def stage(self, seen: Seen) -> Staged | None:
        """Copy a settled file into the store; None when it changed or vanished since it was seen: not now.

        Everything after works from this copy only, so that a file swapped meanwhile changes nothing.
        """
        tmp = self.store / f"{hashlib.sha256(os.fsencode(seen.path)).hexdigest()[:24]}.tmp"
        try:
            source = self._do("read", seen.path, partial(osfiles.open_regular, seen.path), FileNotFoundError)
        except FileNotFoundError:
            return None
        with source:
            if osfiles.seen_by(seen.path, source) != seen:
                return None
            staged = self._write(tmp, partial(_copy_hashed, source))
        if self.see(seen.path) != seen:
            self._unlink(tmp)
            return None
        self._keep(tmp, staged.sha256)
        return staged

    def put_store(self, data: bytes) -> str:
        """Return the sha256 of ``data`` after keeping it in the store."""
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.in_store(sha256):
            tmp = self.store / f"{sha256}.tmp"
            self._write(tmp, lambda file: file.write(data))
            self._keep(tmp, sha256)
        return sha256

    def in_store(self, sha256: str) -> bool:
        """Whether the store holds this content."""
        return self.see(self.store / sha256) is not None

    def _keep(self, tmp: Path, sha256: str) -> None:
        # replacing is right here: the name is the content
        self._do("replace", self.store / sha256, partial(tmp.replace, self.store / sha256))
        self._dirty[self.store] = None

    # the shared folder

    def place(self, sha256: str, folder: Path, name: str, *, read_only: bool = False) -> Path:
        """Return where a content of the store stands in ``folder`` after placing it under ``name``.

        Nothing is ever overwritten: a name taken by other content gets `` (2)``. Where the same content already has
        the name, that one is returned, so that the act can be repeated after a crash.
        """
        tmp = folder / f".{sha256[:24]}.tmp"
        for number in count(1):
            target = folder / numbered(name, number)
            if self.see(target) is None and self._place_new(sha256, tmp, target, read_only):
                break
            if self.holds(target, sha256):
                break
        self._unlink(tmp)
        self._dirty[folder] = None
        return target

    def _place_new(self, sha256: str, tmp: Path, target: Path, read_only: bool) -> bool:
        self._write(tmp, partial(_copy_from, self.store / sha256), read_only)
        try:
            with self._tidying(tmp):
                self._do("link", target, partial(osfiles.rename_new, tmp, target), FileExistsError)
        except FileExistsError:  # somebody took the name this instant
            return False
        return True

    def holds(self, path: Path, sha256: str) -> bool:
        """Whether a regular file with this content stands at ``path``."""

        def holds() -> bool:
            with osfiles.open_regular(path) as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256

        try:
            return self._do("read", path, holds, FileNotFoundError)
        except FileNotFoundError:
            return False

    def remove_if(self, path: Path, sha256: str) -> bool:
        """Return whether nothing of that content stands at ``path`` any more; other bytes are left alone (False).

        The file is given a name of the service's before it goes: what somebody saves in the last instant then stands
        under that name, or anew at ``path``, and is seen.
        """
        aside = path.with_name(f".{sha256[:24]}.lepas.tmp")
        left = self.see(aside)
        if left and left.regular:  # from a crash between the two; what somebody planted there is overwritten
            self._let_go(aside, path, sha256)
        if self.see(path) is None:
            return True
        if not self.holds(path, sha256):
            return False
        with contextlib.suppress(FileNotFoundError):  # somebody took it away this instant
            self._do("rename", aside, partial(path.rename, aside), FileNotFoundError)
        return self._let_go(aside, path, sha256)

    def _let_go(self, aside: Path, path: Path, sha256: str) -> bool:
        """Remove a file put aside; it gets its name again where it is other content after all or cannot be removed."""
        try:
            if not self.see(aside) or self.holds(aside, sha256):
                self._unlink(aside)
                return True
        except DiskFailed:
            with contextlib.suppress(OSError):  # else the next attempt finds it aside
                osfiles.rename_new(aside, path)
                osfiles.remove(aside)
            raise
        self.set_aside(aside, path.name)
        return False

    def is_folder(self, path: Path) -> bool:
        """Whether a folder stands at ``path``; DiskFailed where that cannot be seen."""
        return self._do("look", path, partial(path.is_dir))

    def rename_folder(self, folder: Path, target: Path) -> None:
        """Give a folder another name; nothing happens where it is gone or something has that name."""
        if self.is_folder(folder) and self.see(target) is None:
            self._do("rename", target, partial(folder.rename, target))
            self._dirty[target.parent] = None

    def make_folder(self, folder: Path, below: Path) -> None:
        """Make ``folder`` and what is missing between it and ``below``; DiskFailed where ``below`` is gone."""
        missing = [path for path in (folder, *folder.parents)
                   if path != below and path.is_relative_to(below) and not self.is_folder(path)]
        for path in reversed(missing):
            self._do("mkdir", path, partial(path.mkdir, exist_ok=True))
            self._dirty[path.parent] = None

    # files of the service itself

    def replace_own(self, path: Path, data: bytes) -> None:
        """Write a file that belongs to the service (never a user's), whole or not at all."""
        tmp = path.with_name(numbered(f".{path.name}", 1, ".tmp"))
        self._write(tmp, lambda file: file.write(data))
        with self._tidying(tmp):
            self._do("replace", path, partial(tmp.replace, path))
        self._dirty[path.parent] = None

    def create_own(self, path: Path, data: bytes) -> bool:
        """Write a file of the service where none stands; return whether it is ours, False where one stood there."""
        tmp = path.with_name(numbered(f".{path.name}", 1, ".tmp"))
        self._write(tmp, lambda file: file.write(data))
        try:
            with self._tidying(tmp):
                self._do("link", path, partial(osfiles.rename_new, tmp, path), FileExistsError)
        except FileExistsError:
            return False
        finally:
            self._unlink(tmp)
        self._dirty[path.parent] = None
        return True

    def append_own(self, path: Path, data: bytes) -> None:
        """Add bytes at the end of a file that belongs to the service, durably."""

        def append() -> None:
            with path.open("ab") as file:
                file.write(data)
                self._sync(file, path)

        self._do("append", path, append)
        self._dirty[path.parent] = None

    def time_at(self, folder: Path) -> float:
        """Return the time, in seconds since 1970, that the computer which holds ``folder`` gives a new file."""
        tmp = folder / _TIME_FILE
        self._write(tmp, lambda file: file.write(b"."))
        seen = self.see(tmp)
        self._unlink(tmp)
        return seen.mtime_ns / 1e9 if seen else time.time()

    def set_aside(self, path: Path, name: str) -> Path:
        """Return where a file of the service stands after giving it another name beside, nothing overwritten."""
        for number in count(1):
            target = path.with_name(numbered(name, number))
            with contextlib.suppress(FileExistsError):
                self._do("link", target, partial(osfiles.rename_new, path, target), FileExistsError)
                break
        self._unlink(path)
        return target

    def remove_own(self, path: Path) -> None:
        """Remove a file that belongs to the service; absent is fine."""
        self._unlink(path)


def encode_text(teks: str) -> bytes:
    """Return a text for people as Notepad of any Windows shows it right: byte order mark, CR LF."""
    return teks.replace("\n", "\r\n").encode("utf-8-sig", "replace")


def _copy_hashed(source: BinaryIO, target: BinaryIO) -> Staged:
    digest, size = hashlib.sha256(), 0
    source.seek(0)
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += target.write(chunk)
    return Staged(digest.hexdigest(), size)


def _copy_from(source: Path, target: BinaryIO) -> None:
    with source.open("rb") as content:
        shutil.copyfileobj(content, target, _CHUNK)
