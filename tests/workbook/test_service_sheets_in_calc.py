from __future__ import annotations

from decimal import Decimal

import pytest
from calc_uji import changed, resaved
from lembar_jadi import make_worksheet
from lembar_uji import catatan, column, isi_disposisi, make_book, members, opened, saved
from test_service_sheets import links_of, without_cells

from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.service.service_sheets import update_service_sheets
from kinerja_xl.workbook.xlsx.package import Package

REALISASI = column("realisasi_tw2")


@pytest.fixture(scope="module")
def from_calc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A delivered worksheet after LibreOffice: Disposisi moved, a sheet, a picture, a note added, cells filled."""
    data = update_service_sheets(saved(make_book()), isi_disposisi(), [catatan()])
    typed = [("Lembar Kerja", f"{REALISASI}8", 12.5), ("Lembar Kerja", f"{REALISASI}9", "1.234,5"),
             ("Disposisi", "C21", "Catatan dari LibreOffice"), ("Disposisi", "D2", "=1+1")]
    return changed(data, tmp_path_factory.mktemp("calc"), typed)


def test_what_libreoffice_saved_is_read_by_name_and_key(from_calc: bytes) -> None:
    lk = read_lembar_kerja(from_calc, "uji")
    assert opened(from_calc).sheetnames[:3] == ["Disposisi", "Coretan", "Lembar Kerja"]
    assert lk.value(INDIKATOR, "IKU-1", "realisasi_tw2") == Decimal("12.5")
    assert lk.value(INDIKATOR, "IKU-2", "realisasi_tw2") == Decimal("1234.5")
    assert lk.tampil[next(k for k in lk.tampil if k.baris == "IKU-1" and k.kolom == "capaian_tw")] == Decimal(125)
    assert lk.value(INDIKATOR, "IKU-2", "sasaran") == "Meningkatnya perlindungan sosial"
    assert lk.catatan_disposisi == "Catatan dari LibreOffice"
    assert lk.identitas.versi == 3
    assert lk.daftar_catatan == ()


@pytest.fixture(scope="module")
def made_from_calc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The maker's own worksheet after the same changes in LibreOffice."""
    return changed(make_worksheet(), tmp_path_factory.mktemp("jadi"), [("Disposisi", "H5", "=1+1")])


@pytest.mark.parametrize("worksheet", ["from_calc", "made_from_calc"])
def test_every_other_part_of_a_workbook_from_libreoffice_stays(worksheet: str, request: pytest.FixtureRequest) -> None:
    data: bytes = request.getfixturevalue(worksheet)
    package = Package(data, "uji")
    owned = {part.part for name in ("Disposisi", "Catatan Perbaikan") if (part := package.sheet(name))}
    before = members(data)
    after = members(update_service_sheets(data, isi_disposisi(4), [catatan("N9"), catatan("A5", "Bukti Dukung")]))
    assert list(after) == list(before)
    assert any(name.startswith("xl/media/") for name in before)
    assert any("comments" in name for name in before)
    assert {name for name in before if before[name] != after[name]} == owned
    for part in owned:
        assert without_cells(after[part]) == without_cells(before[part])


def test_a_made_worksheet_means_the_same_after_libreoffice(made_from_calc: bytes) -> None:
    before, after = read_lembar_kerja(make_worksheet(), "a"), read_lembar_kerja(made_from_calc, "b")
    assert after.sel == before.sel
    assert after.tanpa_rumus == before.tanpa_rumus == frozenset()
    assert after.daftar_catatan == ()
    shown = {kunci: isi for kunci, isi in after.tampil.items() if isi is not None}
    assert shown == {kunci: isi for kunci, isi in before.tampil.items() if isi is not None}


def test_values_and_styles_stand_right_in_a_workbook_from_libreoffice(from_calc: bytes) -> None:
    before = opened(from_calc)
    after = opened(update_service_sheets(from_calc, isi_disposisi(4), [catatan("N9"), catatan("A5", "Bukti Dukung")]))
    sheet = after["Catatan Perbaikan"]
    assert links_of(sheet) == {"C6": "'Lembar Kerja'!N9", "C7": "'Bukti Dukung'!A5"}
    assert [sheet.cell(row, 3).value for row in (6, 7, 8)] == ["N9", "A5", None]
    assert after["Disposisi"]["B33"].value == 4
    assert after["Disposisi"]["C21"].value is None
    for name, cell in (("Disposisi", "C3"), ("Disposisi", "C33"), ("Catatan Perbaikan", "F7")):
        assert after[name][cell].style_id == before[name][cell].style_id


def test_libreoffice_opens_what_the_service_wrote(from_calc: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    delivered = update_service_sheets(from_calc, isi_disposisi(), [catatan("N9", pesan="=1+1 bukan rumus")])
    again = resaved(delivered, tmp_path_factory.mktemp("lagi"))
    assert opened(again)["Catatan Perbaikan"]["F6"].value == "=1+1 bukan rumus"
    assert read_lembar_kerja(again, "x").sel == read_lembar_kerja(delivered, "x").sel
