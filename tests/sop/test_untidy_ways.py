"""The untidy ways of people on real folders: each ends in acceptance, a catatan, or Ditahan with a reason.

Where the others stand: lost, misplaced and many vanished: test_lost_worksheets; renamed and deleted folders:
test_renamed_folders; a bidang added or renamed: test_bidang_changes; two sub bidang: test_two_sub_bidang; signed
scans: test_scans; plans in Perencanaan/Masuk: test_handed_plan; copies, old versions, wrong folders: test_walk.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.templates import shipped_template

LIN_01 = Kunci("indikator", "LIN-01", "realisasi_tw1")
EXCEL_OWNER = bytes([5]) + b"Sitti" + b" " * 48


def put(kantor: KantorUji, folder: str, name: str, content: bytes) -> Path:
    path = kantor.akar / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def letter(kantor: KantorUji, role: str, name: str) -> str:
    return (kantor.akar / role / "Ditahan" / f"{name}.ALASAN.txt").read_text(encoding="utf-8-sig")


def own_workbook() -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Belanja", 100])  # type: ignore[union-attr]
    book.save(buffer)
    return buffer.getvalue()


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("foto/1.jpg", b"\xff\xd8\xff")
    return buffer.getvalue()


# leftovers in Masuk


def send_a_filled_copy(kantor: KantorUji, left: Decimal) -> bytes:
    """The Analis sends one filled copy from Kirim and has typed another figure into the one in his Masuk."""
    kantor.play_to("diperintahkan")
    values, lying = kantor.good_values(), kantor.waiting(ANALIS)
    sent = fill_lembar_kerja(lying.read_bytes(), values)
    lying.write_bytes(fill_lembar_kerja(lying.read_bytes(), values | {LIN_01: left}))
    put(kantor, f"{ANALIS}/Kirim", "kirim ini.xlsx", sent)
    return lying.read_bytes()


def test_what_was_typed_into_the_copy_that_stayed_in_masuk_is_held_and_told(kantor: KantorUji) -> None:
    left = send_a_filled_copy(kantor, Decimal(25))
    result = kantor.serve()
    assert (result["diterima"], result["ditahan"]) == (1, 1)
    assert kantor.status() == "bahan_diserahkan"
    assert kantor.files(f"{ANALIS}/Masuk") == []
    (held,) = kantor.held()
    assert (held["kode"], held["folder"], held["nama"]) == ("H115", f"{ANALIS}/Ditahan", LEMBAR)
    assert (kantor.akar / ANALIS / "Ditahan" / LEMBAR).read_bytes() == left
    said = letter(kantor, ANALIS, LEMBAR)
    assert "Realisasi TW I LIN-01: dikirim “20”, tertinggal “25”." in said
    assert "mintalah berkas itu dikembalikan kepada Anda" in said


def test_a_copy_left_in_masuk_that_only_was_saved_again_is_held_as_a_copy(kantor: KantorUji) -> None:
    send_a_filled_copy(kantor, Decimal(20))
    sent = kantor.akar / ANALIS / "Kirim" / "kirim ini.xlsx"
    lying = kantor.waiting(ANALIS)
    book = zipfile.ZipFile(io.BytesIO(sent.read_bytes()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as again:  # the same parts in another package
        for info in book.infolist():
            again.writestr(info.filename, book.read(info))
    lying.write_bytes(buffer.getvalue())
    kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H116"]
    assert "boleh dihapus" in letter(kantor, ANALIS, LEMBAR)


def test_a_leftover_that_is_open_is_held_with_the_name_and_a_later_saving_of_it_too(kantor: KantorUji) -> None:
    left = send_a_filled_copy(kantor, Decimal(25))
    owner = put(kantor, f"{ANALIS}/Masuk", f"~${LEMBAR}", EXCEL_OWNER)
    kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H109"]
    assert "masih dibuka oleh Sitti" in letter(kantor, ANALIS, LEMBAR)
    put(kantor, f"{ANALIS}/Masuk", LEMBAR, fill_lembar_kerja(left, {LIN_01: Decimal(26)}))  # saved again all the same
    kantor.serve()
    assert kantor.files(f"{ANALIS}/Masuk") == sorted([LEMBAR, f"~${LEMBAR}"])
    owner.unlink()
    kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H109", "H115"]
    assert "dikirim “20”, tertinggal “26”" in kantor.held()[1]["alasan"]


def test_a_leftover_found_when_the_berkas_is_far_on_is_told_against_what_its_owner_sent(kantor: KantorUji) -> None:
    left = send_a_filled_copy(kantor, Decimal(25))
    owner = put(kantor, f"{ANALIS}/Masuk", f"~${LEMBAR}", EXCEL_OWNER)
    kantor.serve()
    put(kantor, f"{ANALIS}/Masuk", LEMBAR, left)
    kantor.act(KASUBID, "Kirim", {LIN_01: Decimal(30)})  # the Kasubid corrected the figure
    owner.unlink()
    kantor.serve()
    assert "dikirim “20”, tertinggal “25”" in kantor.held()[-1]["alasan"]
    assert kantor.status() == "diajukan"


def test_a_copy_stays_the_holders_work_when_the_sent_one_comes_back_with_catatan(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    empty = kantor.waiting(ANALIS).read_bytes()
    kantor.fill(ANALIS, kantor.good_values())
    filled = kantor.waiting(ANALIS).read_bytes()
    put(kantor, f"{ANALIS}/Kirim", "salah kirim.xlsx", empty)
    assert kantor.serve()["ditolak"] == 1
    assert filled in [path.read_bytes() for path in (kantor.akar / ANALIS / "Masuk").iterdir()]
    assert kantor.held() == []


# names


@pytest.mark.parametrize("name", [
    "Salinan Lembar Kerja.xlsx", "Lembar Kerja LINJAMSOS TW I 2026-PC-KABID.xlsx", "LEMBAR KERJA FIX revisi FINAL.XLSX",
    "Lembar Kerja.sync-conflict-20260410-081500-ABCDEFG.xlsx", "Lembar Kerja tanpa akhiran", "Lembar Kerja 🙂 .xlsx"])
def test_the_name_never_decides(kantor: KantorUji, name: str) -> None:
    kantor.move(KABID, "Kirim", name)
    assert kantor.serve()["diterima"] == 1
    assert kantor.files(f"{KASUBID}/Masuk") == [LEMBAR]
    assert kantor.files(f"{KABID}/Terkirim") == [LEMBAR]


@pytest.mark.parametrize("name", [
    "foto\nrapat.jpg", "foto \u202egpj.exe", "e\u0301 dan \u00e9.jpg", "CON.jpg", "foto. .jpg", "🙂" * 50 + ".jpg",
    os.fsdecode(b"foto\xff.jpg")], ids=["newline", "rtl", "nfd", "con", "dots", "long", "not utf-8"])
def test_a_strange_name_is_kept_and_breaks_nothing(kantor: KantorUji, name: str) -> None:
    content = b"\xff\xd8\xff\xe0" + b"x" * 100
    put(kantor, f"{KASUBID}/Kirim", name, content)
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (kantor.akar / KASUBID / "Ditahan" / held["nama"]).read_bytes() == content
    assert held["nama"] == name or len(name.encode("utf-8", "surrogateescape")) > 150  # cut for the path limit
    assert kantor.command("status")[0] == 0
    assert kantor.command("verifikasi", clock=False)[0] == 0


# sorted into folders


def test_a_worksheet_in_a_folder_inside_kirim_is_sent(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    (kantor.akar / ANALIS / "Kirim" / "TW I" / "final").mkdir(parents=True)
    shutil.move(kantor.waiting(ANALIS), kantor.akar / ANALIS / "Kirim" / "TW I" / "final" / "x.xlsx")
    assert kantor.serve()["diterima"] == 1
    assert kantor.status() == "bahan_diserahkan"
    assert kantor.files(f"{ANALIS}/Kirim/TW I/final") == []  # the empty folders are his own
    assert "tidak ada di folder" not in kantor.layanan()


def test_work_in_a_folder_inside_masuk_is_the_holders_and_not_lost(kantor: KantorUji) -> None:
    inside = kantor.akar / KABID / "Masuk" / "2026" / "TW I"
    inside.mkdir(parents=True)
    shutil.move(kantor.akar / KABID / "Masuk" / LEMBAR, inside / LEMBAR)
    kantor.serve()
    assert "tidak ada di folder" not in kantor.layanan()
    shutil.move(inside / LEMBAR, kantor.akar / KABID / "Kirim")
    assert kantor.serve()["diterima"] == 1
    shutil.copy(kantor.akar / KABID / "Terkirim" / LEMBAR, inside)  # taken back from there, too
    assert kantor.serve()["diterima"] == 1
    assert kantor.status() == "baru"


def test_a_whole_folder_put_into_kirim_is_judged_file_by_file(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    put(kantor, f"{KASUBID}/Kirim", "foto.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100)
    kantor.serve()
    role = kantor.akar / KASUBID
    (role / "Kirim" / "semua").mkdir()
    for name in ("Masuk", "Terkirim", "Ditahan"):
        shutil.copytree(role / name, role / "Kirim" / "semua" / name)
    result = kantor.serve()
    assert (result["diterima"], result["ditahan"]) == (1, 2)  # the worksheet; its old version and the photo again
    assert kantor.status() == "diajukan"
    assert [path for path in (role / "Kirim").rglob("*") if path.is_file()] == []
    assert sorted(held["kode"] for held in kantor.held()) == ["H105", "K402"]  # the same photo once
    assert kantor.files(f"{KASUBID}/Terkirim") == sorted([LEMBAR, LEMBAR.replace(".xlsx", " (2).xlsx")])


def test_a_held_file_put_into_kirim_again_with_its_letter_leaves_no_letter_about_a_letter(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    good, lying = kantor.good_values(), kantor.waiting(ANALIS).read_bytes()
    kantor.waiting(ANALIS).unlink()
    for name, value in (("a.xlsx", 20), ("b.xlsx", 21)):
        put(kantor, f"{ANALIS}/Kirim", name, fill_lembar_kerja(lying, good | {LIN_01: Decimal(value)}))
    assert kantor.serve()["ditahan"] == 2
    for name in ("b.xlsx", "b.xlsx.ALASAN.txt"):
        shutil.move(kantor.akar / ANALIS / "Ditahan" / name, kantor.akar / ANALIS / "Kirim")
    result = kantor.serve()
    assert (result["diterima"], result["ditahan"]) == (1, 0)
    assert kantor.files(f"{ANALIS}/Kirim") == []
    assert kantor.files(f"{ANALIS}/Ditahan") == ["a.xlsx", "a.xlsx.ALASAN.txt"]


def test_a_letter_with_a_persons_words_in_it_is_kept(kantor: KantorUji) -> None:
    put(kantor, f"{KASUBID}/Kirim", "foto.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100)
    kantor.serve()
    written = kantor.akar / KASUBID / "Ditahan" / "foto.jpg.ALASAN.txt"
    content = written.read_bytes() + b"Sudah saya tanyakan."
    written.write_bytes(content)
    shutil.move(written, kantor.akar / KASUBID / "Kirim")
    assert kantor.serve()["ditahan"] == 1
    assert content in [path.read_bytes() for path in (kantor.akar / KASUBID / "Ditahan").iterdir()]


# what is no worksheet

KINDS: list[tuple[str, Callable[[], bytes], str]] = [
    ("surat.docx", lambda: shipped_template("Laporan Triwulan.docx"), "berkas ini dokumen Word (.docx)."),
    ("foto.JPG", lambda: b"\xff\xd8\xff\xe0" + b"x" * 100, "berkas ini gambar JPG."),
    ("bukti.zip", zipped, "berkas ini arsip ZIP biasa."),
    ("kosong.xlsx", lambda: b"", "berkas ini kosong (0 bita)."),
    ("surat.pdf", lambda: b"%PDF-1.7 x", "berkas ini dokumen PDF."),
    ("catatan.txt", "rapat hari Senin".encode, "berkas ini teks biasa, misalnya CSV."),
    ("belanja.xlsx", own_workbook, "Berkas belanja.xlsx tidak memuat lembar Disposisi."),
]


@pytest.mark.parametrize(("name", "make", "said"), KINDS, ids=[kind[0] for kind in KINDS])
@pytest.mark.parametrize("folder", ["Kirim", "Masuk"])
def test_what_is_no_worksheet_is_held_with_its_kind_and_a_next_step(kantor: KantorUji, name: str,
                                                                   make: Callable[[], bytes], said: str,
                                                                   folder: str) -> None:
    content = make()
    put(kantor, f"{KASUBID}/{folder}", name, content)
    assert kantor.serve()["ditahan"] == 1
    assert (kantor.akar / KASUBID / "Ditahan" / name).read_bytes() == content
    assert said in letter(kantor, KASUBID, name)
    own_notes = "Folder Masuk hanya untuk lembar kerja dari layanan; simpan catatan dan berkas Anda sendiri"
    assert (own_notes in letter(kantor, KASUBID, name)) is (folder == "Masuk")


def test_a_shortcut_to_the_worksheet_sends_nothing_and_the_clerk_is_told(kantor: KantorUji) -> None:
    shortcut = put(kantor, f"{KABID}/Kirim", f"{LEMBAR} - Pintasan.lnk", b"L\0\0\0" + b"x" * 80)
    kantor.serve()
    assert kantor.status() == "baru"
    assert shortcut.exists()
    said = f"{KABID}/Kirim/{LEMBAR} - Pintasan.lnk adalah pintasan, bukan lembar kerjanya"
    assert said in kantor.layanan()
    assert said in kantor.command("status")[1]
    assert f"Pindahkan atau salin lembar kerja itu sendiri ke folder {KABID}/Kirim" in kantor.layanan()


def test_links_devices_and_pipes_are_never_opened(kantor: KantorUji) -> None:
    kirim = kantor.akar / KABID / "Kirim"
    (kirim / "tautan.xlsx").symlink_to(kantor.waiting(KABID))
    (kirim / "folder").symlink_to(kantor.akar / KABID / "Masuk", target_is_directory=True)
    os.mkfifo(kirim / "pipa.xlsx")
    (kirim / "folder.xlsx").mkdir()
    result = kantor.serve()
    assert (result["diterima"], result["ditahan"]) == (0, 0)
    assert kantor.files(f"{KABID}/Kirim") == ["folder", "folder.xlsx", "pipa.xlsx", "tautan.xlsx"]
    assert kantor.status() == "baru"


def test_a_hard_link_is_a_file_like_any_other(kantor: KantorUji) -> None:
    os.link(kantor.waiting(KABID), kantor.akar / KABID / "Kirim" / "sama.xlsx")
    assert kantor.serve()["diterima"] == 1
    assert kantor.files(f"{KABID}/Masuk") == []


def test_the_worksheet_of_another_bidang_is_held_and_its_own_holder_is_told(kantor: KantorUji) -> None:
    other = "Lembar Kerja REHSOS TW I 2026.xlsx"
    shutil.move(kantor.akar / "REHSOS/Kabid/Masuk" / other, kantor.akar / KABID / "Kirim")
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], held["folder"]) == ("H104", f"{KABID}/Ditahan")
    assert "sekarang dipegang oleh REHSOS/Kabid, bukan oleh LINJAMSOS/Kabid" in held["alasan"]
    assert f"tidak ada di folder REHSOS/Kabid/Masuk, tetapi di {KABID}/Ditahan/{other}." in kantor.layanan()


def test_the_file_of_last_quarter_is_held_while_the_new_one_goes_its_way(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    kantor.jam = "2026-07-10T08:00"
    assert kantor.serve()["diterbitkan"] > 0
    old = kantor.akar / KABID / "Terkirim" / LEMBAR
    for folder in ("Kirim", "Masuk"):
        shutil.copy(old, kantor.akar / KABID / folder)
        kantor.serve()
    assert [held["kode"] for held in kantor.held()] == ["H103"]  # the same file twice is held once
    assert f"Berkas {BERKAS} sudah selesai dengan status Direkomendasikan." in kantor.held()[0]["alasan"]
    kantor.act(KABID, "Kirim")
    assert kantor.status("2026-TW2-LINJAMSOS") == "ditugaskan"


# open overnight


@pytest.mark.parametrize(("owner", "content"), [
    (f"~${LEMBAR}", EXCEL_OWNER), (f".~lock.{LEMBAR}#", b",Sitti,PC-2,10.04.2026 08:00;")])
def test_a_file_left_open_overnight_is_named_with_the_person_and_since_when(kantor: KantorUji, owner: str,
                                                                           content: bytes) -> None:
    kantor.move(KABID, "Kirim")
    put(kantor, f"{KABID}/Kirim", owner, content)
    kantor.serve()
    said = f"{KABID}/Kirim/{LEMBAR}: masih dibuka oleh Sitti sejak 10 April 2026 pukul 08.00; diproses setelah ditutup."
    assert said in kantor.layanan()
    assert "hapus berkas tersembunyi" not in kantor.layanan()
    kantor.jam = "2026-04-13T08:00"  # Monday: the PC was switched off and left the owner file behind
    kantor.serve()
    assert said in kantor.layanan()
    assert "Bila sebenarnya sudah ditutup, misalnya komputernya mati" in kantor.layanan()
    assert f"hapus berkas tersembunyi {owner} di folder itu" in kantor.layanan()
    assert said in kantor.command("status")[1]
    row = kantor.row()
    assert (row["status"], row["pemegang"], row["terlambat"]) == ("baru", KABID, True)  # charged to who held it
    (kantor.akar / KABID / "Kirim" / owner).unlink()
    assert kantor.serve()["diterima"] == 1
    assert "masih dibuka" not in kantor.layanan()


# put back from Terkirim


def take_back(kantor: KantorUji, role: str, name: str = LEMBAR) -> dict[str, int]:
    """Copy what was sent last, with its read-only mark, into Masuk."""
    sent = sorted((kantor.akar / role / "Terkirim").iterdir(), key=lambda path: path.stat().st_mtime_ns)[-1]
    assert not sent.stat().st_mode & stat.S_IWUSR
    shutil.copy2(sent, kantor.akar / role / "Masuk" / name)
    return kantor.serve()


def test_a_read_only_copy_takes_the_berkas_back_and_leaves_a_file_to_work_in(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    assert take_back(kantor, KABID, "salinan.xlsx")["diterima"] == 1
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]
    assert kantor.waiting(KABID).stat().st_mode & stat.S_IWUSR
    assert kantor.files(f"{KASUBID}/Masuk") == []


def test_two_copies_put_back_at_once_take_it_back_once(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    shutil.copy(kantor.akar / KABID / "Terkirim" / LEMBAR, kantor.akar / KABID / "Masuk" / "satu lagi.xlsx")
    assert take_back(kantor, KABID)["diterima"] == 1
    assert [act["tindakan"] for act in kantor.acts()] == ["terbitkan", "tugaskan", "tarik kembali"]
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]


def test_it_is_taken_back_also_when_the_receiver_gave_his_file_another_name_or_folder(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    (kantor.akar / KASUBID / "Masuk" / "nanti").mkdir()
    shutil.move(kantor.akar / KASUBID / "Masuk" / LEMBAR,
                kantor.akar / KASUBID / "Masuk" / "nanti" / "kerja saya.xlsx")
    assert take_back(kantor, KABID)["diterima"] == 1
    assert kantor.files(f"{KASUBID}/Masuk/nanti") == []
    assert kantor.status() == "baru"


@pytest.mark.parametrize("begun", ["changed", "open", "moved on"])
def test_what_the_receiver_has_begun_is_not_taken_from_him(kantor: KantorUji, begun: str) -> None:
    kantor.act(KABID, "Kirim")
    if begun == "changed":
        kantor.fill(KASUBID, catatan="Segera.")
    elif begun == "open":
        put(kantor, f"{KASUBID}/Masuk", f"~${LEMBAR}", EXCEL_OWNER)
    else:
        kantor.act(KASUBID, "Kirim")
    status = kantor.status()
    assert take_back(kantor, KABID)["ditahan"] == 1
    (held,) = kantor.held()
    assert held["kode"] == ("H104" if begun == "moved on" else "H110")
    assert "LINJAMSOS/Kasubid" in held["alasan"] or begun == "moved on"
    assert kantor.status() == status


def test_a_return_can_be_taken_back_too(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi.")
    assert take_back(kantor, KABID)["diterima"] == 1
    assert kantor.status() == "diajukan"
    kantor.act(KABID, "Setujui")
    assert kantor.status() == "disetujui"


def test_after_a_return_the_old_copy_is_held_before_anybody_fills_it(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi.")
    waiting = kantor.waiting(KASUBID).read_bytes()
    assert take_back(kantor, KASUBID, "dari terkirim.xlsx")["ditahan"] == 1
    (held,) = kantor.held()
    assert held["kode"] == "H105"
    assert "yang berlaku sekarang versi 6" in held["alasan"]  # issued 1, four acts forward, one return
    assert kantor.waiting(KASUBID).read_bytes() == waiting


def test_after_the_recommendation_it_is_held_with_the_way_to_open_it(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    assert take_back(kantor, PERENCANAAN)["ditahan"] == 1
    assert [held["kode"] for held in kantor.held()] == ["H103"]
    assert "mintalah Kasubag Perencanaan membuka kembali" in letter(kantor, PERENCANAAN, LEMBAR)


def test_the_copy_put_into_kirim_instead_of_masuk_takes_nothing_back(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    shutil.copy(kantor.akar / KABID / "Terkirim" / LEMBAR, kantor.akar / KABID / "Kirim")
    kantor.serve()
    assert kantor.status() == "ditugaskan"
    assert kantor.files(f"{KABID}/Kirim") == []
    assert kantor.held() == []


# folders without permission


def deny(monkeypatch: pytest.MonkeyPatch, folder: Path, names: tuple[str, ...]) -> None:
    """Let the operating system refuse these calls below a folder; root, as whom tests may run, ignores file modes."""
    for name in names:
        real = getattr(os, name)

        def call(path: object, *args: object, _real: Callable[..., object] = real, **named: object) -> object:
            inside = isinstance(path, (str, os.PathLike)) and Path(os.fspath(path)).is_relative_to(folder)  # type: ignore[arg-type]
            if inside:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return _real(path, *args, **named)

        monkeypatch.setattr(os, name, call)
    monkeypatch.setattr("kinerja_xl.routing.operations.RETRY_WAITS", ())


ALL = ("scandir", "lstat", "stat", "open", "mkdir", "unlink", "rename", "link")


@pytest.mark.parametrize(("folder", "calls"), [
    (f"{KASUBID}", ALL), (f"{KASUBID}/Masuk", ALL), (f"{KABID}/Terkirim", ("open", "link", "rename")),
    (f"{KASUBID}/Ditahan", ALL), ("LINJAMSOS/Cetak", ALL)])
def test_a_folder_of_a_role_without_permission_is_named_and_the_others_are_served(kantor: KantorUji, folder: str,
                                                                       calls: tuple[str, ...]) -> None:
    put(kantor, f"{KASUBID}/Kirim", "foto.jpg", b"\xff\xd8\xff\xe0" + b"x" * 100)
    kantor.move(KABID, "Kirim")
    kantor.move("REHSOS/Kabid", "Kirim")
    with pytest.MonkeyPatch.context() as monkeypatch:
        deny(monkeypatch, kantor.akar / folder, calls)
        kantor.serve()
        kantor.serve()
        assert f"{kantor.akar / folder}" in kantor.layanan()
        assert "izin foldernya kurang" in kantor.layanan()
        assert kantor.status("2026-TW1-REHSOS") == "ditugaskan"
        assert kantor.files("REHSOS/Kasubid/Masuk") == ["Lembar Kerja REHSOS TW I 2026.xlsx"]
    kantor.serve()  # the right is given: nothing was lost and nothing is done twice
    assert kantor.status() == "ditugaskan"
    assert kantor.files(f"{KASUBID}/Masuk") == [LEMBAR]
    assert kantor.files(f"{KABID}/Terkirim") == [LEMBAR]
    assert [held["nama"] for held in kantor.held()] == ["foto.jpg"]
    assert "izin foldernya kurang" not in kantor.layanan()
    assert read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR).identitas.versi == 2


@pytest.mark.parametrize("folder", [PERENCANAAN, "Arsip", "LINJAMSOS", "Perencanaan/Templat", f"{ANALIS}/Masuk"])
def test_whatever_folder_is_denied_the_service_goes_on_and_heals(kantor: KantorUji, folder: str) -> None:
    kantor.move(KABID, "Kirim")
    with pytest.MonkeyPatch.context() as monkeypatch:
        deny(monkeypatch, kantor.akar / folder, ALL)
        kantor.serve()
        kantor.serve()
        assert "kurang" in kantor.layanan()  # the right to that folder
        assert kantor.command("status")[0] == 0
    kantor.serve()
    assert kantor.status() == "ditugaskan"
    assert kantor.files(f"{KASUBID}/Masuk") == [LEMBAR]
    assert kantor.command("verifikasi", clock=False)[0] == 0
