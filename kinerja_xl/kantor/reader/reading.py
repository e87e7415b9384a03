"""Reading files of the shared folder: limits, then parsing, both in a process of their own that may die of it.

One process for everything, since its reading keeps nothing: a warm one answers in a few milliseconds, a fresh one needs
a quarter of a second first. What a person checks on his own PC (``periksa``, the ribbon) is read in the program itself:
it lives for that one file, and the person sees it end.
"""

from __future__ import annotations

import atexit
import sys

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.errors import WorkbookError, WorkbookTooHard
from kinerja_xl.kantor.reader.wire import HEAD, NotOurs, decode
from kinerja_xl.routing.limits.limited import LimitedProcess, NoAnswer

READER = LimitedProcess([sys.executable, "-I", "-B", "-m", "kinerja_xl.kantor.reader.reading_process"])
_DIED, _TOO_LATE = "pembacaannya berhenti mendadak.", "pembacaannya memakan waktu terlalu lama."

atexit.register(READER.close)


def read_worksheet(data: bytes, nama: str) -> LembarKerja:
    """Return a worksheet of the shared folder as read, its limits checked first. Raises WorkbookError kinds."""
    sheet = _ask(data, nama, is_worksheet=True)
    if sheet is None:
        raise WorkbookTooHard(berkas=nama, sebab=_DIED)
    return sheet


def look_through(data: bytes, nama: str) -> None:
    """Raise WorkbookError kinds unless a workbook is within the limits and can be read without harm."""
    _ask(data, nama, is_worksheet=False)


def _ask(data: bytes, nama: str, *, is_worksheet: bool) -> LembarKerja | None:
    name = nama.encode("utf-8", "surrogatepass")
    try:
        found = decode(_answer(HEAD.pack(is_worksheet, len(name)) + name + data))
    except NoAnswer as error:
        raise WorkbookTooHard(berkas=nama, sebab=_TOO_LATE if error.too_late else _DIED) from None
    except NotOurs:  # whatever answers so is not what was started
        READER.close()
        raise WorkbookTooHard(berkas=nama, sebab=_DIED) from None
    if isinstance(found, WorkbookError):
        raise found
    return found


def _answer(question: bytes) -> bytes:
    """A process that died is no fault of the file yet: it may have been ended from outside. Twice is."""
    try:
        return READER.ask(question)
    except NoAnswer as error:
        if error.too_late:
            raise
        return READER.ask(question)
