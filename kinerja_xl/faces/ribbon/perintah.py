"""Starting the installed command for what a button itself may not do: absolute, isolated, in a neutral folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kinerja_xl.errors import CommandRefused, CommandStopped

PATIENCE = 120  # seconds
_ERROR = re.compile(r"^(?P<kode>K\d{3}): (?P<pesan>.+?)\n\s*Langkah berikut: (?P<petunjuk>.+?)"
                    r"(?:\n\s*Berkas log: [^\n]+)?\s*$", re.DOTALL)  # the press names the same log file itself
_USAGE = re.compile(r"^kinerja: (?P<pesan>.+?)\n\s*Langkah berikut: (?P<petunjuk>.+?)\s*$", re.DOTALL)


def run_command(*words: str | Path) -> str:
    """Return what ``kinerja`` printed. Raises CommandRefused with its own words, CommandStopped where it has none.

    Nothing of the folder that the workbook lies in is on Python's path, and nothing of it is started.
    """
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run([sys.executable, "-I", "-B", "-m", "kinerja_xl", *map(str, words)], cwd=sys.prefix,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False,
                              encoding="utf-8", errors="replace", env=_environment(), creationflags=hidden)
    except subprocess.TimeoutExpired as error:
        raise CommandStopped from error
    if done.returncode:
        raise told_error(done.stderr)
    return done.stdout


def told_error(stderr: str) -> CommandRefused | CommandStopped:
    """Return what a command wrote to stderr as an error of the press."""
    text = stderr.strip()
    if match := _ERROR.match(text):
        return CommandRefused(kode=match["kode"], pesan=match["pesan"], petunjuk=match["petunjuk"])
    if match := _USAGE.match(text):
        return CommandRefused(kode="K903", pesan=match["pesan"], petunjuk=match["petunjuk"])
    return CommandStopped()


def clock_words(akar: Path) -> Sequence[str]:
    """Return the clock that an office made for practice has to be given: that of its last event; none elsewhere."""
    from kinerja_xl.routing.ledger.published import published_events

    events = published_events(akar)
    if not events or not events[0].isi.get("jam_tiruan"):
        return ()
    return ("--sekarang", events[-1].waktu.isoformat())


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.upper().startswith("PYTHON")}
