"""What the pictures of the guides show, as text: where it changes, the pictures have to be taken anew.

Taking them needs a screen and minutes; comparing the digests of these texts needs neither. Where a module stands does
not matter, what it says does.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from staff_texts import staff_texts

from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Status

ROOT = Path(__file__).parents[2]
CELL = re.compile(r"[A-Z]+\d+ = [^=]")


def digest(sumber: str) -> str:
    """Return the sha256 of a source: ``tombol``, ``golden NAME[#SHEET]``, ``panduan NAME`` or ``teks MODULE``."""
    return hashlib.sha256(_text(sumber).encode()).hexdigest()


def _text(sumber: str) -> str:
    """Return the text of a source; AssertionError where nothing has that name."""
    kind, _, name = sumber.partition(" ")
    if kind == "tombol":
        return "\n".join(f"{status.name} {button.label} {button.aktif}" for status in Status
                         for button in buttons_of(status))
    if kind == "golden":
        file, _, sheet = name.partition("#")
        dump = (ROOT / "tests" / "golden" / file).read_text(encoding="utf-8")
        return _cells(dump, sheet) if sheet else dump
    if kind == "panduan":
        return (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = [text for place, texts in _texts().items() if Path(place).name == name for text in texts]
    assert kind == "teks", sumber
    assert found, f"no text is said by {name}"
    return "\n".join(found)


def _cells(dump: str, sheet: str) -> str:
    """The texts and numbers in the cells of one sheet: names, formulas and rules behind them are in no picture."""
    _, found, rest = dump.partition(f"## {sheet} (tampak)\n")
    assert found, f"no sheet {sheet} to be seen"
    return "\n".join(line for line in rest.partition("\n## ")[0].splitlines() if CELL.match(line))


@cache
def _texts() -> dict[str, list[str]]:
    return staff_texts()
