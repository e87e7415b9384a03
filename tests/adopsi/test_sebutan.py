"""What staff read of a column's meaning and a row's kind, and type again: each name says what it was made from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.adopsi.istilah import Arti, Makna
from kinerja_xl.domain.adopsi.sebutan import every_kind, every_meaning, name_meaning, parse_kind, parse_meaning


@pytest.mark.parametrize(("makna", "sebutan"), [
    (Makna(Arti.SATUAN), "Satuan"), (Makna(Arti.PAGU), "Pagu"),
    (Makna(Arti.PAGU, faktor=Decimal(1000)), "Pagu (ribuan)"),
    (Makna(Arti.PAGU, faktor=Decimal(1_000_000)), "Pagu (jutaan)"), (Makna(Arti.TARGET_TW, 4), "Target TW IV"),
    (Makna(Arti.REALISASI_TW, 2, sampai_dengan=True), "Realisasi TW II s.d."),
    (Makna(Arti.ANGGARAN_TW, 1, Decimal(1000)), "Realisasi anggaran TW I (ribuan)")])
def test_a_meaning_is_named_and_read_again(makna: Makna, sebutan: str) -> None:
    assert name_meaning(makna) == sebutan
    assert parse_meaning(f"  {sebutan.upper()} ") == makna


@pytest.mark.parametrize("teks", ["", "Ukuran", "Target", "Satuan TW I", "Target TW V", "Pagu (miliaran)"])
def test_a_name_that_says_nothing_or_too_little_is_none(teks: str) -> None:
    assert parse_meaning(teks) is None


def test_every_name_that_is_offered_is_read_again_and_none_twice() -> None:
    offered = every_meaning()
    assert len(set(offered)) == len(offered)
    assert [name_meaning(makna) for teks in offered if (makna := parse_meaning(teks))] == list(offered)
    for some in ("Satuan", "Target TW I", "Target TW II", "Target TW III", "Target TW IV", "Pagu (ribuan)",
                 "Realisasi anggaran TW IV (ribuan)"):
        assert some in offered
    assert "Satuan (ribuan)" not in offered
    assert "Target TW I (ribuan)" not in offered


def test_every_kind_that_is_offered_is_read_again() -> None:
    assert every_kind()[-1] == "Dilewati"
    assert parse_kind(" sub  kegiatan ") == "sub_kegiatan"
    assert parse_kind("DILEWATI") == "dilewati"
    assert parse_kind("Bab") is None
    assert None not in [parse_kind(teks) for teks in every_kind()]
