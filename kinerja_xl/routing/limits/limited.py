"""A helper process that outlives many questions and may die of any of them: bytes go in, bytes come out, in bounds.

It knows nothing of what it is asked. What it answers is data to be judged, never a program (see ``docs/keputusan``).
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import threading
from collections.abc import Sequence

SIZE = struct.Struct(">I")
"""How long the question or answer is that follows, in bytes."""
WALL_SECONDS = 20.0
MOST_QUESTIONS = 500
"""After so many questions a fresh process takes over: whatever leaked or was turned in the old one is gone."""
LONGEST_ANSWER = 8 * 1024 * 1024
_OUT_OF_CPU = -getattr(signal, "SIGXCPU", 1000)


class NoAnswer(Exception):
    """The process died of the question, said too much, or (``too_late``) said nothing in time."""

    def __init__(self, too_late: bool) -> None:
        self.too_late = too_late
        super().__init__(too_late)


class LimitedProcess:
    """One process of ``command``, started when first needed and anew after it died, was too slow, or had its share."""

    def __init__(self, command: Sequence[str], *, wall: float = WALL_SECONDS, most: int = MOST_QUESTIONS) -> None:
        self._command = tuple(command)
        self._wall, self._most = wall, most
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        self._owner = 0

    @property
    def pid(self) -> int | None:
        """The process that would be asked next; None where it has to be started first."""
        return self._process.pid if self._process is not None and self._owner == os.getpid() else None

    def start(self) -> None:
        """Start the process where none is running; it gets ready while the service does something else."""
        if self._process is not None and self._owner != os.getpid():
            self._process = None  # the pipes of the process that this one was forked from
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                             stderr=subprocess.DEVNULL)
            self._asked, self._owner = 0, os.getpid()

    def ask(self, question: bytes) -> bytes:
        """Return the answer to a question; NoAnswer where there is none, the next question then gets a new process."""
        self.start()
        process = self._process
        assert process is not None  # just started
        self._asked += 1
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._wall, give_up)
        timer.start()
        try:
            answer = _exchange(process, question)
        except (OSError, EOFError):
            out_of_time = late.is_set() or _ended(process) == _OUT_OF_CPU
            self.close()
            raise NoAnswer(out_of_time) from None
        finally:
            timer.cancel()
            timer.join()
        if self._asked >= self._most or late.is_set():
            self.close()
        return answer

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what it was to be told is lost with it
                    pipe.close()
        process.wait()


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    """How a process that closed its side ended; None where it still runs."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        return process.wait(timeout=1)
    return None


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    assert process.stdin is not None  # both pipes were asked for
    assert process.stdout is not None
    process.stdin.write(SIZE.pack(len(question)) + question)
    process.stdin.flush()
    head = process.stdout.read(SIZE.size)
    length = SIZE.unpack(head)[0] if len(head) == SIZE.size else LONGEST_ANSWER + 1
    answer = process.stdout.read(length) if length <= LONGEST_ANSWER else b""
    if len(answer) != length:
        raise EOFError
    return answer
