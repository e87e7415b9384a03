"""The sample office, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kantor_jalan import KantorUji

from kinerja_xl.faces.cli import run


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
