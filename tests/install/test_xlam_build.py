"""The add-in is what its sources say: built alike each time, shipped as built, each module read back by olevba."""

from __future__ import annotations

from pathlib import Path

import pytest
from oletools.olevba import VBA_Parser

from kinerja_xl.install.xlam import SHIPPED, build, read_macros

MACROS = Path(__file__).parents[2] / "macros"


def test_the_shipped_addin_is_what_the_sources_make_and_two_builds_are_alike() -> None:
    assert build() == build() == SHIPPED.read_bytes()


def test_olevba_gives_back_each_module_identical_to_its_source() -> None:
    parser = VBA_Parser(str(SHIPPED))
    try:
        found = {name.rsplit(".", 1)[0]: code for _, _, name, code in parser.extract_macros()}
    finally:
        parser.close()
    # olevba shows line ends as LF and ends without one
    wanted = {path.stem: path.read_bytes().decode("ascii").replace("\r\n", "\n").rstrip("\n")
              for path in MACROS.glob("*.[bc][al]s")}
    assert len(wanted) == 6
    assert {name: code.replace("\r\n", "\n").rstrip("\n") for name, code in found.items()} == wanted


@pytest.mark.parametrize("source", [b'Attribute VB_Name = "Rusak"\nOption Explicit\n',
                                    b'Attribute VB_Name = "Lain"\r\nOption Explicit\r\n',
                                    b'Attribute VB_Name = "Rusak"\r\nOption Explicit',
                                    b'VERSION 1.0 CLASS\r\nAttribute VB_Name = "Rusak"\r\n'])
def test_a_source_that_excel_would_not_take_is_refused(tmp_path: Path, source: bytes) -> None:
    (tmp_path / "Rusak.bas").write_bytes(source)
    with pytest.raises(ValueError, match=r"Rusak\.bas"):
        read_macros(tmp_path)


def test_a_source_beyond_ascii_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Rusak.bas").write_bytes('Attribute VB_Name = "Rusak"\r\n\' triwulan – dua\r\n'.encode())
    with pytest.raises(ValueError, match="ascii"):
        read_macros(tmp_path)
