"""What the commands about this PC say; the PC is a stand-in."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from komputer_tiruan import ADDIN, FakeComputer, linux

from kinerja_xl import __version__
from kinerja_xl.faces import opening
from kinerja_xl.faces import pc as face
from kinerja_xl.faces.cli import run


@pytest.fixture
def pc(monkeypatch: pytest.MonkeyPatch) -> FakeComputer:
    stand_in = FakeComputer(versi=__version__, said=__version__)
    monkeypatch.setattr(face, "this_computer", lambda _versi: stand_in)
    return stand_in


@pytest.mark.usefixtures("pc")
def test_pasang_periksa_and_lepas_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["periksa-pc"]) == 1
    assert "PERBAIKI  Berkas tambahan: " in capsys.readouterr().out
    assert run(["pasang"]) == 0
    assert "terpasang untuk Excel 16.0" in capsys.readouterr().out
    assert run(["periksa-pc"]) == 0
    assert "PERBAIKI" not in capsys.readouterr().out
    assert run(["lepas"]) == 0
    assert "tidak ada yang tertinggal" in capsys.readouterr().out
    assert run(["lepas"]) == 0
    assert "tidak terpasang" in capsys.readouterr().out


def test_periksa_pc_gives_json(pc: FakeComputer, capsys: pytest.CaptureFixture[str]) -> None:
    run(["pasang"])
    pc.delete(ADDIN)
    capsys.readouterr()
    assert run(["periksa-pc", "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [row["nama"] for row in rows if not row["baik"]] == ["Berkas tambahan"]
    assert set(rows[0]) == {"nama", "baik", "keadaan", "langkah"}


def test_a_refusal_is_one_sentence_with_a_next_step(pc: FakeComputer, capsys: pytest.CaptureFixture[str]) -> None:
    pc.open_in_excel = True
    assert run(["pasang"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("K607: Berkas C:")
    assert "Langkah berikut: Tutup semua jendela Excel" in said


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeComputer:
    """A Linux PC whose account serves one office."""
    stand_in = linux()
    stand_in.versi = stand_in.said = __version__
    monkeypatch.setattr(face, "this_computer", lambda _versi: stand_in)
    monkeypatch.setattr(opening, "data_folders", lambda: tmp_path / "layanan")
    akar = str(tmp_path / "Kinerja")
    assert run(["mulai", akar, "--contoh", "--tahun", "2026"]) == 0
    assert run(["layani", akar, "--sekali", "--tenang", "0"]) == 0
    return stand_in


UNIT = "/home/sri/.config/systemd/user/kinerja-layanan.service"


@pytest.mark.parametrize("named", [True, False], ids=["DIR", "the only office"])
def test_the_service_is_installed_for_an_office_checked_and_taken_off(
        served: FakeComputer, tmp_path: Path, capsys: pytest.CaptureFixture[str], named: bool) -> None:
    akar = tmp_path / "Kinerja"
    assert run(["pasang", "--layanan", *([str(akar)] if named else [])]) == 0
    out = capsys.readouterr().out
    assert f"Layanan folder {akar} berjalan dan dijalankan setiap kali akun ini masuk" in out
    (data,) = (tmp_path / "layanan").iterdir()
    assert f"-m kinerja_xl layani {akar} --data {data}\n" in served.files[UNIT].decode()
    run(["periksa-pc"])
    assert "baik      Layanan: Layanan folder berjalan" in capsys.readouterr().out
    assert run(["lepas"]) == 0
    assert UNIT not in served.files


def test_which_office_must_be_plain(served: FakeComputer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = str(tmp_path / "Kedua")
    assert run(["mulai", second, "--contoh", "--tahun", "2026"]) == 0
    assert run(["layani", second, "--sekali", "--tenang", "0"]) == 0
    capsys.readouterr()
    assert run(["pasang", "--layanan"]) == 3
    assert capsys.readouterr().err.startswith("K136: Belum jelas kantor mana yang dilayani dari komputer ini: ada 2 k")
    shutil.rmtree(tmp_path / "layanan")
    assert run(["pasang", "--layanan"]) == 3
    assert "belum ada yang dilayani" in capsys.readouterr().err
    assert run(["pasang", "--layanan", second]) == 3
    assert capsys.readouterr().err.startswith("K107: ")
    assert UNIT not in served.files
