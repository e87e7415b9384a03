"""Adopsi Lembar Kerja: the installed command reads the worksheet on screen into a plan, which is then opened."""

from __future__ import annotations

import json
from pathlib import Path

from kinerja_xl.domain.cells import Letak
from kinerja_xl.errors import AdoptFromSource
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.open_book import find_sheet
from kinerja_xl.faces.ribbon.perintah import run_command
from kinerja_xl.faces.ribbon.simpan import saved_first

ADOPSI = "Adopsi"
_AWALAN = "Rencana Aksi dari "


def adopt_workbook(meja: Meja) -> int:
    """Adopt, open the plan at its sheet Adopsi, and say what was read; return exit code 0.

    The plan stands beside the worksheet; where one of an earlier press stands there, its corrections hold.
    """
    if find_sheet(meja.book, ADOPSI) is not None:
        raise AdoptFromSource(nama=meja.nama)
    source = meja.berkas
    target = source.with_name(f"{_AWALAN}{source.stem}.xlsx")
    if not saved_first(meja, "baca menjadi Rencana Aksi"):
        return 0
    if target.exists() and not meja.ask(f"“{target.name}” sudah ada di folder ini. Baca ulang dengan koreksi pada "
                                        f"lembar {ADOPSI} di dalamnya? Yang lama disimpan sebagai berkas "
                                        "“(sebelumnya)”."):
        return 0
    meja.show_status("Kinerja: membaca lembar kerja …")
    try:
        told = run_command("adopsi", "--json", "-o", target, "--", source)
    finally:
        meja.show_status("")
    _show(meja, target, told)
    return 0


def _show(meja: Meja, target: Path, told: str) -> None:
    document = json.loads(told)
    rows, questions = len(document["baris"]), document["pertanyaan"]
    first = f" Yang pertama: {questions[0]['pertanyaan']}" if questions else ""
    opened = Meja(meja.host, meja.host.open(str(target)))
    opened.show_cell(Letak(ADOPSI, ""))
    meja.say(f"{rows} baris dibaca menjadi “{target.name}”. {len(document['dilewati'])} baris tidak dimuat; "
             f"pertanyaan: {len(questions)}.{first}",
             "Periksa lembar Adopsi. Bila ada yang diubah di sana, simpan dan tutup, lalu tekan tombol ini lagi pada "
             "lembar kerja asalnya; bila sudah benar, tekan Berlakukan Rencana.")
