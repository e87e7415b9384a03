"""``kinerja pasang --layanan``: task and unit to the letter, taken off without a trace, their state told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from komputer_tiruan import APPDATA, PACKAGE, PROGRAM, FakeComputer, linux
from lxml import etree

from kinerja_xl.errors import ProgramUnusable, ServiceRefused
from kinerja_xl.install.layanan import lepas_layanan, pasang_layanan, periksa_layanan

AKAR, DATA = r"\\peladen\Kinerja & Renja", r"C:\Users\Sri Wahyuni\AppData\Local\kinerja_xl\0123456789abcdef"
RECORD = APPDATA + r"\kinerja_xl\layanan.xml"
SCHTASKS = r"C:\Windows\System32\schtasks.exe"
PYTHONW = PROGRAM.replace("python.exe", "pythonw.exe")
UNIT = "/home/sri/.config/systemd/user/kinerja-layanan.service"
# learn.microsoft.com/en-us/windows/win32/taskschd/task-scheduler-schema and logon-trigger-example--xml-
TASK = r"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Layanan folder Kinerja untuk \\peladen\Kinerja &amp; Renja</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Repetition>
        <Interval>PT5M</Interval>
      </Repetition>
      <UserId>DINSOS\sri</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Akun">
      <UserId>DINSOS\sri</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Akun">
    <Exec>
      <Command>C:\Users\Sri Wahyuni\AppData\Local\Kinerja\Scripts\pythonw.exe</Command>
      <Arguments>-I -B -m kinerja_xl layani "\\peladen\Kinerja &amp; Renja" --data "C:\Users\Sri Wahyuni\AppData\Local\kinerja_xl\0123456789abcdef"</Arguments>
    </Exec>
  </Actions>
</Task>
"""  # noqa: E501 - to the letter


@pytest.fixture
def pc() -> FakeComputer:
    found = FakeComputer()
    found.files[PYTHONW] = b"MZ"
    return found


def test_the_task_is_registered_to_the_letter_for_this_account_and_started(pc: FakeComputer) -> None:
    pasang_layanan(pc, AKAR, DATA)
    assert pc.asked == [(SCHTASKS, "/Create", "/TN", "Kinerja Layanan", "/XML", RECORD, "/F"),
                        (SCHTASKS, "/Run", "/TN", "Kinerja Layanan")]
    assert pc.tugas["Kinerja Layanan"] == TASK.replace("\n", "\r\n").encode("utf-16")
    assert etree.fromstring(pc.tugas["Kinerja Layanan"]).tag.endswith("}Task")
    assert periksa_layanan(pc).keadaan == "Layanan folder berjalan dan dijalankan setiap kali akun ini masuk."
    assert periksa_layanan(pc).baik


def test_without_a_windowless_interpreter_the_one_that_is_there_serves(pc: FakeComputer) -> None:
    del pc.files[PYTHONW]
    pasang_layanan(pc, AKAR, DATA)
    assert f"<Command>{PROGRAM}</Command>" in pc.tugas["Kinerja Layanan"].decode("utf-16")
    assert periksa_layanan(pc).baik


def test_lepas_leaves_the_pc_as_it_was_and_a_second_time_finds_nothing(pc: FakeComputer) -> None:
    before = (pc.winreg.shown(), dict(pc.files))
    pasang_layanan(pc, AKAR, DATA)
    assert lepas_layanan(pc) is True
    assert (pc.winreg.shown(), pc.files, pc.tugas) == (*before, {})
    assert pc.folders_removed == [RECORD]
    assert ("/End" in pc.asked[-3], pc.asked[-1][1]) == (True, "/Delete")
    assert lepas_layanan(pc) is False


def test_lepas_also_where_somebody_deleted_the_task(pc: FakeComputer) -> None:
    pasang_layanan(pc, AKAR, DATA)
    pc.tugas.clear()
    assert lepas_layanan(pc) is True
    assert RECORD not in pc.files


def test_a_second_pasang_serves_the_other_office(pc: FakeComputer) -> None:
    pasang_layanan(pc, r"D:\Lama", DATA)
    pasang_layanan(pc, AKAR, DATA)
    assert list(pc.tugas) == ["Kinerja Layanan"]
    assert "Lama" not in pc.tugas["Kinerja Layanan"].decode("utf-16")


@pytest.mark.parametrize(("said", "local", "because"), [(None, True, "--user"), ("0.0.9", True, "0.0.9"),
                                                       ("0.1.0", False, "letaknya")])
def test_a_program_that_could_not_start_is_not_registered(pc: FakeComputer, said: str | None, local: bool,
                                                          because: str) -> None:
    pc.said, pc.local = said, local
    with pytest.raises(ProgramUnusable, match=because):
        pasang_layanan(pc, AKAR, DATA)
    assert (pc.tugas, RECORD in pc.files) == ({}, False)


def test_what_windows_says_against_it_is_told(pc: FakeComputer) -> None:
    pc.tolak = "ERROR: Access is denied.\r\n"
    with pytest.raises(ServiceRefused, match="akun ini: ERROR: Access is denied\\."):
        pasang_layanan(pc, AKAR, DATA)


