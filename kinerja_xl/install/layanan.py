"""``kinerja pasang --layanan``: the folder service starts when this account logs on, without an administrator.

Windows: a scheduled task of the account's own (a standard user may register one for himself: MS-TSCH 3.2.5.4.1).
Linux: a systemd user unit. Why these, and what each setting is for: docs/keputusan/0022.
"""

from __future__ import annotations

import contextlib
from xml.sax.saxutils import escape

from kinerja_xl.errors import ProgramUnusable, ServiceRefused
from kinerja_xl.install.baris import Baris
from kinerja_xl.install.komputer import Komputer
from kinerja_xl.install.pasang import NOT_LOCAL, start_problem
from kinerja_xl.install.registry import NoRegistry

NAMA = "Kinerja Layanan"
SYSTEMCTL = "/usr/bin/systemctl"
_UNIT_NAME = "kinerja-layanan.service"
_TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Layanan folder Kinerja untuk {akar}</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Repetition>
        <Interval>PT5M</Interval>
      </Repetition>
      <UserId>{akun}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Akun">
      <UserId>{akun}</UserId>
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
      <Command>{program}</Command>
      <Arguments>{pilihan}</Arguments>
    </Exec>
  </Actions>
</Task>
"""
_UNIT = """[Unit]
Description=Layanan folder Kinerja
StartLimitIntervalSec=0

[Service]
ExecStart={program} {pilihan}
Restart=on-failure
RestartSec=300

