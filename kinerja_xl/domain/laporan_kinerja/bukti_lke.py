"""The index of evidence by the criteria of PermenPANRB 88/2021 (LKE) that this office serves (domain facts 2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.naskah.naskah import Angka, Baris, Blok, Kolom, Tabel, Teks, kelompok, paragraf, sel
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.sop.sop import Tindakan

Butir = tuple[str, Teks]
"""A criterion, and what proves it."""


def indeks_bukti(bahan: BahanTahun) -> Iterator[Blok]:
    """Yield the index: each criterion with the papers of the year that prove it and where they lie."""
    yield paragraf("Indeks ini memetakan dokumen dan catatan tahun yang dilaporkan pada kriteria evaluasi "
                   "akuntabilitas kinerja yang didukungnya. Penilaian kriteria dilakukan oleh evaluator.")
    kolom = (Kolom("Kriteria", 46), Kolom("Bukti", 54))
    parts = (("Perencanaan kinerja", _planning(bahan)), ("Pengukuran kinerja: pemenuhan", _measured(bahan)),
             ("Pengukuran kinerja: kualitas", _quality(bahan)), ("Pengukuran kinerja: pemanfaatan", _use(bahan)),
             ("Pelaporan kinerja: pemenuhan", _reported(bahan)), ("Pelaporan kinerja: kualitas", _informs()))
    rows: list[Baris] = []
    for title, items in parts:
        rows.append(kelompok(title, len(kolom)))
        rows += [Baris((sel(criterion), sel(*proof))) for criterion, proof in items]
    yield Tabel("lke", f"Indeks bukti menurut kriteria evaluasi AKIP, tahun {bahan.tahun}", kolom, tuple(rows))


def _planning(bahan: BahanTahun) -> Iterator[Butir]:
    yield ("Rencana aksi kinerja dapat berjalan dinamis karena capaian kinerja selalu dipantau secara berkala",
           (f"Rencana Aksi {bahan.tahun}.xlsx versi {bahan.bahan.rencana.versi} dan versi sebelumnya di "
            f"Arsip/{bahan.tahun}/Rencana; Pemantauan pada Laporan Triwulan.",))
    yield "Target yang ditetapkan dapat dicapai dan pencapaiannya sesuai dengan jalurnya", ("Bab III bagian A, "
                                                                                            "capaian tiap indikator.",)


def _measured(bahan: BahanTahun) -> Iterator[Butir]:
    asal, indikator = asal_of(bahan), bahan.bahan.rencana.daftar_indikator
    defined = sum(bool(i.definisi) for i in indikator)
    yield ("Terdapat pedoman teknis pengukuran kinerja dan pengumpulan data kinerja", (_sop(bahan),))
    yield ("Terdapat Definisi Operasional yang jelas atas kinerja dan cara mengukur indikator kinerja", (
        Angka(str(defined), asal.cacah_rencana("indikator dengan definisi operasional", indikator)), " dari ",
        Angka(str(len(indikator)), asal.cacah_rencana("indikator semua tingkat", indikator)), " indikator "
        f"pada Rencana Aksi {bahan.tahun}.xlsx memiliki definisi operasional."))
    yield ("Terdapat mekanisme yang jelas terhadap pengumpulan data kinerja yang dapat diandalkan", (
        f"{_sop(bahan)} Setiap tindakan tercatat di Arsip/Jejak/{bahan.tahun}.jsonl.",))


def _quality(bahan: BahanTahun) -> Iterator[Butir]:
    asal = asal_of(bahan)
    acts = [act for k in TRIWULAN for data in bahan.daftar_berkas.get(k, ()) for act in data.daftar_tindakan]
    led = sum(act.tindakan in (Tindakan.TUGASKAN, Tindakan.SETUJUI, Tindakan.KEMBALIKAN) for act in acts)
    checked = sum(act.tindakan in (Tindakan.SETUJUI, Tindakan.KEMBALIKAN, Tindakan.REKOMENDASIKAN) for act in acts)
    yield ("Pimpinan selalu terlibat sebagai pengambil keputusan dalam mengukur capaian kinerja", (
        Angka(str(led), asal.jejak("tindakan pimpinan")), " penugasan, persetujuan, dan pengembalian oleh "
                                                             "Sekretaris "
        "dan para kepala bidang; Lembar Disposisi pada folder Cetak tiap bidang."))
    yield "Data kinerja yang dikumpulkan relevan dan mendukung capaian kinerja", (
        "Bukti Dukung tiap bidang, terdaftar pada lembar kerja; Lampiran 4.",)
    yield "Pengukuran kinerja telah dilakukan secara berkala", (_quarters(bahan),)
    yield ("Setiap tingkat organisasi melakukan pemantauan atas pengukuran capaian kinerja unit di bawahnya secara "
           "berjenjang", (Angka(str(checked), asal.jejak("pemantauan berjenjang")), " persetujuan, pengembalian, dan "
                          "rekomendasi tercatat; Lampiran 4."))
    yield ("Pengumpulan data kinerja telah memanfaatkan Teknologi Informasi (Aplikasi)", (
        "Lembar Kerja berjalan melalui folder bersama dan diterima layanan kinerja_xl; Arsip memuat setiap versinya.",))
    yield ("Pengukuran capaian kinerja telah memanfaatkan Teknologi Informasi (Aplikasi)", (
        "Capaian dihitung layanan dengan satu rumus; angka laporan ini dapat diverifikasi sampai sel asalnya.",))


def _use(bahan: BahanTahun) -> Iterator[Butir]:
    changes = len({row.kode for row in bahan.bahan.asal.perubahan})
    if changes:
        source = asal_of(bahan).cacah_rencana("indikator dan sub kegiatan yang berubah",
                                                bahan.bahan.rencana.daftar_indikator)
        proof: Teks = ("Perubahan pada ", Angka(str(changes), source), " indikator dan sub kegiatan diuraikan pada "
                                                                       "Bab II bagian D.")
    else:
        proof = ("Rencana Aksi tidak diubah dalam tahun berjalan; tindak lanjut diuraikan pada Bab III dan Bab IV.",)
    yield "Pengukuran kinerja menjadi dasar penyesuaian strategi, kebijakan, aktivitas, dan anggaran", proof
    yield "Pengukuran kinerja memengaruhi efisiensi atas penggunaan anggaran", ("Bab III, analisis 6 tiap sasaran.",)


def _reported(bahan: BahanTahun) -> Iterator[Butir]:
    yield "Dokumen Laporan Kinerja telah disusun", (f"Laporan Kinerja {bahan.tahun}.docx di Perencanaan/Laporan.",)
    yield "Dokumen Laporan Kinerja telah disusun secara berkala", (_quarters(bahan),)
    yield "Dokumen Laporan Kinerja telah diformalkan", ("Kata Pengantar ditandatangani Kepala Dinas.",)
    yield "Dokumen Laporan Kinerja telah direviu", ("Pernyataan Telah Direviu (diisi Inspektorat) dan Lampiran 4.",)
    yield "Dokumen Laporan Kinerja telah dipublikasikan", ("Diisi oleh Perencanaan: tautan laman resmi.",)
    yield "Dokumen Laporan Kinerja telah disampaikan tepat waktu", ("Surat pengantar dan tanda terima penyampaian.",)


def _informs() -> Iterator[Butir]:
    for what, where in (("realisasi kinerja dengan target tahunan", "analisis 1"),
                        ("realisasi kinerja dengan target jangka menengah", "analisis 3"),
                        ("realisasi kinerja dengan realisasi tahun-tahun sebelumnya", "analisis 2"),
                        ("realisasi kinerja pada tingkat nasional/internasional (pembanding)", "analisis 4")):
        yield f"Laporan menginformasikan perbandingan {what}", (f"Bab III, {where} tiap sasaran.",)
    yield "Laporan menginformasikan kualitas atas keberhasilan/kegagalan beserta upaya dan hambatannya", (
        "Bab III, analisis 5 tiap sasaran.",)
    yield "Laporan menginformasikan efisiensi atas penggunaan sumber daya", ("Bab III, analisis 6 tiap sasaran.",)
    yield "Laporan menginformasikan upaya perbaikan dan penyempurnaan kinerja ke depan", (
        "Bab III, rekomendasi pada analisis 7; Bab IV bagian B.",)


def _sop(bahan: BahanTahun) -> str:
    nomor = bahan.bahan.pengaturan.kebijakan.nomor_sop
    return f"SOP Pengumpulan Data Kinerja{f' Nomor {nomor}' if nomor else ''}."


def _quarters(bahan: BahanTahun) -> str:
    named = [ROMAWI[k - 1] for k in TRIWULAN if any(data.keadaan for data in bahan.daftar_berkas.get(k, ()))]
    return f"Laporan Triwulan {', '.join(named)} {bahan.tahun} di Perencanaan/Laporan." if named else \
        "Belum ada Laporan Triwulan."
