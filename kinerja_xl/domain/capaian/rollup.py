"""From indicators to sasaran to the office, and from the bidang's indicators to a gathered one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import Capaian, HasilIndikator, Realisasi
from kinerja_xl.domain.capaian.kategori import classify
from kinerja_xl.domain.capaian.triwulanan import add_nilai, mean_nilai
from kinerja_xl.domain.indicators import Indikator, Perhitungan, TingkatIndikator
from kinerja_xl.domain.kebijakan import DasarRata, Kategori, Kebijakan, Skala
from kinerja_xl.domain.numbers import round_half_up


@dataclass(frozen=True)
class RataSasaran:
    """The mean capaian of a sasaran in per cent, over ``terhitung`` of its ``jumlah`` indicators."""

    sasaran: str
    rata: Decimal | None
    kategori: Kategori | None
    jumlah: int
    terhitung: int


@dataclass(frozen=True)
class Ringkasan:
    """The mean capaian in per cent; ``terisi`` indicators have a realisasi, ``terhitung`` entered the mean."""

    daftar_sasaran: tuple[RataSasaran, ...]
    rata: Decimal | None
    kategori: Kategori | None
    jumlah: int
    terisi: int
    terhitung: int


def limit_capaian(nilai: Decimal, kebijakan: Kebijakan) -> Decimal:
    """Return the capaian as it enters a mean: at most the office's cap, in per cent."""
    return nilai if kebijakan.batas_capaian is None else min(nilai, kebijakan.batas_capaian)


def rollup(daftar_hasil: Sequence[HasilIndikator], kebijakan: Kebijakan, skala: Skala, *,
           tahunan: bool = False) -> Ringkasan:
    """Return the means of the quarter's capaian, or with ``tahunan`` of those against the year (domain facts 5.4).

    Each capaian is capped first, then averaged per sasaran (in the order given) and rounded half-up to two decimals.
    The office's mean is taken over the sasaran's rounded means, so that it can be checked against the printed table,
    or over the indicators, as ``kebijakan.dasar_rata`` says. What has no capaian is in no mean and is counted apart.
    """
    groups: dict[str, list[HasilIndikator]] = {}
    for hasil in daftar_hasil:
        groups.setdefault(hasil.indikator.sasaran, []).append(hasil)
    daftar_sasaran = tuple(_mean_of_sasaran(sasaran, group, kebijakan, skala, tahunan)
                           for sasaran, group in groups.items())
    limited = _limited(daftar_hasil, kebijakan, tahunan)
    if kebijakan.dasar_rata is DasarRata.SASARAN:
        rata = _mean([sasaran.rata for sasaran in daftar_sasaran if sasaran.rata is not None])
    else:
        rata = _mean(limited)
    terisi = sum((hasil.realisasi_sd if tahunan else hasil.realisasi_tw) is not None for hasil in daftar_hasil)
    return Ringkasan(daftar_sasaran, rata, _kategori(rata, skala), len(daftar_hasil), terisi, len(limited))


def rollup_tingkat(daftar_hasil: Sequence[HasilIndikator], kebijakan: Kebijakan, skala: Skala, *,
                   tahunan: bool = False) -> dict[TingkatIndikator, Ringkasan]:
    """Return one Ringkasan per Tingkat that has indicators, Dinas first: levels are never mixed in one mean."""
    by_level = {tingkat: [h for h in daftar_hasil if h.indikator.tingkat is tingkat] for tingkat in TingkatIndikator}
    return {tingkat: rollup(of_level, kebijakan, skala, tahunan=tahunan)
            for tingkat, of_level in by_level.items() if of_level}


def _mean_of_sasaran(sasaran: str, daftar_hasil: Sequence[HasilIndikator], kebijakan: Kebijakan, skala: Skala,
                     tahunan: bool) -> RataSasaran:
    limited = _limited(daftar_hasil, kebijakan, tahunan)
    rata = _mean(limited)
    return RataSasaran(sasaran, rata, _kategori(rata, skala), len(daftar_hasil), len(limited))


def _limited(daftar_hasil: Sequence[HasilIndikator], kebijakan: Kebijakan, tahunan: bool) -> list[Decimal]:
    daftar_capaian: list[Capaian] = [hasil.capaian_tahun if tahunan else hasil.capaian_tw for hasil in daftar_hasil]
    return [limit_capaian(capaian.nilai, kebijakan) for capaian in daftar_capaian if capaian.nilai is not None]


def _mean(daftar_nilai: Sequence[Decimal]) -> Decimal | None:
    return round_half_up(sum(daftar_nilai, Decimal(0)) / len(daftar_nilai)) if daftar_nilai else None


def _kategori(rata: Decimal | None, skala: Skala) -> Kategori | None:
    return None if rata is None else classify(rata, skala)


def gather_realisasi(indikator: Indikator, sumber: Mapping[str, Sequence[Realisasi]]) -> tuple[Realisasi, ...]:
    """Return the four quarters of an indicator that is gathered from the codes in ``digabung_dari``.

    Quarter by quarter: where every source has pembilang and penyebut, both are added up. Otherwise the values
    are added for JUMLAH and for POSISI of counts; they are averaged for per cent, RATA and AKHIR, where a
    sum means nothing (predikat are taken over only where all are the same). A quarter in which any source is
    blank stays blank: a partial sum would pass for the whole.
    """
    daftar_sumber = [tuple(sumber.get(kode, ())) for kode in indikator.digabung_dari]
    if not daftar_sumber:
        return (Realisasi(),) * 4
    return tuple(_gather_quarter(indikator, [sumber[k] if k < len(sumber) else Realisasi() for sumber in daftar_sumber])
                 for k in range(4))


def _gather_quarter(indikator: Indikator, daftar: Sequence[Realisasi]) -> Realisasi:
    pembilang = [realisasi.pembilang for realisasi in daftar if realisasi.pembilang is not None]
    penyebut = [realisasi.penyebut for realisasi in daftar if realisasi.penyebut is not None]
    if len(pembilang) == len(penyebut) == len(daftar):
        return Realisasi(None, sum(pembilang, Decimal(0)), sum(penyebut, Decimal(0)))
    daftar_nilai = [realisasi.efektif for realisasi in daftar]
    if None in daftar_nilai:
        return Realisasi()
    return Realisasi(add_nilai(daftar_nilai) if _adds_up(indikator) else mean_nilai(daftar_nilai))


def _adds_up(indikator: Indikator) -> bool:
    per_cent = "%" in indikator.satuan or indikator.satuan.strip().lower().startswith("persen")
    return indikator.perhitungan in (Perhitungan.JUMLAH, Perhitungan.POSISI) and not per_cent
