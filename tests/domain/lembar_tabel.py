"""Worksheets as text tables: what a test says in rows and columns becomes a LembarKerja.

The first heading names the table (``indikator``, ``subkegiatan`` or ``bukti``), the others its columns. A cell is
empty, a number (``12.5``), ``TRUE``, a text, or a text that looks like a number (``'1.234``, as Excel shows it).
A second table of the same name adds columns to the rows of the first.
Columns that a table leaves out are there and usual: a positive indicator of jenis JUMLAH, nothing filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, address
from kinerja_xl.domain.lembar.lembar_kerja import (
    BUKTI,
    INDIKATOR,
    KOLOM_ISIAN,
    SUBKEGIATAN,
    Identitas,
    LembarKerja,
    column_name,
)
from kinerja_xl.domain.periods import Periode, berkas_code

LEMBAR = {INDIKATOR: "Lembar Kerja", SUBKEGIATAN: "Program dan Anggaran", BUKTI: "Bukti Dukung"}
BARIS_PERTAMA = 9
LETAK_CATATAN = Letak("Disposisi", "C30")
LETAK_TRIWULAN = Letak("Disposisi", "C7")
HITUNG = {INDIKATOR: ("capaian_tw", "capaian_tahun", "kategori"),
          SUBKEGIATAN: ("capaian_k", "realisasi_rp_tw", "serapan"),
          BUKTI: (BUKTI,)}
_RENCANA: dict[str, dict[str, NilaiSel]] = {
    INDIKATOR: {"kode_indikator": None, "sasaran": "Sasaran contoh", "nama": "Indikator contoh", "satuan": "Orang",
                "arah": "positif", "perhitungan": "JUMLAH", "target_tahun": None, "target_tw1": None,
                "target_tw2": None, "target_tw3": None, "target_tw4": None},
    SUBKEGIATAN: {"kode_subkegiatan": None, "nama": "Sub kegiatan contoh", "indikator": "Jumlah orang",
                  "satuan": "Orang", "target_tahun": None, "target_tw": None, "pagu": Decimal(1000000)},
}
_ANGKA = re.compile(r"-?\d+(\.\d+)?")


def lembar(triwulan: int, *daftar_tabel: str, catatan: str = "", tanpa_rumus: Iterable[str] = (),
           daftar_catatan: tuple[Catatan, ...] = ()) -> LembarKerja:
    """The worksheet of LINJAMSOS for this quarter of 2026; ``tanpa_rumus`` names cells as ``IK1 capaian_tw``."""
    sel: dict[Kunci, NilaiSel] = {}
    letak: dict[Kunci, Letak] = {}
    tampil: dict[Kunci, NilaiSel] = {}
    for (tabel, nomor, kode), given in _rows(daftar_tabel).items():
        values = {} if tabel == BUKTI else {**_usual(tabel, kode, triwulan), **given}
        for position, name in enumerate(dict.fromkeys([*values, *HITUNG[tabel]]), start=1):
            kunci = Kunci(tabel, kode, name)
            letak[kunci] = Letak(LEMBAR[tabel], address(BARIS_PERTAMA + nomor, position))
            if tabel == BUKTI:
                sel[kunci] = True
            elif name not in HITUNG[tabel]:
                sel[kunci] = values[name]
            elif values.get(name) is not None:
                tampil[kunci] = values[name]
    lost = frozenset(kunci for kunci in letak if f"{kunci.baris} {kunci.kolom}" in set(tanpa_rumus))
    identitas = Identitas(berkas_code(Periode(2026, triwulan), "LINJAMSOS"), 1, 2026, triwulan, "LINJAMSOS", None, 3)
    return LembarKerja(identitas, sel, letak, catatan, LETAK_CATATAN, {"triwulan": LETAK_TRIWULAN}, tampil, lost,
                       daftar_catatan)


def at_cells(lk: LembarKerja, daftar_catatan: Iterable[Catatan]) -> list[str]:
    """The catatan as ``C104 IK1 realisasi_tw1``: what a test can say without knowing addresses."""
    names = {letak: f"{kunci.baris} {kunci.kolom}" for kunci, letak in lk.letak.items()}
    names |= {lk.letak_catatan: "catatan"} | {letak: nama for nama, letak in lk.letak_identitas.items()}
    return [f"{c.kode} {names.get(Letak(c.lembar, c.sel), f'{c.lembar}!{c.sel}')}" for c in daftar_catatan]


def _usual(tabel: str, kode: str, triwulan: int) -> dict[str, NilaiSel]:
    values = dict(_RENCANA[tabel])
    values[f"kode_{tabel}"] = kode
    if tabel == INDIKATOR:
        values |= {f"realisasi_tw{k}": None for k in range(1, 5)}
    return values | {column_name(kolom, triwulan): None for kolom in KOLOM_ISIAN if kolom.tabel == tabel}


def _rows(daftar_tabel: Iterable[str]) -> dict[tuple[str, int, str], dict[str, NilaiSel]]:
    """The cells given for each row, by table, place and key."""
    rows: dict[tuple[str, int, str], dict[str, NilaiSel]] = {}
    for teks in daftar_tabel:
        (tabel, *kolom), *lines = _split(teks)
        for nomor, cells in enumerate(lines):
            kode = "|".join(cells) if tabel == BUKTI else cells[0]
            given = zip(kolom, cells[1:], strict=True)
            rows.setdefault((tabel, nomor, kode), {}).update((name, _value(cell)) for name, cell in given)
    return rows


def _split(teks: str) -> list[list[str]]:
    lines = [line.strip() for line in teks.strip().splitlines()]
    # a bar inside a cell has no blank on one of its sides
    return [[cell.strip() for cell in re.split(r"(?<=\s)\|(?=\s)", line[1:-1])] for line in lines if line]


def _value(cell: str) -> NilaiSel:
    if not cell:
        return None
    if cell == "TRUE":
        return True
    return Decimal(cell) if _ANGKA.fullmatch(cell) else cell.removeprefix("'")
