"""Hostile, damaged and misnamed files, each built here, and workbooks as real programs write them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl
import pytest
from kantor_uji import CONTENT_TYPES, RELS, WORKBOOK, make_xlsx, sheet

from kinerja_xl.errors import NotAWorkbook, SourceUnsafe, WorkbookDamaged, WorkbookUnsafe
from kinerja_xl.routing.limits.preflight import MAX_BYTES, preflight, preflight_source, preflight_template

SHEET = "xl/worksheets/sheet1.xml"


def refusal(data: bytes, kind: type[Exception]) -> str:
    with pytest.raises(kind) as caught:
        preflight(data, "x.xlsx")
    assert type(caught.value) is kind
    return str(caught.value)


def relationship(kind: str, target: str, external: bool = True) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    row = (f'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
           f'Target="{target}"{mode}/>')
    return b'<?xml version="1.0" encoding="UTF-8"?><Relationships>' + row.encode() + b"</Relationships>"


# what is taken


def test_a_plain_workbook_passes() -> None:
    preflight(make_xlsx(), "x.xlsx")
    preflight(make_xlsx(compression=zipfile.ZIP_STORED), "x.xlsx")


def test_a_workbook_of_another_program_passes() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "=SUM(B1:B9)"
    book.active["A2"] = '=B1&"|"&B2&"!"'
    book.active["B3"] = "teks <c r=\"XFD1048576\"> & =cmd|'/c calc'!A1"
    book.active["B4"].hyperlink = "https://contoh.go.id/bukti.pdf"
    buffer = io.BytesIO()
    book.save(buffer)
    preflight(buffer.getvalue(), "x.xlsx")


def test_quotes_written_as_entities_do_not_make_a_formula_suspect() -> None:
    formula = b'<row r="1"><c r="A1"><f>A2&amp;&quot;|&quot;&amp;Lain!B1</f><v>x</v></c></row>'
    preflight(make_xlsx({SHEET: sheet(formula)}), "x.xlsx")


def test_a_sheet_of_equal_rows_may_shrink_well() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>0</v></c></row>' % (n, n) for n in range(1, 20_001))
    preflight(make_xlsx({SHEET: sheet(rows)}), "x.xlsx")


# the true kind, named


@pytest.mark.parametrize(("data", "named"), [
    (b"", "kosong"),
    (b"\0" * 5000, "hanya berisi nol"),
    (b"%PDF-1.7", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "halaman web"),
    (b"\r\n<html><table></table></html>", "halaman web"),
    (b"<table><tr><td>1</td></tr></table>", "halaman web"),
    (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "XML"),
    (b"kode;realisasi\r\n1.1;80\r\n", "CSV"),
    (b"\x01\x02\x03\x04\x05", "tidak dikenal"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "Workbook".encode("utf-16-le"), "(.xls)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le"), "(.doc)"),
    (b"MZ\x90\x00", "program"),
])
def test_the_true_kind_is_named(data: bytes, named: str) -> None:
    assert named in refusal(data, NotAWorkbook)


@pytest.mark.parametrize(("member", "named"), [
    ("word/document.xml", "Word (.docx)"), ("ppt/presentation.xml", "PowerPoint"), ("xl/workbook.bin", "(.xlsb)"),
    ("content.xml", "OpenDocument"), ("foto.jpg", "ZIP biasa")])
def test_the_true_kind_of_a_zip_is_named(member: str, named: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, b"<x/>")
    assert named in refusal(buffer.getvalue(), NotAWorkbook)


# damaged


def test_a_truncated_workbook_is_damaged() -> None:
    data = make_xlsx()
    for length in (len(data) - 1, len(data) - 30, len(data) // 2, 10):
        refusal(data[:length], WorkbookDamaged)


def test_a_preallocated_tail_of_zeros_is_damaged() -> None:
    data = make_xlsx()
    refusal(data[: len(data) // 2] + b"\0" * (len(data) // 2) + b"\0" * 70_000, WorkbookDamaged)


def test_one_flipped_bit_in_any_member_is_found() -> None:
    data = make_xlsx(compression=zipfile.ZIP_STORED)
    for content in (CONTENT_TYPES, WORKBOOK, RELS, sheet()):
        place = data.index(content) + len(content) // 2
        refusal(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:], WorkbookDamaged)


# limits


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert "20 MB" in refusal(b"PK\x03\x04" + b"\0" * MAX_BYTES, WorkbookUnsafe)


def test_a_zip_bomb_is_refused() -> None:
    data = make_xlsx({"xl/media/image1.png": b"\0" * (60 * 1024 * 1024)})
    assert len(data) < 100_000
    assert "membengkak" in refusal(data, WorkbookUnsafe)


def lying_size(data: bytes, name: bytes, declared: int, crc: int) -> bytes:
    """The workbook with another size and CRC in the directory entry of one member."""
    place = data.index(name, data.index(b"PK\x01\x02")) - 46
    entry = bytearray(data)
    struct.pack_into("<I", entry, place + 16, crc)
    struct.pack_into("<I", entry, place + 24, declared)
    return bytes(entry)


def test_a_member_larger_than_it_says_is_refused() -> None:
    content = sheet() + b" " * (50 * 1024 * 1024)
    data = make_xlsx({SHEET: content})
    honest_start = sheet()
    refusal(lying_size(data, SHEET.encode(), len(honest_start), zlib.crc32(honest_start)), WorkbookDamaged)


def test_too_many_members_are_refused() -> None:
    data = make_xlsx({f"xl/media/image{n}.xml": b"" for n in range(1001)})
    assert "terlalu banyak bagian" in refusal(data, WorkbookUnsafe)


def test_a_directory_that_hides_behind_zip64_is_refused() -> None:
    data = make_xlsx()
    end = data.index(b"PK\x05\x06")
    refusal(data[:end] + b"PK\x06\x07" + b"\0" * 16 + data[end:], WorkbookUnsafe)


@pytest.mark.parametrize("name", ["/xl/x.xml", "xl\\x.xml", "../x.xml", "xl/../../x.xml", "C:x.xml", "xl/\x01x.xml",
                                  "XL/WORKBOOK.XML"])
def test_strange_and_doubled_names_are_refused(name: str) -> None:
    refusal(make_xlsx({name: b"<x/>"}), WorkbookUnsafe)


def test_a_member_listed_twice_is_refused() -> None:
    buffer = io.BytesIO(make_xlsx())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, sheet())
    assert "dua kali" in refusal(buffer.getvalue(), WorkbookUnsafe)


def test_locked_members_are_named() -> None:
    data = bytearray(make_xlsx())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "kata sandi" in refusal(bytes(data), NotAWorkbook)


# XML


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels", "docProps/app.xml",
                                  "xl/drawings/vmlDrawing1.vml"])
def test_a_doctype_in_any_part_is_refused(part: str) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert "DOCTYPE" in refusal(make_xlsx({part: bomb}), WorkbookUnsafe)


def test_an_offices_own_workbook_may_link_and_embed_but_declares_no_entities_and_stays_within_limits() -> None:
    parts = {"xl/_rels/workbook.xml.rels": relationship("externalLink", "file:///lain.xlsx")}
    preflight_source(make_xlsx(parts), "x.xlsx")
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    far = sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="20001"><c r="ZZ20001"><v>1</v></c></row>')
    for faulty, told in (({"xl/theme/theme1.xml": bomb}, "DOCTYPE"), ({SHEET: far}, "baris 20001")):
        with pytest.raises(SourceUnsafe) as caught:
            preflight_source(make_xlsx(faulty), "x.xlsx")
        assert told in str(caught.value)


def test_a_file_too_large_says_the_limit_of_twenty_megabytes() -> None:
    assert refusal(b"PK\x03\x04" + bytes(MAX_BYTES), WorkbookUnsafe).endswith("ukurannya lebih dari 20 MB.")


@pytest.mark.parametrize("xml", [
    '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16"),
    '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16-le"),
    b'<?xml version="1.0" encoding="UTF-7"?><x/>',
    b"\x4c\x6f\xa7\x94\x93",  # "<?xml" in EBCDIC
    b""])
def test_an_encoding_that_could_hide_a_doctype_is_refused(xml: bytes) -> None:
    assert "pengodean" in refusal(make_xlsx({"xl/styles.xml": xml}), WorkbookUnsafe)


# cells


@pytest.mark.parametrize("cells", [
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b'<row r="20001"><c r="A20001"><v>1</v></c></row>',
    b'<row r="1"><c r="ALM1"><v>1</v></c></row>',  # column 1001
    b'<row r="20000"><c r="GS20000"><v>1</v></c></row>',  # 20,000 by 201
    b"<row r='4001'><c r='ALL4001'><v>1</v></c></row>",
    b"<row r='1'><c r='ALL1'/></row><row r='20000'><c/></row>",
    b"<row r='1'><c r='XFD1'><v>1</v></c></row>",
    b'<row r="1"><c s="1" r="XFD1"><v>1</v></c></row>',
    b'<row r="1"><c a=">" r="XFD1"><v>1</v></c></row>',
    b'<row r="1"><c r="&#88;FD1"><v>1</v></c></row>',
    b'<row r="1048576"><c><v>1</v></c></row>',
    b'<x:row xmlns:x="x" r="1"><x:c r="XFD1"><v>1</v></x:c></x:row>',
    b'<row r="1"><c r="A99999999"><v>1</v></c></row>',
    b'<row r="1">' + b"<c><v>1</v></c>" * 1001 + b"</row>",
])
def test_cells_out_of_bounds_are_refused_and_the_sheet_is_named(cells: bytes) -> None:
    assert "isi lembar Lembar Kerja menjangkau terlalu jauh" in refusal(make_xlsx({SHEET: sheet(cells)}),
                                                                      WorkbookUnsafe)


def test_cells_at_the_bounds_pass() -> None:
    for last in (b'<row r="20000"><c r="GR20000"/></row>', b'<row r="4000"><c r="ALL4000"/></row>',
                 b"<row r='4000'><c r='ALL4000'/></row>"):  # 20,000 by 200 and 4,000 by 1,000 are four million
        preflight(make_xlsx({SHEET: sheet(last)}), "x.xlsx")


def test_cells_written_in_another_way_pass_within_the_bounds() -> None:
    preflight(make_xlsx({SHEET: sheet(b"<row><c><v>1</v></c><c s='1' r='B1'><v>1</v></c></row>")}), "x.xlsx")


# what runs or reaches out


@pytest.mark.parametrize(("extra", "named"), [
    ({"xl/vbaProject.bin": b"x"}, "makro"),
    ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "Excel 4.0"),
    ({"xl/activeX/activeX1.xml": b"<x/>"}, "ActiveX"),
    ({"xl/embeddings/oleObject1.bin": b"x"}, "OLE"),
    ({"xl/media/image1.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, "OLE"),
    ({"xl/media/image1.png": b"PK\x03\x04"}, "berkas lain"),
    ({"xl/connections.xml": b"<x/>"}, "sumber data luar"),
    ({"xl/webextensions/taskpanes.xml": b"<x/>"}, "add-in web"),
    ({"[Content_Types].xml": CONTENT_TYPES.replace(b"application/xml", b"application/vnd.ms-excel.sheet.macroEnabled")},
     "makro"),
    ({"xl/lain.xml": b"<externalLink><ddeLink ddeService='cmd'/></externalLink>"}, "DDE"),
    ({"xl/_rels/workbook.xml.rels": relationship("externalLink", "externalLinks/externalLink1.xml", False)},
     "bertautan ke berkas lain"),
    ({"xl/drawings/_rels/drawing1.xml.rels": relationship("image", "http://contoh/hyperlink")}, "bertautan"),
    ({"xl/worksheets/_rels/sheet1.xml.rels": relationship("oleObject", "../x.bin", False)}, "OLE"),
])
def test_what_runs_or_reaches_out_is_refused(extra: dict[str, bytes], named: str) -> None:
    assert named in refusal(make_xlsx(extra), WorkbookUnsafe)


@pytest.mark.parametrize("formula", [
    b"cmd|'/c calc'!A1", b"cmd&#124;'/c calc'!A1", b"WEBSERVICE(&quot;http://x&quot;)", b"1+call (A1)",
    b'REGISTER.ID("k")'])
def test_a_formula_that_reaches_out_is_refused(formula: bytes) -> None:
    for tag in (b"f", b"x:f"):
        cell = b'<row r="1"><c r="A1"><' + tag + b' ca="1">' + formula + b"</" + tag + b"></c></row>"
        assert "lembar Lembar Kerja memuat rumus" in refusal(make_xlsx({SHEET: sheet(cell)}), WorkbookUnsafe)


def test_links_to_evidence_are_allowed() -> None:
    preflight(make_xlsx({"xl/worksheets/_rels/sheet1.xml.rels": relationship("hyperlink", "https://contoh.go.id")}),
              "x.xlsx")


@pytest.mark.parametrize(("extra", "named"), [
    ({"word/vbaProject.bin": b"x"}, "memuat makro"), ({"word/embeddings/oleObject1.bin": b"x"}, "OLE"),
    ({"[Content_Types].xml": CONTENT_TYPES.replace(b"application/xml", b"application/x.macroEnabled")}, "memuat makro"),
    ({"word/_rels/document.xml.rels": relationship("image", "http://contoh.go.id/x.png")}, "di luar dokumen"),
    ({"word/_rels/settings.xml.rels": relationship("attachedTemplate", "file:///C:/x.dotm")}, "di luar dokumen"),
])
def test_a_document_template_runs_nothing_and_fetches_nothing(extra: dict[str, bytes], named: str) -> None:
    document = {"word/document.xml": b"<document/>"}
    preflight_template(make_xlsx(document), "x.docx")
    with pytest.raises(WorkbookUnsafe, match=named):
        preflight_template(make_xlsx(document | extra), "x.docx")
