"""A worksheet issued again under a later version of the plan: what is carried over, and what its holder is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kinerja_xl.domain.catatan import Catatan, catat, quote
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.lembar.lembar_kerja import (
    BUKTI,
    INDIKATOR,
    KOLOM_ISIAN,
    SUBKEGIATAN,
    LembarKerja,
    column_name,
    may_change,
)
from kinerja_xl.domain.lembar.rights import changes, heading
from kinerja_xl.domain.rencana.perubahan_rencana import compare_rencana
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran

_KUNCI = {INDIKATOR: "kode_indikator", SUBKEGIATAN: "kode_subkegiatan"}
_LEMBAR = {INDIKATOR: Letak("Lembar Kerja", ""), SUBKEGIATAN: Letak("Program dan Anggaran", ""),
           BUKTI: Letak("Bukti Dukung", "")}
TANPA_BARIS, BUKAN_ISIAN, DAFTAR_PENUH = "C640", "C641", "C645"
"""Why a value is not carried over: its row is gone, its holder may not fill it, the register has no room."""


@dataclass(frozen=True)
class Tertinggal:
    """A value that is not carried over, and the kind of catatan that says why."""

    kunci: Kunci
    isi: NilaiSel
    kode: str


@dataclass(frozen=True)
class Salinan:
    """What goes from a worksheet into the one that takes its place, and what does not."""

    isian: dict[Kunci, NilaiSel]
    catatan_disposisi: str
    tertinggal: tuple[Tertinggal, ...]


def carry_over(diterima: LembarKerja, daftar_milik: Sequence[LembarKerja], rencana: RencanaAksi, peran: Peran,
               triwulan: int, tempat_bukti: int) -> Salinan:
    """Return what is carried over into the worksheet made from ``rencana``, the unit's part of the plan, by key.

    ``diterima`` is the content accepted last; ``daftar_milik`` are the files in which its holder, of the role
    ``peran``, has worked since, the one saved last at the end: what he may fill and has changed counts. The
    register of evidence has room for ``tempat_bukti`` rows.
    """
    isian = {kunci: isi for kunci, isi in diterima.sel.items() if _is_isian(kunci, triwulan)}
    note, left = "", dict[Kunci, Tertinggal]()
    for lk in daftar_milik:
        note = lk.catatan_disposisi or note
        for kunci in _changed(diterima, lk, triwulan):
            if may_change(kunci, peran, triwulan):
                isian[kunci] = lk.sel.get(kunci)
            elif _says_something(lk.sel.get(kunci)):
                left[kunci] = Tertinggal(kunci, lk.sel.get(kunci), BUKAN_ISIAN)
    filled = {kunci: isi for kunci, isi in isian.items() if _says_something(isi)}
    gone = [kunci for kunci in filled if not _has_row(kunci, diterima, rencana)]
    left |= {kunci: Tertinggal(kunci, filled.pop(kunci), TANPA_BARIS) for kunci in gone}
    crowded = [kunci for kunci in filled if kunci.tabel == BUKTI][tempat_bukti:]
    left |= {kunci: Tertinggal(kunci, filled.pop(kunci), DAFTAR_PENUH) for kunci in crowded}
    return Salinan(filled, note, tuple(left.values()))


def _is_isian(kunci: Kunci, triwulan: int) -> bool:
    return kunci.tabel == BUKTI or any(
        kolom.tabel == kunci.tabel and column_name(kolom, triwulan) == kunci.kolom for kolom in KOLOM_ISIAN)


def _changed(lama: LembarKerja, baru: LembarKerja, triwulan: int) -> Iterator[Kunci]:
    """What somebody filled, changed or emptied; a row or column that his file lost is not emptied by that."""
    lost = any(catatan.kode in ("C404", "C406") for catatan in baru.daftar_catatan)
    for perubahan in changes(lama, baru):
        kunci = perubahan.kunci
        stands = kunci in baru.sel or (kunci.tabel == BUKTI and not lost)
        if stands and _is_isian(kunci, triwulan):
            yield kunci


def _says_something(isi: NilaiSel) -> bool:
    return isi is not None and isi != ""


def _has_row(kunci: Kunci, diterima: LembarKerja, rencana: RencanaAksi) -> bool:
    """Whether the plan has the row; evidence of a code that was never there is its writer's to mend."""
    indicators = {indikator.kode for indikator in rencana.daftar_indikator}
    if kunci.tabel == BUKTI:
        about = kunci.baris.split("|", 1)[0]
        return about in indicators or about not in diterima.baris(INDIKATOR)
    return kunci.baris in (indicators if kunci.tabel == INDIKATOR else
                           {sub.kode for sub in rencana.daftar_subkegiatan})


def catatan_terbit_ulang(lama: RencanaAksi, baru: RencanaAksi, tertinggal: Iterable[Tertinggal], lk: LembarKerja,
                         peran: Peran) -> tuple[Catatan, ...]:
    """Return what the holder is told: what the plan changed for the unit, and what was not carried over and why.

    ``lama`` and ``baru`` are the unit's parts of the two versions, ``lk`` the worksheet made from the later one.
    """
    return (*_changes_told(lama, baru, lk), *(_left_told(row, baru.versi, lk, peran) for row in tertinggal))


def _changes_told(lama: RencanaAksi, baru: RencanaAksi, lk: LembarKerja) -> Iterator[Catatan]:
    before, after = _codes(lama), _codes(baru)
    for row in compare_rencana(lama, baru):
        kode = "C643" if row.kode not in before else "C644" if row.kode not in after else "C642"
        tabel = after.get(row.kode) or before[row.kode]
        yield catat(kode, lk.letak.get(Kunci(tabel, row.kode, _KUNCI[tabel])) or _LEMBAR[tabel],
                    kolom=row.kolom, kode=row.kode, lama=quote(row.lama), baru=quote(row.baru), rencana=baru.versi)


def _codes(rencana: RencanaAksi) -> dict[str, str]:
    """The plan's codes and the table each stands in."""
    return {**{i.kode: INDIKATOR for i in rencana.daftar_indikator},
            **{s.kode: SUBKEGIATAN for s in rencana.daftar_subkegiatan}}


def _left_told(row: Tertinggal, versi: int, lk: LembarKerja, peran: Peran) -> Catatan:
    tabel, baris, kolom = row.kunci
    if tabel == BUKTI:
        kode, _, isi = baris.split("|", 2)
        judul = "Bukti Dukung"
    else:
        kode, judul, isi = baris, heading(kolom), as_text(row.isi)
    letak = lk.letak.get(row.kunci) or _LEMBAR[tabel]
    return catat(row.kode, letak, kolom=judul, kode=kode, isi=quote(isi), rencana=versi,
                 peran=peran)

