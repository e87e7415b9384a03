"""The values by key of a Lembar Kerja: what it claims to be, its tables, the note, and remarks on reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kinerja_xl.domain.catatan import Catatan, catat, sorted_catatan
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, Identitas, LembarKerja, column_name
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.cell_values import TEKS, place_of, read_code, read_text, read_value, remark_on
from kinerja_xl.workbook.grid import Grid, Sheets
from kinerja_xl.workbook.lembar.table_layout import (
    DAFTAR_TABEL,
    Headings,
    Layout,
    Tabel,
    data_rows,
    find_headings,
    heading_of,
    locate_columns,
)

_HITUNG, _KUNCI = "hitung", "kunci"
SHEETS = (names.LEMBAR_KERJA, names.PROGRAM_DAN_ANGGARAN, names.BUKTI_DUKUNG, names.DISPOSISI)
_QUARTER = re.compile(r"(.+)_tw([1-4])")
_TEXT_COLUMNS = frozenset({"sasaran", "nama", "satuan", "arah", "perhitungan", "indikator"})
_BUKTI_JUDUL = {names.BUKTI_INDIKATOR: "Kode Indikator", names.BUKTI_JENIS: "Jenis", names.BUKTI_BERKAS: "Berkas"}


def lembar_kerja_of(book: Sheets) -> LembarKerja:
    """Return the values by key of a worksheet whose sheets ``SHEETS`` are here, ``Disposisi`` among them."""
    reader = _Reader(book)
    if reader.has_sheet(names.DISPOSISI):
        reader.read_identity()
    for tabel in DAFTAR_TABEL:
        if reader.has_sheet(tabel.lembar):
            reader.read_table(tabel)
    if reader.has_sheet(names.BUKTI_DUKUNG):
        reader.read_bukti()
    return reader.result()


class _Kolom(NamedTuple):
    """A column of a table: how its cells are read, and whether it is filled in the worksheet's own quarter."""

    nama: str
    nomor: int
    jenis: str
    is_current: bool


