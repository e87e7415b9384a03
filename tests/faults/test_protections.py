"""The table of protections is whole, and the command that switches them off can tell red from green."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from protections import PERLINDUNGAN, Perlindungan
from switch_off import FAULTS, run_tests

ROOT = Path(__file__).parents[2]


def test_every_fault_has_a_protection_that_stands_where_the_table_says() -> None:
    assert {perlindungan.nomor for perlindungan in PERLINDUNGAN} == set(FAULTS)
    for perlindungan in PERLINDUNGAN:
        place, _, names = perlindungan.tempat.partition(":")
        tree = ast.parse((ROOT / "kinerja_xl" / f"{place.replace('.', '/')}.py").read_text(encoding="utf-8"))
        found: ast.AST = tree
        for name in names.split("."):
            found = next(node for node in ast.walk(found) if name in (
                getattr(node, "name", None), *(target.id for target in getattr(node, "targets", ())
                                               if isinstance(target, ast.Name))))


@pytest.mark.parametrize("perlindungan", PERLINDUNGAN, ids=lambda p: f"{p.nomor} {p.apa}")
def test_every_protection_has_its_test(perlindungan: Perlindungan) -> None:
    file, _, name = perlindungan.uji.partition("::")
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_a_protection_that_is_off_is_noticed_and_one_that_no_test_minds_too() -> None:
    place = next(n for n, perlindungan in enumerate(PERLINDUNGAN) if perlindungan.nomor == 10)
    assert run_tests([PERLINDUNGAN[place].uji], place)[0] == 1
    unminded = next(n for n, perlindungan in enumerate(PERLINDUNGAN) if perlindungan.nomor == 21)
    assert run_tests([PERLINDUNGAN[place].uji], unminded)[0] == 0
