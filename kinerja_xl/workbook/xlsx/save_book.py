"""Saving a workbook that we made ourselves: the same content gives the same file, whatever the clock says."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from openpyxl import Workbook

from kinerja_xl.domain.cells import Letak
from kinerja_xl.workbook.xlsx.finish import finish

_MADE = datetime(2026, 1, 2, tzinfo=UTC)


def save_book(book: Workbook, judul: str) -> bytes:
    """Return the workbook as bytes with ``judul`` as its title; only for workbooks that no user has filled (law 4).

    Rows below the frozen headings grow again when somebody types more into them.
    """
    book.properties.creator = "kinerja_xl"
    book.properties.title = judul
    raw = io.BytesIO()
    book.save(raw)
    growing = {sheet.title: Letak("", str(sheet.freeze_panes)).row_and_column[0]
               for sheet in book.worksheets if sheet.freeze_panes}
    return finish(raw.getvalue(), _MADE, growing=growing)
