"""Bad input to an office: a coded message and a next step; nothing half made stays behind."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import BERKAS, KABID, KantorUji
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.faces.cli import run

NOW = "2026-04-10T08:00"


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(list(arguments))
    return code, capsys.readouterr().err


def test_a_missing_root_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, err = command(capsys, "layani", str(tmp_path / "tidak ada"), "--sekali")
    assert code == 3
    assert err.startswith("K101: Folder kantor tidak ditemukan")
    assert "Langkah berikut: Periksa nama folder" in err
    assert list(tmp_path.iterdir()) == []


def test_a_root_without_its_marker_is_never_served(kantor: KantorUji) -> None:
    (kantor.akar / "kantor.kinerja").unlink()
    kantor_files = sorted(str(path) for path in kantor.akar.rglob("*"))
    code, _, err = kantor.command("layani", "--sekali", "--tenang", "0")
    assert code == 3
    assert err.startswith("K102:")
    assert sorted(str(path) for path in kantor.akar.rglob("*")) == kantor_files


def test_an_office_is_not_made_over_another_or_among_other_files(kantor: KantorUji, tmp_path: Path,
                                                                 capsys: pytest.CaptureFixture[str]) -> None:
    code, err = command(capsys, "mulai", str(kantor.akar), "--data", str(tmp_path / "d"))
    assert (code, err[:4]) == (3, "K104")
    (tmp_path / "dipakai").mkdir()
    (tmp_path / "dipakai" / "surat.txt").write_text("isi", encoding="utf-8")
    code, err = command(capsys, "mulai", str(tmp_path / "dipakai"), "--data", str(tmp_path / "d"))
    assert (code, err[:4]) == (3, "K105")
    assert [path.name for path in (tmp_path / "dipakai").iterdir()] == ["surat.txt"]
    assert not (tmp_path / "d").exists()


def test_a_root_whose_files_would_be_longer_than_200_characters_is_refused(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    akar = tmp_path / ("x" * 60) / ("y" * 60) / ("z" * 40)
    code, err = command(capsys, "mulai", str(akar), "--contoh", "--data", str(tmp_path / "d"))
    assert code == 3
    assert err.startswith("K106:")
    assert "paling banyak 200" in err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_hold_an_office_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    code, err = command(capsys, "mulai", str(tmp_path / "berkas" / "Kinerja"), "--data", str(tmp_path / "d"))
    assert (code, err[:4]) == (3, "K502")
    assert "bukan folder" in err
    assert [path.name for path in tmp_path.iterdir()] == ["berkas"]


def test_a_failure_while_an_office_is_made_leaves_nothing_behind(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from kinerja_xl.errors import DiskFailed
    from kinerja_xl.routing.disk import Disk

    def fail(*_arguments: object, **_named: object) -> None:
        raise DiskFailed(jalur="x", sebab="ruang penyimpanan penuh.")

    monkeypatch.setattr(Disk, "place", fail)
    code, err = command(capsys, "mulai", str(tmp_path / "k"), "--contoh", "--data", str(tmp_path / "d"))
    assert (code, err[:4]) == (3, "K502")
    assert list(tmp_path.iterdir()) == []


# settings


def edit(kantor: KantorUji, change: Callable[[openpyxl.Workbook], object]) -> None:
    """Change Pengaturan.xlsx as a planner would, with a program that writes workbooks."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def cell_with(sheet: Worksheet, text: str) -> tuple[int, int]:
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text)


def heading_column(sheet: Worksheet, heading: str) -> int:
    return cell_with(sheet, heading)[1]


def served(kantor: KantorUji) -> str:
    code, out, err = kantor.command("layani", "--sekali", "--tenang", "0")
    assert (code, err) == (0, "")
    return out


