"""What somebody could lay beside a workbook on the share, hoping that a click runs it."""

from __future__ import annotations

from pathlib import Path

MODULES = ("kinerja_xl.py", "xlwings.py", "sitecustomize.py", "usercustomize.py", "json.py", "uno.py", "unohelper.py",
           "kinerja_handler.py", "click.py", "lxml.py", "kinerja_xl/__init__.py", "kinerja_xl/__main__.py")
PROGRAMS = ("kinerja", "kinerja.exe", "kinerja.cmd", "kinerja.bat", "python", "python3", "python.exe", "soffice",
            "program")
SETTINGS = ("pyvenv.cfg", "xlwings.conf", "kinerja.conf", "pemasangan.json", "kinerja_xl.pth")


class Jebakan:
    """A folder of traps; each of them leaves its name when it is run."""

    def __init__(self, folder: Path, touched: Path) -> None:
        self.folder, self._touched = folder, touched
        touched.mkdir()
        touched.chmod(0o777)
        for name in MODULES:
            place = folder / name
            place.parent.mkdir(exist_ok=True)
            place.write_text(f"open({str(touched / place.name)!r}, 'w').close()\n", encoding="utf-8")
        for name in PROGRAMS:
            (folder / name).write_text(f"#!/bin/sh\n: > '{touched / name}'\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        for name in SETTINGS:
            (folder / name).write_text(
                f'{{"program": "{folder}/python", "paket": "{folder}/json.py"}}\nhome = {folder}\n'
                f'"INTERPRETER_UNIX","{folder}/python"\n"PYTHONPATH","{folder}"\nimport os\n', encoding="utf-8")
        self._before = self._listed()

    @property
    def names(self) -> frozenset[str]:
        """The names of all traps."""
        return frozenset(Path(name).name for name in (*MODULES, *PROGRAMS, *SETTINGS))

    def sprung(self) -> list[str]:
        """The traps that were run; they are set again."""
        names = sorted(path.name for path in self._touched.iterdir())
        for path in self._touched.iterdir():
            path.unlink()
        return names

    def untouched(self) -> bool:
        """Whether the folder still holds the traps as they were laid, and nothing that a program put beside them."""
        return self._listed() == self._before

    def _listed(self) -> dict[str, bytes]:
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*")
                if path.is_file() and not path.name.startswith(".~lock.") and path.suffix != ".xlsx"}
