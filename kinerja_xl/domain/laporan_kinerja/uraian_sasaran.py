"""Analyses 5 and 7 of a sasaran: what the units wrote over the year, gathered, each text with its unit and quarter."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, belum_ditulis
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun, Uraian
from kinerja_xl.domain.naskah.naskah import Baris, Gaya, Kolom, Paragraf, Sel, Tabel, kelompok, paragraf, sel
from kinerja_xl.domain.periods import ROMAWI

_SEBAB = ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut")
_PROGRAM = ("keterangan", "rekomendasi")


def tabel_penyebab(bahan: BahanTahun, sasaran: str, nomor: int) -> Tabel:
    """Return T5: the causes of success and failure and what was done, a row per unit and quarter."""
    kolom = (Kolom("Triwulan dan Unit", 19), Kolom("Faktor Pendukung Keberhasilan", 27),
             Kolom("Faktor Penghambat", 27), Kolom("Upaya untuk Meningkatkan Pencapaian", 27))
    return Tabel(f"penyebab-{nomor}", f"Faktor pendukung, faktor penghambat, dan upaya, sasaran {nomor}", kolom,
                 tuple(_rows(bahan, sasaran, _SEBAB, "analisis penyebab keberhasilan atau kegagalan")))


def tabel_pelaksanaan(bahan: BahanTahun, sasaran: str, nomor: int) -> Tabel:
    """Return what the units told of carrying out the program, and what Perencanaan recommended."""
    kolom = (Kolom("Triwulan dan Unit", 19), Kolom("Keterangan Pelaksanaan", 41),
             Kolom("Rekomendasi Kasubag Perencanaan", 40))
    return Tabel(f"pelaksanaan-{nomor}", f"Uraian pelaksanaan program/kegiatan penunjang, sasaran {nomor}", kolom,
                 tuple(_rows(bahan, sasaran, _PROGRAM, "analisis program/kegiatan yang menunjang keberhasilan atau "
                                                       "menyebabkan kegagalan")))


def _rows(bahan: BahanTahun, sasaran: str, daftar_kolom: tuple[str, ...], apa: str) -> Iterator[Baris]:
    for hasil in bahan.hasil_of(sasaran):
        indikator = hasil.indikator
        yield kelompok(f"{indikator.kode} – {indikator.nama}", len(daftar_kolom) + 1)
        rows = [row for triwulan in TRIWULAN for row in _quarter(bahan, hasil, triwulan, daftar_kolom)]
        yield from rows or [_missing(bahan, hasil, f"{apa} {indikator.kode}", len(daftar_kolom) + 1)]


def _quarter(bahan: BahanTahun, hasil: HasilIndikator, triwulan: int, daftar_kolom: tuple[str, ...]) -> Iterator[Baris]:
    """The rows of one quarter, one per unit that wrote something about the indicator."""
    found = [uraian for kolom in daftar_kolom for uraian in bahan.uraian_of(hasil.indikator, triwulan, kolom)]
    for unit, kode in dict.fromkeys((uraian.unit, uraian.kode) for uraian in found):
        texts = {uraian.kolom: uraian for uraian in found if (uraian.unit, uraian.kode) == (unit, kode)}
        source = f" ({kode})" if kode != hasil.indikator.kode else ""
        yield Baris((Sel((paragraf(f"TW {ROMAWI[triwulan - 1]}", gaya=Gaya.SEL),
                          paragraf(f"{unit}{source}", gaya=Gaya.KETERANGAN))),
                     *(_text(texts.get(kolom)) for kolom in daftar_kolom)))


def _text(uraian: Uraian | None) -> Sel:
    if uraian is None:
        return sel(BELUM_DIHITUNG)
    return Sel(tuple(Paragraf((line.strip(),), Gaya.SEL) for line in uraian.teks.splitlines() if line.strip()))


def _missing(bahan: BahanTahun, hasil: HasilIndikator, apa: str, width: int) -> Baris:
    """What stands where nobody wrote anything: a place to write, or why there is nothing to be written about."""
    if hasil.realisasi_sd is not None:
        return Baris((Sel((belum_ditulis(apa),), bentang=width),))
    units = dict.fromkeys(bahan.bahan.unit_name(data) for source in bahan.sources_of(hasil.indikator)
                          if (data := bahan.bahan.source_of(source)))
    told = f"Tidak ada uraian, karena {', '.join(units) or 'unit penanggung jawab'} belum menyampaikan realisasi."
    return Baris((sel(told, bentang=width, gaya=Gaya.PERHATIAN),))
