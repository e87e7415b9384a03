"""What a file really is, by its first bytes and, in a zip, by its members; never by its extension."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"%PDF", "berkas ini dokumen PDF."),
    (b"\x89PNG", "berkas ini gambar PNG."),
    (b"\xff\xd8\xff", "berkas ini gambar JPG."),
    (b"GIF8", "berkas ini gambar GIF."),
    (b"{\\rtf", "berkas ini dokumen RTF."),
    (b"Rar!", "berkas ini arsip RAR."),
    (b"7z\xbc\xaf", "berkas ini arsip 7z."),
    (b"\x1f\x8b", "berkas ini arsip gzip."),
    (b"\x09\x08", "berkas ini buku kerja Excel lama (.xls)."),
    (b"\x09\x04", "berkas ini buku kerja Excel lama (.xls)."),
    (b"MZ", "berkas ini program, bukan dokumen."),
)
_SCANS = {"pdf": (b"%PDF", b"%%EOF"), "jpg": (b"\xff\xd8\xff", b"\xff\xd9"), "png": (b"\x89PNG", b"IEND")}
_TAIL = 2048  # scanners write a little behind the end
_MEMBERS = (
    ("word/", "berkas ini dokumen Word (.docx)."),
    ("ppt/", "berkas ini presentasi PowerPoint (.pptx)."),
    ("xl/workbook.bin", "berkas ini buku kerja Excel biner (.xlsb)."),
    ("content.xml", "berkas ini dokumen OpenDocument (.ods atau .odt)."),
)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def name_kind(data: bytes) -> str | None:
    """Return what kind of file this is in one plain sentence, None where it begins like a zip (as .xlsx does)."""
    if not data:
        return "berkas ini kosong (0 bita)."
    if data.startswith(b"PK\x03\x04"):
        return None
    if data.startswith(OLE):
        return _ole_kind(data)
    if not data.strip(b"\0"):
        return "berkas ini hanya berisi nol; penyalinannya mungkin terputus."
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None) or _text_kind(data)


def scan_kind(data: bytes) -> str | None:
    """Return ``pdf``, ``jpg`` or ``png`` for what a scanner makes, None for anything else."""
    return next((kind for kind, (magic, _) in _SCANS.items() if data.startswith(magic)), None)


def is_whole_scan(data: bytes) -> bool:
    """Whether the end of a PDF, JPG or PNG is there: it is not while the file is still being copied."""
    kind = scan_kind(data)
    return kind is not None and _SCANS[kind][1] in data[-_TAIL:]


def name_zip_kind(members: Collection[str]) -> str:
    """Return what a zip without ``xl/workbook.xml`` is."""
    for start, kind in _MEMBERS:
        if any(member.startswith(start) for member in members):
            return kind
    return "berkas ini arsip ZIP biasa."


def sheet_name(parts: Mapping[str, bytes], part: str) -> str:
    """Return the name on the tab of a sheet's part, the part's own name where the workbook does not say."""
    relations = {rid: target for row in _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b""))
                 for rid, target in [(_attribute(row, b"Id"), _attribute(row, b"Target"))]}
    for row in _SHEET.findall(parts["xl/workbook.xml"]):
        target = relations.get(_attribute(row, b"r:id"), "")
        if target and part.endswith(target.removeprefix("/xl/")):
            return html.unescape(_attribute(row, b"name"))
    return part


def _attribute(tag: bytes, name: bytes) -> str:
    match = re.search(rb"\s" + name + rb"\s*=\s*[\"']([^\"']*)", tag)
    return match[1].decode("utf-8", "replace") if match else ""


def _ole_kind(data: bytes) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "berkas ini dikunci dengan kata sandi; hapus kata sandinya lebih dahulu."
    if holds("WordDocument"):
        return "berkas ini dokumen Word lama (.doc)."
    if holds("Workbook") or holds("Book"):
        return "berkas ini buku kerja Excel lama (.xls)."
    return "berkas ini dokumen Office lama."


def _text_kind(data: bytes) -> str:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<table" in head:
        return "berkas ini halaman web (HTML)."
    if head.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return "berkas ini XML, bukan buku kerja."
    if not _CONTROL.search(head):
        return "berkas ini teks biasa, misalnya CSV."
    return "jenis berkas ini tidak dikenal."
