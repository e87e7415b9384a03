"""Files that a command writes where a person asked for them: never over one that is there."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.errors import OutputExists, OutputFolderMissing


def write_new(path: Path, data: bytes) -> Path:
    """Write a file that is not there yet; raises OutputExists and OutputFolderMissing."""
    if not path.parent.is_dir():
        raise OutputFolderMissing(folder=path.parent)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise OutputExists(jalur=path) from None
    return path
