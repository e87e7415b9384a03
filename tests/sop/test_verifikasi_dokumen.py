"""Documents of a whole year proven from Arsip alone: fresh ones hold, and a cell changed in the archive is found."""

from __future__ import annotations

import json
import random
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KASUBID, KantorUji
from tahun_demo import TahunDemo

from kinerja_xl import __version__
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.documents import printing
from kinerja_xl.reports.word.parts import read_parts
from kinerja_xl.reports.word.provenance import read_sources
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

LAPORAN = "Perencanaan/Laporan"
ASAL = "realisasi_tw2"


@pytest.fixture(autouse=True)
def without_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are told elsewhere (``test_verifikasi_halaman``): no document is printed here, which would take seconds."""
    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)


def prove(capsys: pytest.CaptureFixture[str], file: Path, *more: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = run(["verifikasi", str(file), "--json", *more])
    return code, dict(json.loads(capsys.readouterr().out))


def kinds(answer: dict[str, object]) -> set[str]:
    assert isinstance(answer["masalah"], list)
    return {one["jenis"] for one in answer["masalah"]}


def test_every_report_of_the_demos_year_leads_to_its_sources(demo_year: TahunDemo,
                                                             capsys: pytest.CaptureFixture[str]) -> None:
    reports = sorted((demo_year.akar / LAPORAN).glob("Laporan Triwulan *.docx"))
    assert len(reports) == 5
    for report in reports:
        code, answer = prove(capsys, report)
        assert (code, answer["masalah"], answer["tanpa_sumber"]) == (0, [], 0), report.name
        assert answer["angka"] == answer["tertaut"]
        assert int(str(answer["angka"])) > 700


@pytest.mark.parametrize("unit", ["LINJAMSOS", "REHSOS", "SEKRETARIAT"])
def test_every_paper_of_a_bidang_leads_to_its_sources(demo_year: TahunDemo, unit: str,
                                                      capsys: pytest.CaptureFixture[str]) -> None:
    papers = sorted((demo_year.akar / unit / "Cetak").glob("*/*Laporan*.docx"))
    assert len(papers) >= 7
    for paper in papers:
        code, answer = prove(capsys, paper)
        assert (code, answer["masalah"], answer["tanpa_sumber"]) == (0, [], 0), paper.name
        assert answer["angka"] == answer["tertaut"]


@pytest.fixture(scope="module")
def share(demo_year: TahunDemo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What another PC has: the share alone, to be changed."""
    root = tmp_path_factory.mktemp("lain") / "Kinerja"
    shutil.copytree(demo_year.akar, root)
    return root


