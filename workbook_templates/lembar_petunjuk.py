"""The sheet Petunjuk of the worksheet's template: how to fill, who fills what, colours, formulas in words."""

from __future__ import annotations

from collections.abc import Sequence

from lembar_blok import line_heights, name_area, put, set_up_page, set_widths
from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.styles import Gaya

LANGKAH = (
    ("1", "Kabid / Sekretaris", "Menugaskan Kasubid/Kasubag; catatan boleh ditulis pada lembar Disposisi.",
     "[waktu_1]"),
    ("2", "Kasubid / Kasubag", "Memerintahkan Analis mengumpulkan bahan.", "[waktu_2]"),
    ("3", "Analis", "Mengisi realisasi, pembilang dan penyebut, anggaran, bukti dukung, keterangan, serta rancangan "
                    "faktor.", "[waktu_3]"),
    ("4", "Kasubid / Kasubag", "Memeriksa isian Analis, melengkapi faktor dan tindak lanjut.", "[waktu_4]"),
    ("5", "Kabid / Sekretaris", "Memeriksa; menyetujui, atau mengembalikan dengan Catatan Anda pada lembar Disposisi. "
                                "Sesudah disetujui, Kasubid/Kasubag menyerahkannya kepada Kasubag Perencanaan.",
     "[waktu_5]"),
    ("6", "Kasubag Perencanaan", "Menulis rekomendasi dan menyusun Laporan Triwulan.", "[waktu_6]"),
)
PENGISI = (
    ("Realisasi Triwulan [romawi], Pembilang, Penyebut", "Analis; Kasubid/Kasubag", "3 dan 4"),
    ("Keterangan, Faktor Pendorong, Faktor Penghambat", "Analis (rancangan); Kasubid/Kasubag", "3 dan 4"),
    ("Tindak Lanjut", "Kasubid/Kasubag", "4"),
    ("Rekomendasi Perencanaan", "Kasubag Perencanaan", "6"),
    ("Realisasi kinerja dan anggaran pada Program dan Anggaran", "Analis; Kasubid/Kasubag", "3 dan 4"),
    ("Daftar pada Bukti Dukung", "Analis; Kasubid/Kasubag", "3 dan 4"),
    ("Catatan Anda pada Disposisi", "semua pelaksana", "setiap kegiatan"),
)
CARA = (
    "1. Isi hanya sel kuning. Sel yang menjadi giliran Anda berwarna kuning tua; sel yang harus diperbaiki berwarna "
    "jingga dan disebut pada lembar Catatan Perbaikan.",
    "2. Nol ditulis 0. Sel kosong berarti belum diisi, bukan nol; tulis alasannya di kolom Keterangan.",
    "3. Persentase ditulis 85 atau 85%. Bila pembilang dan penyebut diketahui, isi keduanya; realisasi dihitung dari "
    "keduanya. Indikator berpredikat diisi dengan huruf atau kata dari daftar.",
    "4. Realisasi anggaran adalah jumlah sejak Januari sampai dengan akhir triwulan seperti pada LRA, dalam rupiah "
    "penuh. Bagian triwulan ini dihitung dengan sendirinya.",
    "5. Bukti dukung disimpan di folder [folder_bukti] dan didaftarkan pada lembar Bukti Dukung.",
    "6. Sesudah selesai: simpan, tutup, lalu pindahkan berkas ini dari folder Masuk ke folder Kirim (Kabid/Sekretaris "
    "yang menyetujui: Setujui; Kasubag Perencanaan: Rekomendasikan; untuk mengembalikan: Kembalikan).",
    "7. Nama berkas boleh berubah. Warna, lebar kolom, penyaringan, dan lembar tambahan tidak menjadi masalah; baris "
    "dan kode jangan dihapus.",
)
RUMUS = (
    ("Capaian positif (makin tinggi makin baik)", "realisasi : target × 100"),
    ("Capaian negatif (makin rendah makin baik)", "(2 × target – realisasi) : target × 100, paling rendah 0; bila "
     "target nol: realisasi nol bernilai 100, lebih dari nol bernilai 0."),
    ("Target berupa rentang", "di dalam rentang bernilai 100; di luarnya dibandingkan dengan batas terdekat"),
    ("Target berupa predikat", "predikat yang sama bernilai 100; selain itu dibandingkan menurut nilai pada tabel "
     "predikat, dan bernilai 0 bila tidak ada dalam tabel"),
    ("Persentase", "jumlah pembilang : jumlah penyebut × 100; persentase tidak dirata-ratakan bila unsurnya diketahui"),
    ("JUMLAH", "realisasi s.d. triwulan = jumlah semua triwulan yang terisi"),
    ("POSISI", "realisasi s.d. triwulan = triwulan terakhir yang terisi"),
    ("RATA", "realisasi s.d. triwulan = rata-rata triwulan yang terisi"),
    ("AKHIR", "diukur satu kali pada akhir tahun; sebelum TW IV tertulis “belum diukur”"),
    ("Capaian terhadap target tahunan", "realisasi s.d. triwulan dibandingkan dengan target tahunan"),
    ("Pembulatan dan kategori", "capaian dibulatkan dua desimal (setengah ke atas), tidak dibatasi, lalu "
     "dikategorikan menurut tabel di bawah"),
    ("Serapan", "realisasi anggaran s.d. triwulan : pagu × 100"),
    ("Tanpa capaian", "belum diisi; belum diukur; tidak ditargetkan (triwulan tanpa target); target nol; tidak dapat "
     "dihitung (misalnya penyebut nol)"),
)
WARNA = (
    (Gaya.ISIAN_TEKS, "Sel isian triwulan ini"), (Gaya.GILIRAN, "Sel isian yang sedang menjadi giliran pelaksana"),
    (Gaya.PERBAIKAN, "Sel yang harus diperbaiki"), (Gaya.RENCANA, "Rencana (terkunci)"),
    (Gaya.HITUNG, "Dihitung dengan rumus (terkunci)"), (Gaya.LALU, "Realisasi triwulan sebelumnya (terkunci)"),
    (Gaya.NANTI, "Triwulan yang belum tiba (terkunci)"),
)


