"""Two versions of a plan compared: what a reader of Semula and Menjadi sees."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR, JUDUL_SUBKEGIATAN, compare_rencana
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi
from kinerja_xl.workbook.plan.plan_columns import KOLOM_INDIKATOR, KOLOM_PROGRAM

D = Decimal
INDIKATOR = Indikator(
    "IK-1", "Persentase lansia terlantar yang dilayani", "%", TingkatIndikator.BIDANG, "REHSOS", None, "Tujuan 1",
    "Sasaran 1", Arah.POSITIF, Perhitungan.POSISI, D(90), (D(20), D(45), D(70), D(90)), pagu=D(1500000))
LAIN = replace(INDIKATOR, kode="IK-2", nama="Nilai SAKIP", satuan="predikat", target_tahun=Predikat("BB"),
               target_tw=(None, None, None, Predikat("BB")), pagu=None)
SUB = SubKegiatan("1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang yang menerima", "orang", "REHSOS", None,
                  D(120), (D(30), D(60), D(90), D(120)), D("1028058131"))
LAMA = RencanaAksi(2026, (INDIKATOR, LAIN), (SUB,))


def changed(**isi: object) -> tuple[PerubahanRencana, ...]:
    """What is told when the first indicator changes so."""
    return compare_rencana(LAMA, replace(LAMA, daftar_indikator=(replace(INDIKATOR, **isi), LAIN)))  # type: ignore[arg-type]


def test_a_version_that_changes_nothing_but_its_basis_tells_nothing() -> None:
    assert compare_rencana(LAMA, replace(LAMA, versi=2, berlaku_mulai=3)) == ()


def test_the_order_of_the_rows_is_no_change() -> None:
    assert compare_rencana(LAMA, replace(LAMA, daftar_indikator=(LAIN, INDIKATOR))) == ()


def test_the_same_number_written_otherwise_is_no_change() -> None:
    assert changed(target_tahun=D("90.00")) == ()


def test_a_target_of_one_quarter_is_told_with_the_quarter() -> None:
    assert changed(target_tw=(D(20), D(45), D("72.5"), D(90))) == (
        PerubahanRencana("IK-1", "Target TW III", "70", "72,5"),)


def test_a_change_behind_the_second_decimal_is_seen() -> None:
    assert changed(target_tahun=D("90.125")) == (PerubahanRencana("IK-1", "Target Tahunan", "90", "90,125"),)


def test_a_raised_pagu_is_told_in_full_rupiah() -> None:
    rows = compare_rencana(LAMA, replace(LAMA, daftar_subkegiatan=(replace(SUB, pagu=D("1250000000")),)))
    assert rows == (PerubahanRencana("1.06.04.2.01.0001", "Pagu (Rp)", "Rp1.028.058.131", "Rp1.250.000.000"),)


def test_what_was_blank_and_what_became_blank_is_a_dash() -> None:
    assert changed(pagu=None, definisi="Jumlah dilayani dibagi jumlah terdata") == (
        PerubahanRencana("IK-1", "Pagu (Rp)", "Rp1.500.000", "–"),
        PerubahanRencana("IK-1", "Definisi Operasional / Formula", "–", "Jumlah dilayani dibagi jumlah terdata"))


def test_words_are_told_as_the_plan_has_them() -> None:
    assert changed(iku=True, arah=Arah.NEGATIF, perhitungan=Perhitungan.JUMLAH, digabung_dari=("A", "B")) == (
        PerubahanRencana("IK-1", "IKU", "tidak", "ya"), PerubahanRencana("IK-1", "Arah", "positif", "negatif"),
        PerubahanRencana("IK-1", "Jenis Perhitungan", "POSISI", "JUMLAH"),
        PerubahanRencana("IK-1", "Digabung dari", "–", "A; B"))


def test_an_indicator_that_takes_the_place_of_another_is_told_as_new_and_the_other_as_dropped() -> None:
    new = replace(LAIN, kode="IK-3", nama="Indeks Reformasi Birokrasi")
    assert compare_rencana(LAMA, replace(LAMA, daftar_indikator=(INDIKATOR, new))) == (
        PerubahanRencana("IK-3", "Indikator Kinerja", "–", "Indeks Reformasi Birokrasi"),
        PerubahanRencana("IK-2", "Indikator Kinerja", "Nilai SAKIP", "–"))


def test_a_sub_kegiatan_that_is_dropped_is_told_by_its_name() -> None:
    assert compare_rencana(LAMA, replace(LAMA, daftar_subkegiatan=())) == (
        PerubahanRencana("1.06.04.2.01.0001", "Sub Kegiatan", "Penyediaan Permakanan", "–"),)


def test_every_column_that_the_plan_workbook_has_is_compared_under_its_heading() -> None:
    for kind, columns, judul in ((INDIKATOR, KOLOM_INDIKATOR, JUDUL_INDIKATOR),
                                 (SUB, KOLOM_PROGRAM, JUDUL_SUBKEGIATAN)):
        written = {kolom.nama: kolom.judul for kolom in columns if not kolom.nama.startswith("target_tw")}
        assert {nama: teks for nama, teks in judul.items() if nama != "target_tw"} == {
            nama: written[nama] for nama in set(vars(kind)) - {"kode", "target_tw"}}
