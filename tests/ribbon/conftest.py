"""One headless Calc, the sample office, and a person at the buttons."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kantor_jalan import KantorUji
from layar_uji import Layar
from meja_uji import HostUji, MejaUji
from soffice_uji import SofficeUji

from kinerja_xl.engines.calc import connect
from kinerja_xl.faces.cli import run


@pytest.fixture(scope="session")
def layar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layar | None]:
    """A screen on which every message is shown and photographed, where KINERJA_GAMBAR names a folder for that."""
    chosen = os.environ.get("KINERJA_GAMBAR")
    if not chosen:
        yield None
        return
    with Layar(tmp_path_factory.mktemp("layar-pita"), Path(chosen)) as screen:
        yield screen


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory, layar: Layar | None) -> Iterator[SofficeUji]:
    if layar:
        layar.office.connected(lambda: connect(layar.office.pipe))
        yield layar.office
        return
    with SofficeUji(tmp_path_factory.mktemp("calc-pita")) as running:
        running.connected(lambda: connect(running.pipe))
        yield running


@pytest.fixture
def meja(soffice: SofficeUji, layar: Layar | None, tmp_path: Path,
         monkeypatch: pytest.MonkeyPatch) -> Iterator[MejaUji]:
    """A person at Calc, whose logs and documents lie in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "rumah" / "state"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "rumah" / "Dokumen"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "rumah" / "data"))
    (tmp_path / "rumah" / "Dokumen").mkdir(parents=True)
    person = MejaUji(HostUji(soffice.pipe, layar))
    yield person
    person.close_all()


@pytest.fixture(scope="session")
def issued_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``akar`` and ``data`` of an office whose TW I was issued."""
    place = tmp_path_factory.mktemp("kantor-pita")
    akar, data = str(place / "akar"), str(place / "data")
    assert run(["mulai", akar, "--contoh", "--tahun", "2026", "--data", data, "--sekarang", "2026-04-10T07:30"]) == 0
    assert run(["layani", akar, "--data", data, "--sekali", "--tenang", "0", "--sekarang", "2026-04-10T08:00"]) == 0
    return place


@pytest.fixture
def kantor(issued_office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office of one's own, with TW I issued."""
    shutil.copytree(issued_office, tmp_path / "kantor")
    return KantorUji(tmp_path / "kantor" / "akar", tmp_path / "kantor" / "data", capsys)
