"""The quick search for formulas, errors and per cent cells finds what a parser finds, however a part is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.parsers import expat

import pytest
from lembar_uji import make_book

from kinerja_xl.workbook.read_book import Masks, read_masks

PERCENT = frozenset({"2", "17"})
ROWS = """
<row r="3"><c r="A3" s="1" t="s"><v>4</v></c><c r="B3" s="2"><v>0.85</v></c><c r="C3" s="2"/><c r="AA3" s="17"><f>B3</f></c></row>
<row r="4"><c r="A4" s="1"><f>B4*2</f><v>8</v></c><c r="B4" s="12"><f t="shared" ref="B4:B9" si="0">A4&gt;0</f><v></v></c>
<c r="C4" t="str"><f>""</f><v></v></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4" s="2" t="e"><f>1/0</f><v>#DIV/0!</v></c>
<c r="F4" t="inlineStr"><is><t>teks &lt;f&gt; t="e"</t></is></c><c r="G4" s="3"><f>"&lt;c r="</f><v>2</v></c></row>
"""  # noqa: E501 - cells as a program writes them
PART = f"""<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{ROWS}</sheetData>
<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>"""
FORMULAS = {(3, 27), (4, 1), (4, 2), (4, 3), (4, 5), (4, 7)}


def prefixed(part: str) -> str:
    for tag in ("worksheet", "sheetData", "row", "c", "f", "v", "is", "t", "mergeCells", "mergeCell"):
        for end in " >":
            part = part.replace(f"<{tag}{end}", f"<x:{tag}{end}")
        part = part.replace(f"</{tag}>", f"</x:{tag}>")
    return part.replace("xmlns=", "xmlns:x=")


WRITTEN: dict[str, Callable[[str], str]] = {
    "as Excel": lambda part: part,
    "with a prefix": prefixed,
    "with a comment that holds a formula": lambda part: part.replace(
        '<row r="3">', '<row r="3"><!-- <c r="Z1"><f>1</f></c> -->'),
    "with other quotes": lambda part: part.replace('t="e"', "t='e'").replace('s="2"', "s='2'"),
    "style before the address": lambda part: part.replace('<c r="B3" s="2">', '<c s="2" r="B3">'),
    "a line end inside a tag": lambda part: part.replace('<c r="A4"', '<c\n r="A4"'),
}


def parsed(part: bytes) -> Masks:
    masks = Masks(PERCENT)
    masks.read(part)
    return masks


def shown(masks: Masks) -> tuple[object, ...]:
    return masks.rumus, masks.tanpa_hasil, masks.galat, masks.persen


@pytest.mark.parametrize("cara", WRITTEN)
def test_the_search_finds_what_the_parser_finds(cara: str) -> None:
    part = WRITTEN[cara](PART).encode()
    found = read_masks(part, PERCENT)
    assert shown(found) == shown(parsed(part))
    assert found.rumus == FORMULAS
    assert found.tanpa_hasil == {(3, 27), (4, 2)}
    assert found.galat == {(4, 4): "#N/A", (4, 5): "#DIV/0!"}
    assert found.persen == {(3, 2), (3, 3), (3, 27), (4, 5)}


def test_cells_without_an_address_follow_each_other() -> None:
    part = PART.replace(' r="B4"', "").replace(' r="C4"', "").encode()
    assert read_masks(part, PERCENT).rumus == FORMULAS


def test_a_broken_part_is_never_half_read() -> None:
    with pytest.raises(expat.ExpatError):
        read_masks(PART.replace("</row>", "", 1).encode(), PERCENT)


def test_every_sheet_of_a_worksheet_reads_alike_both_ways() -> None:
    raw = io.BytesIO()
    make_book().save(raw)
    with zipfile.ZipFile(raw) as book:
        parts = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(parts) == 6
    assert [shown(read_masks(part, PERCENT)) for part in parts] == [shown(parsed(part)) for part in parts]
    assert any(parsed(part).rumus for part in parts)
