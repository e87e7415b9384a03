"""One service per data folder: an operating system lock that ends with the process that holds it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from kinerja_xl.errors import ServiceRunning

NAME = "layanan.kunci"
_PAUSE = 0.05  # seconds
_LOOK = 0.5  # seconds between looks of a service that waits to take over

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ServiceLock:
    """Held from ``take`` until ``release`` or the end of the process, even a killed one; usable in a ``with``."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._handle: int | None = None

    def take(self, attempts: int = 5) -> None:
        """Take the lock; raises ServiceRunning where another process has it.

        More than one attempt, because a command that only asks who serves holds the lock for an instant.
        """
        handle = os.open(self._data / NAME, os.O_RDWR | os.O_CREAT, 0o644)
        for left in reversed(range(attempts)):
            try:
                _take(handle)
            except OSError:
                if left:
                    time.sleep(_PAUSE)
            else:
                self._handle = handle
                return
        os.close(handle)
        raise ServiceRunning(data=self._data)

    def wait(self, told: Callable[[ServiceRunning], None]) -> None:
        """Take the lock as soon as whoever has it ends, by whatever end; ``told`` hears once that it is waited for."""
        waiting = False
        while True:
            try:
                self.take(attempts=1)
            except ServiceRunning as error:
                if not waiting:
                    told(error)
                waiting = True
                time.sleep(_LOOK)
            else:
                return

    def release(self) -> None:
        """Give the lock back; the file stays, since removing it would let two processes lock two files."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.release()


def is_served(data: Path) -> bool:
    """Whether a running process holds the lock of this data folder."""
    lock = ServiceLock(data)
    try:
        lock.take(attempts=1)
    except ServiceRunning:
        return True
    lock.release()
    return False
