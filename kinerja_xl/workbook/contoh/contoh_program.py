"""Program, kegiatan and sub kegiatan of the sample plan: official codes and names, made-up targets and pagu."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

URUSAN = "1.06 URUSAN PEMERINTAHAN BIDANG SOSIAL"
PROGRAM = {
    "1.06.01": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
    "1.06.02": "PROGRAM PEMBERDAYAAN SOSIAL",
    "1.06.04": "PROGRAM REHABILITASI SOSIAL",
    "1.06.05": "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL",
    "1.06.06": "PROGRAM PENANGANAN BENCANA",
}
KEGIATAN = {
    "1.06.01.2.01": "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    "1.06.02.2.03": "Pengembangan Potensi Sumber Kesejahteraan Sosial Daerah Kabupaten/Kota",
    "1.06.04.2.01": "Rehabilitasi Sosial Dasar Penyandang Disabilitas Terlantar, Anak Terlantar, Lanjut Usia "
                    "Terlantar, serta Gelandangan Pengemis di Luar Panti Sosial",
    "1.06.04.2.02": "Rehabilitasi Sosial Penyandang Masalah Kesejahteraan Sosial (PMKS) Lainnya Bukan Korban HIV/AIDS "
                    "dan NAPZA di Luar Panti Sosial",
    "1.06.05.2.02": "Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota",
    "1.06.06.2.01": "Perlindungan Sosial Korban Bencana Alam dan Sosial Kabupaten/Kota",
    "1.06.06.2.02": "Penyelenggaraan Pemberdayaan Masyarakat Terhadap Kesiapsiagaan Bencana Kabupaten/Kota",
}
"""Permendagri 90/2019 with the four-digit sub kegiatan codes in use since 2024 (domain facts 8.2)."""


class BarisContoh(NamedTuple):
    """One sub kegiatan of the sample: quarterly targets add up to the year's; pagu in full rupiah."""

    bidang: str
    sub_bidang: str | None
    kode: str
    nama: str
    indikator: str
    satuan: str
    target_tw: tuple[int, int, int, int]
    pagu: Decimal


def _baris(unit: str, kode: str, nama: str, indikator: str, satuan: str, target_tw: tuple[int, int, int, int],
           juta: int) -> BarisContoh:
    bidang, _, sub = unit.partition("/")
    return BarisContoh(bidang, sub or None, kode, nama, indikator, satuan, target_tw, Decimal(juta) * 1_000_000)


