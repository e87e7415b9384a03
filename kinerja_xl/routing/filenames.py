"""Names of files that are not worksheets, owner files, and names that fit beside a taken one."""

from __future__ import annotations

import os
import re

REASON_TAIL = ".ALASAN.txt"
"""What is added to a held file's name for the text that says why."""
_NAME_LIMIT = 255  # bytes, the least that any supported file system offers
_IGNORED = re.compile(
    r"(~\$.*|\.~lock\..*#|.*\.tmp|desktop\.ini|thumbs\.db|\.ds_store|\._.*|@eadir|#recycle|@recycle|.*\.lnk"
    r"|[0-9a-f]{8})", re.IGNORECASE | re.DOTALL)
_OWNER = re.compile(r"~\$.*|\.~lock\..*#", re.DOTALL)
_HIDDEN_FOLDER = re.compile(r"[.#@].*|\$recycle\.bin|system volume information|lost\+found", re.IGNORECASE | re.DOTALL)


def is_ignored(name: str) -> bool:
    """Whether a name is one that programs leave behind (custody.md): never looked at, moved or complained about."""
    return _IGNORED.fullmatch(name) is not None


def is_owner_file(name: str) -> bool:
    """Whether the name is that of an owner file: Excel or LibreOffice has a workbook beside it open."""
    return _OWNER.fullmatch(name) is not None


def is_shortcut(name: str) -> bool:
    """Whether the name is that of a Windows shortcut: it looks like the file in Explorer and is not the file."""
    return name.lower().endswith(".lnk")


def is_hidden_folder(name: str) -> bool:
    """Whether a folder belongs to a system or server, such as a recycle bin: nobody keeps work there."""
    return _HIDDEN_FOLDER.fullmatch(name) is not None


def owner_names(name: str) -> tuple[str, str]:
    """Return the names of the owner files that Excel and LibreOffice keep beside an open ``name``."""
    return f"~${name}", f".~lock.{name}#"


def read_owner(name: str, data: bytes) -> str:
    """Return who has the file open, from the owner file's name and content; ``pengguna lain`` where it does not say."""
    if name.startswith(".~lock."):
        fields = data.decode("utf-8", "replace").split(",")
        who = next((field.strip() for field in fields[:2] if field.strip()), "")
    else:  # Excel: one byte of length, then the name in the Windows code page
        who = data[1:1 + data[0]].decode("cp1252", "replace").strip() if data else ""
    return "".join(c for c in who if c.isprintable()) or "pengguna lain"


def shortened(name: str, length: int) -> str:
    """Return a name of at most ``length`` characters (never below 12), its extension kept: the beginning is told."""
    if len(name) <= max(length, 12):
        return name
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > 10:
        stem, dot, extension = name, "", ""
    return stem[:max(length, 12) - len(dot + extension)].rstrip(" .") + dot + extension


def numbered(name: str, number: int, tail: str = "") -> str:
    """Return ``name`` itself for 1, ``name (2)`` before the extension for 2, then ``tail``; cut to fit 255 bytes."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > 10:
        stem, dot, extension = name, "", ""
    mark = f" ({number})" if number > 1 else ""
    while len(os.fsencode(f"{stem}{mark}{dot}{extension}{tail}")) > _NAME_LIMIT:
        stem = stem[:-1]
    return f"{stem}{mark}{dot}{extension}{tail}"
