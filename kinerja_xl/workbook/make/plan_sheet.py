"""What the two sheets that carry the plan have in common: a block of rows under columns known by name."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.cells import NilaiSel, address
from kinerja_xl.workbook.make.sheet_tools import Styler, placed, put_value
from kinerja_xl.workbook.make.styles import Gaya


class PlanSheet:
    """One sheet of the worksheet; ``columns`` are the places of its columns by name."""

    def __init__(self, book: Workbook, lembar: str, kunci: str, triwulan: int, styler: Styler) -> None:
        self.book, self.triwulan, self.styler = book, triwulan, styler
        self.sheet: Worksheet = book[lembar]
        self.top = placed(book, kunci).top
        self.columns: dict[str, int] = {}

    def place_columns(self, template_names: Iterable[str], isian: Iterable[str]) -> dict[str, int]:
        """Return the column of each name of the template; a fillable one gets the quarter's number behind its name."""
        quarterly = {f"{nama}_tw" for nama in isian}
        return {f"{name}{self.triwulan}" if name in quarterly else name: placed(self.book, name).left
                for name in template_names}

    def _cell(self, name: str, row: int) -> str:
        return address(row, self.columns[name])

    def _put(self, row: int, name: str, nilai: NilaiSel, gaya: Gaya, number_format: str | None = None) -> None:
        cell = self.sheet.cell(row, self.columns[name])
        self.styler.apply(cell, gaya, number_format)
        if nilai not in (None, ""):
            put_value(cell, nilai)
