"""The main button: checks again, then hands the worksheet on by moving it into the folder of its step."""

from __future__ import annotations

from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import Kegiatan
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.boleh import check_button
from kinerja_xl.faces.ribbon.layanan import heartbeat_age, is_late, tell_heartbeat
from kinerja_xl.faces.ribbon.letak import Tempat
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.penilaian import judge
from kinerja_xl.faces.ribbon.periksa import show_first, tell_catatan
from kinerja_xl.faces.ribbon.pindah import free_target, move_closed, place_in_inbox
from kinerja_xl.faces.ribbon.tulis_catatan import write_catatan

_SEBUTAN = {Peran.KABID: "Kabid/Sekretaris", Peran.KASUBID: "Kasubid/Kasubag"}


def hand_on(meja: Meja) -> int:
    """Move the worksheet forward; return 0, or 1 where something has to be mended first (then nothing is moved)."""
    tempat = place_in_inbox(meja)
    meja.check_writable()
    book = meja.sheets()
    kegiatan = check_button(meja, book, "kirim")
    if kegiatan is None:
        raise NotALembarKerja(nama=meja.nama, sebab="berkasnya sudah selesai")
    target = free_target(tempat, kegiatan.jalan)
    penilaian = judge(meja, book, kegiatan)
    if penilaian.menolak:
        write_catatan(meja, book, penilaian.daftar_catatan)
        show_first(meja, penilaian.daftar_catatan)
        tell_catatan(meja, penilaian, "Lembar kerja belum diteruskan. Ada ")
        return 1
    move_closed(meja, target)
    tell_moved(meja, tempat, kegiatan)
    return 0


def tell_moved(meja: Meja, tempat: Tempat, kegiatan: Kegiatan) -> None:
    """Say in which folder the worksheet is now, and what happens next: soon, or once the service runs."""
    where = f"Sudah di folder {kegiatan.jalan}"
    minutes = heartbeat_age(tempat.akar) if tempat.akar else None
    if is_late(minutes):
        meja.say(f"{where}. {tell_heartbeat(minutes)} Begitu layanan berjalan, lembar kerja ini {_next(kegiatan)}.",
                 "Bila lama, beri tahu Kasubag Perencanaan bahwa layanan tidak berjalan.")
    else:
        meja.say(f"{where}; sekitar 1 menit lagi {_next(kegiatan)}.")


def _next(kegiatan: Kegiatan) -> str:
    if kegiatan.tujuan is None:
        return "direkomendasikan dan diarsipkan"
    verb = "diteruskan" if kegiatan.maju else "dikembalikan"
    return f"{verb} ke {_SEBUTAN.get(kegiatan.tujuan, kegiatan.tujuan.value)}"
