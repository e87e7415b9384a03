"""The few operating system calls that differ between Windows, Linux and network shares; for the disk alone."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

_BUSY = frozenset({errno.EBUSY, errno.EACCES})
_BUSY_WINDOWS = frozenset({5, 32, 33})
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})
_SEBAB = {
    errno.ENOSPC: "ruang penyimpanan penuh.",
    errno.EACCES: "berkas sedang dibuka program lain atau izin foldernya kurang.",
    errno.EPERM: "izin foldernya kurang.",
    errno.EBUSY: "berkas sedang dibuka program lain.",
    errno.EROFS: "folder itu hanya dapat dibaca.",
    errno.EIO: "perangkat atau jaringan gagal.",
    errno.ENOENT: "folder atau berkas itu tidak ditemukan.",
    errno.ENAMETOOLONG: "namanya terlalu panjang.",
    errno.ENOTDIR: "sebagian jalurnya bukan folder.",
    errno.EISDIR: "itu sebuah folder.",
}


@dataclass(frozen=True)
class Seen:
    """A directory entry as seen: what identifies its content without reading it."""

    path: Path
    size: int
    mtime_ns: int
    inode: int
    regular: bool = True
    folder: bool = False  # a real one: a link or junction is neither file nor folder


def see(path: Path) -> Seen | None:
    """Return what stands at ``path``, links not followed; None where nothing does."""
    try:
        return _seen(path, os.lstat(path))
    except FileNotFoundError:
        return None


def seen_by(path: Path, file: BinaryIO) -> Seen:
    """Return what an open file is, as if seen at ``path``."""
    return _seen(path, os.fstat(file.fileno()))


def _seen(path: Path, status: os.stat_result) -> Seen:
    reparse = getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    return Seen(path, status.st_size, status.st_mtime_ns, status.st_ino, stat.S_ISREG(status.st_mode),
                stat.S_ISDIR(status.st_mode) and not reparse)


def open_regular(path: Path) -> BufferedReader:
    """Open a regular file for reading; FileNotFoundError for anything else, without following or blocking on it."""
    seen = see(path)
    if seen is None or not seen.regular:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.fdopen(os.open(path, flags), "rb")


def create(path: Path, read_only: bool = False) -> BinaryIO:
    """Open a fresh file of the service's own for writing; what a crash left there is removed first."""
    remove(path)  # a fresh file also cannot be a planted link
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o444 if read_only else 0o666), "wb")


def remove(path: Path) -> None:
    """Remove a file, read-only or not; absent is fine."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if os.name != "nt":
            raise
        path.chmod(stat.S_IWRITE)  # Windows keeps read-only files from being removed
        path.unlink(missing_ok=True)


def rename_new(path: Path, target: Path) -> None:
    """Give a file a name that nobody has; FileExistsError where it is taken. ``path`` may stay as a second name."""
    if os.name == "nt":
        path.rename(target)  # never overwrites on Windows
        return
    try:
        target.hardlink_to(path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if see(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        path.rename(target)  # without hard links nothing is atomic; the name was free a moment ago


def sync_folder(folder: Path) -> None:
    """Make a folder's entries durable; Windows cannot and need not."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network file systems do not know it
            raise
    finally:
        os.close(handle)


def is_busy(error: OSError) -> bool:
    """Whether another program holds the file, so that trying again may help."""
    return error.errno in _BUSY or getattr(error, "winerror", None) in _BUSY_WINDOWS


def explain(error: OSError) -> str:
    """Return the cause of a failed operation in words that staff understand."""
    if getattr(error, "winerror", None) in _BUSY_WINDOWS:
        return _SEBAB[errno.EACCES]
    return _SEBAB.get(error.errno or 0, f"galat sistem nomor {error.errno}.")
