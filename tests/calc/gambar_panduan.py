"""Pictures for the guides: taken from the screen or from printed pages, never drawn; a list says where each came from.

With ``PERBARUI_GAMBAR=1`` they are written to docs/gambar and shown in the guides, where a comment
``gambar NAME: TEXT`` holds their places; without it the walk only has to come to the same pictures.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from collections.abc import Collection
from pathlib import Path

from page_print import convert
from PIL import Image

GAMBAR = Path(__file__).parents[2] / "docs" / "gambar"
DAFTAR = GAMBAR / "daftar.json"
LEBAR, WARNA = 960, 40


TEMPAT = re.compile(r"<!-- gambar ([\w-]+): (.+?) -->")


def show_taken(text: str, names: Collection[str]) -> str:
    """Return a guide with the pictures that were taken in place of the comments that hold their places."""
    return TEMPAT.sub(lambda held: f"![{held[2]}](gambar/{held[1]}.png)" if held[1] in names else held[0], text)


class Pengambil:
    """Collects the pictures of one test; ``uji`` is its name as pytest knows it."""

    def __init__(self, uji: str, tempat: Path) -> None:
        self.uji, self.tempat = uji, tempat
        self.diambil: dict[str, str] = {}

    def layar(self, nama: str, gambar: Path, tombol: str = "") -> None:
        """Keep a picture of the whole screen, taken after a button."""
        self._keep(nama, gambar, tombol)

    def halaman(self, nama: str, berkas: Path, halaman: int = 1, tombol: str = "") -> None:
        """Keep a printed page of a worksheet or document, shaped by LibreOffice."""
        salinan = self.tempat / f"{nama}{berkas.suffix}"
        salinan.write_bytes(berkas.read_bytes())
        convert([salinan], self.tempat)
        subprocess.run(["pdftoppm", "-png", "-r", "75", "-f", str(halaman), "-l", str(halaman), "-singlefile",
                        salinan.with_suffix(".pdf"), self.tempat / nama], check=True)
        self._keep(nama, self.tempat / f"{nama}.png", tombol)

    def _keep(self, nama: str, sumber: Path, tombol: str) -> None:
        assert nama not in self.diambil, nama
        self.diambil[nama] = tombol
        with Image.open(sumber) as picture:
            picture.load()
        lebar = min(LEBAR, picture.width)
        size = (lebar, picture.height * lebar // picture.width)
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        small.quantize(WARNA, dither=Image.Dither.NONE).save(self.tempat / f"hasil-{nama}.png", optimize=True)

    def finish(self) -> None:
        """Write the pictures and their rows, where that is asked for; compare names and buttons with the list."""
        daftar = json.loads(DAFTAR.read_text(encoding="utf-8")) if DAFTAR.exists() else []
        if os.environ.get("PERBARUI_GAMBAR"):
            daftar = [row for row in daftar if row["uji"] != self.uji]
            GAMBAR.mkdir(exist_ok=True)
            for nama, tombol in self.diambil.items():
                content = (self.tempat / f"hasil-{nama}.png").read_bytes()
                (GAMBAR / f"{nama}.png").write_bytes(content)
                daftar.append({"gambar": nama, "uji": self.uji, "tombol": tombol,
                               "sha256": hashlib.sha256(content).hexdigest()})
            for page in (GAMBAR.parent).glob("panduan*.md"):
                page.write_text(show_taken(page.read_text(encoding="utf-8"), self.diambil), encoding="utf-8")
            daftar.sort(key=lambda row: row["gambar"])
            DAFTAR.write_text(json.dumps(daftar, indent=1) + "\n", encoding="utf-8")
        listed = {row["gambar"]: row["tombol"] for row in daftar if row["uji"] == self.uji}
        assert self.diambil == listed, "docs/gambar is of another walk; renew it with PERBARUI_GAMBAR=1"
