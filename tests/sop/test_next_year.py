"""Next year's plan on real folders: made, renewed, left alone, and a January that still owes TW IV."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from buku_rencana import add_row, book_of, cell_of, hand_in, label, letter, reason
from kantor_jalan import ANALIS, KantorUji
from openpyxl.styles import PatternFill

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

BARU = "Rencana Aksi 2027.xlsx"


def make(kantor: KantorUji, *arguments: str, tahun: int = 2027) -> str:
    """Run the command and return what it says."""
    code, out, err = kantor.command("rencana", "--tahun", str(tahun), *arguments)
    assert (code, err) == (0, "")
    return out


def refused(kantor: KantorUji, *arguments: str) -> str:
    """Run the command, which cannot go on, and return its message."""
    code, out, err = kantor.command("rencana", "--tahun", "2027", *arguments)
    assert (code, out) == (3, "")
    return err


def history(book: openpyxl.Workbook, kode: str) -> list[tuple[object, ...]]:
    """The rows of Riwayat Capaian of a code: year, target, realisasi, keterangan."""
    return [(row["Tahun"], row["Target"], row["Realisasi"], row["Keterangan"]) for row in rows_of(book)
            if row["Kode"] == kode]


def rows_of(book: openpyxl.Workbook) -> Iterator[dict[str, object]]:
    sheet = book["Riwayat Capaian"]
    heading = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Kode")
    names = [cell.value for cell in sheet[heading]]
    for row in sheet.iter_rows(min_row=heading + 2, values_only=True):
        yield dict(zip(names, row, strict=True))


def fill_targets(book: openpyxl.Workbook) -> None:
    """Fill everything that a draft leaves blank, as the old plan had it."""
    for kode, target in targets(book):
        for heading, value in zip(("Target Tahunan", "I", "II", "III", "IV"), target, strict=True):
            cell_of(book, "Indikator", heading, kode).value = value
    sheet = book["Program"]
    for row in range(1, sheet.max_row + 1):
        kode = sheet.cell(row, columns(sheet)["Kode Sub Kegiatan"]).value
        if kode and str(kode).startswith("1.06"):
            for heading, value in (("Target Tahunan", 4), ("I", 1), ("II", 1), ("III", 1), ("IV", 1),
                                   ("Pagu (Rp)", 10_000_000)):
                sheet.cell(row, columns(sheet)[heading]).value = value
    for name, value in (("Dasar", "PK"), ("Nomor", "1/PK/2027"), ("Tanggal", "04/01/2027")):
        label(book, name).value = value


def columns(sheet) -> dict[object, int]:
    return {cell.value: cell.column for row in sheet.iter_rows(max_row=20) for cell in row if cell.value}


def targets(book: openpyxl.Workbook) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Targets in order for each indicator, by its jenis perhitungan."""
    sheet = book["Indikator"]
    place = columns(sheet)
    for row in range(1, sheet.max_row + 1):
        kode, jenis = sheet.cell(row, place["Kode"]).value, sheet.cell(row, place["Jenis Perhitungan"]).value
        satuan = sheet.cell(row, place["Satuan"]).value
        year = "BB" if satuan == "Predikat" else 40
        if jenis in ("JUMLAH", "POSISI", "RATA", "AKHIR"):
            yield str(kode), {"JUMLAH": (40, 10, 10, 10, 10), "POSISI": (40, 40, 40, 40, 40),
                              "RATA": (40, 40, 40, 40, 40), "AKHIR": (year, None, None, None, year)}[str(jenis)]


@pytest.fixture
def december(kantor: KantorUji) -> KantorUji:
    """An office in December whose LINJAMSOS brought TW I."""
    kantor.play_to("disetujui")
    kantor.jam = "2026-12-01T08:00"
    return kantor


