"""K61x to K65x: a press of one of the ribbon's buttons."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


class RibbonError(KinerjaError):
    """A press of a ribbon button that cannot be carried out; K610 to K669."""


class HostUnknown(RibbonError):
    """Neither Excel nor Calc says that it has started this."""

    code = "K610"
    pattern = "Tombol ini tidak tersambung dengan Excel atau LibreOffice Calc."
    hint = "Tutup program itu, buka lagi lembar kerjanya, lalu tekan tombolnya sekali lagi."


class NoBookOpen(RibbonError):
    """The press came from a window without a workbook."""

    code = "K611"
    pattern = "Tidak ada buku kerja yang terbuka di {program}."
    hint = "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi."


class BookNeverSaved(RibbonError):
    """A workbook without a file."""

    code = "K612"
    pattern = "Buku kerja “{nama}” belum pernah disimpan."
    hint = "Simpan dahulu buku kerja itu, atau buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi."


class BookOnline(RibbonError):
    """OneDrive and SharePoint show an address in place of a path."""

    code = "K613"
    pattern = "Buku kerja “{nama}” dibuka dari penyimpanan daring ({alamat}), bukan dari folder kantor."
    hint = "Tutup buku kerja itu, lalu buka lembar kerja dari folder bersama kantor, bukan dari OneDrive."


class ProtectedView(RibbonError):
    """Excel shows the workbook without letting anybody work in it."""

    code = "K614"
    pattern = "Buku kerja “{nama}” dibuka dalam Tampilan Terproteksi."
    hint = "Klik Aktifkan Pengeditan di atas lembarnya, lalu tekan tombolnya sekali lagi."


class OpenedReadOnly(RibbonError):
    """Opened read-only, so that nothing can be written into it."""

    code = "K615"
    pattern = "Buku kerja “{nama}” dibuka hanya untuk dibaca."
    hint = "Tutup buku kerja itu, buka lagi dari folder Masuk tanpa pilihan hanya-baca, lalu tekan tombolnya lagi."


class HostBusy(RibbonError):
    """Excel answers no program: a cell is in edit mode, a dialog is open, or it calculates."""

    code = "K616"
    pattern = "{program} sedang sibuk: sebuah sel masih diketik, atau sebuah kotak dialog menunggu jawaban."
    hint = "Tekan Enter atau Esc, tutup kotak dialog yang terbuka, lalu tekan tombolnya sekali lagi."


class NotALembarKerja(RibbonError):
    """The workbook on screen has no sheet Disposisi, or has lost what the buttons go by."""

    code = "K617"
    pattern = "Buku kerja “{nama}” bukan lembar kerja kinerja: {sebab}."
    hint = "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi."


class ActionUnknown(RibbonError):
    """A button whose function this version does not have: add-in and program are of different versions."""

    code = "K618"
    pattern = "Tombol “{aksi}” belum dapat dipakai di versi ini."
    hint = "Perbarui program Kinerja di komputer ini, lalu jalankan: kinerja pasang"


class NotInInbox(RibbonError):
    """The main button and Kembalikan act on the worksheet that waits in Masuk, and on nothing else."""

    code = "K619"
    pattern = "Berkas “{nama}” {keadaan}."
    hint = "{langkah}"


class StepFolderMissing(RibbonError):
    """The folder by which this step acts does not stand beside Masuk: another role's step, or a broken share."""

    code = "K620"
    pattern = "Pada langkah ini lembar kerja diteruskan lewat folder {jalan}, tetapi folder itu tidak ada di {peran}."
    hint = "Lihat pemegangnya dengan tombol Status; bila memang di tangan Anda, periksa sambungan ke folder kantor."


class NameTaken(RibbonError):
    """A file of that name already waits in the folder: nothing is overwritten, and two would be rivals."""

    code = "K621"
    pattern = "Di folder {folder} sudah ada berkas “{nama}” yang belum diambil layanan."
    hint = "Tunggu sekitar 1 menit sampai layanan mengambilnya, lalu tekan tombolnya sekali lagi."


class MoveRefused(RibbonError):
    """The worksheet could not be moved; it was opened again as it lies in Masuk."""

    code = "K622"
    pattern = "Berkas “{nama}” tidak dapat dipindahkan ke folder {folder}: {sebab} Tidak ada yang berubah."
    hint = ("Lembar kerjanya {terbuka}; tekan tombolnya sekali lagi, atau tutup lalu pindahkan sendiri ke folder "
            "{folder}.")


class OpenedByOther(RibbonError):
    """Somebody else has the workbook open, so that here it is read-only."""

    code = "K623"
    pattern = "Berkas “{nama}” sedang dibuka oleh {oleh}, sehingga di sini hanya dapat dibaca."
    hint = "Mintalah {oleh} menutupnya, tutup lalu buka lagi lembar kerja ini, kemudian tekan tombolnya sekali lagi."


