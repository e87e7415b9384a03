"""Charts brought up to date inside a person's document: what they draw and what their workbook holds."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from kinerja_xl.reports.compare.compare_charts import find_chart
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, GrafikTerbaca
from kinerja_xl.reports.word.parts import R, parse_part, relations_of

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def refresh_charts(dokumen: DokumenTerbaca, baru: DokumenTerbaca) -> tuple[Mapping[str, bytes],
                                                                                   tuple[GrafikTerbaca, ...]]:
    """Return the parts of the charts that draw something else now, and the new charts that the document lacks.

    A chart with the same series and points keeps the look a person gave it; another one becomes the new one.
    """
    here, changed = list(dokumen.daftar_grafik), dict[str, bytes]()
    missing: list[GrafikTerbaca] = []
    for right in baru.daftar_grafik:
        drawn = find_chart(here, right)
        if drawn is None:
            missing.append(right)
            continue
        here.remove(drawn)
        if (drawn.kategori, dict(drawn.seri)) == (right.kategori, dict(right.seri)):
            continue
        old, new = parse_part(dokumen.parts[drawn.part]), parse_part(baru.parts[right.part])
        same = [len(v) for v in drawn.seri.values()] == [len(v) for v in right.seri.values()]
        root = _redraw(old, new) if same else _exchange(old, new)
        changed[drawn.part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        book = next((r.target for r in relations_of(dokumen.parts, drawn.part).values() if r.jenis == "package"), "")
        if book and right.buku:
            changed[book] = baru.parts[right.buku]
    return changed, tuple(missing)


def _redraw(old: etree._Element, new: etree._Element) -> etree._Element:
    """The old chart with the names and values of the new one."""
    for one, two in zip(old.iter(f"{_C}ser"), new.iter(f"{_C}ser"), strict=True):
        for kind in ("tx", "cat", "val"):
            was, now = one.find(f"{_C}{kind}"), two.find(f"{_C}{kind}")
            if was is not None and now is not None:
                one.replace(was, now)
    return old


def _exchange(old: etree._Element, new: etree._Element) -> etree._Element:
    """The new chart with the old one's link to its workbook."""
    was, now = old.find(f"{_C}externalData"), new.find(f"{_C}externalData")
    if was is not None and now is not None:
        now.set(f"{R}id", was.get(f"{R}id", ""))
    return new
