"""An office founded in the middle of a year: what its plan says of earlier quarters stands in sheets and reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from buku_rencana import add_row, hand_in, label
from kantor_jalan import KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

LEMBAR = "Lembar Kerja PFM TW II 2026.xlsx"
PATH = [("PFM/Kabid", "Kirim"), ("PFM/Kasubid", "Kirim"), ("PFM/Analis", "Kirim"), ("PFM/Kasubid", "Kirim"),
        ("PFM/Kabid", "Setujui"), ("PFM/Kasubid", "Kirim"), ("Perencanaan", "Rekomendasikan")]


@pytest.fixture
def founded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office made on 1 June whose plan knows what TW I brought: 9 of the 10 families of PFM-02."""
    akar, data = tmp_path / "akar", tmp_path / "data"
    assert run(["mulai", str(akar), "--contoh", "--tahun", "2026", "--data", str(data),
                "--sekarang", "2026-06-01T08:00"]) == 0
    office = KantorUji(akar, data, capsys)
    office.jam = "2026-06-02T08:00"

    def remember(book: openpyxl.Workbook) -> None:
        add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2026, Triwulan="I", Target=10, Realisasi=9)
        label(book, "Nomor").value = "2/PK/2026"

    hand_in(office, remember)
    office.jam = "2026-07-10T08:00"
    office.serve()
    return office


def steps(office: KantorUji) -> Iterator[Path]:
    """Bring PFM through TW II; yields the file that the Analis fills."""
    for role, folder in PATH:
        source = office.akar / role / "Masuk" / LEMBAR
        if role == "PFM/Analis":
            yield source
        source.rename(office.akar / role / folder / LEMBAR)
        office.serve()


def test_the_earlier_quarter_stands_in_the_worksheet(founded: KantorUji) -> None:
    path = founded.akar / "PFM/Kabid/Masuk" / LEMBAR
    sheet = read_lembar_kerja(path.read_bytes(), LEMBAR)
    assert sheet.value("indikator", "PFM-02", "realisasi_tw1") == 9
    assert sheet.value("indikator", "PFM-01", "realisasi_tw1") is None
    assert [row["berkas"] for row in rows(founded) if row["triwulan"] == 1] == []  # TW I was never issued here


def rows(office: KantorUji) -> list[dict[str, object]]:
    _, out, _ = office.command("status", "--json")
    return list(json.loads(out))


def test_the_report_adds_it_up(founded: KantorUji) -> None:
    for path in steps(founded):
        path.write_bytes(fill_lembar_kerja(path.read_bytes(), {
            Kunci("indikator", "PFM-02", "realisasi_tw2"): Decimal(20),
            Kunci("indikator", "PFM-01", "realisasi_tw2"): Decimal(85)}))
    text = show_file(founded.akar / "Perencanaan/Laporan/Laporan Triwulan II 2026 DRAF.docx")
    # 9 of TW I and 20 of TW II are 29: 96.67 % of the 30 planned until then, 58 % of the year's 50
    assert "| JUMLAH | 50 | 10 | 20 | 15 | 5 | 9 | 20 | 96,67% |" in text
    assert "| 50 | 29 | 58% |" in text


def test_a_history_of_a_quarter_that_was_collected_here_is_not_used(founded: KantorUji) -> None:
    def claim(book: openpyxl.Workbook) -> None:
        add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2026, Triwulan="II", Target=20, Realisasi=777)
        label(book, "Nomor").value = "3/PK/2026"

    founded.jam = "2026-07-10T09:00"
    hand_in(founded, claim)
    letter = (founded.akar / "Perencanaan/Rencana Aksi 2026.HASIL.txt").read_text(encoding="utf-8-sig")
    assert "TW II 2026 sudah dikumpulkan dengan lembar kerja" in letter
    founded.jam = "2026-10-12T08:00"  # 10 October 2026 is a Saturday
    founded.serve()
    path = founded.akar / "PFM/Kabid/Masuk/Lembar Kerja PFM TW III 2026.xlsx"
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    assert sheet.value("indikator", "PFM-02", "realisasi_tw1") == 9
    assert sheet.value("indikator", "PFM-02", "realisasi_tw2") is None
