"""Settings and a plan that came in force stay in force under a program that checks more: told, and no office stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from buku_rencana import book_of, cell_of, hand_in, new_basis
from kantor_jalan import KABID, KASUBID, KantorUji

from kinerja_xl.kantor import in_force
from kinerja_xl.kantor.plan import handed_plan
from kinerja_xl.workbook.plan.plan_book import RencanaTerbaca, as_accepted_before, read_plan_book
from kinerja_xl.workbook.settings import settings_book

Change = Callable[[openpyxl.Workbook], None]


def cell(book: openpyxl.Workbook, lembar: str, judul: str, nama: str) -> openpyxl.cell.Cell:
    """The cell of a settings table in the column with this heading, in the row that bears this text."""
    sheet = book[lembar]
    heading = next(c for row in sheet.iter_rows() for c in row if str(c.value or "").split("\n")[0].strip() == judul)
    row = next(c.row for r in sheet.iter_rows(min_row=heading.row + 1) for c in r if c.value == nama)
    return sheet.cell(row, heading.column)


def accept_settings(kantor: KantorUji, monkeypatch: pytest.MonkeyPatch, *changes: Change) -> None:
    """Bring settings in force that today's checks refuse, as a program that did not check this did."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    book = openpyxl.load_workbook(path)
    for change in changes:
        change(book)
    book.save(path)
    refused, catatan = settings_book.read_pengaturan(path.read_bytes(), path.name)
    assert refused is None, catatan
    monkeypatch.setattr(in_force, "read_pengaturan",
                        lambda data, nama: (settings_book.read_accepted_pengaturan(data, nama)[0], ()))
    kantor.serve()
    monkeypatch.undo()


def wrong_nip(book: openpyxl.Workbook) -> None:
    cell(book, "Pejabat", "NIP / NI PPPK", "Pejabat Contoh 9").value = "1980 0101"


def two_holders(book: openpyxl.Workbook) -> None:
    cell(book, "Pejabat", "Peran", "Pejabat Contoh 10").value = "Kabid"


def wrong_date(book: openpyxl.Workbook) -> None:
    cell(book, "Pejabat", "Mulai", "Pejabat Contoh 9").value = "awal tahun"


@pytest.mark.parametrize(("change", "told"), [
    (wrong_nip, "NIP “1980 0101” tidak benar"), (two_holders, "terisi oleh dua pejabat"),
    (wrong_date, "Tanggal “awal tahun” tidak dapat dibaca")], ids=["nip", "dua pejabat", "tanggal"])
def test_settings_that_a_stricter_check_refuses_stay_in_force_and_are_told(
        kantor: KantorUji, monkeypatch: pytest.MonkeyPatch, change: Change, told: str) -> None:
    accept_settings(kantor, monkeypatch, change)
    assert kantor.act(KABID, "Kirim")["diterima"] == 1
    assert str(kantor.acts()[-1]["pejabat"]).startswith("Pejabat Contoh 9 (")
    assert "K133 Pengaturan yang berlaku (versi 2) memuat" in kantor.layanan()
    assert told in kantor.layanan()
    assert kantor.command("status")[0] == 0
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    path.write_bytes((kantor.akar / "Arsip/Pengaturan/Pengaturan v1.xlsx").read_bytes())
    assert kantor.act(KASUBID, "Kirim")["diterima"] == 1
    assert "K133" not in kantor.layanan()


def test_a_plan_that_a_stricter_check_refuses_stays_in_force_and_is_told(kantor: KantorUji,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    def lenient(*arguments: object) -> RencanaTerbaca:
        with as_accepted_before():
            return replace(read_plan_book(*arguments), daftar_catatan=())  # type: ignore[arg-type]

    def targets_that_do_not_add_up(book: openpyxl.Workbook) -> None:
        cell_of(book, "Indikator", "IV", "PFM-02").value = 500

    monkeypatch.setattr(handed_plan, "read_plan_book", lenient)
    hand_in(kantor, lambda book: new_basis(book, mulai="I"), targets_that_do_not_add_up)
    monkeypatch.undo()
    kantor.serve()
    assert "K134 Rencana Aksi 2026 yang berlaku (versi 2) memuat 1 hal" in kantor.layanan()
    assert "Jumlah target triwulan PFM-02" in kantor.layanan()
    assert kantor.act(KABID, "Kirim")["diterima"] == 1
    code, out, _ = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
    assert (code, "6 Lembar Kerja" in out) == (0, True)
    assert book_of(kantor).exists()
