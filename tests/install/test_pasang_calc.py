"""``kinerja pasang`` puts the toolbar into this user's LibreOffice and writes down what a button starts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from komputer_tiruan import ADDIN, RECORD_CALC, TOOLBAR_VERSION, FakeComputer, FakeWinreg, linux, with_libreoffice

from kinerja_xl.errors import LibreOfficeMissing, ProgramUnusable, RecordRefused, ToolbarRefused, UnoMissing
from kinerja_xl.install.bagian import lepas_semua, pasang_semua, periksa_semua
from kinerja_xl.install.komputer import disk_kind, this_computer
from kinerja_xl.install.pasang_calc import find_unopkg, lepas_calc, pasang_calc
from kinerja_xl.install.registry import WindowsRegistry

BOTH = [pytest.param(linux, id="Linux"), pytest.param(lambda: with_libreoffice(FakeComputer()), id="Windows")]


@pytest.fixture(params=BOTH)
def pc(request: pytest.FixtureRequest) -> FakeComputer:
    return request.param()


def state(pc: FakeComputer) -> object:
    return pc.winreg.shown(), dict(pc.files), pc.toolbar


def test_the_toolbar_is_there_and_the_record_names_program_and_package(pc: FakeComputer) -> None:
    pasang_calc(pc)
    assert pc.toolbar == (TOOLBAR_VERSION, "yes")
    assert json.loads(pc.files[pc.catatan]) == {"program": pc.program, "paket": pc.paket}


def test_a_second_pasang_mends(pc: FakeComputer) -> None:
    pasang_calc(pc)
    after = state(pc)
    pc.toolbar, pc.files[pc.catatan] = ("0.0.9", "no"), b"{rusak"
    pasang_calc(pc)
    assert state(pc) == after


def test_lepas_leaves_the_pc_as_it_was(pc: FakeComputer) -> None:
    before = state(pc)
    pasang_calc(pc)
    pc.files[pc.log] = b"apa yang dikatakan program"
    assert lepas_calc(pc) is True
    assert state(pc) == before
    assert pc.folders_removed == [pc.catatan]
    assert lepas_calc(pc) is False


def test_lepas_takes_the_record_off_also_where_libreoffice_is_gone(pc: FakeComputer) -> None:
    pasang_calc(pc)
    del pc.files[pc.unopkg]
    assert lepas_calc(pc) is True
    assert pc.catatan not in pc.files


def unopkg_missing(pc: FakeComputer) -> None:
    del pc.files[pc.unopkg]


REFUSALS: list[tuple[Callable[[FakeComputer], None], type[Exception], str]] = [
    (unopkg_missing, LibreOfficeMissing, "LibreOffice tidak ditemukan"),
    (lambda pc: setattr(pc, "local", False), ProgramUnusable, "letaknya"),
    (lambda pc: setattr(pc, "program", "python"), ProgramUnusable, "letaknya"),
    (lambda pc: setattr(pc, "said", "0.0.9"), ProgramUnusable, "0.0.9"),
    (lambda pc: setattr(pc, "said", None), ProgramUnusable, "--user"),
    (lambda pc: setattr(pc, "uno", False), UnoMissing, "modul uno"),
    (lambda pc: setattr(pc, "open_in_excel", True), RecordRefused, "pemasangan.json")]


@pytest.mark.parametrize(("hurt", "error", "says"), REFUSALS)
def test_a_toolbar_whose_buttons_could_do_nothing_is_not_installed(
        pc: FakeComputer, hurt: Callable[[FakeComputer], None], error: type[Exception], says: str) -> None:
    hurt(pc)
    before = state(pc)
    with pytest.raises(error, match=says):
        pasang_calc(pc)
    assert state(pc) == before


def test_what_libreoffice_says_against_it_is_told(pc: FakeComputer) -> None:
    pc.unopkg_refuses = True
    with pytest.raises(ToolbarRefused, match="Cannot run unopkg as root"):
        pasang_calc(pc)


def test_a_record_that_cannot_be_removed_is_named(pc: FakeComputer) -> None:
    pasang_calc(pc)
    pc.open_in_excel = True  # any file of this disk is held
    with pytest.raises(RecordRefused, match=r"pemasangan\.json"):
        lepas_calc(pc)


@pytest.mark.parametrize("key", [r"HKEY_CURRENT_USER\Software\LibreOffice\UNO\InstallPath",
                                 r"HKEY_LOCAL_MACHINE\Software\LibreOffice\UNO\InstallPath",
                                 r"HKEY_LOCAL_MACHINE\Software\WOW6432Node\LibreOffice\UNO\InstallPath"])
def test_windows_says_where_libreoffice_lies(key: str) -> None:
    pc = FakeComputer()
    assert find_unopkg(pc) is None
    pc.winreg.put(key, "", r"D:\Kantor\LibreOffice 24\program")
    assert find_unopkg(pc) is None
    pc.files[r"D:\Kantor\LibreOffice 24\program\unopkg.com"] = b"MZ"
    assert find_unopkg(pc) == r"D:\Kantor\LibreOffice 24\program\unopkg.com"


def test_excel_and_calc_both_get_their_buttons_and_both_are_checked_and_freed() -> None:
    pc = with_libreoffice(FakeComputer())
    before = state(pc)
    assert pasang_semua(pc) == (("16.0",), True)
    assert {ADDIN, RECORD_CALC} <= set(pc.files)
    assert pc.toolbar
    lines = periksa_semua(pc)
    assert all(line.baik for line in lines)
    assert {"Excel", "LibreOffice", "Program", "Program Calc"} <= {line.nama for line in lines}
    assert lepas_semua(pc) is True
    assert state(pc) == before
    assert lepas_semua(pc) is False


def test_a_windows_where_uno_cannot_be_loaded_keeps_its_ribbon_and_is_told() -> None:
    pc = with_libreoffice(FakeComputer(uno=False))
    versions, why = pasang_semua(pc)
    assert versions == ("16.0",)
    assert isinstance(why, UnoMissing)
    assert pc.toolbar is None
    assert all(line.baik for line in periksa_semua(pc))


def test_a_windows_with_libreoffice_alone_is_not_told_to_get_excel() -> None:
    pc = with_libreoffice(FakeComputer())
    pc.registry = WindowsRegistry(FakeWinreg())
    pc.tempat_unopkg = (pc.unopkg,)
    assert pasang_semua(pc) == ((), True)
    assert {line.nama for line in periksa_semua(pc)} == {
        "LibreOffice", "Bilah alat Calc", "Catatan pemasangan Calc", "Program Calc", "Hubungan dengan Calc",
        "Layanan"}
    pc.uno = False
    with pytest.raises(UnoMissing):
        pasang_semua(pc)


def test_a_linux_without_libreoffice_is_told_so() -> None:
    pc = linux()
    del pc.files[pc.unopkg]
    with pytest.raises(LibreOfficeMissing):
        pasang_semua(pc)
    line, service = periksa_semua(pc)
    assert (line.nama, line.baik) == ("LibreOffice", False)
    assert (service.nama, service.baik) == ("Layanan", True)


def test_the_record_of_this_pc_lies_among_this_users_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    pc = this_computer("0.1.0")
    assert Path(pc.catatan) == tmp_path / "kinerja_xl" / "pemasangan.json"
    assert find_unopkg(pc)
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "sri"))
    assert Path(this_computer("0.1.0").catatan) == tmp_path / "sri" / ".config" / "kinerja_xl" / "pemasangan.json"


def test_a_folder_goes_only_when_it_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    pc = this_computer("0.1.0")
    pc.write(pc.catatan, b"{}")
    pc.delete_empty_folder(pc.catatan)
    assert pc.read(pc.catatan) == b"{}"
    pc.delete(pc.catatan)
    pc.delete_empty_folder(pc.catatan)
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_cannot_be_started_is_told_and_no_more(tmp_path: Path) -> None:
    assert this_computer("0.1.0").run(str(tmp_path / "tidak-ada"))[0] == 127


MOUNTS = """/dev/vda1 / ext4 rw,relatime 0 0
//peladen/bagi /mnt/Bagi\\040Kinerja cifs rw,vers=3.1.1 0 0
peladen:/rumah /home nfs4 rw 0 0
tmpfs /home/sri/cepat tmpfs rw 0 0
"""


@pytest.mark.parametrize(("path", "kind"), [("/usr/bin/python3", "ext4"), ("/mnt/Bagi Kinerja/python", "cifs"),
                                            ("/home/sri/bin/python", "nfs4"), ("/home/sri/cepat/python", "tmpfs"),
                                            ("/home2/python", "ext4")])
def test_the_disk_of_a_path_is_the_one_mounted_nearest_above_it(path: str, kind: str) -> None:
    assert disk_kind(path, MOUNTS) == kind
