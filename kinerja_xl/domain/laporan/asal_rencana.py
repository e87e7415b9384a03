"""Where the plan of a report comes from: its versions, who stands on which, and what changed since the first one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.naskah.naskah import Angka, Baris, Kolom, Tabel, kelompok, sel
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi
from kinerja_xl.domain.sumber import BerkasSumber, Sumber

TABEL_PERUBAHAN = "perubahan-rencana"
SumberPerubahan = Callable[[PerubahanRencana, bool], Sumber]
"""Where a changed value comes from: the change, and whether its old value is meant."""


@dataclass(frozen=True)
class BukuRencana:
    """An archived version of the plan, and where its values stand: by code and heading."""

    berkas: BerkasSumber
    letak: Mapping[tuple[str, str], Letak] = field(default_factory=dict)


@dataclass(frozen=True)
class AsalRencana:
    """``dasar`` of each version of the year's plan, the version the year began with, and what changed since.

    ``buku`` are the archived versions.
    """

    dasar: Mapping[int, str] = field(default_factory=dict)
    semula: int = 1
    perubahan: tuple[PerubahanRencana, ...] = ()
    buku: Mapping[int, BukuRencana] = field(default_factory=dict)

    def sebutan(self, versi: int) -> str:
        """Return ``versi 2, Perjanjian Kinerja Perubahan Nomor 12/PK/2026``; the dasar is left out while unknown."""
        return ", ".join(filter(None, (f"versi {versi}", self.dasar.get(versi))))


def asal_of(rencana: RencanaAksi) -> AsalRencana:
    """Return what a plan says of itself, for a year that has had only this version."""
    return AsalRencana({rencana.versi: str(rencana.dasar) if rencana.dasar else ""}, rencana.versi)


def sebut_rencana(rencana: RencanaAksi) -> str:
    """Return ``Rencana Aksi Tahun 2026 versi 1, Perjanjian Kinerja Nomor 3/PK/2026``."""
    return f"Rencana Aksi Tahun {rencana.tahun} {asal_of(rencana).sebutan(rencana.versi)}"


def tabel_perubahan(asal: AsalRencana, rencana: RencanaAksi, sumber: SumberPerubahan) -> Tabel:
    """Return what changed as a table: a group per indicator or sub kegiatan, old and new side by side, and why."""
    kolom = (Kolom("Bagian Rencana", 22), Kolom("Semula", 19), Kolom("Menjadi", 19), Kolom("Alasan", 40))
    return Tabel(TABEL_PERUBAHAN, f"Perubahan Rencana Aksi Tahun {rencana.tahun} terhadap versi {asal.semula}", kolom,
                 tuple(_rows(asal, rencana, sumber)))


def _rows(asal: AsalRencana, rencana: RencanaAksi, sumber: SumberPerubahan) -> Iterator[Baris]:
    names = {i.kode: i.nama for i in rencana.daftar_indikator} | {s.kode: s.nama for s in rencana.daftar_subkegiatan}
    for kode, group in groupby(asal.perubahan, lambda row: row.kode):
        rows = list(group)
        nama = names.get(kode) or rows[0].lama  # what was dropped is told by its name
        yield kelompok(f"{kode} – {nama}", 4)
        yield from (Baris((sel(row.kolom), sel(Angka(row.lama, sumber(row, True))),
                           sel(Angka(row.baru, sumber(row, False))), sel(row.alasan or "–"))) for row in rows)
