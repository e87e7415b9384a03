"""What a range holds: values, formulas, array formulas, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .errors import FormulaError
from .guarding import guarded
from .notes import Note, add_note, find_note
from .reading import read_formulas, read_values
from .writing import write_values

# com.sun.star.sheet.CellFlags
NUMBERS, DATES, TEXTS, NOTES, FORMULAS, DIRECT_FORMATS, STYLES, CHARACTER_FORMATS = 1, 2, 4, 8, 16, 32, 64, 256
CONTENTS = NUMBERS | DATES | TEXTS | FORMULAS
FORMATS = DIRECT_FORMATS | STYLES | CHARACTER_FORMATS


@guarded
class Content:
    """The part of Range that reads and writes what stands in the cells."""

    api: Any
    sheet: Any

    @property
    def row(self) -> int:
        """Its first row."""
        raise NotImplementedError

    @property
    def column(self) -> int:
        """Its first column."""
        raise NotImplementedError

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        raise NotImplementedError

    @property
    def raw_value(self) -> Any:
        """One cell: its value; several: a tuple of rows. See ``read_values``."""
        return _scalar_or_rows(read_values(self.sheet.book, self.api), self.shape)

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        """Write one value into all cells, or rows of values that fit. See ``write_values``."""
        self.check_writable()
        write_values(self.sheet.book, self.api, value)

    @property
    def formula(self) -> Any:
        """The formula, or the constant as text; several cells: a tuple of rows."""
        return _scalar_or_rows(read_formulas(self.sheet.book, self.api), self.shape)

    @formula.setter
    def formula(self, value: Any) -> None:
        """The same as writing the value: what begins with ``=`` is a formula."""
        self.raw_value = value

    def type_in(self, rows: Sequence[Sequence[str]]) -> None:
        """Write rows that fit, as typed into English cells with Calc's grammar (``;`` between arguments); in one call.

        ``'12`` is the text 12, ``12`` the number, "" leaves the cell empty; formats stay. Raises SheetProtected; Calc
        itself refuses this on locked cells, so it is asked why only then. Rows at the end that are empty and stay so
        are left alone: Calc looks at the height of every row that it writes to.
        """
        cells, count = self.api, _rows_in_use(rows)
        if count < self.shape[0]:
            count = max(count, _rows_in_use(cells.getDataArray()))
            cells = cells.getCellRangeByPosition(0, 0, self.shape[1] - 1, count - 1) if count else None
        try:
            if cells is not None:
                cells.setFormulaArray(tuple(map(tuple, rows[:count])))
        except Exception:
            self.check_writable()
            raise

    @property
    def formula_array(self) -> str | None:
        """The array formula these cells show together; the formula of a single cell; None for others."""
        text = self.api.getArrayFormula()
        if text:
            address = self.sheet.book.formulas.address(self.sheet.index - 1, self.row - 1, self.column - 1)
            return str(self.sheet.book.formulas.excel_text(text, address))
        return str(self.formula) if self.shape == (1, 1) else None

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        """Let one array formula fill the range. Raises FormulaError where Calc will not, as over a merged cell."""
        self.check_writable()
        formulas = self.sheet.book.formulas
        address = formulas.address(self.sheet.index - 1, self.row - 1, self.column - 1)
        text = formulas.api_text(formulas.tokens(value, address), address)
        self.api.setArrayFormula(text)
        if not self.api.getArrayFormula():
            raise FormulaError(f"Calc does not take {value!r} as an array formula here")

    @property
    def has_array(self) -> bool:
        """Whether the cells belong to an array formula."""
        return bool(self.api.getArrayFormula())

    def clear_contents(self) -> None:
        """Take out values and formulas; formats and notes stay."""
        self._clear(CONTENTS)

    def clear_formats(self) -> None:
        """Take out all formats; the cells become locked again, as in Excel."""
        self._clear(FORMATS)

    def clear(self) -> None:
        """Take out values, formulas, formats and notes."""
        self._clear(CONTENTS | FORMATS | NOTES)

    def _clear(self, flags: int) -> None:
        self.check_writable()
        self.api.clearContents(flags)

    @property
    def note(self) -> Note | None:
        """The note of the first cell, if it has one."""
        return find_note(self)

    def add_note(self, text: str) -> Note:
        """A note on this cell."""
        return add_note(self, text)

    def check_writable(self) -> None:
        """Raise SheetProtected if a locked cell would change.

        Asked here before every change, because Calc refuses only some of them; others it does to locked cells too, or
        leaves undone without a word.
        """
        raise NotImplementedError


def _rows_in_use(rows: Sequence[Sequence[Any]]) -> int:
    return max((place for place, row in enumerate(rows, 1) if any(value != "" for value in row)), default=0)


def _scalar_or_rows(rows: list[list[Any]], shape: tuple[int, int]) -> Any:
    return rows[0][0] if shape == (1, 1) else tuple(tuple(row) for row in rows)
