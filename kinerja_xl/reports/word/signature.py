"""Signature blocks: rows that hold together and hold on to the text above them (domain facts 6.3)."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.domain.naskah.kepala_naskah import PenandaTangan
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.styles import Templat
from kinerja_xl.reports.word.table_xml import cell, table, table_row
from kinerja_xl.reports.word.widths import share_width
from kinerja_xl.reports.word.xml_text import marking, paragraph, run


def add_signatures(naskah: Naskah, tempat_tanggal: str, pairs: Sequence[PenandaTangan | None]) -> None:
    """Append signatures side by side, place and date above the right one; None leaves a side empty.

    Every paragraph is kept with the next: the block is never split and never opens a page without text above it,
    where that text is kept with it too.
    """
    templat = naskah.templat
    widths = share_width([1] * len(pairs), naskah.width)

    def row(texts: Sequence[str], style: str = "Tanda Tangan") -> str:
        paragraphs = (paragraph(templat.id(style), run(text, marking(text))) for text in texts)
        return table_row("".join(cell(w, p) for w, p in zip(widths, paragraphs, strict=True)))

    def texts_of(field: str) -> list[str]:
        return [getattr(signer, field) if signer else "" for signer in pairs]

    gap = "".join(cell(w, paragraph(templat.id("Tanda Tangan"), "") * 4) for w in widths)
    rows = [row(["", tempat_tanggal] if len(pairs) > 1 else [tempat_tanggal])]
    if any(texts_of("pembuka")):
        rows.append(row(texts_of("pembuka")))
    rows.append(row(texts_of("jabatan")))
    if any(texts_of("keterangan")):
        rows.append(row(texts_of("keterangan")))
    rows += [table_row(gap), row(texts_of("nama"), "Nama Penanda Tangan"),
             row(texts_of("pangkat")), row(texts_of("nip"))]
    naskah.add_paragraph("Tanda Tangan", "")
    naskah.add_xml(table(templat.id("Tabel Polos"), widths, "".join(rows), first_row=False))


def signature_cell(templat: Templat, signer: PenandaTangan, tempat_tanggal: str) -> str:
    """Return one signature as paragraphs for a cell of a form."""
    def line(text: str, style: str = "Tanda Tangan") -> str:
        return paragraph(templat.id(style), run(text, marking(text))) if text else ""

    gap = paragraph(templat.id("Tanda Tangan"), "") * 3
    return (line(tempat_tanggal) + line(signer.jabatan) + line(signer.keterangan) + gap
            + line(signer.nama, "Nama Penanda Tangan") + line(signer.pangkat) + line(signer.nip))
