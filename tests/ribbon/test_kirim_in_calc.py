"""The buttons that move a worksheet, pressed in a real Calc on an office with real folders."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji
from meja_uji import MejaUji, note_cell, place_of

from kinerja_xl.domain.cells import Kunci

STEPS = [  # status before, role, folder, what the message promises
    ("baru", KABID, "Kirim", "diteruskan ke Kasubid/Kasubag"),
    ("ditugaskan", KASUBID, "Kirim", "diteruskan ke Analis"),
    ("diperintahkan", ANALIS, "Kirim", "diteruskan ke Kasubid/Kasubag"),
    ("bahan_diserahkan", KASUBID, "Kirim", "diteruskan ke Kabid/Sekretaris"),
    ("diajukan", KABID, "Setujui", "diteruskan ke Kasubid/Kasubag"),
    ("disetujui", KASUBID, "Kirim", "diteruskan ke Kasubag Perencanaan"),
    ("diterima_perencanaan", PERENCANAAN, "Rekomendasikan", "direkomendasikan dan diarsipkan"),
]


@pytest.fixture(autouse=True)
def _running_service(kantor: KantorUji) -> None:
    """The heartbeat is as fresh as with a service that runs."""
    os.utime(kantor.akar / "STATUS LAYANAN.txt")


def is_open(meja: MejaUji, path: Path) -> bool:
    return any(Path(book.fullname) == path for book in meja.host._app.books)


def test_the_main_button_carries_a_berkas_through_the_whole_sop(kantor: KantorUji, meja: MejaUji) -> None:
    for status, role, folder, promise in STEPS:
        assert kantor.status() == status
        if role == ANALIS:
            kantor.fill(ANALIS, kantor.good_values())
        path = kantor.waiting(role)
        assert meja.press("kirim", meja.open(path)) == (0, f"Sudah di folder {folder}; sekitar 1 menit lagi {promise}.")
        assert not path.exists()
        assert kantor.files(f"{role}/{folder}") == [LEMBAR]
        assert not is_open(meja, path)
        kantor.serve()
    assert kantor.status() == "direkomendasikan"


def test_what_was_not_saved_yet_is_saved_and_sent(kantor: KantorUji, meja: MejaUji) -> None:
    book = meja.open(kantor.waiting(KABID))
    note_cell(book).value = "Mohon diselesaikan minggu ini."
    assert meja.press("kirim", book)[0] == 0
    kantor.serve()
    assert kantor.acts()[-1]["catatan"] == "Mohon diselesaikan minggu ini."


def test_a_worksheet_without_changes_is_sent_byte_for_byte(kantor: KantorUji, meja: MejaUji) -> None:
    path = kantor.waiting(KABID)
    before = path.read_bytes()
    assert meja.press("kirim", meja.open(path))[0] == 0
    assert (kantor.akar / KABID / "Kirim" / LEMBAR).read_bytes() == before


def test_an_incomplete_worksheet_stays_where_it_is_with_its_catatan(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("diperintahkan")
    path = kantor.waiting(ANALIS)
    book = meja.open(path)
    code, told = meja.press("kirim", book)
    assert code == 1
    assert told.startswith("Lembar kerja belum diteruskan. Ada ")
    assert "[C104]" not in told
    assert "belum diisi. Isi angkanya, atau tulis alasannya di kolom Keterangan." in told
    assert meja.host.gawat
    assert path.exists()
    assert is_open(meja, path)
    assert place_of(book)[0] == "Lembar Kerja"


def test_what_another_role_fills_may_not_be_changed(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, {**kantor.good_values(), Kunci("indikator", "LIN-01", "tindak_lanjut_tw1"): "Rapat."})
    code, told = meja.press("kirim", meja.open(kantor.waiting(ANALIS)))
    assert code == 1
    assert "Tindak Lanjut TW I LIN-01 diubah dari “kosong” menjadi “Rapat.”" in told


def test_an_old_heartbeat_is_told_instead_of_a_promise(kantor: KantorUji, meja: MejaUji) -> None:
    old = time.time() - 3 * 3600 - 30
    os.utime(kantor.akar / "STATUS LAYANAN.txt", (old, old))
    code, told = meja.press("kirim", meja.open(kantor.waiting(KABID)))
    assert code == 0
    assert told.startswith("Sudah di folder Kirim. Layanan terakhir melihat folder kantor 3 jam yang lalu; mungkin "
                           "sedang tidak berjalan. Begitu layanan berjalan, lembar kerja ini diteruskan ke "
                           "Kasubid/Kasubag.")


PLACES = [
    (f"{KABID}/Kirim", "sudah berada di folder LINJAMSOS/Kabid/Kirim", "sekitar 1 menit lagi layanan mengambilnya"),
    (f"{KABID}/Terkirim", "adalah salinan dari yang sudah dikirim", "tekan Tarik Kembali"),
    (f"{KABID}/Ditahan", "ditahan layanan di folder LINJAMSOS/Kabid/Ditahan", f"{LEMBAR}.ALASAN.txt"),
    ("Arsip/2026/TW I/LINJAMSOS", "adalah versi yang tersimpan di Arsip", "Buka lembar kerja dari folder Masuk"),
    (KABID, "berada di folder LINJAMSOS/Kabid, bukan di folder Masuk", "pindahkan ke folder Masuk Anda"),
    ("..", "berada di luar folder kantor", "Ambil Isian"),
]


@pytest.mark.parametrize(("folder", "state", "step"), PLACES, ids=[place[0] for place in PLACES])
@pytest.mark.parametrize("aksi", ["kirim", "kembalikan"])
def test_elsewhere_than_in_masuk_each_place_has_its_own_word(
        kantor: KantorUji, meja: MejaUji, aksi: str, folder: str, state: str, step: str) -> None:
    path = (kantor.akar / folder).resolve() / LEMBAR
    path.write_bytes(kantor.waiting(KABID).read_bytes())
    code, told = meja.press(aksi, meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K619")
    assert state in told
    assert step in told.partition("Langkah berikut: ")[2]
    assert path.exists()


def test_a_worksheet_of_another_roles_step_is_not_moved(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("diajukan")
    path = kantor.akar / KASUBID / "Masuk" / LEMBAR
    path.write_bytes(kantor.waiting(KABID).read_bytes())
    code, told = meja.press("kirim", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K620")
    assert "lewat folder Setujui, tetapi folder itu tidak ada di LINJAMSOS/Kasubid" in told
    assert path.exists()


def test_nothing_in_the_folder_of_the_act_is_overwritten(kantor: KantorUji, meja: MejaUji) -> None:
    path, taken = kantor.waiting(KABID), kantor.akar / KABID / "Kirim" / LEMBAR
    taken.write_bytes(b"milik orang lain")
    code, told = meja.press("kirim", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K621")
    assert "Tunggu sekitar 1 menit" in told
    assert (taken.read_bytes(), path.exists()) == (b"milik orang lain", True)


def test_a_worksheet_that_cannot_be_moved_is_open_again_and_nothing_has_changed(
        kantor: KantorUji, meja: MejaUji, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kantor.waiting(KABID)
    before = path.read_bytes()

    def refuse(source: Path, target: Path) -> None:
        assert (source, target) == (path, kantor.akar / KABID / "Kirim" / LEMBAR)
        raise PermissionError(13, "Permission denied", str(source))

    monkeypatch.setattr("kinerja_xl.faces.ribbon.pindah.rename_new", refuse)
    monkeypatch.setattr("kinerja_xl.faces.ribbon.pindah.WAITS", (0.0,))
    code, told = meja.press("kirim", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K622")
    assert "berkas sedang dibuka program lain atau izin foldernya kurang. Tidak ada yang berubah." in told
    assert "Lembar kerjanya sudah dibuka lagi" in told
    assert path.read_bytes() == before
    assert is_open(meja, path)
    assert kantor.files(f"{KABID}/Kirim") == []
    meja.close(path)


def test_a_folder_that_vanished_meanwhile_is_named_as_the_cause(
        kantor: KantorUji, meja: MejaUji, monkeypatch: pytest.MonkeyPatch) -> None:
    path, folder = kantor.waiting(KABID), kantor.akar / KABID / "Kirim"

    def vanish(source: Path, target: Path) -> None:
        if folder.is_dir():
            folder.rmdir()
        target.hardlink_to(source)

    monkeypatch.setattr("kinerja_xl.faces.ribbon.pindah.rename_new", vanish)
    code, told = meja.press("kirim", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K622")
    assert "tidak dapat dipindahkan ke folder Kirim: folder itu tidak ada lagi." in told
    assert path.exists()
    meja.close(path)


def test_a_file_that_another_person_opened_meanwhile_is_told_with_the_name(
        kantor: KantorUji, meja: MejaUji, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kantor.waiting(KABID)

    def refuse(source: Path, _target: Path) -> None:
        source.with_name(f"~${LEMBAR}").write_bytes(b"\x04Budi" + b" " * 50)
        raise PermissionError(13, "Permission denied", str(source))

    monkeypatch.setattr("kinerja_xl.faces.ribbon.pindah.rename_new", refuse)
    monkeypatch.setattr("kinerja_xl.faces.ribbon.pindah.WAITS", ())
    _, told = meja.press("kirim", meja.open(path))
    assert "berkas itu sedang dibuka oleh Budi. Tidak ada yang berubah." in told
    meja.close(path)


def test_giving_back_needs_the_note_and_shows_its_cell(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.play_to("diajukan")
    path = kantor.waiting(KABID)
    book = meja.open(path)
    code, told = meja.press("kembalikan", book)
    assert code == 1
    assert told == ("Pengembalian memerlukan catatan: apa yang harus diperbaiki penerimanya.\n\nLangkah berikut: Tulis "
                    "catatan itu di sel yang sekarang terpilih, lalu tekan tombolnya sekali lagi.")
    assert place_of(book) == ("Disposisi", note_cell(book).address.replace("$", ""))
    assert path.exists()
    note_cell(book).value = "Lengkapi faktor penghambat LIN-02."
    assert meja.press("kembalikan", book) == (
        0, "Sudah di folder Kembalikan; sekitar 1 menit lagi dikembalikan ke Kasubid/Kasubag.")
    kantor.serve()
    assert kantor.status() == "dikembalikan"
    assert kantor.acts()[-1]["catatan"] == "Lengkapi faktor penghambat LIN-02."


def test_where_nothing_can_be_given_back_the_reason_is_told(kantor: KantorUji, meja: MejaUji) -> None:
    path = kantor.waiting(KABID)
    code, told = meja.press("kembalikan", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K642")
    assert "Pada langkah ini tidak ada yang dapat dikembalikan." in told
    assert path.exists()


def test_the_copy_in_terkirim_takes_the_worksheet_back(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.act(KABID, "Kirim")
    os.utime(kantor.akar / "STATUS LAYANAN.txt")
    copy = kantor.akar / KABID / "Terkirim" / LEMBAR
    assert kantor.status() == "ditugaskan"
    code, told = meja.press("tarik-kembali", meja.open(copy))
    assert code == 0
    assert told.startswith("Salinannya sudah di folder Masuk. Sekitar 1 menit lagi lembar kerja ini kembali kepada "
                           "Anda bila penerimanya belum mengubah atau membukanya.")
    back = kantor.akar / KABID / "Masuk" / LEMBAR
    assert hashlib.sha256(back.read_bytes()).digest() == hashlib.sha256(copy.read_bytes()).digest()
    meja.close_all()
    kantor.serve()
    assert kantor.status() == "baru"


def test_what_is_back_already_is_not_put_there_twice(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.act(KABID, "Kirim")
    copy = kantor.akar / KABID / "Terkirim" / LEMBAR
    (kantor.akar / KABID / "Masuk" / LEMBAR).write_bytes(b"yang lain")
    code, told = meja.press("tarik-kembali", meja.open(copy))
    assert (code, meja.judul) == (3, "Kinerja K625")
    assert "sudah ada lagi di folder LINJAMSOS/Kabid/Masuk" in told
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]


def test_elsewhere_taking_back_says_where_the_copy_is(kantor: KantorUji, meja: MejaUji) -> None:
    kantor.act(KABID, "Kirim")
    lying = {f"{KASUBID}/Masuk": "Tidak ada salinannya di folder Terkirim",
             "Arsip/2026/TW I/LINJAMSOS": "Buka salinannya di folder LINJAMSOS/Kabid/Terkirim",
             f"{KASUBID}/Kirim": "pindahkan kembali ke folder Masuk",
             f"{KASUBID}/Ditahan": "Buka salinannya di folder LINJAMSOS/Kabid/Terkirim",
             "..": "Buka salinannya di folder Terkirim, di sebelah folder Masuk Anda"}
    content = kantor.waiting(KASUBID).read_bytes()
    for folder, step in lying.items():
        path = (kantor.akar / folder).resolve() / LEMBAR
        path.write_bytes(content)
        code, told = meja.press("tarik-kembali", meja.open(path))
        assert (code, meja.judul) == (3, "Kinerja K625"), folder
        assert step in told
    assert BERKAS not in told
