"""Changes inside the package of a workbook, as no program makes them or as only some do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

Parts = dict[str, bytes]
SHEET = "xl/worksheets/sheet1.xml"


def repacked(data: bytes, change: Callable[[Parts], object]) -> bytes:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def adding(extra: Mapping[str, bytes]) -> Callable[[bytes], bytes]:
    return lambda data: repacked(data, lambda parts: parts.update(extra))


def replacing(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return lambda data: repacked(data, change)


def with_rows(rows: bytes) -> Callable[[bytes], bytes]:
    return replacing(SHEET, b"</sheetData>", rows + b"</sheetData>")


def with_relation(kind: str, target: str) -> Callable[[bytes], bytes]:
    return replacing("xl/_rels/workbook.xml.rels", b"</Relationships>", (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>').encode())


def with_formula(formula: str) -> Callable[[bytes], bytes]:
    return with_rows(f'<row r="9000"><c r="A9000"><f>{formula}</f><v>0</v></c></row>'.encode())
