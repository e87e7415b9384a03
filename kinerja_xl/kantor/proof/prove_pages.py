"""Pages of wrong figures: the document is printed once, and only where it runs, embeds and fetches nothing."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.errors import WorkbookError
from kinerja_xl.kantor.documents.printing import make_printer
from kinerja_xl.reports.compare.compare_documents import Masalah
from kinerja_xl.reports.compare.find_pages import find_pages, has_place
from kinerja_xl.reports.compare.read_document import DokumenTerbaca
from kinerja_xl.reports.word.page_numbers import read_pages
from kinerja_xl.routing.limits.preflight import preflight_draft

TANPA_PROGRAM = "LibreOffice tidak ada di komputer ini."


def with_pages(daftar: tuple[Masalah, ...], data: bytes, dokumen: DokumenTerbaca, benar: DokumenTerbaca | None,
               nama: str) -> tuple[tuple[Masalah, ...], str]:
    """Return what is wrong with the pages it stands on, or without and why there are none.

    ``data`` is the document, ``benar`` the one made again (None where it could not be). Nothing is printed where
    nothing is wrong at a place.
    """
    if benar is None or not _any_place(daftar):
        return daftar, ""
    convert = make_printer(nama)
    if convert is None:
        return daftar, TANPA_PROGRAM
    try:
        preflight_draft(data, nama)
        pages = read_pages(convert(data))
    except WorkbookError as error:
        return daftar, error.pesan
    return find_pages(daftar, dokumen, benar, pages), ""


def _any_place(daftar: Sequence[Masalah]) -> bool:
    return any(map(has_place, daftar))
