"""What a press says where Calc cannot or may not do it: one sentence, one next step, the place of the log."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from kantor_jalan import KABID, LEMBAR, KantorUji
from meja_uji import MejaUji

from kinerja_xl.faces.pita import main
from kinerja_xl.faces.ribbon.hubung import DOKUMEN, PIPE


class Tekan:
    """Presses buttons as the toolbar's launcher starts them; what was told is kept instead of shown."""

    def __init__(self, meja: MejaUji, environment: pytest.MonkeyPatch) -> None:
        self._host = meja.host
        environment.setenv(PIPE, "pipa")
        environment.setattr("kinerja_xl.faces.ribbon.hubung.connect_host", lambda *_: self._host)
        self._environment = environment

    def __call__(self, aksi: str, uid: str) -> tuple[int, str, str, str]:
        """Return exit code, title, sentence and next step."""
        self._environment.setenv(DOKUMEN, uid)
        self._host.kabar = []
        code = main([aksi, "--wb=apa pun"])
        ((title, text),) = self._host.kabar
        sentence, step, log = text.split("\n\n")
        assert Path(log.removeprefix("Rincian: ")).is_file()
        return code, title, sentence, step.removeprefix("Langkah berikut: ")


@pytest.fixture
def tekan(meja: MejaUji, monkeypatch: pytest.MonkeyPatch) -> Tekan:
    return Tekan(meja, monkeypatch)


@pytest.mark.usefixtures("meja")
def test_where_no_calc_answers_that_is_told_on_stderr(
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PIPE, "tidak-ada")
    assert main(["status", "--wb=apa pun"]) == 3
    assert capsys.readouterr().err.startswith(
        "Kinerja K610\nTombol ini tidak tersambung dengan Excel atau LibreOffice Calc.\n\nLangkah berikut: Tutup "
        "program itu, buka lagi lembar kerjanya, lalu tekan tombolnya sekali lagi.\n\nRincian: ")


def test_a_workbook_that_was_closed_meanwhile_is_none(tekan: Tekan, meja: MejaUji, kantor: KantorUji) -> None:
    book = meja.open(kantor.waiting(KABID))
    uid = book.api.RuntimeUID
    meja.close_all()
    assert tekan("kirim", uid) == (
        3, "Kinerja K611", "Tidak ada buku kerja yang terbuka di LibreOffice Calc.",
        "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi.")


@pytest.mark.parametrize("aksi", ["kirim", "kembalikan", "tarik-kembali", "dokumen", "status"])
def test_a_workbook_that_was_never_saved_is_asked_to_be(tekan: Tekan, meja: MejaUji, aksi: str) -> None:
    book = meja.host._app.books.add()
    meja.opened.append(book)
    assert tekan(aksi, book.api.RuntimeUID)[:3] == (
        3, "Kinerja K612", f"Buku kerja “{book.name}” belum pernah disimpan.")


@pytest.fixture
def alamat(tmp_path: Path) -> Iterator[str]:
    """Where a web server gives out the files of the test's folder."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path))) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


@pytest.mark.parametrize("aksi", ["kirim", "tarik-kembali", "status"])
def test_a_workbook_from_the_web_has_an_address_in_place_of_a_folder(
        tekan: Tekan, meja: MejaUji, kantor: KantorUji, alamat: str, tmp_path: Path, aksi: str) -> None:
    (tmp_path / "daring.xlsx").write_bytes(kantor.waiting(KABID).read_bytes())
    model = meja.host._app.api.loadComponentFromURL(f"{alamat}/daring.xlsx", "_blank", 0, ())
    meja.opened.append(next(book for book in meja.host._app.books if book.api.RuntimeUID == model.RuntimeUID))
    code, title, sentence, step = tekan(aksi, model.RuntimeUID)
    assert (code, title) == (3, "Kinerja K613")
    assert sentence == (f"Buku kerja “daring.xlsx” dibuka dari penyimpanan daring ({alamat}/daring.xlsx), bukan dari "
                        "folder kantor.")
    assert step.startswith("Tutup buku kerja itu, lalu buka lembar kerja dari folder bersama kantor")


WRITING = ["periksa", "kirim", "ambil-isian", "bukti"]


@pytest.mark.parametrize("aksi", WRITING)
def test_a_workbook_opened_read_only_is_not_written_into(
        tekan: Tekan, meja: MejaUji, kantor: KantorUji, aksi: str) -> None:
    path = kantor.waiting(KABID)
    before = path.read_bytes()
    book = meja.host._app.books.open(str(path), read_only=True)
    meja.opened.append(book)
    assert tekan(aksi, book.api.RuntimeUID)[:3] == (
        3, "Kinerja K615", f"Buku kerja “{LEMBAR}” dibuka hanya untuk dibaca.")
    assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "content"), [
    (f".~lock.{LEMBAR}#", b",Sri Utami,PC-07,10.04.2026 08:00,file:///home/sri/profil;"),
    (f"~${LEMBAR}", b"\x09Sri Utami" + b" " * 44),
], ids=["LibreOffice", "Excel"])
@pytest.mark.parametrize("aksi", WRITING)
def test_a_workbook_that_somebody_else_has_open_names_him(
        tekan: Tekan, meja: MejaUji, kantor: KantorUji, aksi: str, name: str, content: bytes) -> None:
    path = kantor.waiting(KABID)
    book = meja.host._app.books.open(str(path), read_only=True)
    meja.opened.append(book)
    path.with_name(name).write_bytes(content)
    assert tekan(aksi, book.api.RuntimeUID) == (
        3, "Kinerja K623", f"Berkas “{LEMBAR}” sedang dibuka oleh Sri Utami, sehingga di sini hanya dapat dibaca.",
        "Mintalah Sri Utami menutupnya, tutup lalu buka lagi lembar kerja ini, kemudian tekan tombolnya sekali lagi.")
    path.with_name(name).unlink()
    assert path.exists()
