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
