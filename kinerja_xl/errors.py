"""One exception tree for "cannot go on": a stable code, one sentence, one next step (Bahasa Indonesia).

Raised with facts as keywords, never with prose: ``raise RootMissing(akar=path)``. The tree:

    KinerjaError
    ├── OfficeError      K1xx  the root, the marker, the service's own data
    ├── SettingsError    K2xx  Pengaturan.xlsx
    ├── PlanError        K3xx  Rencana Aksi
    ├── WorkbookError    K4xx  a file that is not a readable worksheet
    ├── CustodyError     K5xx  ledger, archive, disk
    ├── InstallError     K60x  the ribbon on this PC
    ├── RibbonError      K61x  a press of one of its buttons
    └── UsageError       K9xx  what was asked for cannot be done

A worksheet that is readable but not right is no error: it gets ``Catatan`` values (domain/catatan.py).
"""

from __future__ import annotations

from typing import ClassVar


class KinerjaError(Exception):
    """Something that stops the work; ``fakta`` fill the class's two sentence patterns."""

    code: ClassVar[str] = "K000"
    pattern: ClassVar[str] = "Terjadi gangguan yang tidak dikenal."
    hint: ClassVar[str] = "Jalankan perintah sekali lagi; bila berulang, kirim berkas log kepada pengelola."

    def __init__(self, **fakta: object) -> None:
        self.fakta = fakta
        super().__init__(self.pesan)

    @property
    def pesan(self) -> str:
        """What is wrong, naming the file, sheet or cell; formal Bahasa Indonesia."""
        return self.pattern.format(**self.fakta)

    @property
    def petunjuk(self) -> str:
        """The one next step for the person who reads it."""
        return self.hint.format(**self.fakta)


class OfficeError(KinerjaError):
    """The root folder, its marker, or the service's own data."""


class RootMissing(OfficeError):
    """The root folder does not exist or is not a folder."""

    code = "K101"
    pattern = "Folder kantor tidak ditemukan: {akar}."
    hint = "Periksa nama folder dan sambungan jaringan, lalu ulangi perintah."


class MarkerMissing(OfficeError):
    """A root without ``kantor.kinerja`` is never served: it may be an unmounted share."""

    code = "K102"
    pattern = "Folder {akar} tidak memuat penanda kantor.kinerja."
    hint = "Pastikan folder jaringan sudah tersambung; untuk kantor baru jalankan: kinerja mulai {akar}"


class MarkerBroken(OfficeError):
    """The marker exists but holds no office id."""

    code = "K103"
    pattern = "Penanda kantor.kinerja di {akar} rusak."
    hint = "Kembalikan berkas itu dari cadangan; jangan membuat penanda baru dengan tangan."


class OfficeExists(OfficeError):
    """``mulai`` never runs over an existing office."""

    code = "K104"
    pattern = "Folder {akar} sudah menjadi kantor kinerja."
    hint = "Pilih folder lain, atau lanjutkan dengan: kinerja layani {akar}"


class FolderNotEmpty(OfficeError):
    """``mulai`` makes an office only in a new or empty folder."""

    code = "K105"
    pattern = "Folder {akar} sudah berisi berkas lain."
    hint = "Pilih folder yang baru atau kosong untuk kantor kinerja."


class PathTooLong(OfficeError):
    """Contract section 1: no path is longer than 200 characters."""

    code = "K106"
    pattern = "Nama lengkap berkas akan sepanjang {panjang} aksara, paling banyak {batas}: {jalur}"
    hint = "Gunakan folder kantor yang lebih pendek atau singkatan dan sebutan yang lebih pendek."


class LedgerElsewhere(OfficeError):
    """The office exists, but its ledger is not in this data folder."""

    code = "K107"
    pattern = "Buku catatan (jejak) kantor {akar} tidak ada di folder data {data}."
    hint = "Jalankan perintah di komputer layanan, atau sebutkan folder datanya dengan --data."


class ServiceRunning(OfficeError):
    """Another process holds the service lock of this data folder."""

    code = "K108"
    pattern = "Layanan lain sedang bekerja dengan folder data {data}."
    hint = "Tunggu sampai layanan itu selesai, atau hentikan lebih dahulu."


