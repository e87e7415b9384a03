"""Short names that become folders, file names and parts of a berkas code: what may stand in them."""

from __future__ import annotations

import re

from kinerja_xl.domain.periods import short_code

BATAS_SINGKATAN = 20
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})
_OFFICE_FOLDERS = frozenset({"perencanaan", "arsip"})
_UNIT_FOLDERS = frozenset({"bukti dukung", "cetak", "bertanda tangan"})


def file_name_fault(teks: str, batas: int = BATAS_SINGKATAN) -> str | None:
    """Return why a text cannot be a folder name on Windows and Linux (Bahasa Indonesia), None where it can."""
    if len(teks) > batas:
        return f"paling banyak {batas} aksara"
    if match := _FORBIDDEN.search(teks):
        return f"aksara {match[0]} tidak boleh dipakai"
    if _CONTROL.search(teks):
        return "harus satu baris tanpa aksara kendali"
    if teks != teks.strip() or teks.startswith(".") or teks.endswith("."):
        return "tidak boleh diawali atau diakhiri titik atau spasi"
    if teks.split(".")[0].strip().upper() in _DEVICES:
        return "nama itu dipakai oleh Windows"
    return None


def short_name_fault(teks: str) -> str | None:
    """Return why a text cannot be the short name of a bidang or sub bidang, None where it can (contract section 1)."""
    if fault := file_name_fault(teks):
        return fault
    if teks.casefold() in _OFFICE_FOLDERS:
        return "nama itu dipakai oleh folder kantor"
    if not short_code(teks):
        return "harus memuat paling sedikit satu huruf A–Z atau angka"
    return None


def role_title_fault(teks: str) -> str | None:
    """Return why a text cannot be the title of a role, which names its folder; None where it can."""
    if fault := file_name_fault(teks):
        return fault
    return "nama itu dipakai oleh folder bidang" if is_unit_folder(teks) else None


def is_unit_folder(nama: str) -> bool:
    """Whether every bidang has a folder of that name already (contract section 1)."""
    return nama.casefold() in _UNIT_FOLDERS
