from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import pytest
from lembar_uji import catatan, isi_disposisi, make_book, members, name_range, opened, renamed, saved, with_members
from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.errors import NamesMissing, SheetMissing
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.service.service_sheets import update_service_sheets

DISPOSISI, CATATAN = "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml"


def update(book: Workbook, daftar: Sequence[Catatan] = (), **more: object) -> Workbook:
    return opened(update_service_sheets(saved(book), isi_disposisi(), daftar, **more))  # type: ignore[arg-type]


def without_cells(part: bytes) -> bytes:
    """A sheet part without cell contents, links and the size hint: what the service must never change."""
    root = etree.fromstring(part)
    for cell in root.iter("{*}c"):
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
    for name in ("hyperlinks", "dimension"):
        for element in root.findall(f"{{*}}{name}"):
            root.remove(element)
    return etree.tostring(root, method="c14n")


def links_of(sheet: Worksheet) -> dict[str, str]:
    return {cell.coordinate: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}


def test_the_disposisi_says_where_the_worksheet_stands() -> None:
    sheet = update(make_book())["Disposisi"]
    shown = {sheet.cell(row, 2).value: sheet.cell(row, 3).value for row in range(3, 22)}
    assert shown["berkas"] == "2026-TW2-LINJAMSOS"
    assert (shown["versi"], shown["tahun"], shown["triwulan"], shown["langkah"]) == (3, 2026, 2, 3)
    assert shown["status"] == "Diperintahkan"
    assert shown["diterima"] == "10 Juli 2026 pukul 09.30"
    assert shown["tenggat"] == "13 Juli 2026"
    assert shown["sub_bidang"] is None
    assert [cell.value for cell in sheet[30][1:9]] == [
        1, 1, "10/07/2026 08.00", "Pejabat 1", "tugaskan", "Kasubid", None, "AAAA-0001"]


def test_what_was_written_is_read_back_as_the_identity() -> None:
    data = update_service_sheets(saved(make_book()), isi_disposisi(), ())
    identitas = read_lembar_kerja(data, "x").identitas
    assert (identitas.versi, identitas.triwulan, identitas.langkah, identitas.bidang) == (3, 2, 3, "LINJAMSOS")


def test_only_cells_of_the_two_service_sheets_change() -> None:
    book = make_book()
    book["Disposisi"]["C21"] = "catatan lama"
    data = saved(book)
    before, after = members(data), members(update_service_sheets(data, isi_disposisi(), [catatan()]))
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {DISPOSISI, CATATAN}
    for part in (DISPOSISI, CATATAN):
        assert without_cells(after[part]) == without_cells(before[part])


def test_the_copied_members_keep_times_and_compressed_bytes() -> None:
    data = saved(make_book())
    changed = update_service_sheets(data, isi_disposisi(), ())
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(changed)) as new:
        assert new.testzip() is None
        for before, after in zip(old.infolist(), new.infolist(), strict=True):
            assert (after.filename, after.date_time) == (before.filename, before.date_time)
            if before.filename not in (DISPOSISI, CATATAN):
                assert (after.CRC, after.compress_size) == (before.CRC, before.compress_size)


def test_the_same_update_gives_the_same_bytes() -> None:
    data = update_service_sheets(saved(make_book()), isi_disposisi(), [catatan()])
    assert update_service_sheets(data, isi_disposisi(), [catatan()]) == data


def test_each_catatan_leads_to_its_cell() -> None:
    book = make_book()
    book["Lembar Kerja"].title = "Kerja 'kita'"
    for name in list(book.defined_names):
        reference = book.defined_names[name].attr_text
        name_range(book, name, reference.replace("'Lembar Kerja'", "'Kerja ''kita'''"))
    sheet = update(book, [catatan("N8", "Kerja 'kita'"), catatan("", "Bukti Dukung", "Kosong.", kode="C206"),
                          catatan("", "Hilang", "Lembar hilang.", kode="C406")])["Catatan Perbaikan"]
    assert links_of(sheet) == {"C6": "'Kerja ''kita'''!N8", "C7": "'Bukti Dukung'!A1"}
    assert [cell.value for cell in sheet[6][:6]] == [
        1, "Kerja 'kita'", "N8", "tolak", "C101", "Isi “x” bukan angka."]
    assert [cell.value for cell in sheet[8][:6]] == [3, "Hilang", None, "tolak", "C406", "Lembar hilang."]


