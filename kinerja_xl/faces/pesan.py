"""How errors and catatan are shown to a person: what happened, where, and the next step; never a traceback."""

from __future__ import annotations

import contextlib
import json
import logging
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_path

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.errors import KinerjaError

DONE, REJECTED, USAGE, CANNOT_GO_ON = 0, 1, 2, 3
LOG_BYTES, LOG_FILES = 1024 * 1024, 5
"""The service's log: how large one file grows, and how many earlier ones are kept."""


def show_error(error: KinerjaError) -> int:
    """Write the code, the sentence and the next step to stderr; return exit code 3."""
    print(f"{error.code}: {error.pesan}\n      Langkah berikut: {error.petunjuk}", file=sys.stderr)
    return CANNOT_GO_ON


def show_unexpected(error: Exception) -> int:
    """Write one plain sentence to stderr and the details to a log file; return exit code 3."""
    log = write_log(error)
    place = f"\n      Berkas log: {log}" if log else ""
    print(f"K000: {KinerjaError.pattern}\n      Langkah berikut: {KinerjaError.hint}{place}", file=sys.stderr)
    return CANNOT_GO_ON


def write_log(error: Exception) -> Path | None:
    """Write the details of an error to this user's log file; return where it lies, None where that cannot be done.

    A home that is full or not one's own must not keep a person from being told what went wrong.
    """
    try:
        log = user_log_path("kinerja_xl", appauthor=False, ensure_exists=True) / "kinerja.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}\n")
            traceback.print_exception(error, file=file)
    except OSError:
        return None
    return log


def show_remarks(peringatan: Iterable[str]) -> None:
    """Write below an answer what stood in the way and did not stop the work."""
    for text in peringatan:
        print(f"Peringatan: {text}")


def catatan_lines(daftar_catatan: Iterable[Catatan]) -> list[str]:
    """Return one line per catatan: weight, sheet and cell, code, sentence."""
    return [f"{c.tingkat.value:<10}  {c.lembar}{'!' + c.sel if c.sel else ''}  [{c.kode}] {c.pesan}"
            for c in daftar_catatan]


def catatan_json(daftar_catatan: Iterable[Catatan]) -> list[dict[str, str]]:
    """Return the catatan with the keys of the contract."""
    return [{"kode": c.kode, "tingkat": c.tingkat.value, "lembar": c.lembar, "sel": c.sel, "pesan": c.pesan}
            for c in daftar_catatan]


def print_json(document: object) -> None:
    """Write one JSON document to stdout."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


class _QuietLog(RotatingFileHandler):
    """A log whose own failures are not printed: nobody reads a traceback on the service's PC."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Let the line go."""


@contextlib.contextmanager
def logged_to(file: Path) -> Iterator[None]:
    """Send the program's log to a file, one line per event; a full one becomes ``<file>.1``, and so on.

    A log that cannot be written never stops the service: its lines are lost.
    """
    handler = _QuietLog(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True,
                        errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    program = logging.getLogger("kinerja_xl")
    before = program.level
    program.addHandler(handler)
    program.setLevel(logging.INFO)
    try:
        yield
    finally:
        program.setLevel(before)
        program.removeHandler(handler)
        handler.close()
