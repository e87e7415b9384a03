"""Whether what stands in a cell can be read as what the column asks for (catatan C101 to C111)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from kinerja_xl.domain.catatan import Catatan, catat, quote
from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.indicators import Predikat
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.isian import angka_of, as_text, nilai_of
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, KOLOM_ISIAN, Kolom, LembarKerja, column_name
from kinerja_xl.domain.numbers import format_angka, parse_angka, parse_nilai
from kinerja_xl.domain.roles import Peran

MAX_AKSARA = 5000
_SELISIH_RASIO = Decimal("0.01")


def check_contents(lk: LembarKerja, triwulan: int, peran: Peran | None, skala: Skala) -> tuple[Catatan, ...]:
    """Return the catatan about single cells that this role fills, and about each pair of pembilang and penyebut.

    A pair of which one cell cannot be read gets no catatan of its own.
    """
    columns = [kolom for kolom in KOLOM_ISIAN if peran in kolom.pengisi]
    found = [catatan for kolom in columns for baris in lk.baris(kolom.tabel)
             for catatan in _check_cell(lk, kolom, baris, triwulan, skala)]
    faulty = {(catatan.lembar, catatan.sel) for catatan in (*lk.daftar_catatan, *found) if catatan.menolak}
    if any(kolom.nama == "pembilang" for kolom in columns):
        found += [catatan for kode in lk.baris(INDIKATOR) for catatan in _check_ratio(lk, kode, triwulan, faulty)]
    return tuple(found)


def daftar_predikat(lk: LembarKerja, kode: str, skala: Skala) -> tuple[str, ...]:
    """Return the predikat an indicator may have: those of the scale; () where its target is no predikat.

    A target outside the scale (``Ada``) is compared as a text (domain facts 5.1): it names itself first.
    """
    columns = ("target_tahun", *(f"target_tw{k}" for k in range(1, 5)))
    targets = [nilai.huruf for nilai in (nilai_of(lk, INDIKATOR, kode, kolom) for kolom in columns)
               if isinstance(nilai, Predikat)]
    known = {huruf.casefold() for huruf in skala.predikat}
    if targets and all(huruf.casefold() in known for huruf in targets):
        return tuple(skala.predikat)
    return tuple(dict.fromkeys(targets))


def _check_cell(lk: LembarKerja, kolom: Kolom, baris: str, triwulan: int, skala: Skala) -> Iterator[Catatan]:
    nama = column_name(kolom, triwulan)
    isi, letak = lk.value(kolom.tabel, baris, nama), lk.place(kolom.tabel, baris, nama)
    if kolom.jenis == "teks":
        if len(as_text(isi)) > MAX_AKSARA:
            yield catat("C111", letak, isi=quote(as_text(isi)), batas=format_angka(Decimal(MAX_AKSARA)))
        return
    pilihan = daftar_predikat(lk, baris, skala) if kolom.jenis == "nilai" else ()
    if pilihan:
        if not _is_predikat(isi, pilihan, skala):
            yield catat("C105", letak, isi=quote(as_text(isi)), pilihan=", ".join(pilihan))
        return
    kode, fakta = _judge_angka(isi)
    if kode:
        yield catat(kode, letak, **fakta)


def _is_predikat(isi: NilaiSel, pilihan: tuple[str, ...], skala: Skala) -> bool:
    nilai = parse_nilai(isi)
    if nilai is None:
        return True
    if not isinstance(nilai, Predikat):
        return False
    # outside the scale any word is an answer: "Ada" or "Tidak ada"
    return pilihan != tuple(skala.predikat) or nilai.huruf.casefold() in {huruf.casefold() for huruf in pilihan}


def _judge_angka(isi: NilaiSel) -> tuple[str, dict[str, object]]:
    """Return the kind of catatan a cell for a number needs, ("", {}) where it needs none."""
    nilai = parse_nilai(isi)
    kutipan = quote(as_text(isi))
    if nilai is None:
        return "", {}
    if not isinstance(nilai, Decimal):
        return "C101", {"isi": kutipan}
    if nilai < 0:
        return "C109", {"isi": kutipan}
    lain = parse_angka(isi).makna_lain if isinstance(isi, str) else None
    if lain is not None:
        return "C102", {"isi": kutipan, "dibaca": as_text(nilai), "lain": as_text(lain)}
    return "", {}


def _check_ratio(lk: LembarKerja, kode: str, triwulan: int,
                 faulty: Collection[tuple[str, str]]) -> Iterator[Catatan]:
    atas, bawah, hasil = (f"{nama}_tw{triwulan}" for nama in ("pembilang", "penyebut", "realisasi"))
    places = {kolom: lk.place(INDIKATOR, kode, kolom) for kolom in (atas, bawah, hasil)}
    if places[atas] in faulty or places[bawah] in faulty:
        return
    pembilang, penyebut = angka_of(lk, INDIKATOR, kode, atas), angka_of(lk, INDIKATOR, kode, bawah)
    if (pembilang is None) != (penyebut is None):
        yield catat("C108", places[atas if pembilang is None else bawah], kode=kode)
    elif penyebut == 0:
        yield catat("C106", places[bawah], kode=kode)
    elif pembilang is not None and penyebut is not None and places[hasil] not in faulty:
        rasio, tertulis = pembilang * 100 / penyebut, nilai_of(lk, INDIKATOR, kode, hasil)
        if isinstance(tertulis, Decimal) and abs(rasio - tertulis) > _SELISIH_RASIO:
            yield catat("C107", places[hasil], kode=kode, tertulis=as_text(tertulis), dihitung=format_angka(rasio))
