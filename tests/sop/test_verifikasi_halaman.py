"""The page of each wrong figure, from one print of the document; the pages expected are read from the printed text."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tahun_demo import TahunDemo

from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.documents import printing
from kinerja_xl.kantor.proof import prove_pages
from kinerja_xl.reports.word.parts import DOCUMENT, W, pack_parts, parse_part, read_parts

BARU, DIKETIK = "98.761", "77771"  # short enough for a line of a narrow cell, and nowhere else
PALING_JAUH = 1


def is_figure(control: etree._Element) -> bool:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return tag is not None and tag.get(f"{W}val", "").startswith("kx:")


def text_of(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def figures(root: etree._Element) -> list[etree._Element]:
    return [one for one in root.iter(f"{W}sdt") if is_figure(one) and re.fullmatch(r"[\d.]{9,}", text_of(one))]


@pytest.fixture
def report(demo_year: TahunDemo, tmp_path: Path) -> Path:
    """A report of the demo's year, to be changed."""
    return Path(shutil.copy(demo_year.akar / "Perencanaan/Laporan/Laporan Triwulan II 2026.docx", tmp_path))


def change(report: Path, dice: random.Random) -> None:
    """Change a figure, take another away, and type a number at the end of a sentence that has figures."""
    parts = read_parts(report.read_bytes())
    root = parse_part(parts[DOCUMENT])
    changed, gone = dice.sample(figures(root), 2)
    next(changed.iter(f"{W}t")).text = BARU
    run_ = etree.Element(f"{W}r")
    etree.SubElement(run_, f"{W}t").text = f" {DIKETIK}"
    dice.choice([p for p in root.iterfind(f"{W}body/{W}p") if any(map(is_figure, p.iter(f"{W}sdt")))]).append(run_)
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)
    report.write_bytes(pack_parts({**parts, DOCUMENT: etree.tostring(root, encoding="UTF-8", xml_declaration=True)}))


def printed_pages(report: Path, daftar: tuple[str, str], folder: Path) -> list[int]:
    """The page that shows each text, as a print of its own and pdftotext tell."""
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to",
                    "pdf", "--outdir", str(folder), str(report)], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-layout", str(folder / report.with_suffix(".pdf").name), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    return [next(n for n, page in enumerate(text.split("\f"), 1) if teks in page) for teks in daftar]


def prove(capsys: pytest.CaptureFixture[str], report: Path, akar: Path) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = run(["verifikasi", str(report), "--folder", str(akar), "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_wrong_is_told_with_the_page_on_which_it_stands(
        demo_year: TahunDemo, report: Path, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    change(report, random.Random(seed))
    code, answer = prove(capsys, report, demo_year.akar)
    assert code == 1
    found = {one["jenis"]: one for one in answer["masalah"]}
    changed, gone = found["angka tidak sama dengan arsip"], found["tanda sumber hilang"]
    assert (changed["tertulis"], changed["sekitar"]) == (BARU, False)
    page, below = printed_pages(report, (BARU, DIKETIK), tmp_path)
    assert page > 1
    assert changed["halaman"] == page
    assert gone["sekitar"]
    assert gone["halaman"] > 1
    typed = next(one for one in answer["masalah"] if DIKETIK in one["tertulis"])
    assert typed["sekitar"]
    assert 0 <= below - typed["halaman"] <= PALING_JAUH
    assert run(["verifikasi", str(report), "--folder", str(demo_year.akar)]) == 1
    told = capsys.readouterr().out
    assert f"angka tidak sama dengan arsip: halaman {page}, " in told
    assert f"tanda sumber hilang: sekitar halaman {gone['halaman']}, " in told


def test_without_libreoffice_there_is_no_page_and_one_sentence_says_why(
        demo_year: TahunDemo, report: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)
    change(report, random.Random(1))
    code, answer = prove(capsys, report, demo_year.akar)
    assert (code, {one["halaman"] for one in answer["masalah"]}) == (1, {None})
    assert run(["verifikasi", str(report), "--folder", str(demo_year.akar)]) == 1
    told = capsys.readouterr().out
    assert told.count("Halaman tidak disebut: LibreOffice tidak ada di komputer ini.") == 1
    assert "angka tidak sama dengan arsip: BAB" in told


def test_a_document_without_fault_is_never_printed(demo_year: TahunDemo, report: Path, monkeypatch: pytest.MonkeyPatch,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []
    monkeypatch.setattr(prove_pages, "make_printer", asked.append)
    code, answer = prove(capsys, report, demo_year.akar)
    assert (code, answer["masalah"], asked) == (0, [], [])
    change(report, random.Random(1))
    assert prove(capsys, report, demo_year.akar)[0] == 1
    assert asked == [report.name]


def test_a_document_that_embeds_what_may_run_is_not_printed(
        demo_year: TahunDemo, report: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch) -> None:
    change(report, random.Random(1))
    parts = read_parts(report.read_bytes())
    report.write_bytes(pack_parts({**parts, "word/vbaProject.bin": b"x"}))
    monkeypatch.setattr(printing, "_print", lambda *_: pytest.fail("printed"))
    assert run(["verifikasi", str(report), "--folder", str(demo_year.akar)]) == 1
    told = capsys.readouterr().out
    assert re.search(r"Halaman tidak disebut: .*memuat makro", told)
    assert "angka tidak sama dengan arsip: BAB" in told
