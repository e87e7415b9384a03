"""Where a table stands on its sheet: columns by defined name or heading, rows by their key, never by position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, KOLOM_ISIAN, SUBKEGIATAN, Kolom, column_name
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.grid import Grid, Sheets

_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")  # the row (1) (2) (3) under the headings


class Tabel(NamedTuple):
    """A table of the worksheet: its sheet, key column, plan columns, columns of earlier quarters, computed ones."""

    nama: str
    lembar: str
    kunci: str
    daftar_rencana: tuple[names.KolomRencana, ...]
    daftar_lalu: tuple[str, ...]
    daftar_hitung: tuple[str, ...]

    @property
    def daftar_isian(self) -> tuple[Kolom, ...]:
        """The fillable columns of this table."""
        return tuple(kolom for kolom in KOLOM_ISIAN if kolom.tabel == self.nama)


TABEL_INDIKATOR = Tabel(INDIKATOR, names.LEMBAR_KERJA, names.KODE_INDIKATOR, names.RENCANA_INDIKATOR,
                        (names.PEMBILANG_LALU, names.PENYEBUT_LALU), names.HITUNG_INDIKATOR)
TABEL_SUBKEGIATAN = Tabel(SUBKEGIATAN, names.PROGRAM_DAN_ANGGARAN, names.KODE_SUBKEGIATAN, names.RENCANA_SUBKEGIATAN,
                          (names.REALISASI_RP_SD_LALU,), names.HITUNG_SUBKEGIATAN)
DAFTAR_TABEL = (TABEL_INDIKATOR, TABEL_SUBKEGIATAN)


JUDUL_ISIAN = {  # stem of a fillable column -> its heading and group heading on the worksheet
    "realisasi": ("{romawi}", "Realisasi Triwulan"),
    "rekomendasi": ("Rekomendasi Perencanaan", ""),
    "realisasi_k": ("Triwulan {romawi}", "Realisasi Kinerja"),
    "realisasi_rp_sd": ("s.d. Triwulan {romawi} (sesuai LRA)", "Realisasi Anggaran (Rp)"),
}


def heading_of(kolom: Kolom, triwulan: int) -> tuple[str, str]:
    """Return the heading and group heading that a fillable column of a quarter stands under."""
    judul, grup = JUDUL_ISIAN.get(kolom.nama, (kolom.judul, ""))
    return judul.format(romawi=ROMAWI[triwulan - 1]), grup


@dataclass(frozen=True)
class Headings:
    """The headings of a table: the texts above ``data_row``, read only where a defined name is lost.

    A merged heading counts for every column it spans; asking for merged blocks costs much where the sheet is open.
    """

    grid: Grid
    baris: int  # the row of the key column's heading, 0 where it was not found
    batas: int = 0  # the first row of the data where its defined name says so

    @cached_property
    def data_row(self) -> int:
        """The first row below the headings."""
        if not self.baris:
            return self.batas
        merged_to = {(top, left): bottom for top, left, bottom, _ in self.grid.gabungan}
        rows = (merged_to.get(place, self.baris) for place in self.grid.nilai if place[0] == self.baris)
        return max(rows, default=self.baris) + 1

    @property
    def first_row(self) -> int:
        """The first row that may hold data; with a defined name, whatever stands between has no key."""
        return self.baris + 1 if self.baris and self.batas else self.data_row

    @cached_property
    def tumpukan(self) -> Mapping[int, Sequence[str]]:
        """For each column the texts above its data, the nearest last."""
        spanned = {(top, left): right for top, left, _, right in self.grid.gabungan}
        tumpukan: dict[int, list[str]] = {}
        for (row, column), isi in sorted(self.grid.nilai.items()):
            if row >= self.data_row:
                break
            if isinstance(isi, str) and not _COLUMN_NUMBER.fullmatch(isi):
                for covered in range(column, spanned.get((row, column), column) + 1):
                    tumpukan.setdefault(covered, []).append(same_name(isi))
        return tumpukan

    def find(self, judul: str, grup: str = "") -> int | None:
        """Return the one column under that heading (and group heading), None where there is none or more than one."""
        wanted, group = same_name(judul), same_name(grup)
        found = [column for column, texts in self.tumpukan.items()
                 if texts and texts[-1] == wanted and (not group or group in texts[:-1])]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Layout:
    """A table as it was found on its sheet: columns by name, and the rows that hold its data."""

    grid: Grid
    kunci: int  # the key column
    rows: tuple[int, ...]
    kolom: Mapping[str, int] = field(default_factory=dict)


def locate_columns(book: Sheets, lembar: str, headings: Headings | None,
                   wanted: Mapping[str, tuple[str, str]], aliases: Mapping[str, str]) -> dict[str, int]:
    """Return the column numbers of the names that could be found; ``wanted``: name -> (heading, group heading).

    ``aliases`` says where the defined name differs from the name. A defined name comes first: it follows whatever
    Excel inserts or moves. The heading stands in for a lost one.
    """
    found = {}
    for name, (judul, grup) in wanted.items():
        area = book.area(aliases.get(name, name), lembar)
        column = area.left if area else (headings.find(judul, grup) if headings and judul else None)
        if column is not None:
            found[name] = column
    return found


def find_headings(book: Sheets, tabel: Tabel) -> Headings | None:
    """Return the headings of a table, None where neither its key column's name nor its heading is there."""
    grid = book.grids[tabel.lembar]
    judul = next(same_name(kolom.judul) for kolom in tabel.daftar_rencana if kolom.nama == tabel.kunci)
    area = book.area(tabel.kunci, tabel.lembar)
    heading_rows = [row for (row, column), isi in grid.nilai.items() if isinstance(isi, str)
                    and same_name(isi) == judul and (area is None or (column == area.left and row < area.top))]
    if not heading_rows:
        return Headings(grid, 0, area.top) if area else None
    return Headings(grid, max(heading_rows), area.top) if area else Headings(grid, min(heading_rows))


