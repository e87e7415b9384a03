"""Each worked example of docs/worked-examples.md is applied to a copy of the tree, and its commands succeed there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "worked-examples.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EDIT = re.compile(r"(?:[Aa]t the end of\s`(?P<end>[^`]+)`|"
                  r"[Ii]n\s`(?P<file>[^`]+)`, after the line\s`(?P<line>[^`]+)`):\n\n"
                  r"```(?:python|xml)\n(?P<text>.*?)```", re.DOTALL)


def apply(tree: Path, edit: re.Match[str]) -> None:
    """Put the text behind the one line that is named, or at the end of the file."""
    path = tree / (edit["end"] or edit["file"])
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if edit["line"]:
        (place,) = (number for number, line in enumerate(lines) if line.strip() == edit["line"])
        lines.insert(place + 1, edit["text"])
    else:
        lines.append(edit["text"])
    path.write_text("".join(lines), encoding="utf-8")


def test_there_is_one_of_each() -> None:
    assert list(EXAMPLES) == ["An error", "A rule about an indicator", "A step of the SOP", "A section of a report",
                              "A button"]
    assert all(f"worked-examples.md#{name.lower().replace(' ', '-')}" in
               (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8") for name in EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_works_in_a_copy(name: str, tmp_path: Path) -> None:
    for folder in ("kinerja_xl", "docs", "macros", "tests/domain"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "gambar"))
    (tmp_path / "workbook_templates").symlink_to(ROOT / "workbook_templates")
    edits, blocks = list(EDIT.finditer(EXAMPLES[name])), re.findall(r"```sh\n(.*?)```", EXAMPLES[name], re.DOTALL)
    assert len(edits) + len(blocks) == EXAMPLES[name].count("```") // 2, "every block is applied or run"
    for edit in edits:
        apply(tmp_path, edit)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for block in blocks:
        done = subprocess.run(["bash", "-euc", block], cwd=tmp_path, text=True, capture_output=True, check=False,
                              env=os.environ | {"PATH": path, "PYTHONPATH": f"{tmp_path}:{tmp_path / 'docs'}"})
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
