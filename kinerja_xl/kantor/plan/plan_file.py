"""The plan workbook in Perencanaan: whether it is still as the service wrote or took it, and how it is replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.folders import PERENCANAAN_FOLDER, plan_name
from kinerja_xl.routing.limits.preflight import MAX_BYTES
from kinerja_xl.routing.settle import find_candidates
from kinerja_xl.routing.steps import Step, place, remove

RENCANA_MULAI = "rencana"
"""Key of the content of the plan workbook that ``mulai`` made, among the facts of its row."""


@dataclass(frozen=True)
class FilePlan:
    """The workbook as it stands there: ``sha256`` empty where there is none, ``dikenal`` = no person changed it."""

    sha256: str = ""
    dikenal: bool = False
    dibuka_oleh: str = ""


def look_at_plan(kantor: Kantor, tahun: int) -> FilePlan:
    """Return what stands as ``Perencanaan/Rencana Aksi <tahun>.xlsx``; DiskFailed where the folder cannot be read."""
    name = plan_name(tahun)
    path = kantor.akar / PERENCANAAN_FOLDER / name
    seen = kantor.disk.see(path)
    if seen is None:
        return FilePlan()
    data = kantor.disk.read(path) if seen.regular and seen.size <= MAX_BYTES else None
    sha256 = hashlib.sha256(data).hexdigest() if data is not None else "-"
    owner = next((c.dibuka_oleh for c in find_candidates(kantor.disk, path.parent) if c.path.name == name), None)
    return FilePlan(sha256, sha256 in set(_own_contents(kantor, tahun)), owner or "")


def replacing_steps(old: FilePlan, tahun: int, sha256: str) -> list[Step]:
    """Return the steps that put a content of the store there instead of a known one; what changed since stays."""
    if old.sha256 == sha256:
        return []
    gone = [remove(f"{PERENCANAAN_FOLDER}/{plan_name(tahun)}", old.sha256)] if old.sha256 else []
    return [*gone, place(sha256, PERENCANAAN_FOLDER, plan_name(tahun))]


def _own_contents(kantor: Kantor, tahun: int) -> Iterator[str]:
    """Every content of a year's plan workbook that the service made, or took and archived."""
    for row in kantor.daftar_peristiwa:
        if row.jenis is JenisPeristiwa.MULAI and row.isi["tahun"] == tahun:
            yield str(row.isi.get(RENCANA_MULAI))
        elif row.jenis in (JenisPeristiwa.RENCANA, JenisPeristiwa.RENCANA_DISIAPKAN) and row.isi["tahun"] == tahun:
            yield str(row.isi["sha256"])
