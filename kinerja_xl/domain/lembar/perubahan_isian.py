"""Lihat Perubahan: what differs from the version accepted last, as a list with links to the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak, Perubahan
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.lembar.rights import changes, describe_change

MAX_TOLD = 8
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


def tell_perubahan(daftar: Sequence[Catatan], versi: int, dibanding: int | None = None, *,
                   di_lembar: bool = True) -> str:
    """Return in words how much differs from a version, and where the list stands; without a sheet to write, the list.

    ``versi`` is the one that was delivered; ``dibanding`` is the one before it, where on screen nothing has changed yet
    and the list tells what the sender had changed.
    """
    own = f"Belum ada isian yang berubah sejak versi {versi} ini diterima."
    if not daftar:
        return own if dibanding is None else f"{own} Versi {versi} juga tidak mengubah isian versi {dibanding}."
    told = f"{len(daftar)} isian berubah sejak versi {versi} diterima." if dibanding is None else (
        f"{own} Dari versi {dibanding} ke versi {versi} berubah {len(daftar)} isian.")
    if di_lembar:
        return (f"{told} Daftarnya ada di lembar Catatan Perbaikan; klik kolom Sel untuk menuju selnya, dan tekan "
                "Periksa Isian untuk menampilkan catatan perbaikan lagi.")
    more = [f"- dan {len(daftar) - MAX_TOLD} lainnya"] if len(daftar) > MAX_TOLD else []
    lines = (f"- {c.tempat}: {c.pesan.removeprefix('Perubahan: ')}" for c in daftar[:MAX_TOLD])
    return "\n".join([told, *lines, *more])


def heading_perubahan(jumlah: int, dari: int) -> str:
    """Return what stands above the list."""
    return f"{jumlah} perubahan isian sejak versi {dari}."