ANGGARAN = (
    _baris("SEKRETARIAT", "1.06.01.2.01.0001", "Penyusunan Dokumen Perencanaan Perangkat Daerah",
           "Jumlah Dokumen Perencanaan Perangkat Daerah", "Dokumen", (1, 1, 1, 1), 30),
    _baris("SEKRETARIAT", "1.06.01.2.01.0002", "Koordinasi dan Penyusunan Dokumen RKA-SKPD",
           "Jumlah Dokumen RKA-SKPD dan Laporan Hasil Koordinasi Penyusunan Dokumen RKA-SKPD", "Dokumen",
           (0, 0, 1, 1), 18),
    _baris("SEKRETARIAT", "1.06.01.2.01.0004", "Koordinasi dan Penyusunan DPA-SKPD",
           "Jumlah Dokumen DPA-SKPD dan Laporan Hasil Koordinasi Penyusunan Dokumen DPA-SKPD", "Dokumen",
           (1, 0, 0, 1), 15),
    _baris("SEKRETARIAT", "1.06.01.2.01.0006",
           "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
           "Jumlah Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD", "Laporan", (2, 1, 1, 1), 25),
    _baris("SEKRETARIAT", "1.06.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah",
           "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah", "Laporan", (1, 1, 1, 1), 20),
    _baris("REHSOS", "1.06.04.2.01.0001", "Penyediaan Permakanan",
           "Jumlah Orang yang Mendapatkan Pemenuhan Kebutuhan Permakanan Sesuai Standar Gizi Minimal", "Orang",
           (50, 50, 50, 50), 240),
    _baris("REHSOS", "1.06.04.2.01.0002", "Penyediaan Sandang",
           "Jumlah Orang yang Menerima Pakaian dan Kelengkapan Lainnya", "Orang", (0, 60, 60, 0), 70),
    _baris("REHSOS", "1.06.04.2.01.0003", "Penyediaan Alat Bantu",
           "Jumlah Orang yang Mendapatkan Alat Bantu dan Alat Bantu Peraga", "Orang", (0, 20, 20, 0), 160),
    _baris("REHSOS", "1.06.04.2.01.0004", "Pemberian Pelayanan Reunifikasi Keluarga",
           "Jumlah Orang yang Mendapatkan Pelayanan Reunifikasi Keluarga", "Orang", (3, 3, 3, 3), 45),
    _baris("REHSOS", "1.06.04.2.01.0005", "Pemberian Bimbingan Fisik, Mental, Spiritual, dan Sosial",
           "Jumlah Peserta Bimbingan", "Orang", (30, 30, 30, 30), 90),
    _baris("REHSOS", "1.06.04.2.01.0008", "Pemberian Akses ke Layanan Pendidikan dan Kesehatan Dasar",
           "Jumlah Orang yang Mendapatkan Akses", "Orang", (10, 15, 15, 10), 55),
    _baris("REHSOS", "1.06.04.2.01.0010", "Pemberian Layanan Kedaruratan",
           "Jumlah Orang yang Mendapatkan Pelayanan Kedaruratan", "Orang", (8, 8, 8, 8), 65),
    _baris("REHSOS", "1.06.04.2.01.0012", "Pemberian Layanan Rujukan",
           "Jumlah Orang Mendapatkan Layanan Rujukan", "Orang", (5, 5, 5, 5), 40),
    _baris("REHSOS", "1.06.04.2.02.0014", "Kerja Sama antar Lembaga dan Kemitraan Rehabilitasi Sosial",
           "Jumlah Dokumen Hasil Koordinasi dan Kerja Sama", "Dokumen", (0, 1, 0, 1), 25),
    _baris("LINJAMSOS", "1.06.06.2.01.0001", "Penyediaan Makanan",
           "Jumlah Orang yang Mendapatkan Permakanan 3x1 Hari dalam Masa Tanggap Darurat", "Orang",
           (75, 75, 75, 75), 180),
    _baris("LINJAMSOS", "1.06.06.2.01.0005", "Pelayanan Dukungan Psikososial",
           "Jumlah Korban Bencana yang Mendapatkan Layanan Dukungan Psikososial", "Orang", (25, 25, 25, 25), 60),
    _baris("LINJAMSOS", "1.06.06.2.02.0001", "Koordinasi, Sosialisasi dan Pelaksanaan Kampung Siaga Bencana",
           "Jumlah Kampung", "Kampung", (0, 1, 1, 0), 120),
    _baris("LINJAMSOS", "1.06.06.2.02.0002", "Koordinasi, Sosialisasi dan Pelaksanaan Taruna Siaga Bencana",
           "Jumlah Orang", "Orang", (0, 30, 30, 0), 150),
    _baris("DAYASOS/PERORANGAN", "1.06.02.2.03.0003", "Peningkatan Kemampuan PSKS Keluarga",
           "Jumlah Keluarga yang Meningkat Kapasitasnya", "Keluarga", (0, 25, 25, 0), 75),
    _baris("DAYASOS/PERORANGAN", "1.06.02.2.03.0014", "Peningkatan Kemampuan PSKS Perseorangan",
           "Jumlah Penyuluh Sosial, PSM dan/atau TKSK yang Meningkat Kapasitasnya", "Orang", (0, 30, 30, 0), 95),
    _baris("DAYASOS/KELEMBAGAAN", "1.06.02.2.03.0004", "Peningkatan Kemampuan PSKS Kelembagaan Masyarakat",
           "Jumlah Lembaga Kesejahteraan Sosial yang Meningkat Kapasitasnya", "Lembaga", (3, 3, 3, 3), 80),
    _baris("DAYASOS/KELEMBAGAAN", "1.06.02.2.03.0016", "Pengelolaan Layanan Terpadu Kesejahteraan Sosial",
           "Jumlah aduan/keluhan yang dilayani dan/atau ditindaklanjuti", "Laporan", (60, 60, 60, 60), 55),
    _baris("PFM", "1.06.05.2.02.0001", "Pendataan Fakir Miskin", "Jumlah Fakir Miskin yang Didata", "Orang",
           (500, 500, 500, 500), 130),
    _baris("PFM", "1.06.05.2.02.0004", "Fasilitasi Bantuan Pengembangan Ekonomi Masyarakat",
           "Jumlah Orang Mendapatkan Bantuan Pengembangan Ekonomi", "Orang", (10, 20, 15, 5), 250),
    _baris("PFM", "1.06.05.2.02.0006", "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga",
           "Jumlah Penerima Manfaat yang Mendapatkan Bantuan Sosial", "Orang", (100, 100, 100, 100), 200),
)
