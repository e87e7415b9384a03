"""The offline package: what it holds for each Python, how it is proved, and how each obstacle is said.

pip is the real one; its index is a folder of tiny wheels, so nothing is fetched.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from roda_uji import make_index, make_wheel, own_needs

from kinerja_xl.errors import (
    IndexUnreachable,
    LibraryMissing,
    PackageFolderTaken,
    PackageIncomplete,
    PipMissing,
    ProgramNotRepackable,
)
from kinerja_xl.install import pustaka, repack
from kinerja_xl.install.paket_luring import daftar_name, make_paket
from kinerja_xl.install.pustaka import prove, read_roda
from kinerja_xl.install.sasaran import DAFTAR_SASARAN, Sasaran

PYTHON_312, PYTHON_311 = Sasaran("3.12", "win_amd64"), Sasaran("3.11", "win_amd64")
WITHOUT_WHEEL = Sasaran("3.12", "win32", wajib=False)


def ask_only(index: Path, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PIP_NO_INDEX", "1")
    environment.setenv("PIP_FIND_LINKS", str(index))


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_index(tmp_path / "indeks")
    ask_only(folder, monkeypatch)
    return folder


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("luring")
    with pytest.MonkeyPatch.context() as environment:
        ask_only(make_index(place / "indeks"), environment)
        make_paket(place / "paket", (PYTHON_312, PYTHON_311))
    return place / "paket"


@pytest.fixture
def paket(made_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made_once, tmp_path / "Paket & Kinerja (1)")


def names(paket: Path, sasaran: Sasaran) -> dict[str, str]:
    lines = (paket / "isi" / daftar_name(sasaran)).read_text(encoding="ascii").splitlines()
    return dict(line.partition(" ")[0].split("==") for line in lines)


def test_each_list_holds_what_that_python_needs_on_windows_and_nothing_of_other_systems(paket: Path) -> None:
    needs = {need.name.lower() for need in own_needs(paket)}
    for sasaran in (PYTHON_312, PYTHON_311):
        assert set(names(paket, sasaran)) == {*needs, "kinerja-xl", "pywin32", "lama"}
    assert names(paket, PYTHON_312)["lama"] == "2.5"
    assert names(paket, PYTHON_311)["lama"] == "1.5", "lama<2 holds for Python 3.11 only"


def test_pip_itself_resolves_the_folder_alone(paket: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the Linux of this test judges markers, so with the one library that only Linux needs beside it."""
    monkeypatch.delenv("PIP_FIND_LINKS")
    make_wheel(paket / "isi", "hanya-linux", "1.0")
    for sasaran in (PYTHON_312, PYTHON_311):
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
                        "--no-index", "--find-links", paket / "isi", "--only-binary=:all:", "--platform",
                        sasaran.platform, "--python-version", sasaran.python, "--target", tmp_path / "x", "kinerja-xl"],
                       check=True)


def test_the_folder_holds_the_addins_and_what_is_double_clicked(paket: Path) -> None:
    assert sorted(path.name for path in paket.iterdir()) == [
        "BACA DAHULU.txt", "Lepas Kinerja.cmd", "Panduan", "Pasang Kinerja.cmd", "Perintah Kinerja.cmd", "isi",
        "kinerja.oxt", "kinerja.xlam"]
    assert (paket / "Panduan" / "panduan.html").exists()
    shipped = Path(pustaka.__file__).parent
    assert (paket / "kinerja.xlam").read_bytes() == (shipped / "kinerja.xlam").read_bytes()


@pytest.mark.usefixtures("index")
def test_a_renewed_package_keeps_what_people_put_there(paket: Path) -> None:
    (paket / "python-3.12.10-amd64.exe").write_bytes(b"MZ")
    old = make_wheel(paket / "isi", "lama", "0.1")
    make_paket(paket, (PYTHON_312,))
    assert (paket / "python-3.12.10-amd64.exe").read_bytes() == b"MZ"
    assert not old.exists()
    assert not (paket / "isi" / daftar_name(PYTHON_311)).exists()


