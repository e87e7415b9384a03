"""Small real files for the demo: evidence as PDF, and a screenshot that somebody sends by mistake (DATA CONTOH)."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

TANDA = "DATA CONTOH - bukan dokumen resmi"


class Bukti(NamedTuple):
    """One evidence file: the indicator, what it is (acuan or bukti), its name, and what stands in it."""

    unit: str
    kode: str
    jenis: str
    nama: str
    isi: tuple[str, ...]
    susulan: bool = False  # added after a return


def make_pdf(bukti: Bukti) -> bytes:
    """Return a PDF of one page with the evidence's lines."""
    lines = (TANDA, "", f"{bukti.kode}: {bukti.nama.removesuffix('.pdf')}", "", *bukti.isi)
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 18 TL 72 760 Td {shown}ET".encode("cp1252")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                   % (size, table, size, len(data)))


def make_png(width: int = 320, height: int = 180) -> bytes:
    """Return a picture like a small screenshot of a table: a dark title bar and ruled rows, in grey."""
    rows = b"".join(b"\0" + bytes([90 if y < 20 else 200 if y % 16 == 4 else 250]) * width for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")))
