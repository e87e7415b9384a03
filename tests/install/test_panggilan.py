"""The command line of ``kinerja pita`` is read strictly, and a workbook's name is kept whole."""

from __future__ import annotations

import pytest

from kinerja_xl.errors import UnknownOption
from kinerja_xl.install.panggilan import Panggilan, parse_panggilan


def test_a_typed_command_needs_only_the_action() -> None:
    assert parse_panggilan(["periksa"]) == Panggilan("periksa", "", "", 0, dari_pita=False)


def test_an_equals_sign_belongs_to_the_name() -> None:
    assert parse_panggilan(["kirim", "--wb=C:\\a=b.xlsx", "--from_xl=1"]).buku == "C:\\a=b.xlsx"


@pytest.mark.parametrize("arguments", [[], ["hapus"], ["--wb=a"], ["periksa", "a.xlsx"], ["periksa", "--interpreter=x"],
                                       ["periksa", "--wb"], ["periksa", "--wb=a", "--wb=b"], ["periksa", "--hwnd=0x1"]])
def test_anything_else_is_no_call_of_a_button(arguments: list[str]) -> None:
    with pytest.raises(UnknownOption):
        parse_panggilan(arguments)
