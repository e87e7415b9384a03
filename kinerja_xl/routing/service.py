"""The loop around a pass: wake by event, interval, request or settling; stop cleanly; heal without a restart."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

INTERVAL = 30.0
"""Seconds between looks when nothing wakes the service (custody.md, mechanism)."""
PATIENCE_ONCE = 300.0
"""Seconds that one full pass waits for files that keep changing."""
_SLICE = 0.25  # seconds: Windows cannot interrupt a longer wait
_GATHER = 0.1  # seconds: one saving makes several events


@dataclass(frozen=True)
class PassResult:
    """What a pass says to the loop: whether it did something, and when something may have settled (seconds)."""

    worked: bool
    wait: float | None = None


Pass = Callable[[], PassResult]


class Bell:
    """What a sleeping service listens to: ``woken`` by events, ``stopped`` by a signal, and ``is_asked``."""

    def __init__(self, is_asked: Callable[[], bool] = lambda: False) -> None:
        self.woken = threading.Event()
        self.stopped = threading.Event()
        self.slept = 0.0
        self._is_asked = is_asked

    def sleep(self, seconds: float, *, wakeable: bool = True) -> None:
        """Sleep until the time is over, the service is stopped, or (``wakeable``) something happened."""
        begun = time.monotonic()
        end = begun + seconds
        while not self.stopped.is_set() and (left := end - time.monotonic()) > 0:
            if wakeable and (self.woken.wait(min(left, _SLICE)) or self._is_asked()):
                self.stopped.wait(_GATHER)
                break
            if not wakeable:
                self.stopped.wait(min(left, _SLICE))
        self.woken.clear()
        self.slept += time.monotonic() - begun


def run_once(run_pass: Pass, bell: Bell, *, patience: float = PATIENCE_ONCE) -> None:
    """Run passes until one has nothing left to do; settling files are waited for, up to ``patience`` seconds."""
    end = time.monotonic() + patience
    while not bell.stopped.is_set():
        result = run_pass()
        if result.worked:
            end = time.monotonic() + patience
        elif result.wait is None or time.monotonic() >= end:
            return
        else:
            bell.sleep(result.wait, wakeable=False)


def serve(run_pass: Pass, bell: Bell, on_error: Callable[[Exception], None], *, interval: float = INTERVAL) -> None:
    """Run passes until stopped; an error of one pass is told to ``on_error`` and the next pass comes all the same."""
    while not bell.stopped.is_set():
        try:
            result = run_pass()
        except Exception as error:  # one bad pass must not end the service of a whole office
            on_error(error)
            result = PassResult(worked=False)
        if not result.worked:
            bell.sleep(interval if result.wait is None else min(interval, result.wait))


@contextmanager
def stopped_by_signals(bell: Bell) -> Iterator[None]:
    """Let Ctrl+C and a request to end finish the present pass, then stop; only usable in the main thread."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        bell.stopped.set()
        bell.woken.set()

    names = ("SIGINT", "SIGTERM", "SIGBREAK")
    before = {getattr(signal, name): signal.signal(getattr(signal, name), stop) for name in names
              if hasattr(signal, name)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
