"""Figures in a document: a hidden control and a bookmark around each, named after its source and its place."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kinerja_xl.domain.naskah.naskah import Angka
from kinerja_xl.domain.sumber import Sumber, SumberSel
from kinerja_xl.reports.word.xml_text import bookmark, clean, run

PREFIX = "kx:"
_TAG = re.compile(r"kx:([0-9a-f]{10})\.(\d{1,6})")
_BOOKMARK = re.compile(r"_kx_([0-9a-f]{10})_(\d{1,6})")
_LONGEST_ALIAS = 64  # Word's limit, as for tags
_APPEARANCE = '<w15:appearance w15:val="hidden"/>'


@dataclass(frozen=True)
class Tercatat:
    """A figure as it was written: its tag, its source, its text, and the table or chapter it stands in."""

    tag: str
    sumber: Sumber | None
    tampil: str
    tempat: str


def tag_of_bookmark(name: str) -> str:
    """Return the tag of the figure that a bookmark marks, "" where it marks something else."""
    found = _BOOKMARK.fullmatch(name)
    return f"{PREFIX}{found[1]}.{found[2]}" if found else ""


def is_tag(teks: str) -> bool:
    """Whether a control's tag is that of a figure of ours."""
    return _TAG.fullmatch(teks) is not None


def bookmark_of_tag(tag: str) -> str:
    """Return the name of the bookmark of a figure."""
    return "_kx_" + tag.removeprefix(PREFIX).replace(".", "_")


class Penanda:
    """Gives each figure of one document its tag: the same place and source get the same tag whenever it is made.

    Where a place shows a source several times, the occurrences are counted.
    """

    def __init__(self, next_id: Callable[[], int], *, hidden: bool = True) -> None:
        self._next_id, self._look = next_id, _APPEARANCE if hidden else ""
        self._counts: Counter[str] = Counter()
        self.daftar: list[Tercatat] = []
        self.tempat = ""

    def give(self, sumber: Sumber | None, tampil: str, tempat: str = "") -> str:
        """Return the tag for the next figure of a source, and take it down."""
        place = tempat or self.tempat
        key = f"{place}|{sumber.kunci if sumber else ''}"
        self._counts[key] += 1
        digest = hashlib.blake2s(key.encode("utf-8"), digest_size=5).hexdigest()
        tag = f"{PREFIX}{digest}.{self._counts[key]}"
        self.daftar.append(Tercatat(tag, sumber, tampil, place))
        return tag

    def control(self, angka: Angka, rpr: str = "") -> str:
        """Return a figure as a control that cannot be typed into by accident; it looks like any other run."""
        if not angka.tampil:
            return ""
        tag = self.give(angka.sumber, angka.tampil)
        props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
        inner = bookmark(self._next_id(), bookmark_of_tag(tag), run(angka.tampil, rpr))
        return (f'<w:sdt><w:sdtPr>{props}<w:alias w:val="{clean(_alias(angka.sumber))}"/><w:tag w:val="{tag}"/>'
                f'<w:id w:val="{self._next_id()}"/><w:lock w:val="contentLocked"/>{self._look}</w:sdtPr>'
                f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>")


def _alias(sumber: Sumber | None) -> str:
    """What a control is called: the cell, or what is computed."""
    if sumber is None:
        return "tanpa sumber"
    if isinstance(sumber, SumberSel) and sumber.letak.sel:
        return f"{sumber.letak.lembar}!{sumber.letak.sel}"[:_LONGEST_ALIAS]
    return sumber.kunci[:_LONGEST_ALIAS]
