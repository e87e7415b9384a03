"""The service of the demo as a process of its own, and the clock file that it reads."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

SETTLING = "0.05"  # seconds; nobody copies over a slow network here
_LAST_PASS = 30.0  # seconds that the service may take to end


class JamDemo:
    """The office clock: a file with one moment, replaced as a whole so that nobody reads half of it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def set(self, waktu: datetime) -> None:
        """Let it be this moment (WITA)."""
        new = self.file.with_suffix(".tmp")
        new.write_text(f"{waktu:%Y-%m-%dT%H:%M}", encoding="utf-8")
        for attempt in range(100):
            try:
                new.replace(self.file)
            except PermissionError:  # Windows: the service is reading it just now
                if attempt == 99:
                    raise
                time.sleep(0.02)
            else:
                return


@contextlib.contextmanager
def running_service(akar: Path, data: Path, jam: JamDemo, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``kinerja layani`` while the block runs; whatever happens, the process has ended afterwards."""
    command = [sys.executable, "-u", "-m", "kinerja_xl", "layani", str(akar), "--data", str(data),
               "--sekarang", f"@{jam.file}", "--tenang", SETTLING]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_LAST_PASS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
