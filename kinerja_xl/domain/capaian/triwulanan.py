"""The four jenis perhitungan: target and realisasi up to a quarter (domain facts 5.2)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, Rentang
from kinerja_xl.domain.periods import ROMAWI

PENYEBUT_NOL = "Penyebut nol, sehingga persentase tidak dapat dihitung."
_BUKAN_ANGKA = "Predikat yang berbeda tidak dapat dijumlahkan atau dirata-ratakan."


class Realisasi(NamedTuple):
    """What was filled for one quarter: a value, or the two parts of a ratio."""

    nilai: Nilai | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None

    @property
    def efektif(self) -> Nilai | None:
        """Pembilang / penyebut x 100, unrounded, where both are there and penyebut is not zero; else ``nilai``."""
        if self.pembilang is not None and self.penyebut:
            return self.pembilang * 100 / self.penyebut
        return self.nilai

    @property
    def penyebut_nol(self) -> bool:
        """Whether there is no value because the ratio's penyebut is zero."""
        return self.efektif is None and self.penyebut == 0


class SampaiDengan(NamedTuple):
    """Target and realisasi up to a quarter; ``target`` is what ``realisasi`` may fairly be compared with.

    ``halangan`` says why there is no realisasi although something was filled; ``catatan`` what to know about it.
    """

    target: Nilai | None
    realisasi: Nilai | None
    catatan: str = ""
    halangan: str = ""


def pad_realisasi(daftar_realisasi: Sequence[Realisasi], triwulan: int) -> tuple[Realisasi, ...]:
    """Return the quarters up to ``triwulan`` (1..4, else ValueError); quarters that are missing are blank."""
    if not 1 <= triwulan <= 4:
        raise ValueError(f"triwulan {triwulan}")
    known = tuple(daftar_realisasi[:triwulan])
    return known + (Realisasi(),) * (triwulan - len(known))


def accumulate(indikator: Indikator, daftar_realisasi: Sequence[Realisasi], triwulan: int) -> SampaiDengan:
    """Return what was reached up to ``triwulan`` under the indicator's jenis perhitungan.

    JUMLAH adds realisasi, and the targets of the same quarters: a quarter left blank counts on neither side.
    POSISI and AKHIR take the last quarter filled, with that quarter's target (AKHIR: else the year's).
    RATA takes the mean of the quarters filled, or sum of pembilang / sum of penyebut where all parts are known.
    """
    daftar = pad_realisasi(daftar_realisasi, triwulan)
    filled = [k for k, realisasi in enumerate(daftar) if realisasi.efektif is not None]
    if not filled:
        halangan = PENYEBUT_NOL if any(realisasi.penyebut_nol for realisasi in daftar) else ""
        return SampaiDengan(_planned_target(indikator, triwulan), None, halangan=halangan)
    if indikator.perhitungan is Perhitungan.JUMLAH:
        return _accumulate_jumlah(indikator, daftar, filled)
    if indikator.perhitungan is Perhitungan.RATA:
        return _accumulate_rata(indikator, daftar, filled)
    return _accumulate_last(indikator, daftar, filled[-1])


def _planned_target(indikator: Indikator, triwulan: int) -> Nilai | None:
    """Return the target to show while nothing is filled: the plan's, up to that quarter."""
    if indikator.perhitungan is Perhitungan.JUMLAH:
        return add_nilai(indikator.target_tw[:triwulan])
    if indikator.perhitungan is Perhitungan.AKHIR:
        return indikator.target_tw[triwulan - 1] or indikator.target_tahun
    return indikator.target_tw[triwulan - 1]


def _accumulate_jumlah(indikator: Indikator, daftar: Sequence[Realisasi], filled: Sequence[int]) -> SampaiDengan:
    realisasi = add_nilai([daftar[k].efektif for k in filled])
    target = add_nilai([indikator.target_tw[k] for k in filled])
    left_out = [f"TW {ROMAWI[k]}" for k in range(len(daftar)) if k not in filled and indikator.target_tw[k]]
    catatan = ""
    if left_out:
        catatan = f"Realisasi {', '.join(left_out)} belum diisi, sehingga targetnya tidak ikut diperbandingkan."
    return SampaiDengan(target, realisasi, catatan, "" if realisasi is not None else _BUKAN_ANGKA)


def _accumulate_rata(indikator: Indikator, daftar: Sequence[Realisasi], filled: Sequence[int]) -> SampaiDengan:
    parts = [(daftar[k].pembilang, daftar[k].penyebut) for k in filled]
    pembilang = [atas for atas, bawah in parts if atas is not None and bawah]
    penyebut = sum(bawah for atas, bawah in parts if atas is not None and bawah)
    if len(pembilang) == len(filled) and penyebut:
        realisasi: Nilai | None = sum(pembilang) * Decimal(100) / penyebut
    else:
        realisasi = mean_nilai([daftar[k].efektif for k in filled])
    planned = [t for t in (indikator.target_tw[k] for k in filled) if not is_unplanned(indikator, t)]
    target = mean_nilai(planned)
    if target is None and planned:
        target = planned[-1]  # predikat that differ from quarter to quarter: the last one stands
    return SampaiDengan(target, realisasi, halangan="" if realisasi is not None else _BUKAN_ANGKA)


def _accumulate_last(indikator: Indikator, daftar: Sequence[Realisasi], last: int) -> SampaiDengan:
    target = indikator.target_tw[last]
    akhir = indikator.perhitungan is Perhitungan.AKHIR
    if akhir and (target is None or is_unplanned(indikator, target)):
        target = indikator.target_tahun
    catatan = ""
    if last != len(daftar) - 1:
        catatan = f"{'Diukur pada' if akhir else 'Posisi terakhir yang diisi adalah'} TW {ROMAWI[last]}."
    return SampaiDengan(target, daftar[last].efektif, catatan)


def is_unplanned(indikator: Indikator, target_tw: Nilai | None) -> bool:
    """Whether a quarter has no target although the year has one: blank, or zero for a positive indicator."""
    if target_tw is None:
        return True
    whole_year = indikator.target_tahun if indikator.target_tahun is not None else add_nilai(indikator.target_tw)
    return target_tw == 0 and indikator.arah is Arah.POSITIF and whole_year != 0


def add_nilai(daftar_nilai: Sequence[Nilai | None]) -> Nilai | None:
    """Return the sum of numbers and ranges, blanks left out; None where there is none or a Predikat among them."""
    known = [nilai for nilai in daftar_nilai if nilai is not None]
    if not known or any(isinstance(nilai, Predikat) for nilai in known):
        return None
    bawah = sum((n.bawah if isinstance(n, Rentang) else n for n in known if not isinstance(n, Predikat)), Decimal(0))
    atas = sum((n.atas if isinstance(n, Rentang) else n for n in known if not isinstance(n, Predikat)), Decimal(0))
    return Rentang(bawah, atas) if any(isinstance(nilai, Rentang) for nilai in known) else bawah


def mean_nilai(daftar_nilai: Sequence[Nilai | None]) -> Nilai | None:
    """Return the mean, blanks left out, unrounded; the value itself where all are the same, also a Predikat."""
    known = [nilai for nilai in daftar_nilai if nilai is not None]
    if known and all(nilai == known[0] for nilai in known):
        return known[0]
    total = add_nilai(known)
    if isinstance(total, Rentang):
        return Rentang(total.bawah / len(known), total.atas / len(known))
    return total / len(known) if isinstance(total, Decimal) else None
