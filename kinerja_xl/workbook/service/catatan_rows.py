"""How catatan stand on the sheet ``Catatan Perbaikan``, the same from the service and from the ribbon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.domain.cells import Letak, column_number
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.grid import IsiSel, Place
from kinerja_xl.workbook.service.row_room import Measures, spread

CATATAN_WIDTH = 6  # No, Lembar, Sel, Tingkat, Kode, Catatan
CATATAN_SEL = 2  # the column that carries the link
_LAST_ROW = 1048576
_WEIGHT = {tingkat: index for index, tingkat in enumerate(Tingkat)}


class IsiCatatan(NamedTuple):
    """What stands on the sheet: the heaviest first, as many as there is room for.

    ``letak`` pairs the number of a row (from 0) with the cell that it is about.
    """

    judul: str
    rows: Sequence[tuple[IsiSel, ...]]
    letak: Sequence[tuple[int, Letak]]
    lainnya: str | None
    daftar_catatan: Sequence[Catatan]

    def daftar_sel(self, lembar: str) -> list[str | None]:
        """Return the list that conditional formats of a sheet look its cells up in."""
        return [c.sel if same_name(c.lembar) == same_name(lembar) else None for c in self.daftar_catatan]


def lay_out_catatan(daftar_catatan: Sequence[Catatan], measures: Measures, first: Place) -> IsiCatatan:
    """Return the catatan as rows from the cell ``first`` on; ``measures`` are those of the sheet."""
    ordered = sorted(daftar_catatan, key=lambda catatan: _WEIGHT[catatan.tingkat])
    rows: list[tuple[IsiSel, ...]] = []
    letak: list[tuple[int, Letak]] = []
    shown: list[Catatan] = []
    for number, c in enumerate(ordered, start=1):
        cells = (number, c.lembar, c.sel, c.tingkat.value, c.kode, c.pesan)
        needed = spread(measures, cells, (first[0] + len(rows), first[1]))
        if len(rows) + len(needed) > names.CATATAN_MAX:
            break
        letak.append((len(rows), Letak(c.lembar, c.sel)))
        rows += needed
        shown.append(c)
    return IsiCatatan(_heading(ordered), rows, letak, others(len(ordered) - len(shown)), shown)


def location_of(lembar: str | None, letak: Letak) -> str | None:
    """Return where a link leads to, such as ``'Lembar Kerja'!O12``; None where that sheet (its own name) is gone."""
    if lembar is None:
        return None
    row, column = letak.row_and_column
    sel = letak.sel if 0 < row <= _LAST_ROW and column <= column_number("XFD") else "A1"
    quoted = lembar.replace("'", "''")
    return f"'{quoted}'!{sel}"


def _heading(daftar_catatan: Sequence[Catatan]) -> str:
    if not daftar_catatan:
        return "Tidak ada catatan perbaikan."
    return f"{len(daftar_catatan)} catatan perbaikan: {count_by_weight(daftar_catatan)}."


def count_by_weight(daftar_catatan: Sequence[Catatan]) -> str:
    """Return how many of each weight there are: ``2 harus diperbaiki, 1 peringatan``."""
    counts = {tingkat: sum(c.tingkat is tingkat for c in daftar_catatan) for tingkat in Tingkat}
    words = {Tingkat.TOLAK: "harus diperbaiki", Tingkat.PERINGATAN: "peringatan", Tingkat.INFO: "informasi"}
    return ", ".join(f"{counts[tingkat]} {word}" for tingkat, word in words.items() if counts[tingkat])


def others(number: int) -> str | None:
    """Return the words for what there was no room for, None where all is shown."""
    return f"dan {number} lainnya" if number > 0 else None
