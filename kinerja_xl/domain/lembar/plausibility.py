"""What can be right but is unlikely (C301 to C304, C307 to C309), and shown results that are not ours (C305, C306)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran
from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi, compute_indikator
from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.completeness import says_something
from kinerja_xl.domain.lembar.isian import (
    anggaran_of,
    angka_of,
    as_text,
    indikator_of,
    realisasi_of,
    subkegiatan_of,
    teks_of,
)
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.numbers import format_angka
from kinerja_xl.domain.periods import ROMAWI

_SEPULUH, _SEPERLIMA_PULUH = 10, 50
_PERSEN = ("%", "persen", "persentase")
_TOLERANSI = Decimal("0.005")  # half of the last decimal shown
Hasil = Decimal | str | None
"""A computed cell: a number, a category, or None where only a state in words is shown."""


def check_plausibility(lk: LembarKerja, triwulan: int) -> Iterator[Catatan]:
    """Yield realisasi without target, falling positions, and amounts above the pagu or below the quarter before."""
    for indikator in indikator_of(lk):
        yield from _check_indikator(lk, indikator, triwulan)
    for subkegiatan in subkegiatan_of(lk):
        yield from _check_anggaran(lk, anggaran_of(lk, subkegiatan), triwulan)


def _check_indikator(lk: LembarKerja, indikator: Indikator, triwulan: int) -> Iterator[Catatan]:
    kode, place = indikator.kode, lk.place(INDIKATOR, indikator.kode, f"realisasi_tw{triwulan}")
    *daftar_lalu, kini = (realisasi.efektif for realisasi in realisasi_of(lk, kode)[:triwulan])
    if not isinstance(kini, Decimal):
        return
    positif = indikator.arah is Arah.POSITIF
    if positif and indikator.target_tw[triwulan - 1] == 0 and kini > 0:
        yield catat("C301", place, kode=kode)
    earlier = [(k, nilai) for k, nilai in enumerate(daftar_lalu) if isinstance(nilai, Decimal)]
    lalu = earlier[-1][1] if earlier else None
    slip = _slip(indikator, kini, triwulan, earlier[-1] if earlier else None)
    if slip is not None:
        yield catat(slip[0], place, kode=kode, isi=format_angka(kini), **slip[1])
    elif positif and indikator.perhitungan is Perhitungan.POSISI and lalu is not None and kini < lalu:
        yield catat("C304", place, kode=kode)
    elif lalu is not None and _is_worse(indikator, lalu, kini) and not says_something(teks_of(lk, kode, "keterangan")):
        yield catat("C309", place, kode=kode, lalu=format_angka(lalu))


def _slip(indikator: Indikator, kini: Decimal, triwulan: int,
          lalu: tuple[int, Decimal] | None) -> tuple[str, dict[str, str]] | None:
    """A value ten times, or a fiftieth or less, of what the quarter before and both targets let expect.

    A share of 1 or less is told as such where the unit is per cent and the target far above it.
    """
    target = indikator.target_tw[triwulan - 1]
    if kini <= 0:
        return None
    if indikator.satuan.strip().casefold() in _PERSEN and isinstance(target, Decimal) and kini <= 1 \
            and target >= _SEPERLIMA_PULUH * kini:
        return "C308", {"target": format_angka(target), "lain": format_angka(kini * 100)}
    if lalu is None or lalu[1] <= 0:
        return None
    before = indikator.target_tw[lalu[0]]
    planned = isinstance(target, Decimal) and isinstance(before, Decimal) and target > 0 and before > 0
    expected = lalu[1] * target / before if planned else lalu[1]  # type: ignore[operator]  # both are numbers
    if kini >= _SEPULUH * expected or kini * _SEPERLIMA_PULUH <= expected:
        return "C307", {"acuan": f"TW {ROMAWI[lalu[0]]}", "nilai": format_angka(expected)}
    return None


def _is_worse(indikator: Indikator, lalu: Decimal, kini: Decimal) -> bool:
    """Whether a state became worse; amounts of a quarter (JUMLAH) are no state."""
    if indikator.perhitungan is Perhitungan.JUMLAH:
        return False
    return kini < lalu if indikator.arah is Arah.POSITIF else kini > lalu


def _check_anggaran(lk: LembarKerja, hasil: HasilAnggaran, triwulan: int) -> Iterator[Catatan]:
    kode = hasil.subkegiatan.kode
    if hasil.realisasi_k and hasil.subkegiatan.target_tw[triwulan - 1] == 0:
        yield catat("C301", lk.place(SUBKEGIATAN, kode, f"realisasi_k_tw{triwulan}"), kode=kode)
    place = lk.place(SUBKEGIATAN, kode, f"realisasi_rp_sd_tw{triwulan}")
    if hasil.rp_sd is not None and hasil.rp_sd > hasil.subkegiatan.pagu:
        yield catat("C302", place, kode=kode)
    if hasil.rp_tw is not None and hasil.rp_tw < 0 and triwulan > 1:
        yield catat("C303", place, kode=kode)


def check_shown(lk: LembarKerja, triwulan: int, skala: Skala,
                daftar_salah: Collection[tuple[str, str]]) -> Iterator[Catatan]:
    """Yield computed cells that lost their formula, and shown results that differ from ours by more than 0,005.

    ``daftar_salah`` are rows (table, key) with an input that could not be read: their results say nothing. A cell
    without a shown result (a file that no spreadsheet program has computed yet) is not compared.
    """
    for kunci in sorted(lk.tanpa_rumus):
        yield catat("C306", lk.place(*kunci))
    for kunci, hasil in _computed(lk, triwulan, skala).items():
        tampil = lk.tampil.get(kunci)
        lost = kunci in lk.tanpa_rumus or (kunci.tabel, kunci.baris) in daftar_salah
        if not lost and as_text(tampil) and not _agrees(tampil, hasil, skala):
            yield catat("C305", lk.place(*kunci), tertulis=_shown(tampil), dihitung=_shown(hasil) or "tanpa angka")


def _computed(lk: LembarKerja, triwulan: int, skala: Skala) -> Mapping[Kunci, Hasil]:
    found: dict[Kunci, Hasil] = {}
    for indikator in indikator_of(lk):
        daftar = _with_earlier_parts(lk, indikator, realisasi_of(lk, indikator.kode), triwulan)
        found |= _of_indikator(compute_indikator(indikator, daftar, triwulan, skala))
    for subkegiatan in subkegiatan_of(lk):
        hasil = anggaran_of(lk, subkegiatan)
        columns = {"capaian_k": hasil.capaian_k.nilai, "realisasi_rp_tw": hasil.rp_tw, "serapan": hasil.serapan}
        found |= {Kunci(SUBKEGIATAN, subkegiatan.kode, kolom): nilai for kolom, nilai in columns.items()}
    return found


def _of_indikator(hasil: HasilIndikator) -> Mapping[Kunci, Hasil]:
    columns = {"capaian_tw": hasil.capaian_tw.nilai, "capaian_tahun": hasil.capaian_tahun.nilai,
               "kategori": hasil.kategori.nama if hasil.kategori else None}
    return {Kunci(INDIKATOR, hasil.indikator.kode, kolom): nilai for kolom, nilai in columns.items()}


def _with_earlier_parts(lk: LembarKerja, indikator: Indikator, daftar: tuple[Realisasi, ...],
                        triwulan: int) -> tuple[Realisasi, ...]:
    """The mean of a ratio needs the parts of earlier quarters, of which the sheet holds only the sums."""
    pembilang = angka_of(lk, INDIKATOR, indikator.kode, "pembilang_lalu")
    penyebut = angka_of(lk, INDIKATOR, indikator.kode, "penyebut_lalu")
    filled = [k for k in range(triwulan - 1) if daftar[k].efektif is not None]
    if indikator.perhitungan is not Perhitungan.RATA or pembilang is None or not penyebut or not filled:
        return daftar
    share = len(filled)
    return tuple(realisasi._replace(pembilang=pembilang / share, penyebut=penyebut / share) if k in filled
                 else realisasi for k, realisasi in enumerate(daftar))


def _agrees(tampil: NilaiSel, hasil: Hasil, skala: Skala) -> bool:
    if isinstance(hasil, Decimal):
        return isinstance(tampil, Decimal) and abs(tampil - hasil) <= _TOLERANSI
    if hasil is None:  # then it shows a state in words, such as "belum diisi"
        steps = {kategori.nama.casefold() for kategori in skala.daftar_kategori}
        return not isinstance(tampil, Decimal) and as_text(tampil).casefold() not in steps
    return as_text(tampil).casefold() == hasil.casefold()


def _shown(isi: Hasil | bool) -> str:
    return format_angka(isi) if isinstance(isi, Decimal) else as_text(isi)
