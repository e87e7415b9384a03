"""Checking and comparing worksheets without moving them, and showing a file as text."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.domain.catatan import Catatan, sorted_catatan
from kinerja_xl.domain.cells import Perubahan
from kinerja_xl.domain.lembar.checks import check_isian
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.lembar.rights import changes
from kinerja_xl.domain.sop.sop import KEGIATAN
from kinerja_xl.errors import FileUnreadable
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.routing.limits.preflight import preflight, preflight_document
from kinerja_xl.routing.osfiles import explain
from kinerja_xl.workbook import names
from kinerja_xl.workbook.dump import dump_workbook
from kinerja_xl.workbook.lembar.lembar_kerja_of import SHEETS, lembar_kerja_of
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.lembar.read_skala import read_rules
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.service.service_sheets import check_service_sheets


def check_file(path: Path) -> tuple[LembarKerja, tuple[Catatan, ...]]:
    """Return a worksheet as read and its catatan for the step that it waits for.

    The worksheet itself says which step that is, what scale its office has and whether that asks for evidence; rights
    are not judged, since that needs the ledger. Raises FileUnreadable and WorkbookError kinds.
    """
    return check_data(read_file(path), path.name)


def check_data(data: bytes, nama: str) -> tuple[LembarKerja, tuple[Catatan, ...]]:
    """Return what ``check_file`` does, of a file's bytes; each sheet is read once. Raises WorkbookError kinds."""
    preflight(data, nama)
    book = read_book(data, nama, (*SHEETS, names.PETUNJUK))
    check_service_sheets(book.package)
    sheet = lembar_kerja_of(book)
    skala, kebijakan = read_rules(book, nama)
    kegiatan = next((row for row in KEGIATAN if row.maju and row.nomor == sheet.identitas.langkah), KEGIATAN[2])
    return sheet, sorted_catatan(check_isian(sheet, kegiatan, skala, kebijakan))


def compare_files(lama: Path, baru: Path) -> tuple[Perubahan, ...]:
    """Return what changed from one worksheet to the other. Raises FileUnreadable and WorkbookError kinds."""
    return changes(_read_sheet(lama), _read_sheet(baru))


def _read_sheet(path: Path) -> LembarKerja:
    data = read_file(path)
    preflight(data, path.name)
    return read_lembar_kerja(data, path.name)


def show_file(path: Path) -> str:
    """Return a workbook or document as stable text. Raises FileUnreadable and WorkbookError kinds."""
    data = read_file(path)
    if path.suffix.lower() == ".docx":
        preflight_document(data, path.name)
        return dump_document(data)
    preflight(data, path.name)
    return dump_workbook(data, path.name)


def read_file(path: Path) -> bytes:
    """Return a file's bytes; FileUnreadable with the cause where that fails."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise FileUnreadable(berkas=path, sebab="itu sebuah folder.") from None
    except FileNotFoundError:
        raise FileUnreadable(berkas=path, sebab="berkas itu tidak ada.") from None
    except OSError as error:
        raise FileUnreadable(berkas=path, sebab=explain(error)) from error
