"""Nothing that lies beside a workbook is run by a click, with that folder as LibreOffice's current one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from jebakan import Jebakan
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik


@pytest.fixture
def beside(kantor: KantorKlik, jebakan: Jebakan) -> Path:
    """A worksheet between the traps, with the sheets from which xlwings' own launcher takes settings."""
    path = jebakan.folder / "Lembar Kerja PFM TW I 2026.xlsx"
    book = openpyxl.load_workbook(kantor.waiting("PFM/Kabid"))
    for name in ("kinerja.conf", "xlwings.conf"):
        sheet = book.create_sheet(name)
        for row in (("INTERPRETER_UNIX", str(jebakan.folder / "python")), ("PYTHONPATH", str(jebakan.folder)),
                    ("PROGRAM", str(jebakan.folder / "kinerja"))):
            sheet.append(row)
    book.save(path)
    path.chmod(0o666)
    return path


@pytest.mark.parametrize("label", ["Bantuan", "Periksa Isian", "Status", "Buat Dokumen", "Tarik Kembali"])
def test_no_trap_beside_the_workbook_is_sprung(layar: JendelaCalc, jebakan: Jebakan, beside: Path, label: str) -> None:
    assert Path(f"/proc/{layar.process.pid}/cwd").resolve() == jebakan.folder
    model = layar.open(beside)
    layar.press(label)
    layar.wait_for(lambda: layar.has_box() or model.CurrentController.ActiveSheet.Name == "Petunjuk", "an answer")
    while layar.has_box():
        layar.answer()
    layar.idle()
    assert jebakan.sprung() == []
    assert jebakan.untouched()


def test_the_traps_work_where_a_program_is_careless(layar: JendelaCalc, jebakan: Jebakan) -> None:
    careless = f"cd '{jebakan.folder}' && ./kinerja && '{layar.akun.python}' -c 'import json, xlwings, kinerja_xl'"
    assert layar.akun.run("sh", "-c", careless).returncode == 0
    assert {"kinerja", "json.py", "xlwings.py", "kinerja_xl.py"} & set(jebakan.sprung()) >= {"kinerja", "json.py"}
    for cache in jebakan.folder.rglob("__pycache__"):
        for file in cache.iterdir():
            file.unlink()
        cache.rmdir()
