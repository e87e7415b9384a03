"""Recalculate workbooks in one headless LibreOffice.

Two halves in one file. ``Calc`` (the tests' interpreter) starts this file with the system's Python, which has UNO,
and hands it one JSON job per line; the other half starts LibreOffice with a profile of its own, opens the workbook,
types values, calculates everything anew and answers with what the cells then show.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
START_SECONDS = 60


class Calc:
    """One LibreOffice for a whole test session; use as a context manager."""

    def __enter__(self) -> Calc:
        self._folder = tempfile.TemporaryDirectory(prefix="kinerja-calc-")
        self._process = subprocess.Popen([SYSTEM_PYTHON, __file__, self._folder.name], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=START_SECONDS)
        self._process.stdout.close()
        self._folder.cleanup()

    def recalculate(self, data: bytes, typed: dict[tuple[str, str], object],
                    wanted: list[tuple[str, str]]) -> dict[tuple[str, str], float | str]:
        """What the wanted (sheet, cell) show once ``typed`` stands in the sheet; ``("85%",)`` types 85 per cent."""
        path = Path(self._folder.name, "lembar.xlsx")
        path.write_bytes(data)
        job = {"berkas": str(path), "isi": [[*place, value] for place, value in typed.items()],
               "baca": [list(place) for place in wanted]}
        answer = self._ask(job)
        return dict(zip(wanted, answer, strict=True))

    def resave(self, data: bytes) -> bytes:
        """The workbook as LibreOffice saves it after opening and recalculating it."""
        path, saved = Path(self._folder.name, "lembar.xlsx"), Path(self._folder.name, "simpan.xlsx")
        path.write_bytes(data)
        self._ask({"berkas": str(path), "isi": [], "baca": [], "simpan": str(saved)})
        return saved.read_bytes()

    def run_macros(self, data: bytes, suffix: str, calls: list[tuple[str, list[object]]]) -> list[object]:
        """What macros of a workbook answer, one after the other; a call is ("Module.Function", arguments)."""
        path = Path(self._folder.name, f"makro{suffix}")
        path.write_bytes(data)
        return self._ask({"berkas": str(path), "makro": calls})

    def _ask(self, job: dict) -> list:
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "LibreOffice atau python3-uno tidak berjalan; pasang libreoffice-calc dan python3-uno"
        answer = json.loads(line)
        assert "galat" not in answer, answer
        return answer["nilai"]


# --- the half that runs under the system's Python

def serve(folder: str) -> None:
    """Answer the jobs of standard input until it is closed."""
    import uno

    name = f"kinerja-{os.getpid()}"
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("soffice is missing")
    profile = Path(folder, "profil").as_uri()
    process = subprocess.Popen([office, "--headless", "--norestore", "--nologo", "--nodefault",
                                f"-env:UserInstallation={profile}", f"--accept=pipe,name={name};urp;"],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desktop = _connect(uno, name, process)
    try:
        for line in sys.stdin:
            print(json.dumps(_answer(uno, desktop, json.loads(line))), flush=True)
    finally:
        desktop.terminate()
        process.wait(timeout=START_SECONDS)


def _connect(uno, name: str, process: subprocess.Popen):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            remote = resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except Exception:  # the pipe is not there yet
            time.sleep(0.1)
        else:
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    raise SystemExit("LibreOffice did not start")


def _answer(uno, desktop, job: dict) -> dict:
    return _run_macros(uno, desktop, job) if "makro" in job else _recalculate(uno, desktop, job)


def _run_macros(uno, desktop, job: dict) -> dict:
    hidden, allowed = (uno.createUnoStruct("com.sun.star.beans.PropertyValue") for _ in range(2))
    hidden.Name, hidden.Value = "Hidden", True
    allowed.Name, allowed.Value = "MacroExecutionMode", 4  # document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN
    document = desktop.loadComponentFromURL(Path(job["berkas"]).as_uri(), "_blank", 0, (hidden, allowed))
    try:
        scripts = document.getScriptProvider()
        place = "vnd.sun.star.script:VBAProject.{}?language=Basic&location=document"
        return {"nilai": [scripts.getScript(place.format(name)).invoke(tuple(arguments), (), ())[0]
                          for name, arguments in job["makro"]]}
    except Exception as error:
        return {"galat": str(error)}
    finally:
        document.close(True)


def _recalculate(uno, desktop, job: dict) -> dict:
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(Path(job["berkas"]).as_uri(), "_blank", 0, (hidden,))
    try:
        document.enableAutomaticCalculation(False)  # or every typed value would recalculate the whole book
        document.addActionLock()
        sheets = {name: document.Sheets.getByName(name) for name in {place[0] for place in job["isi"] + job["baca"]}}
        for sheet, address, value in job["isi"]:
            _type(uno, document, sheets[sheet].getCellRangeByName(address), value)
        document.calculateAll()
        values = _shown(sheets, job["baca"])
        if "simpan" in job:
            document.removeActionLock()
            as_xlsx = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
            as_xlsx.Name, as_xlsx.Value = "FilterName", "Calc MS Excel 2007 XML"
            document.storeToURL(Path(job["simpan"]).as_uri(), (as_xlsx,))
        return {"nilai": values}
    except Exception as error:
        return {"galat": str(error)}
    finally:
        document.close(True)


def _type(uno, document, cell, value: object) -> None:
    if isinstance(value, list):  # ["85%"]
        cell.setValue(float(value[0].rstrip("%")) / 100)
        locale = uno.createUnoStruct("com.sun.star.lang.Locale")
        cell.NumberFormat = document.NumberFormats.getStandardFormat(128, locale)  # util.NumberFormat.PERCENT
    elif isinstance(value, str):
        cell.setString(value)
    elif value is not None:
        cell.setValue(value)


def _shown(sheets: dict, wanted: list) -> list:
    """What the wanted cells show; each sheet is read at once, a cell with an error alone."""
    blocks = {}
    for name, sheet in sheets.items():
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        blocks[name] = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
    values = []
    for name, address in wanted:
        letters = address.rstrip("0123456789")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        value = blocks[name][int(address[len(letters):]) - 1][column - 1]
        if not isinstance(value, (float, str)):
            value = f"#GALAT {sheets[name].getCellRangeByName(address).getError()}"
        values.append(value)
    return values


if __name__ == "__main__":
    serve(sys.argv[1])