class ClockNotAllowed(OfficeError):
    """``--sekarang`` on a writing command outside an office made with a simulated clock."""

    code = "K109"
    pattern = "--sekarang tidak dapat dipakai untuk menulis di kantor sungguhan: {akar}."
    hint = "Jalankan perintah tanpa --sekarang; waktu tiruan hanya untuk kantor dari demo atau mulai --sekarang."


class ClockBackwards(OfficeError):
    """The given office clock lies before the last event of the ledger."""

    code = "K110"
    pattern = "Waktu {sekarang} lebih awal daripada peristiwa terakhir ({terakhir})."
    hint = "Berikan waktu yang sama atau sesudah peristiwa terakhir."


class ClockRequired(OfficeError):
    """An office with a simulated clock is written to only with ``--sekarang``."""

    code = "K111"
    pattern = "Kantor {akar} memakai waktu tiruan."
    hint = "Tambahkan --sekarang, misalnya: --sekarang {terakhir}"


class OtherOffice(OfficeError):
    """The root belongs to another office than the ledger in this data folder."""

    code = "K112"
    pattern = "Folder {akar} milik kantor lain, bukan kantor yang dicatat di folder data {data}."
    hint = "Periksa nama folder kantor, atau sebutkan folder data yang benar dengan --data."


class LedgerExists(OfficeError):
    """``pulihkan`` never writes over a ledger."""

    code = "K113"
    pattern = "Folder data {data} sudah memuat buku catatan (jejak)."
    hint = "Pilih folder data yang baru, atau jalankan kinerja layani dengan folder itu."


class WorksheetLost(OfficeError):
    """No file of a berkas under way lies with its holder, nor anywhere in the office."""

    code = "K114"
    pattern = "Lembar kerja {berkas} tidak ada di folder {folder} sejak {sejak}."
    hint = "Bila dipindahkan, kembalikan ke folder {folder}; bila tidak, layanan menaruhnya lagi mulai {mulai}."


class WorksheetMisplaced(OfficeError):
    """A worksheet lies where nobody can act on it."""

    code = "K115"
    pattern = "Lembar kerja {berkas} tidak ada di folder {folder}, tetapi di {tempat}."
    hint = "Pindahkan berkas itu ke folder {folder}."


class ManyLost(OfficeError):
    """Most worksheets under way vanished at once: the share or a backup, not a clerk."""

    code = "K116"
    pattern = ("Lembar kerja {jumlah} dari {semua} berkas yang berjalan tidak ada lagi di foldernya sejak {sejak}: "
               "{daftar}.")
    hint = ("Periksa apakah isi folder kantor dipindahkan, dihapus, atau dipulihkan dari cadangan lama, lalu "
            "kembalikan; bila tidak kembali, layanan menaruhnya lagi mulai {mulai}.")


class FolderRenamed(OfficeError):
    """A folder of the office is gone, and beside it stands one that looks like it."""

    code = "K117"
    pattern = "Folder {folder} tidak ada; di sebelahnya ada folder {calon} yang isinya serupa."
    hint = "{langkah}"


class FoldersGone(OfficeError):
    """Most role folders vanished at once; they are not made again before somebody looked."""

    code = "K118"
    pattern = "{jumlah} dari {semua} folder peran tidak ada lagi sejak {sejak}."
    hint = ("Periksa apakah folder kantor dipindahkan atau baru sebagian tersambung, lalu kembalikan; bila tidak "
            "kembali, layanan membuat folder itu lagi mulai {mulai}.")


class ShortcutFound(OfficeError):
    """A shortcut was put where the worksheet itself belongs."""

    code = "K119"
    pattern = "{jalur} adalah pintasan, bukan lembar kerjanya, sehingga tidak ada yang terkirim."
    hint = "Pindahkan atau salin lembar kerja itu sendiri ke folder {folder}, lalu hapus pintasannya."


class SyncedFolder(OfficeError):
    """The office lies in a folder that a program copies between PCs (contract section 1: warned about)."""

    code = "K120"
    pattern = ("Folder {jalur} disinkronkan oleh {program}. Di sana berkas dapat datang terlambat, terpotong, atau "
               "berganda, sehingga keutuhannya tidak dijamin.")
    hint = "Pindahkan ke folder bersama di peladen atau NAS kantor, atau ke disk komputer layanan."


class SettingsError(KinerjaError):
    """Pengaturan.xlsx cannot be used; ``catatan`` holds every finding at once."""

    catatan: tuple[object, ...] = ()


