"""What a press needs later is imported while the spreadsheet program answers: waiting for it leaves Python idle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Thread

_CHECKING = ("kinerja_xl.faces.ribbon.periksa",)
_NEEDED: Mapping[str, Sequence[str]] = {"periksa": _CHECKING, "kirim": _CHECKING}


def import_ahead(aksi: str) -> None:
    """Begin to import what an action needs beside the connection; none of it imports xlwings."""
    Thread(target=_import, args=(("kinerja_xl.faces.ribbon.aksi", *_NEEDED.get(aksi, ())),), daemon=True).start()


def _import(modules: Sequence[str]) -> None:
    for name in modules:
        __import__(name)  # as the statement does, so that -X importtime tells it
