"""Tables written as text, read as adoption reads the sheets of an office."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.domain.adopsi.sumber import LembarSumber
from kinerja_xl.domain.adopsi.tabel import Tabel, find_tables
from kinerja_xl.domain.cells import NilaiSel

HEAD = ("| Indikator Kinerja | Satuan | Target Tahunan | Target TW I | Target TW II | Target TW III | Target TW IV "
        "| Penanggung Jawab |")
FAMILY = "| Jumlah keluarga | Orang | 100 | 10 | 20 | 30 | 40 | PFM |"
LANSIA = "| Jumlah lansia | Orang | 40 | 10 | 10 | 10 | 10 | PFM |"
_ANGKA = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")  # 04 is text: the second part of a code


def table(*lines: str) -> str:
    return "\n".join((HEAD, *lines))


SOUND = table(FAMILY, LANSIA)


def sheet(tabel: str, title: str = "RENCANA AKSI TAHUN 2026", inden: dict[int, int] | None = None) -> LembarSumber:
    """A sheet with its title in row 1 and the table from row 3 on; figures are numbers."""
    cells: dict[tuple[int, int], NilaiSel] = {(1, 1): title}
    for row, line in enumerate((line.strip() for line in tabel.strip().splitlines()), start=3):
        for column, part in enumerate(line.strip("|").split("|"), start=1):
            if teks := part.strip():
                cells[row, column] = Decimal(teks) if _ANGKA.fullmatch(teks) else teks
    return LembarSumber("Data", cells, inden={(row, 1): steps for row, steps in (inden or {}).items()})


def tables(tabel: str, **more: object) -> tuple[Tabel, ...]:
    """The tables that adoption finds on the sheet."""
    return find_tables(sheet(tabel, **more), {})  # type: ignore[arg-type]


def read(tabel: str, **more: object) -> HasilAdopsi:
    return adopt([sheet(tabel, **more)], "Lembar.xlsx", Koreksi())  # type: ignore[arg-type]
