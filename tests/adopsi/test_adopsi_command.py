"""``kinerja adopsi``: the plan can be issued at once, the planner's corrections hold, and what cannot be is said."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from bentuk import make_book
from bentuk_lain import BENTUK_LAIN
from buku_evaluasi import ASLI, BukuEvaluasi, expected_json, expected_rows
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Border, Side

from kinerja_xl.domain.adopsi.bulan import of_quarter
from kinerja_xl.domain.indicators import Perhitungan
from kinerja_xl.faces.cli import run

HARI = "2018-04-10T08:00"


@pytest.fixture
def sumber(tmp_path: Path) -> Path:
    path = tmp_path / "Evaluasi Renja.xlsx"
    path.write_bytes(BukuEvaluasi(ASLI).save())
    return path


def adopt(sumber: Path, keluaran: Path) -> int:
    return run(["adopsi", str(sumber), "-o", str(keluaran)])


def report_row(path: Path, bagian: str, tempat: str) -> tuple[Workbook, int]:
    book = load_workbook(path)
    sheet = book["Adopsi"]
    return book, next(row for row in range(1, sheet.max_row + 1)
                      if (sheet.cell(row, 1).value, sheet.cell(row, 2).value) == (bagian, tempat))


def correct(path: Path, bagian: str, tempat: str, menjadi: str) -> None:
    book, row = report_row(path, bagian, tempat)
    book["Adopsi"].cell(row, 4).value = menjadi
    book.save(path)


def test_json_says_the_rows_with_numbers_as_numbers(sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["adopsi", str(sumber), "-o", str(sumber.with_name("R.xlsx")), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["baris", "kolom", "dilewati", "pertanyaan"]
    assert document["baris"] == expected_json(expected_rows())
    assert set(document["kolom"][0]) == {"sumber", "judul", "menjadi", "keyakinan"}
    assert set(document["dilewati"][0]) == {"sumber", "alasan"}


def test_the_plan_is_handed_in_and_issued_as_it_is(sumber: Path, tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    akar, data = tmp_path / "Kinerja", tmp_path / "data"
    clock = ["--data", str(data), "--sekarang"]
    assert run(["mulai", str(akar), "--tahun", "2018", *clock, HARI]) == 0
    assert adopt(sumber, akar / "Perencanaan" / "Masuk" / "Rencana Aksi 2018.xlsx") == 0
    assert run(["layani", str(akar), "--sekali", "--tenang", "0", *clock, "2018-04-09T09:00"]) == 3  # the clock
    assert run(["layani", str(akar), "--sekali", "--tenang", "0", *clock, "2018-04-10T09:00"]) == 0
    assert list((akar / "Perencanaan" / "Ditahan").iterdir()) == []
    (sheet,) = (akar / "SEKRETARIAT" / "Sekretaris" / "Masuk").glob("Lembar Kerja*.xlsx")
    book = load_workbook(sheet)
    texts = {cell.value for name in ("Lembar Kerja", "Program dan Anggaran") for row in book[name] for cell in row}
    assert {row["indikator"] for row in expected_rows() if row["indikator"]} <= texts
    assert {93748000, 1874960000 - 93748000 * 20 + 93748000, 69900000} <= texts
    capsys.readouterr()


def test_the_plan_keeps_targets_and_money_and_marks_what_it_guessed(sumber: Path) -> None:
    keluaran = sumber.with_name("R.xlsx")
    assert adopt(sumber, keluaran) == 0
    book = load_workbook(keluaran)
    guesses = {(row[2].value, row[3].value) for row in book["Adopsi"] if row[0].value == "Dugaan"}
    assert ("Jenis Perhitungan 3.1.01.01", "POSISI") in guesses
    assert ("Arah 3.1.01.01", "positif") in guesses
    program = {row[8].value: (row[10].value, row[15].value) for row in book["Program"] if row[8].value}
    assert program["Tersedianya penggandaan dokumen"] == (50500, 93748000)
    assert program["Jumlah aparatur yang mengikuti pendidikan dan pelatihan formal"] == (5, 69900000)


def test_a_corrected_column_holds_at_the_next_run_and_the_earlier_plan_is_kept(
        sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluaran = sumber.with_name("R.xlsx")
    adopt(sumber, keluaran)
    correct(keluaran, "Kolom", "Sheet-1!M", "Target perubahan")
    corrected = keluaran.read_bytes()
    capsys.readouterr()
    assert run(["adopsi", str(sumber), "-o", str(keluaran), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["baris"]
    assert {row["target_tahunan"] for row in rows} == {None}
    assert [row["target_perubahan"] for row in rows][2:5] == [100, 52, 12]
    assert keluaran.with_name("R (sebelumnya).xlsx").read_bytes() == corrected
    assert adopt(sumber, keluaran) == 0  # and it is still there the time after
    book, row = report_row(keluaran, "Kolom", "Sheet-1!M")
    assert book["Adopsi"].cell(row, 4).value == "Target perubahan"


def test_a_corrected_row_is_left_out_or_taken(sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluaran = sumber.with_name("R.xlsx")
    adopt(sumber, keluaran)
    correct(keluaran, "Baris", "Sheet-1!19", "Dilewati")
    correct(keluaran, "Baris", "Sheet-1!36", "Sub Kegiatan")
    capsys.readouterr()
    run(["adopsi", str(sumber), "-o", str(keluaran), "--json"])
    document = json.loads(capsys.readouterr().out)
    kinds = {row["sumber"]: row["jenis"] for row in document["baris"]}
    assert "Sheet-1!19" not in kinds
    assert kinds["Sheet-1!36"] == "sub_kegiatan"
    assert {"sumber": "Sheet-1!19", "alasan": "dilewati menurut lembar Adopsi"} in document["dilewati"]


def test_a_correction_that_names_nothing_is_refused_with_its_place(sumber: Path,
                                                                   capsys: pytest.CaptureFixture[str]) -> None:
    keluaran = sumber.with_name("R.xlsx")
    adopt(sumber, keluaran)
    correct(keluaran, "Kolom", "Sheet-1!M", "Target apa saja")
    assert adopt(sumber, keluaran) == 3
    assert "K351" in (said := capsys.readouterr().err)
    assert "Sheet-1!M: “Target apa saja”" in said


@pytest.mark.parametrize(("jawaban", "jumlah", "persen"), [
    ("menurut jenis perhitungan", [62, 58], [100, 99]),  # 20+20+22, 18+20+20; of the percentages the last month
    ("dijumlah", [62, 58], [285, 297]),
    ("Bulan Terakhir", [22, 20], [100, 99]),
    ("rata-rata", [20.666667, 19.333333], [95, 99]),  # 62/3, 58/3, 285/3, 297/3
])
def test_months_become_quarters_in_the_way_the_planner_chooses(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], jawaban: str, jumlah: list[float],
        persen: list[float]) -> None:
    sumber, keluaran = tmp_path / "Realisasi Bulanan.xlsx", tmp_path / "R.xlsx"
    sumber.write_bytes(make_book(BENTUK_LAIN["months"]))
    assert adopt(sumber, keluaran) == 0
    assert "belum dipilih: menurut jenis perhitungan; dijumlah; bulan terakhir; rata-rata" in {
        row[5].value for row in load_workbook(keluaran)["Adopsi"]}
    answer(keluaran, jawaban)
    capsys.readouterr()
    assert run(["adopsi", str(sumber), "-o", str(keluaran), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    first, second = (row["realisasi_tw"] for row in document["baris"])
    assert first == [*(pytest.approx(x, abs=1e-6) for x in jumlah), None, None]
    assert second == [*persen, None, None]
    assert not [p for p in document["pertanyaan"] if "per bulan" in p["pertanyaan"]]
    history = [[cell.value for cell in row] for row in load_workbook(keluaran)["Riwayat Capaian"].iter_rows()]
    of_first = [row for row in history if "Jumlah lansia terlantar yang dilayani" in row]
    assert [next(x for x in reversed(row) if isinstance(x, int | float)) for row in of_first] == [
        pytest.approx(x, abs=1e-6) for x in jumlah]


def answer(path: Path, jawaban: str) -> None:
    book = load_workbook(path)
    cell = next(row[3] for row in book["Adopsi"] if row[2].value == "Angka bulanan menjadi triwulan")
    cell.value = jawaban
    book.save(path)


def test_an_answer_about_months_that_is_none_of_the_choices_is_refused(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sumber, keluaran = tmp_path / "Realisasi Bulanan.xlsx", tmp_path / "R.xlsx"
    sumber.write_bytes(make_book(BENTUK_LAIN["months"]))
    adopt(sumber, keluaran)
    answer(keluaran, "dikalikan")
    assert adopt(sumber, keluaran) == 3
    assert "Angka bulanan menjadi triwulan: “dikalikan”" in capsys.readouterr().err


def test_a_quarter_with_a_blank_month_is_not_summed() -> None:
    months = {1: Decimal(20), 2: None, 3: Decimal(22), 4: Decimal(18), 5: Decimal(20)}
    for cara in ("dijumlah", "rata-rata"):
        assert [of_quarter(months, k, cara, Perhitungan.JUMLAH) for k in (1, 2)] == [None, None]
    assert [of_quarter(months, k, "bulan terakhir", Perhitungan.JUMLAH) for k in (1, 2)] == [22, None]


def test_another_workbook_is_never_overwritten(sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = sumber.with_name("Penting.xlsx")
    Workbook().save(other)
    before = other.read_bytes()
    assert adopt(sumber, other) == 3
    assert "K350" in capsys.readouterr().err
    assert other.read_bytes() == before
    assert adopt(sumber, sumber) == 3
    assert "K353" in capsys.readouterr().err


def test_an_open_plan_is_waited_for(sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluaran = sumber.with_name("R.xlsx")
    adopt(sumber, keluaran)
    keluaran.with_name("~$R.xlsx").write_bytes(b"\x05Siti R" + b" " * 40)
    assert adopt(sumber, keluaran) == 3
    assert "K354" in (said := capsys.readouterr().err)
    assert "Siti" in said


def test_links_to_other_workbooks_and_macros_are_left_alone_not_refused(sumber: Path,
                                                                       capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(sumber, "a") as book:
        book.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        book.writestr("xl/worksheets/_rels/sheet1.xml.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
            r'Target="file:///S:\Lama.xlsx" TargetMode="External"/></Relationships>'))
        book.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert run(["periksa", str(sumber)]) == 3
    assert "K403" in capsys.readouterr().err
    assert adopt(sumber, sumber.with_name("R.xlsx")) == 0
    plan = zipfile.ZipFile(sumber.with_name("R.xlsx")).namelist()
    assert not [name for name in plan if "vba" in name or "external" in name]


def test_what_a_parser_must_not_meet_is_still_refused(sumber: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(sumber, "a") as book:
        book.writestr("xl/drawings/drawing9.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert adopt(sumber, sumber.with_name("R.xlsx")) == 3
    assert "K416" in capsys.readouterr().err
    assert not sumber.with_name("R.xlsx").exists()


def test_borders_down_to_the_last_row_are_no_reason_and_twenty_thousand_rows_are(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, keluaran = tmp_path / "Renja.xlsx", tmp_path / "R.xlsx"
    path.write_bytes(make_book(BENTUK_LAIN["Perjanjian Kinerja"]))
    book = load_workbook(path)
    book.active.cell(1_048_576, 1).border = Border(bottom=Side(style="thin"))
    book.save(path)
    assert adopt(path, keluaran) == 0
    book = Workbook()
    for row in range(20_100):
        book.active.append([row, f"Jumlah kegiatan {row}", "Orang", 10])
    book.save(path)
    capsys.readouterr()
    assert adopt(path, keluaran) == 3
    assert "K416" in (said := capsys.readouterr().err)
    assert "menjangkau terlalu jauh" in said
    assert "Salin lembar yang memuat rencananya ke buku kerja baru" in said


def test_a_chart_a_pivot_and_a_locked_workbook_are_told_without_a_trace(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    sheet = book.active
    for line in (["Row Labels", "Sum of Pagu"], ["PROGRAM A", 1000], ["Grand Total", 1000]):
        sheet.append(line)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    book.create_chartsheet("Grafik").add_chart(chart)
    book.save(tmp_path / "Pivot.xlsx")
    (tmp_path / "Terkunci.xlsx").write_bytes(  # what a password makes of a workbook: an OLE file of this name inside
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480)
    for nama, kode in (("Pivot.xlsx", "K352"), ("Terkunci.xlsx", "K402")):
        assert adopt(tmp_path / nama, tmp_path / "R.xlsx") == 3
        said = capsys.readouterr().err
        assert kode in said
        assert "Langkah berikut" in said
        assert "Traceback" not in said
    assert "kata sandi" in said


def test_a_workbook_without_a_table_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Undangan.xlsx"
    book = Workbook()
    book.active.title = "Undangan"
    book.active["A1"] = "Rapat koordinasi"
    book.create_sheet("Daftar").sheet_state = "hidden"
    book.save(path)
    assert adopt(path, tmp_path / "R.xlsx") == 3
    assert "K352" in (said := capsys.readouterr().err)
    assert "Undangan, Daftar (tersembunyi)" in said
    assert not (tmp_path / "R.xlsx").exists()
