"""Earlier editions of a paper: taken away where their bytes are the service's own, also under a numbered name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.steps import Step, remove


def take_away(kantor: Kantor, folder: str, edition: Peristiwa | None) -> Iterator[Step]:
    """Yield the steps that remove an edition from a folder; a file that a person changed stays there.

    Where a person had changed the edition before it, this one stands as ``<name> (2).docx`` and the like.
    """
    if edition is None:
        return
    for number in count(1):
        path = f"{folder}/{numbered(str(edition.isi['nama']), number)}"
        if kantor.disk.see(kantor.akar / path) is None:
            return
        yield remove(path, str(edition.isi["sha256"]))
