"""The few things the installation asks of the Windows registry, by full key name (``HKEY_CURRENT_USER\\...``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kinerja_xl.errors import RegistryRefused


@dataclass(frozen=True)
class Nilai:
    """One value of the registry with the name of its type."""

    jenis: str  # REG_SZ, REG_DWORD, ... as Microsoft names them
    isi: str | int | bytes | None

    @property
    def teks(self) -> str:
        """The content as text; a number as its digits, empty for bytes."""
        return "" if self.isi is None or isinstance(self.isi, bytes) else str(self.isi)


class Registry(Protocol):
    """What pasang, lepas and periksa-pc need; keys and names are compared without regard to case, as Windows does."""

    def values(self, kunci: str) -> Mapping[str, Nilai]:
        """Return the values of a key by lower-cased name ("" is the default value), empty where there is no key."""

    def subkeys(self, kunci: str) -> tuple[str, ...]:
        """Return the names of the keys below a key, empty where there is no key."""

    def write(self, kunci: str, nama: str, nilai: Nilai) -> None:
        """Set a value and make its key where needed; raises RegistryRefused (K608)."""

    def delete(self, kunci: str) -> None:
        """Remove a key that has no keys below it, with its values; nothing where there is none; raises K608."""


class NoRegistry:
    """What a PC without Windows has in its place: nothing is set, nothing can be."""

    def values(self, _kunci: str) -> Mapping[str, Nilai]:
        """Return nothing."""
        return {}

    def subkeys(self, _kunci: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def write(self, kunci: str, _nama: str, _nilai: Nilai) -> None:
        """Raise RegistryRefused."""
        raise RegistryRefused(kunci=kunci, sebab="komputer ini bukan Windows")

    def delete(self, _kunci: str) -> None:
        """There is nothing to remove."""


class WindowsRegistry:
    """The registry through Python's own ``winreg``, handed in so that tests can stand in for it."""

    def __init__(self, winreg: Any) -> None:
        self._winreg = winreg
        self._types = {name: getattr(winreg, name) for name in ("REG_SZ", "REG_EXPAND_SZ", "REG_DWORD", "REG_BINARY")}
        self._names = {number: name for name, number in self._types.items()}

    def _split(self, kunci: str) -> tuple[Any, str]:
        hive, _, path = kunci.partition("\\")
        return getattr(self._winreg, hive), path

    def values(self, kunci: str) -> Mapping[str, Nilai]:
        """Return the values of a key by lower-cased name."""
        try:
            with self._winreg.OpenKey(*self._split(kunci)) as key:
                count = self._winreg.QueryInfoKey(key)[1]
                found = [self._winreg.EnumValue(key, number) for number in range(count)]
        except OSError:  # no such key, or not for this account: either way nothing is set
            return {}
        return {name.lower(): Nilai(self._names.get(kind, str(kind)), content) for name, content, kind in found}

    def subkeys(self, kunci: str) -> tuple[str, ...]:
        """Return the names of the keys below a key."""
        try:
            with self._winreg.OpenKey(*self._split(kunci)) as key:
                count = self._winreg.QueryInfoKey(key)[0]
                return tuple(self._winreg.EnumKey(key, number) for number in range(count))
        except OSError:
            return ()

    def write(self, kunci: str, nama: str, nilai: Nilai) -> None:
        """Set a value and make its key where needed."""
        try:
            with self._winreg.CreateKey(*self._split(kunci)) as key:
                self._winreg.SetValueEx(key, nama, 0, self._types[nilai.jenis], nilai.isi)
        except OSError as error:
            raise RegistryRefused(kunci=kunci, sebab=error.strerror or error) from error

    def delete(self, kunci: str) -> None:
        """Remove a key that has no keys below it."""
        try:
            self._winreg.DeleteKey(*self._split(kunci))
        except FileNotFoundError:
            return
        except OSError as error:
            raise RegistryRefused(kunci=kunci, sebab=error.strerror or error) from error
