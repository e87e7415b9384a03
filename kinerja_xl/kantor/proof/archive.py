"""What the archive must hold: every content that an event names, and where it was placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from kinerja_xl.domain.naskah.dokumen import TAHUNAN, TAHUNAN_FINAL
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Keadaan, Peristiwa, advance
from kinerja_xl.kantor.documents.pdf import PDF
from kinerja_xl.kantor.material.quarter import TRIWULAN
from kinerja_xl.kantor.worksheets.evidence import evidence_list
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.folders import (
    PERENCANAAN_FOLDER,
    archive_folder,
    archive_name,
    archive_of_year,
    archived_plan,
    archived_settings,
    unsent_name,
)

Tempat = tuple[str, str]
"""A folder relative to the root, and a file name."""


@dataclass(frozen=True)
class FileArsip:
    """A file of the archive: where it stands, its content, and the event that brought it there."""

    jalur: str
    sha256: str
    nomor: int
    tempat: Tempat  # where it was to stand; a taken name got a number


def archived_files(daftar_peristiwa: Iterable[Peristiwa]) -> tuple[FileArsip, ...]:
    """Return what the archive holds after these events, each content once per name."""
    found: dict[str, FileArsip] = {}
    for (folder, name), sha256, nomor in _placed(daftar_peristiwa):
        for number in count(1):
            jalur = f"{folder}/{numbered(name, number)}"
            known = found.setdefault(jalur, FileArsip(jalur, sha256, nomor, (folder, name)))
            if known.sha256 == sha256:
                break
    return tuple(found.values())


def _placed(daftar_peristiwa: Iterable[Peristiwa]) -> Iterator[tuple[Tempat, str, int]]:
    states: dict[str, Keadaan] = {}
    issued: set[str] = set()
    for event in daftar_peristiwa:
        advance(states, event)
        isi, state = event.isi, states.get(event.berkas or "")
        if event.jenis is JenisPeristiwa.PENGATURAN:
            yield archived_settings(_int(isi["versi"])), str(isi["sha256"]), event.nomor
        elif event.jenis is JenisPeristiwa.RENCANA:
            yield archived_plan(_int(isi["tahun"]), _int(isi["versi"])), str(isi["sha256"]), event.nomor
        elif event.jenis in (JenisPeristiwa.DOKUMEN, JenisPeristiwa.NASKAH):
            folder = _paper_folder(event, state)
            if folder:  # a scan has a name of its own in the archive
                yield (folder, str(isi.get("arsip", isi["nama"]))), str(isi["sha256"]), event.nomor
        elif event.jenis is JenisPeristiwa.BUKTI:
            yield from (((str(row["arsip"]), str(row["nama"])), str(row["sha256"]), event.nomor)
                        for row in evidence_list(event))
        elif state:
            yield from ((tempat, sha256, event.nomor) for tempat, sha256 in _worksheets(event, state, issued))


def _worksheets(event: Peristiwa, state: Keadaan, issued: set[str]) -> Iterator[tuple[Tempat, str]]:
    """What an event archives of a berkas; ``issued`` are those whose next delivery is an issue, and so a version."""
    if event.jenis is JenisPeristiwa.TINDAKAN:
        yield _version(state), str(event.isi["sha256_diterima"])
    elif event.jenis in (JenisPeristiwa.TERBIT, JenisPeristiwa.TERBIT_ULANG):
        issued.add(state.berkas)
        yield from ((_unsent(state), sha256) for sha256 in _list(event.isi.get("isian")))
    elif event.jenis is JenisPeristiwa.DIKIRIM and state.berkas in issued:
        issued.remove(state.berkas)
        yield _version(state), str(event.isi["sha256_dikirim"])


def _version(state: Keadaan) -> Tempat:
    return (archive_folder(state.periode, state.bidang),
            archive_name(state.periode, state.bidang, state.sub_bidang, state.versi))


def _unsent(state: Keadaan) -> Tempat:
    """Where the holder's work lies that an issue replaced: it was filled in the version before."""
    return (archive_folder(state.periode, state.bidang),
            unsent_name(state.periode, state.bidang, state.sub_bidang, state.versi - 1))


def _list(isi: Json) -> list[str]:
    return [str(item) for item in isi] if isinstance(isi, list) else []


def _paper_folder(event: Peristiwa, state: Keadaan | None) -> str | None:
    """A bidang's paper lies beside its worksheets; of the office's only what is final is archived."""
    if state:
        return archive_folder(state.periode, state.bidang)
    if event.isi["dokumen"] in (TRIWULAN, TAHUNAN, PDF) or event.isi.get("final") is False:
        return None
    if event.isi["dokumen"] == TAHUNAN_FINAL:
        return archive_of_year(_int(event.isi["untuk"]))
    return archive_folder(Periode.from_label(str(event.isi["untuk"])), PERENCANAAN_FOLDER)


def _int(isi: object) -> int:
    return int(str(isi))
