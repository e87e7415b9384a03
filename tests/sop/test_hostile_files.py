"""Rows 18 to 28 of the faults through the whole service: what must not be taken, at least three of each kind.

What only looks strange and is taken: test_odd_workbooks.py.
"""

from __future__ import annotations

import contextlib
import errno
import io
import itertools
import os
import random
import re
import shutil
import sqlite3
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from unittest import mock

import openpyxl
import pytest
import ubah_manusia
from kantor_jalan import ANALIS, KABID, LEMBAR, KantorUji
from paket_uji import SHEET, Parts, adding, repacked, with_formula, with_relation, with_rows

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.ledger import ledger
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


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


def device(path: Path, _other: Path) -> None:
    os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 5))  # an endless one: /dev/zero


@pytest.mark.parametrize("make", [
    lambda path, other: path.symlink_to(other), lambda path, _other: os.mkfifo(path), device,
    lambda path, other: path.symlink_to(other.parent, target_is_directory=True),
    lambda path, _other: path.symlink_to("tidak ada.xlsx")])
def test_links_pipes_and_devices_named_like_a_worksheet_are_never_opened_and_told(
        kantor: KantorUji, tmp_path: Path, make: Callable[[Path, Path], object]) -> None:
    other = tmp_path / "di luar" / "rahasia.xlsx"
    other.parent.mkdir()
    other.write_bytes(b"rahasia")
    path = kantor.akar / KABID / "Kirim" / LEMBAR
    make(path, other)
    before = path.lstat()
    result = kantor.serve()
    assert (result["diterima"], result["ditolak"], result["ditahan"], kantor.status()) == (0, 0, 0, "baru")
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert other.read_bytes() == b"rahasia"
    assert not any(b"rahasia" in path.read_bytes() for path in kantor.data.rglob("*") if path.is_file())
    said = f"{KABID}/Kirim/{LEMBAR} adalah pintasan, bukan lembar kerjanya, sehingga tidak ada yang terkirim."
    assert f"K119 {said}" in kantor.layanan()
    assert said in " ".join(kantor.command("status")[1].split())


# 19: swapped between check and use


def swapped(path: Path, other: Path) -> None:
    other.replace(path)  # as a program does it


