"""Employee numbers: the NIP of a PNS says when its holder was born and appointed (domain facts 6.3)."""

from __future__ import annotations

import re
from datetime import date

_NIP = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})(\d)(\d{3})")


def nip_fault(nip: str, status: str = "PNS") -> str | None:
    """Return why 18 digits cannot be a NIP (Bahasa Indonesia), None where they can; empty is allowed.

    A PNS's NIP is birth date (8), month of appointment (6), sex (1) and a number (3). Other numbers, such as
    the NI PPPK, are only held to their length.
    """
    if not nip:
        return None
    match = _NIP.fullmatch(nip)
    if not match:
        return "harus 18 angka"
    if status != "PNS":
        return None
    year, month, day = (int(part) for part in match.groups()[:3])
    try:
        date(year, month, day)
    except ValueError:
        return "delapan angka pertama bukan tanggal lahir (tahun, bulan, hari)"
    if not 1 <= int(match[5]) <= 12 or int(match[4]) <= year:
        return "angka ke-9 sampai ke-14 bukan tahun dan bulan pengangkatan"
    return None if match[6] in "12" else "angka ke-15 harus 1 (laki-laki) atau 2 (perempuan)"


def format_nip(nip: str) -> str:
    """Return a NIP as papers print it, ``19800101 200501 1 001``; anything but 18 digits unchanged."""
    match = re.fullmatch(r"(\d{8})(\d{6})(\d)(\d{3})", nip)
    return " ".join(match.groups()) if match else nip
