"""A draft that a person has completed made final: what is left to write, and the mark DRAF taken off its pages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from kinerja_xl.domain.naskah.kepala_naskah import DRAF
from kinerja_xl.reports.word.parts import DOCUMENT, W, parse_part, read_parts, repack

_KOSONG = re.compile(r"\[Belum di[^\[\]]*\]")
_HEADER = re.compile(r"word/header\d*\.xml")
_BETWEEN = " |   "
_CORE, _KEYWORDS = "docProps/core.xml", "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"


def find_placeholders(data: bytes) -> tuple[str, ...]:
    """Return every placeholder that stands in a document's text, each once, also where Word has split its runs."""
    found = (match for text in _texts(parse_part(read_parts(data)[DOCUMENT])) for match in _KOSONG.findall(text))
    return tuple(dict.fromkeys(found))


def finish_document(data: bytes) -> bytes:
    """Return the document without DRAF in its headers and properties; every other part stays as it is."""
    parts = read_parts(data)
    for name in [name for name in parts if _HEADER.fullmatch(name)]:
        root = parse_part(parts[name])
        if any([_clear(paragraph) for paragraph in root.iter(f"{W}p")]):
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if _CORE in parts:
        parts[_CORE] = _with_keywords(parts[_CORE])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return repack(target.getvalue())


def _texts(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _clear(paragraph: etree._Element) -> bool:
    """Take DRAF out of a status line, whatever runs it is split into; False where it does not stand there."""
    texts = list(paragraph.iter(f"{W}t"))
    line = "".join(text.text or "" for text in texts)
    if DRAF.upper() not in line:
        return False
    for text in texts:
        text.text = ""
    texts[0].text = line.replace(DRAF.upper(), "").strip(_BETWEEN)
    return True


def _with_keywords(core: bytes) -> bytes:
    root = parse_part(core)
    for keywords in root.iter(_KEYWORDS):
        keywords.text = (keywords.text or "").replace("draf", "final")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
