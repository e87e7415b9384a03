"""Editing and handing in a plan workbook as a planner does, on an office's real folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from kantor_jalan import KantorUji

Change = Callable[[openpyxl.Workbook], object]
NAMA = "Rencana Aksi 2026.xlsx"


def book_of(kantor: KantorUji, name: str = NAMA) -> Path:
    """The plan workbook in Perencanaan."""
    return kantor.akar / "Perencanaan" / name


def cell_of(book: openpyxl.Workbook, lembar: str, heading: str, kode: str) -> openpyxl.cell.Cell:
    """The cell under a heading (``II`` finds the quarter's) in the row of a code."""
    sheet = book[lembar]
    first = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value in ("Kode", "Kode Sub Kegiatan"))
    column = next(cell.column for row in sheet.iter_rows(min_row=first) for cell in row if cell.value == heading)
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == kode)
    return sheet.cell(row, column)


def label(book: openpyxl.Workbook, name: str) -> openpyxl.cell.Cell:
    """The cell beside a label of the head."""
    return next(cell.offset(column=1) for row in book["Indikator"].iter_rows(max_row=12) for cell in row
                if cell.value == name)


def add_row(book: openpyxl.Workbook, lembar: str, **values: object) -> int:
    """Write a row under the last one of Riwayat Capaian or Perubahan, by heading; return its number."""
    sheet = book[lembar]
    heading = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Kode")
    columns = {sheet.cell(heading, n).value: n for n in range(1, sheet.max_column + 1)}
    row = next(n for n in range(heading + 2, 500) if not any(sheet.cell(n, c).value for c in columns.values()))
    for name, value in values.items():
        sheet.cell(row, columns[name]).value = value
    return row


def new_basis(book: openpyxl.Workbook, jenis: str = "DPPA", mulai: str = "II") -> None:
    """Give the head another dasar and first quarter."""
    for name, value in (("Dasar", jenis), ("Nomor", "9/DPPA/2026"), ("Tanggal", "03/06/2026"),
                        ("Berlaku mulai TW", mulai), ("Versi", 2)):
        label(book, name).value = value


def raise_pagu(book: openpyxl.Workbook) -> None:
    """Another pagu for one sub kegiatan of LINJAMSOS, from Rp180.000.000."""
    cell_of(book, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").value = 200_000_000


def hand_in(kantor: KantorUji, *changes: Change, name: str = NAMA, source: Path | None = None) -> None:
    """Put a changed copy of the plan into Perencanaan/Masuk and serve."""
    book = openpyxl.load_workbook(source or book_of(kantor))
    for change in changes:
        change(book)
    book.save(kantor.akar / "Perencanaan" / "Masuk" / name)
    kantor.serve()


def letter(kantor: KantorUji, tahun: int = 2026) -> str:
    """What the service wrote beside the plan."""
    path = kantor.akar / "Perencanaan" / f"Rencana Aksi {tahun}.HASIL.txt"
    return path.read_text(encoding="utf-8-sig")


def reason(kantor: KantorUji, name: str = NAMA) -> str:
    """Why a plan is held."""
    return (kantor.akar / "Perencanaan" / "Ditahan" / f"{name}.ALASAN.txt").read_text(encoding="utf-8-sig")
