"""A sheet of an office's own workbook as adoption sees it: its cells, and what is merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from kinerja_xl.domain.cells import NilaiSel, column_letters

Tempat = tuple[int, int]
Area = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass(frozen=True)
class LembarSumber:
    """One sheet: filled cells by 1-based (row, column), merged areas; ``tanpa_hasil``: formulas never calculated.

    ``inden``: how far texts stand from the left edge of their cells, where they do not begin at it.
    """

    nama: str
    sel: Mapping[Tempat, NilaiSel]
    gabungan: tuple[Area, ...] = ()
    tanpa_hasil: Set[Tempat] = field(default_factory=frozenset)
    tersembunyi: bool = False
    inden: Mapping[Tempat, int] = field(default_factory=dict)

    @cached_property
    def luas(self) -> Tempat:
        """The last row and column that hold anything."""
        return (max((row for row, _ in self.sel), default=0), max((column for _, column in self.sel), default=0))

    @cached_property
    def jangkar(self) -> Mapping[Tempat, Area]:
        """The merged area of each place inside one, up to the last filled row and column."""
        last_row, last_column = self.luas
        return {(row, column): (top, left, bottom, right) for top, left, bottom, right in self.gabungan
                for row in range(top, min(bottom, last_row) + 1)
                for column in range(left, min(right, last_column) + 1)}

    @cached_property
    def baris(self) -> Mapping[int, tuple[int, ...]]:
        """The filled columns of each row, from left to right; a cell that holds only blanks is not filled."""
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.sel):
            if isi_teks(self.sel[row, column]):
                found.setdefault(row, []).append(column)
        return {row: tuple(columns) for row, columns in found.items()}

    def value(self, row: int, column: int) -> NilaiSel:
        """Return what a cell holds; inside a merged area what its first cell holds."""
        area = self.jangkar.get((row, column))
        return self.sel.get((area[0], area[1]) if area else (row, column))

    def own(self, row: int, column: int) -> NilaiSel:
        """Return what stands in this very cell: nothing in the later cells of a merged area."""
        return self.sel.get((row, column))

    def width(self, row: int, column: int) -> int:
        """Return over how many columns a cell goes."""
        area = self.jangkar.get((row, column))
        return area[3] - area[1] + 1 if area else 1

    def tempat(self, row: int, column: int = 0) -> str:
        """Return a place as reports name it: ``Lembar!17``, ``Lembar!C17`` or, with row 0, ``Lembar!C``."""
        return f"{self.nama}!{column_letters(column) if column else ''}{row or ''}"


def isi_teks(isi: NilaiSel) -> str:
    """Return a cell as text without outer or double blanks; numbers without an exponent, "" where it is blank."""
    if isi is None:
        return ""
    return " ".join((isi if isinstance(isi, str) else "" if isinstance(isi, bool) else f"{isi:f}").split())


def kata(teks: str) -> tuple[str, ...]:
    """Return the words and numbers of a text in lower case."""
    return tuple(re.findall(r"[^\W\d_]+|\d+|%", teks.casefold()))
