"""A Word document as stable text: properties, headers, paragraphs with their styles, tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from kinerja_xl.reports.word.parts import DOCUMENT, W, parse_part, read_parts, relations_of

_PLAIN = {"Normal", "Isi Laporan", "Isi Tabel", "Kepala Tabel", "Isi Formulir", "Label Formulir", "Pilihan Formulir",
          "Tanda Tangan", "Nama Penanda Tangan"}
_CORE = "docProps/core.xml"
_KEPT = ("title", "subject", "creator", "keywords", "language", "modified")


def dump_document(data: bytes) -> str:
    """Return the document's text for `kinerja lihat` and golden files; the same document gives the same text.

    A line is ``[style] text``, a table row ``| cell | cell |`` (``==`` before rows that repeat as headings, ``^`` for a
    cell joined to the one above), a section ``--- page ---``. BadZipFile or XMLSyntaxError where it is no document.
    """
    parts = read_parts(data)
    names = _style_names(parts)
    lines = [*_properties(parts), *_margins_text(parts, names)]
    body = parse_part(parts[DOCUMENT]).find(f"{W}body")
    if body is not None:
        lines += [line for element in body for line in _element(element, names)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _style_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    names = {}
    for style in parse_part(parts["word/styles.xml"]).iter(f"{W}style"):
        name = style.find(f"{W}name")
        names[style.get(f"{W}styleId", "")] = "" if name is None else name.get(f"{W}val", "")
    return names


def _properties(parts: Mapping[str, bytes]) -> Iterator[str]:
    if _CORE not in parts:
        return
    found = {etree.QName(element).localname: element.text or "" for element in parse_part(parts[_CORE])}
    yield from (f"{name}: {found[name]}" for name in _KEPT if found.get(name))


def _margins_text(parts: Mapping[str, bytes], names: Mapping[str, str]) -> Iterator[str]:
    """The headers and footers, in the order of their names."""
    relations = relations_of(parts, DOCUMENT).values()
    for relasi in sorted((r for r in relations if r.jenis in ("header", "footer")), key=lambda r: r.target):
        for element in parse_part(parts[relasi.target]):
            yield from (f"{relasi.jenis}: {line}" for line in _element(element, names))


def _element(element: etree._Element, names: Mapping[str, str]) -> Iterator[str]:
    if element.tag == f"{W}p":
        text = _text(element)
        style = element.find(f"{W}pPr/{W}pStyle")
        name = names.get(style.get(f"{W}val", ""), "?") if style is not None else "Normal"
        if text:
            yield text if name in _PLAIN else f"[{name}] {text}"
        section = element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield _section(section)
    elif element.tag == f"{W}tbl":
        yield from (_row(row, names) for row in element.iterfind(f"{W}tr"))
    elif element.tag == f"{W}sectPr":
        yield _section(element)


def _row(row: etree._Element, names: Mapping[str, str]) -> str:
    heading = "==" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
    return f"{heading}| " + " | ".join(_cell(cell, names) for cell in row.iterfind(f"{W}tc")) + " |"


def _cell(cell: etree._Element, names: Mapping[str, str]) -> str:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(f"{W}val", "continue") == "continue":
        return "^"
    return " / ".join(line for element in cell for line in _element(element, names))


def _section(section: etree._Element) -> str:
    page = section.find(f"{W}pgSz")
    if page is None:
        return "--- page ---"
    orient = "landscape" if page.get(f"{W}orient") == "landscape" else "portrait"
    return f"--- {orient} {page.get(f'{W}w')} x {page.get(f'{W}h')} ---"


def _text(paragraph: etree._Element) -> str:
    """The visible text: tabs and line breaks as blanks, field codes left out, pictures named."""
    pieces = []
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", "{*}docPr"):
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.getparent() is not None and element.getparent().tag == f"{W}tabs":  # type: ignore[union-attr]
            continue
        else:
            pieces.append(f"<{element.get('descr', '')}>" if str(element.tag).endswith("docPr") else " ")
    return " ".join("".join(pieces).replace("\u00a0", " ").split())
