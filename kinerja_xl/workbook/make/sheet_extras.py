"""Fill the other sheets of the worksheet: Bukti Dukung, the service's two, and the tables on Petunjuk."""

from __future__ import annotations

import math
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from kinerja_xl.domain.catatan import Tingkat
from kinerja_xl.domain.indicators import Indikator
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.contents import MAX_AKSARA
from kinerja_xl.domain.numbers import KOSONG
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area
from kinerja_xl.workbook.make.sheet_rules import (
    ask_choice,
    ask_text,
    show_filled_rows,
    show_mending,
    show_turn,
    show_word,
    text_colour,
)
from kinerja_xl.workbook.make.sheet_tools import (
    Styler,
    column_width,
    format_of,
    name_range,
    placed,
    put_value,
    text_height,
)
from kinerja_xl.workbook.make.styles import Gaya

_ROW_HEIGHT = 15.5  # points of a row of the register
JENIS_BUKTI = ("acuan", "bukti")
_WARNA_TINGKAT = {Tingkat.TOLAK: "F8CBAD", Tingkat.PERINGATAN: "FFE699", Tingkat.INFO: "DDEBF7"}

BUKTI_NAMES = (names.BUKTI_INDIKATOR, names.BUKTI_JENIS, names.BUKTI_BERKAS, names.BUKTI_DAFTAR)
DISPOSISI_NAMES = (*names.IDENTITAS, *names.DISPOSISI_CELLS, names.CATATAN_DISPOSISI, names.RIWAYAT_BARIS,
                   names.RIWAYAT_LAINNYA, names.PITA_TOMBOL, names.BUKTI_WAJIB)
CATATAN_NAMES = (names.CATATAN_JUDUL, names.CATATAN_BARIS, names.CATATAN_LAINNYA, *names.DAFTAR_SEL.values())
PETUNJUK_NAMES = (names.TABEL_KATEGORI, names.TABEL_PREDIKAT, names.PREDIKAT_HURUF, names.DAFTAR_KOSONG)


def fill_bukti(book: Workbook, daftar_indikator: Sequence[Indikator], styler: Styler) -> None:
    """List the indicators beside the register, and add the register's lists and rules."""
    sheet = book[names.BUKTI_DUKUNG]
    start = placed(book, names.BUKTI_DAFTAR)
    row = start.top
    for indikator in daftar_indikator:
        needed = text_height(indikator.nama, column_width(sheet, start.right))
        end = row + max(2, math.ceil(needed / _ROW_HEIGHT)) - 1  # the register's rows beside it keep their height
        for column, text in ((start.left, indikator.kode), (start.right, indikator.nama)):
            for covered in range(row, end + 1):
                styler.apply(sheet.cell(covered, column), Gaya.RENCANA)
            put_value(sheet.cell(row, column), text)
            sheet.merge_cells(start_row=row, end_row=end, start_column=column, end_column=column)
        row = end + 1
    name_range(book, names.BUKTI_DAFTAR, Area(sheet.title, start.top, start.left, max(row - 1, start.top), start.right))
    areas = {name: placed(book, name) for name in BUKTI_NAMES[:3]}
    first, final = areas[names.BUKTI_INDIKATOR], areas[names.BUKTI_BERKAS]
    show_mending(sheet, _reference(Area(sheet.title, first.top, first.left, final.bottom, final.right)), styler)
    for area in areas.values():
        show_turn(sheet, _reference(area), (Peran.ANALIS, Peran.KASUBID), styler)
    ask_choice(sheet, [_reference(first)], names.KODE_INDIKATOR, "Kode Indikator",
               "Pilih kode indikator; artinya tertulis di sebelah kanan.")
    ask_choice(sheet, [_reference(areas[names.BUKTI_JENIS])], f'"{",".join(JENIS_BUKTI)}"', "Jenis",
               "acuan = dasar target atau cara hitung; bukti = yang membuktikan realisasi.")
    ask_text(sheet, [_reference(final)], MAX_AKSARA, "Berkas", "Nama berkas di folder bukti, atau tautan lengkap.")
    sheet.auto_filter.ref = _reference(Area(sheet.title, first.top - 1, first.left, final.bottom, final.right))


