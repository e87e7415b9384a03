"""A new office: the root with its marker, settings and plan, and the ledger on the service's own disk."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.errors import DiskFailed, FolderNotEmpty, OfficeExists
from kinerja_xl.kantor.office import JAM_TIRUAN, Kantor
from kinerja_xl.kantor.plan.handed_plan import rencana_event
from kinerja_xl.kantor.plan.plan_file import RENCANA_MULAI
from kinerja_xl.routing.custody import OFFICE_ID, STORE
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.folders import (
    PERENCANAAN_FOLDER,
    TEMPLAT,
    OfficeFolders,
    archived_plan,
    archived_settings,
    plan_name,
)
from kinerja_xl.routing.ledger.ledger import NAME as LEDGER_NAME
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.marker import NAME as MARKER_NAME
from kinerja_xl.routing.marker import make_marker, new_office_id
from kinerja_xl.routing.osfiles import explain
from kinerja_xl.routing.steps import keep, make_folder, place
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.default_office import default_pengaturan
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

STYLED = ("Lembar Kerja.xlsx", "Rencana Aksi.xlsx", "Lembar Disposisi.docx", "Laporan Triwulan.docx")
"""The templates whose copies an office may restyle."""


def found_office(akar: Path, data_of: Callable[[str], Path], *, tahun: int, contoh: bool, sekarang: datetime,
                 tiruan: bool) -> Path:
    """Make an office in a new or empty folder and return its data folder; ``data_of`` gives it for an office id.

    Raises OfficeExists, FolderNotEmpty or PathTooLong; whatever fails, nothing half made stays behind.
    """
    if (akar / MARKER_NAME).exists():
        raise OfficeExists(akar=akar)
    if akar.exists() and (not akar.is_dir() or any(akar.iterdir())):
        raise FolderNotEmpty(akar=akar)
    office_id = new_office_id()
    data = data_of(office_id)
    if (data / LEDGER_NAME).exists():
        raise OfficeExists(akar=data)
    pengaturan = contoh_pengaturan(tahun) if contoh else default_pengaturan(tahun)
    rencana = contoh_rencana(tahun) if contoh else RencanaAksi(tahun, (), ())
    folders = OfficeFolders(akar, pengaturan)
    folders.check_paths()
    settings_book = make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan)
    plan_book = make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana, pengaturan)
    with _coded(akar), all_or_nothing(akar), all_or_nothing(data):
        (data / STORE).mkdir(parents=True)
        akar.mkdir(parents=True, exist_ok=True)
        disk, ledger = Disk(data / STORE), Ledger(data / LEDGER_NAME)
        ledger.set_meta(OFFICE_ID, office_id)
        ledger.set_meta(JAM_TIRUAN, "1" if tiruan else "0")
        disk.replace_own(akar / MARKER_NAME, make_marker(office_id))
        settings_sha, plan_sha = disk.put_store(settings_book), disk.put_store(plan_book)
        marks = {JAM_TIRUAN: True} if tiruan else {}
        events = [
            Peristiwa(JenisPeristiwa.MULAI, sekarang, None, {"kantor": office_id, "tahun": tahun,
                                                             RENCANA_MULAI: plan_sha, **marks}),
            Peristiwa(JenisPeristiwa.PENGATURAN, sekarang, None, {"sha256": settings_sha, "versi": 1, **marks}),
        ]
        steps = [
            *(make_folder(folder) for folder in folders.all_folders()),
            place(settings_sha, PERENCANAAN_FOLDER, "Pengaturan.xlsx"),
            keep(settings_sha, *archived_settings(1)),
            place(plan_sha, PERENCANAAN_FOLDER, plan_name(tahun)),
            *(place(disk.put_store(shipped_template(name)), TEMPLAT, name) for name in STYLED),
        ]
        if rencana.daftar_unit:
            events.append(rencana_event(sekarang, rencana, plan_sha, 1, marks))
            steps.append(keep(plan_sha, *archived_plan(tahun, 1)))
        ledger.append(events, steps)
        ledger.close()
        kantor = Kantor(akar, data, lambda: sekarang)
        try:
            kantor.custody.begin_pass()
            kantor.custody.publish()
            kantor.custody.raise_problem()
        finally:
            kantor.close()
    return data


@contextlib.contextmanager
def _coded(akar: Path) -> Iterator[None]:
    """Turn what the file system refuses into a coded message."""
    try:
        yield
    except OSError as error:
        raise DiskFailed(jalur=error.filename or akar, sebab=explain(error)) from error


@contextlib.contextmanager
def all_or_nothing(folder: Path) -> Iterator[None]:
    """Remove what was made where making it fails: the folder itself, or all that came into an empty one."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    kept = {path.name for path in folder.iterdir()} if folder.exists() else set()
    try:
        yield
    except BaseException:
        if missing:
            shutil.rmtree(missing[-1], ignore_errors=True)
        else:
            for path in folder.iterdir():
                if path.name not in kept:
                    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
        raise
