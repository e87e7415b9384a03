"""Kembalikan: gives the worksheet back with the note that says why; without one nothing is moved."""

from __future__ import annotations

from kinerja_xl.domain.lembar.checks import check_catatan
from kinerja_xl.domain.sop.sop import Jalan, find_kegiatan
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.boleh import check_button
from kinerja_xl.faces.ribbon.kirim import tell_moved
from kinerja_xl.faces.ribbon.meja import Meja, status_of
from kinerja_xl.faces.ribbon.penilaian import judge
from kinerja_xl.faces.ribbon.periksa import show_first, tell_catatan
from kinerja_xl.faces.ribbon.pindah import free_target, move_closed, place_in_inbox
from kinerja_xl.faces.ribbon.tulis_catatan import write_catatan


def give_back(meja: Meja) -> int:
    """Move the worksheet into Kembalikan; return 0, or 1 where the note is missing or something has to be mended."""
    tempat = place_in_inbox(meja)
    meja.check_writable()
    book = meja.sheets()
    forward, status = check_button(meja, book, "kembalikan"), status_of(book)
    kegiatan = find_kegiatan(status, forward.peran, Jalan.KEMBALIKAN) if status and forward and forward.peran else None
    if kegiatan is None:
        raise NotALembarKerja(nama=meja.nama, sebab="statusnya tidak terbaca pada lembar Disposisi")
    target = free_target(tempat, Jalan.KEMBALIKAN)
    penilaian = judge(meja, book, kegiatan)
    if check_catatan(penilaian.lk, kegiatan):
        meja.show_cell(penilaian.lk.letak_catatan)
        meja.say("Pengembalian memerlukan catatan: apa yang harus diperbaiki penerimanya.",
                 "Tulis catatan itu di sel yang sekarang terpilih, lalu tekan tombolnya sekali lagi.", gawat=True)
        return 1
    if penilaian.menolak:
        write_catatan(meja, book, penilaian.daftar_catatan)
        show_first(meja, penilaian.daftar_catatan)
        tell_catatan(meja, penilaian, "Lembar kerja belum dikembalikan. Ada ")
        return 1
    move_closed(meja, target)
    tell_moved(meja, tempat, kegiatan)
    return 0
