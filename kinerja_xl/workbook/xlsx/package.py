"""A small reader of the xlsx container: its parts, sheets by name, defined names and percent styles."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.workbook.areas import Area, parse_area, same_name
from kinerja_xl.workbook.grid import renamed_sheet
from kinerja_xl.workbook.xlsx.percent import shows_percent

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, the part that holds it, its id and whether it is hidden."""

    nama: str
    part: str
    sheet_id: str
    state: str


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML part; no entity is resolved and nothing is fetched; XMLSyntaxError where broken."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace, "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class Package:
    """The parts of one xlsx file in memory; ``nama`` is only for messages. NotAWorkbook where it is none."""

    def __init__(self, data: bytes, nama: str) -> None:
        self.data = data
        self.nama = nama
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self._read_workbook()
        except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
            raise NotAWorkbook(berkas=nama, sebab="susunan berkasnya rusak.") from error

    def _read_workbook(self) -> None:
        office = self._targets("_rels/.rels", "")
        self.workbook_part = dict(office.values())["officeDocument"]
        rels = self._targets(rels_part(self.workbook_part), posixpath.dirname(self.workbook_part))
        self.styles_part = next((target for kind, target in rels.values() if kind == "styles"), None)
        self.calc_chain_part = next((target for kind, target in rels.values() if kind == "calcChain"), None)
        root = parse_xml(self.read(self.workbook_part))
        self.sheets: tuple[SheetPart, ...] = ()
        self.names: dict[str, str] = {}
        for block in root:
            if local_name(block) == "sheets":
                self.sheets = tuple(_sheets(block, rels))
            elif local_name(block) == "definedNames":
                self.names = _names(block)

    def _targets(self, part: str, base: str) -> dict[str, tuple[str, str]]:
        """Return the relationships of a part: id -> (last word of the type, path of the target inside the zip)."""
        found = {}
        for element in parse_xml(self.read(part)).iter(f"{{{_RELATIONSHIP}}}Relationship"):
            target = unquote(element.get("Target", ""))
            if element.get("TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
                found[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], path)
        return found

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; KeyError where there is none, BadZipFile where its checksum is wrong."""
        return self.zip.read(part)

    def sheet(self, nama: str) -> SheetPart | None:
        """Return the sheet of that name, else the first that differs only in case or blanks, else the renamed one.

        A sheet of the worksheet that people renamed is found by the defined name that lies on it; None where not.
        """
        for own in (nama, renamed_sheet(nama, self.names)):
            exact = next((sheet for sheet in self.sheets if sheet.nama == own), None)
            alike = (sheet for sheet in self.sheets if own and same_name(sheet.nama) == same_name(own))
            if found := exact or next(alike, None):
                return found
        return None

    def area(self, name: str) -> Area | None:
        """Return the rectangle a defined name stands for; None where it is missing, lost (#REF!) or no rectangle."""
        reference = self.names.get(name.casefold())
        return parse_area(reference) if reference else None

    def area_on(self, name: str, lembar: str) -> Area | None:
        """Return the rectangle of a defined name where it lies on that sheet (as spelled there), else None."""
        area = self.area(name)
        return area if area and same_name(area.lembar) == same_name(lembar) else None

    @cached_property
    def percent_styles(self) -> frozenset[str]:
        """The cell style ids (attribute ``s``) whose number format shows per cent."""
        if self.styles_part is None:
            return frozenset()
        root = parse_xml(self.read(self.styles_part))
        percent = {"9", "10"}
        for element in root.iter("{*}numFmt"):
            if shows_percent(element.get("formatCode", "")):
                percent.add(element.get("numFmtId", ""))
        formats = next(root.iter("{*}cellXfs"), None)
        rows = [] if formats is None else [xf for xf in formats if local_name(xf) == "xf"]
        return frozenset(str(index) for index, xf in enumerate(rows) if xf.get("numFmtId") in percent)


def rels_part(part: str) -> str:
    """Return where the relationships of a part stand: ``xl/_rels/workbook.xml.rels``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _sheets(block: etree._Element, rels: dict[str, tuple[str, str]]) -> list[SheetPart]:
    found = []
    for element in block:
        relation = next((value for key, value in element.items() if key.endswith("}id")), "")
        kind, part = rels.get(relation, ("", ""))
        if kind == "worksheet":
            found.append(SheetPart(element.get("name", ""), part, element.get("sheetId", ""),
                                   element.get("state", "visible")))
    return found


def _names(block: etree._Element) -> dict[str, str]:
    """Names of the workbook; a name that only one sheet knows stands in where the workbook has none, or lost its own.

    So it is with a copied sheet whose original was deleted.
    """
    names: dict[str, str] = {}
    for scoped in (True, False):
        for element in block:
            name, reference = element.get("name", "").casefold(), (element.text or "").strip()
            if local_name(element) == "definedName" and (element.get("localSheetId") is not None) is scoped \
                    and not (name in names and "#REF!" in reference):
                names[name] = reference
    return names
