"""Which level of the plan a name stands for: its column, first words, code and indent, and what stands above it."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.istilah import Arti
from kinerja_xl.domain.adopsi.jenjang import Jenjang, level_by_label, split_code, without_label, without_number

U, P, K, S = Jenis.URUSAN, Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN


def level(teks: str = "Nama", kode: str = "", *, bare: bool = False, inden: Jenis | None = None,
          jenjang: Jenjang | None = None) -> tuple[Jenis, bool]:
    return (jenjang or Jenjang()).level_of(Arti.URAIAN, teks, kode, bare, inden)


def test_a_column_of_one_level_says_it() -> None:
    assert Jenjang().level_of(Arti.PROGRAM, "Kegiatan A", "1.06.05.2.02", True) == (P, True)


def test_the_first_words_come_before_the_code_and_the_code_before_the_indent() -> None:
    assert level("Sub Kegiatan Pendataan", "1.06.05") == (S, True)
    assert level("Pendataan", "1.06.05", inden=S) == (P, True)
    assert level("Pendataan", inden=S) == (S, True)


@pytest.mark.parametrize(("kode", "jenis"), [
    ("1", U), ("1.06", U), ("1.06.05", P), ("1.06.05.2.02", K), ("1.06.05.2.02.0001", S), ("X.XX.01", P)])
def test_codes_since_permendagri_90_2019_tell_their_level(kode: str, jenis: Jenis) -> None:
    assert level(kode=kode) == (jenis, True)


def test_an_older_code_is_one_below_the_name_above_it() -> None:
    above = Jenjang(menyebut_sub=True)
    above.enter(P, "Program A", "15")
    above.enter(K, "Kegiatan A", "15.07")
    assert level(kode="15.07.3", jenjang=above) == (S, True)
    assert level(kode="15.08", jenjang=above) == (K, True)
    above.menyebut_sub = False
    assert level(kode="15.07.3", jenjang=above) == (K, True)  # the headings know no sub kegiatan


def test_without_any_of_these_a_result_is_a_sasaran_and_the_rest_is_guessed_by_what_stands_above() -> None:
    assert level("Meningkatnya pelayanan") == (Jenis.SASARAN, True)
    assert level("Pelayanan", bare=True) == (U, True)
    assert level("Pelayanan") == (P, False)
    above = Jenjang(menyebut_sub=True)
    above.enter(P, "Program A", "")
    assert level("Pelayanan", jenjang=above) == (K, False)
    above.menyebut_sub = False
    assert level("Pelayanan", jenjang=above) == (K, True)


def test_a_new_name_ends_the_lower_ones_of_its_chain_and_no_other() -> None:
    jenjang = Jenjang()
    for jenis in (Jenis.TUJUAN, Jenis.SASARAN, P, K, S):
        jenjang.enter(jenis, jenis.value, f"kode {jenis.value}")
    jenjang.enter(P, "Program B", "")
    assert set(jenjang.nama) == {Jenis.TUJUAN, Jenis.SASARAN, P}
    assert set(jenjang.kode) == {Jenis.TUJUAN, Jenis.SASARAN}
    jenjang.enter(Jenis.TUJUAN, "Tujuan B", "T2")
    assert jenjang.nama == {Jenis.TUJUAN: "Tujuan B", P: "Program B"}


@pytest.mark.parametrize(("teks", "jenis"), [
    ("Sub-Kegiatan A", S), ("KEGIATAN A", K), ("Program A", P), ("Bidang Urusan Sosial", U),
    ("Sasaran Strategis 1", Jenis.SASARAN), ("Tujuan 1", Jenis.TUJUAN), ("Programming", None),
    ("Pelayanan program", None)])
def test_first_words(teks: str, jenis: Jenis | None) -> None:
    assert level_by_label(teks) is jenis


def test_codes_numbers_and_labels_are_taken_off_names() -> None:
    assert split_code("1.06.05.2.02 Pendataan fakir miskin") == ("1.06.05.2.02", "Pendataan fakir miskin")
    assert split_code("Pendataan 1.06") == ("", "Pendataan 1.06")
    assert split_code("1 Pendataan") == ("", "1 Pendataan")
    assert without_number("1. Persentase") == "Persentase"
    assert without_number("b) Jumlah") == "Jumlah"
    assert without_number("12 orang") == "12 orang"
    assert without_label("Sasaran 1: Meningkatnya") == "Meningkatnya"
    assert without_label("Sasaran") == "Sasaran"
