"""A small office on a temporary disk for the routing tests: folders, a ledger with its id, and values to move."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from kinerja_xl.domain.kebijakan import Kategori, Skala
from kinerja_xl.domain.office import Bidang, Instansi, Pengaturan, SubBidang
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.routing import lease, marker
from kinerja_xl.routing.custody import OFFICE_ID, Custody
from kinerja_xl.routing.operations import Fault

WITA = timezone(timedelta(hours=8))
PAGI = datetime(2026, 4, 10, 8, 0, tzinfo=WITA)
NAME = "Lembar Kerja LINJAMSOS TW I 2026.xlsx"
BERKAS = "2026-TW1-LINJAMSOS"
KANTOR_ID = "0123456789abcdef"

PENGATURAN = Pengaturan(
    instansi=Instansi("Pemerintah Kabupaten Jeneponto", "Dinas Sosial", "DINSOS", "Jeneponto"),
    daftar_bidang=(
        Bidang("Perlindungan dan Jaminan Sosial", "LINJAMSOS"),
        Bidang("Rehabilitasi Sosial", "REHSOS", (SubBidang("Anak", "ANAK"), SubBidang("Lansia", "LANSIA")))),
    daftar_pejabat=(), daftar_jam_kerja=(), daftar_libur=(), mutu_baku={}, skala=Skala((
        Kategori("Sangat Tinggi", Decimal(90), "00B050", "di atas 90"),
        Kategori("Rendah", Decimal(0), "FF0000", "sampai 90"))), dasar_hukum=())


def event(berkas: str | None = BERKAS, waktu: datetime = PAGI, jenis: JenisPeristiwa = JenisPeristiwa.DITAHAN,
          **isi: Json) -> Peristiwa:
    """An event that is not written yet."""
    return Peristiwa(jenis, waktu, berkas, isi)


def make_root(tmp_path: Path) -> Path:
    """A root with its marker and the folders the tests move files between."""
    root = tmp_path / "Kinerja"
    for folder in ("LINJAMSOS/Kabid/Masuk", "LINJAMSOS/Kabid/Kirim", "LINJAMSOS/Kabid/Ditahan",
                   "LINJAMSOS/Kabid/Terkirim", "LINJAMSOS/Kasubid/Masuk"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / marker.NAME).write_bytes(marker.make_marker(KANTOR_ID))
    return root


def open_custody(tmp_path: Path, *, fault: Fault | None = None, tenang: float = 0.0,
                 clock: Callable[[], float] = lambda: 0.0) -> Custody:
    """Custody of the office of ``make_root``; its waits between attempts take no time."""
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    custody = Custody(tmp_path / "Kinerja", data, tenang=tenang, fault=fault, clock=clock, pause=lambda _seconds: None)
    if custody.ledger.get_meta(OFFICE_ID) is None:
        custody.ledger.set_meta(OFFICE_ID, KANTOR_ID)
    return custody


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its content, without the lease: it names the data folder of each test."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*"))
            if path.is_file() and path.name != lease.NAME}


CONTENT_TYPES = (b'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                 b'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
WORKBOOK = (b'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
            b'2006/relationships"><sheets><sheet name="Lembar Kerja" sheetId="1" r:id="rId1"/></sheets></workbook>')
RELS = (b'<?xml version="1.0" encoding="UTF-8"?><Relationships><Relationship Id="rId1" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        b'</Relationships>')


def sheet(cells: bytes = b'<row r="1"><c r="A1"><v>1</v></c></row>') -> bytes:
    """The part of a sheet with these rows."""
    return b'<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>' + cells + b"</sheetData></worksheet>"


def make_xlsx(extra: Mapping[str, bytes] | None = None, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A minimal workbook; ``extra`` adds parts or replaces them."""
    parts = {"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS,
             "xl/worksheets/sheet1.xml": sheet(), **(extra or {})}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
