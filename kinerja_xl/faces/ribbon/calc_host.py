"""LibreOffice Calc as the buttons need it, through ``engines.calc``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import xlwings

from kinerja_xl.engines.calc import (
    BookNotFound,
    BookReadOnly,
    CalcError,
    Disconnected,
    NotConnected,
    NoWindow,
    connect,
    find_book,
    pick_file,
)
from kinerja_xl.errors import HostUnknown, NoBookOpen, OpenedReadOnly
from kinerja_xl.faces.ribbon.host import Block, Place

_FORMULA, _PERCENT = 16, 8  # com.sun.star.sheet.CellFlags, com.sun.star.util.NumberFormat


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

    def find_book(self, uid: str) -> xlwings.Book:
        """Return the workbook that was pressed in (its RuntimeUID), the active one where none is named."""
        try:
            return find_book(self._engine, uid) if uid else self._app.books.active
        except (BookNotFound, CalcError) as error:
            raise NoBookOpen(program=self.nama) from error

    def fullname(self, book: xlwings.Book) -> str:
        """Return the path or address of the file."""
        return str(book.fullname) if book.api.hasLocation() else ""

    def is_read_only(self, book: xlwings.Book) -> bool:
        """Return whether it was opened read-only."""
        return bool(book.api.isReadonly())

    def names(self, book: xlwings.Book) -> Mapping[str, str]:
        """Return the workbook's names; those of single sheets stand behind them."""
        found: dict[str, str] = {}
        for container in (*(sheet.api.NamedRanges for sheet in book.sheets), book.api.NamedRanges):
            for name in container.ElementNames:
                found[name.casefold()] = _excel_area(container.getByName(name).Content)
        return found

    def formula_cells(self, cells: xlwings.Range) -> Iterator[Place]:
        """Return which cells hold a formula."""
        return _places(cells.api.queryContentCells(_FORMULA).RangeAddresses)

    def percent_cells(self, cells: xlwings.Range) -> Iterator[Place]:
        """Return which cells have a per cent format."""
        formats = cells.impl.sheet.book.formats
        for area, _ in formats.special(cells.api, [cells.impl.area], _PERCENT):
            for row, column in area.cells():
                yield row + 1, column + 1

    def merged_blocks(self, cells: xlwings.Range) -> Iterator[Block]:
        """Return the merged blocks that begin in the range."""
        sheet, waiting = cells.sheet, [cells.impl.area]
        while waiting:
            area = waiting.pop()
            part = sheet.api.getCellRangeByPosition(area.column, area.row, area.last_column, area.last_row)
            if not part.IsMerged:  # true for any range in which a block begins
                continue
            if area.shape == (1, 1):
                cursor = sheet.api.createCursorByRange(part)
                cursor.collapseToMergedArea()
                found = cursor.RangeAddress
                yield found.StartRow + 1, found.StartColumn + 1, found.EndRow + 1, found.EndColumn + 1
            else:
                waiting += area.halves()

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

    def close(self, book: xlwings.Book) -> None:
        """Close without saving."""
        book.close()

    def open(self, path: str) -> xlwings.Book:
        """Open a workbook."""
        return self._app.books.open(path)

    def tell(self, judul: str, teks: str, *, gawat: bool = False) -> None:
        """Show a message."""
        try:
            self._app.alert(teks, judul, "ok", "critical" if gawat else "info")
        except CalcError as error:
            if not isinstance(error, (NoWindow, Disconnected)):
                raise
            print(f"{judul}\n{teks}", file=sys.stderr)

    def ask(self, judul: str, teks: str) -> bool:
        """Ask for yes or no."""
        try:
            return bool(self._app.alert(teks, judul, "yes_no", "info") == "yes")
        except NoWindow:
            return False

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


def _excel_area(content: str) -> str:
    """``$'Lembar Kerja'.$C$9:$C$15`` as Excel writes it; anything else as it is."""
    sheet, dot, cells = content.rpartition(".$")
    return f"{sheet.removeprefix('$')}!${cells}" if dot else content


def _places(addresses: Any) -> Iterator[Place]:
    for address in addresses:
        for row in range(address.StartRow + 1, address.EndRow + 2):
            for column in range(address.StartColumn + 1, address.EndColumn + 2):
                yield row, column
