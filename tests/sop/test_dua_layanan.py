"""A sample of dua_layanan.py: two services on one data folder, the working one killed while it works."""

from __future__ import annotations

from pathlib import Path

from dua_layanan import play


def test_each_worksheet_is_handled_once_whichever_of_two_services_is_killed(tmp_path: Path) -> None:
    hasil = play(tmp_path, lembar=12, mati=4, acak=7)
    assert (hasil.kesalahan, hasil.mati) == ((), 4)
    assert hasil.diambil_alih >= 1
