"""From TW I into TW II: what was accepted stands in the next worksheet, and its formulas agree with the service."""

from __future__ import annotations

from decimal import Decimal

from kantor_jalan import ANALIS, KABID, KASUBID, LEMBAR, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.read_lembar_kerja import read_lembar_kerja

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
    assert kantor.serve()["diterbitkan"] == 5
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
