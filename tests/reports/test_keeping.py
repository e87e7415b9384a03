"""Rows stay together so that a page neither begins nor ends with a remnant of a table."""

from __future__ import annotations

from kinerja_xl.domain.naskah.naskah import LANJUT, Baris, JenisBaris, Kolom, Tabel, kelompok, sel
from kinerja_xl.reports.word.keeping import keep_before_turns, kept_rows
from kinerja_xl.reports.word.widths import count_lines
from kinerja_xl.reports.word.xml_text import paragraph, run

PAGE = 9000  # twips: about 31 rows of one line (207 + 75 each)
ROW = Baris((sel("satu"), sel("dua")))
SUM = Baris((sel("Jumlah"), sel("2")), JenisBaris.JUMLAH)


def kept(*rows: Baris, keterangan: str = "", utuh: bool = False) -> str:
    """Each row as ``+`` (stays with what follows) or ``.``."""
    tabel = Tabel("t", "T", (Kolom("a", 1), Kolom("b", 1)), rows, keterangan=(keterangan,) if keterangan else (),
                  utuh=utuh)
    return "".join(".+"[keep] for keep in kept_rows(tabel, (4000, 4000), PAGE))


def test_a_table_of_up_to_a_quarter_of_a_page_stays_whole() -> None:
    # a quarter of 9000 is 2250: seven rows of 282 are 1974, ten are 2820
    assert kept(*[ROW] * 7) == "+" * 6 + "."
    assert "." in kept(*[ROW] * 10)[:-1]


def test_a_table_that_reads_as_a_whole_stays_whole_however_long() -> None:
    assert kept(*[ROW] * 20, utuh=True) == "+" * 19 + "."


def test_a_longer_table_ends_with_a_sixth_of_a_page() -> None:
    # 16 % of 9000 is 1440: six rows of 282 are 1692, five are 1410
    assert kept(*[ROW] * 30) == "." * 24 + "+" * 5 + "."


def test_a_tall_row_may_end_a_table_alone() -> None:
    tall = Baris((sel("\n".join("x" * 9)), sel("")))  # 9 lines: 1938 twips, more than an eighth of a page
    assert kept(*[tall] * 6) == "......"
    assert kept(*[tall] * 6, ROW) == ".....+."


def test_the_first_rows_of_a_table_that_is_parted_are_never_kept() -> None:
    # LibreOffice 7.4 lays rows below the edge of the paper where they are
    assert kept(kelompok("Bidang", 2), kelompok("Sub", 2), *[ROW] * 30).startswith("...")
    assert kept(ROW, SUM, *[ROW] * 30).startswith(".")


def test_headings_stay_with_their_rows_and_totals_with_the_rows_above() -> None:
    joined = Baris((LANJUT, sel("dua")))
    middle = kept(*[ROW] * 10, kelompok("Bidang", 2), ROW, joined, SUM, *[ROW] * 12)[9:14]
    assert middle == ".+++."


def test_a_remark_below_holds_on_to_the_last_row() -> None:
    assert kept(ROW, ROW, keterangan="Catatan.") == "++"
    assert kept() == ""


def before_a_turn(*parts: str) -> list[str]:
    """The parts of a body after its rule was applied; a turn from a page of 9000 twips between margins follows them."""
    turn = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9000" w:h="11000"/><w:pgMar w:top="1000" w:bottom="1000"/></w:sectPr>'
    body = [*parts, f"{turn}</w:pPr></w:p>", paragraph("Isi", run("sesudah"))]
    keep_before_turns(body)
    assert body[len(parts):] == [f"{turn}</w:pPr></w:p>", paragraph("Isi", run("sesudah"))]
    return body[:len(parts)]


def test_paragraphs_before_a_turn_of_the_paper_fill_a_quarter_of_its_last_page() -> None:
    # a quarter of 9000 is 2250: eight lines of 300 are 2400, seven are 2100
    line, held = (paragraph("Isi", run("a & b"), keep_next=keep) for keep in (False, True))
    assert before_a_turn(*[line] * 10) == [line] * 2 + [held] * 8
    assert before_a_turn(line * 10) == [line * 2 + held * 8]


def test_no_paragraph_above_a_table_is_kept_for_the_turn_after_it() -> None:
    line, held = (paragraph("Isi", run("a"), keep_next=keep) for keep in (False, True))
    table = f"<w:tbl><w:tr><w:tc>{line}</w:tc></w:tr></w:tbl>"
    assert before_a_turn(line, table, line) == [line, table, held]


def test_lines_are_counted_by_the_words_that_fit() -> None:
    assert count_lines("", 1000) == 1
    assert count_lines("satu\ndua", 5000) == 2
    # ten letters of 9 pt are about 10 x 0,58 x 180 = 1044 twips; two such words do not fit into 2000
    assert count_lines("aaaaaaaaaa bbbbbbbbbb cccccccccc", 2000) == 3
    assert count_lines("aaaaaaaaaa bbbbbbbbbb cccccccccc", 4000) == 1
