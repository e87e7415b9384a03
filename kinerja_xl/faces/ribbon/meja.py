"""What one press of a button works with: the workbook on screen, where it lies, and the window to speak in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import Kegiatan, Status, next_kegiatan
from kinerja_xl.errors import BookNeverSaved, BookOnline, NotALembarKerja, OpenedByOther, OpenedReadOnly
from kinerja_xl.faces.ribbon.host import Host
from kinerja_xl.faces.ribbon.letak import Tempat, place_of_file
from kinerja_xl.faces.ribbon.open_book import find_name, read_open_book
from kinerja_xl.faces.ribbon.pesan_pita import JUDUL
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets, renamed_sheet

SHEETS = (names.LEMBAR_KERJA, names.PROGRAM_DAN_ANGGARAN, names.BUKTI_DUKUNG, names.DISPOSISI, names.PETUNJUK)


class Meja:
    """One press; every question about the workbook is asked anew, for nothing on screen is trusted for long."""

    def __init__(self, host: Host, book: Any) -> None:
        self.host, self.book = host, book

    # the workbook

    @property
    def nama(self) -> str:
        """The workbook's name."""
        return str(self.book.name)

    @cached_property
    def berkas(self) -> Path:
        """The workbook's file. Raises BookNeverSaved, BookOnline."""
        fullname = self.host.fullname(self.book)
        if not fullname:
            raise BookNeverSaved(nama=self.nama)
        if "://" in fullname:
            raise BookOnline(nama=self.nama, alamat=fullname)
        return Path(fullname)

    @cached_property
    def tempat(self) -> Tempat:
        """Where the file lies. Raises BookNeverSaved, BookOnline."""
        return place_of_file(self.berkas)

    def check_writable(self) -> None:
        """Raise OpenedByOther or OpenedReadOnly where nothing can be written into the workbook."""
        if not self.host.is_read_only(self.book):
            return
        from kinerja_xl.faces.ribbon.pemakai_lain import owner_of

        fullname = self.host.fullname(self.book)
        owner = owner_of(Path(fullname)) if fullname and "://" not in fullname else ""
        raise OpenedByOther(nama=self.nama, oleh=owner) if owner else OpenedReadOnly(nama=self.nama)

    def sheet(self, lembar: str) -> Any:
        """Return the xlwings sheet of that name. Raises NotALembarKerja."""
        listed = self.host.sheet_names(self.book)
        name = find_name(listed, lembar)
        if name is None:
            name = find_name(listed, renamed_sheet(lembar, self.host.names(self.book)) or "")
        if name is None:
            raise NotALembarKerja(nama=self.nama, sebab=f"lembar {lembar} tidak ada")
        return self.host.sheet(self.book, name)

    def sheets(self, lembar: Iterable[str] = SHEETS) -> Sheets:
        """Return these sheets as they stand on screen, unsaved changes included."""
        fullname = self.host.fullname(self.book)
        berkas = Path(fullname) if fullname and "://" not in fullname else None
        return read_open_book(self.host, self.book, lembar, berkas)

    def lembar_kerja(self, book: Sheets | None = None) -> LembarKerja:
        """Return the worksheet's values by key. Raises NotALembarKerja where ``Disposisi`` is gone."""
        from kinerja_xl.workbook.lembar.lembar_kerja_of import lembar_kerja_of

        found = book or self.sheets()
        if names.DISPOSISI not in found.grids:
            raise NotALembarKerja(nama=self.nama, sebab=f"lembar {names.DISPOSISI} tidak ada")
        return lembar_kerja_of(found)

    def show_cell(self, letak: Letak) -> None:
        """Bring a cell to the front; the sheet alone where no cell is named."""
        sheet = self.sheet(letak.lembar)
        if letak.sel:
            self.host.show(sheet.range(letak.sel))
        else:
            sheet.activate()

    # the window

    def say(self, teks: str, petunjuk: str = "", *, judul: str = JUDUL, gawat: bool = False) -> None:
        """Show a message, and wait until it was read."""
        self.host.tell(judul, f"{teks}\n\nLangkah berikut: {petunjuk}" if petunjuk else teks, gawat=gawat)

    def ask(self, teks: str, *, judul: str = JUDUL) -> bool:
        """Show a question; return whether it was answered with yes."""
        return self.host.ask(judul, teks)

    def show_status(self, teks: str) -> None:
        """Show a text in the status bar; "" gives the bar back."""
        self.host.show_status(teks)


def status_of(book: Sheets) -> Status | None:
    """Return the status that ``Disposisi`` shows; None where it shows none."""
    area = book.area("status", names.DISPOSISI)
    label = book.grids[names.DISPOSISI].value(area.top, area.left) if area else None
    return next((status for status in Status if status.label == label), None)


def kegiatan_of(book: Sheets) -> Kegiatan | None:
    """Return the forward row of the SOP that the worksheet waits for; None where it has ended or shows no status."""
    status = status_of(book)
    return next_kegiatan(status) if status else None
