"""The sample office's workbooks as text, read by eye once and compared ever after.

``PERBARUI_GOLDEN=1 pytest tests/sop/test_golden_worksheets.py`` writes them anew; the reason goes into the commit.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KASUBID, KantorUji

from kinerja_xl.workbook.dump import dump_workbook

GOLDEN = Path(__file__).parents[1] / "golden"
CODE = re.compile(r"\b[0-9A-F]{4}-[0-9A-F]{4}\b")  # of the ledger's chain: another in every office


def hold(name: str, path: Path) -> None:
    text = CODE.sub("KODE", dump_workbook(path.read_bytes(), path.name))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("PERBARUI_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "path"), [
    ("pengaturan", "Perencanaan/Pengaturan.xlsx"),
    ("rencana_aksi", "Perencanaan/Rencana Aksi 2026.xlsx"),
    ("lembar_kerja_linjamsos", "LINJAMSOS/Kabid/Masuk/Lembar Kerja LINJAMSOS TW I 2026.xlsx"),
    ("lembar_kerja_sekretariat", "SEKRETARIAT/Sekretaris/Masuk/Lembar Kerja SEKRETARIAT TW I 2026.xlsx"),
])
def test_a_workbook_of_a_new_office_reads_as_it_was_read_by_eye(kantor: KantorUji, name: str, path: str) -> None:
    hold(name, kantor.akar / path)


def test_a_worksheet_with_catatan_reads_as_it_was_read_by_eye(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    kantor.act(ANALIS, "Kirim")
    hold("lembar_kerja_dengan_catatan", kantor.waiting(ANALIS))


def test_a_worksheet_on_its_way_reads_as_it_was_read_by_eye(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    hold("lembar_kerja_bahan_diserahkan", kantor.waiting(KASUBID))
