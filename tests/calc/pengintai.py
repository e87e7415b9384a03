"""Tells which files of a folder any program opens, by the kernel's own word (inotify)."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import struct
from collections.abc import Iterator
from pathlib import Path

IN_OPEN, IN_NONBLOCK = 0x20, 0x800
_EVENT = struct.Struct("iIII")  # watch, mask, cookie, length of the name


class Pengintai:
    """Use as a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Pengintai:
        libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self._queue = libc.inotify_init1(IN_NONBLOCK)
        folders = [self._folder, *(path for path in self._folder.rglob("*") if path.is_dir())]
        watches = [libc.inotify_add_watch(self._queue, os.fsencode(path), IN_OPEN) for path in folders]
        assert min(self._queue, *watches) >= 0, os.strerror(ctypes.get_errno())
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._queue)

    def opened(self) -> set[str]:
        """The names of files that were opened since the last question."""
        return set(self._names())

    def _names(self) -> Iterator[str]:
        while True:
            try:
                events = os.read(self._queue, 1 << 16)
            except BlockingIOError:
                return
            while events:
                length = _EVENT.unpack_from(events)[3]
                name = events[_EVENT.size:_EVENT.size + length].rstrip(b"\0")
                if name:
                    yield os.fsdecode(name)
                events = events[_EVENT.size + length:]
