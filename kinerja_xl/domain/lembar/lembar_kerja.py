"""The worksheet's content as one flat table of values, who may change which column, and the comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, Perubahan
from kinerja_xl.domain.roles import Peran

INDIKATOR = "indikator"
SUBKEGIATAN = "subkegiatan"
BUKTI = "bukti"
TABEL = (INDIKATOR, SUBKEGIATAN, BUKTI)

DISPOSISI_AS_A_WHOLE = Letak("Disposisi", "")
NOWHERE = Letak("", "")
KABID, KASUBID, ANALIS, PERENCANAAN = Peran.KABID, Peran.KASUBID, Peran.ANALIS, Peran.PERENCANAAN
_FILLERS = frozenset({ANALIS, KASUBID})


class Kolom(NamedTuple):
    """A fillable column: its stem (``_twN`` is added), heading, kind of value and the roles that may change it."""

    tabel: str
    nama: str
    judul: str
    jenis: str  # "angka", "nilai" (number or predikat), "rupiah", "teks"
    pengisi: frozenset[Peran]


KOLOM_ISIAN: tuple[Kolom, ...] = (
    Kolom(INDIKATOR, "realisasi", "Realisasi", "nilai", _FILLERS),
    Kolom(INDIKATOR, "pembilang", "Pembilang", "angka", _FILLERS),
    Kolom(INDIKATOR, "penyebut", "Penyebut", "angka", _FILLERS),
    Kolom(INDIKATOR, "keterangan", "Keterangan", "teks", _FILLERS),
    Kolom(INDIKATOR, "faktor_pendorong", "Faktor Pendorong", "teks", _FILLERS),
    Kolom(INDIKATOR, "faktor_penghambat", "Faktor Penghambat", "teks", _FILLERS),
    Kolom(INDIKATOR, "tindak_lanjut", "Tindak Lanjut", "teks", frozenset({KASUBID})),
    Kolom(INDIKATOR, "rekomendasi", "Rekomendasi", "teks", frozenset({PERENCANAAN})),
    Kolom(SUBKEGIATAN, "realisasi_k", "Realisasi Kinerja", "angka", _FILLERS),
    Kolom(SUBKEGIATAN, "realisasi_rp_sd", "Realisasi Anggaran s.d. Triwulan", "rupiah", _FILLERS),
)
"""Who may change what (contract section 2); the register of evidence is open to Analis and Kasubid."""


class Identitas(NamedTuple):
    """What a worksheet says it is: a claim; the ledger decides. None where a cell is empty or unreadable."""

    berkas: str | None
    versi: int | None
    tahun: int | None
    triwulan: int | None
    bidang: str | None
    sub_bidang: str | None
    langkah: int | None


@dataclass(frozen=True)
class LembarKerja:
    """A worksheet as read: values and places by key, the note, and what reading itself found.

    ``sel`` holds for each row of each table the plan columns (``nama``, ``satuan``, ``arah``, ``perhitungan``,
    ``target_tahun``, ``target_tw1`` ..) and the fillable ones (``realisasi_tw1`` ..). A row of the register of
    evidence is the key ``Kunci("bukti", "<indikator>|<jenis>|<berkas>", "bukti")`` with the value True.
    ``tampil`` holds the shown (cached) results of computed cells, ``tanpa_rumus`` computed cells whose formula is gone.
    """

    identitas: Identitas
    sel: Mapping[Kunci, NilaiSel]
    letak: Mapping[Kunci, Letak]
    catatan_disposisi: str = ""
    letak_catatan: Letak = DISPOSISI_AS_A_WHOLE
    letak_identitas: Mapping[str, Letak] = field(default_factory=dict)
    tampil: Mapping[Kunci, NilaiSel] = field(default_factory=dict)
    tanpa_rumus: frozenset[Kunci] = frozenset()
    daftar_catatan: tuple[Catatan, ...] = ()

    def baris(self, tabel: str) -> tuple[str, ...]:
        """The row keys of a table, in the order of the sheet."""
        return self._baris.get(tabel, ())

    @cached_property
    def _baris(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for kunci in self.sel:
            found.setdefault(kunci.tabel, {})[kunci.baris] = None
        return {tabel: tuple(rows) for tabel, rows in found.items()}

    def value(self, tabel: str, baris: str, kolom: str) -> NilaiSel:
        """Return a value, None where the cell is empty or absent."""
        return self.sel.get((tabel, baris, kolom))  # type: ignore[call-overload,no-any-return]  # as good as a Kunci, and made faster

    def place(self, tabel: str, baris: str, kolom: str) -> Letak:
        """Return where a value stands; the sheet as a whole where the cell is unknown."""
        return self.letak.get(Kunci(tabel, baris, kolom), NOWHERE)


def column_name(kolom: Kolom, triwulan: int) -> str:
    """Return the column's name in a quarter: ``realisasi_tw1``."""
    return f"{kolom.nama}_tw{triwulan}"


@cache
def changeable_columns(peran: Peran, triwulan: int) -> frozenset[tuple[str, str]]:
    """Return the columns (table, column) that a role may change in a worksheet of this quarter."""
    register = {(BUKTI, BUKTI)} if peran in _FILLERS else set()
    return frozenset(register | {(kolom.tabel, column_name(kolom, triwulan)) for kolom in KOLOM_ISIAN
                                 if peran in kolom.pengisi})


def may_change(kunci: Kunci, peran: Peran, triwulan: int) -> bool:
    """Whether a role may change this cell in a worksheet of this quarter."""
    return (kunci.tabel, kunci.kolom) in changeable_columns(peran, triwulan)


def compare(lama: Mapping[Kunci, NilaiSel], baru: Mapping[Kunci, NilaiSel]) -> tuple[Perubahan, ...]:
    """Return what changed, by key and column; an absent cell equals an empty one."""
    keys: Iterable[Kunci] = dict.fromkeys([*lama, *baru])
    return tuple(Perubahan(kunci, lama.get(kunci), baru.get(kunci)) for kunci in keys
                 if (lama.get(kunci) or None) != (baru.get(kunci) or None) or _is_zero_against_blank(lama, baru, kunci))


def _is_zero_against_blank(lama: Mapping[Kunci, NilaiSel], baru: Mapping[Kunci, NilaiSel], kunci: Kunci) -> bool:
    # 0 is a value and blank is not (domain facts 4.2), though both are false
    def filled(sel: Mapping[Kunci, NilaiSel]) -> bool:
        return sel.get(kunci) is not None and sel.get(kunci) != ""

    return filled(lama) != filled(baru)