def test_renamed_service_sheets_are_written_to_where_they_are() -> None:
    book = make_book()
    for lembar, kini in (("Disposisi", "Lembar Disposisi Baru"), ("Catatan Perbaikan", "Perbaikan"),
                         ("Lembar Kerja", "Isian")):
        renamed(book, lembar, kini)
    after = opened(update_service_sheets(saved(book), isi_disposisi(), [catatan("N8", "Isian")]))
    assert after.sheetnames == ["Isian", "Program dan Anggaran", "Bukti Dukung", "Lembar Disposisi Baru", "Perbaikan",
                                "Petunjuk"]
    assert [cell.value for cell in after["Perbaikan"][6][:3]] == [1, "Isian", "N8"]
    assert after["Perbaikan"].cell(6, 8).value == "N8"  # the list that colours the cells of Lembar Kerja
    assert links_of(after["Perbaikan"]) == {"C6": "'Isian'!N8"}
    identitas = read_lembar_kerja(saved(after), "uji.xlsx").identitas
    assert (identitas.versi, identitas.langkah) == (3, 3)


def test_what_refuses_stands_before_what_warns() -> None:
    sheet = update(make_book(), [catatan("A1", tingkat=Tingkat.INFO), catatan("A2", tingkat=Tingkat.PERINGATAN),
                                 catatan("A3"), catatan("A4")])["Catatan Perbaikan"]
    assert [sheet.cell(row, 3).value for row in range(6, 10)] == ["A3", "A4", "A2", "A1"]
    assert sheet["A2"].value == "4 catatan perbaikan: 2 harus diperbaiki, 1 peringatan, 1 informasi."


def test_the_lists_for_conditional_formats_hold_the_cells_of_their_sheet() -> None:
    sheet = update(make_book(), [catatan("N8"), catatan("J9", "Program dan Anggaran"), catatan("A5", "Bukti Dukung"),
                                 catatan("", "Lembar Kerja")])["Catatan Perbaikan"]
    assert [[sheet.cell(row, number).value for number in (8, 9, 10)] for row in range(6, 10)] == [
        ["N8", None, None], [None, "J9", None], [None, None, "A5"], [None, None, None]]


def test_old_rows_and_links_are_cleared() -> None:
    first = update_service_sheets(saved(make_book()), isi_disposisi(5), [catatan(f"N{row}") for row in range(8, 13)])
    sheet = opened(update_service_sheets(first, isi_disposisi(1), [catatan("N9")]))
    assert [sheet["Catatan Perbaikan"].cell(row, 3).value for row in range(6, 12)] == ["N9"] + [None] * 5
    assert [sheet["Catatan Perbaikan"].cell(row, 8).value for row in range(6, 12)] == ["N9"] + [None] * 5
    assert links_of(sheet["Catatan Perbaikan"]) == {"C6": "'Lembar Kerja'!N9"}
    assert [sheet["Disposisi"].cell(row, 2).value for row in range(30, 36)] == [1] + [None] * 5


def test_without_catatan_the_sheet_says_so_and_no_empty_list_of_links_stays() -> None:
    first = update_service_sheets(saved(make_book()), isi_disposisi(), [catatan()])
    second = update_service_sheets(first, isi_disposisi(), [])
    assert opened(second)["Catatan Perbaikan"]["A2"].value == "Tidak ada catatan perbaikan."
    assert b"hyperlink" not in members(second)[CATATAN]


