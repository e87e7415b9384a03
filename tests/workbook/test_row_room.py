"""A text longer than its row goes on in the rows below, and every word of it can be read."""

from __future__ import annotations

from lxml import etree

from kinerja_xl.workbook.service.row_room import shorten, spread
from kinerja_xl.workbook.xlsx.measures import Measures

SHEET = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" '
         'width="5"/><col min="2" max="3" width="{width}"/></cols><sheetData>{rows}</sheetData>'
         '<mergeCells count="1"><mergeCell ref="B20:C20"/></mergeCells></worksheet>')
NOTE = "Lengkapi bukti dukung setiap indikator dan periksa kembali pembilang bulan Maret. " * 6


def measures(height: float | None = 36, width: float = 30) -> Measures:
    ht = "" if height is None else f' ht="{height}"'
    return Measures(etree.fromstring(SHEET.format(width=width, rows="".join(f'<row r="{n}"{ht}/>'
                                                                            for n in range(1, 30)))))


def test_a_short_text_takes_one_row() -> None:
    assert spread(measures(), (1, "Kasubid", None), (1, 1)) == [(1, "Kasubid", None)]


def test_a_long_text_goes_on_below_and_no_word_is_lost_or_broken() -> None:
    rows = spread(measures(), (7, "tolak", NOTE), (1, 1))
    assert len(rows) > 1
    assert [row[:2] for row in rows] == [(7, "tolak")] + [(None, None)] * (len(rows) - 1)
    assert " ".join(str(row[2]) for row in rows).split() == NOTE.split()
    # three lines of 11.7 points in 36; a width of 30 - 2.5 holds (27.5 : 0.9) = 30.5 letters of size 10, and blanks
    # are half a letter: about 34 letters a line
    assert 3 * 20 < max(len(str(row[2])) for row in rows) <= 3 * 34


def test_two_long_texts_go_on_side_by_side() -> None:
    rows = spread(measures(), (None, NOTE, NOTE[:100]), (1, 1))
    assert rows[0][2]
    assert rows[1][2]
    assert rows[-1] == (None, rows[-1][1], None)


def test_line_breaks_count_as_lines() -> None:
    assert spread(measures(), (None, "a\nb\nc\nd", None), (1, 1)) == [(None, "a\nb\nc", None), (None, "d", None)]


def test_a_word_without_blanks_is_parted_only_where_it_must_be() -> None:
    word = "x" * 200
    rows = spread(measures(), (None, word, None), (1, 1))
    assert "".join(str(row[1]) for row in rows) == word


def test_a_row_that_grows_by_itself_holds_any_text() -> None:
    assert spread(measures(None), (1, NOTE, None), (1, 1)) == [(1, NOTE, None)]


def test_a_text_for_one_cell_says_where_the_rest_stands() -> None:
    short = shorten(measures(), NOTE, (20, 2), "… (selengkapnya)")
    assert short.endswith(" … (selengkapnya)")
    assert NOTE.startswith(short.removesuffix(" … (selengkapnya)"))
    assert len(short) > 90  # two lines of size 10 in 36 points (3.07 by 10 : 9), over both columns of the block
    assert shorten(measures(), "Lengkapi.", (20, 2), "… (selengkapnya)") == "Lengkapi."
