"""Paper and margins of a section: portrait as the template has them, landscape as that page turned."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from kinerja_xl.reports.word.xml_text import NS

_W = f"{{{NS['w']}}}"
KERTAS: Mapping[str, tuple[int, int]] = {"A4": (11906, 16838), "F4": (12189, 18709)}
"""Width and height in twips, portrait: A4 210 x 297 mm, F4 215 x 330 mm (Word has no name for it)."""
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}  # the binding edge comes on top


def set_page(section: etree._Element, kertas: str, *, landscape: bool) -> None:
    """Give a portrait section its paper, and turn it where asked; an unknown paper is A4."""
    short, long = KERTAS.get(kertas.strip().upper(), KERTAS["A4"])
    page, margins = _child(section, "pgSz"), _child(section, "pgMar")
    for name in list(page.attrib):
        del page.attrib[name]
    page.set(f"{_W}w", str(long if landscape else short))
    page.set(f"{_W}h", str(short if landscape else long))
    if landscape:
        page.set(f"{_W}orient", "landscape")
        old = {edge: margins.get(f"{_W}{edge}", "1134") for edge in _TURNED}
        for edge, source in _TURNED.items():
            margins.set(f"{_W}{edge}", old[source])


def text_width(section: etree._Element) -> int:
    """Return the width between the margins in twips."""
    page, margins = _child(section, "pgSz"), _child(section, "pgMar")
    return (int(page.get(f"{_W}w", "11906")) - int(margins.get(f"{_W}left", "1134"))
            - int(margins.get(f"{_W}right", "1134")))


def text_height(section: etree._Element) -> int:
    """Return the height between the margins in twips."""
    page, margins = _child(section, "pgSz"), _child(section, "pgMar")
    return (int(page.get(f"{_W}h", "16838")) - int(margins.get(f"{_W}top", "1134"))
            - int(margins.get(f"{_W}bottom", "1134")))


def _child(section: etree._Element, name: str) -> etree._Element:
    child: etree._Element | None = section.find(f"{_W}{name}")
    if child is None:  # a template without page setup gets Word's own
        child = etree.SubElement(section, f"{_W}{name}")
    return child
