"""Whether the targets of a plan agree with each other (domain facts 5.2), and its codes with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan
from kinerja_xl.domain.numbers import format_nilai
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.workbook.plan.plan_columns import TARGET_TW
from kinerja_xl.workbook.tables import Baris


def check_targets(indikator: Indikator, baris: Baris) -> Iterator[Catatan]:
    """Yield what is wrong in the targets of one indicator, each at its cell."""
    if indikator.target_tahun is None:
        yield catat("C601", baris.letak("target_tahun"), kolom=f"Target tahunan {indikator.kode}")
        return
    mixed = list(_check_kinds(indikator, baris))
    yield from mixed
    if not mixed:
        yield from _BY_KIND[indikator.perhitungan](indikator, indikator.target_tahun, baris)


def check_output(subkegiatan: SubKegiatan, baris: Baris) -> Iterator[Catatan]:
    """Yield a warning where the targets of an output are neither its year's target in parts nor positions up to it."""
    year, quarters = subkegiatan.target_tahun, [x for x in subkegiatan.target_tw if x is not None]
    if year is None:
        yield catat("C601", baris.letak("target_tahun"), kolom=f"Target tahunan {subkegiatan.kode}")
    elif quarters and sum(quarters) != year and subkegiatan.target_tw[3] != year:
        yield catat("C610", baris.letak("target_tw4"), kode=subkegiatan.kode, target=format_nilai(year))


def check_codes(rows: Sequence[tuple[Baris, Indikator]] | Sequence[tuple[Baris, SubKegiatan]]) -> Iterator[Catatan]:
    """Yield each code that was used before; case does not count, since codes name folders."""
    seen: set[str] = set()
    for baris, item in rows:
        if item.kode.casefold() in seen:
            yield catat("C405", baris.letak("kode"), kode=item.kode)
        seen.add(item.kode.casefold())


def check_gathering(rows: Sequence[tuple[Baris, Indikator]], known: Mapping[str, bool]) -> Iterator[Catatan]:
    """Yield the sources that cannot be gathered; ``known``: code -> whether it is itself gathered, of every row."""
    for baris, indikator in rows:
        for kode in indikator.digabung_dari:
            if kode not in known:
                yield catat("C612", baris.letak("digabung_dari"), kode=indikator.kode, isi=kode)
            elif known[kode]:
                yield catat("C614", baris.letak("digabung_dari"), kolom="Digabung dari",
                            sebab=f"{kode} sendiri gabungan; sebut indikator yang diisi bidang")


def _check_kinds(indikator: Indikator, baris: Baris) -> Iterator[Catatan]:
    """Numbers, predikat and ranges are not mixed in one indicator; sums and means need numbers."""
    cells = {"target_tahun": indikator.target_tahun, **dict(zip(TARGET_TW, indikator.target_tw, strict=True))}
    numeric = any(isinstance(nilai, Decimal) for nilai in cells.values())
    needed = indikator.perhitungan in (Perhitungan.JUMLAH, Perhitungan.RATA)
    for nama, nilai in cells.items():
        if isinstance(nilai, Predikat) and (numeric or needed):
            yield catat("C101", baris.letak(nama), isi=nilai.huruf)
        elif nilai is not None and not isinstance(nilai, Decimal) and indikator.perhitungan is Perhitungan.JUMLAH:
            yield catat("C101", baris.letak(nama), isi=format_nilai(nilai))


def _check_jumlah(indikator: Indikator, year: Nilai, baris: Baris) -> Iterator[Catatan]:
    total = sum((x for x in indikator.target_tw if isinstance(x, Decimal)), Decimal(0))
    if total != year:
        yield catat("C607", baris.letak("target_tahun"), kode=indikator.kode, jumlah=format_nilai(total),
                    target=format_nilai(year))


def _check_posisi(indikator: Indikator, year: Nilai, baris: Baris) -> Iterator[Catatan]:
    yield from _check_last(indikator, year, baris)
    numbers = [x for x in indikator.target_tw if isinstance(x, Decimal)]
    rises = indikator.arah is Arah.POSITIF
    if any(later < earlier if rises else later > earlier for earlier, later in pairwise(numbers)):
        yield catat("C609", baris.letak("target_tw1"), kode=indikator.kode)


def _check_rata(indikator: Indikator, year: Nilai, baris: Baris) -> Iterator[Catatan]:
    if any(x is not None and x != year for x in indikator.target_tw):
        yield catat("C610", baris.letak("target_tahun"), kode=indikator.kode, target=format_nilai(year))


def _check_akhir(indikator: Indikator, year: Nilai, baris: Baris) -> Iterator[Catatan]:
    yield from _check_last(indikator, year, baris)
    for nama, romawi, target in zip(TARGET_TW[:3], ROMAWI, indikator.target_tw, strict=False):
        if target is not None:
            yield catat("C614", baris.letak(nama), kolom=f"Target TW {romawi}",
                        sebab=f"{indikator.kode} diukur pada akhir tahun (AKHIR), jadi hanya TW IV yang bertarget")


def _check_last(indikator: Indikator, year: Nilai, baris: Baris) -> Iterator[Catatan]:
    last = indikator.target_tw[3]
    if _same(last) != _same(year):
        yield catat("C608", baris.letak("target_tw4"), kode=indikator.kode,
                    jumlah="kosong" if last is None else format_nilai(last), target=format_nilai(year))


def _same(nilai: Nilai | None) -> Nilai | str | None:
    return nilai.huruf.strip().casefold() if isinstance(nilai, Predikat) else nilai


_BY_KIND = {Perhitungan.JUMLAH: _check_jumlah, Perhitungan.POSISI: _check_posisi, Perhitungan.RATA: _check_rata,
            Perhitungan.AKHIR: _check_akhir}
