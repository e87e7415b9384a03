"""Reminders as people get them: each once, in working hours, in the list of whoever has to act."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, PERENCANAAN, KantorUji
from pejabat_uji import change_officials, change_settings, find, plh

from kinerja_xl.domain.office import Pejabat
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import DiskFailed
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.worksheets import issue
from kinerja_xl.routing.ledger.ledger import NAME, Ledger
from kinerja_xl.workbook.settings.settings_book import read_pengaturan

REKAP = "Perencanaan/Rekap Pengiriman.txt"


def todo(kantor: KantorUji, role: str) -> str:
    return (kantor.akar / role / "PERLU TINDAKAN.txt").read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def reminded(kantor: KantorUji, about: str = BERKAS) -> list[tuple[str, str]]:
    """The reminders in the ledger about one berkas: when, and which."""
    ledger = Ledger(kantor.data / NAME)
    try:
        return [(f"{row.waktu:%Y-%m-%dT%H:%M}", str(row.isi["pengingat"])) for row in ledger.events()
                if row.jenis is JenisPeristiwa.PENGINGAT and str(row.isi["tugas"]).startswith(about)]
    finally:
        ledger.close()


def at(kantor: KantorUji, jam: str) -> None:
    kantor.jam = jam
    kantor.serve()


def test_each_reminder_comes_once_and_the_superior_is_told_after_a_full_day(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")  # Friday 10 April, 08.00: the Analis has until Monday the 13th
    for jam in ("2026-04-10T15:00", "2026-04-13T07:00", "2026-04-13T07:30", "2026-04-13T12:15", "2026-04-13T15:00",
                "2026-04-14T08:00", "2026-04-14T09:00", "2026-04-15T08:00", "2026-04-16T08:00"):
        at(kantor, jam)
    assert [row for row in reminded(kantor) if row[0] > "2026-04-10T16"] == [
        ("2026-04-13T07:30", "batas"), ("2026-04-14T08:00", "terlambat"),
        ("2026-04-15T08:00", "diteruskan kepada atasan")]
    own, above = todo(kantor, ANALIS), todo(kantor, KASUBID)
    assert f"1. {BERKAS}: TERLAMBAT 3 hari kerja" in own
    assert "Pengingat: batas (13/04/2026 07.30); terlambat (14/04/2026 08.00); diteruskan kepada atasan " in own
    assert "Berkas LINJAMSOS/Analis/Masuk/Lembar Kerja LINJAMSOS TW I 2026.xlsx; setelah selesai pindahkan ke Kirim." \
        in own
    assert "Menunggu Anda: tidak ada" in above
    assert f"Terlambat, diteruskan kepada atasan (1):\n  1. {BERKAS} – LINJAMSOS/Analis: TERLAMBAT" in above


def test_nothing_is_sent_outside_working_hours_and_after_days_off_only_the_newest(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")
    before = reminded(kantor)
    for jam in ("2026-04-11T09:00", "2026-04-13T06:59", "2026-04-13T12:30", "2026-04-13T16:00", "2026-04-13T22:00"):
        at(kantor, jam)  # a Saturday, before opening, the break, closing, the night
    assert reminded(kantor) == before
    at(kantor, "2026-04-20T10:00")  # the service was off for a week
    assert reminded(kantor)[len(before):] == [("2026-04-20T10:00", "diteruskan kepada atasan")]


def test_finished_work_disappears_and_a_return_brings_it_back(kantor: KantorUji) -> None:
    assert BERKAS in todo(kantor, KABID)
    kantor.act(KABID, "Kirim")
    assert (BERKAS in todo(kantor, KABID), BERKAS in todo(kantor, KASUBID)) == (False, True)
    kantor.play_to("diajukan")
    assert "setelah selesai pindahkan ke Setujui, atau ke Kembalikan dengan catatan." in todo(kantor, KABID)
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi data.")
    assert (BERKAS in todo(kantor, KABID), BERKAS in todo(kantor, KASUBID)) == (False, True)
    kantor.act(KASUBID, "Kirim")
    kantor.play_to("direkomendasikan")
    assert all(BERKAS not in todo(kantor, role) for role in (KABID, KASUBID, ANALIS, PERENCANAAN))


def test_a_deadline_that_moves_is_reminded_anew(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")
    at(kantor, "2026-04-13T08:00")
    libur = next(iter(read_pengaturan((kantor.akar / "Perencanaan/Pengaturan.xlsx").read_bytes(), "x")[0].daftar_libur))
    change_settings(kantor, lambda p: replace(p, daftar_libur=(*p.daftar_libur, replace(
        libur, tanggal=date(2026, 4, 13), keterangan="Hari jadi kabupaten"))))
    at(kantor, "2026-04-14T08:00")
    assert [row for row in reminded(kantor) if row[0] > "2026-04-11"] == [
        ("2026-04-13T08:00", "batas"), ("2026-04-14T08:00", "batas")]


def test_an_office_may_do_without_passing_on(kantor: KantorUji) -> None:
    change_settings(kantor, lambda p: replace(p, kebijakan=replace(p.kebijakan, eskalasi_hari=0)))
    for jam in ("2026-04-13T08:00", "2026-04-14T08:00", "2026-04-20T08:00"):
        at(kantor, jam)
    assert [jenis for _, jenis in reminded(kantor)] == ["batas", "terlambat"]
    assert "diteruskan" not in todo(kantor, PERENCANAAN)


def test_the_quarters_end_is_announced_to_those_who_gather_until_the_worksheets_come(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = KantorUji(tmp_path / "akar", tmp_path / "data", capsys)
    assert run(["mulai", str(office.akar), "--contoh", "--tahun", "2026", "--data", str(office.data),
                "--sekarang", "2026-03-02T08:00"]) == 0
    for jam in ("2026-03-25T08:00", "2026-03-26T08:00", "2026-03-27T08:00", "2026-03-30T08:00", "2026-03-31T08:00",
                "2026-04-01T08:00"):
        at(office, jam)
    # Tuesday 31 March: one working day before it Monday the 30th, three before it Thursday the 26th
    assert reminded(office, "akhir/TW I 2026") == [
        ("2026-03-26T08:00", "H-3"), ("2026-03-30T08:00", "H-1"), ("2026-03-31T08:00", "batas")]
    assert "Triwulan I Tahun 2026 berakhir 31 Maret 2026" in todo(office, ANALIS)
    assert "berakhir" not in todo(office, KABID)
    at(office, "2026-04-10T08:00")
    assert "berakhir 31 Maret" not in todo(office, ANALIS)


def test_the_quarters_end_is_no_longer_announced_on_the_day_of_issue_where_the_issue_fails_for_a_moment(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    office = KantorUji(tmp_path / "akar", tmp_path / "data", capsys)
    assert run(["mulai", str(office.akar), "--contoh", "--tahun", "2026", "--data", str(office.data),
                "--sekarang", "2026-04-10T07:00"]) == 0

    def fail(*_arguments: object) -> None:
        raise DiskFailed(jalur="x", sebab="perangkat atau jaringan gagal.")

    with monkeypatch.context() as patch:
        patch.setattr(issue, "issue", fail)
        at(office, "2026-04-10T08:00")
    at(office, "2026-04-10T08:05")
    assert office.status() == "baru"
    assert reminded(office, "akhir/") == []


# officials


def test_waiting_work_goes_to_who_holds_the_post_with_his_letter_and_days(kantor: KantorUji) -> None:
    assert "Pejabat: Pejabat Contoh 9, Kepala Bidang Perlindungan dan Jaminan Sosial\n" in todo(kantor, KABID)
    week = plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 13), date(2026, 4, 17))
    change_officials(kantor, lambda daftar: [*daftar, replace(week, wa="081355500080")])
    at(kantor, "2026-04-13T08:00")
    assert BERKAS in todo(kantor, KABID)
    assert ("Pejabat: Pejabat Contoh 80, Plh. Kepala Bidang Perlindungan dan Jaminan Sosial (SK 800/12/2026, mulai "
            "13 April 2026 sampai 17 April 2026)\n") in todo(kantor, KABID)
    recap = (kantor.akar / REKAP).read_text(encoding="utf-8-sig")
    assert "Pejabat Contoh 80 (LINJAMSOS/Kabid): https://wa.me/6281355500080?text=" in recap
    at(kantor, "2026-04-20T08:00")
    assert "Pejabat: Pejabat Contoh 9, Kepala Bidang" in todo(kantor, KABID)


def test_two_posts_in_one_person_are_shown_in_both_lists(kantor: KantorUji) -> None:
    def same(daftar: list[Pejabat]) -> list[Pejabat]:
        index, person = find(daftar, Peran.ANALIS), daftar[find(daftar, Peran.KASUBID)]
        daftar[index] = replace(daftar[index], nama=person.nama, nip=person.nip)
        return daftar

    change_officials(kantor, same)
    assert "; rangkap jabatan Analis Data Perlindungan dan Jaminan Sosial\n" in todo(kantor, KASUBID)
    assert "; rangkap jabatan Kepala Subbidang Perlindungan dan Jaminan Sosial\n" in todo(kantor, ANALIS)


def test_a_vacant_post_says_so(kantor: KantorUji) -> None:
    change_officials(kantor, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != (Peran.KABID, "LINJAMSOS")])
    assert "Pejabat: (jabatan Kabid Perlindungan dan Jaminan Sosial sedang kosong)\n" in todo(kantor, KABID)
    assert BERKAS in todo(kantor, KABID)


# the files


def test_the_recap_counts_what_reached_perencanaan(kantor: KantorUji) -> None:
    kantor.play_to("diterima_perencanaan")
    recap = (kantor.akar / REKAP).read_text(encoding="utf-8-sig")
    assert recap.startswith("Rekap pengiriman TW I 2026 per Jumat, 10 April 2026:")
    assert "Sudah (1): Bidang Perlindungan dan Jaminan Sosial.\n" in recap.replace("\r\n", "\n")
    assert "Belum (5): Bidang Rehabilitasi Sosial (REHSOS/Kabid, batas hari ini); " in recap


def test_calendar_entries_keep_their_uid_when_a_deadline_moves(kantor: KantorUji) -> None:
    def entries() -> dict[str, tuple[str, int]]:
        text = (kantor.akar / ANALIS / "Tenggat.ics").read_bytes().decode().replace("\r\n ", "")
        found = {}
        for event in text.split("BEGIN:VEVENT")[1:]:
            own = event.split("BEGIN:VALARM")[0].splitlines()
            lines = dict(line.partition(":")[::2] for line in own if ":" in line)
            found[lines["UID"]] = (lines["DTSTART;VALUE=DATE"], int(lines["SEQUENCE"]))
        return found

    kantor.act(KABID, "Kirim")
    before = entries()
    kantor.jam = "2026-04-14T09:00"
    kantor.act(KASUBID, "Kirim")
    after = entries()
    assert list(before) == list(after)
    (uid,) = [uid for uid in before if uid.startswith("2026-tw1-linjamsos-serahkan-bahan@")]
    assert (before[uid][0], after[uid][0]) == ("20260413", "20260415")  # planned; one working day from the 14th
    assert after[uid][1] > before[uid][1]
    assert not any("rehsos" in uid for uid in after)
    assert any("2026-tw1-rehsos-tugaskan@" in line for line in
               (kantor.akar / "Perencanaan" / "Tenggat.ics").read_text(encoding="utf-8").splitlines())


def test_an_idle_pass_writes_nothing(kantor: KantorUji) -> None:
    kantor.serve()

    def state() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in kantor.akar.rglob("*")
                if path.name in ("PERLU TINDAKAN.txt", "Tenggat.ics", "Rekap Pengiriman.txt")}

    before = state()
    kantor.serve()
    assert state() == before


def test_what_somebody_wrote_into_his_list_is_kept_beside_the_new_one(kantor: KantorUji) -> None:
    path = kantor.akar / KABID / "PERLU TINDAKAN.txt"
    path.write_text("catatan saya", encoding="utf-8")
    kantor.act(KABID, "Kirim")
    assert BERKAS not in todo(kantor, KABID)
    assert (kantor.akar / KABID / "PERLU TINDAKAN yang diubah.txt").read_text(encoding="utf-8") == "catatan saya"


def test_a_list_that_was_taken_away_comes_back(kantor: KantorUji) -> None:
    path = kantor.akar / KABID / "PERLU TINDAKAN.txt"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.unlink()
    kantor.serve()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
