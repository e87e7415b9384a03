"""Whether a worksheet was saved by the account of the official whose act it is (sheet Kebijakan, Pemeriksaan akun)."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.office import Pejabat


def check_account(pejabat: Pejabat, pemilik: str, letak: Letak) -> Iterator[Catatan]:
    """Yield C510 where a file belongs to another account than the official's, C511 where none of his is registered."""
    if not pejabat.akun:
        yield catat("C511", letak, nama=pejabat.nama)
    elif not any(is_account(pemilik, akun) for akun in pejabat.akun):
        yield catat("C510", letak, akun=pemilik, nama=pejabat.nama)


def is_account(pemilik: str, akun: str) -> bool:
    """Whether an owner as the system names it is a registered account; one without its domain is of any domain."""
    owner, registered = pemilik.strip().casefold(), akun.strip().casefold()
    return owner == registered or ("\\" not in registered and owner.rpartition("\\")[2] == registered)
