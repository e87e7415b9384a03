"""Tiny wheels that stand in for the libraries of the program, in a folder that pip takes for its whole index."""

from __future__ import annotations

import sysconfig
import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from kinerja_xl.install.pustaka import read_roda
from kinerja_xl.install.repack import own_wheel

VERSION = {"openpyxl": "3.1.5", "python-docx": "1.2.0", "python-pptx": "1.0.2", "xlwings": "0.37.9",
           "xlsxwriter": "3.3.1", "click": "8.3", "holidays": "0.110", "lxml": "6.0", "packaging": "26.0",
           "platformdirs": "4.4", "pydantic": "2.12", "pypdf": "6.1", "python-calamine": "0.5", "rich": "14.0",
           "tzdata": "2026.1", "watchdog": "6.0"}
"""A version of each library that pyproject.toml allows."""


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


def make_index(folder: Path) -> Path:
    """Make an index in which xlwings needs one library on Windows, another on a Mac and a third on Linux."""
    folder.mkdir()
    for need in own_needs(folder):
        if need.name != "xlwings":
            make_wheel(folder, need.name, VERSION[need.name.lower()])
    make_wheel(folder, "xlwings", VERSION["xlwings"], (
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
