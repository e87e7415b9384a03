"""Bab IV: what the bidang wrote about each indicator; what is not written stands as a visible placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.indicators import Indikator
from kinerja_xl.domain.laporan.asal_angka import sumber_capaian_tw, sumber_kategori
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, belum_ditulis, is_reached
from kinerja_xl.domain.lembar.isian import teks_of
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Baris,
    Gaya,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    Teks,
    kelompok,
    paragraf,
    sel,
)
from kinerja_xl.domain.numbers import KOSONG, format_persen
from kinerja_xl.domain.periods import tanggal_panjang

_WIDTH = 6


def bab_faktor(bahan: Bahan) -> Bab:
    """Return Bab IV."""
    kolom = (Kolom("No", 4, Rata.TENGAH), Kolom("Indikator dan Capaian", 22), Kolom("Faktor Pendorong", 19),
             Kolom("Faktor Penghambat", 19), Kolom("Tindak Lanjut", 18), Kolom("Rekomendasi Kasubag Perencanaan", 18))
    return Bab("BAB IV", "FAKTOR PENDORONG, FAKTOR PENGHAMBAT, TINDAK LANJUT, DAN REKOMENDASI", (
        paragraf("Uraian pada ", Rujukan("faktor"), " ditulis oleh unit yang bersangkutan dan disetujui oleh pejabat "
                 "yang disebutkan; rekomendasi ditulis oleh Kasubag Perencanaan. Isi uraian ditampilkan "
                 "sebagaimana ditulis."),
        Tabel("faktor", f"Faktor, tindak lanjut, dan rekomendasi per indikator, {bahan.triwulan}", kolom,
              tuple(_rows(bahan)))))


def _rows(bahan: Bahan) -> Iterator[Baris]:
    number = 0
    for data in bahan.daftar_berkas:
        group = [h for h in bahan.daftar_hasil if bahan.source_of(h.indikator) is data
                 and not h.indikator.digabung_dari]
        if not group:
            continue
        yield kelompok(_heading(bahan, data), _WIDTH)
        if data.isi is None:
            yield _missing(bahan, data)
            continue
        for hasil in group:
            number += 1
            yield _row(bahan, number, hasil, data.isi)
    gathered = [h for h in bahan.daftar_hasil if h.indikator.digabung_dari]
    if gathered:
        yield kelompok("Indikator gabungan", _WIDTH)
    for hasil in gathered:
        number += 1
        yield Baris((sel(str(number)), indikator_sel(bahan, hasil),
                     sel(f"Lihat uraian indikator {', '.join(hasil.indikator.digabung_dari)}.", bentang=4)))


def _heading(bahan: Bahan, data: DataBerkas) -> str:
    name = bahan.unit_name(data)
    if not data.disetujui_oleh:
        return name
    when = f", {tanggal_panjang(data.disetujui_pada.date())}" if data.disetujui_pada else ""
    return f"{name} – disetujui oleh {data.disetujui_oleh}{when}"


def _missing(bahan: Bahan, data: DataBerkas) -> Baris:
    text = f"{bahan.unit_name(data)} {data.belum_menyampaikan}."
    return Baris((sel(text, bentang=_WIDTH, gaya=Gaya.PERHATIAN, rata=Rata.KIRI),))


def _row(bahan: Bahan, number: int, hasil: HasilIndikator, isi: LembarKerja) -> Baris:
    kode = hasil.indikator.kode
    rekomendasi = uraian_sel(written(isi, kode, "rekomendasi"), f"rekomendasi {kode}",
                             missing=hasil.realisasi_tw is not None)
    return Baris((sel(str(number)), indikator_sel(bahan, hasil), *_uraian(hasil, isi, required=True), rekomendasi))


def _uraian(hasil: HasilIndikator, isi: LembarKerja, *, required: bool) -> tuple[Sel, Sel, Sel]:
    """Both factors and tindak lanjut; ``required`` marks a factor that is missing, and tindak lanjut of a miss."""
    kode = hasil.indikator.kode
    pendorong, penghambat = (written(isi, kode, stem) for stem in ("faktor_pendorong", "faktor_penghambat"))
    factors_missing = required and hasil.realisasi_tw is not None and not pendorong and not penghambat
    short = required and hasil.capaian_tw.nilai is not None and not is_reached(hasil)
    what = f"faktor pendorong atau penghambat {kode}"
    return (uraian_sel(pendorong, what, missing=factors_missing),
            uraian_sel(penghambat, what, missing=factors_missing),
            uraian_sel(written(isi, kode, "tindak_lanjut"), f"tindak lanjut {kode}", missing=short))


def tabel_uraian(bahan: Bahan, isi: LembarKerja, *, tindak_lanjut: bool) -> Tabel:
    """Return what one unit wrote about its own indicators, without Perencanaan's part.

    With ``tindak_lanjut`` it is the text of a report: what it must have and has not is marked.
    """
    kolom = (Kolom("No", 4, Rata.TENGAH), Kolom("Indikator dan Capaian", 23), Kolom("Keterangan", 18),
             Kolom("Faktor Pendorong", 19), Kolom("Faktor Penghambat", 19),
             *((Kolom("Tindak Lanjut", 17),) if tindak_lanjut else ()))
    rows = []
    for number, hasil in enumerate(bahan.daftar_hasil, 1):
        cells = _uraian(hasil, isi, required=tindak_lanjut)
        keterangan = uraian_sel(written(isi, hasil.indikator.kode, "keterangan"), "keterangan", missing=False)
        rows.append(Baris((sel(str(number)), indikator_sel(bahan, hasil), keterangan,
                           *cells[:3 if tindak_lanjut else 2])))
    return Tabel("faktor", f"Uraian per indikator, {bahan.triwulan}", kolom, tuple(rows))


def indikator_sel(bahan: Bahan, hasil: HasilIndikator) -> Sel:
    """Return a cell with an indicator and below it its capaian and category, or why there is none."""
    indikator: Indikator = hasil.indikator
    source = sumber_capaian_tw(bahan, hasil)
    note: Teks = ("Capaian: ", Angka(str(hasil.capaian_tw.keadaan), source))
    if hasil.capaian_tw.nilai is not None and hasil.kategori is not None:
        note = ("Capaian: ", Angka(format_persen(hasil.capaian_tw.nilai), source), ", ",
                Angka(hasil.kategori.nama, sumber_kategori(bahan, hasil)))
    return Sel((paragraf(f"{indikator.kode} – {indikator.nama}", gaya=Gaya.SEL),
                paragraf(*note, gaya=Gaya.KETERANGAN)))


def written(isi: LembarKerja, kode: str, stem: str) -> str:
    """Return what staff wrote about an indicator in this quarter; a dash and the like count as nothing."""
    teks = teks_of(isi, kode, stem).strip()
    return "" if teks.casefold() in KOSONG else teks


def uraian_sel(teks: str, apa: str, *, missing: bool) -> Sel:
    """Return a cell with a text as written; ``missing`` marks a blank one as something still to be written."""
    if teks:
        return Sel(tuple(Paragraf((line.strip(),), Gaya.SEL) for line in teks.splitlines() if line.strip()))
    return Sel((belum_ditulis(apa),)) if missing else sel(BELUM_DIHITUNG)
