"""Addresses of cells, as Excel writes them (its last column is XFD, number 16,384)."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.cells import Letak, address, column_letters, column_number


@pytest.mark.parametrize(("letters", "number"), [
    ("A", 1), ("Z", 26), ("AA", 27), ("AZ", 52), ("BA", 53), ("ZZ", 702), ("AAA", 703), ("XFD", 16_384)])
def test_a_column_has_one_number_and_one_name(letters: str, number: int) -> None:
    assert column_number(letters) == number
    assert column_letters(number) == letters
    assert address(14, number) == f"{letters}14"


def test_a_place_tells_its_row_and_column_and_a_sheet_as_a_whole_has_none() -> None:
    assert Letak("Indikator", "BA14").row_and_column == (14, 53)
    assert Letak("Indikator", "").row_and_column == (0, 0)
