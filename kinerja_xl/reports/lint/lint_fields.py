"""What the linter says about fields, references and links: each begins and ends, each leads to a bookmark."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kinerja_xl.reports.word.parts import R, W

_NEXT = {"begin": "", "separate": "begin", "end": "separate"}
_LONG = ("TOC",)  # the only fields whose result goes over several paragraphs


def check_fields(name: str, root: etree._Element) -> Iterator[str]:
    """Yield one finding for each field that is torn, and each reference or link to a bookmark that is not there."""
    yield from _check_balance(name, root)
    anchors = {element.get(f"{W}name") for element in root.iter(f"{W}bookmarkStart")}
    for code in root.iter(f"{W}instrText"):
        words = (code.text or "").split()
        if words[:1] in (["REF"], ["PAGEREF"]) and words[1] not in anchors:
            yield f"{name}: {words[0]} points at {words[1]}, which is no bookmark"
    for link in root.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor is not None and link.get(f"{R}id") is None and anchor not in anchors:  # else a place in a file
            yield f"{name}: a link points at {anchor}, which is no bookmark"


def _check_balance(name: str, root: etree._Element) -> Iterator[str]:
    """Fields may stand in each other; one that is no list of contents ends in the paragraph it began in."""
    opened: list[tuple[str, str]] = []  # what was seen of each open field, and its name
    number = 0
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        for element in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if element.tag == f"{W}instrText":
                opened[-1:] = [(seen, code or (element.text or "").strip().partition(" ")[0])
                               for seen, code in opened[-1:]]
            elif not _step(opened, element.get(f"{W}fldCharType", "")):
                yield f"{name}: paragraph {number} has an unbalanced field"
                opened.clear()
        if any(code not in _LONG for _, code in opened):
            yield f"{name}: paragraph {number} has an unbalanced field"
            opened = [field for field in opened if field[1] in _LONG]
    if opened:
        yield f"{name}: an unbalanced field: {opened[0][1]} does not end"


def _step(opened: list[tuple[str, str]], kind: str) -> bool:
    """Take one mark of a field; False where it cannot come here."""
    if kind == "begin":
        opened.append((kind, ""))
        return True
    if not opened or opened[-1][0] != _NEXT.get(kind):
        return False
    _, code = opened.pop()
    if kind == "separate":
        opened.append((kind, code))
    return True
