"""Read the file of a Lembar Kerja into values by key."""

from __future__ import annotations

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS, lembar_kerja_of
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.service.service_sheets import open_service_sheets


def read_lembar_kerja(data: bytes, nama: str) -> LembarKerja:
    """Return a worksheet as values by key; ``nama`` is only for messages.

    Raises NotAWorkbook, and SheetMissing or NamesMissing where a service sheet is gone or cannot be written back to.
    All else that is missing or unreadable is a catatan.
    """
    book = read_book(data, nama, SHEETS)
    open_service_sheets(book.package)
    return lembar_kerja_of(book)
