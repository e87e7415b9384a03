"""Shapes in which the reader once went wrong, each with the rows and the plan that a person reads in it (see ``bentuk``).

Levels told by the first words of names, numbered quarters over K and Rp, T and R of a pair, a row per quarter, steps below
an indicator, figures up to the quarter of a title, percentages beside the amounts they are of, figures with their units as
text (which are no headings), and figures up to a month.
"""

from __future__ import annotations

from collections.abc import Mapping

from bentuk import Bentuk

_ = None

LABEL = Bentuk(
    {"Renja": [
        ["RENCANA AKSI PENCAPAIAN KINERJA TAHUN 2026"], ["PERANGKAT DAERAH : DINAS SOSIAL"],
        ["NO", "SASARAN/PROGRAM/KEGIATAN/SUB KEGIATAN", "INDIKATOR", "SATUAN", "TARGET KINERJA", ">", ">", ">", ">",
         "ANGGARAN (Rp)", "PENANGGUNGJAWAB"],
        ["^", "^", "^", "^", "TAHUN 2026", "TW 1", "TW 2", "TW 3", "TW 4", "^", "^"],
        ["I", "Sasaran: Meningkatnya kesejahteraan sosial", "Persentase PPKS tertangani", "%", 70, 20, 40, 55, 70,
         1000000000, "Kepala Dinas"],
        ["A", "Program Rehabilitasi Sosial", "Persentase PPKS yang direhabilitasi", "%", 50, 10, 20, 40, 50, 700000000,
         "Kabid Rehsos"],
        ["1", "Kegiatan Rehabilitasi Sosial Dasar", "Jumlah PPKS yang direhabilitasi", "Orang", 100, 25, 25, 25, 25,
         300000000, "Kabid Rehsos"],
        ["a", "Penyediaan Permakanan", "Jumlah orang yang mendapat makanan", "Orang", 100, 25, 25, 25, 25, 300000000,
         "Kabid Rehsos"]]},
    [{"sumber": "Renja!5", "jenis": "sasaran", "nama": "Meningkatnya kesejahteraan sosial",
      "indikator": "Persentase PPKS tertangani", "satuan": "%", "target_tahunan": 70, "target_tw": [20, 40, 55, 70],
      "pagu": 1000000000, "penanggung_jawab": "Kepala Dinas"},
     {"sumber": "Renja!6", "jenis": "program", "nama": "Program Rehabilitasi Sosial",
      "indikator": "Persentase PPKS yang direhabilitasi", "satuan": "%", "target_tahunan": 50, "target_tw": [10, 20, 40, 50],
      "pagu": 700000000, "penanggung_jawab": "Kabid Rehsos"},
     {"sumber": "Renja!7", "jenis": "kegiatan", "nama": "Kegiatan Rehabilitasi Sosial Dasar",
      "indikator": "Jumlah PPKS yang direhabilitasi", "satuan": "Orang", "target_tahunan": 100,
      "target_tw": [25, 25, 25, 25], "pagu": 300000000, "penanggung_jawab": "Kabid Rehsos"},
     {"sumber": "Renja!8", "jenis": "sub_kegiatan", "nama": "Penyediaan Permakanan",
      "indikator": "Jumlah orang yang mendapat makanan", "satuan": "Orang", "target_tahunan": 100,
      "target_tw": [25, 25, 25, 25], "pagu": 300000000, "penanggung_jawab": "Kabid Rehsos"}],
    indikator=[
        ("Persentase PPKS tertangani", "Meningkatnya kesejahteraan sosial", "%", "positif", "POSISI", 70, (20, 40, 55, 70),
         "REHSOS"),
        ("Persentase PPKS yang direhabilitasi", "Meningkatnya kesejahteraan sosial", "%", "positif", "POSISI", 50,
         (10, 20, 40, 50), "REHSOS"),
        ("Jumlah PPKS yang direhabilitasi", "Meningkatnya kesejahteraan sosial", "Orang", "positif", "JUMLAH", 100,
         (25, 25, 25, 25), "REHSOS")],
    subkegiatan=[("SK-01", "Penyediaan Permakanan", "Jumlah orang yang mendapat makanan", "Orang", 100, 300000000,
                  "Program Rehabilitasi Sosial", "REHSOS")])

