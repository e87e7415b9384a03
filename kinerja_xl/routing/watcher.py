"""Hints that something changed: watchdog events only wake the service, the scan is the truth (hosts.md)."""

from __future__ import annotations

import logging
import os
import threading
import warnings
from collections.abc import Collection
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from kinerja_xl.routing.filenames import is_ignored

_log = logging.getLogger(__name__)
POLL = 5.0
"""Seconds between looks of the watcher that polls; the service's own scan comes anyway."""
_CHANGES = frozenset({"created", "modified", "moved", "closed"})


class Waker(FileSystemEventHandler):
    """Sets an event when a file that may matter changed: a watched one, or one in a watched folder."""

    def __init__(self, places: Collection[Path], woken: threading.Event) -> None:
        self._places = frozenset(places)
        self._woken = woken

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake for changes only: reading the folders makes events too, and would wake the service for ever."""
        if event.is_directory or event.event_type not in _CHANGES:
            return
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name)) if name else None
            if path and not self._places.isdisjoint((path, *path.parents)) and not is_ignored(path.name):
                self._woken.set()


class Watcher:
    """Watches a root while it is there; call ``ensure`` now and then, it starts again what died (a root that vanished).

    ``polling`` is for shares whose server sends no events.
    """

    def __init__(self, root: Path, woken: threading.Event, *, polling: bool = False) -> None:
        self._root = root
        self._woken = woken
        self._polling = polling
        self._places: tuple[Path, ...] = ()
        self._observer: BaseObserver | None = None
        self._inode = 0

    def ensure(self, places: Collection[Path]) -> bool:
        """Return whether the root is being watched; without events the service still looks at every interval."""
        try:
            inode = self._root.stat().st_ino
        except OSError:
            self.stop()
            return False
        if self._is_alive() and inode == self._inode and tuple(places) == self._places:
            return True
        self.stop()
        self._places, self._inode = tuple(places), inode
        return self._start()

    def _is_alive(self) -> bool:
        # an observer whose emitter died still calls itself alive
        observer = self._observer
        return observer is not None and observer.is_alive() and all(e.is_alive() for e in observer.emitters)

    def _start(self) -> bool:
        # watchdog 7 warns of folders made quickly one inside the other, each time with all its state: tens of
        # kilobytes on stderr, which can stop a service whose output nobody reads
        warnings.filterwarnings("ignore", message="Callback with id", category=RuntimeWarning, module=r"watchdog\.")
        observer = PollingObserver(timeout=POLL) if self._polling else Observer()
        try:
            observer.schedule(Waker(self._places, self._woken), str(self._root), recursive=True)
            observer.start()
        except OSError as error:  # no watches left, or a file system without them
            _log.warning("no events from %s: %s", self._root, error)
            return False
        self._observer = observer
        return True

    def stop(self) -> None:
        """Stop watching."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
