"""A read that may never come back, as of a file that only stands for one in a cloud: waited for in bounds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kinerja_xl.errors import DiskFailed

T = TypeVar("T")
READ_SECONDS = 30.0
_SEBAB = "isinya belum dapat dibaca; mungkin masih diunduh dari penyimpanan awan."


class Patience:
    """Does calls that read a file, each in a thread that nobody has to wait for; one that is stuck is not asked twice.

    No system lets a blocked read be called off, so its thread stays until the file comes or the service ends.
    """

    def __init__(self, seconds: float = READ_SECONDS) -> None:
        self._seconds = seconds
        self._stuck: dict[Path, threading.Thread] = {}

    def wait(self, path: Path, call: Callable[[], T]) -> T:
        """Return what ``call`` returns or raise what it raises; DiskFailed where it does not come back in time."""
        stuck = self._stuck.get(path)
        if stuck is not None and stuck.is_alive():
            raise DiskFailed(jalur=path, sebab=_SEBAB)
        answers: list[T] = []
        failures: list[BaseException] = []

        def work() -> None:
            try:
                answers.append(call())
            except BaseException as error:  # told where it was asked for
                failures.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self._seconds)
        if thread.is_alive():
            self._stuck[path] = thread
            raise DiskFailed(jalur=path, sebab=_SEBAB)
        self._stuck.pop(path, None)
        if failures:
            raise failures[0]
        return answers[0]
