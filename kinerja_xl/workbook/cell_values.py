"""One cell becomes one value: what a column expects decides how it is read, and what there is to remark."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak, NilaiSel, address
from kinerja_xl.domain.numbers import format_angka, parse_angka
from kinerja_xl.workbook.grid import Grid, Place

TEKS = "teks"


def place_of(grid: Grid, row: int, column: int) -> Letak:
    """Return where a cell stands, by the sheet's name as the workbook spells it."""
    return Letak(grid.lembar, address(row, column))


def read_text(grid: Grid, place: Place) -> str:
    """Return a cell as text, "" where it is blank: a number as Excel shows it here (``1234,5``, ``85%``)."""
    isi = grid.value(*place)
    if isi is None:
        return ""
    if isinstance(isi, Decimal):
        return f"{isi:f}".replace(".", ",") + ("%" if place in grid.persen else "")
    return _truth(isi)


def read_code(grid: Grid, place: Place) -> str:
    """Return a code as text, "" where it is blank: codes keep their points also where Excel made them numbers."""
    isi = grid.value(*place)
    if isi is None:
        return ""
    return f"{isi:f}" if isinstance(isi, Decimal) else " ".join(_truth(isi).split())


def read_number(grid: Grid, place: Place) -> NilaiSel:
    """Return a cell of a column of numbers: a Decimal (also from text), None where blank, else its text."""
    isi = grid.value(*place)
    if isi is None or isinstance(isi, Decimal):
        return isi
    angka = parse_angka(_truth(isi))
    return angka.nilai if angka.kosong or angka.nilai is not None else _truth(isi)


def read_value(grid: Grid, place: Place, jenis: str) -> NilaiSel:
    """Return a cell as its column's kind asks: text ("" as None) or a number; text that is no number stays text."""
    return (read_text(grid, place) or None) if jenis == TEKS else read_number(grid, place)


def remark_on(grid: Grid, place: Place, jenis: str) -> Catatan | None:
    """Return what reading has to say about an input cell: an error value, a formula, a doubt."""
    letak = place_of(grid, *place)
    if place in grid.galat:
        return catat("C103", letak, isi=grid.galat[place])
    if place in grid.tanpa_hasil:
        return catat("C110", letak)
    isi = grid.value(*place)
    if place in grid.rumus and jenis != TEKS and isi is not None:
        return catat("C310", letak, isi=format_angka(isi, 2) if isinstance(isi, Decimal) else isi)
    if jenis == TEKS or not isinstance(isi, str):
        return None
    angka = parse_angka(isi)
    if angka.nilai is None or angka.makna_lain is None:
        return None
    return catat("C102", letak, isi=isi, dibaca=format_angka(angka.nilai), lain=format_angka(angka.makna_lain, 3))


def _truth(isi: str | bool) -> str:
    return ("TRUE" if isi else "FALSE") if isinstance(isi, bool) else isi


def split_list(teks: str) -> tuple[str, ...]:
    """Return the parts of a list written with semicolons, commas or line ends."""
    return tuple(part for part in (" ".join(p.split()) for p in re.split(r"[;,\n]", teks)) if part)
