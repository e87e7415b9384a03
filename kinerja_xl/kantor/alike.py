"""Which strange folder is a missing folder of the office under another name."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import DiskFailed
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import is_hidden_folder
from kinerja_xl.routing.folders import OfficeFolders
from kinerja_xl.workbook.settings.settings_book import read_accepted_pengaturan

Tree = Mapping[str, frozenset[str]]
"""Every folder of an office (relative to the root) with the names of the folders in it."""
_ALIKE = 2  # so many of our folders inside make a strange one look like ours


@dataclass(frozen=True)
class Mirip:
    """Strange folders that look like a missing one; ``pasti`` is the one that it must be, None where that is open."""

    daftar: tuple[str, ...] = ()
    pasti: str | None = None


def make_tree(folders: OfficeFolders) -> Tree:
    """Return the folders that an office has by its settings."""
    tree: dict[str, set[str]] = {}
    for folder in map(PurePosixPath, folders.all_folders()):
        for inner in (folder, *folder.parents[:-1]):
            tree.setdefault(str(inner), set())
            if inner.parent.name:
                tree.setdefault(str(inner.parent), set()).add(inner.name)
    return {folder: frozenset(names) for folder, names in tree.items()}


def depth_of(folder: str) -> int:
    """Return how deep a folder of the office lies: 1 for a bidang, 2 for a role, 3 for its Masuk."""
    return len(PurePosixPath(folder).parts)


def find_alike(kantor: Kantor, tree: Tree, missing: Sequence[str]) -> dict[str, Mirip]:
    """Return for each missing folder of one depth the strange folders beside it that look like it.

    It must be the one whose folders inside are just those of the missing one, or whose name differs in capitals and
    blanks only; where two missing folders claim it, or the office itself once named it so, that stays open.
    """
    alike: dict[str, tuple[str, ...]] = {}
    sure: dict[str, list[str]] = {}
    former = _former_folders(kantor) if missing else frozenset[str]()
    for folder in missing:
        vocabulary = frozenset[str]().union(*(tree[other] for other in tree if depth_of(other) == depth_of(folder)))
        inside = {stranger: _names_inside(kantor, stranger) & vocabulary
                  for stranger in _strangers(kantor, tree, missing, str(PurePosixPath(folder).parent))}
        few = min(_ALIKE, len(tree[folder]))
        spelled = [s for s in inside if _plain(s) == _plain(folder)]
        similar = [s for s in inside if few and len(inside[s] & tree[folder]) >= few]
        alike[folder] = tuple(dict.fromkeys([*spelled, *similar]))
        exact = spelled or [s for s in similar if inside[s] == tree[folder]]
        sure[folder] = [s for s in exact if s not in former]
    claimed = [stranger for candidates in sure.values() for stranger in candidates]
    return {folder: Mirip(alike[folder], next((s for s in sure[folder] if len(sure[folder]) == claimed.count(s) == 1),
                                              None)) for folder in missing}


def _strangers(kantor: Kantor, tree: Tree, missing: Collection[str], parent: str) -> Iterator[str]:
    """Yield the folders beside ours that are not ours, whatever capitals the file system shows ours with."""
    ours = {_plain(folder) for folder in tree if str(PurePosixPath(folder).parent) == parent and folder not in missing}
    try:
        entries = kantor.disk.look(kantor.akar / parent)
    except DiskFailed:
        return
    for seen in entries:
        name = str(PurePosixPath(parent) / seen.path.name)
        if seen.folder and _plain(name) not in ours and not is_hidden_folder(seen.path.name):
            yield name


def _names_inside(kantor: Kantor, folder: str) -> frozenset[str]:
    try:
        return frozenset(seen.path.name for seen in kantor.disk.look(kantor.akar / folder) if seen.folder)
    except DiskFailed:
        return frozenset()


def _plain(folder: str) -> str:
    return " ".join(unicodedata.normalize("NFC", PurePosixPath(folder).name).split()).casefold()


def _former_folders(kantor: Kantor) -> frozenset[str]:
    """The folders that the office had under any settings: one that stands there still is what it says."""
    former: set[str] = set()
    for row in kantor.daftar_peristiwa:
        if row.jenis is JenisPeristiwa.PENGATURAN:
            read, _ = read_accepted_pengaturan(kantor.disk.read_store(str(row.isi["sha256"])), "Pengaturan.xlsx")
            former |= make_tree(OfficeFolders(kantor.akar, read)).keys()
    return frozenset(former)
