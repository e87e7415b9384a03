"""Bab I: why the report is made, the office as its settings have it, its issues (the planner's own), the structure."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun
from kinerja_xl.domain.laporan_kinerja.unsur import narasi
from kinerja_xl.domain.naskah.kepala_naskah import belum_diisi
from kinerja_xl.domain.naskah.naskah import (
    Bab,
    Baris,
    Blok,
    Daftar,
    Gaya,
    Kolom,
    Rata,
    Rujukan,
    Subjudul,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.domain.office import Bidang
from kinerja_xl.domain.roles import Pelaksana, Peran

_SUSUNAN = "susunan"
_SISTEMATIKA = (
    "Bab I Pendahuluan menyajikan penjelasan umum organisasi dengan penekanan pada aspek strategis organisasi serta "
    "permasalahan utama yang sedang dihadapi.",
    "Bab II Perencanaan Kinerja menyajikan ringkasan Perjanjian Kinerja tahun yang bersangkutan.",
    "Bab III Akuntabilitas Kinerja menyajikan capaian setiap sasaran strategis beserta analisisnya, realisasi "
    "anggaran, dan ketepatan penyampaian data kinerja.",
    "Bab IV Penutup menyajikan simpulan umum atas capaian kinerja dan langkah yang akan dilakukan untuk "
    "meningkatkannya.",
    "Lampiran memuat Perjanjian Kinerja, Rencana Aksi, pengukuran kinerja, kertas kerja reviu, indeks bukti menurut "
    "kriteria evaluasi, dan daftar lembar kerja sumber.")


def bab_pendahuluan(bahan: BahanTahun) -> Bab:
    """Return Bab I."""
    instansi = bahan.bahan.pengaturan.instansi
    return Bab("BAB I", "PENDAHULUAN", (
        Subjudul("A. Latar Belakang"),
        paragraf(f"Setiap instansi pemerintah wajib mempertanggungjawabkan kinerja yang dijanjikan dalam Perjanjian "
                 f"Kinerja. Laporan Kinerja {instansi.nama} tahun {bahan.tahun} disusun untuk memenuhi kewajiban itu "
                 f"kepada {instansi.kepala_daerah} dan untuk memberikan umpan balik bagi perbaikan kinerja."),
        paragraf("Data kinerja dalam laporan ini dikumpulkan setiap triwulan menurut SOP Nomor "
                 f"{_nomor_sop(bahan)} tentang Pengumpulan Data Kinerja, diperiksa oleh Sekretaris dan para kepala "
                 "bidang, dan setiap angkanya dapat ditelusuri sampai lembar kerja yang disetujui."),
        Subjudul("B. Gambaran Umum Organisasi"), *_organisation(bahan),
        Subjudul("C. Aspek Strategis Organisasi"),
        narasi(f"aspek strategis {instansi.nama}, yaitu peran dan kedudukannya dalam mencapai sasaran pembangunan "
               "daerah"),
        Subjudul("D. Permasalahan Utama (Isu Strategis)"),
        narasi(f"permasalahan utama (isu strategis) yang dihadapi {instansi.nama} pada tahun {bahan.tahun}"),
        Subjudul("E. Dasar Hukum"), *_law(bahan),
        Subjudul("F. Sistematika Penyajian"),
        paragraf("Laporan ini disajikan dengan sistematika sebagai berikut."),
        Daftar(tuple((line,) for line in _SISTEMATIKA))))


def _nomor_sop(bahan: BahanTahun) -> str:
    return bahan.bahan.pengaturan.kebijakan.nomor_sop or belum_diisi("nomor SOP pada Pengaturan, lembar Kebijakan")


def _organisation(bahan: BahanTahun) -> Iterator[Blok]:
    instansi = bahan.bahan.pengaturan.instansi
    yield narasi(f"tugas, fungsi, dan sumber daya manusia {instansi.nama}")
    yield paragraf(f"Susunan unit {instansi.nama} beserta pejabatnya pada saat laporan ini disusun disajikan pada ",
                   Rujukan(_SUSUNAN), ".")
    kolom = (Kolom("No", 6, Rata.TENGAH), Kolom("Unit", 50), Kolom("Pejabat", 44))
    rows = [Baris((sel(str(n)), sel(name), sel(_official(bahan, post)))) for n, (name, post) in
            enumerate(_posts(bahan), 1)]
    yield Tabel(_SUSUNAN, f"Susunan organisasi {instansi.nama}", kolom, tuple(rows))


def _posts(bahan: BahanTahun) -> Iterator[tuple[str, Pelaksana]]:
    pengaturan = bahan.bahan.pengaturan
    yield pengaturan.instansi.nama, Pelaksana(Peran.KEPALA_DINAS)
    for bidang in pengaturan.daftar_bidang:
        yield bidang.nama, Pelaksana(Peran.KABID, bidang.singkatan)
        yield from _subs(bidang)


def _subs(bidang: Bidang) -> Iterator[tuple[str, Pelaksana]]:
    for sub in bidang.daftar_sub:
        yield f"{bidang.nama} – {sub.nama}", Pelaksana(Peran.KASUBID, bidang.singkatan, sub.singkatan)


def _official(bahan: BahanTahun, post: Pelaksana) -> str:
    pejabat = bahan.bahan.pengaturan.pejabat(post, bahan.bahan.dicetak)
    return pejabat.nama if pejabat else "Lowong"


def _law(bahan: BahanTahun) -> tuple[Blok, ...]:
    laws = bahan.bahan.pengaturan.dasar_hukum
    if not laws:
        return (paragraf(belum_diisi("dasar hukum pada Pengaturan, lembar Dasar Hukum"), gaya=Gaya.KOSONG),)
    return (Daftar(tuple((law.rstrip(" ;."),) for law in laws), bernomor=True),)