class SettingsInvalid(SettingsError):
    """The settings were read, and some values are not acceptable."""

    code = "K201"
    pattern = "Berkas {berkas} belum benar: {jumlah} hal perlu diperbaiki. {rincian}"
    hint = "Perbaiki sel yang disebutkan, simpan, dan tutup berkas; pengaturan terakhir yang benar tetap berlaku."


class SettingsUnreadable(SettingsError):
    """The settings file is missing, broken or not a workbook."""

    code = "K202"
    pattern = "Berkas {berkas} tidak dapat dibaca: {sebab}"
    hint = "Kembalikan berkas Pengaturan.xlsx dari Arsip; pengaturan terakhir yang benar tetap berlaku."


class SettingsOpen(SettingsError):
    """Somebody has the settings open in Excel or LibreOffice."""

    code = "K203"
    pattern = "Berkas {berkas} sedang dibuka oleh {oleh}."
    hint = ("Simpan dan tutup berkas itu; pengaturan terakhir yang benar tetap berlaku. Bila sudah ditutup, hapus "
            "berkas tersembunyi {penanda}.")


class SettingsLoseUnit(SettingsError):
    """New settings without a unit whose berkas the ledger has: its folders and papers would have no name."""

    code = "K204"
    pattern = "Berkas {berkas} tidak lagi memuat {daftar}, padahal ada berkasnya atau ada dalam Rencana Aksi."
    hint = ("Kembalikan baris itu pada lembar Bidang; bidang yang tidak dipakai lagi cukup dikeluarkan dari Rencana "
            "Aksi, sedangkan barisnya tetap selama ada berkasnya.")


class SettingsMoveFolder(SettingsError):
    """New titles or short names that would rename a folder in which work is under way."""

    code = "K205"
    pattern = "Berkas {berkas} mengubah nama folder {daftar}, padahal ada berkas yang masih berjalan di sana."
    hint = "Kembalikan sebutan itu; sebutan baru dapat dipakai setelah berkas ini selesai: {daftar_berkas}."


class SettingsRenameUnit(SettingsError):
    """A short name is folder name and part of every code of a berkas: it cannot change once there is one."""

    code = "K210"
    pattern = "Berkas {berkas} mengubah singkatan {daftar}, padahal singkatan yang lama sudah dipakai."
    hint = ("Kembalikan singkatan itu: ia menjadi nama folder dan bagian kode berkas; nama panjangnya boleh diubah. "
            "Bidang yang benar-benar baru ditulis pada baris tersendiri.")


class LogoUnusable(SettingsError):
    """The picture that the settings name as logo cannot stand on a paper."""

    code = "K206"
    pattern = "Logo {berkas} tidak dapat dipakai: {sebab}"
    hint = "Simpan gambar PNG atau JPG paling besar 1 MB dengan nama itu, atau kosongkan Logo pada lembar Instansi."


class PlanError(KinerjaError):
    """The Rencana Aksi cannot be used."""


class PlanInvalid(PlanError):
    """The plan was read, and some values are not acceptable."""

    code = "K301"
    pattern = "Berkas {berkas} belum benar: {jumlah} hal perlu diperbaiki. {rincian}"
    hint = "Perbaiki sel yang disebutkan, simpan, lalu salin lagi ke Perencanaan/Masuk."


class PlanEmpty(PlanError):
    """The plan in force has no indicator."""

    code = "K302"
    pattern = "Rencana Aksi {tahun} belum berisi indikator."
    hint = "Isi lembar Indikator dan Program, lalu salin berkasnya ke Perencanaan/Masuk."


class PlanMissing(PlanError):
    """No plan is in force for the quarter."""

    code = "K303"
    pattern = "Belum ada Rencana Aksi yang berlaku untuk {periode}."
    hint = "Isi Perencanaan/Rencana Aksi {tahun}.xlsx, lalu salin berkasnya ke Perencanaan/Masuk."


class UnitDropped(PlanError):
    """A berkas is under way of a unit for which the plan in force has nothing to fill."""

    code = "K321"
    pattern = "Rencana Aksi {tahun} versi {versi} tidak lagi memuat {unit}, sedangkan berkas {berkas} masih berjalan."
    hint = ("Bila berkas itu tidak diperlukan lagi, batalkan dengan kinerja batalkan; bila masih diperlukan, biarkan "
            "diteruskan menurut rencana yang lama.")


