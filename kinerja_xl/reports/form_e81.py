"""Form E.81 as a Word document: one wide table on lying pages, the block and two signatures below it."""

from __future__ import annotations

from kinerja_xl.domain.e81.form_e81 import FormE81
from kinerja_xl.domain.naskah.naskah import Gaya
from kinerja_xl.reports.laporan_triwulan import GAYA, status_line
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.fields import running_foot
from kinerja_xl.reports.word.signature import add_signatures
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.table_xml import table_xml
from kinerja_xl.reports.word.xml_text import paragraph

NAMA_TEMPLAT = "Form E.81.docx"


def write_form_e81(isi: FormE81, templat: bytes, _logo: bytes | None = None) -> bytes:
    """Return the form as .docx bytes; the same content and template give the same bytes.

    The form has no letterhead. TemplateBroken where the template lost a style.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.instansi.kertas_surat, landscape=True)
    judul = f"Form E.81 Triwulan {isi.periode.romawi} Tahun {isi.periode.tahun}"
    naskah.set_header_and_footer(status_line(final=isi.final, contoh=isi.instansi.contoh),
                                 running_foot(f"{judul} – {isi.instansi.nama}"))
    naskah.set_asal(isi.asal)
    naskah.set_properties(title=judul, subject="Evaluasi terhadap hasil Renja Perangkat Daerah",
                          author=isi.instansi.nama, keywords=isi.periode.label, hari=isi.dicetak)
    for line in isi.judul:
        naskah.add_paragraph("Judul Laporan", line)
    naskah.add_xml(naskah.table(isi.tabel))
    for isi_kaki in isi.kaki:
        naskah.add_xml(paragraph(naskah.templat.id(isi_kaki.gaya.value), naskah.runs(isi_kaki),
                                 keep_next=isi_kaki.gaya is Gaya.ISI))
    naskah.add_paragraph("Keterangan Tabel", "Keterangan predikat kinerja:", keep_next=True)
    naskah.add_xml(table_xml(isi.skala, naskah.width // 3, naskah.height, naskah.templat, naskah.runs))
    add_signatures(naskah, isi.tempat_tanggal, (isi.dievaluasi, isi.disusun))
    return naskah.to_bytes()
