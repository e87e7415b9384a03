"""This PC as pasang, lepas and periksa-pc see it: registry, files, and whether the program can be started."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from kinerja_xl.errors import SystemUnsupported
from kinerja_xl.install.registry import NoRegistry, Registry, WindowsRegistry

START_SECONDS = 60
UNOPKG = ("/usr/bin/unopkg", "/usr/local/bin/unopkg", "/usr/lib/libreoffice/program/unopkg",
          "/usr/lib64/libreoffice/program/unopkg")
"""LibreOffice's installer of extensions on Linux; what the Document Foundation's own packages bring lies below /opt."""
NETWORK_DISKS = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "ceph", "davfs", "fuse.sshfs",
                           "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2"})
NOT_STARTED = 127
_DRIVE_FIXED = 3  # learn.microsoft.com/en-us/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


class Komputer(Protocol):
    """What is asked of a PC; paths are text, as this PC writes them."""

    registry: Registry
    appdata: str  # Windows: the roaming application data folder of this user
    program: str  # the Python that has kinerja_xl
    paket: str  # the file that `-m kinerja_xl` runs
    versi: str  # of the program that asks
    berkas_pita: bytes  # the shipped add-in
    bilah: str  # the shipped extension of LibreOffice
    catatan: str  # the install record of the toolbar in Calc; macros/calc/python/kinerja_handler.py names the same
    log: str  # what the program said at the last press in Calc
    sistem: str  # Windows: its folder of programs
    akun: str  # Windows: this account with its domain
    tempat_unopkg: tuple[str, ...]  # where LibreOffice's installer of extensions may lie

    def read(self, path: str) -> bytes | None:
        """Return a file's content, None where there is no such file."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file and its folders; raises OSError."""

    def delete(self, path: str) -> None:
        """Remove a file; nothing where there is none; raises OSError."""

    def delete_empty_folder(self, path: str) -> None:
        """Remove the folder that a file lay in, where nothing else lies in it."""

    def run(self, *command: str) -> tuple[int, str]:
        """Start a program, wait for it; return its exit code (127 where it cannot be started) and what it said."""

    def is_local(self, path: str) -> bool:
        """Return whether a path lies on a disk of this PC."""

    def started_version(self, program: str) -> str | None:
        """Return what ``program -I -B -m kinerja_xl --version`` says, None where it does not run."""


class KomputerIni:
    """The PC this runs on."""

    def __init__(self, versi: str, registry: Registry, appdata: str, tempat_unopkg: tuple[str, ...] = ()) -> None:
        """``appdata`` is where this user's programs keep their settings."""
        self.versi, self.registry, self.appdata, self.tempat_unopkg = versi, registry, appdata, tempat_unopkg
        self.program = sys.executable
        self.paket = str(Path(__file__).parents[1] / "__main__.py")
        self.berkas_pita = Path(__file__).with_name("kinerja.xlam").read_bytes()
        self.sistem = os.environ.get("SYSTEMROOT", "C:\\Windows") + "\\System32"
        self.akun = "\\".join(filter(None, (os.environ.get("USERDOMAIN"), os.environ.get("USERNAME"))))
        self.bilah = str(Path(__file__).with_name("kinerja.oxt"))
        self.catatan = str(Path(appdata, "kinerja_xl", "pemasangan.json"))
        self.log = str(Path(appdata, "kinerja_xl", "tombol-calc.log"))

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

    def delete_empty_folder(self, path: str) -> None:
        """Remove the folder that a file lay in, where nothing else lies in it."""
        with contextlib.suppress(OSError):  # something lies in it, or it is not there
            Path(path).parent.rmdir()

    def run(self, *command: str) -> tuple[int, str]:
        """Start a program and wait for it."""
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  text=True, encoding="utf-8", errors="replace", timeout=START_SECONDS, check=False,
                                  cwd=Path(command[0]).parent)
        except (OSError, subprocess.TimeoutExpired) as error:
            return NOT_STARTED, str(error)
        return done.returncode, done.stdout

    def is_local(self, path: str) -> bool:
        """Return whether a path lies on a fixed disk."""
        if sys.platform != "win32":
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
            return disk_kind(str(Path(path).resolve()), mounts) not in NETWORK_DISKS
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(Path(path).anchor) == _DRIVE_FIXED

    def started_version(self, program: str) -> str | None:
        """Return the version that the program says when it is started as a button starts it."""
        code, said = self.run(program, "-I", "-B", "-m", "kinerja_xl", "--version")
        version = re.search(r"^kinerja_xl (\S+)$", said, re.MULTILINE) if code == 0 else None
        return version[1] if version else None


def disk_kind(path: str, mounts: str) -> str:
    """Return the kind of file system that a path lies on, as the lines of /proc/mounts name it."""
    kinds = {}
    for line in mounts.splitlines():
        _, place, kind, *_ = line.split(" ")
        kinds[re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place).rstrip("/")] = kind
    above = [path, *(str(folder) for folder in Path(path).parents)]
    return next((kinds[place.rstrip("/")] for place in above if place.rstrip("/") in kinds), "")


def this_computer(versi: str) -> Komputer:
    """Return the PC this runs on; raises SystemUnsupported (K604)."""
    if sys.platform == "win32":
        import winreg

        return KomputerIni(versi, WindowsRegistry(winreg), os.environ["APPDATA"])
    if sys.platform != "linux":
        raise SystemUnsupported
    settings = os.environ.get("XDG_CONFIG_HOME") or str(Path("~/.config").expanduser())
    of_the_foundation = sorted(map(str, Path("/opt").glob("libreoffice*/program/unopkg")), reverse=True)
    return KomputerIni(versi, NoRegistry(), settings, (*UNOPKG, *of_the_foundation))
