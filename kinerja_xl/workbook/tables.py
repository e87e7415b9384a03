"""Tables found by the text of their headings, never by address: any column order, extra columns ignored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak, NilaiSel, address
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.grid import Grid
from kinerja_xl.workbook.read_book import Book

_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")


@dataclass(frozen=True)
class KolomTabel:
    """A column: its key, heading (``grup`` = merged heading above it) and how the template shows it.

    ``format`` is one of ``teks``, ``kode``, ``angka``, ``nilai``, ``rupiah``, ``tanggal``, ``tengah``;
    ``pilihan`` makes a validation list, ``daftar`` one from another table's column ("Bidang!singkatan").
    """

    nama: str
    judul: str
    lebar: float = 14
    format: str = "teks"
    grup: str = ""
    pilihan: tuple[str, ...] = ()
    saran: bool = False  # the choices are suggestions: anything else may be written too
    daftar: str = ""
    wajib: bool = True  # whether the column has to be there
    bantuan: str = ""

    @property
    def sebutan(self) -> str:
        """The heading as a message names it: ``Target Triwulan I``."""
        return f"{self.grup} {self.judul}".strip()


@dataclass(frozen=True)
class Baris:
    """One row as read: its number on the sheet and its cells by column key; an absent column is None."""

    lembar: str
    nomor: int
    kolom: Mapping[str, int]
    sel: Mapping[str, NilaiSel]
    tanpa_hasil: frozenset[str] = frozenset()  # columns with a formula that was never calculated

    def letak(self, nama: str) -> Letak:
        """Return where the cell of a column stands, the sheet as a whole where the column is absent."""
        column = self.kolom.get(nama)
        return Letak(self.lembar, address(self.nomor, column) if column else "")


@dataclass(frozen=True)
class Butir:
    """One line of a sheet of pairs: its key, its name in the column Nama, and what may be written beside it."""

    nama: str
    label: str
    penjelasan: str
    pilihan: tuple[str, ...] = ()
    format: str = "teks"


@dataclass(frozen=True)
class Pasangan:
    """A sheet of pairs (Nama | Isi) as read, seen as one row whose cells stand below each other."""

    lembar: str
    sel: Mapping[str, NilaiSel]
    tempat: Mapping[str, Letak]
    tanpa_hasil: frozenset[str] = frozenset()

    def letak(self, nama: str) -> Letak:
        """Return where the value stands, the sheet as a whole where its line is missing."""
        return self.tempat.get(nama, Letak(self.lembar, ""))


@dataclass(frozen=True)
class Tabel:
    """A table's heading row (0 = not found), its columns by key and its rows that hold anything."""

    lembar: str
    baris_judul: int
    kolom: Mapping[str, int]
    daftar_baris: tuple[Baris, ...] = ()
    hilang: tuple[KolomTabel, ...] = field(default=())


def read_table(book: Book, lembar: str, daftar_kolom: Sequence[KolomTabel], catatan: list[Catatan],
               jangkar: Sequence[str] = ()) -> tuple[Baris, ...] | None:
    """Return the rows of a table, None where the sheet or a needed column is missing (C406, C404 are added).

    A row counts when one of the columns ``jangkar`` (none named: any column) is filled; a row of column numbers
    such as (1) (2) (3) never counts.
    """
    grid = book.grids.get(lembar)
    if grid is None:
        catatan.append(catat("C406", Letak(lembar, ""), lembar_hilang=lembar))
        return None
    tabel = find_table(grid, daftar_kolom, jangkar)
    catatan += [catat("C404", Letak(grid.lembar, ""), kolom=kolom.sebutan) for kolom in tabel.hilang]
    return None if tabel.hilang else tabel.daftar_baris


def read_pairs(book: Book, lembar: str, daftar_kolom: Sequence[KolomTabel], daftar_butir: Sequence[Butir],
               catatan: list[Catatan]) -> Pasangan | None:
    """Return a sheet of pairs by the text of its first column; the columns are keyed ``nama`` and ``isi``."""
    rows = read_table(book, lembar, daftar_kolom, catatan, ("nama",))
    if rows is None:
        return None
    by_label = {heading_key(str(row.sel["nama"])): row for row in rows}
    found = {butir.nama: by_label[key] for butir in daftar_butir if (key := heading_key(butir.label)) in by_label}
    return Pasangan(lembar, {nama: row.sel["isi"] for nama, row in found.items()},
                    {nama: row.letak("isi") for nama, row in found.items()},
                    frozenset(nama for nama, row in found.items() if "isi" in row.tanpa_hasil))


