"""What a service really does to the disk, told by strace, against what its disk module says that it does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

_CALLS = ("open,openat,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,symlink,"
          "symlinkat,truncate,ftruncate,chmod,fchmod,fchmodat,chown,fchown,lchown,fchownat,utime,utimes,"
          "futimesat,utimensat,mknod,mknodat,setxattr,fsetxattr,write,pwrite64,writev,pwritev,pwritev2,sendfile,"
          "copy_file_range,splice,fallocate,stat,newfstatat,statx")
_SERVICE = """
import os, sys
sys.path.insert(0, sys.argv[1])
from kuartal import faulty
from kinerja_xl.faces.cli import run

def told(operation, path):
    try:
        os.stat(f"/kata/{operation}{path}")
    except FileNotFoundError:
        pass

with faulty(told):
    sys.exit(run(["layani", *sys.argv[2:]]))
"""
"""The command line's own service, whose disk module says each operation by looking at a path that is not there."""
_TOLD = re.compile(r'"/kata/\w+(/[^"]*)"')
_PATH = re.compile(r'"(/[^"]*)"|\d+<(/[^>]*)>')
_OWN = re.compile(r"/data/(jejak\.sqlite3(-wal|-shm|-journal)?|layanan\.(kunci|log))")
"""SQLite writes the ledger, logging the log, and the lock is held by the system: nothing of these lies on the share."""
_OPENS, _LOOKS = ("open", "openat", "creat"), ("stat", "newfstatat", "statx")
_FEWEST = 20


def untold_changes(before: Path, jam: datetime, work: Path) -> tuple[str, ...]:
    """Return each system call that changed something below an office though the disk module had not just said so.

    RuntimeError where strace is missing, or sees less than a stage surely does.
    """
    if shutil.which("strace") is None:
        raise RuntimeError("strace is needed to prove that nothing is written past the disk module")
    shutil.copytree(before, work)
    log = work.with_suffix(".log")
    subprocess.run(
        ["strace", "-f", "-y", "-q", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(log), sys.executable, "-B", "-c",
         _SERVICE, str(Path(__file__).parent), str(work / "akar"), "--sekali", "--tenang", "0", "--data",
         str(work / "data"), "--sekarang", f"{jam:%Y-%m-%dT%H:%M}"], check=True, stdout=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8"})
    return tuple(_untold(log.read_text(encoding="utf-8", errors="replace").splitlines(), work))


def _untold(lines: list[str], work: Path) -> Iterator[str]:
    told, changes = "", 0
    for line in lines:
        call = line.partition(" ")[2].lstrip()
        name = call.partition("(")[0]
        if name in _LOOKS:
            said = _TOLD.search(call)
            told = said[1] if said else told
        elif _changes(name, call):
            paths = [path for pair in _PATH.findall(call) if (path := pair[0] or pair[1]).startswith(str(work))]
            changes += bool(paths)
            if paths and told not in paths and not all(_OWN.search(path) for path in paths):
                yield f"{call[:300]} after {told}"
    if changes < _FEWEST:
        raise RuntimeError(f"strace saw only {changes} changes: it does not see what it should")


def _changes(name: str, call: str) -> bool:
    if " = -1 " in call:
        return False
    return name not in _OPENS or any(flag in call for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"))