def test_what_was_refused_leaves_no_record_that_could_not_be_taken_off() -> None:
    """systemctl without a session of the account, word for word."""
    pc = linux()
    pc.tolak = "Failed to connect to bus: No medium found\n"
    with pytest.raises(ServiceRefused, match="akun ini: tidak ada sesi masuk akun itu\\."):
        pasang_layanan(pc, "/srv/Kinerja", "/home/sri/data")
    assert UNIT not in pc.files
    assert lepas_layanan(pc) is False


def test_a_refused_change_keeps_the_office_that_is_served(pc: FakeComputer) -> None:
    pasang_layanan(pc, r"D:\Lama", DATA)
    before = pc.files[RECORD]
    pc.tolak = "ERROR: Access is denied.\r\n"
    with pytest.raises(ServiceRefused):
        pasang_layanan(pc, AKAR, DATA)
    assert pc.files[RECORD] == before


TROUBLE = [("Ready", "sedang tidak berjalan", "schtasks /Run"), ("Disabled", "dinonaktifkan", "pasang --layanan")]


@pytest.mark.parametrize(("state", "keadaan", "langkah"), TROUBLE)
def test_a_task_that_does_not_run_is_red_with_what_to_do(pc: FakeComputer, state: str, keadaan: str,
                                                         langkah: str) -> None:
    pasang_layanan(pc, AKAR, DATA)
    pc.keadaan = state
    line = periksa_layanan(pc)
    assert (line.baik, keadaan in line.keadaan, langkah in line.langkah) == (False, True, True)


def test_a_task_that_is_gone_or_starts_another_program_is_red(pc: FakeComputer) -> None:
    pasang_layanan(pc, AKAR, DATA)
    pc.program = r"C:\Lain\Scripts\python.exe"
    assert "program lain" in periksa_layanan(pc).keadaan
    pc.program = PROGRAM
    pc.tugas.clear()
    assert "tidak ada lagi" in periksa_layanan(pc).keadaan


def test_where_windows_cannot_be_asked_for_the_state_the_task_is_named(pc: FakeComputer) -> None:
    pasang_layanan(pc, AKAR, DATA)
    pc.keadaan = ""
    assert periksa_layanan(pc).keadaan == "Tugas terjadwal “Kinerja Layanan” terdaftar."


def test_a_pc_without_the_service_is_as_it_may_be(pc: FakeComputer) -> None:
    assert periksa_layanan(pc).baik
    assert pc.asked == []


# Linux


def test_the_systemd_unit_to_the_letter() -> None:
    pc = linux()
    pasang_layanan(pc, "/srv/Kinerja 100% $kita", "/home/sri/data")
    assert pc.files[UNIT].decode() == (
        "[Unit]\nDescription=Layanan folder Kinerja\nStartLimitIntervalSec=0\n\n"
        "[Service]\nExecStart=/home/sri/kinerja/bin/python -I -B -m kinerja_xl layani \"/srv/Kinerja 100%% $$kita\" "
        "--data /home/sri/data\nRestart=on-failure\nRestartSec=300\n\n[Install]\nWantedBy=default.target\n")
    assert [command[1:] for command in pc.asked] == [
        ("--user", "daemon-reload"), ("--user", "enable", "kinerja-layanan.service"),
        ("--user", "restart", "kinerja-layanan.service")]
    assert periksa_layanan(pc).baik


def test_systemd_itself_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    """systemd-analyze reads it as systemd would: the words of ExecStart come out whole."""
    pc = linux()
    pc.program = shutil.which("python3") or ""
    pc.files |= {pc.program: b"ELF"}
    pasang_layanan(pc, "/srv/Kinerja 100% $kita \"satu\"", "/home/sri/data")
    unit = tmp_path / "kinerja-layanan.service"

    def complaints(content: bytes) -> list[str]:
        unit.write_bytes(content)
        done = subprocess.run(["systemd-analyze", "verify", str(unit)], check=False, capture_output=True, text=True)
        return [line for line in done.stderr.splitlines() if "kinerja-layanan" in line]

    assert complaints(pc.files[UNIT]) == []
    assert "Unbalanced quoting" in complaints(pc.files[UNIT].replace(b'\\"', b'"', 1))[0]  # it would have been told


def test_lepas_takes_the_unit_off() -> None:
    pc = linux()
    before = dict(pc.files)
    pasang_layanan(pc, "/srv/Kinerja", "/home/sri/data")
    assert lepas_layanan(pc) is True
    assert pc.files == before
    assert [command[2] for command in pc.asked[-2:]] == ["disable", "daemon-reload"]
    assert lepas_layanan(pc) is False


@pytest.mark.parametrize(("state", "keadaan"), [("Disabled", "tidak dijalankan saat akun ini masuk"),
                                               ("Ready", "sedang tidak berjalan")])
def test_a_unit_that_does_not_run_is_red(state: str, keadaan: str) -> None:
    pc = linux()
    pasang_layanan(pc, "/srv/Kinerja", "/home/sri/data")
    pc.keadaan = state
    line = periksa_layanan(pc)
    assert (line.baik, keadaan in line.keadaan) == (False, True)
    assert PACKAGE not in line.langkah
