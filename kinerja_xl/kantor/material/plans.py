"""Which version of the plan the berkas of a quarter stand on, and the plan that its reports are made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana.perubahan_rencana import compare_rencana
from kinerja_xl.domain.rencana.versi_rencana import with_reasons
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Keadaan
from kinerja_xl.domain.sop.sop import DISETUJUI, TERBUKA, Status
from kinerja_xl.kantor.material.cited import cited_plans
from kinerja_xl.kantor.office import Kantor

Unit = tuple[str, str | None]
_Row = TypeVar("_Row", Indikator, SubKegiatan)


def unit_plan(kantor: Kantor, keadaan: Keadaan) -> RencanaAksi:
    """Return the part of the plan that a berkas stands on, as its worksheet carries it."""
    plan = kantor.rencana_versi(keadaan.periode.tahun, keadaan.rencana_versi)
    return plan.of_unit(keadaan.bidang, keadaan.sub_bidang)


def outdated(kantor: Kantor) -> Iterator[tuple[Keadaan, RencanaAksi]]:
    """Yield each berkas under way for whose unit the plan in force says otherwise, with that plan.

    What was approved stays on its plan, and so does what has ended, until it is given back. A unit that the plan
    dropped keeps its worksheet until the planner decides.
    """
    plans = {periode: kantor.find_rencana(periode) for periode in {k.periode for k in _under_way(kantor)}}
    for keadaan in _under_way(kantor):
        plan = plans[keadaan.periode]
        if plan and _says_otherwise(kantor, keadaan, plan):
            yield keadaan, plan


def dropped(kantor: Kantor) -> Iterator[tuple[Keadaan, RencanaAksi]]:
    """Yield each berkas under way whose unit has nothing left to fill in the plan in force, with that plan."""
    for keadaan in _under_way(kantor):
        plan = kantor.find_rencana(keadaan.periode)
        if plan and (keadaan.bidang, keadaan.sub_bidang) not in plan.daftar_unit:
            yield keadaan, plan


def outdated_by(kantor: Kantor, plan: RencanaAksi) -> Iterator[Keadaan]:
    """Yield each berkas under way that a plan overtakes once it is in force."""
    return (keadaan for keadaan in _under_way(kantor) if keadaan.periode.tahun == plan.tahun
            and keadaan.periode.triwulan >= plan.berlaku_mulai and _says_otherwise(kantor, keadaan, plan))


def _under_way(kantor: Kantor) -> list[Keadaan]:
    return [keadaan for keadaan in kantor.keadaan.values() if keadaan.status in TERBUKA - DISETUJUI]


def _says_otherwise(kantor: Kantor, keadaan: Keadaan, plan: RencanaAksi) -> bool:
    unit = keadaan.bidang, keadaan.sub_bidang
    return plan.versi != keadaan.rencana_versi and unit in plan.daftar_unit and bool(
        compare_rencana(unit_plan(kantor, keadaan), plan.of_unit(*unit)))


def collected_quarters(kantor: Kantor, tahun: int, bidang: str, sub_bidang: str | None) -> frozenset[int]:
    """Return the quarters of a year for which a unit has a berkas in the ledger."""
    return frozenset(k for k in range(1, 5) if berkas_code(Periode(tahun, k), bidang, sub_bidang) in kantor.keadaan)


def quarter_plan(kantor: Kantor, periode: Periode) -> RencanaAksi | None:
    """Return the plan of a quarter's reports, None before any worksheet of it was issued.

    Each unit has the rows of the version its berkas stands on, so that a closed quarter never changes. What no
    worksheet carries, the gathered indicators and which units there are, is of the latest version that came in force
    while a berkas of the quarter was under way.
    """
    states = [keadaan for keadaan in kantor.keadaan.values() if keadaan.periode == periode]
    if not states:
        return None
    latest = kantor.rencana_versi(periode.tahun, max(keadaan.rencana_versi for keadaan in states))
    for plan in (_last_under_way(kantor, keadaan) for keadaan in states):
        if plan and plan.versi > latest.versi and _of_nobody(plan) != _of_nobody(latest):
            latest = plan
    return _compose(latest, {
        (keadaan.bidang, keadaan.sub_bidang): unit_plan(kantor, keadaan) for keadaan in states
        if keadaan.status is not Status.DIBATALKAN or (keadaan.bidang, keadaan.sub_bidang) in latest.daftar_unit})


def _last_under_way(kantor: Kantor, keadaan: Keadaan) -> RencanaAksi | None:
    """The plan that was in force for its quarter when a berkas was last under way: now, or before it was approved."""
    left = None
    for row in reversed(kantor.daftar_peristiwa):
        if row.berkas == keadaan.berkas and row.jenis in SERAHAN:
            if Status(str(row.isi["ke"])) in TERBUKA - DISETUJUI:
                break
            left = row.nomor
    return kantor.find_rencana(keadaan.periode, left)


def _of_nobody(plan: RencanaAksi) -> tuple[object, ...]:
    """What a plan says that stands on no worksheet."""
    return set(plan.daftar_unit), [row for row in plan.daftar_indikator if _is_gathered(row)]


def first_plan(kantor: Kantor, tahun: int) -> RencanaAksi | None:
    """Return the version of the plan that the year's first worksheets were made from: what changes are told against."""
    first = next((p for p in kantor.of_kind(JenisPeristiwa.TERBIT) if p.isi["tahun"] == tahun), None)
    return None if first is None else kantor.rencana_versi(tahun, int(str(first.isi["rencana_versi"])))


def plan_origin(kantor: Kantor, plan: RencanaAksi, unit: Unit | None = None) -> AsalRencana:
    """Return the versions of a year's plan by their dasar, and what ``plan`` changed since the year's first one.

    Given a unit, only what concerns it; ``plan`` is then its part.
    """
    rows = [p for p in kantor.of_kind(JenisPeristiwa.RENCANA) if p.isi["tahun"] == plan.tahun]
    first = first_plan(kantor, plan.tahun) or plan
    old = first.of_unit(*unit) if unit else first
    written = [row for row in reversed(plan.daftar_perubahan) if row not in first.daftar_perubahan]
    return AsalRencana({int(str(p.isi["versi"])): str(p.isi["dasar"]) for p in rows}, first.versi,
                       with_reasons(compare_rencana(old, plan), written), cited_plans(kantor, plan.tahun))


def _compose(latest: RencanaAksi, parts: Mapping[Unit, RencanaAksi]) -> RencanaAksi:
    if all(part.versi == latest.versi for part in parts.values()):
        return latest
    by_version = sorted(parts.values(), key=lambda part: part.versi)
    return replace(
        latest,
        daftar_indikator=_rows(latest.daftar_indikator, [part.daftar_indikator for part in by_version], parts),
        daftar_subkegiatan=_rows(latest.daftar_subkegiatan, [part.daftar_subkegiatan for part in by_version], parts))


def _rows(head: Sequence[_Row], parts: Sequence[Sequence[_Row]], units: Collection[Unit]) -> tuple[_Row, ...]:
    """The rows of every unit as its version has them, in the order of the latest one; what that dropped comes last."""
    own: dict[str, _Row] = {row.kode: row for part in parts for row in part}
    found: list[_Row] = []
    for row in head:
        if _is_gathered(row) or (row.bidang, row.sub_bidang) not in units:
            found.append(row)
        elif row.kode in own:
            found.append(own.pop(row.kode))
    found += own.values()
    return tuple(found)


def _is_gathered(row: Indikator | SubKegiatan) -> bool:
    return isinstance(row, Indikator) and bool(row.digabung_dari)
