from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from lembar_jadi import make_worksheet
from lembar_uji import FIRST, column, make_book, name_range, opened, renamed, saved, with_members
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja
from kinerja_xl.errors import NamesMissing, NotAWorkbook, SheetMissing
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

REALISASI, KETERANGAN = column("realisasi_tw2"), column("keterangan_tw2")


def read(book: Workbook) -> LembarKerja:
    return read_lembar_kerja(saved(book), "uji.xlsx")


def codes(lk: LembarKerja) -> list[tuple[str, str, str]]:
    return [(c.kode, c.lembar, c.sel) for c in lk.daftar_catatan]


def read_realisasi(isi: object, number_format: str = "General") -> tuple[NilaiSel, list[tuple[str, str, str]]]:
    book = make_book()
    cell = book["Lembar Kerja"][f"{REALISASI}{FIRST}"]
    cell.value, cell.number_format = isi, number_format
    lk = read(book)
    return lk.value(INDIKATOR, "IKU-1", "realisasi_tw2"), codes(lk)


def test_the_identity_comes_from_the_named_cells() -> None:
    identitas = read(make_book()).identitas
    assert (identitas.berkas, identitas.versi) == ("2026-TW2-LINJAMSOS", 1)
    assert (identitas.tahun, identitas.triwulan) == (2026, 2)
    assert (identitas.bidang, identitas.sub_bidang, identitas.langkah) == ("LINJAMSOS", None, 3)


def test_rows_and_columns_are_read_by_key_and_name() -> None:
    lk = read(make_book())
    assert lk.baris(INDIKATOR) == ("IKU-1", "IKU-2", "IKU-3")
    assert lk.value(INDIKATOR, "IKU-2", "nama") == "Indikator 2"
    assert lk.value(INDIKATOR, "IKU-2", "target_tw3") == Decimal(15)
    assert lk.value(INDIKATOR, "IKU-2", "realisasi_tw1") == Decimal(8)
    assert lk.value(INDIKATOR, "IKU-2", "realisasi_tw2") is None
    assert lk.place(INDIKATOR, "IKU-2", "realisasi_tw2") == Letak("Lembar Kerja", f"{REALISASI}9")
    assert lk.daftar_catatan == ()


def test_a_merged_sasaran_counts_for_every_row_it_spans() -> None:
    lk = read(make_book())
    found = [lk.value(INDIKATOR, kode, "sasaran") for kode in ("IKU-1", "IKU-2", "IKU-3")]
    assert found == ["Meningkatnya perlindungan sosial"] * 2 + ["Meningkatnya rehabilitasi sosial"]


def test_group_rows_of_a_program_are_no_rows_to_fill() -> None:
    lk = read(make_book())
    assert lk.baris(SUBKEGIATAN) == ("1.06.02.2.01.0001", "1.06.02.2.01.0002")
    assert lk.value(SUBKEGIATAN, "1.06.02.2.01.0001", "pagu") == Decimal(1041759500)
    assert lk.value(SUBKEGIATAN, "1.06.02.2.01.0001", "realisasi_rp_sd_lalu") == Decimal(5)


@pytest.mark.parametrize(("isi", "expected"), [
    (0, Decimal(0)), (12.5, Decimal("12.5")), (0.1 + 0.2, Decimal("0.3")), ("1.234.567,89", Decimal("1234567.89")),
    ("Rp 1.500.000,-", Decimal(1500000)), ("n/a", None), ("-", None), ("BB", "BB"), ("dua belas", "dua belas"),
    (True, "TRUE"), ("  7 ", Decimal(7)),
])
def test_what_is_typed_as_realisasi_becomes_a_number_or_stays_text(isi: object, expected: NilaiSel) -> None:
    value, remarks = read_realisasi(isi)
    assert value == expected
    assert type(value) is type(expected)
    assert remarks == []


def test_a_cell_that_became_a_date_is_read_as_the_date_it_shows() -> None:
    assert read_realisasi(date(2026, 4, 10), "dd/mm/yyyy") == ("10/04/2026", [])


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "#,##0.0 %", "[Red]0%;-0%"])
def test_a_percent_cell_is_worth_a_hundred_times_what_it_stores(number_format: str) -> None:
    assert read_realisasi(0.85, number_format) == (Decimal(85), [])


