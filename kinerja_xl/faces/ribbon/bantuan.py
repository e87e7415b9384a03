"""Bantuan: the sheet Petunjuk of the worksheet."""

from __future__ import annotations

from kinerja_xl.domain.cells import Letak
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook import names


def show_help(meja: Meja) -> int:
    """Bring ``Petunjuk`` to the front."""
    meja.show_cell(Letak(names.PETUNJUK, "A1"))
    return 0
