"""Pemantauan.xlsx says what the commands say, follows every change, and is never written while somebody has it open."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji
from openpyxl.worksheet.worksheet import Worksheet
from pejabat_uji import change_officials, change_settings, plh

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Peran
from kinerja_xl.kantor.board.own_files import OwnFiles
from kinerja_xl.kantor.office import Kantor

BOOK = "Perencanaan/Pemantauan.xlsx"
KABIDS = "LINJAMSOS/Kabid/Pemantauan LINJAMSOS.xlsx"
STEPS = {  # the status in which a step is done, and its column; written out from the contract's section 4
    "baru": "1 Penugasan", "ditugaskan": "2 Perintah", "diperintahkan": "3 Bahan", "bahan_diserahkan": "4 Laporan",
    "dikembalikan": "4 Laporan", "diajukan": "5 Persetujuan", "disetujui": "Penyerahan",
    "diterima_perencanaan": "6 Rekomendasi"}
ORDER = list(dict.fromkeys(STEPS.values()))
FORWARD = {"tugaskan", "perintahkan", "serahkan bahan", "ajukan laporan", "setujui", "serahkan ke perencanaan",
           "rekomendasikan"}


def sheet(kantor: KantorUji, name: str, book: str = BOOK) -> Worksheet:
    return openpyxl.load_workbook(kantor.akar / book)[name]


def rows(table: Worksheet, head: str) -> list[dict[str, object]]:
    """The rows below the first heading row that has ``head`` in it, until an empty one."""
    lines = [list(row) for row in table.iter_rows(values_only=True)]
    at = next(n for n, row in enumerate(lines) if head in row)
    found = []
    for row in lines[at + 1:]:
        if all(cell in (None, "") for cell in row):
            break
        found.append(dict(zip(map(str, lines[at]), row, strict=True)))
    return found


def matrix(kantor: KantorUji, book: str = BOOK) -> dict[str, dict[str, object]]:
    return {str(row["Unit"]): row for row in rows(sheet(kantor, "Matriks", book), "1 Penugasan")}


def expected_cells(kantor: KantorUji, row: dict[str, object]) -> dict[str, str]:
    """What a row of the matrix must say, from ``status --json`` and ``riwayat --json`` alone."""
    acts = [act for act in kantor.acts(str(row["berkas"])) if act["tindakan"] != "terbitkan"]
    awaited = STEPS.get(str(row["status"]))
    reached = ORDER.index(awaited) if awaited else len(ORDER)
    cells = {}
    for number, step in enumerate(ORDER):
        done = [act for act in acts if STEPS.get(str(act["dari"])) == step and act["tindakan"] != "tarik kembali"]
        last = done[-1] if done else None
        forward = [act for act in done if act["tindakan"] in FORWARD]
        if step == awaited:
            cells[step] = running(kantor, row)
        elif last and last["tindakan"] in ("kembalikan", "buka kembali") and number > reached:
            cells[step] = f"Dikembalikan {day(last)}"
        elif number < reached and last and last["tindakan"] in FORWARD:
            times = f" ({len(forward)}×)" if len(forward) > 1 else ""
            cells[step] = f"Selesai {day(last)}{times}"
        else:
            cells[step] = "Ditutup" if row["status"] in ("tidak_menyampaikan", "dibatalkan") else "Belum"
    return cells


def day(act: dict[str, object]) -> str:
    return f"{datetime.fromisoformat(str(act['waktu'])):%d/%m/%Y}"


def running(kantor: KantorUji, row: dict[str, object]) -> str:
    """By the dates alone: every day of these tests and all days between is a working day, weekends aside."""
    if row["tenggat"] is None:
        return "Berjalan, tanpa batas waktu"
    today, due = date.fromisoformat(kantor.jam[:10]), date.fromisoformat(str(row["tenggat"]))
    between = sum(date.fromordinal(n).weekday() < 5 for n in range(min(today, due).toordinal() + 1,
                                                                   max(today, due).toordinal() + 1))
    assert row["terlambat"] is (today > due)
    if today > due:
        return f"TERLAMBAT {between} hari kerja" if between else "TERLAMBAT"
    return f"Berjalan, sisa {between} hari kerja" if between else "Batas hari ini"


def check_matrix(kantor: KantorUji) -> list[str]:
    """Compare each cell of the matrix with the commands' answers; return the cells of LINJAMSOS."""
    _, out, _ = kantor.command("status", "--json")
    found = matrix(kantor)
    listed = {str(row["Berkas"]): str(row["Unit"]) for row in rows(sheet(kantor, "Kedudukan"), "Berkas")}
    status = json.loads(out)
    assert len(status) == len(found) == len(listed)
    for row in status:
        cells = found[listed[row["berkas"]]]
        assert {step: cells[step] for step in ORDER} == expected_cells(kantor, row), row["berkas"]
        assert cells["Pemegang"] == (row["pemegang"] or "–")
    return [str(found[listed[BERKAS]][step]) for step in ORDER]


