"""``kinerja pita AKSI``: what a ribbon button starts. Exit 0 done, 1 something to mend, 3 told why not, 2 usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kinerja_xl.errors import ActionUnknown, UnknownOption
from kinerja_xl.faces.ribbon.host import Host
from kinerja_xl.faces.ribbon.pesan_pita import tell_error
from kinerja_xl.install.panggilan import Panggilan, parse_panggilan


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of one press; whatever happens, the person has been told."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        call = parse_panggilan(arguments)
    except UnknownOption as error:
        from kinerja_xl.faces.pesan import USAGE, show_error

        show_error(error)
        return USAGE
    return press(call)


def press(call: Panggilan) -> int:
    """Do what the button says in the program that it was pressed in."""
    from kinerja_xl.faces.ribbon.hubung import connect_host, find_book

    host: Host | None = None
    try:
        host = connect_host(call, os.environ)
        from kinerja_xl.faces.ribbon.aksi import AKSI
        from kinerja_xl.faces.ribbon.meja import Meja

        if call.aksi not in AKSI:
            raise ActionUnknown(aksi=call.aksi)
        return AKSI[call.aksi](Meja(host, find_book(host, call, os.environ)))
    except Exception as error:
        return tell_error(host, error)