class PlanUnreadable(PlanError):
    """The plan file is missing, broken or not a workbook."""

    code = "K304"
    pattern = "Berkas {berkas} tidak dapat dibaca: {sebab}"
    hint = "Buka berkas itu di Excel, simpan, tutup, lalu salin lagi ke Perencanaan/Masuk."


class PlanUnchanged(PlanError):
    """The plan that was handed in says what the one in force says."""

    code = "K311"
    pattern = "Berkas {berkas} sama dengan Rencana Aksi {tahun} versi {versi} yang berlaku: tidak ada yang berubah."
    hint = "Ubah rencananya, simpan, lalu salin lagi ke Perencanaan/Masuk; bila memang tidak berubah, hapus berkas ini."


class PlanSuperseded(PlanError):
    """The plan that was handed in is an earlier version; to go back to it is a version of its own, with its dasar."""

    code = "K312"
    pattern = "Berkas {berkas} adalah Rencana Aksi {tahun} versi {lama}, yang sudah digantikan versi {versi}."
    hint = ("Ubah berkas Perencanaan/Rencana Aksi {tahun}.xlsx; untuk kembali ke isi yang lama, tulis dasar yang baru "
            "pada lembar Indikator.")


class PlanInTheWay(PlanError):
    """A plan workbook of that year that a person wrote or changed is never replaced."""

    code = "K313"
    pattern = "Berkas {berkas} sudah ada dan bukan buatan layanan yang belum diubah, sehingga tidak ditimpa."
    hint = "Bila berkas itu tidak diperlukan lagi, pindahkan ke folder lain, lalu ulangi perintah."


class PlanNoSource(PlanError):
    """There is no plan in force of the year that the next one is made from."""

    code = "K314"
    pattern = "Belum ada Rencana Aksi {dari} yang berlaku, sehingga Rencana Aksi {tahun} tidak dapat dibuat darinya."
    hint = "Sebutkan tahun asalnya dengan --dari, atau isi Rencana Aksi {tahun} dari templat."


class PlanYearOrder(PlanError):
    """A plan is made from an earlier year's, at most as far back as its history reaches."""

    code = "K315"
    pattern = "Rencana Aksi {tahun} tidak dapat dibuat dari tahun {dari}."
    hint = "Pilih tahun asal sebelum {tahun}, paling jauh {batas} tahun."


class PlanBookOpen(PlanError):
    """Somebody has the plan workbook open that is to be renewed."""

    code = "K316"
    pattern = "Berkas {berkas} sedang dibuka oleh {oleh}."
    hint = "Tutup berkas itu, lalu ulangi perintah."


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


class CustodyError(KinerjaError):
    """Ledger, archive or disk: the work stops, the files stay where they are."""


class LedgerBroken(CustodyError):
    """The chain of the ledger does not hold."""

    code = "K501"
    pattern = "Buku catatan (jejak) rusak pada baris {baris}: {sebab}"
    hint = "Hentikan layanan dan pulihkan folder data dari cadangan."


class DiskFailed(CustodyError):
    """A disk operation failed for good; nothing was lost."""

    code = "K502"
    pattern = "Penyimpanan gagal pada {jalur}: {sebab}"
    hint = "Periksa ruang kosong dan izin folder; layanan mencoba lagi dengan sendirinya."


class MirrorBroken(CustodyError):
    """The published rows in Arsip/Jejak are not a whole chain."""

    code = "K503"
    pattern = "Jejak di Arsip rusak pada {jalur} baris {baris}: {sebab}"
    hint = "Jalankan kinerja verifikasi di komputer layanan; layanan menulis ulang jejak itu dari buku catatannya."


class ArchiveIncomplete(CustodyError):
    """Contents are missing without which an office cannot be restored or read."""

    code = "K504"
    pattern = "Arsip tidak memuat isi yang diperlukan: {daftar}."
    hint = "Kembalikan berkas itu ke Arsip dari cadangan, lalu ulangi; periksa dengan: kinerja verifikasi"


class InstallError(KinerjaError):
    """The ribbon on this PC: its installation and its launcher."""


class LauncherNotInstalled(InstallError):
    """Said by the add-in itself (macros/Peluncur.bas): the install record names no program that is there."""

    code = "K601"
    pattern = "Program Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan."
    hint = "Jalankan: kinerja pasang"


