"""Shapes of worksheets that offices have (domain facts 3 and 4), each with the rows and the plan a person reads in it.

A sheet is a list of rows from A1 on; ``>`` goes on with the merged cell left of it, ``^`` with the one above.
What an expected row does not name is null there.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

Baris = Mapping[str, object]
Isi = Sequence[Sequence[object]]
_ = None


@dataclass(frozen=True)
class Bentuk:
    """One workbook: its sheets, the rows a person reads, and the plan: per kode what matters of it."""

    lembar: Mapping[str, Isi]
    baris: Sequence[Baris]
    indikator: Sequence[Sequence[object]] = ()  # nama, sasaran, satuan, arah, perhitungan, target_tahun, target_tw, bidang
    subkegiatan: Sequence[Sequence[object]] = ()  # kode, nama, indikator, satuan, target_tahun, pagu, program, bidang
    riwayat: Sequence[Sequence[object]] = ()  # nama, triwulan, realisasi
    ditanya: Sequence[str] = field(default=())  # words that a question must hold
    format: Mapping[str, str] = field(default_factory=dict)  # number formats by cell, ``Sheet!A1``
    inden: Mapping[str, int] = field(default_factory=dict)  # indents by cell
    tersembunyi: Sequence[str] = ()  # hidden columns, ``Sheet!A``


def make_book(bentuk: Bentuk) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    book.remove(book.active)
    for nama, rows in bentuk.lembar.items():
        _fill(book.create_sheet(nama), rows)
    _dress(book, bentuk)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _dress(book: Workbook, bentuk: Bentuk) -> None:
    for place, number_format in bentuk.format.items():
        nama, sel = place.split("!")
        book[nama][sel].number_format = number_format
    for place, inden in bentuk.inden.items():
        nama, sel = place.split("!")
        book[nama][sel].alignment = Alignment(indent=inden)
    for place in bentuk.tersembunyi:
        nama, column = place.split("!")
        book[nama].column_dimensions[column].hidden = True


def _fill(sheet: Worksheet, rows: Isi) -> None:
    for r, row in enumerate(rows, start=1):
        for c, isi in enumerate(row, start=1):
            if isi in (">", "^") or isi is None:
                continue
            right, down = c, r
            while right < len(row) and row[right] == ">":
                right += 1
            while down < len(rows) and c <= len(rows[down]) and rows[down][c - 1] == "^":
                down += 1
            sheet.cell(r, c, isi)
            if (right, down) != (c, r):
                sheet.merge_cells(start_row=r, end_row=down, start_column=c, end_column=right)


AKSARA = Bentuk(
    {"Monev Renaksi": [
        ["MONITORING DAN EVALUASI RENCANA AKSI"],
        ["DINAS SOSIAL TAHUN 2025"],
        [],
        ["No", "OPD", "Pejabat (Eselon)", "Sasaran", "Indikator", "Satuan", "Program", "Anggaran",
         "Realisasi Anggaran (Rp)", ">", ">", ">", "Rencana Aksi", "Sub Rencana Aksi", "Target", ">", ">", ">",
         "Capaian", ">", ">", ">", "Capaian Total", "Penanggung Jawab"],
        ["^", "^", "^", "^", "^", "^", "^", "^", "TW I", "TW II", "TW III", "TW IV", "^", "^", "TW I", "TW II", "TW III",
         "TW IV", "TW I", "TW II", "TW III", "TW IV", "^", "^"],
        [1, "Dinas Sosial", "Kepala Bidang (III.b)", "Meningkatnya perlindungan sosial korban bencana",
         "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "%", "PROGRAM PENANGANAN BENCANA", 250000000,
         50000000, 60000000, _, _, "Menyalurkan bantuan", "Pendataan", 100, 100, 100, 100, 100, 97.5, _, _, 98.75,
         "Bidang Perlindungan dan Jaminan Sosial"],
        [_, _, _, "^", "Rata-rata waktu penyaluran bantuan", "jam", _, _, _, _, _, _, _, _, 72, 72, 72, 72, 70, 75, _, _, _,
         "Bidang Perlindungan dan Jaminan Sosial"],
        [2, "Dinas Sosial", "Kepala Bidang (III.b)", "Meningkatnya peran PSKS", "Jumlah TKSK yang ditingkatkan", "Orang",
         "PROGRAM PEMBERDAYAAN SOSIAL", "120.000.000", _, _, _, _, "Pelatihan", _, 0, 30, 30, 0, "-", 28, _, _, _,
         "Bidang Pemberdayaan Sosial"],
        [_, "Jumlah", _, _, _, _, _, 370000000],
        [],
        [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, "Kepala Dinas Sosial"],
        [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, "NIP. 00000000 000000 0 000"],
    ]},
    [{"sumber": "Monev Renaksi!6", "jenis": "sasaran", "nama": "Meningkatnya perlindungan sosial korban bencana",
      "indikator": "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "satuan": "%", "pagu": 250000000,
      "target_tw": [100, 100, 100, 100], "realisasi_tw": [100, 97.5, _, _],
      "realisasi_anggaran_tw": [50000000, 60000000, _, _], "penanggung_jawab": "Bidang Perlindungan dan Jaminan Sosial"},
     {"sumber": "Monev Renaksi!7", "jenis": "indikator", "indikator": "Rata-rata waktu penyaluran bantuan",
      "satuan": "jam", "target_tw": [72, 72, 72, 72], "realisasi_tw": [70, 75, _, _],
      "penanggung_jawab": "Bidang Perlindungan dan Jaminan Sosial"},
     {"sumber": "Monev Renaksi!8", "jenis": "sasaran", "nama": "Meningkatnya peran PSKS",
      "indikator": "Jumlah TKSK yang ditingkatkan", "satuan": "Orang", "pagu": 120000000, "target_tw": [0, 30, 30, 0],
      "realisasi_tw": [_, 28, _, _], "penanggung_jawab": "Bidang Pemberdayaan Sosial"}],
    indikator=[
        ("Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "Meningkatnya perlindungan sosial korban bencana",
         "%", "positif", "RATA", 100, (100, 100, 100, 100), "LINJAMSOS"),
        ("Rata-rata waktu penyaluran bantuan", "Meningkatnya perlindungan sosial korban bencana", "jam", "negatif", "RATA",
         72, (72, 72, 72, 72), "LINJAMSOS"),
        ("Jumlah TKSK yang ditingkatkan", "Meningkatnya peran PSKS", "Orang", "positif", "JUMLAH", 60, (0, 30, 30, 0),
         "DAYASOS")],
    riwayat=[("Persentase korban bencana yang terpenuhi kebutuhan dasarnya", 1, 100),
             ("Persentase korban bencana yang terpenuhi kebutuhan dasarnya", 2, 97.5),
             ("Rata-rata waktu penyaluran bantuan", 1, 70), ("Rata-rata waktu penyaluran bantuan", 2, 75),
             ("Jumlah TKSK yang ditingkatkan", 2, 28)],
    ditanya=["Capaian", "target tahunan"])

WP_EVAL = Bentuk(
    {"Sheet1": [
        ["PENGUKURAN KINERJA TAHUN ANGGARAN 2025"],
        ["No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", ">", ">", ">", "Capaian Kinerja %",
         "Capaian Serapan Anggaran %"],
        ["^", "^", "^", "^", "^", "TW1", "TW2", "TW3", "TW4", "^", "^"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
        [1, "Meningkatnya akuntabilitas kinerja", "Nilai SAKIP", "Predikat", "BB", _, _, _, "B", 80, 95.2],
        [2, "Meningkatnya kemandirian keluarga miskin", "Jumlah keluarga penerima bantuan usaha", "Keluarga", 50, 10, 20,
         15, 5, 100, 99],
        [3, "^", "Persentase usulan data yang diverifikasi", _, "85%", "85 %", "84,5 %", 0.86, _, _, _],
        ["Rata-rata capaian", ">", ">", ">", _, _, _, _, _, 90],
    ]},
    [{"sumber": "Sheet1!5", "jenis": "sasaran", "nama": "Meningkatnya akuntabilitas kinerja", "indikator": "Nilai SAKIP",
      "satuan": "Predikat", "target_tahunan": "BB", "realisasi_tw": [_, _, _, "B"]},
     {"sumber": "Sheet1!6", "jenis": "sasaran", "nama": "Meningkatnya kemandirian keluarga miskin",
      "indikator": "Jumlah keluarga penerima bantuan usaha", "satuan": "Keluarga", "target_tahunan": 50,
      "realisasi_tw": [10, 20, 15, 5]},
     {"sumber": "Sheet1!7", "jenis": "indikator", "indikator": "Persentase usulan data yang diverifikasi", "satuan": "%",
      "target_tahunan": 85, "realisasi_tw": [85, 84.5, 0.86, _]}],
    indikator=[
        ("Nilai SAKIP", "Meningkatnya akuntabilitas kinerja", "Predikat", "positif", "AKHIR", "BB", (_, _, _, "BB"),
         "SEKRETARIAT"),
        ("Jumlah keluarga penerima bantuan usaha", "Meningkatnya kemandirian keluarga miskin", "Keluarga", "positif",
         "JUMLAH", 50, (_, _, _, 50), "SEKRETARIAT"),
        ("Persentase usulan data yang diverifikasi", "Meningkatnya kemandirian keluarga miskin", "%", "positif", "POSISI",
         85, (_, _, _, 85), "SEKRETARIAT")],
    riwayat=[("Nilai SAKIP", 4, "B"), ("Jumlah keluarga penerima bantuan usaha", 1, 10),
             ("Jumlah keluarga penerima bantuan usaha", 2, 20), ("Jumlah keluarga penerima bantuan usaha", 3, 15),
             ("Jumlah keluarga penerima bantuan usaha", 4, 5), ("Persentase usulan data yang diverifikasi", 1, 85),
             ("Persentase usulan data yang diverifikasi", 2, 84.5), ("Persentase usulan data yang diverifikasi", 3, 0.86)],
    ditanya=["target triwulan", "bertanggung jawab", "per seratus"])

WP_EVAL_INPUT = Bentuk(
    {"Input": [
        ["KEGIATAN / SUB KEGIATAN TAHUN 2026"],
        ["NO", "KODE", "SUB KEGIATAN", "INDIKATOR", "SATUAN", "TARGET KEGIATAN PER TRIWULAN", ">", ">", ">", ">", ">",
         "REALISASI", ">", ">", ">", "CAPAIAN REALISASI (%)", "PAGU", "REALISASI PAGU", "CAPAIAN REALISASI PAGU"],
        ["^", "^", "^", "^", "^", "AWAL", "TW-I", "TW-II", "TW-III", "TW-IV", "AKHIR", "TW-I", "TW-II", "TW-III", "TW-IV",
         "^", "^", "^", "^"],
        [1, "1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah Orang yang Mendapatkan Permakanan", "Orang", 100, 30, 30,
         30, 30, 120, 28, _, _, _, 23.33, "Rp 125.500.000,00", "Rp 20.000.000,-", 15.94],
        [2, "1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah Orang yang Menerima Pakaian", "Orang", 80, 20, 20, 20, 20,
         80, 20, _, _, _, 25, "Rp 60.000.000,00", "Rp 15.000.000,-", 25],
        [_, _, "TOTAL", _, _, _, _, _, _, _, _, _, _, _, _, _, "Rp 185.500.000,00"],
    ]},
    [{"sumber": "Input!4", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0001", "nama": "Penyediaan Permakanan",
      "indikator": "Jumlah Orang yang Mendapatkan Permakanan", "satuan": "Orang", "target_tahunan": 120,
      "target_tw": [30, 30, 30, 30], "realisasi_tw": [28, _, _, _], "pagu": 125500000},
     {"sumber": "Input!5", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0002", "nama": "Penyediaan Sandang",
      "indikator": "Jumlah Orang yang Menerima Pakaian", "satuan": "Orang", "target_tahunan": 80,
      "target_tw": [20, 20, 20, 20], "realisasi_tw": [20, _, _, _], "pagu": 60000000}],
    subkegiatan=[
        ("1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah Orang yang Mendapatkan Permakanan", "Orang", 120, 125500000,
         "", "SEKRETARIAT"),
        ("1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah Orang yang Menerima Pakaian", "Orang", 80, 60000000, "",
         "SEKRETARIAT")],
    ditanya=["REALISASI PAGU", "Triwulan berapa"])

_TEGAL = ["No", "Indikator Kinerja", "Satuan", "Target Tahun", "Target Tw", "Realisasi", "% Capkin Tw", "% Capkin Tahun",
          "Bukti Dukung (link)", "Keterangan", "Faktor Pendukung", "Faktor Penghambat", "Tindak Lanjut OPD"]
TEGAL = Bentuk(
    {"TW I": [
        ["Laporan Realisasi Kinerja Triwulan I Tahun 2026"], ["Bidang Rehabilitasi Sosial"],
        ["Sasaran : Meningkatnya pemenuhan kebutuhan dasar PPKS"],
        _TEGAL,
        [1, "Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya", "%", 100, 25, 24, 96, 24, "https://contoh.id/a",
         "-", "Data lengkap", "Dana terlambat", "Koordinasi"],
        [2, "Jumlah kasus anak terlantar", "Kasus", 10, 2, 3, 50, 30]],
     "TW II": [
        ["Laporan Realisasi Kinerja Triwulan II Tahun 2026"], ["Bidang Rehabilitasi Sosial"],
        ["Sasaran : Meningkatnya pemenuhan kebutuhan dasar PPKS"],
        _TEGAL,
        [1, "Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya", "%", 100, 50, 51, 102, 51],
        [2, "Jumlah kasus anak terlantar", "Kasus", 10, 3, "belum", _, _]]},
    [{"sumber": "TW I!5", "jenis": "indikator", "indikator": "Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya",
      "satuan": "%", "target_tahunan": 100, "target_tw": [25, 50, _, _], "realisasi_tw": [24, 51, _, _]},
     {"sumber": "TW I!6", "jenis": "indikator", "indikator": "Jumlah kasus anak terlantar", "satuan": "Kasus",
      "target_tahunan": 10, "target_tw": [2, 3, _, _], "realisasi_tw": [3, _, _, _]}],
    indikator=[
        ("Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya", "Meningkatnya pemenuhan kebutuhan dasar PPKS",
         "%", "positif", "POSISI", 100, (25, 50, _, _), "REHSOS"),
        ("Jumlah kasus anak terlantar", "Meningkatnya pemenuhan kebutuhan dasar PPKS", "Kasus", "negatif", "JUMLAH", 10,
         (2, 3, _, _), "REHSOS")],
    riwayat=[("Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya", 1, 24),
             ("Persentase lansia terlantar yang terpenuhi kebutuhan dasarnya", 2, 51),
             ("Jumlah kasus anak terlantar", 1, 3)],
    ditanya=["target triwulan"])

_E81_ATAS = ["No", "Sasaran PD", "Kode", "Program/Kegiatan/Sub Kegiatan",
             "Indikator Kinerja Program (outcome)/Sub Kegiatan (output)", "Satuan",
             "Target Renstra PD pada akhir periode", ">", "Realisasi capaian Renstra s/d tahun lalu (n-1)", ">",
             "Target Kinerja & Anggaran Renja tahun berjalan", ">", "Realisasi kinerja pada triwulan", ">", ">", ">", ">",
             ">", ">", ">", "Realisasi capaian kinerja & anggaran Renja yang dievaluasi", ">",
             "Tingkat capaian kinerja & realisasi anggaran Renja (%)", ">", "Unit PD penanggung jawab"]
E81 = Bentuk(
    {"E.81": [
        ["Formulir E.81"], ["Evaluasi terhadap Hasil Renja Perangkat Daerah Tahun 2026"], ["Kabupaten Contoh"],
        _E81_ATAS, ["^"] * 6 + [_, _] * 3 + ["I", ">", "II", ">", "III", ">", "IV", ">"] + [_, _] * 2 + ["^"],
        ["^"] * 6 + ["K", "Rp"] * 9 + ["^"],
        [str(n) for n in (1, 2, 3, 3, 4, 5)] + ["5", ">", "6", ">", "7", ">", "8", ">", "9", ">", "10", ">", "11", ">",
                                               "12", ">", "13", ">", "16"],
        [1, "Meningkatnya kesejahteraan PPKS", "1.06.04", "PROGRAM REHABILITASI SOSIAL",
         "Persentase PPKS yang tertangani", "%", 90, 5000000000, 40, 2000000000, 70, 1000000000, 20, 200000000, 40,
         250000000, _, _, _, _, 40, 450000000, 57.14, 45, "Bidang Rehabilitasi Sosial"],
        [_, _, "1.06.04.2.01", "Rehabilitasi Sosial Dasar", "Jumlah PPKS yang direhabilitasi", "Orang", 500, 3000000000,
         200, 1200000000, 120, 600000000, 30, 100000000, 35, 150000000, _, _, _, _, 65, 250000000, 54.17, 41.67,
         "Bidang Rehabilitasi Sosial"],
        [_, _, "1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang yang mendapatkan permakanan", "Orang", 400,
         1500000000, 160, 600000000, 100, 300000000, 25, 50000000, 30, 80000000, _, _, _, _, 55, 130000000, 55, 43.33,
         "Bidang Rehabilitasi Sosial"],
        [_, _, "1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 300, 900000000,
         120, 360000000, 80, 180000000, 20, 40000000, 20, 45000000, _, _, _, _, 40, 85000000, 50, 47.22,
         "Bidang Rehabilitasi Sosial"],
        ["Rata-rata capaian kinerja (%)"] + [">"] * 5 + [_] * 16 + [54.1, 44.31],
        ["Predikat kinerja"] + [">"] * 5 + [_] * 16 + ["Rendah", "Sangat Rendah"],
        ["Faktor pendorong keberhasilan kinerja: data terpadu"],
        ["Faktor penghambat pencapaian kinerja: anggaran terlambat"]]},
    [{"sumber": "E.81!8", "jenis": "sasaran", "nama": "Meningkatnya kesejahteraan PPKS"},
     {"sumber": "E.81!8", "jenis": "program", "kode": "1.06.04", "nama": "PROGRAM REHABILITASI SOSIAL",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_renstra": 90, "target_tahunan": 70,
      "realisasi_tw": [20, 40, _, _], "pagu_renstra": 5000000000, "pagu": 1000000000,
      "realisasi_anggaran_tw": [200000000, 250000000, _, _], "penanggung_jawab": "Bidang Rehabilitasi Sosial"},
     {"sumber": "E.81!9", "jenis": "kegiatan", "kode": "1.06.04.2.01", "nama": "Rehabilitasi Sosial Dasar",
      "indikator": "Jumlah PPKS yang direhabilitasi", "satuan": "Orang", "target_renstra": 500, "target_tahunan": 120,
      "realisasi_tw": [30, 35, _, _], "pagu_renstra": 3000000000, "pagu": 600000000,
      "realisasi_anggaran_tw": [100000000, 150000000, _, _], "penanggung_jawab": "Bidang Rehabilitasi Sosial"},
     {"sumber": "E.81!10", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0001", "nama": "Penyediaan Permakanan",
      "indikator": "Jumlah orang yang mendapatkan permakanan", "satuan": "Orang", "target_renstra": 400,
      "target_tahunan": 100, "realisasi_tw": [25, 30, _, _], "pagu_renstra": 1500000000, "pagu": 300000000,
      "realisasi_anggaran_tw": [50000000, 80000000, _, _], "penanggung_jawab": "Bidang Rehabilitasi Sosial"},
     {"sumber": "E.81!11", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0002", "nama": "Penyediaan Sandang",
      "indikator": "Jumlah orang yang menerima pakaian", "satuan": "Orang", "target_renstra": 300, "target_tahunan": 80,
      "realisasi_tw": [20, 20, _, _], "pagu_renstra": 900000000, "pagu": 180000000,
      "realisasi_anggaran_tw": [40000000, 45000000, _, _], "penanggung_jawab": "Bidang Rehabilitasi Sosial"}],
    indikator=[
        ("Persentase PPKS yang tertangani", "Meningkatnya kesejahteraan PPKS", "%", "positif", "POSISI", 70,
         (_, _, _, 70), "REHSOS"),
        ("Jumlah PPKS yang direhabilitasi", "Meningkatnya kesejahteraan PPKS", "Orang", "positif", "JUMLAH", 120,
         (_, _, _, 120), "REHSOS")],
    subkegiatan=[
        ("1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang yang mendapatkan permakanan", "Orang", 100, 300000000,
         "PROGRAM REHABILITASI SOSIAL", "REHSOS"),
        ("1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 80, 180000000,
         "PROGRAM REHABILITASI SOSIAL", "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 1, 20), ("Persentase PPKS yang tertangani", 2, 40),
             ("Jumlah PPKS yang direhabilitasi", 1, 30), ("Jumlah PPKS yang direhabilitasi", 2, 35)],
    ditanya=["target triwulan"])

_RENAKSI = [["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target Tahunan", "Target Triwulan", ">", ">",
             ">", "Penanggung Jawab"],
            ["^", "^", "^", "^", "^", "I", "II", "III", "IV", "^"],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]
PER_BIDANG = Bentuk(
    {"Cover": [["RENCANA AKSI 2026"]],
     "REHSOS": [
         ["RENCANA AKSI TAHUN 2026"], *_RENAKSI,
         [1, "Meningkatnya pemenuhan kebutuhan dasar PPKS", "Persentase PPKS yang terpenuhi kebutuhan dasarnya", "%", 100,
          25, 50, 75, 100, "Kabid"]],
     "Linjamsos": [
         ["RENCANA AKSI TAHUN 2026"], *_RENAKSI,
         [1, "Meningkatnya perlindungan sosial", "Jumlah KPM PKH yang didampingi", "KPM", "1.200", 300, 300, 300, 300,
          "Kabid"]],
     "Daftar": [["Kecamatan", "Kode Pos"], ["Binamu", "92311"]]},
    [{"sumber": "REHSOS!5", "jenis": "sasaran", "nama": "Meningkatnya pemenuhan kebutuhan dasar PPKS",
      "indikator": "Persentase PPKS yang terpenuhi kebutuhan dasarnya", "satuan": "%", "target_tahunan": 100,
      "target_tw": [25, 50, 75, 100], "penanggung_jawab": "Kabid"},
     {"sumber": "Linjamsos!5", "jenis": "sasaran", "nama": "Meningkatnya perlindungan sosial",
      "indikator": "Jumlah KPM PKH yang didampingi", "satuan": "KPM", "target_tahunan": 1200,
      "target_tw": [300, 300, 300, 300], "penanggung_jawab": "Kabid"}],
    indikator=[
        ("Persentase PPKS yang terpenuhi kebutuhan dasarnya", "Meningkatnya pemenuhan kebutuhan dasar PPKS", "%", "positif",
         "POSISI", 100, (25, 50, 75, 100), "REHSOS"),
        ("Jumlah KPM PKH yang didampingi", "Meningkatnya perlindungan sosial", "KPM", "positif", "JUMLAH", 1200,
         (300, 300, 300, 300), "LINJAMSOS")],
    ditanya=["1.200"])

BARIS_SATU = Bentuk(
    {"data 2026": [
        ["Kode Program", "Program", "Kode Kegiatan", "Kegiatan", "Kode Sub Kegiatan", "Sub Kegiatan", "Indikator Keluaran",
         "Satuan", "Target", "Target TW 1", "Target TW 2", "Target TW 3", "Target TW 4", "Pagu (Rp)", "Pagu Perubahan (Rp)",
         "Bidang"],
        ["1.06.05", "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "1.06.05.2.02", "Pengelolaan Data Fakir Miskin",
         "1.06.05.2.02.0001", "Pendataan Fakir Miskin", "Jumlah Fakir Miskin yang Didata", "Orang", 4000, 1000, 1000, 1000,
         1000, 150000000, 175000000, "Bidang Penanganan Fakir Miskin"],
        ["1.06.05", "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "1.06.05.2.02", "Pengelolaan Data Fakir Miskin",
         "1.06.05.2.02.0008", "Pengelolaan Data", "Jumlah Usulan Terverifikasi", "Usulan", 600, 100, 200, 200, 100,
         80000000, _, "Bidang Penanganan Fakir Miskin"],
        ["1.06.06", "PROGRAM PENANGANAN BENCANA", "1.06.06.2.01", "Perlindungan Sosial Korban Bencana",
         "1.06.06.2.01.0001", "Penyediaan Makanan", "Jumlah Orang yang Mendapatkan Permakanan", "Orang", 200, 50, 50, 50,
         50, 90000000, 90000000, "Bidang Perlindungan dan Jaminan Sosial"]]},
    [{"sumber": "data 2026!2", "jenis": "program", "kode": "1.06.05", "nama": "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL"},
     {"sumber": "data 2026!2", "jenis": "kegiatan", "kode": "1.06.05.2.02", "nama": "Pengelolaan Data Fakir Miskin"},
     {"sumber": "data 2026!2", "jenis": "sub_kegiatan", "kode": "1.06.05.2.02.0001", "nama": "Pendataan Fakir Miskin",
      "indikator": "Jumlah Fakir Miskin yang Didata", "satuan": "Orang", "target_tahunan": 4000,
      "target_tw": [1000, 1000, 1000, 1000], "pagu": 150000000, "pagu_perubahan": 175000000,
      "penanggung_jawab": "Bidang Penanganan Fakir Miskin"},
     {"sumber": "data 2026!3", "jenis": "sub_kegiatan", "kode": "1.06.05.2.02.0008", "nama": "Pengelolaan Data",
      "indikator": "Jumlah Usulan Terverifikasi", "satuan": "Usulan", "target_tahunan": 600,
      "target_tw": [100, 200, 200, 100], "pagu": 80000000, "penanggung_jawab": "Bidang Penanganan Fakir Miskin"},
     {"sumber": "data 2026!4", "jenis": "program", "kode": "1.06.06", "nama": "PROGRAM PENANGANAN BENCANA"},
     {"sumber": "data 2026!4", "jenis": "kegiatan", "kode": "1.06.06.2.01", "nama": "Perlindungan Sosial Korban Bencana"},
     {"sumber": "data 2026!4", "jenis": "sub_kegiatan", "kode": "1.06.06.2.01.0001", "nama": "Penyediaan Makanan",
      "indikator": "Jumlah Orang yang Mendapatkan Permakanan", "satuan": "Orang", "target_tahunan": 200,
      "target_tw": [50, 50, 50, 50], "pagu": 90000000, "pagu_perubahan": 90000000,
      "penanggung_jawab": "Bidang Perlindungan dan Jaminan Sosial"}],
    subkegiatan=[
        ("1.06.05.2.02.0001", "Pendataan Fakir Miskin", "Jumlah Fakir Miskin yang Didata", "Orang", 4000, 175000000,
         "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "PFM"),
        ("1.06.05.2.02.0008", "Pengelolaan Data", "Jumlah Usulan Terverifikasi", "Usulan", 600, 80000000,
         "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "PFM"),
        ("1.06.06.2.01.0001", "Penyediaan Makanan", "Jumlah Orang yang Mendapatkan Permakanan", "Orang", 200, 90000000,
         "PROGRAM PENANGANAN BENCANA", "LINJAMSOS")])

DUA_TABEL = Bentuk(
    {"Renaksi": [
        ["RENCANA AKSI SEKRETARIAT 2026"], ["(dalam ribuan rupiah)"],
        ["A. SASARAN"],
        ["No", "Tujuan", "Sasaran", "Indikator", "Satuan", "Kondisi Awal", "Target 2026", "TW I", "TW II", "TW III",
         "TW IV"],
        [1, "Terwujudnya tata kelola yang baik", "Meningkatnya akuntabilitas", "Indeks Kepuasan Masyarakat", "Indeks", 80.5,
         82, _, _, _, 82],
        [_, _, _, "Jumlah temuan yang belum ditindaklanjuti", "Temuan", 4, 0, _, _, _, 0],
        [],
        ["No", "Uraian Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "Target 2026", "Anggaran", "Pelaksana"],
        [1, "1.06.01 PROGRAM PENUNJANG URUSAN PEMERINTAHAN", _, _, _, 900000, "Sekretariat"],
        [_, "1.06.01.2.01 Perencanaan dan Evaluasi Kinerja", _, _, _, 50000, "Sekretariat"],
        [_, "1.06.01.2.01.0007 Evaluasi Kinerja Perangkat Daerah", "Jumlah laporan evaluasi", "Laporan", "4 laporan",
         "25.000", "Sekretariat"]]},
    [{"sumber": "Renaksi!5", "jenis": "tujuan", "nama": "Terwujudnya tata kelola yang baik"},
     {"sumber": "Renaksi!5", "jenis": "sasaran", "nama": "Meningkatnya akuntabilitas",
      "indikator": "Indeks Kepuasan Masyarakat", "satuan": "Indeks", "target_tahunan": 82, "target_tw": [_, _, _, 82]},
     {"sumber": "Renaksi!6", "jenis": "indikator", "indikator": "Jumlah temuan yang belum ditindaklanjuti",
      "satuan": "Temuan", "target_tahunan": 0, "target_tw": [_, _, _, 0]},
     {"sumber": "Renaksi!9", "jenis": "program", "kode": "1.06.01", "nama": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN",
      "pagu": 900000000, "penanggung_jawab": "Sekretariat"},
     {"sumber": "Renaksi!10", "jenis": "kegiatan", "kode": "1.06.01.2.01", "nama": "Perencanaan dan Evaluasi Kinerja",
      "pagu": 50000000, "penanggung_jawab": "Sekretariat"},
     {"sumber": "Renaksi!11", "jenis": "sub_kegiatan", "kode": "1.06.01.2.01.0007",
      "nama": "Evaluasi Kinerja Perangkat Daerah", "indikator": "Jumlah laporan evaluasi", "satuan": "Laporan",
      "target_tahunan": 4, "pagu": 25000000, "penanggung_jawab": "Sekretariat"}],
    indikator=[
        ("Indeks Kepuasan Masyarakat", "Meningkatnya akuntabilitas", "Indeks", "positif", "AKHIR", 82, (_, _, _, 82),
         "SEKRETARIAT"),
        ("Jumlah temuan yang belum ditindaklanjuti", "Meningkatnya akuntabilitas", "Temuan", "negatif", "AKHIR", 0,
         (_, _, _, 0), "SEKRETARIAT")],
    subkegiatan=[("1.06.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah", "Jumlah laporan evaluasi", "Laporan", 4,
                  25000000, "PROGRAM PENUNJANG URUSAN PEMERINTAHAN", "SEKRETARIAT")],
    ditanya=["25.000"])

BERDAMPINGAN = Bentuk(
    {"Cascading 2026": [
        ["Sasaran", "Indikator Sasaran", "Satuan", "Target", "Program", "Indikator Program", "Satuan", "Target", "Kegiatan",
         "Indikator Kegiatan", "Satuan", "Target", "Pagu"],
        ["Meningkatnya akuntabilitas", "Persentase laporan tepat waktu", "%", 80, "Program Penunjang", "Cakupan layanan", "%",
         70, "Perencanaan", "Jumlah dokumen", "Dokumen", 12, 500000000],
        [_, _, _, _, _, _, _, _, "Evaluasi", "Jumlah laporan", "Laporan", 120, 250000000]]},
    [{"sumber": "Cascading 2026!2", "jenis": "sasaran", "nama": "Meningkatnya akuntabilitas",
      "indikator": "Persentase laporan tepat waktu", "satuan": "%", "target_tahunan": 80},
     {"sumber": "Cascading 2026!2", "jenis": "program", "nama": "Program Penunjang", "indikator": "Cakupan layanan",
      "satuan": "%", "target_tahunan": 70},
     {"sumber": "Cascading 2026!2", "jenis": "kegiatan", "nama": "Perencanaan", "indikator": "Jumlah dokumen",
      "satuan": "Dokumen", "target_tahunan": 12, "pagu": 500000000},
     {"sumber": "Cascading 2026!3", "jenis": "kegiatan", "nama": "Evaluasi", "indikator": "Jumlah laporan",
      "satuan": "Laporan", "target_tahunan": 120, "pagu": 250000000}],
    indikator=[
        ("Persentase laporan tepat waktu", "Meningkatnya akuntabilitas", "%", "positif", "POSISI", 80, (_, _, _, 80),
         "SEKRETARIAT"),
        ("Cakupan layanan", "Meningkatnya akuntabilitas", "%", "positif", "POSISI", 70, (_, _, _, 70), "SEKRETARIAT")],
    subkegiatan=[("SK-01", "Perencanaan", "Jumlah dokumen", "Dokumen", 12, 500000000, "Program Penunjang", "SEKRETARIAT"),
                 ("SK-02", "Evaluasi", "Jumlah laporan", "Laporan", 120, 250000000, "Program Penunjang", "SEKRETARIAT")],
    ditanya=["target triwulan"])

BEBERAPA_TAHUN = Bentuk(
    {"IKU": [
        ["INDIKATOR KINERJA UTAMA"], ["RENCANA KERJA TAHUN 2026"],
        ["No", "Tujuan/Sasaran", "Indikator Kinerja Utama", "Satuan", "Formulasi Penghitungan", "Realisasi", ">", "Target",
         ">", ">", "Penanggung Jawab"],
        ["^", "^", "^", "^", "^", 2024, 2025, 2025, 2026, 2027, "^"],
        [1, "Meningkatnya akuntabilitas", "Nilai SAKIP", "Nilai", "hasil evaluasi", 68.4, 70.5, 70, 72, 75, "Sekretariat"]]},
    [{"sumber": "IKU!5", "jenis": "sasaran", "nama": "Meningkatnya akuntabilitas", "indikator": "Nilai SAKIP",
      "satuan": "Nilai", "target_tahunan": 72, "penanggung_jawab": "Sekretariat"}],
    indikator=[("Nilai SAKIP", "Meningkatnya akuntabilitas", "Nilai", "positif", "AKHIR", 72, (_, _, _, 72), "SEKRETARIAT")],
    riwayat=[("Nilai SAKIP", _, 68.4), ("Nilai SAKIP", _, 70.5)],
    ditanya=["target triwulan"])

BENTUK: Mapping[str, Bentuk] = {
    "AKSARA monev": AKSARA, "wp-eval-sakip": WP_EVAL, "wp-eval-sakip input": WP_EVAL_INPUT, "Kota Tegal": TEGAL,
    "E.81": E81, "one sheet per bidang": PER_BIDANG, "headings on row 1": BARIS_SATU,
    "two tables on one sheet": DUA_TABEL, "levels side by side": BERDAMPINGAN,
    "several years": BEBERAPA_TAHUN,
}
