"""The papers as LibreOffice lays them out: what only a page can show."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from dokumen_uji import TEMPLAT_DISPOSISI, TEMPLAT_LAPORAN, disposisi, laporan

from kinerja_xl.domain.sop import Status, Tindakan
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi

LONG_NOTE = "Lengkapi bukti dukung dan periksa kembali pembilang setiap indikator.\n" * 8


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return text.decode("utf-8").split("\f")[:-1]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """All papers through one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("cetak")
    tugas = disposisi(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "REHSOS")
    kembali = disposisi(Tindakan.KEMBALIKAN, 5, Status.DIKEMBALIKAN, "LINJAMSOS", LONG_NOTE)
    papers = {"laporan": write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN),
              "tugas": write_lembar_disposisi(tugas, TEMPLAT_DISPOSISI),
              "kembali": write_lembar_disposisi(kembali, TEMPLAT_DISPOSISI)}
    for name, data in papers.items():
        (folder / f"{name}.docx").write_bytes(data)
    program = shutil.which("soffice")
    assert program, "LibreOffice (soffice) is not installed"
    subprocess.run([program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to",
                    "pdf", "--outdir", str(folder), *(str(folder / f"{name}.docx") for name in papers)],
                   check=True, capture_output=True)
    return {name: pages(folder / f"{name}.pdf") for name in papers}


@pytest.mark.parametrize("name", ["tugas", "kembali"])
def test_a_lembar_disposisi_is_one_page_also_with_a_long_note(printed: dict[str, list[str]], name: str) -> None:
    assert len(printed[name]) == 1


def test_every_page_of_a_draft_says_so_and_carries_its_number(printed: dict[str, list[str]]) -> None:
    report = printed["laporan"]
    for number, text in enumerate(report, 1):
        assert "DRAF – BELUM FINAL" in text
        assert f"Halaman {number} dari {len(report)}" in text


def test_the_signatures_stand_on_the_page_of_the_closing_sentence(printed: dict[str, list[str]]) -> None:
    signed = [text for text in printed["laporan"] if "Mengetahui:" in text]
    assert len(signed) == 1
    assert "Demikian Laporan Triwulan III" in signed[0]
    assert "NIP. 19800202 200501 2 002" in signed[0]


def test_a_table_over_two_pages_repeats_its_headings(printed: dict[str, list[str]]) -> None:
    assert sum("Indikator Kinerja" in text and "Kategori" in text for text in printed["laporan"]) >= 2


def test_the_scale_is_read_as_a_whole(printed: dict[str, list[str]]) -> None:
    page = next(text for text in printed["laporan"] if "Skala nilai peringkat kinerja" in text)
    assert all(f" {interval} " in page for interval in ("91% ≤ 100%", "76% ≤ 90%", "66% ≤ 75%", "51% ≤ 65%", "≤ 50%"))


def test_no_word_breaks_in_a_narrow_column(printed: dict[str, list[str]]) -> None:
    text = "\n".join(printed["laporan"])
    assert text.count("Direkomendasikan") == 3  # three berkas have come so far, and it stands in no sentence
    assert text.count("Perhitungan") == 2  # the heading of Lampiran 1, on its two pages
