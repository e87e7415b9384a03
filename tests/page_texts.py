"""Whether the pages show every word of a worksheet or document, and each of them whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import docx
import openpyxl
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from page_print import Fault, Printed, W

_PARTS = re.compile(r"[^\s/–-]+[/–-]*|[/–-]+")
_LEADER = re.compile(r"\.{4,}")  # the dots between a heading and its page in the contents


def lost_words(printed: Printed) -> Iterator[Fault]:
    """Yield the words of a file that no page shows as a whole, and the sheet where that is known."""
    if printed.source.suffix == ".docx":
        shown = _counted(_LEADER.sub(" ", page.text) for page in printed.pages)
        body = docx.Document(str(printed.source)).element.body
        texts = ("".join(_texts(p)) for p in body.iter(f"{W}p"))
        yield from ((0, "kata tidak tercetak utuh", word) for word in _counted(texts) - shown)
        return
    book = openpyxl.load_workbook(printed.source, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        shown = _counted(page.text for page in printed.pages if page.lembar == sheet.title)
        missing = _counted(_printed_texts(sheet)) - shown
        yield from ((0, "kata tidak tercetak utuh", f"{sheet.title}: {word}") for word in missing)


def _counted(texts: Iterable[str]) -> Counter[str]:
    """Words by number; a line may end behind a hyphen or a stroke."""
    return Counter(part for text in texts for part in _PARTS.findall(text))


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        yield element.text or "" if element.tag == f"{W}t" else " "


def _printed_texts(sheet: Worksheet) -> Iterator[str]:
    hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    hidden = set()
    for column in sheet.column_dimensions.values():
        if column.hidden:
            hidden |= set(range(column.min, column.max + 1))
    areas = [sheet[area.split("!")[-1]] for area in sheet.print_area.split(",")] if sheet.print_area else [sheet.rows]
    for area in areas:
        for row in area:
            for cell in row:
                if isinstance(cell.value, str) and cell.row not in hidden_rows and cell.column not in hidden \
                        and cell.number_format != ";;;":
                    yield cell.value