def build_petunjuk(sheet: Worksheet) -> None:
    """How to fill, who fills what and when, colours, formulas in words, and the tables that formulas use."""
    set_widths(sheet, (34, 30, 44, 16, 12, 20))
    put(sheet, "A1:F1", "PETUNJUK PENGISIAN LEMBAR KERJA", size=15, bold=True, align="center")
    put(sheet, "A2:F2", "[dinas] – [unit] – Triwulan [romawi] Tahun [tahun] – Berkas: [berkas]", align="center")
    put(sheet, "A3:F3", "[contoh]", size=11, bold=True, align="center", color="C00000")
    for row, height in ((1, 24), (2, 18), (3, 16)):
        sheet.row_dimensions[row].height = height
    row = _heading(sheet, 4, "A. Urutan kegiatan menurut [sop]")
    row = _grid(sheet, row, ("A", "B:D", "E:F"), ("Pelaksana", "Yang dikerjakan di berkas ini", "Mutu baku waktu"),
                [(f"Kegiatan {n}: {who}", what, time) for n, who, what, time in LANGKAH])
    row = _heading(sheet, row + 1, "B. Siapa mengisi kolom apa")
    row = _grid(sheet, row, ("A:B", "C:D", "E:F"), ("Kolom", "Diisi oleh", "Pada kegiatan"), list(PENGISI))
    row = _heading(sheet, row + 1, "C. Cara mengisi")
    for text in CARA:
        put(sheet, f"A{row}:F{row}", text)
        sheet.row_dimensions[row].height = line_heights(text, 145)
        row += 1
    row = _heading(sheet, row + 1, "D. Arti warna")
    for gaya, text in WARNA:
        put(sheet, f"A{row}", "Contoh", style=gaya)
        put(sheet, f"B{row}:F{row}", f"  {text}")
        sheet[f"A{row}"].protection = Protection(locked=True)
        sheet.row_dimensions[row].height = 17
        row += 1
    row = _heading(sheet, row + 1, "E. Rumus dalam kata-kata")
    row = _grid(sheet, row, ("A", "B:F"), ("Hal", "Cara menghitung"), list(RUMUS))
    row = _heading(sheet, row + 1, "F. Tabel yang dipakai rumus")
    for letter, text in zip("ABDEF", ("Kategori", "Capaian (%)", "Predikat", "Nilai", "Dibaca belum diisi"),
                            strict=True):
        put(sheet, f"{letter}{row}", text, style=Gaya.KEPALA)
    put(sheet, f"B{row}:C{row}", "Capaian (%) sesudah dibulatkan; dalam kurung interval menurut peraturan",
        style=Gaya.KEPALA)
    sheet.row_dimensions[row].height = 20
    row += 1
    for name, area in ((names.TABEL_KATEGORI, f"A{row}:C{row}"), (names.TABEL_PREDIKAT, f"D{row}:E{row}"),
                       (names.PREDIKAT_HURUF, f"D{row}"), (names.DAFTAR_KOSONG, f"F{row}")):
        name_area(sheet, name, area)
    set_up_page(sheet, "portrait", None)


def _heading(sheet: Worksheet, row: int, text: str) -> int:
    put(sheet, f"A{row}:F{row}", text, size=11, bold=True)
    sheet.row_dimensions[row].height = 20
    return row + 1


def _grid(sheet: Worksheet, row: int, columns: Sequence[str], head: Sequence[str],
          rows: Sequence[Sequence[str]]) -> int:
    widths = {letter: sheet.column_dimensions[letter].width for letter in "ABCDEF"}
    for number, texts in enumerate((head, *rows)):
        style = Gaya.RENCANA if number else Gaya.KEPALA
        heights = []
        for columns_of, text in zip(columns, texts, strict=True):
            first, _, last = columns_of.partition(":")
            put(sheet, f"{first}{row}:{last}{row}" if last else f"{first}{row}", text, style=style)
            covered = "ABCDEF"["ABCDEF".index(first):"ABCDEF".index(last or first) + 1]
            heights.append(line_heights(text, sum(widths[letter] for letter in covered)))
        sheet.row_dimensions[row].height = max(heights)
        row += 1
    return row
