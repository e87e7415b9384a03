"""Bidang and titles that change while the year runs: what is possible goes on, what is not says when it will be."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, KantorUji

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Perhitungan
from kinerja_xl.domain.office import Bidang, Pengaturan, SubBidang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

DATA = Bidang("Bidang Data dan Informasi", "DATA", (), "Ketua Tim", "Sub-Koordinator", "Pengolah Data")


def settings(change: Callable[[Bidang], Bidang], *more: Bidang) -> Pengaturan:
    """The sample's settings with LINJAMSOS changed and bidang added."""
    sample = contoh_pengaturan(2026)
    return replace(sample, daftar_bidang=(
        *(change(bidang) if bidang.singkatan == "LINJAMSOS" else bidang for bidang in sample.daftar_bidang), *more))


def same(bidang: Bidang) -> Bidang:
    return bidang


def new_title(bidang: Bidang) -> Bidang:
    return replace(bidang, sebutan_kasubid="Subkoordinator")


def save(kantor: KantorUji, pengaturan: Pengaturan) -> str:
    """Save Pengaturan.xlsx as the planner does, serve, and return what the status says."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    path.write_bytes(make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan))
    kantor.serve()
    return kantor.layanan()


def hand_in(kantor: KantorUji, rencana: RencanaAksi, pengaturan: Pengaturan) -> None:
    path = kantor.akar / "Perencanaan" / "Masuk" / "Rencana Aksi 2026.xlsx"
    path.write_bytes(make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana, pengaturan))
    kantor.serve()
    assert kantor.held() == []


def with_data(mulai: int) -> RencanaAksi:
    """The sample's plan as its second version, with an indicator for the new bidang."""
    plan = contoh_rencana(2026)
    first = next(i for i in plan.daftar_indikator if i.perhitungan is Perhitungan.POSISI and not i.digabung_dari)
    numbers = (Decimal(70), Decimal(75), Decimal(80), Decimal(85))
    new = replace(first, kode="DAT-01", nama="Persentase data terpadu yang mutakhir", bidang="DATA", sub_bidang=None,
                  target_tw=numbers, target_tahun=Decimal(85), iku=False)
    return replace(plan, daftar_indikator=(*plan.daftar_indikator, new), versi=2, berlaku_mulai=mulai,
                   dasar=Dasar(JenisDasar.PK_PERUBAHAN, "1/PK-P/2026", date(2026, 4, 10)), daftar_perubahan=())


