"""Further shapes that offices have, each with the rows and the plan that a person reads in it (see ``bentuk``).

Written before the reader was tried on them: K and Rp under target and realisasi of each quarter, targets and realisasi in
two tables, names told apart only by their indent, figures up to the quarter, months, English headings, a Perjanjian
Kinerja, and a sheet with all the untidiness at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from bentuk import Bentuk

_ = None

_PER_TW = ["Target", ">", "Realisasi", ">"]
K_DAN_RP = Bentuk(
    {"Evaluasi Renja": [
        ["EVALUASI HASIL RENJA DINAS SOSIAL KABUPATEN CONTOH"], ["TAHUN ANGGARAN 2026"], [],
        ["KODE", ">", ">", ">", ">", "Urusan/Bidang Urusan dan Program/Kegiatan/Sub Kegiatan",
         "Indikator Kinerja Program (Outcome)/ Kegiatan (Output)", "Satuan",
         "TARGET KINERJA DAN ANGGARAN RENJA TAHUN 2026", ">", "TRIWULAN I", ">", ">", ">", "TRIWULAN II", ">", ">", ">",
         "TRIWULAN III", ">", ">", ">", "TRIWULAN IV", ">", ">", ">", "KET"],
        ["^", _, _, _, _, "^", "^", "^", "K", "Rp", *_PER_TW, *_PER_TW, *_PER_TW, *_PER_TW, "^"],
        ["^", _, _, _, _, "^", "^", "^", "^", "^", *["K", "Rp"] * 8, "^"],
        ["1", ">", ">", ">", ">", *map(str, range(2, 24))],
        ["1", "06", _, _, _, "URUSAN PEMERINTAHAN BIDANG SOSIAL"],
        ["1", "06", "04", _, _, "PROGRAM REHABILITASI SOSIAL", "Persentase PPKS yang tertangani", "%", 70, 1000000000,
         20, 250000000, 18, 200000000, 40, 250000000, _, _, 55, 250000000, _, _, 70, 250000000],
        ["1", "06", "04", "2.01", _, "Rehabilitasi Sosial Dasar Penyandang Disabilitas",
         "Jumlah penyandang disabilitas yang direhabilitasi", "Orang", 120, 600000000, 30, 150000000, 28, 100000000, 30,
         150000000, _, _, 30, 150000000, _, _, 30, 150000000],
        ["1", "06", "04", "2.01", "0001", "Penyediaan Permakanan", "Jumlah orang yang mendapatkan permakanan", "Orang",
         100, 300000000, 25, 75000000, 25, 50000000, 25, 75000000, _, _, 25, 75000000, _, _, 25, 75000000],
        ["^", "^", "^", "^", "^", "^", "Jumlah paket permakanan yang disalurkan", "Paket", 400, "^", 100, "^", 90, "^",
         100, "^", _, _, 100, "^", _, _, 100, "^"],
        ["1", "06", "04", "2.01", "0002", "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 80,
         300000000, 20, 75000000, 20, 50000000, 20, 75000000, _, _, 20, 75000000, _, _, 20, 75000000],
        ["JUMLAH", ">", ">", ">", ">", ">", ">", ">", _, "=J9"],
        [],
        [_] * 20 + ["Contoh, 10 April 2026"], [_] * 20 + ["Kepala Dinas Sosial"], [_] * 20 + ["NIP. 00000000 000000 0 000"],
    ]},
    [{"sumber": "Evaluasi Renja!8", "jenis": "urusan", "kode": "1.06", "nama": "URUSAN PEMERINTAHAN BIDANG SOSIAL"},
     {"sumber": "Evaluasi Renja!9", "jenis": "program", "kode": "1.06.04", "nama": "PROGRAM REHABILITASI SOSIAL",
      "indikator": "Persentase PPKS yang tertangani", "satuan": "%", "target_tahunan": 70, "target_tw": [20, 40, 55, 70],
      "realisasi_tw": [18, _, _, _], "pagu": 1000000000, "realisasi_anggaran_tw": [200000000, _, _, _]},
     {"sumber": "Evaluasi Renja!10", "jenis": "kegiatan", "kode": "1.06.04.2.01",
      "nama": "Rehabilitasi Sosial Dasar Penyandang Disabilitas",
      "indikator": "Jumlah penyandang disabilitas yang direhabilitasi", "satuan": "Orang", "target_tahunan": 120,
      "target_tw": [30, 30, 30, 30], "realisasi_tw": [28, _, _, _], "pagu": 600000000,
      "realisasi_anggaran_tw": [100000000, _, _, _]},
     {"sumber": "Evaluasi Renja!11", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0001", "nama": "Penyediaan Permakanan",
      "indikator": "Jumlah orang yang mendapatkan permakanan", "satuan": "Orang", "target_tahunan": 100,
      "target_tw": [25, 25, 25, 25], "realisasi_tw": [25, _, _, _], "pagu": 300000000,
      "realisasi_anggaran_tw": [50000000, _, _, _]},
     {"sumber": "Evaluasi Renja!12", "jenis": "indikator", "indikator": "Jumlah paket permakanan yang disalurkan",
      "satuan": "Paket", "target_tahunan": 400, "target_tw": [100, 100, 100, 100], "realisasi_tw": [90, _, _, _]},
     {"sumber": "Evaluasi Renja!13", "jenis": "sub_kegiatan", "kode": "1.06.04.2.01.0002", "nama": "Penyediaan Sandang",
      "indikator": "Jumlah orang yang menerima pakaian", "satuan": "Orang", "target_tahunan": 80,
      "target_tw": [20, 20, 20, 20], "realisasi_tw": [20, _, _, _], "pagu": 300000000,
      "realisasi_anggaran_tw": [50000000, _, _, _]}],
    indikator=[
        ("Persentase PPKS yang tertangani", "PROGRAM REHABILITASI SOSIAL", "%", "positif", "POSISI", 70, (20, 40, 55, 70),
         "REHSOS"),
        ("Jumlah penyandang disabilitas yang direhabilitasi", "PROGRAM REHABILITASI SOSIAL", "Orang", "positif", "JUMLAH",
         120, (30, 30, 30, 30), "REHSOS")],
    subkegiatan=[
        ("1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang yang mendapatkan permakanan", "Orang", 100, 300000000,
         "PROGRAM REHABILITASI SOSIAL", "REHSOS"),
        ("1.06.04.2.01.0001-01", "Penyediaan Permakanan", "Jumlah paket permakanan yang disalurkan", "Paket", 400, 0,
         "PROGRAM REHABILITASI SOSIAL", "REHSOS"),
        ("1.06.04.2.01.0002", "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 80, 300000000,
         "PROGRAM REHABILITASI SOSIAL", "REHSOS")],
    riwayat=[("Persentase PPKS yang tertangani", 1, 18), ("Jumlah penyandang disabilitas yang direhabilitasi", 1, 28)],
    ditanya=["bertanggung jawab"])

DI_BAWAHNYA = Bentuk(
    {"Rencana Aksi": [
        ["RENCANA AKSI DAN REALISASI BIDANG PEMBERDAYAAN SOSIAL TAHUN 2026"], [], ["A. TARGET"],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target 2026", "TARGET TRIWULAN", ">", ">", ">"],
        ["^", "^", "^", "^", "^", "I", "II", "III", "IV"],
        [1, "Meningkatnya peran PSKS", "Persentase PSKS aktif", "Persen", 70, 60, 65, 68, 70],
        [2, "^", "Jumlah karang taruna yang dibina", "Kelompok", 60, 0, 30, 30, 0],
        [], ["B. REALISASI"],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "REALISASI TRIWULAN", ">", ">", ">"],
        ["^", "^", "^", "^", "I", "II", "III", "IV"],
        [1, "Meningkatnya peran PSKS", "Persentase PSKS aktif", "Persen", 61, 66],
        [2, "^", "Jumlah karang taruna yang dibina", "Kelompok", 0, 28]]},
    [{"sumber": "Rencana Aksi!6", "jenis": "sasaran", "nama": "Meningkatnya peran PSKS", "indikator": "Persentase PSKS aktif",
      "satuan": "Persen", "target_tahunan": 70, "target_tw": [60, 65, 68, 70], "realisasi_tw": [61, 66, _, _]},
     {"sumber": "Rencana Aksi!7", "jenis": "indikator", "indikator": "Jumlah karang taruna yang dibina",
      "satuan": "Kelompok", "target_tahunan": 60, "target_tw": [0, 30, 30, 0], "realisasi_tw": [0, 28, _, _]}],
    indikator=[
        ("Persentase PSKS aktif", "Meningkatnya peran PSKS", "Persen", "positif", "POSISI", 70, (60, 65, 68, 70), "DAYASOS"),
        ("Jumlah karang taruna yang dibina", "Meningkatnya peran PSKS", "Kelompok", "positif", "JUMLAH", 60,
         (0, 30, 30, 0), "DAYASOS")],
    riwayat=[("Persentase PSKS aktif", 1, 61), ("Persentase PSKS aktif", 2, 66),
             ("Jumlah karang taruna yang dibina", 1, 0), ("Jumlah karang taruna yang dibina", 2, 28)],
    ditanya=["bertanggung jawab"])

BERSEBELAHAN = Bentuk(
    {"Sandingan": [
        ["TARGET DAN REALISASI KINERJA BIDANG PENANGANAN FAKIR MISKIN TAHUN 2026"],
        ["TARGET", ">", ">", ">", ">", ">", ">", _, "REALISASI", ">", ">", ">", ">", ">"],
        ["No", "Indikator", "Satuan", "TW I", "TW II", "TW III", "TW IV", _, "No", "Indikator", "TW I", "TW II", "TW III",
         "TW IV"],
        [1, "Persentase usulan data yang diverifikasi", "%", 85, 85, 85, 85, _, 1,
         "Persentase usulan data yang diverifikasi", 84, 86],
        [2, "Jumlah keluarga penerima bantuan usaha", "Keluarga", 10, 20, 15, 5, _, 2,
         "Jumlah keluarga penerima bantuan usaha", 10]]},
    [{"sumber": "Sandingan!4", "jenis": "indikator", "indikator": "Persentase usulan data yang diverifikasi", "satuan": "%",
      "target_tw": [85, 85, 85, 85], "realisasi_tw": [84, 86, _, _]},
     {"sumber": "Sandingan!5", "jenis": "indikator", "indikator": "Jumlah keluarga penerima bantuan usaha",
      "satuan": "Keluarga", "target_tw": [10, 20, 15, 5], "realisasi_tw": [10, _, _, _]}],
    indikator=[
        ("Persentase usulan data yang diverifikasi", "(sasaran)", "%", "positif", "RATA", 85, (85, 85, 85, 85), "PFM"),
        ("Jumlah keluarga penerima bantuan usaha", "(sasaran)", "Keluarga", "positif", "JUMLAH", 50, (10, 20, 15, 5),
         "PFM")],
    riwayat=[("Persentase usulan data yang diverifikasi", 1, 84), ("Persentase usulan data yang diverifikasi", 2, 86),
             ("Jumlah keluarga penerima bantuan usaha", 1, 10)],
    ditanya=["target tahunan"])

_JENJANG = ["No", "Program / Kegiatan / Sub Kegiatan", "Indikator", "Satuan", "Target", "Pagu Indikatif (Rp)"]
BERINDEN = Bentuk(
    {"Dayasos": [
        ["RENCANA KERJA TAHUN 2026"], _JENJANG,
        [1, "Pemberdayaan Sosial", "Persentase PSKS aktif", "%", 70, "750.000.000"],
        [_, "Pengembangan Potensi Sumber", "Jumlah PSKS yang dibina", "Orang", 60, "500.000.000"],
        [_, "Peningkatan Kapasitas TKSK", "Jumlah TKSK yang dilatih", "Orang", 11, "300.000.000"],
        [_, "Fasilitasi Karang Taruna", "Jumlah karang taruna yang difasilitasi", "Kelompok", 30, "200.000.000"],
        [_, "Penerbitan Izin", "Jumlah izin yang diterbitkan", "Dokumen", 4, "250.000.000"],
        [_, "Koordinasi Izin", "Jumlah rapat koordinasi", "Kali", 4, "250.000.000"]],
     "Linjamsos": [
         ["RENCANA KERJA TAHUN 2026"], _JENJANG,
         [1, "Penanganan Bencana", "Persentase korban bencana yang dilayani", "%", 100, "400.000.000"],
         [_, "   Perlindungan Korban", "Jumlah korban yang dilindungi", "Orang", 200, "400.000.000"],
         [_, "      Penyediaan Makanan", "Jumlah orang yang mendapatkan makanan", "Orang", 200, "400.000.000"]]},
    [{"sumber": "Dayasos!3", "jenis": "program", "nama": "Pemberdayaan Sosial", "indikator": "Persentase PSKS aktif",
      "satuan": "%", "target_tahunan": 70, "pagu": 750000000},
     {"sumber": "Dayasos!4", "jenis": "kegiatan", "nama": "Pengembangan Potensi Sumber",
      "indikator": "Jumlah PSKS yang dibina", "satuan": "Orang", "target_tahunan": 60, "pagu": 500000000},
     {"sumber": "Dayasos!5", "jenis": "sub_kegiatan", "nama": "Peningkatan Kapasitas TKSK",
      "indikator": "Jumlah TKSK yang dilatih", "satuan": "Orang", "target_tahunan": 11, "pagu": 300000000},
     {"sumber": "Dayasos!6", "jenis": "sub_kegiatan", "nama": "Fasilitasi Karang Taruna",
      "indikator": "Jumlah karang taruna yang difasilitasi", "satuan": "Kelompok", "target_tahunan": 30, "pagu": 200000000},
     {"sumber": "Dayasos!7", "jenis": "kegiatan", "nama": "Penerbitan Izin", "indikator": "Jumlah izin yang diterbitkan",
      "satuan": "Dokumen", "target_tahunan": 4, "pagu": 250000000},
     {"sumber": "Dayasos!8", "jenis": "sub_kegiatan", "nama": "Koordinasi Izin", "indikator": "Jumlah rapat koordinasi",
      "satuan": "Kali", "target_tahunan": 4, "pagu": 250000000},
     {"sumber": "Linjamsos!3", "jenis": "program", "nama": "Penanganan Bencana",
      "indikator": "Persentase korban bencana yang dilayani", "satuan": "%", "target_tahunan": 100, "pagu": 400000000},
     {"sumber": "Linjamsos!4", "jenis": "kegiatan", "nama": "Perlindungan Korban",
      "indikator": "Jumlah korban yang dilindungi", "satuan": "Orang", "target_tahunan": 200, "pagu": 400000000},
     {"sumber": "Linjamsos!5", "jenis": "sub_kegiatan", "nama": "Penyediaan Makanan",
      "indikator": "Jumlah orang yang mendapatkan makanan", "satuan": "Orang", "target_tahunan": 200, "pagu": 400000000}],
    indikator=[
        ("Persentase PSKS aktif", "Pemberdayaan Sosial", "%", "positif", "POSISI", 70, (_, _, _, 70), "DAYASOS"),
        ("Jumlah PSKS yang dibina", "Pemberdayaan Sosial", "Orang", "positif", "JUMLAH", 60, (_, _, _, 60), "DAYASOS"),
        ("Jumlah izin yang diterbitkan", "Pemberdayaan Sosial", "Dokumen", "positif", "JUMLAH", 4, (_, _, _, 4), "DAYASOS"),
        ("Persentase korban bencana yang dilayani", "Penanganan Bencana", "%", "positif", "POSISI", 100, (_, _, _, 100),
         "LINJAMSOS"),
        ("Jumlah korban yang dilindungi", "Penanganan Bencana", "Orang", "positif", "JUMLAH", 200, (_, _, _, 200),
         "LINJAMSOS")],
    subkegiatan=[
        ("SK-01", "Peningkatan Kapasitas TKSK", "Jumlah TKSK yang dilatih", "Orang", 11, 300000000, "Pemberdayaan Sosial",
         "DAYASOS"),
        ("SK-02", "Fasilitasi Karang Taruna", "Jumlah karang taruna yang difasilitasi", "Kelompok", 30, 200000000,
         "Pemberdayaan Sosial", "DAYASOS"),
        ("SK-03", "Koordinasi Izin", "Jumlah rapat koordinasi", "Kali", 4, 250000000, "Pemberdayaan Sosial", "DAYASOS"),
        ("SK-04", "Penyediaan Makanan", "Jumlah orang yang mendapatkan makanan", "Orang", 200, 400000000,
         "Penanganan Bencana", "LINJAMSOS")],
    ditanya=["target triwulan"],
    inden={"Dayasos!B4": 1, "Dayasos!B5": 2, "Dayasos!B6": 2, "Dayasos!B7": 1, "Dayasos!B8": 2})

SAMPAI_DENGAN = Bentuk(
    {"Monev": [
        ["MONITORING SUB KEGIATAN TAHUN 2026"],
        ["No", "Sub Kegiatan", "Indikator Sub Kegiatan", "Satuan", "Target", "Pagu", "Realisasi s.d. Triwulan I", ">",
         "Realisasi s.d. Triwulan II", ">", "Realisasi s.d. Triwulan III", ">", "Realisasi s.d. Triwulan IV", ">",
         "Tingkat Capaian", ">"],
        ["^", "^", "^", "^", "^", "^", *["K", "Rp"] * 4, "K (%)", "Rp (%)"],
        [1, "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 80, 60000000, 20, 15000000, 45, 32000000,
         _, _, _, _, 0.5625, 0.53333],
        [2, "Penyediaan Makanan", "Persentase korban yang menerima makanan", "%", 1, 90000000, 0.95, 10000000, 0.97,
         20000000, _, _, _, _, 0.97, 0.22222]]},
    [{"sumber": "Monev!4", "jenis": "sub_kegiatan", "nama": "Penyediaan Sandang",
      "indikator": "Jumlah orang yang menerima pakaian", "satuan": "Orang", "target_tahunan": 80,
      "realisasi_tw": [20, 25, _, _], "pagu": 60000000, "realisasi_anggaran_tw": [15000000, 17000000, _, _]},
     {"sumber": "Monev!5", "jenis": "sub_kegiatan", "nama": "Penyediaan Makanan",
      "indikator": "Persentase korban yang menerima makanan", "satuan": "%", "target_tahunan": 100,
      "realisasi_tw": [95, 97, _, _], "pagu": 90000000, "realisasi_anggaran_tw": [10000000, 10000000, _, _]}],
    subkegiatan=[
        ("SK-01", "Penyediaan Sandang", "Jumlah orang yang menerima pakaian", "Orang", 80, 60000000, "", "SEKRETARIAT"),
        ("SK-02", "Penyediaan Makanan", "Persentase korban yang menerima makanan", "%", 100, 90000000, "", "SEKRETARIAT")],
    ditanya=["s.d. triwulan", "target triwulan", "bertanggung jawab"],
    format={f"Monev!{sel}": "0.00%" for sel in ("O4", "P4", "E5", "G5", "I5", "O5", "P5")})

BULAN = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"]
BULANAN = Bentuk(
    {"Realisasi": [
        ["REALISASI KINERJA BULANAN TAHUN 2026"], ["Bidang Rehabilitasi Sosial"],
        ["No", "Indikator", "Satuan", "Target", "REALISASI BULAN", *[">"] * 11],
        ["^", "^", "^", "^", *BULAN],
        [1, "Jumlah lansia terlantar yang dilayani", "Orang", 240, 20, 20, 22, 18, 20, 20],
        [2, "Persentase aduan yang ditangani", "%", 100, 90, 95, 100, 100, 98, 99]]},
    [{"sumber": "Realisasi!5", "jenis": "indikator", "indikator": "Jumlah lansia terlantar yang dilayani", "satuan": "Orang",
      "target_tahunan": 240},
     {"sumber": "Realisasi!6", "jenis": "indikator", "indikator": "Persentase aduan yang ditangani", "satuan": "%",
      "target_tahunan": 100}],
    indikator=[
        ("Jumlah lansia terlantar yang dilayani", "(sasaran)", "Orang", "positif", "JUMLAH", 240, (_, _, _, 240), "REHSOS"),
        ("Persentase aduan yang ditangani", "(sasaran)", "%", "positif", "POSISI", 100, (_, _, _, 100), "REHSOS")],
    ditanya=["per bulan", "target triwulan"])

INGGRIS = Bentuk(
    {"Performance": [
        ["PERFORMANCE ACTION PLAN 2026"], ["Social Affairs Office"],
        ["No", "Strategic Objective", "Performance Indicator", "Unit", "Annual Target", "Target", ">", ">", ">", "Actual",
         ">", ">", ">", "Budget (IDR)", "Budget Realization (IDR)", "Person in Charge", "Remarks"],
        ["^", "^", "^", "^", "^", "Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4", "^", "^", "^", "^"],
        [1, "Meningkatnya kemandirian keluarga miskin", "Jumlah keluarga penerima bantuan usaha", "Keluarga", 50, 10, 20,
         15, 5, 10, 19, _, _, 500000000, 120000000, "Bidang Penanganan Fakir Miskin", "on track"]]},
    [{"sumber": "Performance!5", "jenis": "sasaran", "nama": "Meningkatnya kemandirian keluarga miskin",
      "indikator": "Jumlah keluarga penerima bantuan usaha", "satuan": "Keluarga", "target_tahunan": 50,
      "target_tw": [10, 20, 15, 5], "realisasi_tw": [10, 19, _, _], "pagu": 500000000,
      "penanggung_jawab": "Bidang Penanganan Fakir Miskin"}],
    indikator=[("Jumlah keluarga penerima bantuan usaha", "Meningkatnya kemandirian keluarga miskin", "Keluarga", "positif",
                "JUMLAH", 50, (10, 20, 15, 5), "PFM")],
    riwayat=[("Jumlah keluarga penerima bantuan usaha", 1, 10), ("Jumlah keluarga penerima bantuan usaha", 2, 19)],
    ditanya=["Triwulan berapa"])

_SELANG = ["TARGET", "REALISASI", "%"]
BERANTAKAN = Bentuk(
    {"Monev TW": [
        ["PENGUKURAN RENCANA AKSI"], ["DINAS SOSIAL KAB. CONTOH TAHUN 2026"], ["(Rp.000)"],
        ["NO.", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET", ">", "TRIWULAN I", ">", ">", "TRIWULAN II",
         ">", ">", "TRIWULAN III", ">", ">", "TRIWULAN IV", ">", ">", "ANGGARAN", "REALISASI ANGGARAN", ">", ">", ">",
         "PENANGGUNG JAWAB"],
        ["^", "^", "^", "^", 2025, 2026, *_SELANG * 4, "^", "TW I", "TW II", "TW III", "TW IV", "^"],
        [1, "Meningkatnya perlindungan sosial korban bencana", "Rata-rata waktu penyaluran bantuan", "Jam", "75", "72",
         "72", "70", "102,78", "72", "75", "95,83", "72", _, _, "72", _, _, "1.250.000", "150.000", "300.000", _, _,
         "Bidang Perlindungan dan Jaminan Sosial"],
        [],
        [2, "Meningkatnya akurasi data", "Persentase usulan data yang diverifikasi", "%", 0.8, 0.85, 0.85, 0.86, 1.0118,
         0.85, 0.87, 1.0235, 0.85, _, _, 0.85, _, _, 400000, 90000, 95000, _, _, "Bidang Penanganan Fakir Miskin"],
        [_, "TOTAL", *[_] * 16, "=SUM(S6:S8)", "=SUM(T6:T8)"],
        [],
        ["Catatan :"], ["- Target TW III menyesuaikan APBD Perubahan"], ["- Realisasi per 30 Juni 2026"]]},
    [{"sumber": "Monev TW!6", "jenis": "sasaran", "nama": "Meningkatnya perlindungan sosial korban bencana",
      "indikator": "Rata-rata waktu penyaluran bantuan", "satuan": "Jam", "target_tahunan": 72,
      "target_tw": [72, 72, 72, 72], "realisasi_tw": [70, 75, _, _], "pagu": 1250000000,
      "realisasi_anggaran_tw": [150000000, 300000000, _, _],
      "penanggung_jawab": "Bidang Perlindungan dan Jaminan Sosial"},
     {"sumber": "Monev TW!8", "jenis": "sasaran", "nama": "Meningkatnya akurasi data",
      "indikator": "Persentase usulan data yang diverifikasi", "satuan": "%", "target_tahunan": 85,
      "target_tw": [85, 85, 85, 85], "realisasi_tw": [86, 87, _, _], "pagu": 400000000,
      "realisasi_anggaran_tw": [90000000, 95000000, _, _], "penanggung_jawab": "Bidang Penanganan Fakir Miskin"}],
    indikator=[
        ("Rata-rata waktu penyaluran bantuan", "Meningkatnya perlindungan sosial korban bencana", "Jam", "negatif", "RATA",
         72, (72, 72, 72, 72), "LINJAMSOS"),
        ("Persentase usulan data yang diverifikasi", "Meningkatnya akurasi data", "%", "positif", "RATA", 85,
         (85, 85, 85, 85), "PFM")],
    riwayat=[("Rata-rata waktu penyaluran bantuan", 1, 70), ("Rata-rata waktu penyaluran bantuan", 2, 75),
             ("Persentase usulan data yang diverifikasi", 1, 86), ("Persentase usulan data yang diverifikasi", 2, 87)],
    ditanya=["150.000"],
    format={f"Monev TW!{column}8": "0%" for column in "EFGHIJKLMP"}, tersembunyi=["Monev TW!E"])

PERJANJIAN = Bentuk(
    {"PK 2026": [
        ["PERJANJIAN KINERJA TAHUN 2026"], ["DINAS SOSIAL KABUPATEN CONTOH"], [],
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Meningkatnya kesejahteraan PPKS", "Persentase PPKS yang terpenuhi kebutuhan dasarnya", "85 %"],
        [_, _, "Jumlah PPKS yang mandiri", "120 Orang"],
        [2, "Meningkatnya akuntabilitas kinerja", "Nilai SAKIP", "BB"],
        [_, _, "Indeks Kepuasan Masyarakat", "82,50"],
        [],
        [_, "Program", "Anggaran", "Ket"],
        ["1.", "Program Rehabilitasi Sosial", "Rp. 1.234.567.890,-", "APBD"],
        ["2.", "Program Penunjang Urusan Pemerintahan Daerah", "Rp. 2.000.000.000,-", "APBD"],
        [_, "Jumlah", "Rp. 3.234.567.890,-"],
        [],
        [_, "Bupati Contoh", _, "Kepala Dinas Sosial"], [_, "Pejabat Contoh 1", _, "Pejabat Contoh 2"]]},
    [{"sumber": "PK 2026!6", "jenis": "sasaran", "nama": "Meningkatnya kesejahteraan PPKS",
      "indikator": "Persentase PPKS yang terpenuhi kebutuhan dasarnya", "satuan": "%", "target_tahunan": 85},
     {"sumber": "PK 2026!7", "jenis": "indikator", "indikator": "Jumlah PPKS yang mandiri", "satuan": "Orang",
      "target_tahunan": 120},
     {"sumber": "PK 2026!8", "jenis": "sasaran", "nama": "Meningkatnya akuntabilitas kinerja", "indikator": "Nilai SAKIP",
      "target_tahunan": "BB"},
     {"sumber": "PK 2026!9", "jenis": "indikator", "indikator": "Indeks Kepuasan Masyarakat", "target_tahunan": 82.5},
     {"sumber": "PK 2026!12", "jenis": "program", "nama": "Program Rehabilitasi Sosial", "pagu": 1234567890},
     {"sumber": "PK 2026!13", "jenis": "program", "nama": "Program Penunjang Urusan Pemerintahan Daerah",
      "pagu": 2000000000}],
    indikator=[
        ("Persentase PPKS yang terpenuhi kebutuhan dasarnya", "Meningkatnya kesejahteraan PPKS", "%", "positif", "POSISI",
         85, (_, _, _, 85), "SEKRETARIAT"),
        ("Jumlah PPKS yang mandiri", "Meningkatnya kesejahteraan PPKS", "Orang", "positif", "JUMLAH", 120,
         (_, _, _, 120), "SEKRETARIAT"),
        ("Nilai SAKIP", "Meningkatnya akuntabilitas kinerja", "Nilai", "positif", "AKHIR", "BB", (_, _, _, "BB"),
         "SEKRETARIAT"),
        ("Indeks Kepuasan Masyarakat", "Meningkatnya akuntabilitas kinerja", "Nilai", "positif", "AKHIR", 82.5,
         (_, _, _, 82.5), "SEKRETARIAT")],
    ditanya=["target triwulan", "bertanggung jawab", "satuan"])

BENTUK_LAIN: Mapping[str, Bentuk] = {
    "K and Rp of each quarter": K_DAN_RP, "realisasi below the targets": DI_BAWAHNYA,
    "realisasi beside the targets": BERSEBELAHAN, "names indented in one column": BERINDEN,
    "up to the quarter": SAMPAI_DENGAN, "months": BULANAN, "English headings": INGGRIS, "untidy": BERANTAKAN,
    "Perjanjian Kinerja": PERJANJIAN,
}
