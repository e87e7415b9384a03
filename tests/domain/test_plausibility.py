"""Catatan about what is unlikely in a worksheet, and about shown results that are not ours."""

from dataclasses import replace

import pytest
from lembar_tabel import lembar
from periksa_uji import BUKTI_IK1, ROW, found, isian

from kinerja_xl.domain.catatan import JENIS_CATATAN, catat, menolak
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.kebijakan import KEWAJARAN, Kebijakan
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import Tindakan

# --- what is unlikely -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("arah", "target", "realisasi", "expected"), [
    ("positif", "0", "5", ["C301 IK1 realisasi_tw1"]),
    ("positif", "0", "1", ["C301 IK1 realisasi_tw1"]),
    ("positif", "0", "0", []),
    ("positif", "1", "5", []),
    ("positif", "", "5", []),  # nothing planned is shown as such; only a planned nought is odd
    ("negatif", "0", "5", []),  # nought is a real target of a negative indicator
])
def test_a_realisasi_against_a_target_of_nought_is_odd(
        arah: str, target: str, realisasi: str, expected: list[str]) -> None:
    lk = lembar(1, f"""
        | indikator | arah   | target_tahun | target_tw1 | realisasi_tw1 |
        | IK1       | {arah} | 60           | {target}   | {realisasi}   |
    """, BUKTI_IK1)
    assert found(lk) == expected


@pytest.mark.parametrize(("arah", "perhitungan", "tw1", "tw2", "tw3", "expected"), [
    ("positif", "POSISI", "25", "50", "40", ["C304 IK1 realisasi_tw3"]),
    ("positif", "POSISI", "25", "", "20", ["C304 IK1 realisasi_tw3"]),  # against the last quarter filled
    ("positif", "POSISI", "25", "50", "50", []),
    ("positif", "JUMLAH", "25", "50", "40", []),
    ("negatif", "POSISI", "25", "50", "40", []),  # a fall is what is wanted
])
def test_a_position_that_falls_is_odd(
        arah: str, perhitungan: str, tw1: str, tw2: str, tw3: str, expected: list[str]) -> None:
    lk = lembar(3, f"""
        | indikator | arah   | perhitungan   | target_tw3 | realisasi_tw1 | realisasi_tw2 | realisasi_tw3 |
        | IK1       | {arah} | {perhitungan} | 75         | {tw1}         | {tw2}         | {tw3}         |
    """, BUKTI_IK1)
    assert found(lk) == expected


@pytest.mark.parametrize(("satuan", "perhitungan", "targets", "tw1", "tw2", "expected"), [
    ("Orang", "JUMLAH", ("10", "10"), "8", "80", ["C307 IK1 realisasi_tw2"]),  # 80 is ten times 8
    ("Orang", "JUMLAH", ("10", "10"), "8", "79", []),
    ("Orang", "JUMLAH", ("2", "30"), "2", "30", []),  # fifteen times, as planned: 2 x 30 / 2 was to be expected
    ("Orang", "JUMLAH", ("10", "10"), "500", "10", ["C307 IK1 realisasi_tw2"]),  # a fiftieth
    ("Orang", "JUMLAH", ("10", "10"), "499", "10", []),
    ("Orang", "JUMLAH", ("10", "10"), "500", "0", []),  # nought is a value
    ("Orang", "JUMLAH", ("10", "10"), "", "80", []),
    ("%", "RATA", ("85", "85"), "84", "0.85", ["C308 IK1 realisasi_tw2"]),  # 85% typed as 0,85
    ("%", "RATA", ("85", "85"), "", "0.85", ["C308 IK1 realisasi_tw2"]),
    ("%", "RATA", ("85", "85"), "", "1", ["C308 IK1 realisasi_tw2"]),  # 100% typed as 1
    ("%", "RATA", ("85", "85"), "", "1.5", []),  # more than the whole is no share
    ("%", "RATA", ("50", "50"), "", "1", ["C308 IK1 realisasi_tw2"]),  # fifty times exactly
    ("%", "RATA", ("45", "45"), "", "0.85", ["C308 IK1 realisasi_tw2"]),  # 45 is more than 50 x 0.85 = 42.5
    ("%", "RATA", ("42", "42"), "", "0.85", []),
    ("%", "RATA", ("2", "2"), "", "0.85", []),  # a small share is planned
    ("Orang", "JUMLAH", ("10", "10"), "0", "5", []),  # from nought nothing follows
    ("Orang", "JUMLAH", ("10", "10"), "1", "10", ["C307 IK1 realisasi_tw2"]),  # ten times the one of the quarter before
    ("Orang", "JUMLAH", ("0", "30"), "2", "30", ["C307 IK1 realisasi_tw2"]),  # no target then: fifteen times 2
    ("Orang", "JUMLAH", ("10", "0"), "8", "5", ["C301 IK1 realisasi_tw2"]),  # no target now: 8 was to be expected
    ("Orang", "JUMLAH", ("100", "1"), "100", "1", []),  # 100 x 1 / 100 = 1, as planned
    ("Orang", "JUMLAH", ("1", "100"), "1", "100", []),  # 1 x 100 / 1 = 100
    ("Orang", "RATA", ("85", "85"), "", "0.85", []),
])
def test_a_slip_of_the_comma_or_of_per_cent_is_pointed_out(
        satuan: str, perhitungan: str, targets: tuple[str, str], tw1: str, tw2: str, expected: list[str]) -> None:
    lk = lembar(2, f"""
        | indikator | satuan   | perhitungan   | target_tw1   | target_tw2   | realisasi_tw1 | realisasi_tw2 |
        | IK1       | {satuan} | {perhitungan} | {targets[0]} | {targets[1]} | {tw1}         | {tw2}         |
    """, BUKTI_IK1)
    assert found(lk) == expected