class BookNameUnusable(InstallError):
    """Said by the add-in itself: a name that cannot be handed over as one argument."""

    code = "K602"
    pattern = "Nama buku kerja atau foldernya memuat tanda kutip atau nama di antara tanda persen."
    hint = "Ganti nama itu, lalu tekan tombolnya sekali lagi."


class LauncherStopped(InstallError):
    """Said by the add-in itself: the program did not start, or ended without a word of its own."""

    code = "K603"
    pattern = "Program Kinerja berhenti sebelum selesai (kode {kode})."
    hint = "Jalankan: kinerja periksa-pc"


class SystemUnsupported(InstallError):
    """The ribbon is for Excel on Windows, and LibreOffice Calc on Windows and Linux."""

    code = "K604"
    pattern = "Pita Kinerja hanya dapat dipasang di Windows dan Linux."
    hint = "Jalankan perintah ini di komputer Windows yang memakai Excel, atau komputer Linux yang memakai LibreOffice."


class ExcelMissing(InstallError):
    """No Excel from 2010 on is known to this PC."""

    code = "K605"
    pattern = "Excel 2010 atau yang lebih baru tidak ditemukan di komputer ini."
    hint = "Pasang Excel, buka satu kali, lalu ulangi: kinerja pasang"


class ProgramUnusable(InstallError):
    """The program that would be recorded cannot be started from a button."""

    code = "K606"
    pattern = "Program {program} tidak dapat dipakai oleh tombol: {sebab}."
    hint = "Pasang kinerja di folder komputer ini (lingkungan Python sendiri), lalu ulangi: kinerja pasang"


class AddinLocked(InstallError):
    """The add-in's file is held by a running Excel or cannot be written."""

    code = "K607"
    pattern = "Berkas {jalur} tidak dapat diganti: {sebab}"
    hint = "Tutup semua jendela Excel, lalu ulangi perintah ini."


class RegistryRefused(InstallError):
    """A value of this user's registry cannot be written or removed."""

    code = "K608"
    pattern = "Pengaturan Windows {kunci} tidak dapat diubah: {sebab}"
    hint = "Mintalah pengelola komputer mengizinkannya untuk akun ini, lalu ulangi."


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
    pattern = "Buku kerja {nama} belum pernah disimpan."
    hint = "Simpan dahulu buku kerja itu, atau buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi."


class BookOnline(RibbonError):
    """OneDrive and SharePoint show an address in place of a path."""

    code = "K613"
    pattern = "Buku kerja {nama} dibuka dari penyimpanan daring ({alamat}), bukan dari folder kantor."
    hint = "Tutup buku kerja itu, lalu buka lembar kerja dari folder bersama kantor, bukan dari OneDrive."


class ProtectedView(RibbonError):
    """Excel shows the workbook without letting anybody work in it."""

    code = "K614"
    pattern = "Buku kerja {nama} dibuka dalam Tampilan Terproteksi."
    hint = "Klik Aktifkan Pengeditan di atas lembarnya, lalu tekan tombolnya sekali lagi."


class OpenedReadOnly(RibbonError):
    """Opened read-only, so that nothing can be written into it."""

    code = "K615"
    pattern = "Buku kerja {nama} dibuka hanya untuk dibaca."
    hint = "Tutup buku kerja itu, buka lagi dari folder Masuk tanpa pilihan hanya-baca, lalu tekan tombolnya lagi."


class HostBusy(RibbonError):
    """Excel answers no program: a cell is in edit mode, a dialog is open, or it calculates."""

    code = "K616"
    pattern = "{program} sedang sibuk, sedang mengetik di sebuah sel, atau menunggu jawaban di sebuah kotak dialog."
    hint = "Tekan Enter atau Esc, tutup kotak dialog yang terbuka, lalu tekan tombolnya sekali lagi."


class NotALembarKerja(RibbonError):
    """The workbook on screen has no sheet Disposisi, or has lost what the buttons go by."""

    code = "K617"
    pattern = "Buku kerja {nama} bukan lembar kerja kinerja: {sebab}."
    hint = "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi."


class ActionUnknown(RibbonError):
    """A button whose function this version does not have: add-in and program are of different versions."""

    code = "K618"
    pattern = "Tombol “{aksi}” belum dapat dipakai di versi ini."
    hint = "Perbarui program Kinerja di komputer ini, lalu jalankan: kinerja pasang"


class NotInInbox(RibbonError):
    """The main button and Kembalikan act on the worksheet that waits in Masuk, and on nothing else."""

    code = "K619"
    pattern = "Lembar kerja {nama} {keadaan}."
    hint = "{langkah}"


