"""Somebody at the window: opens what waits, types into cells, presses buttons, reads and answers messages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from jendela_calc import JendelaCalc, Kotak
from kantor_klik import KantorKlik, good_values

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

NEXT_STEP = "\n\nLangkah berikut: "


class MejaKlik:
    """The person whose turn it is, with one workbook open."""

    def __init__(self, layar: JendelaCalc, kantor: KantorKlik) -> None:
        self.layar, self.kantor = layar, kantor
        self.model: Any = None
        self.path = Path()

    def open(self, path: Path) -> None:
        """Open a workbook."""
        self.path, self.model = path, self.layar.open(path)

    def open_waiting(self, role: str) -> None:
        """Open the worksheet that waits for a role, as soon as it does."""
        self.open(self.kantor.waiting(role))

    def press(self, label: str, *answers: str) -> Kotak:
        """Press a button, answer what it asks, and return its last message; the program has ended then."""
        self.start(label)
        for answer in answers:
            self.layar.answer(answer)
        box = self.layar.answer()
        self.layar.idle()
        return box

    def start(self, label: str) -> None:
        """Click on a button where it stands: on the toolbar, or in the menu where that has no room for it."""
        if label in self.layar.buttons():
            self.layar.press(label)
        else:
            self.layar.press_menu(label)

    def cell(self, letak: Letak) -> Any:
        """A cell of the open workbook."""
        return self.model.Sheets.getByName(letak.lembar).getCellRangeByName(letak.sel)

    def named(self, name: str) -> Any:
        """The cells under a defined name of the open workbook."""
        return self.model.NamedRanges.getByName(name).getReferredCells()

    def places(self) -> Mapping[Kunci, Letak]:
        """Where each value of the worksheet stands, read from its file."""
        return read_lembar_kerja(self.path.read_bytes(), self.path.name).letak

    def type_values(self, values: Mapping[Kunci, NilaiSel] | None = None) -> None:
        """Type values into their cells, by default those that the worksheet is complete with; nothing is saved."""
        places = self.places()
        for kunci, isi in (good_values(self.path) if values is None else values).items():
            cell = self.cell(places[kunci])
            if isinstance(isi, str):
                cell.setString(isi)
            else:
                cell.setValue(float(isi))

    def write_note(self, text: str) -> None:
        """Type the note to the receiver."""
        self.cell(self.note()).setString(text)

    def note(self) -> Letak:
        """Where the note to the receiver stands, read from the file."""
        return read_lembar_kerja(self.path.read_bytes(), self.path.name).letak_catatan

    def select(self, letak: Letak) -> None:
        """Click a cell, so to speak."""
        self.model.CurrentController.select(self.cell(letak))

    def selected(self) -> str:
        """The selected cell, as ``Lembar Kerja!M9``."""
        sheet, _, cells = self.model.CurrentSelection.AbsoluteName.partition(":")[0].removeprefix("$").rpartition(".")
        return f"{sheet.strip(chr(39))}!{cells.replace('$', '')}"


def named_value(path: Path, name: str) -> object:
    """What a closed workbook has under a defined name, read with another library than the program's."""
    book = openpyxl.load_workbook(path, read_only=False)
    ((sheet, cells),) = book.defined_names[name].destinations
    found = book[sheet][cells]
    return (found[0][0] if isinstance(found, tuple) else found).value
