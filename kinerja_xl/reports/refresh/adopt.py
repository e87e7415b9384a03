"""Elements of one document taken into another: their styles by name, their ids unused, their links with them."""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Mapping

from lxml import etree

from kinerja_xl.reports.compare.read_document import DokumenTerbaca, style_names
from kinerja_xl.reports.word.parts import DOCUMENT, R, W, parse_part

_RELS = "word/_rels/document.xml.rels"
_STYLES = tuple(f"{W}{kind}" for kind in ("pStyle", "rStyle", "tblStyle"))
_NUMBERED = tuple(f"{W}{kind}" for kind in ("bookmarkStart", "bookmarkEnd"))
_R_ID = f"{R}id"


class Pemindah:
    """Takes elements of ``asal`` into ``tujuan``; its relations are added to ``parts`` of the latter by ``finish``."""

    def __init__(self, asal: DokumenTerbaca, tujuan: DokumenTerbaca) -> None:
        here = {name: key for key, name in style_names(tujuan.parts).items()}
        self._styles = {key: here[name] for key, name in style_names(asal.parts).items() if name in here}
        self._source = parse_part(asal.parts[_RELS])
        self._target = parse_part(tujuan.parts[_RELS])
        ids = (element.get(f"{W}id") or element.get(f"{W}val") or "" for element in tujuan.akar.iter(
            *_NUMBERED, f"{W}id"))
        self._next = max((int(key) for key in ids if key.isdigit()), default=0)

    def take(self, element: etree._Element) -> etree._Element | None:
        """Return a copy that fits into the other document, None for what cannot be moved: a picture or a chart."""
        taken = copy.deepcopy(element)
        if next(taken.iter(f"{W}drawing", f"{W}pict", f"{W}object"), None) is not None:
            return None
        for style in taken.iter(*_STYLES):
            style.set(f"{W}val", self._styles.get(style.get(f"{W}val", ""), style.get(f"{W}val", "")))
        for numbering in list(taken.iter(f"{W}numPr")):  # lists of the other document: the style has its own
            parent = numbering.getparent()
            if parent is not None:
                parent.remove(numbering)
        self._renumber(taken)
        for linked in [one for one in taken.iter(etree.Element) if one.get(_R_ID)]:
            linked.set(_R_ID, self._relation(linked.get(_R_ID, "")))
        return taken

    def _renumber(self, taken: etree._Element) -> None:
        fresh: dict[str, str] = {}
        for mark in taken.iter(*_NUMBERED):
            key = mark.get(f"{W}id", "")
            if key not in fresh:
                self._next += 1
                fresh[key] = str(self._next)
            mark.set(f"{W}id", fresh[key])
        for control in taken.iterfind(f".//{W}sdtPr/{W}id"):
            self._next += 1
            control.set(f"{W}val", str(self._next))

    def _relation(self, key: str) -> str:
        """The id of the same relation in the other document, made where it has none."""
        wanted = next(one for one in self._source if one.get("Id") == key)
        facts = {name: value for name, value in wanted.attrib.items() if name != "Id"}
        for one in self._target:
            if {name: value for name, value in one.attrib.items() if name != "Id"} == facts:
                return one.get("Id", "")
        made = copy.deepcopy(wanted)
        made.set("Id", f"rIdKx{len(self._target) + 1}")
        self._target.append(made)
        return made.get("Id", "")

    def finish(self) -> Mapping[str, bytes]:
        """Return the parts of the other document that changed by what was taken in."""
        return {posixpath.normpath(_RELS): _xml(self._target)}


def document_part(akar: etree._Element) -> Mapping[str, bytes]:
    """Return the main part of a document."""
    return {DOCUMENT: _xml(akar)}


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
