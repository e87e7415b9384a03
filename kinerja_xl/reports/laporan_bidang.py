"""Bahan Laporan Data Kinerja and Laporan Data Kinerja as Word documents, in the look of the Laporan Triwulan."""

from __future__ import annotations

from kinerja_xl.domain.laporan.laporan_bidang import LaporanBidang
from kinerja_xl.domain.naskah.kepala_naskah import DATA_CONTOH, DRAF, kode_naskah, scan_rule
from kinerja_xl.reports.laporan_triwulan import GAYA, NAMA_TEMPLAT
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.fields import running_foot
from kinerja_xl.reports.word.kop import add_kop, add_nomor
from kinerja_xl.reports.word.signature import add_signatures
from kinerja_xl.reports.word.styles import open_templat


def write_laporan_bidang(isi: LaporanBidang, templat: bytes, logo: bytes | None = None) -> bytes:
    """Return the paper as .docx bytes, landscape; the same content and template give the same bytes.

    ``logo`` is the office's PNG or JPG. TemplateBroken where the template lost a style or the picture is unreadable.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.instansi.kertas_laporan, landscape=True)
    name = f"{isi.jenis} {isi.unit} Triwulan {isi.periode.romawi} Tahun {isi.periode.tahun}"
    status = "   |   ".join(filter(None, (DRAF.upper() if isi.draf else "", isi.status,
                                          DATA_CONTOH if isi.instansi.contoh else "")))
    naskah.set_header_and_footer(status, running_foot(f"{name}   ·   {kode_naskah(isi.kode)}"))
    naskah.set_properties(title=name, subject="Pengumpulan Data Kinerja", author=isi.instansi.nama, keywords=isi.kode,
                          hari=isi.tanggal)
    naskah.set_asal(isi.asal)
    naskah.number_tables(isi.daftar_bagian)
    add_kop(naskah, isi.kop, logo)
    for line in isi.judul:
        naskah.add_paragraph("Judul Laporan", line)
    if isi.nomor:
        add_nomor(naskah, isi.nomor)
    naskah.add_xml(naskah.table(isi.identitas))
    for bagian in isi.daftar_bagian:
        naskah.add_bagian(bagian, keep_last=2 if bagian is isi.daftar_bagian[-1] else 0)
    # above the signatures: LibreOffice keeps nothing below a table with its last row, so the line could stand alone
    naskah.add_paragraph("Keterangan Tabel", scan_rule(isi.kode, draf=isi.draf),
                         '<w:keepNext/><w:spacing w:before="240"/>')
    add_signatures(naskah, isi.tempat_tanggal, isi.penanda)
    return naskah.to_bytes()
