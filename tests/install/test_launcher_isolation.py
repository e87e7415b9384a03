"""The command that a button starts loads nothing that lies beside a workbook or that the environment points to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kinerja_xl import __version__

PELUNCUR = (Path(__file__).parents[2] / "macros" / "Peluncur.bas").read_text(encoding="ascii")
PLANTED = ("kinerja_xl.py", "kinerja_xl/__init__.py", "xlwings.py", "sitecustomize.py", "usercustomize.py", "json.py",
           "click.py", "uno.py", "_distutils_hack/__init__.py")
OTHER = ("pyvenv.cfg", "xlwings.conf", "kinerja.exe", "kinerja.cmd", "kinerja.bat", "python.bat")


def test_planted_files_are_not_touched_even_with_the_share_as_the_current_folder(tmp_path: Path) -> None:
    for name in (*PLANTED, *OTHER):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text("open('TERSENTUH', 'a').write(__name__)\nraise SystemExit(9)\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    words, = re.findall(r'RUN_MODULE As String = " (.+) pita "', PELUNCUR)
    hostile = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONSTARTUP": str(tmp_path / "json.py"),
               "PYTHONUSERBASE": str(tmp_path), "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([sys.executable, *words.split(), "--version"], cwd=tmp_path, env=hostile, text=True,
                          capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, f"kinerja_xl {__version__}"), done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