@pytest.mark.parametrize(("arah", "perhitungan", "tw1", "tw2", "keterangan", "expected"), [
    ("positif", "RATA", "90", "80", "", ["C309 IK1 realisasi_tw2"]),
    ("positif", "RATA", "90", "80", "Dana terlambat cair", []),
    ("positif", "RATA", "90", "90", "", []),
    ("negatif", "RATA", "70", "75", "", ["C309 IK1 realisasi_tw2"]),
    ("negatif", "RATA", "70", "70", "", []),
    ("negatif", "POSISI", "70", "75", "", ["C309 IK1 realisasi_tw2"]),
    ("negatif", "POSISI", "70", "60", "", []),
    ("positif", "JUMLAH", "90", "80", "", []),  # an amount of each quarter is no state
    ("positif", "POSISI", "90", "80", "", ["C304 IK1 realisasi_tw2"]),  # one cause once
])
def test_a_worse_state_asks_for_its_reason(
        arah: str, perhitungan: str, tw1: str, tw2: str, keterangan: str, expected: list[str]) -> None:
    lk = lembar(2, f"""
        | indikator | arah   | perhitungan   | target_tw2 | realisasi_tw1 | realisasi_tw2 | keterangan_tw2 |
        | IK1       | {arah} | {perhitungan} | 85         | {tw1}         | {tw2}         | {keterangan}   |
    """, BUKTI_IK1)
    assert found(lk) == expected


def budget(triwulan: int, lalu: str, kini: str, target: str = "10", realisasi_k: str = "10") -> LembarKerja:
    return lembar(triwulan, f"""
        | subkegiatan | pagu | target_tw | realisasi_rp_sd_lalu | realisasi_rp_sd_tw{triwulan} |
        | SK1         | 1000 | {target}  | {lalu}               | {kini}                       |
    """, f"""
        | subkegiatan | realisasi_k_tw{triwulan} |
        | SK1         | {realisasi_k}            |
    """)


@pytest.mark.parametrize(("lk", "expected"), [
    (budget(2, "400", "1000"), []),
    (budget(2, "400", "1001"), ["C302 SK1 realisasi_rp_sd_tw2"]),
    (budget(2, "400", "399"), ["C303 SK1 realisasi_rp_sd_tw2"]),
    (budget(2, "400", "400"), []),
    (budget(2, "", "399"), []),
    (budget(1, "", "0"), []),
    (budget(1, "", "'Rp1.200,00"), ["C302 SK1 realisasi_rp_sd_tw1"]),
    (budget(1, "", "-5"), ["C109 SK1 realisasi_rp_sd_tw1"]),
    (budget(1, "", "5", target="0"), ["C301 SK1 realisasi_k_tw1"]),
    (budget(1, "", "5", target="0", realisasi_k="0"), []),
])
def test_amounts_stay_within_the_pagu_and_never_shrink(lk: LembarKerja, expected: list[str]) -> None:
    assert found(lk) == expected


# --- shown results --------------------------------------------------------------------------------------------------


