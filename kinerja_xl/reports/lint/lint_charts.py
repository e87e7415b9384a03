"""What the linter says about charts and pictures: Word draws them, opens their workbook, and reads out their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from zipfile import BadZipFile

from lxml import etree

from kinerja_xl.reports.word.chart import C as NS_CHART
from kinerja_xl.reports.word.chart_book import read_book
from kinerja_xl.reports.word.parts import R, relations_of

_C = f"{{{NS_CHART}}}"
_RANGE = re.compile(r"(?:'[^']*'|\w+)!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")
_AXES = 2 ** 31  # LibreOffice 7.4 takes two axes above it for one
_ORDER = {name: order.split() for name, order in {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData "
                  "printSettings userShapes extLst",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs "
             "showDLblsOverMax extLst",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
    "catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
             "tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip "
             "noMultiLvlLbl extLst",
    "valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark "
             "tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
    "scaling": "logBase orientation max min extLst",
    "dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
             "showBubbleSize separator showLeaderLines leaderLines extLst",
    "ser": "idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val smooth shape "
           "extLst",
}.items()}


def check_drawings(name: str, root: etree._Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield one finding for each picture or chart without words, and each chart whose relation leads elsewhere."""
    relations = relations_of(parts, name)
    for drawing in root.iter("{*}inline", "{*}anchor"):
        words = drawing.find("{*}docPr")
        if words is None or not (words.get("descr") or "").strip():
            yield f"{name}: a picture or chart has no alternative text"
        for chart in drawing.iter(f"{_C}chart"):
            relasi = relations.get(chart.get(f"{R}id", ""))
            if relasi is None or relasi.jenis != "chart":
                yield f"{name}: a drawing shows {chart.get(f'{R}id')}, which is no chart"


def check_chart(name: str, root: etree._Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield every finding in a chart part; nothing for a part of another kind."""
    if root.tag != f"{_C}chartSpace":
        return
    yield from _check_order(name, root)
    yield from _check_ids(name, root)
    external = root.find(f"{_C}externalData")
    relasi = relations_of(parts, name).get("" if external is None else external.get(f"{R}id", ""))
    if relasi is None or relasi.jenis != "package" or relasi.target not in parts:
        yield f"{name}: a chart has no workbook to edit"
        return
    try:
        cells = read_book(parts[relasi.target])
    except (BadZipFile, etree.XMLSyntaxError, KeyError, StopIteration, InvalidOperation, IndexError, ValueError):
        yield f"{name}: the workbook {relasi.target} of a chart cannot be read"
        return
    for reference in root.iter(f"{_C}strRef", f"{_C}numRef"):
        yield from _check_cache(name, reference, cells)


def _check_order(name: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter(*(f"{_C}{kind}" for kind in _ORDER)):
        kind = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element if str(child.tag).startswith(_C)]
        unknown = [child for child in children if child not in _ORDER[kind]]
        places = [_ORDER[kind].index(child) for child in children if child not in unknown]
        if unknown or places != sorted(places):
            yield f"{name}: {kind} of a chart has its children in the wrong order: {' '.join(children)}"


def _check_ids(name: str, root: etree._Element) -> Iterator[str]:
    axes = {_value(axis, "axId") for axis in root.iter(f"{_C}catAx", f"{_C}valAx")}
    used = {element.get("val", "") for element in root.iter(f"{_C}axId", f"{_C}crossAx")}
    if used != axes or not all(key.isdigit() and int(key) < _AXES for key in used):
        yield f"{name}: the axes of a chart do not find each other"
    for kind in ("idx", "order"):
        values = Counter(_value(ser, kind) for ser in root.iter(f"{_C}ser"))
        yield from (f"{name}: {kind} {value} of a series occurs {times} times"
                    for value, times in values.items() if times > 1)


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{_C}{name}")
    return "" if child is None else child.get("val", "")


def _check_cache(name: str, reference: etree._Element, cells: Mapping[str, str | Decimal]) -> Iterator[str]:
    """What the chart draws is what its workbook holds, with the 15 digits Excel keeps."""
    formula = reference.findtext(f"{_C}f") or ""
    places = _cells_of(formula)
    drawn = {int(point.get("idx", "0")): point.findtext(f"{_C}v") or "" for point in reference.iter(f"{_C}pt")}
    if not places or max(drawn, default=0) >= len(places):
        yield f"{name}: {formula} of a chart is no range of its workbook"
        return
    wrong = [place for n, place in enumerate(places) if _shown(drawn.get(n, "")) != _shown(cells.get(place, ""))]
    if wrong:
        yield f"{name}: a chart draws another value than its workbook holds in {', '.join(wrong)}"


def _shown(value: str | Decimal) -> str:
    try:
        return f"{Decimal(value):.14E}"
    except InvalidOperation:
        return str(value)


def _cells_of(formula: str) -> list[str]:
    """The cells of a range in one column, from the top."""
    found = _RANGE.fullmatch(formula)
    if found is None or found[3] not in (None, found[1]):
        return []
    return [f"{found[1]}{row}" for row in range(int(found[2]), int(found[4] or found[2]) + 1)]
