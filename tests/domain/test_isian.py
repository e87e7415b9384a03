"""Typed views of a worksheet's flat table of values."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lembar_tabel import lembar

from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.indicators import Arah, Perhitungan, Predikat, Rentang, TingkatIndikator
from kinerja_xl.domain.lembar.isian import (
    anggaran_of,
    as_text,
    bukti_of,
    indikator_of,
    realisasi_of,
    subkegiatan_of,
    teks_of,
    triwulan_of,
)
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja

LEMBAR = lembar(2, """
    | indikator | nama             | satuan   | arah    | perhitungan | target_tahun | target_tw1 | target_tw2 |
    | IK1       | Keluarga dibantu | Keluarga | positif | JUMLAH      | 50           | 10         | 20         |
    | IK2       | Waktu salur      | jam      | Negatif | RATA        | 72           | 72         | 70-72      |
    | IK3       | Nilai SAKIP      | Predikat | positif | AKHIR       | BB           |            |            |
""", """
    | indikator | realisasi_tw1 | realisasi_tw2 | pembilang_tw2 | penyebut_tw2 | keterangan_tw2 |
    | IK1       | 8             | '1.234,5      |               |              |                |
    | IK2       |               |               | 30            | 40           | Dihitung ulang |
    | IK3       |               | bb            |               |              | 2026           |
""", """
    | subkegiatan       | nama               | indikator    | satuan | target_tahun | target_tw | pagu    |
    | 1.06.06.2.01.0001 | Penyediaan Makanan | Jumlah Orang | Orang  | 100          | 40        | 1000000 |
    | 1.06.06.2.01.0002 | Penyediaan Sandang | Jumlah Orang | Orang  | 100          |           |         |
""", """
    | subkegiatan       | realisasi_rp_sd_lalu | realisasi_rp_sd_tw2 | realisasi_k_tw2 |
    | 1.06.06.2.01.0001 | 200000               | 450000              | 30              |
""", """
    | bukti | jenis | berkas           |
    | IK1   | bukti | Foto a|b.jpg     |
    | IK2   | acuan | Surat edaran.pdf |
""")


def test_an_indicator_is_read_from_the_plan_block() -> None:
    first, second, third = indikator_of(LEMBAR)
    assert (first.kode, first.nama, first.satuan) == ("IK1", "Keluarga dibantu", "Keluarga")
    assert (first.arah, first.perhitungan) == (Arah.POSITIF, Perhitungan.JUMLAH)
    assert (first.target_tahun, first.target_tw) == (Decimal(50), (Decimal(10), Decimal(20), None, None))
    assert (first.tingkat, first.bidang, first.sub_bidang) == (TingkatIndikator.BIDANG, "LINJAMSOS", None)
    assert second.arah is Arah.NEGATIF  # written with a capital letter
    assert second.target_tw[1] == Rentang(Decimal(70), Decimal(72))
    assert third.target_tahun == Predikat("BB")


def test_a_row_with_an_unknown_arah_or_perhitungan_is_left_out() -> None:
    lk = lembar(1, """
        | indikator | arah    | perhitungan            |
        | IK1       | ke atas | JUMLAH                 |
        | IK2       | positif | kira-kira              |
        | IK3       | positif |                        |
        | IK4       | positif | jumlah (akumulatif)    |
    """)
    assert [indikator.kode for indikator in indikator_of(lk)] == ["IK4"]


def test_realisasi_of_all_quarters_come_with_the_parts_of_the_ratio() -> None:
    assert realisasi_of(LEMBAR, "IK1") == (
        Realisasi(Decimal(8)), Realisasi(Decimal("1234.5")), Realisasi(), Realisasi())
    assert realisasi_of(LEMBAR, "IK2")[1] == Realisasi(None, Decimal(30), Decimal(40))
    assert realisasi_of(LEMBAR, "IK2")[1].efektif == 75  # 30 / 40 x 100
    assert realisasi_of(LEMBAR, "IK3")[1] == Realisasi(Predikat("bb"))


def test_a_range_is_never_a_realisasi() -> None:
    lk = lembar(1, """
        | indikator | realisasi_tw1 |
        | IK1       | 80-90         |
    """)
    assert realisasi_of(lk, "IK1")[0] == Realisasi()


def test_a_sub_kegiatan_knows_the_target_of_this_quarter_only() -> None:
    makanan, sandang = subkegiatan_of(LEMBAR)
    assert (makanan.kode, makanan.nama, makanan.pagu) == ("1.06.06.2.01.0001", "Penyediaan Makanan", Decimal(1000000))
    assert makanan.target_tw == (None, Decimal(40), None, None)
    assert sandang.pagu == 0


def test_the_budget_is_computed_from_the_amounts_on_the_sheet() -> None:
    makanan, sandang = (anggaran_of(LEMBAR, subkegiatan) for subkegiatan in subkegiatan_of(LEMBAR))
    assert (makanan.rp_sd_lalu, makanan.rp_sd, makanan.rp_tw) == (200000, 450000, 250000)  # 450.000 - 200.000
    assert makanan.serapan == 45  # 450.000 / 1.000.000
    assert makanan.capaian_k.nilai == 75  # 30 / 40
    assert (sandang.rp_sd, sandang.rp_tw, sandang.serapan, sandang.realisasi_k) == (None, None, None, None)


def test_texts_are_those_of_the_worksheets_quarter() -> None:
    assert teks_of(LEMBAR, "IK2", "keterangan") == "Dihitung ulang"
    assert teks_of(LEMBAR, "IK1", "keterangan") == ""
    assert teks_of(LEMBAR, "IK3", "keterangan") == "2.026"  # a number typed into a text column


def test_the_register_of_evidence_keeps_bars_in_file_names() -> None:
    assert bukti_of(LEMBAR) == (("IK1", "bukti", "Foto a|b.jpg"), ("IK2", "acuan", "Surat edaran.pdf"))


def unclaimed(lk: LembarKerja, triwulan: int | None) -> LembarKerja:
    return replace(lk, identitas=lk.identitas._replace(triwulan=triwulan))


def test_the_quarter_is_the_claimed_one_else_the_one_the_columns_are_named_after() -> None:
    assert triwulan_of(LEMBAR) == 2
    assert triwulan_of(unclaimed(LEMBAR, None)) == 2
    assert triwulan_of(unclaimed(LEMBAR, 7)) == 2
    assert triwulan_of(unclaimed(lembar(3), None)) is None  # no columns at all
    with pytest.raises(ValueError, match="no quarter"):
        anggaran_of(unclaimed(lembar(3), None), subkegiatan_of(LEMBAR)[0])


@pytest.mark.parametrize(("isi", "teks"), [
    (None, ""), (Decimal("1234.5"), "1.234,5"), (Decimal("0.125"), "0,125"), (Decimal(1200000), "1.200.000"),
    (Decimal("1E+3"), "1.000"), (True, "TRUE"), (" ada ", "ada"),
])
def test_a_cell_is_shown_as_a_person_reads_it(isi: Decimal | str | bool | None, teks: str) -> None:
    assert as_text(isi) == teks
