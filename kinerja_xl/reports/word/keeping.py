"""Which rows and paragraphs stay on the page of the next one, so that no page begins or ends with a remnant."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import pairwise

from docx.oxml import parse_xml
from docx.oxml.text.paragraph import CT_P
from lxml import etree

from kinerja_xl.domain.naskah.naskah import Baris, JenisBaris, Tabel
from kinerja_xl.reports.word.page import text_height, text_width
from kinerja_xl.reports.word.widths import count_lines
from kinerja_xl.reports.word.xml_text import DECLARATIONS, NS

_W = f"{{{NS['w']}}}"

_LINE, _PADDING = 207, 75  # twips: a line of 9 pt Arial, and what a row adds to its lines
_BODY, _BODY_LINE = 9 / 11, 300  # body text of 11 pt: the width counted in 9 pt, and the height of a line in twips
_WHOLE = 0.25  # of a page: a table up to this height is not split, so little of a page stays empty before it
_TAIL = 0.16  # of a page: what at least comes onto the last page of a longer table, below its headings
_TEXT = 0.25  # of a page: what text at least comes onto the last page before a turn of the paper
_TALL = 0.12  # of a page: a row so tall may end a table alone
_FEW = 2  # rows that stand together at the end of a table


def kept_rows(tabel: Tabel, widths: Sequence[int], page: int) -> list[bool]:
    """Return for each row whether it stays with what follows; ``page`` is the height between the margins, in twips.

    A table of up to a quarter of a page stays whole. A longer one ends with two rows, or one that is tall, that fill at
    least a sixth of a page below the repeated headings. Headings stay with their rows, totals with the rows above
    them, cells joined down with each other. A remark below the table holds on to the last row.
    """
    rows = tabel.baris
    heights = [_height(baris, widths) for baris in rows]
    if tabel.utuh or sum(heights) <= page * _WHOLE:
        kept = [True] * len(rows)
    else:
        # LibreOffice 7.4 lays rows below the edge of the paper, unseen, where a table's first rows are kept together
        first = next((n for n, baris in enumerate(rows) if baris.jenis is not JenisBaris.KELOMPOK), 0)
        tail = _tail(rows, heights, page)
        kept = [n >= max(first, 1) and (n >= tail or _belongs(baris, following))
                for n, (baris, following) in enumerate(pairwise(rows))] + [True]
    if kept and not tabel.keterangan:
        kept[-1] = False
    return kept


def keep_before_turns(parts: MutableSequence[str]) -> None:
    """Keep paragraphs before a turn of the paper together, so that they fill a fair part of its last page.

    ``parts`` are the XML of the body in order, each of paragraphs or of one table; those before a turn are changed.
    """
    for n, part in enumerate(parts):
        if "<w:sectPr" in part:
            for section in _body(part).iter(f"{_W}sectPr"):
                _keep_paragraphs(parts, n, text_width(section), text_height(section) * _TEXT)


def _keep_paragraphs(parts: MutableSequence[str], end: int, width: int, needed: float) -> None:
    for n in reversed(range(end)):
        if needed <= 0 or parts[n].endswith("</w:tbl>"):
            return
        body = _body(parts[n])
        for block in reversed(body):
            if needed > 0 and isinstance(block, CT_P):
                block.get_or_add_pPr().keepNext_val = True
                teks = "".join(text.text or "" for text in block.iter(f"{_W}t"))  # figures stand in controls
                needed -= count_lines(teks, round(width * _BODY)) * _BODY_LINE
        xml = etree.tostring(body, encoding="unicode")
        parts[n] = xml[xml.index(">") + 1:-len("</w:body>")]


def _body(part: str) -> etree._Element:
    return parse_xml(f"<w:body {DECLARATIONS}>{part}</w:body>")


def _height(baris: Baris, widths: Sequence[int]) -> int:
    lines, start = 1, 0
    for isi in baris.sel:
        width = sum(widths[start:start + isi.bentang])
        lines = max(lines, sum(count_lines(p.polos, width) for p in isi.isi))
        start += isi.bentang
    return lines * _LINE + _PADDING


def _tail(rows: Sequence[Baris], heights: Sequence[int], page: int) -> int:
    """The first of the rows at the end that stand together."""
    start, content, height = len(rows), 0, 0
    few = _few(heights[-1], page) if heights else _FEW
    while start > 0 and (content < few or height < page * _TAIL):
        start -= 1
        content += rows[start].jenis is not JenisBaris.KELOMPOK
        height += heights[start]
    return start


def _few(height: int, page: int) -> int:
    return 1 if height >= page * _TALL else _FEW


def _belongs(baris: Baris, following: Baris) -> bool:
    return (baris.jenis is JenisBaris.KELOMPOK or following.jenis is JenisBaris.JUMLAH
            or any(isi.lanjut for isi in following.sel))
