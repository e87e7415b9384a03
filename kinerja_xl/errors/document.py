"""K465 to K479: a Word document whose figures cannot be proven or refreshed."""

from __future__ import annotations

from kinerja_xl.errors.workbook import WorkbookError


class DocumentError(WorkbookError):
    """A document of which nothing can be proven."""


class DocumentForeign(DocumentError):
    """No document of the service, or one that lost its list of sources."""

    code = "K465"
    pattern = "Dokumen {berkas} tidak memuat daftar sumber angka dari layanan."
    hint = ("Gunakan dokumen yang dibuat layanan; bila ini salinannya, ambil lagi yang asli dari folder Perencanaan/"
            "Laporan, Cetak, atau Arsip.")


class DocumentSupposed(DocumentError):
    """A draft made from a worksheet that nobody has sent yet: no archive knows its figures."""

    code = "K466"
    pattern = ("Dokumen {berkas} masih berupa draf dari isian yang belum dikirim, sehingga angkanya belum bersumber "
               "pada arsip.")
    hint = "Kirim lembar kerjanya lebih dahulu, lalu gunakan dokumen yang dibuat layanan sesudahnya."


class DocumentOfOther(DocumentError):
    """A document of another office."""

    code = "K467"
    pattern = "Dokumen {berkas} dibuat oleh kantor lain, bukan oleh kantor di {akar}."
    hint = "Sebutkan folder kantor pembuatnya dengan --folder."


class DocumentOutside(DocumentError):
    """A document that lies in no office's folder, and no office was named."""

    code = "K468"
    pattern = "Dokumen {berkas} tidak berada di dalam folder kantor."
    hint = "Sebutkan folder kantornya, misalnya: kinerja verifikasi \"{berkas}\" --folder Kinerja"


class DocumentUnknown(DocumentError):
    """A list of sources that says something no office has: another kind, a row that is not there."""

    code = "K469"
    pattern = "Daftar sumber pada dokumen {berkas} menyebut {sebutan}, yang tidak dikenal di kantor ini."
    hint = "Gunakan dokumen asli dari folder Perencanaan/Laporan, Cetak, atau Arsip."


class FiguresWrong(DocumentError):
    """``--final`` while a figure does not lead to its source."""

    code = "K471"
    pattern = "{dokumen} belum dapat dijadikan final: {rincian}"
    hint = "Perbarui angkanya dengan --perbarui; lihat semuanya dengan: kinerja verifikasi \"{dokumen}\""


class DocumentOther(DocumentError):
    """``--perbarui`` with a document of another kind or period than the command names."""

    code = "K472"
    pattern = "Dokumen {berkas} berisi {isinya}, sedangkan yang diminta {diminta}."
    hint = "Sesuaikan jenis, tahun, dan triwulan pada perintah dengan dokumennya."


class ArchiveUnreadable(DocumentError):
    """An archived file that a document is made of is gone or damaged."""

    code = "K470"
    pattern = "Berkas arsip {jalur} hilang atau rusak, sehingga angka dari berkas itu tidak dapat dihitung ulang."
    hint = "Kembalikan berkas itu ke Arsip dari cadangan; periksa dengan: kinerja verifikasi"