def test_300_catatan_are_listed_and_the_rest_is_counted() -> None:
    daftar = [catatan(f"N{row}") for row in range(1, 306)]
    sheet = update(make_book(), daftar)["Catatan Perbaikan"]
    assert sheet["C305"].value == "N300"
    assert sheet["A306"].value == "dan 5 lainnya"
    assert len(links_of(sheet)) == 300
    exactly = update(make_book(), daftar[:300])["Catatan Perbaikan"]
    assert exactly["A306"].value is None


def test_the_last_100_acts_are_listed_and_the_rest_is_counted() -> None:
    sheet = opened(update_service_sheets(saved(make_book()), isi_disposisi(103), ()))["Disposisi"]
    assert [sheet["B30"].value, sheet["B129"].value, sheet["B130"].value] == [4, 103, "dan 3 lainnya"]
    assert sheet["E129"].value == "Pejabat 103"


@pytest.mark.parametrize(("keep_note", "expected"), [(False, None), (True, "Lengkapi bukti")])
def test_the_note_goes_with_a_delivery_and_stays_with_what_is_given_back(keep_note: bool, expected: str | None) -> None:
    book = make_book()
    book["Disposisi"]["C21"] = "Lengkapi bukti"
    assert update(book, keep_note=keep_note)["Disposisi"]["C21"].value == expected


@pytest.mark.parametrize("teks", ["=HYPERLINK(\"x\")", "@SUM(1)", "+1", "-1", "a\tb", " dua  spasi ", "<b>&amp;",
                                  "_x0041_", "baris 1\nbaris 2"])
def test_text_is_written_as_text_and_read_back_the_same(teks: str) -> None:
    data = update_service_sheets(saved(make_book()), isi_disposisi(instruksi=teks), [catatan(pesan=teks)])
    assert b"<f" not in members(data)[DISPOSISI]
    assert opened(data)["Disposisi"]["C18"].data_type in ("s", "inlineStr")
    grids = read_book(data, "x").grids
    assert grids["Disposisi"].value(18, 3) == teks.strip()
    assert grids["Catatan Perbaikan"].value(6, 6) == teks.strip()


def test_control_characters_never_reach_the_sheet() -> None:
    data = update_service_sheets(saved(make_book()), isi_disposisi(instruksi="a\x00\x07b\ud800c"), ())
    assert opened(data)["Disposisi"]["C18"].value == "abc"


def test_styles_of_the_cells_stay() -> None:
    before = make_book()
    after = update(before, [catatan()])
    for sheet, cell in (("Disposisi", "C3"), ("Disposisi", "C30"), ("Catatan Perbaikan", "C6")):
        assert after[sheet][cell].border.left.style == before[sheet][cell].border.left.style
        assert after[sheet][cell].fill.fgColor.rgb == before[sheet][cell].fill.fgColor.rgb


def test_dropped_rows_and_cells_are_made_again_in_order_with_the_style_above() -> None:
    data = with_members(saved(make_book()), lambda parts: parts.update({
        CATATAN: re.sub(rb'<row r="([7-9]|\d\d+)".*?</row>', b"", parts[CATATAN]),
        DISPOSISI: re.sub(rb'<c r="C(5|9)"[^>]*?(/>|>.*?</c>)', b"", parts[DISPOSISI])}))
    assert opened(data)["Catatan Perbaikan"].max_row == 6
    changed = update_service_sheets(data, isi_disposisi(), [catatan(f"N{row}") for row in range(8, 18)])
    rows = [int(row) for row in re.findall(rb'<row r="(\d+)"', members(changed)[CATATAN])]
    assert rows == sorted(rows)
    columns = re.findall(rb'<c r="([A-Z]+)9"', members(changed)[CATATAN])
    assert columns == sorted(columns) == [b"A", b"B", b"C", b"D", b"E", b"F", b"H"]
    sheet = opened(changed)["Catatan Perbaikan"]
    assert sheet["C15"].value == "N17"
    assert sheet["C15"].border.left.style == "thin"
    assert opened(changed)["Disposisi"]["C5"].value == 2026


