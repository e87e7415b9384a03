"""Where the workbook on screen lies: in which office, in whose folder, and what that folder means."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from kinerja_xl.domain.sop.sop import Jalan

PENANDA = "kantor.kinerja"
MASUK, TERKIRIM, DITAHAN, ARSIP = "Masuk", "Terkirim", "Ditahan", "Arsip"
_TINDAKAN = (Jalan.KIRIM, Jalan.SETUJUI, Jalan.REKOMENDASIKAN, Jalan.KEMBALIKAN)


class Jenis(Enum):
    """What a folder means for the file in it."""

    MASUK = "waits for the role"
    TINDAKAN = "was put there to act; the service takes it"
    TERKIRIM = "a copy of what the role sent"
    DITAHAN = "held by the service"
    ARSIP = "an accepted version"
    LAIN = "elsewhere in the office"
    LUAR = "outside any office"


class Tempat(NamedTuple):
    """A file's place; ``akar`` is the office's root, ``peran`` the role's folder below it (``REHSOS/Kasubid``)."""

    berkas: Path
    jenis: Jenis
    akar: Path | None = None
    peran: str = ""

    @property
    def folder_peran(self) -> Path:
        """The folder of the role on this PC."""
        return self.berkas.parent.parent

    @property
    def folder(self) -> str:
        """The file's folder as people know it: relative to the office, else the whole path."""
        folder = self.berkas.parent
        return str(folder) if self.akar is None else folder.relative_to(self.akar).as_posix()


def place_of_file(berkas: Path) -> Tempat:
    """Return where a file lies; the office is the nearest folder above it that holds the marker."""
    akar = next((folder for folder in berkas.parents if (folder / PENANDA).is_file()), None)
    if akar is None:
        return Tempat(berkas, Jenis.LUAR)
    parts = berkas.parent.relative_to(akar).parts
    if parts and _is(parts[0], ARSIP):
        return Tempat(berkas, Jenis.ARSIP, akar)
    jenis = _kind(parts[-1]) if len(parts) in (2, 3) else Jenis.LAIN
    return Tempat(berkas, jenis, akar, "" if jenis is Jenis.LAIN else "/".join(parts[:-1]))


def _kind(folder: str) -> Jenis:
    if any(_is(folder, jalan) for jalan in _TINDAKAN):
        return Jenis.TINDAKAN
    kinds = {MASUK: Jenis.MASUK, TERKIRIM: Jenis.TERKIRIM, DITAHAN: Jenis.DITAHAN}
    return next((jenis for name, jenis in kinds.items() if _is(folder, name)), Jenis.LAIN)


def _is(folder: str, name: str) -> bool:
    """Shares keep whatever capitals somebody typed."""
    return folder.casefold() == name.casefold()
