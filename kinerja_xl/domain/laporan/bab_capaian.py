"""Bab II: the capaian of the quarter in sentences, per sasaran and indikator, with the means per level."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian import HasilIndikator, KeadaanCapaian
from kinerja_xl.domain.indicators import TingkatIndikator
from kinerja_xl.domain.isian import teks_of
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.tabel_capaian import catatan_perhitungan, tabel_capaian, tabel_skala, tabel_tingkat
from kinerja_xl.domain.laporan.ungkapan import menyatakan_rata, nilai_dan_satuan, rata_dan_kategori
from kinerja_xl.domain.naskah import (
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
    join_teks,
    paragraf,
)
from kinerja_xl.domain.numbers import format_persen
from kinerja_xl.domain.rollup import RataSasaran


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
    yield paragraf("Dari ", Angka(str(len(hasil))), " indikator yang direncanakan, ", Angka(str(len(filled))),
                   " indikator telah terisi realisasinya dan ", Angka(str(len(counted))),
                   f" indikator dapat dihitung capaiannya pada {bahan.triwulan}. Rincian per tingkat disajikan pada ",
                   Rujukan("tingkat"), " dan rincian per indikator pada ", Rujukan("capaian"), ".")
    yield from rata_per_tingkat(bahan)
    names = [f"{name} {jumlah} indikator" for name, jumlah in _by_kategori(bahan, counted) if jumlah]
    if names:
        yield paragraf(f"Menurut kategorinya, capaian tersebut terdiri atas {join_teks(names)}. Kategori ditetapkan "
                       "menurut skala pada ", Rujukan("skala"), ".")
    if bahan.tertunda:
        units = join_teks(f"{bahan.unit_name(data)} {data.belum_menyampaikan}" for data in bahan.tertunda)
        yield paragraf(f"{units[:1].upper()}{units[1:]}. Indikator unit tersebut tidak ikut dalam rata-rata.",
                       gaya=Gaya.PERHATIAN)


def rata_per_tingkat(bahan: Bahan) -> Iterator[Paragraf]:
    """Yield the mean of the dinas, which is that of the highest level with indicators, then those of the others."""
    for tingkat, ringkasan in bahan.ringkasan.items():
        mean = menyatakan_rata(ringkasan.rata, ringkasan.kategori)
        if tingkat is bahan.tingkat_utama:
            yield paragraf(f"Rata-rata capaian kinerja {bahan.pengaturan.instansi.nama}, yang diambil dari indikator "
                           f"tingkat {tingkat}, ", *mean, ".")
        else:
            yield paragraf(f"Rata-rata capaian indikator tingkat {tingkat} ", *mean, ".")


def _by_kategori(bahan: Bahan, counted: list[HasilIndikator]) -> list[tuple[str, int]]:
    return [(k.nama, sum(h.kategori is not None and h.kategori.nama == k.nama for h in counted))
            for k in bahan.pengaturan.skala.daftar_kategori]


def uraian_per_sasaran(bahan: Bahan) -> Iterator[Blok]:
    """Yield for each sasaran its mean in a sentence and a list of what was computed for its indicators."""
    for tingkat, ringkasan in bahan.ringkasan.items():
        for rata in ringkasan.daftar_sasaran:
            yield paragraf(*_sasaran_sentence(rata, tingkat, len(bahan.ringkasan) > 1))
            yield Daftar(tuple(_indikator_sentence(bahan, hasil) for hasil in bahan.daftar_hasil
                               if hasil.indikator.tingkat is tingkat and hasil.indikator.sasaran == rata.sasaran))


def _sasaran_sentence(rata: RataSasaran, tingkat: TingkatIndikator, named: bool) -> Teks:
    level = f" (tingkat {tingkat})" if named else ""
    opening = f"Sasaran “{rata.sasaran}”{level} memuat {rata.jumlah} indikator"
    if not rata.terhitung:
        return (f"{opening}; belum ada yang dapat dihitung capaiannya pada triwulan ini.",)
    some = "" if rata.terhitung == rata.jumlah else f", {rata.terhitung} di antaranya dapat dihitung,"
    return (f"{opening}{some} dengan {'rata-rata ' if rata.terhitung > 1 else ''}capaian ",
            Angka(rata_dan_kategori(rata.rata, rata.kategori)), ".")


def _indikator_sentence(bahan: Bahan, hasil: HasilIndikator) -> Teks:
    """What was computed for an indicator, as one sentence; why there is nothing, where there is nothing."""
    indikator = hasil.indikator
    satuan = indikator.satuan
    name = f"{indikator.nama}: "
    target = Angka(nilai_dan_satuan(hasil.target_tw, satuan))
    realisasi = Angka(nilai_dan_satuan(hasil.realisasi_tw, satuan), bahan.sumber(indikator, "indikator", "realisasi"))
    if hasil.capaian_tw.nilai is not None and hasil.kategori is not None:
        return (name, "target ", target, ", realisasi ", realisasi, ", capaian ",
                Angka(format_persen(hasil.capaian_tw.nilai)), f" (kategori {hasil.kategori.nama})",
                *_against_year(hasil), ".")
    reason = _reason(bahan, hasil)
    if hasil.realisasi_tw is None:
        return (name, f"{reason}.")
    return (name, "realisasi ", realisasi, f"; {reason}", *_against_year(hasil), ".")


def _against_year(hasil: HasilIndikator) -> Teks:
    if hasil.capaian_tahun.nilai is None or hasil.triwulan == 4:
        return ()
    return ("; capaian terhadap target tahunan ", Angka(format_persen(hasil.capaian_tahun.nilai)))


def _reason(bahan: Bahan, hasil: HasilIndikator) -> str:
    """Why an indicator has no capaian in this quarter, with what the bidang wrote about it."""
    indikator, keadaan = hasil.indikator, hasil.capaian_tw.keadaan
    data = bahan.source_of(indikator)
    if keadaan is KeadaanCapaian.TANPA_TARGET:
        return "tidak ditargetkan pada triwulan ini"
    if keadaan is KeadaanCapaian.BELUM_DIUKUR:
        target = nilai_dan_satuan(indikator.target_tahun, indikator.satuan)
        return f"belum diukur, karena pengukurannya pada akhir tahun dengan target {target}"
    if data is not None and data.isi is None:
        return f"tidak ada data, karena {bahan.unit_name(data)} {data.belum_menyampaikan}"
    if hasil.capaian_tw.catatan:
        return hasil.capaian_tw.catatan[:1].lower() + hasil.capaian_tw.catatan[1:].rstrip(".")
    if data is None or data.isi is None:
        return "belum lengkap pada indikator yang digabungkan"
    keterangan = teks_of(data.isi, indikator.kode, "keterangan").strip().rstrip(".")
    return f"realisasi belum diisi (keterangan bidang: {keterangan})" if keterangan else "realisasi belum diisi"
