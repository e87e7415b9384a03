"""Riwayat Capaian, Perubahan and the head of Rencana Aksi: what is wrong is said at its cell, all of it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook
from sunting import cell_of, edited, find

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Predikat, Rentang
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RiwayatCapaian
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_plan_book, read_rencana
from kinerja_xl.workbook.templates import shipped_template

NAMA = "Rencana Aksi.xlsx"
OFFICE = contoh_pengaturan(2026)
PLAN = replace(contoh_rencana(2026), daftar_riwayat=(
    RiwayatCapaian("PFM-02", "Jumlah keluarga", "Keluarga", 2025, None, Decimal(50), Decimal(48), "LKjIP"),),
    daftar_perubahan=(PerubahanRencana("PFM-02", "Target TW III", "15", "20", "Kuota", date(2026, 8, 3)),))
D = Decimal


@pytest.fixture(scope="module")
def berkas() -> bytes:
    return make_rencana(shipped_template(NAMA), PLAN, OFFICE)


def with_history(berkas: bytes, **cells: object) -> tuple[bytes, dict[str, str]]:
    """The plan with another row in Riwayat Capaian, and where each of its cells stands."""
    places: dict[str, str] = {}

    def change(book: Workbook) -> None:
        sheet = book["Riwayat Capaian"]
        row = find(sheet, "PFM-02").row + 1
        for heading, value in ({"Kode": "PFM-01", "Tahun": 2024} | cells).items():
            cell = sheet.cell(row, find(sheet, heading).column)
            cell.value = value
            places[heading] = cell.coordinate

    return edited(berkas, change), places


@pytest.mark.parametrize(("cells", "heading", "code"), [
    ({"Kode": None}, "Kode", "C601"),
    ({"Tahun": None}, "Tahun", "C601"),
    ({"Tahun": "tahun lalu"}, "Tahun", "C101"),
    ({"Tahun": 2025.5}, "Tahun", "C614"),
    ({"Tahun": 2026}, "Tahun", "C624"),  # the plan's own year, as a whole
    ({"Tahun": 2020}, "Tahun", "C624"),  # 2026 - 5 = 2021
    ({"Tahun": 2027, "Triwulan": "I"}, "Tahun", "C624"),
    ({"Triwulan": "V"}, "Triwulan", "C602"),
    ({"Kode": "PFM-02", "Tahun": 2025}, "Kode", "C626"),
    ({"Kode": "pfm-02", "Tahun": 2025}, "Kode", "C626"),
    ({"Realisasi": "belum dihitung"}, "Realisasi", "C101"),
    ({"Target": "BB"}, "Target", "C101"),
    ({"Realisasi": "80-90"}, "Realisasi", "C101"),  # a realisasi is never a range
    ({"Realisasi": -3}, "Realisasi", "C109"),
    ({"Realisasi": "#REF!"}, "Realisasi", "C103"),
])
def test_a_row_of_history_that_is_wrong_is_refused_at_its_cell(berkas: bytes, cells, heading: str, code: str) -> None:
    data, places = with_history(berkas, **{"Realisasi": 1} | cells | {heading: cells.get(heading, 1)})
    read, catatan = read_rencana(data, NAMA, OFFICE)
    assert read is None
    sel = places.get(heading, "")
    assert (code, "Riwayat Capaian", sel) in [(c.kode, c.lembar, c.sel) for c in catatan]


def test_the_history_of_an_indicator_that_the_plan_replaced_is_passed_over_with_a_warning(berkas: bytes) -> None:
    data, places = with_history(berkas, Kode="PFM-99", Realisasi=1)
    read, catatan = read_rencana(data, NAMA, OFFICE)
    assert read is not None
    assert "PFM-99" not in {row.kode for row in read.daftar_riwayat}
    (found,) = (c for c in catatan if c.kode == "C625")
    assert (found.tingkat, found.sel) == ("peringatan", places["Kode"])


@pytest.mark.parametrize(("cells", "row"), [
    ({"Tahun": 2021, "Realisasi": 81}, (2021, None, None, D(81))),
    ({"Tahun": "2024", "Realisasi": "81,5 %"}, (2024, None, None, D("81.5"))),
    ({"Tahun": 2026, "Triwulan": "TW II", "Realisasi": 80}, (2026, 2, None, D(80))),
    ({"Tahun": 2026, "Triwulan": 3, "Realisasi": 0}, (2026, 3, None, D(0))),
    ({"Target": "80–90", "Realisasi": 85}, (2024, None, Rentang(D(80), D(90)), D(85))),
    ({"Kode": "SEK-01", "Target": "B", "Realisasi": "CC", "Tahun": 2023}, (2023, None, Predikat("B"), Predikat("CC"))),
    ({"Realisasi": None, "Keterangan": "Tidak diukur."}, (2024, None, None, None)),
])
def test_a_row_of_history_is_read_as_people_write_it(berkas: bytes, cells, row) -> None:
    data, _ = with_history(berkas, **cells)
    read, catatan = read_rencana(data, NAMA, OFFICE)
    assert [c for c in catatan if c.menolak] == []
    last = read.daftar_riwayat[-1]
    assert (last.tahun, last.triwulan, last.target, last.realisasi) == row
    assert last.nama == next(i.nama for i in PLAN.daftar_indikator if i.kode == last.kode)  # blank on the sheet


def test_a_plan_without_the_sheet_is_told_so(berkas: bytes) -> None:
    def lose(book: Workbook) -> None:
        del book["Riwayat Capaian"]
        find(book["Perubahan"], "Alasan").value = "Sebab"

    _, catatan = read_rencana(edited(berkas, lose), NAMA, OFFICE)
    assert [(c.kode, c.lembar) for c in catatan] == [("C404", "Perubahan"), ("C406", "Riwayat Capaian")]


def test_a_signature_below_the_changes_is_no_row(berkas: bytes) -> None:
    def sign(book: Workbook) -> None:
        sheet = book["Perubahan"]
        row, column = find(sheet, "PFM-02").row, find(sheet, "Alasan").column
        sheet.cell(row + 3, column).value = "Kepala Dinas Sosial"

    read, _ = read_rencana(edited(berkas, sign), NAMA, OFFICE)
    assert read.daftar_perubahan == PLAN.daftar_perubahan


def test_a_date_of_a_change_that_cannot_be_read_is_told(berkas: bytes) -> None:
    sel: list[str] = []

    def change(book: Workbook) -> None:
        cell = cell_of(book["Perubahan"], "Tanggal", "PFM-02")
        cell.value = "besok"
        sel.append(cell.coordinate)

    _, catatan = read_rencana(edited(berkas, change), NAMA, OFFICE)
    assert [(c.kode, c.lembar, c.sel) for c in catatan] == [("C613", "Perubahan", sel[0])]


def test_numbers_typed_as_old_and_new_are_read_as_people_write_them(berkas: bytes) -> None:
    def change(book: Workbook) -> None:
        cell_of(book["Perubahan"], "Semula", "PFM-02").value = 180_000_000
        cell_of(book["Perubahan"], "Menjadi", "PFM-02").value = 12.5

    read, _ = read_rencana(edited(berkas, change), NAMA, OFFICE)
    assert (read.daftar_perubahan[0].lama, read.daftar_perubahan[0].baru) == ("180.000.000", "12,5")


def with_head(berkas: bytes, **cells: object) -> tuple[bytes, dict[str, str]]:
    places: dict[str, str] = {}

    def change(book: Workbook) -> None:
        for label, value in cells.items():
            cell = find(book["Indikator"], label).offset(column=1)
            cell.value = value
            places[label] = cell.coordinate

    return edited(berkas, change), places


@pytest.mark.parametrize(("cells", "label", "code"), [
    ({"Dasar": "SK Bupati"}, "Dasar", "C602"),
    ({"Dasar": None}, "Dasar", "C601"),  # a number and a date without what they belong to
    ({"Dasar": None, "Nomor": None, "Tanggal": None}, "Dasar", "C620"),
    ({"Nomor": None}, "Nomor", "C622"),
    ({"Nomor": "–"}, "Nomor", "C622"),
    ({"Nomor": 12.5}, "Nomor", "C614"),  # 12.5/PK that became a number
    ({"Nomor": date(2026, 3, 12)}, "Nomor", "C614"),  # 12/3/2026 that became a date
    ({"Tanggal": None}, "Tanggal", "C622"),
    ({"Tanggal": "awal Agustus"}, "Tanggal", "C613"),
    ({"Tanggal": "03/08/2062"}, "Tanggal", "C623"),
])
def test_a_dasar_that_is_not_whole_is_told_at_its_cell(berkas: bytes, cells, label: str, code: str) -> None:
    data, places = with_head(berkas, **cells)
    read = read_plan_book(data, NAMA, OFFICE)
    assert [(c.kode, c.lembar, c.sel) for c in read.daftar_catatan] == [(code, "Indikator", places[label])]
    assert (read.rencana is None) == (code in ("C602", "C601", "C614", "C613"))


@pytest.mark.parametrize(("cells", "dasar"), [
    ({"Dasar": "pk perubahan", "Nomor": "No. 12/PK/2026", "Tanggal": "3 Agustus 2026"},
     Dasar(JenisDasar.PK_PERUBAHAN, "12/PK/2026", date(2026, 8, 3))),
    ({"Dasar": "Perjanjian Kinerja", "Nomor": 12, "Tanggal": date(2025, 12, 30)},
     Dasar(JenisDasar.PK, "12", date(2025, 12, 30))),
    ({"Dasar": "DPPA", "Nomor": "Nomor: 900/1/2026", "Tanggal": "2026-08-03"},
     Dasar(JenisDasar.DPPA, "900/1/2026", date(2026, 8, 3))),
    ({"Dasar": "Pergeseran", "Nomor": "NO-7/2026"}, Dasar(JenisDasar.PERGESERAN, "NO-7/2026", date(2026, 1, 5))),
])
def test_a_dasar_is_read_as_people_write_it(berkas: bytes, cells, dasar: Dasar) -> None:
    data, _ = with_head(berkas, **cells)
    read, catatan = read_rencana(data, NAMA, OFFICE)
    assert (read.dasar, catatan) == (dasar, ())
