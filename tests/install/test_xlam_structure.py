"""The add-in's container, checked with other programs than those that wrote it (zip, XML, olefile, own record walk)."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

import olefile
import pytest
from lxml import etree
from oletools.olevba import decompress_stream

from kinerja_xl.install.xlam import SHIPPED

ADDIN = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
PROJECT = "application/vnd.ms-office.vbaProject"
CUSTOM_UI = "http://schemas.microsoft.com/office/2009/07/customui"
UI_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
PROJECT_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BASES = {"ThisWorkbook": "0{00020819-0000-0000-C000-000000000046}",  # Excel.Workbook
         "Sheet1": "0{00020820-0000-0000-C000-000000000046}",  # Excel.Worksheet
         "Kejadian": "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"}  # every plain class module


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(SHIPPED) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def project(parts: dict[str, bytes]) -> Iterator[olefile.OleFileIO]:
    """The VBA project; olefile raises for every defect of the container, also those that it could pass over."""
    with olefile.OleFileIO(io.BytesIO(parts["xl/vbaProject.bin"]), raise_defects=olefile.DEFECT_POTENTIAL) as opened:
        yield opened


def records(directory: bytes) -> list[tuple[int, bytes]]:
    """The dir stream as (id, data), MS-OVBA 2.3.4.2; ends exactly behind the terminator."""
    found, at = [], 0
    while True:
        kind, size = struct.unpack_from("<HI", directory, at)
        at += 6
        if kind == 0x0010:  # Terminator, then Reserved, which stands where others have their size
            assert size == 0
            assert at == len(directory)
            return found
        if kind == 0x0009:  # PROJECTVERSION: its size is 4 though six bytes follow (2.3.4.2.1.11)
            size = 6
        found.append((kind, directory[at:at + size]))
        at += size


@pytest.fixture(scope="module")
def directory(project: olefile.OleFileIO) -> list[tuple[int, bytes]]:
    return records(decompress_stream(bytearray(project.openstream("VBA/dir").read())))


def test_the_content_types_say_addin_and_project(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    by_part = {e.get("PartName"): e.get("ContentType") for e in types if e.get("PartName")}
    by_end = {e.get("Extension"): e.get("ContentType") for e in types if e.get("Extension")}
    assert by_part["/xl/workbook.xml"] == ADDIN
    assert by_part.get("/xl/vbaProject.bin", by_end.get("bin")) == PROJECT
    assert set(by_part) <= {f"/{name}" for name in parts}


def test_the_ribbon_hangs_on_the_package_and_the_project_on_the_workbook(parts: dict[str, bytes]) -> None:
    package = {e.get("Type"): e.get("Target") for e in etree.fromstring(parts["_rels/.rels"])}
    book = {e.get("Type"): e.get("Target") for e in etree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    assert package[UI_RELATION] == "customUI/customUI14.xml"
    assert book[PROJECT_RELATION] == "vbaProject.bin"
    assert etree.fromstring(parts["customUI/customUI14.xml"]).tag == f"{{{CUSTOM_UI}}}customUI"


def test_every_relation_leads_to_a_part_and_none_outside(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.endswith(".rels")]:
        folder = name.split("_rels/")[0]
        for relation in etree.fromstring(parts[name]):
            assert relation.get("TargetMode") is None
            assert folder + relation.get("Target").lstrip("/") in parts


def test_the_container_holds_the_streams_of_a_project_and_nothing_compiled(project: olefile.OleFileIO) -> None:
    modules = ["Kejadian", "Komputer", "Peluncur", "Pita", "Sheet1", "ThisWorkbook"]
    assert sorted(project.listdir()) == sorted(
        [["PROJECT"], ["PROJECTwm"], ["VBA", "_VBA_PROJECT"], ["VBA", "dir"], *(["VBA", name] for name in modules)])
    # MS-OVBA 2.3.4.1: 0x61CC, on writing Version 0xFFFF, 0x00, reserved
    assert project.openstream("VBA/_VBA_PROJECT").read() == b"\xcc\x61\xff\xff\x00\x00\x00"


def test_the_dir_stream_names_each_module_without_compiled_code_before_its_source(
        directory: list[tuple[int, bytes]], project: olefile.OleFileIO) -> None:
    names = [data.decode("cp1252") for kind, data in directory if kind == 0x0019]
    streams = [data.decode("cp1252") for kind, data in directory if kind == 0x001A]
    offsets = [data for kind, data in directory if kind == 0x0031]
    kinds = [kind for kind, _ in directory if kind in (0x0021, 0x0022)]
    count, = [struct.unpack("<H", data)[0] for kind, data in directory if kind == 0x000F]
    assert names == streams
    assert count == len(names) == len(offsets) == 6
    assert set(offsets) == {bytes(4)}
    standard = {name for name, kind in zip(names, kinds, strict=True) if kind == 0x0021}
    assert standard == {"Komputer", "Peluncur", "Pita"}
    for name in names:
        text = decompress_stream(bytearray(project.openstream(f"VBA/{name}").read())).decode("ascii")
        assert text.startswith(f'Attribute VB_Name = "{name}"\r\n')
        assert "VERSION 1.0 CLASS" not in text


def test_the_project_refers_to_ole_automation_and_office_alone(directory: list[tuple[int, bytes]]) -> None:
    libraries = [data[4:].split(b"#")[0] + b"#" + data[4:].split(b"#")[1] for kind, data in directory if kind == 0x000D]
    assert libraries == [b"*\\G{00020430-0000-0000-C000-000000000046}#2.0",
                         b"*\\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0"]


def test_the_project_is_of_code_page_1252(directory: list[tuple[int, bytes]]) -> None:
    assert dict(directory)[0x0003] == struct.pack("<H", 1252)


def test_document_modules_are_the_code_names_of_workbook_and_sheet(parts: dict[str, bytes],
                                                                     project: olefile.OleFileIO) -> None:
    lines = project.openstream("PROJECT").read().decode("cp1252").split("\r\n")
    declared = {key: [line.split("=", 1)[1] for line in lines if line.startswith(f"{key}=")]
                for key in ("Document", "Class", "Module")}
    assert declared == {"Document": ["ThisWorkbook/&H00000000", "Sheet1/&H00000000"], "Class": ["Kejadian"],
                        "Module": ["Komputer", "Peluncur", "Pita"]}
    assert etree.fromstring(parts["xl/workbook.xml"]).find(f"{MAIN}workbookPr").get("codeName") == "ThisWorkbook"
    assert etree.fromstring(parts["xl/worksheets/sheet1.xml"]).find(f"{MAIN}sheetPr").get("codeName") == "Sheet1"


def test_every_class_names_what_it_is_based_on(project: olefile.OleFileIO) -> None:
    for name, base in BASES.items():
        text = decompress_stream(bytearray(project.openstream(f"VBA/{name}").read())).decode("ascii")
        assert f'Attribute VB_Base = "{base}"\r\n' in text


def test_projectwm_says_the_names_of_the_modules_twice(project: olefile.OleFileIO) -> None:
    # MS-OVBA 2.3.3: name in the code page, zero, name in UTF-16, two zeros, for each module; two zeros at the end
    text = project.openstream("PROJECTwm").read()
    for name in ("Kejadian", "Komputer", "Peluncur", "Pita", "Sheet1", "ThisWorkbook"):
        assert name.encode("cp1252") + b"\0" + name.encode("utf-16-le") + b"\0\0" in text
    assert text.endswith(b"\0\0")
