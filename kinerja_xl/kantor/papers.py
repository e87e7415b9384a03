"""Papers: the Word documents that acts owe, and those that a command asks for.

What is owed is derived: an act whose paper has no ``dokumen`` row, a berkas that ended after the last Laporan Triwulan.
So a crash between a worksheet and its paper only delays the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.acts import Peristiwa
from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import NothingToReport, OutputExists, OutputFolderMissing, UnknownOption
from kinerja_xl.kantor.act_papers import (
    DAFTAR_NASKAH,
    NaskahTindakan,
    acts_of,
    make_paper,
    owed_papers,
    paper_name,
    papers_of,
    put_paper,
)
from kinerja_xl.kantor.checking import read_file
from kinerja_xl.kantor.drafts import make_draft
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.quarter import TRIWULAN
from kinerja_xl.kantor.quarter_papers import make_quarter, owed_quarters, put_quarter


@dataclass(frozen=True)
class Permintaan:
    """Which documents a command asks for; ``bidang`` and ``langkah`` None = all of them."""

    jenis: str
    periode: Periode
    bidang: str | None = None
    langkah: int | None = None
    final: bool = False
    isian: Path | None = None  # the worksheet that a draft is made from, as if its holder had sent it


def write_owed_papers(kantor: Kantor) -> int:
    """Write every paper that is owed; return how many. A disk that fails leaves the rest for the next pass."""
    papers, quarters = owed_papers(kantor), owed_quarters(kantor)
    for naskah, act in papers:
        put_paper(kantor, naskah, act)
    for periode in quarters:
        put_quarter(kantor, periode, final=False)
    return len(papers) + len(quarters)


def put_papers(kantor: Kantor, permintaan: Permintaan) -> tuple[str, ...]:
    """Write what a command asks for into the office's own folders; return the paths relative to the root.

    Raises UnknownOption, NothingToReport or ReportIncomplete; a file that a person wrote or changed is not replaced.
    """
    _check_bidang(kantor, permintaan)
    if permintaan.jenis == TRIWULAN:
        return (put_quarter(kantor, permintaan.periode, permintaan.final),)
    return tuple(put_paper(kantor, naskah, act) for naskah, act in _asked(kantor, permintaan))


def save_papers(kantor: Kantor, permintaan: Permintaan, keluaran: Path) -> tuple[Path, ...]:
    """Write what a command asks for as ``keluaran``, or into it where it is a folder or several are asked for.

    Raises as ``put_papers``, OutputExists and OutputFolderMissing; nothing in the office changes.
    """
    _check_bidang(kantor, permintaan)
    if permintaan.isian is not None:
        papers = [make_draft(kantor, permintaan.jenis, read_file(permintaan.isian), permintaan.isian.name)]
    elif permintaan.jenis == TRIWULAN:
        papers = [make_quarter(kantor, permintaan.periode, permintaan.final)]
    else:
        papers = [(paper_name(kantor, naskah, act), make_paper(kantor, naskah, act))
                  for naskah, act in _asked(kantor, permintaan)]
    inside = keluaran.is_dir() or len(papers) > 1
    return tuple(_write_new(keluaran / name if inside else keluaran, data) for name, data in papers)


def _check_bidang(kantor: Kantor, permintaan: Permintaan) -> None:
    if permintaan.bidang not in (None, *(bidang.singkatan for bidang in kantor.pengaturan.daftar_bidang)):
        raise UnknownOption(nama="Bidang", nilai=permintaan.bidang)


def _asked(kantor: Kantor, permintaan: Permintaan) -> list[tuple[NaskahTindakan, Peristiwa]]:
    """The latest act for each paper that the request names; NothingToReport where there is none."""
    (naskah,) = (naskah for naskah in DAFTAR_NASKAH if naskah.dokumen == permintaan.jenis)

    def is_asked(act: Peristiwa) -> bool:
        state = kantor.state_of(str(act.berkas))
        return (state.periode == permintaan.periode and permintaan.bidang in (None, state.bidang)
                and permintaan.langkah in (None, act.isi["kegiatan"]) and naskah in papers_of(act))

    latest = {paper_name(kantor, naskah, act): act for act in acts_of(kantor) if is_asked(act)}
    if not latest:
        raise NothingToReport(dokumen=f"{naskah.judul} {permintaan.periode.label}")
    return [(naskah, act) for act in latest.values()]


def _write_new(path: Path, data: bytes) -> Path:
    if not path.parent.is_dir():
        raise OutputFolderMissing(folder=path.parent)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise OutputExists(jalur=path) from None
    return path