def overwritten(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def made_a_link(path: Path, other: Path) -> None:
    path.unlink()
    path.symlink_to(other)


def cut(path: Path, _other: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


@pytest.mark.parametrize("operation", ["look", "read"])
@pytest.mark.parametrize("swap", [swapped, overwritten, made_a_link, cut])
def test_of_a_file_that_is_swapped_between_check_and_use_only_what_was_judged_is_taken_and_the_other_stays(
        kantor: KantorUji, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: Callable[[Path, Path], None],
        operation: str) -> None:
    """At each look and each opening of it: what takes its place is not taken for it, and not removed with it."""
    for turn in itertools.count(1):
        office = tmp_path / f"{turn}"
        shutil.copytree(kantor.akar.parent, office)
        ours = kantor.at(office)
        path, bomb, met = ours.move(KABID, "Kirim"), office / "bom.xlsx", []
        good = path.read_bytes()
        bomb.write_bytes(adding({"xl/vbaProject.bin": OLE})(good))
        contents = {good, bomb.read_bytes(), good[:3000]}

        def meet(_self: Disk, now: str, place: Path, path=path, bomb=bomb, met=met, turn=turn) -> None:
            met += [now] if (now, place) == (operation, path) else []
            if len(met) == turn and now == operation and place == path:
                swap(path, bomb)

        with monkeypatch.context() as patch:
            patch.setattr(Disk, "_meet", meet)
            ours.serve()
        if len(met) < turn:
            break
        there = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        ours.serve()
        archived = [path.read_bytes() for path in ours.akar.glob("Arsip/2026/TW I/LINJAMSOS/*v2.xlsx")]
        assert archived in ([], [good]), turn
        assert (ours.status() == "ditugaskan") == bool(archived)
        assert {row["kode"] for row in ours.held()} <= {"K403", "K406"}
        held = [(ours.akar / row["folder"] / row["nama"]).read_bytes() for row in ours.held()]
        assert there in {b"", *held}
        assert path.is_symlink() if swap is made_a_link else held and held[0] in contents - {good}, turn
    assert turn > 1


# 25, 26: what a worksheet lost, and cells that say no number


def by_people(ubah: ubah_manusia.Ubah) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        buku = ubah_manusia.Buku(data, random.Random(7))
        ubah(buku)
        return buku.save()

    return change


def without_column(buku: ubah_manusia.Buku) -> ubah_manusia.Hasil:
    """As where somebody cut a column out and put nothing in its place."""
    sheet, column, rows = buku.column("realisasi_tw1")
    del buku.book.defined_names["realisasi_tw1"]
    for area in [str(area) for area in sheet.merged_cells.ranges if area.min_col <= column <= area.max_col]:
        sheet.unmerge_cells(area)
    for row in range(1, rows[-1] + 1):
        sheet.cell(row, column).value = None
    return ubah_manusia.Hasil()


def saying(cell: bytes) -> Callable[[bytes], bytes]:
    """Let the first realisasi (20) of the worksheet say something else in the file itself."""
    def change(data: bytes) -> bytes:
        lk = read_lembar_kerja(data, LEMBAR)
        kunci = next(k for k, isi in lk.sel.items() if k.kolom == "realisasi_tw1" and isi == Decimal(20))
        old = re.compile(rf'<c r="{lk.letak[kunci].sel}"( s="\d+")?[^>]*><v>20</v></c>'.encode())

        def edit(parts: Parts) -> None:
            (name,) = [name for name in parts if name.startswith("xl/worksheets/") and old.search(parts[name])]
            parts[name] = old.sub(lambda found: cell.replace(
                b"<c", f'<c r="{lk.letak[kunci].sel}"'.encode() + (found[1] or b""), 1), parts[name])

        return repacked(data, edit)

    return change


CACAT: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "kolom hilang": ("C404", by_people(without_column)),
    "lembar berganti nama": ("C406", by_people(ubah_manusia.sheet_lost)),
    "baris hilang": ("C402", by_people(ubah_manusia.row_lost)),
    "baris ganda": ("C405", by_people(ubah_manusia.row_twice)),
    "baris asing": ("C403", by_people(ubah_manusia.row_unknown)),
    "rumus tanpa hasil": ("C110", saying(b"<c><f>5+5</f></c>")),
    "galat Excel": ("C103", saying(b'<c t="e"><v>#REF!</v></c>')),
    "di luar batas": ("C101", saying(b"<c><v>1E400</v></c>")),
    "kata": ("C101", saying(b'<c t="str"><v>sudah tercapai</v></c>')),
    "tanggal": ("C101", saying(b'<c t="d"><v>2026-04-01T00:00:00</v></c>')),
}


@pytest.mark.parametrize("nama", CACAT)
def test_what_a_worksheet_lost_or_cannot_say_is_told_at_its_cell_and_the_rest_of_it_keeps_its_bytes(
        terisi: KantorUji, nama: str) -> None:
    kode, change = CACAT[nama]
    path = terisi.waiting(ANALIS)
    sent = change(path.read_bytes())
    path.write_bytes(sent)
    assert terisi.act(ANALIS, "Kirim")["ditolak"] == 1
    told = [row for row in terisi.catatan(ANALIS) if row["tingkat"] == "tolak"]
    assert kode in {row["kode"] for row in told}, told
    assert all(row["lembar"] and (row["sel"] or row["kode"] in ("C404", "C406")) for row in told), told
    assert (terisi.status(), terisi.held()) == ("diperintahkan", [])
    assert terisi.row()["pemegang"] == ANALIS
    assert parts_of(terisi.waiting(ANALIS).read_bytes()) == parts_of(sent)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook but for the two sheets that the service writes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for title in (b"Disposisi", b"Catatan Perbaikan"):
        (sheet,) = [tag for tag in re.findall(rb"<sheet\b[^>]*>", parts["xl/workbook.xml"]) if title in tag]
        number = re.search(rb'r:id="(\w+)"|(?<=[: ])id="(\w+)"', sheet)
        assert number
        (relation,) = [tag for tag in re.findall(rb"<Relationship\b[^>]*>", parts["xl/_rels/workbook.xml.rels"])
                       if b'Id="' + (number[1] or number[2]) + b'"' in tag]
        target = re.search(rb'Target="/?(?:xl/)?([^"]+)"', relation)
        assert target
        del parts[f"xl/{target[1].decode()}"]
    assert len(parts) >= 10
    return parts


# 28: a ledger that is busy, full or damaged


@contextlib.contextmanager
def busy(kantor: KantorUji) -> Iterator[None]:
    other = sqlite3.connect(kantor.data / "jejak.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with mock.patch.object(ledger, "BUSY_SECONDS", 0):
        yield
    other.close()


@contextlib.contextmanager
def failing(code: int) -> Iterator[None]:
    def meet(_self: ledger.Ledger, operation: str) -> None:
        if operation == "commit":
            raise OSError(code, os.strerror(code))

    with mock.patch.object(ledger.Ledger, "_meet", meet):
        yield


@contextlib.contextmanager
def damaged(kantor: KantorUji) -> Iterator[None]:
    """The ledger and its backup: neither is a database any more."""
    kept = {path: path.read_bytes() for folder in (kantor.data, kantor.data / "cadangan")
            for path in folder.glob("jejak.sqlite3*")}
    for path in kept:
        path.write_bytes(b"bukan basis data lagi" * 500)
    yield
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize(("trouble", "kode"), [
    (busy, "K502"), (lambda _kantor: failing(errno.ENOSPC), "K502"), (lambda _kantor: failing(errno.EIO), "K502"),
    (damaged, "K520")])
def test_while_the_ledger_cannot_be_written_nothing_is_taken_and_every_file_stays(
        kantor: KantorUji, trouble: Callable[[KantorUji], contextlib.AbstractContextManager[None]], kode: str) -> None:
    path = kantor.move(KABID, "Kirim")
    data = path.read_bytes()
    with trouble(kantor):
        code, out, err = kantor.command("layani", "--sekali", "--tenang", "0")
        assert f"{kode}" in (err if code else out), (code, out, err)
        assert path.read_bytes() == data
        assert "Traceback" not in out + err
    kantor.serve()
    assert (kantor.status(), path.exists()) == ("ditugaskan", False)


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
