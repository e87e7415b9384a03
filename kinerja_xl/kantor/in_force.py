"""Settings and plan under custody: each valid change is a ledgered, archived version; a bad one changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from kinerja_xl.domain.catatan import menolak, told
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.domain.sop.sop import UNIT_ROLES
from kinerja_xl.domain.sop.sop import place as place_of
from kinerja_xl.errors import (
    KinerjaError,
    SettingsInvalid,
    SettingsLoseUnit,
    SettingsMoveFolder,
    SettingsOpen,
    SettingsRenameUnit,
    SettingsUnreadable,
    WorkbookError,
)
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.reader.reading import look_through
from kinerja_xl.routing.filenames import owner_names, read_owner
from kinerja_xl.routing.folders import PENGATURAN, PERENCANAAN_FOLDER, OfficeFolders, archived_settings
from kinerja_xl.routing.osfiles import explain
from kinerja_xl.routing.steps import keep, make_folder, rename_folder
from kinerja_xl.workbook.settings.settings_book import read_pengaturan


def take_settings(kantor: Kantor) -> KinerjaError | None:
    """Bring a changed Pengaturan.xlsx in force; return why it cannot be, the last valid version then stays."""
    path = kantor.akar / PENGATURAN
    try:
        data = _read_closed(path)
    except KinerjaError as error:
        return error
    sha256 = hashlib.sha256(data).hexdigest()
    in_force = kantor.of_kind(JenisPeristiwa.PENGATURAN)
    if in_force and in_force[-1].isi["sha256"] == sha256:
        return None
    try:
        look_through(data, path.name)
        pengaturan, daftar_catatan = read_pengaturan(data, path.name)
    except WorkbookError as error:
        return SettingsUnreadable(berkas=PENGATURAN, sebab=error.pesan)
    if pengaturan is None or menolak(daftar_catatan):
        return SettingsInvalid(berkas=PENGATURAN, **told(daftar_catatan))
    refused = _refuse(kantor, pengaturan)
    if refused:
        return refused
    versi = len(in_force) + 1
    kantor.disk.put_store(data)
    moves = renamed_folders(kantor.pengaturan, pengaturan)
    kantor.record(
        [kantor.event(JenisPeristiwa.PENGATURAN, None, sha256=sha256, versi=versi),
         *(kantor.event(JenisPeristiwa.FOLDER, None, dari=old, menjadi=new, pengaturan=versi) for old, new in moves)],
        [*(rename_folder(old, new) for old, new in moves),
         *(make_folder(folder) for folder in OfficeFolders(kantor.akar, pengaturan).all_folders()),
         keep(sha256, *archived_settings(versi))])
    return None


def _refuse(kantor: Kantor, pengaturan: Pengaturan) -> KinerjaError | None:
    """Why settings that are right in themselves cannot come in force in this office now."""
    lost = lost_units(kantor, pengaturan)
    renamed = renamed_units(kantor.pengaturan, pengaturan, {unit.partition("/")[0] for unit in lost})
    if renamed:
        return SettingsRenameUnit(berkas=PENGATURAN, daftar=", ".join(renamed))
    if lost:
        return SettingsLoseUnit(berkas=PENGATURAN, daftar=", ".join(lost))
    moved, waiting = moved_folders(kantor, pengaturan)
    if moved:
        return SettingsMoveFolder(berkas=PENGATURAN, daftar=", ".join(moved), daftar_berkas=", ".join(waiting))
    try:
        OfficeFolders(kantor.akar, pengaturan).check_paths()
    except KinerjaError as error:
        return error
    return None


def lost_units(kantor: Kantor, pengaturan: Pengaturan) -> tuple[str, ...]:
    """Return the units that have a berkas, or are to get one by the plan in force, but no place in new settings."""
    units = {(b.singkatan, sub) for b in pengaturan.daftar_bidang
             for sub in (None, *(s.singkatan for s in b.daftar_sub))}
    plans = [kantor.find_rencana(Periode(tahun, 4)) for tahun in {kantor.now().year, kantor.now().year + 1}]
    known = {(state.bidang, state.sub_bidang) for state in kantor.keadaan.values()} | {
        unit for plan in plans if plan for unit in plan.daftar_unit}
    return tuple(sorted("/".join(filter(None, unit)) for unit in known - units))


def renamed_units(lama: Pengaturan, baru: Pengaturan, lost: Collection[str]) -> tuple[str, ...]:
    """Return the bidang among the lost ones that new settings have under the same name with another short name."""
    short = {bidang.nama: bidang.singkatan for bidang in baru.daftar_bidang}
    return tuple(f"{bidang.singkatan} menjadi {short[bidang.nama]} ({bidang.nama})" for bidang in lama.daftar_bidang
                 if bidang.singkatan in lost and short.get(bidang.nama, bidang.singkatan) != bidang.singkatan)


def moved_folders(kantor: Kantor, pengaturan: Pengaturan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the role folders that new settings would rename while work is under way there, and that work.

    A berkas that is under way may come to each role of its unit, so its end frees the names.
    """
    pairs: dict[str, None] = {}
    waiting: list[str] = []
    for state in kantor.keadaan.values():
        roles = [place_of(peran, state.bidang, state.sub_bidang) for peran in UNIT_ROLES]
        renamed = [f"{old} menjadi {new}" for role in roles if state.pemegang
                   if (old := kantor.pengaturan.folder(role)) != (new := pengaturan.folder(role))]
        if renamed and state.pemegang:
            pairs |= dict.fromkeys(renamed)
            waiting.append(f"{state.berkas} (dipegang {kantor.pengaturan.folder(state.pemegang)})")
    return tuple(pairs), tuple(waiting)


def renamed_folders(lama: Pengaturan, baru: Pengaturan) -> tuple[tuple[str, str], ...]:
    """Return the role folders that new titles rename, old and new: what people keep there comes along.

    A name that both settings use stays where it is: who has it then is no longer the one whose files lie there.
    """
    before, after = ({role: settings.folder(role) for role in settings.daftar_pelaksana} for settings in (lama, baru))
    return tuple((before[role], after[role]) for role in before if role in after
                 and before[role] not in after.values() and after[role] not in before.values())


def _read_closed(path: Path) -> bytes:
    try:
        for name in owner_names(path.name):
            owner = path.with_name(name)
            if owner.is_file():
                raise SettingsOpen(berkas=PENGATURAN, oleh=read_owner(name, owner.read_bytes()),
                                   penanda=f"{PERENCANAAN_FOLDER}/{name}")
        return path.read_bytes()
    except OSError as error:
        raise SettingsUnreadable(berkas=PENGATURAN, sebab=explain(error)) from error
