from __future__ import annotations

import re
from decimal import Decimal

import pytest
from calc_uji import changed
from lembar_jadi import SUB, make_worksheet
from lembar_uji import members, opened, saved
from test_service_sheets import without_cells

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.lembar.refresh_results import refresh_results
from kinerja_xl.workbook.read_book import read_book

D = Decimal
ISIAN: dict[Kunci, NilaiSel] = {
    Kunci(INDIKATOR, "JML", "realisasi_tw2"): D(12), Kunci(INDIKATOR, "POS", "realisasi_tw2"): D(45),
    Kunci(INDIKATOR, "RAT", "pembilang_tw2"): D(30), Kunci(INDIKATOR, "RAT", "penyebut_tw2"): D(100),
    Kunci(INDIKATOR, "NEG", "realisasi_tw2"): D(8), Kunci(INDIKATOR, "PRE", "realisasi_tw2"): "B",
    Kunci(INDIKATOR, "JML", "keterangan_tw2"): "=1+1 tetap teks",
    Kunci(SUBKEGIATAN, SUB[0], "realisasi_rp_sd_tw2"): D(250000),
    Kunci(SUBKEGIATAN, SUB[0], "realisasi_k_tw2"): D(20),
    Kunci(SUBKEGIATAN, SUB[2], "realisasi_rp_sd_tw2"): D(500000),
}


@pytest.fixture(scope="module")
def issued() -> bytes:
    return make_worksheet()


@pytest.fixture(scope="module")
def filled(issued: bytes) -> bytes:
    return fill_lembar_kerja(issued, ISIAN)


def read(data: bytes) -> LembarKerja:
    return read_lembar_kerja(data, "uji")


def test_a_made_worksheet_is_read_without_remarks(issued: bytes) -> None:
    lk = read(issued)
    assert lk.daftar_catatan == ()
    assert lk.baris(INDIKATOR) == ("JML", "POS", "RAT", "NEG", "AKH", "PRE")
    assert lk.baris(SUBKEGIATAN) == SUB
    assert lk.value(INDIKATOR, "POS", "sasaran") == "Meningkatnya perlindungan sosial"
    assert lk.value(INDIKATOR, "PRE", "target_tw2") == "B"
    assert lk.value(SUBKEGIATAN, SUB[0], "realisasi_rp_sd_lalu") == D(100000)
    assert lk.tanpa_rumus == frozenset()


def test_what_is_filled_is_what_is_read_and_nothing_else_changes(issued: bytes, filled: bytes) -> None:
    before, after = read(issued), read(filled)
    assert {kunci: isi for kunci, isi in after.sel.items() if before.sel[kunci] != isi} == ISIAN


def without_heights(part: bytes) -> bytes:
    """Rows may get higher: Excel does the same while a person types."""
    return re.sub(rb' ht="[\d.]+"', b"", without_cells(part))


def test_filling_keeps_every_other_part_and_all_styles(issued: bytes, filled: bytes) -> None:
    before, after = members(issued), members(filled)
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    for name in differing:
        assert without_heights(after[name]) == without_heights(before[name])


def test_shown_results_follow_the_inputs(filled: bytes) -> None:
    shown = read(filled).tampil
    # JUMLAH: 12 of 10 this quarter; (8 + 12) of 40 for the year
    assert shown[Kunci(INDIKATOR, "JML", "capaian_tw")] == D(120)
    assert shown[Kunci(INDIKATOR, "JML", "capaian_tahun")] == D(50)
    # POSISI: 45 of 50; 45 of 100
    assert shown[Kunci(INDIKATOR, "POS", "capaian_tw")] == D(90)
    assert shown[Kunci(INDIKATOR, "POS", "kategori")] == "Tinggi"
    # RATA of a ratio: 30/100 against 80 is 37,5; (40 + 30)/(50 + 100) = 46,67 against 80 is 58,33
    assert shown[Kunci(INDIKATOR, "RAT", "capaian_tw")] == D("37.5")
    assert shown[Kunci(INDIKATOR, "RAT", "capaian_tahun")] == D("58.33")
    # negatif: (2 x 10 - 8) / 10
    assert shown[Kunci(INDIKATOR, "NEG", "capaian_tw")] == D(120)
    # predikat: B is the target
    assert shown[Kunci(INDIKATOR, "PRE", "capaian_tw")] == D(100)
    assert shown[Kunci(SUBKEGIATAN, SUB[0], "realisasi_rp_tw")] == D(150000)
    assert shown[Kunci(SUBKEGIATAN, SUB[0], "serapan")] == D(25)