_E81 = ["Target Renstra SKPD pada Tahun 2026 (Akhir Periode Renstra)", ">",
        "Realisasi Capaian Kinerja Renstra s/d Renja Tahun Lalu (2025)", ">",
        "Target Kinerja dan Anggaran Renja SKPD Tahun Berjalan (2026)", ">", "Realisasi Kinerja Pada Triwulan", ">", ">",
        ">", ">", ">", ">", ">", "Realisasi Capaian Kinerja dan Anggaran Renja SKPD yang dievaluasi", ">",
        "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)", ">"]
TRIWULAN_BERNOMOR = Bentuk(
    {"Evaluasi": [
        ["Evaluasi Terhadap Hasil Renja Perangkat Daerah"], ["Periode Pelaksanaan: 2026"],
        ["No", "Sasaran", "Program / Kegiatan", "Indikator Kinerja", "Satuan", *_E81, "Unit Penanggung Jawab"],
        ["^", "^", "^", "^", "^", *[_] * 6, 1, ">", 2, ">", 3, ">", 4, ">", *[_] * 4, "^"],
        ["^", "^", "^", "^", "^", *["K", "Rp"] * 9, "^"],
        [1, 2, 3, 4, 5, *range(6, 25)],
        [1, "Meningkatnya kesejahteraan PPKS", "Program Rehabilitasi Sosial", "Persentase PPKS yang tertangani", "%", 100,
         500000000, 40, 200000000, 70, 100000000, 20, 20000000, 45, 25000000, _, _, _, _, 45, 45000000, 85, 49,
         "Bidang Rehabilitasi Sosial"]]},
    [{"sumber": "Evaluasi!7", "jenis": "sasaran", "nama": "Meningkatnya kesejahteraan PPKS"},
     {"sumber": "Evaluasi!7", "jenis": "program", "nama": "Program Rehabilitasi Sosial",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_renstra": 100, "target_tahunan": 70,
      "realisasi_tw": [20, 45, _, _], "pagu_renstra": 500000000, "pagu": 100000000,
      "realisasi_anggaran_tw": [20000000, 25000000, _, _], "penanggung_jawab": "Bidang Rehabilitasi Sosial"}],
    indikator=[("Persentase PPKS yang tertangani", "Meningkatnya kesejahteraan PPKS", "%", "positif", "POSISI", 70,
                (_, _, _, 70), "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 1, 20), ("Persentase PPKS yang tertangani", 2, 45)],
    ditanya=["target triwulan"])

T_DAN_R = Bentuk(
    {"Renaksi": [
        ["FORMULIR PENGUKURAN RENCANA AKSI TRIWULAN I TAHUN 2026"], ["Bidang Pemberdayaan Sosial"],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan", "Target dan Realisasi Kinerja Triwulan", ">", ">",
         ">", ">", ">", ">", ">", "Capaian Tahun (%)", "Analisis"],
        ["^", "^", "^", "^", "^", "TW I", ">", "TW II", ">", "TW III", ">", "TW IV", ">", "^", "^"],
        ["^", "^", "^", "^", "^", "T", "R", "T", "R", "T", "R", "T", "R", "^", "^"],
        [1, "Meningkatnya peran PSKS", "Persentase PSKS aktif", "Persen", 85, 20, 21, 40, _, 60, _, 85, _, 24.7, "baik"],
        [2, "^", "Jumlah TKSK yang dilatih", "Orang", 100, 25, 20, 25, _, 25, _, 25, _, 20, "-"]]},
    [{"sumber": "Renaksi!6", "jenis": "sasaran", "nama": "Meningkatnya peran PSKS", "indikator": "Persentase PSKS aktif",
      "satuan": "Persen", "target_tahunan": 85, "target_tw": [20, 40, 60, 85], "realisasi_tw": [21, _, _, _]},
     {"sumber": "Renaksi!7", "jenis": "indikator", "indikator": "Jumlah TKSK yang dilatih", "satuan": "Orang",
      "target_tahunan": 100, "target_tw": [25, 25, 25, 25], "realisasi_tw": [20, _, _, _]}],
    indikator=[
        ("Persentase PSKS aktif", "Meningkatnya peran PSKS", "Persen", "positif", "POSISI", 85, (20, 40, 60, 85), "DAYASOS"),
        ("Jumlah TKSK yang dilatih", "Meningkatnya peran PSKS", "Orang", "positif", "JUMLAH", 100, (25, 25, 25, 25),
         "DAYASOS")],
    riwayat=[("Persentase PSKS aktif", 1, 21), ("Jumlah TKSK yang dilatih", 1, 20)],
    ditanya=["bertanggung jawab"])

BARIS_TRIWULAN = Bentuk(
    {"Rekap": [
        ["REKAP CAPAIAN BIDANG REHABILITASI SOSIAL 2026"],
        ["Indikator", "Satuan", "Triwulan", "Target", "Realisasi", "Capaian (%)"],
        ["Persentase lansia terlantar yang dilayani", "%", "I", 20, 21, 105],
        ["^", "^", "II", 40, 41, 102.5], ["^", "^", "III", 60], ["^", "^", "IV", 85],
        ["Jumlah anak terlantar yang dilayani", "Orang", "TW I", 10, 9, 90],
        ["^", "^", "TW II", 10, 11, 110], ["^", "^", "TW III", 10], ["^", "^", "TW IV", 10]]},
    [{"sumber": "Rekap!3", "jenis": "indikator", "indikator": "Persentase lansia terlantar yang dilayani", "satuan": "%",
      "target_tw": [20, 40, 60, 85], "realisasi_tw": [21, 41, _, _]},
     {"sumber": "Rekap!7", "jenis": "indikator", "indikator": "Jumlah anak terlantar yang dilayani", "satuan": "Orang",
      "target_tw": [10, 10, 10, 10], "realisasi_tw": [9, 11, _, _]}],
    indikator=[
        ("Persentase lansia terlantar yang dilayani", "(sasaran)", "%", "positif", "POSISI", 85, (20, 40, 60, 85), "REHSOS"),
        ("Jumlah anak terlantar yang dilayani", "(sasaran)", "Orang", "positif", "JUMLAH", 40, (10, 10, 10, 10), "REHSOS")],
    riwayat=[("Persentase lansia terlantar yang dilayani", 1, 21), ("Persentase lansia terlantar yang dilayani", 2, 41),
             ("Jumlah anak terlantar yang dilayani", 1, 9), ("Jumlah anak terlantar yang dilayani", 2, 11)],
    ditanya=["target tahunan"])

LANGKAH = Bentuk(
    {"RA": [
        ["RENCANA AKSI TAHUN 2026"],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Rencana Aksi", "Jadwal Pelaksanaan", ">", ">", ">",
         "Target Output Triwulan", ">", ">", ">", "Penanggung Jawab"],
        ["^", "^", "^", "^", "^", "I", "II", "III", "IV", "I", "II", "III", "IV", "^"],
        [1, "Meningkatnya akurasi data", "Persentase data yang diverifikasi", "85%", "Pendataan", "v", _, _, _, "20%", "40%",
         "60%", "85%", "Bidang Penanganan Fakir Miskin"],
        [_, _, _, _, "Verifikasi", _, "v", _, _, _, _, _, _, "Bidang Penanganan Fakir Miskin"],
        [_, _, "Jumlah petugas yang dilatih (orang)", "100", "Pelatihan", _, "√", "√", _, 0, 50, 50, 0,
         "Bidang Penanganan Fakir Miskin"]]},
    [{"sumber": "RA!4", "jenis": "sasaran", "nama": "Meningkatnya akurasi data",
      "indikator": "Persentase data yang diverifikasi", "satuan": "%", "target_tahunan": 85, "target_tw": [20, 40, 60, 85],
      "penanggung_jawab": "Bidang Penanganan Fakir Miskin"},
     {"sumber": "RA!6", "jenis": "indikator", "indikator": "Jumlah petugas yang dilatih (orang)", "target_tahunan": 100,
      "target_tw": [0, 50, 50, 0], "penanggung_jawab": "Bidang Penanganan Fakir Miskin"}],
    indikator=[
        ("Persentase data yang diverifikasi", "Meningkatnya akurasi data", "%", "positif", "POSISI", 85, (20, 40, 60, 85),
         "PFM"),
        ("Jumlah petugas yang dilatih (orang)", "Meningkatnya akurasi data", "orang", "positif", "JUMLAH", 100,
         (0, 50, 50, 0), "PFM")],
    ditanya=["satuan"])

