"""``kinerja periksa-pc``: whether the ribbon can work on this PC, line by line, with how to mend what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from kinerja_xl.install.baris import PASANG, Baris
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.pasang import addin_path, excel_versions, program_problem, wanted_values
from kinerja_xl.install.penghalang import DAFTAR_PENGHALANG, Penghalang
from kinerja_xl.install.setelan import (
    BERKAS,
    CATATAN_PEMASANGAN,
    DAFTAR_OPEN,
    DINONAKTIFKAN,
    RECORD_PITA,
)

FILE_NAME = BERKAS.rpartition("\\")[2]


def periksa_pc(pc: Komputer) -> tuple[Baris, ...]:
    """Return every line, in the order in which they would be mended; changes nothing."""
    checks: tuple[Callable[[Komputer], Baris], ...] = (
        _excel, _addin, _zone, _record, _program, _trusted, _disabled, _twice)
    return (*(check(pc) for check in checks), *(_obstacle(pc, one) for one in DAFTAR_PENGHALANG))


def _excel(pc: Komputer) -> Baris:
    versions = excel_versions(pc.registry)
    if versions:
        return Baris("Excel", "Versi " + ", ".join(versions) + ".")
    return Baris("Excel", "Excel 2010 atau yang lebih baru tidak ditemukan.",
                 "Pasang Excel, buka satu kali, lalu jalankan: kinerja pasang")


def _addin(pc: Komputer) -> Baris:
    content = pc.read(addin_path(pc))
    if content is None:
        return Baris("Berkas tambahan", f"{addin_path(pc)} tidak ada.", PASANG)
    if content != pc.berkas_pita:
        return Baris("Berkas tambahan", f"{addin_path(pc)} bukan dari versi {pc.versi}, atau telah diubah.",
                     "Tutup semua jendela Excel, lalu jalankan: kinerja pasang")
    return Baris("Berkas tambahan", f"{addin_path(pc)} ada dan utuh.")


def _zone(pc: Komputer) -> Baris:
    if pc.read(addin_path(pc) + ":Zone.Identifier") is None:
        return Baris("Tanda unduhan", "Berkas tambahan tidak bertanda unduhan dari internet.")
    return Baris("Tanda unduhan", "Berkas tambahan bertanda unduhan dari internet, sehingga Excel menahannya.",
                 f"Hapus {addin_path(pc)}, lalu jalankan: kinerja pasang")


def _record(pc: Komputer) -> Baris:
    values = pc.registry.values(RECORD_PITA)
    for one in CATATAN_PEMASANGAN:
        value = values.get(one.nama.lower())
        if value is None or value.jenis != one.nilai.jenis:
            return Baris("Catatan pemasangan", f"Nilai {one.nama} di {RECORD_PITA} tidak ada atau bukan teks.", PASANG)
        if pc.read(value.teks) is None:
            return Baris("Catatan pemasangan", f"Yang dicatat, {value.teks}, tidak ada lagi.", PASANG)
    return Baris("Catatan pemasangan", f"Tombol menjalankan {values['program'].teks}.")


def _program(pc: Komputer) -> Baris:
    values = pc.registry.values(RECORD_PITA)
    program, paket = (values[name].teks if name in values else "" for name in ("program", "paket"))
    if not program:
        return Baris("Program", "Belum ada program yang dicatat untuk tombol.", PASANG)
    problem = program_problem(pc, program, paket)
    if problem is None:
        return Baris("Program", f"Versi {pc.versi} berjalan.")
    return Baris("Program", f"Program yang dicatat tidak dapat dipakai: {problem}.",
                 "Pasang kinerja di folder komputer ini (lingkungan Python sendiri), lalu jalankan: kinerja pasang")


def _trusted(pc: Komputer) -> Baris:
    for kunci, nama, nilai in wanted_values(pc, excel_versions(pc.registry)):
        if kunci != RECORD_PITA and pc.registry.values(kunci).get(nama.lower()) != nilai:
            return Baris("Lokasi tepercaya", f"Nilai {nama} di {kunci} tidak ada atau berbeda.", PASANG)
    return Baris("Lokasi tepercaya", "Folder berkas tambahan dipercaya Excel.")


def _disabled(pc: Komputer) -> Baris:
    wanted = FILE_NAME.encode("utf-16-le")
    for versi in excel_versions(pc.registry):
        for value in pc.registry.values(DINONAKTIFKAN.format(versi=versi)).values():
            if isinstance(value.isi, bytes) and wanted in value.isi.lower():
                return Baris("Butir nonaktif", "Excel menonaktifkan berkas tambahan ini setelah sebuah gangguan.",
                             "Di Excel: File, Opsi, Add-In, Kelola: Butir yang Dinonaktifkan, Buka, pilih "
                             f"{FILE_NAME}, Aktifkan; lalu tutup dan buka Excel.")
    return Baris("Butir nonaktif", "Excel tidak menonaktifkan berkas tambahan ini.")


def _twice(pc: Komputer) -> Baris:
    for versi in excel_versions(pc.registry):
        for name, value in pc.registry.values(DAFTAR_OPEN.format(versi=versi)).items():
            if name.startswith("open") and FILE_NAME in value.teks.lower():
                return Baris("Satu salinan", f"Berkas tambahan juga dicentang di daftar Add-In Excel: {value.teks}",
                             "Di Excel: File, Opsi, Add-In, Kelola: Add-In Excel, Buka; hapus centang pada "
                             f"{FILE_NAME}.")
    return Baris("Satu salinan", "Berkas tambahan dimuat satu kali saja.")


def _obstacle(pc: Komputer, one: Penghalang) -> Baris:
    for versi in excel_versions(pc.registry):
        found = (pc.registry.values(kunci.format(versi=versi)).get(one.nilai.lower()) for kunci in one.kunci)
        deciding = next((value for value in found if value is not None), None)
        if deciding is not None and deciding.teks in one.menghalangi:
            return Baris(one.nama, one.keadaan, one.langkah)
    return Baris(one.nama, "Tidak dihalangi.")
