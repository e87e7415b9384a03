"""Nothing that lies beside a workbook is run by a click, with that folder as LibreOffice's current one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from jebakan import Jebakan
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import MejaKlik
from pengintai import Pengintai

from kinerja_xl.install.tombol import DAFTAR_TOMBOL


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
    del book.defined_names["pita_tombol"]  # so that every button is there and can be pressed
    book.save(path)
    path.chmod(0o666)
    return path


LABELS = [one.label for one in DAFTAR_TOMBOL]


@pytest.mark.parametrize("label", LABELS)
def test_no_trap_beside_the_workbook_is_even_opened(layar: JendelaCalc, jebakan: Jebakan, beside: Path,
                                                    kantor: KantorKlik, label: str) -> None:
    assert Path(f"/proc/{layar.process.pid}/cwd").resolve() == jebakan.folder
    layar.open(beside)
    with Pengintai(jebakan.folder) as pengintai:
        MejaKlik(layar, kantor).start(label)
        layar.speaks_or_has_ended()
        while layar.has_box():
            layar.dismiss()
        layar.idle()
        opened = pengintai.opened()
    assert opened & jebakan.names == set()
    assert jebakan.sprung() == []
    assert jebakan.untouched()


def test_who_opens_a_trap_is_seen(jebakan: Jebakan) -> None:
    with Pengintai(jebakan.folder) as pengintai:
        (jebakan.folder / "json.py").read_bytes()
        (jebakan.folder / "kinerja_xl" / "__init__.py").read_bytes()
        assert pengintai.opened() == {"json.py", "__init__.py"}
        assert pengintai.opened() == set()


def test_the_traps_work_where_a_program_is_careless(layar: JendelaCalc, jebakan: Jebakan) -> None:
    careless = f"cd '{jebakan.folder}' && ./kinerja && '{layar.akun.python}' -c 'import json, xlwings, kinerja_xl'"
    assert layar.akun.run("sh", "-c", careless).returncode == 0
    assert {"kinerja", "json.py", "xlwings.py", "kinerja_xl.py"} & set(jebakan.sprung()) >= {"kinerja", "json.py"}
    for cache in jebakan.folder.rglob("__pycache__"):
        for file in cache.iterdir():
            file.unlink()
        cache.rmdir()
