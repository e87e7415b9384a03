"""LibreOffice Calc as the buttons need it, through ``engines.calc``."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import xlwings

from kinerja_xl.engines.calc import (
    BookNotFound,
    BookReadOnly,
    CalcError,
    Disconnected,
    NotConnected,
    NoWindow,
    alert_in,
    connect,
    find_book,
    pick_file,
)
from kinerja_xl.errors import HostUnknown, NoBookOpen, OpenedReadOnly
from kinerja_xl.faces.ribbon.calc_sheet import CalcBook, CalcSheet
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import IsiSel

_TEXTS = re.compile(r'("(?:[^"]|"")*")')


class Calc:
    """The running LibreOffice behind a pipe."""

    nama = "LibreOffice Calc"

    def __init__(self, pipe: str) -> None:
        """Connect. Raises HostUnknown where no LibreOffice answers."""
        try:
            self._engine = connect(pipe)
        except NotConnected as error:
            raise HostUnknown from error
        self._app = self._engine.apps[self._engine.apps.keys()[0]]
        self._books: dict[int, CalcBook] = {}
        self._pressed_in: xlwings.Book | None = None

    def find_book(self, uid: str) -> xlwings.Book:
        """Return the workbook that was pressed in (its RuntimeUID), the active one where none is named."""
        try:
            self._pressed_in = find_book(self._engine, uid) if uid else self._app.books.active
        except (BookNotFound, CalcError) as error:
            raise NoBookOpen(program=self.nama) from error
        return self._pressed_in

    def fullname(self, book: xlwings.Book) -> str:
        """Return the path or address of the file."""
        return str(book.fullname) if book.api.hasLocation() else ""

    def is_read_only(self, book: xlwings.Book) -> bool:
        """Return whether it was opened read-only."""
        return bool(book.api.isReadonly())

    def guess_names(self, book: xlwings.Book, berkas: Path) -> None:
        """Guess none: Calc tells them all quickly."""

    def names(self, book: xlwings.Book) -> Mapping[str, str]:
        """Return the workbook's names; those of single sheets stand behind them.

        A sheet has names of its own after it was copied: then the name that lies on it is not among the workbook's.
        """
        own = self._shared(book).names()
        if own.keys() >= set(names.JANGKAR_LEMBAR.values()):
            return own
        scoped = (self._shared(book).names(sheet.api) for sheet in book.sheets)
        return {name: area for daftar in (*scoped, own) for name, area in daftar.items()}

    def sheet_names(self, book: xlwings.Book) -> Sequence[str]:
        """Return the names of the sheets."""
        return tuple(self._shared(book).sheets.ElementNames)

    def sheet(self, book: xlwings.Book, nama: str) -> xlwings.Sheet:
        """Return a sheet."""
        return xlwings.Sheet(impl=book.impl.sheets.of(self._shared(book).sheet(nama)))

    def open_sheets(self, book: xlwings.Book, daftar_nama: Sequence[str]) -> Sequence[CalcSheet]:
        """Return these sheets."""
        return self._shared(book).open_sheets(daftar_nama)

    def _shared(self, book: xlwings.Book) -> CalcBook:
        return self._books.setdefault(id(book.impl), CalcBook(book.impl))  # which keeps the object, and so its id

    def other_books(self, book: xlwings.Book) -> Iterator[xlwings.Book]:
        """Return the other open workbooks."""
        return (other for other in self._app.books if other.api.RuntimeUID != book.api.RuntimeUID)

    def has_changes(self, book: xlwings.Book) -> bool:
        """Return whether it has unsaved changes."""
        return bool(book.api.isModified())

    def selected_cells(self, book: xlwings.Book) -> xlwings.Range | None:
        """Return the selected cells, asked of the workbook's own window."""
        selected = book.api.CurrentController.getSelection()
        address = getattr(selected, "RangeAddress", None)
        if address is None:
            return None
        return book.sheets[address.Sheet].range((address.StartRow + 1, address.StartColumn + 1),
                                                (address.EndRow + 1, address.EndColumn + 1))

    def pick_file(self, judul: str, keterangan: str, pola: str) -> str | None:
        """Show LibreOffice's own dialog; none is picked where there is no window."""
        try:
            return pick_file(self._app, judul, {keterangan: pola})
        except NoWindow:
            return None

    def hold_screen(self, book: xlwings.Book, held: bool) -> None:
        """Keep the workbook's windows from being drawn, or let them."""
        if held:
            book.api.lockControllers()
        else:
            book.api.unlockControllers()

    def write_table(self, cells: xlwings.Range, rows: Sequence[Sequence[IsiSel]]) -> None:
        """Write formulas, whose grammar is Calc's own but for the separator, texts and numbers."""
        cells.impl.type_in([[_typed(isi) for isi in row] for row in rows])

    def clear_links(self, cells: xlwings.Range) -> None:
        """Calc keeps a link in the text itself; it goes with it."""

    def show(self, cells: xlwings.Range) -> None:
        """Bring a range to the front and select it."""
        cells.select()

    def close(self, book: xlwings.Book) -> None:
        """Close without saving, as the menu does: LibreOffice's own window stays when it was the last workbook."""
        model, bridge = book.api, book.impl.app.bridge
        frame = model.CurrentController.Frame
        if not frame.ContainerWindow.isVisible():
            book.close()
            return
        model.setModified(False)
        bridge.create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:CloseDoc", "", 0, ())

    def open(self, path: str) -> xlwings.Book:
        """Open a workbook."""
        return xlwings.Book(impl=self._app.impl.books.open(path))  # xlwings' own refuses two of one name, as Excel does

    def tell(self, judul: str, teks: str, *, gawat: bool = False) -> None:
        """Show a message."""
        try:
            self._alert(judul, teks, "ok", "critical" if gawat else "info")
        except CalcError as error:
            if not isinstance(error, (NoWindow, Disconnected)):
                raise
            print(f"{judul}\n{teks}", file=sys.stderr)

    def ask(self, judul: str, teks: str) -> bool:
        """Ask for yes or no."""
        try:
            return self._alert(judul, teks, "yes_no", "info") == "yes"
        except NoWindow:
            return False

    def _alert(self, judul: str, teks: str, buttons: str, mode: str) -> str:
        """In the window in front; where none is, in that which was pressed in, or in another one if that is closed."""
        if self._pressed_in is not None:
            with contextlib.suppress(Disconnected):
                return alert_in(self._pressed_in, teks, judul, buttons, mode)
        return str(self._app.alert(teks, judul, buttons, mode))

    def show_status(self, teks: str) -> None:
        """Show a text in the status bar."""
        self._app.status_bar = teks or False

    def explain(self, error: Exception) -> Exception:
        """Return what Calc's refusal means."""
        if isinstance(error, Disconnected):
            return HostUnknown()
        if isinstance(error, BookReadOnly):
            return OpenedReadOnly(nama="ini")
        return error


def _typed(isi: IsiSel) -> str:
    """What is typed: a formula with a semicolon between its arguments, a text behind an apostrophe."""
    if not isinstance(isi, str):
        return "" if isi is None else str(isi)
    if isi.startswith("="):
        return "".join(part if part.startswith('"') else part.replace(",", ";") for part in _TEXTS.split(isi))
    return isi if isi.startswith("'") or not isi else f"'{isi}"