def test_the_draft_keeps_codes_and_wording_and_carries_what_was_reached(december: KantorUji) -> None:
    out = make(december)
    assert "Perencanaan/Rencana Aksi 2027.xlsx (dari Rencana Aksi 2026)" in out
    assert "Isi target, pagu, dan dasarnya" in out
    old, new = openpyxl.load_workbook(book_of(december)), openpyxl.load_workbook(book_of(december, BARU))
    for heading in ("Indikator Kinerja", "Satuan", "Target Akhir Renstra", "Standar Nasional", "Bidang"):
        assert cell_of(new, "Indikator", heading, "LIN-01").value == cell_of(old, "Indikator", heading, "LIN-01").value
    for heading in ("Target Tahunan", "I", "IV", "Pagu (Rp)"):
        assert cell_of(new, "Indikator", heading, "LIN-01").value is None
    assert cell_of(new, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").value is None
    assert label(new, "Tahun").value == 2027
    assert label(new, "Dasar").value is None
    # LIN-01 is RATA with 20 in TW I (KantorUji.good_values) and nothing else yet
    assert cell_of(new, "Indikator", "Baseline (N-1)", "LIN-01").value == 20
    assert history(new, "LIN-01")[0] == (2026, 100, 20, "Tanpa data TW II, TW III dan TW IV, yang belum disetujui.")
    assert history(new, "PFM-02")[0][2:] == (None, "Belum ada data yang disetujui.")


def test_a_blank_draft_that_is_handed_in_is_told_every_target(december: KantorUji) -> None:
    make(december)
    hand_in(december, name=BARU, source=book_of(december, BARU))
    text = reason(december, BARU)
    for kode in ("LIN-01", "PFM-02", "SEK-01"):
        assert f"Target tahunan {kode} wajib diisi." in text
    assert text.count("Pagu (Rp) wajib diisi.") == sum(1 for _ in sub_codes(book_of(december, BARU)))


def sub_codes(path: Path) -> Iterator[str]:
    sheet = openpyxl.load_workbook(path)["Program"]
    place = columns(sheet)["Kode Sub Kegiatan"]
    for (cell,) in sheet.iter_rows(min_col=place, max_col=place):
        if str(cell.value).startswith("1.06"):
            yield str(cell.value)


def test_made_again_it_is_renewed_with_what_came_in_since(december: KantorUji) -> None:
    make(december)
    first = book_of(december, BARU).read_bytes()
    make(december)
    assert book_of(december, BARU).read_bytes() == first  # nothing came in
    december.act("LINJAMSOS/Kasubid", "Kirim")  # other quarters are issued meanwhile: it is December
    bring_second_quarter(december)
    make(december)
    book = openpyxl.load_workbook(book_of(december, BARU))
    assert history(book, "LIN-01")[0][2] == 25  # the mean of 20 and 30
    assert [p.name for p in book_of(december).parent.glob("Rencana Aksi 2027*")] == [BARU]


def bring_second_quarter(kantor: KantorUji) -> None:
    """Bring LINJAMSOS through TW II with 30 in every indicator."""
    lembar = "Lembar Kerja LINJAMSOS TW II 2026.xlsx"
    path = [("LINJAMSOS/Kabid", "Kirim"), ("LINJAMSOS/Kasubid", "Kirim"), (ANALIS, "Kirim"),
            ("LINJAMSOS/Kasubid", "Kirim"), ("LINJAMSOS/Kabid", "Setujui")]
    for role, folder in path:
        source = kantor.akar / role / "Masuk" / lembar
        if role == ANALIS:
            sheet = read_lembar_kerja(source.read_bytes(), lembar)
            values = {Kunci("indikator", k, "realisasi_tw2"): Decimal(30) for k in sheet.baris("indikator")}
            source.write_bytes(fill_lembar_kerja(source.read_bytes(), values))
        source.rename(kantor.akar / role / folder / lembar)
        kantor.serve()


def test_a_draft_that_a_person_changed_is_never_overwritten(december: KantorUji) -> None:
    make(december)
    book_of(december, BARU).write_bytes(book_of(december, BARU).read_bytes() + b"isian perencana")
    changed = book_of(december, BARU).read_bytes()
    assert "K313" in refused(december)
    assert book_of(december, BARU).read_bytes() == changed


def test_a_draft_that_somebody_has_open_is_named(december: KantorUji) -> None:
    make(december)
    (december.akar / "Perencanaan" / f".~lock.{BARU}#").write_bytes(b",budi,pc,01.12.2026 08:00,file:///x;")
    assert "K316" in refused(december)
    assert "budi" in refused(december)


@pytest.mark.parametrize(("arguments", "code"), [
    (("--dari", "2027"), "K315"), (("--dari", "2021"), "K315"), (("--dari", "2025"), "K314")])
def test_a_year_that_cannot_be_the_source_is_refused(december: KantorUji, arguments: tuple[str, ...],
                                                     code: str) -> None:
    assert code in refused(december, *arguments)
    assert not book_of(december, BARU).exists()


def test_older_years_and_the_quarters_before_the_start(kantor: KantorUji) -> None:
    def remember(book: openpyxl.Workbook) -> None:
        for year in (2021, 2022):
            add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=year, Target=50, Realisasi=year - 2000)
        add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2026, Triwulan="II", Target=20, Realisasi=19)
        label(book, "Nomor").value = "2/PK/2026"

    hand_in(kantor, remember)
    kantor.jam = "2026-12-01T08:00"
    make(kantor)
    rows = history(openpyxl.load_workbook(book_of(kantor, BARU)), "PFM-02")
    assert (2022, 50, 22, None) in rows
    assert 2021 not in [row[0] for row in rows]
    # TW II from the history, since the office has no worksheet of it
    assert rows[0] == (2026, 50, 19, "Tanpa data TW I, TW III dan TW IV, yang belum disetujui.")


