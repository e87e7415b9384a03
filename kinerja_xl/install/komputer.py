"""This PC as pasang, lepas and periksa-pc see it: registry, files, and whether the program can be started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from kinerja_xl.errors import NotWindows
from kinerja_xl.install.registry import Registry, WindowsRegistry

START_SECONDS = 60
_DRIVE_FIXED = 3  # learn.microsoft.com/en-us/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


class Komputer(Protocol):
    """What is asked of a PC; paths are Windows paths as text."""

    registry: Registry
    appdata: str  # the roaming application data folder of this user
    program: str  # the Python that has kinerja_xl
    paket: str  # the file that `-m kinerja_xl` runs
    versi: str  # of the program that asks
    berkas_pita: bytes  # the shipped add-in

    def read(self, path: str) -> bytes | None:
        """Return a file's content, None where there is no such file."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file and its folders; raises OSError."""

    def delete(self, path: str) -> None:
        """Remove a file; nothing where there is none; raises OSError."""

    def is_local(self, path: str) -> bool:
        """Return whether a path lies on a disk of this PC."""

    def started_version(self, program: str) -> str | None:
        """Return what ``program -I -B -m kinerja_xl --version`` says, None where it does not run."""


class KomputerIni:
    """The PC this runs on."""

    def __init__(self, versi: str, registry: Registry, appdata: str) -> None:
        self.versi, self.registry, self.appdata = versi, registry, appdata
        self.program = sys.executable
        self.paket = str(Path(__file__).parents[1] / "__main__.py")
        self.berkas_pita = Path(__file__).with_name("kinerja.xlam").read_bytes()

    def read(self, path: str) -> bytes | None:
        """Return a file's content."""
        try:
            return Path(path).read_bytes()
        except OSError:
            return None

    def write(self, path: str, content: bytes) -> None:
        """Write a file and its folders."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)

    def delete(self, path: str) -> None:
        """Remove a file."""
        Path(path).unlink(missing_ok=True)

    def is_local(self, path: str) -> bool:
        """Return whether a path lies on a fixed disk."""
        if sys.platform != "win32":
            return True
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(Path(path).anchor) == _DRIVE_FIXED

    def started_version(self, program: str) -> str | None:
        """Return the version that the program says when it is started as a button starts it."""
        command = [program, "-I", "-B", "-m", "kinerja_xl", "--version"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=START_SECONDS,
                                  check=False, cwd=Path(program).parent)
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout.split()[-1] if done.returncode == 0 and done.stdout.strip() else None


def this_computer(versi: str) -> Komputer:
    """Return the PC this runs on; raises NotWindows (K604)."""
    if sys.platform != "win32":
        raise NotWindows
    import winreg

    return KomputerIni(versi, WindowsRegistry(winreg), os.environ["APPDATA"])
