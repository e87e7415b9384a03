"""Adopting an office's own workbook: read, settings of the office beside, the plan with its report, written whole."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.domain.adopsi.laporan import report_lines
from kinerja_xl.domain.adopsi.rencana import Dugaan, Penyusun
from kinerja_xl.domain.adopsi.sumber import LembarSumber
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.errors import (
    AdoptionInTheWay,
    AdoptionOfItself,
    AdoptionOpen,
    AdoptionUnclear,
    NothingToAdopt,
    OutputFolderMissing,
    WorkbookError,
)
from kinerja_xl.kantor.checking import read_file
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.filenames import owner_names, read_owner
from kinerja_xl.routing.folders import PENGATURAN
from kinerja_xl.routing.limits.preflight import preflight, preflight_source
from kinerja_xl.routing.marker import NAME as MARKER_NAME
from kinerja_xl.workbook.adopsi.read_source import read_source
from kinerja_xl.workbook.adopsi.report_sheet import add_report, read_corrections
from kinerja_xl.workbook.plan.plan_writer import make_rencana
from kinerja_xl.workbook.settings.default_office import default_pengaturan
from kinerja_xl.workbook.settings.settings_book import read_pengaturan
from kinerja_xl.workbook.templates import shipped_template


@dataclass(frozen=True)
class Adopsi:
    """What was adopted: the result, the guesses, where the plan stands, and where the one before it went."""

    hasil: HasilAdopsi
    daftar_dugaan: tuple[Dugaan, ...]
    jalur: Path
    sebelumnya: Path | None


def adopt_file(sumber: Path, keluaran: Path, tahun_ini: int) -> Adopsi:
    """Read an office's workbook and write the plan made of it, with its report, as ``keluaran``.

    Where ``keluaran`` is the plan of an earlier adoption, what was corrected on its sheet Adopsi holds, and it is
    kept beside the new one. ``tahun_ini`` stands in where the source names no year. Raises FileUnreadable,
    WorkbookError kinds, AdoptionInTheWay, AdoptionOfItself, AdoptionOpen, AdoptionUnclear, NothingToAdopt and
    OutputFolderMissing.
    """
    data = read_file(sumber)
    preflight_source(data, sumber.name)
    if not keluaran.parent.is_dir():
        raise OutputFolderMissing(folder=keluaran.parent)
    if keluaran.exists() and keluaran.samefile(sumber):
        raise AdoptionOfItself(berkas=keluaran)
    daftar_lembar = read_source(data, sumber.name)
    koreksi = _corrections(keluaran, adopt(daftar_lembar, sumber.name, Koreksi()))
    hasil = adopt(daftar_lembar, sumber.name, koreksi)
    if not hasil.daftar_baris:
        raise NothingToAdopt(berkas=sumber.name, lembar=_sheet_names(daftar_lembar))
    pengaturan = _settings_near(keluaran) or default_pengaturan(hasil.tahun or tahun_ini)
    penyusun = Penyusun(hasil, pengaturan.daftar_bidang, hasil.tahun or tahun_ini, koreksi.bidang)
    rencana = penyusun.make()
    lines = report_lines(hasil, penyusun)
    plan = make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana, pengaturan, draf=True,
                        tambahan=lambda book: add_report(book, lines, f"ADOPSI DARI {sumber.name}"))
    return Adopsi(hasil, tuple(penyusun.dugaan), keluaran, _write(keluaran, plan))


def _corrections(keluaran: Path, hasil: HasilAdopsi) -> Koreksi:
    """What the planner corrected in the plan of an earlier run; nothing where there is none."""
    if not keluaran.exists():
        return Koreksi()
    for name in owner_names(keluaran.name):
        if (keluaran.parent / name).exists():
            raise AdoptionOpen(berkas=keluaran, oleh=read_owner(name, read_file(keluaran.parent / name)))
    old = read_file(keluaran)
    preflight(old, keluaran.name)
    found = read_corrections(old, keluaran.name, hasil)
    if found is None:
        raise AdoptionInTheWay(berkas=keluaran)
    koreksi, unknown = found
    if unknown:
        raise AdoptionUnclear(jumlah=len(unknown), rincian="; ".join(unknown[:10]))
    return koreksi


def _sheet_names(daftar_lembar: tuple[LembarSumber, ...]) -> str:
    return ", ".join(f"{lembar.nama} (tersembunyi)" if lembar.tersembunyi else lembar.nama for lembar in daftar_lembar)


def _settings_near(keluaran: Path) -> Pengaturan | None:
    """The settings of the office in whose folders the plan is to stand; None elsewhere or where unreadable."""
    akar = next((folder for folder in keluaran.absolute().parents if (folder / MARKER_NAME).is_file()), None)
    if akar is None or not (akar / PENGATURAN).is_file():
        return None
    try:
        data = read_file(akar / PENGATURAN)
        preflight(data, PENGATURAN)
        return read_pengaturan(data, PENGATURAN)[0]
    except WorkbookError:
        return None


def _write(path: Path, data: bytes) -> Path | None:
    """Write the plan whole or not at all; return where the one before it stands now."""
    with tempfile.TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as store:
        disk = Disk(Path(store))
        old = disk.set_aside(path, f"{path.stem} (sebelumnya){path.suffix}") if path.exists() else None
        disk.replace_own(path, data)
        return old
