"""One sheet open in LibreOffice Calc: its cells, and what is asked of it only when somebody needs it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from kinerja_xl.engines.calc.areas import Area
from kinerja_xl.faces.ribbon.calc_contents import PERCENT, Contents, places_in
from kinerja_xl.faces.ribbon.host import Block, Cells, Place

LOST = "#REF!"  # what Calc calls a sheet that is gone
_RANGE = re.compile(r"('(?:[^']|'')*'|[^'. ]+)\.([A-Z]+\d+)(?::(?:'(?:[^']|'')*'|[^'. ]+)\.([A-Z]+\d+))?")


class CalcBook:
    """What several sheets of one workbook share; ``impl`` is the engine's Book."""

    def __init__(self, impl: Any) -> None:
        self.impl = impl
        self._sheets: dict[str, Any] = {}

    @cached_property
    def sheets(self) -> Any:
        """The container of the sheets."""
        return self.impl.sheets.api

    def sheet(self, nama: str) -> Any:
        """The sheet of a name, handed over once."""
        if nama not in self._sheets:
            self._sheets[nama] = self.sheets.getByName(nama)
        return self._sheets[nama]

    @cached_property
    def ranges(self) -> Any:
        """What answers about ranges named in a text, several at once."""
        return self.impl.api.createInstance("com.sun.star.chart2.data.DataProvider")

    def names(self, sheet: Any = None) -> dict[str, str]:
        """Return what each name (lower case) of the workbook, or of one sheet alone, stands for, as Excel writes it.

        All ranges are asked for at once; name by name where one of them is none.
        """
        container = (self.impl.api if sheet is None else sheet).NamedRanges
        listed = container.ElementNames
        found = self._ranges_of(listed) if sheet is None else []
        if len(found) != len(listed):
            found = [_excel_area(container.getByName(name).Content) for name in listed]
        return {name.casefold(): area for name, area in zip(listed, found, strict=True)}

    def _ranges_of(self, daftar_nama: Sequence[str]) -> list[str]:
        """What these names of the workbook stand for; as many or more than they are where they are all ranges."""
        refused = self.impl.app.bridge.exception("com.sun.star.lang.IllegalArgumentException")
        for mark in ";,":  # as the locale has it
            with contextlib.suppress(refused):
                found = _RANGE.findall(self.ranges.convertRangeToXML(mark.join(daftar_nama)))
                return [f"{sheet}!{first}:{last or first}" if sheet != LOST else LOST for sheet, first, last in found]
        return []

    def open_sheets(self, daftar_nama: Sequence[str]) -> list[CalcSheet]:
        """Return these sheets, to be read together."""
        if not daftar_nama:
            return []
        listed = tuple(self.sheets.ElementNames)
        opened = {listed.index(nama): self.sheet(nama) for nama in daftar_nama}
        contents = Contents(self.impl, self.ranges, opened)
        return [CalcSheet(nama, self.impl, contents, index) for nama, index in zip(daftar_nama, opened, strict=True)]


class CalcSheet:
    """One sheet; Calc counts from 0, places count from 1. ``index`` is its place among the ``contents``."""

    def __init__(self, nama: str, impl: Any, contents: Contents, index: int) -> None:
        self.nama = nama
        self._impl, self._contents, self._index = impl, contents, index

    def cells(self) -> Cells:
        """Return the filled cells."""
        return self._contents.cells(self._index)

    @property
    def _area(self) -> Area:
        return self._contents.blocks[self._index]

    def _range(self, area: Area) -> Any:
        sheet = self._contents.sheets[self._index]
        return sheet.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)

    def percent_cells(self) -> Iterator[Place]:
        """Return every cell of the used range with a per cent format."""
        area = self._area
        return places_in(area for area, _ in self._impl.formats.special(self._range(area), [area], PERCENT))

    @cached_property
    def _walker(self) -> Any:
        self._at = self._area.row + 1, self._area.column + 1
        return self._contents.walker(self._index)

    _at: Place

    def block_at(self, place: Place) -> Block | None:
        """Return the merged block that covers a cell."""
        walker = self._walker
        walker.collapseToSize(1, 1)
        walker.gotoOffset(place[1] - self._at[1], place[0] - self._at[0])
        walker.collapseToMergedArea()
        block = _block(walker.RangeAddress)
        self._at = block[:2]
        return block if block[:2] != block[2:] else None

    def blocks(self) -> Iterator[Block]:
        """Return the merged blocks that begin in the used range, halving each part in which one begins."""
        waiting = [self._area]
        while waiting:
            area = waiting.pop()
            if not self._range(area).IsMerged:
                continue
            if area.shape == (1, 1):
                block = self.block_at((area.row + 1, area.column + 1))
                if block:
                    yield block
            else:
                waiting += area.halves()


def _excel_area(content: str) -> str:
    """``$'Lembar Kerja'.$C$9:$C$15`` as Excel writes it; anything else as it is."""
    sheet, dot, cells = content.rpartition(".$")
    return f"{sheet.removeprefix('$')}!${cells}" if dot and LOST not in content else content


def _block(address: Any) -> Block:
    return address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1
