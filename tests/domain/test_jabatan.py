"""Posts and people: who is the same person, how an acting official is named, and which posts one person holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from laporan_uji import PERIODE, RENCANA, data_after, pengaturan

from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, laporan_bidang
from kinerja_xl.domain.naskah.kepala_naskah import make_nomor, sign_for
from kinerja_xl.domain.office import Kedudukan, Pejabat, Pengaturan
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.jabatan import (
    Orang,
    find_all_rangkap,
    find_rangkap,
    official_title,
    post_of,
    posts_of,
    rangkap_of,
    told_pejabat,
)
from kinerja_xl.domain.sop.sop import Tindakan

HARI = date(2026, 10, 13)
KABID, KASUBID, ANALIS = (Pelaksana(peran, "REHSOS") for peran in (Peran.KABID, Peran.KASUBID, Peran.ANALIS))


def office(*more: Pejabat, without: Pelaksana | None = None) -> Pengaturan:
    settings = pengaturan()
    kept = [p for p in settings.daftar_pejabat if without is None or (p.peran, p.bidang) != (without.peran,
                                                                                            without.bidang)]
    return replace(settings, daftar_pejabat=(*kept, *more))


def acting(kedudukan: Kedudukan = Kedudukan.PLH, jabatan: str = "", **fakta: object) -> Pejabat:
    return Pejabat("Pejabat Pengganti", "199001012015011001", Peran.KABID, "REHSOS", None, jabatan=jabatan,
                   kedudukan=kedudukan, **fakta)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other", "same"), [
    (("1", "Andi"), ("1", "Andi, S.E."), True), (("1", "Andi"), ("2", "Andi"), False),
    (("", "Andi  Baso"), ("2", "andi baso"), True), (("", "Andi"), ("", "Baso"), False), (("", ""), ("", ""), False)])
def test_the_number_says_who_it_is_and_the_name_where_one_has_none(one, other, same) -> None:
    assert Orang(*one).is_same(Orang(*other)) is same


@pytest.mark.parametrize("jabatan", ["Kepala Bidang X", "Plh. Kepala Bidang X", "Plh Kepala Bidang X",
                                     "plt. Kepala Bidang X"])
def test_an_acting_official_is_named_once_as_such(jabatan: str) -> None:
    assert official_title(acting(jabatan=jabatan), "Kabid X") == "Plh. Kepala Bidang X"
    assert official_title(acting(Kedudukan.DEFINITIF, "Plhan Bidang X"), "") == "Plhan Bidang X"


def test_an_acting_official_without_a_title_has_the_one_of_the_post_he_acts_for() -> None:
    head = replace(pengaturan().daftar_pejabat[5], jabatan="Kepala Bidang Rehabilitasi Sosial")
    assert (head.peran, head.bidang) == (Peran.KABID, "REHSOS")
    settings = office(head, acting(mulai=HARI, sampai=HARI), without=KABID)
    assert sign_for(settings, KABID, HARI).jabatan == "Plh. KEPALA BIDANG REHABILITASI SOSIAL,"
    assert sign_for(settings, KABID, date(2026, 10, 14)).jabatan == "KEPALA BIDANG REHABILITASI SOSIAL,"


def test_a_vacant_analis_is_the_kasubid_of_the_same_place() -> None:
    settings = office(without=ANALIS)
    held = settings.pejabat(ANALIS, HARI)
    kasubid = settings.pejabat(KASUBID, HARI)
    assert held is not None
    assert kasubid is not None
    assert (held.nama, held.peran, official_title(held, "Analis X")) == (kasubid.nama, Peran.ANALIS, "Analis X")
    assert find_rangkap(settings, KASUBID, HARI) == ("Analis Rehabilitasi Sosial",)
    assert find_rangkap(settings, ANALIS, HARI) == ("Kasubid Rehabilitasi Sosial",)
    assert find_rangkap(pengaturan(), KASUBID, HARI) == ()


def test_where_the_kasubid_is_vacant_too_nobody_is_the_analis() -> None:
    assert pengaturan().pejabat(Pelaksana(Peran.ANALIS, "DAYASOS"), HARI) is None
    assert find_rangkap(pengaturan(), Pelaksana(Peran.ANALIS, "DAYASOS"), HARI) == ()


def test_while_a_plh_acts_the_definitive_official_does_not_hold_the_post() -> None:
    planner = pengaturan().daftar_pejabat[1]
    double = replace(planner, peran=Peran.KABID, bidang="REHSOS", jabatan="Kepala Bidang Rehabilitasi Sosial")
    settings = office(double, acting(mulai=HARI, sampai=HARI), without=KABID)
    assert find_rangkap(settings, PERENCANAAN, HARI) == ()
    assert find_rangkap(settings, PERENCANAAN, date(2026, 10, 14)) == ("Kepala Bidang Rehabilitasi Sosial",)


def test_a_row_of_the_ledger_says_how_it_was_acted() -> None:
    row = {"pejabat": "Andi (Kabid)", "rangkap": ["Kasubid"], "naskah_sha256": "ab"}
    assert told_pejabat(row) == "Andi (Kabid), rangkap jabatan, dengan naskah bertanda tangan"
    assert told_pejabat({"pejabat": "Andi (Kabid)", "rangkap": []}) == "Andi (Kabid)"
    assert rangkap_of(row) == ("Kasubid",)
    assert rangkap_of({}) == rangkap_of({"rangkap": "Kasubid"}) == ()  # a row of before, or not one of ours


def test_the_settings_say_who_signs_which_paper() -> None:
    settings = pengaturan()
    data = data_after(Tindakan.SETUJUI, "REHSOS")
    plain = laporan_bidang(JenisLaporan.DATA_KINERJA, settings, RENCANA, PERIODE, data)
    assert [p.nama for p in plain.penanda] == ["Pejabat Contoh 20", "Pejabat Contoh 21"]
    chosen = replace(settings, instansi=replace(settings.instansi, data_kinerja_disetujui=Peran.KEPALA_DINAS,
                                                data_kinerja_disusun=Peran.ANALIS))
    other = laporan_bidang(JenisLaporan.DATA_KINERJA, chosen, RENCANA, PERIODE, data)
    assert [p.nama for p in other.penanda] == ["Pejabat Contoh 1, S.Sos., M.Si.", "Pejabat Contoh 22"]


def test_the_sekretaris_signs_as_head_of_his_sekretariat_also_when_another_acts_for_him() -> None:
    assert post_of(pengaturan(), Peran.SEKRETARIS, "REHSOS", None) == Pelaksana(Peran.SEKRETARIS)
    sekretaris = Pejabat("S", "", Peran.SEKRETARIS, "SEKRETARIAT", None)
    post = post_of(office(sekretaris), Peran.SEKRETARIS, "REHSOS", None)
    assert post == Pelaksana(Peran.KABID, "SEKRETARIAT")


@pytest.mark.parametrize(("pola", "kode", "nomor"), [
    ("[nomor]/[kode]/[singkatan]/[bulan romawi]/[tahun]", "000.8.3", f"{'…' * 6}/000.8.3/DINSOS/X/2026"),
    ("[kode]/[nomor]/2026", "", f"{'…' * 6}/{'…' * 6}/2026"), ("tanpa nomor", "", "tanpa nomor")])
def test_the_number_of_a_paper_is_left_to_the_agenda_clerk(pola: str, kode: str, nomor: str) -> None:
    instansi = replace(pengaturan().instansi, pola_nomor=pola, kode_klasifikasi=kode)
    assert make_nomor(instansi, HARI) == nomor


def test_the_posts_of_everybody_at_once_are_those_of_each_post_alone() -> None:
    planner = pengaturan().daftar_pejabat[1]
    double = replace(planner, peran=Peran.KABID, bidang="REHSOS", jabatan="Kepala Bidang Rehabilitasi Sosial")
    unnumbered = replace(double, nip="", nama=f"  {planner.nama.upper()}")
    for settings in (pengaturan(), office(without=ANALIS), office(double, without=KABID),
                     office(unnumbered, without=KABID), office(double, acting(mulai=HARI, sampai=HARI), without=KABID)):
        every = find_all_rangkap(settings, HARI)
        assert every == {post: find_rangkap(settings, post, HARI) for post in posts_of(settings)}
    assert find_all_rangkap(office(unnumbered, without=KABID), HARI)[PERENCANAAN] == (
        "Kepala Bidang Rehabilitasi Sosial",)
