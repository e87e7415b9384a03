"""Fill the sheet Program dan Anggaran: sub kegiatan under their program and kegiatan, sums and a total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, address
from kinerja_xl.domain.indicators import SubKegiatan
from kinerja_xl.domain.lembar.lembar_kerja import KOLOM_ISIAN, SUBKEGIATAN, column_name
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area
from kinerja_xl.workbook.make.formulas import formulas_subkegiatan, serapan, sum_of
from kinerja_xl.workbook.make.plan_sheet import PlanSheet
from kinerja_xl.workbook.make.program_rows import BarisProgram, lay_out_program, top_rows
from kinerja_xl.workbook.make.sheet_rules import ask_number, fillers, show_mending, show_thousands, show_turn
from kinerja_xl.workbook.make.sheet_tools import (
    Styler,
    column_width,
    format_of,
    make_room,
    name_range,
    stretches,
    text_height,
)
from kinerja_xl.workbook.make.styles import FORMAT_BULAT, FORMAT_DESIMAL, Gaya

_ISIAN = tuple(kolom for kolom in KOLOM_ISIAN if kolom.tabel == SUBKEGIATAN)
_LEAST_HEIGHT = 20.0  # points
_TEXT, _NUMBER = (Gaya.PROGRAM, Gaya.KEGIATAN), (Gaya.PROGRAM_ANGKA, Gaya.KEGIATAN_ANGKA)


def template_names() -> tuple[str, ...]:
    """Return the defined names that the template's model row must have; this quarter's columns without the number."""
    plan = [names.plan_column(SUBKEGIATAN, kolom.nama) for kolom in names.RENCANA_SUBKEGIATAN]
    return (*plan, *(f"{kolom.nama}_tw" for kolom in _ISIAN), *names.HITUNG_SUBKEGIATAN, names.REALISASI_RP_SD_LALU,
            names.KODE_KELOMPOK)


class SheetProgram(PlanSheet):
    """Fills one sheet; the row below the named ranges is the total."""

    def __init__(self, book: Workbook, triwulan: int, styler: Styler) -> None:
        super().__init__(book, names.PROGRAM_DAN_ANGGARAN, names.KODE_SUBKEGIATAN, triwulan, styler)
        self.columns = self.place_columns(template_names(), (kolom.nama for kolom in _ISIAN))
        self.sd = f"realisasi_rp_sd_tw{triwulan}"
        self.pagu = names.plan_column(SUBKEGIATAN, "pagu")

    def fill(self, rencana: RencanaAksi, sd_lalu: Mapping[str, NilaiSel]) -> dict[Kunci, Letak]:
        """Write every row and rule; return where the computed cells stand. ``sd_lalu`` by sub kegiatan."""
        daftar_baris = lay_out_program(rencana.daftar_subkegiatan)
        self.bottom = self.top + max(len(daftar_baris), 1) - 1
        make_room(self.sheet, self.top, self.bottom - self.top + 1)
        letak: dict[Kunci, Letak] = {}
        number = 0
        for offset, baris in enumerate(daftar_baris):
            row = self.top + offset
            if baris.subkegiatan is None:
                members = [self.top + position for position in baris.anggota]
                letak |= self._write_group(row, baris, members)
            else:
                number += 1
                letak |= self._write_row(row, number, baris.subkegiatan, sd_lalu.get(baris.kode))
        letak |= self._write_total([self.top + position for position in top_rows(daftar_baris)])
        for name, column in self.columns.items():
            name_range(self.book, name, Area(self.sheet.title, self.top, column, self.bottom, column))
        for kolom in _ISIAN:
            del self.book.defined_names[f"{kolom.nama}_tw"]
        self._add_rules(daftar_baris)
        return letak

    def _write_row(self, row: int, number: int, sub: SubKegiatan, sd_lalu: NilaiSel) -> dict[Kunci, Letak]:
        self.styler.apply(self.sheet.cell(row, 1, number), Gaya.RENCANA_ANGKA)
        for name, text in (("nama", sub.nama), ("indikator", sub.indikator), ("satuan", sub.satuan),
                           (names.KODE_SUBKEGIATAN, sub.kode)):
            gaya = Gaya.RENCANA_TENGAH if name == "satuan" else Gaya.RENCANA
            self._put(row, names.plan_column(SUBKEGIATAN, name), text, gaya)
        for name, target in (("target_tahun", sub.target_tahun), ("target_tw", sub.target_tw[self.triwulan - 1])):
            self._put(row, names.plan_column(SUBKEGIATAN, name), target, Gaya.RENCANA_ANGKA,
                      None if target is None else format_of(target))
        self._put_right(row, self.pagu, sub.pagu, Gaya.RENCANA_ANGKA)
        self._put_right(row, names.REALISASI_RP_SD_LALU, Decimal(0) if self.triwulan == 1 else sd_lalu, Gaya.LALU)
        self._put(row, f"realisasi_k_tw{self.triwulan}", None, Gaya.ISIAN_ANGKA)
        self._put_right(row, self.sd, None, Gaya.ISIAN_ANGKA)
        self._put(row, names.KODE_KELOMPOK, None, Gaya.RENCANA)
        cells = {name: self._cell(name, row) for name in self.columns}
        sel = {kolom.nama: cells[names.plan_column(SUBKEGIATAN, kolom.nama)]
               for kolom in names.RENCANA_SUBKEGIATAN} | cells
        for name, formula in formulas_subkegiatan(sub, self.triwulan, sel).items():
            if name == "realisasi_rp_tw":
                self._put_right(row, name, None, Gaya.HITUNG)
            else:
                self._put(row, name, None, Gaya.HITUNG, FORMAT_DESIMAL)
            self.sheet[cells[name]] = formula
        self._fit(row, {"nama": sub.nama, "indikator": sub.indikator, "satuan": sub.satuan})
        return self._letak(SUBKEGIATAN, sub.kode, row, names.HITUNG_SUBKEGIATAN)

    def _fit(self, row: int, texts: Mapping[str, str]) -> None:
        """Give a row the height that its texts need."""
        widths = {name: column_width(self.sheet, self.columns[names.plan_column(SUBKEGIATAN, name)]) for name in texts}
        self.sheet.row_dimensions[row].height = max(
            _LEAST_HEIGHT, *(text_height(text, widths[name]) for name, text in texts.items()))

    def _put_right(self, row: int, name: str, nilai: NilaiSel, gaya: Gaya) -> None:
        """Amounts stand at the right, in full rupiah."""
        self._put(row, name, nilai, gaya, FORMAT_BULAT)
        self.sheet.cell(row, self.columns[name]).alignment = Alignment("right", "center", shrink_to_fit=True, indent=1)

    def _write_group(self, row: int, baris: BarisProgram, members: Sequence[int]) -> dict[Kunci, Letak]:
        text, number = _TEXT[baris.tingkat - 1], _NUMBER[baris.tingkat - 1]
        teks = baris.nama if baris.nama == baris.kode else f"{baris.kode}  {baris.nama}"
        self._write_sums(row, baris.kode, teks, members, text, number)
        return self._letak(names.KELOMPOK, baris.kode, row, self._summed)

    def _write_total(self, members: Sequence[int]) -> dict[Kunci, Letak]:
        row = self.bottom + 1
        self._write_sums(row, names.KELOMPOK_JUMLAH, "JUMLAH", members, Gaya.JUMLAH, Gaya.JUMLAH_ANGKA)
        return self._letak(names.KELOMPOK, names.KELOMPOK_JUMLAH, row, self._summed)

    @property
    def _summed(self) -> tuple[str, ...]:
        return ("pagu", names.REALISASI_RP_SD_LALU, self.sd, "realisasi_rp_tw", "serapan")

    def _write_sums(self, row: int, kode: str, teks: str, members: Sequence[int], text: Gaya, number: Gaya) -> None:
        self.styler.apply(self.sheet.cell(row, 1), text)
        for name in self.columns:
            self._put(row, name, None, number if name in (self.pagu, *self._summed) else text)
        self._put(row, names.plan_column(SUBKEGIATAN, "nama"), teks, text)
        self._spread(row, teks)
        self._put(row, names.KODE_KELOMPOK, kode, text)
        for name in (self.pagu, *self._summed[1:-1]):
            cells = [self._cell(name, member) for member in members]
            self.sheet[self._cell(name, row)] = sum_of(cells) if cells else None
        self._put(row, "serapan", None, number, FORMAT_DESIMAL)
        self.sheet[self._cell("serapan", row)].alignment = Alignment("center", "center", shrink_to_fit=True)
        self.sheet[self._cell("serapan", row)] = serapan(self._cell(self.sd, row), self._cell(self.pagu, row))

    def _spread(self, row: int, teks: str) -> None:
        """Give the text of a group row the room up to Pagu; the key column before it stays empty."""
        first, last = self.columns[names.plan_column(SUBKEGIATAN, "nama")], self.columns[self.pagu] - 1
        between = range(first, max(first, last) + 1)
        if not {self.columns[name] for name in (names.KODE_KELOMPOK, names.KODE_SUBKEGIATAN)} & set(between):
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=between[-1])
        width = sum(column_width(self.sheet, column) for column in between)
        self.sheet.row_dimensions[row].height = max(_LEAST_HEIGHT, text_height(teks, width))

    def _letak(self, tabel: str, kode: str, row: int, columns: Sequence[str]) -> dict[Kunci, Letak]:
        return {Kunci(tabel, kode, name): Letak(self.sheet.title,
                                                self._cell(self.pagu if name == "pagu" else name, row))
                for name in columns}

    def _add_rules(self, daftar_baris: Sequence[BarisProgram]) -> None:
        rows = [self.top + offset for offset, baris in enumerate(daftar_baris) if baris.subkegiatan]
        last = max(column for name, column in self.columns.items() if name != names.KODE_KELOMPOK)
        show_mending(self.sheet, f"A{self.top}:{address(self.bottom, last)}", self.styler)
        prompts = {"realisasi_k": "Tulis angka hasil triwulan ini saja. Nol ditulis 0.",
                   "realisasi_rp_sd": "Realisasi sejak Januari s.d. akhir triwulan seperti pada LRA, rupiah penuh."}
        for kolom in _ISIAN:
            name = column_name(kolom, self.triwulan)
            areas = [f"{self._cell(name, first)}:{self._cell(name, bottom)}" for first, bottom in stretches(rows)]
            for area in areas:
                show_turn(self.sheet, area, fillers(kolom), self.styler)
                if kolom.jenis == "angka":
                    show_thousands(self.sheet, area)
            ask_number(self.sheet, areas, kolom.judul, prompts[kolom.nama])
        self.sheet.auto_filter.ref = f"A{self.top - 1}:{address(self.bottom, last)}"
