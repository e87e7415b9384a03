"""Indicators, scales and numbers that the tests of the computing core share."""

from decimal import Decimal

from hypothesis import strategies as st

from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi, compute_indikator
from kinerja_xl.domain.indicators import (
    Arah,
    Indikator,
    Nilai,
    Perhitungan,
    Predikat,
    Rentang,
    SubKegiatan,
    TingkatIndikator,
)
from kinerja_xl.domain.kebijakan import Kategori, Skala

# domain facts 5.3: the scale of Permendagri 86/2017 with its gaps closed
SKALA = Skala(
    (Kategori("Sangat Tinggi", Decimal(90), "00B050", "91% ≤ 100%"),
     Kategori("Tinggi", Decimal(75), "92D050", "76% ≤ 90%"),
     Kategori("Sedang", Decimal(65), "FFFF00", "66% ≤ 75%"),
     Kategori("Rendah", Decimal(50), "FFC000", "51% ≤ 65%"),
     Kategori("Sangat Rendah", Decimal(0), "FF0000", "≤ 50%")),
    {"AA": Decimal(7), "A": Decimal(6), "BB": Decimal(5), "B": Decimal(4), "CC": Decimal(3), "C": Decimal(2),
     "D": Decimal(1)})

JUMLAH, POSISI, RATA, AKHIR = Perhitungan.JUMLAH, Perhitungan.POSISI, Perhitungan.RATA, Perhitungan.AKHIR

sensible = st.decimals(0, 10**9, places=3)
"""Numbers as offices have them: up to a milliard, three decimals."""


def nilai(isi: str | Nilai | None) -> Nilai | None:
    """Return ``"10"`` as a number, ``"80..90"`` as a range, ``"BB"`` as a predikat and ``"-"`` as a blank."""
    if not isinstance(isi, str) or isi == "-":
        return None if isinstance(isi, str) else isi
    if ".." in isi:
        bawah, atas = isi.split("..")
        return Rentang(Decimal(bawah), Decimal(atas))
    return Predikat(isi) if isi.strip()[0].isalpha() else Decimal(isi)


def indikator(perhitungan: Perhitungan, target_tw: str, target_tahun: str, arah: Arah = Arah.POSITIF, *,
              kode: str = "I-1", sasaran: str = "Sasaran 1", satuan: str = "Orang",
              tingkat: TingkatIndikator = TingkatIndikator.DINAS, digabung_dari: tuple[str, ...] = ()) -> Indikator:
    """Return an indicator; ``target_tw`` is written as ``"10 10 15 5"`` with ``-`` for a blank."""
    tw1, tw2, tw3, tw4 = (nilai(isi) for isi in target_tw.split())
    return Indikator(kode, "Indikator contoh", satuan, tingkat, "LINJAMSOS", None, "", sasaran, arah, perhitungan,
                     nilai(target_tahun), (tw1, tw2, tw3, tw4), digabung_dari=digabung_dari)


def realisasi(isi: str) -> tuple[Realisasi, ...]:
    """Return quarters written as ``"8 12 - 5400/45000"``."""
    return tuple(Realisasi(None, Decimal(bagian[0]), Decimal(bagian[1])) if len(bagian) == 2 else
                 Realisasi(nilai(bagian[0])) for bagian in (satu.split("/") for satu in isi.split()))


def hasil(rencana: Indikator, isi: str, triwulan: int) -> HasilIndikator:
    """Return the result of an indicator with realisasi written as text."""
    return compute_indikator(rencana, realisasi(isi), triwulan, SKALA)


def subkegiatan(pagu: str = "1000000", target_tw: str = "5 5 5 5", target_tahun: str = "20") -> SubKegiatan:
    """Return a sub kegiatan with its pagu in rupiah."""
    tw1, tw2, tw3, tw4 = (None if isi == "-" else Decimal(isi) for isi in target_tw.split())
    return SubKegiatan("1.06.05.2.02.0006", "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", "Jumlah", "Orang",
                       "LINJAMSOS", None, Decimal(target_tahun), (tw1, tw2, tw3, tw4), Decimal(pagu))
