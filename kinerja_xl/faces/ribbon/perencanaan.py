"""The planner's acts outside the folders: the installed command does them, with the note of the worksheet as reason."""

from __future__ import annotations

from kinerja_xl.domain.lembar.completeness import says_something
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.errors import CommandRefused, OnlyAtService, OutsideOffice, ReasonNeeded
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.perintah import clock_words, run_command
from kinerja_xl.faces.ribbon.riwayat import berkas_of
from kinerja_xl.workbook import names

LEDGER_ELSEWHERE = "K107"
"""The command's answer on a PC that only has the share."""


def act_as_planner(meja: Meja, tindakan: Tindakan) -> int:
    """Ask, then do buka kembali, tutup tanpa data or batalkan on this berkas; return exit code 0."""
    book = meja.sheets((names.DISPOSISI,))
    berkas, lk, akar = berkas_of(meja, book), meja.lembar_kerja(book), meja.tempat.akar
    label, nama = tindakan.value.capitalize(), tindakan.value.replace(" ", "-")
    if akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor", akibat=f"{tindakan.value} tidak dapat dilakukan",
                            langkah="Buka lembar kerja itu dari folder Perencanaan, lalu tekan tombolnya sekali lagi.")
    note, typed = lk.catatan_disposisi.strip(), f'kinerja {nama} "{akar}" {berkas} --catatan "..."'
    if not says_something(note):
        meja.show_cell(lk.letak_catatan)
        raise ReasonNeeded(tindakan=label, perintah=typed)
    if not meja.ask(f"{label} berkas {berkas}?\n\nAlasan yang dicatat: {note}"):
        return 0
    try:
        told = run_command(nama, f"--catatan={note}", *clock_words(akar), "--", akar, berkas)
    except CommandRefused as error:
        if error.fakta["kode"] != LEDGER_ELSEWHERE:
            raise
        raise OnlyAtService(tindakan=label, perintah=typed) from error
    meja.say(told.strip(), "Lihat hasilnya dengan tombol Status; layanan memindahkan lembar kerjanya sendiri.")
    return 0
