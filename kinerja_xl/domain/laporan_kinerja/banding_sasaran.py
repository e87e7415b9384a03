"""Analyses 1 to 4 of a sasaran: the target, the years before, the end of Renstra, the national standard (T1 to T4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.capaian.rollup import RataSasaran
from kinerja_xl.domain.laporan import asal_angka
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import capaian_sel, kategori_sel, nilai_sel, persen_sel
from kinerja_xl.domain.laporan_kinerja import unsur
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.beberapa_tahun import compare_beberapa_tahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.kalimat import (
    kalimat_beberapa_tahun,
    kalimat_renstra,
    kalimat_standar,
    kalimat_tahun_lalu,
    kalimat_target,
)
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.perbandingan import (
    TanpaStandar,
    TerhadapAcuan,
    compare_renstra,
    compare_standar,
    compare_target,
)
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import (
    TahunCapaian,
    TerhadapTahunLalu,
    compare_tahun_lalu,
    years_of,
)
from kinerja_xl.domain.laporan_kinerja.unsur import nama_sel
from kinerja_xl.domain.naskah.naskah import (
    LANJUT,
    Angka,
    Baris,
    Daftar,
    JenisBaris,
    Kolom,
    Rata,
    Sel,
    Tabel,
    Teks,
    sel,
)
from kinerja_xl.domain.periods import ROMAWI

_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN
TANPA_STANDAR = "Tidak ada standar nasional yang ditetapkan"
Kalimat = Callable[[HasilIndikator, int], Teks]


class BandingSasaran:
    """What is computed about the indicators of one sasaran; ``nomor`` is its position in the report."""

    def __init__(self, bahan: BahanTahun, sasaran: RataSasaran, nomor: int) -> None:
        self._bahan, self._asal, self._nomor = bahan, asal_of(bahan), nomor
        self._sasaran, self._daftar = sasaran, bahan.hasil_of(sasaran.sasaran)
        self._riwayat = bahan.bahan.rencana.daftar_riwayat

    def sentences(self, kalimat: Kalimat) -> Daftar:
        """Return a sentence for each indicator, with its code before it."""
        return Daftar(tuple((f"{h.indikator.kode}: ", *kalimat(h, self._bahan.urutan(h))) for h in self._daftar))

    def _kunci(self, jenis: str) -> str:
        return f"{jenis}-{self._nomor}"

    # analysis 1

    def about_target(self, hasil: HasilIndikator, urutan: int) -> Teks:
        """Return the sentence of analysis 1."""
        fakta = compare_target(hasil, self._bahan.tahun, self._bahan.skala)
        if isinstance(fakta, Kekurangan):
            return unsur.kalimat_kekurangan(unsur.KURANG_TARGET, urutan, fakta, hasil.indikator.nama)
        return kalimat_target(fakta, urutan, self._bahan.skala, self._asal.besaran(hasil))

    def tabel_target(self) -> Tabel:
        """Return T1, closed by the sasaran's mean."""
        return Tabel(self._kunci("target"), f"Target dan realisasi tahun {self._bahan.tahun}, sasaran {self._nomor}",
                     kolom_target(), (*target_rows(self._bahan, self._sasaran),))

    def tabel_triwulan(self) -> Tabel:
        """Return the targets and realisasi of each quarter, as the charts show them."""
        kolom = (Kolom("Indikator Kinerja", 36), Kolom("Satuan", 10, _TENGAH),
                 *(Kolom(r, 7, _KANAN, "Target Triwulan") for r in ROMAWI),
                 *(Kolom(r, 7, _KANAN, "Realisasi Triwulan") for r in ROMAWI))
        return Tabel(self._kunci("triwulan"), f"Target dan realisasi tiap triwulan tahun {self._bahan.tahun}, "
                     f"sasaran {self._nomor}", kolom, tuple(map(self._quarters, self._daftar)), utuh=True)

    def _quarters(self, hasil: HasilIndikator) -> Baris:
        i, known = hasil.indikator, tuple(self._bahan.bahan.realisasi.get(hasil.indikator.kode, ()))
        values = [known[k - 1].efektif if k <= len(known) else None for k in TRIWULAN]
        return Baris((nama_sel(i), satuan_sel(self._bahan.bahan, i),
                      *(nilai_sel(target, self._asal.target(i, k))
                        for k, target in enumerate(i.target_tw, 1)),
                      *(nilai_sel(nilai, self._asal.realisasi(i, k)) for k, nilai in enumerate(values, 1))))

    # analysis 2

    def about_years(self, hasil: HasilIndikator, urutan: int) -> Teks:
        """Return the sentences of analysis 2: last year, and the years in a row where there are three."""
        tahun, skala, sumber = self._bahan.tahun, self._bahan.skala, self._asal.besaran(hasil)
        fakta = compare_tahun_lalu(hasil, self._riwayat, tahun, skala)
        if isinstance(fakta, Kekurangan):
            first = unsur.kalimat_kekurangan(unsur.KURANG_TAHUN_LALU, urutan, fakta)
        else:
            first = kalimat_tahun_lalu(fakta, urutan, skala, sumber)
        several = compare_beberapa_tahun(hasil, self._riwayat, tahun, skala)
        return first if several is None else (*first, " ", *kalimat_beberapa_tahun(several, urutan, skala, sumber))

    def tabel_tahun(self) -> Tabel:
        """Return T2."""
        tahun = self._bahan.tahun
        kolom = (Kolom("Indikator Kinerja", 30), Kolom("Satuan", 10, _TENGAH),
                 *(Kolom(str(year), 9, _KANAN, "Realisasi Tahun") for year in range(tahun - 2, tahun + 1)),
                 *(Kolom(str(year), 10, _KANAN, "Capaian Tahun") for year in (tahun - 1, tahun)),
                 Kolom("Naik/Turun", 13, _TENGAH))
        return Tabel(self._kunci("tahun"), f"Realisasi dan capaian tahun {tahun - 2} sampai dengan {tahun}, "
                     f"sasaran {self._nomor}", kolom, tuple(map(self._years, self._daftar)), utuh=True)

    def _years(self, hasil: HasilIndikator) -> Baris:
        i, sumber = hasil.indikator, self._asal.besaran(hasil)
        years = years_of(hasil, self._riwayat, self._bahan.tahun, self._bahan.skala)
        return Baris((nama_sel(i), satuan_sel(self._bahan.bahan, i),
                      *(self._realisasi(hasil, year) for year in years),
                      *(persen_sel(year.capaian.nilai, sumber(Besaran.CAPAIAN, year.tahun)) for year in years[1:]),
                      self._movement(hasil)))

    def _realisasi(self, hasil: HasilIndikator, year: TahunCapaian) -> Sel:
        found = nilai_sel(year.realisasi, self._asal.besaran(hasil)(Besaran.REALISASI, year.tahun))
        if year.realisasi is None or year.satuan == hasil.indikator.satuan:
            return found
        return Sel((*found.isi, *sel(f"({year.satuan})").isi))

    def _movement(self, hasil: HasilIndikator) -> Sel:
        fakta = compare_tahun_lalu(hasil, self._riwayat, self._bahan.tahun, self._bahan.skala)
        if not isinstance(fakta, TerhadapTahunLalu):
            return sel("–")
        sumber, tahun = self._asal.besaran(hasil), self._bahan.tahun
        return sel(Angka(fakta.gerak, sumber(Besaran.GERAK, tahun)), " (",
                   Angka(fakta.mutu, sumber(Besaran.MUTU, tahun)), ")")

    # analysis 3

    def about_renstra(self, hasil: HasilIndikator, urutan: int) -> Teks:
        """Return the sentence of analysis 3."""
        fakta = self._renstra(hasil)
        if isinstance(fakta, Kekurangan):
            return unsur.kalimat_kekurangan(unsur.KURANG_RENSTRA, urutan, fakta)
        return kalimat_renstra(fakta, urutan, self._bahan.skala, self._asal.besaran(hasil))

    def _renstra(self, hasil: HasilIndikator) -> TerhadapAcuan | Kekurangan:
        return compare_renstra(hasil, self._bahan.tahun, self._bahan.skala, self._riwayat)

    def tabel_renstra(self) -> Tabel:
        """Return T3."""
        kolom = (Kolom("Indikator Kinerja", 42), Kolom("Satuan", 12, _TENGAH),
                 Kolom(f"Realisasi s.d. Tahun {self._bahan.tahun}", 15, _KANAN),
                 Kolom("Target Akhir Renstra", 15, _KANAN), Kolom("Tingkat Kemajuan", 16, _KANAN))
        return Tabel(self._kunci("renstra"), f"Kemajuan menuju target akhir Renstra, sasaran {self._nomor}", kolom,
                     tuple(map(self._progress, self._daftar)), utuh=True)

    def _progress(self, hasil: HasilIndikator) -> Baris:
        i, fakta, sumber = hasil.indikator, self._renstra(hasil), self._asal.besaran(hasil)
        reached = None if isinstance(fakta, Kekurangan) else fakta.realisasi
        persen = None if isinstance(fakta, Kekurangan) else fakta.capaian.nilai
        return Baris((nama_sel(i), satuan_sel(self._bahan.bahan, i),
                      nilai_sel(reached, sumber(Besaran.REALISASI_RENSTRA, self._bahan.tahun)),
                      nilai_sel(i.target_renstra, sumber(Besaran.TARGET_RENSTRA, self._bahan.tahun)),
                      persen_sel(persen, sumber(Besaran.TINGKAT_KEMAJUAN, self._bahan.tahun))))

    # analysis 4

    def about_standard(self, hasil: HasilIndikator, urutan: int) -> Teks:
        """Return the sentence of analysis 4."""
        fakta = compare_standar(hasil, self._bahan.tahun, self._bahan.skala)
        if isinstance(fakta, Kekurangan):
            return unsur.kalimat_kekurangan(unsur.KURANG_STANDAR, urutan, fakta)
        return kalimat_standar(fakta, urutan, self._bahan.skala, self._asal.besaran(hasil))

    def tabel_standar(self) -> Tabel:
        """Return T4."""
        kolom = (Kolom("Indikator Kinerja", 40), Kolom(f"Realisasi Tahun {self._bahan.tahun}", 14, _KANAN),
                 Kolom("Standar Nasional/Provinsi", 16, _KANAN), Kolom("Keterangan", 30))
        return Tabel(self._kunci("standar"), f"Perbandingan dengan standar nasional, sasaran {self._nomor}", kolom,
                     tuple(map(self._standard, self._daftar)), utuh=True)

    def _standard(self, hasil: HasilIndikator) -> Baris:
        i, fakta = hasil.indikator, compare_standar(hasil, self._bahan.tahun, self._bahan.skala)
        sumber, tahun = self._asal.besaran(hasil), self._bahan.tahun
        if isinstance(fakta, TanpaStandar):
            note = sel(TANPA_STANDAR)
        elif isinstance(fakta, Kekurangan):
            note = sel(fakta.alasan[:1].upper() + fakta.alasan[1:])
        else:
            met = "Memenuhi standar" if fakta.is_terpenuhi else "Belum memenuhi standar"
            note = sel(Angka(met, sumber(Besaran.POSISI_STANDAR, tahun)))
        return Baris((nama_sel(i), nilai_sel(hasil.realisasi_sd, sumber(Besaran.REALISASI, tahun)),
                      nilai_sel(i.standar_nasional, sumber(Besaran.STANDAR_NASIONAL, tahun)), note))


