"""Evidence: looked at where its indicators' folders lie, copied into the archive with the act that hands it in.

Nothing is moved, nothing is opened or run, links are not followed (custody.md fault 18).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kinerja_xl.domain.lembar.bukti_diserahkan import BerkasBukti, BuktiDukung
from kinerja_xl.domain.lembar.bukti_dukung import MAX_BUKTI, check_evidence, find_evidence_folder
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, LembarKerja
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Keadaan, Peristiwa
from kinerja_xl.domain.sop.sop import MENGISI_DATA, find_kegiatan
from kinerja_xl.errors import EvidenceRefused
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import is_hidden_folder, is_ignored, shortened
from kinerja_xl.routing.folders import BUKTI_DUKUNG, PATH_LIMIT, archive_folder, counted_length
from kinerja_xl.routing.kode import TAIL
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.planning.facts import Fakta
from kinerja_xl.routing.settle import Candidate
from kinerja_xl.routing.steps import Step, keep

MAX_FILES = 100
"""So many files of one indicator are taken; who has more puts them into one document."""
_DEEP = 2  # folders inside an indicator's own into which people may have sorted
_ROOM = len(f" (99){TAIL}")


def hands_in_evidence(fakta: Fakta, state: Keadaan) -> bool:
    """Whether putting this file here hands in data, and with it the evidence."""
    kegiatan = find_kegiatan(state.status, fakta.pelaksana.peran, fakta.jalan)
    return kegiatan is not None and kegiatan.tindakan in MENGISI_DATA and fakta.pelaksana == state.pemegang


def look_at_evidence(kantor: Kantor, state: Keadaan, sheet: LembarKerja) -> BuktiDukung | None:
    """Return the evidence of a berkas, its contents in the store; None while a file is still being copied.

    Raises DiskFailed where a folder or file cannot be read now: the act waits, and it is told.
    """
    folder = kantor.folders.bukti_dukung(state.bidang, state.periode)
    found = [(kode, seen) for kode in sheet.baris(INDIKATOR) for seen in _files_of(kantor, folder, kode)]
    if not kantor.custody.has_settled(state.berkas, [Candidate(seen) for _, seen in found]):
        return None
    taken: list[BerkasBukti] = []
    for kode, seen in found:
        one = _take(kantor, kode, seen, sum(b.kode == kode for b in taken))
        if one is None:
            kantor.custody.look_again()
            return None
        taken.append(one)
    return BuktiDukung(folder, tuple(taken), handed_in(kantor.about(state.berkas), state.berkas))


def evidence_rows(kantor: Kantor, state: Keadaan, act: Peristiwa,
                  bukti: BuktiDukung | None) -> tuple[list[Peristiwa], list[Step]]:
    """Return the row and the steps that archive the evidence with the act that handed it in; none where it has none."""
    files = [berkas for berkas in bukti.daftar if berkas.sha256] if bukti else []
    if bukti is None or not (files or bukti.diserahkan):
        return [], []
    rows: list[Json] = []
    steps = []
    for berkas in files:
        own = berkas.folder.removeprefix(f"{bukti.folder}/").partition("/")[0]  # what was sorted inside it comes along
        folder = f"{archive_folder(state.periode, state.bidang)}/{BUKTI_DUKUNG}/{own}"
        nama = shortened(berkas.nama, PATH_LIMIT - counted_length(kantor.akar / folder) - 1 - _ROOM)
        rows.append({"kode": berkas.kode, "jalur": berkas.jalur, "sha256": berkas.sha256, "ukuran": berkas.ukuran,
                     "arsip": folder, "nama": nama})
        steps.append(keep(berkas.sha256, folder, nama))
    return [kantor.event(JenisPeristiwa.BUKTI, state.berkas, untuk=act.nomor, daftar=rows)], steps


def handed_in(daftar_peristiwa: Sequence[Peristiwa], berkas: str) -> dict[str, str]:
    """Return the sha256 of each evidence file that was handed in last for a berkas, by its path; {} before that."""
    last = next((p for p in reversed(daftar_peristiwa) if p.jenis is JenisPeristiwa.BUKTI and p.berkas == berkas), None)
    return {str(row["jalur"]): str(row["sha256"]) for row in evidence_list(last)} if last else {}


def evidence_list(row: Peristiwa) -> list[dict[str, Json]]:
    """Return what a row of evidence lists, one entry per file."""
    found = row.isi["daftar"]
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _files_of(kantor: Kantor, folder: str, kode: str) -> Iterator[Seen]:
    """The files of one indicator, links and what programs leave behind left out."""
    disk, root = kantor.disk, kantor.akar
    above = [root / part for part in (folder.partition("/")[0], folder.rpartition("/")[0], folder)]
    if not all((seen := disk.see(path)) and seen.folder for path in above):
        return  # not there, or a link to somewhere else
    inside = {seen.path.name: seen for seen in disk.look(root / folder) if seen.folder}
    name = find_evidence_folder(kode, inside)
    if name is not None:
        yield from _below(kantor, inside[name].path, 0)


def _below(kantor: Kantor, folder: Path, depth: int) -> Iterator[Seen]:
    entries = kantor.disk.look(folder)
    yield from (seen for seen in entries if seen.regular and not is_ignored(seen.path.name))
    for seen in entries:
        if seen.folder and depth < _DEEP and not is_hidden_folder(seen.path.name):
            yield from _below(kantor, seen.path, depth + 1)


def _take(kantor: Kantor, kode: str, seen: Seen, before: int) -> BerkasBukti | None:
    """One file: its content in the store, or why it is none; None where it changed this instant."""
    jalur = seen.path.relative_to(kantor.akar).as_posix()
    if before >= MAX_FILES:
        return BerkasBukti(kode, jalur, sebab=f"sudah ada {MAX_FILES} berkas untuk indikator ini")
    try:
        check_evidence(seen.path.name, min(seen.size, MAX_BUKTI + 1), kantor.disk.read_start(seen.path, 8))
    except EvidenceRefused as error:
        return BerkasBukti(kode, jalur, sebab=str(error.fakta["sebab"]))
    staged = kantor.disk.stage(seen)
    return BerkasBukti(kode, jalur, staged.sha256, staged.size) if staged else None
