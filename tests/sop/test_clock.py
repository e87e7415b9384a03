"""The office's calendar and clock: days off come from the sheet, and a clock that cannot be right decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import KABID, KASUBID, KantorUji
from pejabat_uji import status_text

from kinerja_xl.domain.office import HariLibur
from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import ClockBehind
from kinerja_xl.faces.cli import run
from kinerja_xl.faces.jam import WITA
from kinerja_xl.kantor.clock import clock_fault
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import serve
from kinerja_xl.kantor.worksheets.issue import issue
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

Days = tuple[HariLibur, ...]


def change_days_off(kantor: KantorUji, change: Callable[[Days], Days]) -> None:
    """Save Pengaturan.xlsx with other days off, as the planner would; the next pass takes it."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    pengaturan, _ = read_pengaturan(path.read_bytes(), path.name)
    assert pengaturan is not None
    changed = replace(pengaturan, daftar_libur=change(pengaturan.daftar_libur))
    path.write_bytes(make_pengaturan(shipped_template("Pengaturan.xlsx"), changed))
    kantor.serve()


def dates(kantor: KantorUji) -> tuple[object, object]:
    row = kantor.row()
    return row["tenggat"], row["rencana"]


def test_the_dates_follow_the_sheet_when_days_off_are_added_moved_and_deleted(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")  # Friday 10 April: the Analis has one working day, Monday 13 April
    assert dates(kantor) == ("2026-04-13", "2026-04-13")
    monday = HariLibur(date(2026, 4, 13), "Hari jadi kabupaten", "Libur Daerah")
    change_days_off(kantor, lambda days: (*days, monday))
    assert dates(kantor) == ("2026-04-14", "2026-04-14")
    change_days_off(kantor, lambda days: tuple(
        replace(d, tanggal=date(2026, 4, 14)) if d == monday else d for d in days))
    assert dates(kantor) == ("2026-04-13", "2026-04-13")
    change_days_off(kantor, lambda days: (*days, monday))  # both days
    assert dates(kantor) == ("2026-04-15", "2026-04-15")
    change_days_off(kantor, lambda days: tuple(d for d in days if d.keterangan != monday.keterangan))
    assert dates(kantor) == ("2026-04-13", "2026-04-13")


@pytest.fixture
def waiting_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office made on 1 April: TW I of 2026 will be issued on the effective 10 April, a Friday."""
    akar, data = tmp_path / "akar", tmp_path / "data"
    assert run(["mulai", str(akar), "--contoh", "--tahun", "2026", "--data", str(data),
                "--sekarang", "2026-04-01T08:00"]) == 0
    office = KantorUji(akar, data, capsys)
    office.jam = "2026-04-02T08:00"
    return office


def test_the_day_of_issue_follows_the_sheet_too(waiting_office: KantorUji) -> None:
    change_days_off(waiting_office, lambda days: (*days, HariLibur(date(2026, 4, 10), "Pilkada", "Libur Nasional")))
    waiting_office.jam = "2026-04-10T09:00"
    assert waiting_office.serve()["diterbitkan"] == 0
    waiting_office.jam = "2026-04-13T09:00"  # Saturday and Sunday between
    assert waiting_office.serve()["diterbitkan"] == 6


def test_a_quarter_is_issued_once_also_after_the_service_was_off_that_day(waiting_office: KantorUji) -> None:
    waiting_office.jam = "2026-04-17T09:00"
    assert waiting_office.serve()["diterbitkan"] == 6
    waiting_office.jam = "2026-04-20T09:00"
    assert waiting_office.serve()["diterbitkan"] == 0


def test_a_holiday_sheet_with_a_date_that_is_none_leaves_the_last_one_in_force_and_the_work_goes_on(
        kantor: KantorUji) -> None:
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    book = openpyxl.load_workbook(path)
    cell = next(row[0] for row in book["Hari Libur"].iter_rows(min_row=5) if row[1].value == "Hari Raya Natal")
    cell.value = "25 Desembre"
    book.save(path)
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"
    (line,) = [line for line in status_text(kantor).splitlines() if "K201" in line]
    assert f"Hari Libur!{cell.coordinate}" in line
    assert "25 Desembre" in line


def test_dates_written_as_text_are_read_as_the_dates_they_are(kantor: KantorUji) -> None:
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Hari Libur"]
    free = next(row for row in sheet.iter_rows(min_row=5) if row[0].value is None)
    free[0].value, free[0].number_format, free[1].value = "13/04/2026", "@", "Hari jadi kabupaten"
    book.save(path)
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")
    assert dates(kantor) == ("2026-04-14", "2026-04-14")


def test_a_year_that_the_holiday_sheet_does_not_know_is_said_and_the_work_goes_on(kantor: KantorUji) -> None:
    assert "K215" not in status_text(kantor)
    change_days_off(kantor, lambda days: tuple(d for d in days if d.tanggal.year != 2026))
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"
    assert "K215 Lembar Hari Libur belum memuat tahun 2026" in status_text(kantor)


def test_the_next_year_is_asked_for_a_month_before_it_begins(kantor: KantorUji) -> None:
    change_days_off(kantor, lambda days: tuple(d for d in days if d.tanggal.year == 2026))
    kantor.jam = "2026-12-01T09:00"  # 30 days later it is 31 December
    kantor.serve()
    assert "K215" not in status_text(kantor)
    kantor.jam = "2026-12-02T09:00"
    kantor.serve()
    assert "K215 Lembar Hari Libur belum memuat tahun 2027" in status_text(kantor)


@pytest.mark.parametrize(("lembar", "tulis"), [
    ("Jam Kerja", {"Hari": "Senin", "Mulai": "08.00", "Selesai": "15.00", "Berlaku Mulai": "20/03/2026",
                   "Berlaku Sampai": "19/02/2026"}),
    ("Pejabat", {"Nama": "Pejabat Contoh 80", "Peran": "Kabid", "Bidang": "LINJAMSOS", "Kedudukan": "Plh.",
                 "Mulai": "17/04/2026", "Sampai": "13/04/2026"}),
])
def test_a_period_that_ends_before_it_begins_is_named_with_its_cell_and_the_work_goes_on(
        kantor: KantorUji, lembar: str, tulis: dict[str, str]) -> None:
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book[lembar]
    heads = {str(cell.value): cell.column for cell in sheet[4]}
    row = next(n for n in range(5, sheet.max_row + 2) if all(
        sheet.cell(n, column).value is None for column in heads.values()))
    for judul, isi in tulis.items():
        sheet.cell(row, heads[judul]).value = isi
    book.save(path)
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"
    (line,) = [line for line in status_text(kantor).splitlines() if "K201" in line]
    assert f"{lembar}!" in line
    assert "lebih awal daripada" in line


# the clock itself


def test_a_clock_before_the_last_event_issues_nothing_says_so_and_serves_the_worksheets(
        kantor: KantorUji) -> None:
    kantor.jam = "2026-07-09T08:00"
    kantor.act(KABID, "Kirim")  # the last event
    now = {"jam": datetime(2026, 7, 9, 7, 0, tzinfo=WITA)}
    office = Kantor(kantor.akar, kantor.data, lambda: now["jam"], tenang=0)
    try:
        done = serve(office, sekali=True)
        assert [error.code for error in done.gangguan] == ["K150"]
        assert "K150 Jam komputer layanan (9 Juli 2026 pukul 07.00)" in status_text(kantor)
        kantor.move(KASUBID, "Kirim")
        assert serve(office, sekali=True).diterima == 1
        now["jam"] = datetime(2026, 7, 10, 8, 0, tzinfo=WITA)
        assert serve(office, sekali=True).diterbitkan == 6
        assert "K150" not in status_text(kantor)
    finally:
        office.close()


@pytest.fixture
def real_office(tmp_path: Path) -> tuple[Path, Path]:
    """An office that lives by the PC's clock."""
    akar, data = tmp_path / "akar", tmp_path / "data"
    assert run(["mulai", str(akar), "--contoh", "--data", str(data)]) == 0
    return akar, data


@pytest.mark.parametrize("days", [100, 200])
def test_a_clock_far_from_the_shares_time_issues_nothing_and_says_so(real_office: tuple[Path, Path],
                                                                     days: int) -> None:
    now = {"ahead": timedelta(days=days)}  # in 100 days at least one 10th has come, on another day than today
    akar, data = real_office
    office = Kantor(akar, data, lambda: datetime.now(WITA) + now["ahead"], tenang=0)
    try:
        done = serve(office, sekali=True)
        assert (done.diterbitkan, [error.code for error in done.gangguan if error.code == "K151"]) == (0, ["K151"])
        assert "K151 Jam komputer layanan" in (akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
        assert not (akar / ".jam.tmp").exists()
    finally:
        office.close()


def test_asking_for_a_quarter_does_not_go_around_the_clock(kantor: KantorUji) -> None:
    kantor.jam = "2026-07-09T08:00"
    kantor.serve()
    office = Kantor(kantor.akar, kantor.data, lambda: datetime(2026, 4, 9, 8, 0, tzinfo=WITA), tenang=0)
    try:
        with pytest.raises(ClockBehind):
            issue(office, Periode(2026, 2))
    finally:
        office.close()


def test_a_share_some_minutes_wrong_does_no_harm(real_office: tuple[Path, Path]) -> None:
    akar, data = real_office
    office = Kantor(akar, data, lambda: datetime.now(WITA) + timedelta(minutes=50), tenang=0)
    try:
        assert clock_fault(office) is None
    finally:
        office.close()
