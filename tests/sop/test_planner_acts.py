"""The planner's acts outside the folders: buka kembali, tutup tanpa data, batalkan."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

NOTE = "Angka bulan Maret dikoreksi."


def order(kantor: KantorUji, nama: str, berkas: str = BERKAS, catatan: str = NOTE) -> tuple[int, str, str]:
    return kantor.command(nama, berkas, "--catatan", catatan)


def archived(kantor: KantorUji, versi: int) -> Path:
    return kantor.akar / "Arsip" / "2026" / "TW I" / "LINJAMSOS" / LEMBAR.replace(".xlsx", f" v{versi}.xlsx")


def test_a_recommended_berkas_goes_back_to_the_kasubid_with_what_was_accepted_last(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    code, out, err = order(kantor, "buka-kembali")
    assert (code, err) == (0, "")
    assert out == f"{BERKAS}: buka kembali. Status sekarang: Dikembalikan.\n"
    row = kantor.row()
    # issued as 1, seven acts of the SOP, this one
    assert (row["status"], row["pemegang"], row["versi"], row["putaran"]) == ("dikembalikan", KASUBID, 9, 2)
    assert archived(kantor, 9).read_bytes() == archived(kantor, 8).read_bytes()
    act = kantor.acts()[-1]
    assert (act["tindakan"], act["dasar"], act["catatan"]) == ("buka kembali", "perintah", NOTE)
    assert (act["dari"], act["ke"], act["versi"]) == ("direkomendasikan", "dikembalikan", 9)
    assert act["pejabat"] == kantor.acts()[0]["pejabat"]  # Kasubag Perencanaan issued it, too
    accepted = read_lembar_kerja(archived(kantor, 8).read_bytes(), LEMBAR)
    waiting = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR)
    assert waiting.sel == accepted.sel
    assert (waiting.identitas.versi, waiting.identitas.langkah, waiting.catatan_disposisi) == (9, 4, "")


def test_an_opened_berkas_is_corrected_and_goes_its_way_again(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    order(kantor, "buka-kembali")
    kode = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR).baris("indikator")[-1]
    kantor.act(KASUBID, "Kirim", {Kunci("indikator", kode, "realisasi_tw1"): Decimal(95)})
    assert kantor.status() == "diajukan"
    assert "Disposisi Pengembalian LINJAMSOS TW I 2026.docx" in kantor.files("LINJAMSOS/Cetak/2026 TW I")
    kantor.act(KABID, "Setujui")
    kantor.act(KASUBID, "Kirim")
    kantor.act("Perencanaan", "Rekomendasikan")
    assert kantor.status() == "direkomendasikan"


@pytest.mark.parametrize(("nama", "status"), [
    ("tutup-tanpa-data", "tidak_menyampaikan"), ("batalkan", "dibatalkan")])
def test_a_berkas_that_is_ended_leaves_its_holders_masuk(kantor: KantorUji, nama: str, status: str) -> None:
    kantor.play_to("diperintahkan")
    lying = kantor.waiting(ANALIS).read_bytes()
    code, _, err = order(kantor, nama)
    assert (code, err) == (0, "")
    row = kantor.row()
    assert (row["status"], row["pemegang"], row["tenggat"], row["versi"]) == (status, None, None, 4)
    assert kantor.files(f"{ANALIS}/Masuk") == []
    assert archived(kantor, 4).read_bytes() == archived(kantor, 3).read_bytes()
    assert read_lembar_kerja(lying, LEMBAR).sel == read_lembar_kerja(archived(kantor, 4).read_bytes(), LEMBAR).sel
    assert kantor.acts()[-1]["catatan"] == NOTE
    assert kantor.serve() == kantor.serve()  # nothing is left to do
    assert kantor.status() == status


def test_the_report_names_who_did_not_deliver(kantor: KantorUji, tmp_path: Path,
                                              capsys: pytest.CaptureFixture[str]) -> None:
    order(kantor, "tutup-tanpa-data")
    report = tmp_path / "laporan.docx"
    assert kantor.report("triwulan", "-o", str(report))[0] == 0
    capsys.readouterr()
    assert run(["lihat", str(report)]) == 0
    text = capsys.readouterr().out
    assert "Bidang Perlindungan dan Jaminan Sosial tidak menyampaikan data" in text


def test_a_draft_is_written_anew_when_another_berkas_ends_without_data(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    draft = kantor.akar / "Perencanaan" / "Laporan" / "Laporan Triwulan I 2026 DRAF.docx"
    before = draft.read_bytes()
    order(kantor, "tutup-tanpa-data", "2026-TW1-PFM")
    kantor.serve()
    assert draft.read_bytes() != before
    assert kantor.files("Perencanaan/Laporan") == [draft.name]


def play_pfm(kantor: KantorUji, triwulan: int) -> None:
    """Carry the berkas of PFM to its end, every indicator with 20 in the quarter."""
    for role, folder in (("PFM/Kabid", "Kirim"), ("PFM/Kasubid", "Kirim"), ("PFM/Analis", "Kirim"),
                         ("PFM/Kasubid", "Kirim"), ("PFM/Kabid", "Setujui"), ("PFM/Kasubid", "Kirim"),
                         (PERENCANAAN, "Rekomendasikan")):
        values = kantor.good_values(role) if role == "PFM/Analis" else {}
        kantor.act(role, folder, {Kunci(key.tabel, key.baris, key.kolom.replace("tw1", f"tw{triwulan}")): value
                                  for key, value in values.items()})
    assert kantor.status(f"2026-TW{triwulan}-PFM") == "direkomendasikan"


def test_the_draft_of_a_later_quarter_follows_what_is_corrected_in_an_earlier_one(kantor: KantorUji) -> None:
    play_pfm(kantor, 1)
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()
    play_pfm(kantor, 2)
    draft = kantor.akar / "Perencanaan" / "Laporan" / "Laporan Triwulan II 2026 DRAF.docx"
    assert "| 50 | 40 | 80% |" in dump_document(draft.read_bytes())  # PFM-02 adds up: 20 + 20 of 50 in the year
    order(kantor, "buka-kembali", "2026-TW1-PFM")
    kantor.act("PFM/Kasubid", "Kirim", {Kunci("indikator", "PFM-02", "realisasi_tw1"): Decimal(7)})
    for role, folder in (("PFM/Kabid", "Setujui"), ("PFM/Kasubid", "Kirim"), (PERENCANAAN, "Rekomendasikan")):
        kantor.act(role, folder)
    assert "| 50 | 27 | 54% |" in dump_document(draft.read_bytes())  # 7 + 20


def test_what_the_holder_had_filled_is_held_for_him_with_the_reason(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    filled = kantor.waiting(ANALIS).read_bytes()
    order(kantor, "batalkan")
    assert kantor.waiting(ANALIS).read_bytes() == filled
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], held["folder"]) == ("H117", f"{ANALIS}/Ditahan")
    assert (kantor.akar / held["folder"] / held["nama"]).read_bytes() == filled
    letter = (kantor.akar / held["folder"] / f"{held['nama']}.ALASAN.txt").read_text(encoding="utf-8-sig")
    assert "tidak dapat dibuka kembali" in letter  # buka kembali is for what was recommended (contract section 4)


def test_what_was_just_sent_is_held_and_does_not_vanish(kantor: KantorUji) -> None:
    sent = kantor.move(KABID, "Kirim").read_bytes()
    order(kantor, "batalkan")
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert held["kode"] == "H117"
    assert (kantor.akar / held["folder"] / held["nama"]).read_bytes() == sent


def test_an_open_file_is_left_to_its_holder(kantor: KantorUji) -> None:
    (kantor.akar / KABID / "Masuk" / f"~${LEMBAR}").write_bytes(bytes([4]) + b"Kabi" + b" " * 50)
    order(kantor, "batalkan")
    assert LEMBAR in kantor.files(f"{KABID}/Masuk")
    (kantor.akar / KABID / "Masuk" / f"~${LEMBAR}").unlink()
    kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H117"]


@pytest.mark.parametrize(("nama", "berkas", "catatan", "said"), [
    ("buka-kembali", BERKAS, NOTE,
     f"K909: Tindakan buka kembali tidak dapat dilakukan: berkas {BERKAS} berstatus Baru."),
    ("batalkan", BERKAS, "   ", "K910: Tindakan batalkan memerlukan catatan."),
    ("tutup-tanpa-data", "2026-TW1-TIDAKADA", NOTE, "K901: Berkas 2026-TW1-TIDAKADA tidak dikenal di kantor ini."),
], ids=["status", "catatan", "berkas"])
def test_an_act_that_cannot_be_done_says_why_and_changes_nothing(kantor: KantorUji, nama: str, berkas: str,
                                                                 catatan: str, said: str) -> None:
    before = kantor.acts()
    code, out, err = order(kantor, nama, berkas, catatan)
    assert (code, out) == (3, "")
    assert err.startswith(said)
    assert kantor.acts() == before
    assert kantor.status() == "baru"


def test_an_ended_berkas_cannot_be_ended_again(kantor: KantorUji) -> None:
    order(kantor, "batalkan")
    code, _, err = order(kantor, "tutup-tanpa-data")
    assert (code, err[:4]) == (3, "K909")


def test_the_reason_must_be_given(kantor: KantorUji) -> None:
    code, _, err = kantor.command("batalkan", BERKAS)
    assert (code, err.splitlines()[0]) == (2, "kinerja: --catatan belum disebutkan.")


def test_an_order_that_fails_unexpectedly_is_answered_all_the_same(kantor: KantorUji) -> None:
    asked = kantor.data / "permintaan"
    asked.mkdir(exist_ok=True)
    (asked / "1.minta.json").write_text('{"perintah": "tindakan", "tindakan": "batalkan"}', encoding="utf-8")
    kantor.serve()  # an order of another release: it names no berkas
    answer = json.loads((asked / "1.jawab.json").read_text(encoding="utf-8"))
    assert answer["kode"] == "K000"
    assert not (asked / "1.minta.json").exists()
