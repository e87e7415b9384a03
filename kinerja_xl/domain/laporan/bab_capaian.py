"""Bab II: the capaian of the quarter in sentences, per sasaran and indikator, with the means per level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator, KeadaanCapaian
from kinerja_xl.domain.capaian.rollup import RataSasaran
from kinerja_xl.domain.indicators import TingkatIndikator
from kinerja_xl.domain.laporan import asal_angka as asal
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.tabel_capaian import catatan_perhitungan, tabel_capaian, tabel_skala, tabel_tingkat
from kinerja_xl.domain.laporan.ungkapan import menyatakan_rata, nilai_dan_satuan, rata_dan_kategori
from kinerja_xl.domain.lembar.isian import teks_of
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Blok,
    Daftar,
    Gaya,
    Halaman,
    Paragraf,
    Rujukan,
    Subjudul,
    Teks,
    join_potongan,
    join_teks,
    paragraf,
)
from kinerja_xl.domain.numbers import format_persen


def bab_capaian(bahan: Bahan) -> Bab:
    """Return Bab II."""
    return Bab("BAB II", f"CAPAIAN KINERJA {bahan.triwulan.upper()}", (
        Subjudul("A. Ikhtisar Capaian"), *_overview(bahan), tabel_tingkat(bahan),
        tabel_skala(bahan.pengaturan.skala),  # on upright pages: the text after it fills them to the end
        Subjudul("B. Uraian Capaian per Sasaran"), *uraian_per_sasaran(bahan),
        Halaman(mendatar=True),
        Subjudul("C. Pengukuran Capaian Kinerja"), tabel_capaian(bahan), catatan_perhitungan(bahan)))


def _overview(bahan: Bahan) -> Iterator[Paragraf]:
    hasil = bahan.daftar_hasil
    counted = [h for h in hasil if h.capaian_tw.nilai is not None]
    filled = [h for h in hasil if h.realisasi_tw is not None]
    planned, with_realisasi, with_capaian = asal.cacah_indikator(bahan, hasil)
    yield paragraf("Dari ", Angka(str(len(hasil)), planned), " indikator yang direncanakan, ",
                   Angka(str(len(filled)), with_realisasi), " indikator telah terisi realisasinya dan ",
                   Angka(str(len(counted)), with_capaian),
                   f" indikator dapat dihitung capaiannya pada {bahan.triwulan}. Rincian per tingkat disajikan pada ",
                   Rujukan("tingkat"), " dan rincian per indikator pada ", Rujukan("capaian"), ".")
    yield from rata_per_tingkat(bahan)
    kinds = menurut_kategori(bahan)
    if kinds:
        yield paragraf("Menurut kategorinya, capaian tersebut terdiri atas ", *kinds, ". Kategori ditetapkan "
                       "menurut skala pada ", Rujukan("skala"), ".")
    if bahan.tertunda:
        units = join_teks(f"{bahan.unit_name(data)} {data.belum_menyampaikan}" for data in bahan.tertunda)
        yield paragraf(f"{units[:1].upper()}{units[1:]}. Indikator unit tersebut tidak ikut dalam rata-rata.",
                       gaya=Gaya.PERHATIAN)


def rata_per_tingkat(bahan: Bahan) -> Iterator[Paragraf]:
    """Yield the mean of the dinas, which is that of the highest level with indicators, then those of the others."""
    for tingkat, ringkasan in bahan.ringkasan.items():
        mean = menyatakan_rata(ringkasan.rata, ringkasan.kategori, asal.sumber_rata_tingkat(bahan, tingkat))
        if tingkat is bahan.tingkat_utama:
            yield paragraf(f"Rata-rata capaian kinerja {bahan.pengaturan.instansi.nama}, yang diambil dari indikator "
                           f"tingkat {tingkat}, ", *mean, ".")
        else:
            yield paragraf(f"Rata-rata capaian indikator tingkat {tingkat} ", *mean, ".")


def menurut_kategori(bahan: Bahan) -> Teks:
    """Return how the indicators divide over the categories: ``Tinggi 3 indikator dan Sedang 1 indikator``."""
    counts = Counter(h.kategori.nama for h in bahan.daftar_hasil if h.kategori is not None)
    return join_potongan((f"{k.nama} ", Angka(str(counts[k.nama]), asal.cacah_kategori(bahan, k.nama)), " indikator")
                         for k in bahan.pengaturan.skala.daftar_kategori if counts[k.nama])


def uraian_per_sasaran(bahan: Bahan) -> Iterator[Blok]:
    """Yield for each sasaran its mean in a sentence and a list of what was computed for its indicators."""
    for tingkat, ringkasan in bahan.ringkasan.items():
        for rata in ringkasan.daftar_sasaran:
            yield paragraf(*_sasaran_sentence(bahan, rata, tingkat))
            yield Daftar(tuple(_indikator_sentence(bahan, hasil) for hasil in bahan.daftar_hasil
                               if hasil.indikator.tingkat is tingkat and hasil.indikator.sasaran == rata.sasaran))


def _sasaran_sentence(bahan: Bahan, rata: RataSasaran, tingkat: TingkatIndikator) -> Teks:
    level = f" (tingkat {tingkat})" if len(bahan.ringkasan) > 1 else ""
    counted, known = asal.cacah_sasaran(bahan, tingkat, rata)
    opening: Teks = (f"Sasaran “{rata.sasaran}”{level} memuat ", Angka(str(rata.jumlah), known), " indikator")
    if not rata.terhitung:
        return (*opening, "; belum ada yang dapat dihitung capaiannya pada triwulan ini.")
    some: Teks = () if rata.terhitung == rata.jumlah else (
        ", ", Angka(str(rata.terhitung), counted), " di antaranya dapat dihitung,")
    return (*opening, *some, f" dengan {'rata-rata ' if rata.terhitung > 1 else ''}capaian ",
            *rata_dan_kategori(rata.rata, rata.kategori, asal.sumber_rata_sasaran(bahan, tingkat, rata)), ".")


def _indikator_sentence(bahan: Bahan, hasil: HasilIndikator) -> Teks:
    """What was computed for an indicator, as one sentence; why there is nothing, where there is nothing."""
    indikator = hasil.indikator
    satuan = indikator.satuan
    name = f"{indikator.nama}: "
    target = Angka(nilai_dan_satuan(hasil.target_tw, satuan), asal.sumber_target_tw(bahan, hasil))
    realisasi = Angka(nilai_dan_satuan(hasil.realisasi_tw, satuan),
                      asal.sumber_realisasi(bahan, indikator, hasil.triwulan))
    if hasil.capaian_tw.nilai is not None and hasil.kategori is not None:
        return (name, "target ", target, ", realisasi ", realisasi, ", capaian ",
                Angka(format_persen(hasil.capaian_tw.nilai), asal.sumber_capaian_tw(bahan, hasil)), " (kategori ",
                Angka(hasil.kategori.nama, asal.sumber_kategori(bahan, hasil)), ")", *_against_year(bahan, hasil), ".")
    reason = _reason(bahan, hasil)
    if hasil.realisasi_tw is None:
        return (name, *reason, ".")
    return (name, "realisasi ", realisasi, "; ", *reason, *_against_year(bahan, hasil), ".")


def _against_year(bahan: Bahan, hasil: HasilIndikator) -> Teks:
    if hasil.capaian_tahun.nilai is None or hasil.triwulan == 4:
        return ()
    return ("; capaian terhadap target tahunan ",
            Angka(format_persen(hasil.capaian_tahun.nilai), asal.sumber_capaian_tahun(bahan, hasil)))


def _reason(bahan: Bahan, hasil: HasilIndikator) -> Teks:
    """Why an indicator has no capaian in this quarter; of one measured at the end of the year, the target."""
    indikator = hasil.indikator
    if hasil.capaian_tw.keadaan is KeadaanCapaian.BELUM_DIUKUR:
        return ("belum diukur, karena pengukurannya pada akhir tahun dengan target ",
                Angka(nilai_dan_satuan(indikator.target_tahun, indikator.satuan), asal.sumber_target(bahan, indikator)))
    return (_told_reason(bahan, hasil),)


def _told_reason(bahan: Bahan, hasil: HasilIndikator) -> str:
    """Why an indicator has no capaian in this quarter, with what the bidang wrote about it."""
    indikator, keadaan = hasil.indikator, hasil.capaian_tw.keadaan
    data = bahan.source_of(indikator)
    if keadaan is KeadaanCapaian.TANPA_TARGET:
        return "tidak ditargetkan pada triwulan ini"
    if data is not None and data.isi is None:
        return f"tidak ada data, karena {bahan.unit_name(data)} {data.belum_menyampaikan}"
    if hasil.capaian_tw.catatan:
        return hasil.capaian_tw.catatan[:1].lower() + hasil.capaian_tw.catatan[1:].rstrip(".")
    if data is None or data.isi is None:
        return "belum lengkap pada indikator yang digabungkan"
    keterangan = teks_of(data.isi, indikator.kode, "keterangan").strip().rstrip(".")
    return f"realisasi belum diisi (keterangan bidang: {keterangan})" if keterangan else "realisasi belum diisi"
