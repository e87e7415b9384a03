"""Reading what the service published: the rows in Arsip/Jejak with their own chain, and the archive's contents."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.errors import DiskFailed, MirrorBroken
from kinerja_xl.routing.filenames import is_ignored
from kinerja_xl.routing.folders import JEJAK
from kinerja_xl.routing.kode import TAIL
from kinerja_xl.routing.ledger.chain import GENESIS, chain_value
from kinerja_xl.routing.ledger.mirror import mirror_lines

ARSIP = "Arsip"
_YEAR = re.compile(r"[0-9]{4}\.jsonl")


@dataclass(frozen=True)
class Baris:
    """One published row, and where it stands."""

    jalur: str  # relative to the root
    baris: int  # 1-based in that file
    peristiwa: Peristiwa
    sebelum: str


def mirror_files(root: Path) -> tuple[Path, ...]:
    """Return the year files of Arsip/Jejak, oldest first."""
    folder = root / JEJAK
    return tuple(sorted(path for path in folder.iterdir() if _YEAR.fullmatch(path.name))) if folder.is_dir() else ()


def published_events(root: Path) -> tuple[Peristiwa, ...]:
    """Return the published events after proving their chain from the first row on; MirrorBroken names the row.

    A mirror that lost its last rows is still a whole chain: only the ledger knows that they are missing.
    """
    rows = sorted((row for path in mirror_files(root) for row in _rows(path)), key=lambda row: row.peristiwa.nomor)
    previous = GENESIS
    for expected, row in enumerate(rows, 1):
        if row.peristiwa.nomor != expected:
            raise MirrorBroken(jalur=row.jalur, baris=row.baris, sebab=f"peristiwa nomor {expected} hilang.")
        if row.sebelum != previous or row.peristiwa.rantai != chain_value(row.peristiwa, previous):
            raise MirrorBroken(jalur=row.jalur, baris=row.baris, sebab="isinya tidak cocok dengan kode rantainya.")
        previous = row.peristiwa.rantai
    return tuple(row.peristiwa for row in rows)


def last_published(root: Path) -> tuple[int, str] | None:
    """Return number and chain value of the row published last, None where there is none; MirrorBroken as above."""
    files = mirror_files(root)
    *_, last = (None, *_rows(files[-1])) if files else (None,)
    return (last.peristiwa.nomor, last.peristiwa.rantai) if last else None


def _rows(path: Path) -> Iterator[Baris]:
    jalur = f"{JEJAK}/{path.name}"
    for number, line in enumerate(_read(path).splitlines(), 1):
        try:
            row = json.loads(line)
            event = Peristiwa(JenisPeristiwa(row["jenis"]), datetime.fromisoformat(row["waktu"]), row["berkas"],
                              row["isi"], row["nomor"], row["rantai"])
        except (ValueError, KeyError, TypeError):
            raise MirrorBroken(jalur=jalur, baris=number, sebab="baris ini tidak dapat dibaca.") from None
        yield Baris(jalur, number, event, str(row.get("sebelum")))


def mirror_differences(root: Path, daftar_peristiwa: tuple[Peristiwa, ...]) -> Iterator[tuple[str, str]]:
    """Yield where Arsip/Jejak is not what these events, the ledger's, make it: the place and what is wrong there."""
    right = {f"{year}.jsonl": text.splitlines() for year, text in mirror_lines(daftar_peristiwa, GENESIS).items()}
    for name in sorted({*right, *(path.name for path in mirror_files(root))}):
        present, wanted = _read(root / JEJAK / name).splitlines(), right.get(name, [])
        pairs = zip(present, wanted, strict=False)
        wrong = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), None)
        place, last = f"{JEJAK}/{name} baris ", len(wanted)
        if wrong is not None:
            yield f"{place}{wrong}", "isinya berbeda dari buku catatan layanan."
        elif len(present) < last:
            yield f"{place}{len(present) + 1} sampai {last}", "belum ada atau hilang, padahal tercatat."
        elif len(present) > last:
            yield f"{place}{last + 1}", "tidak ada di buku catatan layanan."


def archive_contents(root: Path) -> dict[str, str]:
    """Return the sha256 of every file below Arsip by its path, "" for what is no regular file.

    The mirror and the kode files are left out: they are held against the ledger by what they say.
    """
    return {jalur: _sha256(path) for jalur, path in _archived(root) if not jalur.endswith(TAIL)
            and not (jalur.startswith(f"{JEJAK}/") and _YEAR.fullmatch(path.name))}


def archive_codes(root: Path) -> dict[str, bytes]:
    """Return what the kode files below Arsip say, by the path of the file that each stands beside; b"" for a link."""
    return {jalur.removesuffix(TAIL): b"" if path.is_symlink() or not path.is_file() else _read(path)
            for jalur, path in _archived(root) if jalur.endswith(TAIL)}


def content_of(root: Path, jalur: str) -> str:
    """Return the sha256 of a regular file below the root, no link on its way; "" where there is none."""
    path = root / jalur
    parts = [path, *path.parents[:len(Path(jalur).parts) - 1]]
    return "" if any(part.is_symlink() for part in parts) else _sha256(path)


def _archived(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file below Arsip that programs did not leave behind, by its path relative to the root."""
    for path in sorted((root / ARSIP).rglob("*")):
        if not is_ignored(path.name) and (path.is_symlink() or not path.is_dir()):
            yield path.relative_to(root).as_posix(), path


def _sha256(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DiskFailed(jalur=path, sebab=f"{error.strerror}.") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise DiskFailed(jalur=path, sebab=f"{error.strerror}.") from error
