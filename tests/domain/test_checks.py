"""Catatan about what stands in the cells of a worksheet and what is missing there."""

from dataclasses import replace

import pytest
from lembar_tabel import LETAK_CATATAN, LETAK_TRIWULAN, at_cells, lembar
from periksa_uji import AJUKAN, BUKTI_IK1, REKOMENDASIKAN, SERAHKAN, found, isian, one_cell

from kinerja_xl.domain.catatan import Tingkat, catat, menolak
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.kebijakan import Kebijakan
from kinerja_xl.domain.lembar.checks import check_catatan
from kinerja_xl.domain.lembar.completeness import says_something
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Tindakan

# --- what stands in a cell ------------------------------------------------------------------------------------------


def test_a_filled_worksheet_is_accepted_without_a_catatan() -> None:
    assert found(one_cell("keterangan_tw1", "Sesuai jadwal")) == []


@pytest.mark.parametrize("isi", ["banyak", "80-90", "TRUE", "5 juta"])
def test_a_realisasi_that_is_no_number_is_refused_at_its_cell(isi: str) -> None:
    lk = one_cell("realisasi_tw1", isi)
    assert found(lk) == ["C101 IK1 realisasi_tw1"]
    assert menolak(isian(lk))


def test_a_remark_quotes_what_was_written_and_shortens_it() -> None:
    (catatan,) = isian(one_cell("realisasi_tw1", "banyak sekali"))
    assert catatan.pesan == "Isi “banyak sekali” bukan angka. Tulis angka saja, misalnya 1.234,5."
    (catatan,) = isian(one_cell("realisasi_tw1", "x" * 300))
    assert "x" * 59 + "…”" in catatan.pesan
    assert "x" * 60 not in catatan.pesan


def test_a_number_with_two_readings_is_read_as_thousands_and_pointed_out() -> None:
    lk = one_cell("realisasi_tw1", "'1.234")
    (catatan,) = isian(lk)
    assert (catatan.kode, catatan.tingkat) == ("C102", Tingkat.PERINGATAN)
    assert "dibaca sebagai 1.234;" in catatan.pesan
    assert "yang dimaksud 1,234," in catatan.pesan


@pytest.mark.parametrize(("kolom", "isi"), [("realisasi_tw1", "-1"), ("realisasi_tw1", "'(5)"),
                                            ("pembilang_tw1", "-3")])
def test_no_number_may_be_below_zero(kolom: str, isi: str) -> None:
    lk = one_cell(kolom, isi, **({"penyebut_tw1": "4"} if kolom == "pembilang_tw1" else {}))
    assert found(lk) == [f"C109 IK1 {kolom}"]


def test_zero_is_a_value() -> None:
    assert found(one_cell("realisasi_tw1", "0")) == []


def test_a_text_may_have_5000_letters_and_not_one_more() -> None:
    assert found(one_cell("keterangan_tw1", "k" * 5000)) == []
    lk = one_cell("keterangan_tw1", "k" * 5001)
    assert found(lk) == ["C111 IK1 keterangan_tw1"]
    assert "paling banyak 5.000 aksara" in isian(lk)[0].pesan


def sakip(target: str, realisasi: str) -> LembarKerja:
    return lembar(4, f"""
        | indikator | satuan   | perhitungan | target_tahun | target_tw4 | realisasi_tw4 |
        | IK1       | Predikat | AKHIR       | {target}     | {target}   | {realisasi}   |
    """, BUKTI_IK1)


@pytest.mark.parametrize("huruf", ["A", "bb", " CC "])
def test_a_predikat_of_the_scale_is_accepted_in_any_case(huruf: str) -> None:
    assert found(sakip("BB", huruf)) == []


@pytest.mark.parametrize("isi", ["Baik", "70.5", "BBB"])
def test_a_predikat_outside_the_scale_is_refused_with_the_choices(isi: str) -> None:
    lk = sakip("BB", isi)
    assert found(lk) == ["C105 IK1 realisasi_tw4"]
    assert isian(lk)[0].pesan.endswith("Pilih salah satu: AA, A, BB, B, CC.")


def test_a_target_in_words_outside_the_scale_takes_any_word_but_no_number() -> None:
    assert found(sakip("Ada", "Tidak ada")) == []
    assert found(sakip("Ada", "1")) == ["C105 IK1 realisasi_tw4"]


