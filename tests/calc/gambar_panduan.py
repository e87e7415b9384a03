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
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from page_print import convert
from PIL import Image, ImageChops, ImageOps
from sumber_gambar import digest

GAMBAR = Path(__file__).parents[2] / "docs" / "gambar"
DAFTAR = GAMBAR / "daftar.json"
LEBAR, WARNA = 1000, 64
TEPI = 12
KECIL = 300, 80  # pixels: the least that shows something
Kotak = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
Ukuran = tuple[int, int]
"""Width and height in pixels."""

TEMPAT = re.compile(r"<!-- gambar ([\w-]+): (.+?) -->")


def show_taken(text: str, names: Collection[str]) -> str:
    """Return a guide with the pictures that were taken in place of the comments that hold their places."""
    return TEMPAT.sub(lambda held: f"![{held[2]}](gambar/{held[1]}.png)" if held[1] in names else held[0], text)


@dataclass(frozen=True)
class Asal:
    """Where a picture comes from: the button that was pressed, the message that stood there, the sources it shows."""

    tombol: str = ""
    pesan: str = ""
    sumber: tuple[str, ...] = ()


class Pengambil:
    """Collects the pictures of one test; ``uji`` is its name as pytest knows it."""

    def __init__(self, uji: str, tempat: Path) -> None:
        self.uji, self.tempat = uji, tempat
        self.diambil: dict[str, Asal] = {}

    def layar(self, nama: str, gambar: Path, asal: Asal, bagian: Kotak | None = None) -> None:
        """Keep a picture of the screen, or of a part of it."""
        with Image.open(gambar) as picture:
            self._keep(nama, picture.crop(bagian) if bagian else picture, asal)

    def halaman(self, nama: str, berkas: Path, sumber: Sequence[str], halaman: int = 1,
                sudut: Ukuran | None = None) -> None:
        """Keep a printed page of a worksheet or document, shaped by LibreOffice."""
        salinan = self.tempat / f"{nama}{berkas.suffix}"
        salinan.write_bytes(berkas.read_bytes())
        convert([salinan], self.tempat)
        self.cetakan(nama, salinan.with_suffix(".pdf"), sumber, halaman, sudut)

    def cetakan(self, nama: str, pdf: Path, sumber: Sequence[str], halaman: int = 1,
                sudut: Ukuran | None = None) -> None:
        """Keep a page of a PDF without the white around it; ``sudut``: so much of its upper left corner, enlarged."""
        subprocess.run(["pdftoppm", "-png", "-r", "170" if sudut else "100", "-f", str(halaman), "-l", str(halaman),
                        "-singlefile", pdf, self.tempat / nama], check=True)
        with Image.open(self.tempat / f"{nama}.png") as picture:
            page = ImageOps.expand(picture.convert("RGB"), TEPI, "white")
        ink = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
        assert ink, f"an empty page for {nama}"
        left, top, right, bottom = ink[0] - TEPI, ink[1] - TEPI, ink[2] + TEPI, ink[3] + TEPI
        if sudut:
            right, bottom = min(right, left + sudut[0]), min(bottom, top + sudut[1])
        self._keep(nama, page.crop((left, top, right, bottom)), Asal(sumber=tuple(sumber)))

    def _keep(self, nama: str, picture: Image.Image, asal: Asal) -> None:
        assert nama not in self.diambil, nama
        assert picture.width >= KECIL[0], f"{nama}: {picture.size}"
        assert picture.height >= KECIL[1], f"{nama}: {picture.size}"
        self.diambil[nama] = asal
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
            daftar += [self._row(nama, asal) for nama, asal in self.diambil.items()]
            for page in (GAMBAR.parent).glob("panduan*.md"):
                page.write_text(show_taken(page.read_text(encoding="utf-8"), self.diambil), encoding="utf-8")
            daftar.sort(key=lambda row: row["gambar"])
            DAFTAR.write_text(json.dumps(daftar, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        taken = {nama: (asal.tombol, asal.sumber) for nama, asal in self.diambil.items()}
        listed = {row["gambar"]: (row["tombol"], tuple(row["sumber"])) for row in daftar if row["uji"] == self.uji}
        assert taken == listed, "docs/gambar is of another walk; renew it with PERBARUI_GAMBAR=1"

    def _row(self, nama: str, asal: Asal) -> dict[str, object]:
        content = (self.tempat / f"hasil-{nama}.png").read_bytes()
        (GAMBAR / f"{nama}.png").write_bytes(content)
        return {"gambar": nama, "uji": self.uji, "tombol": asal.tombol, "pesan": asal.pesan,
                "sumber": dict(zip(asal.sumber, map(digest, asal.sumber), strict=True)),
                "sha256": hashlib.sha256(content).hexdigest()}
