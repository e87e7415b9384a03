"""The NIP of a PNS: 18 digits of birth, appointment, sex and a number (domain facts 6.3)."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.nip import format_nip, nip_fault

LAHIR = "delapan angka pertama bukan tanggal lahir (tahun, bulan, hari)"
DIANGKAT = "angka ke-9 sampai ke-14 bukan tahun dan bulan pengangkatan"
KELAMIN = "angka ke-15 harus 1 (laki-laki) atau 2 (perempuan)"


@pytest.mark.parametrize(("nip", "sebab"), [
    ("", None), ("198001012005011001", None), ("198505052010052001", None), ("198001012005121001", None),
    ("200402292025011002", None),  # 2004 is a leap year
    ("19800101200501100", "harus 18 angka"), ("1980010120050110011", "harus 18 angka"),
    ("19800101 200501 1 001", "harus 18 angka"), ("19800101200501100A", "harus 18 angka"),
    ("198013012005011001", LAHIR), ("198000012005011001", LAHIR), ("200302292025011002", LAHIR),
    ("198001012005001001", DIANGKAT), ("198001012005131001", DIANGKAT), ("198001011980011001", DIANGKAT),
    ("198001011979011001", DIANGKAT), ("198001011981011001", None),
    ("198001012005010001", KELAMIN), ("198001012005013001", KELAMIN)])
def test_the_number_of_a_pns_is_held_to_what_it_says(nip: str, sebab: str | None) -> None:
    assert nip_fault(nip) == sebab


def test_other_numbers_are_only_held_to_their_length() -> None:
    assert nip_fault("999999999999999999", "PPPK") is None
    assert nip_fault("99999", "PPPK") == "harus 18 angka"


def test_papers_print_it_in_four_groups_and_anything_else_as_it_is() -> None:
    assert format_nip("198001012005011001") == "19800101 200501 1 001"
    for other in ("", "12345", "1980010120050110011", "NI PPPK 1"):
        assert format_nip(other) == other
