"""What staff write becomes the number they meant, nothing, or a refusal (domain facts 10)."""

from decimal import Decimal

import pytest
from hitung_uji import nilai as tulis
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.indicators import Predikat, Rentang
from kinerja_xl.domain.numbers import (
    KOSONG,
    AngkaTerbaca,
    format_angka,
    format_nilai,
    format_persen,
    format_rupiah,
    from_float,
    parse_angka,
    parse_nilai,
    round_half_up,
)

NBSP, NNBSP = "\u00a0", "\u202f"


@pytest.mark.parametrize(("teks", "angka"), [
    # thousands with points, decimals with a comma
    ("1.234.567,89", "1234567.89"), ("1.234.567", "1234567"), ("12.345,6", "12345.6"), ("1.234,5", "1234.5"),
    ("0", "0"), ("85", "85"), ("1234567", "1234567"), ("93,75", "93.75"), ("0,35", "0.35"), ("007", "7"),
    # a decimal point where it cannot be thousands
    ("4.25", "4.25"), ("69.33", "69.33"), ("1234.5", "1234.5"), ("1.2345", "1.2345"),
    ("0.500", "0.5"), ("0.125", "0.125"),  # thousands never begin with a zero
    ("1,234", "1.234"),  # a comma is a decimal comma
    # rupiah
    ("Rp1.028.058.131", "1028058131"), ("Rp1.028.058.131,00", "1028058131"), ("Rp. 1.028.058.131,-", "1028058131"),
    ("Rp 1.028.058.131,50", "1028058131.5"), ("rp.500", "500"), ("RP 5.000,–", "5000"), ("1.500.000,-", "1500000"),
    ("Rp.734.881.464.333,=", "734881464333"), (f"Rp{NBSP}25.000.000", "25000000"),
    # per cent and units
    ("98,68 %", "98.68"), ("69.33%", "69.33"), (f"85{NBSP}%", "85"), (f"85{NNBSP}%", "85"), ("100 persen", "100"),
    ("24 jam", "24"), ("24jam", "24"), ("120 orang", "120"), ("1.250 KK/desa", "1250"), ("3,5 orang/hari", "3.5"),
    ("25 m2", "25"), ("749,79 km²", "749.79"), ("12 Dokumen", "12"),
    # blanks around, also invisible ones
    ("  85  ", "85"), (f"{NBSP}85{NBSP}", "85"), ("\ufeff85", "85"), ("85\n", "85"), ("\t1.500,5 ", "1500.5"),
    # signs
    ("-5", "-5"), ("−5", "-5"), ("–5", "-5"), ("- 5", "-5"), ("+5", "5"), ("(5)", "-5"), ("(1.234,5)", "-1234.5"),
    ("Rp(1.000.000)", "-1000000"), ("(Rp1.000.000)", "-1000000"), ("-Rp5.000", "-5000"), ("Rp-5.000", "-5000"),
    ("-0", "0"), ("(0)", "0"),
])
def test_a_text_is_read_as_the_number_it_stands_for(teks, angka):
    terbaca = parse_angka(teks)
    assert terbaca.nilai == Decimal(angka)
    assert not terbaca.kosong


@pytest.mark.parametrize(("teks", "angka", "lain"), [
    ("1.234", "1234", "1.234"), ("85.500", "85500", "85.5"), ("999.999", "999999", "999.999"),
    ("-1.234", "-1234", "-1.234"), ("(1.234)", "-1234", "-1.234"), ("12.345%", "12345", "12.345"),
    ("1.234 orang", "1234", "1.234"),
])
def test_a_single_group_of_three_is_thousands_but_may_have_meant_decimals(teks, angka, lain):
    assert parse_angka(teks) == AngkaTerbaca(Decimal(angka), Decimal(lain))


@pytest.mark.parametrize("teks", ["1.234.567", "1.234,5", "4.25", "12,345", "Rp1.234", "1.234,-", "0.125", "1234"])
def test_a_text_with_one_meaning_has_no_other(teks):
    assert parse_angka(teks).makna_lain is None


@pytest.mark.parametrize("teks", ["", " ", NBSP, "-", "–", "—", "−", " - ", "n/a", "N/A", "NA", "na", "n.a.", "belum",
                                  "BELUM", "Belum diisi", "belum ada", "Rp -", "Rp-", "Rp"])
def test_what_stands_for_nothing_yet_is_blank_and_not_zero(teks):
    assert parse_angka(teks) == AngkaTerbaca(None, None, kosong=True)


