"""What an issued worksheet looks like: names, headings, locks, rules, print set-up, results, and broken templates."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lembar_contoh import DAFTAR_INDIKATOR, DAFTAR_SUBKEGIATAN, PENGATURAN, RENCANA, SKALA, disposisi, make
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.catatan import Tingkat
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, KOLOM_ISIAN, SUBKEGIATAN, column_name
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.kantor.checking import check_file
from kinerja_xl.workbook import names
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.make.make_lembar_kerja import make_lembar_kerja
from kinerja_xl.workbook.make.sheet_rules import text_colour
from kinerja_xl.workbook.make.sheet_tools import text_height
from kinerja_xl.workbook.service.service_sheets import update_service_sheets
from kinerja_xl.workbook.templates import shipped_template

D = Decimal
TEMPLATES = Path(__file__).parents[2] / "workbook_templates"
LALU = {Kunci(INDIKATOR, "LJS-03", "realisasi_tw1"): D(8), Kunci(INDIKATOR, "LJS-01", "pembilang_tw1"): D(40),
        Kunci(INDIKATOR, "LJS-01", "penyebut_tw1"): D(60), Kunci(INDIKATOR, "LJS-06", "realisasi_tw1"): "BB",
        **{Kunci(SUBKEGIATAN, sub.kode, "realisasi_rp_sd_tw1"): D(1000000) for sub in DAFTAR_SUBKEGIATAN}}


def opened(data: bytes, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=values)


@pytest.fixture(scope="module")
def issued() -> bytes:
    return make(2, lalu=LALU)


@pytest.fixture(scope="module")
def book(issued: bytes) -> Workbook:
    return opened(issued)


def area(book: Workbook, name: str) -> list[str]:
    """The cells of a defined name, by sheet!cell, top to bottom."""
    ((lembar, reference),) = book.defined_names[name].destinations
    block = book[lembar][reference.replace("$", "")]
    rows = block if isinstance(block, tuple) else ((block,),)
    return [f"{lembar}!{cell.coordinate}" for row in rows for cell in row]


def cells(book: Workbook, name: str) -> list:
    return [book[place.partition("!")[0]][place.partition("!")[2]] for place in area(book, name)]


def heading_above(sheet: Worksheet, column: int, row: int) -> str | None:
    for block in sheet.merged_cells.ranges:
        if block.min_row <= row <= block.max_row and block.min_col <= column <= block.max_col:
            return sheet.cell(block.min_row, block.min_col).value
    return sheet.cell(row, column).value


def test_the_six_sheets_stand_in_order(book: Workbook) -> None:
    assert tuple(book.sheetnames) == names.SHEETS


def test_every_fillable_column_of_the_quarter_is_named_over_the_data_rows(book: Workbook) -> None:
    for kolom in KOLOM_ISIAN:
        named = area(book, column_name(kolom, 2))
        assert len(named) == {INDIKATOR: 7, SUBKEGIATAN: 9}[kolom.tabel]
    for name in ("realisasi_tw1", "realisasi_tw2", "realisasi_tw3", "realisasi_tw4", *names.HITUNG_INDIKATOR):
        assert len(area(book, name)) == 7
    assert [cell.value for cell in cells(book, "kode_indikator")] == [i.kode for i in DAFTAR_INDIKATOR]


def test_every_name_of_the_contract_is_there_and_none_of_the_template_is_left(book: Workbook) -> None:
    wanted = {*names.IDENTITAS, *names.DISPOSISI_CELLS, names.CATATAN_DISPOSISI, names.RIWAYAT_BARIS,
              names.RIWAYAT_LAINNYA, names.CATATAN_BARIS, names.CATATAN_LAINNYA, names.CATATAN_JUDUL,
              *names.DAFTAR_SEL.values(), names.BUKTI_INDIKATOR, names.BUKTI_JENIS, names.BUKTI_BERKAS,
              names.KODE_SUBKEGIATAN, *names.HITUNG_SUBKEGIATAN, names.REALISASI_RP_SD_LALU, names.PITA_TOMBOL}
    assert wanted <= set(book.defined_names)
    assert not {f"{kolom.nama}_tw" for kolom in KOLOM_ISIAN} & set(book.defined_names)
    assert len(cells(book, names.RIWAYAT_BARIS)) == names.RIWAYAT_MAX * 8
    assert len(cells(book, names.CATATAN_BARIS)) == names.CATATAN_MAX * 6
    assert {len(cells(book, name)) for name in names.DAFTAR_SEL.values()} == {names.CATATAN_MAX}


def test_two_heading_rows_and_a_row_of_column_numbers_stand_over_the_table(book: Workbook) -> None:
    sheet = book["Lembar Kerja"]
    assert [heading_above(sheet, column, 6) for column in range(1, 14)] == [
        "No", "Tujuan/Sasaran Strategis", "Kode", "Indikator Kinerja", "Satuan", "Arah", "Jenis Perhitungan",
        "Target Tahunan", "Target Triwulan", "Target Triwulan", "Target Triwulan", "Target Triwulan",
        "Realisasi Triwulan"]
    assert [heading_above(sheet, column, 7) for column in range(9, 17)] == ["I", "II", "III", "IV"] * 2
    assert [sheet.cell(8, column).value for column in range(1, 27)] == [f"({n})" for n in range(1, 27)]
    assert heading_above(sheet, 21, 7) == "Kategori Triwulan II"


def test_a_sasaran_is_merged_over_its_indicators(book: Workbook) -> None:
    merged = {block.coord for block in book["Lembar Kerja"].merged_cells.ranges if block.min_col == 2 < block.min_row}
    assert merged == {"B6:B7", "B9:B10", "B12:B13", "B14:B15"}
    assert book["Lembar Kerja"]["B12"].value == "Meningkatnya peran potensi dan sumber kesejahteraan sosial"


def test_only_what_a_role_may_fill_this_quarter_is_unlocked(book: Workbook) -> None:
    unlocked = {f"{sheet.title}!{cell.coordinate}" for sheet in book.worksheets for row in sheet.iter_rows()
                for cell in row if not isinstance(cell, MergedCell) and not cell.protection.locked}
    groups = {cell.row for cell in cells(book, names.KODE_SUBKEGIATAN) if cell.value is None}
    wanted = {place for kolom in KOLOM_ISIAN for place, cell in
              zip(area(book, column_name(kolom, 2)), cells(book, column_name(kolom, 2)), strict=True)
              if kolom.tabel == INDIKATOR or cell.row not in groups}
    for name in (names.BUKTI_INDIKATOR, names.BUKTI_JENIS, names.BUKTI_BERKAS, names.CATATAN_DISPOSISI,
                 names.CATATAN_BARIS, names.CATATAN_JUDUL, names.CATATAN_LAINNYA, *names.DAFTAR_SEL.values()):
        wanted |= set(area(book, name))
    assert unlocked == wanted


def test_every_sheet_is_protected_without_a_password_and_leaves_looks_free(book: Workbook) -> None:
    for sheet in book.worksheets:
        guard = sheet.protection
        assert (guard.sheet, guard.password) == (True, None)
        assert not any((guard.formatCells, guard.formatColumns, guard.formatRows, guard.sort, guard.autoFilter))


def test_earlier_quarters_show_what_was_accepted_and_later_ones_stay_empty(book: Workbook) -> None:
    first = {cell.row: cell.value for cell in cells(book, "realisasi_tw1")}
    assert first == {9: pytest.approx(66.6666666666667), 10: None, 11: 8, 12: None, 13: None, 14: "BB", 15: None}
    assert [cell.value for name in ("realisasi_tw3", "realisasi_tw4") for cell in cells(book, name)] == [None] * 14
    assert [cell.value for cell in cells(book, names.PEMBILANG_LALU)] == [40, *[None] * 6]
    assert [cell.value for cell in cells(book, names.PENYEBUT_LALU)] == [60, *[None] * 6]
    grey = {cell.fill.fgColor.rgb[-6:] for cell in cells(book, "realisasi_tw3")}
    assert grey == {"D9D9D9"}


def test_program_and_kegiatan_have_rows_of_their_own_without_a_key(book: Workbook) -> None:
    codes = [cell.value for cell in cells(book, names.KODE_SUBKEGIATAN)]
    groups = [cell.value for cell in cells(book, names.KODE_KELOMPOK)]
    assert codes == [None, None, "1.06.06.2.01.0001", "1.06.06.2.01.0005", None, "1.06.06.2.02.0002", None, None,
                     "1.06.05.2.02.0006"]
    assert groups == ["1.06.06", "1.06.06.2.01", None, None, "1.06.06.2.02", None, "1.06.05", "1.06.05.2.02", None]
    sheet = book["Program dan Anggaran"]
    assert sheet["C9"].value == "1.06.06  PROGRAM PENANGANAN BENCANA"
    assert (sheet["H9"].value, sheet["H10"].value) == ("=IF(COUNT(H10,H13)=0,\"\",SUM(H10,H13))",
                                                       "=IF(COUNT(H11,H12)=0,\"\",SUM(H11,H12))")
    assert (sheet["C18"].value, sheet["H18"].value) == ("JUMLAH", "=IF(COUNT(H9,H15)=0,\"\",SUM(H9,H15))")


def test_formulas_carry_their_results(issued: bytes) -> None:
    """LJS-03: 8 of 50 is 16 %; 412.500.000 + 86.250.000 + 1.028.058.131 + 640.000.000 = 2.166.808.131."""
    shown = opened(issued, values=True)
    assert [shown["Lembar Kerja"].cell(11, column).value for column in (19, 20, 21)] == [None, 16, "belum diisi"]
    assert shown["Lembar Kerja"]["U14"].value == "belum diukur"
    assert shown["Program dan Anggaran"]["H18"].value == 2166808131
    assert shown["Program dan Anggaran"]["K18"].value == 4000000
    with zipfile.ZipFile(io.BytesIO(issued)) as parts:
        for number in (1, 2):
            part = parts.read(f"xl/worksheets/sheet{number}.xml")
            assert part.count(b"<f>") == part.count(b"</f><v") > 0


def test_the_reader_finds_every_row_and_nothing_to_mend(issued: bytes) -> None:
    lk = read_lembar_kerja(issued, "x")
    assert lk.baris(INDIKATOR) == tuple(i.kode for i in DAFTAR_INDIKATOR)
    assert lk.baris(SUBKEGIATAN) == tuple(sub.kode for sub in DAFTAR_SUBKEGIATAN)
    assert (lk.daftar_catatan, lk.tanpa_rumus) == ((), frozenset())
    assert (lk.identitas.berkas, lk.identitas.triwulan, lk.identitas.langkah) == ("2026-TW2-LINJAMSOS", 2, 1)


def test_the_berkas_code_is_on_every_sheet_and_in_every_footer(book: Workbook) -> None:
    for sheet in book.worksheets:
        texts = [str(cell.value) for row in sheet.iter_rows(max_row=12) for cell in row if cell.value]
        assert any("2026-TW2-LINJAMSOS" in text for text in texts), sheet.title
        assert sheet.oddFooter.left.text == "2026-TW2-LINJAMSOS"
        assert sheet.oddFooter.center.text == "DATA CONTOH – bukan data resmi"
        assert "&P" in sheet.oddFooter.right.text


def test_no_placeholder_is_left_anywhere(book: Workbook) -> None:
    left = [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
            if isinstance(cell.value, str) and {"[", "]", "{", "}"} & set(cell.value)]
    assert left == []


def test_an_office_that_is_no_sample_says_nothing_of_sample_data() -> None:
    real = replace(PENGATURAN, instansi=replace(PENGATURAN.instansi, contoh=False))
    book = opened(make(1, pengaturan=real))
    assert not [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
                if "CONTOH" in str(cell.value)]
    assert {sheet.oddFooter.center.text or "" for sheet in book.worksheets} == {""}


def test_it_prints_on_f4_with_headings_on_every_page(book: Workbook) -> None:
    sheet = book["Lembar Kerja"]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 14)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$6:$8", "$A:$D")
    assert [brk.id for brk in sheet.col_breaks.brk] == [21]  # the narrative begins on the second page
    assert sheet.freeze_panes == "E9"
    assert book["Program dan Anggaran"].print_title_rows == "$6:$8"
    assert {name: book[name].sheet_properties.pageSetUpPr.fitToPage for name in names.SHEETS[1:]} == dict.fromkeys(
        names.SHEETS[1:], True)


def test_helper_columns_are_hidden(book: Workbook) -> None:
    for name in (names.PEMBILANG_LALU, names.PENYEBUT_LALU, names.NILAI_TW, names.NILAI_SD, names.KODE_KELOMPOK,
                 *names.DAFTAR_SEL.values(), names.PITA_TOMBOL):
        first = cells(book, name)[0]
        assert first.parent.column_dimensions[first.column_letter].hidden, name


def test_helper_columns_are_left_out_of_print(book: Workbook) -> None:
    for lembar, columns in ((names.LEMBAR_KERJA, "A:Z"), (names.PROGRAM_DAN_ANGGARAN, "A:N")):
        first, last = columns.split(":")
        assert book[lembar].print_area == f"'{lembar}'!${first}$1:${last}${book[lembar].max_row}"


def test_no_row_is_lower_than_its_texts_and_typing_makes_it_higher(issued: bytes, book: Workbook) -> None:
    sheet = book["Lembar Kerja"]
    for row, indikator in enumerate(DAFTAR_INDIKATOR, 9):
        assert sheet.row_dimensions[row].height >= text_height(indikator.nama, sheet.column_dimensions["D"].width)
    with zipfile.ZipFile(io.BytesIO(issued)) as parts:
        table = parts.read("xl/worksheets/sheet1.xml").partition(b'<row r="9"')[2]
    assert b"customHeight" not in table


def test_a_sasaran_longer_than_its_indicators_gets_the_room_it_needs() -> None:
    long = "Meningkatnya pelayanan sosial yang menjangkau seluruh warga. " * 8
    daftar = tuple(replace(indikator, sasaran=long) for indikator in DAFTAR_INDIKATOR[:2])
    sheet = opened(make(1, RencanaAksi(2026, daftar, ())))["Lembar Kerja"]
    room = sheet.row_dimensions[9].height + sheet.row_dimensions[10].height
    assert room >= text_height(long, sheet.column_dimensions["B"].width) - 0.1


def test_conditional_formats_show_whose_turn_it_is_and_what_to_mend(book: Workbook) -> None:
    found = {(str(block.sqref), rule.formula[0]) for block in book["Lembar Kerja"].conditional_formatting
             for rule in block.rules}
    assert ("O9:O15", "OR(langkah=3,langkah=4)") not in found  # TW III is not this quarter
    assert {("N9:N15", "OR(langkah=3,langkah=4)"), ("Y9:Y15", "langkah=4"), ("Z9:Z15", "langkah=6"),
            ("A9:Z15", "COUNTIF(catatan_sel_lembar_kerja,ADDRESS(ROW(),COLUMN(),4))>0"),
            ("U9:U15", 'U9="Sangat Rendah"')} <= found
    for lembar in (names.PROGRAM_DAN_ANGGARAN, names.BUKTI_DUKUNG):
        rules = {rule.formula[0] for block in book[lembar].conditional_formatting for rule in block.rules}
        assert {f"COUNTIF({names.DAFTAR_SEL[lembar]},ADDRESS(ROW(),COLUMN(),4))>0", "OR(langkah=3,langkah=4)"} <= rules


def test_lists_and_number_rules_warn_and_never_refuse(book: Workbook) -> None:
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert {rule.errorStyle for rule in rules} == {"warning"}
    assert all(len(rule.error) <= 225 and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)
    lists = {rule.formula1 for rule in rules if rule.type == "list"}
    assert lists == {names.PREDIKAT_HURUF, names.KODE_INDIKATOR, '"acuan,bukti"'}
    (predikat,) = (rule for rule in rules if rule.formula1 == names.PREDIKAT_HURUF)
    assert str(predikat.sqref) == "N14"  # LJS-06, the only one with letters


def test_petunjuk_holds_the_tables_that_formulas_use(book: Workbook) -> None:
    letters = [cell.value for cell in cells(book, names.PREDIKAT_HURUF)]
    assert letters == ["D", "C", "CC", "B", "BB", "A", "AA"]
    assert [cell.value for cell in cells(book, names.TABEL_PREDIKAT)][1::2] == [1, 2, 3, 4, 5, 6, 7]
    categories = [cell.value for cell in cells(book, names.TABEL_KATEGORI)][::3]
    assert categories == [kategori.nama for kategori in SKALA.daftar_kategori]
    assert {"-", "n/a", "belum diisi"} <= {cell.value for cell in cells(book, names.DAFTAR_KOSONG)}


def test_a_unit_with_nothing_to_fill_and_an_office_without_predikat_still_get_a_worksheet() -> None:
    bare = replace(PENGATURAN, skala=Skala(SKALA.daftar_kategori[:1], {}))
    book = opened(make(4, RencanaAksi(2026, (), ()), pengaturan=bare))
    assert area(book, "realisasi_tw4") == ["Lembar Kerja!P9"]
    assert area(book, names.KODE_SUBKEGIATAN) == ["Program dan Anggaran!B9"]


def test_texts_of_the_plan_are_never_taken_for_formulas() -> None:
    plan = replace(RENCANA, daftar_indikator=(replace(DAFTAR_INDIKATOR[0], nama="=HYPERLINK(\"http://x\")",
                                                      sasaran="+1 [berkas]"),))
    cell = opened(make(1, plan))["Lembar Kerja"]["D9"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")')
    assert opened(make(1, plan))["Lembar Kerja"]["B9"].value == "+1 [berkas]"


def test_equal_input_gives_equal_bytes(issued: bytes) -> None:
    assert make(2, lalu=LALU) == issued


def test_filling_makes_rows_as_high_as_what_was_written(issued: bytes) -> None:
    text = "Koordinasi dengan BPBD dan kecamatan berjalan baik. " * 10
    filled = fill_lembar_kerja(issued, {Kunci(INDIKATOR, "LJS-04", "faktor_pendorong_tw2"): text})
    before, after = (opened(data)["Lembar Kerja"].row_dimensions for data in (issued, filled))
    width = opened(issued)["Lembar Kerja"].column_dimensions["W"].width
    assert after[12].height >= text_height(text.strip(), width) > before[12].height
    assert after[11].height == before[11].height


def test_a_template_with_restyled_headings_and_widths_is_followed() -> None:
    template = opened(shipped_template("Lembar Kerja.xlsx"))
    template["Lembar Kerja"]["E1"] = "RENCANA AKSI [romawi]"
    template["Lembar Kerja"].column_dimensions["D"].width = 60
    template._named_styles["Kinerja Rencana"].font = template._named_styles["Kinerja Program"].font
    saved = io.BytesIO()
    template.save(saved)
    sheet = opened(make_lembar_kerja(saved.getvalue(), RENCANA, Periode(2026, 1), PENGATURAN, disposisi(1), {}))[
        "Lembar Kerja"]
    assert sheet["E1"].value == "RENCANA AKSI I"
    assert (sheet.column_dimensions["D"].width, sheet["D9"].font.bold) == (60, True)


def test_a_template_that_lost_something_names_everything_it_lost() -> None:
    template = opened(shipped_template("Lembar Kerja.xlsx"))
    del template["Petunjuk"]
    del template.defined_names["keterangan_tw"]
    template._named_styles["Kinerja Jumlah"].name = "Gaya Baru"
    saved = io.BytesIO()
    template.save(saved)
    with pytest.raises(TemplateBroken) as caught:
        make_lembar_kerja(saved.getvalue(), RENCANA, Periode(2026, 1), PENGATURAN, disposisi(1), {})
    for lost in ("lembar Petunjuk", "nama sel keterangan_tw", "gaya sel Kinerja Jumlah", "nama sel tabel_kategori"):
        assert lost in caught.value.pesan


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x03\x04"])
def test_a_template_that_is_no_workbook_is_a_broken_template(data: bytes) -> None:
    with pytest.raises(TemplateBroken):
        make_lembar_kerja(data, RENCANA, Periode(2026, 1), PENGATURAN, disposisi(1), {})


def test_an_unknown_shipped_template_is_named() -> None:
    with pytest.raises(TemplateBroken, match=r"Tidak Ada\.xlsx"):
        shipped_template("Tidak Ada.xlsx")


def test_the_shipped_template_is_what_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TEMPLATES))
    spec = importlib.util.spec_from_file_location("build_lembar_kerja", TEMPLATES / "build_lembar_kerja.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "build_lembar_kerja", script)
    spec.loader.exec_module(script)
    made, shipped = (zipfile.ZipFile(io.BytesIO(data)) for data in (script.build(), shipped_template(script.FILE)))
    with made, shipped:
        assert made.namelist() == shipped.namelist()
        assert [name for name in made.namelist() if made.read(name) != shipped.read(name)] == []


def test_letters_stand_out_from_their_category_colour() -> None:
    """Black on the five usual fills; white on a dark one (contrast of 3366CC with white 5,4, with black 3,9)."""
    assert {text_colour(kategori.warna) for kategori in SKALA.daftar_kategori} == {"000000"}
    assert text_colour("3366CC") == "FFFFFF"


def test_a_worksheet_carries_what_its_office_lets_refuse_wherever_it_is_checked(tmp_path: Path) -> None:
    slip = replace(disposisi(2, Status.DIPERINTAHKAN), menolak=frozenset({"C302", "C305"}))
    data = update_service_sheets(make(2, status=Status.DIPERINTAHKAN), slip, ())
    full = {Kunci(SUBKEGIATAN, sub.kode, "realisasi_rp_sd_tw2"): sub.pagu + 1 for sub in DAFTAR_SUBKEGIATAN}
    path = tmp_path / "Lembar Kerja.xlsx"
    path.write_bytes(fill_lembar_kerja(data, full))
    _, found = check_file(path)
    assert {c.tingkat for c in found if c.kode == "C302"} == {Tingkat.TOLAK}
    path.write_bytes(fill_lembar_kerja(make(2, status=Status.DIPERINTAHKAN), full))
    _, found = check_file(path)
    assert {c.tingkat for c in found if c.kode == "C302"} == {Tingkat.PERINGATAN}
