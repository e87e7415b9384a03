"""What people do to a filled worksheet, at random: ``python tests/workbook/ubah_manusia.py [--banyak N] [--benih N]``.

Each change is done to the workbook as a person does it (what belongs to a moved column moves along, as in Excel), read
and judged as the service does against the version before. Prints the result by kind; ends with 1 where

- something that the contract calls never a reason (sorting, filters, hiding, formats, widths, notes, extra sheets)
  brings a catatan ``tolak``, or less than 95 per cent of other harmless changes are read without one;
- a harmful change is not told at its cell (or, where the cell is gone, on its sheet);
- a number is read that nobody wrote there and no catatan tells.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lembar_contoh import SKALA, make
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.kebijakan import Kebijakan
from kinerja_xl.domain.lembar.checks import check_isian, check_rights
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import KEGIATAN, Status
from kinerja_xl.errors import WorkbookError
from kinerja_xl.workbook.areas import parse_area
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.xlsx.cached_results import put_cached_results

LEMBAR, PROGRAM = "Lembar Kerja", "Program dan Anggaran"
BAHAN = next(row for row in KEGIATAN if row.nomor == 3)
SAMA, TIDAK_MENOLAK, DILAPORKAN = "never a reason", "harmless", "harmful"
BATAS = {SAMA: 1.0, TIDAK_MENOLAK: 0.95, DILAPORKAN: 1.0}
TW2 = {"LJS-01": "97", "LJS-02": "70", "LJS-03": "18", "LJS-04": "63", "LJS-05": "28"}


def worksheet() -> bytes:
    """A worksheet of TW II, filled in full: indicators, reasons, evidence, money."""
    lalu: dict[Kunci, NilaiSel] = {Kunci(INDIKATOR, kode, "realisasi_tw1"): Decimal(nilai) for kode, nilai in
                                   (("LJS-01", "98"), ("LJS-02", "71"), ("LJS-03", "9"), ("LJS-04", "61"))}
    data = make(2, status=Status.DIPERINTAHKAN, lalu=lalu)
    lk = read_lembar_kerja(data, "lembar")
    isian: dict[Kunci, NilaiSel] = {}
    for kode in lk.baris(INDIKATOR):
        isian[Kunci(INDIKATOR, kode, "keterangan_tw2")] = "Menurut laporan bulanan."
        if kode in TW2:
            isian[Kunci(INDIKATOR, kode, "realisasi_tw2")] = Decimal(TW2[kode])
            isian[Kunci("bukti", f"{kode}|bukti|{kode}.pdf", "bukti")] = True
    for kode in lk.baris(SUBKEGIATAN):
        isian[Kunci(SUBKEGIATAN, kode, "realisasi_k_tw2")] = Decimal(45)
        isian[Kunci(SUBKEGIATAN, kode, "realisasi_rp_sd_tw2")] = Decimal(41_250_500)
    return fill_lembar_kerja(data, isian)


class Buku:
    """The worksheet open for a change: its tables found by their names, and what was changed."""

    def __init__(self, data: bytes, acak: random.Random) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))
        self.acak = acak
        self.hasil_rumus: dict[Letak, NilaiSel] = {}  # what formulas show, which openpyxl does not save

    def save(self) -> bytes:
        raw = io.BytesIO()
        self.book.save(raw)
        return put_cached_results(raw.getvalue(), self.hasil_rumus) if self.hasil_rumus else raw.getvalue()

    def formula(self, nama: str, groups: bool = False) -> tuple[Worksheet, int, int]:
        """A cell of a computed column: of a row of its own, or of a group that sums some up."""
        sheet, column, rows = self.column(nama)
        _, keys, _ = self.column("kode_indikator" if sheet.title == LEMBAR else "kode_subkegiatan")
        own = [row for row in rows if str(sheet.cell(row, column).value).startswith("=")
               and (groups or sheet.cell(row, keys).value)]
        return sheet, self.acak.choice(own), column

    def column(self, nama: str) -> tuple[Worksheet, int, list[int]]:
        """The sheet, the column and the rows of a defined name."""
        area = parse_area(str(self.book.defined_names[nama].attr_text))
        assert area is not None
        return self.book[area.lembar], area.left, list(range(area.top, area.bottom + 1))

    def cell(self, nama: str, kode: str = "") -> tuple[Worksheet, int, int]:
        """A cell of a column: of the row of ``kode``, else of any row with a code."""
        sheet, column, rows = self.column(nama)
        _, keys, _ = self.column("kode_indikator" if sheet.title == LEMBAR else "kode_subkegiatan")
        own = [row for row in rows if sheet.cell(row, keys).value and sheet.cell(row, column).value is not None
               and str(sheet.cell(row, keys).value).count(".") in (0, 5)]
        row = next(r for r in own if sheet.cell(r, keys).value == kode) if kode else self.acak.choice(own)
        return sheet, row, column

    def sheet(self) -> Worksheet:
        return self.book[self.acak.choice([LEMBAR, PROGRAM])]

    def shift(self, sheet: Worksheet, at: int, by_rows: bool) -> None:
        """Insert a row or column as Excel does: names, merged cells and what lies behind move along."""
        areas = [str(area) for area in sheet.merged_cells.ranges]
        for area in areas:
            sheet.unmerge_cells(area)
        (sheet.insert_rows if by_rows else sheet.insert_cols)(at)
        for area in areas:
            sheet.merge_cells(moved(area, at, by_rows))
        for name in self.book.defined_names.values():
            where = parse_area(str(name.attr_text))
            if where is not None and where.lembar == sheet.title:
                corners = f"{get_column_letter(where.left)}{where.top}:{get_column_letter(where.right)}{where.bottom}"
                first, last = moved(corners, at, by_rows).split(":")
                name.attr_text = f"'{sheet.title}'!{absolute(first)}:{absolute(last)}"


def moved(area: str, at: int, by_rows: bool) -> str:
    """A rectangle after a row or column came in at ``at``."""
    from openpyxl.utils import range_boundaries

    left, top, right, bottom = range_boundaries(area)
    if by_rows:
        top, bottom = top + (top >= at), bottom + (bottom >= at)
    else:
        left, right = left + (left >= at), right + (right >= at)
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"


def absolute(sel: str) -> str:
    letters = sel.rstrip("0123456789")
    return f"${letters}${sel[len(letters):]}"


@dataclass
class Hasil:
    """What one change was: where it is to be told ("" = nowhere), and which values it really changed."""

    sel: str = ""
    lembar: str = ""
    berubah: dict[str, Decimal | None] = field(default_factory=dict)  # "kode kolom" -> what it now says


Ubah = Callable[[Buku], Hasil]


# --- never a reason -------------------------------------------------------------------------------------------------


def sort(buku: Buku) -> Hasil:
    sheet, key, rows = buku.column("kode_indikator")
    for area in [str(a) for a in sheet.merged_cells.ranges if a.min_row in rows]:
        first = area.split(":")[0]
        sheet.unmerge_cells(area)  # Excel asks for that before it sorts
        for line in sheet[area]:
            for cell in line:
                cell.value = sheet[first].value
    filled = [row for row in rows if sheet.cell(row, key).value]
    values = [{c: sheet.cell(row, c).value for c in range(1, sheet.max_column + 1)
               if not str(sheet.cell(row, c).value).startswith("=")} for row in filled]
    buku.acak.shuffle(values)
    for row, line in zip(filled, values, strict=True):
        for c, value in line.items():
            sheet.cell(row, c).value = value
    return Hasil()


def hide_rows(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    for row in buku.acak.sample(range(8, sheet.max_row + 1), 3):
        sheet.row_dimensions[row].hidden = True
    sheet.auto_filter.ref = f"A9:H{sheet.max_row}"
    return Hasil()


def hide_columns(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    for column in buku.acak.sample(range(1, sheet.max_column + 1), 3):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    return Hasil()


def colour(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    for line in sheet.iter_rows(min_row=buku.acak.randrange(1, 10)):
        for cell in line:
            cell.fill, cell.font = PatternFill("solid", fgColor="FFFF00"), Font(name="Comic Sans MS", size=14)
    return Hasil()


def number_format(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2")
    sheet.cell(row, column).number_format = buku.acak.choice(["0.000", "#,##0.00", '"±"0', "General", "@"])
    return Hasil()


def widths(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = buku.acak.uniform(0.5, 90)
    sheet.row_dimensions[buku.acak.randrange(1, 15)].height = buku.acak.uniform(1, 200)
    return Hasil()


def note(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2")
    sheet.cell(row, column).comment = Comment("Tolong dicek lagi, 1.234?", "Siti")
    return Hasil()


def extra_sheet(buku: Buku) -> Hasil:
    extra = buku.book.create_sheet(buku.acak.choice(["Hitungan", "Sheet1", "Lembar Kerja (2)"]),
                                   buku.acak.randrange(0, 3))
    for row in range(1, 20):
        extra.append([f"LJS-0{row % 7}", row * 7, "Realisasi", "=A1"])
    return Hasil()


def unprotect(buku: Buku) -> Hasil:
    for sheet in buku.book.worksheets:
        sheet.protection.disable()
        sheet.freeze_panes = None
        sheet.sheet_view.zoomScale = buku.acak.randrange(40, 200)
    return Hasil()


def order_sheets(buku: Buku) -> Hasil:
    buku.acak.shuffle(buku.book._sheets)
    return Hasil()


# --- harmless -------------------------------------------------------------------------------------------------------


def new_column(buku: Buku) -> Hasil:
    sheet, column, rows = buku.column(buku.acak.choice(["realisasi_tw2", "keterangan_tw2", "realisasi_rp_sd_tw2"]))
    buku.shift(sheet, column, by_rows=False)
    sheet.cell(rows[0], column).value = "catatan saya"
    return Hasil()


def move_column(buku: Buku) -> Hasil:
    """A column cut and put behind the last one, with its headings; its name goes with it."""
    nama = buku.acak.choice(["keterangan_tw2", "tindak_lanjut_tw2", "faktor_pendorong_tw2", "realisasi_tw2"])
    sheet, column, rows = buku.column(nama)
    target = sheet.max_column + 2
    for area in [str(a) for a in sheet.merged_cells.ranges if a.min_col <= column <= a.max_col]:
        sheet.unmerge_cells(area)
    for row in range(1, rows[-1] + 1):
        sheet.cell(row, target).value, sheet.cell(row, column).value = sheet.cell(row, column).value, None
    letters = get_column_letter(target)
    buku.book.defined_names[nama].attr_text = f"'{sheet.title}'!${letters}${rows[0]}:${letters}${rows[-1]}"
    return Hasil()


def new_row(buku: Buku) -> Hasil:
    sheet, _, rows = buku.column(buku.acak.choice(["realisasi_tw2", "realisasi_k_tw2"]))
    buku.shift(sheet, buku.acak.choice(rows[1:]), by_rows=True)
    return Hasil()


def rows_on_top(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    for _ in range(buku.acak.randrange(1, 4)):
        buku.shift(sheet, 1, by_rows=True)
    return Hasil()


def spelling(buku: Buku) -> Hasil:
    """The same number as people type it; a unit, blanks of other kinds, Rupiah."""
    sheet, row, column = buku.cell(buku.acak.choice(["realisasi_tw2", "realisasi_rp_sd_tw2"]))
    cell = sheet.cell(row, column)
    value = Decimal(str(cell.value))
    whole, plain = f"{int(value):,}".replace(",", "."), str(cell.value)
    money = sheet.title == PROGRAM
    rupiah = [f"Rp {whole},00", f"Rp. {whole},-", f"Rp{whole}", f"{whole},00", f"\xa0{whole},0 ", f"Rp\xa0{whole}"]
    figure = [f"{plain},0", f" {plain} ", f"{plain} orang", f"\u200b{plain}", f"{plain},00", f"{plain}\xa0%"]
    cell.value = buku.acak.choice(rupiah if money else figure)
    return Hasil()


def percent_cell(buku: Buku) -> Hasil:
    """``97%`` typed into a cell: Excel keeps 0,97 and shows per cent."""
    sheet, row, column = buku.cell("realisasi_tw2", "LJS-01")
    sheet.cell(row, column).value, sheet.cell(row, column).number_format = 0.97, "0%"
    return Hasil()


def blanks_in_texts(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("keterangan_tw2")
    sheet.cell(row, column).value = "  Menurut   laporan\r\nbulanan. "
    return Hasil()


def second_table(buku: Buku) -> Hasil:
    sheet, column, _ = buku.column("realisasi_tw2")
    below = sheet.max_row + buku.acak.randrange(2, 6)
    for offset, line in enumerate((["Rekap", "I", "II"], ["Jumlah", 10, 20], ["Rata-rata", 5, 10])):
        for c, value in enumerate(line, start=column - 1):
            sheet.cell(below + offset, c).value = value
    return Hasil()


def heading_spelling(buku: Buku) -> Hasil:
    sheet, _, rows = buku.column(buku.acak.choice(["kode_indikator", "kode_subkegiatan"]))
    for line in sheet.iter_rows(min_row=1, max_row=rows[0] - 1):
        for cell in line:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                cell.value = buku.acak.choice([cell.value.upper(), f" {cell.value}  ", cell.value.lower()])
    return Hasil()


def merge_empty(buku: Buku) -> Hasil:
    sheet = buku.sheet()
    sheet.merge_cells(start_row=sheet.max_row + 2, end_row=sheet.max_row + 3, start_column=1, end_column=5)
    return Hasil()


def renamed(buku: Buku) -> Hasil:
    """A sheet under another name, as Excel does it: names and formulas follow."""
    lama = buku.acak.choice(buku.book.sheetnames[:-1])  # not the last one, on which nothing is filled
    kini = buku.acak.choice(["TW II final", "Isian (Siti)", "Rekap 2", lama + " OK"])
    buku.book[lama].title = kini
    for name in buku.book.defined_names.values():
        area = parse_area(str(name.attr_text))
        if area is not None and area.lembar == lama:
            name.attr_text = f"'{kini}'!{str(name.attr_text).rpartition('!')[2]}"
    return Hasil()


# --- harmful --------------------------------------------------------------------------------------------------------


def at(sheet: Worksheet, row: int, column: int, **berubah: Decimal | None) -> Hasil:
    return Hasil(f"{get_column_letter(column)}{row}", sheet.title, berubah)


def words(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell(buku.acak.choice(["realisasi_tw2", "realisasi_rp_sd_tw2"]))
    sheet.cell(row, column).value = buku.acak.choice(["sudah tercapai", "10 juta", "1.2.3", "12,5,6", "±30", "lihat"])
    return at(sheet, row, column)


def error(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell(buku.acak.choice(["realisasi_tw2", "realisasi_k_tw2"]))
    sheet.cell(row, column).value = buku.acak.choice(["#REF!", "#DIV/0!", "#N/A"])
    return at(sheet, row, column)


def negative(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell(buku.acak.choice(["realisasi_tw2", "realisasi_rp_sd_tw2"]))
    sheet.cell(row, column).value = buku.acak.choice([-5, "-12", "(7)"])
    return at(sheet, row, column)


def ambiguous(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2")
    sheet.cell(row, column).value = buku.acak.choice(["1.234", "12.500", "9.000"])
    return at(sheet, row, column)


def never_calculated(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2")
    sheet.cell(row, column).value = "=5+5"  # openpyxl saves no result
    return at(sheet, row, column)


def emptied(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2")
    _, note_column, _ = buku.column("keterangan_tw2")
    sheet.cell(row, column).value = buku.acak.choice([None, "-", "n/a", "belum"])
    sheet.cell(row, note_column).value = None
    return at(sheet, row, column)


def percent_slip(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2", buku.acak.choice(["LJS-01", "LJS-04"]))
    sheet.cell(row, column).value = buku.acak.choice([0.97, 0.63, "0,85"])
    return at(sheet, row, column)


def ten_times(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw2", buku.acak.choice(["LJS-01", "LJS-02", "LJS-03", "LJS-04"]))
    sheet.cell(row, column).value = 9800 + buku.acak.randrange(100)
    return at(sheet, row, column)


def over_pagu(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_rp_sd_tw2")
    sheet.cell(row, column).value = 41_250_500_000
    return at(sheet, row, column)


def target_changed(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell(buku.acak.choice(["rencana_indikator_target_tahun", "rencana_indikator_target_tw2"]),
                                   buku.acak.choice(["LJS-01", "LJS-03", "LJS-04"]))
    sheet.cell(row, column).value = 1
    return at(sheet, row, column)


def earlier_quarter_changed(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("realisasi_tw1")
    sheet.cell(row, column).value = 77
    return at(sheet, row, column)


def row_lost(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("kode_indikator")
    for c in range(1, sheet.max_column + 1):
        if (row, c) not in {(r, k) for a in sheet.merged_cells.ranges for r, k in a.cells}:
            sheet.cell(row, c).value = None
    return at(sheet, row, column)


def row_twice(buku: Buku) -> Hasil:
    sheet, column, rows = buku.column("kode_indikator")
    first, second = buku.acak.sample([row for row in rows if sheet.cell(row, column).value], 2)
    sheet.cell(second, column).value = sheet.cell(first, column).value
    return at(sheet, max(first, second), column)


def row_unknown(buku: Buku) -> Hasil:
    sheet, row, column = buku.cell("kode_indikator")
    sheet.cell(row, column).value = "LJS-99"
    return at(sheet, row, column)


def column_lost(buku: Buku) -> Hasil:
    nama = buku.acak.choice(["realisasi_tw2", "rencana_indikator_target_tw2", "keterangan_tw2"])
    sheet, column, _ = buku.column(nama)
    del buku.book.defined_names[nama]
    for row in range(1, 15):
        if (row, column) not in {(r, k) for a in sheet.merged_cells.ranges for r, k in a.cells}:
            sheet.cell(row, column).value = None
    for area in [str(a) for a in sheet.merged_cells.ranges if a.min_col == column and a.min_row < 15]:
        sheet.unmerge_cells(area)
        sheet.cell(int("".join(filter(str.isdigit, area.split(":")[0]))), column).value = None
    return Hasil("", sheet.title)


def sheet_lost(buku: Buku) -> Hasil:
    nama = buku.acak.choice([LEMBAR, PROGRAM])
    buku.book[nama].title = "Salinan " + nama
    return Hasil("", nama)


def formula_gone(buku: Buku) -> Hasil:
    """A constant, or a text, where a formula belongs."""
    nama = buku.acak.choice(["capaian_tw", "capaian_tahun", "capaian_k", "serapan"])
    sheet, row, column = buku.formula(nama, groups=True)
    sheet.cell(row, column).value = buku.acak.choice([100, 0, "tercapai"])
    return at(sheet, row, column)


def result_changed(buku: Buku) -> Hasil:
    """The formula stays, but what it shows is not its result: a file that some program computed otherwise."""
    sheet, row, column = buku.formula(buku.acak.choice(["capaian_tw", "capaian_tahun", "kategori", "capaian_k"]))
    shown = "Sangat Rendah" if column == buku.column("kategori")[1] and sheet.title == LEMBAR else Decimal("777.7")
    letak = Letak(sheet.title, f"{get_column_letter(column)}{row}")
    buku.hasil_rumus[letak] = shown
    return at(sheet, row, column)


def formula_in_input(buku: Buku) -> Hasil:
    """A formula with its result where a figure is filled in."""
    sheet, row, column = buku.cell(buku.acak.choice(["realisasi_tw2", "realisasi_k_tw2", "realisasi_rp_sd_tw2"]))
    cell = sheet.cell(row, column)
    value = Decimal(str(cell.value)) - buku.acak.randrange(0, 2)
    cell.value = f"={value - 1}+1"
    buku.hasil_rumus[Letak(sheet.title, cell.coordinate)] = value
    return at(sheet, row, column)


def evidence_of_nobody(buku: Buku) -> Hasil:
    sheet, column, rows = buku.column("bukti_indikator")
    row = next(r for r in rows if sheet.cell(r, column).value)
    sheet.cell(row, column).value = "LJS-77"
    return at(sheet, row, column)


JENIS: dict[str, tuple[Ubah, ...]] = {
    SAMA: (sort, hide_rows, hide_columns, colour, number_format, widths, note, extra_sheet, unprotect, order_sheets),
    TIDAK_MENOLAK: (new_column, move_column, new_row, rows_on_top, spelling, percent_cell, blanks_in_texts,
                    second_table, heading_spelling, merge_empty, renamed),
    DILAPORKAN: (words, error, negative, ambiguous, never_calculated, emptied, percent_slip, ten_times, over_pagu,
                 target_changed, earlier_quarter_changed, row_lost, row_twice, row_unknown, column_lost, sheet_lost,
                 formula_gone, result_changed, formula_in_input, evidence_of_nobody),
}


class Penilai:
    """Judges changed worksheets against the one before."""

    def __init__(self) -> None:
        self.data = worksheet()
        self.lama = read_lembar_kerja(self.data, "lembar")
        sound = self.judge(self.lama)
        assert not [c for c in sound if c.menolak], sound
        self.sound = {(c.kode, c.pesan) for c in sound}

    def judge(self, lk: LembarKerja) -> tuple[Catatan, ...]:
        rights = check_rights(self.lama, lk, Peran.ANALIS, BAHAN) if hasattr(self, "sound") else ()
        return (*rights, *check_isian(lk, BAHAN, SKALA, Kebijakan()))

    def try_one(self, jenis: str, ubah: Ubah, acak: random.Random) -> str:
        """Return what went wrong, "" where all is as it must be."""
        buku = Buku(self.data, acak)
        hasil = ubah(buku)
        try:
            lk = read_lembar_kerja(buku.save(), "lembar")
        except WorkbookError as error:
            return f"not read: {error}"
        new = [c for c in self.judge(lk) if (c.kode, c.pesan) not in self.sound]
        silent = self.silent_numbers(lk, new, hasil)
        if silent:
            return f"a wrong number in silence: {silent}"
        if jenis != DILAPORKAN:
            return "; ".join(f"{c.tempat} {c.kode}" for c in new if c.menolak)
        told = [c for c in new if c.lembar == hasil.lembar and hasil.sel in ("", c.sel)]
        lost = [c for c in new if c.kode in ("C402", "C404", "C406")]
        return "" if told or lost else f"not told at {hasil.lembar}!{hasil.sel}; told: {[c.kode for c in new]}"

    def silent_numbers(self, lk: LembarKerja, new: list[Catatan], hasil: Hasil) -> list[str]:
        """Values that differ from those before although no catatan tells of their cell, row or sheet."""
        told = {(c.lembar, c.sel) for c in new} | {(hasil.lembar, hasil.sel)}
        sheets = {c.lembar for c in new if not c.sel}
        found = []
        for kunci, before in self.lama.sel.items():
            letak = lk.letak.get(kunci)
            after = lk.sel.get(kunci)
            if isinstance(before, Decimal) and after != before and letak and tuple(letak) not in told \
                    and letak.lembar not in sheets:
                found.append(f"{kunci.baris} {kunci.kolom}: {before} -> {after}")
        return found if not any(c.kode in ("C402", "C403", "C405") for c in new) else []


def walk(banyak: int, benih: int) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, change, what went wrong) of that many changes, every change in turn."""
    penilai = Penilai()
    every = [(jenis, ubah) for jenis, daftar in JENIS.items() for ubah in daftar]
    for nomor in range(banyak):
        jenis, ubah = every[nomor % len(every)]
        yield jenis, ubah.__name__, penilai.try_one(jenis, ubah, random.Random(benih * 100_000 + nomor))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--banyak", type=int, default=500)
    parser.add_argument("--benih", type=int, default=1)
    arguments = parser.parse_args()
    tried: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    silent = 0
    for jenis, nama, salah in walk(arguments.banyak, arguments.benih):
        tried[jenis, nama] += 1
        right[jenis, nama] += not salah
        silent += "in silence" in salah
        if salah:
            print(f"  {nama}: {salah}")
    failed = bool(silent)
    for jenis, least in BATAS.items():
        total, good = (sum(n for (j, _), n in counter.items() if j == jenis) for counter in (tried, right))
        print(f"{jenis}: {good} of {total} right ({good / total:.1%}, at least {least:.0%})")
        for (j, nama), n in tried.items():
            if j == jenis:
                print(f"    {nama:<26} {right[j, nama]:>3} of {n}")
        failed |= good < least * total
    print(f"wrong numbers in silence: {silent}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
