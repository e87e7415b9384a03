"""What the linter says about the outline, the page numbers and the language of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from kinerja_xl.reports.word.parts import DOCUMENT, W
from kinerja_xl.reports.word.properties import LANGUAGE

_HEADING = re.compile(r"heading (\d)")
_FORMATS = {"lowerRoman", "upperRoman", "decimal"}


def check_pages(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Yield each heading that skips a level, each section numbered as no part of ours is, and another language."""
    body, styles = roots[DOCUMENT], roots.get("word/styles.xml")
    if styles is not None:
        yield from _check_outline(body, styles)
        language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        if language is None or language.get(f"{W}val") != LANGUAGE:
            yield f"word/styles.xml: the language of the document is not {LANGUAGE}"
    for numbers in body.iter(f"{W}pgNumType"):
        start = numbers.get(f"{W}start")
        if numbers.get(f"{W}fmt", "decimal") not in _FORMATS or (start is not None and not start.isdigit()):
            yield f"{DOCUMENT}: a section numbers its pages as {dict(numbers.attrib)}"


def _check_outline(body: etree._Element, styles: etree._Element) -> Iterator[str]:
    levels = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        found = None if name is None else _HEADING.fullmatch(name.get(f"{W}val", "").lower())
        if found:
            levels[style.get(f"{W}styleId")] = int(found[1])
    before = None
    for used in body.iter(f"{W}pStyle"):
        level = levels.get(used.get(f"{W}val"))
        if level is not None and before is not None and level > before + 1:
            yield f"{DOCUMENT}: a heading of level {level} follows one of level {before}"
        before = before if level is None else level
