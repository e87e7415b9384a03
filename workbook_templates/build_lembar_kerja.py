"""Build "Lembar Kerja.xlsx": the look of the worksheet (headings, widths, styles, print set-up), without data.

Run it with no argument to write the template beside this file. Words in square brackets are filled when a worksheet is
made; the defined names tell the maker which column is which.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from lembar_blok import FONT, add_styles, line_heights, name_area, put, set_up_page, set_widths
from lembar_petunjuk import build_petunjuk
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, Protection, Side
from openpyxl.styles.borders import Border
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.styles import Gaya
from kinerja_xl.workbook.xlsx.finish import finish

FILE = "Lembar Kerja.xlsx"
MADE = datetime(2026, 1, 2, tzinfo=UTC)
DATA = "[contoh]"

HEAD, DATA_ROW = 6, 9  # first heading row, and the model row that the maker repeats
TWO_LINES = 27  # points of a row with two lines in size 9

Column = tuple[str, float, str, str]  # name, width, group heading, heading
LEMBAR_KERJA: tuple[Column, ...] = (
    ("", 4.5, "", "No"),
    (names.plan_column(INDIKATOR, "sasaran"), 19, "", "Tujuan/Sasaran Strategis"),
    (names.KODE_INDIKATOR, 10, "", "Kode"),
    (names.plan_column(INDIKATOR, "nama"), 30.5, "", "Indikator Kinerja"),
    (names.plan_column(INDIKATOR, "satuan"), 9.5, "", "Satuan"),
    (names.plan_column(INDIKATOR, "arah"), 8.5, "", "Arah"),
    (names.plan_column(INDIKATOR, "perhitungan"), 11.5, "", "Jenis Perhitungan"),
    (names.plan_column(INDIKATOR, "target_tahun"), 9, "", "Target Tahunan"),
    *((names.plan_column(INDIKATOR, f"target_tw{k}"), 7.5, "Target Triwulan", r)
      for k, r in enumerate(("I", "II", "III", "IV"), 1)),
    *((f"realisasi_tw{k}", 8.5, "Realisasi Triwulan", r) for k, r in enumerate(("I", "II", "III", "IV"), 1)),
    ("pembilang_tw", 10.5, "Unsur Persentase", "Pembilang"),
    ("penyebut_tw", 10, "Unsur Persentase", "Penyebut"),
    ("capaian_tw", 9.5, "Capaian (%)", "Triwulan [romawi]"),
    ("capaian_tahun", 10, "Capaian (%)", "terhadap Target Tahunan"),
    ("kategori", 14, "", "Kategori Triwulan [romawi]"),
    ("keterangan_tw", 28, "Penjelasan Triwulan [romawi]", "Keterangan"),
    ("faktor_pendorong_tw", 30.5, "Penjelasan Triwulan [romawi]", "Faktor Pendorong"),
    ("faktor_penghambat_tw", 30.5, "Penjelasan Triwulan [romawi]", "Faktor Penghambat"),
    ("tindak_lanjut_tw", 30.5, "Penjelasan Triwulan [romawi]", "Tindak Lanjut"),
    ("rekomendasi_tw", 30.5, "Penjelasan Triwulan [romawi]", "Rekomendasi Perencanaan"),
    (names.BATAS_CETAK, 12, "Kolom bantu rumus", "Batas cetak"),
    (names.PEMBILANG_LALU, 12, "Kolom bantu rumus", "Pembilang s.d. TW lalu"),
    (names.PENYEBUT_LALU, 12, "Kolom bantu rumus", "Penyebut s.d. TW lalu"),
    (names.NILAI_TW, 12, "Kolom bantu rumus", "Realisasi TW yang dipakai"),
    (names.NILAI_SD, 12, "Kolom bantu rumus", "Realisasi s.d. TW"),
)
PROGRAM: tuple[Column, ...] = (
    ("", 4.5, "", "No"),
    (names.KODE_SUBKEGIATAN, 19, "", "Kode"),
    (names.plan_column(SUBKEGIATAN, "nama"), 38, "", "Program / Kegiatan / Sub Kegiatan"),
    (names.plan_column(SUBKEGIATAN, "indikator"), 33, "", "Indikator"),
    (names.plan_column(SUBKEGIATAN, "satuan"), 10.5, "", "Satuan"),
    (names.plan_column(SUBKEGIATAN, "target_tahun"), 10, "Target Kinerja", "Tahunan"),
    (names.plan_column(SUBKEGIATAN, "target_tw"), 10, "Target Kinerja", "Triwulan Ini"),
    (names.plan_column(SUBKEGIATAN, "pagu"), 16.5, "", "Pagu (Rp)"),
    ("realisasi_k_tw", 11, "Realisasi Kinerja", "Triwulan [romawi]"),
    ("capaian_k", 10.5, "Realisasi Kinerja", "Capaian (%)"),
    (names.REALISASI_RP_SD_LALU, 16.5, "Realisasi Anggaran (Rp)", "s.d. Triwulan Lalu"),
    ("realisasi_rp_sd_tw", 16.5, "Realisasi Anggaran (Rp)", "s.d. Triwulan [romawi] (sesuai LRA)"),
    ("realisasi_rp_tw", 16.5, "Realisasi Anggaran (Rp)", "Triwulan [romawi] Saja"),
    ("serapan", 10, "", "Serapan (%)"),
    (names.KODE_KELOMPOK, 14, "", "Kode kelompok"),
)
HIDDEN = {names.BATAS_CETAK, names.PEMBILANG_LALU, names.PENYEBUT_LALU, names.NILAI_TW, names.NILAI_SD,
          names.KODE_KELOMPOK}


def build() -> bytes:
    """Return the template's bytes; the same bytes each time."""
    book = Workbook()
    book.remove(book.active)
    add_styles(book)
    build_lembar_kerja(book.create_sheet(names.LEMBAR_KERJA))
    build_program(book.create_sheet(names.PROGRAM_DAN_ANGGARAN))
    build_bukti(book.create_sheet(names.BUKTI_DUKUNG))
    build_disposisi(book.create_sheet(names.DISPOSISI))
    build_catatan(book.create_sheet(names.CATATAN_PERBAIKAN))
    build_petunjuk(book.create_sheet(names.PETUNJUK))
    book.properties.creator = "kinerja-xl"
    book.properties.title = "Lembar Kerja / Rencana Aksi"
    target = io.BytesIO()
    book.save(target)
    return finish(target.getvalue(), MADE)


