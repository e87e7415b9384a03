"""Checks adoption against the real workbook of 2018, which is not ours to ship: ``python tests/adopsi/periksa_nyata.py
FILE.xlsx``. Prints every difference from what a person read in it, and ends with 1 where there is any."""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from pathlib import Path

from buku_evaluasi import NYATA, expected_json, expected_rows

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.hasil import same
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.adopsi.read_source import read_source

MOST_QUESTIONS = 10


def check(path: Path) -> list[str]:
    """Every difference, in words."""
    data = path.read_bytes()
    preflight(data, path.name)
    hasil = adopt(read_source(data, path.name), path.name, Koreksi())
    found, wanted = hasil.as_json()["baris"], expected_json(expected_rows())
    assert isinstance(found, list)
    wrong = [f"{row['sumber']} {key}: {row[key]!r}, a person read {right[key]!r}"
             for row, right in zip(found, wanted, strict=False) for key in right if row[key] != right[key]]
    if len(found) != len(wanted):
        wrong.append(f"{len(found)} rows, a person read {len(wanted)}")
    values = [part for row in wanted for value in row.values()
              for part in (value if isinstance(value, list) else [value])]
    cells = sum(value is not None for value in values)
    banding = {b.sumber.partition("!")[2]: b for b in hasil.daftar_banding}
    with (NYATA / "evaluasi-renja-2018-cetak.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wrong += compare(row, banding)
    if len(hasil.daftar_pertanyaan) > MOST_QUESTIONS:
        wrong.append(f"{len(hasil.daftar_pertanyaan)} questions")
    agree = sum(b.cocok for b in hasil.daftar_banding)
    print(f"{len(found)} rows, {cells} values, {agree} printed results computed again and equal, "
          f"{len(hasil.daftar_pertanyaan)} questions, {len(wrong)} differences")
    return wrong


def compare(row: dict[str, str], banding: dict[str, object]) -> list[str]:
    """What is wrong with one printed figure: it must be compared, and equal unless a person saw that it is wrong."""
    b = banding.get(row["sel"])
    if b is None:
        return [f"{row['sel']} was not compared"]
    unit = 1 if same(b.tercetak, Decimal(row["tercetak"])) else 1000
    if not same(b.tercetak / unit, Decimal(row["tercetak"])):
        return [f"{row['sel']}: printed {b.tercetak}, a person read {row['tercetak']}"]
    expected = not row["menurut baris data"].startswith("tidak cocok")
    return [] if b.cocok is expected else [f"{row['sel']}: computed {b.dihitung} ({b.cara})"]


if __name__ == "__main__":
    differences = check(Path(sys.argv[1]))
    print("\n".join(differences))
    sys.exit(bool(differences))
