"""The attachments of the annual report."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.indicators import Indikator, TingkatIndikator
from kinerja_xl.domain.laporan.bahan import DataBerkas
from kinerja_xl.domain.laporan.lampiran import tabel_pengukuran
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, jam, nilai_sel, tanggal_pendek
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bab_perencanaan import tabel_pk, tabel_pk_anggaran
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.bukti_lke import indeks_bukti
from kinerja_xl.domain.laporan_kinerja.kertas_kerja import kertas_kerja_reviu
from kinerja_xl.domain.naskah.naskah import Bab, Baris, Gaya, Halaman, Kolom, Rata, Sel, Tabel, kelompok, paragraf, sel
from kinerja_xl.domain.periods import ROMAWI, Periode, berkas_code

_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN


def daftar_lampiran(bahan: BahanTahun) -> tuple[Bab, ...]:
    """Return the attachments: wide tables on pages that lie."""
    standing, lying = Halaman(mendatar=False), Halaman(mendatar=True)
    return (
        Bab("LAMPIRAN 1", "PERJANJIAN KINERJA", (standing, paragraf(_basis(bahan)), tabel_pk(bahan, "lampiran-pk"),
                                                tabel_pk_anggaran(bahan, "lampiran-pk-anggaran"))),
        Bab("LAMPIRAN 2", "RENCANA AKSI", (lying, _plan(bahan))),
        Bab("LAMPIRAN 3", "PENGUKURAN KINERJA", (lying, tabel_pengukuran(bahan.bahan))),
        Bab("LAMPIRAN 4", "KERTAS KERJA REVIU", (lying, *kertas_kerja_reviu(bahan))),
        Bab("LAMPIRAN 5", "INDEKS BUKTI MENURUT KRITERIA EVALUASI AKIP", (lying, *indeks_bukti(bahan))),
        Bab("LAMPIRAN 6", "DAFTAR LEMBAR KERJA SUMBER", (lying, _files(bahan))))


def _basis(bahan: BahanTahun) -> str:
    dasar = bahan.bahan.rencana.dasar
    if dasar is None:
        return "Dasar Perjanjian Kinerja tidak tercatat dalam Rencana Aksi."
    return f"Dasar: {dasar}."


def _plan(bahan: BahanTahun) -> Tabel:
    kolom = (Kolom("Kode", 7), Kolom("Indikator Kinerja", 27), Kolom("Satuan", 8, _TENGAH),
             Kolom("Jenis Perhitungan", 10, _TENGAH), Kolom("Target Tahunan", 8, _KANAN),
             *(Kolom(r, 6, _KANAN, "Target Triwulan") for r in ROMAWI), Kolom("Rencana Aksi", 20),
             Kolom("Penanggung Jawab", 14))
    return Tabel("lampiran-rencana", f"Rencana Aksi tahun {bahan.tahun}", kolom, tuple(_plan_rows(bahan, len(kolom))),
                 bernomor=True)


def _plan_rows(bahan: BahanTahun, width: int) -> Iterator[Baris]:
    for tingkat in TingkatIndikator:
        group = [i for i in bahan.bahan.rencana.daftar_indikator if i.tingkat is tingkat]
        if group:
            yield kelompok(f"Indikator tingkat {tingkat}", width)
        yield from (_planned(bahan, i) for i in group)


def _planned(bahan: BahanTahun, i: Indikator) -> Baris:
    asal = asal_of(bahan)
    return Baris((sel(i.kode), sel(i.nama), satuan_sel(bahan.bahan, i), sel(str(i.perhitungan)),
                  nilai_sel(i.target_tahun, asal.target(i)),
                  *(nilai_sel(target, asal.target(i, k)) for k, target in enumerate(i.target_tw, 1)),
                  sel(i.rencana_aksi or BELUM_DIHITUNG), sel(i.penanggung_jawab or BELUM_DIHITUNG)))


def _files(bahan: BahanTahun) -> Tabel:
    kolom = (Kolom("Berkas", 24), Kolom("Unit", 30), Kolom("Versi", 7, _TENGAH), Kolom("Disetujui", 27),
             Kolom("sha256 (12 aksara pertama)", 16, _TENGAH))
    rows = [row for k in TRIWULAN for row in _quarter_files(bahan, k)]
    return Tabel("lampiran-berkas", "Lembar kerja yang menjadi sumber laporan ini", kolom, tuple(rows),
                 keterangan=("Versi dan sha256 menunjuk pada berkas yang disetujui pada Kegiatan 5 dan disimpan di "
                             "Arsip.",))


def _quarter_files(bahan: BahanTahun, triwulan: int) -> Iterator[Baris]:
    daftar = bahan.daftar_berkas.get(triwulan, ())
    yield kelompok(f"Triwulan {ROMAWI[triwulan - 1]}{'' if daftar else ': tidak ada lembar kerja'}", 5)
    for data in daftar:
        kode = berkas_code(Periode(bahan.tahun, triwulan), data.bidang, data.sub_bidang)
        yield Baris((sel(kode), sel(bahan.bahan.unit_name(data)),
                     sel(BELUM_DIHITUNG if data.versi_disetujui is None else f"v{data.versi_disetujui}"),
                     _approved(data), sel(data.sha256[:12] or BELUM_DIHITUNG)))


def _approved(data: DataBerkas) -> Sel:
    if data.isi is None:
        return sel(f"{data.belum_menyampaikan[:1].upper()}{data.belum_menyampaikan[1:]}", gaya=Gaya.PERHATIAN)
    lines = [paragraf(data.disetujui_oleh or BELUM_DIHITUNG, gaya=Gaya.SEL)]
    if data.disetujui_pada:
        when = f"{tanggal_pendek(data.disetujui_pada)} pukul {jam(data.disetujui_pada)}"
        lines.append(paragraf(when, gaya=Gaya.KETERANGAN))
    return Sel(tuple(lines))