@pytest.mark.parametrize("teks", [
    "BB", "WTP", "Ada", "nihil", "lima", "#DIV/0!", "abc 5", "B1",
    "12.34.56", "1.23.456", "1,234,567.89", "1,2,3", "1..2", "1.", "1,", ",5", ".5", "0.123.456", "1.234.56",
    "12 dari 45", "5 s.d. 10", "80-90", "10/04/2026", "1.06.04", "1 234", "1'234",
    "1,5 juta", "5 ribu", "2 Miliar", "Rp 3 M", "10 jt rupiah", "dua 2", "1 setengah",  # never dropped as a unit
    "inf", "-inf", "nan", "NaN", "Infinity", "1e5", "1E+05", "0x10", "5²", "½", "٣", "１２",
    "-(5)", "(-5)", "--5", "+-5", "-Rp-5", "(5", "5)", "()",
    "1" * 21, "9" * 400, "1" + ".000" * 30,
])
def test_what_is_no_number_is_neither_a_number_nor_blank(teks):
    assert parse_angka(teks) == AngkaTerbaca(None, None, kosong=False)


@given(st.text())
def test_reading_never_raises_and_never_yields_inf_or_nan(teks):
    terbaca = parse_angka(teks)
    assert terbaca.nilai is None or terbaca.nilai.is_finite()
    assert not (terbaca.kosong and terbaca.nilai is not None)
    parse_nilai(teks)


@given(st.text(alphabet="0123456789.,-–−+()%Rrp mjutaniblhes/\u00a0", max_size=90))
def test_reading_never_raises_on_what_nearly_is_a_number(teks):
    terbaca = parse_angka(teks)
    assert terbaca.nilai is None or terbaca.nilai.is_finite()
    assert terbaca.makna_lain is None or terbaca.nilai is not None
    parse_nilai(teks)


@pytest.mark.parametrize("teks", ["1" * 5000 + "x", "1." * 5000, " " * 5000 + "1", "(" * 5000, "1 " * 5000,
                                  "80-" * 5000, "1" + "a" * 5000])
def test_a_cell_full_of_characters_is_read_without_harm(teks):
    assert parse_angka(teks).nilai in (None, Decimal(1))
    parse_nilai(teks)


@given(st.decimals(-10**15, 10**15, places=2))
def test_what_is_printed_is_read_back_as_the_same_number(x):
    assert parse_angka(format_angka(x)).nilai == x
    assert parse_angka(format_angka(x, 2)).nilai == x
    assert parse_angka(format_persen(x)).nilai == x
    assert parse_angka(format_rupiah(x)).nilai == x


@given(st.integers(0, 10**12), st.integers(0, 6))
def test_printing_with_fixed_decimals_is_read_back_as_rounded(whole, desimal):
    x = Decimal(whole) / 10**6
    assert parse_angka(format_angka(x, desimal)).nilai == round_half_up(x, desimal)


@pytest.mark.parametrize(("isi", "terbaca"), [
    (None, None), ("", None), ("–", None), ("belum", None), (Decimal("0.85"), Decimal("0.85")),
    ("12,5", Decimal("12.5")), ("85 %", Decimal(85)), ("BB", Predikat("BB")), (" WTP ", Predikat("WTP")),
    ("Sangat  Baik", Predikat("Sangat Baik")), ("80-90", Rentang(Decimal(80), Decimal(90))),
    ("80–90", Rentang(Decimal(80), Decimal(90))), ("80 – 90 %", Rentang(Decimal(80), Decimal(90))),
    ("80% - 90%", Rentang(Decimal(80), Decimal(90))), ("80 s.d. 90", Rentang(Decimal(80), Decimal(90))),
    ("80 s/d 90", Rentang(Decimal(80), Decimal(90))), ("80 sampai dengan 90", Rentang(Decimal(80), Decimal(90))),
    ("1.000-2.000", Rentang(Decimal(1000), Decimal(2000))), ("0,5–0,75", Rentang(Decimal("0.5"), Decimal("0.75"))),
    ("-5", Decimal(-5)), ("90-80", Predikat("90-80")), ("2026-04-10", Predikat("2026-04-10")),
    ("1.06.04", Predikat("1.06.04")), (True, Predikat("TRUE")), (False, Predikat("FALSE")),
])
def test_a_cell_is_read_as_number_range_predikat_or_nothing(isi, terbaca):
    assert parse_nilai(isi) == terbaca


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_numeric_cell_is_never_read_again(x):
    assert parse_nilai(x) is x


@pytest.mark.parametrize(("x", "angka"), [
    (85.0, "85"), (0.1 + 0.2, "0.3"), (1028058131.0, "1028058131"), (0.07 * 100, "7"), (1.005 * 1000, "1005"),
    (-0.0, "0"), (1e15, "1000000000000000"), (2 / 3, "0.666666666666667"), (-12.5, "-12.5"),
    (8.2 - 0.2, "8"), (1234567.89, "1234567.89"),
])
def test_a_float_becomes_the_fifteen_digits_that_excel_shows(x, angka):
    assert from_float(x) == Decimal(angka)
    assert not from_float(x).is_signed() or x < 0


