"""From TW I into TW II: what was accepted stands in the next worksheet, and its formulas agree with the service."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
from kantor_jalan import ANALIS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

LEMBAR_2 = LEMBAR.replace("TW I ", "TW II ")
BERKAS_2 = "2026-TW2-LINJAMSOS"


def ratio(triwulan: int, pembilang: int, penyebut: int) -> dict[Kunci, Decimal]:
    """Victims whose basic needs were met, out of all (LIN-01, jenis RATA)."""
    return {Kunci("indikator", "LIN-01", f"pembilang_tw{triwulan}"): Decimal(pembilang),
            Kunci("indikator", "LIN-01", f"penyebut_tw{triwulan}"): Decimal(penyebut)}


def test_the_second_quarter_carries_the_first_and_its_shown_results_agree(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    first = {key: value for key, value in kantor.good_values().items()
             if key != Kunci("indikator", "LIN-01", "realisasi_tw1")}
    kantor.act(ANALIS, "Kirim", first | ratio(1, 45, 50))
    kantor.play_to("direkomendasikan")
    kantor.jam = "2026-07-10T08:00"
    assert kantor.serve()["diterbitkan"] == 6
    for role, folder in ((KABID, "Kirim"), (KASUBID, "Kirim")):
        kantor.act(role, folder)
    sheet = read_lembar_kerja(kantor.waiting(ANALIS).read_bytes(), LEMBAR_2)
    assert sheet.value("indikator", "LIN-01", "realisasi_tw1") == Decimal(90)  # 45 / 50
    kode = sheet.baris("subkegiatan")[-1]
    second = {Kunci("indikator", "LIN-02", "realisasi_tw2"): Decimal(70),
              **{Kunci("subkegiatan", kode, "realisasi_rp_sd_tw2"): Decimal(2500)}}
    kantor.act(ANALIS, "Kirim", second | ratio(2, 100, 100))
    assert kantor.status(BERKAS_2) == "bahan_diserahkan"
    sheet = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR_2)
    # mean of a ratio over the quarters: (45 + 100) / (50 + 100) = 96.67 %, not (90 + 100) / 2 = 95 %
    assert sheet.tampil[Kunci("indikator", "LIN-01", "capaian_tahun")] == Decimal("96.67")
    # the quarter's own amount: 2,500 up to TW II less 1,000 up to TW I
    assert sheet.tampil[Kunci("subkegiatan", kode, "realisasi_rp_tw")] == Decimal(1500)
    assert {c["kode"] for c in kantor.catatan(KASUBID)} & {"C305", "C306", "C303"} == set()


def report(kantor: KantorUji, triwulan: int) -> str:
    """The text of a quarter's report as it would be written now."""
    target = kantor.data.parent / f"laporan {triwulan} {kantor.jam.replace(':', '.')}.docx"
    code = run(["laporan", "triwulan", str(kantor.akar), "--tahun", "2026", "--triwulan", str(triwulan), "-o",
                str(target), "--data", str(kantor.data), "--sekarang", kantor.jam])
    assert code == 0
    return show_file(target)


def test_the_report_takes_earlier_quarters_from_their_approved_worksheets(kantor: KantorUji) -> None:
    """TW I is returned and corrected after TW II was issued: the second report has the corrected figures."""
    kantor.play_to("diperintahkan")
    first = {key: value for key, value in kantor.good_values().items() if key.kolom != "realisasi_tw1"}
    other = {Kunci("indikator", "LIN-02", "realisasi_tw1"): Decimal(70)}
    kantor.act(ANALIS, "Kirim", first | ratio(1, 5400, 45000) | other)
    kantor.act(KASUBID, "Kirim")
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()
    (waiting,) = (kantor.akar / KABID / "Masuk").glob("*TW I 2026.xlsx")
    waiting.write_bytes(fill_lembar_kerja(waiting.read_bytes(), {}, "Perbaiki."))
    waiting.rename(kantor.akar / KABID / "Kembalikan" / waiting.name)
    kantor.serve()
    (returned,) = (kantor.akar / KASUBID / "Masuk").iterdir()
    returned.write_bytes(fill_lembar_kerja(returned.read_bytes(), ratio(1, 9000, 45000)))
    for role, folder in ((KASUBID, "Kirim"), (KABID, "Setujui"), (KASUBID, "Kirim"), (PERENCANAAN, "Rekomendasikan")):
        (path,) = (kantor.akar / role / "Masuk").glob("*TW I 2026.xlsx")
        path.rename(kantor.akar / role / folder / path.name)
        assert kantor.serve()["diterima"] == 1
    for role, folder in ((KABID, "Kirim"), (KASUBID, "Kirim")):
        kantor.act(role, folder)
    second = {Kunci("indikator", "LIN-02", "realisasi_tw2"): Decimal(60)} | ratio(2, 100, 1000)
    kantor.act(ANALIS, "Kirim", second)
    for role, folder in ((KASUBID, "Kirim"), (KABID, "Setujui"), (KASUBID, "Kirim"), (PERENCANAAN, "Rekomendasikan")):
        kantor.act(role, folder)
    text = report(kantor, 2)
    assert "19,78" in text  # (9,000 + 100) / (45,000 + 1,000) = 19.7826 %: the corrected parts of TW I, not 5,400
    assert "11,96" not in text  # (5,400 + 100) / 46,000: what was copied when TW II was issued


def test_a_later_plan_changes_nothing_in_a_closed_quarter(kantor: KantorUji) -> None:
    kantor.play_to("direkomendasikan")
    before = report(kantor, 1)
    source = kantor.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx"
    book = openpyxl.load_workbook(source)
    sheet = book["Indikator"]
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Target Tahunan")
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "LIN-02")
    for offset in range(5):
        assert sheet.cell(row, column + offset).value == 72
        sheet.cell(row, column + offset).value = 36
    book.save(kantor.akar / "Perencanaan" / "Masuk" / source.name)
    kantor.jam = "2026-04-10T09:00"
    kantor.serve()
    assert (kantor.akar / "Arsip" / "2026" / "Rencana" / "Rencana Aksi 2026 v2.xlsx").exists()
    assert report(kantor, 1) == before
