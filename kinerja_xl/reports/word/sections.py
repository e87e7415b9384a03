"""The parts of a long paper: a cover without page number, front matter in roman numbers, chapters in arabic ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lxml import etree

from kinerja_xl.reports.word.xml_text import NS

_W = f"{{{NS['w']}}}"
_AFTER = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
          "printerSettings", "sectPrChange")  # what follows pgNumType in a section
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class NomorHalaman(Enum):
    """How the pages of a part are numbered, each part from 1; the value is Word's name for it."""

    TANPA = ""  # a cover: no foot line
    ROMAWI = "lowerRoman"
    ARAB = "decimal"


@dataclass(frozen=True)
class Bagian:
    """A part of the document and the bookmark at its beginning."""

    nomor: NomorHalaman
    anchor: str


def set_numbering(section: etree._Element, nomor: NomorHalaman, *, restart: bool) -> None:
    """Give a section its page numbers; ``restart`` for the first section of a part, the others go on counting."""
    for old in section.findall(f"{_W}pgNumType"):
        section.remove(old)
    if nomor is NomorHalaman.TANPA:
        for foot in section.findall(f"{_W}footerReference"):
            section.remove(foot)
        return
    numbers = etree.Element(f"{_W}pgNumType")
    numbers.set(f"{_W}fmt", nomor.value)
    if restart:
        numbers.set(f"{_W}start", "1")
    following = next((child for child in section if etree.QName(child).localname in _AFTER), None)
    if following is None:
        section.append(numbers)
    else:
        following.addprevious(numbers)


def page_label(nomor: NomorHalaman, page: int) -> str:
    """Return the number a page bears, ``iv`` or ``12``; "" where it bears none."""
    if nomor is NomorHalaman.TANPA:
        return ""
    return roman(page) if nomor is NomorHalaman.ROMAWI else str(page)


def roman(number: int) -> str:
    """Return a number from 1 on in small roman figures, as Word prints them."""
    text = ""
    for value, figure in _ROMAN:
        text += figure * (number // value)
        number %= value
    return text
