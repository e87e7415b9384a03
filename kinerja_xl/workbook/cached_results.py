"""Put results into formula cells of a finished workbook, and write its parts the same way every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from lxml import etree

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.workbook.package import Package, parse_xml
from kinerja_xl.workbook.zip_copy import copy_with

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def put_cached_results(data: bytes, hasil: Mapping[Letak, NilaiSel]) -> bytes:
    """Return the workbook with these results in its formula cells; a cell without a formula is left as it is.

    None and "" become the empty text. Every part without such a cell keeps its bytes.
    """
    package = Package(data, "")
    by_part: dict[str, dict[str, NilaiSel]] = {}
    for letak, nilai in hasil.items():
        sheet = package.sheet(letak.lembar)
        if sheet:
            by_part.setdefault(sheet.part, {})[letak.sel] = nilai
    replaced = {part: _fill(package.read(part), cells) for part, cells in by_part.items()}
    return copy_with(data, package.zip, replaced)


def stamped(data: bytes, waktu: datetime) -> bytes:
    """Return the workbook with ``waktu`` as the time it was made and changed, instead of the clock's.

    Entry dates are fixed too, so that equal content gives equal bytes.
    """
    time = waktu.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            part = source.read(entry)
            out.writestr(info, _STAMP.sub(lambda match: match[1] + time, part) if entry.filename == _CORE else part)
    return target.getvalue()


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
