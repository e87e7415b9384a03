"""What the columns under headings mean: each by the headings above it, then all of them beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja_xl.domain.adopsi.inggris import in_indonesian, is_english
from kinerja_xl.domain.adopsi.istilah import (
    ANGKA,
    DUGAAN,
    JENJANG,
    KINERJA,
    RUPIAH,
    TIDAK_DIKENAL,
    Arti,
    Makna,
    factor_of,
    read_heading,
)
from kinerja_xl.domain.adopsi.sumber import LembarSumber, isi_teks
from kinerja_xl.domain.numbers import parse_nilai

_JUMLAH_UANG = re.compile(r"^(?!.*(?:%|tingkat|persen|serapan)).*(?:\brp\b|anggaran|pagu|keuangan|sisa)")
_SUNGGUH_PJ = re.compile(r"penanggung ?jawab|pelaksana|\bpic\b|pengampu")


@dataclass(frozen=True)
class Kolom:
    """One column of a table: its number, the headings above it joined, and what they mean.

    ``dibaca``: the headings in Indonesian and lower case.
    """

    nomor: int
    judul: str
    makna: Makna
    dibaca: str = ""


def read_columns(lembar: LembarSumber, atas: int, bawah: int, akhir: int) -> tuple[Kolom, ...]:
    """Return the columns under the headings in rows ``atas`` to ``bawah``, with figures down to row ``akhir``."""
    columns: list[Kolom] = []
    spread = _spread_headings(lembar, atas, bawah)
    english = is_english(tuple(spread.values()))
    for column in range(1, lembar.luas[1] + 1):
        path = tuple(dict.fromkeys(teks for row in range(atas, bawah + 1) if (teks := spread.get((row, column)))))
        if not path and columns and _belongs_left(lembar, columns[-1], column, bawah, akhir):
            path = tuple(columns[-1].judul.split(" / "))
        if path:
            read = [in_indonesian(part) if english else part.casefold() for part in path]
            columns.append(Kolom(column, " / ".join(path), read_heading(read), " / ".join(read)))
    return _told_apart(lembar, _with_bare_quarters(columns), bawah, akhir)


def _with_bare_quarters(columns: Sequence[Kolom]) -> list[Kolom]:
    """Four columns called I, II, III and IV beside a target are its quarters, which is asked about."""
    told = list(columns)
    for n in range(1, len(columns) - 3):
        run = columns[n:n + 4]
        bare = [k.dibaca.rpartition(" / ")[2].strip("().") for k in run] == ["i", "ii", "iii", "iv"]
        if bare and columns[n - 1].makna.arti is Arti.TARGET_TAHUNAN and all(k.makna.arti is Arti.LAIN for k in run):
            told[n:n + 4] = [replace(k, makna=Makna(Arti.TARGET_TW, quarter, keyakinan=DUGAAN))
                             for quarter, k in enumerate(run, start=1)]
    return told


def _belongs_left(lembar: LembarSumber, left: Kolom, column: int, bawah: int, akhir: int) -> bool:
    """Whether a column without a heading goes on with the one left of it: parts of a code, the unit of a figure."""
    filled = any(isi_teks(lembar.own(row, column)) for row in range(bawah + 1, akhir + 1))
    if not filled or left.nomor != column - 1:
        return False
    return left.makna.arti is Arti.KODE or (left.makna.arti in KINERJA and _holds_units(lembar, column, bawah, akhir))


def _spread_headings(lembar: LembarSumber, atas: int, bawah: int) -> dict[tuple[int, int], str]:
    """The headings of each column; one that is not merged goes on over the columns right of it that have none.

    It ends where another heading of its row begins, and where a heading above it ends.
    """
    spread: dict[tuple[int, int], str] = {}
    for row in range(atas, bawah + 1):
        group = 0  # the column in which the heading stands that goes on
        for column in range(1, lembar.luas[1] + 1):
            teks = isi_teks(lembar.value(row, column))
            if teks:
                group = 0 if (row, column) in lembar.jangkar else column
                spread[row, column] = teks
            elif group and _has_heading_below(lembar, row, column, bawah) and all(
                    spread.get((above, column)) == spread.get((above, group)) for above in range(atas, row)):
                spread[row, column] = spread[row, group]
    return spread


def _has_heading_below(lembar: LembarSumber, row: int, column: int, bawah: int) -> bool:
    return any(isi_teks(lembar.value(lower, column)) for lower in range(row + 1, bawah + 1))


def _told_apart(lembar: LembarSumber, columns: Sequence[Kolom], bawah: int, akhir: int) -> tuple[Kolom, ...]:
    """Under one heading over two columns stand a figure and its unit; what repeats a meaning otherwise is doubtful."""
    told: list[Kolom] = []
    for kolom in columns:
        arti = kolom.makna.arti
        twin = next((k for k in told if k.judul == kolom.judul and k.makna == kolom.makna), None)
        if arti in KINERJA and twin and _holds_units(lembar, kolom.nomor, bawah, akhir):
            kolom = replace(kolom, makna=Makna(Arti.SATUAN, keyakinan=DUGAAN))
        elif arti in KINERJA and twin and _holds_units(lembar, twin.nomor, bawah, akhir):
            told[told.index(twin)] = replace(twin, makna=Makna(Arti.SATUAN, keyakinan=DUGAAN))
        told.append(kolom)
    return tuple(told)


def _holds_units(lembar: LembarSumber, column: int, bawah: int, akhir: int) -> bool:
    texts = [isi for row in range(bawah + 1, akhir + 1) if isinstance(isi := lembar.own(row, column), str) and isi]
    numbers = [row for row in range(bawah + 1, akhir + 1) if isinstance(lembar.own(row, column), Decimal)]
    words = [teks for teks in texts if not isinstance(parse_nilai(teks), Decimal) and len(teks) <= 40]
    return len(words) > len(numbers)


def settle(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """Figures and units come once; of two columns the first counts, the second is told as not used.

    Who answers for a row stands best under a heading that says so; beside it ``OPD`` and ``Pejabat`` are remarks.
    """
    if any(_SUNGGUH_PJ.search(k.dibaca) for k in columns if k.makna.arti is Arti.PENANGGUNG_JAWAB):
        columns = [replace(k, makna=Makna(Arti.KETERANGAN)) if k.makna.arti is Arti.PENANGGUNG_JAWAB
                   and not _SUNGGUH_PJ.search(k.dibaca) else k for k in columns]
    columns = _own_before_cumulated(columns)
    seen: set[tuple[Arti, int, int, int]] = set()
    found = []
    for kolom in columns:
        key = (kolom.makna.arti, kolom.makna.triwulan, kolom.makna.tahun, kolom.makna.bulan)
        if key in seen and kolom.makna.arti in {*ANGKA, Arti.SATUAN, Arti.INDIKATOR, *JENJANG, Arti.PENANGGUNG_JAWAB}:
            kolom = replace(kolom, makna=Makna(Arti.LAIN, keyakinan=TIDAK_DIKENAL))
        seen.add(key)
        found.append(kolom)
    return _of_its_quarter(_capaian_beside_realisasi(found))


def _own_before_cumulated(columns: Sequence[Kolom]) -> list[Kolom]:
    """Where a quarter has a column of its own, the one up to that quarter is computed from it."""
    own = {(k.makna.arti, k.makna.triwulan) for k in columns if k.makna.triwulan and not k.makna.sampai_dengan}
    return [replace(k, makna=Makna(Arti.HITUNG)) if k.makna.sampai_dengan and (k.makna.arti, k.makna.triwulan) in own
            else k for k in columns]


def _of_its_quarter(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """Where each row is of one quarter, the target in it is that quarter's."""
    if not any(k.makna.arti is Arti.PERIODE for k in columns):
        return tuple(columns)
    return tuple(replace(k, makna=Makna(Arti.TARGET)) if k.makna.arti is Arti.TARGET_TAHUNAN else k for k in columns)


def _capaian_beside_realisasi(columns: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """``Capaian TW I`` is the realisasi of sheets that have no column called so; beside one it is computed."""
    sure = any(k.makna.arti is Arti.REALISASI_TW and "realisasi" in k.dibaca for k in columns)
    return tuple(replace(k, makna=Makna(Arti.HITUNG)) if sure and k.makna.arti is Arti.REALISASI_TW
                 and "realisasi" not in k.dibaca else k for k in columns)


def with_money_unit(columns: Sequence[Kolom], titles: Sequence[str]) -> tuple[Kolom, ...]:
    """A unit of money in a title holds for columns that name none themselves."""
    faktor = max((factor_of(teks) for teks in titles), default=Decimal(1))
    return tuple(replace(k, makna=replace(k.makna, faktor=max(k.makna.faktor, faktor)))
                 if k.makna.arti in RUPIAH or (k.makna.arti is Arti.HITUNG and _JUMLAH_UANG.search(k.dibaca)) else k
                 for k in columns)
