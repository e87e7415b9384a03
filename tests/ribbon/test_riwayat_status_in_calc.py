"""Riwayat and Status in a real Calc: from what the service published, and without it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, KantorUji
from meja_uji import MejaUji, place_of

from kinerja_xl.faces.ribbon.layanan import heartbeat_age, tell_heartbeat


def test_the_acts_are_told_with_people_and_notes(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.act(KABID, "Kirim", catatan="Mohon selesai hari ini.")
    acts = kantor.acts()
    code, told = meja.press("riwayat", meja.open(kantor.waiting(KASUBID)))
    lines = told.splitlines()
    assert (code, lines[0]) == (0, f"Riwayat {BERKAS}: 2 tindakan:")
    assert f"10/04/2026 08.00  tugaskan (versi 2), kode {acts[-1]['kode']}" in lines
    assert "      Catatan: Mohon selesai hari ini." in lines


def test_a_copy_at_home_tells_the_history_of_its_own_sheet(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    kantor.act(KABID, "Kirim", catatan="Mohon selesai hari ini.")
    home = tmp_path / "rumah.xlsx"
    shutil.copy(kantor.waiting(KASUBID), home)
    book = meja.open(home)
    code, told = meja.press("riwayat", book)
    assert (code, told.splitlines()[0]) == (0, f"Riwayat {BERKAS}: 2 tindakan:")
    assert "tugaskan (versi 2)" in told
    assert told.endswith("Dibaca dari lembar Disposisi, karena jejak di Arsip tidak terjangkau dari sini.")
    assert place_of(book)[0] == "Disposisi"


def test_status_tells_this_berkas_what_waits_and_whether_the_service_runs(
        kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("diperintahkan")
    code, told = meja.press("status", meja.open(kantor.waiting(ANALIS)))
    lines = told.splitlines()
    # step 3 has 1 day: received Friday 10 April, the next working day is Monday 13 April
    assert (code, lines[0]) == (0, f"{BERKAS}: Diperintahkan, dipegang LINJAMSOS/Analis sejak 10/04/2026 08.00, "
                                   "tenggat 13/04/2026. Versi 3, putaran 1.")
    assert "Menunggu di LINJAMSOS/Analis: 1 berkas." in lines
    assert lines[-1] == "Layanan sedang berjalan."


def test_status_says_how_long_the_service_has_been_silent(kantor: KantorUji, meja: MejaUji) -> None:
    heartbeat = kantor.akar / "STATUS LAYANAN.txt"
    hours_ago = heartbeat.stat().st_mtime - 3 * 3600
    os.utime(heartbeat, (hours_ago, hours_ago))
    _, told = meja.press("status", meja.open(kantor.waiting(KABID)))
    assert told.endswith("Layanan terakhir melihat folder kantor 3 jam yang lalu; mungkin sedang tidak berjalan.")


def test_status_outside_the_office_says_where_to_press(kantor: KantorUji, meja: MejaUji, tmp_path: Path) -> None:
    shutil.copy(kantor.waiting(KABID), tmp_path / "rumah.xlsx")
    code, told = meja.press("status", meja.open(tmp_path / "rumah.xlsx"))
    assert (code, meja.judul) == (3, "Kinerja K644")
    assert "Buka lembar kerja dari folder Masuk, lalu tekan Status sekali lagi." in told


def test_the_age_of_the_heartbeat_is_told_in_minutes_hours_and_days(tmp_path: Path) -> None:
    assert heartbeat_age(tmp_path) is None
    (tmp_path / "STATUS LAYANAN.txt").write_text("x")
    written = (tmp_path / "STATUS LAYANAN.txt").stat().st_mtime
    assert heartbeat_age(tmp_path, written + 7 * 60) == 7
    assert heartbeat_age(tmp_path, written - 60) == 0
    told = {minutes: tell_heartbeat(minutes) for minutes in (4, 5, 180, 2 * 24 * 60)}
    assert told[4] == "Layanan sedang berjalan."
    assert "5 menit yang lalu" in told[5]
    assert "3 jam yang lalu" in told[180]
    assert "2 hari yang lalu" in told[2880]
    assert tell_heartbeat(None) == "Layanan belum pernah melihat folder kantor ini."
