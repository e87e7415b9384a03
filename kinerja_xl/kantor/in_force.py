"""Settings and plan under custody: each valid change is a ledgered, archived version; a bad one changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kinerja_xl.domain.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.domain.catatan import Catatan, menolak, told
from kinerja_xl.domain.indicators import RencanaAksi
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop import place as place_of
from kinerja_xl.errors import (
    KinerjaError,
    PlanEmpty,
    PlanInvalid,
    SettingsInvalid,
    SettingsLoseUnit,
    SettingsMoveFolder,
    SettingsOpen,
    SettingsUnreadable,
    WorkbookError,
)
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import owner_names, read_owner
from kinerja_xl.routing.folders import PENGATURAN, OfficeFolders, archived_plan, archived_settings
from kinerja_xl.routing.osfiles import explain
from kinerja_xl.routing.preflight import preflight
from kinerja_xl.routing.steps import make_folder, place, remove
from kinerja_xl.workbook.plan_book import read_rencana
from kinerja_xl.workbook.settings_book import read_pengaturan


def rencana_event(waktu: datetime, rencana: RencanaAksi, sha256: str, versi: int,
                  marks: Mapping[str, Json]) -> Peristiwa:
    """Return the event by which a version of the plan comes in force."""
    return Peristiwa(JenisPeristiwa.RENCANA, waktu, None, {
        "tahun": rencana.tahun, "versi": versi, "sha256": sha256,
        "dasar": str(rencana.dasar) if rencana.dasar else "",
        "berlaku_mulai": rencana.berlaku_mulai, **marks})


def take_settings(kantor: Kantor) -> KinerjaError | None:
    """Bring a changed Pengaturan.xlsx in force; return why it cannot be, the last valid version then stays."""
    path = kantor.akar / PENGATURAN
    try:
        data = _read_closed(path)
    except KinerjaError as error:
        return error
    sha256 = hashlib.sha256(data).hexdigest()
    in_force = [p for p in kantor.daftar_peristiwa if p.jenis is JenisPeristiwa.PENGATURAN]
    if in_force and in_force[-1].isi["sha256"] == sha256:
        return None
    try:
        preflight(data, path.name)
        pengaturan, daftar_catatan = read_pengaturan(data, path.name)
    except WorkbookError as error:
        return SettingsUnreadable(berkas=PENGATURAN, sebab=error.pesan)
    if pengaturan is None or menolak(daftar_catatan):
        return SettingsInvalid(berkas=PENGATURAN, **told(daftar_catatan))
    lost = lost_units(kantor, pengaturan)
    if lost:
        return SettingsLoseUnit(berkas=PENGATURAN, daftar=", ".join(lost))
    moved = moved_folders(kantor, pengaturan)
    if moved:
        return SettingsMoveFolder(berkas=PENGATURAN, daftar=", ".join(moved))
    folders = OfficeFolders(kantor.akar, pengaturan)
    try:
        folders.check_paths()
    except KinerjaError as error:
        return error
    versi = len(in_force) + 1
    kantor.disk.put_store(data)
    kantor.record(
        [kantor.event(JenisPeristiwa.PENGATURAN, None, sha256=sha256, versi=versi)],
        [*(make_folder(folder) for folder in folders.all_folders()),
         place(sha256, *archived_settings(versi), read_only=True)])
    return None


def lost_units(kantor: Kantor, pengaturan: Pengaturan) -> tuple[str, ...]:
    """Return the units that have a berkas in the ledger but no place in new settings."""
    units = {(b.singkatan, sub) for b in pengaturan.daftar_bidang
             for sub in (None, *(s.singkatan for s in b.daftar_sub))}
    known = {(state.bidang, state.sub_bidang) for state in kantor.keadaan.values()}
    return tuple(sorted("/".join(filter(None, unit)) for unit in known - units))


def moved_folders(kantor: Kantor, pengaturan: Pengaturan) -> tuple[str, ...]:
    """Return the role folders that new settings would rename while a berkas of their unit is under way."""
    open_units = {(state.bidang, state.sub_bidang) for state in kantor.keadaan.values() if state.pemegang}
    roles = [place_of(peran, *unit) for unit in sorted(open_units, key=str)
             for peran in (Peran.KABID, Peran.KASUBID, Peran.ANALIS)]
    pairs = [(kantor.pengaturan.folder(role), pengaturan.folder(role)) for role in roles]
    return tuple(dict.fromkeys(f"{old} menjadi {new}" for old, new in pairs if old != new))


def _read_closed(path: Path) -> bytes:
    for name in owner_names(path.name):
        owner = path.with_name(name)
        if owner.is_file():
            raise SettingsOpen(berkas=PENGATURAN, oleh=read_owner(name, owner.read_bytes()))
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsUnreadable(berkas=PENGATURAN, sebab=explain(error)) from error


def take_plan(kantor: Kantor, sha256: str, nama: str, source: str) -> tuple[Catatan, ...]:
    """Bring a plan that the planner handed in into force and return its warnings; ``source`` is its path in the root.

    Raises PlanInvalid with every finding, PlanEmpty, or WorkbookError kinds; then nothing has changed.
    """
    data = kantor.disk.read_store(sha256)
    rencana, daftar_catatan = read_rencana(data, nama, kantor.pengaturan)
    if rencana is None or menolak(daftar_catatan):
        raise PlanInvalid(berkas=nama, **told(daftar_catatan))
    if not rencana.daftar_unit:
        raise PlanEmpty(tahun=rencana.tahun)
    versi = 1 + sum(p.jenis is JenisPeristiwa.RENCANA and p.isi["tahun"] == rencana.tahun
                    for p in kantor.daftar_peristiwa)
    marks: dict[str, Json] = dict(kantor.event(JenisPeristiwa.RENCANA, None).isi)
    kantor.record(
        [rencana_event(kantor.now(), rencana, sha256, versi, marks)],
        [place(sha256, *archived_plan(rencana.tahun, versi), read_only=True),
         remove(source, sha256)])
    return daftar_catatan