class StepFolderMissing(RibbonError):
    """The folder by which this step acts does not stand beside Masuk: another role's step, or a broken share."""

    code = "K620"
    pattern = "Pada langkah ini lembar kerja diteruskan lewat folder {jalan}, tetapi folder itu tidak ada di {peran}."
    hint = "Lihat pemegangnya dengan tombol Status; bila memang di tangan Anda, periksa sambungan ke folder kantor."


class NameTaken(RibbonError):
    """A file of that name already waits in the folder: nothing is overwritten, and two would be rivals."""

    code = "K621"
    pattern = "Di folder {folder} sudah ada berkas {nama} yang belum diambil layanan."
    hint = "Tunggu sekitar 1 menit sampai layanan mengambilnya, lalu tekan tombolnya sekali lagi."


class MoveRefused(RibbonError):
    """The worksheet could not be moved; it was opened again as it lies in Masuk."""

    code = "K622"
    pattern = "Lembar kerja {nama} tidak dapat dipindahkan ke folder {folder}: {sebab} Tidak ada yang berubah."
    hint = ("Lembar kerjanya {terbuka}; tekan tombolnya sekali lagi, atau tutup lalu pindahkan sendiri ke folder "
            "{folder}.")


class OpenedByOther(RibbonError):
    """Somebody else has the workbook open, so that here it is read-only."""

    code = "K623"
    pattern = "Lembar kerja {nama} sedang dibuka oleh {oleh}, sehingga di sini hanya dapat dibaca."
    hint = "Mintalah {oleh} menutupnya, tutup lalu buka lagi lembar kerja ini, kemudian tekan tombolnya sekali lagi."


class SaveRefused(RibbonError):
    """The program did not save the workbook; nothing was moved."""

    code = "K624"
    pattern = "Lembar kerja {nama} tidak dapat disimpan, sehingga tidak dipindahkan."
    hint = "Periksa sambungan ke folder kantor, simpan sendiri dengan Ctrl+S, lalu tekan tombolnya sekali lagi."


class NothingToTakeBack(RibbonError):
    """Tarik Kembali goes by the copy in Terkirim."""

    code = "K625"
    pattern = "Lembar kerja {nama} {keadaan}."
    hint = "{langkah}"


class LibreOfficeMissing(InstallError):
    """No LibreOffice is known to this PC."""

    code = "K670"
    pattern = "LibreOffice tidak ditemukan di komputer ini."
    hint = "Pasang LibreOffice Calc, lalu ulangi: kinerja pasang"


class UnoMissing(InstallError):
    """The program's Python cannot load the module ``uno`` that fits LibreOffice."""

    code = "K671"
    pattern = "Program {program} tidak dapat berhubungan dengan LibreOffice: modul uno tidak termuat."
    hint = ("Di Debian atau Ubuntu pasang paket python3-uno, lalu ulangi: kinerja pasang. "
            "Di Windows gunakan pita di Excel.")


class ToolbarRefused(InstallError):
    """LibreOffice's own installer of extensions did not do what it was asked to."""

    code = "K672"
    pattern = "LibreOffice tidak menerima perubahan bilah alat Kinerja: {sebab}"
    hint = "Tutup semua jendela LibreOffice, lalu ulangi perintah ini dengan akun biasa (bukan pengelola)."


class RecordRefused(InstallError):
    """The install record of the toolbar cannot be written or removed."""

    code = "K673"
    pattern = "Catatan pemasangan {jalur} tidak dapat diubah: {sebab}"
    hint = "Periksa apakah folder itu dapat ditulisi dan diska tidak penuh, lalu ulangi perintah ini."


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
    pattern = "Buku kerja {nama} tidak berada di {folder}, sehingga {akibat}."
    hint = "{langkah}"


class EvidenceRefused(RibbonError):
    """A file that is no evidence: its kind, its size, or nothing in it."""

    code = "K645"
    pattern = "Berkas “{nama}” tidak dapat dilampirkan: {sebab}."
    hint = "Pilih berkas PDF, gambar, Word, Excel, atau PowerPoint yang besarnya paling banyak 20 MB."


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
    pattern = "Buku kerja {nama} bukan Rencana Aksi: lembar {lembar} tidak ada."
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
    pattern = "--sekarang “{nilai}” bukan waktu."
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
