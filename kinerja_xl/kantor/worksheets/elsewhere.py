"""Where a worksheet lies that is not with its holder: looked for in the whole office, only when one is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.errors import DiskFailed, WorkbookError
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.reader.reading import read_worksheet
from kinerja_xl.routing.limits.preflight import MAX_BYTES
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.settle import look_inside

_ARCHIVE = "Arsip"
_DEEPEST = 12  # folders; deeper than any path that the office's limit allows
Pengenal = tuple[str, int | None]
"""The berkas and versi that a worksheet claims."""


class Searcher:
    """Looks for worksheets outside the folders where they belong; remembers what each file is while it is unchanged."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Seen, Pengenal | None]] = {}

    def find(self, kantor: Kantor, wanted: Mapping[str, Keadaan]) -> dict[str, tuple[str, ...]]:
        """Return the paths (relative to the root) where the present versi of each wanted berkas lies, none left out.

        The archive and recycle bins are not looked into: what lies there cannot be worked on.
        """
        found: dict[str, list[str]] = {}
        known: dict[Path, tuple[Seen, Pengenal | None]] = {}
        for seen in _workbooks(kantor, kantor.akar, 0):
            before = self._known.get(seen.path)
            known[seen.path] = before if before and before[0] == seen else (seen, _identify(kantor, seen))
            pengenal = known[seen.path][1]
            if pengenal and pengenal[0] in wanted and pengenal[1] == wanted[pengenal[0]].versi:
                found.setdefault(pengenal[0], []).append(seen.path.relative_to(kantor.akar).as_posix())
        self._known = known
        return {berkas: tuple(paths) for berkas, paths in found.items()}


def _workbooks(kantor: Kantor, folder: Path, depth: int) -> Iterator[Seen]:
    try:
        inside = look_inside(kantor.disk, folder)
    except DiskFailed:  # a folder that the service may not look into is told where it is served
        return
    yield from (candidate.seen for candidate in inside.candidates
                if candidate.path.suffix.lower() == ".xlsx" and candidate.seen.size <= MAX_BYTES)
    for path in inside.folders:
        if depth < _DEEPEST and path != kantor.akar / _ARCHIVE:
            yield from _workbooks(kantor, path, depth + 1)


def _identify(kantor: Kantor, seen: Seen) -> Pengenal | None:
    """What a workbook claims to be; None for one that is no worksheet of ours or cannot be read now."""
    try:
        data = kantor.disk.read(seen.path)
        if data is None:
            return None
        identitas = read_worksheet(data, seen.path.name).identitas
    except (DiskFailed, WorkbookError):
        return None
    return (identitas.berkas or "").strip().upper(), identitas.versi