def test_january_issues_the_last_quarter_from_the_old_plan_while_the_new_one_is_in_force(december: KantorUji) -> None:
    make(december)
    december.jam = "2027-01-05T08:00"
    hand_in(december, fill_targets, name=BARU, source=book_of(december, BARU))
    assert "Rencana Aksi : 2027, versi 1" in letter(december, 2027)
    december.jam = "2027-01-11T08:00"  # 10 January 2027 is a Sunday
    december.serve()
    row = december.row("2026-TW4-LINJAMSOS")
    assert row["tahun"] == 2026
    sheet = openpyxl.load_workbook(december.akar / "LINJAMSOS/Kabid/Masuk/Lembar Kerja LINJAMSOS TW IV 2026.xlsx")
    shown = {cell.value for line in sheet["Lembar Kerja"].iter_rows() for cell in line}
    assert "LIN-01" in shown
    assert 100 in shown  # the target of 2026; 2027 has 40
    assert 40 not in shown
    _, out, _ = december.command("status", "--json")
    assert not [r for r in json.loads(out) if r["tahun"] == 2027]


def test_a_plan_in_force_gets_the_results_that_came_in_since_for_the_planner_to_hand_in(december: KantorUji) -> None:
    make(december)
    december.jam = "2027-01-05T08:00"
    hand_in(december, fill_targets, name=BARU, source=book_of(december, BARU))
    bring_second_quarter(december)
    out = make(december)
    assert "salin berkas itu ke Perencanaan/Masuk" in out
    book = openpyxl.load_workbook(book_of(december, BARU))
    assert cell_of(book, "Indikator", "Target Tahunan", "LIN-01").value == 40  # targets stay
    assert cell_of(book, "Indikator", "Baseline (N-1)", "LIN-01").value == 25
    hand_in(december, name=BARU, source=book_of(december, BARU))
    text = letter(december, 2027)
    assert "LIN-01 – Baseline (N-1): semula 20, menjadi 25. Alasan: Hasil tahun 2026" in text
    assert "(C627)" not in text
    assert "tidak ada yang baru" in make(december)


def test_the_offices_own_template_comes_through_and_a_broken_one_is_told(december: KantorUji) -> None:
    path = december.akar / "Perencanaan" / "Templat" / "Rencana Aksi.xlsx"
    book = openpyxl.load_workbook(path)
    heading = next(cell for row in book["Indikator"].iter_rows() for cell in row if cell.value == "Rencana Aksi")
    heading.fill = PatternFill("solid", fgColor="FF123456")
    book["Indikator"].column_dimensions["E"].width = 47
    book.save(path)
    make(december)
    made = openpyxl.load_workbook(book_of(december, BARU))["Indikator"]
    assert made[heading.coordinate].fill.fgColor.rgb == "FF123456"
    assert made.column_dimensions["E"].width == 47

    heading.value = "Langkah"
    del book.defined_names["judul_riwayat"]
    label(book, "Nomor").offset(column=-1).value = "No Surat"
    book.save(path)
    _, out, _ = december.command("layani", "--sekali", "--tenang", "0")
    assert "K405: Templat Rencana Aksi.xlsx kehilangan:" in out
    assert "nama sel judul_riwayat" in out
    make(december)
    made = openpyxl.load_workbook(book_of(december, BARU))["Indikator"]
    assert made[heading.coordinate].fill.fgColor.rgb != "FF123456"
