"""The LKjIP as a Word document: cover, front matter in roman numbers, chapters and attachments in arabic ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja
from kinerja_xl.domain.naskah.kepala_naskah import PenandaTangan
from kinerja_xl.domain.naskah.naskah import Bab, Baris, Gaya, Kolom, Rata, Tabel, sel
from kinerja_xl.reports.laporan_triwulan import GAYA as GAYA_TRIWULAN
from kinerja_xl.reports.laporan_triwulan import status_line
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.fields import part_foot
from kinerja_xl.reports.word.kop import logo_run
from kinerja_xl.reports.word.page_numbers import Write
from kinerja_xl.reports.word.sections import NomorHalaman
from kinerja_xl.reports.word.signature import add_signatures
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.toc import JenisDaftar
from kinerja_xl.reports.word.xml_text import paragraph

NAMA_TEMPLAT = "Laporan Kinerja.docx"
GAYA = (*GAYA_TRIWULAN, Gaya.NARASI.value, "heading 3", "heading 4", "Judul Sampul", "Isi Sampul")
"""Every style the report needs from the template."""
_DAFTAR = (("DAFTAR ISI", JenisDaftar.ISI), ("DAFTAR TABEL", JenisDaftar.TABEL), ("DAFTAR GAMBAR", JenisDaftar.GAMBAR))
_HIGH = '<w:spacing w:before="2400" w:after="480"/>'
_BETWEEN = '<w:spacing w:before="960"/>'
_LOGO = 40  # mm


def write_laporan_kinerja(isi: LaporanKinerja, templat: bytes, logo: bytes | None = None,
                          pages: Mapping[str, int] | None = None) -> bytes:
    """Return the report as .docx bytes; the same content and template give the same bytes.

    ``pages`` are those of a print (``page_numbers.settle_pages``); without them the contents bear no numbers. ``logo``
    is the office's PNG or JPG. TemplateBroken where the template lost a style or the picture is unreadable.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.instansi.kertas_laporan, pages=pages or {})
    judul = f"Laporan Kinerja Tahun {isi.tahun}"
    naskah.set_header_and_footer(status_line(final=isi.final, contoh=isi.instansi.contoh),
                                 part_foot(f"{judul} – {isi.instansi.nama}"))
    naskah.set_asal(isi.asal)
    naskah.set_properties(title=judul, subject="Laporan Kinerja Instansi Pemerintah (LKjIP)", author=isi.instansi.nama,
                          keywords=f"{isi.tahun}; {'final' if isi.final else 'draf'}", hari=isi.dicetak)
    naskah.number_tables(isi.isi)
    _add_cover(naskah, isi, logo)
    _add_front(naskah, isi)
    naskah.start_part(NomorHalaman.ARAB)
    for bab in (*isi.daftar_bab, *isi.lampiran):
        naskah.add_bab(bab)
    return naskah.to_bytes()


def writer_of(isi: LaporanKinerja, templat: bytes, logo: bytes | None = None) -> Write:
    """Return how the report is written once its pages are known."""
    return partial(write_laporan_kinerja, isi, templat, logo)


def _add_cover(naskah: Naskah, isi: LaporanKinerja, logo: bytes | None) -> None:
    naskah.start_part(NomorHalaman.TANPA)
    style = naskah.templat.id("Isi Sampul")
    naskah.add_xml(paragraph(style, "" if logo is None else logo_run(naskah, logo, _LOGO), _HIGH))
    title, short, tahun, nama, pemerintah, terbit = isi.sampul
    for line in (title, short, tahun):
        naskah.add_paragraph("Judul Sampul", line)
    for number, line in enumerate((nama, pemerintah, terbit)):
        naskah.add_paragraph("Isi Sampul", line, "" if number else _BETWEEN)


def _add_front(naskah: Naskah, isi: LaporanKinerja) -> None:
    naskah.start_part(NomorHalaman.ROMAWI)
    naskah.add_bab(isi.pernyataan, keep_last=1)
    add_signatures(naskah, f"{isi.instansi.tempat}, {'…' * 8}", (None, isi.inspektur))
    naskah.add_bab(isi.pengantar, keep_last=2)
    add_signatures(naskah, isi.tempat_tanggal, (None, isi.kepala))
    _add_paraf(naskah, isi.paraf)
    naskah.add_bab(isi.ikhtisar)
    for judul, jenis in _DAFTAR:
        naskah.add_bab(Bab("", judul, ()))
        naskah.add_contents(jenis)


def _add_paraf(naskah: Naskah, daftar: Iterable[PenandaTangan]) -> None:
    """Room for the initials of those who looked at the report before it is signed."""
    kolom = (Kolom("Paraf Koordinasi", 45), Kolom("Nama", 35), Kolom("Paraf", 20, Rata.TENGAH))
    rows = tuple(Baris((sel(signer.jabatan.rstrip(",")), sel(signer.nama), sel("\n"))) for signer in daftar)
    tabel = Tabel("paraf", "", kolom, rows, utuh=True)
    naskah.add_paragraph("Tanda Tangan", "")
    naskah.add_xml(naskah.table(tabel))
