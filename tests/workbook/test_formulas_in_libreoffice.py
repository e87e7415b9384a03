"""The live formulas against the domain's one function: false cached values planted, inputs typed, all recalculated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

import pytest
from calc_recalc import Calc
from lembar_contoh import SKALA, angka, indikator, make

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, address
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, Rentang, SubKegiatan
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.computed import computed_cells
from kinerja_xl.workbook.xlsx.cached_results import put_cached_results
from kinerja_xl.workbook.xlsx.package import Package

D = Decimal
P, N = Arah.POSITIF, Arah.NEGATIF
COMPUTED = (*names.HITUNG_INDIKATOR, names.NILAI_TW, names.NILAI_SD)
FALSE = D(-98765)
BB, AA, LAIN = Predikat("BB"), Predikat("AA"), Predikat("WTP")
Targets = tuple[tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None], Nilai | None]


@dataclass(frozen=True)
class Isi:
    """What somebody types for one indicator in one quarter; a list is a per cent cell, as in Calc."""

    realisasi: float | str | list[str] | None = None
    pembilang: float | str | None = None
    penyebut: float | str | None = None


TARGETS: Mapping[str, Targets] = {
    "angka": (angka(10, 20, 15, 5), D(50)),
    "pecahan": (angka("33.3", "33.3", "66.7", "100"), D("100")),
    "nol di triwulan": (angka(0, 30, 0, 0), D(30)),
    "nol semua": (angka(0, 0, 0, 0), D(0)),
    "hanya akhir": (angka(None, None, None, 70), D(70)),
    "hanya tahun": (angka(None, None, None, None), D(82)),
    "tanpa target": (angka(None, None, None, None), None),
    "kurang dari nol": (angka(-1, -1, -1, -1), D(-1)),
    "rentang": ((Rentang(D(80), D(90)),) * 4, Rentang(D(80), D(90))),
    "rentang dari nol": ((Rentang(D(0), D(5)),) * 4, Rentang(D(0), D(5))),
    "predikat": ((None, BB, BB, BB), BB),
    "predikat di luar tabel": ((LAIN,) * 4, LAIN),
}
TYPED: Sequence[Isi] = (
    Isi(), Isi(8), Isi(0), Isi(25), Isi(85), Isi(4), Isi(66.6), Isi("-"), Isi(" Belum "), Isi(["85%"]), Isi("BB"),
    Isi("aa"), Isi("WTP"), Isi("ZZ"), Isi(None, 45, 60), Isi(12, 45, 60), Isi(None, 45, 0), Isi(None, None, 0),
    Isi(12, 45, 0), Isi(None, 45, None), Isi("BB", 1, 3),
)
LALU: Sequence[tuple[Isi, ...]] = (
    (), (Isi(8), Isi(12), Isi(15)), (Isi(8), Isi(), Isi(15)), (Isi(8),), (Isi(), Isi(0)),
    (Isi(None, 40, 50), Isi(None, 30, 70), Isi(None, 10, 30)), (Isi(None, 40, 50), Isi(60)), (Isi(), Isi(None, 1, 3)),
    (Isi("BB"), Isi("BB"), Isi("BB")), (Isi("BB"), Isi("AA")), (Isi("B"), Isi(7)), (Isi("WTP"),),
)


def cases(triwulan: int) -> Iterator[tuple[Indikator, Isi, tuple[Isi, ...]]]:
    """Every arah, jenis perhitungan, kind of target and kind of entry: a third in each of TW I to III.

    In TW IV all of AKHIR, which is measured then, and a third of the rest. Earlier quarters take turns.
    """
    for number, (arah, cara, kind, typed) in enumerate(product(Arah, Perhitungan, TARGETS, TYPED)):
        measured = triwulan == 4 and cara is Perhitungan.AKHIR
        if number % 3 != triwulan % 3 and not measured:
            continue
        target, tahun = TARGETS[kind]
        lalu = LALU[(number * 7 + triwulan) % len(LALU)][:triwulan - 1]
        yield indikator(f"K-{number}", f"{arah} {cara} {kind}", "x", arah, cara, target, tahun,
                        sasaran=f"S{number // 50}"), typed, lalu


def as_read(typed: float | str | list[str] | None) -> NilaiSel:
    """What the reader makes of an entry: text without outer blanks, a per cent cell times 100."""
    if isinstance(typed, list):
        return D(typed[0].rstrip("%"))
    return typed.strip() if isinstance(typed, str) else None if typed is None else D(str(typed))


def entries(kode: str, triwulan: int, isi: Isi) -> dict[Kunci, NilaiSel]:
    values = {"realisasi": isi.realisasi, "pembilang": isi.pembilang, "penyebut": isi.penyebut}
    return {Kunci(INDIKATOR, kode, f"{name}_tw{triwulan}"): as_read(typed) for name, typed in values.items()
            if typed is not None}


def column(package: Package, name: str) -> int:
    area = package.area(name)
    assert area is not None, name
    return area.left


def first_row(package: Package, name: str) -> int:
    area = package.area(name)
    assert area is not None, name
    return area.top


def same(shown: float | str, expected: NilaiSel) -> bool:
    if isinstance(expected, Decimal):
        return isinstance(shown, float) and abs(shown - float(expected)) <= 1e-9 * max(1.0, abs(float(expected)))
    return shown == (expected or "")


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_every_formula_agrees_with_compute_indikator(calc: Calc, triwulan: int) -> None:
    table = list(cases(triwulan))
    rencana = RencanaAksi(2026, tuple(row for row, _, _ in table), ())
    lalu: dict[Kunci, NilaiSel] = {}
    now: dict[Kunci, NilaiSel] = {}
    for row, typed, before in table:
        for quarter, isi in enumerate(before, 1):
            lalu |= entries(row.kode, quarter, isi)
        now |= entries(row.kode, triwulan, typed)
    data = make(triwulan, rencana, lalu)
    package = Package(data, "")
    top = first_row(package, names.KODE_INDIKATOR)
    places = {Kunci(INDIKATOR, row.kode, name): (names.LEMBAR_KERJA, address(top + k, column(package, name)))
              for k, (row, _, _) in enumerate(table) for name in COMPUTED}
    keyboard = {(names.LEMBAR_KERJA, address(top + k, column(package, f"{name}_tw{triwulan}"))): value
                for k, (_, typed, _) in enumerate(table)
                for name, value in (("realisasi", typed.realisasi), ("pembilang", typed.pembilang),
                                    ("penyebut", typed.penyebut)) if value is not None}
    planted = put_cached_results(data, {Letak(*place): FALSE for place in places.values()})
    shown = calc.recalculate(planted, keyboard, list(places.values()))

    expected = computed_cells(rencana, triwulan, SKALA, lalu | now)
    described = {row.kode: (row.nama, typed, before) for row, typed, before in table}
    wrong = [(described[kunci.baris], kunci.kolom, shown[place], expected[kunci])
             for kunci, place in places.items() if not same(shown[place], expected[kunci])]
    assert not wrong, f"{len(wrong)} differ, first: {wrong[:5]}"


def test_what_the_maker_stores_is_what_libreoffice_computes(calc: Calc) -> None:
    """The cached results of a fresh worksheet need no recalculation; the plan is that of domain facts 8.3."""
    data = make(2, lalu={Kunci(INDIKATOR, "LJS-03", "realisasi_tw1"): D(8)})
    package = Package(data, "")
    top = first_row(package, names.KODE_INDIKATOR)
    cells = [(names.LEMBAR_KERJA, address(top + k, column(package, name))) for k in range(7)
             for name in ("kategori", "capaian_tahun")]
    shown = calc.recalculate(data, {}, cells)
    assert [shown[cell] for cell in cells[::2]] == [
        "belum diisi", "belum diisi", "belum diisi", "belum diisi", "belum diisi", "belum diukur", "belum diukur"]
    assert [shown[cell] for cell in cells[1::2]] == ["", "", 16, "", "", "", ""]  # 8 of 50


PUBLISHED = (  # domain facts 5.6: number, arah, target, realisasi, capaian, category
    ("1", P, D(100), 100, 100, "Sangat Tinggi"), ("3", P, Predikat("B"), "B", 100, "Sangat Tinggi"),
    ("7", P, D("0.35"), 0.35, 100, "Sangat Tinggi"), ("10", N, D(7), 6.5, 107.14, "Sangat Tinggi"),
    ("22a", N, D(10), 8, 120, "Sangat Tinggi"), ("22b", N, D(10), 12, 80, "Tinggi"),
    ("22c", N, D(10), 25, 0, "Sangat Rendah"), ("22d", N, D(0), 0, 100, "Sangat Tinggi"),
    ("22e", N, D(0), 3, 0, "Sangat Rendah"),
    ("23a", P, D(100), 50, 50, "Sangat Rendah"), ("23b", P, D(100), 50.01, 50.01, "Rendah"),
    ("23c", P, D(100), 65, 65, "Rendah"), ("23d", P, D(100), 65.01, 65.01, "Sedang"),
    ("23e", P, D(100), 75, 75, "Sedang"), ("23f", P, D(100), 75.01, 75.01, "Tinggi"),
    ("23g", P, D(100), 90, 90, "Tinggi"), ("23h", P, D(100), 90.004, 90, "Tinggi"),
    ("23i", P, D(100), 90.005, 90.01, "Sangat Tinggi"),
)


def test_published_figures_come_out_of_the_sheet(calc: Calc) -> None:
    daftar = tuple(indikator(f"V-{kode}", kode, "x", arah, Perhitungan.POSISI, (target,) * 4, target)
                   for kode, arah, target, _, _, _ in PUBLISHED)
    data = make(1, RencanaAksi(2026, daftar, ()))
    package = Package(data, "")
    top = first_row(package, names.KODE_INDIKATOR)

    def cell(k: int, name: str) -> tuple[str, str]:
        return names.LEMBAR_KERJA, address(top + k, column(package, name))

    typed = {cell(k, "realisasi_tw1"): row[3] for k, row in enumerate(PUBLISHED)}
    wanted = [cell(k, name) for k in range(len(PUBLISHED)) for name in ("capaian_tw", "kategori")]
    shown = calc.recalculate(data, typed, wanted)
    found = [(row[0], shown[cell(k, "capaian_tw")], shown[cell(k, "kategori")]) for k, row in enumerate(PUBLISHED)]
    assert found == [(row[0], row[4], row[5]) for row in PUBLISHED]


def sub(kode: str, target: int | None, tahun: int | None, pagu: int, kegiatan: str = "1.06.01.2.01") -> SubKegiatan:
    tw = None if target is None else D(target)
    return SubKegiatan(kode, f"Sub {kode}", "Jumlah", "Orang", "LINJAMSOS", None, None if tahun is None else D(tahun),
                       (tw,) * 4, D(pagu), "", kegiatan[:7], f"PROGRAM {kegiatan[:7]}", kegiatan, f"Keg {kegiatan}")


ANGGARAN = (  # sub kegiatan, realisasi K, realisasi Rp s.d. before, realisasi Rp s.d. now
    (sub("1.06.01.2.01.0001", 50, 200, 400), 40, 100, 300), (sub("1.06.01.2.01.0002", 50, 200, 400), None, None, None),
    (sub("1.06.01.2.02.0001", 0, 200, 0, "1.06.01.2.02"), 5, 10, 20),
    (sub("1.06.01.2.02.0002", 0, 0, 300, "1.06.01.2.02"), 5, None, 150),
    (sub("1.06.02.2.01.0001", None, None, 900, "1.06.02.2.01"), 7, 500, 400),
    (sub("1.06.02.2.01.0002", 3, 12, 1041759500, "1.06.02.2.01"), 0, 0, 1028058131),
    (sub("1.06.02.2.01.0003", 3, 12, 70, "1.06.02.2.01"), "-", 7, "belum"),
)


@pytest.mark.parametrize("triwulan", [1, 3])
def test_every_budget_formula_agrees_with_compute_anggaran(calc: Calc, triwulan: int) -> None:
    rencana = RencanaAksi(2026, (), tuple(row[0] for row in ANGGARAN))
    lalu = {Kunci(SUBKEGIATAN, row[0].kode, f"realisasi_rp_sd_tw{triwulan - 1}"): as_read(row[2]) for row in ANGGARAN
            if triwulan > 1}
    data = make(triwulan, rencana, lalu)
    package = Package(data, "")
    top = first_row(package, names.KODE_SUBKEGIATAN)
    keys = ["1.06.01", "1.06.01.2.01", ANGGARAN[0][0].kode, ANGGARAN[1][0].kode, "1.06.01.2.02", ANGGARAN[2][0].kode,
            ANGGARAN[3][0].kode, "1.06.02", "1.06.02.2.01", *(row[0].kode for row in ANGGARAN[4:]), "jumlah"]
    rows = {kode: top + k for k, kode in enumerate(keys)}
    expected = {kunci: nilai for kunci, nilai in computed_cells(rencana, triwulan, SKALA, lalu | {
        Kunci(SUBKEGIATAN, row[0].kode, f"{name}_tw{triwulan}"): as_read(value) for row in ANGGARAN
        for name, value in (("realisasi_k", row[1]), ("realisasi_rp_sd", row[3]))}).items()}

    def cell(kode: str, name: str) -> tuple[str, str]:
        named = names.plan_column(SUBKEGIATAN, name) if name == "pagu" else name
        return names.PROGRAM_DAN_ANGGARAN, address(rows[kode], column(package, named))

    typed = {cell(row[0].kode, f"{name}_tw{triwulan}"): value for row in ANGGARAN
             for name, value in (("realisasi_k", row[1]), ("realisasi_rp_sd", row[3])) if value is not None}
    places = {kunci: cell(kunci.baris, kunci.kolom) for kunci in expected}
    planted = put_cached_results(data, {Letak(*place): FALSE for place in places.values()})
    shown = calc.recalculate(planted, typed, list(places.values()))
    assert [(kunci, shown[place], expected[kunci]) for kunci, place in places.items()
            if not same(shown[place], expected[kunci])] == []
    assert shown[cell(ANGGARAN[5][0].kode, "serapan")] == 98.68  # domain facts 5.5: 1.028.058.131 of 1.041.759.500
    assert shown[cell("jumlah", "serapan")] == 98.68  # 1.028.059.001 of 1.041.761.570
