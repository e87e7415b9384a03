"""K1xx: the root, the marker, the service's own data."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


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
    pattern = "Pilihan --sekarang tidak dapat dipakai untuk menulis di kantor sungguhan: {akar}."
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
    pattern = ("Lembar kerja untuk {jumlah} dari {semua} berkas yang berjalan tidak ada lagi di foldernya sejak "
               "{sejak}: {daftar}.")
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
    hint = "Pindahkan ke folder bersama di peladen atau NAS kantor, atau ke diska komputer layanan."


class ClockBehind(OfficeError):
    """The clock of the service's PC stands before what the ledger has already seen."""

    code = "K150"
    pattern = ("Jam komputer layanan ({sekarang}) lebih awal daripada peristiwa terakhir ({terakhir}); penerbitan dan "
               "pengingat ditunda.")
    hint = "Betulkan tanggal dan jam komputer layanan; setelah itu layanan melanjutkan sendiri."


class ClockFar(OfficeError):
    """The clock of the service's PC is far from the time that the shared folder gives a new file."""

    code = "K151"
    pattern = ("Jam komputer layanan ({sekarang}) berbeda jauh dari jam folder bersama ({folder}); penerbitan dan "
               "pengingat ditunda.")
    hint = "Samakan tanggal dan jam kedua komputer itu; setelah itu layanan melanjutkan sendiri."


class LeaseHeld(OfficeError):
    """The root is served from another data folder or PC (contract section 1: the lease)."""

    code = "K130"
    pattern = ("Folder kantor {akar} dilayani dari komputer {komputer} dengan folder data {folder}, bukan dengan "
               "folder data {data}.")
    hint = ("Jalankan layanan di komputer {komputer}. Bila komputer itu tidak dipakai lagi, pindahkan layanannya: "
            "kinerja pulihkan \"{akar}\" --data FOLDER-BARU")


class LeaseAlive(OfficeError):
    """``pulihkan`` never takes an office from a service that runs."""

    code = "K131"
    pattern = "Folder kantor {akar} masih dilayani dari komputer {komputer} (folder data {folder})."
    hint = "Hentikan layanan di komputer itu, lalu ulangi. Bila komputernya sudah mati, ulangi {menit} menit lagi."


class LedgerOutdated(OfficeError):
    """A ledger that lacks what was published is an old copy: it must not become the one that serves."""

    code = "K132"
    pattern = ("Buku catatan (jejak) di folder data {data} tidak memuat peristiwa nomor {nomor} yang sudah diterbitkan "
               "di Arsip/Jejak kantor {akar}.")
    hint = ("Jalankan layanan dengan folder data yang terakhir dipakai; bila sudah tidak ada: kinerja pulihkan "
            "\"{akar}\" --data FOLDER-BARU")


class SettingsOutgrown(OfficeError):
    """Settings came in force under an earlier program; today's checks refuse them, and they serve all the same."""

    code = "K133"
    pattern = ("Pengaturan yang berlaku (versi {versi}) memuat {jumlah} hal yang menurut versi program ini harus "
               "diperbaiki; sementara itu isinya dipakai seperti tertulis. {rincian}")
    hint = "Perbaiki sel yang disebutkan di Perencanaan/Pengaturan.xlsx, simpan, lalu tutup berkas itu."


class PlanOutgrown(OfficeError):
    """A plan came in force under an earlier program; today's checks refuse it, and it serves all the same."""

    code = "K134"
    pattern = ("Rencana Aksi {tahun} yang berlaku (versi {versi}) memuat {jumlah} hal yang menurut versi program ini "
               "harus diperbaiki; sementara itu isinya dipakai seperti tertulis. {rincian}")
    hint = "Perbaiki sel yang disebutkan di Perencanaan/Rencana Aksi {tahun}.xlsx, lalu salin ke Perencanaan/Masuk."


class ServiceRefused(OfficeError):
    """The system does not let this account start the service at log-on."""

    code = "K135"
    pattern = "Layanan folder tidak dapat dipasang atau dilepas pada akun ini: {sebab}."
    hint = "Mintalah pengelola komputer mengizinkan tugas terjadwal atau layanan bagi akun ini, lalu ulangi."


class OfficeUnknown(OfficeError):
    """Which office this PC is to serve was not said, and is not plain."""

    code = "K136"
    pattern = "Belum jelas kantor mana yang dilayani dari komputer ini: {sebab}."
    hint = "Sebutkan foldernya: kinerja pasang --layanan FOLDER-KANTOR"


class PlanRivals(OfficeError):
    """Two different plans that state the same year and number were handed in at once."""

    code = "K137"
    pattern = "Ada lebih dari satu isi untuk Rencana Aksi {tahun} versi {versi}: {daftar}."
    hint = "Pilih satu yang benar, lalu salin hanya berkas itu ke Perencanaan/Masuk."
