"""Fill the sheet Lembar Kerja: one row for each indicator, with its inputs, earlier quarters and formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl import Workbook

from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.cells import Kunci, Letak, address
from kinerja_xl.domain.indicators import Indikator, Nilai, Predikat
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.contents import MAX_AKSARA
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, KOLOM_ISIAN, Kolom, column_name
from kinerja_xl.domain.numbers import format_nilai
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area
from kinerja_xl.workbook.make.computed import cell_value, ratio_parts
from kinerja_xl.workbook.make.formulas import formulas_indikator
from kinerja_xl.workbook.make.plan_sheet import PlanSheet
from kinerja_xl.workbook.make.sheet_rules import (
    ask_choice,
    ask_number,
    ask_text,
    fillers,
    show_kategori,
    show_mending,
    show_thousands,
    show_turn,
)
from kinerja_xl.workbook.make.sheet_tools import (
    Styler,
    column_width,
    format_of,
    make_room,
    name_range,
    stretches,
    text_height,
)
from kinerja_xl.workbook.make.styles import FORMAT_DESIMAL, Gaya

_ISIAN = tuple(kolom for kolom in KOLOM_ISIAN if kolom.tabel == INDIKATOR)
_TEKS_RENCANA = {"satuan": Gaya.RENCANA_TENGAH, "arah": Gaya.RENCANA_TENGAH, "perhitungan": Gaya.RENCANA_TENGAH,
                 names.KODE_INDIKATOR: Gaya.RENCANA_TENGAH}
_HITUNG = (names.NILAI_TW, names.NILAI_SD, *names.HITUNG_INDIKATOR)
_LEAST_HEIGHT, _MOST_HEIGHT = 44.0, 400.0  # points: three lines of narrative; Excel allows 409
_PROMPTS = {
    "pembilang": "Bagian yang dicapai, misalnya jumlah orang yang dilayani. Isi bersama penyebut.",
    "penyebut": "Keseluruhan yang seharusnya, lebih dari nol. Realisasi dihitung: pembilang : penyebut × 100.",
    "keterangan": "Penjelasan data. Wajib diisi bila realisasi kosong.",
    "faktor_pendorong": "Apa yang mendorong tercapainya target.",
    "faktor_penghambat": "Apa yang menghambat tercapainya target.",
    "tindak_lanjut": "Apa yang akan dilakukan, oleh siapa, dan kapan. Diisi Kasubid/Kasubag.",
    "rekomendasi": "Diisi Kasubag Perencanaan pada Kegiatan 6.",
}


def template_names() -> tuple[str, ...]:
    """Return the defined names that the template's model row must have; this quarter's columns without the number."""
    plan = [names.plan_column(INDIKATOR, kolom.nama) for kolom in names.RENCANA_INDIKATOR]
    inputs = [f"{kolom.nama}_tw" for kolom in _ISIAN if kolom.nama != "realisasi"]
    return (*plan, *(f"realisasi_tw{k}" for k in (1, 2, 3, 4)), *inputs, *_HITUNG,
            names.BATAS_CETAK, names.PEMBILANG_LALU, names.PENYEBUT_LALU)


class SheetIndikator(PlanSheet):
    """Fills one sheet; ``lalu`` are the realisasi of earlier quarters by code."""

    def __init__(self, book: Workbook, triwulan: int, skala: Skala, styler: Styler) -> None:
        super().__init__(book, names.LEMBAR_KERJA, names.KODE_INDIKATOR, triwulan, styler)
        self.skala = skala
        self.columns = self.place_columns(template_names(), (kolom.nama for kolom in _ISIAN))

    def fill(self, rencana: RencanaAksi, lalu: Mapping[str, tuple[Realisasi, ...]]) -> dict[Kunci, Letak]:
        """Write every row and rule; return where the computed cells stand."""
        daftar = rencana.daftar_indikator
        self.bottom = self.top + max(len(daftar), 1) - 1
        make_room(self.sheet, self.top, self.bottom - self.top)
        letak: dict[Kunci, Letak] = {}
        for offset, indikator in enumerate(daftar):
            row = self.top + offset
            self._write_row(row, offset + 1, indikator, lalu[indikator.kode][:self.triwulan - 1])
            letak |= {Kunci(INDIKATOR, indikator.kode, name): Letak(self.sheet.title, self._cell(name, row))
                      for name in _HITUNG}
        self._merge_sasaran(daftar)
        for name, column in self.columns.items():
            name_range(self.book, name, Area(self.sheet.title, self.top, column, self.bottom, column))
        for name in (f"{kolom.nama}_tw" for kolom in _ISIAN if kolom.nama != "realisasi"):
            del self.book.defined_names[name]
        self._add_rules(daftar)
        return letak

    def _put_nilai(self, row: int, name: str, nilai: Nilai | None, gaya: Gaya) -> None:
        if isinstance(nilai, Decimal):
            self._put(row, name, nilai, gaya, format_of(nilai))
        else:
            self._put(row, name, None if nilai is None else format_nilai(nilai), gaya)

    def _write_row(self, row: int, number: int, indikator: Indikator, lalu: Sequence[Realisasi]) -> None:
        first = self.sheet.cell(row, 1, number)
        self.styler.apply(first, Gaya.RENCANA_ANGKA)
        self._write_plan(row, indikator)
        self._write_quarters(row, lalu)
        self._put(row, names.BATAS_CETAK, "batas cetak", Gaya.RENCANA)
        parts = ratio_parts(tuple(lalu))
        for name, part in zip((names.PEMBILANG_LALU, names.PENYEBUT_LALU), parts or (None, None), strict=True):
            self._put(row, name, part, Gaya.LALU)
        cells = {name: self._cell(name, row) for name in self.columns}
        sel = {kolom.nama: cells[names.plan_column(INDIKATOR, kolom.nama)] for kolom in names.RENCANA_INDIKATOR} | cells
        formulas = formulas_indikator(indikator, self.triwulan, lalu, sel, self.skala)
        for name in _HITUNG:
            cell = self.sheet.cell(row, self.columns[name], formulas[name])
            self.styler.apply(cell, Gaya.KATEGORI if name == "kategori" else Gaya.HITUNG)

    def _write_plan(self, row: int, indikator: Indikator) -> None:
        texts = {"sasaran": indikator.sasaran, names.KODE_INDIKATOR: indikator.kode, "nama": indikator.nama,
                 "satuan": indikator.satuan, "arah": indikator.arah.value.capitalize(),
                 "perhitungan": indikator.perhitungan.value}
        for name, text in texts.items():
            self._put(row, names.plan_column(INDIKATOR, name), text, _TEKS_RENCANA.get(name, Gaya.RENCANA))
        targets = {"target_tahun": indikator.target_tahun,
                   **{f"target_tw{k}": target for k, target in enumerate(indikator.target_tw, 1)}}
        for name, target in targets.items():
            self._put_nilai(row, names.plan_column(INDIKATOR, name), target, Gaya.RENCANA_ANGKA)

    def _write_quarters(self, row: int, lalu: Sequence[Realisasi]) -> None:
        for k in (1, 2, 3, 4):
            name = f"realisasi_tw{k}"
            if k < self.triwulan:
                nilai = lalu[k - 1].efektif
                shown = FORMAT_DESIMAL if isinstance(nilai, Decimal) and nilai % 1 else None
                whole = format_of(nilai) if isinstance(nilai, Decimal) and not nilai % 1 else None
                self._put(row, name, cell_value(nilai), Gaya.LALU, shown or whole)
            elif k > self.triwulan:
                self._put(row, name, None, Gaya.NANTI)
        for kolom in _ISIAN:
            gaya = Gaya.ISIAN_TEKS if kolom.jenis == "teks" else Gaya.ISIAN_ANGKA
            self._put(row, column_name(kolom, self.triwulan), None, gaya)

    def _merge_sasaran(self, daftar: Sequence[Indikator]) -> None:
        """Merge each sasaran over its indicators, and give the rows the height that their texts and it need."""
        column = self.columns[names.plan_column(INDIKATOR, "sasaran")]
        start = 0
        for end in range(1, len(daftar) + 1):
            if end < len(daftar) and daftar[end].sasaran == daftar[start].sasaran:
                continue
            rows = range(self.top + start, self.top + end)
            self._fit(rows, daftar[start:end], text_height(daftar[start].sasaran, column_width(self.sheet, column)))
            for row in rows[1:]:
                self.sheet.cell(row, column).value = None
            if len(rows) > 1:
                self.sheet.merge_cells(start_row=rows[0], end_row=rows[-1], start_column=column, end_column=column)
            start = end

    def _fit(self, rows: range, daftar: Sequence[Indikator], needed: float) -> None:
        widths = {name: column_width(self.sheet, self.columns[names.plan_column(INDIKATOR, name)])
                  for name in ("nama", "satuan", names.KODE_INDIKATOR)}
        natural = [max(_LEAST_HEIGHT, text_height(indikator.nama, widths["nama"]),
                       text_height(indikator.satuan, widths["satuan"]),
                       text_height(indikator.kode, widths[names.KODE_INDIKATOR])) for indikator in daftar]
        missing = max(0.0, needed - sum(natural))
        for row, height in zip(rows, natural, strict=True):
            self.sheet.row_dimensions[row].height = min(height + missing / len(natural), _MOST_HEIGHT)

    def _area(self, name: str) -> str:
        return f"{self._cell(name, self.top)}:{self._cell(name, self.bottom)}"

    def _add_rules(self, daftar: Sequence[Indikator]) -> None:
        sheet, last = self.sheet, max(self.columns[column_name(kolom, self.triwulan)] for kolom in _ISIAN)
        show_mending(sheet, f"A{self.top}:{address(self.bottom, last)}", self.styler)
        show_kategori(sheet, self._area("kategori"), self.skala.daftar_kategori)
        for kolom in _ISIAN:
            area = self._area(column_name(kolom, self.triwulan))
            show_turn(sheet, area, fillers(kolom), self.styler)
            if kolom.jenis != "teks":
                show_thousands(sheet, area)
            self._ask(kolom, daftar)
        sheet.auto_filter.ref = f"A{self.top - 1}:{address(self.bottom, last)}"

    def _ask(self, kolom: Kolom, daftar: Sequence[Indikator]) -> None:
        area = self._area(column_name(kolom, self.triwulan))
        if kolom.nama == "realisasi":
            rows = range(self.top, self.bottom + 1)
            with_words = [self.top + k for k, indikator in enumerate(daftar) if _is_predikat(indikator)]
            ask_choice(self.sheet, self._stretches(with_words), names.PREDIKAT_HURUF, kolom.judul,
                       "Pilih predikat yang diperoleh.")
            ask_number(self.sheet, self._stretches(sorted({*rows} - {*with_words})), kolom.judul,
                       "Tulis angkanya saja. Nol ditulis 0; kosong berarti belum diisi.")
        elif kolom.jenis == "teks":
            ask_text(self.sheet, [area], MAX_AKSARA, kolom.judul, _PROMPTS[kolom.nama])
        else:
            ask_number(self.sheet, [area], kolom.judul, _PROMPTS[kolom.nama])

    def _stretches(self, rows: Sequence[int]) -> list[str]:
        name = f"realisasi_tw{self.triwulan}"
        return [f"{self._cell(name, first)}:{self._cell(name, last)}" for first, last in stretches(rows)]


def _is_predikat(indikator: Indikator) -> bool:
    targets = (indikator.target_tahun, *indikator.target_tw)
    return any(isinstance(target, Predikat) for target in targets)
