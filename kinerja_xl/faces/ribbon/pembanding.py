"""The last accepted version of a berkas in the archive, against which a role's changes are judged."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import KinerjaError
from kinerja_xl.faces.ribbon.salin import read_limited
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.folders import archive_folder, archive_name
from kinerja_xl.routing.limits.preflight import MAX_BYTES, preflight
from kinerja_xl.workbook import names
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS, lembar_kerja_of
from kinerja_xl.workbook.read_book import read_book


def last_accepted(akar: Path, identitas: Identitas) -> LembarKerja | None:
    """Return the version that a worksheet says it is, as archived; None where it is not in reach.

    What the worksheet says is a claim that only the service can prove: it judges again, by its ledger.
    """
    place = archived_place(identitas)
    if place is None:
        return None
    folder, name = place
    try:
        data = _content(akar, folder, name, identitas)
        if data is None:
            return None
        preflight(data, name)
        book = read_book(data, name, SHEETS)
        return lembar_kerja_of(book) if names.DISPOSISI in book.grids else None
    except (KinerjaError, OSError):  # no rights there, a broken file: then it is not in reach
        return None


def archived_place(identitas: Identitas) -> tuple[str, str] | None:
    """Return folder (below the root) and name of the archived version; None where the identity names no such file."""
    tahun, triwulan, versi = identitas.tahun, identitas.triwulan, identitas.versi
    if not identitas.bidang or not tahun or not versi or triwulan not in (1, 2, 3, 4):
        return None
    if any(Path(part).name != part or part.startswith(".") for part in (identitas.bidang, identitas.sub_bidang or "x")):
        return None  # such a name leads elsewhere, and is no short name of ours
    periode = Periode(tahun, triwulan)
    return (archive_folder(periode, identitas.bidang),
            archive_name(periode, identitas.bidang, identitas.sub_bidang, versi))


def _content(akar: Path, folder: str, name: str, identitas: Identitas) -> bytes | None:
    """The published rows are asked only where more than one file could be meant: their chain is proven row by row."""
    path = akar / folder / name
    if not path.is_file():
        return None
    if not path.with_name(numbered(name, 2)).is_file():
        return read_limited(path, MAX_BYTES)
    from kinerja_xl.domain.sop.versi_diterima import state_at_version
    from kinerja_xl.faces.ribbon.arsip import find_archived
    from kinerja_xl.routing.ledger.published import published_events

    state = state_at_version(published_events(akar), (identitas.berkas or "").upper(), identitas.versi or 0)
    return find_archived(akar, folder, name, state.sha256_diterima) if state else None
