"""Rows 18 to 28 of the faults the other way round: what only looks strange is taken, three and more of each kind."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import ubah_manusia
from kantor_jalan import ANALIS, BERKAS, KABID, KantorUji, waiting_with_analis
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import PatternFill
from openpyxl.worksheet.cell_range import CellRange
from paket_uji import SHEET, Parts, adding, repacked, replacing, with_rows
from PIL import Image as Picture
from sunting import edited

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

Book = openpyxl.Workbook
Change = Callable[[bytes], bytes]
Send = Callable[[Path, Path], object]
"""Puts a waiting worksheet (first) into a Kirim (second) in some way of its own."""


def sending(change: Change) -> Send:
    """Change the worksheet, then move it."""
    def send(path: Path, kirim: Path) -> None:
        path.write_bytes(change(path.read_bytes()))
        shutil.move(path, kirim / path.name)

    return send


def by_hand(change: Callable[[Book], object]) -> Send:
    return sending(lambda data: edited(data, change))


def by_people(ubah: ubah_manusia.Ubah) -> Send:
    def change(data: bytes) -> bytes:
        buku = ubah_manusia.Buku(data, random.Random(7))
        ubah(buku)
        return buku.save()

    return sending(change)


def with_value(value: object) -> Send:
    """Give the first indicator's realisasi as a value of another kind; it says 20 all the same."""
    def change(book: Book) -> None:
        ((sheet, area),) = book.defined_names["realisasi_tw1"].destinations
        cell = next(cell for row in book[sheet].iter_rows() for cell in row
                    if cell.value == 20 and CellRange(cell.coordinate).issubset(CellRange(area.replace("$", ""))))
        cell.value = value

    return by_hand(change)


# 18, 19: what stands there, and how it came


def linked(path: Path, kirim: Path) -> None:
    os.link(path, kirim / path.name)


def in_folders(path: Path, kirim: Path) -> None:
    (kirim / "Triwulan I.xlsx" / "final").mkdir(parents=True)
    shutil.move(path, kirim / "Triwulan I.xlsx" / "final" / path.name)


def read_only(path: Path, kirim: Path) -> None:
    path.chmod(0o444)
    shutil.move(path, kirim / path.name)


def twice_in_kirim(path: Path, kirim: Path) -> None:
    shutil.copy(path, kirim / "salinan.xlsx")
    shutil.move(path, kirim / path.name)


def replaced_by_saving(path: Path, kirim: Path) -> None:
    """As Excel saves: written under another name, the old one deleted, renamed."""
    shutil.copy(path, kirim / path.name)
    shutil.copy(path, kirim / "A1B2C3D4")
    (kirim / path.name).unlink()
    (kirim / "A1B2C3D4").rename(kirim / path.name)


def dated(year: int) -> Send:
    def send(path: Path, kirim: Path) -> None:
        moment = datetime(year, 1, 1).timestamp()  # a clock that is wrong anyway
        os.utime(path, (moment, moment))
        shutil.move(path, kirim / path.name)

    return send


def named(name: str) -> Send:
    return lambda path, kirim: shutil.move(path, kirim / name)


# 20 to 24: what is in it


