"""A Word document as its figures and the text around them, however often Word or LibreOffice saved it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from kinerja_xl.reports.word.figures import is_tag, tag_of_bookmark
from kinerja_xl.reports.word.parts import DOCUMENT, R, W, parse_part, read_parts, relations_of

FIELD = "="
"""Instead of a tag: text that a field shows, such as the number of a caption or of a page."""
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", f"{W}tcPr", f"{W}trPr",
                   f"{_MC}Fallback"})
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_FIGURE_PLACE = "□"


@dataclass(frozen=True)
class Tempat:
    """Where in the document: chapter, table by its caption, and the row by its first cells.

    ``penanda`` is the last bookmark that begins before the end of the paragraph; it says where to look for the page.
    """

    bab: str = ""
    tabel: str = ""
    baris: str = ""
    penanda: str = field(default="", compare=False)


@dataclass
class ParagrafTerbaca:
    """A paragraph: ``potongan`` are its texts, each with the tag of its figure ("" = plain, ``FIELD``).

    ``blok`` numbers the paragraphs and tables of the body; everything in a table is one block. ``teks_angka`` are the
    elements that hold the text of each figure.
    """

    gaya: str
    blok: int
    tempat: Tempat
    potongan: list[tuple[str, str]] = field(default_factory=list)
    elemen: etree._Element | None = None
    teks_angka: dict[str, list[etree._Element]] = field(default_factory=dict)

    @property
    def angka(self) -> list[tuple[str, str]]:
        """The figures in order, tag and text; pieces of one figure are joined."""
        found: list[tuple[str, str]] = []
        for teks, tag in self.potongan:
            if tag and tag != FIELD:
                if found and found[-1][0] == tag:
                    found[-1] = (tag, found[-1][1] + teks)
                else:
                    found.append((tag, teks))
        return found

    @property
    def polos(self) -> str:
        """The text that is no figure, with a sign in the place of each figure and each field."""
        pieces, before = [], ""
        for teks, tag in self.potongan:
            if not tag:
                pieces.append(teks)
            elif tag != before:
                pieces.append(_FIGURE_PLACE if tag != FIELD else "§")
            before = tag
        return squeeze("".join(pieces))

    @property
    def teks(self) -> str:
        """The whole text."""
        return squeeze("".join(teks for teks, _ in self.potongan))


@dataclass(frozen=True)
class GrafikTerbaca:
    """A chart: its part, its series by name with the values drawn, and texts that somebody typed over its labels."""

    part: str
    kategori: tuple[str, ...]
    seri: Mapping[str, tuple[str | None, ...]]
    tulisan: tuple[str, ...]
    buku: str  # the part of its workbook, "" where it has none
    tempat: Tempat


@dataclass(frozen=True)
class DokumenTerbaca:
    """A document: its paragraphs, those in tables included, and its charts, in order; ``akar`` is its main part."""

    parts: Mapping[str, bytes]
    akar: etree._Element
    daftar_paragraf: tuple[ParagrafTerbaca, ...]
    daftar_grafik: tuple[GrafikTerbaca, ...]


def squeeze(teks: str) -> str:
    """Return a text with single blanks."""
    return " ".join(teks.replace("\u00a0", " ").split())


def read_document(data: bytes) -> DokumenTerbaca:
    """Return a document as read. BadZipFile, KeyError or XMLSyntaxError where it is none."""
    parts = read_parts(data)
    return read_root(parts, parse_part(parts[DOCUMENT]))


def read_root(parts: Mapping[str, bytes], akar: etree._Element) -> DokumenTerbaca:
    """Return a document as read whose main part is ``akar``, changed or not."""
    reader = _Reader(parts)
    body = akar.find(f"{W}body")
    if body is not None:
        for element in body:
            reader.blok += 1
            reader.read_block(element)
    return DokumenTerbaca(parts, akar, tuple(reader.daftar), tuple(reader.daftar_grafik))


def style_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the names of a document's styles by id; other programs give other ids."""
    return {style.get(f"{W}styleId", ""): name.get(f"{W}val", "")
            for style in parse_part(parts["word/styles.xml"]).iter(f"{W}style")
            if (name := style.find(f"{W}name")) is not None}


