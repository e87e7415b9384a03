"""Sentences that state computed facts in formal Indonesian; every figure and every computed word is an ``Angka``."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from kinerja_xl.domain.indicators import Arah, Nilai, Predikat
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.laporan.ungkapan import nilai_dan_satuan
from kinerja_xl.domain.laporan_kinerja import pola_kalimat as pola
from kinerja_xl.domain.laporan_kinerja.beberapa_tahun import BeberapaTahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.efisiensi import Efisiensi, EfisiensiPmk
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Gerak, Letak, Posisi, predikat_score
from kinerja_xl.domain.laporan_kinerja.perbandingan import TanpaStandar, TerhadapAcuan
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import TahunPertama, TerhadapTahunLalu
from kinerja_xl.domain.laporan_kinerja.pola_kalimat import choose_pola, fill_pola
from kinerja_xl.domain.naskah.naskah import Angka, Potongan, Teks
from kinerja_xl.domain.numbers import format_angka, format_persen
from kinerja_xl.domain.sumber import Sumber

SumberBesaran = Callable[[Besaran, int | None], Sumber | None]
"""Where a figure comes from: its quantity and its year (None: of no year) in, the source for ``Angka`` out."""

_PASIF = {Posisi.MELAMPAUI: "terlampaui", Posisi.MENCAPAI: "tercapai", Posisi.BELUM: "belum tercapai"}
_MAKIN = "makin rendah makin baik"
_TAHUN_LALU = {Gerak.TETAP: pola.TAHUN_LALU_TETAP, Gerak.BERUBAH: pola.TAHUN_LALU_BERUBAH}


def no_sumber(besaran: Besaran, tahun: int | None) -> None:
    """Return no reference at all: for sentences that stand in no document."""


def kalimat_target(fakta: TerhadapAcuan, urutan: int, skala: Skala, sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 1; ``urutan`` is the indicator's position in the report, from 1."""
    kelompok, tahun, nama = pola.TARGET, fakta.tahun, fakta.indikator.nama
    falling = fakta.indikator.arah is Arah.NEGATIF and fakta.letak is not Letak.BERBEDA
    if falling:
        kelompok = pola.TARGET_NEGATIF
    elif fakta.acuan == 0:
        kelompok = pola.TARGET_NOL
    missed = falling and fakta.posisi is not Posisi.MENCAPAI
    return fill_pola(
        choose_pola(kelompok, urutan), nama=nama, tahun=str(tahun),
        realisasi=_nilai(fakta, fakta.realisasi, Besaran.REALISASI, skala, sumber),
        acuan=_nilai(fakta, fakta.acuan, Besaran.TARGET, skala, sumber),
        posisi=Angka(fakta.posisi, sumber(Besaran.POSISI, tahun)),
        posisi_pasif=Angka(_PASIF[fakta.posisi], sumber(Besaran.POSISI, tahun)),
        letak=Angka(fakta.letak, sumber(Besaran.LETAK, tahun)), sifat=f", yang {_MAKIN}," if falling else "",
        alasan=f"karena {_MAKIN}, " if missed else "",
        sehingga=f"; karena {_MAKIN}, " if missed else ", sehingga ", ekor_capaian=_ekor_capaian(fakta, sumber))


def _ekor_capaian(fakta: TerhadapAcuan, sumber: SumberBesaran) -> Teks:
    if fakta.persen is None:
        return ()
    capaian = Angka(format_persen(fakta.persen), sumber(Besaran.CAPAIAN, fakta.tahun))
    if fakta.kategori is None:
        return (", dengan capaian ", capaian)
    return (", dengan capaian ", capaian, " (kategori ",
            Angka(fakta.kategori.nama, sumber(Besaran.KATEGORI, fakta.tahun)), ")")


