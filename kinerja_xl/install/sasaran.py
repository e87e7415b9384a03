"""The Windows Pythons that an offline package is for, and the environment by which each judges what it needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sasaran:
    """One Python on one kind of machine."""

    python: str  # "3.12"
    platform: str  # as pip and sysconfig.get_platform() name it, with underscores: "win_amd64"
    wajib: bool = True  # False: left out where a library has no wheel for it

    @property
    def nama(self) -> str:
        """How people and file names call it."""
        return f"{self.python}-{self.platform}"

    @property
    def environment(self) -> dict[str, str]:
        """The markers of PEP 508 on that machine, whatever the machine that asks."""
        return {
            "implementation_name": "cpython", "platform_python_implementation": "CPython",
            "implementation_version": f"{self.python}.0", "python_full_version": f"{self.python}.0",
            "python_version": self.python, "os_name": "nt", "sys_platform": "win32", "platform_system": "Windows",
            "platform_machine": "AMD64" if self.platform == "win_amd64" else "x86",
            "platform_release": "10", "platform_version": "10.0.19045", "extra": "",
        }


DAFTAR_SASARAN = (
    Sasaran("3.13", "win_amd64"), Sasaran("3.12", "win_amd64"), Sasaran("3.11", "win_amd64"),
    Sasaran("3.13", "win32", wajib=False), Sasaran("3.12", "win32", wajib=False),
    Sasaran("3.11", "win32", wajib=False),
)
