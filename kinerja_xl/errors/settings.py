"""K2xx: Pengaturan.xlsx."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


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
    hint = ("Kembalikan singkatan itu, karena singkatan menjadi nama folder dan bagian kode berkas; nama panjangnya "
            "boleh diubah. Bidang yang benar-benar baru ditulis pada baris tersendiri.")


class LogoUnusable(SettingsError):
    """The picture that the settings name as logo cannot stand on a paper."""

    code = "K206"
    pattern = "Logo {berkas} tidak dapat dipakai: {sebab}"
    hint = "Simpan gambar PNG atau JPG paling besar 1 MB dengan nama itu, atau kosongkan Logo pada lembar Instansi."


class HolidaysMissing(SettingsError):
    """The holiday sheet names no day off in a year that deadlines are counted in."""

    code = "K215"
    pattern = "Lembar Hari Libur belum memuat tahun {tahun}; tenggat dihitung dengan libur Sabtu dan Minggu saja."
    hint = "Tambahkan libur nasional dan cuti bersama tahun itu pada Perencanaan/Pengaturan.xlsx, lembar Hari Libur."
