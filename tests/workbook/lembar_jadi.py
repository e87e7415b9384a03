"""A worksheet as the maker makes it: four ways of counting, ratios, a predikat, program rows; TW II 2026."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from lembar_uji import isi_disposisi

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.domain.office import Bidang, Instansi, Pengaturan, SatuanWaktu, Waktu
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook.make.make_lembar_kerja import make_lembar_kerja

D = Decimal
TEMPLAT = Path(__file__).parents[2] / "workbook_templates" / "Lembar Kerja.xlsx"
SKALA = Skala(
    (Kategori("Sangat Tinggi", D(90), "00B050", "91 % ≤ 100 %"), Kategori("Tinggi", D(75), "92D050", "76 % ≤ 90 %"),
     Kategori("Sedang", D(65), "FFFF00", "66 % ≤ 75 %"), Kategori("Rendah", D(50), "FFC000", "51 % ≤ 65 %"),
     Kategori("Sangat Rendah", D(0), "FF0000", "≤ 50 %")),
    {"A": D(4), "B": D(3), "C": D(2)})
SUB = ("1.06.02.2.01.0001", "1.06.02.2.01.0002", "1.06.02.2.02.0001", "1.06.05.2.01.0001")


def indikator(kode: str, perhitungan: Perhitungan, targets: tuple[Nilai | None, ...], tahun: Nilai,
              sasaran: str = "Meningkatnya perlindungan sosial", arah: Arah = Arah.POSITIF) -> Indikator:
    one, two, three, four = targets
    return Indikator(kode, f"Nama indikator {kode}", "orang", TingkatIndikator.BIDANG, "LINJAMSOS", None, "Tujuan",
                     sasaran, arah, perhitungan, tahun, (one, two, three, four))


DAFTAR_INDIKATOR = (
    indikator("JML", Perhitungan.JUMLAH, (D(10), D(10), D(15), D(5)), D(40)),
    indikator("POS", Perhitungan.POSISI, (D(25), D(50), D(75), D(100)), D(100)),
    indikator("RAT", Perhitungan.RATA, (D(80),) * 4, D(80)),
    indikator("NEG", Perhitungan.JUMLAH, (D(10),) * 4, D(40), "Menurunnya kasus", Arah.NEGATIF),
    indikator("AKH", Perhitungan.AKHIR, (None, None, None, D(70)), D(70), "Meningkatnya tata kelola"),
    indikator("PRE", Perhitungan.POSISI, (Predikat("C"), Predikat("B"), Predikat("B"), Predikat("A")), Predikat("A"),
              "Meningkatnya tata kelola"),
)


def subkegiatan(kode: str) -> SubKegiatan:
    return SubKegiatan(kode, f"Sub kegiatan {kode}", "Jumlah orang", "orang", "LINJAMSOS", None, D(100), (D(25),) * 4,
                       D(1000000), "", kode[:7], f"PROGRAM {kode[:7]}", kode[:12], f"Kegiatan {kode[:12]}")


RENCANA = RencanaAksi(2026, DAFTAR_INDIKATOR, tuple(subkegiatan(kode) for kode in SUB))
LALU: Mapping[Kunci, NilaiSel] = {
    Kunci(INDIKATOR, "JML", "realisasi_tw1"): D(8), Kunci(INDIKATOR, "POS", "realisasi_tw1"): D(20),
    Kunci(INDIKATOR, "RAT", "pembilang_tw1"): D(40), Kunci(INDIKATOR, "RAT", "penyebut_tw1"): D(50),
    Kunci(INDIKATOR, "NEG", "realisasi_tw1"): D(12), Kunci(INDIKATOR, "PRE", "realisasi_tw1"): "C",
    **{Kunci(SUBKEGIATAN, kode, "realisasi_rp_sd_tw1"): D(100000) for kode in SUB},
}


def make_worksheet() -> bytes:
    pengaturan = Pengaturan(
        Instansi("Pemerintah Kabupaten Jeneponto", "Dinas Sosial", "DINSOS", "Jeneponto", contoh=True),
        (Bidang("Perlindungan dan Jaminan Sosial", "LINJAMSOS"),), (), (), (),
        {nomor: Waktu(1, SatuanWaktu.HARI) for nomor in ("1", "2", "3", "4", "5", "6", "tahunan")}, SKALA, ())
    return make_lembar_kerja(TEMPLAT.read_bytes(), RENCANA, Periode(2026, 2), pengaturan, isi_disposisi(), LALU)
