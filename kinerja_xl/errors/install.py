"""K60x and K67x: the ribbon on this PC."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


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


class PipMissing(InstallError):
    """The Python that runs the program has no pip."""

    code = "K680"
    pattern = "Python yang menjalankan program ini ({program}) tidak mempunyai pip."
    hint = "Jalankan: python -m ensurepip, lalu ulangi: kinerja paket-luring"


class IndexUnreachable(InstallError):
    """pip cannot reach the index it is set to."""

    code = "K681"
    pattern = "Pustaka untuk Python {sasaran} tidak dapat diunduh: internet tidak terjangkau dari komputer ini."
    hint = "Sambungkan komputer ini ke internet (atau atur proksi untuk pip), lalu ulangi: kinerja paket-luring"


class LibraryMissing(InstallError):
    """No wheel of a library fits a target."""

    code = "K682"
    pattern = "Pustaka {pustaka} tidak tersedia untuk Python {sasaran}: {sebab}."
    hint = "Kirim pesan ini kepada pengelola program; paket luring versi sebelumnya tetap dapat dipakai."


class PackageFolderTaken(InstallError):
    """The folder for the package is something else, or cannot be written."""

    code = "K683"
    pattern = "Folder {folder} tidak dapat dipakai untuk paket luring: berisi hal lain atau tidak dapat ditulisi."
    hint = "Sebutkan nama folder baru yang belum ada, lalu ulangi: kinerja paket-luring"


class PackageIncomplete(InstallError):
    """The finished folder does not hold all that a target needs."""

    code = "K684"
    pattern = "Paket luring untuk Python {sasaran} tidak lengkap: {sebab}"
    hint = "Ulangi: kinerja paket-luring. Bila berulang, kirim pesan ini kepada pengelola program."


class ProgramNotRepackable(InstallError):
    """The program runs from files that no installer put there."""

    code = "K685"
    pattern = "Program di {folder} tidak dipasang dengan pip, sehingga tidak dapat dikemas."
    hint = "Pasang program ini dengan pip, lalu ulangi: kinerja paket-luring"


class PythonUnsupported(InstallError):
    """Said by luring/pasang_luring.py itself: the package has no list for the Python that runs it."""

    code = "K686"
    pattern = "Paket ini tidak berisi pustaka untuk Python {versi} di komputer ini."
    hint = "Taruh pemasang Python 3.12 (64-bit) di folder paket ini, lalu klik dua kali Pasang Kinerja.cmd."


class PackageDamaged(InstallError):
    """Said by luring/pasang_luring.py itself: pip did not install what the list names."""

    code = "K687"
    pattern = "Program Kinerja tidak dapat dipasang: berkas paket tidak lengkap, rusak, atau sedang dipakai."
    hint = "Tutup Excel dan layanan Kinerja, salin ulang seluruh folder paket, lalu klik dua kali Pasang Kinerja.cmd."