class _Reader:
    """Walks through the body; knows in which control, bookmarks and fields it is."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts, self.names = parts, style_names(parts)
        self.relations = relations_of(parts, DOCUMENT)
        self.daftar: list[ParagrafTerbaca] = []
        self.daftar_grafik: list[GrafikTerbaca] = []
        self.blok = 0
        self._bab: dict[int, str] = {}
        self._caption = ""
        self._tempat = Tempat()
        self._in_table = 0
        self._last_mark = ""
        self._marks: dict[str, str] = {}  # open bookmarks of figures by id
        self._controls: list[str] = []
        self._fields: list[bool] = []  # whether the result of each open field is reached
        self._open: list[ParagrafTerbaca] = []
        self._ways: Mapping[object, Callable[[etree._Element], None]] = {
            f"{W}p": self._read_paragraph, f"{W}tbl": self._read_table, f"{W}sdt": self._read_control,
            f"{W}bookmarkStart": self._begin_mark, f"{W}bookmarkEnd": self._end_mark, f"{W}t": self._read_text,
            f"{W}fldChar": self._read_field, f"{W}fldSimple": self._read_simple_field,
            f"{_C}chart": self._read_chart}

    def read_block(self, element: etree._Element) -> None:
        """Read an element and what is in it."""
        way = self._ways.get(element.tag)
        if way is not None:
            way(element)
        elif element.tag in _SIGNS:
            self._add(_SIGNS[str(element.tag)])
        elif element.tag not in _GONE:
            self._read_children(element)

    def _read_children(self, element: etree._Element) -> None:
        for child in element:
            self.read_block(child)

    def _read_paragraph(self, element: etree._Element) -> None:
        style = element.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if style is None else self.names.get(style.get(f"{W}val", ""), "Normal")
        tempat = self._tempat if self._in_table else Tempat(self._chapter())
        read = ParagrafTerbaca(name, self.blok, tempat, elemen=element)
        self.daftar.append(read)
        self._open.append(read)
        self._read_children(element)
        self._open.pop()
        read.tempat = replace(read.tempat, penanda=self._last_mark)
        heading = _HEADING.fullmatch(name)
        if heading:
            level = int(heading[1])
            self._bab = {k: teks for k, teks in self._bab.items() if k < level} | {level: read.teks}
        elif name.lower() == "caption":
            self._caption = read.teks

    def _chapter(self) -> str:
        return " / ".join(self._bab[level] for level in sorted(self._bab))

    def _read_table(self, element: etree._Element) -> None:
        self._in_table += 1
        caption, self._caption = self._caption, ""
        if not caption.startswith("Tabel"):
            title = element.find(f"{W}tblPr/{W}tblCaption")
            caption = "" if title is None else title.get(f"{W}val", "")
        for row in element.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is element:
                first = len(self.daftar)
                self._tempat = Tempat(self._chapter(), caption)
                self._read_children(row)
                label = " – ".join([p.teks for p in self.daftar[first:] if p.teks][:2])
                for read in self.daftar[first:]:
                    read.tempat = replace(read.tempat, baris=label[:120])
        self._in_table -= 1

    def _read_control(self, element: etree._Element) -> None:
        tag = element.find(f"{W}sdtPr/{W}tag")
        value = "" if tag is None else tag.get(f"{W}val", "")
        content = element.find(f"{W}sdtContent")
        if content is not None:
            self._controls += [value] if is_tag(value) else []
            self._read_children(content)
            self._controls = self._controls[:-1] if is_tag(value) else self._controls

    def _begin_mark(self, element: etree._Element) -> None:
        self._last_mark = element.get(f"{W}name", "")
        tag = tag_of_bookmark(self._last_mark)
        if tag:
            self._marks[element.get(f"{W}id", "")] = tag

    def _end_mark(self, element: etree._Element) -> None:
        self._marks.pop(element.get(f"{W}id", ""), None)

    def _read_text(self, element: etree._Element) -> None:
        tag = self._add(element.text or "")
        if tag and tag != FIELD:
            self._open[-1].teks_angka.setdefault(tag, []).append(element)

    def _add(self, teks: str) -> str:
        """Add a text to the open paragraph; return its tag."""
        if not self._open:
            return ""
        tag = self._controls[-1] if self._controls else next(reversed(self._marks.values()), "")
        if not tag and any(self._fields):
            tag = FIELD
        self._open[-1].potongan.append((teks, tag))
        return tag

    def _read_field(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _read_simple_field(self, element: etree._Element) -> None:
        self._fields.append(True)
        self._read_children(element)
        self._fields.pop()

    def _read_chart(self, element: etree._Element) -> None:
        relasi = self.relations.get(element.get(f"{R}id", ""))
        if relasi is not None and relasi.target in self.parts:
            tempat = Tempat(self._chapter(), penanda=self._last_mark)
            self.daftar_grafik.append(_chart(self.parts, relasi.target, tempat))


def _chart(parts: Mapping[str, bytes], part: str, tempat: Tempat) -> GrafikTerbaca:
    root = parse_part(parts[part])
    series: dict[str, tuple[str | None, ...]] = {}
    categories: tuple[str, ...] = ()
    for ser in root.iter(f"{_C}ser"):
        name = " ".join(text.text or "" for text in ser.iterfind(f"{_C}tx//{_C}v"))
        found = ser.find(f"{_C}cat")
        categories = categories or tuple(value or "" for value in _points(found))
        series[name] = tuple(_points(ser.find(f"{_C}val")))
    typed = tuple(" ".join(label.itertext()).strip() for label in root.iter(f"{_C}dLbl")
                  if label.find(f"{_C}tx") is not None)
    book = next((r.target for r in relations_of(parts, part).values() if r.jenis == "package"), "")
    return GrafikTerbaca(part, categories, series, typed, book, tempat)


def _points(element: etree._Element | None) -> Iterator[str | None]:
    """The cached values in order, None where there is none."""
    if element is None:
        return
    count = next((int(one.get("val", "0")) for one in element.iter(f"{_C}ptCount")), 0)
    values = {int(point.get("idx", "0")): point.findtext(f"{_C}v") for point in element.iter(f"{_C}pt")}
    yield from (values.get(n) for n in range(min(count, 10_000)))