def finish(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")


# a bidang is added


def test_a_bidang_added_in_mid_year_gets_worksheets_from_the_quarter_of_its_plan_on(kantor: KantorUji) -> None:
    pengaturan = settings(same, DATA)
    kantor.jam = "2026-06-15T08:00"
    said = save(kantor, pengaturan)
    assert "K2" not in said
    for folder in ("Ketua Tim/Setujui", "Sub-Koordinator/Kembalikan", "Pengolah Data/Masuk", "Cetak"):
        assert (kantor.akar / "DATA" / folder).is_dir()
    hand_in(kantor, with_data(mulai=2), pengaturan)
    assert kantor.files("DATA/Ketua Tim/Masuk") == []  # TW I was without it
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()
    assert kantor.files("DATA/Ketua Tim/Masuk") == ["Lembar Kerja DATA TW II 2026.xlsx"]
    kantor.act("DATA/Ketua Tim", "Kirim")
    assert kantor.status("2026-TW2-DATA") == "ditugaskan"
    assert kantor.files("DATA/Sub-Koordinator/Masuk") == ["Lembar Kerja DATA TW II 2026.xlsx"]


# a bidang is renamed or taken away


def test_another_short_name_is_refused_with_the_way_to_a_new_bidang(kantor: KantorUji) -> None:
    renamed = settings(lambda bidang: replace(bidang, singkatan="LINJAM"))
    people = tuple(replace(p, bidang="LINJAM") if p.bidang == "LINJAMSOS" else p for p in renamed.daftar_pejabat)
    said = save(kantor, replace(renamed, daftar_pejabat=people))
    assert "K210" in said
    assert "mengubah singkatan LINJAMSOS menjadi LINJAM (Bidang Perlindungan dan Jaminan Sosial)" in said
    assert "nama panjangnya boleh diubah" in said
    assert not (kantor.akar / "LINJAM").exists()
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"  # with the settings it had


def test_another_long_name_is_in_force_at_once(kantor: KantorUji) -> None:
    said = save(kantor, settings(lambda bidang: replace(bidang, nama="Bidang Perlindungan Sosial")))
    assert "K2" not in said
    assert (kantor.akar / "Arsip/Pengaturan/Pengaturan v2.xlsx").exists()


def test_a_bidang_that_is_taken_away_is_asked_to_stay_in_the_settings(kantor: KantorUji) -> None:
    sample = contoh_pengaturan(2026)
    left = replace(sample, daftar_bidang=tuple(b for b in sample.daftar_bidang if b.singkatan != "PFM"),
                   daftar_pejabat=tuple(p for p in sample.daftar_pejabat if p.bidang != "PFM"))
    said = save(kantor, left)
    assert "K204" in said
    assert "cukup dikeluarkan dari Rencana Aksi" in said


# titles


def test_a_title_can_change_when_the_named_work_is_done_and_says_so(kantor: KantorUji) -> None:
    kantor.play_to("ditugaskan")
    said = save(kantor, settings(new_title))
    assert "K205" in said
    assert "mengubah nama folder LINJAMSOS/Kasubid menjadi LINJAMSOS/Subkoordinator" in said
    assert f"sebutan baru dapat dipakai setelah berkas ini selesai: {BERKAS} (dipegang {KASUBID})." in said
    assert not (kantor.akar / "LINJAMSOS" / "Subkoordinator").exists()
    finish(kantor)
    kantor.serve()
    assert "K205" not in kantor.layanan()
    assert (kantor.akar / "LINJAMSOS" / "Subkoordinator" / "Masuk").is_dir()


def test_what_lay_in_a_role_folder_comes_along_to_its_new_name(kantor: KantorUji) -> None:
    (kantor.akar / KASUBID / "Kirim" / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 100)
    finish(kantor)
    (kantor.akar / KASUBID / "catatan.txt").write_text("milik saya", encoding="utf-8")
    sent = kantor.files(f"{KASUBID}/Terkirim")
    assert [held["folder"] for held in kantor.held()] == [f"{KASUBID}/Ditahan"]
    save(kantor, settings(new_title))
    assert not (kantor.akar / KASUBID).exists()
    new = kantor.akar / "LINJAMSOS" / "Subkoordinator"
    assert kantor.files("LINJAMSOS/Subkoordinator/Terkirim") == sent
    assert (new / "catatan.txt").read_text(encoding="utf-8") == "milik saya"
    assert [held["folder"] for held in kantor.held()] == ["LINJAMSOS/Subkoordinator/Ditahan"]
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()
    kantor.act(KABID, "Kirim")
    assert kantor.files("LINJAMSOS/Subkoordinator/Masuk") == [LEMBAR.replace("TW I ", "TW II ")]
    assert kantor.command("verifikasi", clock=False)[0] == 0


def test_titles_that_change_places_leave_each_ones_files_to_him(kantor: KantorUji) -> None:
    finish(kantor)
    sent = kantor.files(f"{ANALIS}/Terkirim")
    save(kantor, settings(lambda bidang: replace(bidang, sebutan_kasubid="Analis", sebutan_analis="Kasubid")))
    assert kantor.files(f"{ANALIS}/Terkirim") == sent  # not moved over another's
    assert "K2" not in kantor.layanan()


# sub bidang are added


def test_a_berkas_under_way_ends_where_it_began_when_its_bidang_gets_sub_bidang(kantor: KantorUji) -> None:
    kantor.play_to("ditugaskan")
    split = settings(lambda bidang: replace(bidang, daftar_sub=(SubBidang("Seksi Linsos", "LINSOS"),
                                                               SubBidang("Seksi Jamsos", "JAMSOS"))))
    split = replace(split, daftar_pejabat=tuple(
        p for p in split.daftar_pejabat if p.bidang != "LINJAMSOS" or p.peran.value == "Kabid"))
    said = save(kantor, split)
    assert "K2" not in said
    assert (kantor.akar / "LINJAMSOS" / "Kasubid LINSOS" / "Masuk").is_dir()
    kantor.act(KASUBID, "Kirim")
    kantor.act(ANALIS, "Kirim", kantor.good_values())
    assert kantor.status() == "bahan_diserahkan"
    finish(kantor)
    assert kantor.status() == "direkomendasikan"


@pytest.mark.parametrize("stranger", ["LINJAMSOS lama", "PFM 2025"])
def test_a_stray_folder_is_never_served(kantor: KantorUji, stranger: str) -> None:
    shutil.copytree(kantor.akar / "LINJAMSOS", kantor.akar / stranger)
    shutil.move(kantor.akar / stranger / "Kabid/Masuk" / LEMBAR, kantor.akar / stranger / "Kabid/Kirim" / LEMBAR)
    kantor.serve()
    assert kantor.status() == "baru"
    assert kantor.files(f"{stranger}/Kabid/Kirim") == [LEMBAR]
