"""Typed views of a worksheet: its indicators, sub kegiatan, realisasi and texts out of the flat table of values."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran, compute_anggaran
from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.indicators import (
    Arah,
    Indikator,
    Nilai,
    Perhitungan,
    Rentang,
    SubKegiatan,
    TingkatIndikator,
)
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.numbers import format_angka, parse_nilai

_QUARTER = re.compile(r"keterangan_tw([1-4])")
_Kata = TypeVar("_Kata", bound=StrEnum)


def triwulan_of(lk: LembarKerja) -> int | None:
    """Return the worksheet's quarter, 1..4: what its identity claims, else what its columns are named after."""
    claimed = lk.identitas.triwulan
    if claimed in (1, 2, 3, 4):
        return claimed
    named = {match[1] for kunci in (*lk.sel, *lk.letak) if (match := _QUARTER.fullmatch(kunci.kolom))}
    return int(named.pop()) if len(named) == 1 else None


def indikator_of(lk: LembarKerja) -> tuple[Indikator, ...]:
    """Return the indicators as the plan block on the sheet states them.

    A row whose arah or jenis perhitungan cannot be read is left out: ``check_isian`` has its catatan.
    """
    found = (_indikator(lk, kode) for kode in lk.baris(INDIKATOR))
    return tuple(indikator for indikator in found if indikator is not None)


def _indikator(lk: LembarKerja, kode: str) -> Indikator | None:
    arah = read_word(Arah, lk.value(INDIKATOR, kode, "arah"))
    perhitungan = read_word(Perhitungan, lk.value(INDIKATOR, kode, "perhitungan"))
    if arah is None or perhitungan is None:
        return None
    identitas = lk.identitas
    return Indikator(
        kode, _plan_text(lk, INDIKATOR, kode, "nama"), _plan_text(lk, INDIKATOR, kode, "satuan"),
        TingkatIndikator.SUB_BIDANG if identitas.sub_bidang else TingkatIndikator.BIDANG,
        identitas.bidang, identitas.sub_bidang, "", _plan_text(lk, INDIKATOR, kode, "sasaran"), arah, perhitungan,
        nilai_of(lk, INDIKATOR, kode, "target_tahun"),
        (nilai_of(lk, INDIKATOR, kode, "target_tw1"), nilai_of(lk, INDIKATOR, kode, "target_tw2"),
         nilai_of(lk, INDIKATOR, kode, "target_tw3"), nilai_of(lk, INDIKATOR, kode, "target_tw4")))


def subkegiatan_of(lk: LembarKerja) -> tuple[SubKegiatan, ...]:
    """Return the sub kegiatan on the sheet; of the quarterly targets only this quarter's stands there.

    A pagu that is blank or no number is 0, so that no serapan is computed from it.
    """
    return tuple(_subkegiatan(lk, kode) for kode in lk.baris(SUBKEGIATAN))


def _subkegiatan(lk: LembarKerja, kode: str) -> SubKegiatan:
    target = angka_of(lk, SUBKEGIATAN, kode, "target_tw")
    tw1, tw2, tw3, tw4 = (target if k == triwulan_of(lk) else None for k in range(1, 5))
    return SubKegiatan(
        kode, _plan_text(lk, SUBKEGIATAN, kode, "nama"), _plan_text(lk, SUBKEGIATAN, kode, "indikator"),
        _plan_text(lk, SUBKEGIATAN, kode, "satuan"), lk.identitas.bidang or "", lk.identitas.sub_bidang,
        angka_of(lk, SUBKEGIATAN, kode, "target_tahun"), (tw1, tw2, tw3, tw4),
        angka_of(lk, SUBKEGIATAN, kode, "pagu") or Decimal(0))


def realisasi_of(lk: LembarKerja, kode: str) -> tuple[Realisasi, Realisasi, Realisasi, Realisasi]:
    """Return an indicator's realisasi of TW I..IV, with the parts of the ratio where the sheet has them."""
    tw1, tw2, tw3, tw4 = (_realisasi(lk, kode, triwulan) for triwulan in range(1, 5))
    return tw1, tw2, tw3, tw4


def _realisasi(lk: LembarKerja, kode: str, triwulan: int) -> Realisasi:
    nilai = nilai_of(lk, INDIKATOR, kode, f"realisasi_tw{triwulan}")
    return Realisasi(None if isinstance(nilai, Rentang) else nilai,  # a range is a target, never a realisasi
                     angka_of(lk, INDIKATOR, kode, f"pembilang_tw{triwulan}"),
                     angka_of(lk, INDIKATOR, kode, f"penyebut_tw{triwulan}"))


def anggaran_of(lk: LembarKerja, subkegiatan: SubKegiatan) -> HasilAnggaran:
    """Return the worksheet's result of a sub kegiatan; ValueError where the worksheet's quarter is unknown."""
    triwulan, kode = triwulan_of(lk), subkegiatan.kode
    if triwulan is None:
        raise ValueError(f"no quarter in {lk.identitas.berkas}")
    return compute_anggaran(
        subkegiatan, triwulan, angka_of(lk, SUBKEGIATAN, kode, f"realisasi_k_tw{triwulan}"),
        angka_of(lk, SUBKEGIATAN, kode, "realisasi_rp_sd_lalu"),
        angka_of(lk, SUBKEGIATAN, kode, f"realisasi_rp_sd_tw{triwulan}"))


def teks_of(lk: LembarKerja, kode: str, kolom: str) -> str:
    """Return an indicator's text of this quarter by the column's stem (``keterangan``); "" where it is blank."""
    return as_text(lk.value(INDIKATOR, kode, f"{kolom}_tw{triwulan_of(lk)}"))


def bukti_of(lk: LembarKerja) -> tuple[tuple[str, str, str], ...]:
    """Return the register of evidence as (indikator, jenis, berkas), in the order of the sheet."""
    rows = (baris.split("|", 2) for baris in lk.baris(BUKTI))
    return tuple((indikator.strip(), jenis.strip(), berkas.strip()) for indikator, jenis, berkas in rows)


def nilai_of(lk: LembarKerja, tabel: str, baris: str, kolom: str) -> Nilai | None:
    """Return a cell's content as a value, None where it is blank."""
    return parse_nilai(lk.value(tabel, baris, kolom))


def angka_of(lk: LembarKerja, tabel: str, baris: str, kolom: str) -> Decimal | None:
    """Return a cell's content as a number, None where it is blank or no number."""
    nilai = nilai_of(lk, tabel, baris, kolom)
    return nilai if isinstance(nilai, Decimal) else None


def as_text(isi: NilaiSel) -> str:
    """Return a cell's content as a person reads it (id-ID numbers); "" where it is blank."""
    if isi is None:
        return ""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    return _exact(isi) if isinstance(isi, Decimal) else isi.strip()


def read_word(pilihan: type[_Kata], isi: NilaiSel) -> _Kata | None:
    """Return the choice a text names by its first word, without case; None where it names none."""
    words = as_text(isi).casefold().split()
    return next((kata for kata in pilihan if words and words[0] == kata.value.casefold()), None)


def _exact(angka: Decimal) -> str:
    decimals = -int(angka.normalize().as_tuple().exponent)
    return format_angka(angka, max(decimals, 0))  # two decimals would hide what differs in the third


def _plan_text(lk: LembarKerja, tabel: str, baris: str, kolom: str) -> str:
    return as_text(lk.value(tabel, baris, kolom))
