"""Where the parts of a document came to stand: rows torn apart, headings and signatures left alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import docx
from docx.oxml.text.paragraph import CT_P
from lxml import etree
from page_print import Fault, Printed, W

_SIGNER = "Nama Penanda Tangan"
_HELD = ("heading", "caption", "judul")  # beginnings of styles that never end a page


def judge_flow(printed: Printed) -> Iterator[Fault]:
    """Yield rows torn over two pages, headings parted from what follows, and signatures alone on a page."""
    dokumen = docx.Document(str(printed.source))
    names = {style.style_id: style.name or "" for style in dokumen.styles}
    blocks = [(n, block) for n, block in enumerate(dokumen.element.body) if block.tag in (f"{W}p", f"{W}tbl")]
    for n, block in blocks:
        if block.tag == f"{W}tbl":
            yield from _torn_rows(n, block, printed)
    filled = [(n, block) for n, block in blocks if block.tag == f"{W}tbl" or "".join(block.itertext()).strip()]
    for (n, block), (after, following) in pairwise(filled):
        here, there = _end(n, block, printed), _start(after, following, printed)
        if isinstance(block, CT_P) and _style(block, names).casefold().startswith(_HELD) and here != there:
            yield here, "judul terpisah dari isinya", "".join(block.itertext())[:60]
    yield from _lone_signatures(filled, names, printed)


def _style(paragraph: etree._Element, names: dict[str, str]) -> str:
    element = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if element is None else names.get(element.get(f"{W}val", ""), "")


def _start(n: int, block: etree._Element, printed: Printed) -> int:
    return printed.start(f"p{n}" if block.tag == f"{W}p" else f"t{n}r0c0")


def _end(n: int, block: etree._Element, printed: Printed) -> int:
    if block.tag == f"{W}p":
        return printed.end(f"p{n}")
    return printed.end(f"t{n}r{len(block.findall(f'{W}tr')) - 1}c0")


def _torn_rows(n: int, table: etree._Element, printed: Printed) -> Iterator[Fault]:
    rows = table.findall(f"{W}tr")
    pages = []
    for r, row in enumerate(rows):
        names = [f"t{n}r{r}c{c}" for c, cell in enumerate(row.iterfind(f"{W}tc"))
                 if "".join(cell.itertext()).strip() and not _continues(cell)]
        places = {page for name in names for page in (printed.start(name), printed.end(name))}
        words = " ".join("".join(text.text or "" for text in row.iter(f"{W}t")).split())[:60]
        if 0 in places:  # laid out below the edge of the paper
            yield 0, "baris tidak tercetak", words
        elif len(places) > 1:
            yield min(places), "baris terbelah dua halaman", words
        pages.append(min(places, default=0))
    heads = sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)
    if 0 < heads < len(rows) and pages[heads - 1] != pages[heads]:
        yield pages[heads - 1], "judul terpisah dari isinya", "kepala tabel"


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _lone_signatures(blocks: list[tuple[int, etree._Element]], names: dict[str, str],
                     printed: Printed) -> Iterator[Fault]:
    """A signature needs text on its page: a paragraph or a table above it that begins or ends there."""
    signed = {_start(n, block, printed) for n, block in blocks if _is_signature(block, names)}
    accompanied = {page for n, block in blocks if not _is_signature(block, names) and not _is_note(block, names)
                   for page in (_start(n, block, printed), _end(n, block, printed))}
    form = {_start(n, block, printed) for n, block in blocks  # a form carries its signature in its own table
            if _is_signature(block, names) and len(block.findall(f"{W}tr")) > 8}
    yield from ((page, "tanda tangan sendirian", "") for page in sorted(signed - accompanied - form))


def _is_signature(block: etree._Element, names: dict[str, str]) -> bool:
    return block.tag == f"{W}tbl" and any(_style(p, names) == _SIGNER for p in block.iter(f"{W}p"))


def _is_note(block: etree._Element, names: dict[str, str]) -> bool:
    return block.tag == f"{W}p" and _style(block, names) in ("Keterangan Tabel", "Tanda Tangan")
