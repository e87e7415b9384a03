"""What the buttons need of the program they were pressed in, Excel or LibreOffice Calc, beyond what xlwings gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

Place = tuple[int, int]
Block = tuple[int, int, int, int]
"""A merged block: top, left, bottom, right, 1-based."""


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

    def formula_cells(self, cells: Any) -> Iterable[Place]:
        """Return which cells of a range hold a formula."""

    def percent_cells(self, cells: Any) -> Iterable[Place]:
        """Return which cells of a range have a per cent format."""

    def merged_blocks(self, cells: Any) -> Iterable[Block]:
        """Return the merged blocks that begin in a range."""

    def other_books(self, book: Any) -> Iterable[Any]:
        """Return the other workbooks that are open in the program."""

    def has_changes(self, book: Any) -> bool:
        """Return whether the workbook has changes that are not saved."""

    def selected_cells(self, book: Any) -> Any | None:
        """Return the selected cells of the active workbook, None where something else is selected."""

    def pick_file(self, judul: str, keterangan: str, pola: str) -> str | None:
        """Let the person pick a file of a pattern (``*.pdf;*.png``); None where none was picked."""

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
