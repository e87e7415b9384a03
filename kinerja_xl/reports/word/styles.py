"""Templates: their styles found by name, so that an office may restyle them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError

from kinerja_xl.domain.naskah.naskah import Gaya
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.reports.word.sample_tables import Contoh, read_samples
from kinerja_xl.reports.word.xml_text import NS, clean

_W = f"{{{NS['w']}}}"
_TABEL = "Tabel Laporan"
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
GAYA_TABEL: Mapping[Gaya, str] = {Gaya.PERHATIAN: "Perhatian Tabel", Gaya.ISI: "Isi Tabel"}
"""What a paragraph's style becomes inside a table."""


@dataclass(frozen=True)
class Templat:
    """An opened template: its style ids by name, column widths of its sample tables, colour of table headings."""

    dokumen: Document
    gaya: Mapping[str, str]
    contoh: tuple[Contoh, ...] = ()
    warna_kepala: str = "D9E2F3"

    def id(self, nama: str) -> str:
        """Return the id of a style, which Word and LibreOffice may have changed, by its name; escaped for XML."""
        return self.gaya[nama]

    def in_table(self, gaya: Gaya) -> str:
        """Return the style id of a paragraph inside a table."""
        return self.id(GAYA_TABEL.get(gaya, gaya.value))


def open_templat(data: bytes, nama: str, needed: Iterable[str]) -> Templat:
    """Return a template ready to be written to: its sample body removed, page setup, header and footer kept.

    TemplateBroken where the bytes are no Word document or a needed style is gone.
    """
    try:
        dokumen = docx.Document(io.BytesIO(data))
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError) as error:
        raise TemplateBroken(berkas=nama, daftar="isi dokumen Word (.docx) yang dapat dibaca") from error
    ids = {element.find(f"{_W}name").get(f"{_W}val"): clean(element.get(f"{_W}styleId", ""))
           for element in dokumen.styles.element.iterfind(f"{_W}style") if element.find(f"{_W}name") is not None}
    missing = [style for style in needed if style not in ids]
    if missing:
        raise TemplateBroken(berkas=nama, daftar=f"gaya {', '.join(missing)}")
    body = dokumen.element.body
    contoh = read_samples(body)
    for element in [child for child in body if child.tag != f"{_W}sectPr"]:
        body.remove(element)
    return Templat(dokumen, ids, contoh, _heading_colour(dokumen, ids))


def _heading_colour(dokumen: Document, ids: Mapping[str, str]) -> str:
    """The colour that "Tabel Laporan" gives a first row: the second and third row of a heading take it too."""
    fills = dokumen.styles.element.xpath(
        f'w:style[@w:styleId="{ids.get(_TABEL, "")}"]/w:tblStylePr[@w:type="firstRow"]/w:tcPr/w:shd/@w:fill')
    return str(fills[0]) if fills and _RGB.fullmatch(str(fills[0])) else ""
