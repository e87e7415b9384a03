"""The letter that goes with a quarter's report as a Word document."""

from __future__ import annotations

from kinerja_xl.domain.laporan.surat_pengantar import SuratPengantar
from kinerja_xl.reports.laporan_triwulan import GAYA, NAMA_TEMPLAT, status_line
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.kop import add_kop
from kinerja_xl.reports.word.signature import add_signatures
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.table_xml import cell, table, table_row
from kinerja_xl.reports.word.xml_text import paragraph, run

_SHARES = (0.12, 0.5)  # of the text width: the names of the lines, and what they say; the address has the rest


def write_surat_pengantar(isi: SuratPengantar, templat: bytes, logo: bytes | None = None) -> bytes:
    """Return the letter as .docx bytes; the same content and template give the same bytes.

    TemplateBroken where the template lost a style or the picture is unreadable.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.instansi.kertas_surat)
    judul = f"Surat Pengantar Triwulan {isi.periode.romawi} Tahun {isi.periode.tahun}"
    naskah.set_header_and_footer(status_line(final=isi.final, contoh=isi.instansi.contoh), "")
    naskah.set_asal(isi.asal)
    naskah.set_properties(title=judul, subject="Penyampaian Laporan Triwulan", author=isi.instansi.nama,
                          keywords=isi.periode.label, hari=isi.dicetak)
    naskah.number_tables((isi.pembuka, *isi.daftar_bagian))
    add_kop(naskah, isi.kop, logo)
    _add_head(naskah, isi)
    naskah.add_blocks(isi.pembuka.daftar_blok)
    for bagian in isi.daftar_bagian:
        naskah.add_bagian(bagian)
    naskah.add_blocks(isi.penutup.daftar_blok, keep_last=1)
    add_signatures(naskah, "", (None, isi.penanda))
    return naskah.to_bytes()


def _add_head(naskah: Naskah, isi: SuratPengantar) -> None:
    """Number, kind, attachments and subject on the left; place, date and address on the right."""
    style = naskah.templat.id("Isi Laporan")
    names, said = (int(naskah.width * share) for share in _SHARES)
    widths = [names, said, naskah.width - names - said]

    def lines(texts: tuple[str, ...]) -> str:
        return "".join(paragraph(style, run(text), '<w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>')
                       for text in texts)

    cells = (cell(widths[0], lines(tuple(name for name, _ in isi.kepala)))
             + cell(widths[1], lines(tuple(f": {text}" for _, text in isi.kepala)))
             + cell(widths[2], lines((isi.tempat_tanggal, "", *isi.kepada))))
    naskah.add_xml(table(naskah.templat.id("Tabel Polos"), widths, table_row(cells), first_row=False))
    naskah.add_paragraph("Isi Laporan", "")
