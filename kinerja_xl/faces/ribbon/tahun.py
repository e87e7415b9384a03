"""Tutup Tahun: the installed command closes the year of the worksheet on screen, after one question."""

from __future__ import annotations

from kinerja_xl.errors import CommandRefused, NotALembarKerja, OnlyAtService, OutsideOffice
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.perencanaan import LEDGER_ELSEWHERE
from kinerja_xl.faces.ribbon.perintah import clock_words, run_command
from kinerja_xl.workbook import names


def close_year(meja: Meja) -> int:
    """Ask, then close the year; return exit code 0. Raises CommandRefused with what still stands in the way."""
    akar, tahun = meja.tempat.akar, meja.lembar_kerja(meja.sheets((names.DISPOSISI,))).identitas.tahun
    if akar is None:
        raise OutsideOffice(nama=meja.nama, folder="folder kantor", akibat="tahun tidak dapat ditutup",
                            langkah="Buka lembar kerja itu dari folder Perencanaan, lalu tekan tombolnya sekali lagi.")
    if tahun is None:
        raise NotALembarKerja(nama=meja.nama, sebab="tahunnya tidak terbaca pada lembar Disposisi")
    if not meja.ask(f"Tutup tahun {tahun}?\n\nSesudah ditutup, berkas, rencana, dan laporan tahun itu tidak dapat "
                    "diubah lagi."):
        return 0
    try:
        told = run_command("tutup-tahun", "--tahun", str(tahun), *clock_words(akar), "--", akar)
    except CommandRefused as error:
        if error.fakta["kode"] != LEDGER_ELSEWHERE:
            raise
        raise OnlyAtService(tindakan="Tutup tahun", perintah=f'kinerja tutup-tahun "{akar}" --tahun {tahun}') from error
    meja.say(told.strip(), "Buka folder Arsip bila Laporan Kinerja final dan arsip tahun itu perlu dilihat.")
    return 0
