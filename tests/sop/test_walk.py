"""The SOP walked through real folders: every row of the contract that a folder carries, and every refusal."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from decimal import Decimal

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.templates import shipped_template

FORWARD = [
    # status before, role, folder, status after, who gets it
    ("baru", KABID, "Kirim", "ditugaskan", KASUBID),
    ("ditugaskan", KASUBID, "Kirim", "diperintahkan", ANALIS),
    ("diperintahkan", ANALIS, "Kirim", "bahan_diserahkan", KASUBID),
    ("bahan_diserahkan", KASUBID, "Kirim", "diajukan", KABID),
    ("diajukan", KABID, "Setujui", "disetujui", KASUBID),
    ("disetujui", KASUBID, "Kirim", "diterima_perencanaan", PERENCANAAN),
    ("diterima_perencanaan", PERENCANAAN, "Rekomendasikan", "direkomendasikan", None),
]
RETURNS = [
    ("diajukan", KABID, "dikembalikan", KASUBID),
    ("bahan_diserahkan", KASUBID, "diperintahkan", ANALIS),
    ("diterima_perencanaan", PERENCANAAN, "dikembalikan", KASUBID),
]
NOTE = "Lengkapi realisasi bulan Maret."


@pytest.mark.parametrize(("before", "role", "folder", "after", "receiver"), FORWARD, ids=[row[3] for row in FORWARD])
def test_moving_the_worksheet_forward_is_the_act(kantor: KantorUji, before: str, role: str, folder: str, after: str,
                                                 receiver: str | None) -> None:
    kantor.play_to(before)
    if role == ANALIS:
        kantor.fill(role, kantor.good_values())
    versi = kantor.row()["versi"]
    sent = kantor.move(role, folder).read_bytes()
    assert kantor.serve()["diterima"] == 1
    row = kantor.row()
    assert (row["status"], row["pemegang"], row["versi"]) == (after, receiver, int(str(versi)) + 1)
    assert kantor.files(f"{role}/{folder}") == []
    archived = kantor.akar / "Arsip" / "2026" / "TW I" / "LINJAMSOS" / LEMBAR.replace(".xlsx", f" v{row['versi']}.xlsx")
    assert archived.read_bytes() == sent
    assert (kantor.akar / role / "Terkirim" / LEMBAR).exists()
    act = kantor.acts()[-1]
    assert (act["dari"], act["ke"], act["dasar"]) == (before, after, "folder")
    assert act["sha256"] == hashlib.sha256(sent).hexdigest()
    if receiver:
        delivered = kantor.waiting(receiver).read_bytes()
        sheet = read_lembar_kerja(delivered, LEMBAR)
        assert sheet.identitas.versi == row["versi"]
        assert sheet.sel == read_lembar_kerja(sent, LEMBAR).sel


@pytest.mark.parametrize(("before", "role", "after", "receiver"), RETURNS, ids=[f"{r[0]} {r[2]}" for r in RETURNS])
def test_a_return_needs_a_note_and_raises_the_round(kantor: KantorUji, before: str, role: str, after: str,
                                                    receiver: str) -> None:
    kantor.play_to(before)
    assert kantor.act(role, "Kembalikan")["ditolak"] == 1  # no note: back in Masuk with one catatan
    assert kantor.status() == before
    (catatan,) = kantor.catatan(role)
    assert catatan["kode"] == "C208"
    assert kantor.act(role, "Kembalikan", catatan=NOTE)["diterima"] == 1
    row = kantor.row()
    assert (row["status"], row["pemegang"], row["putaran"]) == (after, receiver, 2)
    assert kantor.acts()[-1]["catatan"] == NOTE
    note = read_lembar_kerja(kantor.waiting(receiver).read_bytes(), LEMBAR).catatan_disposisi
    assert note == ""  # the note was delivered with the slip; the cell is free for the next one


def test_after_a_return_the_kasubid_may_correct_and_submit_again(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan=NOTE)
    kode = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR).baris("indikator")[0]
    kantor.act(KASUBID, "Kirim", {Kunci("indikator", kode, "realisasi_tw1"): Decimal(95)})
    assert kantor.status() == "diajukan"
    sheet = read_lembar_kerja(kantor.waiting(KABID).read_bytes(), LEMBAR)
    assert sheet.value("indikator", kode, "realisasi_tw1") == Decimal(95)


def test_a_worksheet_that_is_not_right_comes_back_with_all_its_catatan(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    result = kantor.act(ANALIS, "Kirim")
    assert (result["ditolak"], result["diterima"]) == (1, 0)
    assert kantor.status() == "diperintahkan"
    codes = [c["kode"] for c in kantor.catatan(ANALIS) if c["tingkat"] == "tolak"]
    assert codes == ["C104", "C104"]  # two indicators of Linjamsos, both blank without a reason
    assert all(c["sel"] for c in kantor.catatan(ANALIS))
    kantor.act(ANALIS, "Kirim", kantor.good_values())
    assert kantor.status() == "bahan_diserahkan"
    assert all(c["tingkat"] != "tolak" for c in kantor.catatan(KASUBID))


def test_checking_a_file_says_the_same_without_moving_it(kantor: KantorUji, capsys: pytest.CaptureFixture[str]) -> None:
    kantor.play_to("diperintahkan")
    waiting = str(kantor.waiting(ANALIS))
    capsys.readouterr()
    assert run(["periksa", waiting, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["berkas"], answer["diterima"]) == (BERKAS, False)
    assert [c["kode"] for c in answer["catatan"] if c["tingkat"] == "tolak"] == ["C104", "C104"]
    assert set(answer["catatan"][0]) == {"kode", "tingkat", "lembar", "sel", "pesan"}
    kantor.fill(ANALIS, kantor.good_values())
    assert run(["periksa", waiting, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["diterima"] is True


def test_a_final_report_is_refused_while_a_placeholder_stands(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    capture = kantor.data.parent / "final.docx"
    code, _, err = kantor.report("triwulan", "--final", "-o", str(capture))
    assert (code, err[:4]) == (3, "K906")
    assert "Langkah berikut: Lengkapi bagian yang disebutkan" in err
    assert not capture.exists()


def test_a_blank_realisasi_with_a_reason_is_accepted(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    reasons = {key: value for key, value in kantor.good_values().items() if "keterangan" in key.kolom}
    assert kantor.act(ANALIS, "Kirim", reasons)["diterima"] == 1


def test_the_wrong_one_of_kirim_and_setujui_gives_the_worksheet_back(kantor: KantorUji) -> None:
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1
    assert kantor.status() == "baru"
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C501"]
    kantor.play_to("diajukan")
    assert kantor.act(KABID, "Kirim")["ditolak"] == 1
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C501"]


def test_returning_where_the_sop_has_no_return_gives_the_worksheet_back(kantor: KantorUji) -> None:
    assert kantor.act(KABID, "Kembalikan", catatan=NOTE)["ditolak"] == 1
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C502"]
    assert kantor.status() == "baru"


def test_a_role_may_not_change_what_is_not_its_own(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    kode = read_lembar_kerja(kantor.waiting(KABID).read_bytes(), LEMBAR).baris("indikator")[0]
    assert kantor.act(KABID, "Setujui", {Kunci("indikator", kode, "realisasi_tw1"): Decimal(1)})["ditolak"] == 1
    assert kantor.status() == "diajukan"
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C401"]


def test_a_role_that_does_not_hold_the_berkas_cannot_act(kantor: KantorUji) -> None:
    early = kantor.waiting(KABID).read_bytes()
    (kantor.akar / ANALIS / "Kirim" / LEMBAR).write_bytes(early)
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], held["folder"]) == ("H104", "LINJAMSOS/Analis/Ditahan")
    assert (kantor.akar / held["folder"] / held["nama"]).read_bytes() == early
    assert kantor.status() == "baru"


def test_an_old_version_is_held(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    old = (kantor.akar / KASUBID / "Terkirim" / LEMBAR).read_bytes()
    (kantor.akar / KASUBID / "Kirim" / LEMBAR).write_bytes(old)
    kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H105"]
    assert kantor.status() == "bahan_diserahkan"


@pytest.mark.parametrize(("name", "content", "code"), [
    ("foto.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100, "K402"),
    ("surat.docx", shipped_template("Laporan Triwulan.docx"), "K402"),
    ("kosong.xlsx", b"", "K402"),
], ids=["foto", "surat", "kosong"])
def test_what_is_no_worksheet_is_held_untouched_with_the_reason_beside_it(kantor: KantorUji, name: str, content: bytes,
                                                                         code: str) -> None:
    (kantor.akar / KASUBID / "Kirim" / name).write_bytes(content)
    kantor.serve()
    kantor.serve()
    folder = kantor.akar / KASUBID / "Ditahan"
    assert (folder / name).read_bytes() == content
    reason = (folder / f"{name}.ALASAN.txt").read_text(encoding="utf-8-sig")
    assert code in reason
    assert name in reason
    assert [(held["nama"], held["kode"]) for held in kantor.held()] == [(name, code)]


def test_two_held_files_of_one_name_are_told_apart(kantor: KantorUji) -> None:
    for content in (b"satu", b"dua"):
        (kantor.akar / KASUBID / "Kirim" / "foto.jpg").write_bytes(content)
        kantor.serve()
    assert [held["nama"] for held in kantor.held()] == ["foto.jpg", "foto (2).jpg"]
    (kantor.akar / KASUBID / "Ditahan" / "foto.jpg").unlink()
    assert [held["nama"] for held in kantor.held()] == ["foto (2).jpg"]


def test_a_held_name_keeps_within_the_path_limit(kantor: KantorUji) -> None:
    (kantor.akar / KASUBID / "Kirim" / f"{'x' * 200}.pdf").write_bytes(b"%PDF-1.7")
    kantor.serve()
    (held,) = kantor.held()
    assert held["nama"].endswith("x.pdf")
    assert all(len(str(path)) <= 200 for path in (kantor.akar / KASUBID / "Ditahan").iterdir())


def test_a_dash_is_no_note(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    assert kantor.act(KABID, "Kembalikan", catatan="-")["ditolak"] == 1
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C208"]


def test_copying_instead_of_moving_is_the_act_too_and_the_twin_goes(kantor: KantorUji) -> None:
    waiting = kantor.waiting(KABID)
    shutil.copy(waiting, kantor.akar / KABID / "Kirim" / "Lembar Kerja LINJAMSOS TW I 2026 (1) FIX.xlsx")
    assert kantor.serve()["diterima"] == 1
    assert kantor.files(f"{KABID}/Masuk") == []
    assert kantor.status() == "ditugaskan"


@pytest.mark.parametrize(("before", "role", "folder"), [
    ("diperintahkan", ANALIS, "Kirim"), ("diajukan", KABID, "Kembalikan"),
    ("diterima_perencanaan", PERENCANAAN, "Rekomendasikan")])
def test_saving_a_filled_copy_into_the_folder_is_the_act_and_the_unfilled_one_goes(kantor: KantorUji, before: str,
                                                                                  role: str, folder: str) -> None:
    kantor.play_to(before)
    unfilled = kantor.waiting(role).read_bytes()
    kantor.fill(role, kantor.good_values() if role == ANALIS else {}, NOTE)
    kantor.move(role, folder)
    (kantor.akar / role / "Masuk" / LEMBAR).write_bytes(unfilled)
    acts = len(kantor.acts())
    assert kantor.serve()["diterima"] == 1
    assert len(kantor.acts()) == acts + 1
    assert kantor.files(f"{role}/Masuk") == []
    assert kantor.held() == []


def test_a_copy_that_is_given_back_leaves_one_file_in_masuk(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    shutil.copy(kantor.waiting(ANALIS), kantor.akar / ANALIS / "Kirim")
    assert kantor.serve()["ditolak"] == 1
    assert kantor.files(f"{ANALIS}/Masuk") == [LEMBAR]


def test_putting_the_sent_copy_back_into_masuk_takes_the_berkas_back(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    shutil.copy(kantor.akar / KABID / "Terkirim" / LEMBAR, kantor.akar / KABID / "Masuk" / LEMBAR)
    assert kantor.serve()["diterima"] == 1
    row = kantor.row()
    assert (row["status"], row["pemegang"], row["versi"]) == ("baru", KABID, 3)
    assert kantor.files(f"{KASUBID}/Masuk") == []
    assert kantor.acts()[-1]["tindakan"] == "tarik kembali"
    assert kantor.act(KABID, "Kirim")["diterima"] == 1


def test_a_file_that_is_open_is_left_until_it_is_closed(kantor: KantorUji) -> None:
    kantor.move(KABID, "Kirim")
    owner = kantor.akar / KABID / "Kirim" / f"~${LEMBAR}"
    owner.write_bytes(bytes([4]) + b"Kabi" + b" " * 50)
    assert kantor.serve()["diterima"] == 0
    assert f"LINJAMSOS/Kabid/Kirim/{LEMBAR}: masih dibuka oleh Kabi" in (
        kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    owner.unlink()
    assert kantor.serve()["diterima"] == 1


def test_a_quarter_ends_with_papers_and_a_draft_report(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    assert kantor.files("LINJAMSOS/Cetak/2026 TW I") == [
        "Bahan Laporan Data Kinerja LINJAMSOS TW I 2026.docx",
        "Disposisi 1 LINJAMSOS TW I 2026.docx", "Disposisi 2 LINJAMSOS TW I 2026.docx",
        "Disposisi 5 LINJAMSOS TW I 2026.docx", "Laporan Data Kinerja LINJAMSOS TW I 2026.docx"]
    assert kantor.files("Perencanaan/Laporan") == ["Laporan Triwulan I 2026 DRAF.docx"]
    rows = [json.loads(line) for line in
            (kantor.akar / "Arsip" / "Jejak" / "2026.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["nomor"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(after["sebelum"] == before["rantai"] for before, after in itertools.pairwise(rows))
    assert all(row["isi"]["jam_tiruan"] for row in rows)


def test_a_draft_that_somebody_edited_stays_and_the_new_one_stands_beside_it(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    draft = kantor.akar / "Perencanaan" / "Laporan" / "Laporan Triwulan I 2026 DRAF.docx"
    draft.write_bytes(draft.read_bytes() + b"tulisan perencana")
    edited = draft.read_bytes()
    finish_rehsos(kantor)
    assert draft.read_bytes() == edited
    assert kantor.files("Perencanaan/Laporan") == ["Laporan Triwulan I 2026 DRAF (2).docx",
                                                   "Laporan Triwulan I 2026 DRAF.docx"]


def finish_rehsos(kantor: KantorUji) -> None:
    roles = [("REHSOS/Kabid", "Kirim"), ("REHSOS/Kasubid", "Kirim"), ("REHSOS/Analis", "Kirim"),
             ("REHSOS/Kasubid", "Kirim"), ("REHSOS/Kabid", "Setujui"), ("REHSOS/Kasubid", "Kirim"),
             ("Perencanaan", "Rekomendasikan")]
    for role, folder in roles:
        kantor.act(role, folder, kantor.good_values(role) if role == "REHSOS/Analis" else None)
    assert kantor.status("2026-TW1-REHSOS") == "direkomendasikan"


def test_a_document_asked_for_goes_to_its_folder_and_nothing_is_overwritten(kantor: KantorUji) -> None:
    kantor.play_to("ditugaskan")
    cetak = kantor.akar / "LINJAMSOS" / "Cetak" / "2026 TW I"
    (cetak / "Disposisi 1 LINJAMSOS TW I 2026.docx").write_bytes(b"sudah dicoret-coret")
    code, out, err = kantor.report("disposisi")
    assert (code, err) == (0, "")
    assert "Disposisi 1 LINJAMSOS TW I 2026.docx" in out
    assert kantor.files("LINJAMSOS/Cetak/2026 TW I") == ["Disposisi 1 LINJAMSOS TW I 2026 (2).docx",
                                                         "Disposisi 1 LINJAMSOS TW I 2026.docx"]
    assert (cetak / "Disposisi 1 LINJAMSOS TW I 2026.docx").read_bytes() == b"sudah dicoret-coret"


def test_the_sub_bidang_and_deadlines_stand_in_the_status_list(kantor: KantorUji) -> None:
    row = kantor.row()
    assert row["sub_bidang"] is None
    assert (row["tenggat"], row["rencana"], row["terlambat"]) == ("2026-04-10", "2026-04-10", False)
    assert row["diterima"] == "2026-04-10T08:00:00+08:00"
    kantor.jam = "2026-04-13T08:00"
    assert kantor.row()["terlambat"] is True
    assert kantor.row()["berkas"] == BERKAS


def test_status_layanan_says_who_has_what_in_words(kantor: KantorUji) -> None:
    kantor.play_to("diterima_perencanaan")
    assert f"Perencanaan: {BERKAS} (Diterima perencanaan)" in kantor.layanan()
