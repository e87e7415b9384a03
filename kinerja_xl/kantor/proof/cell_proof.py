"""The second way to a cell: read at its address in the archived file, apart from how the report found it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.numbers import format_angka, format_nilai, parse_nilai
from kinerja_xl.errors import WorkbookError
from kinerja_xl.kantor.proof.archived_office import KantorArsip
from kinerja_xl.reports.compare.compare_documents import JenisMasalah, Masalah
from kinerja_xl.reports.compare.read_document import Tempat
from kinerja_xl.reports.word.provenance import DaftarSumber
from kinerja_xl.workbook.read_book import read_book

_NUMBER = re.compile(r"-?\d[\d.]*(?:,\d+)?")


def cell_faults(kantor: KantorArsip, daftar: DaftarSumber, places: Mapping[str, Tempat]) -> Iterator[Masalah]:
    """Yield each figure read from one cell that does not say what stands at that address in the archived file."""
    wanted: dict[str, dict[str, Letak]] = defaultdict(dict)
    for _, (key, _) in daftar.angka.items():
        facts = daftar.sumber.get(key, {})
        if facts.get("sel"):
            wanted[facts["berkas"]][key] = Letak(facts["lembar"], facts["sel"])
    cells: dict[str, NilaiSel] = {}
    for book, letak in wanted.items():
        cells |= _read(kantor, daftar.berkas[book], letak)
    for tag, (key, tampil) in daftar.angka.items():
        if key in cells and not _says(tampil, cells[key]):
            yield Masalah(JenisMasalah.DIUBAH, places.get(tag, Tempat()), tag, tampil, as_text(cells[key]), key)


def _read(kantor: KantorArsip, book: Mapping[str, str], letak: Mapping[str, Letak]) -> dict[str, NilaiSel]:
    try:
        grids = read_book(kantor.content(book["sha256"]), book["nama"], {one.lembar for one in letak.values()}).grids
    except WorkbookError:  # told as a fault of the archive
        return {}
    return {key: grids[one.lembar].value(*one.row_and_column) for key, one in letak.items() if one.lembar in grids}


def _says(tampil: str, isi: NilaiSel) -> bool:
    """Whether a figure as printed is what a cell holds: with a unit, in full or with two decimals, or none at all."""
    nilai = parse_nilai(isi)
    if nilai is None:
        return not _NUMBER.search(tampil)
    if not isinstance(nilai, Decimal):
        return format_nilai(nilai) in tampil or as_text(isi) in tampil
    printed = _NUMBER.search(tampil)
    return printed is not None and printed[0] in {
        format_nilai(nilai), format_angka(nilai, 2), format_angka(nilai, 2).removesuffix(",00"), as_text(nilai),
        f"{nilai:f}".replace(".", ","), f"{nilai:.2f}".replace(".", ",")}  # the last two as charts keep them
