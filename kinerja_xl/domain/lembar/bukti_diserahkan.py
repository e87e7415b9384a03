"""Evidence as it lies in its folders, against the register and against what was handed in before (catatan C21x)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja_xl.domain.catatan import Catatan, catat, quote
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.lembar.bukti_dukung import evidence_folder
from kinerja_xl.domain.lembar.isian import bukti_of
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, LembarKerja

_TAUTAN = re.compile(r"(https?|ftp)://\S+", re.IGNORECASE)


@dataclass(frozen=True)
class BerkasBukti:
    """A file in the folder of an indicator; ``jalur`` is relative to the root.

    ``sebab`` says why it is not taken as evidence (its kind, its size); then it has no sha256.
    """

    kode: str
    jalur: str
    sha256: str = ""
    ukuran: int = 0
    sebab: str = ""

    @property
    def nama(self) -> str:
        """The file's own name."""
        return self.jalur.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder it lies in."""
        return self.jalur.rpartition("/")[0]


@dataclass(frozen=True)
class BuktiDukung:
    """The evidence of one berkas now: its files, and the sha256 of each that was handed in last, by path."""

    folder: str  # of the bidang and quarter, relative to the root
    daftar: tuple[BerkasBukti, ...] = ()
    diserahkan: Mapping[str, str] | None = None


def check_bukti_files(lk: LembarKerja, bukti: BuktiDukung, triwulan: int) -> Iterator[Catatan]:
    """Yield what register and folders say otherwise, files of a kind that is not taken, and what changed since."""
    yield from _check_register(lk, bukti)
    known = {(indikator, _plain(_last(berkas))) for indikator, _, berkas in bukti_of(lk)}
    for berkas in bukti.daftar:
        letak = lk.place(INDIKATOR, berkas.kode, f"realisasi_tw{triwulan}")
        if berkas.sebab:
            yield catat("C214", letak, nama=quote(berkas.nama), folder=berkas.folder, sebab=berkas.sebab)
        elif (berkas.kode, _plain(berkas.nama)) not in known:
            yield catat("C213", letak, nama=quote(berkas.nama), folder=berkas.folder, kode=berkas.kode)
    yield from _check_changes(bukti)


def changed_since(diserahkan: Mapping[str, str], sekarang: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield path, sha256 then and sha256 now ("" where it is gone) of each file that is not as it was handed in."""
    for jalur, lama in diserahkan.items():
        baru = sekarang.get(jalur, "")
        if baru != lama:
            yield jalur, lama, baru


def _check_register(lk: LembarKerja, bukti: BuktiDukung) -> Iterator[Catatan]:
    present = {(berkas.kode, _plain(berkas.nama)) for berkas in bukti.daftar}
    kinds = lk.baris(INDIKATOR)
    for baris, (indikator, _, berkas) in zip(lk.baris(BUKTI), bukti_of(lk), strict=True):
        letak = lk.place(BUKTI, baris, BUKTI)
        if indikator in kinds and not _TAUTAN.match(berkas) and (indikator, _plain(_last(berkas))) not in present:
            yield catat("C212", letak, isi=quote(berkas), kode=indikator,
                        folder=f"{bukti.folder}/{evidence_folder(indikator, '')}")


def _check_changes(bukti: BuktiDukung) -> Iterator[Catatan]:
    now = {berkas.jalur: berkas.sha256 for berkas in bukti.daftar}
    for jalur, lama, baru in changed_since(bukti.diserahkan or {}, now):
        yield catat("C215" if baru else "C216", Letak("Bukti Dukung", ""), nama=jalur, lama=lama, baru=baru)


def _last(berkas: str) -> str:
    """The name of a file that a register names with its folders, as Windows or others write them."""
    return re.split(r"[\\/]", berkas)[-1]


def _plain(nama: str) -> str:
    return " ".join(nama.split()).casefold()
