"""Where a table begins, which texts are its headings, and what a column without a heading holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tabel_teks import FAMILY, HEAD, SOUND, read, sheet, table, tables

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.inden import levels_by_indent
from kinerja_xl.domain.adopsi.istilah import Arti
from kinerja_xl.domain.adopsi.judul import is_column_numbers
from kinerja_xl.domain.adopsi.tabel import Tabel, find_tables, for_year


def only_table(tabel: str, inden: dict[int, int] | None = None) -> Tabel:
    (found,) = tables(tabel, inden=inden)
    return found


def meaning(tabel: Tabel, column: int) -> Arti | None:
    """What a column means, counted from 1; None where it is no column of the table."""
    return next((kolom.makna.arti for kolom in tabel.daftar_kolom if kolom.nomor == column), None)


def test_a_name_beside_its_value_right_above_the_headings_is_none_of_them() -> None:
    found = only_table("| Bulan | Juni 2026 |\n" + SOUND)
    assert (found.atas, found.bawah) == (4, 4)
    assert found.daftar_kolom[0].judul == "Indikator Kinerja"
    apart = only_table("| Bulan | | Juni 2026 |\n" + SOUND)  # over two columns that are not side by side: a heading
    assert (apart.atas, apart.bawah) == (3, 4)


@pytest.mark.parametrize(("heads", "atas"), [
    ("Indikator Kinerja | Satuan | Target Tahunan | Pagu", 4),
    ("Indikator Kinerja | Satuan | Target Tahunan", 3)])  # two above three may be headings of groups
def test_a_pair_is_told_from_headings_of_groups_by_how_many_stand_below_it(heads: str, atas: int) -> None:
    assert only_table(f"| Bulan | Juni 2026 |\n| {heads} |\n| Jumlah lansia | Orang | 40 | 9000 |").atas == atas


def test_headings_reach_as_far_down_as_the_merged_ones_among_them() -> None:
    plain = sheet("| Indikator Kinerja | Satuan | Target Tahunan |\n|  |  | usulan kami |\n| Lansia | Orang | 40 |")
    (found,) = find_tables(replace(plain, gabungan=((3, 1, 4, 1), (3, 2, 4, 2))), {})
    assert (found.atas, found.bawah) == (3, 4)
    (apart,) = find_tables(plain, {})
    assert (apart.atas, apart.bawah) == (3, 3)


@pytest.mark.parametrize(("length", "arti"), [(40, Arti.SATUAN), (41, None)])
def test_a_unit_is_no_longer_than_forty_letters(length: int, arti: Arti | None) -> None:
    found = only_table(f"| Indikator Kinerja | Target Tahunan | | Pagu |\n| Lansia | 40 | {'o' * length} | 9000 |")
    assert meaning(found, 3) == arti


@pytest.mark.parametrize(("words", "atas"), [
    ("Program | Kegiatan | Lansia | Anak | Disabilitas | Bencana | Fakir | Miskin", 4),  # 2 of 8 are words of headings
    ("Program | Kegiatan | Sasaran | Target | Realisasi | Pagu | Fakir | Miskin", 3)])  # 6 of 8
def test_a_row_is_one_of_headings_where_seven_of_ten_of_its_texts_are(words: str, atas: int) -> None:
    assert only_table(f"| {words} |\n{SOUND}").atas == atas


@pytest.mark.parametrize("heads", [
    "Program | Indikator Kinerja | Penanggung Jawab",  # no figure
    "Satuan | Target Tahunan | Realisasi | Pagu",  # no name
    "Program | Pagu",  # two meanings only
    "Program | Pagu | Lansia | Anak"])
def test_headings_that_do_not_name_and_measure_something_are_no_table(heads: str) -> None:
    values = " | ".join("Nama" if n == 0 else str(10 * n) for n, _ in enumerate(heads.split("|")))
    assert tables(f"| {heads} |\n| {values} |") == ()


@pytest.mark.parametrize(("heads", "row", "column", "arti"), [
    ("Indikator Kinerja | Target Tahunan | | Pagu", "Jumlah lansia | 40 | Orang | 9000000", 3, Arti.SATUAN),
    ("Indikator Kinerja | Target Tahunan | | Pagu", "Jumlah lansia | 40 | 50 | 9000000", 3, None),
    ("Indikator Kinerja | Target Tahunan | Penanggung Jawab |", "Jumlah lansia | 40 | PFM | telah dibahas", 4, None)])
def test_a_column_without_a_heading_goes_on_with_a_figure_only_where_it_holds_its_unit(
        heads: str, row: str, column: int, arti: Arti | None) -> None:
    assert meaning(only_table(f"| {heads} |\n| {row} |"), column) == arti


NAMA = "| Program / Kegiatan / Sub Kegiatan | Satuan | Target Tahunan |"


def levels(*indents: int) -> dict[int, Jenis]:
    """The levels of names that stand at these indents in the rows below the headings of row 3."""
    rows = [f"| Nama {'abcdef'[n]} | Orang | 10 |" for n in range(len(indents))]
    return dict(levels_by_indent(only_table("\n".join((NAMA, *rows)), dict(enumerate(indents, start=4)))))


def test_indents_tell_levels_from_the_first_row_below_the_headings_to_the_last() -> None:
    assert levels(0, 1, 2) == {4: Jenis.PROGRAM, 5: Jenis.KEGIATAN, 6: Jenis.SUB_KEGIATAN}
    assert levels(0, 1, 1) == {4: Jenis.KEGIATAN, 5: Jenis.SUB_KEGIATAN, 6: Jenis.SUB_KEGIATAN}


def test_the_headings_own_indent_tells_no_level() -> None:
    assert levels(1, 2, 3) == {4: Jenis.PROGRAM, 5: Jenis.KEGIATAN, 6: Jenis.SUB_KEGIATAN}


def test_the_headings_of_the_next_table_tell_no_level() -> None:
    rows = "\n".join(f"| Nama {letter} | Orang | 10 |" for letter in "abc")
    first, second = tables(f"{NAMA}\n{rows}\n{NAMA}\n{rows}", inden={4: 1, 5: 2, 6: 3})
    assert (first.akhir, second.atas) == (6, 7)
    assert list(levels_by_indent(first).values()) == [Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN]


def test_more_indents_than_named_levels_say_something_else() -> None:
    assert levels(0, 1, 2, 3) == {}


@pytest.mark.parametrize(("row", "counts"), [
    ("1 | 2 | 3", True), ("(1) | (2) | (3)", True), ("1 | 2", False),
    ("1 | 2 | 4 = 1 + 2 | 3", True),  # a column that is computed names those it comes from
    ("3 | 5 | 1 | 2 | 4", False), ("1 | 2 | 100", False), ("1 | 1 | 2", False), ("5 | 5 | 5 | 5", False)])
def test_numbers_of_columns_are_told_from_figures(row: str, counts: bool) -> None:
    assert is_column_numbers(sheet(f"| {row} |"), 3) is counts


def test_titles_above_the_headings_are_read_from_the_first_row_on() -> None:
    found = only_table(SOUND)
    assert found.judul == ((1, "RENCANA AKSI TAHUN 2026"),)
    (baris,) = read("| Program | Indikator Kinerja | Satuan | Target Tahunan | Pagu |\n"
                    "| Rehabilitasi Sosial | Jumlah lansia | Orang | 40 | 3000 |",
                    title="RENCANA AKSI TAHUN 2026 (dalam ribuan rupiah)").daftar_baris
    assert baris.pagu == 3_000_000


def test_headings_with_nothing_below_them_are_a_table_without_rows() -> None:
    found = only_table(HEAD)
    assert (found.atas, found.bawah, found.akhir) == (3, 3, 3)


def test_where_each_level_has_its_own_indicator_each_is_a_table_of_its_own() -> None:
    found = tables("""
        | Tujuan  | Sasaran  | Indikator Sasaran | Target Tahunan | Program | Indikator Program | Target Tahunan | Penanggung Jawab |
        | Tujuan A | Sasaran A | Angka kemiskinan | 10             | Rehabilitasi | Jumlah lansia | 40           | PFM              |
    """)  # noqa: E501 - a worksheet as wide as it is
    assert [[kolom.nomor for kolom in tabel.daftar_kolom] for tabel in found] == [[1, 2, 3, 4, 8], [5, 6, 7, 8]]


@pytest.mark.parametrize(("judul", "arti", "tahun"), [
    ("Realisasi 2025", Arti.REALISASI_TAHUN, 2025),
    ("Realisasi s/d 2025", Arti.REALISASI_LALU, 0),
    ("Realisasi Anggaran s/d 2025", Arti.ANGGARAN_LALU, 0),
    ("Realisasi s/d 2026", Arti.HITUNG, 0),  # the year of the plan: of its own quarters
    ("Realisasi Anggaran s/d 2026", Arti.HITUNG, 0),
    ("Realisasi Anggaran Tahun 2025", Arti.ANGGARAN, 0),
    ("Realisasi s/d 2027", Arti.REALISASI, 0)])
def test_what_was_reached_by_the_year_that_its_heading_names(judul: str, arti: Arti, tahun: int) -> None:
    found = for_year(only_table(f"| Indikator Kinerja | Satuan | Target Tahunan | {judul} |\n"
                                "| Jumlah lansia | Orang | 40 | 30 |"), 2026)
    makna = found.daftar_kolom[3].makna
    assert (makna.arti, makna.tahun) == (arti, tahun)


def test_of_targets_of_several_years_those_of_the_plans_year_are_read() -> None:
    several = only_table("| Indikator Kinerja | Satuan | Target 2025 | Target 2026 | Target 2027 |\n"
                         "| Jumlah lansia | Orang | 30 | 40 | 50 |")
    assert [kolom.makna.arti for kolom in for_year(several, 2026).daftar_kolom[2:]] == [
        Arti.KETERANGAN, Arti.TARGET_TAHUNAN, Arti.KETERANGAN]
    alone = only_table("| Indikator Kinerja | Satuan | Target 2025 |\n| Jumlah lansia | Orang | 30 |")
    assert for_year(alone, 2026).daftar_kolom[2].makna.arti is Arti.TARGET_TAHUNAN  # the only one there is


def test_a_table_reaches_from_its_headings_to_the_last_row() -> None:
    found = only_table(table(FAMILY))
    assert (found.atas, found.bawah, found.akhir) == (3, 3, 4)
    assert [kolom.judul for kolom in found.daftar_kolom] == [part.strip() for part in HEAD.strip("| ").split("|")]
