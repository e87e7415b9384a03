"""Templates an office restyled come through, broken ones are told and replaced, and so is the logo."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import KABID, LEMBAR, KantorUji
from openpyxl.styles import PatternFill

from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file

DISPOSISI = "LINJAMSOS/Cetak/2026 TW I/Disposisi 1 LINJAMSOS TW I 2026.docx"
TW2 = "Lembar Kerja LINJAMSOS TW II 2026.xlsx"


def template(kantor: KantorUji, name: str) -> Path:
    return kantor.akar / "Perencanaan" / "Templat" / name


def edit_book(path: Path, change: Callable[[openpyxl.Workbook], object]) -> None:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def edit_part(path: Path, part: str, old: str, new: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            changed.writestr(name, content)
    path.write_bytes(target.getvalue())


def issue_second_quarter(kantor: KantorUji) -> openpyxl.Workbook:
    code, _, err = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
    assert (code, err) == (0, "")
    return openpyxl.load_workbook(kantor.akar / KABID / "Masuk" / TW2)


def served(kantor: KantorUji) -> str:
    """What the service says in one pass, and in STATUS LAYANAN.txt."""
    code, out, _ = kantor.command("layani", "--sekali", "--tenang", "0")
    assert code == 0
    status = (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    assert ("K405" in out) == ("K405" in status)
    return out


def heading_cell(book: openpyxl.Workbook) -> openpyxl.cell.Cell:
    """The heading over the codes of the indicators."""
    ((sheet, area),) = book.defined_names["kode_indikator"].destinations
    first = book[sheet][area.split(":")[0]]
    return next(book[sheet].cell(row, first.column) for row in range(first.row - 1, 0, -1)
                if book[sheet].cell(row, first.column).value == "Kode")


def test_the_shipped_templates_that_lie_there_are_no_trouble(kantor: KantorUji) -> None:
    assert "K4" not in served(kantor)


def test_another_heading_colour_and_column_width_come_through_to_the_worksheet(kantor: KantorUji) -> None:
    plain = heading_cell(openpyxl.load_workbook(kantor.akar / KABID / "Masuk" / LEMBAR))

    def change(book: openpyxl.Workbook) -> None:
        cell = heading_cell(book)
        cell.fill = PatternFill("solid", fgColor="FF123456")
        cell.parent.column_dimensions["C"].width = 33.5

    edit_book(template(kantor, "Lembar Kerja.xlsx"), change)
    made = heading_cell(issue_second_quarter(kantor))
    assert plain.fill.fgColor.rgb != "FF123456"
    assert made.fill.fgColor.rgb == "FF123456"
    assert made.parent.column_dimensions["C"].width == 33.5
    assert "K4" not in served(kantor)


def test_a_restyled_heading_comes_through_to_the_document(kantor: KantorUji) -> None:
    edit_part(template(kantor, "Lembar Disposisi.docx"), "word/styles.xml", 'w:name w:val="Kop Nama"/>',
              'w:name w:val="Kop Nama"/><w:uiPriority w:val="77"/>')
    kantor.act(KABID, "Kirim")
    with zipfile.ZipFile(kantor.akar / DISPOSISI) as package:
        assert b'<w:uiPriority w:val="77"/>' in package.read("word/styles.xml")


def test_a_worksheet_template_that_lost_names_is_refused_with_the_list_and_the_shipped_one_serves(
        kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        del book.defined_names["kode_indikator"]
        del book.defined_names["berkas"]
        book.worksheets[0].sheet_properties.tabColor = "123456"

    edit_book(template(kantor, "Lembar Kerja.xlsx"), change)
    out = served(kantor)
    assert "K405: Templat Lembar Kerja.xlsx kehilangan:" in out
    assert "kode_indikator" in out
    assert "berkas" in out
    assert issue_second_quarter(kantor).defined_names["kode_indikator"]


def test_a_document_template_that_lost_a_style_is_refused_and_mending_it_ends_the_trouble(kantor: KantorUji) -> None:
    path = template(kantor, "Lembar Disposisi.docx")
    whole = path.read_bytes()
    edit_part(path, "word/styles.xml", '"Judul Formulir"', '"Judul Kami"')
    assert "K405: Templat Lembar Disposisi.docx kehilangan: gaya Judul Formulir" in served(kantor)
    kantor.act(KABID, "Kirim")
    assert "[Judul Formulir] LEMBAR DISPOSISI" in show_file(kantor.akar / DISPOSISI)
    path.write_bytes(whole)
    assert "K405" not in served(kantor)


@pytest.mark.parametrize(("part", "old", "new", "cause"), [
    ("word/_rels/document.xml.rels", "</Relationships>",
     '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
     'attachedTemplate" Target="http://contoh.test/x.dotm" TargetMode="External"/></Relationships>',
     "K412: Templat Lembar Disposisi.docx"),
    ("word/document.xml", "<w:body>", "<w:body", "K405"),
], ids=["a template fetched from outside", "damaged markup"])
def test_a_template_outside_the_limits_is_never_used(kantor: KantorUji, part: str, old: str, new: str,
                                                     cause: str) -> None:
    edit_part(template(kantor, "Lembar Disposisi.docx"), part, old, new)
    _, out, _ = kantor.command("layani", "--sekali", "--tenang", "0")
    assert cause in out
    kantor.act(KABID, "Kirim")
    assert "LEMBAR DISPOSISI" in show_file(kantor.akar / DISPOSISI)
    with zipfile.ZipFile(kantor.akar / DISPOSISI) as package:
        assert b"contoh.test" not in b"".join(map(package.read, package.namelist()))


def test_a_template_that_is_no_workbook_or_is_gone_leaves_the_shipped_one(kantor: KantorUji) -> None:
    path = template(kantor, "Lembar Kerja.xlsx")
    path.write_text("bukan buku kerja", encoding="utf-8")
    _, out, _ = kantor.command("layani", "--sekali", "--tenang", "0")
    assert "K412: Templat Lembar Kerja.xlsx tidak dapat dipakai" in out
    assert "templat bawaan yang dipakai" in out
    path.unlink()
    _, out, _ = kantor.command("layani", "--sekali", "--tenang", "0")
    assert "K4" not in out
    assert issue_second_quarter(kantor).defined_names["kode_indikator"]


def test_a_template_whose_worksheets_could_not_be_taken_back_is_left_aside(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:  # its names are all there, but two of them claim one cell
        book.defined_names["kode_indikator"].attr_text = book.defined_names["rencana_indikator_nama"].attr_text

    edit_book(template(kantor, "Lembar Kerja.xlsx"), change)
    assert "K4" not in served(kantor)  # nothing was made with it yet
    kantor.jam = "2026-07-10T08:00"  # TW II is due
    assert "K405: Templat Lembar Kerja.xlsx kehilangan: susunan yang dapat diisi layanan" in served(kantor)
    made = openpyxl.load_workbook(kantor.akar / KABID / "Masuk" / TW2)
    assert made.defined_names["kode_indikator"].attr_text.startswith("'Lembar Kerja'!$C$")


def test_the_answer_of_terbitkan_and_laporan_says_that_the_shipped_template_served(kantor: KantorUji) -> None:
    edit_book(template(kantor, "Lembar Kerja.xlsx"), lambda book: book.defined_names.pop("kode_indikator"))
    edit_part(template(kantor, "Lembar Disposisi.docx"), "word/styles.xml", '"Judul Formulir"', '"Judul Kami"')
    kantor.act(KABID, "Kirim")
    assert "Peringatan: K405: Templat Lembar Disposisi.docx" in kantor.report("disposisi")[1]
    _, out, _ = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
    assert "Lembar Kerja diterbitkan." in out
    assert "Peringatan: K405: Templat Lembar Kerja.xlsx kehilangan: " in out
    assert "kode_indikator" in out
    assert "Sementara ini templat bawaan yang dipakai." in out


def test_a_running_service_answers_with_what_stood_in_the_way(kantor: KantorUji) -> None:
    edit_book(template(kantor, "Lembar Kerja.xlsx"), lambda book: book.defined_names.pop("kode_indikator"))
    asked = kantor.data / "permintaan"
    asked.mkdir(exist_ok=True)
    order = {"perintah": "terbitkan", "tahun": 2026, "triwulan": 2}
    (asked / "1.minta.json").write_text(json.dumps(order), encoding="utf-8")
    kantor.command("layani", "--sekali", "--tenang", "0")
    answer = json.loads((asked / "1.jawab.json").read_text(encoding="utf-8"))
    assert "2026-TW2-LINJAMSOS" in answer["hasil"]
    assert [text[:36] for text in answer["peringatan"]] == ["K405: Templat Lembar Kerja.xlsx kehi"]


# the logo


def png(width: int = 40, height: int = 50) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + b"\x20\x60\xa0" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def jpg() -> bytes:
    """The frame of a JPG of 40 x 50 pixels, without a picture in it."""
    return bytes.fromhex("ffd8 ffe0 0010 4a46494600 0101 01 0048 0048 0000 "
                         "ffc0 0011 08 0032 0028 03 012200 021101 031101"
                         "ffda 000c 03 0100 0211 0311 003f00 0000 ffd9")


def name_logo(kantor: KantorUji, name: str = "lambang.png") -> Path:
    """Write the name of a logo into the settings; return where the file must lie."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"

    def change(book: openpyxl.Workbook) -> None:
        row = next(row for row in book["Instansi"].iter_rows() for cell in row if cell.value == "Logo")
        label = next(cell for cell in row if cell.value == "Logo")
        label.offset(column=1).value = name

    edit_book(path, change)
    return template(kantor, name)


