"""Puts the Excel add-in on this PC for this user, without an administrator, and takes every trace of it off again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.errors import AddinLocked, ExcelMissing, ProgramUnusable
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.registry import Nilai, Registry
from kinerja_xl.install.setelan import (
    BERKAS,
    CATATAN_PEMASANGAN,
    EXCEL_PEMAKAI,
    EXCEL_TERDAFTAR,
    FOLDER,
    KETERANGAN,
    LOKASI,
    LOKASI_TEPERCAYA,
    RECORD,
    RECORD_PITA,
    VERSI_EXCEL,
    Setelan,
)

FIRST_LOCATION = 90
"""Our trusted location is the first free LocationN from here on; Excel and people number theirs from 0."""
NOT_LOCAL = "letaknya bukan di diska komputer ini"


def pasang(pc: Komputer) -> tuple[str, ...]:
    """Install the add-in and return the versions of Excel that it is for; once more is harmless and mends.

    Raises ExcelMissing (K605), ProgramUnusable (K606), AddinLocked (K607), RegistryRefused (K608).
    """
    versions = excel_versions(pc.registry)
    if not versions:
        raise ExcelMissing
    problem = program_problem(pc, pc.program, pc.paket)
    if problem:
        raise ProgramUnusable(program=pc.program, sebab=problem)
    path = addin_path(pc)
    try:
        pc.write(path, pc.berkas_pita)
    except OSError as error:
        raise AddinLocked(jalur=path, sebab=error.strerror or error) from error
    for kunci, nama, nilai in wanted_values(pc, versions):
        pc.registry.write(kunci, nama, nilai)
    return versions


def lepas(pc: Komputer) -> bool:
    """Take off all that ``pasang`` put on this PC and return whether there was anything.

    Raises AddinLocked (K607), RegistryRefused (K608).
    """
    path = addin_path(pc)
    found = pc.read(path) is not None
    try:
        pc.delete(path)
    except OSError as error:
        raise AddinLocked(jalur=path, sebab=error.strerror or error) from error
    ours = [RECORD_PITA, RECORD]
    for versi in VERSI_EXCEL:
        name = our_location(pc, versi)
        if name:
            ours.append(f"{LOKASI.format(versi=versi)}\\{name}")
    for kunci in ours:
        found = found or bool(pc.registry.values(kunci))
        pc.registry.delete(kunci)
        _delete_if_empty(pc.registry, kunci.rpartition("\\")[0])
    return found


def _delete_if_empty(registry: Registry, kunci: str) -> None:
    if not registry.values(kunci) and not registry.subkeys(kunci):
        registry.delete(kunci)


def addin_path(pc: Komputer) -> str:
    """Return where the add-in lies on this PC."""
    return BERKAS.format(appdata=pc.appdata)


def excel_versions(registry: Registry) -> tuple[str, ...]:
    """Return the versions of Excel from 2010 on: the one that is registered, and those that this user has used."""
    registered = registry.values(EXCEL_TERDAFTAR).get("")
    match = re.fullmatch(r"Excel\.Application\.(\d+)", registered.teks) if registered else None
    found = {f"{match[1]}.0"} if match and int(match[1]) >= 14 else set()
    found.update(versi for versi in VERSI_EXCEL
                 if registry.values(key := EXCEL_PEMAKAI.format(versi=versi)) or registry.subkeys(key))
    return tuple(sorted(found))


def wanted_values(pc: Komputer, versions: tuple[str, ...]) -> Iterator[tuple[str, str, Nilai]]:
    """Yield key, name and value of all that stands in the registry of a PC with the add-in."""
    yield from _filled(CATATAN_PEMASANGAN, program=pc.program, paket=pc.paket)
    folder = FOLDER.format(appdata=pc.appdata)
    for versi in versions:
        taken = pc.registry.subkeys(LOKASI.format(versi=versi))
        free = (name for number in range(FIRST_LOCATION, 10_000) if (name := f"Location{number}") not in taken)
        yield from _filled(LOKASI_TEPERCAYA, versi=versi, folder=folder, lokasi=our_location(pc, versi) or next(free))


def _filled(settings: tuple[Setelan, ...], **facts: str) -> Iterator[tuple[str, str, Nilai]]:
    for one in settings:
        content = one.nilai.isi
        value = Nilai(one.nilai.jenis, content.format(**facts) if isinstance(content, str) else content)
        yield one.kunci.format(**facts), one.nama, value


def our_location(pc: Komputer, versi: str) -> str | None:
    """Return the name of the trusted location that ``pasang`` made, None where there is none."""
    parent = LOKASI.format(versi=versi)
    return next((name for name in pc.registry.subkeys(parent)
                 if (described := pc.registry.values(f"{parent}\\{name}").get("description"))
                 and described.isi == KETERANGAN), None)


def program_problem(pc: Komputer, program: str, paket: str) -> str | None:
    """Return why a button could not start a program, None where it can (the launcher asks the same of the paths)."""
    for path in (program, paket):
        if not re.match(r"[A-Za-z]:\\", path) or not pc.is_local(path):
            return NOT_LOCAL
        if re.search(r'["%]', path) or path.encode("cp1252", "replace").decode("cp1252") != path:
            return "nama foldernya memuat tanda persen, tanda kutip, atau huruf di luar huruf Latin"
    return start_problem(pc, program)


def start_problem(pc: Komputer, program: str) -> str | None:
    """Return why a program does not start as a button starts it, None where it does."""
    said = pc.started_version(program)
    if said is None:
        return "kinerja tidak termuat bila dijalankan terpisah, misalnya karena dipasang dengan --user"
    return None if said == pc.versi else f"versinya {said}, bukan {pc.versi}"
