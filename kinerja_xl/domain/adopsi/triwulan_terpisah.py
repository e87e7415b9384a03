"""One row in several tables: the later ones add their realisasi to those of the first.

Offices keep a sheet per quarter, or a table of targets and one of realisasi below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, Jenis, both

_PER_TRIWULAN = ("target_tw", "realisasi_tw", "realisasi_anggaran_tw")
_BUKAN_ISI = ("sumber", "lembar", "tabel", "lain", "jenis", "nama", "indikator")
Kunci = tuple[str, ...]


def join_quarters(rows: Sequence[BarisAdopsi]) -> tuple[list[BarisAdopsi], list[tuple[str, str]]]:
    """Return the rows, each of them once, and the doubts: two tables that say different things of one row.

    Rows are joined by the names of their levels and their indicator, and only over tables: a row that stands twice
    in one table stays two rows.
    """
    found: dict[Kunci, int] = {}
    joined: list[BarisAdopsi] = []
    doubts: list[tuple[str, str]] = []
    above: dict[Jenis, str] = {}
    for baris in rows:
        key = _key(baris, above)
        position = found.get(key)
        if position is None or (joined[position].lembar, joined[position].tabel) == (baris.lembar, baris.tabel):
            found.setdefault(key, len(joined))
            joined.append(baris)
        else:
            joined[position] = _together(joined[position], baris, doubts)
    return joined, doubts


def _key(baris: BarisAdopsi, above: dict[Jenis, str]) -> Kunci:
    if baris.jenis is not Jenis.INDIKATOR:
        for lower in list(Jenis)[list(Jenis).index(baris.jenis):]:
            above.pop(lower, None)
        above[baris.jenis] = (baris.nama or "").casefold()
    kind = "" if baris.indikator else baris.jenis.value
    return (*(above.get(jenis, "") for jenis in Jenis), kind, (baris.indikator or "").casefold())


def _together(first: BarisAdopsi, later: BarisAdopsi, doubts: list[tuple[str, str]]) -> BarisAdopsi:
    changes: dict[str, Any] = {"lain": {**later.lain, **first.lain}}
    for part in fields(BarisAdopsi):
        if part.name in _BUKAN_ISI:
            continue
        one, two = getattr(first, part.name), getattr(later, part.name)
        if part.name in _PER_TRIWULAN:
            changes[part.name] = both(one, two)
            differs = any(a is not None and b is not None and a != b for a, b in zip(one, two, strict=True))
        else:
            changes[part.name] = two if one is None else one
            differs = one is not None and two is not None and one != two
        if differs:
            doubts.append((later.sumber, f"{part.name.replace('_', ' ')} berbeda dari {first.sumber}"))
    return replace(first, **changes)
