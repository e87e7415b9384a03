"""A small worksheet made with openpyxl alone: the same names and headings, none of the maker's code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.disposisi import BarisRiwayat, IsiDisposisi
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.workbook.names import CATATAN_MAX, DAFTAR_SEL, RIWAYAT_MAX

WITA = timezone(timedelta(hours=8))
INDIKATOR = ("IKU-1", "IKU-2", "IKU-3")
PLAN = ("sasaran", "kode_indikator", "nama", "satuan", "arah", "perhitungan", "target_tahun", "target_tw1",
        "target_tw2", "target_tw3", "target_tw4")
HEADINGS = ("Tujuan/Sasaran Strategis", "Kode", "Indikator Kinerja", "Satuan", "Arah", "Jenis Perhitungan",
            "Target Tahunan", "I", "II", "III", "IV")
INPUT = ("realisasi_tw1", "realisasi_tw2", "pembilang_tw2", "penyebut_tw2", "keterangan_tw2",
         "faktor_pendorong_tw2", "faktor_penghambat_tw2", "tindak_lanjut_tw2", "rekomendasi_tw2", "capaian_tw",
         "capaian_tahun", "kategori")
INPUT_HEADINGS = ("I", "II", "Pembilang", "Penyebut", "Keterangan", "Faktor Pendorong", "Faktor Penghambat",
                  "Tindak Lanjut", "Rekomendasi Perencanaan", "Capaian (%)", "Capaian Tahun (%)", "Kategori")
FIRST = 8  # the first row of data on every table


def column(name: str) -> str:
    """The column of a name on Lembar Kerja before anybody moves it."""
    return get_column_letter((*PLAN, *INPUT).index(name) + 2)  # column A holds the running number


def name_range(book: Workbook, name: str, reference: str) -> None:
    book.defined_names[name] = DefinedName(name, attr_text=reference)


def make_book() -> Workbook:
    book = Workbook()
    book.remove(book.active)
    _lembar_kerja(book, book.create_sheet("Lembar Kerja"))
    _program(book, book.create_sheet("Program dan Anggaran"))
    _bukti(book, book.create_sheet("Bukti Dukung"))
    _disposisi(book, book.create_sheet("Disposisi"))
    _catatan(book, book.create_sheet("Catatan Perbaikan"))
    book.create_sheet("Petunjuk")["A1"] = "Petunjuk Pengisian"
    for sheet in (book["Disposisi"], book["Catatan Perbaikan"]):
        for letter in "BCDEFGHIJ":
            sheet.column_dimensions[letter].width = 40  # a text of these tests takes one line
    return book


def _lembar_kerja(book: Workbook, sheet: Worksheet) -> None:
    sheet["A1"] = "LEMBAR KERJA"
    for index, (name, heading) in enumerate(zip((*PLAN, *INPUT), (*HEADINGS, *INPUT_HEADINGS), strict=True), start=2):
        sheet.cell(6, index, heading)
        sheet.cell(7, index, f"({index - 1})")
        letter = get_column_letter(index)
        defined = f"rencana_indikator_{name}" if name in PLAN and name != "kode_indikator" else name
        name_range(book, defined, f"'Lembar Kerja'!${letter}${FIRST}:${letter}${FIRST + 2}")
    sheet["I5"], sheet["M5"] = "Target Triwulan", "Realisasi Triwulan"
    sheet.merge_cells("I5:L5")
    sheet.merge_cells("M5:N5")
    for offset, kode in enumerate(INDIKATOR):
        row = FIRST + offset
        plan = ("Meningkatnya perlindungan sosial" if offset == 0 else None, kode, f"Indikator {offset + 1}", "orang",
                "positif", "JUMLAH", 40, 10, 10, 15, 5)
        for index, value in enumerate(plan, start=2):
            sheet.cell(row, index, value)
        sheet[f"A{row}"] = offset + 1
        sheet[f"{column('realisasi_tw1')}{row}"] = 8
        for name in ("capaian_tw", "capaian_tahun"):
            sheet[f"{column(name)}{row}"] = f"=N({column('realisasi_tw2')}{row})*10"
        for name in INPUT[1:9]:
            sheet[f"{column(name)}{row}"].font = Font(color="FF0000FF")
    sheet.merge_cells("B8:B9")
    sheet["B10"] = "Meningkatnya rehabilitasi sosial"


def _program(book: Workbook, sheet: Worksheet) -> None:
    names = ("kode_subkegiatan", "nama", "indikator", "satuan", "target_tahun", "target_tw", "pagu",
             "realisasi_rp_sd_lalu", "realisasi_k_tw2", "realisasi_rp_sd_tw2", "capaian_k", "realisasi_rp_tw",
             "serapan", "kode_kelompok")
    headings = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator", "Satuan", "Tahunan", "Triwulan Ini",
                "Pagu (Rp)", "s.d. Triwulan Lalu", "Triwulan II", "s.d. Triwulan II (sesuai LRA)", "Capaian",
                "Realisasi TW", "Serapan", "")
    plan = names[:7]
    for index, (name, heading) in enumerate(zip(names, headings, strict=True), start=1):
        letter = get_column_letter(index)
        sheet.cell(6, index, heading)
        defined = f"rencana_subkegiatan_{name}" if name in plan[1:] else name
        name_range(book, defined, f"'Program dan Anggaran'!${letter}$8:${letter}$10")
    sheet["E5"], sheet["H5"], sheet["I5"], sheet["J5"] = ("Target Kinerja", "Realisasi Anggaran (Rp)",
                                                          "Realisasi Kinerja", "Realisasi Anggaran (Rp)")
    sheet.merge_cells("E5:F5")
    sheet["A8"], sheet["B8"], sheet["J8"], sheet["N8"] = "1.06.02", "PROGRAM PEMBERDAYAAN SOSIAL", "=SUM(J9:J10)", "P"
    for row, kode in ((9, "1.06.02.2.01.0001"), (10, "1.06.02.2.01.0002")):
        for index, value in enumerate((kode, f"Sub kegiatan {row}", "Jumlah orang", "orang", 100, 25, 1041759500, 5),
                                      start=1):
            sheet.cell(row, index, value)


def _bukti(book: Workbook, sheet: Worksheet) -> None:
    for index, (name, heading) in enumerate((("bukti_indikator", "Kode Indikator"), ("bukti_jenis", "Jenis"),
                                             ("bukti_berkas", "Berkas")), start=1):
        sheet.cell(4, index, heading)
        letter = get_column_letter(index)
        name_range(book, name, f"'Bukti Dukung'!${letter}$5:${letter}$24")


def _disposisi(book: Workbook, sheet: Worksheet) -> None:
    names = ("berkas", "versi", "tahun", "triwulan", "bidang", "sub_bidang", "langkah", "nama_unit", "status",
             "putaran", "dari", "kepada", "diterima", "tenggat", "rencana", "instruksi", "catatan_pengirim",
             "kode_jejak", "catatan_disposisi")
    identity = {"berkas": "2026-TW2-LINJAMSOS", "versi": 1, "tahun": 2026, "triwulan": 2, "bidang": "LINJAMSOS",
                "langkah": 3}
    for row, name in enumerate(names, start=3):
        sheet.cell(row, 2, name)
        sheet.cell(row, 3, identity.get(name)).fill = PatternFill("solid", fgColor="FFEEEEEE")
        name_range(book, name, f"Disposisi!$C${row}")
    name_range(book, "riwayat_baris", "Disposisi!$B$30:$I$30")
    name_range(book, "riwayat_lainnya", f"Disposisi!$B${30 + RIWAYAT_MAX}")
    thin = Border(*(Side(style="thin"),) * 4)
    for row in range(30, 31 + RIWAYAT_MAX):
        for number in range(2, 10):
            sheet.cell(row, number).border = thin
    sheet.protection.enable()


def _catatan(book: Workbook, sheet: Worksheet) -> None:
    name_range(book, "catatan_judul", "'Catatan Perbaikan'!$A$2")
    name_range(book, "catatan_baris", "'Catatan Perbaikan'!$A$6:$F$6")
    name_range(book, "catatan_lainnya", f"'Catatan Perbaikan'!$A${6 + CATATAN_MAX}")
    for index, name in enumerate(DAFTAR_SEL.values()):
        letter = get_column_letter(8 + index)
        name_range(book, name, f"'Catatan Perbaikan'!${letter}$6:${letter}${5 + CATATAN_MAX}")
    thin = Border(*(Side(style="thin"),) * 4)
    sheet["A2"].border = thin
    for row in range(6, 7 + CATATAN_MAX):
        for number in range(1, 11):
            sheet.cell(row, number).border = thin
    sheet.freeze_panes = "A6"


def renamed(book: Workbook, lembar: str, kini: str) -> Workbook:
    """The sheet under another name; its defined names go with it, as in Excel."""
    book[lembar].title = kini
    for name in book.defined_names.values():
        if (reference := str(name.attr_text)).replace("'", "").startswith(f"{lembar}!"):
            name.attr_text = f"'{kini}'!{reference.rpartition('!')[2]}"
    return book


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def members(data: bytes) -> dict[str, bytes]:
    """Every member of a zip, unpacked, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def with_members(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The zip after ``change`` has edited its members in place."""
    parts = members(data)
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return target.getvalue()


def baris_riwayat(nomor: int) -> BarisRiwayat:
    return BarisRiwayat(nomor, datetime(2026, 7, 10, 8, 0, tzinfo=WITA), f"Pejabat {nomor}", "tugaskan", "Kasubid",
                        "", f"AAAA-{nomor:04d}")


def isi_disposisi(jumlah_riwayat: int = 1, instruksi: str = "Kumpulkan bahan laporan") -> IsiDisposisi:
    return IsiDisposisi(
        "2026-TW2-LINJAMSOS", Periode(2026, 2), "LINJAMSOS", None, "Perlindungan dan Jaminan Sosial", 3,
        Status.DIPERINTAHKAN, 1, "Kasubid LINJAMSOS", "Analis LINJAMSOS", datetime(2026, 7, 10, 9, 30, tzinfo=WITA),
        date(2026, 7, 13), date(2026, 7, 13), instruksi, "", tuple(map(baris_riwayat, range(1, jumlah_riwayat + 1))),
        "7F3A-91C2")


def catatan(sel: str = "N8", lembar: str = "Lembar Kerja", pesan: str = "Isi “x” bukan angka.",
            tingkat: Tingkat = Tingkat.TOLAK, kode: str = "C101") -> Catatan:
    return Catatan(kode, tingkat, lembar, sel, pesan)
