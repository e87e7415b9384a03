"""Put results into the formula cells of a finished workbook."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.workbook.xlsx.package import Package, parse_xml
from kinerja_xl.workbook.xlsx.zip_copy import copy_with

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def put_cached_results(data: bytes, hasil: Mapping[Letak, NilaiSel]) -> bytes:
    """Return the workbook with these results in its formula cells; a cell without a formula is left as it is.

    None and "" become the empty text. Every part without such a cell keeps its bytes.
    """
    package = Package(data, "")
    return copy_with(data, package.zip, results_by_part(package, hasil))


def results_by_part(package: Package, hasil: Mapping[Letak, NilaiSel]) -> dict[str, bytes]:
    """Return the sheet parts that get results, with the results in them; a sheet that is not there is left out."""
    by_part: dict[str, dict[str, NilaiSel]] = {}
    for letak, nilai in hasil.items():
        sheet = package.sheet(letak.lembar)
        if sheet:
            by_part.setdefault(sheet.part, {})[letak.sel] = nilai
    return {part: _fill(package.read(part), cells) for part, cells in by_part.items()}


def _fill(part: bytes, cells: Mapping[str, NilaiSel]) -> bytes:
    root = parse_xml(part)
    for cell in root.iter(f"{{{_MAIN}}}c"):
        address = cell.get("r", "")
        if address in cells and cell.find(f"{{{_MAIN}}}f") is not None:
            _set_result(cell, cells[address])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_result(cell: etree._Element, nilai: NilaiSel) -> None:
    result = cell.find(f"{{{_MAIN}}}v")
    if result is None:
        result = etree.SubElement(cell, f"{{{_MAIN}}}v")
    kind, result.text = _as_result(nilai)
    if kind:
        cell.set("t", kind)
    else:
        cell.attrib.pop("t", None)


def _as_result(nilai: NilaiSel) -> tuple[str, str]:
    if isinstance(nilai, bool):
        return "b", str(int(nilai))
    if isinstance(nilai, Decimal):
        return "", repr(float(nilai))
    return "str", nilai or ""
