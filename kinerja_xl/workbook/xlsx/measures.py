"""How wide the columns and how high the rows of a sheet part are, merged blocks as wide as their columns."""

from __future__ import annotations

from lxml import etree

from kinerja_xl.workbook.areas import parse_area
from kinerja_xl.workbook.grid import Place

DEFAULT_WIDTH = 8.43  # of a column in Excel's unit
_MOST_COLUMNS = 200


class Measures:
    """The measures of one sheet: widths in Excel's unit, heights in points."""

    def __init__(self, root: etree._Element) -> None:
        self._widths = column_widths(root)
        self._heights = {int(row.get("r", "0")): float(row.get("ht", "0")) for row in root.iter("{*}row")
                         if row.get("ht")}
        blocks = (parse_area(f"x!{element.get('ref', '')}") for element in root.iter("{*}mergeCell"))
        self._merged = {(block.top, block.left): block for block in blocks if block}

    def height(self, row: int) -> float | None:
        """Return a row's height, None where it has none of its own and takes that of its content."""
        return self._heights.get(row)

    def width(self, place: Place) -> float:
        """Return the width of a cell, or of the merged block that begins there; 0 where it is hidden."""
        block = self._merged.get(place)
        columns = range(block.left, block.right + 1) if block else (place[1],)
        return sum(self._widths.get(column, DEFAULT_WIDTH) for column in columns)


def column_widths(root: etree._Element) -> dict[int, float]:
    """Return column -> width in Excel's unit; a hidden column has none."""
    widths: dict[int, float] = {}
    for element in root.iter("{*}col"):
        hidden = element.get("hidden") in ("1", "true")
        width = 0.0 if hidden else float(element.get("width", DEFAULT_WIDTH))
        last = min(int(element.get("max", "0")), _MOST_COLUMNS)
        widths |= dict.fromkeys(range(int(element.get("min", "0")), last + 1), width)
    return widths
