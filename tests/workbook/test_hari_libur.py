"""Days off seeded from the library: the SKB 3 Menteri lists of domain facts 7.2."""

from datetime import date

import pytest

from kinerja_xl.workbook.settings.hari_libur import CUTI_BERSAMA, LIBUR_NASIONAL, seed_hari_libur

CUTI_BERSAMA_2026 = [  # domain facts 7.2, the SKB list for 2026
    date(2026, 2, 16), date(2026, 3, 18), date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24), date(2026, 5, 15),
    date(2026, 5, 28), date(2026, 12, 24),
]
LIBUR_NASIONAL_2026 = [
    date(2026, 1, 1), date(2026, 1, 16), date(2026, 2, 17), date(2026, 3, 19), date(2026, 3, 21), date(2026, 3, 22),
    date(2026, 4, 3), date(2026, 4, 5), date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 27), date(2026, 5, 31),
    date(2026, 6, 1), date(2026, 6, 16), date(2026, 8, 17), date(2026, 8, 25), date(2026, 12, 25),
]


def days(jenis: str, *years: int) -> list[date]:
    return [libur.tanggal for libur in seed_hari_libur(years) if libur.jenis == jenis]


def test_the_year_2026_is_the_list_of_the_joint_decree() -> None:
    assert days(CUTI_BERSAMA, 2026) == CUTI_BERSAMA_2026
    assert days(LIBUR_NASIONAL, 2026) == LIBUR_NASIONAL_2026


@pytest.mark.parametrize(("year", "nasional", "bersama"), [(2024, 19, 10), (2025, 17, 11), (2026, 17, 8)])
def test_each_year_has_as_many_days_off_as_published(year: int, nasional: int, bersama: int) -> None:
    assert len(days(LIBUR_NASIONAL, year)) == nasional
    assert len(days(CUTI_BERSAMA, year)) == bersama


def test_voting_days_and_amended_decrees_are_days_off() -> None:
    assert date(2024, 2, 14) in days(LIBUR_NASIONAL, 2024)  # Pemilu
    assert date(2024, 11, 27) in days(LIBUR_NASIONAL, 2024)  # Pilkada
    assert date(2025, 8, 18) in days(CUTI_BERSAMA, 2025)  # added in mid-year


def test_names_are_in_bahasa_indonesia() -> None:
    names = {libur.tanggal: libur.keterangan for libur in seed_hari_libur([2026])}
    assert names[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert names[date(2026, 3, 18)].startswith("Cuti Bersama")


def test_several_years_come_in_order_and_each_day_once() -> None:
    together = seed_hari_libur([2027, 2026, 2026])
    assert [libur.tanggal for libur in together] == sorted({libur.tanggal for libur in together})
    assert together == seed_hari_libur([2026]) + seed_hari_libur([2027])


def test_no_year_gives_no_day() -> None:
    assert seed_hari_libur([]) == ()