def find_table(grid: Grid, daftar_kolom: Sequence[KolomTabel], jangkar: Sequence[str] = ()) -> Tabel:
    """Return the table under the row that shows most of the headings; ``baris_judul`` is 0 where there is none."""
    texts = _texts_by_row(grid)
    best_row, best = 0, dict[str, int]()
    for row in sorted(texts):
        found = _match_headings(texts.get(row - 1, {}), texts[row], daftar_kolom)
        if len(found) > len(best):
            best_row, best = row, found
    hilang = tuple(kolom for kolom in daftar_kolom if kolom.wajib and kolom.nama not in best)
    if not best_row:
        return Tabel(grid.lembar, 0, {}, (), hilang)
    rows = _read_rows(grid, best_row, best, [nama for nama in jangkar if nama in best] or list(best))
    return Tabel(grid.lembar, best_row, best, rows, hilang)


def find_beside(grid: Grid, label: str, above: int) -> Letak | None:
    """Return the first cell to the right of a label that stands above row ``above``; None where the label is not."""
    wanted = same_name(label)
    for (row, column), isi in sorted(grid.nilai.items()):
        if row < above and isinstance(isi, str) and same_name(isi.rstrip(": ")) == wanted:
            return Letak(grid.lembar, address(row, column + 1))
    return None


def _texts_by_row(grid: Grid) -> dict[int, dict[int, str]]:
    texts: dict[int, dict[int, str]] = {}
    for (row, column), isi in grid.nilai.items():
        if isinstance(isi, str):
            texts.setdefault(row, {})[column] = isi
    return texts


def _match_headings(above: Mapping[int, str], here: Mapping[int, str],
                    daftar_kolom: Sequence[KolomTabel]) -> dict[str, int]:
    headings: dict[str, int] = {}
    group = ""
    for column in range(1, max([*above, *here]) + 1):
        group = above.get(column, group)
        own = here.get(column, "")
        # a heading over one row, one merged down over two rows, or one under a merged heading of its group
        for text in (f"{group} {own}" if own else above.get(column, ""), own):
            headings.setdefault(heading_key(text), column)
    return {kolom.nama: headings[heading_key(kolom.sebutan)] for kolom in daftar_kolom
            if heading_key(kolom.sebutan) in headings}


def heading_key(text: str) -> str:
    """Return what headings are compared by: no case, no blanks around slashes, no star of a compulsory column."""
    return re.sub(r"\s*/\s*", "/", same_name(text.replace("*", " ")))


def _read_rows(grid: Grid, heading: int, kolom: Mapping[str, int], jangkar: Sequence[str]) -> tuple[Baris, ...]:
    rows = []
    for number in sorted({row for row, _ in [*grid.nilai, *grid.tanpa_hasil] if row > heading}):
        sel = {nama: grid.value(number, column) for nama, column in kolom.items()}
        blank = frozenset(nama for nama, column in kolom.items() if (number, column) in grid.tanpa_hasil)
        counts = any(sel[nama] is not None or nama in blank for nama in jangkar)
        if counts and not (number == heading + 1 and _is_column_numbers(sel, kolom)):
            rows.append(Baris(grid.lembar, number, kolom, sel, blank))
    return tuple(rows)


def _is_column_numbers(sel: Mapping[str, NilaiSel], kolom: Mapping[str, int]) -> bool:
    """Whether the row under the headings only counts the columns: (1) (2) (3), or 1 2 3 from left to right."""
    filled = [str(sel[nama]) for nama in sorted(kolom, key=lambda nama: kolom[nama]) if sel[nama] is not None]
    numbers = [int(match[1]) for text in filled if (match := _COLUMN_NUMBER.fullmatch(text))]
    in_brackets = all(text.startswith("(") for text in filled)  # then they may have been moved with their columns
    return len(numbers) == len(filled) > 2 and (in_brackets or numbers == sorted(set(numbers)))
