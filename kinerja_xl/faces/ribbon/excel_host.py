"""Excel for Windows as the buttons need it: found by its window, asked a bounded number of times, told in plain words.

xlwings repeats a call that Excel rejects for ever, and when the program ends it kills every Excel without a workbook;
both are switched off here.
"""

from __future__ import annotations

import atexit
import importlib
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kinerja_xl.errors import HostBusy, HostUnknown, NoBookOpen, ProtectedView
from kinerja_xl.faces.ribbon.saved_names import read_saved_names
from kinerja_xl.faces.ribbon.xlwings_sheet import XlwingsSheet
from kinerja_xl.workbook.areas import parse_area
from kinerja_xl.workbook.grid import IsiSel

RPC_E_CALL_REJECTED = 0x80010001  # a cell is being edited, or a dialog is open
RPC_E_SERVERCALL_RETRYLATER = 0x8001010A
VBA_E_IGNORE = 0x800AC472  # Excel is calculating or drawing
RPC_E_DISCONNECTED = 0x80010108
RPC_S_SERVER_UNAVAILABLE = 0x800706BA
CO_E_OBJNOTCONNECTED = 0x800401FD
BUSY = frozenset({RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER, VBA_E_IGNORE})
GONE = frozenset({RPC_E_DISCONNECTED, RPC_S_SERVER_UNAVAILABLE, CO_E_OBJNOTCONNECTED})
_ATTEMPTS = 3  # of xlwings, one right after the other
_PATIENCE = 2.0  # seconds in which Excel may become ready
_PAUSE = 0.1
_MB_YESNO, _MB_ICONWARNING, _MB_ICONQUESTION, _MB_ICONINFORMATION, _IDYES = 0x4, 0x30, 0x20, 0x40, 6