@pytest.mark.parametrize("x", [float("inf"), float("-inf"), float("nan")])
def test_what_is_not_finite_never_passes_the_gate(x):
    with pytest.raises(ValueError, match="finite"):
        from_float(x)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_float_passes_rounds_and_prints(x):
    angka = from_float(x)
    assert angka.is_finite()
    assert abs(round_half_up(angka) - angka) <= Decimal("0.005") or abs(angka) > 10**20
    assert format_angka(angka)


@pytest.mark.parametrize(("x", "desimal", "rounded"), [
    ("0.125", 2, "0.13"), ("0.135", 2, "0.14"), ("2.675", 2, "2.68"), ("1.005", 2, "1.01"),  # never half to even
    ("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("-0.125", 2, "-0.13"),
    ("90.004", 2, "90.00"), ("90.005", 2, "90.01"), ("99.995", 2, "100.00"), ("99.994999", 2, "99.99"),
    ("-0.001", 2, "0.00"), ("1E+20", 2, "100000000000000000000.00"), ("12.3456", 3, "12.346"),
])
def test_halves_round_away_from_zero_as_in_excel(x, desimal, rounded):
    assert str(round_half_up(Decimal(x), desimal)) == rounded


@pytest.mark.parametrize(("x", "teks"), [
    ("0", "0"), ("5", "5"), ("1234", "1.234"), ("1234567.89", "1.234.567,89"), ("1234.5", "1.234,5"),
    ("93.750", "93,75"), ("0.005", "0,01"), ("100.00", "100"), ("1000", "1.000"), ("-1234.5", "-1.234,5"),
    ("-0.001", "0"), ("1E+3", "1.000"), ("66.666666", "66,67"),
])
def test_a_number_is_printed_the_indonesian_way(x, teks):
    assert format_angka(Decimal(x)) == teks


@pytest.mark.parametrize(("x", "desimal", "teks"), [
    ("1234.5", 2, "1.234,50"), ("1234.5", 0, "1.235"), ("0", 2, "0,00"), ("10", 1, "10,0"), ("0.1234", 3, "0,123"),
])
def test_a_number_can_be_printed_with_fixed_decimals(x, desimal, teks):
    assert format_angka(Decimal(x), desimal) == teks


@pytest.mark.parametrize(("x", "teks"), [
    ("93.75", "93,75%"), ("100", "100%"), ("112.5", "112,50%"), ("98.68", "98,68%"), ("0", "0%"),
    ("1250", "1.250%"), ("99.999", "100%"), ("-3.5", "-3,50%"),
])
def test_per_cent_has_two_decimals_or_none(x, teks):
    assert format_persen(Decimal(x)) == teks


@pytest.mark.parametrize(("x", "teks"), [
    ("1028058131", "Rp1.028.058.131"), ("1028058131.00", "Rp1.028.058.131"), ("0", "Rp0"), ("10.5", "Rp10,50"),
    ("-25000", "-Rp25.000"), ("-0.001", "Rp0"),
])
def test_rupiah_are_printed_without_a_space_and_without_empty_sen(x, teks):
    assert format_rupiah(Decimal(x)) == teks


@pytest.mark.parametrize(("isi", "teks"), [("-", "–"), ("70.5", "70,5"), ("BB", "BB"), ("80..90", "80–90"),
                                           ("0.5..0.75", "0,5–0,75")])
def test_every_kind_of_value_is_printed(isi, teks):
    assert format_nilai(tulis(isi)) == teks


def test_a_printed_value_is_read_back_as_itself():
    for isi in ("-", "70.5", "BB", "80..90", "0"):
        assert parse_nilai(format_nilai(tulis(isi))) == tulis(isi)


def test_no_blank_word_has_capitals():
    assert all(kata == kata.lower() for kata in KOSONG)  # they are compared in lower case


@pytest.mark.parametrize(("teks", "nilai"), [
    ("9" * 20, Decimal("9" * 20)),  # one digit more is a typing error
    ("9" * 21, None),
])
def test_an_amount_has_at_most_twenty_digits(teks: str, nilai: Decimal | None) -> None:
    assert parse_angka(teks).nilai == nilai


def test_a_range_may_have_one_value_and_never_falls() -> None:
    assert parse_nilai("5 - 5") == Rentang(Decimal(5), Decimal(5))
    assert not isinstance(parse_nilai("6 - 5"), Rentang)


@pytest.mark.parametrize(("letters", "nilai"), [(77, Decimal(12)), (78, None)])
def test_a_text_of_eighty_characters_is_read_and_a_longer_one_is_not(letters: int, nilai: Decimal | None) -> None:
    assert parse_angka(f"12 {'a' * letters}").nilai == nilai
