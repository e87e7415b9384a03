"""A report that the planner wrote in, brought up to date from the archive, or made final: ``--perbarui``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sumber import AsalDokumen
from kinerja_xl.errors import DocumentOther, FiguresWrong, ReportIncomplete
from kinerja_xl.kantor.checking import read_file
from kinerja_xl.kantor.office import Clock
from kinerja_xl.kantor.output import write_new
from kinerja_xl.kantor.proof.archived_office import KantorArsip, archived_office
from kinerja_xl.kantor.proof.prove import check_origin, open_document, prove_content
from kinerja_xl.kantor.proof.regenerate import regenerate
from kinerja_xl.reports.compare.read_document import read_document
from kinerja_xl.reports.refresh.refresh import Pembaruan, refresh_document
from kinerja_xl.reports.word.finish import find_placeholders, finish_document
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.limits.preflight import preflight_draft

_TOLD = 5  # placeholders or figures named in a refusal


@dataclass(frozen=True)
class HasilPembaruan:
    """Where a refreshed document was written, and what was renewed in it."""

    jalur: Path
    pembaruan: Pembaruan


def refresh_paper(path: Path, akar: Path, clock: Clock, jenis: str, periode: Periode, *, final: bool,
                  keluaran: Path | None) -> HasilPembaruan:
    """Write a person's report anew with the figures of today beside the old one, or as ``keluaran``.

    Nothing is ever overwritten. Raises as ``prove_document``, DocumentOther where the document is of another kind or
    period, OutputExists and OutputFolderMissing; with ``final`` ReportIncomplete and FiguresWrong.
    """
    data = read_file(path)
    preflight_draft(data, path.name)
    dokumen, daftar = open_document(data, path.name)
    asal = check_origin(daftar, akar, path.name)
    _check_kind(asal, jenis, periode, path.name)
    with archived_office(akar, clock) as kantor:
        lama = read_document(regenerate(kantor, asal, path.name))
        baru = read_document(regenerate(kantor, _now(kantor, asal), path.name))
        refreshed, hasil = refresh_document(dokumen, lama, baru)
        if final:
            refreshed = finish_proven(kantor, refreshed, path.name)
    target = _free_path(path, final=final) if keluaran is None else keluaran
    return HasilPembaruan(write_new(target, refreshed), hasil)


def _now(kantor: KantorArsip, asal: AsalDokumen) -> AsalDokumen:
    return replace(asal, peristiwa=kantor.daftar_peristiwa[-1].nomor, hari=kantor.now().date())


def _check_kind(asal: AsalDokumen, jenis: str, periode: Periode, nama: str) -> None:
    untuk = str(periode.tahun) if jenis == TAHUNAN else periode.label
    if (asal.jenis, asal.untuk) != (jenis, untuk):
        raise DocumentOther(berkas=nama, isinya=f"{asal.jenis} {asal.untuk}", diminta=f"{jenis} {untuk}")


def finish_proven(kantor: KantorArsip, data: bytes, nama: str) -> bytes:
    """Return a person's draft without DRAF; ReportIncomplete or FiguresWrong while something in it is not right."""
    check_complete(nama, find_placeholders(data))
    hasil = prove_content(kantor, data, nama)
    if hasil.daftar_masalah:
        raise FiguresWrong(dokumen=nama, rincian=_some([
            f"{one.jenis} ({', '.join(filter(None, (one.tempat.tabel or one.tempat.bab, one.tertulis)))})"
            for one in hasil.daftar_masalah]))
    return finish_document(data)


def check_complete(nama: str, kekosongan: Sequence[str]) -> None:
    """Raise ReportIncomplete with the first placeholders where there are any."""
    if kekosongan:
        raise ReportIncomplete(dokumen=nama, rincian=_some(kekosongan))


def _some(daftar: Sequence[str]) -> str:
    more = f" dan {len(daftar) - _TOLD} lainnya" if len(daftar) > _TOLD else ""
    return "; ".join(daftar[:_TOLD]) + more


def _free_path(path: Path, *, final: bool) -> Path:
    """A name beside the document that nothing has: ``Laporan ... DRAF (2).docx``, without DRAF for a final one."""
    name = path.name.replace(" DRAF", "") if final else path.name
    return next(free for number in count(1) if not (free := path.with_name(numbered(name, number))).exists())
