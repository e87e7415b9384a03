"""The body of a document, or the rows of a table, as blocks that can be found again in a later edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from kinerja_xl.reports.compare.read_document import DokumenTerbaca, ParagrafTerbaca
from kinerja_xl.reports.word.parts import W

Kunci = tuple[str, str, int]
"""What a block is known by: its kind, its name (first figure, caption or text), and which of several it is."""


@dataclass(frozen=True, eq=False)
class Blok:
    """A paragraph, a table, or a row with the paragraphs in it."""

    elemen: etree._Element
    daftar: tuple[ParagrafTerbaca, ...]
    kunci: Kunci

    @property
    def polos(self) -> str:
        """The text that is no figure, paragraph by paragraph."""
        return "\n".join(p.polos for p in self.daftar)

    @property
    def tags(self) -> tuple[str, ...]:
        """The figures in order."""
        return tuple(tag for p in self.daftar for tag, _ in p.angka)

    @property
    def bentuk(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What makes it another one although it says the same: its texts with their styles, and which figures."""
        return tuple((f"{p.gaya}: {p.polos}", tuple(tag for tag, _ in p.angka)) for p in self.daftar)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return self.elemen.tag == f"{W}p" and not self.polos and not self.tags

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return bool(self.elemen.tag == f"{W}tbl")


def body_blocks(dokumen: DokumenTerbaca) -> list[Blok]:
    """Return the paragraphs and tables of a document's body, empty ones included."""
    body = dokumen.akar.find(f"{W}body")
    assert body is not None  # a document that was read has one
    inside: dict[int, list[ParagrafTerbaca]] = defaultdict(list)
    for p in dokumen.daftar_paragraf:
        inside[p.blok].append(p)
    return list(_named(_body(list(body), inside)))


def _body(elements: Sequence[etree._Element],
          inside: dict[int, list[ParagrafTerbaca]]) -> Iterator[tuple[etree._Element, list[ParagrafTerbaca], str]]:
    caption = ""
    for number, element in enumerate(elements, 1):
        if element.tag == f"{W}sectPr":
            continue
        own = _caption_of(element)
        yield element, inside[number], own if element.tag == f"{W}p" else caption
        if own or element.tag == f"{W}tbl":
            caption = own


def _caption_of(element: etree._Element) -> str:
    """The bookmark by which references find a caption, "" for anything else."""
    if element.tag != f"{W}p":
        return ""
    names = (mark.get(f"{W}name", "") for mark in element.iter(f"{W}bookmarkStart"))
    return next((name for name in names if name.startswith("_Ref_")), "")


def row_blocks(table: Blok) -> list[Blok]:
    """Return the rows of a table."""
    rows: dict[etree._Element, list[ParagrafTerbaca]] = {row: [] for row in table.elemen.iterfind(f"{W}tr")}
    for p in table.daftar:
        row = next((r for r in p.elemen.iterancestors(f"{W}tr") if r in rows), None) if p.elemen is not None else None
        if row is not None:
            rows[row].append(p)
    return list(_named((row, inside, "") for row, inside in rows.items()))


def _named(found: Iterable[tuple[etree._Element, list[ParagrafTerbaca], str]]) -> Iterator[Blok]:
    counts: Counter[tuple[str, str]] = Counter()
    for element, inside, caption in found:
        tags = [tag for p in inside for tag, _ in p.angka]
        kind = etree.QName(element).localname
        if caption:
            name = (kind, caption)
        elif tags:
            name = (f"{kind} angka", tags[0])
        else:
            name = (f"{kind} teks", "\n".join(p.polos for p in inside))
        counts[name] += 1
        yield Blok(element, tuple(inside), (*name, counts[name]))
