"""Figures that have to agree: what the source computed in its rows, sums and means, computed again and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja_xl.domain.adopsi.baris import IsiTabel, Ringkasan
from kinerja_xl.domain.adopsi.hasil import Banding, BarisAdopsi, Jenis, same
from kinerja_xl.domain.adopsi.istilah import ANGKA, Arti, quarter_of
from kinerja_xl.domain.adopsi.kolom import Kolom
from kinerja_xl.domain.adopsi.nilai import read_figure
from kinerja_xl.domain.adopsi.tabel import Tabel, sheet_quarter
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.indicators import Nilai

_TANPA_JENIS = re.compile(r"\W*(?:persentase|persen|capaian|tingkat capaian|%)[\s()%]*")
_JENIS_ANGKA = re.compile(r"kinerja|fisik|anggaran|keuangan|\brp\b|pagu|\bk\b")
"""A percentage that does not say of what: of the results or of the money."""
Angka = Mapping[tuple[int, int], Decimal]


def compare_sums(tabel: Tabel, isi: IsiTabel) -> tuple[Banding, ...]:
    """Return every printed result of a table beside what its data rows give."""
    by_place = {_row_of(baris): baris for baris in isi.daftar_baris}
    ours: dict[tuple[int, int], Decimal] = {}
    found: list[Banding] = []
    for row in isi.nomor_baris:
        for kolom in tabel.columns(*ANGKA):
            nilai = read_figure(tabel.lembar.own(row, kolom.nomor), kolom.makna).nilai
            if isinstance(nilai, Decimal):
                ours[row, kolom.nomor] = nilai
        found += _compare_row(tabel, row, by_place[row], ours)
    groups: dict[int, list[Decimal]] = {}
    kinds = {by_place[row].jenis for row in isi.nomor_baris}
    levels = [[row for row in isi.nomor_baris if by_place[row].jenis is kind] for kind in Jenis if kind in kinds]
    for ringkasan in isi.ringkasan:
        found += _compare_summary(tabel, ringkasan, ours, groups, [isi.nomor_baris, *levels])
    return tuple(found)


def _row_of(baris: BarisAdopsi) -> int:
    return Letak("", re.sub(r".*!", "A", baris.sumber)).row_and_column[0]


def _compare_row(tabel: Tabel, row: int, baris: BarisAdopsi, ours: dict[tuple[int, int], Decimal]) -> Iterator[Banding]:
    for kolom in tabel.columns(Arti.HITUNG) if not tabel.columns(Arti.PERIODE) else ():
        printed = read_figure(tabel.lembar.own(row, kolom.nomor), kolom.makna).nilai
        choices = _computed(kolom, baris, sheet_quarter(tabel))
        if not isinstance(printed, Decimal) or not choices:
            continue
        best = next((nilai for nilai in choices if same(printed, nilai)), choices[0])
        ours[row, kolom.nomor] = best
        yield Banding(tabel.lembar.tempat(row, kolom.nomor), printed, best, "dari angka pada barisnya")


def _computed(kolom: Kolom, baris: BarisAdopsi, triwulan: int) -> list[Decimal]:
    """What a computed column may show in a row; () where its figures are not all there.

    ``triwulan``: the quarter of its sheet, where the heading names none.
    """
    triwulan = quarter_of(kolom.dibaca) or triwulan
    if _TANPA_JENIS.fullmatch(kolom.dibaca.rsplit(" / ", 1)[-1]) and not _JENIS_ANGKA.search(kolom.dibaca):
        both = [_computed_of(kolom, baris, triwulan, rupiah) for rupiah in (False, True)]
        return [nilai for choices in both for nilai in choices] if all(both) else []
    judul = kolom.dibaca
    rupiah = kolom.makna.faktor != 1 or bool(re.search(r"rp|anggaran|pagu|keuangan|serapan", judul.rsplit("/", 1)[-1]))
    return _computed_of(kolom, baris, triwulan, rupiah)


def _computed_of(kolom: Kolom, baris: BarisAdopsi, triwulan: int, rupiah: bool) -> list[Decimal]:
    judul = kolom.dibaca
    quarters = [x for x in (baris.realisasi_anggaran_tw if rupiah else baris.realisasi_tw) if isinstance(x, Decimal)]
    if not quarters:
        return []
    reached = [sum(quarters, Decimal(0)), quarters[-1], sum(quarters, Decimal(0)) / len(quarters)]
    if "sisa" in judul:
        return [baris.pagu - x for x in reached] if baris.pagu is not None else []
    renstra = bool(re.search(r"renstra|rpjmd", judul))
    lalu = baris.lain.get((Arti.ANGGARAN_LALU if rupiah else Arti.REALISASI_LALU).value)
    if renstra:
        reached = [x + lalu for x in reached] if isinstance(lalu, Decimal) else []
    if not re.search(r"tingkat|%|serapan|persentase|capaian$", judul):
        return reached
    target = (baris.pagu_renstra if rupiah else baris.target_renstra) if renstra else (
        baris.pagu if rupiah else baris.target_tahunan)
    pairs: list[tuple[Nilai | None, Nilai | None]] = [(x, target) for x in reached]
    if triwulan and not rupiah:  # of the quarter's own target, more or less being better
        pairs.insert(0, (baris.realisasi_tw[triwulan - 1], baris.target_tw[triwulan - 1]))
    return [share for x, y in pairs if isinstance(x, Decimal) and isinstance(y, Decimal) and y
            for share in (x / y * 100, (2 * y - x) / y * 100)]


def _compare_summary(tabel: Tabel, ringkasan: Ringkasan, ours: Angka, groups: dict[int, list[Decimal]],
                     whole: Sequence[Sequence[int]]) -> Iterator[Banding]:
    for column, printed in ringkasan.angka.items():
        sets = _member_sets(ringkasan.anggota, whole, ours, column)
        choices = [(f"{cara} baris {rows[0]}–{rows[-1]}", nilai) for rows, values in sets
                   for cara, nilai in (("rata-rata", _mean(values)), ("jumlah", sum(values, Decimal(0))))]
        if len(groups.get(column, ())) > 1:
            choices.append(("rata-rata dari rata-rata kelompok", _mean(groups[column])))
        best = next(((cara, nilai) for cara, nilai in choices if same(printed, nilai)), None)
        place = tabel.lembar.tempat(ringkasan.baris, column)
        if best is not None:
            if best[0].startswith("rata-rata baris") and not any(same(best[1], x) for x in groups.get(column, [])[-1:]):
                groups.setdefault(column, []).append(best[1])
            yield Banding(place, printed, best[1], best[0])
        elif ringkasan.label and choices:
            yield Banding(place, printed, choices[0][1], choices[0][0])
        else:
            shown = printed / next(k.makna.faktor for k in tabel.daftar_kolom if k.nomor == column)
            yield Banding(place, shown, None, "turunan dari baris ringkasan di atasnya; tidak dibaca")


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _member_sets(members: Sequence[int], whole: Sequence[Sequence[int]], ours: Angka,
                 column: int) -> list[tuple[Sequence[int], list[Decimal]]]:
    """The rows a sum may be taken over: its group without the head, its group, the whole table, one level of it."""
    found = []
    for rows in (members[1:], members, *whole):
        values = [ours[row, column] for row in rows if (row, column) in ours]
        if values:
            found.append((rows, values))
    return found
