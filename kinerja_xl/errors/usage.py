"""K9xx: what was asked for cannot be done."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


class UsageError(KinerjaError):
    """What was asked for cannot be done."""


class UnknownBerkas(UsageError):
    """No such berkas in the ledger."""

    code = "K901"
    pattern = "Berkas {berkas} tidak dikenal di kantor ini."
    hint = "Lihat daftar berkas dengan: kinerja status"


class AlreadyIssued(UsageError):
    """Each berkas of a quarter is issued once."""

    code = "K902"
    pattern = "Lembar Kerja {periode} sudah diterbitkan."
    hint = "Lihat kedudukannya dengan: kinerja status"


class UnknownOption(UsageError):
    """A value on the command line that means nothing."""

    code = "K903"
    pattern = "{nama} tidak dikenal: {nilai}."
    hint = "Lihat pilihan yang tersedia dengan: kinerja --help"


class WrongMoment(UsageError):
    """A value of ``--sekarang`` that is no moment."""

    code = "K911"
    pattern = "Pilihan --sekarang “{nilai}” bukan waktu."
    hint = "Tulis tahun, bulan, hari, dan jam, misalnya 2026-04-10T08:00."


class OutputExists(UsageError):
    """No document overwrites a file that a person wrote or changed."""

    code = "K904"
    pattern = "Berkas {jalur} sudah ada dan tidak ditimpa."
    hint = "Pilih nama lain dengan -o."


class OutputFolderMissing(UsageError):
    """No command makes a folder that was perhaps only misspelt."""

    code = "K919"
    pattern = "Folder {folder} tidak ada, sehingga dokumen tidak ditulis."
    hint = "Buat folder itu lebih dahulu, atau pilih folder lain dengan -o."


class NothingToReport(UsageError):
    """There is no accepted data yet for the document."""

    code = "K905"
    pattern = "Belum ada data untuk {dokumen}."
    hint = "Tunggu sampai lembar kerja diserahkan; lihat kedudukannya dengan: kinerja status"


class ReportIncomplete(UsageError):
    """``--final`` while a placeholder stands."""

    code = "K906"
    pattern = "{dokumen} belum dapat dijadikan final: {rincian}"
    hint = "Lengkapi bagian yang disebutkan, lalu ulangi dengan --final."


class AskedService(UsageError):
    """What the running service answered when it could not do what a command asked for."""

    code = "K907"
    pattern = "Layanan menjawab: {kode} {pesan}"
    hint = "{petunjuk}"


class DemoStopped(UsageError):
    """The demo waited in vain, or its service ended."""

    code = "K908"
    pattern = "Permainan contoh berhenti: {sebab}."
    hint = "Lihat catatan layanan di {log}, lalu ulangi: kinerja demo"


class ActImpossible(UsageError):
    """The SOP has no such act for the berkas as it stands now."""

    code = "K909"
    pattern = "Tindakan {tindakan} tidak dapat dilakukan: berkas {berkas} berstatus {status}."
    hint = "Lihat kedudukan berkas dengan: kinerja status"


class NoteMissing(UsageError):
    """An act whose reason must be told."""

    code = "K910"
    pattern = "Tindakan {tindakan} memerlukan catatan."
    hint = "Tulis alasannya, misalnya: --catatan \"Angka bulan Maret dikoreksi.\""


class YearClosed(UsageError):
    """An act on something of a year that was closed."""

    code = "K930"
    pattern = "Tahun {tahun} sudah ditutup pada {tanggal}, sehingga {apa} tidak dapat dilakukan."
    hint = "Perubahan sesudah tahun ditutup dicatat pada tahun berikutnya."


class YearUnfinished(UsageError):
    """The year cannot be closed, or its LKjIP be made final, while something of it is still open."""

    code = "K931"
    pattern = "{apa} belum dapat dilakukan: {sebab}."
    hint = "{langkah}"


class QuarterNeeded(UsageError):
    """A paper of a quarter was asked for without saying which."""

    code = "K932"
    pattern = "Dokumen {jenis} memerlukan --triwulan."
    hint = "Tambahkan --triwulan 1 sampai 4."


class PrinterMissing(UsageError):
    """LibreOffice, which makes the PDF and tells the pages of the contents, is not on this PC."""

    code = "K933"
    pattern = ("LibreOffice tidak ditemukan di komputer ini, sehingga PDF tidak dibuat dan daftar isi tidak bernomor "
               "halaman.")
    hint = "Pasang LibreOffice, atau di Word klik daftar isi lalu tekan F9 dan simpan sebagai PDF."


class SeveralDrafts(UsageError):
    """Several drafts were changed by people; which of them is to become final has to be said."""

    code = "K934"
    pattern = "Lebih dari satu DRAF di {folder} pernah diubah: {daftar}."
    hint = "Pindahkan yang tidak dipakai ke folder lain, lalu ulangi dengan --final."
