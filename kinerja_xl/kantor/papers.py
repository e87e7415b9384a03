"""Papers: the Word documents that acts owe, and those that a command asks for.

What is owed is derived: an act whose paper has no ``dokumen`` row, a berkas that ended after the last Laporan Triwulan.
So a crash between a worksheet and its paper only delays the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.errors import NothingToReport, UnknownOption
from kinerja_xl.kantor.checking import read_file
from kinerja_xl.kantor.documents.act_papers import (
    DAFTAR_NASKAH,
    NaskahTindakan,
    acts_of,
    make_paper,
    owed_papers,
    paper_name,
    papers_of,
    put_paper,
)
from kinerja_xl.kantor.documents.drafts import make_draft
from kinerja_xl.kantor.documents.pdf import print_paper, put_pdf
from kinerja_xl.kantor.documents.quarter_forms import DAFTAR_FORM, make_form, put_form
from kinerja_xl.kantor.laporan.quarter_papers import make_quarter, owed_quarters, put_quarter
from kinerja_xl.kantor.laporan.year_papers import Naskah, make_year, owed_years, put_year
from kinerja_xl.kantor.material.quarter import TRIWULAN
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.output import write_new


@dataclass(frozen=True)
class Permintaan:
    """Which documents a command asks for; ``bidang`` and ``langkah`` None = all of them."""

    jenis: str
    periode: Periode
    bidang: str | None = None
    langkah: int | None = None
    final: bool = False
    pdf: bool = False  # its print beside it
    isian: Path | None = None  # the worksheet that a draft is made from, as if its holder had sent it


def write_owed_papers(kantor: Kantor) -> int:
    """Write every paper that is owed; return how many. A disk that fails leaves the rest for the next pass."""
    papers, quarters, years = owed_papers(kantor), owed_quarters(kantor), owed_years(kantor)
    for naskah, act in papers:
        put_paper(kantor, naskah, act)
    for periode in quarters:
        put_quarter(kantor, periode, final=False)
    for tahun in years:  # without a print: a pass must not keep the worksheets waiting
        put_year(kantor, tahun, final=False, cetak=False)
    return len(papers) + len(quarters) + len(years)


def put_papers(kantor: Kantor, permintaan: Permintaan) -> tuple[str, ...]:
    """Write what a command asks for into the office's own folders; return the paths relative to the root.

    Raises UnknownOption, NothingToReport or ReportIncomplete; a file that a person wrote or changed is not replaced.
    """
    _check_bidang(kantor, permintaan)
    if permintaan.jenis == TAHUNAN:
        path, pdf = put_year(kantor, permintaan.periode.tahun, permintaan.final)
        return (path, *put_pdf(kantor, path, pdf)) if permintaan.pdf else (path,)
    paths = _put_quarterly(kantor, permintaan)
    return (*paths, *(pdf for path in paths for pdf in put_pdf(kantor, path))) if permintaan.pdf else paths


def _put_quarterly(kantor: Kantor, permintaan: Permintaan) -> tuple[str, ...]:
    if permintaan.jenis == TRIWULAN:
        return (put_quarter(kantor, permintaan.periode, permintaan.final),)
    if permintaan.jenis in DAFTAR_FORM:
        return (put_form(kantor, permintaan.jenis, permintaan.periode),)
    return tuple(put_paper(kantor, naskah, act) for naskah, act in _asked(kantor, permintaan))


def save_papers(kantor: Kantor, permintaan: Permintaan, keluaran: Path) -> tuple[Path, ...]:
    """Write what a command asks for as ``keluaran``, or into it where it is a folder or several are asked for.

    Raises as ``put_papers``, OutputExists and OutputFolderMissing; nothing in the office changes.
    """
    _check_bidang(kantor, permintaan)
    papers = _make_papers(kantor, permintaan)
    inside = keluaran.is_dir() or len(papers) > 1
    written: list[Path] = []
    for name, data, pdf in papers:
        written.append(write_new(keluaran / name if inside else keluaran, data))
        printed = (pdf or print_paper(data, name)) if permintaan.pdf else None
        if printed:
            written.append(write_new(written[-1].with_suffix(".pdf"), printed))
    return tuple(written)


def _make_papers(kantor: Kantor, permintaan: Permintaan) -> list[Naskah]:
    """Name and content of each paper that is asked for, and its PDF where one was printed for its contents."""
    if permintaan.isian is not None:
        return [(*make_draft(kantor, permintaan.jenis, read_file(permintaan.isian), permintaan.isian.name), None)]
    if permintaan.jenis == TAHUNAN:
        return [make_year(kantor, permintaan.periode.tahun, permintaan.final)]
    if permintaan.jenis == TRIWULAN:
        return [(*make_quarter(kantor, permintaan.periode, permintaan.final), None)]
    if permintaan.jenis in DAFTAR_FORM:
        return [(*make_form(kantor, permintaan.jenis, permintaan.periode), None)]
    return [(paper_name(kantor, naskah, act), make_paper(kantor, naskah, act), None)
            for naskah, act in _asked(kantor, permintaan)]


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
