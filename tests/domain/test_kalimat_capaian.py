"""The sentences of the annual report against the table written by hand, and what holds for every one of them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hitung_uji import SKALA
from hypothesis import given
from hypothesis import strategies as st
from kalimat_uji import (
    TAHUN,
    Baris,
    fakta_of,
    hasil_uji,
    is_missing,
    kerangka,
    polos,
    read_oracle,
    riwayat_uji,
    teks_of,
)

from kinerja_xl.domain.indicators import Arah, Predikat, Rentang
from kinerja_xl.domain.laporan_kinerja import kalimat, pola_kalimat
from kinerja_xl.domain.laporan_kinerja.beberapa_tahun import compare_beberapa_tahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.efisiensi import AturanEfisiensi, compare_efisiensi
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.perbandingan import compare_renstra, compare_standar, compare_target
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import compare_tahun_lalu
from kinerja_xl.domain.laporan_kinerja.pola_kalimat import choose_pola, fill_pola
from kinerja_xl.domain.naskah.naskah import Angka
from kinerja_xl.domain.sumber import SumberJejak

ORACLE = read_oracle()
SENTENCES = [baris for baris in ORACLE if baris.pola]
MISSING = [baris for baris in ORACLE if not baris.pola]

nilai_apa_pun = st.one_of(
    st.decimals(0, 10**6, places=2), st.sampled_from([Decimal(0), Decimal(80), Decimal(60)]),
    st.sampled_from(["AA", "A", "BB", "B", "WTP", "Ada"]).map(Predikat))
target_apa_pun = nilai_apa_pun | st.just(Rentang(Decimal(60), Decimal(80)))
hasil_apa_pun = st.builds(
    hasil_uji, arah=st.sampled_from(Arah), satuan=st.sampled_from(["%", "Orang", "Indeks", "jam"]),
    target=target_apa_pun, realisasi=nilai_apa_pun | st.none(), renstra=target_apa_pun | st.none(),
    standar=target_apa_pun | st.none())
riwayat_apa_pun = st.lists(nilai_apa_pun | st.none(), max_size=5)
persen = st.decimals(0, 200, places=2)


def all_facts(hasil, riwayat, capaian, serapan, aturan):
    """Return every comparison of an indicator, by the section of the table it belongs to."""
    rows = riwayat_uji(*riwayat, satuan=hasil.indikator.satuan)
    return {
        "Target dan realisasi tahun ini": compare_target(hasil, TAHUN, SKALA),
        "Tahun lalu": compare_tahun_lalu(hasil, rows, TAHUN, SKALA),
        "Beberapa tahun terakhir": compare_beberapa_tahun(hasil, rows, TAHUN, SKALA),
        "Akhir Renstra": compare_renstra(hasil, TAHUN, SKALA),
        "Standar nasional": compare_standar(hasil, TAHUN, SKALA),
        "Efisiensi": compare_efisiensi(capaian, serapan, aturan)}


fakta_apa_pun = st.builds(all_facts, hasil_apa_pun, riwayat_apa_pun, persen, persen, st.sampled_from(AturanEfisiensi))


def test_the_table_written_by_hand_has_at_least_forty_sentences() -> None:
    assert len({baris.kalimat for baris in SENTENCES}) >= 40
    assert len(set(ORACLE)) == len(ORACLE)


@pytest.mark.parametrize("baris", SENTENCES, ids=lambda baris: baris.fakta)
def test_a_computed_fact_reads_as_written_by_hand(baris: Baris) -> None:
    assert polos(teks_of(baris.bagian, fakta_of(baris), baris.pola)) == baris.kalimat


@pytest.mark.parametrize("baris", MISSING, ids=lambda baris: baris.fakta)
def test_where_something_is_missing_there_is_no_sentence_but_the_reason(baris: Baris) -> None:
    assert fakta_of(baris) == Kekurangan(baris.kalimat)


@given(fakta_apa_pun, fakta_apa_pun, st.integers(1, 300))
def test_two_neighbouring_indicators_never_share_a_sentence_skeleton(satu, dua, urutan: int) -> None:
    for bagian in satu:
        if any(fakta is None or is_missing(fakta) for fakta in (satu[bagian], dua[bagian])):
            continue
        first, second = teks_of(bagian, satu[bagian], urutan), teks_of(bagian, dua[bagian], urutan + 1)
        assert kerangka(first) != kerangka(second)


@given(fakta_apa_pun, st.integers(1, 300))
def test_every_sentence_is_well_formed(daftar, urutan: int) -> None:
    for bagian, fakta in daftar.items():
        if fakta is None or is_missing(fakta):
            continue
        teks = polos(teks_of(bagian, fakta, urutan))
        assert re.fullmatch(r"[A-Z].*\.", teks)
        assert not re.search(r"  |,,|\.\.| [,.;:)]|\( |[{}]|None|Decimal|–%| –", teks)


@given(fakta_apa_pun, st.integers(1, 300))
def test_every_figure_in_a_sentence_is_marked_as_one_save_the_years(daftar, urutan: int) -> None:
    for bagian, fakta in daftar.items():
        if fakta is None or is_missing(fakta):
            continue
        bare = "".join(potongan for potongan in teks_of(bagian, fakta, urutan) if not isinstance(potongan, Angka))
        assert set(re.findall(r"\d+", bare)) <= {"2021", "2022", "2023", "2024", "2025", "2026"}


@given(fakta_apa_pun, st.integers(1, 300))
def test_the_same_facts_at_the_same_place_give_the_same_sentence(daftar, urutan: int) -> None:
    for bagian, fakta in daftar.items():
        if fakta is not None and not is_missing(fakta):
            assert teks_of(bagian, fakta, urutan) == teks_of(bagian, fakta, urutan)


def patterns() -> list[str]:
    groups = [nilai for nama, nilai in vars(pola_kalimat).items() if nama.isupper() and isinstance(nilai, tuple)]
    return [pola for kelompok in groups for pola in kelompok]


def test_the_patterns_of_one_fact_differ_and_each_begins_in_its_own_way() -> None:
    assert len(patterns()) >= 30
    for nama, kelompok in vars(pola_kalimat).items():
        if nama.isupper() and isinstance(kelompok, tuple):
            assert len({" ".join(pola.split()[:2]) for pola in kelompok}) == len(kelompok), nama


def test_every_pattern_stands_in_the_table_written_by_hand() -> None:
    for pola in patterns():
        parts = [re.escape(part) for part in re.split(r"\{\w+\}", pola)]
        assert any(re.fullmatch(".*".join(parts), baris.kalimat) for baris in SENTENCES), pola


def test_words_that_merely_look_like_a_slot_are_left_as_they_are() -> None:
    assert fill_pola("Indikator {nama}.", nama="{nama} =cmd {0}") == ("Indikator {nama} =cmd {0}.",)


def test_the_fourth_indicator_is_written_like_the_first() -> None:
    assert [choose_pola(("a", "b", "c"), urutan) for urutan in (1, 2, 3, 4)] == ["a", "b", "c", "a"]


def test_each_figure_carries_the_source_the_report_names_for_it() -> None:
    def sumber(besaran: Besaran, tahun: int | None) -> SumberJejak:
        return SumberJejak(f"{besaran}@{tahun}", "")

    fakta = compare_tahun_lalu(hasil_uji(realisasi=Decimal(60), arah=Arah.NEGATIF), riwayat_uji(Decimal(80)),
                               TAHUN, SKALA)
    assert not isinstance(fakta, Kekurangan)
    teks = kalimat.kalimat_tahun_lalu(fakta, 1, SKALA, sumber)
    assert [potongan for potongan in teks if isinstance(potongan, Angka)] == [
        Angka("turun", sumber(Besaran.GERAK, 2026)), Angka("80%", sumber(Besaran.REALISASI, 2025)),
        Angka("60%", sumber(Besaran.REALISASI, 2026)), Angka("membaik", sumber(Besaran.MUTU, 2026))]
