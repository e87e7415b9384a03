"""A second office, nothing like the sample: seven bidang of a Dinas Pertanian, own titles, scale, cap and paper.

Its names, figures and texts are made up here; no value is taken from the sample office.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import DasarRata, Kategori, Kebijakan, Skala
from kinerja_xl.domain.office import (
    Bidang,
    HariLibur,
    Instansi,
    JamHari,
    JamKerja,
    Kedudukan,
    Pejabat,
    Pengaturan,
    SatuanWaktu,
    SubBidang,
    Waktu,
)
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran

_TIM = ("Ketua Tim", "Sub-Koordinator", "Pengolah Data")
BIDANG = (
    Bidang("Bagian Tata Usaha", "TU", (), "Kepala Bagian", "Kepala Subbagian", "Arsiparis"),
    Bidang("Tim Tanaman Pangan", "PANGAN", (SubBidang("Seksi Padi", "PADI"), SubBidang("Seksi Palawija", "PALA")),
           *_TIM),
    Bidang("Tim Hortikultura", "HORTI", (), *_TIM),
    Bidang("Tim Perkebunan", "KEBUN", (), *_TIM),
    Bidang("Tim Peternakan", "TERNAK", (SubBidang("Seksi Ruminansia", "RUMIN"), SubBidang("Seksi Unggas", "UNGGAS")),
           *_TIM),
    Bidang("Tim Irigasi dan Alsintan", "IRIGASI", (), *_TIM),
    Bidang("Tim Penyuluhan", "LUH", (), *_TIM),
)
UNIT = tuple((bidang.singkatan, sub) for bidang in BIDANG
             for sub in ([s.singkatan for s in bidang.daftar_sub] or [None]))
_JAM = JamHari(time(8, 0), time(16, 0), time(12, 0), time(13, 0))
SKALA = Skala(
    (Kategori("Memuaskan", Decimal(85), "006100", ">85–100"),
     Kategori("Cukup Memuaskan", Decimal(70), "9BBB59", ">70–85"),
     Kategori("Agak Kurang", Decimal(40), "F79646", ">40–70"), Kategori("Buruk", Decimal(0), "7F0000", "0–40")),
    {"WTP": Decimal(4), "WDP": Decimal(3), "TW": Decimal(2), "TMP": Decimal(1)})
"""Four steps, so that 80 per cent is Cukup Memuaskan here."""


def pengaturan_kedua() -> Pengaturan:
    """Return the settings of the second office."""
    return Pengaturan(
        Instansi("Pemerintah Kabupaten Mamberamo Hulu", "Dinas Pertanian", "DISTAN", "Burmeso", kepala_daerah="Bupati",
                 alamat="Jalan Sawah Baru Nomor 7", telepon="(0986) 21007", laman="distan.example.id",
                 surel="distan@example.id", kode_pos="99553", kertas_surat="A4", kertas_laporan="F4",
                 pola_nomor="[nomor]/DISTAN-[kode]/[bulan romawi]/[tahun]"),
        BIDANG, tuple(_daftar_pejabat()), (JamKerja(dict.fromkeys(range(6), _JAM)),),
        (HariLibur(date(2026, 4, 6), "Hari Tani Kabupaten", "libur daerah"),),
        {nomor: Waktu(2, SatuanWaktu.HARI) for nomor in ("3", "4")}
        | {nomor: Waktu(30, SatuanWaktu.MENIT) for nomor in ("1", "2")}
        | {"5": Waktu(3, SatuanWaktu.JAM), "6": Waktu(2, SatuanWaktu.HARI), "tahunan": Waktu(20, SatuanWaktu.HARI)},
        SKALA, ("Peraturan Bupati Mamberamo Hulu Nomor 3 Tahun 2024 tentang Pengukuran Hasil Pertanian",),
        Kebijakan(batas_capaian=Decimal(120), dasar_rata=DasarRata.INDIKATOR, tanggal_penugasan=6,
                  nomor_sop="41/SOP/DISTAN/VI/2024"))


def _daftar_pejabat() -> list[Pejabat]:
    people = [Pejabat("Yohana Rumbewas", "197203032000122001", Peran.KEPALA_DINAS, None, None,
                      "Pembina Utama Muda (IV/c)", "Kepala Dinas Pertanian"),
              Pejabat("Silas Kogoya", "198505052010011002", Peran.PERENCANAAN, None, None, "Penata (III/c)",
                      "Kepala Subbagian Program")]
    names = iter(f"{first} {last}" for last in ("Wanimbo", "Tabuni", "Faidiban", "Imbiri")
                 for first in ("Agustina", "Beni", "Carolina", "Dominggus", "Elisabet", "Frans", "Gerson"))
    for nomor, bidang in enumerate(BIDANG):
        for tempat, pelaksana in enumerate(bidang.daftar_pelaksana):
            people.append(Pejabat(
                next(names), f"19830707200901{1 + tempat % 2}{nomor * 10 + tempat + 100:03d}", pelaksana.peran,
                bidang.singkatan, pelaksana.sub_bidang, "Penata Tk. I (III/d)",
                f"{bidang.sebutan(pelaksana)} {bidang.nama}"))
    people[3] = replace(people[3], kedudukan=Kedudukan.PLT, sk="821/17/2026")
    return people


def rencana_kedua(tahun: int = 2026) -> RencanaAksi:
    """Return the plan of the second office: two indicators and one sub kegiatan for each unit."""
    d = Decimal
    daftar_indikator, daftar_sub = [], []
    for nomor, (bidang, sub) in enumerate(UNIT, start=1):
        daftar_indikator += [
            _indikator(f"P{nomor:02d}A", f"Luas lahan garapan unit {nomor} yang dipanen", "Hektare", Perhitungan.JUMLAH,
                       bidang, sub, (d(100), d(200), d(200), d(100)), d(600)),
            _indikator(f"P{nomor:02d}B", f"Susut hasil panen unit {nomor}", "kg/ha", Perhitungan.RATA, bidang, sub,
                       (d(50),) * 4, d(50), Arah.NEGATIF)]
        daftar_sub.append(SubKegiatan(
            f"3.27.{nomor:02d}.2.01.0001", f"Pengawasan Mutu Benih {nomor}",
            f"Banyaknya benih unit {nomor} yang diawasi", "Ton", bidang, sub, d(40), (d(10),) * 4, d(200_000_000),
            "3.27 URUSAN PERTANIAN", f"3.27.{nomor:02d}",
            f"PROGRAM SARANA PERTANIAN {nomor}", f"3.27.{nomor:02d}.2.01", f"Pengawasan Benih {nomor}"))
    daftar_indikator.append(_indikator("P00", "Opini atas laporan keuangan", "Opini", Perhitungan.AKHIR, "TU", None,
                                       (None, None, None, Predikat("WTP")), Predikat("WTP")))
    return RencanaAksi(tahun, tuple(daftar_indikator), tuple(daftar_sub))


def _indikator(kode: str, nama: str, satuan: str, perhitungan: Perhitungan, bidang: str, sub: str | None,
               target_tw: tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None], target: Nilai,
               arah: Arah = Arah.POSITIF) -> Indikator:
    return Indikator(kode, nama, satuan, TingkatIndikator.DINAS, bidang, sub, "Pertanian yang maju",
                     f"Naiknya hasil pertanian {bidang}", arah, perhitungan, target, target_tw, iku=True)
