"""Texts that a row of a service sheet has no room for go on in the rows below it.

The service writes cell values only (law 4): it may not make a row higher, and a program that opens the file leaves a
height that is there as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Protocol

from kinerja_xl.workbook.grid import IsiSel, Place

_LINE = 11.7  # points of a line in Arial 9, the font of the rows
_FONT = 0.9  # of the font that column widths are counted in
_LARGE = 10 / 9  # the font of a cell for one text
_INSIDE = 2.5  # of a column's width: the indent and the cell's own margins
_BLANK = 0.5  # width of a blank


class Measures(Protocol):
    """How high the rows and how wide the columns of a sheet are (``workbook.measures``, or the open sheet)."""

    def height(self, row: int) -> float | None:
        """Return a row's height in points, None where it takes that of its content."""

    def width(self, place: Place) -> float:
        """Return the width of a cell or merged block in Excel's unit."""


def spread(measures: Measures, cells: Sequence[IsiSel], place: Place) -> list[tuple[IsiSel, ...]]:
    """Return what stands in the row at ``place`` and the rows below it, so that each text of ``cells`` is read whole.

    A row that takes its height from its content (it has none of its own) holds any text.
    """
    rows: list[tuple[IsiSel, ...]] = []
    rests = list(cells)
    for row in count(place[0]):
        lines = _lines_of(measures.height(row))
        parts = [_part(rest, measures.width((row, column)), lines) for column, rest in enumerate(rests, place[1])]
        rows.append(tuple(shown for shown, _ in parts))
        rests = [rest for _, rest in parts]
        if not any(rests):
            break
    return rows


def shorten(measures: Measures, teks: str, place: Place, more: str) -> str:
    """Return a text as far as its cell or merged block shows it, with ``more`` at its end where that is not all."""
    height = measures.height(place[0])
    width, lines = measures.width(place) / _LARGE, _lines_of(None if height is None else height / _LARGE)
    if _part(teks, width, lines)[1] is None:
        return teks
    words = teks.split()
    texts = (" ".join((*words[:kept], more)) for kept in range(len(words) - 1, 0, -1))
    return next((text for text in texts if _part(text, width, lines)[1] is None), more)


def _lines_of(height: float | None) -> int | None:
    return None if height is None else max(int(height / _LINE), 1)


def _part(isi: IsiSel, width: float, lines: int | None) -> tuple[IsiSel, str | None]:
    """A value as far as so many lines show it, and the rest of it."""
    if not isinstance(isi, str) or lines is None:
        return isi, None
    room = max((width - _INSIDE) / _FONT, 1.0)
    shown, rest = "", isi.strip()
    for _ in range(lines):
        line = _first_line(rest, room)
        shown, rest = shown + line, rest[len(line):]
    return shown.rstrip(), rest.lstrip() or None


def _first_line(teks: str, room: float) -> str:
    """The beginning of a text that stands on one line, with the blank or the line break behind it."""
    paragraph, newline, _ = teks.partition("\n")
    used, at = 0.0, 0
    for word in paragraph.split(" "):
        used += word_length(word) + (_BLANK if at else 0.0)
        if used > room:
            return paragraph[:at] or _letters(word, room)
        at += len(word) + 1
    return paragraph + newline


def _letters(word: str, room: float) -> str:
    """As much of a word longer than a line as fits on one, at least a letter."""
    return next((word[:end] for end in range(len(word), 1, -1) if word_length(word[:end]) <= room), word[:1])


def word_length(word: str) -> float:
    """Return the width of a word in Excel's unit, rather too much: capitals are wider than the digit it counts."""
    return sum(1.25 if letter.isupper() else 0.98 for letter in word)
