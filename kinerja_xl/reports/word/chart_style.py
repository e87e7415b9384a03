"""How a chart looks: colours of the template's headings, sizes, labels, axes that begin at zero, numbers as printed."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from itertools import cycle, islice
from typing import TYPE_CHECKING

from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.chart.datalabel import DataLabels
    from pptx.enum.chart import XL_LABEL_POSITION

_DEFAULT = "D9E2F3"
_SHADES = (0.72, 0.36, 0.54, 0.22, 0.84)  # neighbours differ on a black-and-white print too
_ALONE = (0.36,)
_PRINTED_ON = (0.84, 0.6, 0.74)  # black figures stay readable on them
_GREY = "BFBFBF"
_TEXT, _SMALL = 9, 8  # points
_MAX_LABELS = 24  # more figures than that overprint each other
_CM = 567  # twips
_HEIGHT = 7 * _CM
_FRAME, _BAR, _BETWEEN = round(2.4 * _CM), round(0.5 * _CM), round(0.4 * _CM)
_SHARE = 0.7  # of a page


def number_format(desimal: int) -> str:
    """Return the format of figures with that many decimals; ``$-421`` (Indonesian) gives LibreOffice its comma."""
    return "[$-421]#,##0" + ("." + "0" * desimal if desimal > 0 else "")


def palette(warna: str, count: int, shades: Sequence[float] = _SHADES) -> list[str]:
    """Return ``count`` colours (RRGGBB) of the hue of ``warna``, in ``shades`` from black (0) to white (1) in turn."""
    rgb = warna or _DEFAULT
    hue, _, saturation = colorsys.rgb_to_hls(*(int(rgb[at:at + 2], 16) / 255 for at in (0, 2, 4)))
    colours = (colorsys.hls_to_rgb(hue, light, saturation) for light in islice(cycle(shades), count))
    return ["".join(f"{round(part * 255):02X}" for part in colour) for colour in colours]


def chart_height(grafik: Grafik, page: int) -> int:
    """Return the height of a chart in twips; lying bars need room for each of them, up to most of a ``page``."""
    if grafik.jenis is not JenisGrafik.MENDATAR:
        return min(_HEIGHT, round(page * _SHARE))
    bars = len(grafik.kategori) * (len(grafik.seri) * _BAR + _BETWEEN)
    return min(_FRAME + bars, round(page * _SHARE))


def style_chart(chart: Chart, grafik: Grafik, warna: str) -> None:
    """Give a chart its look; ``warna`` is the template's heading colour (RRGGBB), "" for the usual one."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart.font.size = Pt(_TEXT)
    chart.has_title = bool(grafik.satuan)
    if grafik.satuan:
        chart.chart_title.include_in_layout = False
        frame = chart.chart_title.text_frame
        frame.text = grafik.satuan
        frame.paragraphs[0].runs[0].font.size = Pt(_TEXT)
        frame.paragraphs[0].runs[0].font.bold = False
    chart.has_legend = len(grafik.seri) > 1
    if chart.legend is not None:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _style_axes(chart, grafik)
    _style_labels(chart, grafik)
    _style_series(chart, grafik, palette(warna, len(grafik.seri), _shades(grafik)))


def _shades(grafik: Grafik) -> Sequence[float]:
    if grafik.jenis is JenisGrafik.TUMPUK:
        return _PRINTED_ON
    return _ALONE if len(grafik.seri) == 1 else _SHADES


def _style_axes(chart: Chart, grafik: Grafik) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.util import Pt

    values, categories = chart.value_axis, chart.category_axis
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format(0), False
    values.tick_labels.font.size = categories.tick_labels.font.size = Pt(_SMALL)
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(_GREY)
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    drawn = (nilai for seri in grafik.seri for nilai in seri.nilai if nilai is not None)
    if grafik.jenis is not JenisGrafik.GARIS and min(drawn) >= 0:
        values.minimum_scale = 0  # a bar that does not begin at zero lies about its length
    if grafik.jenis is JenisGrafik.MENDATAR:  # the first category on top, the values still below
        categories.reverse_order = True
        for crossing in chart.element.xpath(".//c:valAx/c:crosses"):  # python-pptx sets it without effect
            crossing.set("val", "max")


def _style_labels(chart: Chart, grafik: Grafik) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    plot = chart.plots[0]
    if len(grafik.kategori) * len(grafik.seri) > _MAX_LABELS:
        return
    if grafik.jenis is JenisGrafik.GARIS:
        for series, above in zip(plot.series, _label_sides(grafik), strict=False):
            _style_label(series.data_labels, grafik.desimal,
                         XL_LABEL_POSITION.ABOVE if above else XL_LABEL_POSITION.BELOW)
        return
    plot.has_data_labels = True
    stacked = grafik.jenis is JenisGrafik.TUMPUK
    _style_label(plot.data_labels, grafik.desimal,
                 XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END, hide_zero=stacked)


def _style_label(labels: DataLabels, desimal: int, position: XL_LABEL_POSITION, *, hide_zero: bool = False) -> None:
    from pptx.util import Pt

    shown = number_format(desimal)
    labels.show_value, labels.position = True, position
    labels.number_format, labels.number_format_is_linked = f"{shown};-{shown};" if hide_zero else shown, False
    labels.font.size = Pt(_SMALL)


def _label_sides(grafik: Grafik) -> tuple[bool, ...]:
    """Whether the figures of each line stand above it; none where lines cross or are many: they would overprint."""
    if len(grafik.seri) == 1:
        return (True,)
    if len(grafik.seri) > 2:
        return ()
    higher = {one >= two for one, two in zip(*(seri.nilai for seri in grafik.seri), strict=True)
              if one is not None and two is not None}
    return () if len(higher) > 1 else (False not in higher, False in higher)


def _style_series(chart: Chart, grafik: Grafik, colours: list[str]) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    plot = chart.plots[0]
    markers = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.TRIANGLE)
    for number, (series, rgb) in enumerate(zip(plot.series, colours, strict=True)):
        colour = RGBColor.from_string(rgb)
        if grafik.jenis is JenisGrafik.GARIS:
            series.smooth = False
            series.format.line.width, series.format.line.color.rgb = Pt(2), colour
            series.marker.style, series.marker.size = markers[number % len(markers)], 7
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = colour
            series.marker.format.line.color.rgb = colour
            continue
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        series.invert_if_negative = False
    if grafik.jenis is not JenisGrafik.GARIS:
        plot.gap_width, plot.overlap = 60, 100 if grafik.jenis is JenisGrafik.TUMPUK else 0
