"""Which programs of a PC get buttons, Excel and LibreOffice Calc; what is said about them and about the service."""

from __future__ import annotations

from kinerja_xl.errors import UnoMissing
from kinerja_xl.install.baris import Baris
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.layanan import lepas_layanan, periksa_layanan
from kinerja_xl.install.pasang import excel_versions, lepas, pasang
from kinerja_xl.install.pasang_calc import find_unopkg, lepas_calc, pasang_calc
from kinerja_xl.install.periksa_calc import periksa_calc
from kinerja_xl.install.periksa_pc import periksa_pc
from kinerja_xl.install.registry import NoRegistry


def pasang_semua(pc: Komputer) -> tuple[tuple[str, ...], UnoMissing | bool]:
    """Install where there is something to install into.

    Return the versions of Excel that got the ribbon, and whether Calc got its toolbar, or why not although it is there
    (only where Excel has the ribbon). Raises what ``pasang`` and ``pasang_calc`` raise, the latter where neither Excel
    nor Windows is there.
    """
    versions = pasang(pc) if _wants_excel(pc) else ()
    try:
        if _wants_calc(pc):
            pasang_calc(pc)
            return versions, True
    except UnoMissing as error:
        if not versions:
            raise
        return versions, error
    return versions, False


def lepas_semua(pc: Komputer) -> bool:
    """Take off everything and return whether there was anything; raises what each of the three raises."""
    excel = not isinstance(pc.registry, NoRegistry) and lepas(pc)
    service = lepas_layanan(pc)
    return lepas_calc(pc) or excel or service


def periksa_semua(pc: Komputer) -> tuple[Baris, ...]:
    """Return the lines about Excel and those about Calc, each where it is looked for, and the one about the service.

    Where Excel has its ribbon, a LibreOffice without the toolbar is as it may be.
    """
    excel = periksa_pc(pc) if _wants_excel(pc) else ()
    if excel and pc.read(pc.catatan) is None:
        calc: tuple[Baris, ...] = (
            Baris("LibreOffice", "Bilah alat Kinerja tidak dipasang di LibreOffice; Excel yang dipakai."),)
    else:
        calc = periksa_calc(pc) if _wants_calc(pc) else ()
    return (*excel, *calc, periksa_layanan(pc))


def _wants_excel(pc: Komputer) -> bool:
    """Excel is missed only on a Windows that has no LibreOffice either."""
    on_windows = not isinstance(pc.registry, NoRegistry)
    return bool(excel_versions(pc.registry)) or (on_windows and find_unopkg(pc) is None)


def _wants_calc(pc: Komputer) -> bool:
    return isinstance(pc.registry, NoRegistry) or find_unopkg(pc) is not None