def shown(capaian_tw: str, capaian_tahun: str = "16", kategori: str = "Tinggi", realisasi: str = "8") -> LembarKerja:
    # 8 of 10 is 80 per cent and Tinggi; 8 of the year's 50 is 16 per cent
    return lembar(1, f"""
        | indikator | target_tahun | target_tw1 | realisasi_tw1 | capaian_tw   | capaian_tahun   | kategori   |
        | IK1       | 50           | 10         | {realisasi}   | {capaian_tw} | {capaian_tahun} | {kategori} |
    """, BUKTI_IK1)


@pytest.mark.parametrize("tampil", ["80", "80.005", "79.995", ""])
def test_a_shown_result_may_differ_by_its_last_half_digit_or_be_absent(tampil: str) -> None:
    assert found(shown(tampil)) == []


@pytest.mark.parametrize("tampil", ["80.0051", "80.006", "95", "belum diisi"])
def test_a_shown_result_that_is_not_ours_is_pointed_out(tampil: str) -> None:
    lk = shown(tampil)
    assert found(lk) == ["C305 IK1 capaian_tw"]
    assert not menolak(isian(lk))


def test_the_catatan_says_what_is_shown_and_what_counts() -> None:
    (catatan,) = isian(shown("95"))
    assert catatan.pesan == ("Nilai yang tampil (95) berbeda dari hasil hitung (80). "
                             "Yang dipakai adalah hasil hitung.")


def test_the_years_capaian_and_the_category_are_compared_too() -> None:
    assert found(shown("80", capaian_tahun="17")) == ["C305 IK1 capaian_tahun"]
    assert found(shown("80", kategori="Sangat Tinggi")) == ["C305 IK1 kategori"]
    assert found(shown("80", kategori="tinggi")) == []


def test_a_state_in_words_is_no_difference_but_a_number_in_its_place_is() -> None:
    blank = {"realisasi": "", "capaian_tahun": "belum diisi", "kategori": "–"}
    assert found(shown("belum diisi", **blank)) == ["C104 IK1 realisasi_tw1"]
    lk = lembar(1, """
        | indikator | target_tahun | target_tw1 | realisasi_tw1 | keterangan_tw1   | capaian_tw |
        | IK1       | 50           | 10         |               | Belum ada salur  | 80         |
    """)
    assert found(lk) == ["C305 IK1 capaian_tw"]
    assert "(80) berbeda dari hasil hitung (tanpa angka)" in isian(lk)[0].pesan


def test_an_input_that_cannot_be_read_is_not_blamed_on_its_result() -> None:
    assert found(shown("#VALUE!", realisasi="delapan")) == ["C101 IK1 realisasi_tw1"]


def test_a_formula_that_was_typed_over_gets_one_catatan() -> None:
    lk = lembar(1, """
        | indikator | target_tahun | target_tw1 | realisasi_tw1 | capaian_tw |
        | IK1       | 50           | 10         | 8             | 100        |
    """, BUKTI_IK1, tanpa_rumus=["IK1 capaian_tw"])
    assert found(lk) == ["C306 IK1 capaian_tw"]
    assert found(lk, ROW[Tindakan.SETUJUI]) == ["C306 IK1 capaian_tw"]  # the Kabid sees it as well


def test_the_budgets_shown_results_are_compared() -> None:
    # 450 - 400 = 50 this quarter; 450 of 1000 is 45 per cent; 10 of 10 is 100 per cent
    lk = lembar(2, """
        | subkegiatan | pagu | target_tw | realisasi_rp_sd_lalu | realisasi_rp_sd_tw2 | realisasi_k_tw2 |
        | SK1         | 1000 | 10        | 400                  | 450                 | 10              |
        | SK2         | 1000 | 10        | 400                  | 450                 | 10              |
    """, """
        | subkegiatan | realisasi_rp_tw | serapan | capaian_k |
        | SK1         | 50              | 45      | 100       |
        | SK2         | 450             | 50      | 90        |
    """)
    assert sorted(found(lk)) == ["C305 SK2 capaian_k", "C305 SK2 realisasi_rp_tw", "C305 SK2 serapan"]


def test_the_years_mean_of_a_ratio_is_compared_by_the_sums_of_its_parts() -> None:
    # TW I 10/40 and TW II 30/40: (10 + 30) / (40 + 40) = 50 per cent of the target 50, not the mean of ratios alone
    # TW III 90/120: (40 + 90) / (80 + 120) = 65; 65 / 50 = 130
    lk = lembar(3, """
        | indikator | perhitungan | target_tahun | target_tw1 | target_tw2 | target_tw3 | pembilang_tw3 | penyebut_tw3 |
        | IK1       | RATA        | 50           | 50         | 50         | 50         | 90            | 120          |
    """, """
        | indikator | realisasi_tw1 | realisasi_tw2 | pembilang_lalu | penyebut_lalu | capaian_tahun |
        | IK1       | 25            | 75            | 40             | 80            | 130           |
    """, BUKTI_IK1)
    assert found(lk) == []


