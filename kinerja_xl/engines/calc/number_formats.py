"""Number formats of one book: Excel's en-US tokens both ways, and which cells show dates, booleans or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from .areas import Area
from .errors import ValueRefused
from .uno_bridge import Bridge

# com.sun.star.util.NumberFormat; a type can be several of them, and 1 (DEFINED) on top
DATE, TIME, TEXT, LOGICAL, NUMBER = 2, 4, 256, 1024, 16
FEW = 4  # so many areas are asked before the groups are counted
PROBES_PER_GROUP = 3  # asking one area costs a third of fetching one group of equally formatted cells (measured)

_LITERAL = re.compile(r'("[^"]*"|\\.|\[\$[^\]]*\])')
_COLOURS = re.compile(r"\[(black|blue|cyan|green|magenta|red|white|yellow)\]", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[YMDHS]+(?![a-z])")


def _excel_case(format_string: str) -> str:
    """Calc's ``DD/MM/YYYY`` and ``[RED]`` as Excel writes them, ``dd/mm/yyyy`` and ``[Red]``; literals untouched."""
    parts = _LITERAL.split(format_string)
    for place in range(0, len(parts), 2):
        part = _COLOURS.sub(lambda found: f"[{found[1].capitalize()}]", parts[place])
        pieces = re.split(r"(\[[A-Z][a-z]+\]|AM/PM|A/P|General)", part)
        pieces[::2] = [_DATE_LETTERS.sub(lambda found: found[0].lower(), piece) for piece in pieces[::2]]
        parts[place] = "".join(pieces)
    return "".join(parts)


class NumberFormats:
    """The formats of one open book; what a key means never changes while it is open, so answers are kept."""

    def __init__(self, bridge: Bridge, model: Any) -> None:
        self._bridge = bridge
        self._model = model
        self._own = bridge.struct("com.sun.star.lang.Locale")  # the locale of the office, whatever it is
        self._english = bridge.struct("com.sun.star.lang.Locale", Language="en", Country="US")
        self._types: dict[int, int] = {}
        self._tokens: dict[int, str] = {}
        self._keys: dict[str, int] = {}

    @cached_property
    def _formats(self) -> Any:
        return self._model.NumberFormats

    def type(self, key: int) -> int:
        """The type bits of a format: DATE, TIME, TEXT, LOGICAL, NUMBER, .."""
        if key not in self._types:
            self._types[key] = self._formats.getByKey(key).Type
        return self._types[key]

    def token(self, key: int) -> str:
        """The format in en-US tokens as Excel writes it: ``General``, ``#,##0.00``, ``dd/mm/yyyy``."""
        if key not in self._tokens:
            self._tokens[key] = self._read_token(key)
        return self._tokens[key]

    def _read_token(self, key: int) -> str:
        found = self._formats.getByKey(key)
        if found.Type & LOGICAL or key == self._formats.getStandardIndex(found.Locale):
            return "General"
        english = self._formats.addNewConverted(found.FormatString, found.Locale, self._english)
        return _excel_case(self._formats.getByKey(english).FormatString)

    def key(self, token: str) -> int:
        """The key of a format given in en-US tokens, in the office's own locale as Excel shows it.

        Raises ValueRefused for a format Calc cannot read.
        """
        if token not in self._keys:
            self._keys[token] = self._make_key(token)
        return self._keys[token]

    def _make_key(self, token: str) -> int:
        if token.lower() == "general":
            return int(self._formats.getStandardIndex(self._own))
        try:
            return int(self._formats.addNewConverted(token, self._english, self._own))
        except (self._bridge.exception("com.sun.star.util.MalformedNumberFormatException"),
                self._bridge.exception("com.sun.star.uno.RuntimeException")) as error:
            raise ValueRefused(f"not a number format: {token!r}") from error

    @property
    def logical(self) -> int:
        """The key of the boolean format."""
        return int(self._formats.getStandardFormat(LOGICAL, self._own))

    def uniform_key(self, cells: Any) -> int | None:
        """The one format all cells of a UNO range have; None when they differ.

        Asked by the property's state: the plain property of a mixed range is some number, not None.
        """
        if cells.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE":
            return None
        return int(cells.NumberFormat)

    def special(self, cells: Any, areas: Sequence[Area], wanted: int) -> list[tuple[Area, int]]:
        """(area, type) of formats with a ``wanted`` bit among the areas of ``cells``, the UNO range that holds them.

        Areas without such a format are left out; an area given back may reach beyond the areas asked for.
        """
        found = ((area, self.type(key)) for area, key in self._keys_of(cells, areas))
        return [(area, kind) for area, kind in found if kind & wanted]

    def _keys_of(self, cells: Any, areas: Sequence[Area]) -> Iterable[tuple[Area, int]]:
        if not areas:
            return []
        key = self.uniform_key(cells)
        if key is not None:
            return [(area, key) for area in areas]
        sheet = cells.RangeAddress.Sheet
        if len(areas) < FEW and (asked := self._ask(sheet, areas, FEW)) is not None:
            return asked
        groups = cells.UniqueCellFormatRanges
        count = groups.Count
        asked = self._ask(sheet, areas, count * PROBES_PER_GROUP)
        return asked if asked is not None else list(_walk(groups, count))

    def _ask(self, sheet: int, areas: Sequence[Area], budget: int) -> list[tuple[Area, int]] | None:
        """Formats found by asking area by area, halving the mixed ones; None when that would cost too much."""
        # one SheetCellRanges moved about, for a new UNO object costs ten calls
        probe = self._model.createInstance("com.sun.star.sheet.SheetCellRanges")
        found: list[tuple[Area, int]] = []
        waiting = list(areas)
        while waiting:
            budget -= 1
            if budget < 0:
                return None
            area = waiting.pop()
            address = self.address(sheet, area)
            probe.addRangeAddress(address, False)
            if probe.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE":
                waiting.extend(area.halves())
            else:
                found.append((area, probe.NumberFormat))
            probe.removeRangeAddress(address)
        return found

    def address(self, sheet: int, area: Area) -> Any:
        """The area as a ``CellRangeAddress`` of the sheet with that index."""
        return self._bridge.struct("com.sun.star.table.CellRangeAddress", Sheet=sheet, StartRow=area.row,
                                   StartColumn=area.column, EndRow=area.last_row, EndColumn=area.last_column)

    def ranges(self, areas: Mapping[int, Iterable[Area]]) -> Any:
        """The areas of some sheets as one ``SheetCellRanges``: a property set on it reaches all cells in one call."""
        made = self._model.createInstance("com.sun.star.sheet.SheetCellRanges")
        made.addRangeAddresses(tuple(self.address(sheet, area) for sheet, found in areas.items() for area in found),
                               False)
        return made


def _walk(groups: Any, count: int) -> Iterator[tuple[Area, int]]:
    for place in range(count):
        group = groups.getByIndex(place)
        key = group.NumberFormat
        for address in group.RangeAddresses:
            yield Area.of(address), key
