"""Status: where this berkas stands, what waits for this role, and whether the service runs."""

from __future__ import annotations

import json

from kinerja_xl.domain.sop.kabar_status import tell_status
from kinerja_xl.errors import OutsideOffice
from kinerja_xl.faces.ribbon.layanan import heartbeat_age, tell_heartbeat
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.open_book import find_sheet
from kinerja_xl.faces.ribbon.perintah import clock_words, run_command
from kinerja_xl.faces.ribbon.riwayat import berkas_of
from kinerja_xl.workbook import names


def show_standing(meja: Meja) -> int:
    """Tell the standing of the office that the workbook lies in; return exit code 0."""
    tempat = meja.tempat
    if tempat.akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor", akibat="kedudukannya tidak dapat dilihat",
                            langkah="Buka lembar kerja dari folder Masuk, lalu tekan Status sekali lagi.")
    known = find_sheet(meja.book, names.DISPOSISI) is not None
    berkas = berkas_of(meja, meja.sheets((names.DISPOSISI,))) if known else ""
    meja.show_status("Kinerja: membaca kedudukan berkas …")
    try:
        rows = json.loads(run_command("status", "--json", *clock_words(tempat.akar), "--", tempat.akar))
    finally:
        meja.show_status("")
    meja.say(tell_status(rows, berkas, tempat.peran, tell_heartbeat(heartbeat_age(tempat.akar))))
    return 0
