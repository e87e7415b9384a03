"""The sample office as it was issued, and as its Analis filled it, each made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kantor_jalan import KantorUji, plausible_values, waiting_with_analis

from kinerja_xl.faces.cli import run
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja


@pytest.fixture(scope="session")
def issued_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``akar`` and ``data`` of an office whose TW I was issued."""
    place = tmp_path_factory.mktemp("kantor")
    akar, data = str(place / "akar"), str(place / "data")
    assert run(["mulai", akar, "--contoh", "--tahun", "2026", "--data", data, "--sekarang", "2026-04-10T07:30"]) == 0
    assert run(["layani", akar, "--data", data, "--sekali", "--tenang", "0", "--sekarang", "2026-04-10T08:00"]) == 0
    return place


@pytest.fixture
def kantor(issued_office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office of one's own, with TW I issued."""
    shutil.copytree(issued_office, tmp_path / "kantor")
    return KantorUji(tmp_path / "kantor" / "akar", tmp_path / "kantor" / "data", capsys)


@pytest.fixture(scope="session")
def filled_office(issued_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same when every worksheet was filled by its Analis, and none sent."""
    place = tmp_path_factory.mktemp("terisi") / "kantor"
    shutil.copytree(issued_office, place)
    akar = place / "akar"
    for _ in ("Kabid", "Kasubid"):
        for path in sorted(akar.glob("*/*/Masuk/Lembar Kerja *.xlsx")):
            shutil.move(path, path.parents[1] / "Kirim" / path.name)
        assert run(["layani", str(akar), "--data", str(place / "data"), "--sekali", "--tenang", "0", "--sekarang",
                    "2026-04-10T08:00"]) == 0
    for path in waiting_with_analis(akar):
        path.write_bytes(fill_lembar_kerja(path.read_bytes(), plausible_values(path)))
    return place


@pytest.fixture
def terisi(filled_office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office of one's own whose worksheets lie filled with each Analis."""
    shutil.copytree(filled_office, tmp_path / "kantor")
    return KantorUji(tmp_path / "kantor" / "akar", tmp_path / "kantor" / "data", capsys)
