"""Working days and minutes, with the arithmetic beside each expectation.

April 2026: Friday the 3rd (Wafat Yesus Kristus) is a day off, Friday the 10th and Monday the 13th are ordinary.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waktu_uji import BIASA, JUMAT, RAMADAN, SENIN_KAMIS, WITA, at, kalender, libur

from kinerja_xl.domain.office import JamHari, JamKerja
from kinerja_xl.domain.sop.working_time import Kalender
from kinerja_xl.workbook.settings.hari_libur import seed_hari_libur

BIASA_SAJA = kalender()
JUMAT_LIBUR = kalender(date(2026, 4, 3))
BULAN_PUASA = Kalender((BIASA, RAMADAN), ())


@pytest.mark.parametrize(("year", "days"), [(2022, 246), (2023, 239), (2024, 238), (2025, 237), (2026, 240),
                                            (2027, 242)])
def test_working_days_per_year_are_those_of_the_oracle(year: int, days: int) -> None:
    kal = Kalender((BIASA,), seed_hari_libur([year]))
    every_day = (date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days))
    assert sum(kal.is_working_day(hari) for hari in every_day) == days


def test_a_year_without_a_holiday_table_has_its_weekends_only() -> None:
    kal = Kalender((BIASA,), seed_hari_libur([2026]))
    assert kal.is_working_day(date(2031, 1, 1))  # a Wednesday; the table ends in 2026
    assert not kal.is_working_day(date(2031, 1, 4))  # a Saturday
    # 2031 has 365 days and begins on a Wednesday: 52 weeks x 5 + that Wednesday (31 December) = 261
    assert sum(kal.is_working_day(date(2031, 1, 1) + timedelta(n)) for n in range(365)) == 261


def test_the_next_working_day_of_a_working_day_is_itself() -> None:
    assert JUMAT_LIBUR.next_working_day(date(2026, 4, 2)) == date(2026, 4, 2)
    assert JUMAT_LIBUR.next_working_day(date(2026, 4, 3)) == date(2026, 4, 6)  # Friday off, weekend, Monday


def test_working_days_are_counted_after_the_day() -> None:
    assert JUMAT_LIBUR.add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 6)
    assert JUMAT_LIBUR.add_working_days(date(2026, 4, 2), 5) == date(2026, 4, 10)  # 6, 7, 8, 9, 10
    assert JUMAT_LIBUR.add_working_days(date(2026, 4, 4), 0) == date(2026, 4, 6)
    assert JUMAT_LIBUR.add_working_days(date(2026, 4, 4), 1) == date(2026, 4, 6)  # first working day after Saturday


def test_a_negative_number_of_days_or_minutes_is_an_error() -> None:
    with pytest.raises(ValueError, match="-1"):
        BIASA_SAJA.add_working_days(date(2026, 4, 2), -1)
    with pytest.raises(ValueError, match="-1"):
        BIASA_SAJA.add_working_minutes(at("2026-04-10 08.00"), -1)


def test_a_calendar_without_office_hours_is_an_error() -> None:
    with pytest.raises(ValueError, match="no office hours"):
        Kalender((JamKerja({}),), ())
    with pytest.raises(ValueError, match="no office hours"):
        Kalender((RAMADAN,), ())
    with pytest.raises(ValueError, match="no office hours"):
        Kalender((JamKerja({0: JamHari(time(8), time(8), time(8), time(8))}),), ())


@pytest.mark.parametrize(("saat", "buka"), [
    ("2026-04-10 09.05", "2026-04-10 09.05"),  # inside
    ("2026-04-10 07.30", "2026-04-10 07.30"),  # just open
    ("2026-04-10 05.00", "2026-04-10 07.30"),  # before
    ("2026-04-10 12.15", "2026-04-10 13.00"),  # Friday's break 11.30-13.00
    ("2026-04-09 12.15", "2026-04-09 13.00"),  # Thursday's break 12.00-13.00
    ("2026-04-09 11.45", "2026-04-09 11.45"),  # Thursday still works at 11.45
    ("2026-04-10 16.30", "2026-04-13 07.30"),  # closing: the day is over
    ("2026-04-11 10.00", "2026-04-13 07.30"),  # Saturday
    ("2026-04-02 16.00", "2026-04-06 07.30"),  # Thursday's closing; Friday the 3rd off, weekend
])
def test_the_opening_is_now_or_the_next_moment_of_office_hours(saat: str, buka: str) -> None:
    assert JUMAT_LIBUR.opening(at(saat)) == at(buka)


@pytest.mark.parametrize(("mulai", "selesai", "menit"), [
    ("2026-04-10 15.45", "2026-04-13 07.45", 60),  # 15.45-16.30 = 45, 07.30-07.45 = 15
    ("2026-04-09 11.30", "2026-04-09 13.30", 60),  # 11.30-12.00 = 30, 13.00-13.30 = 30
    ("2026-04-10 11.00", "2026-04-10 13.30", 60),  # 11.00-11.30 = 30, 13.00-13.30 = 30
    ("2026-04-09 00.00", "2026-04-10 00.00", 450),  # 07.30-12.00 = 270, 13.00-16.00 = 180
    ("2026-04-10 00.00", "2026-04-11 00.00", 450),  # 07.30-11.30 = 240, 13.00-16.30 = 210
    ("2026-04-06 00.00", "2026-04-13 00.00", 2250),  # 5 x 450 = 37 hours 30 minutes
    ("2026-04-02 15.30", "2026-04-06 08.00", 60),  # 15.30-16.00 = 30, Friday off, 07.30-08.00 = 30
    ("2026-04-11 08.00", "2026-04-12 20.00", 0),  # a weekend
    ("2026-04-10 18.00", "2026-04-13 06.00", 0),  # only outside office hours
    ("2026-04-10 10.00", "2026-04-10 09.00", 0),  # backwards
])
def test_working_minutes_leave_out_breaks_nights_and_days_off(mulai: str, selesai: str, menit: int) -> None:
    assert JUMAT_LIBUR.working_minutes(at(mulai), at(selesai)) == menit


@pytest.mark.parametrize(("mulai", "menit", "selesai"), [
    ("2026-04-10 15.45", 60, "2026-04-13 07.45"),  # 45 minutes left on Friday, 15 on Monday
    ("2026-04-10 16.15", 15, "2026-04-10 16.30"),  # exactly until closing: still that day
    ("2026-04-10 16.15", 16, "2026-04-13 07.31"),  # one minute more
    ("2026-04-10 11.20", 15, "2026-04-10 13.05"),  # 10 before the break, 5 after
    ("2026-04-11 08.00", 15, "2026-04-13 07.45"),  # received on a Saturday
    ("2026-04-02 15.30", 60, "2026-04-06 08.00"),  # 30 on Thursday, Friday off, 30 on Monday
    ("2026-04-10 20.00", 0, "2026-04-13 07.30"),
])
def test_added_minutes_run_only_in_office_hours(mulai: str, menit: int, selesai: str) -> None:
    assert JUMAT_LIBUR.add_working_minutes(at(mulai), menit) == at(selesai)


def test_seconds_do_not_make_a_minute() -> None:
    received = at("2026-04-10 08.00") + timedelta(seconds=30)
    assert BIASA_SAJA.working_minutes(received, at("2026-04-10 08.02")) == 1  # 90 seconds


def test_ramadan_has_its_own_hours_and_the_year_has_them_before_and_after() -> None:
    # Wednesday 18 February still 07.30-16.00; Thursday 19 February 08.00-15.00 less half an hour = 390 minutes
    assert BULAN_PUASA.working_minutes(at("2026-02-18 00.00"), at("2026-02-19 00.00")) == 450
    assert BULAN_PUASA.working_minutes(at("2026-02-19 00.00"), at("2026-02-20 00.00")) == 390
    # a whole week of Ramadan: 5 x 390 = 32 hours 30 minutes (domain facts 7.1); Friday 08.00-15.30 less an hour = 390
    assert BULAN_PUASA.working_minutes(at("2026-02-23 00.00"), at("2026-02-28 00.00")) == 1950
    assert BULAN_PUASA.add_working_minutes(at("2026-02-18 15.45"), 60) == at("2026-02-19 08.45")  # 15 + 45
    assert BULAN_PUASA.opening(at("2026-03-20 06.00")) == at("2026-03-20 07.30")  # Ramadan ended the day before


def test_the_last_day_of_ramadan_still_has_its_hours() -> None:
    # Thursday 19 March: 08.00-15.00 less half an hour = 390 minutes, not the year's 450
    assert BULAN_PUASA.working_minutes(at("2026-03-19 00.00"), at("2026-03-20 00.00")) == 390


@pytest.mark.parametrize(("mulai", "sampai"), [(None, date(2026, 3, 19)), (date(2026, 2, 19), None)])
def test_hours_that_begin_or_end_are_not_those_of_the_whole_year(mulai: date | None, sampai: date | None) -> None:
    with pytest.raises(ValueError, match="no office hours"):
        Kalender((replace(BIASA, mulai=mulai, sampai=sampai),), ())


def test_a_day_missing_from_the_ramadan_table_is_free() -> None:
    short = JamKerja({0: SENIN_KAMIS, 4: JUMAT}, date(2026, 2, 19), date(2026, 3, 19))
    kal = Kalender((BIASA, short), ())
    assert kal.next_working_day(date(2026, 2, 24)) == date(2026, 2, 27)  # Tuesday to Friday


def test_a_day_off_wins_over_ramadan_hours() -> None:
    kal = Kalender((RAMADAN, BIASA), libur(date(2026, 3, 18)))
    assert not kal.is_working_day(date(2026, 3, 18))


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(WITA))
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
tables = st.sampled_from([BIASA_SAJA, JUMAT_LIBUR, BULAN_PUASA, Kalender((BIASA, RAMADAN), seed_hari_libur([2026]))])


@given(tables, moments, st.integers(0, 5000))
def test_counting_gives_back_the_minutes_that_were_added(kal: Kalender, saat: datetime, menit: int) -> None:
    assert kal.working_minutes(saat, kal.add_working_minutes(saat, menit)) == menit


@given(tables, moments, st.integers(1, 5000))
def test_added_minutes_end_within_a_working_day_after_the_start(kal: Kalender, saat: datetime, menit: int) -> None:
    end = kal.add_working_minutes(saat, menit)
    assert end > saat
    assert kal.is_working_day(end.date())


@given(tables, moments, moments)
def test_adding_the_counted_minutes_never_passes_the_end(kal: Kalender, a: datetime, b: datetime) -> None:
    mulai, selesai = kal.opening(min(a, b)), max(a, b)
    if mulai <= selesai:
        assert kal.add_working_minutes(mulai, kal.working_minutes(mulai, selesai)) <= selesai


@given(tables, dates, dates, st.integers(0, 30), st.integers(0, 30))
def test_more_or_later_working_days_never_end_earlier(
        kal: Kalender, a: date, b: date, m: int, n: int) -> None:
    assert kal.add_working_days(min(a, b), min(m, n)) <= kal.add_working_days(max(a, b), max(m, n))


@given(tables, dates, st.integers(1, 15), st.integers(1, 15))
def test_working_days_add_up(kal: Kalender, hari: date, m: int, n: int) -> None:
    assert kal.add_working_days(kal.add_working_days(hari, m), n) == kal.add_working_days(hari, m + n)