def test_formulas_left_on_the_service_sheets_become_values() -> None:
    book = make_book()
    book["Disposisi"]["H2"] = "=1+1"
    book["Catatan Perbaikan"]["C6"] = "=A1"
    changed = update(book, [catatan()])
    assert changed["Disposisi"]["H2"].value is None  # it never had a result
    assert changed["Catatan Perbaikan"]["C6"].value == "N8"


def with_chain(book: Workbook, chain: str) -> bytes:
    def add(parts: dict[str, bytes]) -> None:
        parts["xl/calcChain.xml"] = (
            '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"{chain}</calcChain>").encode()
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"</Types>", b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
                         b'officedocument.spreadsheetml.calcChain+xml"/></Types>')
        rels = "xl/_rels/workbook.xml.rels"
        parts[rels] = parts[rels].replace(
            b"</Relationships>", b'<Relationship Id="rId99" Target="calcChain.xml" Type="http://schemas.openxmlformats'
                                 b'.org/officeDocument/2006/relationships/calcChain"/></Relationships>')
    return with_members(saved(book), add)


@pytest.mark.parametrize("chain", ['<c r="Y8" i="1"/><c r="H2" i="4"/>', '<c r="A1" i="4"/><c r="H2"/>'])
def test_a_calculation_chain_that_names_a_dropped_formula_goes_with_its_two_references(chain: str) -> None:
    book = make_book()
    book["Disposisi"]["H2"] = "=1+1"
    data = with_chain(book, chain)
    before, after = members(data), members(update_service_sheets(data, isi_disposisi(), ()))
    assert set(before) - set(after) == {"xl/calcChain.xml"}
    changed = {name for name in after if before[name] != after[name]}
    assert changed == {DISPOSISI, CATATAN, "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}
    without = members(saved(book))
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert after[name] == without[name]


@pytest.mark.parametrize("formula", [None, "=1+1"])
def test_a_calculation_chain_of_other_sheets_stays(formula: str | None) -> None:
    book = make_book()
    book["Disposisi"]["H2"] = formula
    data = with_chain(book, '<c r="Y8" i="1"/><c r="Y9"/>')
    before, after = members(data), members(update_service_sheets(data, isi_disposisi(), ()))
    assert {name for name in before if before[name] != after[name]} == {DISPOSISI, CATATAN}


def test_protection_tables_and_links_of_the_user_stay() -> None:
    book = make_book()
    book["Catatan Perbaikan"].protection.enable()
    book["Catatan Perbaikan"]["L2"].hyperlink = "https://example.go.id/"
    data = saved(book)
    sheet = opened(update_service_sheets(data, isi_disposisi(), [catatan()]))["Catatan Perbaikan"]
    assert sheet.protection.sheet
    assert sheet["L2"].hyperlink.target == "https://example.go.id/"
    assert sheet["C6"].hyperlink.location == "'Lembar Kerja'!N8"


def test_links_stand_where_the_order_of_the_part_wants_them() -> None:
    book = make_book()
    book["Catatan Perbaikan"].oddFooter.center.text = "2026-TW2-LINJAMSOS"
    part = members(update_service_sheets(saved(book), isi_disposisi(), [catatan()]))[CATATAN]
    order = [etree.QName(element).localname for element in etree.fromstring(part)]
    assert order.index("sheetData") < order.index("hyperlinks") < order.index("pageMargins")


def test_a_name_that_leads_to_another_sheet_is_not_followed() -> None:
    book = make_book()
    name_range(book, "nama_unit", "'Lembar Kerja'!$A$1")
    assert update(book)["Lembar Kerja"]["A1"].value == "LEMBAR KERJA"


def test_a_workbook_that_cannot_be_written_back_to_is_refused_by_name() -> None:
    book = make_book()
    del book.defined_names["riwayat_baris"]
    with pytest.raises(NamesMissing, match="riwayat_baris"):
        update(book)
    del book["Catatan Perbaikan"]
    with pytest.raises(SheetMissing, match="Catatan Perbaikan"):
        update(book)
