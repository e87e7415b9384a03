"""Bounded checks of an untrusted workbook before anything parses it (custody.md faults 2 and 20-27)."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from kinerja_xl.errors import NotADocument, NotAWorkbook, SourceUnsafe, WorkbookDamaged, WorkbookUnsafe
from kinerja_xl.routing.limits.kinds import OLE, name_kind, name_zip_kind, sheet_name
from kinerja_xl.routing.limits.sheet_limits import TooFar, check_extent

MAX_BYTES = 20 * 1024 * 1024
TOO_LARGE = f"ukurannya lebih dari {MAX_BYTES // 1024 // 1024} MB."
MAX_MEMBERS = 1_000
MAX_DIRECTORY = 256 * 1024
MAX_EXPANDED = 100 * 1024 * 1024
MAX_RATIO = 150
_SMALL = 4 * 1024 * 1024
"""Below this size a high ratio of compression means nothing: a sheet of equal rows shrinks well."""

_END_OF_DIRECTORY = b"PK\x05\x06"
_ZIP64 = b"PK\x06\x07"
_BAD_NAME = re.compile(r"\\|^/|(^|/)\.\.(/|$)|^[A-Za-z]:|[\x00-\x1f]")
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_PARTS = (
    (re.compile(r"vbaproject", re.IGNORECASE), "memuat makro."),
    (re.compile(r"(^|/)(macrosheets|dialogsheets)/", re.IGNORECASE), "memuat makro Excel 4.0."),
    (re.compile(r"(^|/)activex/", re.IGNORECASE), "memuat kontrol ActiveX."),
    (re.compile(r"(^|/)embeddings/", re.IGNORECASE), "memuat objek tertanam (OLE)."),
    (re.compile(r"(^|/)webextensions/", re.IGNORECASE), "memuat add-in web."),
    (re.compile(r"(^|/)(connections\.xml|querytables/)", re.IGNORECASE), "memuat sambungan ke sumber data luar."),
)
_CHART_BOOK = re.compile(r"word/embeddings/[^/]+\.xlsx")
_LINKS = "bertautan ke berkas lain di luar lembar kerja; putuskan tautannya lewat menu Data, Edit Tautan."
_TYPES = (
    (re.compile(rb"macroEnabled|vnd\.ms-office\.vbaProject"), "memuat makro."),
    (re.compile(rb"excel\.(?:intl)?macrosheet", re.IGNORECASE), "memuat makro Excel 4.0."),
    (re.compile(rb"/relationships/(?:oleObject|package)[\"']"), "memuat objek tertanam (OLE)."),
    (re.compile(rb"/relationships/externalLink"), _LINKS),
)
_DDE = re.compile(rb"<(?:\w+:)?ddeLink\b")
_FORMULA = re.compile(rb"<f\b[^>]*>([^<]+)")
_PREFIXED_FORMULA = re.compile(rb":f\b[^>]*>([^<]+)")
_SUSPECT = re.compile(rb"\||&#|CALL|EXEC|REGISTER|WEBSERVICE|RTD|SQL", re.IGNORECASE)
_TEXT = re.compile(r'"[^"]*"')
_BAD_FORMULA = re.compile(r"\b(?:CALL|EXEC|REGISTER(?:\.ID)?|WEBSERVICE|RTD|SQL\.REQUEST)\s*\(|\|[^!]*!", re.IGNORECASE)
_EMPTY_CELL = re.compile(rb'<c(?: [a-z]+="[^"<>]*")*\s?(?:/>|></c>)')
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[^>]*>")
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")


def preflight(data: bytes, nama: str) -> None:
    """Raise NotAWorkbook, WorkbookDamaged or WorkbookUnsafe, cause in one sentence, unless ``data`` is a safe .xlsx.

    ``nama`` is only for the message. Takes a few milliseconds for a worksheet; no member is expanded before its
    declared size is within the limits.
    """
    parts = _expand_all(data, nama)
    if "xl/workbook.xml" not in parts:
        raise NotAWorkbook(berkas=nama, sebab=name_zip_kind(parts))
    _check_parts(parts, nama)


def preflight_source(data: bytes, nama: str) -> None:
    """Raise as ``preflight`` does, but for a workbook that is only looked at and never taken into custody.

    Offices' own workbooks are full of links to each other, pictures and macros: nothing of these is read or run, so
    only the limits and what a parser must not meet are judged. Cells that hold nothing do not count: many offices
    draw their borders down to the last row. Raises NotAWorkbook, WorkbookDamaged and SourceUnsafe.
    """
    parts = _expand_all(data, nama)
    if "xl/workbook.xml" not in parts:
        raise NotAWorkbook(berkas=nama, sebab=name_zip_kind(parts))
    for name, content in parts.items():
        if _is_xml(name, content) and (cause := _text_cause(content) or _sheet_cause(parts, name, only_filled=True)):
            raise SourceUnsafe(berkas=nama, sebab=cause)


def preflight_document(data: bytes, nama: str) -> None:
    """Raise WorkbookError kinds unless ``data`` is a .docx within the limits and without a DOCTYPE.

    What it embeds is not judged: documents are only looked at, never taken into custody as data.
    """
    _expand_document(data, nama)


def _expand_document(data: bytes, nama: str) -> dict[str, bytes]:
    parts = _expand_all(data, nama)
    if "word/document.xml" not in parts:
        raise NotADocument(berkas=nama)
    for name, content in parts.items():
        if _is_xml(name, content) and (cause := _text_cause(content)):
            raise WorkbookUnsafe(berkas=nama, sebab=cause)
    return parts


def preflight_template(data: bytes, nama: str) -> None:
    """Raise WorkbookError kinds unless ``data`` is a .docx that may become every paper of the office.

    Beyond ``preflight_document`` it runs nothing, embeds nothing and calls nothing from outside.
    """
    _check_document(_expand_document(data, nama), nama)


def preflight_draft(data: bytes, nama: str) -> None:
    """Raise WorkbookError kinds unless ``data`` is a .docx that may be kept as a final paper.

    As ``preflight_template``, but its charts may carry their workbooks, each of them judged as one that people send.
    """
    parts = _expand_document(data, nama)
    books = {name for name in parts if _CHART_BOOK.fullmatch(name)}
    for name in sorted(books):
        preflight(parts[name], f"{nama}/{name}")
    _check_document({name: content for name, content in parts.items() if name not in books}, nama)


def _check_document(parts: Mapping[str, bytes], nama: str) -> None:
    for name, content in parts.items():
        cause = next((cause for pattern, cause in _PARTS if pattern.search(name)), None)
        if cause is None and name.endswith(".rels") and _links_out(content):
            cause = "bertautan ke berkas atau alamat di luar dokumen."
        if cause is None and name == "[Content_Types].xml" and b"macroEnabled" in content:
            cause = "memuat makro."
        if cause:
            raise WorkbookUnsafe(berkas=nama, sebab=cause)


def _expand_all(data: bytes, nama: str) -> dict[str, bytes]:
    """Return every part of an Office file; no member is expanded before the limits of all have been checked."""
    if len(data) > MAX_BYTES:
        raise WorkbookUnsafe(berkas=nama, sebab=TOO_LARGE)
    kind = name_kind(data)
    if kind:
        raise NotAWorkbook(berkas=nama, sebab=kind)
    _check_directory(data, nama)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive.infolist(), nama)
            return {info.filename: _expand(data, info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
        raise WorkbookDamaged(berkas=nama, sebab="sebagian isinya tidak terbaca.") from error


def _check_directory(data: bytes, nama: str) -> None:
    # the directory is measured before zipfile builds an object for each of its entries
    end = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise WorkbookDamaged(berkas=nama, sebab="bagian akhirnya tidak ada.")
    members = int.from_bytes(data[end + 10:end + 12], "little")
    size = int.from_bytes(data[end + 12:end + 16], "little")
    if members > MAX_MEMBERS or size > MAX_DIRECTORY or data[max(0, end - 20):end].startswith(_ZIP64):
        raise WorkbookUnsafe(berkas=nama, sebab="terlalu banyak bagian di dalamnya.")


def _check_members(members: list[zipfile.ZipInfo], nama: str) -> None:
    expanded = sum(info.file_size for info in members)
    compressed = sum(info.compress_size for info in members)
    if len(members) > MAX_MEMBERS:
        raise WorkbookUnsafe(berkas=nama, sebab="terlalu banyak bagian di dalamnya.")
    if expanded > MAX_EXPANDED or expanded > max(_SMALL, compressed * MAX_RATIO):
        raise WorkbookUnsafe(berkas=nama, sebab="isinya membengkak jauh melebihi ukuran berkas.")
    if any(info.flag_bits & 1 for info in members):
        raise NotAWorkbook(berkas=nama, sebab="bagian di dalamnya dikunci dengan kata sandi.")
    names = [info.orig_filename for info in members]
    if any(_BAD_NAME.search(name) for name in names):
        raise WorkbookUnsafe(berkas=nama, sebab="nama bagian di dalamnya tidak wajar.")
    if len({name.casefold() for name in names}) < len(names):
        raise WorkbookUnsafe(berkas=nama, sebab="ada bagian yang tercatat dua kali.")


def _expand(data: bytes, info: zipfile.ZipInfo) -> bytes:
    # not zipfile's own read: that one expands a member of lying size without a bound
    header = data[info.header_offset:info.header_offset + 30]
    start = info.header_offset + 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    content = data[start:start + info.compress_size]
    if info.compress_type == zipfile.ZIP_DEFLATED:
        content = zlib.decompressobj(-15).decompress(content, info.file_size + 1)
    elif info.compress_type != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile(info.filename)
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise zipfile.BadZipFile(info.filename)
    return content


def _check_parts(parts: Mapping[str, bytes], nama: str) -> None:
    for name, content in parts.items():
        cause = next((cause for pattern, cause in _PARTS if pattern.search(name)), None)
        if cause is None and content.startswith(OLE):
            cause = "memuat objek tertanam (OLE)."
        if cause is None and content.startswith(b"PK\x03\x04"):
            cause = "memuat berkas lain di dalamnya."
        if cause is None and _is_xml(name, content):
            cause = _xml_cause(name, content) or _sheet_cause(parts, name)
        if cause:
            raise WorkbookUnsafe(berkas=nama, sebab=cause)


def _is_xml(name: str, content: bytes) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml")) or content[:200].lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<"


def _xml_cause(name: str, xml: bytes) -> str | None:
    cause = _text_cause(xml)
    if cause is None and b"ddeLink" in xml and _DDE.search(xml):
        cause = "memuat tautan DDE."
    if cause is None and (name.endswith(".rels") or name == "[Content_Types].xml"):
        cause = _type_cause(xml)
    return cause


def _text_cause(xml: bytes) -> str | None:
    """What no XML part of an Office file ever has, and a parser must not meet."""
    encoding = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if xml[:200].lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] != b"<" or b"\0" in xml or (
            encoding and encoding[1].lower() not in _ENCODINGS):
        return "pengodean aksara di dalamnya tidak wajar."
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        return "memuat DOCTYPE, yang tidak pernah ada dalam buku kerja."
    return None


def _links_out(relations: bytes) -> bool:
    """Whether a part is fetched from outside; an address to click on is none."""
    return any(not _HYPERLINK.search(row) for row in _EXTERNAL.findall(relations))


def _type_cause(xml: bytes) -> str | None:
    if _links_out(xml):
        return _LINKS
    return next((cause for pattern, cause in _TYPES if pattern.search(xml)), None)


def _sheet_cause(parts: Mapping[str, bytes], name: str, only_filled: bool = False) -> str | None:
    xml = parts[name]
    if b"sheetData" not in xml:
        return None
    if any(_is_bad_formula(formula) for formula in (*_FORMULA.findall(xml), *_PREFIXED_FORMULA.findall(xml))):
        return f"lembar {sheet_name(parts, name)} memuat rumus yang menjalankan program atau mengambil data dari luar."
    try:
        check_extent(_EMPTY_CELL.sub(b"", xml) if only_filled else xml)
    except TooFar as error:
        return (f"isi lembar {sheet_name(parts, name)} menjangkau terlalu jauh ({error}); "
                "hapus baris dan kolom kosong yang berformat.")
    return None


def _is_bad_formula(formula: bytes) -> bool:
    if not _SUSPECT.search(formula):
        return False
    plain = _TEXT.sub("", html.unescape(formula.decode("utf-8", "replace")))
    return _BAD_FORMULA.search(plain) is not None