class _Reader:
    """Collects what is read from one workbook."""

    def __init__(self, book: Sheets) -> None:
        self.book = book
        self.sel: dict[Kunci, NilaiSel] = {}
        self.letak: dict[Kunci, Letak] = {}
        self.tampil: dict[Kunci, NilaiSel] = {}
        self.tanpa_rumus: set[Kunci] = set()
        self.catatan: list[Catatan] = []
        self.identitas = Identitas(None, None, None, None, None, None, None)
        self.letak_identitas: dict[str, Letak] = {}
        self.note, self.letak_note = "", Letak(names.DISPOSISI, "")

    def has_sheet(self, lembar: str) -> bool:
        """Whether the sheet is there; where not, and where people renamed it, that is remarked."""
        grid = self.book.grids.get(lembar)
        if grid is None:
            self.catatan.append(catat("C406", Letak(lembar, ""), lembar_hilang=lembar))
        elif same_name(grid.lembar) != same_name(lembar):
            self.catatan.append(catat("C408", Letak(grid.lembar, ""), semula=lembar, kini=grid.lembar))
        return grid is not None

    def read_identity(self) -> None:
        """Read the identity cells and the note on ``Disposisi``."""
        grid = self.book.grids[names.DISPOSISI]
        teks: dict[str, str | None] = dict.fromkeys(names.IDENTITAS)
        for name in (*names.IDENTITAS, names.CATATAN_DISPOSISI):
            area = self.book.area(name, names.DISPOSISI)
            if area is None:
                continue
            place = grid.anchor(area.top, area.left)
            if name == names.CATATAN_DISPOSISI:
                self.note, self.letak_note = read_text(grid, place), place_of(grid, *place)
                self._remark(grid, place, TEKS)
            else:
                teks[name] = read_code(grid, place) or None
                self.letak_identitas[name] = place_of(grid, *place)
        self.identitas = Identitas(teks["berkas"], _whole(teks["versi"]), _whole(teks["tahun"]),
                                   _whole(teks["triwulan"]), teks["bidang"], teks["sub_bidang"],
                                   _whole(teks["langkah"]))

    def read_table(self, tabel: Tabel) -> None:
        """Read the rows of one table."""
        layout = self._locate(tabel)
        if layout is None:
            return
        seen: set[str] = set()
        columns = [self._column(tabel, name, number) for name, number in layout.kolom.items()]
        for row in layout.rows:
            kode = read_code(layout.grid, (row, layout.kunci)) or f"tanpa kode ({row})"
            if kode in seen:
                self.catatan.append(catat("C405", place_of(layout.grid, row, layout.kunci), kode=kode))
            else:
                seen.add(kode)
                self._read_row(tabel.nama, layout.grid, row, kode, columns)
        self._remark_groups(tabel, layout)

    def _remark_groups(self, tabel: Tabel, layout: Layout) -> None:
        """Remark constants in the sums of group rows, which only formulas fill."""
        group, grid = self.book.area(names.KODE_KELOMPOK, tabel.lembar), layout.grid
        summed = [layout.kolom[name] for name in (*tabel.daftar_hitung, f"realisasi_rp_sd_tw{self.identitas.triwulan}")
                  if name in layout.kolom]
        for row in range(group.top, grid.last_row + 1) if group else ():
            if grid.value(row, group.left) is not None:  # type: ignore[union-attr]  # it has rows
                self.catatan += [catat("C306", place_of(grid, row, column)) for column in summed
                                 if (row, column) not in grid.rumus and grid.value(row, column) is not None]

    def _locate(self, tabel: Tabel) -> Layout | None:
        grid = self.book.grids[tabel.lembar]
        headings = find_headings(self.book, tabel)
        rencana = {kolom.nama: (kolom.judul, kolom.grup) for kolom in tabel.daftar_rencana}
        isian = {column_name(kolom, tw): (kolom, tw) for kolom in tabel.daftar_isian for tw in (1, 2, 3, 4)}
        titles = {name: f"{grup} {judul}".strip() for name, (judul, grup) in rencana.items()}
        titles |= {name: kolom.judul for name, (kolom, tw) in isian.items() if tw == self.identitas.triwulan}
        wanted = rencana | {name: heading_of(*pair) if name in titles else ("", "") for name, pair in isian.items()}
        wanted |= dict.fromkeys((*tabel.daftar_lalu, *tabel.daftar_hitung), ("", ""))
        aliases = {name: names.plan_column(tabel.nama, name) for name in rencana}
        columns = locate_columns(self.book, tabel.lembar, headings, wanted, aliases)
        self.catatan += [catat("C404", Letak(grid.lembar, ""), kolom=title)
                         for name, title in titles.items() if name not in columns]
        if headings is None or tabel.kunci not in columns:
            return None
        rows = tuple(data_rows(self.book, tabel, headings.first_row, columns))
        return Layout(grid, columns[tabel.kunci], rows, columns)

    def _column(self, tabel: Tabel, name: str, number: int) -> _Kolom:
        if name in tabel.daftar_hitung:
            return _Kolom(name, number, _HITUNG, False)
        if name == tabel.kunci:
            return _Kolom(name, number, _KUNCI, False)
        stem = _QUARTER.fullmatch(name)
        jenis = {kolom.nama: kolom.jenis for kolom in tabel.daftar_isian}
        if stem and stem[1] in jenis:
            return _Kolom(name, number, jenis[stem[1]], int(stem[2]) == self.identitas.triwulan)
        return _Kolom(name, number, TEKS if name in _TEXT_COLUMNS else "nilai", False)

    def _read_row(self, tabel: str, grid: Grid, row: int, kode: str, columns: Sequence[_Kolom]) -> None:
        for name, column, jenis, is_current in columns:
            place = (row, column)
            kunci = Kunci(tabel, kode, name)
            self.letak[kunci] = place_of(grid, row, column)
            if jenis == _HITUNG:
                self._read_computed(grid, place, kunci)
            elif jenis == _KUNCI:
                self.sel[kunci] = kode
            else:
                self.sel[kunci] = read_value(grid, grid.anchor(row, column) if name == "sasaran" else place, jenis)
            if is_current:
                self._remark(grid, place, jenis)

    def _read_computed(self, grid: Grid, place: tuple[int, int], kunci: Kunci) -> None:
        isi = grid.value(*place)
        if place not in grid.rumus and isi is not None:
            self.tanpa_rumus.add(kunci)
        if place not in grid.tanpa_hasil:
            self.tampil[kunci] = isi

    def _remark(self, grid: Grid, place: tuple[int, int], jenis: str) -> None:
        catatan = remark_on(grid, place, jenis)
        if catatan:
            self.catatan.append(catatan)

    def read_bukti(self) -> None:
        """Read the register of evidence: a row counts once a file or link is named."""
        lembar = names.BUKTI_DUKUNG
        grid = self.book.grids[lembar]
        areas = [area for name in _BUKTI_JUDUL if (area := self.book.area(name, lembar))]
        heading_rows = [row for (row, _), isi in grid.nilai.items()
                        if isinstance(isi, str) and same_name(isi) == same_name(_BUKTI_JUDUL[names.BUKTI_BERKAS])]
        top = min((area.top for area in areas), default=0) or max(heading_rows, default=0) + 1
        columns = locate_columns(self.book, lembar, Headings(grid, 0, top),
                                 {name: (judul, "") for name, judul in _BUKTI_JUDUL.items()}, {})
        for name, judul in _BUKTI_JUDUL.items():
            if name not in columns:
                self.catatan.append(catat("C404", Letak(grid.lembar, ""), kolom=judul))
        if len(columns) < len(_BUKTI_JUDUL):
            return
        bottom = max((area.bottom for area in areas), default=0)
        for row in range(top, grid.last_row + 1):
            self._read_evidence(grid, row, columns, inside=row <= bottom)

    def _read_evidence(self, grid: Grid, row: int, columns: dict[str, int], inside: bool) -> None:
        places = {name: (row, column) for name, column in columns.items()}
        indikator, jenis = (read_code(grid, places[name]) for name in (names.BUKTI_INDIKATOR, names.BUKTI_JENIS))
        berkas = read_text(grid, places[names.BUKTI_BERKAS])
        for place in places.values():
            self._remark(grid, place, TEKS)
        if berkas and (inside or indikator):
            kunci = Kunci(BUKTI, f"{indikator}|{jenis}|{berkas}", BUKTI)
            self.sel[kunci] = True
            self.letak.setdefault(kunci, place_of(grid, *places[names.BUKTI_INDIKATOR]))
        elif indikator and inside:
            self.catatan.append(catat("C211", place_of(grid, *places[names.BUKTI_BERKAS]), kode=indikator))

    def result(self) -> LembarKerja:
        """Return everything that was read."""
        return LembarKerja(self.identitas, self.sel, self.letak, self.note, self.letak_note, self.letak_identitas,
                           self.tampil, frozenset(self.tanpa_rumus), sorted_catatan(self.catatan))


def _whole(teks: str | None) -> int | None:
    """Return the whole number a text stands for, None where it is none."""
    if teks is None or not re.fullmatch(r"\d{1,9}(\.0+)?", teks):
        return None
    return int(Decimal(teks))