def test_a_wrong_nip_is_named_with_its_cell_and_the_last_settings_stay(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Pejabat"]
        row, _ = cell_with(sheet, "Pejabat Contoh 1")
        sheet.cell(row, heading_column(sheet, "NIP / NI PPPK")).value = "123"

    edit(kantor, change)
    out = served(kantor)
    assert "K201" in out
    assert "Pejabat!" in out
    assert "NIP “123”" in out
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"  # the office goes on with the settings it had


def test_two_kabid_for_one_bidang_are_named(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Pejabat"]
        post, unit = heading_column(sheet, "Peran"), heading_column(sheet, "Bidang")
        row = next(r for r in range(1, sheet.max_row + 1)
                   if (sheet.cell(r, post).value, sheet.cell(r, unit).value) == ("Kabid", "REHSOS"))
        sheet.cell(row, unit).value = "LINJAMSOS"

    edit(kantor, change)
    out = served(kantor)
    assert "K201" in out
    assert "Kabid untuk" in out
    assert "dua pejabat" in out


def test_a_short_name_with_a_slash_is_refused(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Bidang"]
        row, column = cell_with(sheet, "LINJAMSOS")
        sheet.cell(row, column).value = "LINJAM/SOS"

    edit(kantor, change)
    assert "Singkatan “LINJAM/SOS” tidak dapat dipakai" in served(kantor)
    assert not (kantor.akar / "LINJAM").exists()


def test_settings_that_lose_a_bidang_with_a_berkas_are_refused(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for name in ("Bidang", "Pejabat"):
            sheet = book[name]
            for row in range(sheet.max_row, 4, -1):
                if "LINJAMSOS" in [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]:
                    sheet.delete_rows(row)

    edit(kantor, change)
    out = served(kantor)
    assert "K204" in out
    assert "LINJAMSOS" in out
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"


def test_a_new_title_waits_until_the_work_in_its_folder_is_done(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Bidang"]
        row, _ = cell_with(sheet, "LINJAMSOS")
        sheet.cell(row, heading_column(sheet, "Sebutan Kasubid")).value = "Subkoordinator"

    edit(kantor, change)
    out = served(kantor)
    assert "K205" in out
    assert "LINJAMSOS/Kasubid menjadi LINJAMSOS/Subkoordinator" in out
    assert not (kantor.akar / "LINJAMSOS" / "Subkoordinator").exists()


def test_missing_settings_are_told_in_indonesian(kantor: KantorUji) -> None:
    (kantor.akar / "Perencanaan" / "Pengaturan.xlsx").unlink()
    out = served(kantor)
    assert "K202" in out
    assert "folder atau berkas itu tidak ditemukan" in out


def test_a_broken_settings_file_leaves_the_last_one_in_force(kantor: KantorUji) -> None:
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    path.write_bytes(path.read_bytes()[:5000])
    assert "K202" in served(kantor)
    assert "K202" in (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    assert path.stat().st_size == 5000


def test_an_open_settings_file_is_left_until_it_is_closed(kantor: KantorUji) -> None:
    edit(kantor, lambda book: book.create_sheet("Catatan kami"))
    owner = kantor.akar / "Perencanaan" / "~$Pengaturan.xlsx"
    owner.write_bytes(bytes([14]) + b"Pejabat Contoh" + b" " * 40)
    out = served(kantor)
    assert "K203" in out
    assert "Pejabat Contoh" in out
    owner.unlink()
    served(kantor)
    assert (kantor.akar / "Arsip" / "Pengaturan" / "Pengaturan v2.xlsx").exists()


def test_a_valid_change_of_the_settings_is_archived_and_makes_the_new_folders(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Bidang"]
        row = max(r for r in range(1, sheet.max_row + 1)
                  if sheet.cell(r, heading_column(sheet, "Singkatan")).value) + 1
        for heading, value in {"Nama Bidang": "Bidang Data", "Singkatan": "DATA", "Sebutan Kabid": "Kabid",
                               "Sebutan Kasubid": "Kasubid", "Sebutan Analis": "Analis"}.items():
            sheet.cell(row, heading_column(sheet, heading)).value = value

    edit(kantor, change)
    assert "K2" not in served(kantor)
    assert (kantor.akar / "DATA" / "Kasubid" / "Masuk").is_dir()


# the plan


def plan_book(change: Callable[[openpyxl.Workbook], object], source: Path) -> bytes:
    book = openpyxl.load_workbook(source)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def hand_in(kantor: KantorUji, change: Callable[[openpyxl.Workbook], object]) -> str:
    """Put a changed copy of the plan into Perencanaan/Masuk, serve, and return why it is held."""
    source = kantor.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx"
    (kantor.akar / "Perencanaan" / "Masuk" / source.name).write_bytes(plan_book(change, source))
    kantor.serve()
    return (kantor.akar / "Perencanaan" / "Ditahan" / f"{source.name}.ALASAN.txt").read_text(encoding="utf-8-sig")


def test_targets_that_do_not_add_up_hold_the_plan_with_the_cell(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Indikator"]
        row = next(r for r in range(1, sheet.max_row + 1)
                   if sheet.cell(r, heading_column(sheet, "Jenis Perhitungan")).value == "JUMLAH")
        sheet.cell(row, heading_column(sheet, "Target Tahunan")).value = 999

    reason = hand_in(kantor, change)
    assert "K301" in reason
    assert "seharusnya sama dengan target tahunan 999" in reason
    assert "Indikator!" in reason


def test_an_empty_plan_is_held(kantor: KantorUji) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for name in ("Indikator", "Program"):
            sheet = book[name]
            row, _ = cell_with(sheet, "(1)")
            for merged in list(sheet.merged_cells.ranges):
                if merged.min_row > row:
                    sheet.unmerge_cells(str(merged))
            sheet.delete_rows(row + 1, sheet.max_row)

    assert "K302" in hand_in(kantor, change)


def test_a_quarter_without_a_plan_is_not_issued_and_says_so(kantor: KantorUji) -> None:
    code, _, err = kantor.command("terbitkan", "--tahun", "2027", "--triwulan", "1")
    assert (code, err[:4]) == (3, "K303")
    assert "Rencana Aksi 2027.xlsx" in err


def test_a_quarter_is_issued_only_once(kantor: KantorUji) -> None:
    code, _, err = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "1")
    assert (code, err[:4]) == (3, "K902")


# the clock and the data folder


def test_the_office_clock_never_goes_back_and_a_real_office_takes_none(
        kantor: KantorUji, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kantor.jam = "2026-04-09T08:00"
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:4]) == (3, "K110")
    code, _, err = kantor.command("layani", "--sekali", clock=False)
    assert (code, err[:4]) == (3, "K111")
    assert command(capsys, "mulai", str(tmp_path / "nyata"), "--data", str(tmp_path / "dn"))[0] == 0
    code, err = command(capsys, "layani", str(tmp_path / "nyata"), "--sekali", "--data", str(tmp_path / "dn"),
                        "--sekarang", NOW)
    assert (code, err[:4]) == (3, "K109")


def test_a_pc_without_the_ledger_says_where_it_is_looked_for(kantor: KantorUji, tmp_path: Path) -> None:
    shutil.move(kantor.data, tmp_path / "pindah")
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:4]) == (3, "K107")


def test_an_unknown_berkas_is_named(kantor: KantorUji) -> None:
    code, _, err = kantor.command("riwayat", "2026-TW1-LAIN")
    assert (code, err[:4]) == (3, "K901")
    assert BERKAS not in err

