"""2026 is played into 2027: the demo's year goes on, and what was closed stays as it was."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor_jalan import KantorUji
from tahun_demo import TahunDemo

from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.templates import shipped_template

FINAL = "Perencanaan/Laporan/Laporan Triwulan II 2026.docx"
DRAF_2027 = "Perencanaan/Laporan/Laporan Triwulan I 2027 DRAF.docx"
UNIT = "LINJAMSOS"
WALK = (("LINJAMSOS/Kabid", "Kirim"), ("LINJAMSOS/Kasubid", "Kirim"), ("LINJAMSOS/Analis", "Kirim"),
        ("LINJAMSOS/Kasubid", "Kirim"), ("LINJAMSOS/Kabid", "Setujui"), ("LINJAMSOS/Kasubid", "Kirim"),
        ("Perencanaan", "Rekomendasikan"))


@pytest.fixture
def kantor(demo_year: TahunDemo, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """The office after its year, to be changed."""
    shutil.copytree(demo_year.akar, tmp_path / "akar")
    shutil.copytree(demo_year.data, tmp_path / "data")
    office = KantorUji(tmp_path / "akar", tmp_path / "data", capsys)
    office.jam = "2027-01-18T08:00"
    return office


def test_the_new_year_is_planned_issued_and_reported_while_the_old_one_stays(kantor: KantorUji) -> None:
    before = (kantor.akar / FINAL).read_bytes()
    plan = make_rencana(shipped_template("Rencana Aksi.xlsx"), contoh_rencana(2027), contoh_pengaturan(2027))
    (kantor.akar / "Perencanaan/Masuk/Rencana Aksi 2027.xlsx").write_bytes(plan)
    assert kantor.serve()["ditahan"] == 0
    kantor.jam = "2027-04-12T08:00"  # 10 April 2027 is a Saturday
    assert kantor.serve()["diterbitkan"] == 6
    for role, folder in WALK:
        kantor.act(role, folder, kantor.good_values(role) if role.endswith("Analis") else None)
    assert kantor.status("2027-TW1-LINJAMSOS") == "direkomendasikan"
    assert "Triwulan I Tahun 2027" in show_file(kantor.akar / DRAF_2027)
    # a report of the closed year is made again, byte for byte
    printed = kantor.akar.parent / "cetak ulang.docx"
    assert run(["laporan", "triwulan", str(kantor.akar), "--tahun", "2026", "--triwulan", "2", "--final", "-o",
                str(printed), "--data", str(kantor.data), "--sekarang", kantor.jam]) == 0
    assert printed.read_bytes() == before == (kantor.akar / FINAL).read_bytes()
    assert run(["verifikasi", str(kantor.akar), "--data", str(kantor.data)]) == 0


def test_a_first_quarter_begins_without_the_old_years_quarters(kantor: KantorUji) -> None:
    plan = make_rencana(shipped_template("Rencana Aksi.xlsx"), contoh_rencana(2027), contoh_pengaturan(2027))
    (kantor.akar / "Perencanaan/Masuk/Rencana Aksi 2027.xlsx").write_bytes(plan)
    kantor.jam = "2027-04-12T08:00"
    kantor.serve()
    path = kantor.waiting("LINJAMSOS/Kabid")
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    assert path.name == "Lembar Kerja LINJAMSOS TW I 2027.xlsx"
    assert all(sheet.value("indikator", kode, f"realisasi_tw{k}") is None
               for kode in sheet.baris("indikator") for k in (1, 2, 3, 4))


# the proof over a whole year


def worksheet(akar: Path) -> Path:
    return akar / "Arsip/2026/TW II/LINJAMSOS/Lembar Kerja LINJAMSOS TW II 2026 v4.xlsx"


def change(kantor: KantorUji) -> str:
    path = worksheet(kantor.akar)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    return path.name


def remove(kantor: KantorUji) -> str:
    worksheet(kantor.akar).unlink()
    return worksheet(kantor.akar).name


def add(kantor: KantorUji) -> str:
    path = kantor.akar / "Arsip/2026/TW II/PFM/Lembar Kerja PFM TW II 2026 v99.xlsx"
    shutil.copyfile(worksheet(kantor.akar), path)
    return path.name


def _in_ledger(data: Path, *statements: str) -> None:
    db = sqlite3.connect(data / "jejak.sqlite3")
    for trigger in ("peristiwa_tetap", "peristiwa_utuh"):
        db.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def cut(kantor: KantorUji) -> str:
    _in_ledger(kantor.data, "DELETE FROM peristiwa WHERE nomor > 500")
    return "tidak ada di buku catatan layanan"


def edit(kantor: KantorUji) -> str:
    _in_ledger(kantor.data, "UPDATE peristiwa SET waktu = '2026-01-01T00:00:00+08:00' WHERE nomor = 250")
    return "jejak.sqlite3 baris 250"


@pytest.mark.parametrize("meddle", [change, remove, add, cut, edit])
def test_whatever_is_changed_in_archive_or_ledger_of_the_year_is_named(
        kantor: KantorUji, meddle: Callable[[KantorUji], str], capsys: pytest.CaptureFixture[str]) -> None:
    named = meddle(kantor)
    capsys.readouterr()
    assert run(["verifikasi", str(kantor.akar), "--data", str(kantor.data), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["masalah"]
    assert any(named in f"{problem['letak']} {problem['masalah']}" for problem in problems), problems


def test_the_whole_year_restored_from_the_share_alone_gives_the_same_answers(
        kantor: KantorUji, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def answers(data: Path) -> list[str]:
        said = []
        berkas = ("2026-TW1-REHSOS", "2026-TW3-LINJAMSOS", "2026-TW4-DAYASOS-PERORANGAN")
        for question in (["status"], ["status", "--ditahan"], *(["riwayat", kode] for kode in berkas)):
            capsys.readouterr()
            arguments = [question[0], str(kantor.akar), *question[1:], "--json", "--data", str(data)]
            assert run([*arguments, "--sekarang", kantor.jam]) == 0
            said.append(capsys.readouterr().out)
        return said

    before = answers(kantor.data)
    shutil.rmtree(kantor.data)  # the service's PC is lost
    assert run(["pulihkan", str(kantor.akar), "--data", str(tmp_path / "baru")]) == 0
    assert answers(tmp_path / "baru") == before
