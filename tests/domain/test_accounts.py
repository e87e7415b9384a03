"""Whose account saved a worksheet: registered with its domain or without, in any letters (sheet Kebijakan)."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.lembar.akun import check_account, is_account
from kinerja_xl.domain.office import Pejabat
from kinerja_xl.domain.roles import Peran

TEMPAT = Letak("Disposisi", "")


@pytest.mark.parametrize(("pemilik", "akun", "sama"), [
    ("JENEPONTO\\siti", "siti", True), ("JENEPONTO\\Siti ", " SITI", True), ("siti", "siti", True),
    ("JENEPONTO\\siti", "JENEPONTO\\siti", True), ("LAIN\\siti", "JENEPONTO\\siti", False),
    ("siti", "JENEPONTO\\siti", False), ("JENEPONTO\\sitia", "siti", False), ("JENEPONTO\\budi", "siti", False)])
def test_an_account_without_its_domain_is_of_any_domain(pemilik: str, akun: str, sama: bool) -> None:
    assert is_account(pemilik, akun) is sama


def test_another_account_or_none_registered_is_remarked_and_one_of_several_is_enough() -> None:
    siti = Pejabat("Siti", "198505052010052001", Peran.KABID, "PFM", None, akun=("siti", "siti.pfm"))
    assert list(check_account(siti, "JENEPONTO\\siti.pfm", TEMPAT)) == []
    (other,) = check_account(siti, "JENEPONTO\\budi", TEMPAT)
    assert (other.kode, "budi" in other.pesan, "Siti" in other.pesan) == ("C510", True, True)
    nobody = Pejabat("Siti", "198505052010052001", Peran.KABID, "PFM", None)
    assert [catatan.kode for catatan in check_account(nobody, "JENEPONTO\\siti", TEMPAT)] == ["C511"]
