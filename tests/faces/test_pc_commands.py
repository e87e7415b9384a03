"""What the commands about this PC say; the PC is a stand-in."""

from __future__ import annotations

import json

import pytest
from komputer_tiruan import ADDIN, FakeComputer

from kinerja_xl import __version__
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
