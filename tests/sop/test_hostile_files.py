"""Rows 18 to 28 of the faults through the whole service: what must not be taken, and what only looks strange."""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, LEMBAR, KantorUji
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Picture
from sunting import edited

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.fill import fill_lembar_kerja

Parts = dict[str, bytes]
SHEET = "xl/worksheets/sheet1.xml"


def repacked(data: bytes, change: Callable[[Parts], object]) -> bytes:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def adding(extra: Mapping[str, bytes]) -> Callable[[bytes], bytes]:
    return lambda data: repacked(data, lambda parts: parts.update(extra))


def replacing(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return lambda data: repacked(data, change)


def with_rows(rows: bytes) -> Callable[[bytes], bytes]:
    return replacing(SHEET, b"</sheetData>", rows + b"</sheetData>")


def with_relation(kind: str, target: str) -> Callable[[bytes], bytes]:
    return replacing("xl/_rels/workbook.xml.rels", b"</Relationships>", (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>').encode())


def with_formula(formula: str) -> Callable[[bytes], bytes]:
    return with_rows(f'<row r="9000"><c r="A9000"><f>{formula}</f><v>0</v></c></row>'.encode())


def twice(data: bytes) -> bytes:
    """A member that is listed twice."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    return buffer.getvalue()


def lying(data: bytes) -> bytes:
    """A member that is larger than it says."""
    place = data.index(b"xl/workbook.xml", data.index(b"PK\x01\x02")) - 46
    changed = bytearray(data)
    struct.pack_into("<I", changed, place + 24, 10)
    return bytes(changed)


def many_members(data: bytes) -> bytes:
    return adding({f"xl/media/{n}.png": b"" for n in range(1100)})(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DTD = b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
BILLION = (b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
           + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><l>&j;</l>")
JAHAT: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    # 20: bombs, sizes, members
    "bom satu gigabita": ("K403", adding({"xl/media/x.bin": b"\0" * (101 * 1024 * 1024)})),
    "terlalu banyak bagian": ("K403", many_members),
    "ukuran yang berbohong": ("K406", lying),
    "zip di dalam zip": ("K403", adding({"xl/media/x.png": b"PK\x03\x04 dan seterusnya"})),
    # 21: entities
    "DOCTYPE di lembar": ("K403", adding({"xl/sharedStrings.xml": DTD})),
    "sejuta entitas": ("K403", adding({"docProps/app.xml": BILLION})),
    "entitas luar": ("K403", adding({
        "customXml/item1.xml": b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'})),
    # 22: other kinds
    "kosong": ("K402", lambda _data: b""),
    "nol semua": ("K402", lambda data: b"\0" * len(data)),
    "xls lama": ("K402", lambda _data: OLE + "Workbook".encode("utf-16-le") * 40),
    "terkunci": ("K402", lambda _data: OLE + "EncryptedPackage".encode("utf-16-le") * 40),
    "html": ("K402", lambda _data: b"<html><table><tr><td>1</td></tr></table></html>"),
    "csv": ("K402", lambda _data: b"kode;realisasi\r\nLIN-01;20\r\n"),
    "ods": ("K402", lambda _data: repacked_as({"content.xml": b"<x/>", "mimetype": b"ods"})),
    # 23: what runs or reaches out
    "makro": ("K403", adding({"xl/vbaProject.bin": OLE})),
    "makro Excel 4.0": ("K403", adding({"xl/macrosheets/sheet1.xml": b"<x/>"})),
    "OLE": ("K403", adding({"xl/embeddings/oleObject1.bin": OLE})),
    "tautan luar": ("K403", with_relation("externalLinkPath", "file:///C:/rahasia.xlsx")),
    "gambar dari luar": ("K403", with_relation("image", "http://contoh.invalid/x.png")),
    "DDE": ("K403", with_formula("cmd|'/c calc'!A1")),
    "WEBSERVICE": ("K403", with_formula("WEBSERVICE(&quot;http://contoh.invalid&quot;)")),
    "sambungan data": ("K403", adding({"xl/connections.xml": b"<connections/>"})),
    # 24: how far cells reach
    "sel di sudut": ("K403", with_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "kolom terjauh": ("K403", with_rows(b'<row r="9000"><c r="XFD9000"><v>1</v></c></row>')),
    "baris terjauh": ("K403", with_rows(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    "daerah terlalu luas": ("K403", with_rows(b'<row r="20000"><c r="ALL20000"><v>1</v></c></row>')),
    # 27: names
    "nama ganda": ("K403", twice),
    "nama mutlak": ("K403", adding({"/etc/passwd": b"x"})),
    "nama keluar": ("K403", adding({"xl/../../x.xml": b"<x/>"})),
    "garis miring terbalik": ("K403", lambda data: data.replace(b"xl/styles.xml", b"xl\\styles.xml")),
    "UTF-8 yang rusak": ("K402", adding({
        SHEET: b'<?xml version="1.0" encoding="UTF-8"?><worksheet>\xff\xfe</worksheet>'})),
    # 2: damaged
    "terpotong": ("K406", lambda data: data[:len(data) // 2]),
    "satu bit terbalik": ("K406", lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]),
    "ekor nol": ("K406", lambda data: data[:-2000] + b"\0" * 70_000),
}


def repacked_as(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_what_must_not_be_taken_is_held_whole_with_one_coded_sentence_and_shown(kantor: KantorUji) -> None:
    kantor.move(KABID, "Masuk", "milik Kabid.xlsx")
    data = (kantor.akar / KABID / "Masuk" / "milik Kabid.xlsx").read_bytes()
    files = {f"{nama}.xlsx": make(data) for nama, (_, make) in JAHAT.items()}
    for nama, content in files.items():
        (kantor.akar / KABID / "Kirim" / nama).write_bytes(content)
    result = kantor.serve()
    assert (result["diterima"], result["ditolak"], result["ditahan"]) == (0, 0, len(files))
    held = {row["nama"]: row for row in kantor.held()}
    assert {nama: row["kode"] for nama, row in held.items()} == {f"{nama}.xlsx": kode
                                                                 for nama, (kode, _) in JAHAT.items()}
    for nama, content in files.items():
        assert (kantor.akar / KABID / "Ditahan" / nama).read_bytes() == content, nama
        letter = (kantor.akar / KABID / "Ditahan" / f"{nama}.ALASAN.txt").read_text(encoding="utf-8-sig")
        assert held[nama]["kode"] in letter
        assert held[nama]["alasan"] in " ".join(letter.split()), nama
        assert not re.search(r"Traceback|Error|Exception|0x|None", letter), letter
        assert nama in kantor.layanan()
    _, plain, _ = kantor.command("status", "--ditahan")
    assert all(nama in " ".join(plain.split()) for nama in ("bom", "makro", "kosong.xlsx"))
    assert kantor.status() == "baru"


# 18: what is no file of the office


@pytest.mark.parametrize("make", [
    lambda path, other: path.symlink_to(other), lambda path, _other: os.mkfifo(path),
    lambda path, _other: path.mkdir(), lambda path, other: path.symlink_to(other.parent, target_is_directory=True)])
def test_links_pipes_and_folders_named_like_a_worksheet_are_never_opened(
        kantor: KantorUji, tmp_path: Path, make: Callable[[Path, Path], object]) -> None:
    other = tmp_path / "di luar" / "rahasia.xlsx"
    other.parent.mkdir()
    other.write_bytes(b"rahasia")
    make(kantor.akar / KABID / "Kirim" / LEMBAR, other)
    result = kantor.serve()
    assert (result["diterima"], result["ditolak"], result["ditahan"]) == (0, 0, 0)
    assert other.read_bytes() == b"rahasia"
    assert not any(b"rahasia" in path.read_bytes() for path in kantor.data.rglob("*") if path.is_file())


# 23: text that looks like a formula


@pytest.mark.parametrize("teks", ["=cmd|'/c calc'!A1", "+SUM(1,1)", "-2+3", "@SUM(1)", "\t=1+1"])
def test_text_that_looks_like_a_formula_stays_text_up_to_the_paper(kantor: KantorUji, teks: str) -> None:
    kantor.play_to("diperintahkan")
    kunci = Kunci("indikator", "LIN-01", "keterangan_tw1")
    kantor.act(ANALIS, "Kirim", kantor.good_values() | {kunci: teks})
    assert kantor.status() == "bahan_diserahkan"
    book = openpyxl.load_workbook(kantor.waiting("LINJAMSOS/Kasubid"))
    cells = [cell for row in book["Lembar Kerja"].iter_rows() for cell in row
             if isinstance(cell.value, str) and cell.value.strip() == teks.strip()]
    assert [cell.data_type for cell in cells] == ["s"]


# benign, and taken


def with_picture(book: openpyxl.Workbook) -> None:
    picture = io.BytesIO()
    Picture.new("RGB", (40, 40), "red").save(picture, "PNG")
    book["Lembar Kerja"].add_image(Image(picture), "Z60")


def with_note(book: openpyxl.Workbook) -> None:
    book["Lembar Kerja"]["A1"].comment = Comment("Sudah saya cek dengan Pak Camat.", "Analis")


def with_hidden_columns(book: openpyxl.Workbook) -> None:
    for letter in ("B", "C", "AA"):
        book["Lembar Kerja"].column_dimensions[letter].hidden = True
    book["Program dan Anggaran"].row_dimensions[3].hidden = True


def with_sheets(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("Hitungan saya", 0)
    sheet["A1"] = "Dihitung dari buku register"
    sheet["B1"] = "=SUM(C1:C9)"
    book.create_sheet("tersembunyi").sheet_state = "veryHidden"


def with_shared_formulas(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("Rekap")
    for row in range(1, 200):
        sheet.cell(row, 1).value = row
        sheet.cell(row, 2).value = f"=A{row}*2"


def with_colours(book: openpyxl.Workbook) -> None:
    for row in book["Lembar Kerja"].iter_rows(min_row=1, max_row=12):
        for cell in row:
            cell.fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book["Lembar Kerja"].freeze_panes = "C3"


def with_filter_and_protection_off(book: openpyxl.Workbook) -> None:
    book["Lembar Kerja"].protection.sheet = False
    book["Lembar Kerja"].auto_filter.ref = "A8:Z20"


BIASA: dict[str, Callable[[openpyxl.Workbook], object]] = {
    "gambar": with_picture, "catatan sel": with_note, "kolom tersembunyi": with_hidden_columns,
    "lembar tambahan": with_sheets, "rumus berderet": with_shared_formulas, "warna": with_colours,
    "saringan": with_filter_and_protection_off,
    "judul jendela": lambda book: setattr(book.properties, "title", "Laporan; 'FINAL' <2>")}


def stored(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return buffer.getvalue()


MENTAH: dict[str, Callable[[bytes], bytes]] = {
    "tidak dimampatkan": stored,
    "tautan ke alamat": replacing(SHEET, b"</worksheet>", b"<!-- https://contoh.go.id --></worksheet>"),
    "rumus bersama": with_rows(
        b'<row r="9000"><c r="A9000"><f t="shared" ref="A9000:A9001" si="9">1+1</f><v>2</v></c></row>'
        b'<row r="9001"><c r="A9001"><f t="shared" si="9"/><v>2</v></c></row>'),
    "berkas penyusun lain": adding({"docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8"?><Properties/>',
                                    "xl/printerSettings/printerSettings1.bin": b"\x00\x01"})}


@pytest.mark.parametrize("nama", [*BIASA, *MENTAH])
def test_a_strange_but_honest_worksheet_is_taken(kantor: KantorUji, nama: str) -> None:
    path = kantor.waiting(KABID)
    make = MENTAH.get(nama) or (lambda data: edited(data, BIASA[nama]))
    path.write_bytes(make(path.read_bytes()))
    kantor.act(KABID, "Kirim")
    assert kantor.held() == []
    assert kantor.status() == "ditugaskan", kantor.catatan(KABID)


def test_long_texts_and_all_of_them_at_once_are_taken(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    values = kantor.good_values() | {
        Kunci("indikator", "LIN-01", "keterangan_tw1"): "Penyaluran bantuan sesuai berita acara. " * 45,
        Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(20)}
    path = kantor.waiting(ANALIS)
    data = edited(path.read_bytes(), lambda book: [change(book) for change in (with_picture, with_note, with_sheets)])
    path.write_bytes(fill_lembar_kerja(data, values))
    kantor.act(ANALIS, "Kirim")
    assert (kantor.status(BERKAS), kantor.held()) == ("bahan_diserahkan", []), kantor.catatan(ANALIS)
