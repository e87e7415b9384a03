"""WordprocessingML as strings: runs, fields, bookmarks and paragraphs; everything staff wrote is escaped here."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from kinerja_xl.domain.naskah.kepala_naskah import is_kosong

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

_ODD = re.compile(rf'[&<>"]|{_ILLEGAL.pattern}')
_BROKEN = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")  # where a run has more than text


def legal(teks: str) -> str:
    """Return a text without the characters XML cannot hold."""
    return _ILLEGAL.sub("", teks)


def clean(teks: str) -> str:
    """Return a text without the characters XML cannot hold, escaped for an element or an attribute."""
    return escape(legal(teks), {'"': "&quot;"}) if _ODD.search(teks) else teks


def run(teks: str, rpr: str = "") -> str:
    """Return runs of a text: line breaks and tabs become Word's own."""
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    if teks and not _BROKEN.search(teks):
        return f'<w:r>{props}<w:t xml:space="preserve">{clean(teks)}</w:t></w:r>'
    pieces = []
    for number, line in enumerate(clean(teks).splitlines() or [""]):
        if number:
            pieces.append("<w:br/>")
        pieces.append("<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in line.split("\t")))
    return f"<w:r>{props}{''.join(pieces)}</w:r>" if teks else ""


def marking(teks: str) -> str:
    """Return the run property that marks a placeholder for something not filled in; "" for any other text."""
    return '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>' if is_kosong(teks) else ""


def field(instruction: str, shown: str, rpr: str = "") -> str:
    """Return a complex field with its result already filled in: nothing has to be updated on opening."""
    props = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""

    def mark(kind: str) -> str:
        return f'<w:r>{props}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r>{props}<w:instrText xml:space="preserve"> {clean(instruction)} </w:instrText></w:r>'
    return f"{mark('begin')}{code}{mark('separate')}{run(shown, rpr)}{mark('end')}"


def bookmark(number: int, name: str, inner: str) -> str:
    """Return runs inside a bookmark; ``number`` is unique in the document, ``name`` at most 40 characters."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{clean(name)}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(style: str, runs: str, ppr: str = "", *, keep_next: bool = False) -> str:
    """Return a paragraph of a style id; ``ppr`` are further properties in schema order, ``keep_next`` comes first."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{ppr}</w:pPr>{runs}</w:p>'
