"""Contents of the archive as the published rows name them: found by name, proven by their sha256."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinerja_xl.faces.ribbon.salin import read_limited
from kinerja_xl.routing.filenames import numbered
from kinerja_xl.routing.limits.preflight import MAX_BYTES

_ALIKE = 9  # names with a number that are looked at


def find_archived(akar: Path, folder: str, nama: str, sha256: str) -> bytes | None:
    """Return the archived content of that sha256, None where it is not there. Raises FileUnreadable."""
    for number in range(1, _ALIKE + 1):
        path = akar / folder / numbered(nama, number)
        if not path.is_file():
            return None
        data = read_limited(path, MAX_BYTES)
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
    return None