FISIK_KEUANGAN = Bentuk(
    {"Realisasi": [
        ["LAPORAN REALISASI FISIK DAN KEUANGAN"], ["s/d Triwulan II Tahun 2026"], ["(dalam jutaan rupiah)"],
        ["No", "Program/Kegiatan/Sub Kegiatan", "Pagu Anggaran", "Realisasi Keuangan", ">", "Sisa Anggaran"],
        ["^", "^", "^", "Rp", "%", "^"],
        [1, "1.06.04 PROGRAM REHABILITASI SOSIAL", 1000, 400, 40, 600],
        [_, "1.06.04.2.01 Rehabilitasi Sosial Dasar", 600, 300, 50, 300],
        [_, "1.06.04.2.01.0001 Penyediaan Permakanan", 600, 300, 50, 300],
        ["Total", ">", 1000, 400, 40, 600]]},
    [{"sumber": "Realisasi!6", "jenis": "program", "kode": "1.06.04", "nama": "PROGRAM REHABILITASI SOSIAL",
      "pagu": 1000000000},
     {"sumber": "Realisasi!7", "jenis": "kegiatan", "kode": "1.06.04.2.01", "nama": "Rehabilitasi Sosial Dasar",
      "pagu": 600000000},
     {"sumber": "Realisasi!8", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0001", "nama": "Penyediaan Permakanan",
      "pagu": 600000000}],
    subkegiatan=[("1.06.04.2.01.0001", "Penyediaan Permakanan", "Penyediaan Permakanan", "(satuan)", _, 600000000,
                  "PROGRAM REHABILITASI SOSIAL", "REHSOS")],
    ditanya=["s.d. triwulan"])

