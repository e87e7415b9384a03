"""Writing values into cells of the workbook on screen: by runs of a column, and a text stays a text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.domain.lembar.cell_runs import column_runs
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook.grid import Sheets


def write_cells(meja: Meja, book: Sheets, cells: Mapping[Letak, NilaiSel]) -> None:
    """Write values as a person would type them; ``book`` is what was read of the sheets, for their per cent cells."""
    percent = {grid.lembar: grid.persen for grid in book.grids.values()}
    typed = {letak: as_typed(isi, letak.row_and_column in percent.get(letak.lembar, ()))
             for letak, isi in cells.items()}
    for run in column_runs(typed):
        first, last = (run.top, run.column), (run.top + len(run.isi) - 1, run.column)
        meja.sheet(run.lembar).range(first, last).value = [[isi] for isi in run.isi]


def as_typed(isi: NilaiSel, persen: bool) -> float | str | None:
    """Return what is handed to the program: 85 for a per cent cell is 0.85.

    The apostrophe says that a text is a text: without it one that begins with ``=`` would become a formula, and
    Excel would make dates and numbers of others.
    """
    if isinstance(isi, Decimal):
        return float(isi.scaleb(-2) if persen else isi)
    if isi is None or isi == "":
        return None
    return f"'{'TRUE' if isi is True else isi}"
