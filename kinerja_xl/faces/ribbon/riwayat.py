"""Riwayat: the acts on this berkas, from what the service published, else from the sheet Disposisi."""

from __future__ import annotations

from kinerja_xl.domain.cells import Letak, address
from kinerja_xl.domain.sop.disposisi import BarisRiwayat
from kinerja_xl.domain.sop.riwayat_berkas import MAX_TOLD, berkas_history, tell_history
from kinerja_xl.errors import KinerjaError, NotALembarKerja
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.lembar.read_riwayat import read_riwayat


def show_history(meja: Meja) -> int:
    """Tell the last acts; where there are more, or they come from the sheet, bring its history to the front."""
    book = meja.sheets((names.DISPOSISI,))
    berkas = berkas_of(meja, book)
    rows = published_history(meja, berkas)
    here = rows is None
    if rows is None:
        rows = read_riwayat(book)
    if here or len(rows) > MAX_TOLD:
        _show_block(meja, book)
    source = "\n\nDibaca dari lembar Disposisi, karena jejak di Arsip tidak terjangkau dari sini." if here else ""
    meja.say(tell_history(berkas, rows) + source)
    return 0


def berkas_of(meja: Meja, book: Sheets) -> str:
    """Return the code of the berkas that ``Disposisi`` shows. Raises NotALembarKerja."""
    area = book.area("berkas", names.DISPOSISI)
    berkas = book.grids[names.DISPOSISI].value(area.top, area.left) if area else None
    if not isinstance(berkas, str):
        raise NotALembarKerja(nama=meja.nama, sebab="kode berkasnya tidak terbaca pada lembar Disposisi")
    return berkas.upper()


def published_history(meja: Meja, berkas: str) -> tuple[BarisRiwayat, ...] | None:
    """Return the published acts, None where they cannot be reached or read, or know nothing of this berkas."""
    from kinerja_xl.routing.ledger.published import published_events

    try:
        akar = meja.tempat.akar
        return berkas_history(published_events(akar), berkas) or None if akar else None
    except (KinerjaError, OSError):  # a copy at home, a share without rights: the sheet knows it too
        return None


def _show_block(meja: Meja, book: Sheets) -> None:
    area = book.area(names.RIWAYAT_BARIS, names.DISPOSISI)
    meja.show_cell(Letak(names.DISPOSISI, address(area.top, area.left) if area else ""))
