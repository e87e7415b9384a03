"""Set values and internal links in the XML of one sheet and leave everything else of it as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from lxml import etree

from kinerja_xl.domain.cells import address, column_number
from kinerja_xl.workbook.areas import Area, parse_area
from kinerja_xl.workbook.grid import IsiSel, Place, clean_text
from kinerja_xl.workbook.xlsx.measures import Measures
from kinerja_xl.workbook.xlsx.package import local_name, parse_xml

"""What can be written: text, a number, or nothing."""

MAX_TEXT = 32767  # Excel's limit for the text of one cell
_MAX_DIGITS = 15  # of a number in Excel
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_LINKS = frozenset({
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture",
    "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
})
"""What follows the links in a worksheet part (ECMA-376 part 1, 18.3.1.99): their order is fixed."""


class SheetEditor:
    """One sheet part being edited; cells keep their own style, rows and cells that are missing are made in order."""

    def __init__(self, part: bytes) -> None:
        self._root = parse_xml(part)
        self._ns = str(self._root.tag).rpartition("}")[0] + "}"
        self._data = self._child("sheetData")
        self._rows = self._number_rows()
        self._cells: dict[int, dict[int, etree._Element]] = {}
        self._extent: Place = (0, 0)

    def _child(self, name: str) -> etree._Element:
        found = self._root.find(self._ns + name)
        if found is None:
            raise ValueError(f"the sheet has no {name}")
        return found

    def _select(self, path: str) -> list[etree._Element]:
        found = self._data.xpath(path, namespaces={"s": self._ns[1:-1]})
        return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []

    def _number_rows(self) -> dict[int, etree._Element]:
        rows, number = {}, 0
        for element in self._data.iterchildren(self._ns + "row"):
            number = int(element.get("r", number + 1))
            rows[number] = element
        return rows

    def _row_cells(self, row: int) -> dict[int, etree._Element]:
        if row not in self._cells:
            cells, number = {}, 0
            for element in self._rows[row].iterchildren(self._ns + "c") if row in self._rows else ():
                match = _ADDRESS.fullmatch(element.get("r", ""))
                number = column_number(match[1]) if match else number + 1
                cells[number] = element
            self._cells[row] = cells
        return self._cells[row]

    def write(self, place: Place, isi: IsiSel, like: Iterable[Place] = ()) -> None:
        """Put a value into a cell (None empties it); a missing cell takes the style of the first of ``like``."""
        if isi is None or isi == "":
            cell = self._row_cells(place[0]).get(place[1])
            if cell is not None:
                self._empty(cell)
            return
        cell = self._cell(place, like)
        self._empty(cell)
        self._fill(cell, isi)

    def write_result(self, place: Place, isi: str | Decimal | int) -> None:
        """Put the shown result of a formula beside it; KeyError where the cell does not exist."""
        cell = self._row_cells(place[0])[place[1]]
        formula = cell.find(self._ns + "f")
        self._empty(cell)
        if formula is None:
            raise KeyError(address(*place))
        cell.append(formula)
        if isinstance(isi, str):
            cell.set("t", "str")
        etree.SubElement(cell, self._ns + "v").text = _escape(isi) if isinstance(isi, str) else _number(isi)

    def has_formula(self, place: Place) -> bool:
        """Whether a cell holds a formula (one shared with a neighbour has no text of its own)."""
        cell = self._row_cells(place[0]).get(place[1])
        return cell is not None and cell.find(self._ns + "f") is not None

    def formula(self, place: Place) -> str:
        """Return the formula of a cell, "" where it has none."""
        cell = self._row_cells(place[0]).get(place[1])
        return (cell.findtext(self._ns + "f") or "") if cell is not None else ""

    def clear(self, area: Area) -> None:
        """Empty every cell of a rectangle; styles stay."""
        for cell in self._select("s:row/s:c[*]"):
            match = _ADDRESS.fullmatch(cell.get("r", ""))
            if match and area.top <= int(match[2]) <= area.bottom and \
                    area.left <= column_number(match[1]) <= area.right:
                self._empty(cell)

    def drop_formulas(self) -> bool:
        """Turn every formula of the sheet into the value it shows; return whether there was any."""
        formulas = self._select("s:row/s:c/s:f")
        for formula in formulas:
            cell = formula.getparent()
            assert cell is not None
            cell.remove(formula)
            cell.attrib.pop("cm", None)  # marks a dynamic array, which is gone now
        return bool(formulas)

    def replace_links(self, area: Area, links: Iterable[tuple[Place, str]]) -> None:
        """Exchange the links inside a rectangle for internal ones: (cell, ``'Sheet'!A1``)."""
        block = self._root.find(self._ns + "hyperlinks")
        for element in list(block) if block is not None else ():
            spot = parse_area(f"x!{element.get('ref', '')}")
            if spot and area.top <= spot.top <= area.bottom and area.left <= spot.left <= area.right:
                element.getparent().remove(element)  # type: ignore[union-attr]  # it was listed from its parent
        for place, location in links:
            if block is None:
                block = self._new_link_block()
            etree.SubElement(block, self._ns + "hyperlink", ref=address(*place), location=location)
        if block is not None and len(block) == 0:
            self._root.remove(block)  # an empty list of links is not valid

    def _new_link_block(self) -> etree._Element:
        block = etree.Element(self._ns + "hyperlinks")
        follower = next((child for child in self._root if local_name(child) in _AFTER_LINKS), None)
        if follower is None:
            self._root.append(block)
        else:
            follower.addprevious(block)
        return block

    @property
    def measures(self) -> Measures:
        """The widths and heights of the sheet."""
        return Measures(self._root)

    def to_bytes(self) -> bytes:
        """Return the sheet part."""
        self._widen_dimension()
        return etree.tostring(self._root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)

    def _cell(self, place: Place, like: Iterable[Place]) -> etree._Element:
        row, column = place
        cells = self._row_cells(row)
        if column in cells:
            return cells[column]
        element = etree.Element(self._ns + "c", r=address(row, column))
        style = next((found for spot in like if (found := self._style(spot))), None)
        if style:
            element.set("s", style)
        before = max((number for number in cells if number < column), default=None)
        if before is None:
            self._row(row).insert(0, element)
        else:
            cells[before].addnext(element)
        self._rows[row].attrib.pop("spans", None)  # only a hint, and now perhaps a wrong one
        cells[column] = element
        self._extent = (max(self._extent[0], row), max(self._extent[1], column))
        return element

    def _style(self, place: Place) -> str | None:
        cell = self._row_cells(place[0]).get(place[1])
        return None if cell is None else cell.get("s")

    def _row(self, number: int) -> etree._Element:
        if number not in self._rows:
            element = etree.Element(self._ns + "row", r=str(number))
            before = max((row for row in self._rows if row < number), default=None)
            if before is None:
                self._data.insert(0, element)
            else:
                self._rows[before].addnext(element)
            self._rows[number] = element
        return self._rows[number]

    def _empty(self, cell: etree._Element) -> None:
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)

    def _fill(self, cell: etree._Element, isi: str | Decimal | int) -> None:
        if isinstance(isi, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, self._ns + "is"), self._ns + "t")
            text.text = _escape(isi)
            text.set(_SPACE, "preserve")
        else:
            etree.SubElement(cell, self._ns + "v").text = _number(isi)

    def _widen_dimension(self) -> None:
        element = self._root.find(self._ns + "dimension")
        known = parse_area(f"x!{element.get('ref', '')}") if element is not None else None
        if element is None or known is None or self._extent == (0, 0):
            return
        bottom, right = max(known.bottom, self._extent[0]), max(known.right, self._extent[1])
        element.set("ref", f"{address(known.top, known.left)}:{address(bottom, right)}")


def _escape(teks: str) -> str:
    """Text as a cell stores it: no control characters, and nothing that reads as Excel's ``_x0041_`` escape."""
    return _LOOKS_ESCAPED.sub("_x005F_", clean_text(teks)[:MAX_TEXT])


def _number(isi: Decimal | int) -> str:
    digits = f"{Decimal(isi):f}"
    return digits if len(digits) <= _MAX_DIGITS else repr(float(isi))
