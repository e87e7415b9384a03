"""Who has a workbook open, by the owner file that Excel and LibreOffice keep beside it."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.routing.filenames import owner_names, read_owner

_MOST = 1024  # bytes; an owner file has a few hundred


def owner_of(berkas: Path) -> str:
    """Return who has the file open, "" where no owner file says so."""
    for name in owner_names(berkas.name):
        try:
            with berkas.with_name(name).open("rb") as file:
                return read_owner(name, file.read(_MOST))
        except FileNotFoundError:
            continue
        except OSError:  # Excel keeps its own from being read
            return "pengguna lain"
    return ""
