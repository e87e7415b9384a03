"""Quarters: their names, their last day, and what names none."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja_xl.domain.periods import Periode


@pytest.mark.parametrize(("triwulan", "label", "folder", "akhir"), [
    (1, "TW I 2026", "2026 TW I", date(2026, 3, 31)), (2, "TW II 2026", "2026 TW II", date(2026, 6, 30)),
    (3, "TW III 2026", "2026 TW III", date(2026, 9, 30)), (4, "TW IV 2026", "2026 TW IV", date(2026, 12, 31)),
])
def test_a_quarter_is_named_and_ends(triwulan: int, label: str, folder: str, akhir: date) -> None:
    periode = Periode(2026, triwulan)
    assert (periode.label, periode.folder, periode.akhir) == (label, folder, akhir)
    assert Periode.from_label(label) == periode


@pytest.mark.parametrize("label", ["TW V 2026", "TW 1 2026", "TW I"])
def test_what_names_no_quarter_is_none(label: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Periode.from_label(label)


@pytest.mark.parametrize("triwulan", [0, 5])
def test_a_year_has_four_quarters(triwulan: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        Periode(2026, triwulan)
