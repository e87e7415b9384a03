"""A sheet of a workbook that is only read: titles, tables in words and colours, links, charts, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

from kinerja_xl.workbook.table_writer import LINE, PADDING, count_lines

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_DAY = datetime(1980, 1, 1)  # never the clock's: the same content gives the same bytes
_A4, _HEAD = 9, "D9E2F3"
_FROZEN = 8  # rows at the top that may stay in view: below charts there would be no room left to scroll
_CHART = {"width": 560, "height": 300}  # pixels
CHART_ROWS = 16
"""The rows that a chart covers."""
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}  # inches
NONE = "–"
Sel = object
"""Text, number, date, moment, None, ``(text, RRGGBB)``, or a ``Tautan``."""


@dataclass(frozen=True)
class Tautan:
    """A link to a file or folder of the office, by its path relative to the root."""

    jalur: str
    teks: str


def open_book(target: BinaryIO) -> Workbook:
    """Return an empty workbook that becomes bytes in ``target`` when it is closed; texts are never formulas."""
    import xlsxwriter  # only a changed workbook pays for loading it

    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                        "strings_to_numbers": False, "remove_timezone": True})
    book.set_properties({"title": "Pemantauan", "created": _DAY})
    return book


class Lembar:
    """One sheet, written from top to bottom; ``row`` is the next free row, counted from 0."""

    def __init__(self, book: Workbook, nama: str, contoh: bool, akar: str) -> None:
        self._book, self._akar = book, akar
        self._sheet = book.add_worksheet(nama)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self.row = 0
        self._widths: dict[int, float] = {}
        self._head: int | None = None  # the headings that stand on every page
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(**_MARGINS)
        self._sheet.hide_gridlines(2)
        self._sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        if contoh:
            self._sheet.set_header('&R&"Arial,Bold"&8&KC00000DATA CONTOH – bukan data resmi')

    def title(self, judul: str, keadaan: str) -> None:
        """Write the title, and of when and whom it is."""
        self._sheet.write_string(0, 0, judul, self._format(bold=True, font_size=14))
        self._sheet.write_string(1, 0, keadaan, self._format(font_color="595959"))
        self.row = 3

    def heading(self, teks: str) -> None:
        """Write a heading over a table."""
        self._sheet.write_string(self.row, 0, teks, self._format(bold=True, font_size=11))
        self.row += 1

    def note(self, teks: str) -> None:
        """Write a line of explanation."""
        self._sheet.write_string(self.row, 0, teks, self._format(italic=True, font_size=9))
        self.row += 1

    def legend(self, daftar: Sequence[tuple[str, str]], first: int) -> None:
        """Show what each word and colour is, side by side from a column on."""
        for column, (teks, warna) in enumerate(daftar, first):
            self._sheet.write_string(self.row, column, teks, self._cell(bg_color=warna, align="center"))
        self.row += 2

    def table(self, daftar_kolom: Sequence[tuple[str, float]], rows: Iterable[Sequence[Sel]], *,
              saring: bool = False, ulang: bool = False) -> None:
        """Write headings and rows; with ``saring`` they can be filtered and the headings stay in view.

        With either, the first such headings stand on every page: tables below them have the same columns.
        """
        head = self.row
        for column, (judul, lebar) in enumerate(daftar_kolom):
            self._sheet.write_string(head, column, judul, self._cell(bold=True, bg_color=f"#{_HEAD}", align="center"))
            self._widths[column] = max(lebar, self._widths.get(column, 0))
            self._sheet.set_column(column, column, self._widths[column])
        self.row += 1
        self._sheet.set_row(head, self._height([judul for judul, _ in daftar_kolom]))
        for row in rows:
            for column, isi in enumerate(row):
                self._write(column, isi)
            self._sheet.set_row(self.row, self._height(row))
            self.row += 1
        if saring:
            self._sheet.autofilter(head, 0, max(self.row - 1, head + 1), len(daftar_kolom) - 1)
            self._sheet.freeze_panes(head + 1 if head < _FROZEN else 0, 2)
        if (saring or ulang) and self._head is None:
            self._head = head
            self._sheet.repeat_rows(head)
        self.row += 1

    def chart(self, judul: str, kategori: int, seri: Sequence[tuple[int, str]], rows: tuple[int, int], *,
              side: int) -> None:
        """Draw columns of these series over rows of this sheet: ``side`` 0 left, 1 beside it, which ends the line."""
        chart = self._book.add_chart({"type": "column"})
        name = self._sheet.get_name()
        for (column, nama), warna in zip(seri, ("2F5597", "A9D18E"), strict=True):
            chart.add_series({
                "name": nama, "categories": [name, rows[0], kategori, rows[1], kategori],
                "values": [name, rows[0], column, rows[1], column], "gap": 80,
                "fill": {"color": f"#{warna}"}, "data_labels": {"value": True, "font": {"size": 8}}})
        chart.set_title({"name": judul, "name_font": {"size": 11}})
        chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        chart.set_x_axis({"num_font": {"size": 8}})
        chart.set_legend({"position": "bottom"})
        chart.set_size(_CHART)
        self._sheet.insert_chart(self.row, 0 if side == 0 else 5, chart,
                                 {"description": f"{judul}; angkanya pada tabel lembar ini."})
        if side:
            self.row += CHART_ROWS

    def _write(self, column: int, isi: Sel) -> None:
        place = (self.row, column)
        if isinstance(isi, tuple):
            teks, warna = isi
            self._sheet.write_string(*place, str(teks), self._cell(bg_color=f"#{warna}", align="center"))
        elif isinstance(isi, Tautan):
            blue = self._cell(font_color="#0563C1", underline=1, align="center")
            self._sheet.write_url(*place, f"external:{self._akar}{isi.jalur}", blue, isi.teks, isi.jalur)
        elif isinstance(isi, datetime):
            self._sheet.write_datetime(*place, isi.replace(tzinfo=None), self._cell(num_format="dd/mm/yyyy hh.mm",
                                                                                   align="center"))
        elif isinstance(isi, date):
            self._sheet.write_datetime(*place, isi, self._cell(num_format="dd/mm/yyyy", align="center"))
        elif isinstance(isi, (int, Decimal)):
            look = {"align": "center"} if isinstance(isi, int) else {}
            shown = "#,##0" if isi == int(isi) else "#,##0.00"
            self._sheet.write_number(*place, float(isi), self._cell(num_format=shown, **look))
        else:
            self._sheet.write_string(*place, NONE if isi is None else str(isi), self._cell(indent=1))

    def _height(self, row: Sequence[Sel]) -> float:
        """The height that the wrapped texts of a row need: not every program computes it when it opens the file."""
        texts = [str(isi[0] if isinstance(isi, tuple) else isi) for isi in row]
        lines = max(count_lines(text, self._widths[column]) for column, text in enumerate(texts)
                    if isinstance(row[column], (str, tuple)) or column == 0)
        return lines * LINE + PADDING

    def _cell(self, **look: object) -> Format:
        return self._format(border=1, border_color="#7F7F7F", text_wrap=True, valign="vcenter", **look)

    def _format(self, **look: object) -> Format:
        key = tuple(sorted(look.items(), key=lambda pair: pair[0]))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"font_name": "Arial", "font_size": 10, **look})
        return self._formats[key]
