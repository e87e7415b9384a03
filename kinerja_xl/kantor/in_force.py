"""Settings and plan under custody: each valid change is a ledgered, archived version; a bad one changes nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinerja_xl.domain.acts import JenisPeristiwa
from kinerja_xl.domain.catatan import menolak, told
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop import place as place_of
from kinerja_xl.errors import (
    KinerjaError,
    SettingsInvalid,
    SettingsLoseUnit,
    SettingsMoveFolder,
    SettingsOpen,
    SettingsUnreadable,
    WorkbookError,
)
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import owner_names, read_owner
from kinerja_xl.routing.folders import PENGATURAN, OfficeFolders, archived_settings
from kinerja_xl.routing.osfiles import explain
from kinerja_xl.routing.preflight import preflight
from kinerja_xl.routing.steps import make_folder, place
from kinerja_xl.workbook.settings_book import read_pengaturan


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
