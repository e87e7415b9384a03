"""The demo's year, played once for all tests that look at it: read it, and copy it before changing anything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kinerja_xl.faces.cli import run
from kinerja_xl.faces.demo.babak import bidang_of

NOW = ("--sekarang", "2027-01-15T10:00")
"""After the last scene, 09.30, which is played only where there is time to print."""
LIMIT_S = 280


@dataclass(frozen=True)
class TahunDemo:
    """A demo that was played to its end."""

    akar: Path
    data: Path
    answer: Mapping[str, object]
    told: str

    def ask(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
        """Return the JSON of a reading command."""
        capsys.readouterr()
        assert run([arguments[0], str(self.akar), *arguments[1:], "--json", "--data", str(self.data), *NOW]) == 0
        return list(json.loads(capsys.readouterr().out))

    def sheet(self, romawi: str, unit: str, versi: int) -> Path:
        """Return an archived version of a worksheet."""
        folder = self.akar / "Arsip" / "2026" / f"TW {romawi}" / bidang_of(unit)
        return folder / f"Lembar Kerja {unit} TW {romawi} 2026 v{versi}.xlsx"

    def ledger(self) -> list[dict[str, object]]:
        """Return the rows of the published ledger, of both years."""
        files = sorted((self.akar / "Arsip" / "Jejak").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def play(akar: Path) -> TahunDemo:
    """Play the demo into a folder, as the command line does."""
    done = subprocess.run([sys.executable, "-m", "kinerja_xl", "demo", "--folder", str(akar), "--json"],
                          capture_output=True, encoding="utf-8", timeout=LIMIT_S, check=False)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return TahunDemo(akar, Path(answer["data"]), answer, done.stderr)


def complete(path: Path) -> None:
    """Write what the planner has to write over every placeholder, as Word does: text in the same paragraph."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts["word/document.xml"].decode("utf-8")
    assert "[Belum ditulis" in text
    parts["word/document.xml"] = re.sub(r"\[Belum ditulis:[^\]]*\]", "Uraian yang ditulis perencana, 12 kegiatan.",
                                        text).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
