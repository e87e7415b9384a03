"""What the people of the demo write into their worksheets for TW I 2026: made-up figures and texts, DATA CONTOH."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.numbers import round_half_up

TRIWULAN = "_tw1"
Isian = dict[Kunci, NilaiSel]


class BarisIndikator(NamedTuple):
    """One indicator: ``ukuran`` is the realisasi, or pembilang and penyebut; () where it is measured in TW IV only."""

    unit: str
    kode: str
    ukuran: tuple[Decimal, ...]
    keterangan: str
    faktor_pendorong: str = ""
    faktor_penghambat: str = ""
    tindak_lanjut: str = ""
    rekomendasi: str = ""


class BarisAnggaran(NamedTuple):
    """One sub kegiatan: realisasi of its output, and of its budget up to the quarter in full rupiah."""

    unit: str
    kode: str
    realisasi_k: int
    realisasi_rp_sd: int


def _angka(*ukuran: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, ukuran))


DAFTAR_INDIKATOR = (
    BarisIndikator(
        "REHSOS", "REH-01", _angka(198, 1124),
        "Sasaran SPM tahun 2026 sebanyak 1.124 orang menurut pendataan bulan Januari.",
        "Daftar penerima sudah disusun menurut nama dan alamat sejak Januari, sehingga penyaluran permakanan tidak "
        "menunggu verifikasi ulang.",
        "Kontrak penyedia permakanan baru ditandatangani pada pekan kedua Februari, sehingga penyaluran di Kecamatan "
        "Rumbia dan Kelara tertunda.",
        "Menjadwalkan penyaluran susulan di Kecamatan Rumbia dan Kelara pada pekan ketiga April serta menyiapkan "
        "dokumen pengadaan semester II lebih awal.",
        "Bidang Rehabilitasi Sosial menyelesaikan penyaluran susulan sebelum akhir April dan memulai persiapan "
        "pengadaan semester II pada bulan Mei, agar target TW II sebesar 50% tidak terganggu."),
    BarisIndikator(
        "REHSOS", "REH-02", _angka(24),
        "Dua belas pendamping melayani 288 orang.",
        "Penugasan pendamping sudah mengikuti jumlah penerima layanan di setiap kecamatan.",
        "",
        "",
        "Jumlah penerima layanan per pendamping sudah berada di dalam rentang target dan perlu dipertahankan."),
    BarisIndikator(
        "LINJAMSOS", "LIN-01", _angka(81, 81),
        "Tiga kejadian: banjir di Kecamatan Binamu, angin kencang di Kecamatan Tarowang, dan kebakaran rumah di "
        "Kecamatan Batang.",
        "Piket Tagana dan dapur umum sudah siaga sejak hari pertama tanggap darurat.",
        "Jalan ke dua dusun di Kecamatan Tarowang terputus selama satu hari, sehingga logistik diangkut dengan sepeda "
        "motor.",
        "Menempatkan stok penyangga di kantor kecamatan yang rawan terisolasi sebelum musim hujan berikutnya.",
        "Kesiapsiagaan dipertahankan, dan berita acara setiap kejadian dilengkapi daftar penerima menurut nama dan "
        "alamat."),
    BarisIndikator(
        "LINJAMSOS", "LIN-02", _angka(65),
        "Rata-rata dari tiga kejadian: 60 jam, 66 jam, dan 69 jam sejak laporan diterima.",
        "Stok makanan siap saji dan sandang tersedia di gudang kabupaten sepanjang triwulan.",
        "",
        "",
        "Waktu penyaluran sudah lebih cepat daripada target; Bidang mengusulkan target yang lebih menantang pada "
        "Perubahan Perjanjian Kinerja."),
    BarisIndikator(
        "PFM", "PFM-01", _angka(1312, 1486),
        "Usulan berasal dari 11 kecamatan melalui operator desa/kelurahan.",
        "Operator desa/kelurahan dilatih pada bulan Februari dan mengirim usulan dalam format yang seragam.",
        "Sebanyak 174 usulan belum dilengkapi foto rumah dan nomor kartu keluarga.",
        "Mengembalikan 174 usulan kepada operator untuk dilengkapi paling lambat akhir April.",
        "Bidang menetapkan batas waktu kelengkapan usulan bagi operator desa/kelurahan dan melaporkan jumlah usulan "
        "yang dikembalikan setiap bulan."),
    BarisIndikator(
        "PFM", "PFM-02", _angka(7),
        "Tiga keluarga belum menandatangani berita acara serah terima sampai dengan 31 Maret 2026.",
        "Calon penerima sudah lolos seleksi pada bulan Februari.",
        "Pelatihan kewirausahaan bagi tiga keluarga ditunda karena bertepatan dengan musim panen.",
        "Menyelenggarakan pelatihan susulan pada pekan keempat April dan menyalurkan bantuan kepada tiga keluarga "
        "tersebut pada awal Mei.",
        "Kekurangan tiga keluarga diselesaikan pada TW II bersama target TW II sebanyak 20 keluarga, dengan bukti "
        "serah terima untuk setiap keluarga."),
    BarisIndikator(
        "DAYASOS - PERORANGAN", "DAY-03", _angka(141, 233),
        "PSKS perorangan terdaftar sebanyak 233 orang menurut rekapitulasi kecamatan per 31 Maret 2026.",
        "Pertemuan bulanan TKSK membantu pemutakhiran data keaktifan PSKS.",
        "Tiga kecamatan baru menyampaikan rekapitulasi pada 14 April 2026, sehingga bahan terlambat diserahkan.",
        "Menetapkan tanggal 3 awal triwulan sebagai batas rekapitulasi kecamatan dan menunjuk satu penanggung jawab di "
        "setiap kecamatan.",
        "Bidang memantau batas rekapitulasi kecamatan mulai TW II dan memprioritaskan pembinaan PSKS yang tidak aktif "
        "di tiga kecamatan yang terlambat."),
    BarisIndikator(
        "DAYASOS - KELEMBAGAAN", "DAY-04", _angka(73, 132),
        "Lembaga terdaftar sebanyak 132 menurut rekapitulasi kecamatan per 31 Maret 2026.",
        "Empat Karang Taruna yang semula tidak aktif memperbarui kepengurusannya pada bulan Februari.",
        "Sebagian lembaga tidak menyampaikan laporan kegiatan, sehingga keaktifannya tidak dapat dibuktikan.",
        "Membagikan format laporan kegiatan satu halaman kepada seluruh lembaga melalui TKSK pada bulan April.",
        "Bidang memastikan setiap lembaga binaan menyampaikan laporan kegiatan satu halaman sebelum akhir TW II."),
    BarisIndikator(  # its rekomendasi is left blank on purpose: the report shows a placeholder
        "DAYASOS - PERORANGAN", "DAY-02", _angka(0),
        "Tidak ditargetkan pada TW I; pelatihan dijadwalkan pada TW II dan TW III.",
        "Kurikulum dan calon peserta pelatihan sudah ditetapkan pada bulan Maret."),
    BarisIndikator(
        "SEKRETARIAT", "SEK-01", (),
        "Diukur satu kali setelah evaluasi oleh Inspektorat Daerah.",
        "Data kinerja triwulanan dikumpulkan dengan lembar kerja yang sama di semua bidang.",
        "Sebagian bukti dukung tahun 2025 belum tersimpan menurut indikator.",
        "Menata bukti dukung setiap indikator di folder Bukti Dukung mulai TW I.",
        "Bahan evaluasi SAKIP dikumpulkan sejak TW II agar dokumen lengkap sebelum evaluasi oleh Inspektorat Daerah."),
    BarisIndikator(
        "SEKRETARIAT", "SEK-02", (),
        "Survei dilaksanakan pada semester II; kuesioner sedang disiapkan.",
        rekomendasi="Kuesioner diselesaikan paling lambat akhir TW II, dan pengaduan yang masuk dicatat beserta tindak "
                    "lanjutnya."),
    BarisIndikator(
        "SEKRETARIAT", "SEK-03", (),
        "Dihitung pada akhir tahun; dua temuan tahun 2025 sedang ditindaklanjuti bersama bidang.",
        tindak_lanjut="Menyampaikan bukti tindak lanjut kepada Inspektorat Daerah pada bulan Mei.",
        rekomendasi="Penyelesaian dua temuan tahun 2025 dibahas dalam rapat bulanan sampai dinyatakan selesai."),
)

DAFTAR_ANGGARAN = (
    BarisAnggaran("SEKRETARIAT", "1.06.01.2.01.0001", 1, 6_750_000),
    BarisAnggaran("SEKRETARIAT", "1.06.01.2.01.0002", 0, 2_250_000),
    BarisAnggaran("SEKRETARIAT", "1.06.01.2.01.0004", 1, 3_900_000),
    BarisAnggaran("SEKRETARIAT", "1.06.01.2.01.0006", 2, 6_250_000),
    BarisAnggaran("SEKRETARIAT", "1.06.01.2.01.0007", 1, 4_100_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0001", 47, 52_350_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0002", 0, 8_750_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0003", 0, 19_680_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0004", 3, 9_900_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0005", 32, 24_750_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0008", 9, 8_250_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0010", 7, 13_650_000),
    BarisAnggaran("REHSOS", "1.06.04.2.01.0012", 5, 8_400_000),
    BarisAnggaran("REHSOS", "1.06.04.2.02.0014", 0, 3_125_000),
    BarisAnggaran("LINJAMSOS", "1.06.06.2.01.0001", 81, 43_200_000),
    BarisAnggaran("LINJAMSOS", "1.06.06.2.01.0005", 22, 11_400_000),
    BarisAnggaran("LINJAMSOS", "1.06.06.2.02.0001", 0, 14_880_000),
    BarisAnggaran("LINJAMSOS", "1.06.06.2.02.0002", 0, 19_200_000),
    BarisAnggaran("DAYASOS - PERORANGAN", "1.06.02.2.03.0003", 0, 9_300_000),
    BarisAnggaran("DAYASOS - PERORANGAN", "1.06.02.2.03.0014", 0, 11_875_000),
    BarisAnggaran("DAYASOS - KELEMBAGAAN", "1.06.02.2.03.0004", 3, 17_600_000),
    BarisAnggaran("DAYASOS - KELEMBAGAAN", "1.06.02.2.03.0016", 71, 14_190_000),
    BarisAnggaran("PFM", "1.06.05.2.02.0001", 512, 31_070_000),
    BarisAnggaran("PFM", "1.06.05.2.02.0004", 7, 35_250_000),
    BarisAnggaran("PFM", "1.06.05.2.02.0006", 100, 50_000_000),
)


def bahan(unit: str) -> Isian:
    """Return what the Analis fills in Kegiatan 3: figures, budget, keterangan and a draft of what held things up."""
    isian: Isian = {}
    for baris in _of(unit):
        isian |= _ukuran(baris, baris.ukuran) | _texts(baris, "keterangan", "faktor_penghambat")
    for sub in (baris for baris in DAFTAR_ANGGARAN if baris.unit == unit):
        isian[Kunci("subkegiatan", sub.kode, f"realisasi_k{TRIWULAN}")] = Decimal(sub.realisasi_k)
        isian[Kunci("subkegiatan", sub.kode, f"realisasi_rp_sd{TRIWULAN}")] = Decimal(sub.realisasi_rp_sd)
    return isian


def laporan(unit: str) -> Isian:
    """Return what the Kasubid adds in Kegiatan 4: factors and tindak lanjut."""
    return {kunci: teks for baris in _of(unit)
            for kunci, teks in _texts(baris, "faktor_pendorong", "tindak_lanjut").items()}


def rekomendasi(unit: str) -> Isian:
    """Return what the Kasubag Perencanaan writes in Kegiatan 6."""
    return {kunci: teks for baris in _of(unit) for kunci, teks in _texts(baris, "rekomendasi").items()}


def salah_ketik() -> Isian:
    """Return what the Analis of PFM types first: words where a number belongs."""
    return {Kunci("indikator", "PFM-02", f"realisasi{TRIWULAN}"): "tujuh keluarga"}


def perbaikan() -> Isian:
    """Return what the Kasubid of REHSOS corrects after the Kabid gave the report back: 22 people more."""
    baris = next(_of("REHSOS"))
    pembilang, penyebut = baris.ukuran
    return {**_ukuran(baris, (pembilang + 22, penyebut)),
            _kunci(baris, "keterangan"): f"{baris.keterangan} Realisasi sudah memuat 22 penerima di Kecamatan "
                                         "Tamalatea bulan Maret."}


def _of(unit: str) -> Iterator[BarisIndikator]:
    return (baris for baris in DAFTAR_INDIKATOR if baris.unit == unit)


def _ukuran(baris: BarisIndikator, ukuran: tuple[Decimal, ...]) -> Isian:
    """The figures as people write them: a percentage with its two parts."""
    if len(ukuran) < 2:
        return {_kunci(baris, "realisasi"): nilai for nilai in ukuran}
    pembilang, penyebut = ukuran
    return {_kunci(baris, "pembilang"): pembilang, _kunci(baris, "penyebut"): penyebut,
            _kunci(baris, "realisasi"): round_half_up(pembilang / penyebut * 100)}


def _kunci(baris: BarisIndikator, stem: str) -> Kunci:
    return Kunci("indikator", baris.kode, f"{stem}{TRIWULAN}")


def _texts(baris: BarisIndikator, *stems: str) -> Isian:
    return {_kunci(baris, stem): teks for stem in stems if (teks := getattr(baris, stem))}