def test_a_ratio_needs_both_parts() -> None:
    lk = one_cell("pembilang_tw1", "30", realisasi_tw1="")
    assert found(lk) == ["C108 IK1 penyebut_tw1"]
    lk = one_cell("penyebut_tw1", "30", realisasi_tw1="")
    assert found(lk) == ["C108 IK1 pembilang_tw1"]


def test_a_penyebut_of_zero_is_refused_once() -> None:
    assert found(one_cell("pembilang_tw1", "30", penyebut_tw1="0", realisasi_tw1="")) == ["C106 IK1 penyebut_tw1"]


def test_an_unreadable_part_of_a_ratio_is_the_only_catatan() -> None:
    assert found(one_cell("pembilang_tw1", "tiga", penyebut_tw1="4", realisasi_tw1="")) == ["C101 IK1 pembilang_tw1"]
    assert found(one_cell("pembilang_tw1", "tiga", realisasi_tw1="")) == ["C101 IK1 pembilang_tw1"]


@pytest.mark.parametrize(("tertulis", "expected"), [
    ("33.33", []), ("33.34", []), ("33.35", ["C107 IK1 realisasi_tw1"]), ("33", ["C107 IK1 realisasi_tw1"]),
])
def test_a_typed_realisasi_may_differ_from_its_ratio_by_a_hundredth(tertulis: str, expected: list[str]) -> None:
    # 1 / 3 x 100 = 33,3333...: 33,34 is 0,0067 away, 33,35 is 0,0167 away
    assert found(one_cell("pembilang_tw1", "1", penyebut_tw1="3", realisasi_tw1=tertulis)) == expected


def test_a_differing_ratio_is_only_a_warning_and_names_both_numbers() -> None:
    (catatan,) = isian(one_cell("pembilang_tw1", "1", penyebut_tw1="3", realisasi_tw1="35"))
    assert catatan.tingkat is Tingkat.PERINGATAN
    assert "tertulis 35, sedangkan pembilang dibagi penyebut 33,33" in catatan.pesan


def test_what_reading_found_stays_and_the_same_cell_gets_no_second_catatan() -> None:
    lk = lembar(1, """
        | indikator | realisasi_tw1 |
        | IK1       |               |
    """)
    place = lk.place("indikator", "IK1", "realisasi_tw1")
    lk = replace(lk, daftar_catatan=(catat("C103", place, isi="#DIV/0!"),))
    assert found(lk) == ["C103 IK1 realisasi_tw1"]  # and no C104 for the same cell


# --- what is missing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keterangan", ["", "-", "n/a"])
def test_a_blank_realisasi_without_a_reason_is_refused_at_its_cell(keterangan: str) -> None:
    lk = one_cell("realisasi_tw1", "", keterangan_tw1=keterangan)
    assert found(lk) == ["C104 IK1 realisasi_tw1"]


def test_a_blank_realisasi_with_a_reason_is_accepted() -> None:
    assert found(one_cell("realisasi_tw1", "", keterangan_tw1="Data dari kecamatan belum masuk")) == []


@pytest.mark.parametrize("isi", ["-", "belum", "n/a"])
def test_a_word_for_nothing_yet_is_blank_and_not_zero(isi: str) -> None:
    assert found(one_cell("realisasi_tw1", isi)) == ["C104 IK1 realisasi_tw1"]


@pytest.mark.parametrize(("triwulan", "expected"), [(1, []), (3, []), (4, ["C104 IK1 realisasi_tw4"])])
def test_a_year_end_indicator_may_stay_blank_until_tw_iv(triwulan: int, expected: list[str]) -> None:
    lk = lembar(triwulan, """
        | indikator | perhitungan | target_tahun | target_tw4 |
        | IK1       | AKHIR       | 82           | 82         |
    """)
    assert found(lk) == expected


def test_parts_of_a_ratio_are_a_realisasi() -> None:
    assert found(one_cell("realisasi_tw1", "", pembilang_tw1="3", penyebut_tw1="4")) == []


