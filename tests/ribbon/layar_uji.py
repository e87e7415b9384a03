"""A screen on which the messages of the presses are really shown, photographed and answered (KINERJA_GAMBAR)."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kotak_pesan import answered
from soffice_uji import Display, SofficeUji

TITLE_BAR, MARGIN = 24, 4  # of the window manager, in pixels
DRAWN = 16  # colours; a box that is not drawn yet has one or two
PATIENCE = 10.0


class Layar:
    """Use as a context manager; ``office`` is the LibreOffice whose windows stand on it, pictures go to ``gambar``."""

    def __init__(self, folder: Path, gambar: Path) -> None:
        self._gambar, self._display = gambar, Display()
        self._folder, self._pictures = folder, 0
        gambar.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Layar:
        self._display.__enter__()
        self._manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self._display.name},
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.office = SofficeUji(self._folder, self._display.name).__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.office.__exit__()
        self._manager.terminate()
        self._manager.wait()
        self._display.__exit__()

    def show(self, judul: str, press: str, show: Callable[[], object]) -> None:
        """Show a message, keep its picture, press one of its buttons."""
        answered(self.office, show, press, lambda box: self._keep(judul, box))

    def _keep(self, judul: str, box: Any) -> None:
        self._pictures += 1
        test = os.environ["PYTEST_CURRENT_TEST"].rpartition("::")[2].partition(" (")[0]
        name = re.sub(r"[^\w-]+", " ", f"{judul} {self._pictures:03} {test}")[:120]
        path = self._gambar / f"{name}.png"
        end = time.monotonic() + PATIENCE
        while self._picture(box, path) < DRAWN and time.monotonic() < end:
            time.sleep(0.05)

    def _picture(self, box: Any, path: Path) -> int:
        """Take a picture of the box as it stands now; return of how many colours it is: one of text has many."""
        place, size = box.getLocationOnScreen(), box.getSize()
        cut = (f"{size.Width + 2 * MARGIN}x{size.Height + TITLE_BAR + 2 * MARGIN}"
               f"+{max(place.X - MARGIN, 0)}+{max(place.Y - TITLE_BAR - MARGIN, 0)}")
        subprocess.run(["import", "-display", self._display.name, "-window", "root", "-crop", cut, "+repage",
                        str(path)], check=True)
        inside = f"{size.Width // 2}x{size.Height // 2}+{size.Width // 4}+{TITLE_BAR + size.Height // 4}"
        told = subprocess.run(["convert", str(path), "-crop", inside, "-format", "%k", "info:"], check=True, text=True,
                              stdout=subprocess.PIPE)
        return int(told.stdout)
