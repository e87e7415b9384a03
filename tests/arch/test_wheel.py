"""The wheel carries all it needs: installed apart from the tree, it makes an office and issues a quarter."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from kinerja_xl.install.repack import own_wheel

ROOT = Path(__file__).parents[2]
SHIPPED = [ROOT / "kinerja_xl" / "install" / name for name in ("kinerja.xlam", "kinerja.oxt")]


def run(*command: str | Path, cwd: Path) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, text=True, capture_output=True,
                          check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of a virtual environment that has the wheel, and this one's libraries beside it."""
    place = tmp_path_factory.mktemp("roda")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT, cwd=place)
    (wheel,) = place.glob("*.whl")
    builder = venv.EnvBuilder(with_pip=False)
    builder.create(place / "venv")
    programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / Path(sys.executable).name
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel,
        cwd=place)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip())
    libraries = Path(sysconfig.get_path("purelib"))
    (site / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    assert (site / "kinerja_xl" / "workbook_templates" / "Lembar Kerja.xlsx").exists()
    demo = site / "kinerja_xl" / "faces" / "demo" / "isi"
    assert sorted(path.name for path in demo.iterdir()) == [f"tw{n}.toml" for n in (1, 2, 3, 4)]
    for file in SHIPPED:
        assert (site / "kinerja_xl" / "install" / file.name).read_bytes() == file.read_bytes()
    return programs


def test_the_installed_program_makes_an_office_and_issues_a_quarter(installed: Path, tmp_path: Path) -> None:
    kinerja = installed / "kinerja"
    python = installed / Path(sys.executable).name
    origin = run(python, "-c", "import kinerja_xl; print(kinerja_xl.__file__)", cwd=tmp_path)
    assert str(ROOT) not in origin
    clock = ("--data", tmp_path / "data", "--sekarang", "2026-04-10T08:00")
    run(kinerja, "mulai", tmp_path / "akar", "--contoh", "--tahun", "2026", *clock, cwd=tmp_path)
    assert '"diterbitkan": 6' in run(kinerja, "layani", tmp_path / "akar", "--sekali", "--json", *clock, cwd=tmp_path)


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    from kinerja_xl import __version__

    assert run(installed / "kinerja", "--version", cwd=tmp_path) == f"kinerja_xl {__version__}\n"


def test_the_program_packs_itself_again_as_it_was_built(installed: Path, tmp_path: Path) -> None:
    """An office's PC has no sources and no builder; what differs is who packed it, and the list of digests."""
    name, content = own_wheel()
    (built,) = installed.parents[1].glob("*.whl")
    assert name == built.name
    (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(built) as first, zipfile.ZipFile(tmp_path / name) as again:
        files = {one: first.read(one) for one in first.namelist()}
        packed = {one: again.read(one) for one in again.namelist()}
    by_the_packer = {one for one in files if one.endswith((".dist-info/WHEEL", ".dist-info/RECORD"))}
    assert len(by_the_packer) == 2
    assert packed.keys() == files.keys()
    assert {one for one in files if packed[one] != files[one]} == by_the_packer
    python = installed / Path(sys.executable).name
    said = run(python, "-c", "import sys; from kinerja_xl.install.repack import own_wheel;"
               "sys.stdout.write(own_wheel()[1].hex())", cwd=tmp_path)
    assert bytes.fromhex(said) == content, "the same bytes from where an installer put it"