[Install]
WantedBy=default.target
"""


def pasang_layanan(pc: Komputer, akar: str, data: str) -> None:
    """Have the office in ``akar`` served from ``data`` whenever this account logs on, and start it now.

    Once more is harmless; another office takes the place of the one before. Where the PC refuses, what was written is
    as before. Raises ProgramUnusable (K606), ServiceRefused (K135).
    """
    problem = NOT_LOCAL if not pc.is_local(pc.program) or not pc.is_local(pc.paket) else start_problem(pc, pc.program)
    if problem:
        raise ProgramUnusable(program=pc.program, sebab=problem)
    before = pc.read(record_path(pc))
    try:
        pc.write(record_path(pc), _record(pc, akar, data))
    except OSError as error:
        raise ServiceRefused(sebab=error.strerror or error) from error
    try:
        _register(pc)
    except ServiceRefused:
        _write_back(pc, before)
        raise


def _register(pc: Komputer) -> None:
    if _on_windows(pc):
        _ask(pc, _schtasks(pc), "/Create", "/TN", NAMA, "/XML", record_path(pc), "/F")
        _ask(pc, _schtasks(pc), "/Run", "/TN", NAMA)
    else:
        _ask(pc, SYSTEMCTL, "--user", "daemon-reload")
        _ask(pc, SYSTEMCTL, "--user", "enable", _UNIT_NAME)
        _ask(pc, SYSTEMCTL, "--user", "restart", _UNIT_NAME)


def _write_back(pc: Komputer, before: bytes | None) -> None:
    """Leave no record of a service that never was: ``lepas`` would ask the PC for it, and be refused again."""
    with contextlib.suppress(OSError):
        if before is None:
            pc.delete(record_path(pc))
        else:
            pc.write(record_path(pc), before)


def lepas_layanan(pc: Komputer) -> bool:
    """Stop the service of this account and take it off; return whether there was one. Raises ServiceRefused (K135)."""
    path = record_path(pc)
    if pc.read(path) is None:
        return False
    if _on_windows(pc):
        pc.run(_schtasks(pc), "/End", "/TN", NAMA)  # where it does not run there is nothing to end
        if pc.run(_schtasks(pc), "/Query", "/TN", NAMA)[0] == 0:
            _ask(pc, _schtasks(pc), "/Delete", "/TN", NAMA, "/F")
    else:
        _ask(pc, SYSTEMCTL, "--user", "disable", "--now", _UNIT_NAME)
    try:
        pc.delete(path)
    except OSError as error:
        raise ServiceRefused(sebab=error.strerror or error) from error
    if _on_windows(pc):
        pc.delete_empty_folder(path)
    else:
        _ask(pc, SYSTEMCTL, "--user", "daemon-reload")
    return True


def periksa_layanan(pc: Komputer) -> Baris:
    """Return the line about the service: that it is not on this account, runs, or how to mend it."""
    written = pc.read(record_path(pc))
    if written is None:
        return Baris("Layanan", "Layanan folder tidak dipasang pada akun ini; yang menjalankannya komputer lain.")
    again = "Jalankan: kinerja pasang --layanan FOLDER-KANTOR"
    if not _names(pc, written):
        return Baris("Layanan", "Layanan folder yang terpasang memakai program lain.", again)
    if _on_windows(pc):
        return _task_state(pc, again)
    if pc.run(SYSTEMCTL, "--user", "is-enabled", _UNIT_NAME)[0]:
        return Baris("Layanan", "Layanan folder terpasang, tetapi tidak dijalankan saat akun ini masuk.", again)
    if pc.run(SYSTEMCTL, "--user", "is-active", _UNIT_NAME)[0]:
        return Baris("Layanan", "Layanan folder terpasang, tetapi sedang tidak berjalan.",
                     f"Jalankan: systemctl --user restart {_UNIT_NAME}; sebabnya ada di layanan.log di folder data.")
    return Baris("Layanan", "Layanan folder berjalan dan dijalankan setiap kali akun ini masuk.")


def _task_state(pc: Komputer, again: str) -> Baris:
    if pc.run(_schtasks(pc), "/Query", "/TN", NAMA)[0]:
        return Baris("Layanan", f"Tugas terjadwal “{NAMA}” tidak ada lagi.", again)
    code, said = pc.run(f"{pc.sistem}\\WindowsPowerShell\\v1.0\\powershell.exe", "-NoProfile", "-NonInteractive",
                        "-Command", f"(Get-ScheduledTask -TaskName '{NAMA}').State")
    state = said.strip() if code == 0 else ""
    if state in ("Running", ""):  # Windows 7 cannot be asked
        return Baris("Layanan", "Layanan folder berjalan dan dijalankan setiap kali akun ini masuk." if state else
                     f"Tugas terjadwal “{NAMA}” terdaftar.")
    if state == "Disabled":
        return Baris("Layanan", f"Tugas terjadwal “{NAMA}” dinonaktifkan.", again)
    return Baris("Layanan", "Layanan folder terpasang, tetapi sedang tidak berjalan.",
                 f"Jalankan: schtasks /Run /TN \"{NAMA}\"; sebabnya ada di layanan.log di folder data.")


def record_path(pc: Komputer) -> str:
    """Return where the task or unit stands on this PC."""
    return f"{pc.appdata}\\kinerja_xl\\layanan.xml" if _on_windows(pc) else f"{pc.appdata}/systemd/user/{_UNIT_NAME}"


def _record(pc: Komputer, akar: str, data: str) -> bytes:
    if not _on_windows(pc):
        words = ("-I", "-B", "-m", "kinerja_xl", "layani", akar, "--data", data)
        return _UNIT.format(program=_unit_word(pc.program), pilihan=" ".join(map(_unit_word, words))).encode()
    facts = {"akar": akar, "akun": pc.akun, "program": _windowless(pc),
             "pilihan": f'-I -B -m kinerja_xl layani "{akar}" --data "{data}"'}
    return _TASK.format(**{name: escape(value) for name, value in facts.items()}).replace("\n", "\r\n").encode("utf-16")


def _windowless(pc: Komputer) -> str:
    """The interpreter without a console window beside the one that was found, where there is one."""
    quiet = pc.program[:-len("python.exe")] + "pythonw.exe"
    return quiet if pc.program.lower().endswith("python.exe") and pc.read(quiet) is not None else pc.program


def _unit_word(word: str) -> str:
    """A word of ExecStart as systemd reads it (systemd.service(5), systemd.unit(5)): quoted, nothing expanded."""
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{safe}"' if safe != word or " " in word or "'" in word else word


def _names(pc: Komputer, written: bytes) -> bool:
    """Whether what was installed starts the program that asks now."""
    if _on_windows(pc):
        return f"<Command>{escape(_windowless(pc))}</Command>" in written.decode("utf-16", "replace")
    return f"ExecStart={_unit_word(pc.program)} -I" in written.decode("utf-8", "replace")


def _on_windows(pc: Komputer) -> bool:
    return not isinstance(pc.registry, NoRegistry)


def _schtasks(pc: Komputer) -> str:
    return f"{pc.sistem}\\schtasks.exe"


def _ask(pc: Komputer, *command: str) -> None:
    code, said = pc.run(*command)
    if code:
        if "bus:" in said:  # "Failed to connect to bus: No medium found"; systemctl speaks English only
            raise ServiceRefused(sebab="tidak ada sesi masuk akun itu")
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        raise ServiceRefused(sebab=lines[-1].rstrip(".") if lines else f"kode {code}")