@pytest.mark.parametrize("number_format", ['0.00"%"', "0.00\\%", "General", "0.00"])
def test_a_percent_sign_that_is_only_text_changes_nothing(number_format: str) -> None:
    assert read_realisasi(0.85, number_format) == (Decimal("0.85"), [])


def test_a_number_with_two_meanings_is_read_as_thousands_and_remarked() -> None:
    value, remarks = read_realisasi("1.234")
    assert value == Decimal(1234)
    assert remarks == [("C102", "Lembar Kerja", f"{REALISASI}8")]


def test_an_error_value_is_not_a_blank() -> None:
    value, remarks = read_realisasi("#REF!")  # openpyxl stores it as an error cell
    assert value == "#REF!"
    assert remarks == [("C103", "Lembar Kerja", f"{REALISASI}8")]


def test_a_formula_without_a_result_is_remarked_and_not_read_as_zero() -> None:
    assert read_realisasi("=5+5") == (None, [("C110", "Lembar Kerja", f"{REALISASI}8")])


def with_formula(kolom: str, result: bytes) -> LembarKerja:
    """A worksheet whose cell of IKU-1 holds a formula that a spreadsheet program has computed."""
    book = make_book()
    book["Lembar Kerja"][f"{kolom}8"] = 4711
    return read_lembar_kerja(with_members(saved(book), lambda parts: parts.update({
        "xl/worksheets/sheet1.xml": re.sub(rb"(<c [^>]*?)(?: t=\"n\")?><v>4711</v>", rb"\1" + result, parts[
            "xl/worksheets/sheet1.xml"])})), "uji.xlsx")


def test_a_formula_in_an_input_cell_counts_by_its_result_and_is_told() -> None:
    lk = with_formula(REALISASI, b"><f>1200+34.5</f><v>1234.5</v>")
    assert lk.value(INDIKATOR, "IKU-1", "realisasi_tw2") == Decimal("1234.5")
    assert [(c.kode, c.tingkat.value, c.sel) for c in lk.daftar_catatan] == [("C310", "peringatan", f"{REALISASI}8")]
    assert "yang dipakai adalah hasilnya sekarang, 1.234,5" in lk.daftar_catatan[0].pesan


def test_a_formula_in_a_column_of_words_is_the_words_it_shows() -> None:
    lk = with_formula(KETERANGAN, b' t="str"><f>"belum "&amp;"cair"</f><v>belum cair</v>')
    assert lk.value(INDIKATOR, "IKU-1", "keterangan_tw2") == "belum cair"
    assert codes(lk) == []


@pytest.mark.parametrize("stored", ["1E400", "NaN", "INF"])
def test_numbers_beyond_all_bounds_stay_text(stored: str) -> None:
    book = make_book()
    book["Lembar Kerja"][f"{REALISASI}8"] = 4711
    data = with_members(saved(book), lambda parts: parts.update({"xl/worksheets/sheet1.xml": parts[
        "xl/worksheets/sheet1.xml"].replace(b"<v>4711</v>", f"<v>{stored}</v>".encode())}))
    assert read_lembar_kerja(data, "uji.xlsx").value(INDIKATOR, "IKU-1", "realisasi_tw2") in ("INF", "NAN")


@pytest.mark.parametrize("teks", ["=cmd|' /C calc'!A0", "+62811", "-1+1", "@SUM(A1)", "a\tb", "baris 1\nbaris 2"])
def test_text_that_looks_like_a_formula_stays_text(teks: str) -> None:
    book = make_book()
    cell = book["Lembar Kerja"][f"{KETERANGAN}8"]
    cell.value = teks
    cell.data_type = "s"
    assert read(book).value(INDIKATOR, "IKU-1", "keterangan_tw2") == teks


def test_control_characters_are_taken_out_of_text() -> None:
    book = make_book()
    book["Lembar Kerja"][f"{KETERANGAN}8"] = "4711"
    part = "xl/worksheets/sheet1.xml"
    data = with_members(saved(book), lambda parts: parts.update({part: parts[part].replace(
        b"4711", "a_x0007_b\u202ec\u0085".encode())}))
    assert read_lembar_kerja(data, "uji.xlsx").value(INDIKATOR, "IKU-1", "keterangan_tw2") == "abc"