class SaveRefused(RibbonError):
    """The program did not save the workbook; nothing was moved."""

    code = "K624"
    pattern = "Berkas “{nama}” tidak dapat disimpan, sehingga tidak dipindahkan."
    hint = "Periksa sambungan ke folder kantor, simpan sendiri dengan Ctrl+S, lalu tekan tombolnya sekali lagi."


class NothingToTakeBack(RibbonError):
    """Tarik Kembali goes by the copy in Terkirim."""

    code = "K625"
    pattern = "Berkas “{nama}” {keadaan}."
    hint = "{langkah}"


class DraftOutdated(RibbonError):
    """A draft is made only of the version that the berkas has now."""

    code = "K640"
    pattern = "Lembar kerja {berkas} versi {versi} bukan versi yang berlaku sekarang, yaitu versi {kini}."
    hint = "Buka lembar kerja yang ada di folder Masuk pemegangnya, lalu ulangi."


class NoPaperHere(RibbonError):
    """The step that a berkas waits for brings forth no such paper."""

    code = "K641"
    pattern = "Berkas {berkas} berstatus {status}; langkah itu tidak menghasilkan dokumen baru."
    hint = "Dokumen yang sudah ada tersimpan di folder Cetak bidang itu."


class ButtonNotNow(RibbonError):
    """The step that the worksheet waits for does not use this button."""

    code = "K642"
    pattern = "{alasan}"
    hint = "Kedudukan berkas ini dapat dilihat dengan tombol Status."


class NoIndicatorSelected(RibbonError):
    """Evidence belongs to an indicator, and the selected row is of none."""

    code = "K643"
    pattern = "Belum ada indikator yang dipilih untuk buktinya."
    hint = "Klik baris indikatornya di lembar Lembar Kerja, lalu tekan Lampirkan Bukti sekali lagi."


class OutsideOffice(RibbonError):
    """What a button needs lies in the office's folders, and the workbook does not."""

    code = "K644"
    pattern = "Buku kerja “{nama}” tidak berada di {folder}, sehingga {akibat}."
    hint = "{langkah}"


class EvidenceRefused(RibbonError):
    """A file that is no evidence: its kind, its size, or nothing in it."""

    code = "K645"
    pattern = "Berkas “{nama}” tidak dapat dilampirkan: {sebab}."
    hint = "Pilih berkas PDF, gambar, Word, Excel, atau PowerPoint yang ukurannya paling besar 20 MB."


class RegisterFull(RibbonError):
    """No empty row is left on the sheet Bukti Dukung."""

    code = "K646"
    pattern = "Daftar pada lembar Bukti Dukung sudah penuh."
    hint = "Gabungkan beberapa bukti dalam satu berkas, hapus baris yang tidak diperlukan, lalu ulangi."


class ReasonNeeded(RibbonError):
    """An act of the planner whose reason has to be told."""

    code = "K647"
    pattern = "{tindakan} memerlukan alasan."
    hint = ("Tulis alasannya pada Catatan Anda di lembar Disposisi, lalu tekan tombolnya sekali lagi; bila selnya "
            "terkunci, jalankan di komputer layanan: {perintah}")


class OnlyAtService(RibbonError):
    """An act outside the folders reaches the service only on its own PC."""

    code = "K648"
    pattern = "{tindakan} hanya dapat dilakukan di komputer layanan."
    hint = "Di komputer layanan jalankan: {perintah}"


class NotAPlan(RibbonError):
    """The workbook on screen is no Rencana Aksi."""

    code = "K649"
    pattern = "Buku kerja “{nama}” bukan Rencana Aksi: lembar {lembar} tidak ada."
    hint = "Buka Rencana Aksi dari folder Perencanaan, lalu tekan tombolnya sekali lagi."


class VersionNotArchived(RibbonError):
    """The version that changes are told against is not in the archive."""

    code = "K650"
    pattern = "Versi {versi} berkas {berkas} tidak ditemukan di Arsip."
    hint = "Lihat dengan tombol Status apakah layanan berjalan, lalu ulangi beberapa menit lagi."


class CommandRefused(RibbonError):
    """What the command answered that a button had started."""

    code = "K651"
    pattern = "{pesan} ({kode})"
    hint = "{petunjuk}"


class CommandStopped(RibbonError):
    """The command that a button had started ended without an answer."""

    code = "K652"
    pattern = "Program Kinerja tidak selesai mengerjakan tombol ini."
    hint = "Tunggu sebentar, lalu tekan tombolnya sekali lagi; bila berulang, jalankan: kinerja periksa-pc"


class PlanNotRight(RibbonError):
    """A plan that would be refused is not handed in."""

    code = "K653"
    pattern = "Rencana Aksi ini belum dapat diberlakukan: {jumlah} hal perlu diperbaiki. {rincian}"
    hint = "Perbaiki sel yang disebutkan, simpan, lalu tekan Berlakukan Rencana sekali lagi."
