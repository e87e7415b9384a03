"""The Lembar Disposisi as a Word document: the classic form on one page (domain facts 6.1)."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.domain.naskah.kepala_naskah import DATA_CONTOH, DRAF, kode_naskah, scan_rule
from kinerja_xl.domain.naskah.naskah import Kolom
from kinerja_xl.domain.naskah.naskah_disposisi import NaskahDisposisi, Pilihan
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.kop import add_kop
from kinerja_xl.reports.word.sample_tables import column_shares, find_sample
from kinerja_xl.reports.word.signature import signature_cell
from kinerja_xl.reports.word.styles import Templat, open_templat
from kinerja_xl.reports.word.table_xml import cell, table, table_row
from kinerja_xl.reports.word.widths import share_width
from kinerja_xl.reports.word.xml_text import marking, paragraph, run

NAMA_TEMPLAT = "Lembar Disposisi.docx"
GAYA = ("header", "footer", "Kepala Status", "Kop Pemerintah", "Kop Nama", "Kop Alamat", "Kop Garis", "Judul Formulir",
        "Isi Formulir", "Label Formulir", "Pilihan Formulir", "Kaki Formulir", "Tanda Tangan",
        "Nama Penanda Tangan", "Kotak Pilihan", "Tabel Formulir", "Tabel Polos")
"""Every style the form needs from the template."""
_KOLOM = tuple(Kolom(judul, lebar) for judul, lebar in
               (("Label kiri", 17), ("Isi kiri", 34), ("Label kanan", 19), ("Isi kanan", 30)))
_MARGIN = 160  # of a cell, both sides
_HANG = 340


def write_lembar_disposisi(isi: NaskahDisposisi, templat: bytes, logo: bytes | None = None) -> bytes:
    """Return the form as .docx bytes; the same content and template give the same bytes.

    ``logo`` is the office's PNG or JPG. TemplateBroken where the template lost a style or the picture is unreadable.
    """
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), isi.kertas)
    status = filter(None, (DRAF.upper() if isi.draf else "", DATA_CONTOH if isi.contoh else ""))
    naskah.set_header_and_footer("   |   ".join(status), run(kode_naskah(isi.kode)))
    naskah.set_properties(title=f"Lembar Disposisi {isi.langkah}", subject=isi.perihal, author=isi.kop.nama,
                          keywords=isi.kode, hari=isi.tanggal)
    add_kop(naskah, isi.kop, logo)
    naskah.add_paragraph("Judul Formulir", "LEMBAR DISPOSISI")
    naskah.add_xml(_Form(naskah, isi).table())
    proof = f" Dicatat menurut pindaian naskah bertanda tangan (sha256 {isi.pindaian[:12]})." if isi.pindaian else ""
    naskah.add_paragraph("Kaki Formulir", f"{isi.langkah} SOP Pengumpulan Data Kinerja. {kode_naskah(isi.kode)}. "
                         f"{scan_rule(isi.kode, draf=isi.draf)}{proof}")
    return naskah.to_bytes()


class _Form:
    """The rows of the form on a grid of two pairs of label and value."""

    def __init__(self, naskah: Naskah, isi: NaskahDisposisi) -> None:
        self.isi = isi
        self.templat: Templat = naskah.templat
        self.widths = share_width(column_shares(find_sample(self.templat.contoh, _KOLOM), _KOLOM), naskah.width)

    def table(self) -> str:
        """Return the whole form."""
        isi = self.isi
        rows = [
            self._pairs("Surat dari", isi.surat_dari, "Diterima tanggal", isi.diterima_tanggal),
            self._pairs("Nomor surat", isi.nomor_surat, "Nomor agenda", isi.nomor_agenda),
            table_row(self._label("Tanggal surat", 0) + self._value(isi.tanggal_surat, 1) + self._label("Sifat", 2)
                      + cell(self.widths[3], self._boxes(isi.sifat))),
            self._wide("Perihal", isi.perihal), self._wide("Dasar", isi.dasar),
            self._wide("Lampiran", ", ".join(isi.kelengkapan)), self._wide("Batas waktu", isi.batas_waktu),
            self._halves(self._titled("Diteruskan kepada Saudara:", isi.daftar_tujuan),
                         self._titled("Dengan hormat harap:", isi.daftar_harapan))]
        if isi.keputusan:
            rows.append(table_row(self._label("Keputusan", 0) + cell(
                sum(self.widths[1:]), self._boxes(isi.keputusan), span=3)))
        if isi.rangkap:
            rows.append(self._wide("Rangkap jabatan", f"Pemberi disposisi juga menjabat {'; '.join(isi.rangkap)}"))
        rows += [self._notes(), self._halves(self._receipt(), signature_cell(
            self.templat, isi.penanda_tangan, isi.tempat_tanggal))]
        return table(self.templat.id("Tabel Formulir"), self.widths, "".join(rows), title="Lembar Disposisi",
                     first_row=False)

    def _text(self, text: str, style: str = "Isi Formulir") -> str:
        return paragraph(self.templat.id(style), run(text, marking(text)))

    def _label(self, text: str, column: int) -> str:
        return cell(self.widths[column], self._text(text, "Label Formulir"))

    def _value(self, text: str, column: int, span: int = 1) -> str:
        return cell(sum(self.widths[column:column + span]), self._text(text), span=span)

    def _pairs(self, label: str, value: str, other_label: str, other_value: str) -> str:
        return table_row(self._label(label, 0) + self._value(value, 1) + self._label(other_label, 2)
                         + self._value(other_value, 3))

    def _wide(self, label: str, value: str) -> str:
        return table_row(self._label(label, 0) + self._value(value, 1, 3))

    def _halves(self, left: str, right: str) -> str:
        return table_row(cell(sum(self.widths[:2]), left, span=2) + cell(sum(self.widths[2:]), right, span=2))

    def _boxes(self, daftar: Sequence[Pilihan]) -> str:
        """One line with a box each; an empty choice is a line to write on."""
        glyph = f'<w:rStyle w:val="{self.templat.id("Kotak Pilihan")}"/>'
        lines = ""
        for pilihan in daftar:
            box = run("☑" if pilihan.dipilih else "☐", glyph)
            tabs = "" if pilihan.teks else _leader(sum(self.widths[2:]) - _MARGIN, _HANG)
            lines += paragraph(self.templat.id("Pilihan Formulir"),
                               box + run("\t") + run(pilihan.teks or "\t", marking(pilihan.teks)), tabs)
        return lines

    def _titled(self, title: str, daftar: Sequence[Pilihan]) -> str:
        return self._text(title, "Label Formulir") + self._boxes(daftar)

    def _notes(self) -> str:
        """The official's note, or lines to write one by hand."""
        note = "".join(self._text(line) for line in self.isi.catatan.splitlines() if line.strip())
        return table_row(cell(sum(self.widths), self._text("Catatan:", "Label Formulir")
                              + (note or self._blank() * 2), span=4))

    def _blank(self) -> str:
        """A dotted line over the whole width, to write on."""
        return paragraph(self.templat.id("Isi Formulir"), run("\t"), _leader(sum(self.widths) - _MARGIN))

    def _receipt(self) -> str:
        return (self._text("Tanda terima", "Label Formulir")
                + "".join(paragraph(self.templat.id("Isi Formulir"), run(f"{word}\t: \t"),
                                    _leader(sum(self.widths[:2]) - 4 * _MARGIN, 900))
                          for word in ("Nama", "Tanggal", "Paraf")))


def _leader(end: int, *stops: int) -> str:
    """Tab stops: plain ones, then one with a dotted line up to ``end`` twips."""
    plain = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops)
    return f'<w:tabs>{plain}<w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>'
