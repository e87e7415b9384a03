"""Notes on cells; Calc calls them comments."""

from __future__ import annotations

from typing import Any

from xlwings import base_classes

from .guarding import guarded


@guarded
class Note(base_classes.Note):
    """The note of one cell, which is given as the engine's Range."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell

    @property
    def api(self) -> Any:
        """The ``com.sun.star.sheet.CellAnnotation``; one with an empty text where the cell has no note."""
        return self._cell.api.getCellByPosition(0, 0).getAnnotation()

    @property
    def text(self) -> str:
        """Its text."""
        return str(self.api.String)

    @text.setter
    def text(self, value: str) -> None:
        """Give it another text."""
        self._cell.check_writable()
        self.api.setString(value)

    @property
    def author(self) -> str:
        """Who wrote it; "" in Calc's own notes, " " after Calc saved one as xlsx."""
        return str(self.api.Author)

    @property
    def location(self) -> Any:
        """Its cell."""
        return self._cell

    def delete(self) -> None:
        """Take it away."""
        self._cell.check_writable()
        annotations = self._cell.sheet.api.Annotations
        for place in range(annotations.Count):
            position = annotations.getByIndex(place).Position
            if (position.Row + 1, position.Column + 1) == (self._cell.row, self._cell.column):
                annotations.removeByIndex(place)
                return


def find_note(cell: Any) -> Note | None:
    """The note of a range's first cell, if it has one with a text."""
    note = Note(cell)
    return note if note.text else None


def add_note(cell: Any, text: str) -> Note:
    """A note on the cell, in place of one it has."""
    cell.check_writable()
    address = cell.sheet.book.formulas.address(cell.sheet.index - 1, cell.row - 1, cell.column - 1)
    cell.sheet.api.Annotations.insertNew(address, text)
    return Note(cell)


def notes_of(sheet: Any) -> list[Note]:
    """All notes of a sheet."""
    annotations = sheet.api.Annotations
    positions = [annotations.getByIndex(place).Position for place in range(annotations.Count)]
    return [Note(sheet.range((position.Row + 1, position.Column + 1))) for position in positions]
