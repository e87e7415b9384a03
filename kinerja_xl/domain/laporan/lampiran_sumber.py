"""The attachment that leads each figure back: the archived files, the cells read from them, and the formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kinerja_xl.domain.lembar.lembar_kerja import KOLOM_ISIAN
from kinerja_xl.domain.naskah.naskah import (
    Bab,
    Baris,
    Blok,
    Gaya,
    Halaman,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    Tautan,
    paragraf,
    sel,
    walk_sumber_angka,
)
from kinerja_xl.domain.periods import ROMAWI, tanggal_panjang
from kinerja_xl.domain.sumber import BerkasSumber, SumberHitung, SumberSel, walk_sumber

JUDUL = "SUMBER ANGKA"
_TABEL = "sumber-angka"
_QUARTER = re.compile(r"(.+)_tw([1-4])")
_STEMS = {kolom.nama: kolom.judul for kolom in KOLOM_ISIAN}
_LALU = {"realisasi_rp_sd_lalu": "Realisasi Anggaran s.d. Triwulan Sebelumnya"}


class _Rujukan(NamedTuple):
    """The cells of one row of one sheet."""

    lembar: str
    baris: str
    daftar: list[SumberSel]


def lampiran_sumber(nomor: str, daftar_bab: Iterable[Bab]) -> Bab:
    """Return the attachment for the figures of these chapters: each cell with a link to the archived file."""
    sources = list(walk_sumber(walk_sumber_angka(daftar_bab)))
    formulas = sorted({source.rumus for source in sources if isinstance(source, SumberHitung)})
    return Bab(nomor, JUDUL, tuple(_blocks([s for s in sources if isinstance(s, SumberSel)], formulas)))


def _blocks(cells: Sequence[SumberSel], formulas: Sequence[str]) -> Iterator[Blok]:
    yield Halaman(mendatar=True)
    yield paragraf("Setiap angka dalam laporan ini dibaca dari sel yang disebutkan pada ", Rujukan(_TABEL), " atau "
                   "dihitung dari angka lain menurut rumus di bawah ini. Keterangan lengkap tiap angka tersimpan di "
                   "dalam dokumen ini dan dibuktikan dengan perintah kinerja verifikasi.")
    if formulas:  # one paragraph, for a list would take pages; the table ends the attachment with a fair part of a page
        yield paragraf(f"Rumus yang dipakai: {'; '.join(formulas)}.", gaya=Gaya.KETERANGAN)
    kolom = (Kolom("Lembar", 18), Kolom("Kode", 16, Rata.TENGAH), Kolom("Sel yang dibaca", 66))
    yield Tabel(_TABEL, "Berkas arsip dan sel yang menjadi sumber angka", kolom, tuple(_rows(cells)))


def _rows(cells: Sequence[SumberSel]) -> Iterator[Baris]:
    for berkas in sorted({cell.berkas for cell in cells}, key=lambda b: (b.nama, b.versi)):
        yield Baris((_file(berkas),), JenisBaris.KELOMPOK)
        for row in _references([cell for cell in cells if cell.berkas == berkas]):
            yield Baris((sel(row.lembar or "–"), sel(row.baris), _cells(row)))


def _references(cells: Sequence[SumberSel]) -> list[_Rujukan]:
    found: dict[tuple[str, str], _Rujukan] = {}
    for cell in cells:
        key = cell.letak.lembar, cell.isi.baris
        found.setdefault(key, _Rujukan(*key, [])).daftar.append(cell)
    return sorted(found.values(), key=lambda row: row[:2])


def _file(berkas: BerkasSumber) -> Sel:
    by = f" – {berkas.oleh}" if berkas.oleh else ""
    when = f", {tanggal_panjang(berkas.pada.date())}" if berkas.pada else ""
    proof = f" (sha256 {berkas.sha256[:12]})" if berkas.sha256 else ""
    return sel(Tautan(berkas.sebutan, berkas.jalur), f"{by}{when}{proof}", bentang=3, rata=Rata.KIRI)


def _cells(row: _Rujukan) -> Sel:
    pieces: list[str | Tautan] = []
    for cell in sorted(row.daftar, key=lambda one: one.letak.row_and_column):
        pieces += ["; "] if pieces else []
        place = f" {cell.letak.sel}" if cell.letak.sel else ""
        pieces.append(Tautan(f"{_title(cell)}{place}", cell.berkas.jalur, _address(cell)))
    return Sel((Paragraf(tuple(pieces), Gaya.KETERANGAN),))


def _title(cell: SumberSel) -> str:
    """The column by its heading: ``Realisasi TW III``, ``Target Tahunan``."""
    kolom = cell.isi.kolom
    found = _QUARTER.fullmatch(kolom)
    if found and found[1] in _STEMS:
        return f"{_STEMS[found[1]].removesuffix(' Triwulan')} TW {ROMAWI[int(found[2]) - 1]}"
    return _LALU.get(kolom, kolom.partition(" (versi ")[0])


def _address(cell: SumberSel) -> str:
    return f"'{cell.letak.lembar}'!{cell.letak.sel}" if cell.letak.sel else ""
