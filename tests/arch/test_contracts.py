"""Each import contract of pyproject.toml holds, and fails when it is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

BREACHES = [
    ("Arrows point down only", "domain/periods.py", "import kinerja_xl.kantor"),
    ("Arrows point down only", "errors/base.py", "import kinerja_xl.domain.periods"),
    ("Arrows point down only", "workbook/names.py", "import kinerja_xl.routing.disk"),
    ("Arrows point down only", "routing/disk.py", "import kinerja_xl.reports.dump"),
    ("Arrows point down only", "reports/dump.py", "import kinerja_xl.workbook.names"),
    ("Arrows point down only", "kantor.py", "import kinerja_xl.faces.cli"),
    ("Arrows point down only", "stray.py", '"""A room that no layer names."""'),
    ("No room imports itself in a circle", "domain/roles.py", "import kinerja_xl.domain.sop.sop"),
    ("The domain knows no library, no file and no clock", "domain/periods.py", "import pathlib"),
    ("The domain knows no library, no file and no clock", "domain/periods.py", "import pydantic"),
    ("The domain knows no library, no file and no clock", "domain/periods.py", "import time"),
    ("Spreadsheet libraries live in workbook", "kantor.py", "import openpyxl"),
    ("Spreadsheet libraries live in workbook", "routing/disk.py", "import python_calamine"),
    ("Word and calendar files live in reports", "workbook/names.py", "import docx"),
    ("Word and calendar files live in reports", "kantor/board/tasks.py", "import icalendar"),
    ("Folder watching and the ledger live in routing", "kantor.py", "import sqlite3"),
    ("Folder watching and the ledger live in routing", "workbook/names.py", "import watchdog"),
    ("xlwings lives in faces and engines, the command line in faces", "kantor.py", "import xlwings"),
    ("xlwings lives in faces and engines, the command line in faces", "routing/disk.py", "import rich"),
    ("Engines import nothing of ours", "engines/__init__.py", "import kinerja_xl.errors"),
    ("The ribbon moves files as a person does, without the office's own code", "faces/ribbon/meja.py",
     "import kinerja_xl.kantor.checking"),
    ("Reports get values, never files", "reports/dump.py", "import pathlib"),
]


def broken_contracts(tree: Path) -> set[str]:
    """Return the names of the contracts that import-linter finds broken in a copy of the project."""
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache", "--config", "pyproject.toml"], cwd=tree, text=True, check=False,
                          capture_output=True, env=os.environ | {"PYTHONPATH": str(tree), "COLUMNS": "200"})
    lines = done.stdout.splitlines()
    assert any("Contracts:" in line for line in lines), done.stdout + done.stderr
    return {line.rsplit(" BROKEN", 1)[0].strip() for line in lines if " BROKEN" in line}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "kinerja_xl", tmp_path / "kinerja_xl", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    assert broken_contracts(tree) == set()


@pytest.mark.parametrize(("contract", "place", "line"), BREACHES, ids=[f"{c}: {p}" for c, p, _ in BREACHES])
def test_a_breach_breaks_its_contract(tree: Path, contract: str, place: str, line: str) -> None:
    module = tree / "kinerja_xl" / place
    module.parent.mkdir(exist_ok=True)
    old = module.read_text(encoding="utf-8") if module.exists() else '"""New."""\n'
    head, future, rest = old.partition("from __future__ import annotations\n")
    module.write_text(f"{head}{future}{line}\n{rest}" if future else f"{old}\n{line}\n", encoding="utf-8")
    assert contract in broken_contracts(tree)
