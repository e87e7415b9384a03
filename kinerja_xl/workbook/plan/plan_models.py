"""The rows of Rencana Aksi as they enter: one pydantic model per sheet, each field one cell."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.dasar import JenisDasar
from kinerja_xl.domain.indicators import Arah, Perhitungan, TingkatIndikator
from kinerja_xl.domain.numbers import format_nilai
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.workbook.cell_fields import (
    Angka,
    AngkaWajib,
    BarisIsian,
    Bulat,
    Daftar,
    Kode,
    KodeTetap,
    KodeWajib,
    NilaiTarget,
    Tanggal,
    Teks,
    TeksWajib,
    YaTidak,
    as_text,
    choose,
    salah,
)

_TRIWULAN = {teks: nomor for nomor, romawi in enumerate(ROMAWI, start=1) for teks in (romawi, str(nomor))}
_AWALAN_TRIWULAN = re.compile(r"(tw|triwulan)\.?\s*", re.IGNORECASE)
_AWALAN_NOMOR = re.compile(r"(nomor|no)(\s*[.:]\s*|\s+)", re.IGNORECASE)
_KATA_DASAR = {kata.casefold(): jenis for jenis in JenisDasar for kata in (jenis.value, jenis.sebutan)}


def _read_year(isi: NilaiSel) -> int:
    teks = as_text(isi).strip()
    if not teks:
        raise salah("C601")
    if not re.fullmatch(r"20[0-9]{2}", teks):
        raise salah("C614", sebab="tulis empat angka, misalnya 2026")
    return int(teks)


def _read_quarter(isi: NilaiSel) -> int | None:
    """A quarter as people write it: II, 2, TW II, Triwulan II; None where it is blank."""
    teks = " ".join(as_text(isi).split())
    if teks in ("", "-", "–", "—"):
        return None
    nomor = _TRIWULAN.get(_AWALAN_TRIWULAN.sub("", teks, count=1).upper())
    if nomor is None:
        raise salah("C602", isi=teks, pilihan=", ".join(ROMAWI))
    return nomor


def _read_version(isi: NilaiSel) -> int | None:
    teks = as_text(isi).strip()
    if teks and not re.fullmatch(r"[1-9][0-9]{0,3}", teks):
        raise salah("C614", sebab="tulis bilangan bulat mulai dari 1")
    return int(teks) if teks else None


def _read_jenis_dasar(isi: NilaiSel) -> JenisDasar | None:
    teks = " ".join(as_text(isi).split())
    if teks in ("", "-", "–", "—"):
        return None
    if teks.casefold() not in _KATA_DASAR:
        raise salah("C602", isi=teks, pilihan=", ".join(JenisDasar))
    return _KATA_DASAR[teks.casefold()]


def _read_letter_number(isi: NilaiSel) -> str:
    """The number of a letter: text such as 12/PK/2026; a cell that became a date or a fraction has lost it."""
    teks = " ".join(as_text(isi).split())
    if isinstance(isi, Decimal) and isi != isi.to_integral_value():
        raise salah("C614", sebab=f"“{teks}” tersimpan sebagai angka; ubah format sel menjadi Teks, lalu tulis ulang")
    if isinstance(isi, str) and re.fullmatch(r"\d{2}/\d{2}/\d{4} \d{2}:\d{2}|\d{2}/\d{2}/\d{4}", teks):
        raise salah("C614", sebab=f"“{teks}” tersimpan sebagai tanggal; ubah format sel menjadi Teks, lalu tulis ulang")
    if prefix := _AWALAN_NOMOR.match(teks):
        teks = teks[prefix.end():]
    return "" if teks in ("-", "–", "—") else teks


def _read_shown(isi: NilaiSel) -> str:
    """A value of the sheet Perubahan as people read it: numbers as Indonesians write them."""
    return format_nilai(isi) if isinstance(isi, Decimal) else " ".join(as_text(isi).split())


Triwulan = Annotated[int | None, PlainValidator(_read_quarter)]
Ditampilkan = Annotated[str, PlainValidator(_read_shown)]


class IsianTahun(BarisIsian):
    """The year in the head of the sheet Indikator: what else the head says is judged by it."""

    tahun: Annotated[int, PlainValidator(_read_year)]


class IsianKepala(BarisIsian):
    """What stands beside the other labels above the sheet Indikator's table; None where it is blank."""

    dasar: Annotated[JenisDasar | None, PlainValidator(_read_jenis_dasar)]
    nomor: Annotated[str, PlainValidator(_read_letter_number)]
    tanggal: Tanggal
    berlaku_mulai: Triwulan
    versi: Annotated[int | None, PlainValidator(_read_version)]


class IsianRiwayat(BarisIsian):
    """A row of the sheet Riwayat Capaian; field names are those of ``RiwayatCapaian``."""

    kode: KodeWajib
    nama: Teks
    satuan: Teks
    tahun: Bulat
    triwulan: Triwulan
    target: NilaiTarget
    realisasi: NilaiTarget
    keterangan: Teks


class IsianPerubahan(BarisIsian):
    """A row of the sheet Perubahan; field names are those of ``PerubahanRencana``."""

    tanggal: Tanggal
    kode: Kode
    kolom: Teks
    lama: Ditampilkan
    baru: Ditampilkan
    alasan: Teks


class IsianIndikator(BarisIsian):
    """A row of the sheet Indikator; field names are those of ``Indikator``, targets one by one."""

    kode: KodeTetap
    nama: TeksWajib
    satuan: TeksWajib
    tingkat: Annotated[TingkatIndikator, choose(TingkatIndikator)]
    bidang: Teks
    sub_bidang: Teks
    tujuan: Teks
    sasaran: TeksWajib
    arah: Annotated[Arah, choose(Arah)]
    perhitungan: Annotated[Perhitungan, choose(Perhitungan)]
    target_tahun: NilaiTarget
    target_tw1: NilaiTarget
    target_tw2: NilaiTarget
    target_tw3: NilaiTarget
    target_tw4: NilaiTarget
    iku: YaTidak
    definisi: Teks
    sumber_data: Teks
    baseline: NilaiTarget
    target_renstra: NilaiTarget
    standar_nasional: NilaiTarget
    program: Teks
    rencana_aksi: Teks
    pagu: Angka
    penanggung_jawab: Teks
    digabung_dari: Daftar


class IsianSubKegiatan(BarisIsian):
    """A row of the sheet Program; field names are those of ``SubKegiatan``, targets one by one."""

    kode: KodeWajib
    nama: TeksWajib
    indikator: TeksWajib
    satuan: TeksWajib
    bidang: Teks
    sub_bidang: Teks
    target_tahun: Angka
    target_tw1: Angka
    target_tw2: Angka
    target_tw3: Angka
    target_tw4: Angka
    pagu: AngkaWajib
    urusan: Teks
    kode_program: Kode
    program: Teks
    kode_kegiatan: Kode
    kegiatan: Teks
