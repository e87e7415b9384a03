"""Column widths: the shares a table asks for, widened where a word would otherwise break in the middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kinerja_xl.domain.naskah import Tabel

_POINT = 20  # twips
_MARGINS = 160  # of a cell, both sides, with a little to spare
_FONT = 9 * _POINT
_NARROW, _WIDE, _CAPITAL = 0.3, 0.58, 0.75  # of the font size; Arial, bold included
_NARROW_LETTERS = frozenset("ijltfrI.,:;-–()[]/|'’! ")
_LARGEST_SHARE = 0.25  # a file name without blanks may break: it must not eat the table


def share_width(shares: Sequence[int], width: int) -> list[int]:
    """Return column widths that add up to ``width``."""
    total = sum(shares)
    widths = [width * share // total for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def fit_width(tabel: Tabel, width: int) -> list[int]:
    """Return the widths of a table's columns in twips: at least its longest word each, the rest by their shares."""
    wanted = share_width([kolom.lebar for kolom in tabel.kolom], width)
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


def _longest(teks: str) -> int:
    return max((round(sum(map(_letter, word)) * _FONT) for word in teks.split()), default=0) + _MARGINS


def _letter(aksara: str) -> float:
    if aksara in _NARROW_LETTERS:
        return _NARROW
    return _CAPITAL if aksara.isupper() or aksara in "mwMW%" else _WIDE
