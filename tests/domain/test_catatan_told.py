"""Several catatan told in one message: twenty at most, only those that refuse; and quotes that fit into one."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.catatan import Catatan, Tingkat, menolak, quote, told


def catatan(number: int, tingkat: Tingkat = Tingkat.TOLAK) -> Catatan:
    return Catatan("C101", tingkat, "Indikator", f"K{number}", "Isi “x” bukan angka.")


@pytest.mark.parametrize(("count", "lines", "rest"), [(1, 1, ""), (20, 20, ""), (21, 20, "dan 1 lainnya."),
                                                      (45, 20, "dan 25 lainnya.")])
def test_twenty_are_told_and_the_rest_counted(count: int, lines: int, rest: str) -> None:
    facts = told([catatan(n) for n in range(count)])
    assert facts["jumlah"] == count
    text = str(facts["rincian"])
    assert text.count("bukan angka") == lines
    assert text.endswith(rest or "bukan angka.")
    assert ("lainnya" in text) is bool(rest)


def test_what_does_not_refuse_is_kept_for_the_letter_and_not_told() -> None:
    mixed = [catatan(1), catatan(2, Tingkat.PERINGATAN), catatan(3, Tingkat.INFO)]
    assert told(mixed) == {"jumlah": 1, "rincian": "Indikator!K1: Isi “x” bukan angka.", "daftar_catatan": tuple(mixed)}
    assert menolak(mixed)
    assert not menolak(mixed[1:])


def test_a_catatan_without_a_cell_names_its_sheet_alone() -> None:
    assert catatan(1)._replace(sel="").tempat == "Indikator"


@pytest.mark.parametrize(("length", "shown"), [(59, 59), (60, 60), (61, 60), (500, 60)])
def test_a_quote_is_cut_to_sixty_letters(length: int, shown: int) -> None:
    assert len(quote("a" * length)) == shown
    assert quote("a" * length).endswith("…") is (length > 60)
    assert quote("b" * 58 + "  cd") == "b" * 58 + "…"  # no blank before the dots
