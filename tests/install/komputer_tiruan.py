"""A PC for the tests, in memory: Windows' registry as Python's ``winreg`` shows it, and a disk of Windows paths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType

from kinerja_xl.install.oxt import SHIPPED
from kinerja_xl.install.registry import NoRegistry, Registry, WindowsRegistry

APPDATA = r"C:\Users\Sri Wahyuni\AppData\Roaming"
PROGRAM = r"C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Scripts\python.exe"
PACKAGE = r"C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Lib\site-packages\kinerja_xl\__main__.py"
ADDIN = APPDATA + r"\Microsoft\Excel\XLSTART\kinerja.xlam"
TOOLBAR = r"C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Lib\site-packages\kinerja_xl\install\kinerja.oxt"
RECORD_CALC = APPDATA + r"\kinerja_xl\pemasangan.json"
LOG_CALC = APPDATA + r"\kinerja_xl\tombol-calc.log"
UNO_PATH = r"HKEY_LOCAL_MACHINE\Software\LibreOffice\UNO\InstallPath"
UNOPKG = r"C:\Program Files\LibreOffice\program\unopkg.com"


class Handle:
    """An open key, usable in a with statement as those of winreg are."""

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path

    def __enter__(self) -> Handle:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        return None


class FakeWinreg:
    """The part of ``winreg`` that the installation uses; names keep their case and are found without regard to it."""

    REG_SZ, REG_EXPAND_SZ, REG_BINARY, REG_DWORD = 1, 2, 3, 4
    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_CLASSES_ROOT = "HKCU", "HKLM", "HKCR"

    def __init__(self) -> None:
        self.keys: dict[tuple[str, ...], tuple[str, ...]] = {}  # folded path -> path as made
        self.data: dict[tuple[str, ...], dict[str, tuple[str, object, int]]] = {}
        self.locked: str | None = None  # writing to a key with this word in it is refused

    def _fold(self, hive: str, path: str) -> tuple[str, ...]:
        return tuple(part.lower() for part in (hive, *path.split("\\")) if part)

    def _refuse(self, path: str) -> None:
        if self.locked and self.locked in path:
            raise PermissionError(13, "Akses ditolak")

    def OpenKey(self, hive: str, path: str) -> Handle:  # noqa: N802 - winreg's own name
        if self._fold(hive, path) not in self.keys:
            raise FileNotFoundError(2, path)
        return Handle(self._fold(hive, path))

    def CreateKey(self, hive: str, path: str) -> Handle:  # noqa: N802
        self._refuse(path)
        parts = (hive, *path.split("\\"))
        for length in range(2, len(parts) + 1):
            self.keys.setdefault(tuple(part.lower() for part in parts[:length]), parts[:length])
        return Handle(self._fold(hive, path))

    def SetValueEx(self, key: Handle, name: str, _: int, kind: int, content: object) -> None:  # noqa: N802
        assert isinstance(content, {1: str, 2: str, 3: bytes, 4: int}[kind])
        self.data.setdefault(key.path, {})[name.lower()] = (name, content, kind)

    def _below(self, path: tuple[str, ...]) -> list[str]:
        return [made[-1] for folded, made in self.keys.items() if folded[:-1] == path]

    def QueryInfoKey(self, key: Handle) -> tuple[int, int, int]:  # noqa: N802
        return len(self._below(key.path)), len(self.data.get(key.path, {})), 0

    def EnumKey(self, key: Handle, number: int) -> str:  # noqa: N802
        return self._below(key.path)[number]

    def EnumValue(self, key: Handle, number: int) -> tuple[str, object, int]:  # noqa: N802
        return list(self.data[key.path].values())[number]

    def DeleteKey(self, hive: str, path: str) -> None:  # noqa: N802
        self._refuse(path)
        folded = self._fold(hive, path)
        if folded not in self.keys:
            raise FileNotFoundError(2, path)
        if self._below(folded):
            raise PermissionError(13, "Kunci masih berisi kunci lain")
        del self.keys[folded]
        self.data.pop(folded, None)

    def put(self, full: str, name: str, content: str | int | bytes) -> None:
        """Set a value as somebody else would: an administrator, Excel, the user."""
        hive, _, path = full.partition("\\")
        kind = {str: self.REG_SZ, int: self.REG_DWORD, bytes: self.REG_BINARY}[type(content)]
        self.SetValueEx(self.CreateKey(getattr(self, hive), path), name, 0, kind, content)

    def shown(self) -> dict[str, dict[str, tuple[str, object, int]]]:
        """Every key with its values, to compare before and after."""
        return {"\\".join(made): dict(self.data.get(folded, {})) for folded, made in self.keys.items()}


@dataclass
class FakeComputer:
    """A Windows PC on which Excel 2016 or later was used once, with kinerja_xl in an environment of its own."""

    winreg: FakeWinreg = field(default_factory=FakeWinreg)
    files: dict[str, bytes] = field(default_factory=lambda: {PROGRAM: b"MZ", PACKAGE: b"main()",
                                                             TOOLBAR: SHIPPED.read_bytes()})
    appdata: str = APPDATA
    program: str = PROGRAM
    paket: str = PACKAGE
    versi: str = "0.1.0"
    berkas_pita: bytes = b"PK isi berkas tambahan"
    said: str | None = "0.1.0"
    open_in_excel: bool = False
    local: bool = True
    registry: Registry | None = None
    bilah: str = TOOLBAR
    catatan: str = RECORD_CALC
    log: str = LOG_CALC
    sistem: str = r"C:\Windows\System32"
    akun: str = r"DINSOS\sri"
    tempat_unopkg: tuple[str, ...] = ()
    unopkg: str = UNOPKG
    uno: bool = True  # the program's Python can load it
    toolbar: tuple[str, str] | None = None  # version, and LibreOffice's word for "switched on"
    unopkg_refuses: bool = False
    folders_removed: list[str] = field(default_factory=list)
    asked: list[tuple[str, ...]] = field(default_factory=list)  # of the system's own programs
    tugas: dict[str, bytes] = field(default_factory=dict)  # scheduled tasks, by name
    keadaan: str = "Ready"  # of the task, or of the systemd unit: Running, Disabled, nothing where nobody can tell
    tolak: str = ""  # what the system says against it

    def __post_init__(self) -> None:
        self.registry = self.registry or WindowsRegistry(self.winreg)
        self.winreg.put(r"HKEY_CLASSES_ROOT\Excel.Application\CurVer", "", "Excel.Application.16")
        self.winreg.put(r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Excel\Options", "Font", "Calibri,11")
        self.winreg.put(r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\Location2",
                        "Path", APPDATA + "\\Microsoft\\Excel\\XLSTART\\")

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def write(self, path: str, content: bytes) -> None:
        self._refuse()
        self.files[path] = content

    def delete(self, path: str) -> None:
        if path in self.files:
            self._refuse()
            del self.files[path]

    def _refuse(self) -> None:
        if self.open_in_excel:
            raise PermissionError(13, "Proses lain sedang memakai berkas ini")

    def is_local(self, path: str) -> bool:
        return self.local and path[:1] != "\\"

    def delete_empty_folder(self, path: str) -> None:
        self.folders_removed.append(path)

    def started_version(self, program: str) -> str | None:
        return self.said if program in self.files else None

    def _schtasks(self, words: Sequence[str]) -> tuple[int, str]:
        """As schtasks.exe answers: 0, or 1 with ERROR and a sentence."""
        name = words[words.index("/TN") + 1]
        if words[0] == "/Create":
            assert (words[1], words[3], words[5:]) == ("/TN", "/XML", ("/F",)), words
            self.tugas[name] = self.files[words[4]]
            return 0, f'SUCCESS: The scheduled task "{name}" has successfully been created.\n'
        if name not in self.tugas:
            return 1, "ERROR: The system cannot find the file specified.\n"
        if words[0] == "/Delete":
            del self.tugas[name]
        if words[0] in ("/Run", "/End"):
            self.keadaan = "Running" if words[0] == "/Run" else "Ready"
        return 0, ""

    def _systemctl(self, words: Sequence[str]) -> tuple[int, str]:
        if words[1] in ("restart", "disable"):
            self.keadaan = "Running" if words[1] == "restart" else "Disabled"
        wrong = {"is-enabled": ("Disabled",), "is-active": ("Disabled", "Ready")}.get(words[1], ())
        return int(self.keadaan in wrong), ""

    def run(self, *command: str) -> tuple[int, str]:
        if command[0].startswith(self.sistem) or command[0] == "/usr/bin/systemctl":
            self.asked.append(command)
            if self.tolak:
                return 1, self.tolak
            if command[0].endswith("powershell.exe"):
                return int(not self.keadaan), f"{self.keadaan}\r\n"
            return (self._schtasks if command[0].endswith("schtasks.exe") else self._systemctl)(command[1:])
        if command[0] not in self.files:
            return 127, "tidak ada"
        if command[0] == self.unopkg:
            return self._unopkg(command[1:])
        assert command[1:4] == ("-I", "-B", "-c"), command
        return (0, "") if self.uno else (1, "NotConnected")

    def _unopkg(self, words: Sequence[str]) -> tuple[int, str]:
        """LibreOffice's own words (desktop/source/pkgchk/unopkg)."""
        if self.unopkg_refuses:
            return 1, "\nERROR: Cannot run unopkg as root without --shared or --bundled\n\nunopkg failed.\n"
        if words[0] == "add":
            assert words[1:] == ("--suppress-license", "-f", self.bilah)
            self.toolbar = (TOOLBAR_VERSION, "yes")
        elif self.toolbar is None:
            return 1, f"ERROR: Exception occurred: There is no such extension deployed: {words[1]}\n"
        elif words[0] == "remove":
            assert words[1:] == ("id.kinerja.calc",)
            self.toolbar = None
        else:
            return 0, ("Identifier: id.kinerja.calc\n  Version: {}\n  URL: vnd.sun.star.expand:$UNO_USER_PACKAGES_CACHE"
                       "/kinerja.oxt\n  is registered: {}\n  bundled Packages: {{\n      is registered: yes\n  }}\n"
                       ).format(*self.toolbar)
        return 0, ""


