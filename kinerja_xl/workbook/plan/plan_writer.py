"""Rencana Aksi made from values: the plan in the look of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from itertools import groupby, pairwise

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.cells import column_letters
from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.workbook.plan import plan_columns as kolom
from kinerja_xl.workbook.table_writer import (
    Isi,
    fill_beside,
    fill_table,
    fit_heights,
    mark_contoh,
    set_print_area,
    share_height,
    template_grid,
)
from kinerja_xl.workbook.tables import KolomTabel, find_beside, find_table
from kinerja_xl.workbook.templates import open_template
from kinerja_xl.workbook.xlsx.page_breaks import page_starts, put_breaks
from kinerja_xl.workbook.xlsx.save_book import save_book

TEMPLAT = "Rencana Aksi.xlsx"
_CADANGAN = 3  # empty rows under the last one


def make_rencana(templat: bytes, rencana: RencanaAksi, pengaturan: Pengaturan, *, draf: bool = False,
                 tambahan: Callable[[Workbook], None] | None = None) -> bytes:
    """Return Rencana Aksi as a workbook in the look of the template; TemplateBroken where it lost what it needs.

    In a ``draf`` the pagu of sub kegiatan are still to be written: a zero is left blank. ``tambahan`` adds a sheet.
    """
    book = open_rencana(templat)
    for lembar, akhiran in kolom.AKHIRAN.items():
        _fill_name(book, kolom.KOP_PEMERINTAH + akhiran, pengaturan.instansi.pemerintah.upper())
        _fill_name(book, kolom.KOP_NAMA + akhiran, pengaturan.instansi.nama.upper())
        _fill_name(book, kolom.JUDUL + akhiran, f"{kolom.JUDUL_LEMBAR[lembar]} TAHUN {rencana.tahun}")
    head = _head(rencana)
    for nama, label in kolom.LABEL_KEPALA:
        fill_beside(book[kolom.INDIKATOR], label, head[nama])
    short_names = [bidang.singkatan for bidang in pengaturan.daftar_bidang]
    for nama, daftar_kolom, items, turun in (
            (kolom.INDIKATOR, kolom.KOLOM_INDIKATOR, _indikator_rows(rencana), kolom.TURUN_INDIKATOR),
            (kolom.PROGRAM, kolom.KOLOM_PROGRAM, _subkegiatan_rows(rencana, draf), kolom.TURUN_PROGRAM),
            (kolom.RIWAYAT, kolom.KOLOM_RIWAYAT, _riwayat_rows(rencana), ()),
            (kolom.PERUBAHAN, kolom.KOLOM_PERUBAHAN, _perubahan_rows(rencana), ())):
        sheet = book[nama]
        rows = fill_table(sheet, daftar_kolom, items, _CADANGAN)
        set_print_area(sheet, daftar_kolom, kolom.KOLOM_CETAK_TERAKHIR, rows.stop - 1 + _CADANGAN)
        if turun:
            _offer_bidang(sheet, daftar_kolom, short_names, rows)
        _lay_out_pages(sheet, daftar_kolom, turun, rows)
    if tambahan is not None:
        tambahan(book)
    if pengaturan.instansi.contoh:
        mark_contoh(book.worksheets)
    return save_book(book, f"Rencana Aksi {rencana.tahun}")


def open_rencana(templat: bytes) -> Workbook:
    """Return the template as a workbook; TemplateBroken lists every sheet, name, label and heading that it lost."""
    names = [name + akhiran for akhiran in kolom.AKHIRAN.values()
             for name in (kolom.KOP_PEMERINTAH, kolom.KOP_NAMA, kolom.JUDUL)]
    book = open_template(templat, TEMPLAT, kolom.LEMBAR_RENCANA, names, ())
    grid = template_grid(book[kolom.INDIKATOR])
    top = find_table(grid, kolom.KOLOM_INDIKATOR).baris_judul or grid.last_row + 1
    lost = [f"label {label}" for _, label in kolom.LABEL_KEPALA if find_beside(grid, label, top) is None]
    for lembar, daftar_kolom in kolom.KOLOM_LEMBAR.items():
        found = find_table(template_grid(book[lembar]), daftar_kolom).kolom
        lost += [f"kolom {k.sebutan} pada lembar {lembar}" for k in daftar_kolom if k.nama not in found]
    if lost:
        raise TemplateBroken(berkas=TEMPLAT, daftar=", ".join(lost))
    return book


def _head(rencana: RencanaAksi) -> dict[str, Isi]:
    dasar = rencana.dasar
    return {"tahun": rencana.tahun, "dasar": dasar.jenis.value if dasar else None,
            "nomor": dasar.nomor if dasar else None, "tanggal": dasar.tanggal if dasar else None,
            "berlaku_mulai": ROMAWI[rencana.berlaku_mulai - 1], "versi": rencana.versi}


def _riwayat_rows(rencana: RencanaAksi) -> list[dict[str, Isi]]:
    return [{**vars(row), "triwulan": ROMAWI[row.triwulan - 1] if row.triwulan else None}
            for row in rencana.daftar_riwayat]


def _perubahan_rows(rencana: RencanaAksi) -> list[dict[str, Isi]]:
    return [dict(vars(row)) for row in rencana.daftar_perubahan]


def _indikator_rows(rencana: RencanaAksi) -> list[dict[str, Isi]]:
    return [_row(nomor, i, kolom.TURUN_INDIKATOR) | {
        "arah": i.arah.value, "perhitungan": i.perhitungan.value, "tingkat": i.tingkat.value,
        "digabung_dari": "; ".join(i.digabung_dari)} for nomor, i in enumerate(rencana.daftar_indikator, start=1)]


def _subkegiatan_rows(rencana: RencanaAksi, draf: bool) -> list[dict[str, Isi]]:
    """In a draft the zero of a further output stands, because its sub kegiatan has its pagu in another row."""
    known = {(s.kode_kegiatan, s.nama) for s in rencana.daftar_subkegiatan if s.pagu}
    return [_row(nomor, s, kolom.TURUN_PROGRAM) | (
                {"pagu": None} if draf and not s.pagu and (s.kode_kegiatan, s.nama) not in known else {})
            for nomor, s in enumerate(rencana.daftar_subkegiatan, start=1)]


def _row(nomor: int, item: Indikator | SubKegiatan, turun: Sequence[str]) -> dict[str, Isi]:
    row: dict[str, Isi] = {"nomor": nomor, **vars(item), **dict(zip(kolom.TARGET_TW, item.target_tw, strict=True))}
    return row | {nama: row[nama] or "–" for nama in turun}  # a blank would be filled from above


def _lay_out_pages(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], turun: Sequence[str], rows: range) -> None:
    """Merge what is the same, fit the heights, and begin pages where a group does.

    What is merged over a page's end is merged again on the next page, with its text: a merged text is cut there
    otherwise. So the pages are found with everything merged, and then it is merged page by page.
    """
    columns = find_table(template_grid(sheet), daftar_kolom).kolom
    inner = columns[turun[-1] if turun else daftar_kolom[0].nama]
    groups = [row for row in rows[1:] if sheet.cell(row, inner).value != sheet.cell(row - 1, inner).value]
    kept = {(row, columns[nama]): sheet.cell(row, columns[nama]).value for row in rows for nama in turun}
    _merge_down(sheet, columns, turun, [rows])
    _fit_merged(sheet, rows)
    starts = page_starts(sheet, range(rows.start, rows.stop + _CADANGAN), groups)
    edges = [rows.start, *(row for row in starts if row < rows.stop), rows.stop]
    if turun and len(edges) > 2:
        _unmerge(sheet, rows, kept)
        _merge_down(sheet, columns, turun, [range(*page) for page in pairwise(edges)])
        _fit_merged(sheet, rows)
    put_breaks(sheet, starts)


def _unmerge(sheet: Worksheet, rows: range, kept: Mapping[tuple[int, int], object]) -> None:
    for area in [area for area in sheet.merged_cells.ranges if area.min_row in rows]:
        sheet.unmerge_cells(area.coord)
    for (row, column), isi in kept.items():
        sheet.cell(row, column)._style = copy(sheet.cell(rows.start, column)._style)
        sheet.cell(row, column).value = isi


def _merge_down(sheet: Worksheet, columns: Mapping[str, int], turun: Sequence[str], runs: Sequence[range]) -> None:
    """Merge what is the same in neighbouring rows, the outer columns first: an inner run never crosses an outer one."""
    for nama in turun:
        column = columns[nama]
        runs = [range(group[0], group[-1] + 1) for run in runs
                for _, found in groupby(run, key=lambda row, c=column: sheet.cell(row, c).value)  # type: ignore[misc]
                if (group := list(found))]
        for run in runs:
            if len(run) > 1:
                sheet.merge_cells(start_row=run[0], end_row=run[-1], start_column=column, end_column=column)


def _fit_merged(sheet: Worksheet, rows: range) -> None:
    """Rows under a merged text need not hold it alone: first as high as their own texts, then as the merged one."""
    for row in rows:
        sheet.row_dimensions[row].height = None
    fit_heights(sheet, rows)
    for area in sheet.merged_cells.ranges:
        if area.min_row in rows:
            share_height(sheet, area.min_row, area.max_row, area.min_col)


def _offer_bidang(sheet: Worksheet, daftar_kolom: Sequence[KolomTabel], short_names: Sequence[str],
                  rows: range) -> None:
    choices = ",".join(short_names)
    if not choices or len(choices) > 250 or any("," in name or '"' in name for name in short_names):
        return  # Excel's limit for a list written out
    column = column_letters(find_table(template_grid(sheet), daftar_kolom).kolom["bidang"])
    validation = DataValidation("list", formula1=f'"{choices}"', allow_blank=True, errorStyle="warning",
                                errorTitle="Bidang", error="Pilih singkatan bidang dari Pengaturan.")
    validation.add(f"{column}{rows.start}:{column}{rows.stop + 500}")
    sheet.add_data_validation(validation)


def _fill_name(book: Workbook, name: str, isi: str) -> None:
    for lembar, place in book.defined_names[name].destinations:
        book[lembar][place.replace("$", "")] = isi
