"""A PC for the tests, in memory: Windows' registry as Python's ``winreg`` shows it, and a disk of Windows paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType

from kinerja_xl.install.registry import WindowsRegistry

APPDATA = r"C:\Users\Sri Wahyuni\AppData\Roaming"
PROGRAM = r"C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Scripts\python.exe"
PACKAGE = r"C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Lib\site-packages\kinerja_xl\__main__.py"
ADDIN = APPDATA + r"\Microsoft\Excel\XLSTART\kinerja.xlam"


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
    files: dict[str, bytes] = field(default_factory=lambda: {PROGRAM: b"MZ", PACKAGE: b"main()"})
    appdata: str = APPDATA
    program: str = PROGRAM
    paket: str = PACKAGE
    versi: str = "0.1.0"
    berkas_pita: bytes = b"PK isi berkas tambahan"
    said: str | None = "0.1.0"
    open_in_excel: bool = False
    local: bool = True

    def __post_init__(self) -> None:
        self.registry = WindowsRegistry(self.winreg)
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
        return self.local and path[1:2] == ":"

    def started_version(self, program: str) -> str | None:
        return self.said if program in self.files else None
