"""Evidence files: which kinds and sizes are taken, and the folder of an indicator (contract section 1)."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xl.errors import EvidenceRefused

JENIS_BERKAS = ("pdf", "jpg", "jpeg", "png", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "odt", "ods")
"""What an office keeps as evidence; programs, archives and films are none."""
MAX_BUKTI = 20 * 1024 * 1024  # bytes
EVIDENCE_NAME = 36
"""Characters of an evidence folder's name; the files in it need theirs (the path limit of contract section 1)."""
BUKTI, ACUAN = "bukti", "acuan"
_PROGRAM = (b"MZ", b"\x7fELF", b"#!")


def check_evidence(nama: str, ukuran: int, awal: bytes) -> None:
    """Raise EvidenceRefused unless a file may be attached; ``awal`` are its first bytes, ``ukuran`` its size."""
    stem, dot, extension = nama.rpartition(".")
    if not stem or not dot or extension.casefold() not in JENIS_BERKAS:
        raise EvidenceRefused(nama=nama, sebab=f"jenis berkas “{extension if stem and dot else 'tanpa akhiran'}” "
                                               "bukan dokumen atau gambar")
    if ukuran == 0:
        raise EvidenceRefused(nama=nama, sebab="berkas itu kosong")
    if ukuran > MAX_BUKTI:
        raise EvidenceRefused(nama=nama, sebab=f"besarnya {ukuran / 1024 / 1024:.1f} MB".replace(".", ","))
    if awal.startswith(_PROGRAM):
        raise EvidenceRefused(nama=nama, sebab="isinya sebuah program, bukan dokumen")


def evidence_folder(kode: str, nama: str) -> str:
    """Return the folder of an indicator's evidence: its code and the beginning of its name, fit for any file system."""
    name = "".join("-" if c in '\\/:*?"<>|' else c for c in f"{kode} {nama}" if c.isprintable())
    if len(name) > EVIDENCE_NAME:
        name = name[:EVIDENCE_NAME + 1].rpartition(" ")[0] or name[:EVIDENCE_NAME]  # whole words where there are any
    return name.rstrip(" .,-(")


def find_evidence_folder(kode: str, daftar_folder: Iterable[str]) -> str | None:
    """Return the folder whose name is the code or begins with it as a word, None where there is none.

    People shorten and correct the names behind the code.
    """
    beginning = evidence_folder(kode, "").casefold()
    found = (name for name in daftar_folder
             if name.casefold() == beginning or name.casefold().startswith(f"{beginning} "))
    return min(found, default=None)