def test_all_catatan_come_at_once_in_the_order_of_the_sheets() -> None:
    lk = lembar(1, """
        | indikator | target_tw1 | realisasi_tw1 | pembilang_tw1 | penyebut_tw1 | keterangan_tw1 |
        | IK1       | 10         | delapan       |               |              |                |
        | IK2       | 10         |               |               |              |                |
        | IK3       | 10         |               | 5             | 0            |                |
        | IK4       | 10         | 7             |               |              |                |
    """, """
        | subkegiatan       | pagu | realisasi_rp_sd_tw1 | realisasi_k_tw1 |
        | 1.06.06.2.01.0001 | 100  |                     |                 |
        | 1.06.06.2.01.0002 | 100  | 150                 | tiga            |
    """, """
        | bukti | jenis | berkas    |
        | IK1   | bukti | foto.pdf  |
        | IK3   | bukti | data.xlsx |
        | IK9   | bukti | salah.pdf |
    """)
    assert found(lk) == [
        "C209 IK9|bukti|salah.pdf bukti",
        "C101 IK1 realisasi_tw1",
        "C104 IK2 realisasi_tw1",
        "C106 IK3 penyebut_tw1",
        "C205 IK4 realisasi_tw1",
        "C202 1.06.06.2.01.0001 realisasi_k_tw1",
        "C201 1.06.06.2.01.0001 realisasi_rp_sd_tw1",
        "C101 1.06.06.2.01.0002 realisasi_k_tw1",
        "C302 1.06.06.2.01.0002 realisasi_rp_sd_tw1",
    ]


def test_missing_evidence_is_a_warning_or_by_the_offices_policy_a_refusal() -> None:
    lk = lembar(1, """
        | indikator | realisasi_tw1 | keterangan_tw1        |
        | IK1       | 8             |                       |
        | IK2       |               | Belum ada pelaksanaan |
    """)
    assert found(lk) == ["C205 IK1 realisasi_tw1"]  # a blank realisasi needs no evidence
    assert at_cells(lk, isian(lk, kebijakan=Kebijakan(bukti_wajib=True))) == ["C206 IK1 realisasi_tw1"]


def test_evidence_for_an_unknown_indicator_is_refused() -> None:
    lk = lembar(1, """
        | indikator | realisasi_tw1 |
        | IK1       | 8             |
    """, """
        | bukti | jenis | berkas   |
        | IK1   | bukti | foto.pdf |
        | IK01  | bukti | foto.pdf |
    """)
    assert found(lk) == ["C209 IK01|bukti|foto.pdf bukti"]
    assert "“IK01”" in isian(lk)[0].pesan


@pytest.mark.parametrize(("pendorong", "penghambat", "expected"), [
    ("", "", ["C203 IK1 faktor_pendorong_tw1"]), ("Kerja sama", "", []), ("", "Anggaran terlambat", []),
])
def test_a_report_names_a_factor_for_or_against(pendorong: str, penghambat: str, expected: list[str]) -> None:
    lk = one_cell("realisasi_tw1", "10", faktor_pendorong_tw1=pendorong, faktor_penghambat_tw1=penghambat)
    assert found(lk, AJUKAN) == expected
    assert found(lk, SERAHKAN) == []  # the Analis hands over the material only


@pytest.mark.parametrize(("realisasi", "tindak_lanjut", "expected"), [
    ("9.99", "", ["C204 IK1 tindak_lanjut_tw1"]),  # 9,99 / 10 = 99,9
    ("9.99", "Menambah petugas", []),
    ("10", "", []),
    ("12", "", []),
])
def test_a_missed_target_asks_for_tindak_lanjut(realisasi: str, tindak_lanjut: str, expected: list[str]) -> None:
    lk = one_cell("realisasi_tw1", realisasi, tindak_lanjut_tw1=tindak_lanjut, faktor_pendorong_tw1="Kerja sama")
    assert found(lk, AJUKAN) == expected


def test_missing_texts_are_never_a_refusal() -> None:
    assert not menolak(isian(one_cell("realisasi_tw1", "5"), AJUKAN))


def test_a_recommendation_is_asked_for_at_the_last_step_only() -> None:
    lk = one_cell("realisasi_tw1", "10")
    assert found(lk, REKOMENDASIKAN) == ["C207 IK1 rekomendasi_tw1"]
    assert found(one_cell("rekomendasi_tw1", "Pertahankan"), REKOMENDASIKAN) == []
    assert found(one_cell("rekomendasi_tw1", "r" * 5001), REKOMENDASIKAN) == ["C111 IK1 rekomendasi_tw1"]