@pytest.mark.usefixtures("index")
def test_a_target_without_wheels_is_left_out_and_said(tmp_path: Path) -> None:
    made = make_paket(tmp_path / "paket", (PYTHON_312, WITHOUT_WHEEL))
    assert made.sasaran == (PYTHON_312,)
    (why,) = made.tanpa
    assert why == "Pustaka pywin32>=224 tidak tersedia untuk Python 3.12-win32: tidak ada berkas yang cocok."
    assert not (tmp_path / "paket" / "isi" / daftar_name(WITHOUT_WHEEL)).exists()


def test_a_missing_library_of_a_promised_target_stops(index: Path, tmp_path: Path) -> None:
    next(index.glob("pywin32-*cp312*")).unlink()
    with pytest.raises(LibraryMissing, match=r"pywin32>=224 tidak tersedia untuk Python 3\.12-win_amd64"):
        make_paket(tmp_path / "paket", (PYTHON_312,))
    assert not (tmp_path / "paket").exists()


def test_bounds_that_leave_no_version_stop(index: Path, tmp_path: Path) -> None:
    make_wheel(index, "click", "8.1", ("lama<1",))
    with pytest.raises(LibraryMissing, match="lama"):
        make_paket(tmp_path / "paket", (PYTHON_312,))


def test_no_network_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    with pytest.raises(IndexUnreachable) as stopped:
        make_paket(tmp_path / "paket", (PYTHON_312,))
    assert "internet tidak terjangkau" in stopped.value.pesan
    assert not (tmp_path / "paket").exists()


def test_a_python_without_pip_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv.EnvBuilder(with_pip=False).create(tmp_path / "kosong")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kosong" / "bin" / "python"))
    with pytest.raises(PipMissing):
        make_paket(tmp_path / "paket", (PYTHON_312,))


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("taken", ["isi/foto.jpg", "."])
def test_a_folder_that_is_something_else_is_left_alone(taken: str, tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    if taken == ".":
        folder.write_text("bukan folder", encoding="utf-8")
    else:
        (folder / taken).parent.mkdir(parents=True)
        (folder / taken).write_bytes(b"foto")
    with pytest.raises(PackageFolderTaken):
        make_paket(folder, (PYTHON_312,))
    assert folder.is_file() or (folder / taken).read_bytes() == b"foto"


def test_the_proof_finds_a_wheel_that_is_gone(paket: Path) -> None:
    isi = paket / "isi"
    own = read_roda(next(isi.glob("kinerja_xl-*")))
    prove(own, isi, isi / daftar_name(PYTHON_312), PYTHON_312)
    next(isi.glob("pywin32-*cp312*")).unlink()
    next(isi.glob("pywin32-*cp311*")).unlink()
    with pytest.raises(PackageIncomplete, match="tidak ada pywin32>=224"):
        prove(own, isi, isi / daftar_name(PYTHON_312), PYTHON_312)


def test_the_proof_finds_a_wheel_for_another_python(paket: Path) -> None:
    isi = paket / "isi"
    own = read_roda(next(isi.glob("kinerja_xl-*")))
    next(isi.glob("pywin32-*cp312*")).unlink()
    with pytest.raises(PackageIncomplete, match="pywin32"):
        prove(own, isi, isi / daftar_name(PYTHON_312), PYTHON_312)


def test_the_proof_finds_a_wheel_that_was_changed(paket: Path) -> None:
    isi = paket / "isi"
    own = read_roda(next(isi.glob("kinerja_xl-*")))
    make_wheel(isi, "click", "8.1", files={"jahat.py": "1"})
    with pytest.raises(PackageIncomplete):
        prove(own, isi, isi / daftar_name(PYTHON_312), PYTHON_312)


def test_a_program_that_no_installer_put_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repack, "NAME", "tidak_terpasang")
    with pytest.raises(ProgramNotRepackable):
        repack.own_wheel()


def test_every_supported_python_is_a_target() -> None:
    amd64 = [one.python for one in DAFTAR_SASARAN if one.platform == "win_amd64" and one.wajib]
    assert amd64 == ["3.13", "3.12", "3.11"]
