"""What the add-in's text may and may not contain: it starts one program, from the install record, and reads no file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyvbaanalysis import analyze_loose_files

from kinerja_xl.errors import BookNameUnusable, InstallError, LauncherNotInstalled, LauncherStopped

MACROS = Path(__file__).parents[2] / "macros"
SOURCES = {path.stem: path.read_text(encoding="ascii") for path in MACROS.glob("*.[bc][al]s")}
CODE = {name: "\n".join(line.split("' ")[0] for line in text.splitlines() if not line.lstrip().startswith("'"))
        for name, text in SOURCES.items()}


def test_no_module_declares_windows_functions_or_loads_a_library() -> None:
    banned = r"\b(Declare|Lib|LoadLibrary|PtrSafe|GetObject|Environ|Evaluate|ExecuteExcel4Macro)\b"
    assert re.findall(banned, "\n".join(CODE.values())) == []


def test_the_only_object_made_is_the_script_host_and_it_runs_at_one_place() -> None:
    text = "\n".join(CODE.values())
    assert set(re.findall(r'CreateObject\("([^"]+)"\)', text)) == {"WScript.Shell"}
    assert len(re.findall(r"\.(?:Run|Exec)\b", text)) == 1
    assert re.findall(r"\bShell\s*\(|\bShell [^)]", text) == []
    assert re.findall(r"cmd(?:\.exe)?\b|powershell", text, re.IGNORECASE) == []


def test_nothing_is_read_or_opened_from_beside_a_workbook() -> None:
    text = "\n".join(CODE.values())
    opened = r"\b(ThisWorkbook\.|Workbooks|Open|Line Input|FileSystemObject|ChDir|ChDrive|CurDir|\.Path)\b"
    found = re.findall(opened, text)
    assert found == [".Path"]  # Application.Path, the folder of Excel
    assert "Application.Path" in CODE["Komputer"]


def test_of_a_workbook_the_launcher_takes_its_full_name_and_the_ribbon_the_block() -> None:
    uses = {name: re.findall(r"ActiveWorkbook\.(\w+)", text) for name, text in CODE.items()}
    assert {name: used for name, used in uses.items() if used} == {"Komputer": ["FullName"], "Pita": ["Worksheets"]}
    assert "ReadBlock" not in CODE["Peluncur"]
    assert "LookUp" not in CODE["Peluncur"]


def test_a_press_hands_over_the_controls_id_alone() -> None:
    press, = re.findall(r"Public Sub TombolOnAction.*?End Sub", CODE["Pita"], re.DOTALL)
    assert re.findall(r"control\.(\w+)", press) == ["Id"]
    assert "LookUp" not in press


def test_the_command_is_built_of_quoted_arguments_and_of_words_that_were_checked() -> None:
    command, = re.findall(r"commandLine = (.+?)\n    If", CODE["Peluncur"], re.DOTALL)
    parts = [part.strip(" _\n") for part in command.split("&")]
    assert parts == ["Quoted(program)", "RUN_MODULE", "aksi", '" "', 'Quoted("--wb="', "WorkbookName())",
                     '" --from_xl=1 "', 'Quoted("--app="', "HostProgram())", '" --hwnd="', "HostWindow()"]
    assert 'RUN_MODULE As String = " -I -B -m kinerja_xl pita "' in CODE["Peluncur"]
    assert 'aksi Like "*[!a-z-]*" Then Exit Sub' in CODE["Peluncur"]
    assert "CStr(Application.Hwnd)" in CODE["Komputer"]  # a number


def test_the_install_record_is_the_users_own_registry() -> None:
    assert re.findall(r"GetSetting\(([^)]+)\)", CODE["Komputer"]) == ['RECORD_APP, RECORD_SECTION, key, ""']
    assert set(re.findall(r'RecordedPath\("(\w+)"\)', CODE["Peluncur"])) == {"Program", "Paket"}
    assert not re.search(r"SaveSetting|DeleteSetting|RegWrite|RegRead", "\n".join(CODE.values()))


@pytest.mark.parametrize("error", [LauncherNotInstalled, BookNameUnusable, LauncherStopped])
def test_the_launcher_says_what_the_list_of_errors_says(error: type[InstallError]) -> None:
    said = {code: (sentence, hint) for code, sentence, hint in re.findall(
        r'ShowMessage "(K\d+)", ("[^_]+?), _\s+"([^\n]+)"\n', CODE["Peluncur"])}
    sentence, hint = said[error.code]
    assert sentence.replace('" & ended & "', "{kode}").strip('"') == error.pattern
    assert hint == error.hint


def analyzed(folder: Path) -> list[str]:
    paths = sorted(str(path) for path in folder.glob("*.[bc][al]s"))
    return [f"{name}: {problem.code} {problem.message}"
            for name, problems in analyze_loose_files(paths).items() for problem in problems]


def test_the_analysis_of_the_modules_finds_nothing() -> None:
    assert analyzed(MACROS) == []


def test_the_analysis_would_find_an_undeclared_name(tmp_path: Path) -> None:
    for name, text in SOURCES.items():
        broken = text.replace("ended = RunAndWait", "endet = RunAndWait") if name == "Peluncur" else text
        suffix = "cls" if "VB_Base" in text else "bas"
        (tmp_path / f"{name}.{suffix}").write_bytes(broken.replace("\n", "\r\n").encode("ascii"))
    assert any("endet" in problem for problem in analyzed(tmp_path))
