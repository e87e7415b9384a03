"""Tenggat.ics: the deadlines of each role, and of the whole office for Kasubag Perencanaan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kinerja_xl.domain.pengingat.acara import Acara, acara_berkas, acara_tahunan, acara_triwulan
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.sop.deadlines import annual_day
from kinerja_xl.kantor.board.own_files import Isi, isi_of
from kinerja_xl.kantor.board.tasks import planned_quarters
from kinerja_xl.kantor.material.year import find_closing
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.reports.tenggat_ics import write_tenggat


def calendar_files(kantor: Kantor) -> dict[str, Isi]:
    """Return the calendar of each role by its path; entries of last year and this one."""
    judul = f"Tenggat Kinerja {kantor.pengaturan.instansi.nama}"
    own: dict[Pelaksana, list[Acara]] = {role: [] for role in kantor.pengaturan.daftar_pelaksana}
    for acara in _entries(kantor):
        for role in {acara.pelaksana, PERENCANAAN} & own.keys() if acara.pelaksana else own:
            own[role].append(acara)
    return {kantor.folders.tenggat(role): isi_of((judul, entries),
                                                 partial(write_tenggat, judul, kantor.office_id, entries))
            for role, entries in own.items()}


def _entries(kantor: Kantor) -> Iterator[Acara]:
    settings = _last(kantor, JenisPeristiwa.PENGATURAN)
    for periode in planned_quarters(kantor):
        if kantor.find_rencana(periode):
            yield from acara_triwulan(periode, settings.nomor, settings.waktu, kantor.pengaturan)
    last = _last_rows(kantor)
    years = {periode.tahun for periode in planned_quarters(kantor)}
    shown = [state for state in kantor.keadaan.values() if state.periode.tahun in years]
    for state in shown:
        row = max(last[state.berkas], settings, key=lambda p: p.nomor)
        yield from acara_berkas(state, row.nomor, row.waktu, kantor.pengaturan)
    for tahun in sorted({state.periode.tahun for state in shown}):
        if annual_day(tahun, kantor.pengaturan).year <= kantor.now().year:
            closing = find_closing(kantor, tahun)
            row = closing or settings
            yield acara_tahunan(tahun, row.nomor, row.waktu, closing is not None, kantor.pengaturan)


def _last_rows(kantor: Kantor) -> dict[str, Peristiwa]:
    """The last row that moved each berkas, or issued it."""
    kinds = (JenisPeristiwa.TERBIT, JenisPeristiwa.TINDAKAN)
    return {row.berkas: row for row in kantor.daftar_peristiwa if row.berkas and row.jenis in kinds}


def _last(kantor: Kantor, jenis: JenisPeristiwa) -> Peristiwa:
    return next(row for row in reversed(kantor.daftar_peristiwa) if row.jenis is jenis)