@pytest.mark.parametrize(("isi", "number_format", "expected"),
                         [(1234.5, "#,##0.00", "1234,5"), (0.85, "0%", "85%"), (12, "0", "12")])
def test_a_number_in_a_text_column_is_text_as_excel_shows_it(isi: float, number_format: str, expected: str) -> None:
    book = make_book()
    cell = book["Lembar Kerja"][f"{KETERANGAN}8"]
    cell.value, cell.number_format = isi, number_format
    assert read(book).value(INDIKATOR, "IKU-1", "keterangan_tw2") == expected


def test_a_code_that_became_a_number_is_its_text() -> None:
    book = make_book()
    book["Lembar Kerja"]["C8"] = 1.06
    assert read(book).baris(INDIKATOR)[0] == "1.06"


def test_sorted_rows_are_the_same_worksheet() -> None:
    book = make_book()
    sheet = book["Lembar Kerja"]
    sheet.unmerge_cells("B8:B9")
    sheet["B9"] = sheet["B8"].value
    rows = [[cell.value for cell in row] for row in sheet["B8:N10"]]
    for row, values in zip(sheet["B8:N10"], reversed(rows), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
    original, lk = read(make_book()), read(book)
    assert lk.baris(INDIKATOR) == ("IKU-3", "IKU-2", "IKU-1")
    assert lk.sel == original.sel


def test_names_follow_inserted_rows_and_columns() -> None:
    book = make_book()
    book["Lembar Kerja"][f"{REALISASI}10"] = 4
    sheet = book["Lembar Kerja"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(9)
    sheet.insert_cols(4)
    for name in list(book.defined_names):  # what Excel does by itself
        reference = book.defined_names[name].attr_text
        if reference.startswith("'Lembar Kerja'"):
            letters = reference.split("$")[1]
            moved = letters if letters in "ABC" else next(
                c.column_letter for c in sheet[1] if c.column == sheet[f"{letters}1"].column + 1)
            name_range(book, name, f"'Lembar Kerja'!${moved}$8:${moved}$11")
    lk = read(book)
    assert lk.baris(INDIKATOR) == ("IKU-1", "IKU-2", "IKU-3")
    assert lk.value(INDIKATOR, "IKU-3", "realisasi_tw2") == Decimal(4)
    assert lk.daftar_catatan == ()


def test_a_row_that_slipped_below_the_named_range_is_still_read() -> None:
    book = make_book()
    book["Lembar Kerja"].move_range(f"B10:{column('kategori')}10", rows=4)
    lk = read(book)
    assert lk.baris(INDIKATOR) == ("IKU-1", "IKU-2", "IKU-3")
    assert lk.place(INDIKATOR, "IKU-3", "realisasi_tw2").sel == f"{REALISASI}14"


def test_a_remark_under_the_table_is_no_row() -> None:
    book = make_book()
    book["Lembar Kerja"]["C14"] = "Catatan: angka sementara"
    assert read(book).baris(INDIKATOR) == ("IKU-1", "IKU-2", "IKU-3")


def test_a_number_without_a_code_is_not_lost() -> None:
    book = make_book()
    book["Lembar Kerja"]["C9"] = None
    book["Lembar Kerja"][f"{REALISASI}9"] = 5
    assert read(book).baris(INDIKATOR) == ("IKU-1", "tanpa kode (9)", "IKU-3")


def test_hidden_rows_columns_and_sheets_are_read() -> None:
    book = make_book()
    book["Lembar Kerja"].column_dimensions[REALISASI].hidden = True
    book["Lembar Kerja"].row_dimensions[8].hidden = True
    book["Lembar Kerja"][f"{REALISASI}8"] = 3
    book["Bukti Dukung"].sheet_state = "veryHidden"
    book["Bukti Dukung"]["A5"], book["Bukti Dukung"]["B5"], book["Bukti Dukung"]["C5"] = "IKU-1", "bukti", "a.pdf"
    lk = read(book)
    assert lk.value(INDIKATOR, "IKU-1", "realisasi_tw2") == Decimal(3)
    assert lk.baris(BUKTI) == ("IKU-1|bukti|a.pdf",)


def test_a_code_twice_is_remarked_at_the_second_one() -> None:
    book = make_book()
    book["Lembar Kerja"]["C10"] = "IKU-1"
    lk = read(book)
    assert codes(lk) == [("C405", "Lembar Kerja", "C10")]
    assert lk.place(INDIKATOR, "IKU-1", "nama").sel == "D8"


def test_a_lost_name_is_made_good_by_the_heading() -> None:
    book = make_book()
    book["Lembar Kerja"][f"{KETERANGAN}8"] = "alasan"
    del book.defined_names["keterangan_tw2"]
    del book.defined_names["rencana_indikator_target_tw3"]
    lk = read(book)
    assert lk.value(INDIKATOR, "IKU-1", "keterangan_tw2") == "alasan"
    assert lk.value(INDIKATOR, "IKU-1", "target_tw3") == Decimal(15)
    assert lk.daftar_catatan == ()


def test_a_made_worksheet_without_its_column_names_is_read_by_its_headings() -> None:
    data = make_worksheet()
    book = opened(data)
    for name in list(book.defined_names):
        if name.startswith("rencana_") or name.endswith("_tw2"):
            del book.defined_names[name]
    original, lk = read_lembar_kerja(data, "a"), read(book)
    assert lk.sel == original.sel
    assert lk.letak == original.letak
    assert lk.daftar_catatan == ()


@pytest.mark.parametrize("lost", [None, "'Lembar Kerja'!#REF!"])
def test_a_column_without_name_and_heading_is_missing(lost: str | None) -> None:
    book = make_book()
    del book.defined_names["keterangan_tw2"]
    if lost:
        name_range(book, "keterangan_tw2", lost)
    book["Lembar Kerja"][f"{KETERANGAN}6"] = None
    assert codes(read(book)) == [("C404", "Lembar Kerja", "")]


def test_a_missing_sheet_of_a_table_is_a_catatan() -> None:
    book = make_book()
    del book["Bukti Dukung"]
    lk = read(book)
    assert codes(lk) == [("C406", "Bukti Dukung", "")]
    assert len(lk.baris(INDIKATOR)) == 3


@pytest.mark.parametrize("lembar", ["Lembar Kerja", "Program dan Anggaran", "Bukti Dukung", "Disposisi"])
def test_a_renamed_sheet_is_read_by_its_names_and_told(lembar: str) -> None:
    before, after = read(make_book()), read(renamed(make_book(), lembar, "Rekap TW II (Siti)"))
    assert [(c.kode, c.tingkat.value, c.lembar) for c in after.daftar_catatan] == [
        ("C408", "peringatan", "Rekap TW II (Siti)")]
    assert f"Lembar “{lembar}” telah berganti nama menjadi “Rekap TW II (Siti)”" in after.daftar_catatan[0].pesan
    assert (after.sel, after.identitas) == (before.sel, before.identitas)
    assert {letak.lembar for letak in after.letak.values()} <= {
        "Rekap TW II (Siti)", "Lembar Kerja", "Program dan Anggaran", "Bukti Dukung"} - {lembar}


def test_a_copied_sheet_is_read_after_its_original_was_deleted() -> None:
    book = make_book()
    for nama, name in list(book.defined_names.items()):
        if "'Program dan Anggaran'!" in (reference := str(name.attr_text)):
            name.attr_text = "#REF!"
            copied = DefinedName(nama, attr_text=reference.replace("Anggaran'", "Anggaran (2)'"))
            book["Program dan Anggaran"].defined_names[nama] = copied
    book["Program dan Anggaran"].title = "Program dan Anggaran (2)"
    lk = read(book)
    assert [c.kode for c in lk.daftar_catatan] == ["C408"]
    assert lk.baris(SUBKEGIATAN) == read(make_book()).baris(SUBKEGIATAN)


@pytest.mark.parametrize("lembar", ["Disposisi", "Catatan Perbaikan"])
def test_a_missing_service_sheet_is_not_guessed_at(lembar: str) -> None:
    book = make_book()
    del book[lembar]
    with pytest.raises(SheetMissing) as error:
        read(book)
    assert error.value.pesan == f"Berkas uji.xlsx tidak memuat lembar {lembar}."


def test_a_lost_name_of_the_identity_is_not_guessed_at() -> None:
    book = make_book()
    del book.defined_names["berkas"]
    with pytest.raises(NamesMissing):
        read(book)


def test_a_sheet_name_may_differ_in_case_and_blanks() -> None:
    book = make_book()
    book["Lembar Kerja"].title = "LEMBAR  kerja"
    for name in list(book.defined_names):
        reference = book.defined_names[name].attr_text
        name_range(book, name, reference.replace("'Lembar Kerja'", "'LEMBAR  kerja'"))
    lk = read(book)
    assert lk.value(INDIKATOR, "IKU-1", "target_tahun") == Decimal(40)
    assert lk.place(INDIKATOR, "IKU-1", "nama").lembar == "LEMBAR  kerja"


def test_sheets_in_another_order_with_one_more_are_the_same_worksheet() -> None:
    book = make_book()
    book.move_sheet("Disposisi", -3)
    book.create_sheet("Coretan saya", 0)["A1"] = "=1/0"
    assert read(book).sel == read(make_book()).sel


def test_evidence_is_keyed_by_what_it_says() -> None:
    book = make_book()
    sheet = book["Bukti Dukung"]
    for cell, value in (("A5", "IKU-1"), ("B5", "bukti"), ("C5", "SK 12.pdf"), ("B6", "bukti"),
                        ("C7", "tanpa kode.pdf"), ("A30", "IKU-2"), ("B30", "acuan"), ("C30", "di luar.pdf"),
                        ("C40", "catatan kaki")):
        sheet[cell] = value
    lk = read(book)
    assert lk.baris(BUKTI) == ("IKU-1|bukti|SK 12.pdf", "||tanpa kode.pdf", "IKU-2|acuan|di luar.pdf")
    assert lk.sel[Kunci(BUKTI, "IKU-1|bukti|SK 12.pdf", BUKTI)] is True
    assert lk.letak[Kunci(BUKTI, "||tanpa kode.pdf", BUKTI)] == Letak("Bukti Dukung", "A7")


def test_computed_cells_show_what_they_show_and_a_constant_is_noticed() -> None:
    book = make_book()
    book["Lembar Kerja"][f"{column('capaian_tw')}9"] = 77
    lk = read(book)
    assert lk.tanpa_rumus == {Kunci(INDIKATOR, "IKU-2", "capaian_tw")}
    assert lk.tampil[Kunci(INDIKATOR, "IKU-2", "capaian_tw")] == Decimal(77)
    assert Kunci(INDIKATOR, "IKU-1", "capaian_tw") not in lk.tampil  # never calculated, so nothing is shown
    assert Kunci(INDIKATOR, "IKU-1", "capaian_tw") not in lk.sel


def test_the_note_is_read_with_its_place() -> None:
    book = make_book()
    book["Disposisi"]["C21"] = "  Lengkapi bukti\r\nindikator kedua "
    lk = read(book)
    assert lk.catatan_disposisi == "Lengkapi bukti\nindikator kedua"
    assert lk.letak_catatan == Letak("Disposisi", "C21")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html></html>"])
def test_what_is_no_workbook_is_named_so(data: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        read_lembar_kerja(data, "x.xlsx")


def test_a_broken_sheet_part_is_named_so() -> None:
    data = with_members(saved(make_book()), lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<worksheet><a"}))
    with pytest.raises(NotAWorkbook):
        read_lembar_kerja(data, "x.xlsx")


@pytest.mark.parametrize("part", [b"<worksheet><a", b"<worksheet/>", b'<?xml version="1.0"?><!DOCTYPE x>'])
def test_a_broken_service_sheet_is_found_on_reading_and_not_on_delivery(part: bytes) -> None:
    data = with_members(saved(make_book()), lambda parts: parts.update({"xl/worksheets/sheet5.xml": part}))
    with pytest.raises(NotAWorkbook):
        read_lembar_kerja(data, "x.xlsx")


def test_a_block_that_would_run_off_the_sheet_is_a_lost_name() -> None:
    book = make_book()
    name_range(book, "catatan_baris", "'Catatan Perbaikan'!$A$1048500:$F$1048500")
    with pytest.raises(NamesMissing, match="catatan_baris"):
        read(book)


def test_the_fixture_is_what_it_says() -> None:
    assert opened(saved(make_book())).sheetnames == [
        "Lembar Kerja", "Program dan Anggaran", "Bukti Dukung", "Disposisi", "Catatan Perbaikan", "Petunjuk"]
