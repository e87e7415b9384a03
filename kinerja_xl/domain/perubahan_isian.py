"""Lihat Perubahan: what differs from the version accepted last, as a list with links to the cells."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak, Perubahan
from kinerja_xl.domain.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.rights import changes, describe_change

_LEMBAR = {INDIKATOR: Letak("Lembar Kerja", ""), SUBKEGIATAN: Letak("Program dan Anggaran", ""),
           BUKTI: Letak("Bukti Dukung", "")}


def list_perubahan(lama: LembarKerja, baru: LembarKerja) -> tuple[Catatan, ...]:
    """Return each change from ``lama`` to ``baru`` as an ``info`` that leads to its cell, in the order of the sheet."""
    return tuple(_told(perubahan, baru) for perubahan in changes(lama, baru))


def _told(perubahan: Perubahan, baru: LembarKerja) -> Catatan:
    kunci = perubahan.kunci
    letak = baru.letak.get(kunci) or next(_nearby(perubahan, baru), None) or _LEMBAR[kunci.tabel]
    return catat("C650", letak, **describe_change(perubahan))


def _nearby(perubahan: Perubahan, baru: LembarKerja) -> Iterator[Letak]:
    """A cell of the row that stands yet; the sheet as a whole serves where the row is gone."""
    tabel, baris, _ = perubahan.kunci
    return (letak for kunci, letak in baru.letak.items() if (kunci.tabel, kunci.baris) == (tabel, baris))


def tell_perubahan(jumlah: int, versi: int) -> str:
    """Return in one sentence how much differs from a version, and where the list stands."""
    if jumlah == 0:
        return f"Tidak ada perubahan isian sejak versi {versi}, yaitu yang terakhir diterima layanan."
    return (f"{jumlah} isian berubah sejak versi {versi}. Daftarnya ada di lembar Catatan Perbaikan; klik kolom Sel "
            "untuk menuju selnya, dan tekan Periksa Isian untuk menampilkan catatan perbaikan lagi.")
