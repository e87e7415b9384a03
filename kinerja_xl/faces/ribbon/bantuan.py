"""Bantuan: the guide of whoever has the worksheet in hand, opened in the browser."""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path

from platformdirs import user_cache_path

from kinerja_xl import __version__
from kinerja_xl.domain.roles import Peran
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.meja import Meja, kegiatan_of
from kinerja_xl.install.panduan import AWAL, write_guides
from kinerja_xl.workbook import names
from kinerja_xl.workbook.plan.plan_columns import INDIKATOR

HALAMAN = {
    Peran.KABID: "panduan-kabid.html", Peran.SEKRETARIS: "panduan-kabid.html", Peran.KASUBID: "panduan-kasubid.html",
    Peran.ANALIS: "panduan-analis.html", Peran.PERENCANAAN: "panduan-perencanaan.html",
}


def show_help(meja: Meja) -> int:
    """Open the page of the role; where no browser comes, say where it lies. Returns 0."""
    folder = user_cache_path("kinerja_xl", appauthor=False) / f"panduan-{__version__}"
    write_guides(folder)
    page = folder / page_for(meja)
    if not _opened(page):
        meja.say(f"Panduan ada di {page}.", "Buka berkas itu dengan peramban.")
    return 0


def page_for(meja: Meja) -> str:
    """Return the page of the role that the worksheet waits for; of a plan the planner's, of others the first page."""
    sheets = meja.host.sheet_names(meja.book)
    if names.DISPOSISI not in sheets:
        return HALAMAN[Peran.PERENCANAAN] if INDIKATOR in sheets else AWAL
    try:
        row = kegiatan_of(meja.sheets((names.DISPOSISI,)))
    except NotALembarKerja:
        return AWAL
    return HALAMAN.get(row.peran, AWAL) if row and row.peran else HALAMAN[Peran.PERENCANAAN]


def _opened(page: Path) -> bool:
    """Windows knows its browser; ``webbrowser`` would look for one in the current folder there."""
    start = getattr(os, "startfile", None)
    if start is not None:
        start(page)
        return True
    return webbrowser.open(page.as_uri())
