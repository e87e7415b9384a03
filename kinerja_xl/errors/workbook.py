"""K4xx: a file that is not a readable worksheet or document."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


class WorkbookError(KinerjaError):
    """A file that cannot be taken as a worksheet of ours."""


class FileUnreadable(WorkbookError):
    """The file is missing or cannot be opened."""

    code = "K401"
    pattern = "Berkas {berkas} tidak dapat dibuka: {sebab}"
    hint = "Periksa nama berkas dan tutup berkas itu bila sedang terbuka, lalu ulangi."


class NotAWorkbook(WorkbookError):
    """Content decides the kind, never the extension."""

    code = "K402"
    pattern = "Berkas {berkas} bukan lembar kerja Excel (.xlsx) yang dapat dibaca: {sebab}"
    hint = ("Kirim lembar kerja dari folder Masuk; bila berkas ini lembar kerja yang tersimpan dalam jenis lain, "
            "simpan sebagai Buku Kerja Excel (.xlsx) lebih dahulu.")


class WorkbookUnsafe(WorkbookError):
    """Over a limit or with content that must never be parsed or run."""

    code = "K403"
    pattern = "Berkas {berkas} ditolak sebelum dibaca: {sebab}"
    hint = "Gunakan lembar kerja yang dibagikan layanan; salin isian ke berkas itu, lalu kirim kembali."


class SourceUnsafe(WorkbookError):
    """An office's own workbook, to be adopted, is over a limit or holds what must never be parsed."""

    code = "K416"
    pattern = "Berkas {berkas} tidak dibaca: {sebab}"
    hint = "Salin lembar yang memuat rencananya ke buku kerja baru, tanpa baris dan lembar lain, lalu ulangi adopsi."


class SheetMissing(WorkbookError):
    """A sheet the worksheet cannot be understood without."""

    code = "K404"
    pattern = "Berkas {berkas} tidak memuat lembar {lembar}."
    hint = "Ambil salinan terakhir dari folder Terkirim atau mintalah kepada Kasubag Perencanaan."


class TemplateBroken(WorkbookError):
    """A template lost a sheet, name or style that it needs."""

    code = "K405"
    pattern = "Templat {berkas} kehilangan: {daftar}."
    hint = "Sementara ini templat bawaan yang dipakai. Kembalikan templat asli ke folder Perencanaan/Templat."


class WorkbookDamaged(NotAWorkbook):
    """A workbook whose bytes are not whole: damaged, or still being copied."""

    code = "K406"
    pattern = "Berkas {berkas} rusak atau belum tersalin utuh: {sebab}"
    hint = "Salin berkas itu sekali lagi dari sumbernya; bila tetap gagal, gunakan salinan dari folder Terkirim."


class NamesMissing(WorkbookError):
    """Defined names are gone without which the service can neither place a worksheet nor write back into it."""

    code = "K407"
    pattern = "Berkas {berkas} kehilangan nama sel: {daftar}."
    hint = "Ambil salinan terakhir dari folder Terkirim atau mintalah kepada Kasubag Perencanaan."


class NotADocument(WorkbookError):
    """A file that was given as a Word document and is none."""

    code = "K408"
    pattern = "Berkas {berkas} bukan dokumen Word (.docx)."
    hint = "Periksa nama berkasnya, lalu ulangi."


class TemplateUnusable(WorkbookError):
    """A file in Templat that cannot be read at all, or is over a limit."""

    code = "K412"
    pattern = "Templat {berkas} tidak dapat dipakai: {sebab}"
    hint = "Sementara ini templat bawaan yang dipakai. Kembalikan templat asli ke folder Perencanaan/Templat."


class PageNumbersUnsettled(WorkbookError):
    """The contents change the pages they tell of, again and again."""

    code = "K414"
    pattern = "Nomor halaman daftar isi belum tetap setelah {putaran} kali dicetak."
    hint = "Buat dokumen tanpa PDF, lalu perbarui daftar isinya di Word: klik daftar isi, tekan F9."


class PrintUnreadable(WorkbookError):
    """What LibreOffice printed is no PDF whose bookmarks can be read."""

    code = "K415"
    pattern = "Hasil cetak PDF tidak dapat dibaca: {sebab}"
    hint = "Ulangi perintah; bila berulang, buat dokumen tanpa PDF."


class PrintFailed(WorkbookError):
    """LibreOffice is there but made no PDF of a document."""

    code = "K460"
    pattern = "LibreOffice tidak dapat mencetak {berkas}: {sebab}"
    hint = "Tutup LibreOffice di komputer layanan, lalu ulangi; bila berulang, buat dokumen tanpa --pdf."


class WorkbookTooHard(WorkbookError):
    """A file whose reading ended the process that read it, or took too long; what it is stays unknown."""

    code = "K480"
    pattern = "Berkas {berkas} tidak dapat dibaca dalam batas aman layanan: {sebab}"
    hint = "Gunakan lembar kerja yang dibagikan layanan; salin isian ke berkas itu, lalu kirim kembali."
