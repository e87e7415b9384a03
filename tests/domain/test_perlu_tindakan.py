"""PERLU TINDAKAN.txt as a role reads it: what waits, until when, what was said about it, and who holds the post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from waktu_uji import at, make_pengaturan

from kinerja_xl.domain.office import Bidang, Kedudukan, Pejabat
from kinerja_xl.domain.pengingat.perlu_tindakan import Pekerjaan, make_perlu_tindakan, tell_pejabat
from kinerja_xl.domain.pengingat.sisa import Sisa
from kinerja_xl.domain.pengingat.tugas import Tugas
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.sop import Status

ANALIS, HARI = Pelaksana(Peran.ANALIS, "LINJAMSOS"), date(2026, 4, 13)  # a Monday
KANTOR = replace(make_pengaturan(), daftar_bidang=(Bidang("Linjamsos", "LINJAMSOS"),))
BAHAN = Tugas("K1", "2026-TW1-LINJAMSOS", "Kegiatan 3: Menyerahkan bahan.", (ANALIS,), at("2026-04-10 08.30"),
              date(2026, 4, 14), status=Status.DIPERINTAHKAN)
LAIN = replace(BAHAN, kunci="K2", untuk="2026-TW1-PFM", tenggat=date(2026, 4, 13))
AKHIR = Tugas("akhir/TW II 2026", "TW II 2026", "Triwulan II Tahun 2026 berakhir 30 Juni 2026.", (ANALIS,),
              at("2026-04-01 00.00"), date(2026, 6, 30), bersama=True)
KEPALA = ["PERLU TINDAKAN – Analis Contoh", "Pejabat: Siti", "Keadaan Senin, 13 April 2026", ""]
PENUTUP = ["Berkas ini ditulis oleh layanan; pekerjaan yang selesai hilang dari daftar dengan sendirinya.", ""]


def lines(*daftar: Pekerjaan, bawahan: tuple[Pekerjaan, ...] = ()) -> list[str]:
    """The text between its heading and its last line."""
    found = make_perlu_tindakan("Analis Contoh", "Siti", HARI, daftar, bawahan).split("\n")
    assert found[:4] == KEPALA
    assert found[-2:] == PENUTUP
    return found[4:-2]


def test_nothing_to_do_is_said() -> None:
    assert lines() == ["Menunggu Anda: tidak ada", ""]


def test_a_task_is_told_with_its_dates_its_step_and_its_reminders() -> None:
    work = Pekerjaan(BAHAN, Sisa(1), "Pindahkan Lembar Kerja ke Kirim.", (("H-1", at("2026-04-13 07.30")),))
    assert lines(work) == [
        "Menunggu Anda (1):", "  1. 2026-TW1-LINJAMSOS: sisa 1 hari kerja", "     Kegiatan 3: Menyerahkan bahan.",
        "     Diterima 10/04/2026 08.30, batas 14 April 2026.", "     Pindahkan Lembar Kerja ke Kirim.",
        "     Pengingat: H-1 (13/04/2026 07.30)", ""]


def test_the_most_urgent_stands_first_and_what_has_no_date_last() -> None:
    undated = replace(BAHAN, kunci="K0", untuk="2026-TW1-REHSOS", tenggat=None)
    planned = replace(undated, kunci="K9", untuk="2026-TW1-DAYASOS", rencana=date(2026, 4, 13))
    told = lines(*(Pekerjaan(one, Sisa(None)) for one in (undated, BAHAN, planned, LAIN)))
    assert [line.split(":")[0] for line in told if line.startswith("  ") and line[2].isdigit()] == [
        "  1. 2026-TW1-PFM", "  2. 2026-TW1-DAYASOS", "  3. 2026-TW1-LINJAMSOS", "  4. 2026-TW1-REHSOS"]


def test_the_planned_day_is_told_where_it_is_another_one_than_the_last() -> None:
    def dates(tugas: Tugas) -> str:
        return lines(Pekerjaan(tugas, Sisa(1)))[3].strip()

    assert dates(replace(BAHAN, rencana=date(2026, 4, 13))) == (
        "Diterima 10/04/2026 08.30, batas 14 April 2026, rencana 13 April 2026.")
    assert dates(replace(BAHAN, rencana=date(2026, 4, 14))) == "Diterima 10/04/2026 08.30, batas 14 April 2026."
    assert dates(replace(BAHAN, tenggat=None, rencana=date(2026, 4, 14))) == (
        "Diterima 10/04/2026 08.30, rencana 14 April 2026.")
    assert dates(replace(BAHAN, status=None)) == "Batas 14 April 2026."  # the report of the year is handed to nobody


def test_what_is_late_below_is_told_with_whose_it_is() -> None:
    late = Pekerjaan(LAIN, Sisa(1, terlambat=True), oleh="Analis PFM")
    assert lines(bawahan=(late,))[2:5] == [
        "Terlambat, diteruskan kepada atasan (1):", "  1. 2026-TW1-PFM – Analis PFM: TERLAMBAT 1 hari kerja",
        "     Kegiatan 3: Menyerahkan bahan."]


def test_a_date_to_keep_in_mind_is_named_from_its_first_reminder_on_and_has_no_line_of_dates() -> None:
    assert lines(Pekerjaan(AKHIR, Sisa(50))) == ["Menunggu Anda: tidak ada", ""]
    told = lines(Pekerjaan(AKHIR, Sisa(3), diingatkan=(("H-3", at("2026-06-25 07.30")),)))
    assert told == ["Menunggu Anda: tidak ada", "", "Perlu diingat (1):", "  1. TW II 2026: sisa 3 hari kerja",
                    "     Triwulan II Tahun 2026 berakhir 30 Juni 2026.", "     Pengingat: H-3 (25/06/2026 07.30)", ""]


def test_a_task_of_ones_own_is_no_date_to_keep_in_mind() -> None:
    told = lines(Pekerjaan(BAHAN, Sisa(1), diingatkan=(("H-1", at("2026-04-13 07.30")),)))
    assert "Perlu diingat" not in "\n".join(told)


# who holds the post


SITI = Pejabat("Siti", "", Peran.KABID, "LINJAMSOS", None)
KABID = Pelaksana(Peran.KABID, "LINJAMSOS")


def test_a_post_that_nobody_holds_is_said() -> None:
    assert tell_pejabat(KANTOR, KABID, None) == "(jabatan Kabid Linjamsos sedang kosong)"


def test_an_official_is_told_with_title_and_other_posts() -> None:
    assert tell_pejabat(KANTOR, KABID, SITI) == "Siti, Kabid Linjamsos"
    assert tell_pejabat(KANTOR, KABID, SITI, ("Kasubid A", "Kasubid B")) == (
        "Siti, Kabid Linjamsos; rangkap jabatan Kasubid A, Kasubid B")


def test_an_acting_official_is_told_with_what_the_acting_rests_on() -> None:
    acting = replace(SITI, kedudukan=Kedudukan.PLT)
    title = "Siti, Plt. Kabid Linjamsos"
    assert tell_pejabat(KANTOR, KABID, acting) == title
    assert tell_pejabat(KANTOR, KABID, replace(acting, sk="800/12")) == f"{title} (SK 800/12)"
    assert tell_pejabat(KANTOR, KABID, replace(acting, mulai=date(2026, 4, 1))) == f"{title} (mulai 1 April 2026)"
    assert tell_pejabat(KANTOR, KABID, replace(acting, sk="800/12", mulai=date(2026, 4, 1),
                                               sampai=date(2026, 6, 30))) == (
        f"{title} (SK 800/12, mulai 1 April 2026 sampai 30 Juni 2026)")
    definitive = replace(SITI, sk="800/12", mulai=date(2026, 4, 1))
    assert tell_pejabat(KANTOR, KABID, definitive) == "Siti, Kabid Linjamsos"