def stored(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return buffer.getvalue()


def with_picture(book: Book) -> None:
    picture = io.BytesIO()
    Picture.new("RGB", (40, 40), "red").save(picture, "PNG")
    book["Lembar Kerja"].add_image(Image(picture), "Z60")


def with_large_picture(book: Book) -> None:
    picture = io.BytesIO()
    Picture.frombytes("RGB", (1000, 1000), random.Random(1).randbytes(3_000_000)).save(picture, "PNG")
    book["Bukti Dukung"].add_image(Image(picture), "Z60")


def with_chart(book: Book) -> None:
    sheet, chart = book.create_sheet("Grafik saya"), BarChart()
    sheet.append(["TW", "Capaian"])
    sheet.append(["I", 98])
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    sheet.add_chart(chart, "D2")


def with_link(book: Book) -> None:
    cell = book["Lembar Kerja"]["Z70"]
    cell.value, cell.hyperlink = "berita acara", "https://contoh.go.id/berita.pdf"


def with_note(book: Book) -> None:
    book["Lembar Kerja"]["A1"].comment = Comment("Sudah saya cek dengan Pak Camat. =cmd|'/c calc'!A1", "Analis")


def with_formats_far_down(book: Book) -> None:
    for row in range(60, 5000, 20):
        book["Lembar Kerja"].cell(row, 3).fill = PatternFill("solid", fgColor="FFFF00")


def with_many_columns(book: Book) -> None:
    sheet = book.create_sheet("Rekap harian")
    for day in range(1, 367):
        sheet.cell(1, day).value = day


def with_shared_formulas(book: Book) -> None:
    sheet = book.create_sheet("Rekap")
    for row in range(1, 200):
        sheet.cell(row, 1).value = row
        sheet.cell(row, 2).value = f"=A{row}*2"


# 25 to 27: how it is laid out, what its cells hold, how it is packed


def with_hidden_sheets(book: Book) -> None:
    sheet = book.create_sheet("Hitungan saya", 0)
    sheet["A1"], sheet["B1"] = "Dihitung dari buku register", "=SUM(C1:C9)"
    book.create_sheet("tersembunyi").sheet_state = "veryHidden"
    book["Program dan Anggaran"].sheet_state = "hidden"


def with_1904(data: bytes) -> bytes:
    """The other calendar of old Macs: it moves dates, and a worksheet's figures are none."""
    return repacked(data, lambda parts: parts.update({"xl/workbook.xml": re.sub(
        rb"<workbookPr\b[^>]*/>", b'<workbookPr date1904="1"/>', parts["xl/workbook.xml"], count=1)}))


def with_counted_formula(data: bytes) -> bytes:
    """A realisasi that Excel has worked out: ``=10+10``, and 20 beside it."""
    sheet = read_lembar_kerja(data, "x.xlsx")
    kunci = next(k for k, isi in sheet.sel.items() if k.kolom == "realisasi_tw1" and isi == Decimal(20))
    cell = re.compile(rf'(<c r="{sheet.letak[kunci].sel}"[^>]*>)<v>20</v>'.encode())

    def change(parts: Parts) -> None:
        found = [name for name in parts if name.startswith("xl/worksheets/") and cell.search(parts[name])]
        assert found
        parts[found[0]] = cell.sub(rb"\1<f>10+10</f><v>20</v>", parts[found[0]])

    return repacked(data, change)


def in_other_order(data: bytes) -> bytes:
    def change(parts: Parts) -> None:
        turned = dict(reversed(parts.items()))
        parts.clear()
        parts.update(turned)

    return repacked(data, change)


def with_folder_entries(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.mkdir("xl/kosong")
        archive.comment = b"dikemas ulang"
    return buffer.getvalue()


class _Tape(io.BytesIO):
    """Takes bytes one after the other, as a program does that writes to the network: sizes stand behind each member."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def streamed(data: bytes) -> bytes:
    tape = _Tape()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(tape, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return tape.getvalue()



def keterangan(teks: str) -> Send:
    def change(data: bytes) -> bytes:
        kode = read_lembar_kerja(data, "x.xlsx").baris("indikator")[0]
        return fill_lembar_kerja(data, {Kunci("indikator", kode, "keterangan_tw1"): teks})

    return sending(change)


def beginning(start: bytes) -> Send:
    """Let the first sheet's part begin otherwise."""
    return sending(lambda data: repacked(data, lambda parts: parts.update(
        {SHEET: start + re.sub(rb"^(\xef\xbb\xbf)?(<\?xml[^>]*\?>)?", b"", parts[SHEET])})))


ODD: dict[int, dict[str, Send]] = {
    18: {"tautan keras": linked, "folder bernama seperti berkas": in_folders, "hanya-baca": read_only},
    19: {"disalin dua kali": twice_in_kirim, "disimpan seperti Excel": replaced_by_saving,
         "bertanggal 2099": dated(2099), "bertanggal 1990": dated(1990)},
    20: {"tidak dimampatkan": sending(stored), "gambar besar": by_hand(with_large_picture),
         "banyak bagian": sending(adding({f"xl/media/{n}.png": b"\x89PNG" for n in range(300)})),
         "ribuan baris sama": sending(with_rows(b"".join(
             b'<row r="%d"><c r="C%d"><v>0</v></c></row>' % (n, n) for n in range(9000, 17_000))))},
    21: {"komentar XML": sending(replacing(SHEET, b"</worksheet>", b"<!-- https://contoh.go.id --></worksheet>")),
         "tanda urutan bita": beginning(b"\xef\xbb\xbf"),
         "instruksi pemrosesan": beginning(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
                                           b'<?mso-application progid="Excel.Sheet"?>'),
         "aksara Latin-1": sending(adding({"docProps/custom.xml": b'<?xml version="1.0" encoding="ISO-8859-1"?>'
                                           b"<Properties>caf\xe9</Properties>"}))},
    22: {"akhiran huruf besar": named("LEMBAR KERJA.XLSX"), "bernama xls": named("Lembar Kerja.xls"),
         "tanpa akhiran": named("Lembar Kerja FIX"), "akhiran ganda": named("Lembar Kerja.pdf.xlsx")},
    23: {"grafik": by_hand(with_chart), "tautan ke alamat": by_hand(with_link), "catatan sel": by_hand(with_note),
         "teks serupa rumus": keterangan("=cmd|'/c calc'!A1"), "pengaturan pencetak": sending(adding(
             {"xl/printerSettings/printerSettings1.bin": b"\x00\x01"}))},
    24: {"warna sampai baris 5000": by_hand(with_formats_far_down), "setahun kolom": by_hand(with_many_columns),
         "rumus berderet": by_hand(with_shared_formulas),
         "rumus bersama": sending(with_rows(
             b'<row r="9000"><c r="A9000"><f t="shared" ref="A9000:A9001" si="9">1+1</f><v>2</v></c></row>'
             b'<row r="9001"><c r="A9001"><f t="shared" si="9"/><v>2</v></c></row>'))},
    25: {"lembar tersembunyi": by_hand(with_hidden_sheets), "baris diurutkan": by_people(ubah_manusia.sort),
         "kolom disembunyikan": by_people(ubah_manusia.hide_columns),
         "urutan lembar": by_people(ubah_manusia.order_sheets), "baris di atas": by_people(ubah_manusia.rows_on_top),
         "ejaan judul": by_people(ubah_manusia.heading_spelling)},
    26: {"angka sebagai teks": with_value("20"), "angka bersatuan": with_value(" 20,0 "),
         "rumus yang sudah dihitung": sending(with_counted_formula), "kalender 1904": sending(with_1904),
         "tanggal sebagai teks": keterangan("1/4/2026"), "teks panjang": keterangan("Sesuai berita acara. " * 90)},
    27: {"entri folder dan komentar": sending(with_folder_entries), "urutan bagian lain": sending(in_other_order),
         "ditulis mengalir": sending(streamed), "nama gambar bersama": sending(adding(
             {"xl/media/gambar é 1.png": b"\x89PNG"}))},
}


@pytest.mark.parametrize("nomor", ODD)
def test_a_strange_but_honest_worksheet_is_taken(terisi: KantorUji, nomor: int) -> None:
    assert len(ODD[nomor]) >= 3
    sent: dict[str, tuple[Path, str]] = {}
    for (nama, send), path in zip(ODD[nomor].items(), waiting_with_analis(terisi.akar), strict=False):
        kirim, berkas = path.parents[1] / "Kirim", read_lembar_kerja(path.read_bytes(), path.name).identitas.berkas
        assert berkas
        sent[nama] = path, berkas
        send(path, kirim)
    terisi.serve()
    assert terisi.held() == []
    assert {nama: terisi.status(berkas) for nama, (_, berkas) in sent.items()} == dict.fromkeys(
        ODD[nomor], "bahan_diserahkan"), [path for path, _ in sent.values() if path.exists()]
    assert [left for left in terisi.akar.glob("*/Analis*/Kirim/**/*") if left.is_file()] == []
    read = [sheet_of(terisi, berkas) for _, berkas in sent.values()]
    assert all(Decimal(20) in {isi for kunci, isi in sel.items() if kunci.kolom == "realisasi_tw1"} for sel in read)


def sheet_of(kantor: KantorUji, berkas: str) -> dict[Kunci, NilaiSel]:
    """What stands in the worksheet that its Kasubid got."""
    (path,) = (kantor.akar / str(kantor.row(berkas)["pemegang"]) / "Masuk").iterdir()
    return dict(read_lembar_kerja(path.read_bytes(), path.name).sel)


# 28: a ledger that only looks strange


def vacuum(kantor: KantorUji) -> None:
    db = sqlite3.connect(kantor.data / "jejak.sqlite3")
    db.execute("VACUUM")
    db.close()


def without_backup(kantor: KantorUji) -> None:
    shutil.rmtree(kantor.data / "cadangan")


def journal_of_yesterday(kantor: KantorUji) -> None:
    """What a service leaves that was killed: rows in the log beside the file, and no orderly end."""
    db = sqlite3.connect(kantor.data / "jejak.sqlite3", isolation_level=None)
    db.execute("PRAGMA wal_autocheckpoint=0")
    db.execute("INSERT OR REPLACE INTO meta VALUES ('uji', '1')")
    kept = {path: path.read_bytes() for path in kantor.data.glob("jejak.sqlite3*")}
    db.close()
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize("make", [vacuum, without_backup, journal_of_yesterday])
def test_a_strange_but_whole_ledger_serves(kantor: KantorUji, make: Callable[[KantorUji], None]) -> None:
    make(kantor)
    kantor.act(KABID, "Kirim")
    assert (kantor.status(BERKAS), kantor.held()) == ("ditugaskan", [])
    assert kantor.command("verifikasi", clock=False)[0] == 0
    assert (kantor.data / "cadangan" / "jejak.sqlite3").is_file()
    assert "K5" not in kantor.layanan()


def test_a_full_worksheet_with_all_of_it_at_once_is_taken(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    everything = (with_picture, with_note, with_hidden_sheets, with_chart, with_link, with_shared_formulas)
    path = kantor.waiting(ANALIS)
    data = edited(path.read_bytes(), lambda book: [change(book) for change in everything])
    values = partial(fill_lembar_kerja, data, kantor.good_values())
    path.write_bytes(values())
    kantor.act(ANALIS, "Kirim")
    assert (kantor.status(BERKAS), kantor.held()) == ("bahan_diserahkan", []), kantor.catatan(ANALIS)
