"""Held files: folded from the ledger, shown while they lie where they were put, their letters taken away with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.errors import DiskFailed
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.filenames import owner_names
from kinerja_xl.routing.steps import reason_path, remove

_LOOKS = 2  # a file must be gone at so many looks: a program that saves it deletes before it renames


@dataclass(frozen=True)
class BarisTahan:
    """A held file; ``surat`` is the sha256 of the letter of reason beside it."""

    nama: str
    folder: str  # relative to the root
    kode: str
    alasan: str
    sejak: datetime
    surat: str = ""

    def as_json(self) -> dict[str, Json]:
        """Return the row with the keys of the contract."""
        return {"nama": self.nama, "folder": self.folder, "kode": self.kode, "alasan": self.alasan,
                "sejak": self.sejak.isoformat()}


class Tahanan:
    """What was held, by folder and name, oldest first, and every letter of reason that the service wrote."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], BarisTahan] = {}
        self.surat: set[str] = set()
        self.gone: Counter[tuple[str, str]] = Counter()

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""
        if row.jenis is JenisPeristiwa.FOLDER:  # what lay there came along
            moved = [_moved(held, str(row.isi["dari"]), str(row.isi["menjadi"])) for held in self.rows.values()]
            self.rows = {(held.folder, held.nama): held for held in moved}
        elif row.jenis is JenisPeristiwa.DITAHAN:
            isi = row.isi
            held = BarisTahan(str(isi["nama"]), str(isi["folder"]), str(isi["kode"]), str(isi["alasan"]), row.waktu,
                              str(isi.get("surat") or ""))
            self.rows.pop((held.folder, held.nama), None)  # a name used again: the file before it was taken away
            self.rows[(held.folder, held.nama)] = held
            self.surat |= {held.surat} if held.surat else set()


def held_rows(kantor: Kantor) -> tuple[BarisTahan, ...]:
    """Return the held files that nobody has taken away yet, oldest first."""
    return tuple(row for row in kantor.folded(Tahanan).rows.values() if _lies(kantor, row))


def clear_letters(kantor: Kantor) -> None:
    """Take away each letter whose file was taken away, unless a person wrote in it; then the file is forgotten."""
    tahanan = kantor.folded(Tahanan)
    for key, row in list(tahanan.rows.items()):
        if _lies(kantor, row):
            del tahanan.gone[key]
            continue
        tahanan.gone[key] += 1
        if tahanan.gone[key] < _LOOKS:
            continue
        try:
            _clear(kantor, row)
        except DiskFailed as error:
            kantor.custody.problems.append(error)
            continue
        del tahanan.rows[key], tahanan.gone[key]


def _clear(kantor: Kantor, row: BarisTahan) -> None:
    letter = reason_path(kantor.akar / row.folder / row.nama)
    if row.surat and kantor.disk.holds(letter, row.surat):
        kantor.record([], [remove(letter.relative_to(kantor.akar).as_posix(), row.surat)])


def _lies(kantor: Kantor, row: BarisTahan) -> bool:
    """Whether the file is there, or somebody has it open."""
    folder = kantor.akar / row.folder
    return any(kantor.disk.lies(folder / name) for name in (row.nama, *owner_names(row.nama)))


def _moved(row: BarisTahan, dari: str, menjadi: str) -> BarisTahan:
    inside = row.folder == dari or row.folder.startswith(f"{dari}/")
    return replace(row, folder=menjadi + row.folder.removeprefix(dari)) if inside else row
