"""Column widths: the shares a table asks for, widened where a word would otherwise break in the middle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from kinerja_xl.domain.naskah.naskah import Tabel

_POINT = 20  # twips
_MARGINS = 200  # of a cell, both sides, with a little to spare
_FONT = 9 * _POINT
_NARROW, _WIDE, _CAPITAL = 0.3, 0.58, 0.75  # of the font size; Arial, bold included
_BLANK = round(_NARROW * _FONT)
_NARROW_LETTERS = frozenset("ijltfrI.,:;-–()[]/|'’! \u00a0")
_BREAKS = re.compile(r"[ \t\r\n]+")  # no-break spaces hold
_LARGEST_SHARE = 0.25  # a file name without blanks may break: it must not eat the table


def share_width(shares: Sequence[int], width: int) -> list[int]:
    """Return column widths that add up to ``width``."""
    total = sum(shares)
    widths = [width * share // total for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def fit_width(tabel: Tabel, width: int, shares: Sequence[int] = ()) -> list[int]:
    """Return the widths of a table's columns in twips: at least its longest word each, the rest by their shares.

    Without ``shares`` they are what the table asks for.
    """
    wanted = share_width(shares or [kolom.lebar for kolom in tabel.kolom], width)
    needed = _longest_words(tabel, int(width * _LARGEST_SHARE))
    missing = sum(max(0, need - want) for need, want in zip(needed, wanted, strict=True))
    spare = [max(0, want - need) for need, want in zip(needed, wanted, strict=True)]
    if not missing or sum(spare) < missing:
        return wanted
    fitted = [max(need, want) - missing * left // sum(spare)
              for need, want, left in zip(needed, wanted, spare, strict=True)]
    fitted[spare.index(max(spare))] += width - sum(fitted)
    return fitted


def _longest_words(tabel: Tabel, largest: int) -> list[int]:
    groups = Counter(kolom.grup for kolom in tabel.kolom)
    # a heading over a single column has no more room than the column
    needed = [max(_longest(k.judul), _longest(k.grup) if groups[k.grup] == 1 else 0) for k in tabel.kolom]
    for baris in tabel.baris:
        start = 0
        for isi in baris.sel:
            if isi.bentang == 1:
                needed[start] = max(needed[start], *(_longest(p.polos) for p in isi.isi))
            start += isi.bentang
    return [min(need, largest) for need in needed]


@lru_cache(maxsize=8192)  # names, units and dashes stand in many cells
def count_lines(teks: str, width: int) -> int:
    """Return about how many lines a text takes in a cell of ``width`` twips, at least one."""
    room, total = max(width - _MARGINS, 1), 0
    for line in teks.splitlines() or [""]:
        filled, lines = 0, 1
        for word in map(_word, line.split(" ")):
            if filled and filled + _BLANK + word > room:
                filled, lines = 0, lines + 1
            lines += word // room if word > room else 0
            filled += word + (_BLANK if filled else 0)
        total += lines
    return total


@lru_cache(maxsize=8192)
def _longest(teks: str) -> int:
    return max(map(_word, _BREAKS.split(teks)), default=0) + _MARGINS


@lru_cache(maxsize=4096)
def _word(word: str) -> int:
    return round(sum(map(_letter, word)) * _FONT)


def _letter(aksara: str) -> float:
    if aksara in _NARROW_LETTERS:
        return _NARROW
    return _CAPITAL if aksara.isupper() or aksara in "mwMW%" else _WIDE
