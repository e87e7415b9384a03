"""Tiny wheels that stand in for the libraries of the program, in a folder that pip takes for its whole index."""

from __future__ import annotations

import sysconfig
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from kinerja_xl.install.pustaka import read_roda
from kinerja_xl.install.repack import own_wheel


def make_wheel(folder: Path, name: str, version: str, needs: tuple[str, ...] = (), tag: str = "py3-none-any",
               files: dict[str, str] | None = None) -> Path:
    """Write a wheel that says what it needs and holds ``files``."""
    escaped = name.replace("-", "_")
    info = f"{escaped}-{version}.dist-info"
    path = folder / f"{escaped}-{version}-{tag}.whl"
    needs_lines = "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs_lines}")
        wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: uji\nRoot-Is-Purelib: true\nTag: {tag}\n")
        for inside, text in (files or {}).items():
            wheel.writestr(inside, text)
        wheel.writestr(f"{info}/RECORD", "")
    return path


def own_needs(folder: Path) -> list[Requirement]:
    """What the wheel of this very program needs."""
    name, content = own_wheel()
    (folder / name).write_bytes(content)
    needs = [need for need in read_roda(folder / name).butuh if "extra" not in str(need.marker)]
    (folder / name).unlink()
    return needs


def lowest(need: Requirement) -> str:
    """The lowest version that a requirement of pyproject.toml allows; each has a lower bound."""
    return next(bound.version for bound in need.specifier if bound.operator == ">=")


def make_index(folder: Path) -> Path:
    """Make an index in which xlwings needs one library on Windows, another on a Mac and a third on Linux."""
    folder.mkdir()
    for need in own_needs(folder):
        if need.name != "xlwings":
            make_wheel(folder, need.name, lowest(need))
    xlwings = next(need for need in own_needs(folder) if need.name == "xlwings")
    make_wheel(folder, "xlwings", lowest(xlwings), (
        'pywin32>=224; sys_platform == "win32"', 'appscript; sys_platform == "darwin"',
        'hanya-linux; sys_platform == "linux"', 'lama<2; python_version < "3.12"', "lama>=1"))
    for version in ("1.5", "2.5"):
        make_wheel(folder, "lama", version)
    for python in ("311", "312"):
        make_wheel(folder, "pywin32", "306", tag=f"cp{python}-cp{python}-win_amd64")
    return folder


def libraries_of_this_python(folder: Path) -> Path:
    """Write a wheel that lends the libraries of this environment to the one it is installed into."""
    return make_wheel(folder, "pinjaman", "1.0", files={"pinjaman.pth": sysconfig.get_path("purelib") + "\n"})
