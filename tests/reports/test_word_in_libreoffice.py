"""A long paper as LibreOffice prints it: its contents tell the pages that bear those numbers."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from naskah_panjang_uji import write_naskah_panjang

from kinerja_xl.reports.word.page_numbers import settle_pages

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_LINE = re.compile(r"(.+?)\.{3,}\s*([ivxl]+|\d+)")
_FOOT = "Laporan Kinerja Tahun 2026 – Dinas Sosial"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each sheet."""
    folder = tmp_path_factory.mktemp("cetak")
    program = shutil.which("soffice")
    assert program, "LibreOffice (soffice) is not installed"

    def convert(data: bytes) -> bytes:
        (folder / "naskah.docx").write_bytes(data)
        subprocess.run([program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to",
                        _FILTER, "--outdir", str(folder), str(folder / "naskah.docx")], check=True, capture_output=True)
        return (folder / "naskah.pdf").read_bytes()

    settle_pages(write_naskah_panjang, convert)
    return read_text(folder / "naskah.pdf")


def read_text(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return text.decode("utf-8").replace("\u00a0", " ").split("\f")[:-1]


def number_of(sheet: str) -> str:
    """The number a sheet bears in its foot."""
    foot = next((line for line in sheet.splitlines() if _FOOT in line), "")
    return foot.rpartition("·")[2].strip()


def test_the_cover_bears_no_number_front_matter_roman_and_chapters_arabic_ones(printed: list[str]) -> None:
    numbers = [number_of(sheet) for sheet in printed]
    body = next(n for n, sheet in enumerate(printed) if "BAB I\n" in sheet)
    assert numbers[0] == ""
    assert numbers[1:body] == ["i", "ii", "iii", "iv", "v"][:body - 1]
    assert numbers[body:] == [str(n) for n in range(1, len(printed) - body + 1)]


def test_every_line_of_the_contents_tells_the_page_its_heading_or_caption_stands_on(printed: list[str]) -> None:
    listed = [found for sheet in printed for line in sheet.splitlines() if (found := _LINE.fullmatch(line.strip()))]
    assert len(listed) == 19  # 12 headings, 2 tables, 5 pictures
    for text, number in (found.groups() for found in listed):
        last = text.removeprefix("BAB I ").removeprefix("BAB II ").removeprefix("BAB III ")
        sheets = [number_of(sheet) for sheet in printed
                  if any(line.strip() == last for line in sheet.splitlines())]
        assert sheets == [number], text


def test_a_wide_table_repeats_its_heading_on_the_sheet_of_its_last_row(printed: list[str]) -> None:
    rows = [n for n, sheet in enumerate(printed) for line in sheet.splitlines()
            if re.match(r"\s*(1|40)\s+Persentase", line)]
    first, last = rows[-2:]  # of the second table
    assert last == first + 1
    assert "Indikator Kinerja" in printed[last]
