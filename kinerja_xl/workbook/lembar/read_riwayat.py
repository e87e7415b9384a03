"""The history of a berkas as its own sheet Disposisi shows it, for where nothing else can be reached."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from kinerja_xl.domain.sop.disposisi import BarisRiwayat
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets

_WIDTH = 8  # No, Versi, Waktu, Pejabat, Tindakan, Tujuan, Catatan, Kode


def read_riwayat(book: Sheets) -> tuple[BarisRiwayat, ...]:
    """Return the acts on ``Disposisi``, oldest first, () where its block is gone; several rows may be one act."""
    area = book.area(names.RIWAYAT_BARIS, names.DISPOSISI)
    if area is None:
        return ()
    grid, acts = book.grids[names.DISPOSISI], list[list[str]]()
    for row in range(area.top, area.top + names.RIWAYAT_MAX):
        cells = [grid.value(row, column) for column in range(area.left, area.left + _WIDTH)]
        texts = ["" if isi is None else f"{isi:f}" if isinstance(isi, Decimal) else str(isi) for isi in cells]
        if texts[0]:
            acts.append(texts)
        elif acts:  # what had no room goes on in the next row
            acts[-1] = [" ".join(filter(None, pair)) for pair in zip(acts[-1], texts, strict=True)]
    return tuple(act for texts in acts if (act := _act(texts)))


def _act(texts: list[str]) -> BarisRiwayat | None:
    _, versi, waktu, pejabat, tindakan, tujuan, catatan, kode = texts
    try:
        return BarisRiwayat(int(versi), datetime.strptime(waktu, "%d/%m/%Y %H.%M"), pejabat, tindakan, tujuan, catatan,
                            kode)
    except ValueError:  # somebody wrote into it
        return None
