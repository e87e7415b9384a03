"""Lihat Perubahan: what differs from the version accepted last, as links on the sheet Catatan Perbaikan."""

from __future__ import annotations

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.lembar.perubahan_isian import heading_perubahan, list_perubahan, tell_perubahan
from kinerja_xl.errors import OutsideOffice, VersionNotArchived
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.pembanding import last_accepted
from kinerja_xl.faces.ribbon.tulis_catatan import write_catatan
from kinerja_xl.workbook import names


def show_changes(meja: Meja) -> int:
    """List the changes on screen; where there are none yet, those that the sender had made. Return exit code 0."""
    book = meja.sheets()
    lk, akar = meja.lembar_kerja(book), meja.tempat.akar
    if akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor",
                            akibat="versi di Arsip yang menjadi pembandingnya tidak terjangkau",
                            langkah="Buka lembar kerja dari folder Masuk, lalu tekan Lihat Perubahan sekali lagi.")
    versi, lama = lk.identitas.versi or 0, last_accepted(akar, lk.identitas)
    if lama is None:
        raise VersionNotArchived(versi=versi, berkas=lk.identitas.berkas)
    daftar, dibanding = list_perubahan(lama, lk), None
    if not daftar and versi > 1:
        earlier = last_accepted(akar, lk.identitas._replace(versi=versi - 1))
        daftar, dibanding = _since(earlier, lk), versi - 1 if earlier else None
    writable = not meja.host.is_read_only(meja.book)
    if daftar and writable:
        judul = heading_perubahan(len(daftar), versi if dibanding is None else dibanding)
        write_catatan(meja, book, daftar, judul)
        meja.show_cell(Letak(names.CATATAN_PERBAIKAN, ""))
    meja.say(tell_perubahan(daftar, versi, dibanding, di_lembar=writable))
    return 0


def _since(lama: LembarKerja | None, lk: LembarKerja) -> tuple[Catatan, ...]:
    return list_perubahan(lama, lk) if lama else ()