def test_libreoffice_computes_the_same_results(filled: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    recalculated = changed(filled, tmp_path_factory.mktemp("hitung"))
    ours, theirs = read_book(filled, "a").grids, read_book(recalculated, "b").grids
    compared = 0
    for lembar in ("Lembar Kerja", "Program dan Anggaran"):
        for place in ours[lembar].rumus:
            mine, other = ours[lembar].value(*place), theirs[lembar].value(*place)
            if isinstance(mine, Decimal) and isinstance(other, Decimal):
                assert abs(mine - other) < D("1e-9"), (lembar, place)
            else:
                assert mine == other, (lembar, place)
            compared += 1
    assert compared >= 6 * 5 + 4 * 3 + 6 * 5  # indicators, sub kegiatan, two programs, three kegiatan and the total


def test_refreshing_a_fresh_worksheet_changes_no_result(issued: bytes) -> None:
    before, after = read_book(issued, "a").grids, read_book(refresh_results(issued, "b"), "b").grids
    for lembar in ("Lembar Kerja", "Program dan Anggaran"):
        assert after[lembar].nilai == before[lembar].nilai


def test_evidence_is_appended_and_the_note_is_written(issued: bytes) -> None:
    rows = {Kunci(BUKTI, "JML|bukti|SK 1.pdf", BUKTI): True, Kunci(BUKTI, "POS|acuan|a|b.pdf", BUKTI): True}
    first = fill_lembar_kerja(issued, rows, "Mohon dilengkapi")
    lk = read(fill_lembar_kerja(first, {Kunci(BUKTI, "RAT|bukti|c.pdf", BUKTI): True}))
    assert lk.baris(BUKTI) == ("JML|bukti|SK 1.pdf", "POS|acuan|a|b.pdf", "RAT|bukti|c.pdf")
    assert lk.catatan_disposisi == "Mohon dilengkapi"


def test_a_number_in_a_percent_cell_is_stored_as_typing_would(issued: bytes) -> None:
    book = opened(issued)
    kunci = Kunci(INDIKATOR, "POS", "realisasi_tw2")
    sel = read(issued).letak[kunci].sel
    book["Lembar Kerja"][sel].number_format = "0%"
    data = fill_lembar_kerja(saved(book), {kunci: D(85)})
    assert opened(data)["Lembar Kerja"][sel].value == 0.85
    assert read(data).sel[kunci] == D(85)


def test_emptying_a_cell_is_a_change_too(filled: bytes) -> None:
    kunci = Kunci(INDIKATOR, "JML", "realisasi_tw2")
    lk = read(fill_lembar_kerja(filled, {kunci: None}))
    assert lk.sel[kunci] is None
    assert lk.tampil[Kunci(INDIKATOR, "JML", "kategori")] == "belum diisi"


def test_a_key_without_a_cell_is_an_error(issued: bytes) -> None:
    with pytest.raises(KeyError):
        fill_lembar_kerja(issued, {Kunci(INDIKATOR, "TIDAK-ADA", "realisasi_tw2"): D(1)})


def test_a_full_register_is_an_error(issued: bytes) -> None:
    with pytest.raises(ValueError, match="register"):
        fill_lembar_kerja(issued, {Kunci(BUKTI, f"JML|bukti|{n}.pdf", BUKTI): True for n in range(61)})
