"""What changed between two worksheets, by key and column, whatever happened to their looks."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import ANALIS, KABID, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run(["perubahan", *arguments])
    done = capsys.readouterr()
    return code, done.out, done.err


@pytest.fixture
def lama(kantor: KantorUji) -> Path:
    return kantor.waiting(KABID)


@pytest.fixture
def baru(lama: Path, tmp_path: Path) -> Path:
    path = tmp_path / "baru.xlsx"
    path.write_bytes(fill_lembar_kerja(lama.read_bytes(), {
        Kunci("indikator", "LIN-02", "realisasi_tw1"): Decimal("72.5"),
        Kunci("indikator", "LIN-01", "keterangan_tw1"): "Data [sementara]."}))
    return path


def test_each_change_is_a_row_with_its_key_and_both_values(capsys: pytest.CaptureFixture[str], lama: Path,
                                                           baru: Path) -> None:
    code, out, err = said(capsys, str(lama), str(baru), "--json")
    assert (code, err) == (0, "")
    rows = sorted(json.loads(out), key=lambda row: str(row["baris"]))
    assert rows == [
        {"tabel": "indikator", "baris": "LIN-01", "kolom": "keterangan_tw1", "lama": None, "baru": "Data [sementara]."},
        {"tabel": "indikator", "baris": "LIN-02", "kolom": "realisasi_tw1", "lama": None, "baru": 72.5}]


def test_the_table_names_column_and_values_as_people_read_them(capsys: pytest.CaptureFixture[str], lama: Path,
                                                               baru: Path) -> None:
    code, out, _ = said(capsys, str(baru), str(lama))
    assert code == 0
    line = next(line for line in out.splitlines() if "LIN-02" in line)
    assert line.split() == ["indikator", "LIN-02", "Realisasi", "TW", "I", "72,5", "kosong"]
    assert "Data [sementara]." in out


def test_a_number_written_as_text_is_no_change(capsys: pytest.CaptureFixture[str], baru: Path,
                                               tmp_path: Path) -> None:
    book = openpyxl.load_workbook(baru)
    sheet = book["Lembar Kerja"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == 72.5]
    cell.value = "72,50"
    again = io.BytesIO()
    book.save(again)
    (tmp_path / "teks.xlsx").write_bytes(again.getvalue())
    code, out, _ = said(capsys, str(baru), str(tmp_path / "teks.xlsx"))
    assert (code, out) == (0, "Tidak ada perubahan isian.\n")


def test_what_the_service_hands_on_changes_no_value(kantor: KantorUji, capsys: pytest.CaptureFixture[str]) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    sent = kantor.move(ANALIS, "Kirim").read_bytes()
    kantor.serve()
    (kantor.data.parent / "dikirim.xlsx").write_bytes(sent)
    code, out, _ = said(capsys, str(kantor.data.parent / "dikirim.xlsx"),
                        str(kantor.waiting("LINJAMSOS/Kasubid")), "--json")
    assert (code, json.loads(out)) == (0, [])


def test_a_file_that_is_no_worksheet_is_not_compared(capsys: pytest.CaptureFixture[str], lama: Path,
                                                     tmp_path: Path) -> None:
    (tmp_path / "teks.xlsx").write_bytes(b"halo")
    code, out, err = said(capsys, str(lama), str(tmp_path / "teks.xlsx"))
    assert (code, out, err[:4]) == (3, "", "K402")