def test_every_cell_of_the_matrix_is_what_status_and_riwayat_say(kantor: KantorUji) -> None:
    kantor.serve()
    assert check_matrix(kantor) == ["Batas hari ini", *["Belum"] * 6]
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")
    assert check_matrix(kantor)[2] == "Berjalan, sisa 1 hari kerja"
    kantor.jam = "2026-04-15T08:00"
    kantor.serve()
    assert check_matrix(kantor)[:3] == ["Selesai 10/04/2026", "Selesai 10/04/2026", "TERLAMBAT 2 hari kerja"]
    kantor.jam = "2026-04-16T08:00"
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi.")
    cells = check_matrix_late(kantor)
    assert cells[2:5] == ["Selesai 16/04/2026, terlambat", "Berjalan, sisa 1 hari kerja", "Dikembalikan 16/04/2026"]
    kantor.act(KASUBID, "Kirim")
    kantor.play_to("direkomendasikan")
    assert check_matrix_late(kantor)[2:5] == ["Selesai 16/04/2026, terlambat", "Selesai 16/04/2026 (2×)",
                                             "Selesai 16/04/2026"]


def check_matrix_late(kantor: KantorUji) -> list[str]:
    """The matrix but for the one step of LINJAMSOS that came late, which only the deadline of that day tells."""
    found, unit = matrix(kantor), "Bidang Perlindungan dan Jaminan Sosial"
    row = kantor.row()
    wanted = expected_cells(kantor, row)
    assert {**{step: found[unit][step] for step in ORDER}, "3 Bahan": None} == {**wanted, "3 Bahan": None}
    assert found[unit]["3 Bahan"] == f"{wanted['3 Bahan']}, terlambat"
    return [str(found[unit][step]) for step in ORDER]


def test_a_berkas_closed_without_data_says_so(kantor: KantorUji) -> None:
    assert kantor.command("tutup-tanpa-data", BERKAS, "--catatan", "Tidak ada data.")[0] == 0
    kantor.serve()
    assert check_matrix(kantor) == ["Ditutup"] * 7


def test_each_word_has_its_colour(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    colours = {str(cell.value).split(",")[0]: cell.fill.fgColor.rgb[-6:]
               for row in sheet(kantor, "Matriks").iter_rows() for cell in row if cell.value}
    words = ("Selesai 10/04/2026", "Batas hari ini", "Belum")
    assert [colours[word] for word in words] == ["C6E0B4", "FFD966", "F2F2F2"]
    assert len({colours[word] for word in ("Selesai", "Berjalan", "Batas hari ini", "Terlambat", "Dikembalikan",
                                           "Belum", "Ditutup")}) == 7


def test_who_has_it_since_when_until_when_with_versions_and_returns(kantor: KantorUji) -> None:
    change_officials(kantor, lambda daftar: [
        *daftar, plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 13), date(2026, 4, 17))])
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan="Lengkapi.")
    kantor.jam = "2026-04-13T09:00"
    kantor.act(KASUBID, "Kirim")
    row = next(row for row in rows(sheet(kantor, "Kedudukan"), "Berkas") if row["Berkas"] == BERKAS)
    assert (row["Status"], row["Pemegang"], row["Versi"], row["Putaran"], row["Dikembalikan"]) == (
        "Diajukan", KABID, 7, 2, 1)
    assert row["Pejabat"] == "Pejabat Contoh 80 (Plh. Kepala Bidang Perlindungan dan Jaminan Sosial)"
    assert (row["Diterima"], row["Batas"]) == (datetime(2026, 4, 13, 9, 0), datetime(2026, 4, 13))
    assert row["Sisa waktu"] == "batas hari ini"


