"""Small tools for filling a template: texts with placeholders, named styles, columns by name, row heights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from decimal import Decimal
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import _HeaderFooterPart
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.workbook.areas import Area, parse_area
from kinerja_xl.workbook.make.styles import FORMAT_BULAT, FORMAT_DESIMAL, Gaya
from kinerja_xl.workbook.service.row_room import word_length

AnyCell: TypeAlias = Cell | MergedCell
LINE_HEIGHT = 13.0  # points of one line in Arial 10
_PADDING = 6.0


class Styler:
    """Gives cells named styles, each made once and then copied."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str | None], Cell] = {}
        self._bench = book.worksheets[0]

    def apply(self, cell: AnyCell, gaya: Gaya, number_format: str | None = None) -> None:
        """Give a cell a named style, with its own number format where one is named."""
        model = self._made.get((gaya, number_format))
        if model is None:
            model = Cell(self._bench, row=1, column=1)
            model.style = gaya.value
            if number_format is not None:
                model.number_format = number_format
            self._made[gaya, number_format] = model
        cell._style = copy(model._style)

    def colour(self, gaya: Gaya) -> str:
        """Return the fill colour of a named style, RRGGBB."""
        model = Cell(self._bench, row=1, column=1)
        model.style = gaya.value
        return str(model.fill.fgColor.rgb)[-6:]


def put_value(cell: AnyCell, nilai: NilaiSel) -> None:
    """Write a value; a text is never taken for a formula."""
    cell.value = nilai
    if isinstance(nilai, str):
        cell.data_type = "s"


def format_of(angka: Decimal) -> str:
    """Return the number format that shows all decimals of a plan's number, and at least what Excel needs."""
    decimals = -int(angka.normalize().as_tuple().exponent)
    if decimals <= 0:
        return FORMAT_BULAT
    return FORMAT_DESIMAL if decimals > 4 else f"#,##0.{'0' * decimals}"


def placed(book: Workbook, name: str) -> Area:
    """Return where a defined name of the template stands; it was checked to be there when the template was opened."""
    area = parse_area(str(book.defined_names[name].attr_text))
    if area is None:
        raise ValueError(f"{name}: {book.defined_names[name].attr_text}")
    return area


def name_range(book: Workbook, name: str, area: Area) -> None:
    """Give a rectangle a defined name, replacing the one it had."""
    corners = {f"${get_column_letter(column)}${row}": None
               for row, column in ((area.top, area.left), (area.bottom, area.right))}
    quoted = area.lembar.replace("'", "''")
    book.defined_names[name] = DefinedName(name, attr_text=f"'{quoted}'!{':'.join(corners)}")


def fill_placeholders(book: Workbook, fakta: Mapping[str, str]) -> None:
    """Replace ``[berkas]`` and the like in every text and printed footer or header of the workbook."""
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # iter_rows would make every empty cell in between
            if isinstance(cell.value, str) and "[" in cell.value:
                put_value(cell, replace_facts(cell.value, fakta))
        for part in _printed_parts(sheet):
            if part.text:
                part.text = replace_facts(part.text, {key: fact.replace("&", "&&") for key, fact in fakta.items()})


def replace_facts(teks: str, fakta: Mapping[str, str]) -> str:
    """Return a text with its known placeholders filled; unknown ones stay."""
    for key, fact in fakta.items():
        teks = teks.replace(f"[{key}]", fact)
    return teks


def _printed_parts(sheet: Worksheet) -> Iterator[_HeaderFooterPart]:
    for band in (sheet.oddHeader, sheet.oddFooter, sheet.evenHeader, sheet.evenFooter, sheet.firstHeader,
                 sheet.firstFooter):
        if band is not None:
            yield from (part for part in (band.left, band.center, band.right) if part is not None)


def make_room(sheet: Worksheet, row: int, extra: int) -> None:
    """Move what stands below ``row`` down by ``extra`` rows, heights and merged blocks too."""
    if extra <= 0 or sheet.max_row <= row:
        return
    last_column = get_column_letter(sheet.max_column)
    heights = {number: sheet.row_dimensions[number].height for number in range(row + 1, sheet.max_row + 1)}
    merged = [block for block in sheet.merged_cells.ranges if block.min_row > row]
    for block in merged:
        sheet.unmerge_cells(block.coord)
    sheet.move_range(f"A{row + 1}:{last_column}{sheet.max_row}", rows=extra)
    for block in merged:
        block.shift(row_shift=extra)
        sheet.merge_cells(block.coord)
    for number in sorted(heights, reverse=True):
        sheet.row_dimensions[number].height = None
        sheet.row_dimensions[number + extra].height = heights[number]


def text_height(teks: str, width: float) -> float:
    """Return the height in points that a wrapped text needs in a column of this width (Excel's unit)."""
    room = max(width - 3.0, 1.0)  # the indent and the cell's own margins
    lines = sum(_lines(paragraph, room) for paragraph in teks.split("\n"))
    return lines * LINE_HEIGHT + _PADDING


def _lines(paragraph: str, room: float) -> int:
    """Count lines as a word-wrapping program does; capitals are wider than the digit the unit is taken from."""
    lines, used = 1, 0.0
    for word in paragraph.split():
        length = word_length(word)
        if used and used + length + 0.5 > room:
            lines, used = lines + 1, 0.0
        extra = int(length // room)
        lines, used = lines + extra, used + length - extra * room + 0.5
    return lines


def column_width(sheet: Worksheet, column: int) -> float:
    """Return a column's width in Excel's unit."""
    return float(sheet.column_dimensions[get_column_letter(column)].width)


def print_visible_columns(sheet: Worksheet) -> None:
    """Leave hidden helper columns at the right out of print: LibreOffice prints a speck of their numbers."""
    hidden = {column for dimension in sheet.column_dimensions.values() if dimension.hidden
              for column in range(dimension.min, dimension.max + 1)}
    last = max(set(range(1, sheet.max_column + 1)) - hidden, default=1)
    sheet.print_area = f"A1:{get_column_letter(last)}{sheet.max_row}"


def stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the runs of neighbouring rows as (first, last)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def protect(sheet: Worksheet, *, links: bool = False) -> None:
    """Protect a sheet without a password: locked cells stay, but looks, filters and sorting are free.

    ``links`` lets links be made and taken off, without which Excel keeps those of unlocked cells too.
    """
    guard = sheet.protection
    guard.formatCells = guard.formatColumns = guard.formatRows = False  # False = not forbidden
    guard.sort = guard.autoFilter = False
    guard.insertHyperlinks = not links
    guard.enable()
