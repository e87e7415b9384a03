"""Bring the shown results of a worksheet's formulas up to date with its inputs, by the domain's own functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kinerja_xl.domain.cells import Kunci, NilaiSel, column_number
from kinerja_xl.domain.indicators import Perhitungan, SubKegiatan
from kinerja_xl.domain.lembar.isian import indikator_of, subkegiatan_of, triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Grid, Place
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS, lembar_kerja_of
from kinerja_xl.workbook.lembar.read_skala import read_skala
from kinerja_xl.workbook.make.computed import computed_cells
from kinerja_xl.workbook.read_book import Book, read_book
from kinerja_xl.workbook.service.service_sheets import open_service_sheets
from kinerja_xl.workbook.xlsx.cell_xml import SheetEditor
from kinerja_xl.workbook.xlsx.zip_copy import copy_with

_COMPUTED = (names.LEMBAR_KERJA, names.PROGRAM_DAN_ANGGARAN)
_ADDRESS = re.compile(r"\b([A-Z]{1,3})(\d+)\b")


def refresh_results(data: bytes, nama: str) -> bytes:
    """Return the worksheet with every formula's shown result computed from the inputs, as Excel would on saving.

    A computed cell whose formula is gone stays as it is. Raises WorkbookError kinds.
    """
    book = read_book(data, nama, (*SHEETS, names.PETUNJUK))
    open_service_sheets(book.package)
    lk = lembar_kerja_of(book)
    editors = {name: SheetEditor(book.package.read(part.part)) for name in _COMPUTED
               if (part := book.package.sheet(name))}
    triwulan = triwulan_of(lk) or 1
    groups = _groups(book, editors[names.PROGRAM_DAN_ANGGARAN])
    rencana = RencanaAksi(lk.identitas.tahun or 0, indikator_of(lk),
                          tuple(_grouped(sub, lk, groups) for sub in subkegiatan_of(lk)))
    results = computed_cells(rencana, triwulan, read_skala(book, nama), _inputs(lk, triwulan))
    for kunci, isi in results.items():
        lembar = names.LEMBAR_KERJA if kunci.tabel == INDIKATOR else names.PROGRAM_DAN_ANGGARAN
        place = _place(lk, book, groups, kunci)
        if place and editors[lembar].has_formula(place):
            editors[lembar].write_result(place, "" if isi is None or isinstance(isi, bool) else isi)
    replaced = {part.part: editor.to_bytes() for name, editor in editors.items() if (part := book.package.sheet(name))}
    return copy_with(data, book.package.zip, replaced)


def _inputs(lk: LembarKerja, triwulan: int) -> Mapping[Kunci, NilaiSel]:
    """The inputs by key, with what the sheet knows of earlier quarters only in its helper columns."""
    isian = dict(lk.sel)
    for sub in lk.baris(SUBKEGIATAN):
        isian[Kunci(SUBKEGIATAN, sub, f"realisasi_rp_sd_tw{triwulan - 1}")] = lk.value(
            SUBKEGIATAN, sub, names.REALISASI_RP_SD_LALU)
    for indikator in indikator_of(lk):
        if indikator.perhitungan is Perhitungan.RATA:
            isian |= _sums_before(lk, indikator.kode, triwulan)
    return isian


def _sums_before(lk: LembarKerja, kode: str, triwulan: int) -> dict[Kunci, NilaiSel]:
    """The earlier quarters of a ratio as one: only their sums stand on the sheet, and only the sums count."""
    sums = [lk.value(INDIKATOR, kode, name) for name in (names.PEMBILANG_LALU, names.PENYEBUT_LALU)]
    now = [lk.value(INDIKATOR, kode, f"{stem}_tw{triwulan}") for stem in ("pembilang", "penyebut", "realisasi")]
    ratio_now = now[0] is not None and now[1] is not None
    if None in sums or not (ratio_now or now[2] is None):
        return {}
    earlier = {Kunci(INDIKATOR, kode, f"realisasi_tw{k}"): None for k in range(1, triwulan)}
    parts = {Kunci(INDIKATOR, kode, f"{stem}_tw1"): isi
             for stem, isi in zip(("pembilang", "penyebut"), sums, strict=True)}
    return {**earlier, **parts}


def _groups(book: Book, editor: SheetEditor) -> dict[str, tuple[int, frozenset[int]]]:
    """The group rows of Program dan Anggaran: code -> (row, the rows it adds up)."""
    lembar = names.PROGRAM_DAN_ANGGARAN
    kode, pagu = book.area(names.KODE_KELOMPOK, lembar), book.area(names.plan_column(SUBKEGIATAN, "pagu"), lembar)
    if kode is None or pagu is None:
        return {}
    grid: Grid = book.grids[lembar]
    found = {}
    for row in range(kode.top, grid.last_row + 1):
        group = grid.value(row, kode.left)
        if isinstance(group, str):
            cells = _ADDRESS.findall(editor.formula((row, pagu.left)))
            found[group] = row, frozenset(int(number) for letters, number in cells
                                          if column_number(letters) == pagu.left)
    return found


def _grouped(sub: SubKegiatan, lk: LembarKerja, groups: Mapping[str, tuple[int, frozenset[int]]]) -> SubKegiatan:
    """The sub kegiatan with the codes of the kegiatan and program whose rows add it up."""
    row = lk.place(SUBKEGIATAN, sub.kode, names.KODE_SUBKEGIATAN).row_and_column[0]
    chain = list(_parents(row, groups))
    return replace(sub, kode_kegiatan=chain[0] if chain else "", kode_program=chain[1] if len(chain) > 1 else "")


def _parents(row: int, groups: Mapping[str, tuple[int, frozenset[int]]]) -> Iterator[str]:
    for kode, (above, members) in groups.items():
        if row in members and kode != names.KELOMPOK_JUMLAH:
            yield kode
            yield from _parents(above, groups)
            return


def _place(lk: LembarKerja, book: Book, groups: Mapping[str, tuple[int, frozenset[int]]], kunci: Kunci) -> Place | None:
    """Where a computed cell stands: its row by key, its column by name."""
    if kunci.tabel == names.KELOMPOK:
        lembar, row = names.PROGRAM_DAN_ANGGARAN, groups[kunci.baris][0] if kunci.baris in groups else 0
        name = names.plan_column(SUBKEGIATAN, "pagu") if kunci.kolom == "pagu" else kunci.kolom
    else:
        lembar = names.LEMBAR_KERJA if kunci.tabel == INDIKATOR else names.PROGRAM_DAN_ANGGARAN
        key = names.KODE_INDIKATOR if kunci.tabel == INDIKATOR else names.KODE_SUBKEGIATAN
        row, name = lk.place(kunci.tabel, kunci.baris, key).row_and_column[0], kunci.kolom
    area = book.area(name, lembar)
    return (row, area.left) if area and row else None
