"""Small real files for the demo: evidence as PDF, and a screenshot that somebody sends by mistake (DATA CONTOH)."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.demo.isian import Isian

TANDA = "DATA CONTOH - bukan dokumen resmi"


class Bukti(NamedTuple):
    """One evidence file: the indicator, what it is (acuan or bukti), its name, and what stands in it."""

    unit: str
    kode: str
    jenis: str
    nama: str
    isi: tuple[str, ...]


DAFTAR_BUKTI = (
    Bukti("SEKRETARIAT", "SEK-01", "acuan", "LHE SAKIP 2025.pdf",
          ("Laporan hasil evaluasi SAKIP tahun 2025", "Predikat: B")),
    Bukti("REHSOS", "REH-01", "acuan", "SK Sasaran SPM.pdf",
          ("Daftar sasaran SPM tahun 2026", "Jumlah sasaran: 1.124 orang")),
    Bukti("REHSOS", "REH-01", "bukti", "Rekap SPM TW I.pdf",
          ("Rekapitulasi penerima Januari-Maret 2026", "Terpenuhi kebutuhan dasarnya: 198 orang")),
    Bukti("LINJAMSOS", "LIN-01", "bukti", "Rekap Korban TW I.pdf",
          ("Rekapitulasi korban bencana TW I 2026", "Binamu 46, Tarowang 27, Batang 8: jumlah 81 orang",
           "Terpenuhi kebutuhan dasarnya: 81 orang")),
    Bukti("LINJAMSOS", "LIN-02", "bukti", "BA Serah Terima.pdf",
          ("Berita acara penyerahan bantuan TW I 2026", "Binamu 60 jam, Tarowang 69 jam, Batang 66 jam",
           "Rata-rata: 65 jam")),
    Bukti("PFM", "PFM-01", "bukti", "Rekap Usulan TW I.pdf",
          ("Rekapitulasi usulan data TW I 2026", "Usulan 1.486; diverifikasi dan divalidasi 1.312; dikembalikan 174")),
    Bukti("PFM", "PFM-02", "bukti", "BA Bantuan Usaha.pdf",
          ("Berita acara serah terima bantuan usaha TW I 2026", "Penerima: 7 keluarga")),
    Bukti("DAYASOS - PERORANGAN", "DAY-03", "bukti", "Rekap PSKS Perorangan TW I.pdf",
          ("Rekapitulasi PSKS perorangan per 31 Maret 2026", "Terdaftar 233; aktif 141")),
    Bukti("DAYASOS - KELEMBAGAAN", "DAY-04", "bukti", "Rekap PSKS Kelembagaan TW I.pdf",
          ("Rekapitulasi PSKS kelembagaan per 31 Maret 2026", "Terdaftar 132; aktif 73")),
    Bukti("DAYASOS - PERORANGAN", "DAY-02", "acuan", "Jadwal Pelatihan.pdf",
          ("Jadwal peningkatan kapasitas tahun 2026", "TW II: 30 orang; TW III: 30 orang")),
)
BUKTI_SUSULAN = Bukti("REHSOS", "REH-01", "bukti", "BA Tamalatea Maret.pdf",
                      ("Berita acara penyaluran permakanan, Kecamatan Tamalatea", "Maret 2026: 22 orang"))


def bukti_of(unit: str) -> tuple[Bukti, ...]:
    """Return the evidence that the Analis of a unit collects."""
    return tuple(bukti for bukti in DAFTAR_BUKTI if bukti.unit == unit)


def register(daftar_bukti: tuple[Bukti, ...]) -> Isian:
    """Return the rows of the worksheet's register for these files."""
    return {Kunci("bukti", f"{bukti.kode}|{bukti.jenis}|{bukti.nama}", "bukti"): True for bukti in daftar_bukti}


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
