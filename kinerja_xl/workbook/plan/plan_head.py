"""The head of Rencana Aksi: year, legal basis, first quarter and version, each beside its label above the table."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.dasar import Dasar
from kinerja_xl.workbook.cell_fields import validate_row
from kinerja_xl.workbook.grid import Grid
from kinerja_xl.workbook.plan import plan_columns as kolom
from kinerja_xl.workbook.plan.plan_models import IsianKepala, IsianTahun
from kinerja_xl.workbook.read_book import Book
from kinerja_xl.workbook.tables import Pasangan, find_beside, find_table


@dataclass(frozen=True)
class KepalaRencana:
    """The head as read: ``tahun`` 0 where it is not known; ``letak`` says where ``dasar`` and ``versi`` stand."""

    tahun: int
    versi: int
    dasar: Dasar | None
    berlaku_mulai: int
    baris: Pasangan


def read_head(book: Book, catatan: list[Catatan]) -> KepalaRencana:
    """Return the head of the plan; every finding is added at its cell. A missing label leaves its value open."""
    grid = book.grids.get(kolom.INDIKATOR)
    baris = Pasangan(kolom.INDIKATOR, {}, {}) if grid is None else _pairs(grid)
    if grid is None:  # said already: the whole sheet is missing
        return KepalaRencana(0, 1, None, 1, baris)
    judul = dict(kolom.LABEL_KEPALA)
    year = validate_row(baris, IsianTahun, judul, catatan)
    tahun = year.tahun if year else 0
    head = validate_row(baris, IsianKepala, judul, catatan)
    if head is None:
        return KepalaRencana(tahun, 1, None, 1, baris)
    dasar = None if head.dasar is None else Dasar(head.dasar, head.nomor, head.tanggal)
    if dasar is None:
        catatan.append(catat("C601", baris.letak("dasar"), kolom="Dasar") if head.nomor or head.tanggal
                       else catat("C620", baris.letak("dasar")))
    else:
        _check_dasar(dasar, tahun, baris, catatan)
    return KepalaRencana(tahun, head.versi or 1, dasar, head.berlaku_mulai or 1, baris)


def _pairs(grid: Grid) -> Pasangan:
    top = find_table(grid, kolom.KOLOM_INDIKATOR).baris_judul or grid.last_row + 1
    found = {nama: find_beside(grid, label, top) for nama, label in kolom.LABEL_KEPALA}
    places = {nama: letak or Letak(grid.lembar, "") for nama, letak in found.items()}
    return Pasangan(grid.lembar, {nama: grid.value(*letak.row_and_column) for nama, letak in places.items()}, places,
                    frozenset(nama for nama, letak in places.items() if letak.row_and_column in grid.tanpa_hasil))


def _check_dasar(dasar: Dasar, tahun: int, baris: Pasangan, catatan: list[Catatan]) -> None:
    catatan += [catat("C622", baris.letak(nama), kolom=label, dasar=dasar.jenis.sebutan)
                for nama, label in kolom.LABEL_KEPALA if nama in ("nomor", "tanggal") and not getattr(dasar, nama)]
    if dasar.tanggal and tahun and not tahun - 1 <= dasar.tanggal.year <= tahun:
        catatan.append(catat("C623", baris.letak("tanggal"), isi=f"{dasar.tanggal:%d/%m/%Y}", tahun=tahun))
