"""Templates and logo that an office keeps in Perencanaan/Templat: used where they are whole, else the shipped ones."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.errors import (
    DiskFailed,
    KinerjaError,
    LogoUnusable,
    TemplateBroken,
    TemplateUnusable,
    WorkbookUnsafe,
)
from kinerja_xl.reports import form_e81, laporan_kinerja, laporan_triwulan, lembar_disposisi
from kinerja_xl.reports.word.logo import MAX_LOGO, logo_fault
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.folders import TEMPLAT
from kinerja_xl.routing.limits.preflight import MAX_BYTES, TOO_LARGE, preflight, preflight_template
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.workbook.make import make_lembar_kerja
from kinerja_xl.workbook.plan import plan_writer
from kinerja_xl.workbook.templates import shipped_template

log = logging.getLogger("kinerja_xl.templat")
LEMBAR_KERJA, RENCANA_AKSI = make_lembar_kerja.TEMPLAT, plan_writer.TEMPLAT
LEMBAR_DISPOSISI, LAPORAN_TRIWULAN = lembar_disposisi.NAMA_TEMPLAT, laporan_triwulan.NAMA_TEMPLAT
LAPORAN_KINERJA, FORM_E81 = laporan_kinerja.NAMA_TEMPLAT, form_e81.NAMA_TEMPLAT
_UNUSABLE = "susunan yang dapat diisi layanan"
Judge = Callable[[bytes], object]
"""Raises a KinerjaError where a content cannot be used."""


def _judge_workbook(nama: str, open_templat: Judge) -> Judge:
    def judge(data: bytes) -> None:
        preflight(data, f"{TEMPLAT}/{nama}")
        open_templat(data)

    return judge


def _judge_document(nama: str, gaya: tuple[str, ...]) -> Judge:
    def judge(data: bytes) -> None:
        preflight_template(data, f"{TEMPLAT}/{nama}")
        open_templat(data, nama, gaya)

    return judge


_JUDGES: Mapping[str, Judge] = {
    LEMBAR_KERJA: _judge_workbook(LEMBAR_KERJA, make_lembar_kerja.open_lembar_kerja),
    RENCANA_AKSI: _judge_workbook(RENCANA_AKSI, plan_writer.open_rencana),
    LEMBAR_DISPOSISI: _judge_document(LEMBAR_DISPOSISI, lembar_disposisi.GAYA),
    LAPORAN_TRIWULAN: _judge_document(LAPORAN_TRIWULAN, laporan_triwulan.GAYA),
    LAPORAN_KINERJA: _judge_document(LAPORAN_KINERJA, laporan_kinerja.GAYA),
    FORM_E81: _judge_document(FORM_E81, laporan_triwulan.GAYA)}


@dataclass
class _Judged:
    """A file as it was last seen: its content, None where it is not used, and why it cannot be."""

    seen: Seen | None
    data: bytes | None = None
    fault: KinerjaError | None = None


class OfficeTemplates:
    """The files in Perencanaan/Templat, each read and judged again only when it has changed."""

    def __init__(self, disk: Disk, akar: Path) -> None:
        self._disk, self._folder = disk, akar / TEMPLAT
        self._judged: dict[str, _Judged] = {}

    def faults(self, logo: str) -> tuple[KinerjaError, ...]:
        """Return why templates of the office cannot be used, and why the logo of that name cannot."""
        judged = [*(self._look(nama, judge) for nama, judge in _JUDGES.items()), *([self._logo(logo)] if logo else [])]
        return tuple(file.fault for file in judged if file.fault)

    def make(self, nama: str, make: Callable[[bytes], bytes], read: Callable[[bytes], object] | None = None) -> bytes:
        """Return what ``make`` makes of the office's own template, or of the shipped one where that cannot be used.

        With ``read`` both must read alike: a template changes looks, never contents. One that fails is told among the
        service's troubles and left aside until it changes.
        """
        own = self._look(nama, _JUDGES[nama])
        if own.data is None:
            return make(shipped_template(nama))
        try:
            made = make(own.data)
            if read and read(made) != read(make(shipped_template(nama))):
                raise TemplateBroken(berkas=nama, daftar=_UNUSABLE)
        except Exception as error:  # what an office did to its template must never stop the office
            instead = make(shipped_template(nama))  # raises too where the template is not to blame
            log.info("template %s", nama, exc_info=True)
            own.data, own.fault = None, error if isinstance(error, TemplateBroken) else TemplateBroken(
                berkas=nama, daftar=_UNUSABLE)
            return instead
        return made

    def logo(self, nama: str) -> bytes | None:
        """Return the picture that the settings name, None where they name none or it cannot be used."""
        return self._logo(nama).data if nama else None

    def _logo(self, nama: str) -> _Judged:
        def judge(data: bytes) -> None:
            sebab = logo_fault(data)
            if sebab:
                raise LogoUnusable(berkas=f"{TEMPLAT}/{nama}", sebab=sebab)

        judged = self._look(nama, judge, MAX_LOGO)
        if judged.seen is None and judged.fault is None:
            judged.fault = LogoUnusable(berkas=f"{TEMPLAT}/{nama}", sebab="berkas itu tidak ada.")
        return judged

    def _look(self, nama: str, judge: Judge, limit: int = MAX_BYTES) -> _Judged:
        path, known = self._folder / nama, self._judged.get(nama)
        try:
            seen = self._disk.see(path)
            if known is None or known.seen != seen:
                known = self._judged[nama] = self._judge(seen, nama, judge, limit)
        except DiskFailed as error:  # tried again in the next pass
            return _Judged(None, fault=error)
        return known

    def _judge(self, seen: Seen | None, nama: str, judge: Judge, limit: int) -> _Judged:
        try:
            data = self._read(seen, nama, limit)
            if data is not None:
                judge(data)
        except DiskFailed:
            raise
        except (TemplateBroken, TemplateUnusable, LogoUnusable) as error:
            return _Judged(seen, fault=error)
        except KinerjaError as error:  # the words are about worksheets that people send
            return _Judged(seen, fault=TemplateUnusable(berkas=nama, sebab=error.fakta.get("sebab", error.pesan)))
        except Exception:  # a library met something that nobody foresaw
            log.info("template %s", nama, exc_info=True)
            return _Judged(seen, fault=TemplateBroken(berkas=nama, daftar=_UNUSABLE))
        return _Judged(seen, data)

    def _read(self, seen: Seen | None, nama: str, limit: int) -> bytes | None:
        if seen is None:
            return None
        if seen.size > limit:
            raise (WorkbookUnsafe(berkas=f"{TEMPLAT}/{nama}", sebab=TOO_LARGE) if limit == MAX_BYTES
                   else LogoUnusable(berkas=f"{TEMPLAT}/{nama}", sebab="ukurannya lebih dari 1 MB."))
        data = self._disk.read(seen.path)
        return None if nama in _JUDGES and data == shipped_template(nama) else data
