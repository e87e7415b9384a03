"""The papers as LibreOffice lays them out: what only a page can show."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from dokumen_uji import TEMPLAT_DISPOSISI, TEMPLAT_LAPORAN, disposisi, laporan
from lxml import etree

from kinerja_xl.domain.naskah.naskah import JenisBaris, Tabel
from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi

LONG_NOTE = "Lengkapi bukti dukung dan periksa kembali pembilang setiap indikator.\n" * 8


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return text.decode("utf-8").split("\f")[:-1]


@dataclass(frozen=True)
class Page:
    """A page: its words from top to bottom with where they begin (points from the left) and end (share of height)."""

    words: tuple[tuple[str, float], ...]
    end: float


def read_pages(pdf: Path) -> list[Page]:
    """The words between the running head and the running foot of each page."""
    html = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout
    read = []
    for page in etree.fromstring(html).iter("{*}page"):
        height = float(page.get("height", "0"))
        body = [word for word in page.iter("{*}word") if float(word.get("yMin", "0")) > 50
                and float(word.get("yMax", "0")) < height - 50]
        body.sort(key=lambda word: (round(float(word.get("yMin", "0"))), float(word.get("xMin", "0"))))
        read.append(Page(tuple((word.text or "", float(word.get("xMin", "0"))) for word in body),
                         max((float(word.get("yMax", "0")) / height for word in body), default=0.0)))
    return read


def first_words(tabel: Tabel) -> list[str]:
    """What the rows of a table begin with: a number or a code; headings and totals left out."""
    return [baris.sel[0].isi[0].polos.split()[0] for baris in tabel.baris
            if baris.jenis is JenisBaris.ISI and baris.sel[0].bentang == 1]


def rows_by_page(sheets: list[Page], expected: list[list[str]]) -> list[Counter[int]]:
    """How many rows of each captioned table stand on which page; every row must be found."""
    found: list[Counter[int]] = [Counter() for _ in expected]
    table = -1
    for number, page in enumerate(sheets, 1):
        for (word, left), (following, _) in zip(page.words, (*page.words[1:], ("", 0)), strict=True):
            if word == "Tabel" and following.rstrip(".").isdigit():
                table = int(following.rstrip(".")) - 1
            elif table >= 0 and left < 100:  # the first column
                seen = found[table].total()
                found[table][number] += expected[table][seen:seen + 1] == [word]
    assert [part.total() for part in found] == [len(rows) for rows in expected]
    return [+part for part in found]


@pytest.fixture(scope="module")
def cetak(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
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
    return {name: folder / f"{name}.pdf" for name in papers}


@pytest.fixture(scope="module")
def printed(cetak: dict[str, Path]) -> dict[str, list[str]]:
    """The text of each paper, page by page."""
    return {name: pages(pdf) for name, pdf in cetak.items()}


@pytest.fixture(scope="module")
def laid_out(cetak: dict[str, Path]) -> list[Page]:
    """The pages of the report."""
    return read_pages(cetak["laporan"])


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
    assert text.count("Perhitungan") == 1  # the heading of Lampiran 1


def test_no_page_is_nearly_empty(laid_out: list[Page]) -> None:
    # the margin and its status line end at a seventh of a page that lies; what ends above three tenths is a remnant
    ends = {number: round(page.end, 2) for number, page in enumerate(laid_out, 1)}
    assert {number: end for number, end in ends.items() if end < 0.3} == {}


def test_no_table_leaves_one_row_alone(laid_out: list[Page]) -> None:
    isi = laporan()
    tables = [blok for bab in (*isi.daftar_bab, *isi.lampiran) for blok in bab.daftar_blok if isinstance(blok, Tabel)]
    parts = rows_by_page(laid_out, [first_words(tabel) for tabel in tables])
    assert any(len(part) > 1 for part in parts)  # some table is long enough to be split
    lonely = {n: part for n, part in enumerate(parts, 1) if len(part) > 1 and min(part.values()) < 2}
    assert lonely == {}
