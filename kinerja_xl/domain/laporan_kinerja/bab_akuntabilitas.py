"""Bab III: for every sasaran the seven analyses in the order of PermenPANRB 53/2014, the budget, and punctuality."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.rollup import RataSasaran
from kinerja_xl.domain.laporan.asal_angka import sumber_kategori_of
from kinerja_xl.domain.laporan.ungkapan import kategori_sel, persen_sel
from kinerja_xl.domain.laporan_kinerja.anggaran_tahun import uraian_anggaran
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun
from kinerja_xl.domain.laporan_kinerja.banding_sasaran import BandingSasaran, kolom_target, target_rows
from kinerja_xl.domain.laporan_kinerja.efisiensi_sasaran import (
    about_efisiensi,
    about_keluaran,
    keluaran_sasaran,
    tabel_efisiensi,
    tabel_keluaran,
)
from kinerja_xl.domain.laporan_kinerja.grafik_sasaran import grafik_tahun, grafik_triwulan
from kinerja_xl.domain.laporan_kinerja.ketepatan_tahun import uraian_ketepatan
from kinerja_xl.domain.laporan_kinerja.uraian_sasaran import tabel_pelaksanaan, tabel_penyebab
from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Baris,
    Blok,
    Gaya,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Subjudul,
    Tabel,
    join_teks,
    paragraf,
    sel,
)
from kinerja_xl.domain.numbers import format_persen

CAPAIAN = "capaian-dinas"
_RATA = "rata-sasaran"


def bab_akuntabilitas(bahan: BahanTahun) -> Bab:
    """Return Bab III."""
    return Bab("BAB III", "AKUNTABILITAS KINERJA", (
        Subjudul("A. Capaian Kinerja Organisasi"), *_overview(bahan),
        *(blok for nomor, sasaran in enumerate(bahan.daftar_sasaran, 1) for blok in _sasaran(bahan, sasaran, nomor)),
        Subjudul("B. Realisasi Anggaran"), *uraian_anggaran(bahan),
        Subjudul("C. Ketepatan Penyampaian Data Kinerja"), *uraian_ketepatan(bahan)))


def _overview(bahan: BahanTahun) -> Iterator[Blok]:
    ringkasan, asal = bahan.ringkasan, asal_of(bahan)
    if ringkasan is None:
        yield paragraf("Rencana Aksi yang berlaku tidak memuat indikator.", gaya=Gaya.PERHATIAN)
        return
    yield paragraf("Capaian kinerja dihitung dari ", Angka(str(ringkasan.jumlah), asal.cacah("indikator")),
                   f" indikator tingkat {bahan.bahan.tingkat_utama} pada ",
                   Angka(str(len(bahan.daftar_sasaran)), asal.cacah("sasaran strategis")),
                   f" sasaran strategis dalam Perjanjian Kinerja tahun {bahan.tahun}, berdasarkan data kinerja "
                   "triwulan yang telah disetujui. Hasilnya disajikan pada ", Rujukan(CAPAIAN), ".")
    yield from mean_sentence(bahan)
    yield from _missing(bahan)
    rows = [row for sasaran in bahan.daftar_sasaran for row in target_rows(bahan, sasaran)]
    yield Tabel(CAPAIAN, f"Capaian kinerja {bahan.nama_instansi} tahun {bahan.tahun}", kolom_target(),
                (*rows, _mean_row(bahan)))
    rata = _tabel_rata(bahan)
    yield rata
    yield Grafik("grafik-sasaran", f"Rata-rata capaian tiap sasaran strategis tahun {bahan.tahun}",
                 JenisGrafik.MENDATAR, tuple(f"{n}. {s.sasaran}" for n, s in enumerate(bahan.daftar_sasaran, 1)),
                 (Seri("Rata-rata capaian", tuple(s.rata for s in bahan.daftar_sasaran),
                     tuple(map(asal.rata, bahan.daftar_sasaran))),), "persen", rata.kunci)


def mean_sentence(bahan: BahanTahun) -> Iterator[Paragraf]:
    """Yield the office's mean in a sentence, and how many sasaran stand in which category."""
    ringkasan, asal = bahan.ringkasan, asal_of(bahan)
    if ringkasan is None or ringkasan.rata is None or ringkasan.kategori is None:
        yield paragraf(f"Rata-rata capaian kinerja {bahan.nama_instansi} belum dapat dihitung.", gaya=Gaya.PERHATIAN)
        return
    yield paragraf(f"Rata-rata capaian kinerja {bahan.nama_instansi} tahun {bahan.tahun} adalah ",
                   Angka(format_persen(ringkasan.rata), asal.rata()), " dengan kategori ",
                   Angka(ringkasan.kategori.nama, sumber_kategori_of(asal.rata())), ".")


