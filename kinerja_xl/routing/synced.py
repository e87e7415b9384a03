"""Folders that OneDrive, Dropbox and their like copy between PCs: found and warned about, never promised."""

from __future__ import annotations

import re
from pathlib import Path

_NAMES = (  # a folder's name on the way to the office -> whose it is
    (re.compile(r"onedrive( - .+)?|sharepoint", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive|my drive|drive saya", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive", re.IGNORECASE), "iCloud Drive"),
    (re.compile(r"nextcloud\d*|owncloud\d*", re.IGNORECASE), "Nextcloud"),
)
_MARKS = (  # what such a program keeps in the folder that it copies
    (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"), (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"), ("._sync_*.db", "Nextcloud"), (".sync_*.db", "Nextcloud"),
)


def synced_by(folder: Path) -> str | None:
    """Return which program copies this folder or one that it lies in, None where none is known to."""
    for name in folder.parts:
        for pattern, program in _NAMES:
            if pattern.fullmatch(name):
                return program
    return next((program for place in (folder, *folder.parents) for mark, program in _MARKS
                 if _is_marked(place, mark)), None)


def _is_marked(place: Path, mark: str) -> bool:
    try:
        return any(True for _ in place.glob(mark)) if "*" in mark else (place / mark).exists()
    except OSError:  # a folder above the office that may not be looked into says nothing
        return False
