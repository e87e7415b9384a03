"""Native Word charts that a person can edit: the chart, the workbook inside it, and the drawing that shows it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.parts.document import DocumentPart
from lxml import etree

from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.reports.word.chart_book import write_book
from kinerja_xl.reports.word.chart_style import number_format, style_chart
from kinerja_xl.reports.word.xml_text import NS, clean, legal

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_NAMES = ("/word/charts/chart%d.xml", "/word/embeddings/Microsoft_Excel_Worksheet%d.xlsx")
_EMU = 635  # a twip
_LABEL = {JenisGrafik.MENDATAR: 70}
_LONGEST_LABEL = 45  # letters; below columns there is less room
_LONGEST_TEXT = 2000  # of a description read out
_FIRST_AXIS = 111_111_111
_PRECISION = Context(prec=15)  # digits that Excel keeps
_BARE = (f'<c:spPr xmlns:c="{C}" xmlns:a="{_A}"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
         '<a:ln><a:noFill/></a:ln></c:spPr>')


def chart_run(part: DocumentPart, grafik: Grafik, size: tuple[int, int], warna: str, number: int) -> str:
    """Return a run that shows a chart ``size`` twips wide and high, and put its parts into the document.

    ``warna`` is the template's heading colour, ``number`` an id no other drawing has. The figures in the chart and in
    its workbook are the same, with the 15 digits Excel keeps.
    """
    drawn = _prepare(grafik)
    package = part.package
    assert package is not None  # a document that was opened always has one
    names = _free_names(part)
    book = Part(names[1], CONTENT_TYPE.SML_SHEET, write_book(drawn, number_format(drawn.desimal)), package)
    space = _chart_space(drawn, warna)
    chart = XmlPart(names[0], CONTENT_TYPE.DML_CHART, space, package)
    _finish(space, chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    return _drawing(grafik, size, number, part.relate_to(chart, RELATIONSHIP_TYPE.CHART))


def _free_names(part: DocumentPart) -> tuple[PackURI, PackURI]:
    """Names for a chart and its workbook that no other has; a template may hold charts of its own.

    python-docx's own way walks through every part of the package, for each chart again.
    """
    charts = [relation.target_part for relation in part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.CHART]
    taken = {str(one.partname) for chart in charts for one in (chart, *chart.related_parts.values())}
    number = len(charts) + 1
    while not taken.isdisjoint(names := [pattern % number for pattern in _NAMES]):
        number += 1
    return PackURI(names[0]), PackURI(names[1])


def _prepare(grafik: Grafik) -> Grafik:
    """The chart with labels short enough to be read and figures as Excel keeps them."""
    longest = _LABEL.get(grafik.jenis, _LONGEST_LABEL)
    seri = tuple(Seri(_shorten(legal(s.nama), longest), tuple(None if n is None else _PRECISION.plus(n)
                                                              for n in s.nilai)) for s in grafik.seri)
    return replace(grafik, satuan=legal(grafik.satuan), seri=seri,
                   kategori=tuple(_shorten(legal(k), longest) for k in grafik.kategori))


def _shorten(teks: str, longest: int) -> str:
    one_line = " ".join(teks.split())
    if len(one_line) <= longest:
        return one_line
    cut = one_line[:longest]
    whole = cut.rpartition(" ")[0]  # up to the last word that fits as a whole
    return (whole or cut[:-1]) + "…"


def _chart_space(grafik: Grafik, warna: str) -> BaseOxmlElement:
    # only papers with charts pay for loading the library: 0.13 s
    from pptx.chart.chart import Chart
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.oxml import parse_xml

    kinds = {JenisGrafik.BATANG: XL_CHART_TYPE.COLUMN_CLUSTERED, JenisGrafik.MENDATAR: XL_CHART_TYPE.BAR_CLUSTERED,
             JenisGrafik.GARIS: XL_CHART_TYPE.LINE_MARKERS, JenisGrafik.TUMPUK: XL_CHART_TYPE.COLUMN_STACKED}
    data = CategoryChartData(number_format=number_format(grafik.desimal))
    data.categories = grafik.kategori
    for seri in grafik.seri:
        data.add_series(seri.nama, seri.nilai)
    space: BaseOxmlElement = parse_xml(ChartXmlWriter(kinds[grafik.jenis], data).xml.encode("utf-8"))
    style_chart(Chart(space, None), grafik, warna)
    return space


def _finish(space: etree._Element, book: str) -> None:
    """Add what python-pptx leaves out: language, square corners, a white ground, the workbook, ids that are allowed.
    """
    ids: dict[str, str] = {}  # python-pptx's are negative, and LibreOffice 7.4 confuses axes over 2**31
    for element in space.iter(f"{{{C}}}axId", f"{{{C}}}crossAx"):
        element.set("val", ids.setdefault(element.get("val", ""), str(_FIRST_AXIS + len(ids))))
    for element in space.iter(f"{{{_A}}}endParaRPr", f"{{{_A}}}rPr"):
        element.set("lang", "id-ID")
    day = space.find(f"{{{C}}}date1904")
    chart = space.find(f"{{{C}}}chart")
    assert day is not None  # python-pptx always writes both
    assert chart is not None
    for tag, value in (("roundedCorners", "0"), ("lang", "id-ID")):
        element = etree.Element(f"{{{C}}}{tag}")
        element.set("val", value)
        day.addnext(element)
    chart.addnext(etree.fromstring(_BARE))
    external = etree.SubElement(space, f"{{{C}}}externalData")
    external.set(f"{{{NS['r']}}}id", book)
    etree.SubElement(external, f"{{{C}}}autoUpdate").set("val", "0")


def _drawing(grafik: Grafik, size: tuple[int, int], number: int, relation: str) -> str:
    width, height = (side * _EMU for side in size)
    words = clean(_shorten(grafik.uraian, _LONGEST_TEXT))
    return (f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="Grafik {number}" descr="{words}" title="{clean(grafik.judul)}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{C}">'
            f'<c:chart xmlns:c="{C}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
