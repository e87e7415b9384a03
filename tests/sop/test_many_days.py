"""Weeks of an office, day by day through the service's pass; six years are a command of their own (CONTRIBUTING)."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from enam_tahun import BIDANG, check, given, play

LOOKS = (time(6, 30), time(9, 5), time(22, 0))


@pytest.mark.parametrize(("mulai", "sampai", "gap"), [
    # Idul Fitri on 10 April 2024: the 16th; the service is off over that day
    ((2024, 3, 25), (2024, 4, 30), ((2024, 4, 15), (2024, 4, 21))),
    # 10 January 2026 is a Saturday; the yearly report of 2025 is due on 3 February
    ((2026, 1, 5), (2026, 2, 10), ((2026, 1, 22), (2026, 1, 28))),
])
def test_each_quarter_is_issued_once_and_each_reminder_given_once(
        tmp_path: Path, mulai: tuple[int, int, int], sampai: tuple[int, int, int],
        gap: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    first, last = date(*mulai), date(*sampai)
    hasil = play(tmp_path, first, last, ((date(*gap[0]), date(*gap[1])),), seed=7, looks=LOOKS, restarts=0.1)
    assert check(hasil, first, last) == []
    assert len(hasil.terbit) == len(BIDANG)
    assert hasil.mulai_ulang > 0
    assert {"H-3", "batas", "terlambat", "diteruskan kepada atasan"} <= {jenis for _, _, jenis in given(hasil)}
