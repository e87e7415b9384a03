"""The lines of ``kinerja periksa-pc`` about LibreOffice Calc: whether its toolbar can work on this PC."""

from __future__ import annotations

import json

from kinerja_xl.install.baris import PASANG, Baris
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.pasang_calc import (
    calc_program_problem,
    can_load_uno,
    find_unopkg,
    installed_toolbar,
    shipped_version,
)


def periksa_calc(pc: Komputer) -> tuple[Baris, ...]:
    """Return every line, in the order in which they would be mended; changes nothing."""
    unopkg = find_unopkg(pc)
    if unopkg is None:
        return (Baris("LibreOffice", "LibreOffice tidak ditemukan di komputer ini.",
                      "Pasang LibreOffice Calc, lalu jalankan: kinerja pasang"),)
    program, paket = _recorded(pc)
    return (Baris("LibreOffice", f"Ditemukan dengan {unopkg}."), _toolbar(pc, unopkg), _record(pc, program, paket),
            _program(pc, program, paket), _uno(pc, program))


def _recorded(pc: Komputer) -> tuple[str, str]:
    """What the install record names, empty where there is none that can be read."""
    try:
        record = json.loads(pc.read(pc.catatan) or b"")
        return str(record["program"]), str(record["paket"])
    except (ValueError, KeyError, TypeError):
        return "", ""


def _toolbar(pc: Komputer, unopkg: str) -> Baris:
    nama, found = "Bilah alat Calc", installed_toolbar(pc, unopkg)
    if found is None:
        return Baris(nama, "LibreOffice akun ini tidak memuat bilah alat Kinerja.", PASANG)
    version, switched_on = found
    if version != shipped_version(pc):
        return Baris(nama, f"Bilah alat Kinerja yang terpasang ({version}) bukan dari versi program ini.", PASANG)
    if not switched_on:
        return Baris(nama, "Bilah alat Kinerja dinonaktifkan.",
                     "Di LibreOffice: Perkakas, Manajer Ekstensi, pilih Kinerja, Aktifkan; lalu buka lagi.")
    return Baris(nama, f"Versi {version} terpasang.")


def _record(pc: Komputer, program: str, paket: str) -> Baris:
    nama = "Catatan pemasangan Calc"
    if not (program and paket):
        return Baris(nama, f"{pc.catatan} tidak ada atau tidak dapat dibaca.", PASANG)
    for path in (program, paket):
        if pc.read(path) is None:
            return Baris(nama, f"Yang dicatat, {path}, tidak ada lagi.", PASANG)
    return Baris(nama, f"Tombol menjalankan {program}.")


def _program(pc: Komputer, program: str, paket: str) -> Baris:
    if not program:
        return Baris("Program Calc", "Belum ada program yang dicatat untuk tombol.", PASANG)
    problem = calc_program_problem(pc, program, paket)
    if problem is None:
        return Baris("Program Calc", f"Versi {pc.versi} berjalan.")
    return Baris("Program Calc", f"Program yang dicatat tidak dapat dipakai: {problem}.",
                 "Pasang kinerja di folder komputer ini (lingkungan Python sendiri), lalu jalankan: kinerja pasang")


def _uno(pc: Komputer, program: str) -> Baris:
    if program and can_load_uno(pc, program):
        return Baris("Hubungan dengan Calc", "Program dapat berhubungan dengan LibreOffice.")
    return Baris("Hubungan dengan Calc", "Modul uno tidak termuat oleh program yang dicatat.",
                 "Di Debian atau Ubuntu pasang paket python3-uno, lalu jalankan: kinerja pasang. "
                 "Di Windows gunakan pita di Excel.")
