"""Adopsi Lembar Kerja in a real Calc: the worksheet on screen becomes a plan beside it, opened at its report."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_evaluasi import ASLI, BukuEvaluasi
from meja_uji import MejaUji, place_of
from openpyxl import Workbook, load_workbook


@pytest.fixture
def sumber(tmp_path: Path) -> Path:
    path = tmp_path / "Evaluasi Renja 2018.xlsx"
    path.write_bytes(BukuEvaluasi(ASLI).save())
    return path


def test_the_plan_is_opened_at_its_report_and_pressed_again_takes_corrections(sumber: Path, meja: MejaUji) -> None:
    book = meja.open(sumber)
    before = sumber.read_bytes()
    code, told = meja.press("adopsi", book)
    target = sumber.with_name("Rencana Aksi dari Evaluasi Renja 2018.xlsx")
    assert code == 0
    assert told.startswith(f"26 baris dibaca menjadi “{target.name}”.")
    assert "Langkah berikut: Periksa lembar Adopsi." in told
    assert sumber.read_bytes() == before
    plan = next(one for one in meja.host._app.books if one.name == target.name)
    meja.opened.append(plan)
    assert place_of(plan)[0] == "Adopsi"

    code, told = meja.press("adopsi", plan)  # the plan is no source
    assert (code, meja.judul) == (3, "Kinerja K355")
    plan.close()
    correct(target)
    code, _ = meja.press("adopsi", book, True)
    assert meja.host.pertanyaan[0].startswith(f"“{target.name}” sudah ada di folder ini.")
    assert code == 0
    meja.opened.append(next(one for one in meja.host._app.books if one.name == target.name))
    assert sumber.with_name("Rencana Aksi dari Evaluasi Renja 2018 (sebelumnya).xlsx").exists()
    assert "Tersedianya surat kabar" not in {row[8].value for row in load_workbook(target)["Program"]}


def correct(path: Path) -> None:
    """Leave one row out."""
    book = load_workbook(path)
    cell = next(row[3] for row in book["Adopsi"] if (row[0].value, row[1].value) == ("Baris", "Sheet-1!23"))
    cell.value = "Dilewati"
    book.save(path)


def test_declining_reads_nothing(sumber: Path, meja: MejaUji) -> None:
    target = sumber.with_name("Rencana Aksi dari Evaluasi Renja 2018.xlsx")
    Workbook().save(target)
    before = target.read_bytes()
    assert meja.press("adopsi", meja.open(sumber), False) == (0, "")
    assert target.read_bytes() == before


def test_what_the_command_refuses_is_told_in_its_words(tmp_path: Path, meja: MejaUji) -> None:
    path = tmp_path / "Undangan.xlsx"
    Workbook().save(path)
    code, told = meja.press("adopsi", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K651")
    assert "tidak memuat tabel rencana atau realisasi yang dikenali" in told
    assert "(K352)" in told
