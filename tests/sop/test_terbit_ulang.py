"""A later version of the plan while a quarter is under way: whose worksheet is issued again, and with what in it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from buku_rencana import label, new_basis
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, KantorUji
from versi_kedua import MAKANAN, hand_in, play

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.errors import NotAWorkbook
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.worksheets import reissue
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

ARSIP = "Arsip/2026/TW I"
PAGU = Kunci("subkegiatan", MAKANAN, "pagu")
LIN1, LIN2 = (Kunci("indikator", kode, "realisasi_tw1") for kode in ("LIN-01", "LIN-02"))


def sheet(path: Path) -> LembarKerja:
    return read_lembar_kerja(path.read_bytes(), path.name)


def archived(kantor: KantorUji, name: str, bidang: str = "LINJAMSOS") -> Path:
    return kantor.akar / ARSIP / bidang / f"Lembar Kerja {bidang} TW I 2026 {name}.xlsx"


def texts(kantor: KantorUji, role: str, kode: str) -> list[str]:
    """The catatan of one kind in the worksheet that waits for a role."""
    return [row["pesan"] for row in kantor.catatan(role) if row["kode"] == kode]


def test_an_analis_finds_his_unsent_work_in_the_worksheet_of_the_new_plan(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    kantor.jam = "2026-04-13T09:00"
    before = kantor.row()
    evidence = Kunci("bukti", "LIN-02|bukti|berita acara.pdf", "bukti")
    kantor.fill(ANALIS, {LIN1: Decimal(80), LIN2: Decimal(60), evidence: True,
                         Kunci("subkegiatan", PAGU.baris, "realisasi_rp_sd_tw1"): Decimal(5_000_000)}, "Belum lengkap.")
    unsent = kantor.waiting(ANALIS).read_bytes()
    hand_in(kantor)

    path = kantor.waiting(ANALIS)
    now = sheet(path)
    assert path.name == LEMBAR
    assert now.sel[PAGU] == 200_000_000
    assert (now.value("indikator", "LIN-02", "target_tw1"), now.sel[LIN2]) == (30, 60)
    assert now.value("subkegiatan", PAGU.baris, "realisasi_rp_sd_tw1") == 5_000_000
    assert evidence in now.sel
    assert now.catatan_disposisi == "Belum lengkap."
    assert now.baris("indikator") == ("LIN-03", "LIN-02")
    assert now.value("indikator", "LIN-03", "realisasi_tw1") is None
    assert texts(kantor, ANALIS, "C640") == [
        "Realisasi TW I LIN-01 berisi “80” dan tidak disalin, karena LIN-01 tidak ada lagi dalam Rencana Aksi versi 2. "
        "Isian lama tersimpan di Arsip."]
    assert archived(kantor, "v3 belum dikirim").read_bytes() == unsent

    row = kantor.row()
    assert (row["versi"], now.identitas.versi) == (4, 4)  # issued as 1, two acts, issued again
    assert {key: row[key] for key in row if key != "versi"} == {key: before[key] for key in before if key != "versi"}
    act = kantor.acts()[-1]
    assert (act["tindakan"], act["dari"], act["ke"], act["versi"]) == (
        "terbitkan ulang", "diperintahkan", "diperintahkan", 4)
    assert act["catatan"] == (
        "Diterbitkan ulang menurut Rencana Aksi versi 2, Perjanjian Kinerja Perubahan Nomor 9/DPPA/2026 tanggal 3 Juni "
        "2026. Isian lama sudah disalin.")
    assert archived(kantor, "v4").read_bytes() == path.read_bytes()


def test_the_worksheet_issued_again_goes_on_like_any_other(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    hand_in(kantor)
    play(kantor, "LINJAMSOS", "disetujui")
    assert [act["tindakan"] for act in kantor.acts()] == [
        "terbitkan", "tugaskan", "perintahkan", "terbitkan ulang", "serahkan bahan", "ajukan laporan", "setujui"]
    book = openpyxl.load_workbook(kantor.waiting(KASUBID))
    history = [str(cell.value) for row in book["Disposisi"].iter_rows() for cell in row if cell.value]
    assert "terbitkan ulang" in history


def test_the_holder_is_told_what_changed_and_still_what_his_sender_wrote(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diajukan")
    kantor.act(KABID, "Kembalikan", catatan="Teliti lagi LIN-02.")
    hand_in(kantor)
    assert texts(kantor, KASUBID, "C642") == [
        "Target TW I LIN-02 berubah dalam Rencana Aksi versi 2: semula “72”, menjadi “30”.",
        "Pagu (Rp) 1.06.06.2.01.0001 berubah dalam Rencana Aksi versi 2: semula “Rp180.000.000”, menjadi "
        "“Rp200.000.000”."]
    shown = [str(cell.value) for row in openpyxl.load_workbook(kantor.waiting(KASUBID))["Disposisi"].iter_rows()
             for cell in row if cell.value]
    assert "Teliti lagi LIN-02." in shown
    assert any(text.startswith("Kegiatan 4:") and "Diterbitkan ulang menurut Rencana Aksi" in text for text in shown)


def test_each_berkas_is_treated_by_where_it_stands(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diajukan")
    play(kantor, "REHSOS", "disetujui")
    kantor.command("batalkan", "2026-TW1-PFM", "--catatan", "Tidak dilaksanakan.")
    before = {bidang: kantor.row(f"2026-TW1-{bidang}") for bidang in ("REHSOS", "PFM", "SEKRETARIAT")}
    approved = kantor.waiting("REHSOS/Kasubid").read_bytes()
    hand_in(kantor)
    assert kantor.row()["versi"] == 6  # issued, four acts, issued again
    # approved, ended, and a unit that the plan does not change: all as before
    assert {bidang: kantor.row(f"2026-TW1-{bidang}") for bidang in before} == before
    assert kantor.waiting("REHSOS/Kasubid").read_bytes() == approved
    # the Kabid sees what the Analis and the Kasubid had filled, and that the new indicator is still blank
    now = sheet(kantor.waiting(KABID))
    assert (now.sel[LIN2], now.value("indikator", "LIN-02", "keterangan_tw1")) == (20, "Sesuai data bidang.")
    assert texts(kantor, KABID, "C104") == [
        "Realisasi LIN-03 belum diisi. Isi angkanya, atau tulis alasannya di kolom Keterangan."]


def test_an_approved_berkas_that_is_opened_again_gets_the_new_plan(kantor: KantorUji) -> None:
    play(kantor, "REHSOS", "disetujui")
    kantor.act("REHSOS/Kasubid", "Kirim")
    hand_in(kantor)
    path = kantor.akar / "Perencanaan" / "Masuk" / "Lembar Kerja REHSOS TW I 2026.xlsx"
    assert sheet(path).value("indikator", "REH-01", "target_tw1") == 25
    path.write_bytes(fill_lembar_kerja(path.read_bytes(), {}, "Sesuaikan dengan perubahan."))
    kantor.move("Perencanaan", "Kembalikan")
    kantor.serve()
    assert kantor.status("2026-TW1-REHSOS") == "dikembalikan"
    assert sheet(kantor.waiting("REHSOS/Kasubid")).value("indikator", "REH-01", "target_tw1") == 30
    assert kantor.acts("2026-TW1-REHSOS")[-1]["tindakan"] == "terbitkan ulang"


def test_an_open_file_is_waited_for_and_said(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    owner = kantor.akar / ANALIS / "Masuk" / f"~${LEMBAR}"
    owner.write_bytes(bytes([9]) + b"Analis 01" + b" " * 45)
    hand_in(kantor)
    assert kantor.row()["versi"] == 3
    told = (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    assert "masih dibuka oleh Analis 01; setelah ditutup, diterbitkan ulang menurut Rencana Aksi versi 2" in told
    owner.unlink()
    kantor.fill(ANALIS, {LIN2: Decimal(50)})
    assert kantor.serve()["diterbitkan"] == 1
    assert sheet(kantor.waiting(ANALIS)).sel[LIN2] == 50


def test_what_was_put_in_kirim_before_the_plan_came_is_accepted_and_goes_on_under_the_new_plan(
        kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "ditugaskan")
    kantor.move(KASUBID, "Kirim")
    hand_in(kantor)
    assert [act["tindakan"] for act in kantor.acts()][-2:] == ["perintahkan", "terbitkan ulang"]
    assert sheet(kantor.waiting(ANALIS)).sel[PAGU] == 200_000_000
    assert kantor.held() == []


def test_a_copy_of_the_replaced_version_is_held_with_a_way_on(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    copy = fill_lembar_kerja(kantor.waiting(ANALIS).read_bytes(), {LIN2: Decimal(33)})
    hand_in(kantor)
    (kantor.akar / ANALIS / "Kirim" / "dari rumah.xlsx").write_bytes(copy)
    kantor.serve()
    (held,) = kantor.held()
    assert held["kode"] == "H105"
    told = (kantor.akar / ANALIS / "Ditahan" / "dari rumah.xlsx.ALASAN.txt").read_text(encoding="utf-8-sig")
    assert "Ini versi 3 berkas 2026-TW1-LINJAMSOS, sedangkan yang berlaku sekarang versi 4." in told
    assert "salin ke sana isian yang masih diperlukan" in told


def test_what_came_back_with_catatan_keeps_its_values_and_its_catatan(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    kantor.act(ANALIS, "Kirim", {LIN2: Decimal(-5)})  # refused: less than nothing
    assert kantor.status() == "diperintahkan"
    hand_in(kantor)
    assert sheet(kantor.waiting(ANALIS)).sel[LIN2] == -5
    assert texts(kantor, ANALIS, "C109") == ["Angka -5 tidak boleh kurang dari nol."]


def test_two_files_of_the_holder_are_both_kept_and_the_one_saved_last_counts(kantor: KantorUji) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    rp = Kunci("subkegiatan", PAGU.baris, "realisasi_rp_sd_tw1")
    kantor.fill(ANALIS, {LIN2: Decimal(41), rp: Decimal(7)})
    first = kantor.waiting(ANALIS)
    other = first.with_name("Lembar Kerja LINJAMSOS TW I 2026 (1).xlsx")
    other.write_bytes(fill_lembar_kerja(first.read_bytes(), {LIN2: Decimal(42)}))
    contents = {first.read_bytes(), other.read_bytes()}
    hand_in(kantor)
    now = sheet(kantor.waiting(ANALIS))
    assert (now.sel[LIN2], now.sel[rp]) == (42, 7)
    assert {archived(kantor, name).read_bytes() for name in ("v3 belum dikirim", "v3 belum dikirim (2)")} == contents


def test_a_unit_that_the_plan_drops_keeps_its_worksheet_until_the_planner_decides(kantor: KantorUji) -> None:
    def drop(book: openpyxl.Workbook) -> None:
        new_basis(book, "PK Perubahan", "I")
        for row in (row for lembar in ("Indikator", "Program") for row in book[lembar].iter_rows()):
            for cell in row:
                if cell.value == "PFM":
                    cell.value = "REHSOS"  # what it had to do goes to another bidang

    hand_in(kantor, drop)
    assert "PFM-01" in sheet(kantor.waiting("REHSOS/Kabid")).baris("indikator")
    assert kantor.row("2026-TW1-PFM")["versi"] == 1
    told = (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    assert ("Rencana Aksi 2026 versi 2 tidak lagi memuat Bidang Penanganan Fakir Miskin, sedangkan berkas "
            "2026-TW1-PFM masih berjalan.") in told
    kantor.command("batalkan", "2026-TW1-PFM", "--catatan", "Tidak direncanakan lagi.")
    kantor.serve()
    assert "tidak lagi memuat" not in (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")


def test_ledger_and_archive_hold_after_it_and_a_restored_office_says_the_same(
        kantor: KantorUji, tmp_path: Path) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    kantor.fill(ANALIS, {LIN2: Decimal(60)})
    hand_in(kantor)
    code, out, _ = kantor.command("verifikasi", clock=False)
    assert (code, out.split(":")[0]) == (0, "Utuh")
    rows, acts = kantor.row(), kantor.acts()
    restored = tmp_path / "data baru"
    assert run(["pulihkan", str(kantor.akar), "--data", str(restored)]) == 0
    kantor.data = restored
    assert (kantor.row(), kantor.acts()) == (rows, acts)
    kantor.act(ANALIS, "Kirim", kantor.good_values())
    assert kantor.status() == "bahan_diserahkan"


def test_nothing_is_issued_again_twice(kantor: KantorUji) -> None:
    hand_in(kantor)
    waiting = kantor.waiting(KABID).read_bytes()
    assert kantor.serve()["diterbitkan"] == 0
    assert kantor.waiting(KABID).read_bytes() == waiting
    assert kantor.row(BERKAS)["versi"] == 2


def test_a_unit_that_a_version_brings_back_gets_its_worksheet_from_that_quarter_on(kantor: KantorUji) -> None:
    def move_pfm(book: openpyxl.Workbook, old: str, new: str, mulai: str) -> None:
        new_basis(book, "PK Perubahan", mulai)
        for row in (row for lembar in ("Indikator", "Program") for row in book[lembar].iter_rows()):
            if any(str(cell.value).startswith(("PFM-0", "1.06.05.2.02")) for cell in row):
                for cell in (cell for cell in row if cell.value == old):
                    cell.value = new

    hand_in(kantor, lambda book: move_pfm(book, "PFM", "REHSOS", "II"))
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()
    assert "PFM-01" in sheet(kantor.akar / "REHSOS/Kabid/Masuk/Lembar Kerja REHSOS TW II 2026.xlsx").baris("indikator")
    assert kantor.files("PFM/Kabid/Masuk") == ["Lembar Kerja PFM TW I 2026.xlsx"]
    hand_in(kantor, lambda book: move_pfm(book, "REHSOS", "PFM", "II"),
            lambda book: label(book, "Nomor").__setattr__("value", "12/PK/2026"))
    rehsos = sheet(kantor.akar / "REHSOS/Kabid/Masuk/Lembar Kerja REHSOS TW II 2026.xlsx")
    assert "PFM-01" not in rehsos.baris("indikator")
    assert kantor.files("PFM/Kabid/Masuk") == ["Lembar Kerja PFM TW I 2026.xlsx", "Lembar Kerja PFM TW II 2026.xlsx"]


def test_one_berkas_that_cannot_be_issued_again_keeps_no_other_from_being_served(
        kantor: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    carry_over = reissue.carry_over

    def fail(accepted: LembarKerja, *more: object) -> object:
        if accepted.identitas.bidang == "LINJAMSOS":
            raise NotAWorkbook(berkas="Lembar Kerja LINJAMSOS", sebab="contoh")
        return carry_over(accepted, *more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(reissue, "carry_over", fail)
        hand_in(kantor)
        assert (kantor.row()["versi"], kantor.row("2026-TW1-REHSOS")["versi"]) == (1, 2)
        assert "Lembar Kerja LINJAMSOS" in (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    kantor.serve()
    assert kantor.row()["versi"] == 2
