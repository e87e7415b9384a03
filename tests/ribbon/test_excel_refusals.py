"""What a press says where Excel (simulated: no Excel here) cannot or may not do it: one sentence, one next step."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from excel_tiruan import ComErrorTiruan, ExcelBusyError, ExcelTiruan, KotakTiruan, book
from layar_uji import Layar
from meja_uji import HostUji

from kinerja_xl.engines.calc import connect
from kinerja_xl.errors import HostBusy
from kinerja_xl.faces.pita import press
from kinerja_xl.faces.ribbon import excel_host
from kinerja_xl.faces.ribbon.excel_host import Excel, tame
from kinerja_xl.install.panggilan import Panggilan
from kinerja_xl.install.tombol import DAFTAR_AKSI

# winerror.h: RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER; VBA_E_IGNORE is what Excel answers while it is busy
BUSY_CODES = {"a cell is in edit mode, or a dialog is open": 0x80010001, "Excel asks to try later": 0x8001010A,
              "Excel is calculating or drawing": 0x800AC472}
# winerror.h: RPC_E_DISCONNECTED, RPC_S_SERVER_UNAVAILABLE as an HRESULT, CO_E_OBJNOTCONNECTED
GONE_CODES = {"its window was closed": 0x80010108, "Excel has ended": 0x800706BA, "the book was closed": 0x800401FD}
BUSY_TEXT = "Excel sedang sibuk: sebuah sel masih diketik, atau sebuah kotak dialog menunggu jawaban."
MB_ICONWARNING = 0x30
NAME = "Lembar Kerja LINJAMSOS TW I 2026.xlsx"
MASUK = rf"S:\Kinerja\LINJAMSOS\Kabid\Masuk\{NAME}"
ONLINE = f"https://d.docs.live.net/1a2b3c/Kinerja/{NAME}"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Excel gets no two seconds, and logs lie in a folder of the test."""
    monkeypatch.setattr(excel_host, "_PATIENCE", 0.0)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def _seen(layar: Layar | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is a screen, the messages stand on it too: in Calc's box, which has the parts of Windows' own."""
    if layar is None:
        return
    layar.office.connected(lambda: connect(layar.office.pipe))
    calc, keep = HostUji(layar.office.pipe, layar), KotakTiruan.__call__

    def show(kotak: KotakTiruan, text: str, title: str, style: int) -> int:
        calc.tell(f"{title} (Excel)", text, gawat=style == MB_ICONWARNING)
        return keep(kotak, text, title, style)

    monkeypatch.setattr(KotakTiruan, "__call__", show)


def pressed(app: ExcelTiruan, aksi: str, fullname: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """Press a button in this Excel; return exit code, title and text of the one message."""
    kotak = KotakTiruan()
    monkeypatch.setattr("kinerja_xl.faces.ribbon.hubung.connect_host", lambda *_: Excel(app, kotak))
    code = press(Panggilan(aksi, fullname, "EXCEL.EXE", 4711, True))
    ((title, text, style),) = kotak.shown
    assert style == MB_ICONWARNING  # with one button
    return code, title, text


def told(text: str) -> tuple[str, str]:
    """The sentence and the next step; the place of the log is proven to be there."""
    sentence, step, log = text.split("\n\n")
    assert Path(log.removeprefix("Rincian: ")).is_file()
    return sentence, step.removeprefix("Langkah berikut: ")


@pytest.mark.parametrize("aksi", sorted(DAFTAR_AKSI - {"tutup-tahun"}))
def test_no_button_does_anything_without_a_workbook(aksi: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, title, text = pressed(ExcelTiruan(), aksi, "", monkeypatch)
    assert (code, title) == (3, "Kinerja K611")
    assert told(text) == ("Tidak ada buku kerja yang terbuka di Excel.",
                          "Buka lembar kerja dari folder Masuk, lalu tekan tombolnya sekali lagi.")


def test_a_workbook_that_was_closed_meanwhile_is_not_mistaken_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    same_name = book(rf"S:\Kinerja\LINJAMSOS\Kasubid\Masuk\{NAME}")
    code, title, _ = pressed(ExcelTiruan(same_name), "kirim", MASUK, monkeypatch)
    assert (code, title) == (3, "Kinerja K611")


@pytest.mark.parametrize("aksi", ["kirim", "kembalikan", "tarik-kembali", "dokumen", "status"])
def test_a_workbook_that_was_never_saved_is_asked_to_be(aksi: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, title, text = pressed(ExcelTiruan(book("Buku1", path="")), aksi, "Buku1", monkeypatch)
    assert (code, title) == (3, "Kinerja K612")
    assert told(text) == ("Buku kerja “Buku1” belum pernah disimpan.",
                          "Simpan dahulu buku kerja itu, atau buka lembar kerja dari folder Masuk, lalu tekan "
                          "tombolnya sekali lagi.")


@pytest.mark.parametrize("aksi", ["kirim", "kembalikan", "tarik-kembali", "dokumen", "status"])
def test_a_workbook_from_onedrive_has_an_address_in_place_of_a_folder(aksi: str,
                                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    code, title, text = pressed(ExcelTiruan(book(ONLINE, path="https://d.docs.live.net/1a2b3c/Kinerja")), aksi, ONLINE,
                                monkeypatch)
    assert (code, title) == (3, "Kinerja K613")
    assert told(text) == (
        f"Buku kerja “{NAME}” dibuka dari penyimpanan daring ({ONLINE}), bukan dari folder kantor.",
        "Tutup buku kerja itu, lalu buka lembar kerja dari folder bersama kantor, bukan dari OneDrive.")


def test_protected_view_is_named_with_what_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    code, title, text = pressed(ExcelTiruan(protected=NAME), "kirim", "", monkeypatch)
    assert (code, title) == (3, "Kinerja K614")
    assert told(text) == (f"Buku kerja “{NAME}” dibuka dalam Tampilan Terproteksi.",
                          "Klik Aktifkan Pengeditan di atas lembarnya, lalu tekan tombolnya sekali lagi.")


@pytest.mark.parametrize("aksi", ["periksa", "ambil-isian", "bukti"])
def test_a_workbook_opened_read_only_is_not_written_into(aksi: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, title, text = pressed(ExcelTiruan(book(MASUK, read_only=True)), aksi, MASUK, monkeypatch)
    assert (code, title) == (3, "Kinerja K615")
    assert told(text)[0] == f"Buku kerja “{NAME}” dibuka hanya untuk dibaca."


@pytest.mark.parametrize("aksi", ["periksa", "ambil-isian", "bukti"])
def test_a_workbook_that_somebody_else_has_open_names_him(aksi: str, monkeypatch: pytest.MonkeyPatch,
                                                          tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.with_name(f"~${NAME}").write_bytes(b"\x09Sri Utami" + b" " * 44)  # Excel's owner file: length, then the name
    code, title, text = pressed(ExcelTiruan(book(str(path), read_only=True)), aksi, str(path), monkeypatch)
    assert (code, title) == (3, "Kinerja K623")
    assert told(text) == (
        f"Berkas “{NAME}” sedang dibuka oleh Sri Utami, sehingga di sini hanya dapat dibaca.",
        "Mintalah Sri Utami menutupnya, tutup lalu buka lagi lembar kerja ini, kemudian tekan tombolnya sekali lagi.")


@pytest.mark.parametrize("inner", [False, True])
@pytest.mark.parametrize("code", BUSY_CODES.values(), ids=BUSY_CODES)
def test_a_busy_excel_is_told_in_one_sentence(code: int, inner: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ExcelTiruan(book(MASUK))
    app.api.refusals = [ComErrorTiruan(code, inner=inner)]
    done, title, text = pressed(app, "kirim", MASUK, monkeypatch)
    assert (done, title) == (3, "Kinerja K616")
    assert told(text) == (BUSY_TEXT,
                          "Tekan Enter atau Esc, tutup kotak dialog yang terbuka, lalu tekan tombolnya sekali lagi.")
    assert f"{code - (1 << 32)}" in Path(text.rpartition("Rincian: ")[2]).read_text(encoding="utf-8")


@pytest.mark.parametrize("refusal", [ComErrorTiruan(code) for code in BUSY_CODES.values()] + [ExcelBusyError()],
                         ids=[*BUSY_CODES, "xlwings gave up"])
def test_an_excel_that_becomes_busy_while_the_button_works_is_told_likewise(
        refusal: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = book(MASUK)

    class Sheets:
        def __iter__(self) -> Any:
            raise refusal

    shown.sheets = Sheets()
    code, title, text = pressed(ExcelTiruan(shown), "periksa", MASUK, monkeypatch)
    assert (code, title, told(text)[0]) == (3, "Kinerja K616", BUSY_TEXT)


@pytest.mark.parametrize("code", GONE_CODES.values(), ids=GONE_CODES)
def test_an_excel_that_is_gone_is_told_so(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ExcelTiruan(book(MASUK))
    app.api.refusals = [ComErrorTiruan(code)]
    done, title, text = pressed(app, "kirim", MASUK, monkeypatch)
    assert (done, title) == (3, "Kinerja K610")
    assert told(text)[0] == "Tombol ini tidak tersambung dengan Excel atau LibreOffice Calc."


def test_another_refusal_of_excel_is_not_called_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ExcelTiruan(book(MASUK))
    app.api.refusals = [ComErrorTiruan(0x800A03EC)]  # Excel's general "application-defined error", 1004
    _, title, _ = pressed(app, "kirim", MASUK, monkeypatch)
    assert title == "Kinerja K000"


def test_excel_gets_two_seconds_to_become_ready_and_not_one_question_more() -> None:
    slept: list[float] = []
    excel_host._PATIENCE = 2.0  # what the fixture took away comes back with it
    app = ExcelTiruan()
    app.api.refusals = [ComErrorTiruan(0x80010001)] * 5
    host = Excel(app, KotakTiruan())
    host.wait_until_ready(slept.append)
    assert slept == [0.1] * 5
    slept.clear()
    app.api.refusals = [ComErrorTiruan(0x80010001)] * 30
    with pytest.raises(ComErrorTiruan) as refused:
        host.wait_until_ready(slept.append)
    assert isinstance(host.explain(refused.value), HostBusy)
    assert sum(slept) == pytest.approx(2.0)
    assert len(app.api.refusals) == 30 - 21


def test_an_excel_that_is_calculating_is_waited_for_and_then_asked_all_the_same() -> None:
    slept: list[float] = []
    excel_host._PATIENCE = 0.5
    Excel(ExcelTiruan(ready=False), KotakTiruan()).wait_until_ready(slept.append)
    assert sum(slept) == pytest.approx(0.5)


def test_xlwings_has_what_is_switched_off_in_it() -> None:
    spec = importlib.util.find_spec("xlwings")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).with_name("_xlwindows.py").read_text(encoding="utf-8")
    defined = {node.name for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    assert {"cleanup", "ExcelBusyError"} <= defined
    assert "N_COM_ATTEMPTS = 0  # 0 means try indefinitely" in source
    stand_in = SimpleNamespace(N_COM_ATTEMPTS=0, cleanup=lambda: None)
    tame(stand_in)
    assert 0 < stand_in.N_COM_ATTEMPTS <= 5


def test_a_person_is_told_also_where_no_log_can_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"a file where the log's folder would be")
    code, title, text = pressed(ExcelTiruan(), "kirim", "", monkeypatch)
    assert (code, title) == (3, "Kinerja K611")
    assert text == ("Tidak ada buku kerja yang terbuka di Excel.\n\nLangkah berikut: Buka lembar kerja dari folder "
                    "Masuk, lalu tekan tombolnya sekali lagi.")
