"""Steps: what one accepted event still has to do on the shared folder, each repeatable after a crash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from kinerja_xl.routing.disk import Disk, encode_text
from kinerja_xl.routing.filenames import REASON_TAIL, numbered
from kinerja_xl.routing.kode import TAIL, Kode, read_kode
from kinerja_xl.routing.marker import read_marker


class StepKind(StrEnum):
    """What a step does."""

    PLACE = "place"
    ARCHIVE = "archive"
    HOLD = "hold"
    REASON = "reason"
    REMOVE = "remove"
    FOLDER = "folder"
    LETTER = "letter"
    RENAME = "rename"


@dataclass(frozen=True)
class Step:
    """One idempotent step; ``path`` is a folder, or the file to remove, relative to the root."""

    kind: StepKind
    path: str
    name: str = ""
    sha256: str = ""
    read_only: bool = False
    text: str = ""

    def to_json(self) -> str:
        """Return the step as the journal keeps it."""
        return json.dumps(asdict(self), sort_keys=True)


def step_from_json(text: str) -> Step:
    """Return the step that ``to_json`` wrote."""
    fields = json.loads(text)
    return Step(**{**fields, "kind": StepKind(fields["kind"])})


def place(sha256: str, folder: str, name: str, *, read_only: bool = False) -> Step:
    """Put a content of the store into a folder; a name taken by other content gets a number."""
    return Step(StepKind.PLACE, folder, name, sha256, read_only)


def keep(sha256: str, folder: str, name: str) -> Step:
    """Put a content of the store into a folder of the archive, read only, with its ``.kode.txt`` beside it."""
    return Step(StepKind.ARCHIVE, folder, name, sha256, read_only=True)


def hold(sha256: str, folder: str, name: str, text: str) -> Step:
    """Put a content of the store into Ditahan with ``<name>.ALASAN.txt`` beside it."""
    return Step(StepKind.HOLD, folder, name, sha256, text=text)


def reason(folder: str, name: str, text: str) -> Step:
    """Put ``<name>.ALASAN.txt`` beside a file that stays where it is."""
    return Step(StepKind.REASON, folder, name, text=text)


def remove(path: str, sha256: str) -> Step:
    """Remove a file if it still has that content; anything newer is left for the next look."""
    return Step(StepKind.REMOVE, path, sha256=sha256)


def letter(folder: str, name: str, text: str) -> Step:
    """Write a text of the service's own for people, in the place of the one it wrote before."""
    return Step(StepKind.LETTER, folder, name, text=text)


def make_folder(folder: str) -> Step:
    """Make a folder."""
    return Step(StepKind.FOLDER, folder)


def rename_folder(folder: str, name: str) -> Step:
    """Give a folder the name (relative to the root) that it had; nothing where that one is there again."""
    return Step(StepKind.RENAME, folder, name)


def stamped(step: Step, nomor: int, rantai: str) -> Step:
    """Return a step with the head of the chain that its ``.kode.txt`` is to bear; other steps as they are."""
    if step.kind is not StepKind.ARCHIVE:
        return step
    return replace(step, text=Kode(nomor, rantai, step.sha256).text)


def apply_step(step: Step, disk: Disk, root: Path) -> None:
    """Do one step; raises DiskFailed, or MarkerMissing where the share went away, and can then be repeated."""
    path = root / step.path
    if step.kind is StepKind.REMOVE:
        disk.remove_if(path, step.sha256)
        return
    if step.kind is StepKind.RENAME:
        disk.rename_folder(path, root / step.name)
        return
    ensure_folder(path, disk, root)
    if step.kind is StepKind.FOLDER:
        return
    if step.kind is StepKind.REASON:
        disk.replace_own(reason_path(path / step.name), encode_text(step.text))
        return
    if step.kind is StepKind.LETTER:
        disk.replace_own(path / step.name, encode_text(step.text))
        return
    placed = disk.place(step.sha256, path, step.name, read_only=step.read_only)
    if step.kind is StepKind.ARCHIVE:
        _put_kode(kode_path(placed), step, disk)
    if step.kind is StepKind.HOLD:
        disk.replace_own(reason_path(placed), encode_text(step.text))


def _put_kode(path: Path, step: Step, disk: Disk) -> None:
    """Write the line of an archived file once: the one that was there first witnesses rows that the ledger may lose."""
    known = read_kode(disk.read(path) or b"")
    if known is None or known.sha256 != step.sha256:
        disk.replace_own(path, encode_text(step.text))


def ensure_folder(folder: Path, disk: Disk, root: Path) -> None:
    """Make a folder of the office where it is missing; an empty mount point is no place to make folders in."""
    if not disk.is_folder(folder):
        read_marker(root)
        disk.make_folder(folder, below=root)


def kode_path(archived: Path) -> Path:
    """Return where the line of an archived file stands: beside it."""
    return archived.with_name(numbered(archived.name, 1, TAIL))


def reason_path(held: Path) -> Path:
    """Return where the reason of a held file stands: beside it, its name cut where the system's limit asks."""
    return held.with_name(numbered(held.name, 1, REASON_TAIL))
