"""Berlakukan Rencana: check the plan on screen, save it, and hand a copy to the service in Perencanaan/Masuk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinerja_xl.domain.catatan import Catatan, menolak, told
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import NotAPlan, OutsideOffice, PlanNotRight, VersionNotArchived
from kinerja_xl.faces.ribbon.arsip import find_archived
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.open_book import find_sheet
from kinerja_xl.faces.ribbon.salin import copy_into, read_limited
from kinerja_xl.faces.ribbon.simpan import saved_first
from kinerja_xl.routing.folders import MASUK, PERENCANAAN_FOLDER, archived_settings
from kinerja_xl.routing.ledger.published import published_events
from kinerja_xl.routing.limits.preflight import MAX_BYTES, preflight
from kinerja_xl.workbook.names import RENCANA_SHEETS

_TOLD = 6


def hand_in_plan(meja: Meja) -> int:
    """Check and hand in; return exit code 0, also where the person thought better of it."""
    lost = next((lembar for lembar in RENCANA_SHEETS[:2] if find_sheet(meja.book, lembar) is None), None)
    if lost is not None:
        raise NotAPlan(nama=meja.nama, lembar=lost)
    akar = meja.tempat.akar
    if akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor",
                            akibat="rencana itu tidak dapat diserahkan kepada layanan",
                            langkah="Simpan Rencana Aksi di folder Perencanaan, lalu tekan tombolnya sekali lagi.")
    if not saved_first(meja, "periksa dan berlakukan"):
        return 0
    found = _check(meja.berkas, _settings(akar))
    if menolak(found):
        worst = next(catatan for catatan in found if catatan.menolak)
        if worst.lembar and find_sheet(meja.book, worst.lembar) is not None:
            meja.show_cell(Letak(worst.lembar, worst.sel))
        raise PlanNotRight(**told(found))
    if not meja.ask(f"{_remarks(found)}Serahkan “{meja.nama}” kepada layanan agar diberlakukan?"):
        return 0
    inbox = akar / PERENCANAAN_FOLDER / MASUK
    if meja.berkas.parent != inbox:
        copy_into(meja.berkas, inbox, meja.berkas.name, akar)
    meja.say(f"“{meja.nama}” sudah diserahkan ke {PERENCANAAN_FOLDER}/{MASUK}.",
             "Tutup buku kerja ini; sekitar 1 menit lagi hasilnya dapat dibaca dalam berkas HASIL di folder "
             "Perencanaan.")
    return 0


def _check(path: Path, pengaturan: Pengaturan) -> tuple[Catatan, ...]:
    from kinerja_xl.workbook.plan.plan_book import read_rencana

    data = read_limited(path, MAX_BYTES)
    preflight(data, path.name)
    return read_rencana(data, path.name, pengaturan)[1]


def _settings(akar: Path) -> Pengaturan:
    """The settings in force, as they were published."""
    from kinerja_xl.workbook.settings.settings_book import read_pengaturan

    rows = [row for row in published_events(akar) if row.jenis is JenisPeristiwa.PENGATURAN]
    versi, sha256 = (rows[-1].isi["versi"], str(rows[-1].isi["sha256"])) if rows else (1, "")
    folder, nama = archived_settings(int(str(versi)))
    data = find_archived(akar, folder, nama, sha256)
    pengaturan = read_pengaturan(data, nama)[0] if data is not None else None
    if pengaturan is None:
        raise VersionNotArchived(versi=versi, berkas="Pengaturan")
    return pengaturan


def _remarks(found: Sequence[Catatan]) -> str:
    if not found:
        return ""
    lines = [f"- {catatan.tempat}: {catatan.pesan}" for catatan in found[:_TOLD]]
    more = [f"- dan {len(found) - _TOLD} lainnya"] if len(found) > _TOLD else []
    return "\n".join([f"Ada {len(found)} peringatan yang tidak menghalangi:", *lines, *more, "", ""])
