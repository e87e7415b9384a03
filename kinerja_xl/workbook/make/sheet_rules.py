"""Whose turn a cell is, which cells to mend, category colours, and what may be typed: rules that live in the sheet."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.domain.kebijakan import Kategori
from kinerja_xl.domain.lembar.lembar_kerja import Kolom
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.formulas import quoted
from kinerja_xl.workbook.make.sheet_tools import Styler
from kinerja_xl.workbook.make.styles import FORMAT_BULAT, FORMAT_DESIMAL, Gaya

LANGKAH = {Peran.ANALIS: 3, Peran.KASUBID: 4, Peran.PERENCANAAN: 6}
"""In which Kegiatan a role fills."""

_ANGKA = "Angka yang diharapkan"
_WARNING = "Isi tetap dapat disimpan, tetapi akan diberi catatan saat lembar kerja dikirim. Lanjutkan?"


def show_mending(sheet: Worksheet, area: str, styler: Styler) -> None:
    """Mark the cells that ``Catatan Perbaikan`` lists for this sheet."""
    listed = names.DAFTAR_SEL[sheet.title]
    sheet.conditional_formatting.add(area, _rule(
        f"COUNTIF({listed},ADDRESS(ROW(),COLUMN(),4))>0", fill=_fill(styler.colour(Gaya.PERBAIKAN)),
        font=Font(bold=True, color="9C0006"), last=True))


def show_turn(sheet: Worksheet, area: str, pengisi: Iterable[Peran], styler: Styler) -> None:
    """Highlight input cells while the worksheet is with a role that fills them."""
    steps = [f"langkah={LANGKAH[peran]}" for peran in LANGKAH if peran in set(pengisi)]
    condition = steps[0] if len(steps) == 1 else f"OR({','.join(steps)})"
    sheet.conditional_formatting.add(area, _rule(condition, fill=_fill(styler.colour(Gaya.GILIRAN))))


def show_thousands(sheet: Worksheet, area: str) -> None:
    """Show typed numbers of 1.000 and more with separators; the cells stay General so that "85%" is kept as typed."""
    first = area.partition(":")[0]
    big = f"ISNUMBER({first}),ABS(N({first}))>=1000"
    for condition, code, number in ((f"AND({big},N({first})=INT(N({first})))", FORMAT_BULAT, 3),
                                    (f"AND({big})", FORMAT_DESIMAL, 4)):
        shown = NumberFormat(numFmtId=number, formatCode=code)
        sheet.conditional_formatting.add(area, _rule(condition, number_format=shown))


def show_kategori(sheet: Worksheet, area: str, daftar_kategori: Iterable[Kategori]) -> None:
    """Colour the category's cell; the word always stands in it too."""
    first = area.partition(":")[0]
    for kategori in daftar_kategori:
        sheet.conditional_formatting.add(area, _rule(
            f"{first}={quoted(kategori.nama)}", fill=_fill(kategori.warna),
            font=Font(bold=True, color=text_colour(kategori.warna))))


def show_filled_rows(sheet: Worksheet, area: str) -> None:
    """Draw lines around the rows of a service block that hold something, so that empty ones do not print."""
    block = CellRange(area)
    left, right = get_column_letter(block.min_col), get_column_letter(block.max_col)
    sheet.conditional_formatting.add(area, _rule(f"COUNTA(${left}{block.min_row}:${right}{block.min_row})>0",
                                                 border=_thin_lines()))


def show_word(sheet: Worksheet, area: str, word: str, colour: str) -> None:
    """Colour the cells that hold exactly this word; with lines, as LibreOffice applies one rule to a cell."""
    first = area.partition(":")[0]
    sheet.conditional_formatting.add(area, _rule(f"{first}={quoted(word)}", fill=_fill(colour),
                                                 border=_thin_lines()))


def _rule(formula: str, *, fill: PatternFill | None = None, font: Font | None = None, border: Border | None = None,
          number_format: NumberFormat | None = None, last: bool = False) -> Rule:
    """Return a conditional format that applies where the formula is true; ``last`` keeps later ones from applying."""
    style = DifferentialStyle(font=font, fill=fill, border=border, numFmt=number_format)
    return Rule(type="expression", dxf=style, formula=[formula], stopIfTrue=True if last else None)


def _thin_lines() -> Border:
    line = Side(style="thin", color="7F7F7F")
    return Border(left=line, right=line, top=line, bottom=line)


def ask_number(sheet: Worksheet, cells: Iterable[str], title: str, prompt: str) -> None:
    """Warn about what is no number of zero or more; pasted text still comes through to our own catatan."""
    _validate(sheet, cells, DataValidation(
        type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True, errorStyle="warning",
        errorTitle=_ANGKA, error=f"Tulis angka nol atau lebih, misalnya 1.234,5. {_WARNING}",
        promptTitle=title[:32], prompt=prompt[:255]))


def ask_choice(sheet: Worksheet, cells: Iterable[str], source: str, title: str, prompt: str) -> None:
    """Offer a list; another text is warned about, not refused."""
    _validate(sheet, cells, DataValidation(
        type="list", formula1=source, allow_blank=True, errorStyle="warning", errorTitle="Tidak ada dalam daftar",
        error=f"Pilih salah satu dari daftar. {_WARNING}", promptTitle=title[:32], prompt=prompt[:255]))


def ask_text(sheet: Worksheet, cells: Iterable[str], batas: int, title: str, prompt: str) -> None:
    """Say what a text column is for, and warn about texts that are too long."""
    _validate(sheet, cells, DataValidation(
        type="textLength", operator="lessThanOrEqual", formula1=str(batas), allow_blank=True, errorStyle="warning",
        errorTitle="Terlalu panjang", error=f"Paling banyak {batas} aksara. {_WARNING}", promptTitle=title[:32],
        prompt=prompt[:255]))


def _validate(sheet: Worksheet, cells: Iterable[str], rule: DataValidation) -> None:
    for cell in cells:
        rule.add(cell)
    if rule.sqref:
        rule.showErrorMessage = rule.showInputMessage = True
        sheet.add_data_validation(rule)


def text_colour(fill: str) -> str:
    """Return black or white, whichever reads better on this fill (relative luminance, WCAG 2)."""
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(fill[start:start + 2], 16)) for start in (0, 2, 4))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "000000" if (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) else "FFFFFF"


def fillers(kolom: Kolom) -> frozenset[Peran]:
    """Return the roles whose turn a column shows."""
    return kolom.pengisi & frozenset(LANGKAH)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", bgColor=colour, fgColor=colour)