PERSEN_DI_SEBELAH = Bentuk(
    {"Evaluasi": [
        ["EVALUASI RENJA 2026"],
        ["Kode", "Urusan/Program/Kegiatan", "Indikator Kinerja", "Target 2026", "Pagu 2026", "Realisasi TW I",
         "Realisasi Anggaran TW I", "Realisasi TW II", "Realisasi Anggaran TW II", "Realisasi s.d TW II",
         "Realisasi Anggaran s.d TW II", "% Kinerja", "% Anggaran"],
        ["1.06", "URUSAN SOSIAL"],
        ["1.06.04", "Program Rehabilitasi Sosial", "Persentase PPKS yang tertangani", "85 %", "1.000.000.000,00", "20",
         "200.000.000,00", "40", "250.000.000,00", 40, "450.000.000,00", 47.06, 45]]},
    [{"sumber": "Evaluasi!3", "jenis": "urusan", "kode": "1.06", "nama": "URUSAN SOSIAL"},
     {"sumber": "Evaluasi!4", "jenis": "program", "kode": "1.06.04", "nama": "Program Rehabilitasi Sosial",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 85, "realisasi_tw": [20, 40, _, _],
      "pagu": 1000000000, "realisasi_anggaran_tw": [200000000, 250000000, _, _]}],
    indikator=[("Persentase PPKS yang tertangani", "Program Rehabilitasi Sosial", "%", "positif", "POSISI", 85,
                (_, _, _, 85), "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 1, 20), ("Persentase PPKS yang tertangani", 2, 40)],
    ditanya=["target triwulan"])

BERSATUAN = Bentuk(
    {"RENAKSI": [
        ["RENCANA AKSI ATAS PERJANJIAN KINERJA TAHUN 2026", *[">"] * 9], ["DINAS SOSIAL KABUPATEN CONTOH", *[">"] * 9], [],
        ["NO", "SASARAN STRATEGIS / PROGRAM / KEGIATAN", "INDIKATOR KINERJA", "TARGET", "TRIWULAN", ">", ">", ">",
         "ANGGARAN (Rp.)", "KET."],
        ["^", "^", "^", "^", "I", "II", "III", "IV", "^", "^"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ["1.", "Meningkatnya Kesejahteraan PPKS", "1. Persentase PPKS yang tertangani", "70%", "20%", "40%", "55%", "70%"],
        ["", "", "2. Jumlah PPKS mandiri", "50 Orang", "10 Orang", "15 Orang", "15 Orang", "10 Orang"],
        ["", "1.06.04 - PROGRAM REHABILITASI SOSIAL", "Persentase PPKS yang direhabilitasi", "60 %", "10 %", "25 %", "40 %",
         "60 %", "Rp 1.000.000.000"],
        ["", "1.06.04.2.01 - Rehabilitasi Sosial Dasar", "Jumlah PPKS", "100 orang", "25 orang", "25 orang", "25 orang",
         "25 orang", "Rp 600.000.000"],
        ["2.", "Meningkatnya Akuntabilitas", "Nilai SAKIP", "BB", "-", "-", "-", "BB"]]},
    [{"sumber": "RENAKSI!7", "jenis": "sasaran", "nama": "Meningkatnya Kesejahteraan PPKS",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 70, "target_tw": [20, 40, 55, 70]},
     {"sumber": "RENAKSI!8", "jenis": "indikator", "indikator": "Jumlah PPKS mandiri", "satuan": "Orang",
      "target_tahunan": 50, "target_tw": [10, 15, 15, 10]},
     {"sumber": "RENAKSI!9", "jenis": "program", "kode": "1.06.04", "nama": "PROGRAM REHABILITASI SOSIAL",
      "indikator": "Persentase PPKS yang direhabilitasi", "satuan": "%", "target_tahunan": 60, "target_tw": [10, 25, 40, 60],
      "pagu": 1000000000},
     {"sumber": "RENAKSI!10", "jenis": "kegiatan", "kode": "1.06.04.2.01", "nama": "Rehabilitasi Sosial Dasar",
      "indikator": "Jumlah PPKS", "satuan": "orang", "target_tahunan": 100, "target_tw": [25, 25, 25, 25],
      "pagu": 600000000},
     {"sumber": "RENAKSI!11", "jenis": "sasaran", "nama": "Meningkatnya Akuntabilitas", "indikator": "Nilai SAKIP",
      "target_tahunan": "BB", "target_tw": [_, _, _, "BB"]}],
    indikator=[
        ("Persentase PPKS yang tertangani", "Meningkatnya Kesejahteraan PPKS", "%", "positif", "POSISI", 70,
         (20, 40, 55, 70), "SEKRETARIAT"),
        ("Jumlah PPKS mandiri", "Meningkatnya Kesejahteraan PPKS", "Orang", "positif", "JUMLAH", 50, (10, 15, 15, 10),
         "SEKRETARIAT"),
        ("Persentase PPKS yang direhabilitasi", "Meningkatnya Kesejahteraan PPKS", "%", "positif", "POSISI", 60,
         (10, 25, 40, 60), "REHSOS"),
        ("Nilai SAKIP", "Meningkatnya Akuntabilitas", "Nilai", "positif", "AKHIR", "BB", (_, _, _, "BB"), "SEKRETARIAT")],
    subkegiatan=[("1.06.04.2.01", "Rehabilitasi Sosial Dasar", "Jumlah PPKS", "orang", 100, 600000000,
                  "PROGRAM REHABILITASI SOSIAL", "REHSOS")],
    ditanya=["bertanggung jawab", "satuan"])

SAMPAI_BULAN = Bentuk(
    {"Monev": [
        ["MONITORING DAN EVALUASI"], ["Bulan", "Juni 2026"],
        ["No.", "Nama Program/Kegiatan", "Indikator Kinerja", "Satuan", "Target Kinerja", "Realisasi Kinerja s.d. Juni",
         "Persentase (%)", "Pagu Anggaran (Rp)", "Realisasi Anggaran s.d. Juni (Rp)", "Persentase (%)", "Permasalahan"],
        [1, "Program Rehabilitasi Sosial", "Persentase PPKS yang tertangani", "%", 70, 40, 57.14, 1000000000, 450000000, 45,
         "-"],
        [2, "Kegiatan Rehabilitasi Dasar", "Jumlah PPKS yang dilayani", "Orang", 100, 50, 50, 600000000, 250000000, 41.67,
         "-"]]},
    [{"sumber": "Monev!4", "jenis": "program", "nama": "Program Rehabilitasi Sosial",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 70, "realisasi_tw": [_, 40, _, _],
      "pagu": 1000000000},
     {"sumber": "Monev!5", "jenis": "kegiatan", "nama": "Kegiatan Rehabilitasi Dasar",
      "indikator": "Jumlah PPKS yang dilayani", "satuan": "Orang", "target_tahunan": 100, "pagu": 600000000}],
    indikator=[("Persentase PPKS yang tertangani", "Program Rehabilitasi Sosial", "%", "positif", "POSISI", 70,
                (_, _, _, 70), "REHSOS")],
    subkegiatan=[("SK-01", "Kegiatan Rehabilitasi Dasar", "Jumlah PPKS yang dilayani", "Orang", 100, 600000000,
                  "Program Rehabilitasi Sosial", "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 2, 40)],
    ditanya=["tanpa angka triwulan sebelumnya"])

ROMAWI_SAJA = Bentuk(
    {"Renstra": [
        ["RENCANA AKSI 2026 DINAS SOSIAL"],
        ["No", "Tujuan / Sasaran / Program", "Indikator", "Satuan", "2026", ">", ">", ">", ">", "Bidang"],
        ["^", "^", "^", "^", "Target", "I", "II", "III", "IV", "^"],
        [1, "Tujuan: Terwujudnya kesejahteraan", "Indeks Kesejahteraan", "Indeks", 3.5, _, _, _, 3.5, "Rehsos"],
        [2, "Sasaran 1.1: Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "%", 70, 20, 40, 55, 70,
         "Rehsos"]]},
    [{"sumber": "Renstra!4", "jenis": "tujuan", "nama": "Terwujudnya kesejahteraan", "indikator": "Indeks Kesejahteraan",
      "satuan": "Indeks", "target_tahunan": 3.5, "target_tw": [_, _, _, 3.5], "penanggung_jawab": "Rehsos"},
     {"sumber": "Renstra!5", "jenis": "sasaran", "nama": "Meningkatnya penanganan PPKS",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 70, "target_tw": [20, 40, 55, 70],
      "penanggung_jawab": "Rehsos"}],
    indikator=[
        ("Indeks Kesejahteraan", "Terwujudnya kesejahteraan", "Indeks", "positif", "AKHIR", 3.5, (_, _, _, 3.5), "REHSOS"),
        ("Persentase PPKS yang tertangani", "Meningkatnya penanganan PPKS", "%", "positif", "POSISI", 70, (20, 40, 55, 70),
         "REHSOS")],
    ditanya=["target tw"])

_PER_LEMBAR = ["No", "Sasaran", "Indikator", "Satuan", "Target 2026", "Target TW {}", "Realisasi TW {}", "Capaian",
               "Anggaran", "Realisasi Anggaran", "%"]
CAPAIAN_LEMBAR = Bentuk(
    {f"TW {tw} 2026": [
        [f"CAPAIAN KINERJA TRIWULAN {tw} BIDANG REHABILITASI SOSIAL TAHUN 2026"], [teks.format(tw) for teks in _PER_LEMBAR],
        [1, "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "%", 85, target, reached, share, 1000000,
         spent, spent / 10000]] for tw, target, reached, share, spent in (
            ("I", 20, 21, 105, 200000), ("II", 85, 42.5, 50, 300000))},
    [{"sumber": "TW I 2026!3", "jenis": "sasaran", "nama": "Meningkatnya penanganan PPKS",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 85, "target_tw": [20, 85, _, _],
      "realisasi_tw": [21, 42.5, _, _], "pagu": 1000000, "realisasi_anggaran_tw": [200000, 300000, _, _]}],
    indikator=[("Persentase PPKS yang tertangani", "Meningkatnya penanganan PPKS", "%", "positif", "POSISI", 85,
                (20, 85, _, _), "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 1, 21), ("Persentase PPKS yang tertangani", 2, 42.5)],
    ditanya=["bertanggung jawab"])

BENTUK_JEBAKAN: Mapping[str, Bentuk] = {
    "levels told by labels": LABEL, "numbered quarters over K and Rp": TRIWULAN_BERNOMOR, "T and R": T_DAN_R,
    "a row per quarter": BARIS_TRIWULAN, "steps below an indicator": LANGKAH,
    "figures up to the quarter of the title": FISIK_KEUANGAN, "percentages beside amounts": PERSEN_DI_SEBELAH,
    "figures with their units as text": BERSATUAN, "figures up to a month": SAMPAI_BULAN, "bare numerals beside a target": ROMAWI_SAJA,
    "a result for each sheet's quarter": CAPAIAN_LEMBAR,
}
