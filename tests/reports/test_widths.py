"""Columns are as wide as asked for, and wide enough for their longest word."""

from __future__ import annotations

from kinerja_xl.domain.naskah.naskah import Baris, Kolom, Tabel, sel
from kinerja_xl.reports.word.widths import fit_width, share_width


def table(shares: tuple[int, ...], *rows: tuple[str, ...]) -> Tabel:
    return Tabel("t", "T", tuple(Kolom("x", share) for share in shares),
                 tuple(Baris(tuple(sel(text) for text in row)) for row in rows))


def test_shares_become_widths_that_add_up() -> None:
    assert share_width((1, 1, 1), 1000) == [333, 333, 334]


def test_columns_that_are_wide_enough_keep_their_shares() -> None:
    assert fit_width(table((1, 3), ("a", "b")), 8000) == [2000, 6000]


def test_a_narrow_column_grows_to_its_longest_word_and_the_others_give_way() -> None:
    # 16 letters of 9 pt: at least 16 x 0,5 x 180 twips = 1440 and the margins
    widths = fit_width(table((1, 9), ("Direkomendasikan", "b")), 9000)
    assert widths[0] > 1440 + 100
    assert sum(widths) == 9000


def test_words_count_one_by_one_and_a_joined_cell_not_at_all() -> None:
    wide = Tabel("t", "T", (Kolom("x", 1), Kolom("y", 1)), (Baris((sel("Direkomendasikan" * 5, bentang=2),)),))
    assert fit_width(wide, 4000) == [2000, 2000]
    assert fit_width(table((1, 1), ("satu dua tiga empat lima", "b")), 4000) == [2000, 2000]


def test_a_file_name_without_blanks_may_break_but_not_eat_the_table() -> None:
    widths = fit_width(table((1, 1, 8), ("a", "x" * 200, "c")), 10000)
    assert widths[1] <= 2600
    assert sum(widths) == 10000


def test_a_heading_over_one_column_fits_into_it() -> None:
    grouped = Tabel("t", "T", (Kolom("I", 1, grup="Pertanggungjawaban"), Kolom("x", 9)), ())
    assert fit_width(grouped, 9000)[0] > 18 * 90  # 18 letters, half of 180 twips each