def data_rows(book: Sheets, tabel: Tabel, data_row: int, kolom: Mapping[str, int]) -> Iterator[int]:
    """Yield the rows of a table, top to bottom, over the whole used column (a row may slip out of the named range).

    Inside the named range a row counts by its key or by anything filled in; outside it needs its key and one
    more cell of the table, so that a remark under the table is no row. Group rows have a code of their own.
    """
    grid = book.grids[tabel.lembar]
    area = book.area(tabel.kunci, tabel.lembar)
    group = book.area(names.KODE_KELOMPOK, tabel.lembar)
    key = kolom[tabel.kunci]
    isian = [number for name, number in kolom.items() if name.rpartition("_tw")[0] in _STEMS]
    others = [number for number in kolom.values() if number != key]
    for row in range(data_row, grid.last_row + 1):
        has_key = grid.value(row, key) is not None
        if _is_number_row(grid, row, key) or (group and grid.value(row, group.left) is not None):
            continue
        if area and area.top <= row <= area.bottom:
            counts = has_key or any(grid.value(row, column) is not None and (row, column) not in grid.rumus
                                    for column in isian)
        else:
            counts = has_key and any(grid.value(row, column) is not None for column in others)
        if counts:
            yield row


def names_stand_under_headings(book: Sheets) -> bool:
    """Return whether each column's defined name still stands under the column's own heading."""
    return all(_stands_under(book, tabel.lembar, name, judul) for tabel in DAFTAR_TABEL if tabel.lembar in book.grids
               for name, judul in _titles(tabel))


def _titles(tabel: Tabel) -> Iterator[tuple[str, str]]:
    for rencana in tabel.daftar_rencana:
        yield names.plan_column(tabel.nama, rencana.nama), rencana.judul
    for isian in tabel.daftar_isian:
        for triwulan in (1, 2, 3, 4):
            yield column_name(isian, triwulan), heading_of(isian, triwulan)[0]


def _stands_under(book: Sheets, lembar: str, name: str, judul: str) -> bool:
    """Whether the nearest text above the column is its heading; a name that is not there stands nowhere."""
    area, grid = book.area(name, lembar), book.grids[lembar]
    if area is None:
        return True
    above = (grid.value(row, area.left) for row in range(area.top - 1, 0, -1))
    nearest = next((isi for isi in above if isinstance(isi, str) and not _COLUMN_NUMBER.fullmatch(isi)), "")
    return same_name(nearest) == same_name(judul)


_STEMS = frozenset(kolom.nama for kolom in KOLOM_ISIAN)


def _is_number_row(grid: Grid, row: int, key: int) -> bool:
    isi = grid.value(row, key)
    return isinstance(isi, str) and isi.startswith("(") and _COLUMN_NUMBER.fullmatch(isi) is not None
