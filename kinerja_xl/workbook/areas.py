"""Rectangles of cells as defined names write them, and what two names of sheets or headings are compared by."""

from __future__ import annotations

import re
from typing import NamedTuple

from kinerja_xl.domain.cells import column_number

_REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$")


class Area(NamedTuple):
    """A rectangle of cells on one sheet, 1-based, both ends included."""

    lembar: str
    top: int
    left: int
    bottom: int
    right: int


def parse_area(reference: str) -> Area | None:
    """Return the rectangle of a reference such as ``'Lembar Kerja'!$O$9:$O$20``, None where it is none."""
    lembar, _, cells = reference.rpartition("!")
    match = _REFERENCE.match(cells)
    if not match or not lembar:
        return None
    if lembar.startswith("'"):
        lembar = lembar[1:-1].replace("''", "'")
    top, left = int(match[2]), column_number(match[1])
    bottom, right = (int(match[4]), column_number(match[3])) if match[3] else (top, left)
    return Area(lembar, min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def same_name(name: str) -> str:
    """Return what two sheet names or headings are compared by: no case, no outer or double blanks."""
    return " ".join(name.split()).casefold()
