"""Where the add-in lies and every registry value that ``pasang`` writes, with the page that names it.

Why the add-in lies in XLSTART and not in Excel's list of add-ins (OPEN, OPEN1, ...): docs/keputusan/0012.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.install.registry import Nilai

VERSI_EXCEL = ("14.0", "15.0", "16.0")
"""Excel 2010, 2013, and 2016 to 2024 and Microsoft 365, by the number their keys bear."""
EXCEL_TERDAFTAR = "HKEY_CLASSES_ROOT\\Excel.Application\\CurVer"
"""Its default value is like ``Excel.Application.16``; "version-independent ProgID Key",
learn.microsoft.com/en-us/windows/win32/com/-version-independent-progid--key."""
EXCEL_PEMAKAI = "HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\{versi}\\Excel"
FOLDER = "{appdata}\\Microsoft\\Excel\\XLSTART"
"""The user's start-up folder: learn.microsoft.com/en-us/office/troubleshoot/excel/use-startup-folders."""
BERKAS = FOLDER + "\\kinerja.xlam"

_SETTING = "https://learn.microsoft.com/en-us/office/vba/language/reference/user-interface-help/savesetting-statement"
_TRUSTED_VALUES = "https://admx.help/?Category=Office2016&Policy=excel16.Office.Microsoft.Policies.Windows::L_TrustedLoc01"

RECORD = "HKEY_CURRENT_USER\\Software\\VB and VBA Program Settings\\Kinerja"
RECORD_PITA = RECORD + "\\Pita"
LOKASI = EXCEL_PEMAKAI + "\\Security\\Trusted Locations"
KETERANGAN = "Pita Kinerja (kinerja pasang)"
"""By this description our trusted location is known again."""


@dataclass(frozen=True)
class Setelan:
    """One value that ``pasang`` writes; braces are filled with facts of this PC."""

    kunci: str
    nama: str
    nilai: Nilai
    halaman: str


CATATAN_PEMASANGAN = (
    Setelan(RECORD_PITA, "Program", Nilai("REG_SZ", "{program}"), _SETTING),
    Setelan(RECORD_PITA, "Paket", Nilai("REG_SZ", "{paket}"), _SETTING),
)
"""The install record, where VBA's GetSetting("Kinerja", "Pita", ...) reads."""

LOKASI_TEPERCAYA = (
    Setelan(LOKASI + "\\{lokasi}", "Path", Nilai("REG_SZ", "{folder}\\"), _TRUSTED_VALUES),
    Setelan(LOKASI + "\\{lokasi}", "AllowSubfolders", Nilai("REG_DWORD", 0), _TRUSTED_VALUES),
    Setelan(LOKASI + "\\{lokasi}", "Description", Nilai("REG_SZ", KETERANGAN), _TRUSTED_VALUES),
)
"""For each version of Excel. XLSTART is one of Excel's default trusted locations
(learn.microsoft.com/en-us/microsoft-365-apps/security/trusted-locations); this holds where the default was removed."""


DINONAKTIFKAN = EXCEL_PEMAKAI + "\\Resiliency\\DisabledItems"
"""Where Excel keeps what it switched off after a crash, as binary values that hold the file's name in UTF-16."""
DAFTAR_OPEN = EXCEL_PEMAKAI + "\\Options"
"""Values OPEN, OPEN1, ...: the add-ins ticked in Excel's own list."""