def test_the_logo_stands_on_the_papers(kantor: KantorUji) -> None:
    name_logo(kantor).write_bytes(png())
    assert "K2" not in served(kantor)
    kantor.act(KABID, "Kirim")
    assert "<Lambang daerah>" in show_file(kantor.akar / DISPOSISI)


@pytest.mark.parametrize(("content", "cause"), [
    (None, "berkas itu tidak ada"), (b"GIF89a" + b"x" * 90, "bukan gambar PNG atau JPG"),
    (b"\xff\xd8\xff\xe0" + b"x" * 50, "bukan gambar PNG atau JPG"), (jpg()[:-2], "terpotong"),
    (png(6000, 1), "lebih dari 5000 piksel"), (png() + b"x" * 1024 * 1024, "lebih dari 1 MB")],
    ids=["gone", "gif", "damaged", "cut", "wide", "heavy"])
def test_a_logo_that_cannot_be_used_is_told_and_the_paper_comes_without(kantor: KantorUji, content: bytes | None,
                                                                       cause: str) -> None:
    place = name_logo(kantor)
    if content is not None:
        place.write_bytes(content)
    out = served(kantor)
    assert "K206" in out
    assert cause in out
    kantor.act(KABID, "Kirim")
    assert "<Lambang daerah>" not in show_file(kantor.akar / DISPOSISI)


def test_a_document_written_elsewhere_has_the_offices_look_too(kantor: KantorUji, tmp_path: Path,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    name_logo(kantor).write_bytes(png())
    kantor.act(KABID, "Kirim")
    out = tmp_path / "disposisi.docx"
    assert run(["laporan", "disposisi", str(kantor.akar), "--tahun", "2026", "--triwulan", "1", "-o", str(out),
                "--data", str(kantor.data), "--sekarang", kantor.jam]) == 0
    assert capsys.readouterr().err == ""
    assert out.read_bytes() == (kantor.akar / DISPOSISI).read_bytes()