@pytest.mark.parametrize("seed", range(10))
def test_a_cell_changed_in_an_archived_worksheet_is_found_with_the_figures_it_changes(
        share: Path, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    report = share / LAPORAN / "Laporan Triwulan II 2026.docx"
    daftar = read_sources(read_parts(report.read_bytes()))
    assert daftar is not None
    dice = random.Random(seed)
    cells = [(key, facts["berkas"]) for key, facts in daftar.sumber.items()
             if facts.get("sel") and ":indikator:" in key and key.endswith(ASAL)]
    old: object = None
    while not isinstance(old, Decimal):  # not every cell is filled, or with a number
        key, book = dice.choice(cells)
        path = share / daftar.berkas[book]["jalur"]
        before, kode = path.read_bytes(), key.split(":")[2]
        old = read_lembar_kerja(before, path.name).value("indikator", kode, ASAL)
    path.chmod(0o644)
    path.write_bytes(fill_lembar_kerja(before, {Kunci("indikator", kode, ASAL): old + dice.randint(1, 40)}))
    try:
        code, answer = prove(capsys, report)
    finally:
        path.write_bytes(before)
    assert code == 1
    assert "berkas arsip berubah atau hilang" in kinds(answer)
    assert isinstance(answer["masalah"], list)
    changed = [one for one in answer["masalah"] if one["jenis"] == "angka tidak sama dengan arsip"]
    assert key in {one["sumber"] for one in changed}
    assert {f"Realisasi s.d. TW II 2026 {kode}", f"Capaian TW II 2026 {kode}"} & {one["sumber"] for one in changed}
    assert all(one["bab"] or one["tabel"] == "Ikhtisar" for one in changed)


def test_an_archived_worksheet_that_is_gone_is_named(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = share / "Arsip/2026/TW II/LINJAMSOS"
    away = path.with_name("LINJAMSOS.x")
    path.rename(away)
    try:
        code, answer = prove(capsys, share / LAPORAN / "Laporan Triwulan II 2026.docx")
    finally:
        away.rename(path)
    assert (code, answer["tertaut"]) == (1, 0)
    assert isinstance(answer["masalah"], list)
    assert all("LINJAMSOS" in one["tertulis"] for one in answer["masalah"])


def test_a_document_that_lies_elsewhere_is_proven_with_the_office_named(
        share: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "kiriman.docx"
    shutil.copy(share / LAPORAN / "Laporan Triwulan I 2026.docx", copy)
    assert run(["verifikasi", str(copy)]) == 3
    assert "K468" in capsys.readouterr().err
    code, answer = prove(capsys, copy, "--folder", str(share))
    assert (code, answer["masalah"]) == (0, [])
    assert run(["verifikasi", str(copy), "--folder", str(share)]) == 0
    assert "Cocok: 7" in capsys.readouterr().out


def test_what_another_version_of_the_program_made_says_so_only_where_something_differs(
        share: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = read_parts((share / LAPORAN / "Laporan Triwulan I 2026.docx").read_bytes())
    (sources,) = [name for name, data in parts.items() if b"urn:kinerja-xl:asal:1" in data and b"<asal" in data]
    made_by = f'program="{__version__}"'.encode()
    assert made_by in parts[sources]
    parts[sources] = parts[sources].replace(made_by, b'program="0.0.9"')
    (tmp_path / "lama.docx").write_bytes(pack(parts))
    assert run(["verifikasi", str(tmp_path / "lama.docx"), "--folder", str(share)]) == 0
    assert "0.0.9" not in capsys.readouterr().out
    text = parts["word/document.xml"].decode()
    assert "belum diukur" in text
    parts["word/document.xml"] = text.replace("belum diukur", "tidak diukur").encode()
    (tmp_path / "lama.docx").write_bytes(pack(parts))
    assert run(["verifikasi", str(tmp_path / "lama.docx"), "--folder", str(share)]) == 1
    told = capsys.readouterr().out
    assert f"Dokumen ini dibuat kinerja_xl 0.0.9, sedangkan program ini {__version__}" in told
    assert "buktikan dengan versi 0.0.9" in told


def test_a_document_of_another_office_or_of_nobody_is_refused_in_words(
        share: Path, kantor: KantorUji, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = share / LAPORAN / "Laporan Triwulan I 2026.docx"
    assert run(["verifikasi", str(report), "--folder", str(kantor.akar)]) == 3
    assert "K467" in capsys.readouterr().err
    slip = next((share / "LINJAMSOS/Cetak/2026 TW I").glob("Disposisi 1*.docx"))
    assert run(["verifikasi", str(slip)]) == 3
    assert "K465" in capsys.readouterr().err
    (tmp_path / "bukan.docx").write_bytes(b"bukan dokumen")
    assert run(["verifikasi", str(tmp_path / "bukan.docx"), "--folder", str(share)]) == 3
    assert capsys.readouterr().err.startswith("K40")
    assert run(["verifikasi", str(tmp_path / "tidak ada.docx"), "--folder", str(share)]) == 3
    assert "K401" in capsys.readouterr().err


@pytest.mark.parametrize(("old", "new", "code"), [
    (b'jenis="triwulan"', b'jenis="lain"', "K469"), (b'untuk="TW I 2026"', b'untuk="kapan"', "K469"),
    (b' hari="', b' hari="x', "K465"), (b'peristiwa="', b'peristiwa="9999', "K469")])
def test_a_list_of_sources_that_names_what_the_office_has_not_is_refused_in_words(
        share: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: bytes, new: bytes, code: str) -> None:
    parts = read_parts((share / LAPORAN / "Laporan Triwulan I 2026.docx").read_bytes())
    name = next(name for name in parts if name.startswith("customXml/item1"))
    assert old in parts[name]
    (tmp_path / "x.docx").write_bytes(pack({**parts, name: parts[name].replace(old, new, 1)}))
    assert run(["verifikasi", str(tmp_path / "x.docx"), "--folder", str(share)]) == 3
    assert code in capsys.readouterr().err


def test_a_draft_from_a_worksheet_that_nobody_sent_proves_nothing(
        kantor: KantorUji, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    draft = tmp_path / "draf.docx"
    assert kantor.report("bahan", "--isian", str(kantor.waiting(ANALIS)), "-o", str(draft))[0] == 0
    assert run(["verifikasi", str(draft), "--folder", str(kantor.akar)]) == 3
    assert "K466" in capsys.readouterr().err


def test_a_source_that_was_approved_again_later_is_told(kantor: KantorUji, tmp_path: Path,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    kantor.play_to("direkomendasikan")
    report = tmp_path / "laporan.docx"
    assert kantor.report("triwulan", "-o", str(report))[0] == 0
    code, answer = prove(capsys, report, "--folder", str(kantor.akar))
    assert (code, answer["masalah"]) == (0, [])
    assert kantor.command("buka-kembali", BERKAS, "--catatan", "Angka Maret dikoreksi.")[0] == 0
    sheet = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), "x")
    kode = sheet.baris("indikator")[0]
    kantor.act(KASUBID, "Kirim", {Kunci("indikator", kode, "realisasi_tw1"): Decimal(21)})
    code, answer = prove(capsys, report, "--folder", str(kantor.akar))
    assert (code, kinds(answer)) == (0, set())  # nothing was approved yet
    kantor.act("LINJAMSOS/Kabid", "Setujui")
    code, answer = prove(capsys, report, "--folder", str(kantor.akar))
    assert (code, kinds(answer)) == (1, {"sumber berubah"})
    assert isinstance(answer["masalah"], list)
    told = {one["sumber"]: one["seharusnya"] for one in answer["masalah"]}
    assert told[f"{BERKAS}:indikator:{kode}:realisasi_tw1"].startswith(f"{BERKAS} versi ")
    assert "Rata-rata capaian tingkat Dinas" in told
    assert not any("REHSOS" in key for key in told)


def pack(parts: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()
