"""Each line of ``kinerja periksa-pc`` about Calc is good where the toolbar works, and red where it is not right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from komputer_tiruan import TOOLBAR_VERSION, FakeComputer, linux

from kinerja_xl.install.pasang_calc import pasang_calc
from kinerja_xl.install.periksa_calc import periksa_calc


@pytest.fixture
def pc() -> FakeComputer:
    installed = linux()
    pasang_calc(installed)
    return installed


def record(text: str) -> Callable[[FakeComputer], None]:
    return lambda pc: pc.files.update({pc.catatan: text.encode()})


def gone(pc: FakeComputer) -> None:
    del pc.files[pc.unopkg]


TROUBLE: dict[str, list[Callable[[FakeComputer], None]]] = {
    "LibreOffice": [gone],
    "Bilah alat Calc": [lambda pc: setattr(pc, "toolbar", None), lambda pc: setattr(pc, "toolbar", ("0.0.9", "yes")),
                        lambda pc: setattr(pc, "toolbar", (TOOLBAR_VERSION, "no"))],
    "Catatan pemasangan Calc": [lambda pc: pc.files.pop(pc.catatan), record("{rusak"), record("[]"), record("{}"),
                                lambda pc: pc.files.pop(pc.paket),
                                record('{"program": "/tidak/ada", "paket": "/tidak/ada"}')],
    "Program Calc": [lambda pc: setattr(pc, "said", "0.0.9"), lambda pc: setattr(pc, "said", None),
                     lambda pc: setattr(pc, "local", False), lambda pc: pc.files.pop(pc.catatan),
                     record('{"program": "python", "paket": "/home/sri/kinerja/lib/kinerja_xl/__main__.py"}')],
    "Hubungan dengan Calc": [lambda pc: setattr(pc, "uno", False), lambda pc: pc.files.pop(pc.catatan)],
}
CASES = [pytest.param(name, number, id=f"{name} {number + 1}") for name, ways in TROUBLE.items()
         for number in range(len(ways))]


def test_where_the_toolbar_works_every_line_is_good_and_looking_changes_nothing(pc: FakeComputer) -> None:
    before = dict(pc.files), pc.toolbar
    assert [line for line in periksa_calc(pc) if not line.baik] == []
    assert (dict(pc.files), pc.toolbar) == before


def test_every_line_has_a_trouble_of_its_own_here(pc: FakeComputer) -> None:
    assert [line.nama for line in periksa_calc(pc)] == list(TROUBLE)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_a_line_is_red_and_says_how_to_mend_it(pc: FakeComputer, name: str, number: int) -> None:
    TROUBLE[name][number](pc)
    line = next(line for line in periksa_calc(pc) if line.nama == name)
    assert not line.baik
    assert line.keadaan.endswith(".")
    assert len(line.langkah) > 15


@pytest.mark.parametrize("number", range(6))
def test_what_pasang_can_mend_is_good_after_pasang(pc: FakeComputer, number: int) -> None:
    TROUBLE["Catatan pemasangan Calc"][number](pc)
    pc.files[pc.paket] = b"main()"
    pasang_calc(pc)
    assert all(line.baik for line in periksa_calc(pc))
