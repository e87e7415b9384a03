"""A sample of what people do to a filled worksheet; the whole walk is ``python tests/workbook/ubah_manusia.py``."""

from __future__ import annotations

import random

import pytest
from ubah_manusia import JENIS, SAMA, TIDAK_MENOLAK, Hasil, Penilai, Ubah, words

EVERY = [(jenis, ubah) for jenis, daftar in JENIS.items() for ubah in daftar]


@pytest.fixture(scope="module")
def penilai() -> Penilai:
    return Penilai()


@pytest.mark.parametrize(("jenis", "ubah"), EVERY, ids=[ubah.__name__ for _, ubah in EVERY])
def test_what_people_do_is_read_or_told_and_never_a_wrong_number_in_silence(
        penilai: Penilai, jenis: str, ubah: Ubah) -> None:
    assert penilai.try_one(jenis, ubah, random.Random(7)) == ""


@pytest.mark.parametrize("jenis", [SAMA, TIDAK_MENOLAK])
def test_the_judge_sees_a_harmful_change_that_passes_for_a_harmless_one(penilai: Penilai, jenis: str) -> None:
    assert "C101" in penilai.try_one(jenis, words, random.Random(7))


def test_the_judge_sees_a_number_that_changed_in_silence(penilai: Penilai) -> None:
    def other_number(buku: object) -> Hasil:
        sheet, row, column = buku.cell("realisasi_tw2", "LJS-04")  # type: ignore[attr-defined]
        sheet.cell(row, column).value = 64
        return Hasil()

    assert "in silence: ['LJS-04 realisasi_tw2: 63 -> 64']" in penilai.try_one(SAMA, other_number, random.Random(7))
