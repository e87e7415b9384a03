"""Periksa Isian in a real Calc: what is on screen is judged, listed with links, and the first cell shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from kantor_jalan import ANALIS, KABID, LEMBAR, KantorUji
from meja_uji import MejaUji, place_of

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.lembar.checksum import checksum_of_others
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import Jalan, Status, find_kegiatan
from kinerja_xl.faces.cli import run
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.workbook import names

CATATAN = names.CATATAN_PERBAIKAN
DI_LUAR = "Berkas ini di luar folder kantor: perubahan pada isian milik pejabat lain tidak dapat diperiksa di sini."
BERUBAH = "Ada isian milik pejabat lain yang berubah; sel yang mana baru ditunjukkan setelah berkasnya diserahkan."


@pytest.fixture
def waiting(kantor: KantorUji) -> Path:
    """The worksheet that waits for the Analis, complete."""
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    return kantor.waiting(ANALIS)


def cell(book: Any, name: str, row: int = 0) -> Any:
    return book.names[name].refers_to_range[row, 0]


def listed(book: Any) -> list[list[Any]]:
    """The rows of Catatan Perbaikan as far as they are filled, with the lists of cells behind them."""
    rows = book.names["catatan_baris"].refers_to_range.resize(names.CATATAN_MAX, 9).value
    return [row for row in rows if any(isi is not None for isi in row)]


def heading(book: Any) -> str:
    return str(book.names["catatan_judul"].refers_to_range[0, 0].value)


def test_two_catatan_are_listed_with_links_and_the_first_cell_is_shown(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    cell(book, "realisasi_tw1", 1).value = "dua puluh"
    cell(book, "realisasi_rp_sd_tw1", 2).value = "seribu rupiah"
    code, told = meja.press("periksa", book)
    first, second = cell(book, "realisasi_tw1", 1), cell(book, "realisasi_rp_sd_tw1", 2)
    places = [c.address.replace("$", "") for c in (first, second)]
    assert code == 1
    assert "2 harus diperbaiki" in told
    assert f"Lembar Kerja!{places[0]}: Isi “dua puluh” bukan angka. Tulis angka saja, misalnya 1.234,5." in told
    assert told.endswith("Langkah berikut: Perbaiki sel yang tercantum pada lembar Catatan Perbaikan, lalu tekan "
                         "tombolnya sekali lagi.")
    rows = listed(book)
    assert [row[1:5] for row in rows[:2]] == [["Lembar Kerja", places[0], "tolak", "C101"],
                                              ["Program dan Anggaran", places[1], "tolak", "C101"]]
    assert [row[6:] for row in rows[:2]] == [[places[0], None, None], [None, places[1], None]]
    links = book.names["catatan_baris"].refers_to_range[0, 2].resize(2, 1).formula
    assert [link for link, in links] == [f"""=HYPERLINK("#'Lembar Kerja'!{places[0]}","{places[0]}")""",
                                         f"""=HYPERLINK("#'Program dan Anggaran'!{places[1]}","{places[1]}")"""]
    assert heading(book).startswith(f"{len(rows)} catatan perbaikan: 2 harus diperbaiki")
    assert place_of(book) == ("Lembar Kerja", places[0])


def test_a_link_leads_to_its_cell(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    cell(book, "realisasi_rp_sd_tw1", 2).value = "seribu rupiah"
    meja.press("periksa", book)
    link = str(book.names["catatan_baris"].refers_to_range[0, 2].formula)
    location = link.partition('"#')[2].partition('"')[0]
    bridge = book.impl.app.bridge
    dispatcher = bridge.create("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(book.api.CurrentController.Frame, ".uno:GoToCell", "", 0,
                               bridge.properties(ToPoint=location))  # what LibreOffice does with such a link
    assert place_of(book) == ("Program dan Anggaran", cell(book, "realisasi_rp_sd_tw1", 2).address.replace("$", ""))


def test_a_clean_sheet_says_so_and_its_list_is_empty(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    cell(book, "realisasi_tw1", 1).value = "dua puluh"
    meja.press("periksa", book)
    many = len(listed(book))
    cell(book, "realisasi_tw1", 1).value = 20
    for row, (filled,) in enumerate(book.names["realisasi_k_tw1"].refers_to_range.options(ndim=2).value):
        if filled is not None:  # 1 where nothing was planned is unlikely
            cell(book, "realisasi_k_tw1", row).value = 0
    register(book, [kode for kode, in book.names["kode_indikator"].refers_to_range.options(ndim=2).value])
    code, told = meja.press("periksa", book)
    assert (code, told) == (0, "Tidak ada catatan perbaikan.\n\nLangkah berikut: Tekan Serahkan Bahan bila "
                               "lembar kerja ini sudah siap diteruskan.")
    assert not meja.host.gawat
    assert many > 1
    assert listed(book) == []
    assert heading(book) == "Tidak ada catatan perbaikan."


def register(book: Any, daftar_kode: list[str]) -> None:
    """Put one file of evidence for each indicator into the register."""
    for column, value in (("bukti_indikator", None), ("bukti_jenis", "bukti"), ("bukti_berkas", "laporan.pdf")):
        cells = book.names[column].refers_to_range[0, 0].resize(len(daftar_kode), 1)
        cells.value = [[value or kode] for kode in daftar_kode]


def test_warnings_alone_do_not_keep_a_worksheet(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    code, told = meja.press("periksa", book)
    assert code == 0
    assert told.startswith("Tidak ada yang harus diperbaiki. Ada ")
    assert "peringatan pada lembar Catatan Perbaikan." in told
    assert {row[3] for row in listed(book)} == {"peringatan"}
    assert place_of(book)[0] != CATATAN


def test_unsaved_changes_count_and_the_file_is_not_touched(waiting: Path, meja: MejaUji) -> None:
    before = waiting.read_bytes()
    book = meja.open(waiting)
    cell(book, "realisasi_tw1").value = "dua"
    assert meja.press("periksa", book)[0] == 1
    assert waiting.read_bytes() == before


def test_what_another_role_fills_is_judged_against_the_archive(kantor: KantorUji, waiting: Path, meja: MejaUji) -> None:
    kode = next(kunci.baris for kunci in kantor.good_values() if kunci.tabel == "indikator")
    kantor.fill(ANALIS, {Kunci("indikator", kode, "tindak_lanjut_tw1"): "Rapat bulanan."})
    book = meja.open(waiting)
    code, told = meja.press("periksa", book)
    assert code == 1
    assert f"Tindak Lanjut TW I {kode} diubah dari “kosong” menjadi “Rapat bulanan.”" in told


def test_of_several_files_in_the_archive_the_published_one_is_compared(
        kantor: KantorUji, waiting: Path, meja: MejaUji) -> None:
    archive = kantor.akar / "Arsip/2026/TW I/LINJAMSOS"
    right = archive / "Lembar Kerja LINJAMSOS TW I 2026 v3.xlsx"
    assert right.exists()
    content = right.read_bytes()
    right.chmod(0o644)
    right.write_bytes((archive / "Lembar Kerja LINJAMSOS TW I 2026 v1.xlsx").read_bytes()[:-1] + b"x")
    right.with_name("Lembar Kerja LINJAMSOS TW I 2026 v3 (2).xlsx").write_bytes(content)
    assert "tidak terjangkau" not in meja.press("periksa", meja.open(waiting))[1]


def lose_archive(kantor: KantorUji) -> None:
    """The version that the waiting worksheet stands on is out of reach."""
    for path in (kantor.akar / "Arsip/2026/TW I/LINJAMSOS").glob("*v3.xlsx"):
        path.unlink()


def taken_home(waiting: Path, tmp_path: Path) -> Path:
    """A copy of the waiting worksheet outside the office folder."""
    home = tmp_path / "di rumah" / LEMBAR
    home.parent.mkdir()
    home.write_bytes(waiting.read_bytes())
    return home


def change_what_others_own(book: Any) -> None:
    """Type into a plan cell, as somebody can who took the protection off."""
    book.sheets["Lembar Kerja"].api.unprotect("")
    cell(book, "rencana_indikator_target_tw1").value = 7


def without_checksum(book: Any) -> None:
    """As in a worksheet that was just made, and in those of an earlier version."""
    book.sheets["Disposisi"].api.unprotect("")
    cell(book, "jumlah_uji").clear_contents()


def test_where_others_cells_are_as_delivered_the_archive_is_not_needed(
        kantor: KantorUji, waiting: Path, meja: MejaUji, tmp_path: Path) -> None:
    lose_archive(kantor)
    home = taken_home(waiting, tmp_path)
    for place in (waiting, home):
        book = meja.open(place)
        code, told = meja.press("periksa", book)
        assert (code, told.count("pejabat lain")) == (0, 0)
        assert "Tidak ada yang harus diperbaiki." in told
        book.close()


def test_where_others_cells_changed_and_the_archive_is_out_of_reach_that_is_said(
        kantor: KantorUji, waiting: Path, meja: MejaUji) -> None:
    lose_archive(kantor)
    book = meja.open(waiting)
    change_what_others_own(book)
    assert BERUBAH in meja.press("periksa", book)[1]


def test_a_checksum_put_back_by_hand_deceives_only_the_screen(
        kantor: KantorUji, waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    change_what_others_own(book)
    assert "Target TW I" in meja.press("periksa", book)[1]
    book.sheets["Disposisi"].api.unprotect("")
    cell(book, "jumlah_uji").value = checksum_of_others(
        Meja(meja.host, book).lembar_kerja(), find_kegiatan(Status.DIPERINTAHKAN, Peran.ANALIS, Jalan.KIRIM))
    assert "Target TW I" not in meja.press("periksa", book)[1]
    book.save()
    book.close()
    kantor.move(ANALIS, "Kirim")
    kantor.serve()
    assert "C401" in {catatan["kode"] for catatan in kantor.catatan(ANALIS)}


def test_without_checksum_and_archive_the_rest_is_judged_and_that_is_said(
        kantor: KantorUji, waiting: Path, meja: MejaUji) -> None:
    lose_archive(kantor)
    book = meja.open(waiting)
    without_checksum(book)
    code, told = meja.press("periksa", book)
    assert code == 0
    assert "Versi terakhirnya di Arsip tidak terjangkau" in told


def test_a_copy_at_home_is_judged_too(waiting: Path, meja: MejaUji, tmp_path: Path) -> None:
    home = taken_home(waiting, tmp_path)
    book = meja.open(home)
    without_checksum(book)
    cell(book, "realisasi_tw1").value = "dua"
    code, told = meja.press("periksa", book)
    assert code == 1
    assert "Isi “dua” bukan angka." in told
    assert DI_LUAR in told


def test_a_name_that_leads_out_of_the_archive_is_not_followed(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    without_checksum(book)
    cell(book, "bidang").value = "../../.."
    assert "Versi terakhirnya di Arsip tidak terjangkau" in meja.press("periksa", book)[1]


def test_a_step_that_fills_nothing_has_nothing_to_mend(kantor: KantorUji, meja: MejaUji) -> None:
    code, told = meja.press("periksa", meja.open(kantor.waiting(KABID)))
    assert (code, told.splitlines()[0]) == (0, "Tidak ada catatan perbaikan.")
    assert "Tekan Tugaskan bila" in told


def test_a_worksheet_that_has_ended_is_not_checked(kantor: KantorUji, meja: MejaUji) -> None:
    book = meja.open(kantor.waiting(KABID))
    book.sheets["Disposisi"].api.unprotect("")
    cell(book, "status").value = "Direkomendasikan"
    code, told = meja.press("periksa", book)
    assert (code, meja.judul) == (3, "Kinerja K642")
    assert "Berkas ini sudah selesai" in told


def test_more_catatan_than_rows_are_counted_below(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    cells = book.names["bukti_berkas"].refers_to_range
    kinds = book.names["bukti_indikator"].refers_to_range
    kinds.value = [[f"TIDAK ADA {number} {'x' * 200}"] for number in range(kinds.shape[0])]
    cells.value = [[f"berkas {number} {'y' * 200}"] for number in range(cells.shape[0])]
    code, _ = meja.press("periksa", book)
    assert code == 1
    assert {row[4] for row in listed(book)} >= {"C209"}


def test_a_worksheet_without_its_list_of_catatan_is_none(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    book.sheets[CATATAN].delete()
    code, told = meja.press("periksa", book)
    assert (code, meja.judul) == (3, "Kinerja K617")
    assert "lembar Catatan Perbaikan tidak ada" in told


def test_another_workbook_is_none(meja: MejaUji, tmp_path: Path) -> None:
    path = tmp_path / "anggaran.xlsx"
    openpyxl.Workbook().save(path)
    code, told = meja.press("periksa", meja.open(path))
    assert (code, meja.judul) == (3, "Kinerja K617")
    assert told.startswith("Buku kerja “anggaran.xlsx” bukan lembar kerja kinerja: ")


def test_a_worksheet_that_lost_its_instructions_is_judged_all_the_same(waiting: Path, meja: MejaUji) -> None:
    book = meja.open(waiting)
    book.sheets[names.PETUNJUK].delete()
    assert meja.press("periksa", book)[0] == 0


def test_a_file_is_judged_by_its_own_scale_and_policy(
        waiting: Path, meja: MejaUji, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = meja.open(waiting)
    book.sheets["Disposisi"].api.unprotect("")
    cell(book, "bukti_wajib").value = "ya"
    assert meja.press("periksa", book)[0] == 1
    assert {row[4] for row in listed(book) if row[3] == "tolak"} == {"C206"}
    saved = tmp_path / "disimpan.xlsx"
    book.save(saved)
    capsys.readouterr()
    assert run(["periksa", str(saved)]) == 1
    assert "[C206]" in capsys.readouterr().out