def prepare_service_sheets(book: Workbook) -> None:
    """Add the rules of Disposisi and Catatan Perbaikan; their values come from the service."""
    disposisi, catatan = book[names.DISPOSISI], book[names.CATATAN_PERBAIKAN]
    wajib = placed(book, names.BUKTI_WAJIB)  # an office's own template may be older than the cells around it
    below = wajib._replace(top=wajib.top + 1, bottom=wajib.top + 1)
    name_range(book, names.CATATAN_MENOLAK, below)
    name_range(book, names.JUMLAH_UJI, below._replace(left=below.left + 1, right=below.left + 1))
    show_filled_rows(disposisi, _reference(placed(book, names.RIWAYAT_BARIS)))
    note = placed(book, names.CATATAN_DISPOSISI)
    ask_text(disposisi, [_reference(note)], MAX_AKSARA, "Catatan Anda",
             "Catatan untuk penerima. Wajib diisi bila lembar kerja dikembalikan.")
    rows = placed(book, names.CATATAN_BARIS)
    weight = _reference(Area(rows.lembar, rows.top, rows.left + 3, rows.bottom, rows.left + 3))
    for tingkat, colour in _WARNA_TINGKAT.items():
        show_word(catatan, weight, tingkat.value, colour)
    show_filled_rows(catatan, _reference(rows))


def fill_petunjuk(book: Workbook, skala: Skala, styler: Styler) -> None:
    """Write the tables that formulas and lists use: categories, predikat with scores, words read as blank."""
    sheet = book[names.PETUNJUK]
    start = placed(book, names.TABEL_KATEGORI)
    for row, kategori in enumerate(skala.daftar_kategori, start.top):
        cell = sheet.cell(row, start.left, kategori.nama)
        styler.apply(cell, Gaya.KATEGORI)
        cell.fill = PatternFill("solid", fgColor=kategori.warna)
        cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True, color=text_colour(kategori.warna))
        text = sheet.cell(row, start.left + 1, f"{_step(skala, row - start.top)}   ({kategori.interval})")
        for column in range(start.left + 1, start.right + 1):
            styler.apply(sheet.cell(row, column), Gaya.RENCANA)
        sheet.merge_cells(start_row=row, end_row=row, start_column=text.column, end_column=start.right)
    bottom = start.top + len(skala.daftar_kategori) - 1
    name_range(book, names.TABEL_KATEGORI, Area(sheet.title, start.top, start.left, bottom, start.right))
    _fill_predikat(book, skala, styler)
    words = placed(book, names.DAFTAR_KOSONG)
    listed = sorted(word for word in KOSONG if word)
    for row, word in enumerate(listed, words.top):
        cell = sheet.cell(row, words.left)
        styler.apply(cell, Gaya.RENCANA_TENGAH)
        put_value(cell, word)
        sheet.row_dimensions[row].height = 16
    name_range(book, names.DAFTAR_KOSONG,
               Area(sheet.title, words.top, words.left, words.top + len(listed) - 1, words.left))


def _fill_predikat(book: Workbook, skala: Skala, styler: Styler) -> None:
    sheet = book[names.PETUNJUK]
    table = placed(book, names.TABEL_PREDIKAT)
    for row, (huruf, skor) in enumerate(skala.predikat.items(), table.top):
        letters, score = sheet.cell(row, table.left), sheet.cell(row, table.right, skor)
        styler.apply(letters, Gaya.RENCANA_TENGAH)
        styler.apply(score, Gaya.RENCANA_ANGKA, format_of(skor))
        put_value(letters, huruf.strip())
    bottom = table.top + max(len(skala.predikat), 1) - 1
    name_range(book, names.TABEL_PREDIKAT, Area(sheet.title, table.top, table.left, bottom, table.right))
    name_range(book, names.PREDIKAT_HURUF, Area(sheet.title, table.top, table.left, bottom, table.left))


def scale_in_words(skala: Skala) -> str:
    """Return the scale in one line: ``Sangat Tinggi > 90; Tinggi > 75; ...``."""
    return "; ".join(f"{kategori.nama} {_step(skala, k)}" for k, kategori in enumerate(skala.daftar_kategori))


def _step(skala: Skala, position: int) -> str:
    kategori = skala.daftar_kategori[position]
    if position < len(skala.daftar_kategori) - 1:
        return f"> {f'{kategori.di_atas.normalize():f}'.replace('.', ',')}"
    above = skala.daftar_kategori[position - 1].di_atas if position else kategori.di_atas
    return f"≤ {f'{above.normalize():f}'.replace('.', ',')}"


def _reference(area: Area) -> str:
    first = f"{get_column_letter(area.left)}{area.top}"
    last = f"{get_column_letter(area.right)}{area.bottom}"
    return first if first == last else f"{first}:{last}"
