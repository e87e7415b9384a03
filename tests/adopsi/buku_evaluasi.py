"""Writes a workbook in the layout of the real evaluation of 2018, from what was read there by eye, in many variants."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

NYATA = Path(__file__).parent / "nyata"
ANGKA = ("target_renstra", "target_tahunan", *(f"realisasi_tw{k}" for k in range(1, 5)), "pagu_renstra", "pagu",
         *(f"realisasi_anggaran_tw{k}" for k in range(1, 5)))


def expected_rows() -> list[dict[str, str]]:
    """The rows that a person read in the real workbook."""
    with (NYATA / "evaluasi-renja-2018.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected_json(rows: Iterable[Mapping[str, str]], lembar: str = "Sheet-1") -> list[dict[str, object]]:
    """The rows as the contract's JSON has them."""

    def number(teks: str) -> int | float | None:
        if not teks:
            return None
        return int(teks) if "." not in teks else float(teks)

    return [{
        "sumber": f"{lembar}!{row['baris']}", "jenis": row["jenis"], "kode": row["kode"] or None,
        "nama": row["nama"] or None, "indikator": row["indikator"] or None, "satuan": row["satuan"] or None,
        "target_renstra": number(row["target_renstra"]), "target_tahunan": number(row["target_tahunan"]),
        "target_perubahan": None, "target_tw": [None] * 4,
        "realisasi_tw": [number(row[f"realisasi_tw{k}"]) for k in range(1, 5)],
        "pagu_renstra": number(row["pagu_renstra"]), "pagu": number(row["pagu"]), "pagu_perubahan": None,
        "realisasi_anggaran_tw": [number(row[f"realisasi_anggaran_tw{k}"]) for k in range(1, 5)],
        "penanggung_jawab": row["penanggung_jawab"] or None} for row in rows]


@dataclass(frozen=True)
class KolomUji:
    """A column: what it holds, its three headings, and what the row of column numbers shows."""

    kunci: str
    atas: str
    tengah: str = ""
    bawah: str = ""
    nomor: str = ""


def _pair(kunci: str, atas: str, nomor: str, rp: str, tengah: str = "") -> list[KolomUji]:
    return [KolomUji(kunci, atas, tengah, "K", nomor), KolomUji(f"rp_{kunci}", atas, tengah, rp, nomor)]


def layout(rp: str = "Rp. (000)") -> list[list[KolomUji]]:
    """The columns of the form, group by group."""
    nama = "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan"
    renstra = "Target RPJMD pada\nTahun 2016 s/d 2021\n(Periode RPJMD)"
    return [
        [KolomUji("no", "No", nomor="1")],
        [KolomUji(f"kode{k}", "Kode", nomor="2") for k in range(4)],
        [KolomUji("nama", nama, nomor="3")],
        [KolomUji("indikator", "Indikator Kinerja Program (Outcome)/Kegiatan (Output)", nomor="4")],
        [KolomUji("target_renstra", renstra, "", "K", "5"),
         KolomUji("satuan", renstra, "", "K", "5"),
         KolomUji("pagu_renstra", renstra, "", rp, "5")],
        _pair("lalu", "Realisasi Capaian Kinerja RPJMD s/d RKPD Tahun Lalu (n-2) \n", "6", rp),
        [KolomUji("target_tahunan", "Target Kinerja dan Anggaran\nRKPD Tahun berjalan\n(tahun n-1) yang dievaluasi", "",
                  "K", "7"),
         KolomUji("pagu", "Target Kinerja dan Anggaran\nRKPD Tahun berjalan\n(tahun n-1) yang dievaluasi", "", rp,
                  "7")],
        [kolom for k, tw in enumerate(("I", "II", "III", "IV"), start=1) for kolom in (
            KolomUji(f"realisasi_tw{k}", "Realisasi Kinerja Pada Triwulan", tw, "K", str(7 + k)),
            KolomUji(f"realisasi_anggaran_tw{k}", "Realisasi Kinerja Pada Triwulan", tw, rp, str(7 + k)))],
        _pair("total", "Realisasi Capaian Kinerja dan Anggaran RKPD yang Dievaluasi\n(tahun n-1)\n",
              "12 = 8+9+10+11", rp),
        _pair("tingkat", "Tingkat Capaian Kinerja dan Realisasi Anggaran RKPD Tahun n-1 (%)\n",
              "13 = 12/7*100", "Rp."),
        _pair("renstra", "Realisasi Kinerja & Anggaran RPJMD s/d Tahun n-1\n(Akhir Thn Pelaks RKPD)",
              "14 = 6 + 12", rp),
        _pair("tingkat_renstra", "Tingkat Capaian Kinerja dan Realisasi Anggaran RPJMD s/d Tahun n-1\n(%)\n",
              "15 = 14/5*100", "Rp."),
        [KolomUji("penanggung_jawab", "Perangkat Daerah \nPenanggung\nJawab\n", nomor="16")],
        [KolomUji("keterangan", "Keterangan", nomor="17")],
    ]


