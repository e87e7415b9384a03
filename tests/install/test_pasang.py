"""``kinerja pasang`` writes exactly the values of Microsoft's pages, and ``kinerja lepas`` leaves nothing of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from komputer_tiruan import ADDIN, APPDATA, PACKAGE, PROGRAM, FakeComputer, FakeWinreg

from kinerja_xl.errors import AddinLocked, ExcelMissing, ProgramUnusable, RegistryRefused, SystemUnsupported
from kinerja_xl.install.komputer import KomputerIni, this_computer
from kinerja_xl.install.pasang import lepas, pasang
from kinerja_xl.install.registry import WindowsRegistry
from kinerja_xl.install.setelan import CATATAN_PEMASANGAN, LOKASI_TEPERCAYA
from kinerja_xl.install.xlam import SHIPPED

RECORD = r"HKCU\Software\VB and VBA Program Settings\Kinerja\Pita"
LOCATION = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\Location90"
SZ, DWORD = 1, 4  # winnt.h: REG_SZ, REG_DWORD


@pytest.fixture
def pc() -> FakeComputer:
    return FakeComputer()


def test_the_values_and_types_are_those_of_the_pages(pc: FakeComputer) -> None:
    assert pasang(pc) == ("16.0",)
    shown = pc.winreg.shown()
    # GetSetting reads HKEY_CURRENT_USER\Software\VB and VBA Program Settings\<appname>\<section>, text values
    assert shown[RECORD] == {"program": ("Program", PROGRAM, SZ), "paket": ("Paket", PACKAGE, SZ)}
    # the administrative template: Path REG_SZ (with its closing backslash), AllowSubfolders REG_DWORD
    assert shown[LOCATION] == {
        "path": ("Path", APPDATA + "\\Microsoft\\Excel\\XLSTART\\", SZ),
        "allowsubfolders": ("AllowSubfolders", 0, DWORD),
        "description": ("Description", "Pita Kinerja (kinerja pasang)", SZ)}
    assert pc.files[ADDIN] == pc.berkas_pita


def test_every_value_names_the_page_it_is_from() -> None:
    for one in (*CATATAN_PEMASANGAN, *LOKASI_TEPERCAYA):
        assert one.halaman.startswith(("https://learn.microsoft.com/", "https://admx.help/"))


def test_nothing_is_written_where_an_administrator_is_needed(pc: FakeComputer) -> None:
    before = set(pc.winreg.shown())
    pasang(pc)
    assert all(key.startswith("HKCU\\Software\\") for key in set(pc.winreg.shown()) - before)


@pytest.mark.parametrize(("registered", "used", "versions"), [
    ("Excel.Application.14", (), ("14.0",)), ("Excel.Application.15", ("14.0",), ("14.0", "15.0")),
    ("Excel.Application.16", ("14.0", "16.0"), ("14.0", "16.0")), ("Excel.Application.12", ("15.0",), ("15.0",))])
def test_each_excel_from_2010_on_gets_the_trusted_location(pc: FakeComputer, registered: str, used: tuple[str, ...],
                                                             versions: tuple[str, ...]) -> None:
    pc.winreg = FakeWinreg()
    pc.registry = WindowsRegistry(pc.winreg)
    pc.winreg.put(r"HKEY_CLASSES_ROOT\Excel.Application\CurVer", "", registered)
    for versi in used:
        pc.winreg.put(rf"HKEY_CURRENT_USER\Software\Microsoft\Office\{versi}\Excel\Options", "Font", "Calibri,11")
    assert pasang(pc) == versions
    places = [key for key in pc.winreg.shown() if key.endswith("Location90")]
    assert places == [LOCATION.replace("16.0", versi) for versi in versions]


def test_lepas_leaves_the_pc_as_it_was(pc: FakeComputer) -> None:
    before = (pc.winreg.shown(), dict(pc.files))
    pasang(pc)
    assert lepas(pc) is True
    assert (pc.winreg.shown(), pc.files) == before
    assert lepas(pc) is False


def test_lepas_leaves_what_others_keep_in_the_same_places(pc: FakeComputer) -> None:
    pc.winreg.put(r"HKEY_CURRENT_USER\Software\VB and VBA Program Settings\Lain\Umum", "Warna", "biru")
    pc.winreg.put(r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations\Location90",
                  "Path", "C:\\Anggaran\\")
    pc.files[APPDATA + r"\Microsoft\Excel\XLSTART\PERSONAL.XLSB"] = b"milik pemakai"
    before = (pc.winreg.shown(), dict(pc.files))
    pasang(pc)
    assert LOCATION.replace("90", "91") in pc.winreg.shown()
    lepas(pc)
    assert (pc.winreg.shown(), pc.files) == before


def test_a_second_pasang_mends_and_adds_nothing(pc: FakeComputer) -> None:
    pasang(pc)
    after = pc.winreg.shown()
    pc.files[ADDIN] = b"rusak"
    pc.winreg.put(LOCATION.replace("HKCU", "HKEY_CURRENT_USER"), "Path", "C:\\Salah\\")
    pasang(pc)
    assert pc.winreg.shown() == after
    assert pc.files[ADDIN] == pc.berkas_pita


def test_without_excel_nothing_is_written(pc: FakeComputer) -> None:
    pc.registry = WindowsRegistry(FakeWinreg())
    with pytest.raises(ExcelMissing):
        pasang(pc)
    assert ADDIN not in pc.files


@pytest.mark.parametrize(("program", "said", "local", "because"), [
    (r"\\peladen\bagi\python.exe", "0.1.0", True, "letaknya"), (PROGRAM, "0.1.0", False, "letaknya"),
    (r"C:\Program%A%\python.exe", "0.1.0", True, "persen"), ("C:\\Срi\\python.exe", "0.1.0", True, "Latin"),
    (PROGRAM, None, True, "--user"), (PROGRAM, "0.0.9", True, "0.0.9")])
def test_a_program_that_a_button_could_not_start_is_not_recorded(
        pc: FakeComputer, program: str, said: str | None, local: bool, because: str) -> None:
    before = (pc.winreg.shown(), dict(pc.files))
    pc.program, pc.said, pc.local = program, said, local
    with pytest.raises(ProgramUnusable, match=because):
        pasang(pc)
    assert (pc.winreg.shown(), pc.files) == before


def test_an_open_excel_is_told_and_nothing_is_half_done(pc: FakeComputer) -> None:
    pc.open_in_excel = True
    before = pc.winreg.shown()
    with pytest.raises(AddinLocked) as refused:
        pasang(pc)
    assert "Tutup semua jendela Excel" in refused.value.petunjuk
    assert pc.winreg.shown() == before


def test_lepas_beside_an_open_excel_leaves_the_installation_whole(pc: FakeComputer) -> None:
    pasang(pc)
    pc.open_in_excel = True
    before = pc.winreg.shown()
    with pytest.raises(AddinLocked):
        lepas(pc)
    assert pc.winreg.shown() == before


@pytest.mark.parametrize("locked", ["VB and VBA", "Trusted Locations"])
def test_a_registry_that_refuses_is_named(pc: FakeComputer, locked: str) -> None:
    pc.winreg.locked = locked
    with pytest.raises(RegistryRefused, match=locked):
        pasang(pc)
    pc.winreg.locked = None
    pasang(pc)
    pc.winreg.locked = locked
    with pytest.raises(RegistryRefused, match=locked):
        lepas(pc)


def test_outside_windows_and_linux_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SystemUnsupported):
        this_computer("0.1.0")


def test_this_pc_reads_writes_and_starts_as_a_button_does(tmp_path: Path) -> None:
    from kinerja_xl import __version__

    pc = KomputerIni(__version__, WindowsRegistry(FakeComputer().winreg), str(tmp_path))
    place = str(tmp_path / "XLSTART" / "kinerja.xlam")
    assert pc.read(place) is None
    pc.write(place, pc.berkas_pita)
    assert pc.read(place) == SHIPPED.read_bytes()
    pc.delete(place)
    pc.delete(place)
    assert pc.read(place) is None
    assert Path(pc.paket).name == "__main__.py"
    assert Path(pc.paket).exists()
    assert pc.started_version(pc.program) == __version__
    assert pc.started_version(str(tmp_path / "tidak-ada")) is None
