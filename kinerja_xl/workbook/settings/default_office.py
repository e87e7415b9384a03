"""What a new office starts with: the defaults of the SOP and the regulations, all of which its workbook may change."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

from kinerja_xl.domain.kebijakan import Kategori, Kebijakan, Skala
from kinerja_xl.domain.office import Bidang, Instansi, JamHari, JamKerja, Pengaturan, SatuanWaktu, Waktu
from kinerja_xl.workbook.settings.hari_libur import seed_hari_libur

_SENIN_KAMIS = JamHari(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
_JUMAT = JamHari(time(7, 30), time(16, 30), time(11, 30), time(13, 0))
JAM_KERJA = JamKerja({0: _SENIN_KAMIS, 1: _SENIN_KAMIS, 2: _SENIN_KAMIS, 3: _SENIN_KAMIS, 4: _JUMAT})
"""37.5 hours a week without breaks, from 07.30 (Perpres 21/2023; domain facts 7.1)."""

MUTU_BAKU = {
    "1": Waktu(15, SatuanWaktu.MENIT), "2": Waktu(15, SatuanWaktu.MENIT), "3": Waktu(1, SatuanWaktu.HARI),
    "4": Waktu(1, SatuanWaktu.HARI), "5": Waktu(1, SatuanWaktu.JAM), "6": Waktu(1, SatuanWaktu.HARI),
    "tahunan": Waktu(15, SatuanWaktu.HARI),
}
"""Standard times of the SOP's Kegiatan."""

SKALA = Skala(
    (Kategori("Sangat Tinggi", Decimal(90), "00B050", "91% ≤ 100%"),
     Kategori("Tinggi", Decimal(75), "92D050", "76% ≤ 90%"),
     Kategori("Sedang", Decimal(65), "FFFF00", "66% ≤ 75%"),
     Kategori("Rendah", Decimal(50), "FFC000", "51% ≤ 65%"),
     Kategori("Sangat Rendah", Decimal(0), "FF0000", "≤ 50%")),
    {"AA": Decimal(7), "A": Decimal(6), "BB": Decimal(5), "B": Decimal(4), "CC": Decimal(3), "C": Decimal(2),
     "D": Decimal(1)})
"""Permendagri 86/2017 with its gaps closed (domain facts 5.3); the lowest step takes what lies above no other."""

DASAR_HUKUM = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman "
    "Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
)
NOMOR_SOP = "/SOP/DINSOS/I/2022"  # as printed: the number before the slash is blank on the SOP itself
SEKRETARIAT = Bidang("Sekretariat", "SEKRETARIAT", (), "Sekretaris", "Kasubag", "Analis")


def default_pengaturan(tahun: int) -> Pengaturan:
    """Return the settings of a new office: the names of the SOP's office, no address, the Sekretariat, no officials.

    Days off are those of ``tahun`` and the year after, in which TW IV is collected.
    """
    return Pengaturan(
        Instansi("Pemerintah Kabupaten Jeneponto", "Dinas Sosial", "DINSOS", "Jeneponto"), (SEKRETARIAT,), (),
        (JAM_KERJA,), seed_hari_libur((tahun, tahun + 1)), MUTU_BAKU, SKALA, DASAR_HUKUM,
        Kebijakan(nomor_sop=NOMOR_SOP))
