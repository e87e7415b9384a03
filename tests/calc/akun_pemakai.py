"""The account that sits at the spreadsheet: another user than the service's where the tests run as root."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import kinerja_xl

NOBODY = 65534
PATIENCE = 60


class AkunPemakai:
    """Whoever presses the buttons; ``rumah`` is the home folder, and all that the programs know of this account.

    ``settings`` are items of LibreOffice's registry, beside the Indonesian numbers and dates that everybody has.

    Its browser writes the address that it is to open into the file ``dibuka``: a real one would cover the window.

    An ordinary user who runs the tests is both, this account and the service's: nobody may become somebody else.
    """

    def __init__(self, rumah: Path, settings: str = "") -> None:
        self.rumah, self.lain = rumah, os.geteuid() == 0
        rumah.mkdir()
        if self.lain:
            os.chown(rumah, NOBODY, NOBODY)
        registry = rumah / ".config" / "libreoffice" / "4" / "user" / "registrymodifications.xcu"
        self.write(registry, SETTINGS.format(more=settings))
        self.dibuka = rumah / "dibuka"
        self._peramban = rumah / "peramban"
        self.write(self._peramban, f"#!/bin/sh\necho \"$1\" > '{self.dibuka}'\n")
        self._peramban.chmod(0o755)

    def write(self, path: Path, text: str) -> None:
        """Write a file as this account would."""
        made = [folder for folder in (path, *path.parents) if folder.is_relative_to(self.rumah) and not folder.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if self.lain:
            for new in made:
                os.chown(new, NOBODY, NOBODY)

    def command(self, *words: str | Path) -> list[str]:
        """The command line that runs these words as this account."""
        # setpriv itself still has root's rights when it starts a program, therefore the shell between
        as_other = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
                    "sh", "-c", 'exec "$@"', "sh"]
        return [*(as_other if self.lain else ()), *map(str, words)]

    def environment(self, **more: str) -> Mapping[str, str]:
        """What the programs of this account find in their environment."""
        return {"HOME": str(self.rumah), "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
                "BROWSER": str(self._peramban), **more}

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as this account to its end."""
        return subprocess.run(self.command(*words), env=self.environment(), cwd=self.rumah, text=True, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)

    def kinerja(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the program as this account."""
        return self.run(self.python, "-m", "kinerja_xl", *words)

    @cached_property
    def python(self) -> Path:
        """A Python environment in the home folder with the program and the libraries of the tests' environment.

        It is made from the Python that runs the tests where this account can run it, else from the system's.
        """
        base = next(python for python in (sys._base_executable, "/usr/bin/python3") if self._can_use(python))
        place = self.rumah / "kinerja"
        made = self.run(base, "-m", "venv", "--without-pip", place)
        assert made.returncode == 0, made.stderr
        (site,) = place.glob("lib/python*/site-packages")
        self.write(site / "kinerja.pth", f"{Path(kinerja_xl.__file__).parents[1]}\n{sysconfig.get_path('purelib')}\n")
        return place / "bin" / "python"

    def _can_use(self, python: str) -> bool:
        return self.run(python, "-c", "import sys; print(sys.version_info[:2])").stdout == f"{sys.version_info[:2]}\n"


SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value>
</prop></item>{more}</oor:items>
"""
