"""Each line of ``kinerja periksa-pc`` is good on a PC with the ribbon, and red where its matter is not right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from komputer_tiruan import ADDIN, PACKAGE, FakeComputer, FakeWinreg

from kinerja_xl.install.pasang import pasang
from kinerja_xl.install.penghalang import DAFTAR_PENGHALANG
from kinerja_xl.install.periksa_pc import periksa_pc
from kinerja_xl.install.registry import WindowsRegistry

RECORD = r"HKEY_CURRENT_USER\Software\VB and VBA Program Settings\Kinerja\Pita"
OFFICE = "HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\"
POLICY = "HKEY_CURRENT_USER\\Software\\Policies\\Microsoft\\Office\\16.0\\"
MACHINE = "HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\"
EXCEL_GONE = "Excel"


@pytest.fixture
def pc() -> FakeComputer:
    installed = FakeComputer()
    pasang(installed)
    return installed


def sets(key: str, name: str, content: str | int | bytes) -> Callable[[FakeComputer], None]:
    return lambda pc: pc.winreg.put(key, name, content)


def without_excel(pc: FakeComputer) -> None:
    pc.registry = WindowsRegistry(FakeWinreg())


def another_version(pc: FakeComputer) -> None:
    pc.said = "0.0.9"


TROUBLE: dict[str, list[Callable[[FakeComputer], None]]] = {
    "Excel": [without_excel],
    "Berkas tambahan": [lambda pc: pc.delete(ADDIN), lambda pc: pc.write(ADDIN, b"versi lama")],
    "Tanda unduhan": [lambda pc: pc.write(ADDIN + ":Zone.Identifier", b"[ZoneTransfer]\r\nZoneId=3\r\n")],
    "Catatan pemasangan": [lambda pc: pc.delete(PACKAGE), sets(RECORD, "Program", r"C:\Tidak\ada.exe"),
                           sets(RECORD, "Program", 7)],
    "Program": [another_version, sets(RECORD, "Program", r"\\peladen\bagi\python.exe"),
                sets(RECORD, "Program", "python.exe")],
    "Lokasi tepercaya": [sets(OFFICE + r"Excel\Security\Trusted Locations\Location90", "Path", "C:\\Lain\\"),
                         sets(OFFICE + r"Excel\Security\Trusted Locations\Location90", "AllowSubfolders", "0"),
                         sets(OFFICE + r"Excel\Security\Trusted Locations\Location90", "Description", "Lain")],
    "Butir nonaktif": [sets(OFFICE + r"Excel\Resiliency\DisabledItems", "1A2B",
                            b"\x01\0\0\0" + ADDIN.upper().encode("utf-16-le") + b"\0\0")],
    "Satu salinan": [sets(OFFICE + r"Excel\Options", "OPEN3", r'"C:\Users\Sri\Documents\Kinerja.xlam"')],
    "Makro VBA": [sets(POLICY + "Common", "VBAOff", 1), sets(MACHINE + r"Office\16.0\Common", "vbaoff", 1)],
    "Lokasi tepercaya diizinkan": [
        sets(POLICY + r"Excel\Security\Trusted Locations", "alllocationsdisabled", 1),
        sets(OFFICE + r"Excel\Security\Trusted Locations", "AllLocationsDisabled", 1)],
    "Lokasi tepercaya milik pemakai": [sets(POLICY + r"Common\Security\Trusted Locations", "allow user locations", 0)],
    "Berkas tambahan diizinkan": [sets(POLICY + r"Excel\Security", "disablealladdins", 1),
                                  sets(OFFICE + r"Excel\Security", "DisableAllAddins", 1)],
    "Tanda tangan berkas tambahan": [sets(POLICY + r"Excel\Security", "requireaddinsig", 1),
                                     sets(OFFICE + r"Excel\Security", "RequireAddinSig", 1)],
    "Pita dari berkas": [sets(POLICY + r"Common\Toolbars\Excel", "noextensibilitycustomizationfromdocument", 1)],
    "Program dari Excel": [sets(MACHINE + r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
                                "D4F940AB-401B-4EFC-AADC-AD5F3C50688A", value) for value in ("1", "6")],
}
CASES = [pytest.param(name, number, id=f"{name} {number + 1}") for name, ways in TROUBLE.items()
         for number in range(len(ways))]


def test_on_a_pc_with_the_ribbon_every_line_is_good(pc: FakeComputer) -> None:
    assert [line for line in periksa_pc(pc) if not line.baik] == []


def test_every_line_has_a_trouble_of_its_own_here(pc: FakeComputer) -> None:
    assert [line.nama for line in periksa_pc(pc)] == list(TROUBLE)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_a_line_is_red_and_says_how_to_mend_it(pc: FakeComputer, name: str, number: int) -> None:
    TROUBLE[name][number](pc)
    line = next(line for line in periksa_pc(pc) if line.nama == name)
    assert not line.baik
    assert line.keadaan.endswith((".", "xlam\""))
    assert len(line.langkah) > 15


@pytest.mark.parametrize(("name", "number"), [case for case in CASES if case.values[0] in {
    "Berkas tambahan", "Catatan pemasangan", "Lokasi tepercaya"}])
def test_what_pasang_can_mend_is_good_after_pasang(pc: FakeComputer, name: str, number: int) -> None:
    TROUBLE[name][number](pc)
    pc.files[PACKAGE] = b"main()"
    pasang(pc)
    assert [line for line in periksa_pc(pc) if not line.baik] == []


def test_the_administrators_setting_decides_over_the_users(pc: FakeComputer) -> None:
    pc.winreg.put(OFFICE + r"Excel\Security", "RequireAddinSig", 1)
    pc.winreg.put(POLICY + r"Excel\Security", "requireaddinsig", 0)
    assert all(line.baik for line in periksa_pc(pc))


def test_a_pc_without_the_ribbon_is_told_to_install_it() -> None:
    red = {line.nama: line.langkah for line in periksa_pc(FakeComputer()) if not line.baik}
    assert set(red) == {"Berkas tambahan", "Catatan pemasangan", "Program", "Lokasi tepercaya"}
    assert red["Berkas tambahan"] == "Jalankan: kinerja pasang"


def test_looking_changes_nothing(pc: FakeComputer) -> None:
    before = (pc.winreg.shown(), dict(pc.files))
    periksa_pc(pc)
    assert (pc.winreg.shown(), pc.files) == before


def test_every_obstacle_names_the_page_it_is_from() -> None:
    assert all(one.halaman.startswith("https://") for one in DAFTAR_PENGHALANG)