# --- what the office lets refuse a worksheet --------------------------------------------------------------------------


def earlier(arah: str, perhitungan: str, satuan: str, tw1: str, tw2: str, target: str = "85") -> LembarKerja:
    return lembar(2, f"""
        | indikator | arah   | perhitungan   | satuan   | target_tw1 | target_tw2 | realisasi_tw1 | realisasi_tw2 |
        | IK1       | {arah} | {perhitungan} | {satuan} | {target}   | {target}   | {tw1}         | {tw2}         |
    """, BUKTI_IK1)


def formula_in_an_input_cell() -> LembarKerja:
    lk = shown("")
    return replace(lk, daftar_catatan=(catat("C310", lk.place("indikator", "IK1", "realisasi_tw1"), isi="8"),))


def constant_for_a_formula() -> LembarKerja:
    return replace(shown("80"), tanpa_rumus=frozenset({Kunci("indikator", "IK1", "capaian_tw")}))


UNLIKELY = {
    "C301": earlier("positif", "JUMLAH", "orang", "0", "5", target="0"), "C302": budget(2, "400", "1001"),
    "C303": budget(2, "400", "399"), "C304": earlier("positif", "POSISI", "orang", "50", "40"), "C305": shown("95"),
    "C306": constant_for_a_formula(), "C307": earlier("positif", "JUMLAH", "orang", "8", "80"),
    "C308": earlier("positif", "RATA", "%", "84", "0.85"), "C309": earlier("positif", "RATA", "orang", "90", "80"),
    "C310": formula_in_an_input_cell(),
}


def weights(lk: LembarKerja, *kode: str) -> dict[str, str]:
    return {c.kode: c.tingkat.value for c in isian(lk, kebijakan=Kebijakan(menolak=frozenset(kode)))}


def test_the_office_may_choose_every_kind_that_is_unlikely_and_no_other() -> None:
    assert set(KEWAJARAN) == set(UNLIKELY) == {kode for kode in JENIS_CATATAN if kode.startswith("C3")}


@pytest.mark.parametrize("kode", UNLIKELY)
def test_what_is_unlikely_warns_and_refuses_only_where_the_office_says_so(kode: str) -> None:
    lk = UNLIKELY[kode]
    assert weights(lk)[kode] == "peringatan"
    assert weights(lk, *(set(UNLIKELY) - {kode}))[kode] == "peringatan"
    assert weights(lk, kode)[kode] == "tolak"
    assert not menolak(isian(lk, ROW[Tindakan.SETUJUI], Kebijakan(menolak=frozenset({kode})))) or kode in (
        "C305", "C306", "C310")  # approving asks for no data; what reading and showing tell is told at each step


def test_a_catatan_that_refuses_by_policy_says_whose_choice_that_is() -> None:
    (catatan,) = [c for c in isian(UNLIKELY["C302"], kebijakan=Kebijakan(menolak=frozenset({"C302"})))
                  if c.kode == "C302"]
    assert catatan.pesan == ("Realisasi anggaran SK1 melebihi pagu. Kebijakan kantor mengharuskannya diperbaiki "
                             "sebelum lembar kerja diteruskan.")


def test_a_slip_of_per_cent_is_told_with_the_figure_to_write() -> None:
    (catatan,) = [c for c in isian(UNLIKELY["C308"]) if c.kode == "C308"]
    assert catatan.pesan == ("Realisasi IK1 (0,85) mungkin tertulis sebagai per seratus, padahal satuannya persen dan "
                             "targetnya 85. Bila yang dimaksud 85%, tulis 85.")


def test_a_category_beside_no_result_is_not_ours() -> None:
    lk = lembar(1, """
        | indikator | target_tahun | target_tw1 | realisasi_tw1 | keterangan_tw1 | kategori |
        | IK1       | 50           | 10         |               | belum ada data | Tinggi   |
    """)
    assert "C305 IK1 kategori" in found(lk)
    said = replace(lk, tampil={**lk.tampil, Kunci("indikator", "IK1", "kategori"): "belum diisi"})
    assert "C305 IK1 kategori" not in found(said)
