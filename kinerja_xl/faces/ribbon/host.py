"""What the buttons need of the program they were pressed in, Excel or LibreOffice Calc, beyond what xlwings gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kinerja_xl.workbook.grid import IsiSel

Place = tuple[int, int]
Block = tuple[int, int, int, int]
"""A merged block: top, left, bottom, right, 1-based."""


class Cells(NamedTuple):
    """The filled cells of a sheet as its program gives them: floats, texts (errors too), booleans, datetimes.

    ``percents`` are those among the cells with numbers that have a per cent format.
    """

    values: Mapping[Place, Any]
    formulas: frozenset[Place]
    percents: frozenset[Place]


class OpenSheet(Protocol):
    """One sheet of an open workbook; every place is a 1-based (row, column)."""

    nama: str

    def cells(self) -> Cells:
        """Return the filled cells."""

    def percent_cells(self) -> Iterable[Place]:
        """Return every cell with a per cent format, blank ones too."""

    def block_at(self, place: Place) -> Block | None:
        """Return the merged block that covers a cell, None where it is not merged."""

    def blocks(self) -> Iterable[Block]:
        """Return the merged blocks of the sheet."""


class Host(Protocol):
    """One running Excel or Calc; a call that it refuses raises whatever its engine raises (``explain`` knows it)."""

    nama: str

    def find_book(self, which: str) -> Any:
        """Return the workbook that was pressed in. Raises NoBookOpen, and what else keeps it from being used."""

    def fullname(self, book: Any) -> str:
        """Return the file's path, an address where it lies online, "" where the workbook was never saved."""

    def is_read_only(self, book: Any) -> bool:
        """Return whether the workbook was opened read-only."""

    def names(self, book: Any) -> Mapping[str, str]:
        """Return what each defined name (lower case) stands for, as ``'Lembar Kerja'!$C$9:$C$15``."""

    def guess_names(self, book: Any, berkas: Path) -> Mapping[str, str] | None:
        """Return what they most likely stand for, by the workbook's file and few questions; None where asking is fast.

        Whoever uses it looks whether the names stand where they should.
        """

    def sheet_names(self, book: Any) -> Sequence[str]:
        """Return the names of the workbook's sheets."""

    def sheet(self, book: Any, nama: str) -> Any:
        """Return the xlwings sheet of exactly this name."""

    def open_sheets(self, book: Any, daftar_nama: Sequence[str]) -> Sequence[OpenSheet]:
        """Return the sheets of exactly these names, in this order; they may be read together."""

    def other_books(self, book: Any) -> Iterable[Any]:
        """Return the other workbooks that are open in the program."""

    def has_changes(self, book: Any) -> bool:
        """Return whether the workbook has changes that are not saved."""

    def selected_cells(self, book: Any) -> Any | None:
        """Return the selected cells of the active workbook, None where something else is selected."""

    def pick_file(self, judul: str, keterangan: str, pola: str) -> str | None:
        """Let the person pick a file of a pattern (``*.pdf;*.png``); None where none was picked."""

    def hold_screen(self, book: Any, held: bool) -> None:
        """Keep a workbook's windows from being drawn while much is written, or let them; written faster so."""

    def write_table(self, cells: Any, rows: Sequence[Sequence[IsiSel]]) -> None:
        """Fill a range of that many rows and columns; formats stay.

        ``=`` begins a formula (Excel's grammar), an apostrophe a text that is not to be read as anything else, None or
        "" empties a cell.
        """

    def clear_links(self, cells: Any) -> None:
        """Take the links off cells that keep them when their content changes, where the sheet lets that be done."""

    def show(self, cells: Any) -> None:
        """Bring a range to the front and select it."""

    def close(self, book: Any) -> None:
        """Close a workbook without saving; the program itself stays."""

    def open(self, path: str) -> Any:
        """Open a workbook and return it."""

    def tell(self, judul: str, teks: str, *, gawat: bool = False) -> None:
        """Show a message and wait until it was read; on stderr where there is no window."""

    def ask(self, judul: str, teks: str) -> bool:
        """Show a question and return whether it was answered with yes; no where there is no window."""

    def show_status(self, teks: str) -> None:
        """Show a text in the status bar; "" gives the bar back."""

    def explain(self, error: Exception) -> Exception:
        """Return what the program's refusal means to a person, the error itself where it means nothing special."""