def test_links_lead_from_the_workbook_to_the_holders_file_and_to_the_archive(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    for book in (BOOK, KABIDS):
        table = sheet(kantor, "Kedudukan", book)
        links = [cell.hyperlink.target for row in table.iter_rows() for cell in row if cell.hyperlink]
        assert len(links) == (6 if book == BOOK else 1)
        for link in links:
            assert link.startswith("..\\")
            path = (kantor.akar / book).parent / unquote(link).replace("\\", "/")
            assert path.resolve().is_relative_to(kantor.akar.resolve())
            assert path.exists()
    assert (kantor.akar / "Arsip/2026/TW I/LINJAMSOS").is_dir()


def test_completeness_capaian_and_absorption_are_those_of_the_last_accepted_version(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.act(KASUBID, "Kirim")

    def measured() -> dict[str, object]:
        table = rows(sheet(kantor, "Isian dan Capaian"), "Triwulan")
        return next(row for row in table if row["Singkatan"] == "LINJAMSOS")

    assert (measured()["Indikator"], measured()["Terisi"], measured()["Berbukti"]) == (2, 0, 0)
    assert (measured()["Capaian (%)"], measured()["Realisasi (Rp)"]) == ("–", "–")
    values = kantor.good_values(ANALIS)
    kantor.act(ANALIS, "Kirim", values)
    done = measured()
    assert (done["Terisi"], done["Terisi (%)"], done["Berbukti"]) == (2, 100, 0)
    # good_values puts 1000 rupiah into each sub kegiatan
    subs = sum(key.kolom == "realisasi_rp_sd_tw1" for key in values)
    assert done["Realisasi (Rp)"] == 1000 * subs
    pagu = done["Pagu (Rp)"]
    assert isinstance(pagu, (int, float))
    assert done["Serapan (%)"] == round(100 * 1000 * subs / pagu, 2)


def test_worksheets_of_other_berkas_are_not_read_again_to_show_a_change(
        kantor: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.serve()
    original, read = Kantor.read_sheet, set[str]()

    def seen(self: Kantor, sha256: str, nama: str) -> LembarKerja:
        read.add(nama)
        return original(self, sha256, nama)

    monkeypatch.setattr(Kantor, "read_sheet", seen)
    kantor.act(KABID, "Kirim")
    assert read
    assert not [nama for nama in read if "LINJAMSOS" not in nama]


def test_another_scale_of_capaian_is_shown_at_once_also_of_worksheets_that_nobody_touched(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")

    def category() -> object:
        table = rows(sheet(kantor, "Isian dan Capaian"), "Triwulan")
        return next(row["Kategori"] for row in table if row["Singkatan"] == "LINJAMSOS")

    before = category()
    change_settings(kantor, lambda p: replace(p, skala=replace(p.skala, daftar_kategori=tuple(
        kategori._replace(nama=f"Kelas {kategori.nama}") for kategori in p.skala.daftar_kategori))))
    kantor.serve()
    assert category() == f"Kelas {before}"


def test_the_workbook_has_native_charts_and_is_set_up_for_print(kantor: KantorUji) -> None:
    kantor.serve()
    with zipfile.ZipFile(kantor.akar / BOOK) as package:
        names = package.namelist()
        charts = [package.read(name).decode() for name in names if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert all("'Isian dan Capaian'!$B$22:$B$27" in chart for chart in charts)  # six units below the charts
    table = openpyxl.load_workbook(kantor.akar / BOOK)["Isian dan Capaian"]
    assert [table.cell(n, 2).value for n in (21, 22, 27)] == ["Singkatan", "REHSOS", "SEKRETARIAT"]
    panes = {lembar.title: lembar.freeze_panes for lembar in openpyxl.load_workbook(kantor.akar / BOOK)}
    assert panes == {"Matriks": None, "Kedudukan": "C5", "Isian dan Capaian": "C1", "Waktu": None, "Riwayat": "C5"}
    for lembar in openpyxl.load_workbook(kantor.akar / BOOK):
        assert (lembar.page_setup.orientation, lembar.page_setup.fitToHeight) == ("landscape", 0)
        assert lembar.sheet_properties.pageSetUpPr.fitToPage  # one page wide, as many high as it takes
        assert "DATA CONTOH" in str(lembar.oddHeader.right.text)
        assert all(not str(cell.value).startswith("=") for row in lembar.iter_rows() for cell in row)


def test_the_kabid_sees_his_own_bidang_only(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    assert list(matrix(kantor, KABIDS)) == ["Bidang Perlindungan dan Jaminan Sosial"]
    assert {row["Berkas"] for row in rows(sheet(kantor, "Riwayat", KABIDS), "Tindakan")} == {BERKAS}
    other = kantor.akar / "REHSOS/Kabid/Pemantauan REHSOS.xlsx"
    before = other.stat().st_mtime_ns
    kantor.act(KASUBID, "Kirim")
    assert other.stat().st_mtime_ns == before  # nothing changed there


def test_history_says_every_act_with_its_time(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    kantor.jam = "2026-04-10T09:30"
    kantor.act(KASUBID, "Kirim")
    last, first = rows(sheet(kantor, "Riwayat"), "Tindakan")
    acts = kantor.acts()
    assert (first["Tindakan"], first["Versi"], first["Kode"]) == ("tugaskan", 2, acts[1]["kode"])
    assert (last["Tindakan"], last["Waktu kerja (menit)"]) == ("perintahkan", 90)  # 08.00-09.30
    assert last["Pejabat"] == acts[2]["pejabat"]
    times = {row["Tahap SOP"]: row["LINJAMSOS"] for row in rows(sheet(kantor, "Waktu"), "Tahap SOP")}
    assert (times["2 Perintah"], times["3 Bahan"], times["Dikembalikan"]) == ("1 jam 30 menit", "–", "0 kali")


# when it is written


@pytest.mark.parametrize("owner", ["~$Pemantauan.xlsx", ".~lock.Pemantauan.xlsx#"])
def test_newer_content_waits_while_somebody_has_it_open_and_follows_when_it_is_closed(kantor: KantorUji,
                                                                                       owner: str) -> None:
    kantor.serve()
    before = (kantor.akar / BOOK).read_bytes()
    mark = kantor.akar / "Perencanaan" / owner
    mark.write_bytes(b"\x04Siti" + b" " * 50 if owner.startswith("~") else b"Siti,siti,PC1,01.01.2026 08:00,file:///x;")
    kantor.act(KABID, "Kirim")
    assert (kantor.akar / BOOK).read_bytes() == before
    assert (kantor.akar / KABIDS).is_file()
    assert "Selesai 10/04/2026" in [cell for row in matrix(kantor, KABIDS).values() for cell in row.values()]
    kantor.serve()
    assert f"{BOOK}: masih dibuka oleh Siti; isi yang baru menyusul setelah ditutup." in kantor.layanan()
    mark.unlink()
    kantor.serve()
    assert check_matrix(kantor)[0] == "Selesai 10/04/2026"


def test_nothing_is_written_while_nothing_changes(kantor: KantorUji) -> None:
    kantor.serve()
    before = {path: path.stat().st_mtime_ns for path in kantor.akar.rglob("Pemantauan*.xlsx")}
    assert len(before) == 6  # Perencanaan and five Kabid
    kantor.serve()
    kantor.jam = "2026-04-10T14:00"
    kantor.serve()
    assert {path: path.stat().st_mtime_ns for path in kantor.akar.rglob("Pemantauan*.xlsx")} == before
    kantor.jam = "2026-04-13T14:00"  # another day: less time is left
    kantor.serve()
    assert all(path.stat().st_mtime_ns != old for path, old in before.items())


def test_what_somebody_saved_in_it_is_kept_beside_the_new_one(kantor: KantorUji) -> None:
    kantor.serve()
    path = kantor.akar / BOOK
    book = openpyxl.load_workbook(path)
    book["Matriks"]["A1"].value = "catatan rapat"
    book.save(path)
    saved = path.read_bytes()
    kantor.act(KABID, "Kirim")
    assert (kantor.akar / "Perencanaan/Pemantauan yang diubah.xlsx").read_bytes() == saved
    assert check_matrix(kantor)[0] == "Selesai 10/04/2026"


def test_a_crash_between_writing_and_noting_it_leaves_no_copy(kantor: KantorUji,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.serve()
    original = OwnFiles._keep
    calls: list[int] = []

    def dies(self: OwnFiles) -> None:
        calls.append(1)
        if len(calls) == 2:  # the files are written, the note of it is not
            raise OSError("mati")
        original(self)

    monkeypatch.setattr(OwnFiles, "_keep", dies)
    kantor.act(KABID, "Kirim")
    monkeypatch.setattr(OwnFiles, "_keep", original)
    kantor.serve()
    assert len(calls) >= 2
    assert list(kantor.akar.rglob("*yang diubah*")) == []
    assert check_matrix(kantor)[0] == "Selesai 10/04/2026"


def test_the_planners_folder_has_it_and_the_worksheet_is_not_taken_for_one(kantor: KantorUji) -> None:
    kantor.play_to("diterima_perencanaan")
    assert kantor.files(f"{PERENCANAAN}/Masuk") == [LEMBAR]
    assert Path(kantor.akar / BOOK).is_file()
    assert kantor.held() == []