@dataclass(frozen=True)
class Varian:
    """How a copy differs from the original; ``urutan`` reorders the groups of columns."""

    baris_di_atas: int = 0
    kolom_kosong: int = 0
    urutan: Callable[[list[list[KolomUji]]], list[list[KolomUji]]] = lambda groups: groups
    nama_lembar: str = "Sheet-1"
    nomor_kolom: bool = True
    ribuan: bool = True
    dua_lembar: bool = False
    digabung: bool = True  # headings merged


ASLI = Varian()


class BukuEvaluasi:
    """One copy of the workbook, and which source row each of its rows shows."""

    def __init__(self, varian: Varian) -> None:
        self.varian = varian
        groups = varian.urutan(layout("Rp. (000)" if varian.ribuan else "Rp."))
        self.kolom = [kolom for group in groups for kolom in group]
        self.book = Workbook()
        self.book.remove(self.book.active)
        self.means: list[float] = []  # of each program, in column 15 K
        self.tempat: dict[str, str] = {}  # row of the original -> place in this copy
        self._write()

    def save(self) -> bytes:
        """The workbook's bytes."""
        raw = io.BytesIO()
        self.book.save(raw)
        return raw.getvalue()

    def _write(self) -> None:
        rows = expected_rows()
        parts = [rows[:23], rows[23:]]
        if not self.varian.dua_lembar:
            sheet = self._new_sheet(self.varian.nama_lembar)
            row = self._write_program(sheet, self._heading(sheet), parts[0])
            row = self._write_program(sheet, row, parts[1])
            self._write_end(sheet, row)
            return
        for number, part in enumerate(parts, start=1):
            sheet = self._new_sheet(f"{self.varian.nama_lembar} ({number})")
            row = self._write_program(sheet, self._heading(sheet), part)
        self._write_end(sheet, row)

    def _new_sheet(self, nama: str) -> Worksheet:
        sheet = self.book.create_sheet(nama)
        top = self.varian.baris_di_atas
        for row, teks in ((2, "Formulir"), (3, "Evaluasi Hasil terhadap RENJA PD "), (4, "Kabupaten Contoh"),
                          (5, "Tahun 2018"), (7, "Sasaran pembangunan tahunan kabupaten/kota:"),
                          (8, "Sasaran: Meningkatnya kualitas perencanaan pembangunan daerah")):
            sheet.cell(top + row, 1, teks)
            if row < 6:
                sheet.merge_cells(start_row=top + row, end_row=top + row, start_column=1, end_column=31)
        return sheet

    def _column(self, kunci: str) -> int:
        return self.varian.kolom_kosong + 1 + next(n for n, kolom in enumerate(self.kolom) if kolom.kunci == kunci)

    def _heading(self, sheet: Worksheet) -> int:
        """Write the headings; return the first row below them."""
        top = self.varian.baris_di_atas + 10
        for row, bagian in enumerate(("atas", "tengah", "bawah")):
            self._write_runs(sheet, top + row, [getattr(kolom, bagian) for kolom in self.kolom],
                             [kolom.atas + kolom.tengah * (row > 0) for kolom in self.kolom])
        if self.varian.digabung:
            for n, kolom in enumerate(self.kolom):
                if not kolom.bawah and not (n and self.kolom[n - 1].atas == kolom.atas):
                    width = sum(other.atas == kolom.atas for other in self.kolom)
                    first = self.varian.kolom_kosong + n + 1
                    for area in [a for a in sheet.merged_cells.ranges if a.min_row == top and a.min_col == first]:
                        sheet.unmerge_cells(area.coord)
                    sheet.merge_cells(start_row=top, end_row=top + 2, start_column=first, end_column=first + width - 1)
        if not self.varian.nomor_kolom:
            return top + 3
        self._write_runs(sheet, top + 3, [kolom.nomor for kolom in self.kolom], [kolom.nomor for kolom in self.kolom])
        return top + 5

    def _write_runs(self, sheet: Worksheet, row: int, texts: Sequence[str], keys: Sequence[str]) -> None:
        column = self.varian.kolom_kosong + 1
        for (teks, _), run in groupby(zip(texts, keys, strict=True)):
            width = len(list(run))
            if teks:
                sheet.cell(row, column, int(teks) if teks.isdigit() else teks)
                if width > 1 and self.varian.digabung:
                    sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + width - 1)
            column += width

    def _write_program(self, sheet: Worksheet, first: int, rows: Sequence[Mapping[str, str]]) -> int:
        """Write the rows of a program and its sums; return the row below."""
        values = [self._values(row) for row in rows]
        for number, (source, isi) in enumerate(zip(rows, values, strict=True), start=first):
            self.tempat[source["baris"]] = f"{sheet.title}!{number}"
            for kunci, nilai in isi.items():
                sheet.cell(number, self._column(kunci), nilai)
        held = [n for n, row in enumerate(rows) if row["penanggung_jawab"]]
        column = self._column("penanggung_jawab")
        sheet.merge_cells(start_row=first + held[0], end_row=first + held[-1], start_column=column, end_column=column)
        head = next(n for n, row in enumerate(rows) if row["jenis"] == "program")
        return self._write_sums(sheet, first + len(rows), values[head + 1:])

    def _write_sums(self, sheet: Worksheet, row: int, values: Sequence[Mapping[str, object]]) -> int:
        """Rata-rata capaian, two rows of help below it, and the predikat, as the form prints them."""
        first = self.varian.kolom_kosong + 1
        for below, teks in ((0, "Rata-rata capaian kinerja (%)"), (3, "Predikat kinerja")):
            sheet.cell(row + below, first, teks)
            sheet.merge_cells(start_row=row + below, end_row=row + below, start_column=first, end_column=first + 5)
        for kolom in self.kolom:
            numbers = [x for isi in values if isinstance(x := isi.get(kolom.kunci), (int, float))]
            if not numbers or kolom.kunci in ("no", "satuan"):
                continue
            money = kolom.kunci.startswith(("pagu", "rp_", "realisasi_anggaran")) and "tingkat" not in kolom.kunci
            result = sum(numbers) if money else sum(numbers) / len(numbers)
            column = self._column(kolom.kunci)
            self.means += [result] if kolom.kunci == "tingkat_renstra" else []
            sheet.cell(row, column, result)
            sheet.cell(row + 1, column, result)
            sheet.cell(row + 2, column, result if "tingkat" in kolom.kunci else result / 3)
        return row + 4

    def _write_end(self, sheet: Worksheet, row: int) -> None:
        first = self.varian.kolom_kosong + 1
        sheet.cell(row, first, "RATA-RATA CAPAIAN KINERJA DAN ANGGARAN DARI SELURUH PROGRAM (PROGRAM 1 s.d……..)")
        sheet.cell(row, self._column("tingkat"), 100)
        sheet.cell(row, self._column("tingkat_renstra"), sum(self.means) / len(self.means))
        sheet.cell(row + 1, first, "PREDIKAT KINERJA DARI SELURUH PROGRAM (PROGRAM 1 s.d. …...)")
        for below, teks in ((3, "Faktor pendorong keberhasilan pencapaian kinerja : sarana memadai, dll"),
                            (4, "Faktor penghambat pencapaian kinerja : iklim, dll"),
                            (5, "Tindak lanjut yang diperlukan dalam triwulan berikutnya*): "),
                            (8, "*) Diisi oleh Kepala Bappeda")):
            sheet.cell(row + below, first, teks)
        for below, column, teks in ((8, 16, "…………., tanggal ………….."), (10, 17, "Disusun"), (11, 16, "KEPALA ……..…… "),
                                    (16, 16, "(……………………………)")):
            sheet.cell(row + below, first + column, teks)

    def _values(self, row: Mapping[str, str]) -> dict[str, object]:
        unit = 1000 if self.varian.ribuan else 1
        isi: dict[str, object] = {"nama": row["nama"] or None, "indikator": row["indikator"] or None,
                                  "satuan": row["satuan"] or None, "penanggung_jawab": row["penanggung_jawab"] or None}
        kode = row["kode"].split(".") if row["kode"] else []
        if row["jenis"] != "kegiatan" and kode:
            isi["no"] = int(kode[0])
        isi |= {f"kode{k}": part for k, part in enumerate(kode[1:])}
        for nama in ANGKA:
            if row[nama]:
                money = nama.startswith(("pagu", "realisasi_anggaran"))
                nilai = Decimal(row[nama]) / (unit if money else 1)
                isi[nama] = int(nilai) if nilai == int(nilai) else float(nilai)
        if row["jenis"] in ("kegiatan", "indikator"):
            isi |= _computed(isi)
        return {kunci: nilai for kunci, nilai in isi.items() if nilai is not None}


