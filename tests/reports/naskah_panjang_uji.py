"""A long paper as the LKjIP will be one: cover, front matter, lists of contents, chapters, charts, a wide table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dokumen_uji import TEMPLAT_LAPORAN

from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import (
    Bab,
    Baris,
    Halaman,
    Kolom,
    Paragraf,
    Rujukan,
    Subjudul,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.reports.laporan_triwulan import GAYA, NAMA_TEMPLAT
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.fields import part_foot
from kinerja_xl.reports.word.sections import NomorHalaman
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.toc import JenisDaftar


def seri(nama: str, *nilai: str | None) -> Seri:
    return Seri(nama, tuple(None if n is None else Decimal(n) for n in nilai))


TARGET = Grafik("grafik-capaian", "Target dan realisasi Indikator Kinerja Utama", JenisGrafik.BATANG,
                ("Persentase PPKS yang tertangani", "Persentase PSKS yang aktif", "Indeks kepuasan masyarakat"),
                (seri("Target", "80", "75.5", "82.25"), seri("Realisasi", "84.10", None, "81")), satuan="Dalam persen",
                tabel="capaian")
TAHUNAN = Grafik("grafik-tahunan", "Perkembangan capaian tahun 2022–2026", JenisGrafik.GARIS,
                 ("2022", "2023", "2024", "2025", "2026"),
                 (seri("Persentase PPKS yang tertangani", None, "71.4", "76.25", "79", "84.1"),
                  seri("Indeks kepuasan masyarakat", "78", "79.5", "80.25", "81.75", "81")), satuan="Capaian (%)")
SERAPAN = Grafik("grafik-serapan", "Penyerapan anggaran per program", JenisGrafik.MENDATAR,
                 ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "Program Rehabilitasi Sosial",
                  "Program Perlindungan dan Jaminan Sosial", "Program Penanganan Bencana"),
                 (seri("Serapan", "92.31", "88.04", "97.5", "60.125"),), satuan="Persentase dari pagu")
KETEPATAN = Grafik("grafik-ketepatan", "Ketepatan waktu penyampaian menurut bidang", JenisGrafik.TUMPUK,
                   ("Sekretariat", "Rehabilitasi Sosial", "Perlindungan dan Jaminan Sosial"),
                   (seri("Tepat waktu", "4", "3", "2"), seri("Terlambat", "0", "1", "2")), desimal=0)
KOSONG = Grafik("grafik-kosong", "Perbandingan dengan standar nasional", JenisGrafik.BATANG, ("PPKS",),
                (seri("Daerah", None), seri("Nasional", None)))
SEMUA = (TARGET, TAHUNAN, SERAPAN, KETEPATAN)

_SENTENCE = ("Dinas Sosial melaksanakan urusan pemerintahan bidang sosial menurut rencana yang ditetapkan pada awal "
             "tahun dan diukur setiap triwulan. ")


def tabel(kunci: str, judul: str, rows: int) -> Tabel:
    return Tabel(kunci, judul, (Kolom("No", 6), Kolom("Indikator Kinerja", 60), Kolom("Capaian (%)", 20)),
                 tuple(Baris((sel(str(n)), sel("Persentase PPKS yang tertangani"), sel("84,10")))
                       for n in range(1, rows + 1)))


def isi(count: int) -> tuple[Paragraf, ...]:
    return tuple(paragraf(_SENTENCE * 4) for _ in range(count))


DAFTAR_BAB = (
    Bab("BAB I", "PENDAHULUAN", (Subjudul("1.1 Latar Belakang"), *isi(9), Subjudul("1.2 Dasar Hukum"), *isi(3))),
    Bab("BAB II", "AKUNTABILITAS KINERJA", (
        Subjudul("2.1 Capaian Kinerja"),
        paragraf("Capaian disajikan pada ", Rujukan("capaian"), " dan ", Rujukan("grafik-capaian"), "."),
        tabel("capaian", "Capaian Indikator Kinerja Utama", 3), TARGET, TAHUNAN, *isi(2),
        Subjudul("2.2 Realisasi Anggaran"), SERAPAN, KETEPATAN, KOSONG,
        Halaman(mendatar=True), tabel("lebar", "Pengukuran kinerja setahun", 40))),
    Bab("BAB III", "PENUTUP", (Halaman(mendatar=False), *isi(2))),
)


def write_naskah_panjang(pages: Mapping[str, int], templat: bytes = TEMPLAT_LAPORAN, kertas: str = "F4") -> bytes:
    naskah = Naskah(open_templat(templat, NAMA_TEMPLAT, GAYA), kertas, pages=pages)
    naskah.set_header_and_footer("DRAF – BELUM FINAL", part_foot("Laporan Kinerja Tahun 2026 – Dinas Sosial"))
    naskah.set_properties(title="Laporan Kinerja Tahun 2026", subject="Akuntabilitas kinerja", author="Dinas Sosial",
                          keywords="2026; draf", hari=date(2027, 1, 20))
    naskah.number_tables(DAFTAR_BAB)
    naskah.start_part(NomorHalaman.TANPA)
    naskah.add_paragraph("Judul Laporan", "LAPORAN KINERJA TAHUN 2026")
    naskah.start_part(NomorHalaman.ROMAWI)
    naskah.add_bab(Bab("", "KATA PENGANTAR", isi(6)))
    naskah.add_bab(Bab("", "IKHTISAR EKSEKUTIF", isi(5)))
    for judul, jenis in (("DAFTAR ISI", JenisDaftar.ISI), ("DAFTAR TABEL", JenisDaftar.TABEL),
                         ("DAFTAR GAMBAR", JenisDaftar.GAMBAR)):
        naskah.add_bab(Bab("", judul, ()))
        naskah.add_contents(jenis)
    naskah.start_part(NomorHalaman.ARAB)
    for bab in DAFTAR_BAB:
        naskah.add_bab(bab)
    return naskah.to_bytes()
