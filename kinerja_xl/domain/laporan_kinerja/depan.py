"""What stands before Bab I: the statement of review (left to the Inspektorat), the preface, the summary."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.laporan_kinerja.anggaran_tahun import spent_sentences
from kinerja_xl.domain.laporan_kinerja.bab_akuntabilitas import CAPAIAN, mean_sentence
from kinerja_xl.domain.laporan_kinerja.bab_penutup import missed_targets, reached_sentence
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun
from kinerja_xl.domain.laporan_kinerja.unsur import narasi
from kinerja_xl.domain.naskah.naskah import Bab, Blok, Daftar, Gaya, Rujukan, paragraf

TITIK = "…" * 12


def pernyataan_reviu(bahan: BahanTahun) -> Bab:
    """Return the statement of PermenPANRB 53/2014, Lampiran III, in the regulation's words and signed by nobody yet."""
    instansi = bahan.bahan.pengaturan.instansi
    wilayah = instansi.pemerintah.removeprefix("Pemerintah ")
    return Bab("", "PERNYATAAN TELAH DIREVIU", (
        paragraf("Halaman ini disediakan untuk Inspektorat; isinya menurut Lampiran III Peraturan Menteri "
                 "Pendayagunaan "
                 "Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 dan baru berlaku setelah ditandatangani.",
                 gaya=Gaya.KETERANGAN),
        paragraf(f"Kami telah mereviu Laporan Kinerja {instansi.nama} {wilayah} untuk tahun anggaran {bahan.tahun} "
                 "sesuai Pedoman Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja "
                 f"menjadi tanggung jawab manajemen {instansi.nama} {wilayah}."),
        paragraf("Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan secara akurat, "
                 "andal, dan valid."),
        paragraf("Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam "
                 "meyakini keandalan informasi yang disajikan di dalam laporan kinerja ini.")))


def kata_pengantar(bahan: BahanTahun) -> Bab:
    """Return the preface; the Kepala Dinas signs below it."""
    instansi = bahan.bahan.pengaturan.instansi
    return Bab("", "KATA PENGANTAR", (
        narasi("ungkapan syukur dan pengantar Kepala Dinas"),
        paragraf(f"Laporan Kinerja {instansi.nama} tahun {bahan.tahun} disusun berdasarkan Peraturan Menteri "
                 "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis "
                 "Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah, "
                 "sebagai pertanggungjawaban atas Perjanjian Kinerja tahun yang bersangkutan."),
        narasi("harapan dan ucapan terima kasih Kepala Dinas")))


def ikhtisar_eksekutif(bahan: BahanTahun) -> Bab:
    """Return the summary: the year in a few computed sentences, what was missed, and the planner's own words."""
    return Bab("", "IKHTISAR EKSEKUTIF", tuple(_summary(bahan)))


def _summary(bahan: BahanTahun) -> Iterator[Blok]:
    yield paragraf(f"Laporan ini menyajikan capaian kinerja {bahan.nama_instansi} tahun {bahan.tahun} terhadap target "
                   "Perjanjian Kinerja, perbandingannya dengan tahun sebelumnya, target akhir Renstra, dan standar "
                   "nasional, serta penggunaan anggarannya.")
    yield from mean_sentence(bahan)
    yield from reached_sentence(bahan)
    if bahan.daftar_keluaran:
        yield from spent_sentences(bahan)
    missed = missed_targets(bahan)
    if missed:
        yield paragraf("Indikator yang belum mencapai target adalah sebagai berikut; penyebab dan upayanya diuraikan "
                       "pada Bab III, dan seluruh capaian disajikan pada ", Rujukan(CAPAIAN), ".")
        yield Daftar(tuple((f"{hasil.indikator.kode}: {hasil.indikator.nama}.",) for hasil in missed))
    yield narasi("ringkasan keberhasilan, kendala, dan langkah perbaikan utama untuk pimpinan")
