"""A sample office for the worksheet tests: units, scale, plan and disposisi; DATA CONTOH as in domain facts 8.3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.office import Bidang, Instansi, Pengaturan, SatuanWaktu, SubBidang, Waktu
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.disposisi import BarisRiwayat, IsiDisposisi
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.workbook.make.make_lembar_kerja import make_lembar_kerja
from kinerja_xl.workbook.templates import shipped_template

WITA = timezone(timedelta(hours=8))
SKALA = Skala(
    (Kategori("Sangat Tinggi", Decimal(90), "00B050", "91 % ≤ 100 %"),
     Kategori("Tinggi", Decimal(75), "92D050", "76 % ≤ 90 %"),
     Kategori("Sedang", Decimal(65), "FFFF00", "66 % ≤ 75 %"),
     Kategori("Rendah", Decimal(50), "FFC000", "51 % ≤ 65 %"),
     Kategori("Sangat Rendah", Decimal(0), "FF0000", "≤ 50 %")),
    {huruf: Decimal(skor) for skor, huruf in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)})
PENGATURAN = Pengaturan(
    Instansi("Pemerintah Kabupaten Jeneponto", "Dinas Sosial", "DINSOS", "Jeneponto", contoh=True),
    (Bidang("Sekretariat", "SEKRETARIAT", sebutan_kabid="Sekretaris", sebutan_kasubid="Kasubag"),
     Bidang("Bidang Perlindungan dan Jaminan Sosial", "LINJAMSOS"),
     Bidang("Bidang Rehabilitasi Sosial", "REHSOS", (SubBidang("Seksi Anak", "ANAK"),))),
    (), (), (),
    {**{str(n): Waktu(1, SatuanWaktu.HARI) for n in (3, 4, 6)}, "1": Waktu(15, SatuanWaktu.MENIT),
     "2": Waktu(15, SatuanWaktu.MENIT), "5": Waktu(1, SatuanWaktu.JAM)}, SKALA, ())


def indikator(kode: str, nama: str, satuan: str, arah: Arah, perhitungan: Perhitungan,
              target: tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None], tahun: Nilai | None,
              sasaran: str = "Meningkatnya pelayanan sosial", bidang: str = "LINJAMSOS") -> Indikator:
    return Indikator(kode, nama, satuan, TingkatIndikator.BIDANG, bidang, None, "", sasaran, arah, perhitungan,
                     tahun, target)


def angka(*daftar: int | str | None) -> tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None]:
    satu, dua, tiga, empat = (None if x is None else Decimal(x) for x in daftar)
    return satu, dua, tiga, empat


P, N = Arah.POSITIF, Arah.NEGATIF
JUMLAH, POSISI, RATA, AKHIR = Perhitungan
BENCANA = "Meningkatnya perlindungan sosial korban bencana"
PSKS = "Meningkatnya peran potensi dan sumber kesejahteraan sosial"
MISKIN = "Meningkatnya kemandirian keluarga miskin"
AKUNTABEL = "Meningkatnya akuntabilitas kinerja"
DAFTAR_INDIKATOR = (
    indikator("LJS-01", "Persentase korban bencana yang terpenuhi kebutuhan dasarnya pada masa tanggap darurat (SPM)",
              "%", P, RATA, angka(100, 100, 100, 100), Decimal(100), BENCANA),
    indikator("LJS-02", "Rata-rata waktu penyaluran bantuan korban bencana", "jam", N, RATA, angka(72, 72, 72, 72),
              Decimal(72), BENCANA),
    indikator("LJS-03", "Jumlah keluarga penerima bantuan usaha/KUBE", "Keluarga", P, JUMLAH, angka(10, 20, 15, 5),
              Decimal(50), MISKIN),
    indikator("LJS-04", "Persentase PSKS aktif", "%", P, POSISI, angka(60, 65, 68, 70), Decimal(70), PSKS),
    indikator("LJS-05", "Jumlah TKSK, PSM, dan Karang Taruna yang ditingkatkan kapasitasnya", "Orang", P, JUMLAH,
              angka(0, 30, 30, 0), Decimal(60), PSKS),
    indikator("LJS-06", "Nilai SAKIP Dinas Sosial", "Predikat", P, AKHIR, (None, None, None, Predikat("BB")),
              Predikat("BB"), AKUNTABEL),
    indikator("LJS-07", "Jumlah temuan yang belum ditindaklanjuti", "Temuan", N, AKHIR, angka(None, None, None, 0),
              Decimal(0), AKUNTABEL),
)
BANTUAN = "Perlindungan Sosial Korban Bencana Alam dan Sosial Kabupaten/Kota"
SIAGA = "Penyelenggaraan Pemberdayaan Masyarakat Terhadap Kesiapsiagaan Bencana Kabupaten/Kota"
FAKIR = "Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota"


def subkegiatan(kode: str, nama: str, keluaran: str, satuan: str, target: tuple[int, int, int, int], pagu: int,
                kegiatan: str, program: str) -> SubKegiatan:
    return SubKegiatan(kode, nama, keluaran, satuan, "LINJAMSOS", None, Decimal(sum(target)),
                       tuple(Decimal(x) for x in target), Decimal(pagu), "1.06 URUSAN SOSIAL", kode[:7], program,
                       kode[:12], kegiatan)


DAFTAR_SUBKEGIATAN = (
    subkegiatan("1.06.06.2.01.0001", "Penyediaan Makanan", "Jumlah Orang yang Mendapatkan Permakanan 3x1 Hari dalam "
                "Masa Tanggap Darurat", "Orang", (50, 100, 100, 50), 412500000, BANTUAN, "PROGRAM PENANGANAN BENCANA"),
    subkegiatan("1.06.06.2.01.0005", "Pelayanan Dukungan Psikososial", "Jumlah Korban Bencana yang Mendapatkan "
                "Layanan Dukungan Psikososial", "Orang", (0, 40, 40, 20), 86250000, BANTUAN,
                "PROGRAM PENANGANAN BENCANA"),
    subkegiatan("1.06.06.2.02.0002", "Koordinasi, Sosialisasi dan Pelaksanaan Taruna Siaga Bencana", "Jumlah Orang",
                "Orang", (30, 30, 30, 30), 1028058131, SIAGA, "PROGRAM PENANGANAN BENCANA"),
    subkegiatan("1.06.05.2.02.0006", "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", "Jumlah Penerima Manfaat yang "
                "Mendapatkan Bantuan Sosial", "Orang", (100, 200, 150, 50), 640000000, FAKIR,
                "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL"),
)
RENCANA = RencanaAksi(2026, DAFTAR_INDIKATOR, DAFTAR_SUBKEGIATAN)


def disposisi(triwulan: int, status: Status = Status.BARU, bidang: str = "LINJAMSOS") -> IsiDisposisi:
    periode = Periode(2026, triwulan)
    waktu = datetime(2026, 4, 10, 7, 30, tzinfo=WITA)
    riwayat = (BarisRiwayat(1, waktu, "Layanan", "terbit", "Kepala Bidang (Pejabat Contoh 2)", "", "7F3A-91C2"),
               BarisRiwayat(2, waktu, "Kepala Bidang (Pejabat Contoh 2)", "tugaskan", "Kepala Seksi (Pejabat Contoh 3)",
                            "Mohon diselesaikan sebelum batas waktu dan dilengkapi bukti dukung.", "81BC-02AA"))
    return IsiDisposisi(
        berkas_code(periode, bidang), periode, bidang, None, PENGATURAN.unit_name(bidang), 2, status, 1,
        "Kepala Bidang (Pejabat Contoh 2)", "Analis Data (Pejabat Contoh 4)", waktu, date(2026, 4, 13),
        date(2026, 4, 13), "Mengumpulkan dan menyerahkan bahan laporan kinerja sesuai dengan indikator kinerja "
        "masing-masing.", "Mohon diselesaikan sebelum batas waktu dan dilengkapi bukti dukung.", riwayat, "81BC-02AA")


def make(triwulan: int = 1, rencana: RencanaAksi = RENCANA, lalu: Mapping[Kunci, NilaiSel] | None = None,
         status: Status = Status.BARU, pengaturan: Pengaturan = PENGATURAN) -> bytes:
    """The worksheet of the sample bidang for a quarter of 2026, from the shipped template."""
    return make_lembar_kerja(shipped_template("Lembar Kerja.xlsx"), rencana, Periode(2026, triwulan), pengaturan,
                             disposisi(triwulan, status), lalu or {})