def add_table(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Write two heading rows, the row of column numbers, and name the cells of the model row."""
    set_widths(sheet, [width for _, width, _, _ in columns])
    for column, (name, _, group, heading) in enumerate(columns, 1):
        letter = get_column_letter(column)
        if not group:
            put(sheet, f"{letter}{HEAD}:{letter}{HEAD + 1}", heading, style=Gaya.KEPALA)
        else:
            put(sheet, f"{letter}{HEAD + 1}", heading, style=Gaya.KEPALA)
            if columns[column - 2][2] != group:
                span = sum(other == group for _, _, other, _ in columns)
                last = get_column_letter(column + span - 1)
                put(sheet, f"{letter}{HEAD}:{last}{HEAD}", group, style=Gaya.KEPALA)
        if name in HIDDEN:
            sheet.column_dimensions[letter].hidden = True
        else:
            put(sheet, f"{letter}{HEAD + 2}", f"({column})", style=Gaya.NOMOR_KOLOM)
        if name:
            name_area(sheet, name, f"{letter}{DATA_ROW}")
    sheet.row_dimensions[HEAD].height, sheet.row_dimensions[HEAD + 1].height = 18, 40


def add_kop(sheet: Worksheet, left: str, first: str, last: str, title: str, subtitle: str) -> None:
    """Write the kop: the office on the left, the title over the table."""
    for row, (text, size) in enumerate((("[pemerintah_kapital]", 10), ("[dinas_kapital]", 12), ("[unit]", 10),
                                        ("Triwulan [romawi] ([bulan]) Tahun [tahun]", 10),
                                        ("Berkas: [berkas]", 10)), 1):
        put(sheet, f"A{row}:{left}{row}", text, size=size, bold=row in (1, 2, 5), wrap=False)
    put(sheet, f"{first}1:{last}2", title, size=16, bold=True, align="center")
    put(sheet, f"{first}3:{last}3", subtitle, size=11, bold=True, align="center")
    put(sheet, f"{first}5:{last}5", DATA, size=11, bold=True, align="center", color="C00000")
    for row, height in enumerate((15, 17, 15, 15, 19), 1):
        sheet.row_dimensions[row].height = height


def build_lembar_kerja(sheet: Worksheet) -> None:
    """The indicators: plan and realisasi on the first page width, the narrative on the second."""
    add_table(sheet, LEMBAR_KERJA)
    add_kop(sheet, "D", "E", "U", "LEMBAR KERJA / RENCANA AKSI", "TRIWULAN [romawi] TAHUN [tahun]")
    put(sheet, "E4:U4", "[rencana]\nIsi sel berwarna kuning. Sel abu-abu, putih, dan biru terkunci; biru dihitung "
                        "dengan sendirinya.", size=9, italic=True, align="center")
    put(sheet, "V1:Z2", "FAKTOR, TINDAK LANJUT, DAN REKOMENDASI", size=16, bold=True, align="center")
    put(sheet, "V3:Z3", "TRIWULAN [romawi] TAHUN [tahun]", size=11, bold=True, align="center")
    put(sheet, "V4:Z4", "[rencana]", size=9, italic=True, align="center")
    sheet.row_dimensions[4].height = TWO_LINES
    put(sheet, "V5:Z5", DATA, size=11, bold=True, align="center", color="C00000")
    notes = ("Catatan perhitungan (rumus lengkap pada lembar Petunjuk):",
             "Capaian positif = realisasi : target × 100; capaian negatif = (2 × target – realisasi) : target × 100, "
             "paling rendah 0. Capaian dibulatkan dua desimal, lalu dikategorikan: [skala].",
             "Sel kosong berarti belum diisi dan tidak dihitung nol. Bila pembilang dan penyebut diisi, realisasi = "
             "pembilang : penyebut × 100.")
    for row, note in enumerate(notes, DATA_ROW + 2):
        put(sheet, f"E{row}:U{row}", note, size=9, bold=row == DATA_ROW + 2)
        sheet.row_dimensions[row].height = line_heights(note, 165)
    set_up_page(sheet, "landscape", f"{HEAD}:{HEAD + 2}", 71)
    sheet.print_title_cols = "A:D"
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.col_breaks = ColBreak(brk=[Break(id=21, max=1048575, man=True)])
    sheet.freeze_panes = f"E{DATA_ROW}"


def build_program(sheet: Worksheet) -> None:
    """Sub kegiatan with their output and money."""
    add_table(sheet, PROGRAM)
    add_kop(sheet, "C", "D", "N", "PROGRAM DAN ANGGARAN", "TRIWULAN [romawi] TAHUN [tahun]")
    sheet.row_dimensions[4].height = TWO_LINES
    put(sheet, "D4:N4", "[rencana]\nIsi realisasi kinerja triwulan ini dan realisasi anggaran s.d. triwulan ini "
                        "seperti tertulis pada LRA, dalam rupiah penuh.", size=9, italic=True, align="center")
    set_up_page(sheet, "landscape", f"{HEAD}:{HEAD + 2}")
    sheet.freeze_panes = f"D{DATA_ROW}"


def build_bukti(sheet: Worksheet) -> None:
    """The register of evidence, with the list of indicators beside it."""
    set_widths(sheet, (5, 15, 12, 62, 3, 14, 56))
    add_kop(sheet, "D", "F", "G", "DAFTAR BUKTI DUKUNG", "TRIWULAN [romawi] TAHUN [tahun]")
    put(sheet, "A6:G6", "Simpan berkas bukti di folder [folder_bukti], lalu daftarkan di bawah ini: satu baris untuk "
                        "satu berkas atau tautan.", size=9, italic=True)
    sheet.row_dimensions[6].height = 26
    for letter, text in zip("ABCDFG", ("No", "Kode Indikator", "Jenis", "Berkas", "Kode", "Indikator Kinerja"),
                            strict=True):
        put(sheet, f"{letter}7", text, style=Gaya.KEPALA)
    sheet.row_dimensions[7].height = 20
    first, last = 8, 67
    for row in range(first, last + 1):
        put(sheet, f"A{row}", row - first + 1, style=Gaya.RENCANA_ANGKA)
        sheet.row_dimensions[row].height = 15.5
        for letter in "BCD":
            put(sheet, f"{letter}{row}", None, style=Gaya.ISIAN_TEKS)
    for letter, name in zip("BCD", (names.BUKTI_INDIKATOR, names.BUKTI_JENIS, names.BUKTI_BERKAS), strict=True):
        name_area(sheet, name, f"{letter}{first}:{letter}{last}")
    name_area(sheet, names.BUKTI_DAFTAR, f"F{first}:G{first}")
    put(sheet, f"A{last + 2}:G{last + 2}", "Jenis: acuan = dokumen yang menjadi dasar target atau cara hitung; "
        "bukti = dokumen yang membuktikan realisasi.", size=9)
    set_up_page(sheet, "portrait", "7:7")
    sheet.freeze_panes = f"A{first}"


SLIP = (  # label, name | label, name
    ("Dari", "dari", "Diterima", "diterima"), ("Kepada", "kepada", "Batas waktu", "tenggat"),
    ("Unit kerja", "nama_unit", "Rencana selesai", "rencana"), ("Berkas", "berkas", "Status", "status"),
    ("Bidang", "bidang", "Kegiatan SOP", "langkah"), ("Sub bidang", "sub_bidang", "Versi", "versi"),
    ("Tahun", "tahun", "Putaran", "putaran"), ("Triwulan", "triwulan", "Kode jejak", "kode_jejak"),
)


def build_disposisi(sheet: Worksheet) -> None:
    """The routing slip, the note cell and the history; all of it but the note belongs to the service."""
    set_widths(sheet, (5, 6.5, 16, 26, 18, 25, 44, 11.5, 3, 16, 16))
    for row, (text, size, bold) in enumerate((("[pemerintah_kapital]", 12, True), ("[dinas_kapital]", 15, True),
                                              ("[alamat]", 9, False)), 1):
        put(sheet, f"A{row}:H{row}", text, size=size, bold=bold, align="center")
    double = Side(style="double", color="000000")
    for cell in sheet["A3:H3"][0]:
        cell.border = Border(bottom=double)
    put(sheet, "A5:H5", "LEMBAR DISPOSISI", size=15, bold=True, align="center")
    put(sheet, "A6:H6", DATA, size=11, bold=True, align="center", color="C00000")
    for row, height in ((1, 18), (2, 21), (3, 16), (4, 6), (5, 24), (6, 16)):
        sheet.row_dimensions[row].height = height
    row = 7
    for left, left_name, right, right_name in SLIP:
        put(sheet, f"A{row}:C{row}", left, style=Gaya.LABEL)
        _value(sheet, f"D{row}:E{row}", left_name)
        put(sheet, f"F{row}", right, style=Gaya.LABEL)
        _value(sheet, f"G{row}:H{row}", right_name)
        sheet.row_dimensions[row].height = 42 if row < 10 else 20
        row += 1
    _line(sheet, row, "Hal", "Penyusunan Laporan Data Kinerja [unit] Triwulan [romawi] Tahun [tahun]", 32)
    _line(sheet, row + 1, "Dasar", "[sop]; [rencana]", 32)
    _line(sheet, row + 2, "Instruksi", "", 48, "instruksi")
    _line(sheet, row + 3, "Catatan pengirim", "", 64, "catatan_pengirim")
    _line(sheet, row + 4, "Catatan Anda", "", 80, names.CATATAN_DISPOSISI)
    for cell in sheet[f"D{row + 4}:H{row + 4}"][0]:
        cell.style = Gaya.ISIAN_TEKS
    put(sheet, f"A{row + 5}:H{row + 5}", "Catatan Anda wajib diisi bila lembar kerja dikembalikan. Bagian lain lembar "
        "ini diisi oleh layanan.", size=9, italic=True)
    put(sheet, f"A{row + 7}:H{row + 7}", "RIWAYAT", size=12, bold=True)
    head = row + 8
    for letter, text in zip("ABCDEFGH", ("No", "Versi", "Waktu", "Pejabat", "Tindakan", "Diteruskan kepada",
                                         "Catatan", "Kode"), strict=True):
        put(sheet, f"{letter}{head}", text, style=Gaya.KEPALA)
    sheet.row_dimensions[head].height = 20
    _plain_row(sheet, "ABCDEFGH", head + 1, "ABH", locked=True, height=37)
    name_area(sheet, names.RIWAYAT_BARIS, f"A{head + 1}:H{head + names.RIWAYAT_MAX}")
    put(sheet, f"A{head + names.RIWAYAT_MAX + 1}:H{head + names.RIWAYAT_MAX + 1}", None, italic=True)
    name_area(sheet, names.RIWAYAT_LAINNYA, f"A{head + names.RIWAYAT_MAX + 1}")
    _hide_pita(sheet)
    set_up_page(sheet, "portrait", f"{head}:{head}")


def _hide_pita(sheet: Worksheet) -> None:
    """Give the ribbon its facts in hidden columns, in a format that shows nothing: LibreOffice prints a speck else."""
    name_area(sheet, names.PITA_TOMBOL, "J6:M22")
    name_area(sheet, names.BUKTI_WAJIB, "J4")
    for row in sheet["J4:M22"]:
        for cell in row:
            cell.number_format = ";;;"
    for letter in "IJKLM":
        sheet.column_dimensions[letter].hidden = True


def _value(sheet: Worksheet, area: str, name: str) -> None:
    put(sheet, area, None, style=Gaya.NILAI)
    name_area(sheet, name, area.partition(":")[0])


def _line(sheet: Worksheet, row: int, label: str, text: str, height: float, name: str | None = None) -> None:
    put(sheet, f"A{row}:C{row}", label, style=Gaya.LABEL)
    put(sheet, f"D{row}:H{row}", text or None, style=Gaya.NILAI)
    if name:
        name_area(sheet, name, f"D{row}")
    sheet.row_dimensions[row].height = height


def _plain_row(sheet: Worksheet, letters: str, row: int, centred: str, *, locked: bool, height: float) -> None:
    """Format the row that the maker repeats for the service to fill.

    Lines come by conditional format, so that empty rows do not print; the service writes values only, so the rows
    have room for two or three lines from the start.
    """
    font = Font(name=FONT, size=9)
    sheet.row_dimensions[row].height = height
    for letter in letters:
        centre = letter in centred
        cell = sheet[f"{letter}{row}"]
        cell.font, cell.protection = font, Protection(locked=locked)
        cell.alignment = Alignment(horizontal="center" if centre else "left", vertical="center", wrap_text=True,
                                   indent=0 if centre else 1)


def build_catatan(sheet: Worksheet) -> None:
    """What has to be mended: rewritten by the service at each delivery and by the button Periksa Isian."""
    set_widths(sheet, (5, 24, 9, 14, 9, 88, 10, 10, 10))
    put(sheet, "A1:F1", "CATATAN PERBAIKAN", size=15, bold=True, align="center")
    put(sheet, "A2:F2", "Berkas: [berkas] – [unit]", align="center", bold=True)
    put(sheet, "A3:F3", DATA, size=11, bold=True, align="center", color="C00000")
    put(sheet, "A4:F4", "Belum ada catatan perbaikan.", size=11, bold=True)
    name_area(sheet, names.CATATAN_JUDUL, "A4")
    put(sheet, "A5:F5", "“tolak” harus diperbaiki sebelum lembar kerja dikirim kembali; “peringatan” dan “info” tidak "
                        "menghalangi. Klik kolom Sel untuk menuju selnya.", size=9, italic=True)
    for row, height in ((1, 24), (2, 16), (3, 16), (4, 34), (5, 26), (6, 20)):
        sheet.row_dimensions[row].height = height
    for letter, text in zip("ABCDEF", ("No", "Lembar", "Sel", "Tingkat", "Kode", "Catatan"), strict=True):
        put(sheet, f"{letter}6", text, style=Gaya.KEPALA)
    first, last = 7, 6 + names.CATATAN_MAX
    _plain_row(sheet, "ABCDEFGHI", first, "ACDE", locked=False, height=38)
    name_area(sheet, names.CATATAN_BARIS, f"A{first}:F{last}")
    for letter, name in zip("GHI", names.DAFTAR_SEL.values(), strict=True):
        sheet.column_dimensions[letter].hidden = True
        name_area(sheet, name, f"{letter}{first}:{letter}{last}")
    put(sheet, f"A{last + 1}:F{last + 1}", None, italic=True)
    name_area(sheet, names.CATATAN_LAINNYA, f"A{last + 1}")
    for cell in ("A4", f"A{last + 1}"):
        sheet[cell].protection = Protection(locked=False)
    set_up_page(sheet, "portrait", "6:6")
    sheet.freeze_panes = "A7"


if __name__ == "__main__":
    (Path(__file__).parent / FILE).write_bytes(build())
