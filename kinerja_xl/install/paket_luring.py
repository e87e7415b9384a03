"""``kinerja paket-luring``: one folder from which a Windows PC without internet gets the program for one user."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.errors import LibraryMissing, PackageFolderTaken
from kinerja_xl.install.panduan import write_guides
from kinerja_xl.install.pustaka import Roda, collect, pip_download, prove, read_roda
from kinerja_xl.install.repack import own_wheel
from kinerja_xl.install.sasaran import DAFTAR_SASARAN, Sasaran

ISI = "isi"
"""The folder inside the package that people leave alone."""
LURING = Path(__file__).with_name("luring")
SCRIPT = "pasang_luring.py"
PANDUAN_FOLDER = "Panduan"
BERKAS_TAMBAHAN = ("kinerja.xlam", "kinerja.oxt")


@dataclass(frozen=True)
class Paket:
    """What was made: the size in bytes, for which targets, and for which not and why."""

    ukuran: int
    sasaran: tuple[Sasaran, ...]
    tanpa: tuple[str, ...]


def make_paket(folder: Path, daftar_sasaran: Iterable[Sasaran] = DAFTAR_SASARAN) -> Paket:
    """Make the package in a folder, or renew it; what people put there (Python's installer) stays.

    Raises PackageFolderTaken (K683), PipMissing (K680), IndexUnreachable (K681), LibraryMissing (K682),
    PackageIncomplete (K684), ProgramNotRepackable (K685).
    """
    _refuse_strange(folder)
    with tempfile.TemporaryDirectory(prefix="kinerja-paket-") as place:
        isi = Path(place, ISI)
        isi.mkdir()
        name, content = own_wheel()
        (isi / name).write_bytes(content)
        own = read_roda(isi / name)
        made, without = [], []
        for sasaran in daftar_sasaran:
            try:
                _add_target(own, sasaran, isi, Path(place, sasaran.nama))
                made.append(sasaran)
            except LibraryMissing as error:
                if sasaran.wajib:
                    raise
                without.append(error.pesan)
        shutil.copy(LURING / SCRIPT, isi)
        _put(isi, folder)
    return Paket(sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()), tuple(made), tuple(without))


def daftar_name(sasaran: Sasaran) -> str:
    """Return the file name of a target's list of wheels; luring/pasang_luring.py makes the same name."""
    return f"daftar-{sasaran.nama}.txt"


def _add_target(own: Roda, sasaran: Sasaran, isi: Path, downloads: Path) -> None:
    downloads.mkdir()
    rodas = collect(own, sasaran, pip_download(sasaran, downloads))
    for roda in rodas:
        if not (isi / roda.path.name).exists():
            shutil.move(roda.path, isi)
    daftar = isi / daftar_name(sasaran)
    lines = [Roda(isi / roda.path.name, roda.nama, roda.versi, roda.butuh).line for roda in (own, *rodas)]
    daftar.write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    prove(own, isi, daftar, sasaran)


def _refuse_strange(folder: Path) -> None:
    """Only a folder of ours is renewed: what lies in ``isi`` is replaced as a whole."""
    isi = folder / ISI
    if (folder.exists() and not folder.is_dir()) or (isi.exists() and not (isi / SCRIPT).is_file()):
        raise PackageFolderTaken(folder=folder)


def _put(isi: Path, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / ISI, ignore_errors=True)
        shutil.copytree(isi, folder / ISI, dirs_exist_ok=True)
        for source in (*LURING.glob("*.cmd"), *LURING.glob("*.txt"),
                       *(LURING.with_name(name) for name in BERKAS_TAMBAHAN)):
            shutil.copyfile(source, folder / source.name)
        write_guides(folder / PANDUAN_FOLDER)
    except OSError as error:
        raise PackageFolderTaken(folder=folder) from error
