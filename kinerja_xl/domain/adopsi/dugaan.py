"""Guesses where a sheet does not say it: jenis perhitungan, arah, the year's target, the unit; each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja_xl.domain.adopsi.hasil import BarisAdopsi
from kinerja_xl.domain.indicators import Arah, Nilai, Perhitungan

_NEGATIF = re.compile(r"\b(?:temuan|keluhan|pengaduan|aduan|kasus|pelanggaran|kematian|kemiskinan|stunting|prevalensi"
                      r"|pengangguran|inflasi|keterlambatan|terlambat|kecelakaan|kerusakan|kehilangan|risiko|tunggakan"
                      r"|waktu (?:penyaluran|pelayanan|penyelesaian|tanggap|tunggu|respons?)|lama (?:waktu|pelayanan)"
                      r"|gini|putus sekolah|kerugian|sisa|deviasi|angka kesakitan)\b", re.IGNORECASE)
_JADI_BAIK = re.compile(r"\b(?:penanganan|tertangani|ditangani|ditindaklanjuti|terselesaikan|diselesaikan|penyelesaian"
                        r"|penurunan|penanggulangan|pencegahan|dilayani|terlayani|korban|yang mendapat\w*)\b",
                        re.IGNORECASE)
_AKHIR = re.compile(r"\b(?:indeks|nilai|predikat|opini|ikm|sakip|maturitas|peringkat|skor)\b", re.IGNORECASE)
_PERSEN = re.compile(r"%|\bpersen|p(?:er|re|ro)sentase|\bcakupan\b|\brasio\b|\btingkat\b|\brata-?\s*rata\b"
                     r"|\bwaktu\b|\blama(?:nya)?\b", re.IGNORECASE)
_SATUAN_KURUNG = re.compile(r"\(\s*(%|[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?)\s*\)\s*$")
_SATUAN_NAMA = re.compile(r"(?:jumlah|banyaknya)\s+([^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Tebakan:
    """A guess: what was taken, and why."""

    isi: str
    alasan: str


@dataclass(frozen=True)
class CaraHitung:
    """How an indicator is computed over the quarters: the method, its targets, and why."""

    perhitungan: Perhitungan
    target_tahun: Nilai | None
    target_tw: tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None]
    alasan: str


def guess_method(baris: BarisAdopsi) -> CaraHitung:
    """Return the method that the targets fit (domain facts 5.2), by the wording where there are none for quarters.

    Where no quarter has a target, the year's stands in TW IV: every method adds up so, and no quarter before it is
    judged by a figure that nobody set.
    """
    year = baris.target_perubahan if baris.target_perubahan is not None else baris.target_tahunan
    filled = [x for x in baris.target_tw if x is not None]
    if not filled:
        method, reason = _by_wording(baris, year)
        return CaraHitung(method, year, (None, None, None, year), f"{reason}; target triwulan tidak ada")
    if len(filled) == 1 and baris.target_tw[3] is not None:
        return CaraHitung(Perhitungan.AKHIR, year if year is not None else filled[0], baris.target_tw,
                          "hanya TW IV yang bertarget")
    numbers = [x for x in filled if isinstance(x, Decimal)]
    if len(numbers) < len(filled):
        return CaraHitung(Perhitungan.POSISI, year if year is not None else filled[-1], baris.target_tw,
                          "target berupa predikat atau rentang")
    return _by_targets(baris, numbers, year)


def _by_targets(baris: BarisAdopsi, numbers: Sequence[Decimal], year: Nilai | None) -> CaraHitung:
    total, last = sum(numbers, Decimal(0)), baris.target_tw[3]
    if year is None:
        return _without_year(baris, numbers, total)
    if total == year:
        return CaraHitung(Perhitungan.JUMLAH, year, baris.target_tw, "target triwulan berjumlah target tahunan")
    if len(numbers) < 4 and last is None:
        method, _ = _by_wording(baris, year)
        return CaraHitung(method, year, baris.target_tw, "menurut satuannya; target triwulan belum lengkap")
    if all(x == year for x in numbers):
        return CaraHitung(Perhitungan.RATA, year, baris.target_tw, "target tiap triwulan sama dengan target tahunan")
    if last == year and (_rises(numbers) or _falls(numbers)):
        return CaraHitung(Perhitungan.POSISI, year, baris.target_tw, "target triwulan bergerak menuju target tahunan")
    if last == year:
        return CaraHitung(Perhitungan.POSISI, year, baris.target_tw, "target TW IV sama dengan target tahunan")
    return CaraHitung(Perhitungan.RATA, year, baris.target_tw, "target triwulan tidak cocok dengan target tahunan")


def _without_year(baris: BarisAdopsi, numbers: Sequence[Decimal], total: Decimal) -> CaraHitung:
    if len(set(numbers)) == 1 and len(numbers) > 1 and _is_share(baris):
        return CaraHitung(Perhitungan.RATA, numbers[0], baris.target_tw, "target tahunan diduga dari target triwulan")
    if _is_share(baris) and _rises(numbers):
        return CaraHitung(Perhitungan.POSISI, numbers[-1], baris.target_tw, "target tahunan diduga dari target TW IV")
    return CaraHitung(Perhitungan.JUMLAH, total, baris.target_tw, "target tahunan diduga dari jumlah target triwulan")


def _by_wording(baris: BarisAdopsi, year: Nilai | None) -> tuple[Perhitungan, str]:
    reached = [x for x in baris.realisasi_tw if isinstance(x, Decimal)]
    if isinstance(year, Decimal) and len(reached) == 4 and sum(reached, Decimal(0)) == year:
        return Perhitungan.JUMLAH, "jumlah realisasi triwulan sama dengan target tahunan"
    if not isinstance(year, Decimal) or _AKHIR.search(baris.indikator or ""):
        return Perhitungan.AKHIR, "menurut rumusannya diukur pada akhir tahun"
    if _is_share(baris):
        return Perhitungan.POSISI, "menurut satuannya berupa bagian dari keseluruhan"
    return Perhitungan.JUMLAH, "menurut satuannya dapat dijumlahkan"


def _is_share(baris: BarisAdopsi) -> bool:
    return bool(_PERSEN.search(f"{baris.satuan or ''} {baris.indikator or ''}") or _AKHIR.search(baris.indikator or ""))


def _rises(numbers: Sequence[Decimal]) -> bool:
    return all(later >= earlier for earlier, later in pairwise(numbers))


def _falls(numbers: Sequence[Decimal]) -> bool:
    return all(later <= earlier for earlier, later in pairwise(numbers))


def guess_direction(baris: BarisAdopsi, cara: CaraHitung) -> tuple[Arah, str]:
    """Return whether more is better, by the wording and by targets that fall."""
    numbers = [x for x in cara.target_tw if isinstance(x, Decimal)]
    if cara.perhitungan is Perhitungan.POSISI and len(numbers) > 1 and _falls(numbers) and numbers[0] > numbers[-1]:
        return Arah.NEGATIF, "target menurun dari triwulan ke triwulan"
    teks = baris.indikator or ""
    if _NEGATIF.search(teks) and (not _JADI_BAIK.search(teks) or re.search(r"belum|waktu|lama", teks, re.IGNORECASE)):
        return Arah.NEGATIF, "menurut rumusannya makin kecil makin baik"
    return Arah.POSITIF, "menurut rumusannya makin besar makin baik"


def guess_unit(baris: BarisAdopsi) -> Tebakan:
    """Return the unit of an indicator without one."""
    teks = baris.indikator or ""
    if match := _SATUAN_KURUNG.search(teks):
        return Tebakan(match[1].strip(), "menurut kata dalam kurung pada indikatornya")
    if re.match(r"(?:p(?:er|re|ro)sentase|cakupan)", teks, re.IGNORECASE):
        return Tebakan("%", "menurut rumusannya persentase")
    if match := _SATUAN_NAMA.match(teks):
        return Tebakan(match[1].capitalize(), "menurut kata setelah “jumlah”")
    if _AKHIR.search(teks):
        return Tebakan("Nilai", "menurut rumusannya nilai atau indeks")
    return Tebakan("(satuan)", "tidak tertulis dan tidak dapat diduga")
