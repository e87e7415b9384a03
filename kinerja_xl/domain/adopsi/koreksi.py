"""What the planner corrected on the sheet Adopsi, told from what adoption had written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kinerja_xl.domain.adopsi.bulan import CARA_BULANAN
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.istilah import Makna
from kinerja_xl.domain.adopsi.laporan import BULANAN, TAHUN, Bagian, BarisLaporan
from kinerja_xl.domain.adopsi.sebutan import parse_kind, parse_meaning


@dataclass(frozen=True)
class Koreksi:
    """Corrections: columns and rows by place, the year, bidang by what the source names, how months count."""

    kolom: Mapping[str, Makna] = field(default_factory=dict)
    baris: Mapping[str, str] = field(default_factory=dict)
    tahun: int | None = None
    bidang: Mapping[str, str] = field(default_factory=dict)
    bulanan: str = ""  # how months become quarters, one of ``CARA_BULANAN``; "" not chosen


def corrections(lines: Iterable[BarisLaporan], hasil: HasilAdopsi) -> tuple[Koreksi, tuple[str, ...]]:
    """Return what differs from the automatic reading, and lines that name nothing that is known.

    A column's line counts only where its place still has the heading that it was written for.
    """
    every = tuple(lines)
    unknown: list[str] = []
    kolom = dict(_columns(every, hasil, unknown))
    baris = dict(_rows(every, hasil, unknown))
    bidang = {line.isi: line.menjadi for line in every if line.bagian is Bagian.BIDANG and line.menjadi}
    tahun = next((int(line.menjadi) for line in every if line.bagian is Bagian.UMUM and line.isi == TAHUN
                  and re.fullmatch(r"20\d\d", line.menjadi)), None)
    bulanan = next((line.menjadi.casefold() for line in every
                    if line.bagian is Bagian.UMUM and line.isi == BULANAN), "")
    if bulanan and bulanan not in CARA_BULANAN:
        unknown.append(f"{BULANAN}: “{bulanan}”")
    return Koreksi(kolom, baris, tahun, bidang, bulanan), tuple(unknown)


def _columns(lines: Iterable[BarisLaporan], hasil: HasilAdopsi, unknown: list[str]) -> Iterator[tuple[str, Makna]]:
    automatic = {(k.sumber, k.judul): k.sebutan for k in hasil.daftar_kolom}
    for line in lines:
        key = (line.sumber, line.isi)
        if line.bagian is Bagian.KOLOM and key in automatic and line.menjadi != automatic[key]:
            makna = parse_meaning(line.menjadi)
            if makna is None:
                unknown.append(f"{line.sumber}: “{line.menjadi}”")
            else:
                yield line.sumber, makna


def _rows(lines: Iterable[BarisLaporan], hasil: HasilAdopsi, unknown: list[str]) -> Iterator[tuple[str, str]]:
    automatic = {d.sumber: "dilewati" for d in hasil.daftar_dilewati}
    automatic |= {b.sumber: b.jenis.value for b in hasil.daftar_baris}
    for line in lines:
        if line.bagian is Bagian.BARIS and line.sumber in automatic:
            kind = parse_kind(line.menjadi)
            if kind is None:
                unknown.append(f"{line.sumber}: “{line.menjadi}”")
            elif kind != automatic[line.sumber]:
                yield line.sumber, kind
