"""The building blocks of the worksheet's template: styles, cells, names, page set-up, text heights."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.workbook.make.styles import FORMAT_TEKS, Gaya

FONT = "Arial"
FOLIO = 14  # Excel's number for 8.5 x 13 inch, the paper sold as F4
BIRU, KUNING, ABU, ABU_MUDA, BIRU_MUDA = "D9E2F3", "FFFBE6", "D9D9D9", "F2F2F2", "EEF4FB"


def add_styles(book: Workbook) -> None:
    """Add the named styles; the default font of the workbook becomes Arial 10."""
    book._named_styles["Normal"].font = Font(name=FONT, size=10)
    tengah, kiri, kanan = ("center", True), ("left", True), ("right", False)
    for gaya, fill, align, bold, fmt, locked in (
        (Gaya.RENCANA, None, kiri, False, FORMAT_TEKS, True),
        (Gaya.RENCANA_TENGAH, None, tengah, False, FORMAT_TEKS, True),
        (Gaya.RENCANA_ANGKA, None, ("center", False), False, "General", True),
        (Gaya.ISIAN_ANGKA, KUNING, ("center", False), False, "General", False),
        (Gaya.ISIAN_TEKS, KUNING, kiri, False, FORMAT_TEKS, False),
        (Gaya.LALU, ABU_MUDA, ("center", False), False, "General", True),
        (Gaya.NANTI, ABU, ("center", False), False, "General", True),
        (Gaya.HITUNG, BIRU_MUDA, ("center", False), False, "#,##0.00", True),
        (Gaya.KATEGORI, BIRU_MUDA, tengah, True, "General", True),
        (Gaya.PROGRAM, "C9D7EC", kiri, True, FORMAT_TEKS, True),
        (Gaya.PROGRAM_ANGKA, "C9D7EC", kanan, True, "#,##0", True),
        (Gaya.KEGIATAN, "E7EEF8", kiri, True, FORMAT_TEKS, True),
        (Gaya.KEGIATAN_ANGKA, "E7EEF8", kanan, True, "#,##0", True),
        (Gaya.JUMLAH, BIRU, ("center", False), True, "General", True),
        (Gaya.JUMLAH_ANGKA, BIRU, kanan, True, "#,##0", True),
        (Gaya.KEPALA, BIRU, tengah, True, "General", True),
        (Gaya.NOMOR_KOLOM, ABU_MUDA, ("center", False), False, FORMAT_TEKS, True),
        (Gaya.LABEL, ABU_MUDA, kiri, True, "General", True),
        (Gaya.NILAI, None, kiri, False, "General", True),
        (Gaya.CATATAN, None, kiri, False, "General", False),
        (Gaya.GILIRAN, "FFEDAD", kiri, False, "General", True),
        (Gaya.PERBAIKAN, "F8CBAD", kiri, True, "General", True),
    ):
        book.add_named_style(_style(gaya, fill, align, bold, fmt, locked))
    book._named_styles[Gaya.NOMOR_KOLOM].font = Font(name=FONT, size=8, italic=True)
    book._named_styles[Gaya.PERBAIKAN].font = Font(name=FONT, size=10, bold=True, color="9C0006")


def _style(gaya: str, fill: str | None, align: tuple[str, bool], bold: bool, fmt: str, locked: bool) -> NamedStyle:
    line = Side(style="thin", color="7F7F7F")
    horizontal, wrap = align
    style = NamedStyle(gaya, font=Font(name=FONT, size=10, bold=bold), number_format=fmt,
                       border=Border(left=line, right=line, top=line, bottom=line),
                       alignment=Alignment(horizontal=horizontal, vertical="center", wrap_text=wrap,
                                           shrink_to_fit=not wrap, indent=0 if horizontal == "center" else 1),
                       protection=Protection(locked=locked))
    if fill:
        style.fill = PatternFill("solid", fgColor=fill)
    return style


def put(sheet: Worksheet, area: str, text: object, *, size: float = 10, bold: bool = False, italic: bool = False,
        align: str = "left", color: str = "000000", wrap: bool = True, style: str | None = None) -> None:
    """Write a text in a cell or merged block, plain or in a named style."""
    cell = sheet[area.partition(":")[0]]
    if ":" in area:
        if style:
            for row in sheet[area]:
                for covered in row:
                    covered.style = style
        sheet.merge_cells(area)
    cell.value = text
    if style:
        cell.style = style
        return
    cell.font = Font(name=FONT, size=size, bold=bold, italic=italic, color=color)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=wrap, shrink_to_fit=not wrap)


def name_area(sheet: Worksheet, name: str, area: str) -> None:
    """Give a cell or block a defined name."""
    first, _, last = area.partition(":")
    cells = [_absolute(cell) for cell in (first, last) if cell]
    sheet.parent.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{':'.join(cells)}")


def _absolute(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters):]}"


def set_up_page(sheet: Worksheet, orientation: str, title_rows: str | None, scale: int | None = None) -> None:
    """F4, narrow margins, footer with the berkas code and page numbers; without a scale one page wide."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = FOLIO, orientation
    if scale is None:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        sheet.page_setup.scale = scale
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = 0.4, 0.4, 0.5, 0.65
    margins.header = margins.footer = 0.3
    sheet.oddFooter.left.text = "[berkas]"
    sheet.oddFooter.center.text = "[contoh]"
    sheet.oddFooter.right.text = f"{sheet.title} – halaman &P dari &N"
    for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right):
        part.size = 8
    sheet.print_title_rows = title_rows
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = 13.5


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of the columns from A on."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def line_heights(text: str, width: float) -> float:
    """Return the height in points of a wrapped text in a block of this width (Excel's unit)."""
    return 13 * (1 + int(len(text) * 0.95 // (width - 3))) + 5
