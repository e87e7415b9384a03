"""Importing the engine brings in no UNO; connecting does, and leaves nothing on the path."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import xlwings as xw

from kinerja_xl.engines.calc import NotConnected
from kinerja_xl.engines.calc.uno_bridge import UNO_FOLDERS, load_uno


def run_isolated(code: str, folder: Path) -> str:
    """What a fresh, isolated Python prints, with the folder as its current one."""
    done = subprocess.run([sys.executable, "-I", "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_the_engine_imports_neither_uno_nor_anything_else_of_ours(tmp_path: Path) -> None:
    code = ("import sys, kinerja_xl.engines.calc; "
            "print(sorted(name for name in sys.modules if name == 'uno' or name.startswith(('pyuno', 'kinerja_xl.')) "
            "and not name.startswith('kinerja_xl.engines')))")
    assert run_isolated(code, tmp_path) == "[]"


def test_connecting_leaves_no_folder_on_the_path(engine: xw.main.Engine) -> None:
    assert engine.name == "calc"
    assert "uno" in sys.modules
    assert not set(UNO_FOLDERS) & set(sys.path)


def test_a_folder_without_uno_is_said_clearly(tmp_path: Path) -> None:
    code = ("from kinerja_xl.engines.calc import NotConnected, connect\n"
            f"try:\n    connect('x', uno_folder={str(tmp_path / 'kosong')!r})\n"
            "except NotConnected as error:\n    print(error)")
    said = run_isolated(code, tmp_path)
    assert "finds no module 'uno'" in said
    assert "kosong" in said


def test_an_unknown_folder_does_not_stay_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uno", None)  # as if this Python had none
    monkeypatch.setitem(sys.modules, "unohelper", None)
    with pytest.raises(NotConnected):
        load_uno(str(tmp_path))
    assert str(tmp_path) not in sys.path
