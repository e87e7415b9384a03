"""A Word package taken apart and put together: its parts, their relations, the same bytes for the same parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from docx.opc.packuri import PACKAGE_URI
from docx.opc.part import Part
from docx.opc.pkgwriter import _ContentTypesItem
from lxml import etree

from kinerja_xl.reports.word.xml_text import NS

W, R = f"{{{NS['w']}}}", f"{{{NS['r']}}}"
DOCUMENT = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass(frozen=True)
class Relasi:
    """A relation: ``target`` is the part's full name, or an address outside where ``luar``."""

    jenis: str
    target: str
    luar: bool


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the bytes of each part by name; BadZipFile where the data are no package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def parse_part(data: bytes) -> etree._Element:
    """Return a part's root element, without ever following an entity or an address."""
    return etree.fromstring(data, _PARSER)


def relations_of(parts: Mapping[str, bytes], name: str) -> dict[str, Relasi]:
    """Return the relations of a part by id; ``""`` is the package itself."""
    folder, file = posixpath.split(name)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if rels not in parts:
        return {}
    found = {}
    for element in parse_part(parts[rels]):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        full = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[element.get("Id", "")] = Relasi(element.get("Type", "").rpartition("/")[2], full, external)
    return found


def package_parts(part: Part) -> dict[str, bytes]:
    """Return what the package of an opened document holds now, by name, as python-docx would save it.

    Its own way compresses everything, which would have to be undone to set the time stamps.
    """
    package = part.package
    assert package is not None  # a document that was opened always has one
    held = list(package.iter_parts())
    types = _ContentTypesItem.from_parts(held)  # type: ignore[no-untyped-call]  # it has no public name
    parts = {"[Content_Types].xml": types.blob,
             PACKAGE_URI.rels_uri.membername: package.rels.xml}
    for one in held:
        parts[one.partname.membername] = one.blob
        if one.rels:
            parts[one.partname.rels_uri.membername] = one.rels.xml
    return parts


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts with fixed time stamps: equal parts give equal bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(info, content)
    return target.getvalue()


def repack(data: bytes) -> bytes:
    """Return the same package with fixed time stamps."""
    return pack_parts(read_parts(data))
