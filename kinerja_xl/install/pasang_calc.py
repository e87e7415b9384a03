"""Puts the toolbar Kinerja into LibreOffice Calc for this user, and takes every trace of it off again.

LibreOffice's own ``unopkg`` does both. What a button starts stands in an install record of this user, a JSON file with
the keys ``program`` and ``paket``; why it is a file: docs/keputusan/0013.
"""

from __future__ import annotations

import io
import json
import re
import zipfile

from kinerja_xl.errors import LibreOfficeMissing, ProgramUnusable, RecordRefused, ToolbarRefused, UnoMissing
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.pasang import NOT_LOCAL, start_problem

IDENTIFIER = "id.kinerja.calc"
PROGRAM_FOLDER = tuple(f"{hive}\\Software\\{node}LibreOffice\\UNO\\InstallPath" for hive, node in (
    ("HKEY_CURRENT_USER", ""), ("HKEY_LOCAL_MACHINE", ""), ("HKEY_LOCAL_MACHINE", "WOW6432Node\\")))
"""Its default value is LibreOffice's folder ``program``; the keys and their order are those by which LibreOffice's own
bridges find it (cppuhelper/source/findsofficepath.cxx; the third is where 32-bit programs of a 64-bit Windows lie)."""
LOAD_UNO = "from kinerja_xl.engines.calc.uno_bridge import load_uno; load_uno()"


def pasang_calc(pc: Komputer) -> None:
    """Install the toolbar; once more is harmless and mends.

    Raises LibreOfficeMissing (K670), ProgramUnusable (K606), UnoMissing (K671), RecordRefused (K673),
    ToolbarRefused (K672).
    """
    unopkg = find_unopkg(pc)
    if unopkg is None:
        raise LibreOfficeMissing
    problem = calc_program_problem(pc, pc.program, pc.paket)
    if problem:
        raise ProgramUnusable(program=pc.program, sebab=problem)
    if not can_load_uno(pc, pc.program):
        raise UnoMissing(program=pc.program)
    record = json.dumps({"program": pc.program, "paket": pc.paket}, indent=2)
    try:
        pc.write(pc.catatan, record.encode("utf-8"))
    except OSError as error:
        raise RecordRefused(jalur=pc.catatan, sebab=error.strerror or error) from error
    _ask(pc, unopkg, "add", "--suppress-license", "-f", pc.bilah)


def lepas_calc(pc: Komputer) -> bool:
    """Take off all that ``pasang_calc`` put on this PC and return whether there was anything.

    Raises ToolbarRefused (K672), RecordRefused (K673).
    """
    unopkg = find_unopkg(pc)
    found = unopkg is not None and installed_toolbar(pc, unopkg) is not None
    if unopkg and found:
        _ask(pc, unopkg, "remove", IDENTIFIER)
    for path in (pc.catatan, pc.log):
        found = found or pc.read(path) is not None
        try:
            pc.delete(path)
        except OSError as error:
            raise RecordRefused(jalur=path, sebab=error.strerror or error) from error
    pc.delete_empty_folder(pc.catatan)
    return found


def find_unopkg(pc: Komputer) -> str | None:
    """Return LibreOffice's installer of extensions, None where there is no LibreOffice."""
    folders = (pc.registry.values(kunci).get("") for kunci in PROGRAM_FOLDER)
    places = [folder.teks.rstrip("\\") + "\\unopkg.com" for folder in folders if folder]
    return next((place for place in (*places, *pc.tempat_unopkg) if pc.read(place) is not None), None)


def installed_toolbar(pc: Komputer, unopkg: str) -> tuple[str, bool] | None:
    """Return the version of the toolbar that this user's LibreOffice has, and whether it is switched on; else None."""
    code, said = pc.run(unopkg, "list", IDENTIFIER)
    found = re.search(r"^ *Version: (\S+)$.*?^ *is registered: (\S+)$", said, re.MULTILINE | re.DOTALL)
    return (found[1], found[2] == "yes") if found and code == 0 else None


def shipped_version(pc: Komputer) -> str:
    """Return the version of the toolbar that this program brings."""
    with zipfile.ZipFile(io.BytesIO(pc.read(pc.bilah) or b"")) as package:
        description = package.read("description.xml").decode("utf-8")
    return str(re.findall(r'<version value="([0-9.]+)"/>', description)[0])


def calc_program_problem(pc: Komputer, program: str, paket: str) -> str | None:
    """Return why a button in Calc could not start a program, None where it can."""
    if not all(re.match(r"[A-Za-z]:\\|/", path) and pc.is_local(path) for path in (program, paket)):
        return NOT_LOCAL
    return start_problem(pc, program)


def can_load_uno(pc: Komputer, program: str) -> bool:
    """Return whether a program started from a button can talk to LibreOffice."""
    code, _ = pc.run(program, "-I", "-B", "-c", LOAD_UNO)
    return code == 0


def _ask(pc: Komputer, unopkg: str, *what: str) -> None:
    code, said = pc.run(unopkg, *what)
    if code:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        raise ToolbarRefused(sebab=next((line for line in lines if "ERROR" in line.upper()), f"kode {code}"))
