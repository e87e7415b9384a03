"""When quarters open and steps are due: the SOP calendar oracle (domain facts 7.3) and contract section 4."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from waktu_uji import MUTU_BAKU, at, libur, make_pengaturan

from kinerja_xl.domain.kebijakan import HitunganHari, Pengumpulan
from kinerja_xl.domain.office import SatuanWaktu, Waktu
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.deadlines import (
    assignment_day,
    opened_periode,
    rencana,
    rencana_hari,
    tenggat,
    tenggat_tahunan,
    years_without_libur,
)
from kinerja_xl.domain.sop.sop import KEGIATAN, TERBUKA, Status
from kinerja_xl.workbook.settings.hari_libur import seed_hari_libur

ORACLE = [  # tanggal 10, efektif, +1 hk, +2 hk, +3 hk
    ("2022-01-10", "2022-01-10", "2022-01-11", "2022-01-12", "2022-01-13"),
    ("2022-04-10", "2022-04-11", "2022-04-12", "2022-04-13", "2022-04-14"),
    ("2022-07-10", "2022-07-11", "2022-07-12", "2022-07-13", "2022-07-14"),
    ("2022-10-10", "2022-10-10", "2022-10-11", "2022-10-12", "2022-10-13"),
    ("2024-01-10", "2024-01-10", "2024-01-11", "2024-01-12", "2024-01-15"),
    ("2024-04-10", "2024-04-16", "2024-04-17", "2024-04-18", "2024-04-19"),
    ("2024-07-10", "2024-07-10", "2024-07-11", "2024-07-12", "2024-07-15"),
    ("2024-10-10", "2024-10-10", "2024-10-11", "2024-10-14", "2024-10-15"),
    ("2025-01-10", "2025-01-10", "2025-01-13", "2025-01-14", "2025-01-15"),
    ("2025-04-10", "2025-04-10", "2025-04-11", "2025-04-14", "2025-04-15"),
    ("2026-01-10", "2026-01-12", "2026-01-13", "2026-01-14", "2026-01-15"),
    ("2026-04-10", "2026-04-10", "2026-04-13", "2026-04-14", "2026-04-15"),
    ("2026-07-10", "2026-07-10", "2026-07-13", "2026-07-14", "2026-07-15"),
    ("2026-10-10", "2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15"),
    ("2027-01-10", "2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14"),
]
LKJIP = ["2022-01-31", "2023-02-01", "2024-01-31", "2025-02-05", "2026-02-03", "2027-02-01"]
KANTOR = make_pengaturan(seed_hari_libur(range(2021, 2028)))
TW1 = Periode(2026, 1)  # assigned on Friday 10 April 2026
S = Status


def collected_on(tanggal_10: date) -> Periode:
    """The quarter that ended just before a 10th: written out, as the SOP names them."""
    return {1: Periode(tanggal_10.year - 1, 4), 4: Periode(tanggal_10.year, 1), 7: Periode(tanggal_10.year, 2),
            10: Periode(tanggal_10.year, 3)}[tanggal_10.month]


@pytest.mark.parametrize("row", ORACLE, ids=[row[0] for row in ORACLE])
def test_every_row_of_the_sop_calendar_holds(row: tuple[str, ...]) -> None:
    tanggal_10, efektif, hk1, hk2, hk3 = map(date.fromisoformat, row)
    periode = collected_on(tanggal_10)
    assert assignment_day(periode, KANTOR) == efektif
    planned = {S.BARU: efektif, S.DITUGASKAN: efektif, S.DIPERINTAHKAN: hk1, S.BAHAN_DISERAHKAN: hk2,
               S.DIKEMBALIKAN: hk2, S.DIAJUKAN: hk2, S.DISETUJUI: hk2, S.DITERIMA_PERENCANAAN: hk3}
    assert set(planned) == TERBUKA
    assert {status: rencana(status, periode, KANTOR) for status in TERBUKA} == planned


@pytest.mark.parametrize("row", ORACLE, ids=[row[0] for row in ORACLE])
def test_a_quarter_opens_on_its_effective_day_and_on_no_other(row: tuple[str, ...]) -> None:
    tanggal_10, efektif = date.fromisoformat(row[0]), date.fromisoformat(row[1])
    window = (tanggal_10 + timedelta(n) for n in range(-9, 20))
    opened = {hari: opened_periode(hari, KANTOR) for hari in window}
    assert {hari: periode for hari, periode in opened.items() if periode} == {efektif: collected_on(tanggal_10)}


@pytest.mark.parametrize("due", LKJIP)
def test_the_lkjip_is_due_fifteen_working_days_after_the_effective_10_january(due: str) -> None:
    hari = date.fromisoformat(due)
    assert tenggat_tahunan(hari.year - 1, KANTOR) == hari


def test_an_ended_berkas_has_neither_deadline_nor_plan() -> None:
    for status in (S.DIREKOMENDASIKAN, S.TIDAK_MENYAMPAIKAN, S.DIBATALKAN):
        assert rencana(status, TW1, KANTOR) is None
        assert tenggat(status, at("2026-04-15 10.00"), TW1, KANTOR) is None


def test_handing_over_has_a_plan_but_no_standard_time() -> None:
    assert tenggat(S.DISETUJUI, at("2026-04-14 10.00"), TW1, KANTOR) is None
    assert rencana(S.DISETUJUI, TW1, KANTOR) == date(2026, 4, 14)


@pytest.mark.parametrize(("status", "diterima", "due"), [
    # 15 menit
    (S.DITUGASKAN, "2026-04-10 08.00", "2026-04-10"),
    (S.DITUGASKAN, "2026-04-10 16.15", "2026-04-10"),  # runs out at closing, 16.30
    (S.DITUGASKAN, "2026-04-10 16.20", "2026-04-13"),  # 10 minutes left on Friday, 5 on Monday
    (S.DITUGASKAN, "2026-04-11 09.00", "2026-04-13"),  # a Saturday
    # 1 hari
    (S.DIPERINTAHKAN, "2026-04-10 08.00", "2026-04-13"),  # Friday: the first working day after it
    (S.DIPERINTAHKAN, "2026-04-10 17.00", "2026-04-14"),  # after closing: received on Monday
    (S.DIPERINTAHKAN, "2026-04-13 05.00", "2026-04-14"),  # before opening: received that Monday
    (S.DIPERINTAHKAN, "2026-04-13 12.30", "2026-04-14"),  # in the break
    (S.DIPERINTAHKAN, "2026-04-02 10.00", "2026-04-06"),  # Friday 3 April is a day off
    (S.BAHAN_DISERAHKAN, "2026-04-13 09.00", "2026-04-14"),
    (S.DIKEMBALIKAN, "2026-04-14 15.59", "2026-04-15"),
    (S.DITERIMA_PERENCANAAN, "2026-04-14 10.00", "2026-04-15"),
    # 1 jam
    (S.DIAJUKAN, "2026-04-14 10.00", "2026-04-14"),
    (S.DIAJUKAN, "2026-04-14 15.30", "2026-04-15"),  # 30 minutes that day, 30 the next
    (S.DIAJUKAN, "2026-04-10 15.45", "2026-04-13"),  # Friday 45, Monday 15
])
def test_the_deadline_is_the_working_day_in_which_the_standard_time_runs_out(
        status: Status, diterima: str, due: str) -> None:
    assert tenggat(status, at(diterima), TW1, KANTOR) == date.fromisoformat(due)


@pytest.mark.parametrize(("diterima", "due"), [
    ("2026-03-02 10.00", "2026-04-10"),  # issued early by hand: the time runs from the opening of the 10th
    ("2026-04-10 06.00", "2026-04-10"),
    ("2026-04-10 16.15", "2026-04-10"),
    ("2026-04-10 16.16", "2026-04-13"),
    ("2026-05-11 09.00", "2026-05-11"),  # issued late: from receipt
])
def test_the_first_step_counts_from_the_effective_10th_or_from_receipt(diterima: str, due: str) -> None:
    assert tenggat(S.BARU, at(diterima), TW1, KANTOR) == date.fromisoformat(due)


def test_standard_times_come_from_the_settings() -> None:
    slow = replace(make_pengaturan(), mutu_baku={**MUTU_BAKU, "3": Waktu(3, SatuanWaktu.HARI)})
    assert tenggat(S.DIPERINTAHKAN, at("2026-04-10 08.00"), TW1, slow) == date(2026, 4, 15)  # 13, 14, 15


def test_the_day_of_assignment_is_a_choice_of_the_office() -> None:
    fifth = make_pengaturan(tanggal_penugasan=5)
    assert assignment_day(TW1, fifth) == date(2026, 4, 6)  # 5 April 2026 is a Sunday
    last = make_pengaturan(tanggal_penugasan=31)
    assert assignment_day(TW1, last) == date(2026, 4, 30)  # April has no 31st; the 30th is a Thursday


def test_an_office_may_collect_the_quarter_that_begins() -> None:
    running = make_pengaturan(pengumpulan=Pengumpulan.BERJALAN)
    assert assignment_day(Periode(2026, 1), running) == date(2026, 1, 12)  # 10 January is a Saturday
    assert assignment_day(Periode(2026, 4), running) == date(2026, 10, 12)  # so is 10 October
    assert opened_periode(date(2026, 4, 10), running) == Periode(2026, 2)
    # the LKjIP still opens on the effective 10 January of the year after: Monday 11 January 2027 + 15 working days
    # = 1 February with weekends only (12-15: 4, 18-22: 9, 25-29: 14, 1 February: 15)
    assert tenggat_tahunan(2026, running) == date(2027, 2, 1)


def test_an_office_may_count_calendar_days() -> None:
    calendar = make_pengaturan(libur(date(2026, 4, 15)), hitungan_hari=HitunganHari.KALENDER)
    assert tenggat(S.DIPERINTAHKAN, at("2026-04-13 10.00"), TW1, calendar) == date(2026, 4, 14)
    # Friday + 1 is a Saturday: the next working day; Tuesday + 1 is a day off
    assert tenggat(S.DIPERINTAHKAN, at("2026-04-10 10.00"), TW1, calendar) == date(2026, 4, 13)
    assert tenggat(S.DIPERINTAHKAN, at("2026-04-14 10.00"), TW1, calendar) == date(2026, 4, 16)
    assert tenggat_tahunan(2026, calendar) == date(2027, 1, 26)  # Monday 11 January 2027 + 15 days


@pytest.mark.parametrize(("hari", "years"), [
    ("2026-12-01", (2026,)),  # thirty days later it is 31 December
    ("2026-12-02", (2026, 2027)),
    ("2026-01-15", (2026,)),
])
def test_years_without_holidays_are_named_thirty_days_before(hari: str, years: tuple[int, ...]) -> None:
    assert years_without_libur(date.fromisoformat(hari), make_pengaturan(())) == years
    assert years_without_libur(date.fromisoformat(hari), KANTOR) == ()


def test_a_row_outside_the_sop_is_planned_for_no_day() -> None:
    outside = next(row for row in KEGIATAN if row.nomor is None)
    with pytest.raises(KeyError):
        rencana_hari(outside, TW1, KANTOR)


def test_an_hour_that_runs_out_at_the_very_end_of_a_day_is_due_that_day() -> None:
    # Monday 13 April, office hours to 16.00: from 15.00 it ends at 16.00, from 15.01 on Tuesday
    assert tenggat(S.DIAJUKAN, at("2026-04-13 15.00"), TW1, KANTOR) == date(2026, 4, 13)
    assert tenggat(S.DIAJUKAN, at("2026-04-13 15.01"), TW1, KANTOR) == date(2026, 4, 14)