def kalimat_tahun_lalu(fakta: TerhadapTahunLalu | TahunPertama, urutan: int, skala: Skala,
                       sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 2 about last year, or that there is none before this one."""
    tahun = fakta.tahun
    if isinstance(fakta, TahunPertama):
        return fill_pola(choose_pola(pola.TAHUN_PERTAMA, urutan), tahun=str(tahun))
    satuan = fakta.indikator.satuan
    return fill_pola(
        choose_pola(_TAHUN_LALU.get(fakta.gerak, pola.TAHUN_LALU), urutan),
        tahun=str(tahun), tahun_lalu=str(tahun - 1),
        lalu=Angka(_tampil(fakta.lalu, satuan, skala), sumber(Besaran.REALISASI, tahun - 1)),
        realisasi=Angka(_tampil(fakta.realisasi, satuan, skala), sumber(Besaran.REALISASI, tahun)),
        gerak=Angka(fakta.gerak, sumber(Besaran.GERAK, tahun)), mutu=Angka(fakta.mutu, sumber(Besaran.MUTU, tahun)))


def kalimat_beberapa_tahun(fakta: BeberapaTahun, urutan: int, skala: Skala, sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 2 about at least three years in a row, each value named."""
    awal, tahun = fakta.daftar[0][0], fakta.daftar[-1][0]
    values = [Angka(_tampil(nilai, fakta.indikator.satuan, skala), sumber(Besaran.REALISASI, year))
              for year, nilai in fakta.daftar]
    return fill_pola(
        choose_pola(pola.BEBERAPA_TAHUN, urutan), awal=str(awal), tahun=str(tahun), daftar=_join_angka(values),
        kecenderungan=Angka(fakta.kecenderungan, sumber(Besaran.KECENDERUNGAN, tahun)),
        mutu=Angka(fakta.mutu, sumber(Besaran.MUTU_BEBERAPA_TAHUN, tahun)))


def _join_angka(values: list[Angka]) -> Teks:
    """``70%, 75%, dan 80%``, with semicolons where a value has a comma of its own (EYD)."""
    koma = ";" if any("," in angka.tampil for angka in values) else ","
    joined: list[Potongan] = [values[0]]
    for angka in values[1:-1]:
        joined += [f"{koma} ", angka]
    return (*joined, f"{koma} dan ", values[-1])


def kalimat_renstra(fakta: TerhadapAcuan, urutan: int, skala: Skala, sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 3, with the tingkat kemajuan where there is one in per cent."""
    persen = None if fakta.persen is None else Angka(format_persen(fakta.persen),
                                                     sumber(Besaran.TINGKAT_KEMAJUAN, fakta.tahun))
    return fill_pola(
        choose_pola(pola.RENSTRA, urutan), tahun=str(fakta.tahun),
        realisasi=_nilai(fakta, fakta.realisasi, Besaran.REALISASI_RENSTRA, skala, sumber),
        acuan=_nilai(fakta, fakta.acuan, Besaran.TARGET_RENSTRA, skala, sumber),
        posisi_pasif=Angka(_PASIF[fakta.posisi], sumber(Besaran.POSISI_RENSTRA, fakta.tahun)),
        ekor_dengan=(", dengan tingkat kemajuan ", persen) if persen else (),
        ekor_titik_koma=("; tingkat kemajuannya ", persen) if persen else (),
        ekor_kurung=(" (tingkat kemajuan ", persen, ")") if persen else ())


def kalimat_standar(fakta: TerhadapAcuan | TanpaStandar, urutan: int, skala: Skala,
                    sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 4, or that no national standard was set."""
    if isinstance(fakta, TanpaStandar):
        return (choose_pola(pola.TANPA_STANDAR, urutan),)
    met, belum = sumber(Besaran.POSISI_STANDAR, fakta.tahun), "" if fakta.is_terpenuhi else "belum "
    return fill_pola(
        choose_pola(pola.STANDAR, urutan), tahun=str(fakta.tahun),
        realisasi=_nilai(fakta, fakta.realisasi, Besaran.REALISASI, skala, sumber),
        acuan=_nilai(fakta, fakta.acuan, Besaran.STANDAR_NASIONAL, skala, sumber),
        memenuhi=Angka(f"{belum}memenuhi", met), terpenuhi=Angka(f"{belum}terpenuhi", met))


def kalimat_efisiensi(fakta: Efisiensi | EfisiensiPmk, urutan: int, sumber: SumberBesaran = no_sumber) -> Teks:
    """Return the sentence of analysis 6; money left over beside a missed target is called what it is."""
    if isinstance(fakta, EfisiensiPmk):
        return fill_pola(choose_pola(pola.EFISIENSI_PMK, urutan),
                         efisiensi=Angka(format_persen(fakta.efisiensi), sumber(Besaran.EFISIENSI_PMK, None)),
                         nilai=Angka(format_persen(fakta.nilai), sumber(Besaran.NILAI_EFISIENSI_PMK, None)))
    sisa: Teks = ()
    if fakta.tidak_terserap is not None:
        sisa = fill_pola(pola.TIDAK_TERSERAP,
                         sisa=Angka(format_persen(fakta.tidak_terserap), sumber(Besaran.SISA_ANGGARAN, None)))
    return fill_pola(
        choose_pola(pola.EFISIENSI, urutan), sisa=sisa,
        capaian=Angka(format_persen(fakta.capaian), sumber(Besaran.CAPAIAN, None)),
        serapan=Angka(format_persen(fakta.serapan), sumber(Besaran.SERAPAN, None)),
        tingkat=Angka(f"{_poin(fakta.tingkat)} poin persen", sumber(Besaran.TINGKAT_EFISIENSI, None)),
        penilaian=Angka(fakta.penilaian, sumber(Besaran.PENILAIAN, None)))


def _poin(nilai: Decimal) -> str:
    return format_angka(nilai, 2).removesuffix(",00")


def _nilai(fakta: TerhadapAcuan, nilai: Nilai, besaran: Besaran, skala: Skala, sumber: SumberBesaran) -> Angka:
    return Angka(_tampil(nilai, fakta.indikator.satuan, skala), sumber(besaran, fakta.tahun))


def _tampil(nilai: Nilai, satuan: str, skala: Skala) -> str:
    """A value as a sentence has it: ``84%``, ``predikat BB``, and a word outside the scale in quotation marks."""
    if isinstance(nilai, Predikat):
        return f"predikat {nilai.huruf}" if predikat_score(nilai, skala) is not None else f"“{nilai.huruf}”"
    return nilai_dan_satuan(nilai, satuan)
