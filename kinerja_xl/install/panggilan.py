"""What the ribbon's launcher says to the program: ``pita AKSI --wb=... --from_xl=1 --app=... --hwnd=...``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinerja_xl.errors import UnknownOption
from kinerja_xl.install.tombol import DAFTAR_AKSI


class Panggilan(NamedTuple):
    """One press of a button: the action, and the workbook and window it was pressed in."""

    aksi: str
    buku: str  # full name of the active workbook, empty where none was open
    program: str  # the spreadsheet program that was pressed in
    jendela: int  # its main window (hwnd), 0 where the program has none
    dari_pita: bool  # False where a person typed the command


def parse_panggilan(arguments: Sequence[str]) -> Panggilan:
    """Return the call behind ``kinerja pita``; raises UnknownOption (K903) for anything else.

    A value keeps every ``=`` in it (xlwings' own reading cuts a workbook's name there).
    """
    if not arguments or arguments[0] not in DAFTAR_AKSI:
        raise UnknownOption(nama="AKSI", nilai=" ".join(arguments[:1]))
    given: dict[str, str] = {}
    for argument in arguments[1:]:
        name, equals, value = argument.partition("=")
        if name not in {"--wb", "--from_xl", "--app", "--hwnd"} or not equals or name in given:
            raise UnknownOption(nama="pilihan", nilai=argument)
        given[name] = value
    window = given.get("--hwnd", "0")
    if not (window.isascii() and window.isdigit()):
        raise UnknownOption(nama="--hwnd", nilai=window)
    return Panggilan(arguments[0], given.get("--wb", ""), given.get("--app", ""), int(window),
                     given.get("--from_xl") == "1")