def _computed(isi: Mapping[str, object]) -> dict[str, object]:
    """The computed columns: 12 = 8+9+10+11, 13 = 12/7, 14 = 6+12, 15 = 14/5, for K and for Rp."""
    found: dict[str, object] = {}
    for awalan, stem, target, renstra in (("", "realisasi_tw", "target_tahunan", "target_renstra"),
                                          ("rp_", "realisasi_anggaran_tw", "pagu", "pagu_renstra")):
        total = sum(float(str(isi[f"{stem}{k}"])) for k in range(1, 5))
        lalu = float(str(isi[renstra])) / 3
        found |= {f"{awalan}lalu": lalu, f"{awalan}total": total,
                  f"{awalan}tingkat": total / float(str(isi[target])) * 100,
                  f"{awalan}renstra": lalu + total,
                  f"{awalan}tingkat_renstra": (lalu + total) / float(str(isi[renstra])) * 100}
    return found


def moved(groups: list[list[KolomUji]]) -> list[list[KolomUji]]:
    """Penanggung jawab and Keterangan in front, the quarters before the year's target, indicator before names."""
    no, kode, nama, indikator, renstra, lalu, tahun, quarters, *results, pj, ket = groups
    return [pj, no, kode, indikator, nama, quarters, tahun, ket, renstra, lalu, *results]


VARIAN: Mapping[str, Varian] = {
    "rows on top": replace(ASLI, baris_di_atas=7, kolom_kosong=2),
    "columns moved": replace(ASLI, urutan=moved),
    "sheet renamed": replace(ASLI, nama_lembar="Evaluasi Bappeda"),
    "number row gone": replace(ASLI, nomor_kolom=False),
    "full rupiah": replace(ASLI, ribuan=False),
    "split over two sheets": replace(ASLI, dua_lembar=True),
    "headings not merged": replace(ASLI, digabung=False),
}
