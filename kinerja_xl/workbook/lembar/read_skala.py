"""What a worksheet says of the rules it is judged by, so that it can be checked wherever it is opened."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja_xl.domain.kebijakan import KEWAJARAN, Kategori, Kebijakan, Skala
from kinerja_xl.domain.numbers import parse_angka
from kinerja_xl.errors import NamesMissing
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area
from kinerja_xl.workbook.cell_values import split_list
from kinerja_xl.workbook.grid import Sheets

_STEP = re.compile(r">\s*([\d.,]+)")


def read_skala(book: Sheets, nama: str) -> Skala:
    """Return the category scale and the predikat scores that ``Petunjuk`` shows; ``nama`` is only for messages.

    Raises NamesMissing where the sheet or one of its tables is gone.
    """
    kategori, predikat = (_need(book, name, nama) for name in (names.TABEL_KATEGORI, names.TABEL_PREDIKAT))
    grid = book.grids[names.PETUNJUK]
    steps = []
    for row in range(kategori.top, kategori.bottom + 1):
        match = _STEP.match(str(grid.value(row, kategori.left + 1) or ""))
        above = parse_angka(match[1]).nilai if match else None
        steps.append(Kategori(str(grid.value(row, kategori.left)), above or Decimal(0), "", ""))
    scores = {str(grid.value(row, predikat.left)): score for row in range(predikat.top, predikat.bottom + 1)
              if isinstance(score := grid.value(row, predikat.right), Decimal)}
    return Skala(tuple(steps), scores)


def read_rules(book: Sheets, nama: str) -> tuple[Skala, Kebijakan]:
    """Return by what a worksheet is judged: the scale on ``Petunjuk``, and the policy that ``Disposisi`` holds.

    A worksheet that lost its ``Petunjuk`` is judged by the scale of the regulation: that is no fault of its content.
    """
    try:
        skala = read_skala(book, nama)
    except (NamesMissing, KeyError):
        from kinerja_xl.workbook.settings.default_office import SKALA

        skala = SKALA
    wajib, menolak = (_hidden_text(book, name) for name in (names.BUKTI_WAJIB, names.CATATAN_MENOLAK))
    return skala, Kebijakan(bukti_wajib=wajib.casefold() == "ya",
                            menolak=frozenset(KEWAJARAN) & set(split_list(menolak)))


def read_checksum(book: Sheets) -> str:
    """Return the checksum of what the holder may not change, as the service wrote it; "" where it wrote none."""
    return _hidden_text(book, names.JUMLAH_UJI)


def _hidden_text(book: Sheets, name: str) -> str:
    """A hidden cell of ``Disposisi``; "" in worksheets made before there was such a cell."""
    area = book.area(name, names.DISPOSISI)
    isi = book.grids[names.DISPOSISI].value(area.top, area.left) if area else None
    return isi if isinstance(isi, str) else ""


def _need(book: Sheets, name: str, nama: str) -> Area:
    area = book.area(name, names.PETUNJUK)
    if area is None:
        raise NamesMissing(berkas=nama, daftar=name)
    return area
