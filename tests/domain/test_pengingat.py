"""Reminders, the recap of deliveries and calendar entries, as values.

April 2026: Friday the 3rd is a day off; the 10th is a Friday, the 13th a Monday.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from waktu_uji import BIASA, at, libur, make_pengaturan

from kinerja_xl.domain.kebijakan import Pengumpulan
from kinerja_xl.domain.office import Bidang, Pejabat, Pengaturan
from kinerja_xl.domain.pengingat.acara import Acara, acara_berkas, acara_tahunan, acara_triwulan
from kinerja_xl.domain.pengingat.jadwal import newest_due, reminder_days, superior, told_for
from kinerja_xl.domain.pengingat.rekap import BarisRekap, make_rekap, rekap_text, wa_link, wa_number
from kinerja_xl.domain.pengingat.sisa import sisa_of
from kinerja_xl.domain.pengingat.tugas import Tugas, tugas_akhir_triwulan, tugas_berkas, tugas_tahunan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.domain.sop.working_time import Kalender
from kinerja_xl.reports.tenggat_ics import write_tenggat

TW1 = Periode(2026, 1)
KANTOR = replace(make_pengaturan(libur(date(2026, 4, 3))), daftar_bidang=(Bidang("Linjamsos", "LINJAMSOS"),
                                                                          Bidang("Sekretariat", "SEKRETARIAT")))
KALENDER = Kalender((BIASA,), libur(date(2026, 4, 3)))
KABID, KASUBID, ANALIS = (Pelaksana(peran, "LINJAMSOS") for peran in (Peran.KABID, Peran.KASUBID, Peran.ANALIS))


def keadaan(status: Status, diterima: str = "2026-04-10 08.00") -> Keadaan:
    return Keadaan("2026-TW1-LINJAMSOS", TW1, "LINJAMSOS", None, status, 3, 1, at(diterima), "", frozenset())


def tugas(tenggat: str, hari: int = 1) -> Tugas:
    return Tugas("K", "2026-TW1-LINJAMSOS", "Kegiatan 3.", (ANALIS,), at("2026-04-01 08.00"),
                 date.fromisoformat(tenggat), hari=hari)


def days(task: Tugas, pengaturan: Pengaturan = KANTOR) -> dict[str, str]:
    return {jenis.value: hari.isoformat() for jenis, hari in reminder_days(task, pengaturan)}


def test_a_short_task_is_told_on_its_day_when_late_and_then_to_the_superior() -> None:
    # due Friday: late on Monday the 13th, one full working day later it is Tuesday
    assert days(tugas("2026-04-10")) == {"batas": "2026-04-10", "terlambat": "2026-04-13",
                                         "diteruskan kepada atasan": "2026-04-14"}


def test_a_task_of_three_days_and_more_is_announced_three_working_days_and_one_before() -> None:
    # Tuesday 7 April: Monday the 6th; Friday is off: Thursday the 2nd, Wednesday the 1st
    assert days(tugas("2026-04-07", hari=3)) == {
        "H-3": "2026-04-01", "H-1": "2026-04-06", "batas": "2026-04-07", "terlambat": "2026-04-08",
        "diteruskan kepada atasan": "2026-04-09"}
    assert "H-3" not in days(tugas("2026-04-07", hari=2))


@pytest.mark.parametrize(("hari", "when"), [(0, None), (1, "2026-04-14"), (2, "2026-04-15")])
def test_when_the_superior_is_told_is_the_offices_choice(hari: int, when: str | None) -> None:
    office = replace(KANTOR, kebijakan=replace(KANTOR.kebijakan, eskalasi_hari=hari))
    assert days(tugas("2026-04-10"), office).get("diteruskan kepada atasan") == when


@pytest.mark.parametrize(("hari", "jenis"), [
    ("2026-03-31", None), ("2026-04-01", "H-3"), ("2026-04-02", "H-3"), ("2026-04-04", "H-3"), ("2026-04-06", "H-1"),
    ("2026-04-07", "batas"), ("2026-04-08", "terlambat"), ("2026-04-20", "diteruskan kepada atasan")])
def test_only_the_newest_reminder_is_due(hari: str, jenis: str | None) -> None:
    found = newest_due(tugas("2026-04-07", hari=3), date.fromisoformat(hari), KANTOR)
    assert (found and found.jenis.value) == jenis


def test_another_deadline_or_another_receipt_is_another_reminder() -> None:
    first = newest_due(tugas("2026-04-10"), date(2026, 4, 10), KANTOR)
    moved = newest_due(tugas("2026-04-13"), date(2026, 4, 13), KANTOR)
    assert first
    assert moved
    assert first.kunci != moved.kunci
    one, two = (tugas_berkas(keadaan(Status.DIAJUKAN, when), KANTOR) for when in ("2026-04-10 08.00",
                                                                                   "2026-04-10 09.00"))
    assert one
    assert two
    assert one.kunci != two.kunci


def test_work_without_a_standard_time_is_a_task_without_reminders() -> None:
    task = tugas_berkas(keadaan(Status.DISETUJUI), KANTOR)
    assert task
    assert (task.tenggat, task.rencana) == (None, date(2026, 4, 14))
    assert days(task) == {}
    assert newest_due(task, date(2026, 5, 1), KANTOR) is None


def test_an_ended_berkas_is_nobodys_task() -> None:
    assert tugas_berkas(keadaan(Status.DIREKOMENDASIKAN), KANTOR) is None


def test_the_superior_is_the_next_post_up() -> None:
    office = replace(KANTOR, daftar_pejabat=(Pejabat("S", "", Peran.SEKRETARIS, "SEKRETARIAT", None),))
    assert superior(ANALIS, office) == KASUBID
    assert superior(KASUBID, office) == KABID
    assert superior(KABID, office) == Pelaksana(Peran.KEPALA_DINAS)
    assert told_for(Pelaksana(Peran.KEPALA_DINAS)) == PERENCANAAN
    assert superior(PERENCANAAN, office) == Pelaksana(Peran.KABID, "SEKRETARIAT")
    assert superior(PERENCANAAN, KANTOR) == Pelaksana(Peran.KEPALA_DINAS)  # no Sekretaris in the settings
    found = newest_due(tugas("2026-04-10"), date(2026, 4, 14), office)
    assert found
    assert found.kepada == (ANALIS, KASUBID)


def test_the_end_of_a_quarter_is_its_last_working_day_and_nobody_is_late() -> None:
    # 31 January to March 2026: Tuesday 31 March
    task = tugas_akhir_triwulan(TW1, KANTOR, (("LINJAMSOS", None),))
    assert task
    assert task.daftar_pelaksana == (KASUBID, ANALIS, PERENCANAAN)
    assert days(task) == {"H-3": "2026-03-26", "H-1": "2026-03-30", "batas": "2026-03-31"}
    # 30 September 2028 is a Saturday: Friday the 29th
    sabtu = tugas_akhir_triwulan(Periode(2028, 3), KANTOR, (("LINJAMSOS", None),))
    assert sabtu
    assert sabtu.tenggat == date(2028, 9, 29)


def test_a_quarter_is_kept_in_mind_from_its_first_day_on() -> None:
    begun = [tugas_akhir_triwulan(Periode(2026, k), KANTOR, (("LINJAMSOS", None),)) for k in (1, 2, 3, 4)]
    assert [task.mulai.date() for task in begun if task] == [
        date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]


def test_nobody_keeps_a_quarter_in_mind_that_is_collected_while_it_runs_or_that_no_unit_has() -> None:
    running = replace(KANTOR, kebijakan=replace(KANTOR.kebijakan, pengumpulan=Pengumpulan.BERJALAN))
    assert tugas_akhir_triwulan(TW1, running, (("LINJAMSOS", None),)) is None
    assert tugas_akhir_triwulan(TW1, KANTOR, ()) is None


def test_the_end_of_a_quarter_and_the_yearly_report_are_entries_of_the_calendar() -> None:
    end, assigned = acara_triwulan(TW1, 2, at("2026-03-01 08.00"), KANTOR)
    assert (end.hari, end.selesai) == (date(2026, 3, 31), False)
    assert (assigned.hari, assigned.selesai) == (date(2026, 4, 10), False)
    for selesai, judul in ((False, "LKjIP 2026"), (True, "Selesai: LKjIP 2026")):
        year = acara_tahunan(2026, 2, at("2026-03-01 08.00"), selesai, KANTOR)
        assert (year.judul, year.hari, year.selesai) == (judul, date(2027, 2, 1), selesai)


def test_the_yearly_report_is_announced_too() -> None:
    # opened Monday 11 January 2027, 15 working days: Monday 1 February; 3 before it: Wednesday 27 January
    assert days(tugas_tahunan(2026, KANTOR)) == {
        "H-3": "2027-01-27", "H-1": "2027-01-29", "batas": "2027-02-01", "terlambat": "2027-02-02",
        "diteruskan kepada atasan": "2027-02-03"}


@pytest.mark.parametrize(("hari", "kata"), [
    ("2026-04-08", "sisa 2 hari kerja"), ("2026-04-09", "sisa 1 hari kerja"), ("2026-04-10", "batas hari ini"),
    ("2026-04-11", "TERLAMBAT"), ("2026-04-13", "TERLAMBAT 1 hari kerja"), ("2026-04-14", "TERLAMBAT 2 hari kerja"),
    ("2026-04-02", "sisa 5 hari kerja"),  # Friday the 3rd off: 6, 7, 8, 9, 10
])
def test_what_is_left_is_told_in_working_days(hari: str, kata: str) -> None:
    assert sisa_of(date(2026, 4, 10), date.fromisoformat(hari), KALENDER).kata == kata


def test_a_working_day_before_may_be_the_day_itself() -> None:
    assert KALENDER.working_day_before(date(2026, 4, 10), 0) == date(2026, 4, 10)
    assert KALENDER.working_day_before(date(2026, 4, 5), 0) == date(2026, 4, 2)  # Sunday; Friday off
    assert KALENDER.working_day_before(date(2026, 4, 5), 1) == date(2026, 4, 2)
    assert KALENDER.working_day_before(date(2026, 4, 6), 1) == date(2026, 4, 2)
    assert KALENDER.count_working_days(date(2026, 4, 2), date(2026, 4, 6)) == 1
    assert KALENDER.count_working_days(date(2026, 4, 6), date(2026, 4, 2)) == 0


# the recap


ROWS = [BarisRekap("Sekretariat", True, "Direkomendasikan"),
        BarisRekap("Bidang Linjamsos", False, "Diperintahkan", "LINJAMSOS/Analis", "terlambat 1 hari kerja",
                   "Siti & Rekan", "0812-3456-7890"),
        BarisRekap("Bidang Rehsos", False, "Diajukan", "REHSOS/Kabid", "batas hari ini", "Budi"),
        BarisRekap("Bidang PFM", False, "Tidak menyampaikan", ditutup=True)]


def test_the_recap_says_who_delivered_and_who_did_not() -> None:
    assert rekap_text(TW1, ROWS, date(2026, 4, 14)) == (
        "Rekap pengiriman TW I 2026 per Selasa, 14 April 2026:\n"
        "Sudah (1): Sekretariat.\n"
        "Belum (2): Bidang Linjamsos (LINJAMSOS/Analis, terlambat 1 hari kerja); Bidang Rehsos (REHSOS/Kabid, batas "
        "hari ini).\n"
        "Ditutup tanpa data (1): Bidang PFM (tidak menyampaikan).")
    assert "Sudah (0): tidak ada.\nBelum (0): tidak ada." in rekap_text(TW1, [], date(2026, 4, 14))


def test_its_links_open_whatsapp_with_the_whole_message() -> None:
    text = make_rekap([(TW1, ROWS)], date(2026, 4, 14))
    links = [urlsplit(word) for word in text.split() if word.startswith("https://")]
    assert [(link.netloc, link.path) for link in links] == [("wa.me", "/"), ("wa.me", "/6281234567890")]
    whole, one = (parse_qs(link.query)["text"][0] for link in links)
    assert whole == rekap_text(TW1, ROWS, date(2026, 4, 14))
    assert one == ("Yth. Siti & Rekan, data kinerja TW I 2026 Bidang Linjamsos menunggu di LINJAMSOS/Analis (terlambat "
                   "1 hari kerja). Mohon ditindaklanjuti. Terima kasih.")
    assert "Bidang Rehsos, Budi (REHSOS/Kabid): No. WA belum diisi" in text
    links_and_hints = text.partition("salin ke peramban:")[2]
    assert not [unit for unit in ("Sekretariat", "Bidang PFM") if f"\n  {unit}" in links_and_hints]  # sent, and closed


@pytest.mark.parametrize(("tulis", "nomor"), [
    ("081234567890", "6281234567890"), ("+62 812-3456-7890", "6281234567890"), ("62 812 3456 7890", "6281234567890"),
    ("0812.3456.7890", "6281234567890"), ("", ""), ("-", ""), ("0812", "")])
def test_a_telephone_number_is_written_as_whatsapp_wants_it(tulis: str, nomor: str) -> None:
    assert wa_number(tulis) == nomor
    assert wa_link(tulis, "a b").startswith(f"https://wa.me/{nomor}?text=a%20b")


# the calendar


def entries(status: Status, nomor: int) -> dict[str, Acara]:
    found = acara_berkas(keadaan(status), nomor, at("2026-04-10 08.00"), KANTOR)
    return {acara.uid: acara for acara in found}


def test_entries_keep_their_identity_while_the_work_goes_on() -> None:
    new, later = entries(Status.BARU, 5), entries(Status.DIPERINTAHKAN, 9)
    assert list(new) == list(later)
    assert len(new) == 7
    uid = f"2026-tw1-linjamsos-{Tindakan.SERAHKAN_BAHAN}".replace(" ", "-")
    assert (new[uid].hari, new[uid].urutan) == (date(2026, 4, 13), 5)  # planned: the effective 10th + 1
    assert (later[uid].hari, later[uid].urutan) == (date(2026, 4, 13), 9)
    first = "2026-tw1-linjamsos-tugaskan"
    assert (new[first].selesai, later[first].selesai) == (False, True)
    assert later[first].judul == "Selesai: Penugasan 2026-TW1-LINJAMSOS"
    assert later[first].pelaksana == KABID


def test_the_awaited_step_stands_on_its_deadline() -> None:
    late = acara_berkas(keadaan(Status.DIPERINTAHKAN, "2026-04-15 10.00"), 9, at("2026-04-15 10.00"), KANTOR)
    assert next(a for a in late if "bahan" in a.uid).hari == date(2026, 4, 16)


def unfolded(data: bytes) -> list[str]:
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_the_file_is_what_rfc_5545_asks_for() -> None:
    long = [*acara_triwulan(TW1, 2, at("2026-03-01 08.00"), KANTOR),
            *acara_berkas(keadaan(Status.BARU), 5, at("2026-04-10 08.00"), KANTOR),
            acara_tahunan(2026, 2, at("2026-03-01 08.00"), False, KANTOR)]
    data = write_tenggat("Tenggat Kinerja Dinas Sosial", "a1b2", long)
    assert data == write_tenggat("Tenggat Kinerja Dinas Sosial", "a1b2", long)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))  # octets of a line
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = unfolded(data)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2 + 7 + 1
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 10
    assert "UID:2026-tw1-linjamsos-tugaskan@a1b2" in uids
    at_ = lines.index("UID:2026-tw1-linjamsos-tugaskan@a1b2")
    event = lines[at_ - 6:at_ + 8]
    assert "DTSTART;VALUE=DATE:20260410" in event
    assert "DTEND;VALUE=DATE:20260411" in event
    assert "SEQUENCE:5" in event
    assert "DTSTAMP:20260410T000000Z" in event  # 08.00 WITA
    assert r"DESCRIPTION:Hari kerja terakhir triwulan\; siapkan data dan bukti dukung." in lines
