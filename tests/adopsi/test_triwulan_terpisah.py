"""One row that stands in several tables: joined by its names, never within one table, and told where they differ."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, Jenis
from kinerja_xl.domain.adopsi.triwulan_terpisah import join_quarters

D = Decimal
TW1, TW2 = (D(10), None, None, None), (None, D(20), None, None)


def level(lembar: str, jenis: Jenis, nama: str) -> BarisAdopsi:
    return BarisAdopsi(f"{lembar}!4", jenis, nama=nama, lembar=lembar, tabel=3)


def indicator(lembar: str, nama: str = "Jumlah lansia", baris: int = 5, **more: object) -> BarisAdopsi:
    return replace(BarisAdopsi(f"{lembar}!{baris}", Jenis.INDIKATOR, indikator=nama, lembar=lembar, tabel=3),
                   **more)  # type: ignore[arg-type]


def test_a_sheet_for_each_quarter_is_one_row_with_its_quarters() -> None:
    (joined,), doubts = join_quarters([indicator("TW I", realisasi_tw=TW1, satuan="Orang"),
                                       indicator("TW II", "JUMLAH LANSIA", realisasi_tw=TW2, target_tahunan=D(40),
                                                 lain={"catatan": "baru"})])
    assert (joined.sumber, joined.realisasi_tw) == ("TW I!5", (D(10), D(20), None, None))
    assert (joined.satuan, joined.target_tahunan, joined.lain) == ("Orang", D(40), {"catatan": "baru"})
    assert doubts == []


def test_a_row_that_stands_twice_in_one_table_stays_two() -> None:
    rows = [indicator("TW I"), indicator("TW I", baris=6)]
    assert join_quarters(rows) == (rows, [])


def test_indicators_of_one_name_under_other_programs_are_not_joined() -> None:
    first = [level("TW I", Jenis.PROGRAM, "Rehabilitasi"), indicator("TW I", realisasi_tw=TW1)]
    other = [level("TW II", Jenis.PROGRAM, "Perlindungan"), indicator("TW II", realisasi_tw=TW2)]
    joined, _ = join_quarters([*first, *other])
    assert [baris.sumber for baris in joined] == ["TW I!4", "TW I!5", "TW II!4", "TW II!5"]
    same = [level("TW II", Jenis.PROGRAM, "REHABILITASI"), indicator("TW II", realisasi_tw=TW2)]
    joined, _ = join_quarters([*first, *same])
    assert [baris.realisasi_tw for baris in joined if baris.indikator] == [(D(10), D(20), None, None)]


def test_a_new_program_ends_the_kegiatan_above() -> None:
    one = [level("TW I", Jenis.PROGRAM, "A"), level("TW I", Jenis.KEGIATAN, "K"),
           level("TW I", Jenis.PROGRAM, "B"), indicator("TW I", realisasi_tw=TW1)]
    two = [level("TW II", Jenis.PROGRAM, "B"), indicator("TW II", realisasi_tw=TW2)]
    joined, _ = join_quarters([*one, *two])
    assert [baris.realisasi_tw for baris in joined if baris.indikator] == [(D(10), D(20), None, None)]


def test_what_two_tables_say_differently_is_a_doubt_and_the_first_counts() -> None:
    (joined,), doubts = join_quarters([
        indicator("TW I", realisasi_tw=TW1, satuan="Orang"),
        indicator("TW II", realisasi_tw=(D(11), D(20), None, None), satuan="Jiwa")])
    assert (joined.realisasi_tw, joined.satuan) == ((D(10), D(20), None, None), "Orang")
    assert doubts == [("TW II!5", "satuan berbeda dari TW I!5"), ("TW II!5", "realisasi tw berbeda dari TW I!5")]
