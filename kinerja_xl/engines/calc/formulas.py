"""Formulas of one book in Excel's A1 grammar, both ways, through Calc's own parser."""

from __future__ import annotations

import re
from typing import Any

from .errors import FormulaError
from .uno_bridge import Bridge

XL_A1, OOXML, API = 1, 5, 6  # com.sun.star.sheet.AddressConvention, .FormulaLanguage
SPECIAL, ALL_GROUPS = 0, 0x7FFFFFFF  # com.sun.star.sheet.FormulaMapGroup
BAD_NAME = 7  # com.sun.star.sheet.FormulaMapGroupSpecialOffset.BAD
SYNTAX_ERRORS = frozenset((501, 507, 508, 509, 510, 512, 513, 514, 516, 517, 518, 520, 521, 533))

# a text, a quoted sheet, an array constant, or a bare TRUE/FALSE: only the last is touched
_BARE_BOOLEAN = re.compile(
    r"""("(?:[^"]|"")*"|'(?:[^']|'')*'|\{(?:[^}"]|"(?:[^"]|"")*")*\})|(?<![\w.$!])(TRUE|FALSE)(?![\w.!(])(?!\s*\()""",
    re.IGNORECASE)
_TEXTS = re.compile(r"""("(?:[^"]|"")*")""")
_LOST_REFERENCE = re.compile(r"(?:\$?'(?:[^']|'')*'[.!]|[$\w.!])*#REF!(?:[.:]?[$\w#!]+)*", re.IGNORECASE)
_SHEET_DOT = re.compile(r"\$?('(?:[^']|'')*'|[A-Za-z_]\w*)\.(?=\$?[A-Z]{1,3}\$?\d)")


class Formulas:
    """Calc's formula parser twice: once with Excel's grammar, once with that of Calc's API."""

    def __init__(self, bridge: Bridge, model: Any) -> None:
        self._bridge = bridge
        self._api = model.createInstance("com.sun.star.sheet.FormulaParser")
        self._api.CompileEnglish = True
        mapper = model.createInstance("com.sun.star.sheet.FormulaOpCodeMapper")
        self._api.OpCodeMap = mapper.getAvailableMappings(API, ALL_GROUPS)  # or add-in functions like EDATE get lost
        self._excel = model.createInstance("com.sun.star.sheet.FormulaParser")
        self._excel.CompileEnglish = True
        self._excel.FormulaConvention = XL_A1
        self._excel.OpCodeMap = tuple(_shown(entry) for entry in mapper.getAvailableMappings(OOXML, ALL_GROUPS))
        self._bad = mapper.getAvailableMappings(OOXML, SPECIAL)[BAD_NAME].Token.OpCode

    def address(self, sheet: int, row: int, column: int) -> Any:
        """A ``CellAddress``; all three count from 0."""
        return self._bridge.struct("com.sun.star.table.CellAddress", Sheet=sheet, Row=row, Column=column)

    def tokens(self, text: str, address: Any) -> Any:
        """The tokens of an Excel formula standing at the address.

        Raises FormulaError for what Calc cannot read, before anything is written: an unknown function, name or sheet,
        an error constant such as ``#REF!``.
        """
        tokens = self._excel.parseFormula(_BARE_BOOLEAN.sub(lambda found: found[1] or f"{found[2]}()", text), address)
        unknown = [str(token.Data) for token in tokens if token.OpCode == self._bad]
        if unknown:
            raise FormulaError(f"Calc does not know {', '.join(map(repr, unknown))} in the formula {text!r}")
        return tokens

    def api_text(self, tokens: Any, address: Any) -> str:
        """The tokens as ``setFormulaArray`` takes them at the address; relative references move with it."""
        return f"={self._api.printFormula(tokens, address)}"

    def excel_text(self, api_text: str, address: Any) -> str:
        """A formula of ``getFormulaArray`` as Excel writes it; an array formula loses its braces."""
        text = api_text.removeprefix("{").removesuffix("}") if api_text.startswith("{=") else api_text
        if "#REF!" in _TEXTS.sub("", text).upper():  # the parser drops it without a word: SUM(#REF!) would be SUM()
            return _rewritten(text)
        return self.from_tokens(self._api.parseFormula(text, address), address)

    def from_tokens(self, tokens: Any, address: Any) -> str:
        """The tokens as Excel writes them, with the leading ``=``."""
        return f"={self._excel.printFormula(tokens, address)}"


def _shown(entry: Any) -> Any:
    """The entry with the function's name as Excel shows it; ``_xlfn.`` stands in files only."""
    if entry.Name.startswith("_xlfn.") and not entry.Name.startswith("_xlfn.ORG."):
        entry.Name = entry.Name.removeprefix("_xlfn.")
    return entry


def _rewritten(text: str) -> str:
    """A formula with a lost reference, from Calc's grammar to Excel's by its letters, texts left alone."""
    parts = _TEXTS.split(text)
    for place in range(0, len(parts), 2):
        part = _LOST_REFERENCE.sub("#REF!", parts[place])
        parts[place] = _SHEET_DOT.sub(lambda found: f"{found[1]}!", part).replace(";", ",")
    return "".join(parts)
