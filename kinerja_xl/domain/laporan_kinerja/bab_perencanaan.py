"""Bab II: Renstra, the main indicators, the Perjanjian Kinerja of the year, and the versions of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.indicators import Arah
from kinerja_xl.domain.laporan.asal_anggaran import SEMUA
from kinerja_xl.domain.laporan.rencana_digunakan import uraian_rencana
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import nilai_sel, rupiah_sel
from kinerja_xl.domain.laporan_kinerja.anggaran_tahun import by_program
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.keluaran import total_keluaran
from kinerja_xl.domain.laporan_kinerja.unsur import nama_sel, narasi
from kinerja_xl.domain.naskah.naskah import (
    LANJUT,
    Bab,
    Baris,
    Blok,
    Gaya,
    JenisBaris,
    Kolom,
    Rata,
    Rujukan,
    Subjudul,
    Tabel,
    kelompok,
    paragraf,
    sel,
)

_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN


def bab_perencanaan(bahan: BahanTahun) -> Bab:
    """Return Bab II."""
    return Bab("BAB II", "PERENCANAAN KINERJA", (
        Subjudul("A. Rencana Strategis"), *_renstra(bahan),
        Subjudul("B. Indikator Kinerja Utama"), *_iku(bahan),
        Subjudul(f"C. Perjanjian Kinerja Tahun {bahan.tahun}"),
        paragraf(f"Perjanjian Kinerja {bahan.nama_instansi} tahun {bahan.tahun} memuat sasaran, indikator, dan target "
                 "pada ",
                 Rujukan("pk"), ", yang didukung program dan anggaran pada ", Rujukan("pk-anggaran"), "."),
        tabel_pk(bahan, "pk"), tabel_pk_anggaran(bahan, "pk-anggaran"),
        Subjudul("D. Rencana Aksi yang Digunakan"), *uraian_rencana(bahan.bahan)))


def _renstra(bahan: BahanTahun) -> Iterator[Blok]:
    yield narasi(f"visi, misi, serta tujuan dan sasaran Rencana Strategis {bahan.nama_instansi}")
    yield paragraf("Tujuan, sasaran, dan target akhir Renstra yang menjadi acuan disajikan pada ",
                   Rujukan("renstra"), ".")
    kolom = (Kolom("Sasaran", 28), Kolom("Indikator Kinerja", 42), Kolom("Satuan", 12, _TENGAH),
             Kolom("Target Akhir Renstra", 18, _KANAN))
    yield Tabel("renstra", f"Tujuan, sasaran, dan target akhir Renstra {bahan.nama_instansi}", kolom,
                tuple(_renstra_rows(bahan)))


def _renstra_rows(bahan: BahanTahun) -> Iterator[Baris]:
    asal, tujuan, sasaran = asal_of(bahan), None, None
    for hasil in _by_tujuan(bahan.daftar_hasil):
        i = hasil.indikator
        if i.tujuan and i.tujuan != tujuan:
            yield kelompok(f"Tujuan: {i.tujuan}", 4)
            sasaran = None
        tujuan, first = i.tujuan, i.sasaran != sasaran
        sasaran = i.sasaran
        yield Baris((sel(i.sasaran) if first else LANJUT, nama_sel(i), satuan_sel(bahan.bahan, i),
                     nilai_sel(i.target_renstra, asal.besaran(hasil)(Besaran.TARGET_RENSTRA, bahan.tahun))))


def _by_tujuan(daftar: Sequence[HasilIndikator]) -> list[HasilIndikator]:
    """The indicators of a tujuan together, in the plan's order."""
    order = list(dict.fromkeys(hasil.indikator.tujuan for hasil in daftar))
    return sorted(daftar, key=lambda hasil: order.index(hasil.indikator.tujuan))


def _iku(bahan: BahanTahun) -> Iterator[Blok]:
    chosen = [hasil.indikator for hasil in bahan.daftar_hasil if hasil.indikator.iku]
    if not chosen:
        yield paragraf("Rencana Aksi tidak menandai indikator kinerja utama.", gaya=Gaya.PERHATIAN)
        return
    yield paragraf("Indikator kinerja utama beserta rumusan dan sumber datanya disajikan pada ", Rujukan("iku"), ".")
    kolom = (Kolom("No", 5, _TENGAH), Kolom("Indikator Kinerja Utama", 30), Kolom("Definisi Operasional/Formula", 30),
             Kolom("Arah", 10, _TENGAH), Kolom("Sumber Data", 14), Kolom("Penanggung Jawab", 14))
    rows = tuple(Baris((sel(str(n)), nama_sel(i), sel(i.definisi or "–"),
                        sel("negatif" if i.arah is Arah.NEGATIF else "positif"), sel(i.sumber_data or "–"),
                        sel(i.penanggung_jawab or "–"))) for n, i in enumerate(chosen, 1))
    yield Tabel("iku", f"Indikator kinerja utama {bahan.nama_instansi}", kolom, rows)


def tabel_pk(bahan: BahanTahun, kunci: str) -> Tabel:
    """Return the Perjanjian Kinerja: sasaran, indikator and the year's targets."""
    asal, sasaran = asal_of(bahan), None
    rows = []
    for n, hasil in enumerate(bahan.daftar_hasil, 1):
        i = hasil.indikator
        rows.append(Baris((sel(str(n)), LANJUT if i.sasaran == sasaran else sel(i.sasaran), nama_sel(i),
                           satuan_sel(bahan.bahan, i),
                           nilai_sel(i.target_tahun, asal.besaran(hasil)(Besaran.TARGET, bahan.tahun)))))
        sasaran = i.sasaran
    kolom = (Kolom("No", 6, _TENGAH), Kolom("Sasaran Strategis", 28), Kolom("Indikator Kinerja", 42),
             Kolom("Satuan", 12, _TENGAH), Kolom("Target", 12, _KANAN))
    return Tabel(kunci, f"Perjanjian Kinerja {bahan.nama_instansi} tahun {bahan.tahun}", kolom, tuple(rows),
                 bernomor=True)


def tabel_pk_anggaran(bahan: BahanTahun, kunci: str) -> Tabel:
    """Return the programs of the Perjanjian Kinerja with their pagu."""
    asal = asal_of(bahan)
    rows = [Baris((sel(str(n)), sel(name), rupiah_sel(total_keluaran(group).pagu, asal.pagu(name, group))))
            for n, (name, group) in enumerate(by_program(bahan.daftar_keluaran).items(), 1)]
    everything = rupiah_sel(total_keluaran(bahan.daftar_keluaran).pagu, asal.pagu(SEMUA, bahan.daftar_keluaran))
    total = Baris((sel("Jumlah", bentang=2, rata=_KANAN), everything), JenisBaris.JUMLAH)
    kolom = (Kolom("No", 6, _TENGAH), Kolom("Program", 66), Kolom("Anggaran (Rp)", 28, _KANAN))
    return Tabel(kunci, f"Program dan anggaran Perjanjian Kinerja tahun {bahan.tahun}", kolom, (*rows, total),
                 utuh=True)
