"""Settings of Windows and Office that keep the ribbon away, each with the page that names it and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

_TRUSTED = "https://learn.microsoft.com/en-us/microsoft-365-apps/security/trusted-locations"
_USER_LOCATIONS = ("https://admx.help/?Category=Office2010&Policy=office14.Office.Microsoft.Policies.Windows::"
                   "L_Allowmixofpolicyanduserlocations")
_MACROS = "https://learn.microsoft.com/en-us/office/2016/security/plan-security-settings-vba-macros"
_ADDINS = "https://learn.microsoft.com/en-us/previous-versions/office/office-2010/ee857086(v=office.14)"
_ASR = "https://admx.help/?Category=Windows_11_2022&Policy=Microsoft.Policies.WindowsDefender::ExploitGuard_ASR_Rules"
_RIBBON = "https://github.com/clearplan/cpt/wiki/Group-Policy-Settings"  # no page of the vendor was found for this one


@dataclass(frozen=True)
class Penghalang:
    """A setting of Windows or Office under which the ribbon does not come or its buttons do nothing."""

    nama: str
    kunci: tuple[str, ...]  # the first of them that has the value decides
    nilai: str
    menghalangi: frozenset[str]  # contents that stand in the way, as text
    keadaan: str
    langkah: str
    halaman: str


def _policy(rest: str, *, user: bool = True) -> tuple[str, ...]:
    """The keys of an Office setting: the administrator's for this user, and the user's own where there is one."""
    policy = "HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\Office\\{versi}\\" + rest
    return (policy, "HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\{versi}\\" + rest) if user else (policy,)


_MACHINE = "HKEY_LOCAL_MACHINE\\Software\\Policies\\"
_RULES = _MACHINE + "Microsoft\\Windows Defender\\Windows Defender Exploit Guard\\ASR\\Rules"
_ADMIN = "Mintalah pengelola komputer mengubah kebijakan itu untuk akun ini."
DAFTAR_PENGHALANG = (
    Penghalang("Makro VBA", (*_policy("Common", user=False), _MACHINE + "Microsoft\\Office\\{versi}\\Common"), "vbaoff",
               frozenset({"1"}),
               "VBA dimatikan untuk semua program Office.", _ADMIN, _MACROS),
    Penghalang("Lokasi tepercaya diizinkan", _policy("Excel\\Security\\Trusted Locations"), "AllLocationsDisabled",
               frozenset({"1"}), "Semua lokasi tepercaya Excel dimatikan.",
               "Di Excel: File, Opsi, Pusat Kepercayaan, Pengaturan, Lokasi Tepercaya; hapus centang pada pilihan yang "
               "menonaktifkan semua lokasi tepercaya. Bila tidak dapat diubah, mintalah pengelola komputer.", _TRUSTED),
    Penghalang("Lokasi tepercaya milik pemakai", _policy("Common\\Security\\Trusted Locations", user=False),
               "Allow User Locations", frozenset({"0"}),
               "Hanya lokasi tepercaya dari pengelola komputer yang berlaku.",
               "Mintalah pengelola komputer menambahkan folder XLSTART akun ini sebagai lokasi tepercaya.",
               _USER_LOCATIONS),
    Penghalang("Berkas tambahan diizinkan", _policy("Excel\\Security"), "DisableAllAddins", frozenset({"1"}),
               "Excel tidak memuat berkas tambahan (add-in) apa pun.",
               "Di Excel: File, Opsi, Pusat Kepercayaan, Pengaturan, Add-In; hapus centang pada pilihan yang "
               "menonaktifkan semua add-in. Bila tidak dapat diubah, mintalah pengelola komputer.", _ADDINS),
    Penghalang("Tanda tangan berkas tambahan", _policy("Excel\\Security"), "RequireAddinSig", frozenset({"1"}),
               "Excel hanya memuat berkas tambahan yang ditandatangani.",
               "Di Excel: File, Opsi, Pusat Kepercayaan, Pengaturan, Add-In; hapus centang pada pilihan yang "
               "mewajibkan tanda tangan. Bila tidak dapat diubah, mintalah pengelola komputer.", _ADDINS),
    Penghalang("Pita dari berkas", _policy("Common\\Toolbars\\Excel", user=False),
               "NoExtensibilityCustomizationFromDocument", frozenset({"1"}),
               "Excel tidak menampilkan tab yang dibawa sebuah berkas.", _ADMIN, _RIBBON),
    Penghalang("Program dari Excel", (_RULES,),
               "d4f940ab-401b-4efc-aadc-ad5f3c50688a", frozenset({"1", "6"}),
               "Windows Defender melarang Excel menjalankan program lain.",
               "Mintalah pengelola komputer mengecualikan program Kinerja dari aturan itu.", _ASR),
)
"""Block is 1 and warn 6 in the rules of Windows Defender; the other values are on (1) or off (0)."""
