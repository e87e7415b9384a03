"""The plan's two sheets beside it: what was reached before it, and what a version of it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.indicators import Indikator, Nilai, Predikat, Rentang
from kinerja_xl.domain.numbers import format_nilai
from kinerja_xl.domain.rencana.riwayat import TAHUN_LALU, is_numeric
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RiwayatCapaian
from kinerja_xl.workbook.cell_fields import validate_rows
from kinerja_xl.workbook.plan import plan_columns as kolom
from kinerja_xl.workbook.plan.plan_models import IsianPerubahan, IsianRiwayat
from kinerja_xl.workbook.read_book import Book
from kinerja_xl.workbook.tables import Baris, read_table

Rows = tuple[tuple[Baris, RiwayatCapaian], ...]


def read_riwayat(book: Book, tahun: int, known: Mapping[str, Indikator | None], catatan: list[Catatan]) -> Rows:
    """Return the rows of Riwayat Capaian; name and unit that are blank come from the indicator of the code.

    ``known`` holds every code of the sheet Indikator, None where its row is wrong (then it is judged no further);
    ``tahun`` is the plan's year, 0 where it is not known. Every finding is added at its cell.
    """
    rows = read_table(book, kolom.RIWAYAT, kolom.KOLOM_RIWAYAT, catatan, kolom.JANGKAR_RIWAYAT) or ()
    found: list[tuple[Baris, RiwayatCapaian]] = []
    seen: set[tuple[str, int, int | None]] = set()
    for baris, isian in validate_rows(rows, IsianRiwayat, kolom.KOLOM_RIWAYAT, catatan):
        kode = next((kode for kode in known if kode.casefold() == isian.kode.casefold()), None)
        if kode is None:
            if known:  # a sheet Indikator that could not be read says so itself
                catatan.append(catat("C625", baris.letak("kode"), isi=isian.kode))
            continue
        row = RiwayatCapaian(kode, isian.nama or getattr(known[kode], "nama", ""),
                             isian.satuan or getattr(known[kode], "satuan", ""), isian.tahun, isian.triwulan,
                             isian.target, isian.realisasi, isian.keterangan)
        if (kode, row.tahun, row.triwulan) in seen:
            catatan.append(catat("C626", baris.letak("kode"), kode=kode, waktu=row.waktu))
        seen.add((kode, row.tahun, row.triwulan))
        _check_time(row, tahun, baris, catatan)
        _check_values(row, known[kode], baris, catatan)
        found.append((baris, row))
    return tuple(found)


def read_perubahan(book: Book, catatan: list[Catatan]) -> tuple[tuple[Baris, PerubahanRencana], ...]:
    """Return the rows of Perubahan as the planner wrote them; every finding is added at its cell."""
    rows = read_table(book, kolom.PERUBAHAN, kolom.KOLOM_PERUBAHAN, catatan, kolom.JANGKAR_PERUBAHAN) or ()
    return tuple((baris, PerubahanRencana(isian.kode, isian.kolom, isian.lama, isian.baru, isian.alasan, isian.tanggal))
                 for baris, isian in validate_rows(rows, IsianPerubahan, kolom.KOLOM_PERUBAHAN, catatan))


def known_codes(rows: Sequence[Baris], daftar_indikator: Sequence[Indikator]) -> dict[str, Indikator | None]:
    """Return every code that stands on the sheet Indikator, with its indicator where the row is right."""
    right = {indikator.kode: indikator for indikator in daftar_indikator}
    written = (" ".join(isi.split()) for baris in rows if isinstance(isi := baris.sel.get("kode"), str))
    return dict.fromkeys(written) | right


def _check_time(row: RiwayatCapaian, tahun: int, baris: Baris, catatan: list[Catatan]) -> None:
    """Whole years n-1 to n-5; of the plan's own year only quarters (contract section 3)."""
    last = tahun if row.triwulan else tahun - 1
    if tahun and not tahun - TAHUN_LALU <= row.tahun <= last:
        catatan.append(catat("C624", baris.letak("tahun"), isi=row.waktu, tahun=tahun, dari=tahun - TAHUN_LALU,
                             sampai=tahun - 1))


def _check_values(row: RiwayatCapaian, indikator: Indikator | None, baris: Baris, catatan: list[Catatan]) -> None:
    numeric = indikator is not None and is_numeric(indikator)
    values: dict[str, Nilai | None] = {"target": row.target, "realisasi": row.realisasi}
    for nama, nilai in values.items():
        if (isinstance(nilai, Predikat) and numeric) or (isinstance(nilai, Rentang) and nama == "realisasi"):
            catatan.append(catat("C101", baris.letak(nama), isi=format_nilai(nilai)))