class Excel:
    """The Excel whose main window is ``window``; ``message_box(text, title, style)`` is Windows' own."""

    nama = "Excel"

    def __init__(self, app: Any, message_box: Callable[[str, str, int], int]) -> None:
        self._app = app
        self._message_box = message_box

    def find_book(self, fullname: str) -> Any:
        """Return the open workbook of that full name.

        Compared as Excel gave it: a lookup by name would cut it or take another workbook of the same file name.
        Raises NoBookOpen, ProtectedView, HostBusy.
        """
        self.wait_until_ready()
        if not fullname:
            shown = self._app.api.ActiveProtectedViewWindow
            raise ProtectedView(nama=shown.Caption) if shown else NoBookOpen(program=self.nama)
        for book in self._app.books:
            if str(book.api.FullName) == fullname:
                return book
        raise NoBookOpen(program=self.nama)

    def wait_until_ready(self, sleep: Callable[[float], None] = time.sleep) -> None:
        """Wait until Excel answers. Raises HostBusy when it does not within two seconds."""
        for remaining in range(round(_PATIENCE / _PAUSE), -1, -1):
            try:
                if self._app.api.Ready or not remaining:
                    return
            except Exception as error:
                if not remaining or not isinstance(self.explain(error), HostBusy):
                    raise
            sleep(_PAUSE)

    def fullname(self, book: Any) -> str:
        """Return the path or address of the file; xlwings would read settings from the workbook for an address."""
        return str(book.api.FullName) if book.api.Path else ""

    def is_read_only(self, book: Any) -> bool:
        """Return whether it was opened read-only."""
        return bool(book.api.ReadOnly)

    def guess_names(self, book: Any, berkas: Path) -> Mapping[str, str] | None:
        """Return those of its file, where they are as many and the last of each sheet stands where it stood."""
        names, saved = book.api.Names, read_saved_names(berkas)
        if saved and names.Count == saved.count and all(
                parse_area(str(names.Item(name).RefersTo)[1:]) == parse_area(saved.book[name]) for name in saved.last):
            return saved.every
        return None

    def names(self, book: Any) -> Mapping[str, str]:
        """Return the workbook's names; those of single sheets stand behind them."""
        names = book.api.Names
        pairs = [(str(name.Name), str(name.RefersTo).removeprefix("=")) for name in names]
        scoped = {name.rpartition("!")[2].casefold(): area for name, area in pairs if "!" in name}
        return scoped | {name.casefold(): area for name, area in pairs if "!" not in name}

    def sheet_names(self, book: Any) -> Sequence[str]:
        """Return the names of the sheets."""
        return tuple(str(sheet.name) for sheet in book.sheets)

    def sheet(self, book: Any, nama: str) -> Any:
        """Return a sheet."""
        return book.sheets[nama]

    def open_sheets(self, book: Any, daftar_nama: Sequence[str]) -> Sequence[XlwingsSheet]:
        """Return these sheets; Excel says None of a range that is merged in part."""
        return [XlwingsSheet(book.sheets[nama], lambda cells: cells.api.MergeCells is not False)
                for nama in daftar_nama]

    def other_books(self, book: Any) -> Iterator[Any]:
        """Return the other open workbooks."""
        own = str(book.api.FullName)
        return (other for other in self._app.books if str(other.api.FullName) != own)

    def has_changes(self, book: Any) -> bool:
        """Return whether it has unsaved changes."""
        return not book.api.Saved

    def selected_cells(self, book: Any) -> Any | None:
        """Return the selected cells; a picture or a chart is none."""
        return self._app.selection if str(self._app.books.active.api.FullName) == str(book.api.FullName) else None

    def pick_file(self, judul: str, keterangan: str, pola: str) -> str | None:
        """Show Excel's own dialog."""
        picked = self._app.api.GetOpenFilename(f"{keterangan} ({pola}),{pola}", 1, judul)
        return str(picked) if picked else None  # False where it was cancelled

    def hold_screen(self, book: Any, held: bool) -> None:
        """Excel knows this only for all of its windows."""
        book.app.screen_updating = not held

    def write_table(self, cells: Any, rows: Sequence[Sequence[IsiSel]]) -> None:
        """Write formulas, texts and numbers."""
        cells.formula = [["" if isi is None else isi for isi in row] for row in rows]

    def clear_links(self, cells: Any) -> None:
        """Take the links off; a sheet protected by an earlier version of the template refuses that."""
        try:
            cells.api.ClearHyperlinks()
        except Exception as error:
            if not com_codes(error) or isinstance(self.explain(error), (HostBusy, HostUnknown)):
                raise

    def show(self, cells: Any) -> None:
        """Bring a range to the front and select it: Excel selects only on the sheet in front."""
        cells.sheet.activate()
        cells.select()

    def close(self, book: Any) -> None:
        """Close without saving."""
        book.close()

    def open(self, path: str) -> Any:
        """Open a workbook."""
        return self._app.books.open(path)

    def tell(self, judul: str, teks: str, *, gawat: bool = False) -> None:
        """Show a message; it needs no answer of Excel, so it also shows while Excel is busy."""
        self._message_box(teks, judul, _MB_ICONWARNING if gawat else _MB_ICONINFORMATION)

    def ask(self, judul: str, teks: str) -> bool:
        """Ask for yes or no."""
        return self._message_box(teks, judul, _MB_YESNO | _MB_ICONQUESTION) == _IDYES

    def show_status(self, teks: str) -> None:
        """Show a text in the status bar."""
        self._app.api.StatusBar = teks or False

    def explain(self, error: Exception) -> Exception:
        """Return what Excel's refusal means."""
        codes = com_codes(error)
        if codes & BUSY or type(error).__name__ == "ExcelBusyError":
            return HostBusy(program=self.nama)
        return HostUnknown() if codes & GONE else error


def com_codes(error: BaseException) -> frozenset[int]:
    """Return the COM codes of an error as Windows writes them (unsigned), none where it is no COM error."""
    hresult, info = getattr(error, "hresult", None), getattr(error, "excepinfo", None)
    codes = [hresult, info[5] if info and len(info) > 5 else None]
    return frozenset(code & 0xFFFFFFFF for code in codes if isinstance(code, int) and code)


def connect_excel(window: int) -> Excel:
    """Return the Excel that owns a window. Raises HostUnknown where there is none, NoBookOpen where it shows none."""
    if sys.platform != "win32":
        raise HostUnknown
    import ctypes

    import xlwings

    tame(importlib.import_module("xlwings._xlwindows"))
    user32 = ctypes.windll.user32
    pid = ctypes.c_ulong()
    user32.GetWindowThreadProcessId(window, ctypes.byref(pid))

    def message_box(text: str, title: str, style: int) -> int:
        return int(user32.MessageBoxW(window, text, title, style))

    try:
        return Excel(xlwings.apps[pid.value], message_box)
    except KeyError:  # xlwings reaches an Excel through the window of a workbook
        raise NoBookOpen(program=Excel.nama) from None


def tame(xlwindows: Any) -> None:
    """Let xlwings give up on a busy Excel, and let it kill none when this program ends."""
    xlwindows.N_COM_ATTEMPTS = _ATTEMPTS
    atexit.unregister(xlwindows.cleanup)
