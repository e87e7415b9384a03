"""The marker ``kantor.kinerja``: it tells an office's root from an empty mount point."""

from __future__ import annotations

import re
from pathlib import Path

from kinerja_xl.errors import MarkerBroken, MarkerMissing, RootMissing

NAME = "kantor.kinerja"
_ID = re.compile(r"^kantor: ([0-9a-f]{16})\s*$", re.MULTILINE)


def new_office_id() -> str:
    """Return a fresh random office id: 16 hexadecimal digits."""
    import secrets  # an office is made once, and a press imports this module each time

    return secrets.token_hex(8)


def make_marker(office_id: str) -> bytes:
    """Return the content of the marker; Windows line ends, because people open it with Notepad."""
    return (f"JANGAN DIHAPUS\r\nkantor: {office_id}\r\n"
            "Berkas ini menandai folder kantor; tanpa berkas ini layanan berhenti.\r\n").encode()


def read_marker(root: Path) -> str:
    """Return the office id of a root; raises RootMissing, MarkerMissing or MarkerBroken."""
    if not root.is_dir():
        raise RootMissing(akar=root)
    try:
        text = (root / NAME).read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        raise MarkerMissing(akar=root) from None
    except OSError as error:
        raise MarkerBroken(akar=root) from error
    match = _ID.search(text)
    if match is None:
        raise MarkerBroken(akar=root)
    return match[1]
