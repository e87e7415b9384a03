"""From Masuk into the folder of an act: save, close, rename; where that fails the workbook is open again as it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import KinerjaError, MoveRefused, NameTaken, NotInInbox, SaveRefused, StepFolderMissing
from kinerja_xl.faces.ribbon.letak import Jenis, Tempat
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.routing.osfiles import explain, is_busy, remove, rename_new

WAITS = (0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts while the program that was just closed, or one against viruses, still holds the file."""

_KEADAAN = {
    Jenis.TINDAKAN: ("sudah berada di folder {folder}",
                     "Tutup berkas ini; sekitar 1 menit lagi layanan mengambilnya."),
    Jenis.TERKIRIM: ("adalah salinan dari yang sudah dikirim (folder {folder})",
                     "Untuk mengambilnya kembali, tekan Tarik Kembali."),
    Jenis.DITAHAN: ("ditahan layanan di folder {folder}",
                    "Baca alasannya pada berkas {nama}.ALASAN.txt di folder itu."),
    Jenis.ARSIP: ("adalah versi yang tersimpan di Arsip",
                  "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya di sana."),
    Jenis.LAIN: ("berada di folder {folder}, bukan di folder Masuk",
                 "Tutup berkas ini, pindahkan ke folder Masuk Anda, buka lagi, lalu tekan tombolnya sekali lagi."),
    Jenis.LUAR: ("berada di luar folder kantor ({folder})",
                 "Buka lembar kerja dari folder Masuk, ambil isian berkas ini dengan tombol Ambil Isian, lalu tekan "
                 "tombolnya di sana."),
}


def place_in_inbox(meja: Meja) -> Tempat:
    """Return where the worksheet lies in Masuk. Raises NotInInbox, BookNeverSaved, BookOnline."""
    tempat = meja.tempat
    if tempat.jenis is Jenis.MASUK:
        return tempat
    facts = {"folder": tempat.folder, "nama": meja.nama}
    keadaan, langkah = (text.format(**facts) for text in _KEADAAN[tempat.jenis])
    raise NotInInbox(nama=meja.nama, keadaan=keadaan, langkah=langkah)


def free_target(tempat: Tempat, jalan: Jalan) -> Path:
    """Return where the file would lie after the act. Raises StepFolderMissing, NameTaken."""
    folder = tempat.folder_peran / jalan
    if not folder.is_dir():
        raise StepFolderMissing(jalan=jalan, peran=tempat.peran)
    target = folder / tempat.berkas.name
    if target.exists():
        raise NameTaken(folder=jalan, nama=target.name)
    return target


def move_closed(meja: Meja, target: Path) -> None:
    """Save, close and move the workbook; raises SaveRefused, MoveRefused (then it is open again, unmoved)."""
    source, nama, host = meja.berkas, meja.nama, meja.host
    save_changes(meja)
    host.close(meja.book)
    try:
        move_new(source, target)
    except OSError as error:
        cause = _cause(error, source, target)
        raise MoveRefused(nama=nama, folder=target.parent.name, sebab=cause, terbuka=_open_again(meja)) from error


def save_changes(meja: Meja) -> None:
    """Save what the file does not have yet. Raises SaveRefused, or what keeps the program from it."""
    if not meja.host.has_changes(meja.book):
        return
    try:
        meja.book.save()
    except Exception as error:
        meant = meja.host.explain(error)
        raise meant if isinstance(meant, KinerjaError) else SaveRefused(nama=meja.nama) from error


def _open_again(meja: Meja) -> str:
    try:
        meja.book = meja.host.open(str(meja.berkas))
    except Exception:
        return "masih di folder Masuk"
    return "sudah dibuka lagi"


def _cause(error: OSError, source: Path, target: Path) -> str:
    from kinerja_xl.faces.ribbon.pemakai_lain import owner_of

    owner = owner_of(source)
    if owner:
        return f"berkas itu sedang dibuka oleh {owner}."
    return explain(error) if target.parent.is_dir() else "folder itu tidak ada lagi."


def move_new(source: Path, target: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Give a file a place that nobody has, whole or not at all; OSError where that cannot be done."""
    for wait in (*WAITS, None):
        try:
            _rename(source, target)
            return
        except OSError as error:
            if wait is None or not is_busy(error):
                raise
            pause(wait)


def _rename(source: Path, target: Path) -> None:
    rename_new(source, target)
    try:
        remove(source)  # where the new name was made beside the old one
    except OSError:
        remove(target)
        raise
