"""One office with its service, one account that ``kinerja pasang`` gave the toolbar, one Calc on a display."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from akun_pemakai import AkunPemakai
from jebakan import Jebakan
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from soffice_uji import Display


@pytest.fixture(scope="session")
def tempat() -> Iterator[Path]:
    """A folder that every account can reach; pytest's own are closed to others."""
    place = Path(tempfile.mkdtemp(prefix="kinerja-klik-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="session")
def gambar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the screen go: KINERJA_GAMBAR, else pytest's folder."""
    chosen = os.environ.get("KINERJA_GAMBAR")
    place = Path(chosen) if chosen else tmp_path_factory.mktemp("gambar")
    place.mkdir(parents=True, exist_ok=True)
    return place


@pytest.fixture(scope="session")
def akun(tempat: Path) -> AkunPemakai:
    return AkunPemakai(tempat / "rumah")


@pytest.fixture(scope="session")
def terpasang(akun: AkunPemakai) -> str:
    """What ``kinerja pasang`` said. KINERJA_PELUNCUR_RUSAK=1 breaks what it installed (``peluncur_rusak.py``)."""
    done = akun.kinerja("pasang")
    assert done.returncode == 0, done.stderr
    if os.environ.get("KINERJA_PELUNCUR_RUSAK"):
        installed = list((akun.rumah / ".config" / "libreoffice").rglob("kinerja_handler.py"))
        assert installed
        for launcher in installed:
            launcher.write_text("raise RuntimeError('broken for a test')\n", encoding="ascii")
    return done.stdout


@pytest.fixture(scope="session")
def kantor(tempat: Path) -> Iterator[KantorKlik]:
    with KantorKlik(tempat) as office:
        yield office


@pytest.fixture(scope="session")
def jebakan(kantor: KantorKlik) -> Jebakan:
    """A folder of the share, outside the office, full of traps."""
    folder = kantor.bagi / "Umum"
    folder.mkdir()
    folder.chmod(0o777)
    return Jebakan(folder, kantor.bagi / "tersentuh")


@pytest.fixture(scope="session")
def calc(akun: AkunPemakai, gambar: Path, jebakan: Jebakan, terpasang: str) -> Iterator[JendelaCalc]:
    """The window, in a session of the display, started with that folder as the current one."""
    assert "LibreOffice Calc" in terpasang
    with Display() as display, JendelaCalc(akun, display.name, jebakan.folder, gambar) as window:
        yield window


@pytest.fixture
def layar(calc: JendelaCalc) -> Iterator[JendelaCalc]:
    """The window without a workbook, and again without one afterwards."""
    calc.guard()
    yield calc
    calc.close_all()
    calc.rest()
