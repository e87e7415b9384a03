"""Whether a button can be used on the worksheet as it stands, asked again at the press."""

from __future__ import annotations

from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Kegiatan, next_kegiatan
from kinerja_xl.errors import ButtonNotNow, NotALembarKerja
from kinerja_xl.faces.ribbon.meja import Meja, status_of
from kinerja_xl.workbook.grid import Sheets


def check_button(meja: Meja, book: Sheets, aksi: str) -> Kegiatan | None:
    """Return the forward row that the worksheet waits for. Raises ButtonNotNow with the reason, NotALembarKerja."""
    status = status_of(book)
    if status is None:
        raise NotALembarKerja(nama=meja.nama, sebab="statusnya tidak terbaca pada lembar Disposisi")
    alasan = next((button.alasan for button in buttons_of(status) if button.aksi == aksi), "")
    if alasan:
        raise ButtonNotNow(alasan=alasan)
    return next_kegiatan(status)