ASKS_NOTHING = [row for row in KEGIATAN if row.nomor not in (3, 4, 6)]


@pytest.mark.parametrize("kegiatan", ASKS_NOTHING, ids=[f"{row.tindakan.value}-{row.nomor}" for row in ASKS_NOTHING])
def test_steps_1_2_5_and_every_return_ask_for_nothing(kegiatan: Kegiatan) -> None:
    lk = one_cell("realisasi_tw1", "banyak", pembilang_tw1="1")
    assert found(lk, kegiatan) == []
    read = (catat("C404", Letak("Lembar Kerja", ""), kolom="Satuan"),)
    assert isian(replace(lk, daftar_catatan=read), kegiatan) == read  # what reading found is always passed on


def test_a_note_is_asked_for_where_the_act_needs_one() -> None:
    kembalikan = next(row for row in KEGIATAN if row.tindakan is Tindakan.KEMBALIKAN)
    for note in ("", "  \n "):
        (catatan,) = check_catatan(lembar(1, catatan=note), kembalikan)
        assert (catatan.kode, catatan.tingkat) == ("C208", Tingkat.TOLAK)
        assert Letak(catatan.lembar, catatan.sel) == LETAK_CATATAN
    assert check_catatan(lembar(1, catatan="Lengkapi bukti"), kembalikan) == ()
    assert check_catatan(lembar(1), SERAHKAN) == ()


def test_a_worksheet_whose_quarter_is_unknown_is_not_checked_but_refused() -> None:
    lk = lembar(1)
    lk = replace(lk, identitas=lk.identitas._replace(triwulan=None))
    (catatan,) = isian(lk)
    assert catatan.menolak
    assert Letak(catatan.lembar, catatan.sel) == LETAK_TRIWULAN


@pytest.mark.parametrize(("kolom", "judul"), [("arah", "Arah"), ("perhitungan", "Jenis Perhitungan")])
def test_a_plan_word_that_cannot_be_read_is_refused(kolom: str, judul: str) -> None:
    lk = one_cell(kolom, "entah")
    assert found(lk) == [f"C602 IK1 {kolom}"]
    assert f"“entah” pada {judul}" in isian(lk)[0].pesan


def test_a_warning_hides_nothing_else_at_its_cell_and_in_its_row() -> None:
    lk = lembar(1, """
        | indikator | target_tahun | target_tw1 | realisasi_tw1 | capaian_tw |
        | IK1       | 50           | 0          | 8             | 95         |
    """, BUKTI_IK1)
    place = lk.place("indikator", "IK1", "realisasi_tw1")
    lk = replace(lk, daftar_catatan=(catat("C102", place, isi="8", dibaca="8", lain="8"),))
    assert at_cells(lk, isian(lk)) == ["C102 IK1 realisasi_tw1", "C301 IK1 realisasi_tw1", "C305 IK1 capaian_tw"]


def test_a_lost_sheet_hides_no_other_catatan_about_a_sheet_as_a_whole() -> None:
    whole = Letak("Program dan Anggaran", "")
    lk = replace(one_cell("realisasi_tw1", "8"), daftar_catatan=(
        catat("C406", whole, lembar_hilang="Program dan Anggaran"), catat("C404", whole, kolom="Pagu")))
    assert [c.kode for c in isian(lk)] == ["C404", "C406"]


@pytest.mark.parametrize(("teks", "says"), [
    ("", False), ("-", False), ("...", False), ("n/a", False), ("12", False), ("Ya", False),
    ("Nol", True), ("lihat berkas", True)])  # three letters are a word
def test_a_dash_says_nothing_and_a_word_of_three_letters_does(teks: str, says: bool) -> None:
    assert says_something(teks) is says


@pytest.mark.parametrize(("isi", "refused"), [("belum", False), ("n/a", False), ("BB", False), ("hijau", True)])
def test_a_predikat_that_is_not_there_yet_is_no_wrong_predikat(isi: str, refused: bool) -> None:
    lk = lembar(1, f"""
        | indikator | perhitungan | target_tahun | target_tw1 | realisasi_tw1 | keterangan_tw1          |
        | IK1       | AKHIR       | BB           | BB         | {isi}         | Menunggu hasil evaluasi |
    """, BUKTI_IK1)
    assert ("C105 IK1 realisasi_tw1" in found(lk)) is refused