def kolom_target() -> tuple[Kolom, ...]:
    """Return the columns of T1."""
    return (Kolom("No", 5, _TENGAH), Kolom("Sasaran", 20), Kolom("Indikator Kinerja", 29), Kolom("Satuan", 10, _TENGAH),
            Kolom("Target", 9, _KANAN), Kolom("Realisasi", 10, _KANAN), Kolom("Capaian", 10, _KANAN),
            Kolom("Kategori", 12, _TENGAH))


def target_rows(bahan: BahanTahun, sasaran: RataSasaran) -> Iterator[Baris]:
    """Yield the rows of T1 for one sasaran: an indicator each, then the mean."""
    asal, tahun = asal_of(bahan), bahan.tahun
    for place, hasil in enumerate(bahan.hasil_of(sasaran.sasaran)):
        i, sumber = hasil.indikator, asal.besaran(hasil)
        yield Baris((sel(str(bahan.urutan(hasil))), LANJUT if place else sel(i.sasaran), nama_sel(i),
                     satuan_sel(bahan.bahan, i), nilai_sel(i.target_tahun, sumber(Besaran.TARGET, tahun)),
                     nilai_sel(hasil.realisasi_sd, sumber(Besaran.REALISASI, tahun)),
                     capaian_sel(hasil.capaian_tahun, sumber(Besaran.CAPAIAN, tahun),
                                 disampaikan=bahan.bahan.is_delivered(i)),
                     kategori_sel(hasil.kategori_tahun, sumber(Besaran.KATEGORI, tahun))))
    mean = asal.rata(sasaran)
    yield Baris((sel("Rata-rata capaian sasaran", bentang=6, rata=_KANAN), persen_sel(sasaran.rata, mean),
                 kategori_sel(sasaran.kategori, asal_angka.sumber_kategori_of(mean))), JenisBaris.JUMLAH)
