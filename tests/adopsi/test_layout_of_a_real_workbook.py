"""A copy of the layout of a real evaluation workbook is read cell by cell, also moved, renamed, split or in rupiah."""

from __future__ import annotations

import pytest
from buku_evaluasi import ASLI, VARIAN, BukuEvaluasi, expected_json, expected_rows

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.adopsi.read_source import read_source


def read(buku: BukuEvaluasi) -> HasilAdopsi:
    data = buku.save()
    preflight(data, "Evaluasi.xlsx")
    return adopt(read_source(data, "Evaluasi.xlsx"), "Evaluasi.xlsx", Koreksi())


@pytest.fixture(scope="module")
def asli() -> HasilAdopsi:
    return read(BukuEvaluasi(ASLI))


def test_every_row_says_what_a_person_read(asli: HasilAdopsi) -> None:
    assert asli.as_json()["baris"] == expected_json(expected_rows())


@pytest.mark.parametrize("nama", VARIAN)
def test_a_changed_copy_gives_the_same_rows_but_for_their_place(nama: str) -> None:
    buku = BukuEvaluasi(VARIAN[nama])
    rows = expected_json(expected_rows())
    for row, source in zip(rows, expected_rows(), strict=True):
        row["sumber"] = buku.tempat[source["baris"]]
    assert read(buku).as_json()["baris"] == rows


@pytest.mark.parametrize("nama", ["asli", *VARIAN])
def test_at_most_ten_questions_are_asked(nama: str) -> None:
    hasil = read(BukuEvaluasi(VARIAN.get(nama, ASLI)))
    assert len(hasil.daftar_pertanyaan) <= 10
    assert any("target triwulan" in tanya.pertanyaan for tanya in hasil.daftar_pertanyaan)


@pytest.mark.parametrize("nama", ["asli", *VARIAN])
def test_every_filled_row_and_column_is_told(nama: str) -> None:
    buku = BukuEvaluasi(VARIAN.get(nama, ASLI))
    hasil = read(buku)
    told = {baris.sumber for baris in hasil.daftar_baris} | {d.sumber for d in hasil.daftar_dilewati}
    for sheet in buku.book.worksheets:
        heading = {row for row in range(10, 13)}
        for cells in sheet.iter_rows():
            row = cells[0].row
            if any(cell.value is not None for cell in cells) and row - buku.varian.baris_di_atas not in heading:
                assert f"{sheet.title}!{row}" in told
    # without merged headings the fifth column of codes has neither a heading nor anything in it
    assert len(hasil.daftar_kolom) == (32 if buku.varian.digabung else 31) * len(buku.book.worksheets)


def test_printed_means_and_sums_are_computed_again_and_agree(asli: HasilAdopsi) -> None:
    wrong = [b for b in asli.daftar_banding if b.dihitung is not None and not b.cocok]
    assert wrong == []
    by_place = {b.sumber: b for b in asli.daftar_banding}
    # in this copy a third of the Renstra target was reached before: 33.33 + mean of 52/260, 12/55, ... of column 7 to 5
    assert f"{by_place['Sheet-1!AC38'].dihitung:.4f}" == "53.3473"
    assert f"{by_place['Sheet-1!AC45'].dihitung:.2f}" == "53.33"


def test_a_printed_result_that_is_wrong_is_told_at_its_cell() -> None:
    buku = BukuEvaluasi(ASLI)
    sheet = buku.book.worksheets[0]
    sheet["Y20"], sheet["M38"] = 90, 2000
    hasil = read(buku)
    wrong = {b.sumber: f"{b.dihitung:.2f}" for b in hasil.daftar_banding if b.dihitung is not None and not b.cocok}
    assert wrong == {"Sheet-1!Y20": "100.00", "Sheet-1!M38": "2653.85"}
    assert any("Sheet-1!Y20" in tanya.sumber for tanya in hasil.daftar_pertanyaan)


def test_money_without_a_unit_that_is_too_small_is_asked_about() -> None:
    buku = BukuEvaluasi(ASLI)
    for cell in buku.book.worksheets[0][12]:
        if cell.value == "Rp. (000)":
            cell.value = "Rp."
    hasil = read(buku)
    assert [t for t in hasil.daftar_pertanyaan if "ribuan atau jutaan" in t.pertanyaan]


def test_a_formula_that_was_never_calculated_is_asked_about_and_never_zero() -> None:
    buku = BukuEvaluasi(ASLI)
    buku.book.worksheets[0]["O20"] = "=3+3"
    hasil = read(buku)
    (row,) = (baris for baris in hasil.daftar_baris if baris.sumber == "Sheet-1!20")
    assert row.realisasi_tw[0] is None
    assert [t.sumber for t in hasil.daftar_pertanyaan if "belum pernah dihitung" in t.pertanyaan] == ["Sheet-1!O20"]
