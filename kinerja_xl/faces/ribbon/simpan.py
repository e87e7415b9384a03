"""What a button does with changes on screen that the file does not have yet."""

from __future__ import annotations

from kinerja_xl.faces.ribbon.meja import Meja


def saved_first(meja: Meja, perbuatan: str) -> bool:
    """Return whether the file is as the screen shows it, after asking to save it; False where that was declined.

    A workbook that is opened read-only is taken as it lies on the disk.
    """
    if not meja.host.has_changes(meja.book) or meja.host.is_read_only(meja.book):
        return True
    if not meja.ask(f"Ada isian yang belum disimpan. Simpan “{meja.nama}” dahulu, lalu {perbuatan}?"):
        return False
    meja.book.save()
    return True
