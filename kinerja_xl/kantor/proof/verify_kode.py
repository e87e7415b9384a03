"""The ``.kode.txt`` beside each archived file, held against the ledger: either may show what the other lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.kantor.proof.archive import FileArsip
from kinerja_xl.routing.kode import TAIL, Kode, read_kode


def kode_differences(daftar_peristiwa: Sequence[Peristiwa], files: Sequence[FileArsip], codes: Mapping[str, bytes],
                     present: Collection[str], owed: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield where a kode file is wrong, and what is: the place and one sentence.

    ``codes`` are the kode files' contents by the path of the file that they stand beside, ``present`` the paths of the
    files that lie in the archive, ``owed`` what the journal of steps still has to place there.
    """
    awaiting = {file.jalur for file in files if (file.tempat[0], file.sha256) in owed}
    for file in files:
        if file.jalur in present and file.jalur not in codes and file.jalur not in awaiting:
            yield f"{file.jalur}{TAIL}", f"hilang (peristiwa nomor {file.nomor})."
    contents: dict[tuple[str, str], set[str]] = {}  # a name used again: which content got which number may differ
    for file in files:
        contents.setdefault(file.tempat, set()).add(file.sha256)
    known = {file.jalur: contents[file.tempat] for file in files}
    for jalur, data in codes.items():
        kode = read_kode(data)
        wrong = "tidak dapat dibaca." if kode is None else _wrong(kode, daftar_peristiwa, known.get(jalur))
        if wrong:
            yield f"{jalur}{TAIL}", wrong


def _wrong(kode: Kode, daftar_peristiwa: Sequence[Peristiwa], contents: Collection[str] | None) -> str:
    last = len(daftar_peristiwa)
    if kode.nomor > last:
        return (f"menyebut peristiwa nomor {kode.nomor}, padahal buku catatan berakhir pada nomor {last}: baris di "
                "akhirnya hilang.")
    if daftar_peristiwa[kode.nomor - 1].rantai != kode.rantai:
        return f"kode rantainya bukan kode peristiwa nomor {kode.nomor}."
    if contents is None:
        return "berkasnya tidak dikenal: tidak ada peristiwa yang menyebutnya."
    return "" if kode.sha256 in contents else "menyebut isi lain daripada berkasnya."
