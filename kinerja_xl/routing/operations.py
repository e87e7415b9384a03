"""One operation on the disk at a time: met by a fault where a test plays one, tried again while busy, explained."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeVar

from kinerja_xl.errors import DiskFailed
from kinerja_xl.routing import osfiles
from kinerja_xl.routing.osfiles import Seen

T = TypeVar("T")
Fault = Callable[[str, Path], None]
"""Called before each operation with its name and path; a test raises from it to play a fault."""

RETRY_WAITS = (0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts while another program holds a file (custody.md fault 4)."""


class Operations:
    """Every operation passes ``fault``, is retried while busy after ``pause(seconds)``, or raises DiskFailed.

    Directory entries become durable with ``flush``, once for all folders touched since the last one.
    """

    def __init__(self, fault: Fault | None, pause: Callable[[float], None]) -> None:
        self._fault = fault
        self._pause = pause
        self._dirty: dict[Path, None] = {}

    def see(self, path: Path) -> Seen | None:
        """Return what stands at ``path``, None where nothing does."""
        return self._do("look", path, partial(osfiles.see, path))

    def flush(self) -> None:
        """Make the directory entries of everything done so far durable."""
        for folder in tuple(self._dirty):
            self._do("sync_folder", folder, partial(osfiles.sync_folder, folder))
            del self._dirty[folder]

    def _do(self, operation: str, path: Path, call: Callable[[], T], *expected: type[OSError]) -> T:
        for wait in chain(RETRY_WAITS, [None]):
            try:
                self._meet(operation, path)
                return call()
            except expected:
                raise
            except OSError as error:
                if wait is None or not osfiles.is_busy(error):
                    raise DiskFailed(jalur=path, sebab=osfiles.explain(error)) from error
                self._pause(wait)
        raise AssertionError("the last attempt returns or raises")

    def _meet(self, operation: str, path: Path) -> None:
        if self._fault:
            self._fault(operation, path)

    def _write(self, tmp: Path, fill: Callable[[BinaryIO], T], read_only: bool = False) -> T:
        def write() -> T:
            with osfiles.create(tmp, read_only) as file:
                result = fill(file)
                self._sync(file, tmp)
            return result

        with self._tidying(tmp):
            return self._do("write", tmp, write)

    def _sync(self, file: BinaryIO, path: Path) -> None:
        file.flush()
        self._meet("fsync", path)
        os.fsync(file.fileno())

    @contextlib.contextmanager
    def _tidying(self, tmp: Path) -> Iterator[None]:
        try:
            yield
        except DiskFailed:
            with contextlib.suppress(OSError):  # the first failure is the one to tell; the next attempt starts afresh
                osfiles.remove(tmp)
            raise

    def _unlink(self, path: Path) -> None:
        self._do("unlink", path, partial(osfiles.remove, path))
