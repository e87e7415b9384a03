"""Where the headings of a table stand: rows of headings in any number, merged or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.adopsi.istilah import ANGKA, NAMA, Arti, is_judul
from kinerja_xl.domain.adopsi.kolom import Kolom, read_columns
from kinerja_xl.domain.adopsi.sumber import LembarSumber, isi_teks

_MAX_BARIS_JUDUL = 8


def heading_blocks(lembar: LembarSumber) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of the headings of each table, from top to bottom."""
    last, row = lembar.luas[0], 1
    while row <= last:
        bottom = _block_bottom(lembar, row)
        if bottom and _tells_a_table(read_columns(lembar, row, bottom, bottom)):
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
