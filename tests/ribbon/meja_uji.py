"""A press of a button on a workbook in a real Calc: what was told and asked is kept, answers are given beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from layar_uji import Layar

from kinerja_xl.faces.ribbon.aksi import AKSI
from kinerja_xl.faces.ribbon.calc_host import Calc
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.pesan_pita import tell_error


class HostUji(Calc):
    """Calc without a person: ``jawaban`` are the answers to questions in order, ``dipilih`` the file that is picked.

    Where there is a screen, its messages are shown there as well.
    """

    def __init__(self, pipe: str, layar: Layar | None = None) -> None:
        super().__init__(pipe)
        self.layar = layar
        self.kabar: list[tuple[str, str]] = []
        self.pertanyaan: list[str] = []
        self.jawaban: list[bool] = []
        self.dipilih: Path | None = None
        self.pola = ""
        self.gawat = False

    def tell(self, judul: str, teks: str, *, gawat: bool = False) -> None:
        self.kabar.append((judul, teks))
        self.gawat = gawat
        if self.layar:
            told = super().tell
            self.layar.show(judul, "OK", lambda: told(judul, teks, gawat=gawat))

    def ask(self, judul: str, teks: str) -> bool:
        assert judul == "Kinerja"
        self.pertanyaan.append(teks)
        answer = self.jawaban.pop(0)
        if self.layar:
            asked = super().ask
            self.layar.show("Kinerja tanya", "Yes" if answer else "No", lambda: asked(judul, teks))
        return answer

    def pick_file(self, judul: str, keterangan: str, pola: str) -> str | None:
        assert judul
        assert keterangan
        self.pola = pola
        return str(self.dipilih) if self.dipilih else None


class MejaUji:
    """Opens workbooks and presses buttons in them; ``kabar`` is the last message."""

    def __init__(self, host: HostUji) -> None:
        self.host = host
        self.opened: list[Any] = []

    def open(self, path: Path) -> Any:
        book = self.host.open(str(path))
        self.opened.append(book)
        return book

    def press(self, aksi: str, book: Any, *jawaban: bool) -> tuple[int, str]:
        """Return exit code and message; every answer that was given is used up."""
        self.host.kabar, self.host.pertanyaan, self.host.jawaban = [], [], list(jawaban)
        meja = Meja(self.host, book)
        try:
            code = AKSI[aksi](meja)
        except Exception as error:
            code = tell_error(self.host, error)
        assert self.host.jawaban == []
        return code, "\n".join(teks for _, teks in self.host.kabar)

    @property
    def judul(self) -> str:
        """The title of the last message."""
        return self.host.kabar[-1][0]

    def close(self, path: Path) -> None:
        """Close whichever workbook shows this file now."""
        for book in list(self.host._app.books):
            if Path(book.fullname) == path:
                book.close()

    def close_all(self) -> None:
        for book in self._still_open():
            book.close()
        self.opened.clear()

    def _still_open(self) -> Iterator[Any]:
        present = {book.api.RuntimeUID for book in self.host._app.books}
        return (book for book in self.opened if book.api.RuntimeUID in present)


def note_cell(book: Any) -> Any:
    """The cell of the holder's own note."""
    return book.names["catatan_disposisi"].refers_to_range


def place_of(book: Any) -> tuple[str, str]:
    """The active sheet and the address of its selection."""
    controller = book.api.CurrentController
    address = controller.getSelection().getRangeAddress()
    cells = book.sheets[address.Sheet].range((address.StartRow + 1, address.StartColumn + 1))
    return controller.ActiveSheet.Name, cells.address.replace("$", "")
