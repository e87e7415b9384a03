"""Captions counted again after tables or pictures came or went, and the references to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from kinerja_xl.reports.word.parts import W


def number_captions(akar: etree._Element) -> None:
    """Give each caption its number in the order of the document, and each reference the number it points at."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for paragraph in akar.iter(f"{W}p"):
        for words, texts in _fields(paragraph):
            if words[:1] == ["SEQ"] and len(words) > 1 and texts:
                counts[words[1]] += 1
                _write(texts, str(counts[words[1]]))
                shown |= {name: f"{words[1]}\u00a0{counts[words[1]]}" for name in _references(paragraph)}
    for paragraph in akar.iter(f"{W}p"):
        for words, texts in _fields(paragraph):
            if words[:1] == ["REF"] and len(words) > 1 and words[1] in shown and texts:
                _write(texts, shown[words[1]])


def _fields(paragraph: etree._Element) -> Iterator[tuple[list[str], list[etree._Element]]]:
    """The fields of a paragraph: the words of each and the elements that hold its result."""
    code, texts, reached = "", list[etree._Element](), False
    for element in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}instrText":
            code += element.text or ""
        elif element.tag == f"{W}t":
            texts += [element] if reached else []
        else:
            kind = element.get(f"{W}fldCharType")
            if kind == "end" and code:
                yield code.split(), texts
            code, texts = ("", []) if kind != "separate" else (code, texts)
            reached = kind == "separate"


def _references(paragraph: etree._Element) -> list[str]:
    names = (mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart"))
    return [name for name in names if name.startswith("_Ref_")]


def _write(texts: list[etree._Element], teks: str) -> None:
    texts[0].text = teks
    for other in texts[1:]:
        other.text = ""
