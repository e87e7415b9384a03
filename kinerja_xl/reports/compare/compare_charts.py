"""The charts of a document against those made anew: what they draw, and what their workbooks hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from zipfile import BadZipFile

from lxml import etree

from kinerja_xl.domain.cells import column_letters
from kinerja_xl.reports.compare.compare_documents import JenisMasalah, Masalah, Perbandingan
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, GrafikTerbaca
from kinerja_xl.reports.word.chart_book import read_book

_DIGITS = 13  # Excel keeps 15, LibreOffice writes the last ones otherwise


def compare_charts(dokumen: DokumenTerbaca, benar: DokumenTerbaca, hasil: Perbandingan) -> None:
    """Take down each point of a chart that draws, or holds in its workbook, another value than it should."""
    here = list(dokumen.daftar_grafik)
    for right in benar.daftar_grafik:
        points = sum(value is not None for values in right.seri.values() for value in values)
        hasil.angka += points
        drawn = find_chart(here, right)
        if drawn is None:
            hasil.say(JenisMasalah.HILANG, right.tempat, seharusnya=f"grafik {', '.join(right.seri)}")
            continue
        here.remove(drawn)
        hasil.tertaut += points
        _compare(dokumen.parts, drawn, right, hasil)
    hasil.info += [Masalah(JenisMasalah.TANPA_SUMBER, other.tempat, tertulis=f"grafik {', '.join(other.seri)}")
                   for other in here]


def find_chart(here: Sequence[GrafikTerbaca], right: GrafikTerbaca) -> GrafikTerbaca | None:
    """Return the chart with the same series and categories, else the next one, None where there is none left."""
    same = [one for one in here if tuple(one.seri) == tuple(right.seri) and one.kategori == right.kategori]
    return next(iter(same or here), None)


def _compare(parts: Mapping[str, bytes], drawn: GrafikTerbaca, right: GrafikTerbaca, hasil: Perbandingan) -> None:
    cells = _cells(parts, drawn.buku)
    for column, (nama, values) in enumerate(right.seri.items(), 2):
        shown = drawn.seri.get(nama, ())
        for n, value in enumerate(values):
            label = f"{nama}, {right.kategori[n] if n < len(right.kategori) else n + 1}"
            written = shown[n] if n < len(shown) else None
            held = None if cells is None else cells.get(f"{column_letters(column)}{n + 2}")
            for found in (written,) if cells is None else (written, held):
                if _number(found) != _number(value):
                    hasil.say(JenisMasalah.GRAFIK, drawn.tempat, tertulis=f"{label}: {_told(found)}",
                              seharusnya=_told(value))
                    break
    for teks in drawn.tulisan:
        hasil.say(JenisMasalah.GRAFIK, drawn.tempat, tertulis=teks)


def _cells(parts: Mapping[str, bytes], book: str) -> Mapping[str, str | Decimal] | None:
    if book not in parts:
        return None
    try:
        return read_book(parts[book])
    except (BadZipFile, etree.XMLSyntaxError, KeyError, StopIteration, InvalidOperation, IndexError, ValueError):
        return {}


def _number(value: str | Decimal | None) -> str:
    if value is None or value == "":
        return ""
    try:
        return f"{Decimal(value):.{_DIGITS}E}"
    except InvalidOperation:
        return str(value)


def _told(value: str | Decimal | None) -> str:
    return "tidak ada" if value is None else str(value).replace(".", ",")
