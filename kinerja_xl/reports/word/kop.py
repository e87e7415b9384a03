"""The letterhead: the arms left, the text truly centred, a thick and a thin rule below (domain facts 6.2)."""

from __future__ import annotations

import io

from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm
from lxml import etree

from kinerja_xl.domain.naskah.kepala_naskah import Kop
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.table_xml import cell, table, table_row
from kinerja_xl.reports.word.xml_text import marking, paragraph, run

_SHARE = 0.14  # of the text width, on both sides, so that the text stands in the middle of the page


def add_kop(naskah: Naskah, kop: Kop, logo: bytes | None) -> None:
    """Append the letterhead; an address that is a placeholder is marked, never left out."""
    templat = naskah.templat
    lines = paragraph(templat.id("Kop Pemerintah"), run(kop.pemerintah))
    lines += paragraph(templat.id("Kop Nama"), run(kop.nama))
    for line in kop.alamat:
        lines += paragraph(templat.id("Kop Alamat"), run(line, marking(line)))
    if logo is None:
        naskah.add_xml(lines)
    else:
        side = int(naskah.width * _SHARE)
        widths = [side, naskah.width - 2 * side, side]
        style = templat.id("Kop Alamat")
        cells = (cell(widths[0], paragraph(style, logo_run(naskah, logo)), valign="center")
                 + cell(widths[1], lines, valign="center") + cell(widths[2], paragraph(style, "")))
        naskah.add_xml(table(templat.id("Tabel Polos"), widths, table_row(cells), first_row=False))
    naskah.add_paragraph("Kop Garis", "")


def add_nomor(naskah: Naskah, nomor: str) -> None:
    """Append the number of the paper below its title, with room for the agenda clerk to write in."""
    naskah.add_paragraph("Tanda Tangan", f"Nomor: {nomor}", '<w:spacing w:before="60" w:after="160"/>')


def logo_run(naskah: Naskah, logo: bytes, tinggi: int = 22) -> str:
    """Return the arms, ``tinggi`` mm high, as an inline picture with its description; TemplateBroken for no picture."""
    try:
        inline = naskah.templat.dokumen.part.new_pic_inline(io.BytesIO(logo), height=Mm(tinggi))
    except UnrecognizedImageError as error:
        raise TemplateBroken(berkas="logo instansi", daftar="gambar PNG atau JPG yang dapat dibaca") from error
    inline.docPr.set("id", str(naskah.next_id()))
    inline.docPr.set("name", "Lambang daerah")
    inline.docPr.set("descr", "Lambang daerah")
    return f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
