"""Whether a shown text is the cell's number in digits: only where it is not, Calc is asked for the cell's format."""

from __future__ import annotations

import pytest

from kinerja_xl.faces.ribbon.calc_contents import shows_itself


@pytest.mark.parametrize(("value", "text"), [
    (20.0, "20"), (-3.0, "-3"), (1234567.0, "1.234.567"), (1234567.0, "1,234,567"), (0.125, "0,13"), (12.5, "12.50"),
    (1234.5, "1.234,5"), (0.0, "0"), (7.6, "8"), (1234.0, "1.234"), (1.234, "1.234")])
def test_digits_rounded_and_grouped_as_any_locale_does_are_the_number(value: float, text: str) -> None:
    assert shows_itself(value, text)


@pytest.mark.parametrize(("value", "text"), [
    (0.85, "85%"), (46023.0, "2026"), (46122.0, "10/04/2026"), (1.0, "TRUE"), (0.5, "12:00"), (46023.0, "2026-01-01"),
    (1234567.0, "1"), (20.0, "20 orang"), (20.0, ""), (1e21, "1E+21"), (0.85, "85")])
def test_a_date_a_per_cent_a_truth_or_anything_else_is_not(value: float, text: str) -> None:
    assert not shows_itself(value, text)
