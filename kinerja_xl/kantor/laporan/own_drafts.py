"""Drafts that the planner completed in Perencanaan/Laporan: found there, proven, and made final."""

from __future__ import annotations

import hashlib
from itertools import count

from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import SeveralDrafts, WorkbookUnsafe
from kinerja_xl.kantor.laporan.refreshing import finish_proven
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.proof.archived_office import archived_office
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.folders import LAPORAN
from kinerja_xl.routing.limits.preflight import MAX_BYTES, TOO_LARGE, preflight_draft


def completed_draft(kantor: Kantor, nama: str) -> bytes | None:
    """Return the draft of that name in Perencanaan/Laporan that a person changed, None where there is none.

    SeveralDrafts where there are more; WorkbookError kinds where it is no document that may be kept.
    """
    known = {str(p.isi["sha256"]) for p in kantor.daftar_peristiwa if p.jenis is JenisPeristiwa.DOKUMEN}
    changed: dict[str, bytes] = {}
    for number in count(1):
        name = numbered(nama, number)
        seen = kantor.disk.see(kantor.akar / LAPORAN / name)
        if seen is None:
            break
        if seen.size > MAX_BYTES:
            raise WorkbookUnsafe(berkas=f"{LAPORAN}/{name}", sebab=TOO_LARGE)
        data = kantor.disk.read(seen.path)
        if data is not None and hashlib.sha256(data).hexdigest() not in known:
            changed[name] = data
    if len(changed) > 1:
        raise SeveralDrafts(folder=LAPORAN, daftar=", ".join(changed))
    for name, data in changed.items():
        preflight_draft(data, f"{LAPORAN}/{name}")
        return data
    return None


def finish_draft(kantor: Kantor, data: bytes, nama: str) -> bytes:
    """Return a person's draft without DRAF, its figures proven from what was published.

    Raises ReportIncomplete while a placeholder stands, FiguresWrong while a figure does not lead to its source.
    """
    with archived_office(kantor.akar, kantor.now) as published:
        return finish_proven(published, data, nama)
