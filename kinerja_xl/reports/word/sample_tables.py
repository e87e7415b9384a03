"""What an office sets in a template's sample tables: the widths of the columns they name, the colour of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kinerja_xl.domain.naskah.naskah import Kolom
from kinerja_xl.reports.word.xml_text import NS

_W = f"{{{NS['w']}}}"
_ASIDE = re.compile(r"[(:\n].*", re.DOTALL)  # "(baku 1 hari)" is a setting, no name of a column
_QUARTER = re.compile(r"\b(TW|Triwulan)\s+(?:I{1,3}|IV)\b|\b(Tahun)\s+\d{4}\b")
_RGB = re.compile(r"[0-9A-Fa-f]{6}")


class Contoh(NamedTuple):
    """A sample table: the width of each column in twips by its label, and the heading's colour, "" for the style's."""

    lebar: Mapping[str, int]
    warna: str = ""


class _Sel(NamedTuple):
    """A cell of a sample's heading: ``lanjut`` = joined to the one above."""

    teks: str
    lebar: int
    lanjut: bool


def column_label(kolom: Kolom) -> str:
    """Return how a sample names a column, without quarter and year: ``Triwulan: Target``, ``Realisasi s.d. TW``."""
    return ": ".join(_plain(teks) for teks in (kolom.grup, kolom.contoh or kolom.judul) if teks)


def read_samples(body: etree._Element) -> tuple[Contoh, ...]:
    """Return the sample tables of a template's body; one whose columns no longer have a name each is none."""
    samples = []
    for table in body.iterfind(f"{_W}tbl"):
        rows = [_spread(row) for row in table.findall(f"{_W}tr")[:2]]
        if len({len(row) for row in rows}) == 1:
            upper, lower = rows[0], rows[-1]
            labels = [cell.teks if below.lanjut or len(rows) == 1 else f"{cell.teks}: {below.teks}"
                      for cell, below in zip(upper, lower, strict=True)]
            if len(set(labels)) == len(labels) and all(cell.lebar for cell in lower):
                samples.append(Contoh({label: cell.lebar for label, cell in zip(labels, lower, strict=True)},
                                      _colour(table)))
    return tuple(samples)


def find_sample(samples: Sequence[Contoh], daftar_kolom: Sequence[Kolom]) -> Contoh | None:
    """Return the first sample that has all of a table's columns, None where there is none."""
    labels = set(map(column_label, daftar_kolom))
    return next((sample for sample in samples if sample.lebar.keys() >= labels), None)


def column_shares(sample: Contoh | None, daftar_kolom: Sequence[Kolom]) -> list[int]:
    """Return the shares of a table's columns: a sample's widths, or what the table itself asks for."""
    return [sample.lebar[column_label(kolom)] if sample else kolom.lebar for kolom in daftar_kolom]


def _plain(teks: str) -> str:
    return _QUARTER.sub(lambda found: found[1] or found[2], " ".join(_ASIDE.sub("", teks).split()))


def _spread(row: etree._Element) -> list[_Sel]:
    """A heading row with a cell for each column: a joined one stands over each of its columns."""
    cells = []
    for cell in row.iterfind(f"{_W}tc"):
        span, merge = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}vMerge")
        number = 1 if span is None else int(span.get(f"{_W}val", "1"))
        teks = _plain(" ".join(text.text or "" for text in cell.iter(f"{_W}t")))
        lanjut = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        cells += [_Sel(teks, _width(cell) if number == 1 else 0, lanjut)] * number
    return cells


def _width(cell: etree._Element) -> int:
    """The width Word keeps with the cell, 0 where it has none in twips."""
    element = cell.find(f"{_W}tcPr/{_W}tcW")
    if element is None or element.get(f"{_W}type", "dxa") != "dxa":
        return 0
    text = element.get(f"{_W}w", "0").partition(".")[0]
    return int(text) if text.isdigit() else 0


def _colour(table: etree._Element) -> str:
    """The colour somebody gave the first cell, "" where it has none of its own."""
    shade = table.find(f"{_W}tr/{_W}tc/{_W}tcPr/{_W}shd")
    fill = "" if shade is None else shade.get(f"{_W}fill", "")
    return fill if _RGB.fullmatch(fill) else ""
