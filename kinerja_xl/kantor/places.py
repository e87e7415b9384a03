"""The office's folders: made again where they are gone, given their name back where somebody renamed them.

docs/keputusan/0010 says why a renamed folder gets its name back, and when it is only told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import DiskFailed, FolderRenamed, FoldersGone, KinerjaError, OfficeError
from kinerja_xl.kantor.alike import Mirip, Tree, depth_of, find_alike, make_tree
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.remembered import FOLDER, moment, since_when
from kinerja_xl.kantor.worksheets.lost import PATIENCE
from kinerja_xl.routing.filenames import is_owner_file
from kinerja_xl.routing.steps import StepKind, ensure_folder, rename_folder

_DEEP = 4  # folders below a renamed one in which somebody may have a file open


def mend_folders(kantor: Kantor) -> tuple[KinerjaError, ...]:
    """Bring the folders of the office back; return what somebody has to look at. Nothing is made in an empty mount."""
    tree = make_tree(kantor.folders)
    missing = _missing(kantor, tree)
    told = _give_names_back(kantor, tree) if missing else {}
    left = [folder for folder in missing if not _is_there(kantor, folder) and not _is_below(folder, told)]
    many = _many_gone(kantor, left)
    if many is None:
        told |= _make_again(kantor, left)
    return (*told.values(), *((many,) if many else ()))


def _missing(kantor: Kantor, tree: Tree) -> list[str]:
    return [folder for folder in tree if not _is_there(kantor, folder)]


def _is_there(kantor: Kantor, folder: str) -> bool:
    try:
        return kantor.disk.is_folder(kantor.akar / folder)
    except DiskFailed:  # what cannot be looked at is not gone
        return True


def _is_below(folder: str, others: Collection[str]) -> bool:
    return any(PurePosixPath(folder).is_relative_to(other) for other in others)


# renamed


def _give_names_back(kantor: Kantor, tree: Tree) -> dict[str, KinerjaError]:
    """Rename what certainly is a missing folder; return, by folder, what else looks like one. The outer ones first."""
    told: dict[str, KinerjaError] = {}
    for depth in (1, 2, 3):
        here = [folder for folder in _missing(kantor, tree)
                if depth_of(folder) == depth and not _is_below(folder, told)]
        awaited = {step.step.name for step in kantor.ledger.open_steps() if step.step.kind is StepKind.RENAME}
        for folder, mirip in find_alike(kantor, tree, here).items():
            error = _give_name_back(kantor, folder, mirip) if folder not in awaited else None
            told |= {folder: error} if error else {}
    return told


def _give_name_back(kantor: Kantor, folder: str, mirip: Mirip) -> KinerjaError | None:
    if mirip.pasti is None:
        step = (f"Kembalikan nama folder itu menjadi {PurePosixPath(folder).name}, atau buat folder {folder} dan "
                "pindahkan isinya ke sana.")
        return FolderRenamed(folder=folder, calon=" dan ".join(mirip.daftar), langkah=step) if mirip.daftar else None
    opened = next(_opened_inside(kantor, mirip.pasti, 0), None)
    if opened is not None:
        step = (f"Tutup berkas yang terbuka di sana (bila sudah ditutup, hapus berkas tersembunyi {opened}); setelah "
                "itu layanan mengembalikan nama folder itu.")
        return FolderRenamed(folder=folder, calon=mirip.pasti, langkah=step)
    kantor.record([kantor.event(JenisPeristiwa.FOLDER, None, dari=mirip.pasti, menjadi=folder)],
                  [rename_folder(mirip.pasti, folder)])
    return None


def _opened_inside(kantor: Kantor, folder: str, depth: int) -> Iterator[str]:
    """Yield the owner files below a folder: a program that saves what it has open there needs the name it knows."""
    try:
        entries = kantor.disk.look(kantor.akar / folder)
    except DiskFailed:
        return
    for seen in entries:
        name = seen.path.name
        if is_owner_file(name):
            yield f"{folder}/{name}"
        if seen.folder and depth < _DEEP:
            yield from _opened_inside(kantor, f"{folder}/{name}", depth + 1)


# gone


def _many_gone(kantor: Kantor, missing: Collection[str]) -> KinerjaError | None:
    """Why nothing is made now: most role folders vanished at once, and it is not long enough ago (custody fault 16)."""
    roles = [kantor.pengaturan.folder(pelaksana) for pelaksana in kantor.pengaturan.daftar_pelaksana]
    gone = [folder for folder in roles if folder in missing]
    many = 2 * len(gone) > len(roles)
    since = since_when(kantor, FOLDER, [FOLDER] if many else ()).get(FOLDER)
    if since is None or kantor.now() >= since + PATIENCE:
        return None
    return FoldersGone(jumlah=len(gone), semua=len(roles), sejak=moment(since), mulai=moment(since + PATIENCE))


def _make_again(kantor: Kantor, missing: Collection[str]) -> dict[str, KinerjaError]:
    trouble: dict[str, KinerjaError] = {}
    for folder in missing:
        try:
            ensure_folder(kantor.akar / folder, kantor.disk, kantor.akar)
        except (DiskFailed, OfficeError) as error:  # no right to the folder, or the share went away this instant
            trouble[folder] = error
    return trouble