def _missing(bahan: BahanTahun) -> Iterator[Paragraf]:
    """What the figures lack: units that delivered nothing, quarters that brought nothing."""
    if bahan.bahan.tertunda:
        units = join_teks(bahan.bahan.unit_name(data) for data in bahan.bahan.tertunda)
        yield paragraf(f"Data kinerja Triwulan IV belum disampaikan oleh {units}; capaian indikatornya dihitung dari "
                       "triwulan yang telah disetujui, bila ada.", gaya=Gaya.PERHATIAN)


def _mean_row(bahan: BahanTahun) -> Baris:
    ringkasan, asal = bahan.ringkasan, asal_of(bahan)
    assert ringkasan is not None  # the table stands only where there is one
    return Baris((sel("Rata-rata capaian kinerja", bentang=6, rata=Rata.KANAN),
                  persen_sel(ringkasan.rata, asal.rata()),
                  kategori_sel(ringkasan.kategori, sumber_kategori_of(asal.rata()))), JenisBaris.JUMLAH)


def _tabel_rata(bahan: BahanTahun) -> Tabel:
    asal = asal_of(bahan)
    kolom = (Kolom("No", 6, Rata.TENGAH), Kolom("Sasaran Strategis", 50), Kolom("Jumlah Indikator", 14, Rata.TENGAH),
             Kolom("Rata-rata Capaian", 15, Rata.KANAN), Kolom("Kategori", 15, Rata.TENGAH))
    rows = []
    for n, sasaran in enumerate(bahan.daftar_sasaran, 1):
        mean = asal.rata(sasaran)
        counted = asal.cacah(f"indikator sasaran {sasaran.sasaran}", bahan.hasil_of(sasaran.sasaran))
        rows.append(Baris((sel(str(n)), sel(sasaran.sasaran), sel(Angka(str(sasaran.jumlah), counted)),
                           persen_sel(sasaran.rata, mean), kategori_sel(sasaran.kategori, sumber_kategori_of(mean)))))
    return Tabel(_RATA, f"Rata-rata capaian tiap sasaran strategis tahun {bahan.tahun}", kolom, tuple(rows), utuh=True)


def _sasaran(bahan: BahanTahun, sasaran: RataSasaran, nomor: int) -> Iterator[Blok]:
    """The seven analyses of one sasaran."""
    banding, daftar = BandingSasaran(bahan, sasaran, nomor), bahan.hasil_of(sasaran.sasaran)
    triwulan, tahun = banding.tabel_triwulan(), banding.tabel_tahun()
    keluaran = keluaran_sasaran(bahan, sasaran.sasaran)
    yield Subjudul(f"Sasaran {nomor}: {sasaran.sasaran}", 3)
    yield Subjudul(f"1. Target dan Realisasi Tahun {bahan.tahun}", 4)
    yield banding.sentences(banding.about_target)
    yield banding.tabel_target()
    yield triwulan
    yield from (grafik for hasil in daftar for grafik in grafik_triwulan(bahan, hasil, triwulan))
    yield Subjudul("2. Perbandingan dengan Tahun-Tahun Sebelumnya", 4)
    yield banding.sentences(banding.about_years)
    yield tahun
    yield from (grafik for hasil in daftar for grafik in grafik_tahun(bahan, hasil, tahun))
    yield Subjudul("3. Perbandingan dengan Target Jangka Menengah (Renstra)", 4)
    yield banding.sentences(banding.about_renstra)
    yield banding.tabel_renstra()
    yield Subjudul("4. Perbandingan dengan Standar Nasional", 4)
    yield banding.sentences(banding.about_standard)
    yield banding.tabel_standar()
    yield Subjudul("5. Penyebab Keberhasilan atau Kegagalan dan Alternatif Solusi", 4)
    yield _gathered(f"penyebab-{nomor}")
    yield tabel_penyebab(bahan, sasaran.sasaran, nomor)
    yield Subjudul("6. Efisiensi Penggunaan Sumber Daya", 4)
    yield banding.sentences(lambda hasil, urutan: about_efisiensi(bahan, hasil, urutan))
    yield tabel_efisiensi(bahan, sasaran.sasaran, nomor)
    yield Subjudul("7. Program/Kegiatan yang Menunjang Pencapaian", 4)
    yield about_keluaran(bahan, keluaran, f"sasaran {nomor}")
    if keluaran:
        yield tabel_keluaran(bahan, keluaran, f"keluaran-{nomor}",
                             f"Keluaran dan anggaran program/kegiatan penunjang, sasaran {nomor}")
    yield _gathered(f"pelaksanaan-{nomor}")
    yield tabel_pelaksanaan(bahan, sasaran.sasaran, nomor)


def _gathered(kunci: str) -> Paragraf:
    return paragraf("Uraian pada ", Rujukan(kunci), " dihimpun dari lembar kerja triwulan yang telah disetujui dan "
                    "ditampilkan sebagaimana ditulis oleh unit yang disebutkan.")