TOOLBAR_VERSION = re.findall(rb'<version value="([0-9.]+)"', SHIPPED.read_bytes())[0].decode()


def with_libreoffice(pc: FakeComputer) -> FakeComputer:
    """The same PC with LibreOffice beside Excel."""
    pc.winreg.put(UNO_PATH, "", UNOPKG.rpartition("\\")[0])
    pc.files[UNOPKG] = b"MZ"
    return pc


def linux() -> FakeComputer:
    """A Linux PC with LibreOffice."""
    pc = FakeComputer(program="/home/sri/kinerja/bin/python", paket="/home/sri/kinerja/lib/kinerja_xl/__main__.py",
                      bilah="/home/sri/kinerja/lib/kinerja_xl/install/kinerja.oxt", appdata="/home/sri/.config",
                      catatan="/home/sri/.config/kinerja_xl/pemasangan.json", registry=NoRegistry(),
                      log="/home/sri/.config/kinerja_xl/tombol-calc.log", unopkg="/usr/bin/unopkg",
                      tempat_unopkg=("/usr/local/bin/unopkg", "/usr/bin/unopkg"))
    pc.files = {pc.program: b"ELF", pc.paket: b"main()", pc.bilah: SHIPPED.read_bytes(), pc.unopkg: b"#!/bin/sh"}
    return pc
