"""The tables of a sheet: their headings, columns, rows and titles, and the year and quarter they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kinerja_xl.domain.adopsi.istilah import JENJANG, Arti, Makna, is_up_to, quarter_of
from kinerja_xl.domain.adopsi.judul import heading_blocks
from kinerja_xl.domain.adopsi.kolom import Kolom, read_columns, settle, with_money_unit
from kinerja_xl.domain.adopsi.sumber import LembarSumber, isi_teks


@dataclass(frozen=True)
class Tabel:
    """One table: its heading rows, its columns, the rows under them, and the titles above."""

    lembar: LembarSumber
    atas: int
    bawah: int
    akhir: int
    daftar_kolom: tuple[Kolom, ...]
    judul: tuple[tuple[int, str], ...]  # texts above the headings, with their rows
    sebagian: bool  # whether it holds only some of the columns under the headings

    def filled(self, row: int) -> tuple[int, ...]:
        """Return the filled columns of a row that belong to this table."""
        own = {kolom.nomor for kolom in self.daftar_kolom}
        return tuple(c for c in self.lembar.baris.get(row, ()) if not self.sebagian or c in own)

    def columns(self, *daftar_arti: Arti) -> tuple[Kolom, ...]:
        """Return the columns of these meanings, from left to right."""
        return tuple(kolom for kolom in self.daftar_kolom if kolom.makna.arti in daftar_arti)


def find_tables(lembar: LembarSumber, koreksi: Mapping[str, Makna]) -> tuple[Tabel, ...]:
    """Return the tables of a sheet, from top to bottom; ``koreksi``: headings (``Lembar!C``) the planner corrected."""
    blocks = list(heading_blocks(lembar))
    titles = tuple(_titles(lembar, blocks[0][0])) if blocks else ()
    tables = []
    for nomor, (atas, bawah) in enumerate(blocks):
        akhir = blocks[nomor + 1][0] - 1 if nomor + 1 < len(blocks) else lembar.luas[0]
        judul = titles if nomor == 0 else ()
        columns = read_columns(lembar, atas, bawah, akhir)
        columns = with_money_unit(columns, [teks for _, teks in titles])
        columns = _with_corrections(columns, lembar, koreksi)
        parts = _parts(columns)
        tables += [Tabel(lembar, atas, bawah, akhir, settle(part), judul, len(parts) > 1) for part in parts]
    return tuple(tables)


def _parts(columns: Sequence[Kolom]) -> list[Sequence[Kolom]]:
    """The columns level by level where each level has an indicator of its own beside it; else all together.

    Who answers for a row stands beside one of them and holds for all.
    """
    starts = [n for n, kolom in enumerate(columns) if kolom.makna.arti in JENJANG and any(
        k.makna.arti is Arti.INDIKATOR for k in _up_to_next_level(columns, n))]
    if len(starts) < 2:
        return [columns]
    edges = [0, *starts[1:], len(columns)]
    shared = [k for k in columns if k.makna.arti is Arti.PENANGGUNG_JAWAB]
    return [[*(k for k in columns[first:last] if k not in shared), *shared] for first, last in pairwise(edges)]


def _up_to_next_level(columns: Sequence[Kolom], start: int) -> Sequence[Kolom]:
    last = next((n for n in range(start + 1, len(columns)) if columns[n].makna.arti in JENJANG), len(columns))
    return columns[start:last]


def _titles(lembar: LembarSumber, atas: int) -> Iterator[tuple[int, str]]:
    for row in range(1, atas):
        if teks := " ".join(isi_teks(lembar.own(row, column)) for column in lembar.baris.get(row, ())):
            yield row, teks


def _with_corrections(columns: Sequence[Kolom], lembar: LembarSumber,
                      koreksi: Mapping[str, Makna]) -> tuple[Kolom, ...]:
    return tuple(replace(k, makna=koreksi.get(lembar.tempat(0, k.nomor), k.makna)) for k in columns)


def for_year(tabel: Tabel, tahun: int | None) -> Tabel:
    """Return the table with the targets and pagu of one year; those of other years stand there as remarks.

    What was reached in another year keeps its meaning: it is history.
    """
    tabel = replace(tabel, daftar_kolom=tuple(_reached_in(k, tahun) for k in tabel.daftar_kolom))
    dated = [k for k in tabel.daftar_kolom if k.makna.tahun and k.makna.arti is not Arti.REALISASI_TAHUN]
    if len({k.makna.tahun for k in dated}) < 2:
        return tabel
    return replace(tabel, daftar_kolom=tuple(
        replace(k, makna=Makna(Arti.KETERANGAN, tahun=k.makna.tahun)) if k in dated and k.makna.tahun != tahun else k
        for k in tabel.daftar_kolom))


def _reached_in(kolom: Kolom, tahun: int | None) -> Kolom:
    """What a column of results without a quarter holds, by the year in its heading: ``Realisasi s/d 2025``."""
    arti, named = kolom.makna.arti, re.findall(r"\b20\d\d\b", kolom.dibaca)
    if arti not in (Arti.REALISASI, Arti.ANGGARAN) or len(set(named)) != 1 or tahun is None:
        return kolom
    year = int(named[0])
    if year >= tahun:
        return replace(kolom, makna=replace(kolom.makna, arti=Arti.HITUNG)) if year == tahun else kolom
    if re.search(r"s\W{0,2}d\b|sampai", kolom.dibaca):
        earlier = Arti.REALISASI_LALU if arti is Arti.REALISASI else Arti.ANGGARAN_LALU
        return replace(kolom, makna=replace(kolom.makna, arti=earlier))
    return replace(kolom, makna=Makna(Arti.REALISASI_TAHUN, tahun=year)) if arti is Arti.REALISASI else kolom


def sheet_quarter(tabel: Tabel) -> int:
    """Return the quarter that a sheet's name or its titles tell, 0 where they tell none."""
    return next((quarter for teks in _names_of(tabel) if (quarter := quarter_of(teks))), 0)


def tells_up_to(tabel: Tabel) -> bool:
    """Whether the quarter that a sheet's name or its titles tell is the last of several: ``s.d. Triwulan II``."""
    return sheet_quarter(tabel) > 1 and any(is_up_to(teks) for teks in _names_of(tabel))


def _names_of(tabel: Tabel) -> Iterator[str]:
    yield tabel.lembar.nama
    yield from (teks for _, teks in tabel.judul)
