"""Finding the tables of a sheet: heading rows of any number, merged or not, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from kinerja_xl.domain.adopsi.inggris import in_indonesian, is_english
from kinerja_xl.domain.adopsi.istilah import (
    ANGKA,
    DUGAAN,
    JENJANG,
    KINERJA,
    NAMA,
    RUPIAH,
    TIDAK_DIKENAL,
    Arti,
    Makna,
    factor_of,
    is_judul,
    is_up_to,
    quarter_of,
    read_heading,
)
from kinerja_xl.domain.adopsi.sumber import LembarSumber, isi_teks
from kinerja_xl.domain.numbers import parse_nilai

_MAX_BARIS_JUDUL = 8
_JUMLAH_UANG = re.compile(r"^(?!.*(?:%|tingkat|persen|serapan)).*(?:\brp\b|anggaran|pagu|keuangan|sisa)")
_SUNGGUH_PJ = re.compile(r"penanggung ?jawab|pelaksana|\bpic\b|pengampu")


@dataclass(frozen=True)
class Kolom:
    """One column of a table: its number, the headings above it joined, and what they mean.

    ``dibaca``: the headings in Indonesian and lower case.
    """

    nomor: int
    judul: str
    makna: Makna
    dibaca: str = ""


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
    blocks = list(_heading_blocks(lembar))
    above = [teks for _, teks in _titles(lembar, 0, blocks[0][0])] if blocks else []
    tables = []
    for nomor, (atas, bawah) in enumerate(blocks):
        akhir = blocks[nomor + 1][0] - 1 if nomor + 1 < len(blocks) else lembar.luas[0]
        judul = tuple(_titles(lembar, 0, atas)) if nomor == 0 else ()
        columns = _read_columns(lembar, atas, bawah, akhir)
        columns = _with_money_unit(columns, above)
        columns = _with_corrections(columns, lembar, koreksi)
        parts = _parts(columns)
        tables += [Tabel(lembar, atas, bawah, akhir, _first_of_each(part), judul, len(parts) > 1) for part in parts]
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


def _heading_blocks(lembar: LembarSumber) -> Iterator[tuple[int, int]]:
    last, row = lembar.luas[0], 1
    while row <= last:
        bottom = _block_bottom(lembar, row)
        if bottom and _tells_a_table(_read_columns(lembar, row, bottom, bottom)):
            yield row, bottom
            row = bottom + 1
        else:
            row += 1


def _block_bottom(lembar: LembarSumber, top: int) -> int:
    """Return the last row of the headings that begin in row ``top``, 0 where none begin there."""
    if not _is_heading_row(lembar, top, 2) or _is_pair_above(lembar, top):
        return 0
    bottom = reach = top
    for row in range(top, min(top + _MAX_BARIS_JUDUL, lembar.luas[0] + 1)):
        columns = lembar.baris.get(row, ())
        if row > reach and not (columns and (_is_heading_row(lembar, row, 2) or _numbers_quarters(lembar, row))):
            break
        if row > max(top, reach) and columns and not _is_heading_row(lembar, row, 1) and not (
                _numbers_quarters(lembar, row)):
            break
        bottom = row
        areas = [lembar.jangkar[row, column] for column in columns if (row, column) in lembar.jangkar]
        reach = max([reach, *(area[2] for area in areas)])
    return bottom


def _is_pair_above(lembar: LembarSumber, row: int) -> bool:
    """Whether a row only names something beside its name (``Bulan | Juni 2026``), right above the headings."""
    pair, below = lembar.baris.get(row, ()), lembar.baris.get(row + 1, ())
    return len(pair) == 2 and len(below) > 3 and pair == (below[0], below[0] + 1) and not any(
        (row, column) in lembar.jangkar for column in pair)


def _numbers_quarters(lembar: LembarSumber, row: int) -> bool:
    """Whether a row of numbers stands among the headings: a heading follows below it (1 2 3 4 over K, Rp)."""
    return is_column_numbers(lembar, row) and _is_heading_row(lembar, row + 1, 2)


def _is_heading_row(lembar: LembarSumber, row: int, least: int) -> bool:
    cells = [lembar.own(row, column) for column in lembar.baris.get(row, ())]
    if not cells or not all(isinstance(isi, str) or is_judul(isi_teks(isi)) for isi in cells):
        return False
    known = sum(is_judul(isi_teks(isi)) for isi in cells)
    return known >= least and known >= 0.7 * len(cells) and not is_column_numbers(lembar, row)


def is_column_numbers(lembar: LembarSumber, row: int) -> bool:
    """Whether a row only counts the columns: ``1``, ``(2)``, ``12 = 8+9+10+11``."""
    texts = [isi_teks(lembar.own(row, column)).strip("() ") for column in lembar.baris.get(row, ())]
    firsts = [teks.split("=")[0].strip() for teks in texts]
    if len(firsts) < 3 or not all(first.isdigit() and len(first) < 3 for first in firsts):
        return False
    numbers = [int(first) for first in firsts]
    counted = numbers == sorted(numbers) or any("=" in teks for teks in texts)
    return counted and len(set(numbers)) > max(2, 0.6 * len(numbers) - 1)


def _tells_a_table(columns: Sequence[Kolom]) -> bool:
    meanings = {kolom.makna.arti for kolom in columns}
    named = meanings & {*NAMA, Arti.INDIKATOR}
    valued = meanings & {*ANGKA, Arti.SATUAN}
    return bool(named and valued and len(meanings - {Arti.LAIN}) >= 3)


def _titles(lembar: LembarSumber, start: int, atas: int) -> Iterator[tuple[int, str]]:
    for row in range(start + 1, atas):
        if teks := " ".join(isi_teks(lembar.own(row, column)) for column in lembar.baris.get(row, ())):
            yield row, teks


def _read_columns(lembar: LembarSumber, atas: int, bawah: int, akhir: int) -> tuple[Kolom, ...]:
    columns: list[Kolom] = []
    spread = _spread_headings(lembar, atas, bawah)
    english = is_english(tuple(spread.values()))
    for column in range(1, lembar.luas[1] + 1):
        path = tuple(dict.fromkeys(teks for row in range(atas, bawah + 1) if (teks := spread.get((row, column)))))
        if not path and columns and _belongs_left(lembar, columns[-1], column, bawah, akhir):
            path = tuple(columns[-1].judul.split(" / "))
        if path:
            read = [in_indonesian(part) if english else part.casefold() for part in path]
            columns.append(Kolom(column, " / ".join(path), read_heading(read), " / ".join(read)))
    return _told_apart(lembar, _with_bare_quarters(columns), bawah, akhir)


def _with_bare_quarters(columns: Sequence[Kolom]) -> list[Kolom]:
    """Four columns called I, II, III and IV beside a target are its quarters, which is asked about."""
    told = list(columns)
    for n in range(1, len(columns) - 3):
        run = columns[n:n + 4]
        bare = [k.dibaca.rpartition(" / ")[2].strip("().") for k in run] == ["i", "ii", "iii", "iv"]
        if bare and columns[n - 1].makna.arti is Arti.TARGET_TAHUNAN and all(k.makna.arti is Arti.LAIN for k in run):
            told[n:n + 4] = [replace(k, makna=Makna(Arti.TARGET_TW, quarter, keyakinan=DUGAAN))
                             for quarter, k in enumerate(run, start=1)]
    return told


def _belongs_left(lembar: LembarSumber, left: Kolom, column: int, bawah: int, akhir: int) -> bool:
    """Whether a column without a heading goes on with the one left of it: parts of a code, the unit of a figure."""
    filled = any(isi_teks(lembar.own(row, column)) for row in range(bawah + 1, akhir + 1))
    if not filled or left.nomor != column - 1:
        return False
    return left.makna.arti is Arti.KODE or (left.makna.arti in KINERJA and _holds_units(lembar, column, bawah, akhir))


def _spread_headings(lembar: LembarSumber, atas: int, bawah: int) -> dict[tuple[int, int], str]:
    """The headings of each column; one that is not merged goes on over the columns right of it that have none.

    It ends where another heading of its row begins, and where a heading above it ends.
    """
    spread: dict[tuple[int, int], str] = {}
    for row in range(atas, bawah + 1):
        group = 0  # the column in which the heading stands that goes on
        for column in range(1, lembar.luas[1] + 1):
            teks = isi_teks(lembar.value(row, column))
            if teks:
                group = 0 if (row, column) in lembar.jangkar else column
                spread[row, column] = teks
            elif group and _has_heading_below(lembar, row, column, bawah) and all(
                    spread.get((above, column)) == spread.get((above, group)) for above in range(atas, row)):
                spread[row, column] = spread[row, group]
    return spread


def _has_heading_below(lembar: LembarSumber, row: int, column: int, bawah: int) -> bool:
    return any(isi_teks(lembar.value(lower, column)) for lower in range(row + 1, bawah + 1))


def _told_apart(lembar: LembarSumber, columns: Sequence[Kolom], bawah: int, akhir: int) -> tuple[Kolom, ...]:
    """Under one heading over two columns stand a figure and its unit; what repeats a meaning otherwise is doubtful."""
    told: list[Kolom] = []
    for kolom in columns:
        arti = kolom.makna.arti
        twin = next((k for k in told if k.judul == kolom.judul and k.makna == kolom.makna), None)
        if arti in KINERJA and twin and _holds_units(lembar, kolom.nomor, bawah, akhir):
            kolom = replace(kolom, makna=Makna(Arti.SATUAN, keyakinan=DUGAAN))
        elif arti in KINERJA and twin and _holds_units(lembar, twin.nomor, bawah, akhir):
            told[told.index(twin)] = replace(twin, makna=Makna(Arti.SATUAN, keyakinan=DUGAAN))
        told.append(kolom)
    return tuple(told)


def _holds_units(lembar: LembarSumber, column: int, bawah: int, akhir: int) -> bool:
    texts = [isi for row in range(bawah + 1, akhir + 1) if isinstance(isi := lembar.own(row, column), str) and isi]
    numbers = [row for row in range(bawah + 1, akhir + 1) if isinstance(lembar.own(row, column), Decimal)]
    words = [teks for teks in texts if not isinstance(parse_nilai(teks), Decimal) and len(teks) <= 40]
    return len(words) > len(numbers)


def _first_of_each(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """Figures and units come once; of two columns the first counts, the second is told as not used.

    Who answers for a row stands best under a heading that says so; beside it ``OPD`` and ``Pejabat`` are remarks.
    """
    if any(_SUNGGUH_PJ.search(k.dibaca) for k in columns if k.makna.arti is Arti.PENANGGUNG_JAWAB):
        columns = [replace(k, makna=Makna(Arti.KETERANGAN)) if k.makna.arti is Arti.PENANGGUNG_JAWAB
                   and not _SUNGGUH_PJ.search(k.dibaca) else k for k in columns]
    columns = _own_before_cumulated(columns)
    seen: set[tuple[Arti, int, int, int]] = set()
    found = []
    for kolom in columns:
        key = (kolom.makna.arti, kolom.makna.triwulan, kolom.makna.tahun, kolom.makna.bulan)
        if key in seen and kolom.makna.arti in {*ANGKA, Arti.SATUAN, Arti.INDIKATOR, *JENJANG, Arti.PENANGGUNG_JAWAB}:
            kolom = replace(kolom, makna=Makna(Arti.LAIN, keyakinan=TIDAK_DIKENAL))
        seen.add(key)
        found.append(kolom)
    return _of_its_quarter(_capaian_beside_realisasi(found))


def _own_before_cumulated(columns: Sequence[Kolom]) -> list[Kolom]:
    """Where a quarter has a column of its own, the one up to that quarter is computed from it."""
    own = {(k.makna.arti, k.makna.triwulan) for k in columns if k.makna.triwulan and not k.makna.sampai_dengan}
    return [replace(k, makna=Makna(Arti.HITUNG)) if k.makna.sampai_dengan and (k.makna.arti, k.makna.triwulan) in own
            else k for k in columns]


def _of_its_quarter(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """Where each row is of one quarter, the target in it is that quarter's."""
    if not any(k.makna.arti is Arti.PERIODE for k in columns):
        return tuple(columns)
    return tuple(replace(k, makna=Makna(Arti.TARGET)) if k.makna.arti is Arti.TARGET_TAHUNAN else k for k in columns)


def _capaian_beside_realisasi(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """``Capaian TW I`` is the realisasi of sheets that have no column called so; beside one it is computed."""
    sure = any(k.makna.arti is Arti.REALISASI_TW and "realisasi" in k.dibaca for k in columns)
    return tuple(replace(k, makna=Makna(Arti.HITUNG)) if sure and k.makna.arti is Arti.REALISASI_TW
                 and "realisasi" not in k.dibaca else k for k in columns)


def _with_money_unit(columns: Sequence[Kolom], titles: Sequence[str]) -> tuple[Kolom, ...]:
    """A unit of money in a title holds for columns that name none themselves."""
    faktor = max((factor_of(teks) for teks in titles), default=Decimal(1))
    return tuple(replace(k, makna=replace(k.makna, faktor=max(k.makna.faktor, faktor)))
                 if k.makna.arti in RUPIAH or (k.makna.arti is Arti.HITUNG and _JUMLAH_UANG.search(k.dibaca)) else k
                 for k in columns)


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
