"""A print that does not end is cut off, and nothing of LibreOffice goes on after it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from kinerja_xl.errors import PrintFailed
from kinerja_xl.kantor.documents import printing

SLOW = """#!/bin/sh
soffice "$1" --headless --norestore --accept="pipe,name=cetak-$$;urp;" &
sleep 600
"""
"""LibreOffice started as its own program starts it, one process below the other; it waits for orders for ever."""
PATIENCE = 8


def processes_of(word: str) -> list[str]:
    """The command lines of all processes that a word stands in."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:  # it has just ended
            continue
        found += [line] if word in line else []
    return found


def test_a_print_that_does_not_end_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, seen = tmp_path / "cetak", set[str]()
    program.write_text(SLOW, encoding="ascii")
    program.chmod(0o700)
    monkeypatch.setattr(printing, "find_libreoffice", lambda: program)
    monkeypatch.setattr(printing, "_PATIENCE", PATIENCE)
    monkeypatch.setattr(printing.tempfile, "tempdir", str(tmp_path))
    convert = printing.make_printer("Laporan.docx")
    assert convert is not None
    failures: list[PrintFailed] = []

    def print_it() -> None:
        try:
            convert(b"PK")
        except PrintFailed as error:
            failures.append(error)

    printing_thread = threading.Thread(target=print_it)
    printing_thread.start()
    while printing_thread.is_alive():
        seen |= {line.split()[0].rpartition("/")[2] for line in processes_of(f"{tmp_path}/kinerja-cetak-")}
        time.sleep(0.05)
    printing_thread.join()
    assert "soffice.bin" in seen, "LibreOffice never ran: nothing would be proven"
    assert [error.code for error in failures] == ["K460"]
    assert f"tidak selesai dalam {PATIENCE} detik" in failures[0].pesan
    assert processes_of(str(tmp_path)) == []
