"""The script behind the double click, run for real: it installs, renews and refuses, and keeps the office's data."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from roda_uji import libraries_of_this_python

from kinerja_xl.errors import PackageDamaged, PythonUnsupported
from kinerja_xl.install.paket_luring import LURING, SCRIPT
from kinerja_xl.install.pustaka import read_roda
from kinerja_xl.install.repack import own_wheel

HERE = f"daftar-{sys.version_info[0]}.{sys.version_info[1]}-{sysconfig.get_platform().replace('-', '_')}.txt"


class Meja:
    """A new user's home and the package on the way to it."""

    def __init__(self, place: Path) -> None:
        self.isi = place / "Paket & Kinerja (1)" / "isi"
        self.isi.mkdir(parents=True)
        self.rumah = place / "rumah"
        (self.rumah / "kinerja_xl").mkdir(parents=True)
        self.data = self.rumah / "kinerja_xl" / "buku.sqlite"
        self.data.write_bytes(b"buku catatan")
        self.program = self.rumah / "Programs" / "Kinerja" / "bin" / "python"
        name, content = own_wheel()
        (self.isi / name).write_bytes(content)
        wheels = (read_roda(self.isi / name), read_roda(libraries_of_this_python(self.isi)))
        (self.isi / HERE).write_text("".join(f"{roda.line}\n" for roda in wheels), encoding="ascii")
        # the libraries of this very environment are lent, so the wheel's own needs are not asked for
        (self.isi / SCRIPT).write_text((LURING / SCRIPT).read_text(encoding="utf-8")
                                       .replace('"--no-index"', '"--no-deps", "--no-index"'), encoding="utf-8")

    def buttons(self) -> str:
        """What ``kinerja pasang`` says here by itself; LibreOffice refuses a toolbar to root."""
        done = self._run(self.program, "-I", "-B", "-m", "kinerja_xl", "pasang")
        self.code = done.returncode
        return done.stdout + done.stderr

    def run(self) -> subprocess.CompletedProcess[str]:
        base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return self._run(base, "-I", "-B", self.isi / SCRIPT)

    def _run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
        return subprocess.run(command, text=True, capture_output=True, check=False,
                              env=clean | {"LOCALAPPDATA": str(self.rumah), "HOME": str(self.rumah),
                                           "XDG_CONFIG_HOME": str(self.rumah / "setelan")})

    def version(self) -> str:
        return subprocess.run([self.program, "-I", "-B", "-m", "kinerja_xl", "--version"], text=True,
                              capture_output=True, check=True).stdout


def test_it_installs_renews_and_refuses_without_touching_the_office(tmp_path: Path) -> None:
    meja = Meja(tmp_path)
    done = meja.run()
    assert "Program Kinerja terpasang. Memasang tombol ..." in done.stdout, done.stdout + done.stderr
    assert (done.returncode, done.stdout.rstrip().endswith(meja.buttons().rstrip())) == (meja.code, True), done.stdout
    assert meja.version().startswith("kinerja_xl ")

    lost = next(meja.program.parents[1].glob("lib/*/site-packages/kinerja_xl/domain/sop/sop.py"))
    lost.unlink()
    assert meja.run().returncode == meja.code
    assert lost.exists(), "once more mends"

    with next(meja.isi.glob("kinerja_xl-*")).open("ab") as wheel:
        wheel.write(b"terpotong")
    refused = meja.run()
    assert refused.returncode == 3
    assert refused.stderr.rstrip().endswith(
        f"{PackageDamaged.code}: {PackageDamaged.pattern}\n      Langkah berikut: {PackageDamaged.hint}")
    assert meja.version().startswith("kinerja_xl "), "the earlier program still works"
    assert meja.data.read_bytes() == b"buku catatan"


def test_a_python_that_the_package_is_not_for_is_told_so(tmp_path: Path) -> None:
    meja = Meja(tmp_path)
    (meja.isi / HERE).unlink()
    done = meja.run()
    said = PythonUnsupported(versi=f"{sys.version_info[0]}.{sys.version_info[1]}")
    assert (done.returncode, done.stderr) == (3, f"{said.code}: {said.pesan}\n      Langkah berikut: {said.petunjuk}\n")
    assert not meja.program.exists()


@pytest.mark.parametrize("word", ["rmtree", "unlink", "kinerja_xl\"", "urlopen", "shell=True"])
def test_the_script_removes_nothing_and_asks_no_network(word: str) -> None:
    text = (LURING / SCRIPT).read_text(encoding="utf-8").replace('"-m", "kinerja_xl"', "")
    assert word not in text
