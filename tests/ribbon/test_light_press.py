"""A press as its own process, started as the launcher starts it, imports nothing heavy on the way to its message."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from kantor_jalan import ANALIS, KantorUji
from layar_uji import Layar
from meja_uji import MejaUji
from soffice_uji import SofficeUji

from kinerja_xl.faces.ribbon.hubung import DOKUMEN, PIPE

HEAVY = {"openpyxl", "docx", "pptx", "pydantic", "typer", "click", "rich", "holidays", "sqlite3", "watchdog"}

ARCHIVE = {"kinerja_xl.faces.ribbon.pembanding", "python_calamine", "lxml", "zipfile"}


def press(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-X", "importtime", "-I", "-B", "-m", "kinerja_xl", "pita", *arguments],
                          env={**os.environ, **environment}, text=True, capture_output=True, check=False)


def test_checking_a_worksheet_imports_no_heavy_library(kantor: KantorUji, meja: MejaUji, soffice: SofficeUji,
                                                       layar: Layar | None) -> None:
    kantor.play_to("diperintahkan")
    path = kantor.waiting(ANALIS)
    book = meja.open(path)
    done: list[subprocess.CompletedProcess[str]] = []

    def check() -> None:
        done.append(press(["periksa", f"--wb={path}"], {PIPE: soffice.pipe, DOKUMEN: book.api.RuntimeUID}))

    if layar:  # the message waits for somebody there
        layar.show("Kinerja", "OK", check)
    else:
        check()
    imported = set(re.findall(r"^import time:.*\| +(\S+)$", done[0].stderr, re.MULTILINE))
    assert done[0].returncode == 1, done[0].stderr
    assert "belum diisi" in str(book.names["catatan_baris"].refers_to_range[0, 5].value)
    assert {"xlwings", "pyuno", "kinerja_xl.domain.lembar.checks"} <= imported
    assert imported.isdisjoint(ARCHIVE)  # nothing that others own was changed: the archive is not read
    assert {name for name in imported if name.partition(".")[0] in HEAVY} == set()
    assert {name for name in imported if name.startswith(("kinerja_xl.kantor", "kinerja_xl.faces.cli"))} == set()
    assert "cryptography" not in imported  # what xlwings.pro begins with
