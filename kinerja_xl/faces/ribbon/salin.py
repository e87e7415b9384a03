"""Putting a copy of a file into a folder: whole or not at all, and nothing there is overwritten."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kinerja_xl.errors import DiskFailed, FileUnreadable
from kinerja_xl.routing.osfiles import explain


def copy_into(source: Path, folder: Path, nama: str, below: Path) -> Path:
    """Return where a copy of ``source`` stands in ``folder`` under ``nama``, or a number behind it where that is taken.

    The folder is made where it is missing, as far as ``below``. Where the very same content has the name already, that
    file is the copy. Raises FileUnreadable, DiskFailed.
    """
    from kinerja_xl.routing.disk import Disk  # most presses copy nothing

    with tempfile.TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as store:
        disk = Disk(Path(store))
        seen = disk.see(source)
        staged = disk.stage(seen) if seen and seen.regular else None
        if staged is None:
            raise FileUnreadable(berkas=source, sebab="berkas itu tidak ada atau sedang berubah.")
        disk.make_folder(folder, below)
        return disk.place(staged.sha256, folder, nama)


def read_limited(path: Path, limit: int) -> bytes:
    """Return a file's bytes, one more than ``limit`` where it is larger. Raises FileUnreadable."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except IsADirectoryError:
        raise FileUnreadable(berkas=path, sebab="itu sebuah folder.") from None
    except OSError as error:
        raise FileUnreadable(berkas=path, sebab=explain(error)) from error


def list_folders(folder: Path) -> list[str]:
    """Return the names of the folders inside a folder; none where it is not there. Raises DiskFailed."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DiskFailed(jalur=folder, sebab=explain(error)) from error
