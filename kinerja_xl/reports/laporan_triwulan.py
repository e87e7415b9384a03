"""The Laporan Triwulan as a Word document."""

from __future__ import annotations

from kinerja_xl.domain.laporan.laporan_triwulan import LaporanTriwulan
from kinerja_xl.domain.naskah.kepala_naskah import DATA_CONTOH, DRAF
from kinerja_xl.domain.naskah.naskah import Gaya
from kinerja_xl.domain.periods import tanggal_panjang
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.fields import running_foot
from kinerja_xl.reports.word.kop import add_kop, add_nomor
from kinerja_xl.reports.word.signature import add_signatures
from kinerja_xl.reports.word.styles import open_templat

NAMA_TEMPLAT = "Laporan Triwulan.docx"
GAYA = (*(gaya.value for gaya in Gaya if gaya is not Gaya.NARASI), "heading 1", "heading 2", "caption", "header",
        "footer", "Kepala Status", "Kop Pemerintah", "Kop Nama", "Kop Alamat", "Kop Garis", "Judul Laporan",
        "Daftar Bernomor", "Daftar Butir", "Kepala Tabel", "Nomor Kolom", "Perhatian Tabel", "Judul Kotak",
        "Isi Kotak", "Tanda Tangan", "Nama Penanda Tangan", "Tabel Laporan", "Tabel Kotak", "Tabel Polos")
"""Every style the report needs from the template."""
_KEPT = 2  # paragraphs of the closing that stay with the signatures


def write_laporan_triwulan(isi: LaporanTriwulan, templat: bytes, logo: bytes | None = None) -> bytes:
    """Return the report as .docx bytes; the same content and template give the same bytes.

    ``logo`` is the office's PNG or JPG. TemplateBroken where the template lost a style or the picture is unreadable.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.instansi.kertas_laporan)
    judul = f"Laporan Triwulan {isi.periode.romawi} Tahun {isi.periode.tahun}"
    naskah.set_header_and_footer(status_line(final=isi.final, contoh=isi.instansi.contoh),
                                 running_foot(f"{judul} – {isi.instansi.nama}"))
    naskah.set_properties(title=judul, subject="Pengumpulan Data Kinerja", author=isi.instansi.nama,
                          keywords=f"{isi.periode.label}; {'final' if isi.final else 'draf'}", hari=isi.dicetak)
    naskah.set_asal(isi.asal)
    naskah.number_tables((*isi.daftar_bab, *isi.lampiran))
    _add_first_page(naskah, isi, logo)
    for bab in isi.daftar_bab:
        naskah.add_bab(bab, keep_last=_KEPT if bab is isi.daftar_bab[-1] else 0)
    add_signatures(naskah, isi.tempat_tanggal, (isi.mengetahui, isi.disusun))
    naskah.turn(landscape=True)
    for bab in isi.lampiran:
        naskah.add_bab(bab)
    return naskah.to_bytes()


def status_line(*, final: bool, contoh: bool) -> str:
    """Return what every page says on top while the paper is a draft or its data are samples."""
    return "   |   ".join(([] if final else [DRAF.upper()]) + ([DATA_CONTOH] if contoh else []))


def _add_first_page(naskah: Naskah, isi: LaporanTriwulan, logo: bytes | None) -> None:
    add_kop(naskah, isi.kop, logo)
    for line in isi.judul:
        naskah.add_paragraph("Judul Laporan", line)
    add_nomor(naskah, isi.nomor)
    naskah.add_paragraph("Keterangan Tabel", f"Keadaan data per {tanggal_panjang(isi.dicetak)}",
                         '<w:spacing w:after="80"/><w:jc w:val="center"/>')
    naskah.add_xml(naskah.table(isi.ikhtisar))
