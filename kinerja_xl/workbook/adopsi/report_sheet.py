"""The sheet Adopsi of an adopted plan: written for the planner, and read again with what he corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.adopsi.bulan import CARA_BULANAN
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.koreksi import Koreksi, corrections
from kinerja_xl.domain.adopsi.laporan import BULANAN, DAPAT_DIUBAH, JUDUL, Bagian, BarisLaporan
from kinerja_xl.domain.adopsi.sebutan import every_kind, every_meaning
from kinerja_xl.domain.adopsi.sumber import isi_teks
from kinerja_xl.workbook.make.sheet_tools import put_value
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.table_writer import fit_heights

ADOPSI = "Adopsi"
_LEBAR = (12, 20, 62, 34, 12, 62)
_PILIHAN = ("AA", "AB", "AC")  # hidden columns that hold the lists to choose from
_GARIS = Side(style="thin", color="808080")
_KOTAK = Border(left=_GARIS, right=_GARIS, top=_GARIS, bottom=_GARIS)
_PETUNJUK = (
    "Periksa kolom Menjadi pada bagian Umum, Kolom, Baris, dan Bidang (berlatar kuning). Ubah yang keliru, simpan, "
    "lalu jalankan perintah adopsi atau tombol Adopsi Lembar Kerja sekali lagi dengan berkas yang sama.",
    "Jawaban atas pertanyaan dan dugaan dituliskan langsung pada lembar Indikator dan Program setelah bagian-bagian "
    "di atas benar, karena pembacaan ulang menulis kedua lembar itu kembali.",
)


def add_report(book: Workbook, lines: Sequence[BarisLaporan], judul: str) -> None:
    """Add the sheet to a plan workbook of ours; each part has its lines below each other."""
    sheet = book.create_sheet(ADOPSI)
    _head(sheet, judul)
    top = len(_PETUNJUK) + 3
    for column, teks in enumerate(JUDUL, start=1):
        cell = sheet.cell(top, column, teks)
        cell.font = Font(name="Arial", size=10, bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E1F2")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _KOTAK
    for row, line in enumerate(lines, start=top + 1):
        _write_line(sheet, row, line)
    fit_heights(sheet, range(top + 1, top + 1 + len(lines)))
    _offer(sheet, top + 1, lines)
    last = top + len(lines)
    sheet.auto_filter.ref = f"A{top}:F{last}"
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.print_area = f"A1:F{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.right.text = "Halaman &P dari &N"


def _head(sheet: Worksheet, judul: str) -> None:
    for column, width in zip("ABCDEF", _LEBAR, strict=True):
        sheet.column_dimensions[column].width = width
    put_value(sheet.cell(1, 1), judul)
    sheet.cell(1, 1).font = Font(name="Arial", size=12, bold=True)
    for row, teks in enumerate(_PETUNJUK, start=2):
        put_value(sheet.cell(row, 1), teks)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(JUDUL))
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(row, 1).font = Font(name="Arial", size=10)
        sheet.row_dimensions[row].height = 27


def _write_line(sheet: Worksheet, row: int, line: BarisLaporan) -> None:
    for column, teks in enumerate((line.bagian.value, line.sumber, line.isi, line.menjadi, line.keyakinan,
                                   line.keterangan), start=1):
        cell = sheet.cell(row, column)
        put_value(cell, teks or None)
        cell.font = Font(name="Arial", size=10, bold=line.keyakinan == "BERBEDA")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = _KOTAK
        if column == 4:
            cell.number_format = "@"
            if line.bagian in DAPAT_DIUBAH:
                cell.fill = PatternFill("solid", fgColor="FFF2CC")


def _offer(sheet: Worksheet, first: int, lines: Sequence[BarisLaporan]) -> None:
    """Lists to choose from: a choice that is not in the list may be typed too, after a question."""
    offers = ((every_meaning(), Bagian.KOLOM, ""), (every_kind(), Bagian.BARIS, ""),
              (CARA_BULANAN, Bagian.UMUM, BULANAN))
    for letters, (choices, bagian, isi) in zip(_PILIHAN, offers, strict=True):
        for row, teks in enumerate(choices, start=1):
            put_value(sheet[f"{letters}{row}"], teks)
        sheet.column_dimensions[letters].hidden = True
        validation = DataValidation("list", formula1=f"${letters}$1:${letters}${len(choices)}", allow_blank=True,
                                    errorStyle="warning", errorTitle="Adopsi", error="Pilih dari daftar.")
        for row, line in enumerate(lines, start=first):
            if line.bagian is bagian and isi in ("", line.isi):
                validation.add(f"D{row}")
        sheet.add_data_validation(validation)


def read_report(data: bytes, nama: str) -> tuple[BarisLaporan, ...] | None:
    """Return the lines of the sheet Adopsi of an earlier run, None where the workbook has no such sheet.

    Columns are found by their headings. Raises NotAWorkbook.
    """
    grid = read_book(data, nama, (ADOPSI,)).grids.get(ADOPSI)
    if grid is None:
        return None
    for row in range(1, grid.last_row + 1):
        columns = {isi_teks(isi): column for (r, column), isi in grid.nilai.items() if r == row}
        if set(JUDUL[:4]) <= set(columns):
            found = []
            for number in range(row + 1, grid.last_row + 1):
                cells: Mapping[str, str] = {judul: isi_teks(grid.value(number, columns[judul])) for judul in JUDUL[:4]}
                if cells["Bagian"] in set(Bagian):
                    found.append(BarisLaporan(Bagian(cells["Bagian"]), cells["Sumber"], cells["Isi"], cells["Menjadi"]))
            return tuple(found)
    return ()


def read_corrections(data: bytes, nama: str, hasil: HasilAdopsi) -> tuple[Koreksi, tuple[str, ...]] | None:
    """Return what the planner changed against ``hasil``, and what he wrote that is not understood (with its place)."""
    lines = read_report(data, nama)
    return None if lines is None else corrections(lines, hasil)
