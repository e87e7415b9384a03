"""What is double-clicked, read line by line as cmd.exe reads it: no place of the PC may change what a line does.

cmd.exe itself is not here; what only it can show stands in docs/pemeriksaan-excel.md.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinerja_xl.install.paket_luring import ISI, LURING, SCRIPT
from kinerja_xl.install.sasaran import DAFTAR_SASARAN

DAFTAR_CMD = sorted(LURING.glob("*.cmd"))
COMMANDS = frozenset({"@echo", "setlocal", "title", "rem", "set", "if", "for", "goto", "call", "exit", "echo", "echo.",
                      "pause", "cmd", "cd", "pushd", "popd", "rmdir"})
PLACES = frozenset({"%~dp0", "%LOCALAPPDATA%", "%ProgramFiles%", "%USERPROFILE%", "%PROGRAM%", "%PYTHON%",
                    "%PEMASANG%", "%PATH%"})
"""What the PC and its user decide: blanks, ampersands, brackets and apostrophes may stand in each of them."""


def lines(path: Path) -> list[str]:
    return path.read_bytes().decode("ascii").split("\r\n")[:-1]


def outside_quotes(line: str) -> str:
    """The line without its quoted parts; every quote has its partner."""
    assert line.count('"') % 2 == 0, line
    return "".join(line.split('"')[::2])


def test_there_are_three() -> None:
    assert [path.name for path in DAFTAR_CMD] == ["Lepas Kinerja.cmd", "Pasang Kinerja.cmd", "Perintah Kinerja.cmd"]


@pytest.mark.parametrize("path", sorted(LURING.glob("*.*")), ids=lambda path: path.name)
def test_texts_are_ascii_with_the_line_ends_of_windows(path: Path) -> None:
    if path.suffix == ".py":
        return
    content = path.read_bytes()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("path", DAFTAR_CMD, ids=lambda path: path.name)
def test_every_place_stands_in_quotes(path: Path) -> None:
    """Also in ``set "NAME=value"``, whose quotes go around the whole assignment."""
    for line in lines(path):
        bare = outside_quotes(line)
        assert not PLACES & set(re.findall(r"%~?\w+%?", bare)), line
        assert not re.search(r'[\\/]"', line.replace('\\python.exe"', "")), f"a backslash before a quote: {line}"
        assert set(re.findall(r"%~dp0|%[A-Za-z]\w*%", line)) <= PLACES, line


@pytest.mark.parametrize("path", DAFTAR_CMD, ids=lambda path: path.name)
def test_no_line_depends_on_a_block_or_on_delayed_expansion(path: Path) -> None:
    """A bracket in a place would end a block; an exclamation mark would be eaten by delayed expansion."""
    assert lines(path)[:2] == ["@echo off", "setlocal EnableExtensions DisableDelayedExpansion"]
    for line in lines(path):
        bare = outside_quotes(line)
        if bare.startswith(("rem ", "echo ")):
            assert not set(bare) & set("&|<>^%"), line
            continue
        assert re.fullmatch(r"(for %%[VF] in \([^()]*\) do )?[^()]*", bare), line
        assert not set(bare.replace("%%V", "").replace("%%F", "")) & set("&|<>^!"), line


@pytest.mark.parametrize("path", DAFTAR_CMD, ids=lambda path: path.name)
def test_every_jump_has_its_label_and_every_label_a_jump(path: Path) -> None:
    text = lines(path)
    labels = [line[1:] for line in text if line.startswith(":")]
    jumps = {target for line in text for target in re.findall(r"(?:goto |call :)(\w+)", outside_quotes(line))}
    assert set(labels) == jumps
    assert len(labels) == len(set(labels))
    for number, line in enumerate(text):
        if line.startswith(":") and text[number - 1] != "if not defined PYTHON goto python_gagal":
            assert text[number - 1].startswith("exit /b "), f"{line} is run into from above"


@pytest.mark.parametrize("path", DAFTAR_CMD, ids=lambda path: path.name)
def test_every_command_is_known_and_every_end_can_be_read(path: Path) -> None:
    text = lines(path)
    for line in text:
        first = line.split(" ")[0]
        started = line.startswith(('"%PYTHON%" ', '"%PEMASANG%" ', '"%PROGRAM%\\Scripts\\python.exe" '))
        assert first in COMMANDS or started or line.startswith(":"), line
    for number, line in enumerate(text):
        if line.startswith("exit /b ") and text[number - 1] != "cmd /k" and not text[number - 1].startswith("for "):
            assert text[number - 1] == "pause", f"the window closes before {line} was read"


def test_what_pasang_names_is_in_the_package() -> None:
    text = "\n".join(lines(LURING / "Pasang Kinerja.cmd"))
    assert set(re.findall(r'%~dp0([^"]+)"', text)) == {f"{ISI}\\{SCRIPT}", "%%F"}
    wanted = {one.python.replace(".", "") for one in DAFTAR_SASARAN}
    for listed in re.findall(r"%%V in \(([\d ]+)\)", text):
        assert listed.split() == sorted(wanted, reverse=True)


def test_python_is_installed_for_this_user_alone() -> None:
    """InstallAllUsers and InstallLauncherAllUsers ask for an administrator unless they are 0 (docs.python.org, Using
    Python on Windows, Installing Without UI)."""
    (line,) = (one for one in lines(LURING / "Pasang Kinerja.cmd") if one.startswith('"%PEMASANG%"'))
    assert {"InstallAllUsers=0", "InstallLauncherAllUsers=0", "Include_launcher=0"} <= set(line.split())
    for path in DAFTAR_CMD:
        assert not re.search(r"runas|http|curl|bitsadmin|reg add|setx", path.read_text("ascii"))


def test_only_the_program_is_removed() -> None:
    removing = [(path.name, line) for path in DAFTAR_CMD for line in lines(path)
                if re.search(r"\b(rmdir|rd|del|erase|move)\b", line)]
    assert removing == [("Lepas Kinerja.cmd", 'rmdir /s /q "%PROGRAM%"')]
    assert 'set "PROGRAM=%LOCALAPPDATA%\\Programs\\Kinerja"' in lines(LURING / "Lepas Kinerja.cmd")
