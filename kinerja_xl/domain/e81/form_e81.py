"""Form E.81 (Permendagri 86/2017): how far Renja and Renstra are, 16 columns and the block below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.e81.baris import Butir, Sepasang, butir_e81
from kinerja_xl.domain.e81.kaki import kaki_e81
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, gather_bahan
from kinerja_xl.domain.naskah.kepala_naskah import PenandaTangan, is_kosong, sign_for
from kinerja_xl.domain.naskah.naskah import Baris, Gaya, JenisBaris, Kolom, Paragraf, Rata, Sel, Tabel, paragraf, sel
from kinerja_xl.domain.office import Instansi, Pengaturan
from kinerja_xl.domain.periods import ROMAWI, Periode, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.jabatan import post_of
from kinerja_xl.domain.sumber import AsalDokumen

_TITIK = "…" * 10
_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH


@dataclass(frozen=True)
class FormE81:
    """A Form E.81; ``kaki`` is the block below the table, ``belum_berakhir`` says whether data may still come."""

    instansi: Instansi
    periode: Periode
    dicetak: date
    final: bool
    judul: tuple[str, ...]
    tabel: Tabel
    kaki: tuple[Paragraf, ...]
    skala: Tabel
    tempat_tanggal: str
    disusun: PenandaTangan
    dievaluasi: PenandaTangan
    asal: AsalDokumen | None = None

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """The placeholders in it; the evaluator's signature is blank on purpose and none."""
        return tuple(dict.fromkeys(text for text in (*(p.polos for p in self.kaki), *self.disusun.kosong)
                                   if is_kosong(text)))


def form_e81(pengaturan: Pengaturan, rencana: RencanaAksi, periode: Periode, daftar_berkas: Sequence[DataBerkas],
             dicetak: date, asal: AsalRencana | None = None) -> FormE81:
    """Return the form of a quarter. It is a draft while a berkas of the quarter is under way."""
    bahan = gather_bahan(pengaturan, rencana, periode, daftar_berkas, dicetak, True, asal)
    instansi, butir = pengaturan.instansi, tuple(butir_e81(bahan))
    wilayah = instansi.pemerintah.removeprefix("Pemerintah ").upper()
    return FormE81(
        instansi, periode, dicetak, all(data.berakhir for data in bahan.daftar_berkas),
        ("FORMULIR E.81", "EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH LINGKUP KABUPATEN/KOTA",
         f"RENJA {instansi.nama.upper()} {wilayah}",
         f"PERIODE PELAKSANAAN TAHUN {periode.tahun}, SAMPAI DENGAN TRIWULAN {periode.romawi}"),
        _table(bahan, butir), tuple(kaki_e81(bahan, butir)), _scale(pengaturan),
        f"{instansi.tempat}, {tanggal_panjang(dicetak)}",
        sign_for(pengaturan, post_of(pengaturan, Peran.KEPALA_DINAS, "", None), dicetak, "Disusun:"),
        PenandaTangan(f"Dievaluasi: {instansi.tempat}, {_TITIK}", "KEPALA BAPPEDA,", _TITIK, "", f"NIP. {_TITIK}"))


def _table(bahan: Bahan, daftar: Sequence[Butir]) -> Tabel:
    tahun = bahan.periode.tahun
    kolom = (
        Kolom("No", 4, _TENGAH), Kolom("Sasaran", 14), Kolom("Program/ Kegiatan/ Sub Kegiatan", 20),
        Kolom("Indikator Kinerja Program (outcome)/ Sub Kegiatan (output)", 21),
        Kolom("Target Renstra pada akhir periode (K; Rp)", 12, _KANAN),
        Kolom(f"Realisasi capaian Renstra s.d. tahun {tahun - 1} (K; Rp)", 12, _KANAN),
        Kolom(f"Target kinerja dan anggaran Renja tahun {tahun} (K; Rp)", 13, _KANAN),
        *(Kolom(f"Realisasi kinerja pada triwulan {romawi} (K; Rp)", 12, _KANAN) for romawi in ROMAWI),
        Kolom("Realisasi capaian kinerja dan anggaran Renja (K; Rp)", 12, _KANAN),
        Kolom("Tingkat capaian kinerja dan realisasi anggaran Renja (%)", 11, _KANAN),
        Kolom(f"Realisasi kinerja dan anggaran Renstra s.d. tahun {tahun} (K; Rp)", 12, _KANAN),
        Kolom(f"Tingkat capaian Renstra s.d. tahun {tahun} (%)", 10, _KANAN),
        Kolom("Unit penanggung jawab", 17))
    return Tabel("e81", "", kolom, tuple(_rows(daftar)), bernomor=True)


def _rows(daftar: Sequence[Butir]) -> Iterator[Baris]:
    for number, butir in enumerate(daftar, 1):
        yield Baris((sel(str(number)), sel(butir.sasaran), sel(butir.nama), sel(butir.indikator),
                     *map(_pair, butir.nilai), sel(butir.unit)), butir.jenis)
    if not daftar:
        yield Baris((sel("Rencana Aksi tidak memuat program maupun indikator.", bentang=16, gaya=Gaya.PERHATIAN),),
                    JenisBaris.ISI)


def _pair(nilai: Sepasang) -> Sel:
    """Kinerja above, rupiah below; what has neither is left blank."""
    return Sel(tuple(paragraf(one, gaya=Gaya.SEL) for one in nilai if one is not None) or (paragraf(gaya=Gaya.SEL),))


def _scale(pengaturan: Pengaturan) -> Tabel:
    """The legend of the predikat."""
    rows = tuple(Baris((sel(kategori.interval), sel(kategori.nama, warna=kategori.warna)))
                 for kategori in pengaturan.skala.daftar_kategori)
    return Tabel("e81-skala", "", (Kolom("Skor", 50, _TENGAH), Kolom("Predikat Kinerja", 50, _TENGAH)), rows, utuh=True)


