"""Builds the Excel add-in ``kinerja.xlam`` from ``macros/`` on any system, the same bytes each time.

``python -m kinerja_xl.install.xlam`` after a change of ``macros/``. The built file is what is shipped, so pyOpenVBA and
XlsxWriter are needed by engineers only. Why these steps: docs/keputusan/0012.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress
from xlsxwriter import Workbook

MACROS = Path(__file__).parents[2] / "macros"
SHIPPED = Path(__file__).with_name("kinerja.xlam")

DOCUMENTS = ("ThisWorkbook", "Sheet1")
"""Document modules: also the codeName of the workbook and of its only sheet, or Excel repairs the file."""
MAIN_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ADDIN_TYPE = b"application/vnd.ms-excel.addin.macroEnabled.main+xml"
RIBBON_PART = "customUI/customUI14.xml"
RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
EMPTY_CACHE = bytes.fromhex("cc61 ffff 00 0000")
"""MS-OVBA 2.3.4.1, what writers must write: Reserved1 0x61CC, Version 0xFFFF, Reserved2, Reserved3, and no cache."""
DIR_END = bytes.fromhex("1000 00000000")
"""MS-OVBA 2.3.4.2, the end of the dir stream: Terminator 0x0010, Reserved 0x00000000."""
FIXED_TIME = dt.datetime(2026, 1, 1)


@dataclass(frozen=True)
class Modul:
    """One VBA module: its name, its source as the stream holds it (Attribute lines, CRLF), whether it is a class."""

    nama: str
    sumber: str
    kelas: bool


def read_macros(folder: Path = MACROS) -> dict[str, Modul]:
    """Return the modules of a folder by name; raises ValueError for a source that Excel would not take as it is."""
    found = {}
    for path in sorted([*folder.glob("*.bas"), *folder.glob("*.cls")]):
        source = path.read_bytes().decode("ascii")
        if re.search(r"(?<!\r)\n|\r(?!\n)", source) or not source.endswith("\r\n"):
            raise ValueError(f"{path.name}: every line must end with CRLF")
        if not source.startswith(f'Attribute VB_Name = "{path.stem}"\r\n'):
            raise ValueError(f"{path.name}: the first line must be Attribute VB_Name with the file's name")
        found[path.stem] = Modul(path.stem, source, path.suffix == ".cls")
    return found


def make_xlam(modul: Mapping[str, Modul], ribbon: bytes) -> bytes:
    """Return the bytes of the add-in."""
    with zipfile.ZipFile(io.BytesIO(make_book(modul))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    relation = f'<Relationship Id="rIdPita" Type="{RIBBON_RELATION}" Target="{RIBBON_PART}"/>'.encode()
    parts["[Content_Types].xml"] = _swap(parts["[Content_Types].xml"], MAIN_TYPE, ADDIN_TYPE)
    parts["_rels/.rels"] = _swap(parts["_rels/.rels"], b"</Relationships>", relation + b"</Relationships>")
    parts[RIBBON_PART] = ribbon
    return _zip(parts)


def make_book(modul: Mapping[str, Modul], fill: Callable[[Workbook], None] | None = None) -> bytes:
    """Return a macro-enabled workbook (.xlsm) with these modules and one empty sheet, and what ``fill`` adds to it."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": "Kinerja", "created": FIXED_TIME})
        book.add_vba_project(io.BytesIO(make_project(modul)), is_stream=True)
        book.set_vba_name(DOCUMENTS[0])
        book.add_worksheet(DOCUMENTS[1]).set_vba_name(DOCUMENTS[1])
        if fill:
            fill(book)
    return buffer.getvalue()


def make_project(modul: Mapping[str, Modul]) -> bytes:
    """Return ``vbaProject.bin`` in the form MS-OVBA asks of writers: sources only, nothing compiled."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "kinerja.xlam")
        with ExcelFile.create_new(path) as book:
            _put_modules(book, modul)
            book.save()
        with ExcelFile(path) as book:
            container = CFB.from_bytes(book.vba_project_bytes())
    container.write_stream_in_storage("VBA", "_VBA_PROJECT", EMPTY_CACHE)
    directory = decompress(container.get_stream_in_storage("VBA", "dir"))
    whole = directory[:directory.rindex(DIR_END) + len(DIR_END)]  # pyOpenVBA writes four bytes after the end
    container.write_stream_in_storage("VBA", "dir", compress(whole))
    return bytes(container.to_bytes())


def _put_modules(book: ExcelFile, modul: Mapping[str, Modul]) -> None:
    project = book.vba_project()
    for name in set(project.module_names()) - set(modul):
        project.delete_module(name)
    for name, one in modul.items():
        if name in DOCUMENTS:
            book.set_module(name, one.sumber)
        else:
            project.add_module(name, one.sumber, kind=VBAModuleKind.other if one.kelas else VBAModuleKind.standard)


def _swap(part: bytes, old: bytes, new: bytes) -> bytes:
    if part.count(old) != 1:
        raise ValueError(f"expected {old!r} once")
    return part.replace(old, new)


def _zip(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip file: without times, and stored, for zlib's releases do not compress alike."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0  # the same on every system
            package.writestr(entry, content)
    return buffer.getvalue()


def build() -> bytes:
    """Return the add-in as the present sources make it."""
    return make_xlam(read_macros(), (MACROS / "ribbon.xml").read_bytes())


if __name__ == "__main__":
    SHIPPED.write_bytes(build())
