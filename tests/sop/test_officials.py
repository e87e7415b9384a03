"""Who acts: two posts in one person, officials who act for others, vacant posts, and nobody approves his own report."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date

import pytest
from kantor_jalan import KABID, KASUBID, PERENCANAAN, KantorUji
from pejabat_uji import CETAK, UNIT, change_officials, disposisi, find, paper, plh, same_person, signatures

from kinerja_xl.domain.office import Kedudukan, Pejabat
from kinerja_xl.domain.roles import Peran

KEPALA = "Kepala Bidang Perlindungan dan Jaminan Sosial"
SUBBIDANG = "Kepala Subbidang Perlindungan dan Jaminan Sosial"
ANALIS_DATA = "Analis Data Perlindungan dan Jaminan Sosial"
SEKRETARIS, KASUBAG = "SEKRETARIAT/Sekretaris", "SEKRETARIAT/Kasubag"


# one person in two posts


def test_a_kasubid_who_is_also_analis_acts_once_per_post_and_each_act_names_the_other(kantor: KantorUji) -> None:
    same_person(kantor, (Peran.ANALIS, "LINJAMSOS"), (Peran.KASUBID, "LINJAMSOS"))
    kantor.play_to("diajukan")
    told = [(act["tindakan"], act["pejabat"], act["rangkap"]) for act in kantor.acts()[1:]]
    assert told == [
        ("tugaskan", f"Pejabat Contoh 9 ({KEPALA})", []),
        ("perintahkan", f"Pejabat Contoh 10 ({SUBBIDANG})", [ANALIS_DATA]),
        ("serahkan bahan", f"Pejabat Contoh 10 ({ANALIS_DATA})", [SUBBIDANG]),
        ("ajukan laporan", f"Pejabat Contoh 10 ({SUBBIDANG})", [ANALIS_DATA])]
    _, plain, _ = kantor.command("riwayat", "2026-TW1-LINJAMSOS")
    assert plain.count("rangkap jabatan: ") == 3


def test_the_papers_and_the_worksheet_of_such_acts_say_rangkap_jabatan(kantor: KantorUji) -> None:
    same_person(kantor, (Peran.ANALIS, "LINJAMSOS"), (Peran.KASUBID, "LINJAMSOS"))
    kantor.play_to("disetujui")
    assert "rangkap jabatan" not in paper(kantor, f"Disposisi 5 {UNIT}").replace(f"({SUBBIDANG}, rangkap jabatan)", "")
    order = paper(kantor, f"Disposisi 2 {UNIT}")
    assert f"Pejabat Contoh 10 ({SUBBIDANG}, rangkap jabatan)" in order
    assert f"Pemberi disposisi juga menjabat {ANALIS_DATA}" in order
    for name, acts in (("Bahan Laporan Data Kinerja", 2), ("Laporan Data Kinerja", 1)):
        text = paper(kantor, f"{name} {UNIT}")
        assert f"Pejabat Contoh 10 ({ANALIS_DATA}), rangkap jabatan, " in text
        assert text.count("(rangkap jabatan)") == acts  # the blocks of this person; the Kabid has one post
    history = " ".join(disposisi(kantor.waiting(KASUBID)))
    assert history.count("(rangkap jabatan)") == 3  # his three acts, not the Kabid's two


def test_a_kasubag_who_is_also_kasubag_perencanaan_is_marked_in_both_posts_and_in_the_quarters_report(
        kantor: KantorUji) -> None:
    same_person(kantor, (Peran.KASUBID, "SEKRETARIAT"), (Peran.PERENCANAAN, None))
    name = "Lembar Kerja SEKRETARIAT TW I 2026.xlsx"
    for role, folder in ((SEKRETARIS, "Kirim"), (KASUBAG, "Kirim"), ("SEKRETARIAT/Analis", "Kirim"), (KASUBAG, "Kirim"),
                         (SEKRETARIS, "Setujui"), (KASUBAG, "Kirim")):
        values = kantor.good_values(role) if role.endswith("Analis") else {}
        kantor.act(role, folder, {key: value for key, value in values.items() if key.tabel == "subkegiatan"})
    assert kantor.files("Perencanaan/Masuk") == [name]
    kantor.act(PERENCANAAN, "Rekomendasikan")
    acts = {str(act["tindakan"]): act["rangkap"] for act in kantor.acts("2026-TW1-SEKRETARIAT")}
    assert acts["serahkan ke perencanaan"] == ["Kepala Subbagian Perencanaan"]
    assert acts["rekomendasikan"] == ["Kepala Subbagian Umum dan Kepegawaian"]  # sent by himself, and marked so
    assert acts["setujui"] == []
    report = paper(kantor, "Laporan Triwulan I 2026 DRAF", "Perencanaan/Laporan")
    assert report.count("(rangkap jabatan)") == 1


def test_a_mark_once_made_does_not_change_with_the_settings(kantor: KantorUji) -> None:
    same_person(kantor, (Peran.ANALIS, "LINJAMSOS"), (Peran.KASUBID, "LINJAMSOS"))
    kantor.play_to("diperintahkan")

    def part(daftar: list[Pejabat]) -> list[Pejabat]:
        index = find(daftar, Peran.ANALIS)
        daftar[index] = replace(daftar[index], nama="Pejabat Contoh 90", nip="199001012015011090")
        daftar[find(daftar, Peran.KASUBID)] = replace(daftar[find(daftar, Peran.KASUBID)], nama="Pejabat Contoh 91",
                                                      nip="199001012015011091")
        return daftar

    change_officials(kantor, part)
    assert kantor.acts()[-1]["rangkap"] == [ANALIS_DATA]
    (kantor.akar / CETAK / f"Disposisi 2 {UNIT}.docx").unlink()
    code, _, _ = kantor.report("disposisi", "--bidang", "LINJAMSOS", "--langkah", "2")
    assert code == 0
    again = paper(kantor, f"Disposisi 2 {UNIT}")
    assert f"Pejabat Contoh 10 ({SUBBIDANG}, rangkap jabatan)" in again
    assert "Pejabat Contoh 91" not in again


# acting for another


def test_a_plh_acts_and_signs_on_the_days_of_his_period_only(kantor: KantorUji) -> None:
    week = plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 13), date(2026, 4, 17))
    change_officials(kantor, lambda daftar: [*daftar, week])
    kantor.act(KABID, "Kirim")  # Friday 10 April
    kantor.jam = "2026-04-13T08:00"
    kantor.play_to("diajukan")
    kantor.jam = "2026-04-17T15:00"
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi faktor penghambat.")
    kantor.act(KASUBID, "Kirim")
    kantor.jam = "2026-04-20T08:00"
    kantor.act(KABID, "Setujui")
    by = [str(act["pejabat"]) for act in kantor.acts() if "Kepala Bidang" in str(act["pejabat"])]
    assert by == [f"Pejabat Contoh 9 ({KEPALA})", f"Pejabat Contoh 80 (Plh. {KEPALA})", f"Pejabat Contoh 9 ({KEPALA})"]
    returned = paper(kantor, f"Disposisi 5 {UNIT}")
    assert f"Plh. {KEPALA.upper()}, / Pejabat Contoh 80 / Pembina (IV/a) / NIP. 19850505 201005 1 001 |" in returned
    first, approved = paper(kantor, f"Disposisi 1 {UNIT}"), paper(kantor, f"Disposisi 5 {UNIT} (2)")
    assert "Plh." not in first + approved
    assert f" / {KEPALA.upper()}, / Pejabat Contoh 9 / " in first
    assert signatures(kantor, f"Laporan Data Kinerja {UNIT}")[0][1:4] == [f"{KEPALA.upper()},", "Pejabat Contoh 9",
                                                                         "Pembina (IV/a)"]


def test_a_paper_printed_again_after_the_period_still_names_who_acted(kantor: KantorUji) -> None:
    change_officials(kantor, lambda daftar: [
        *daftar, plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 10), date(2026, 4, 10))])
    kantor.act(KABID, "Kirim")
    kantor.jam = "2026-05-04T08:00"
    change_officials(kantor, lambda daftar: [p for p in daftar if p.nama != "Pejabat Contoh 80"])
    (kantor.akar / CETAK / f"Disposisi 1 {UNIT}.docx").unlink()
    code, _, _ = kantor.report("disposisi", "--bidang", "LINJAMSOS")
    assert code == 0
    assert f"Plh. {KEPALA.upper()}, / Pejabat Contoh 80 / " in paper(kantor, f"Disposisi 1 {UNIT}")


# vacant posts


def test_a_vacant_analis_is_the_kasubid_who_acts_from_both_folders(kantor: KantorUji) -> None:
    change_officials(kantor, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != (Peran.ANALIS, "LINJAMSOS")])
    kantor.play_to("bahan_diserahkan")
    act = kantor.acts()[-1]
    title = "Analis Perlindungan dan Jaminan Sosial"
    assert (act["tindakan"], act["pejabat"], act["rangkap"]) == (
        "serahkan bahan", f"Pejabat Contoh 10 ({title})", [SUBBIDANG])
    left, right = signatures(kantor, f"Bahan Laporan Data Kinerja {UNIT}")
    assert left[:4] == ["Diterima oleh:", f"{SUBBIDANG.upper()},", "(rangkap jabatan)", "Pejabat Contoh 10"]
    assert right[1:5] == ["Diserahkan oleh:", f"{title.upper()},", "(rangkap jabatan)", "Pejabat Contoh 10"]


def test_another_vacant_post_acts_under_its_title_with_a_visible_gap_on_paper(kantor: KantorUji) -> None:
    change_officials(kantor, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != (Peran.KABID, "LINJAMSOS")])
    kantor.play_to("ditugaskan")
    assert (kantor.acts()[-1]["pejabat"], kantor.acts()[-1]["rangkap"]) == ("LINJAMSOS – Kabid", [])
    assert "[Belum diisi: nama Kabid Perlindungan dan Jaminan Sosial]" in paper(kantor, f"Disposisi 1 {UNIT}")


@pytest.mark.parametrize(("status", "role", "folder", "post", "told"), [
    ("diajukan", KABID, "Setujui", (Peran.KABID, "LINJAMSOS"),
     "Jabatan Kabid Perlindungan dan Jaminan Sosial sedang kosong, sehingga tidak ada yang dapat menyetujui"),
    ("diterima_perencanaan", "Perencanaan", "Rekomendasikan", (Peran.PERENCANAAN, None),
     "Jabatan Kasubag Perencanaan sedang kosong, sehingga tidak ada yang dapat merekomendasikan")])
def test_nobody_in_a_vacant_post_approves_until_somebody_acts_for_it(
        kantor: KantorUji, status: str, role: str, folder: str, post: tuple[Peran, str | None], told: str) -> None:
    kantor.play_to(status)
    change_officials(kantor, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != post])
    before = len(kantor.acts())
    assert kantor.act(role, folder)["ditolak"] == 1
    assert (kantor.status(), len(kantor.acts())) == (status, before)
    (catatan,) = [c for c in kantor.catatan(role) if c["tingkat"] == "tolak"]
    assert (catatan["kode"], catatan["lembar"]) == ("C509", "Disposisi")
    assert catatan["pesan"].startswith(told)
    change_officials(kantor, lambda daftar: [*daftar, replace(
        plh("Pejabat Contoh 80", post[0], date(2026, 4, 1), date(2026, 12, 31), post[1]), kedudukan=Kedudukan.PLT)])
    assert kantor.act(role, folder)["diterima"] == 1
    assert str(kantor.acts()[-1]["pejabat"]).startswith("Pejabat Contoh 80 (Plt. ")


def test_a_report_can_be_returned_from_a_vacant_post(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    change_officials(kantor, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != (Peran.KABID, "LINJAMSOS")])
    assert kantor.act(KABID, "Kembalikan", catatan="Belum ada yang memeriksa.")["diterima"] == 1


# nobody approves what he sent


def promote(daftar: list[Pejabat]) -> list[Pejabat]:
    """The Kasubid becomes Kabid on 14 April; his old post is empty from then on."""
    kabid, kasubid = find(daftar, Peran.KABID), find(daftar, Peran.KASUBID)
    new = replace(daftar[kabid], nama=daftar[kasubid].nama, nip=daftar[kasubid].nip, mulai=date(2026, 4, 14))
    daftar[kabid] = replace(daftar[kabid], sampai=date(2026, 4, 13))
    daftar[kasubid] = replace(daftar[kasubid], sampai=date(2026, 4, 13))
    return [*daftar, new]


@pytest.fixture
def promoted(kantor: KantorUji) -> KantorUji:
    """The Kasubid sent the report on 13 April; on the 14th he is Kabid and no longer Kasubid."""
    change_officials(kantor, promote)
    kantor.jam = "2026-04-13T08:00"
    kantor.play_to("diajukan")
    kantor.jam = "2026-04-14T08:00"
    return kantor


def test_who_sent_the_report_may_not_approve_it_after_his_promotion(promoted: KantorUji) -> None:
    assert promoted.act(KABID, "Setujui")["ditolak"] == 1
    assert promoted.status() == "diajukan"
    (catatan,) = [c for c in promoted.catatan(KABID) if c["tingkat"] == "tolak"]
    assert (catatan["kode"], catatan["lembar"]) == ("C503", "Disposisi")
    assert catatan["pesan"].startswith("Pejabat Contoh 10 sudah bertindak sebagai pengirim (jabatan Kasubid")
    assert "Plh. atau Plt. Kabid Perlindungan dan Jaminan Sosial" in catatan["pesan"]
    assert promoted.act(KABID, "Kembalikan", catatan="Diajukan kembali oleh Kasubid yang baru.")["diterima"] == 1


def test_a_plh_may_approve_it(promoted: KantorUji) -> None:
    promoted.act(KABID, "Setujui")
    change_officials(promoted, lambda daftar: [
        *daftar, plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 14), date(2026, 4, 14))])
    promoted.act(KABID, "Setujui")
    assert promoted.status() == "disetujui"
    assert promoted.acts()[-1]["pejabat"] == f"Pejabat Contoh 80 (Plh. {KEPALA})"


def test_one_who_is_kasubid_again_that_day_may_approve_it_and_is_marked(promoted: KantorUji) -> None:
    def again(daftar: list[Pejabat]) -> list[Pejabat]:
        index = find(daftar, Peran.KASUBID)
        daftar[index] = replace(daftar[index], sampai=None)
        return daftar

    change_officials(promoted, again)
    promoted.act(KABID, "Setujui")
    assert (promoted.status(), promoted.acts()[-1]["rangkap"]) == ("disetujui", [SUBBIDANG])


def test_a_new_kasubid_named_in_the_catatan_may_send_it_anew(promoted: KantorUji) -> None:
    def fill_post(daftar: list[Pejabat]) -> list[Pejabat]:
        old = daftar[find(daftar, Peran.KASUBID)]
        return [*daftar, replace(old, nama="Pejabat Contoh 70", nip="199003032015031070", mulai=date(2026, 4, 14),
                                 sampai=None)]

    change_officials(promoted, fill_post)
    promoted.act(KABID, "Setujui")
    assert f"diajukan kembali oleh Pejabat Contoh 70 ({SUBBIDANG})" in promoted.catatan(KABID)[0]["pesan"]
    promoted.act(KABID, "Kembalikan", catatan="Mohon diajukan kembali.")
    promoted.act(KASUBID, "Kirim")
    promoted.act(KABID, "Setujui")
    assert promoted.status() == "disetujui"


def test_without_a_number_the_name_says_who_it_is(kantor: KantorUji) -> None:
    def nameless(daftar: list[Pejabat]) -> list[Pejabat]:
        return [replace(p, nip="") if p.nama == "Pejabat Contoh 10" else p for p in promote(daftar)]

    change_officials(kantor, nameless)
    kantor.jam = "2026-04-13T08:00"
    kantor.play_to("diajukan")
    kantor.jam = "2026-04-14T08:00"
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1


def test_a_sender_who_becomes_kasubag_perencanaan_may_not_recommend_it(kantor: KantorUji) -> None:
    def move(daftar: list[Pejabat]) -> list[Pejabat]:
        kasubid, planner = find(daftar, Peran.KASUBID), find(daftar, Peran.PERENCANAAN, None)
        new = replace(daftar[planner], nama=daftar[kasubid].nama, nip=daftar[kasubid].nip, mulai=date(2026, 4, 14))
        daftar[planner] = replace(daftar[planner], sampai=date(2026, 4, 13))
        daftar[kasubid] = replace(daftar[kasubid], sampai=date(2026, 4, 13))
        return [*daftar, new]

    change_officials(kantor, move)
    kantor.jam = "2026-04-13T08:00"
    kantor.play_to("diterima_perencanaan")
    kantor.jam = "2026-04-14T08:00"
    kantor.act(PERENCANAAN, "Rekomendasikan")
    assert kantor.status() == "diterima_perencanaan"
    (catatan,) = [c for c in kantor.catatan(PERENCANAAN) if c["tingkat"] == "tolak"]
    assert "tidak boleh merekomendasikan" in catatan["pesan"]


def test_taking_an_approval_back_does_not_make_its_author_the_sender(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    name = kantor.waiting(KABID).name
    kantor.act(KABID, "Setujui")
    sent = kantor.akar / KABID / "Terkirim" / name.replace(".xlsx", " (2).xlsx")  # the first was the assignment
    shutil.copy(sent, kantor.akar / KABID / "Masuk" / name)
    kantor.serve()
    assert kantor.acts()[-1]["tindakan"] == "tarik kembali"
    kantor.act(KABID, "Setujui")
    assert kantor.status() == "disetujui"
