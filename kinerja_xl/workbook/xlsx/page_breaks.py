"""Where the pages of a printed table begin: groups stay together, and no page is left with a row or two."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.pagebreak import Break, RowBreak
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.cells import column_letters

_PAPER = {5: (612.0, 1008.0), 8: (841.9, 1190.6), 9: (595.3, 841.9), 14: (612.0, 936.0)}
"""Width and height of Legal, A3, A4 and Folio in points, by Excel's number."""
_POINTS = 5.25  # of one character of a column's width in Excel's unit, and 3.75 beside them
_SAFE = 0.93  # of a page: programs differ by a line or two
_FULL, _LEAST = 0.6, 0.3  # how full a page must be to end before a group, and the last one to stand


def page_starts(sheet: Worksheet, rows: range, groups: Collection[int]) -> list[int]:
    """Return the first row of each page after the first; empty where all fits on one, or the page is not known.

    ``rows`` are those of the table, its spare ones too; ``groups`` the rows that a group begins with. Row heights
    must be set. The sheet is printed one page wide, its print titles on every page.
    """
    room = _page_height(sheet)
    if room is None:
        return []
    head = sum(_height(sheet, row) for row in range(1, rows.start))
    again = sum(_height(sheet, row) for row in _title_rows(sheet))
    heights = [_height(sheet, row) for row in rows]
    limit = room
    starts = _cut(rows, heights, groups, head, again, limit)
    for step in range(1, 12):  # a last page with next to nothing on it takes from those before
        if not starts or sum(heights[starts[-1] - rows.start:]) >= _LEAST * (room - again):
            break
        limit = room * (1 - 0.05 * step)
        evened = _cut(rows, heights, groups, head, again, limit)
        if len(evened) > len(starts):
            break
        starts = evened
    return starts


def put_breaks(sheet: Worksheet, starts: Sequence[int]) -> None:
    """Let a page begin with each of these rows, and only there where the program does not need more."""
    sheet.row_breaks = RowBreak(brk=[Break(id=row - 1, max=16383, man=True) for row in starts])


def _cut(rows: range, heights: Sequence[float], groups: Collection[int], head: float, again: float,
         limit: float) -> list[int]:
    starts: list[int] = []
    used, begin = head, rows.start
    for row, height in zip(rows, heights, strict=True):
        if used + height > limit and row > begin:
            begin = _cut_at(row, begin, groups, heights, rows.start)
            starts.append(begin)
            used = again + sum(heights[begin - rows.start:row - rows.start])
        used += height
    return starts


def _cut_at(row: int, begin: int, groups: Collection[int], heights: Sequence[float], first: int) -> int:
    """The row before which the page ends: the group's first where the page is full enough then."""
    group = max((start for start in groups if begin < start <= row), default=row)
    whole, kept = sum(heights[begin - first:row - first]), sum(heights[begin - first:group - first])
    return group if kept >= _FULL * whole else row


def _page_height(sheet: Worksheet) -> float | None:
    """How many points of rows a page holds when the sheet is as wide as the page."""
    setup, margins = sheet.page_setup, sheet.page_margins
    paper = _PAPER.get(int(setup.paperSize or 0))
    if paper is None or not sheet.sheet_properties.pageSetUpPr.fitToPage or not sheet.print_area:
        return None
    width, height = reversed(paper) if setup.orientation == "landscape" else paper
    left, _, right, _ = range_boundaries(str(sheet.print_area).rpartition("!")[2])
    columns = [sheet.column_dimensions[column_letters(n)] for n in range(int(left or 1), int(right or 1) + 1)]
    wide = sum(column.width * _POINTS + 3.75 for column in columns if not column.hidden)
    scale = min(1.0, (width - 72 * (margins.left + margins.right)) / wide)
    return float((height - 72 * (margins.top + margins.bottom)) / scale * _SAFE)


def _title_rows(sheet: Worksheet) -> range:
    first, _, last = str(sheet.print_title_rows or "").replace("$", "").partition(":")
    return range(int(first), int(last) + 1) if first.isdigit() and last.isdigit() else range(0)


def _height(sheet: Worksheet, row: int) -> float:
    return float(sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight or 15)
