"""Take a workbook's calculation chain out where it names cells that no longer hold a formula (Excel rebuilds it)."""

from __future__ import annotations

import re
from collections.abc import Collection

from kinerja_xl.workbook.xlsx.package import Package, local_name, parse_xml, rels_part


def stale_calc_chain(package: Package, sheet_ids: Collection[str]) -> str | None:
    """Return the part of the chain where it names a cell of one of these sheets, else None."""
    if not sheet_ids or package.calc_chain_part is None:
        return None
    sheet = ""
    for element in parse_xml(package.read(package.calc_chain_part)):
        sheet = element.get("i", sheet)  # a cell without a sheet is on the sheet of the cell before
        if local_name(element) == "c" and sheet in sheet_ids:
            return package.calc_chain_part
    return None


def without_calc_chain(package: Package, chain: str) -> dict[str, bytes]:
    """Return the two parts that refer to the chain, each without that one element and otherwise unchanged."""
    rels = rels_part(package.workbook_part)
    part = re.escape("/" + chain).encode()
    return {
        "[Content_Types].xml": _drop_element(package.read("[Content_Types].xml"), b"Override",
                                             rb"PartName\s*=\s*[\"']" + part + rb"[\"']"),
        rels: _drop_element(package.read(rels), b"Relationship", rb"Type\s*=\s*[\"'][^\"']*/calcChain[\"']"),
    }


def _drop_element(xml: bytes, name: bytes, attribute: bytes) -> bytes:
    pattern = rb"<(?:\w+:)?" + name + rb"\s[^<>]*?" + attribute + rb"[^<>]*?(?:/>|>\s*</(?:\w+:)?" + name + rb">)"
    return re.sub(pattern, b"", xml, count=1)
