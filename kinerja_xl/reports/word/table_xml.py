"""Tables as one XML string each: headings that repeat, rows that do not split, cells joined across and down."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from kinerja_xl.domain.naskah.naskah import Baris, JenisBaris, Kolom, Paragraf, Rata, Sel, Tabel
from kinerja_xl.reports.word.keeping import kept_rows
from kinerja_xl.reports.word.sample_tables import column_shares, find_sample
from kinerja_xl.reports.word.styles import Templat
from kinerja_xl.reports.word.widths import fit_width
from kinerja_xl.reports.word.xml_text import clean, paragraph, run

_JC = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right"}
_FILL = {JenisBaris.KELOMPOK: "F2F2F2", JenisBaris.JUMLAH: "EDEDED", JenisBaris.ISI: ""}
_NO_FRAME = "".join(f'<w:{edge} w:val="nil"/>' for edge in ("left", "bottom", "right"))
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
Runs = Callable[[Paragraf, str], str]
"""How the pieces of a paragraph become runs with these run properties: figures and references are the document's."""


def table_xml(tabel: Tabel, width: int, height: int, templat: Templat, runs: Runs, *, keep_next: bool = False) -> str:
    """Return a table of ``width`` twips in the style "Tabel Laporan"; ``height`` is that of the page's text.

    With ``keep_next`` its last row stays with what follows the table.
    """
    sample = find_sample(templat.contoh, tabel.kolom)
    widths = fit_width(tabel, width, column_shares(sample, tabel.kolom))
    rows = _heading_rows(tabel, widths, templat, sample.warna if sample and sample.warna else templat.warna_kepala)
    kept = kept_rows(tabel, widths, height)
    if kept and keep_next:
        kept[-1] = True
    for number, baris in enumerate(tabel.baris):
        following = tabel.baris[number + 1] if number + 1 < len(tabel.baris) else None
        rows += _row(baris, following, tabel, widths, templat, runs, keep_next=kept[number])
    if tabel.keterangan:  # a row without a frame: LibreOffice parts a paragraph below the table from its last row
        remark = paragraph(templat.id("Keterangan Tabel"), runs(Paragraf(tabel.keterangan), ""))
        rows += table_row(cell(sum(widths), remark, span=len(widths), framed=False))
    return table(templat.id("Tabel Laporan"), widths, rows, title=tabel.judul)


def table(style: str, widths: Sequence[int], rows: str, *, title: str = "", first_row: bool = True) -> str:
    """Return a table of fixed column widths (twips); ``title`` is read out by screen readers."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    caption = f'<w:tblCaption w:val="{clean(title)}"/>' if title else ""
    look = f'<w:tblLook w:val="{"0020" if first_row else "0000"}" w:firstRow="{int(first_row)}" w:lastRow="0" ' \
           'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>')


def table_row(cells: str, *, heading: bool = False) -> str:
    """Return a row that stays on one page; ``heading`` rows are repeated on every page."""
    header = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def cell(width: int, content: str, *, span: int = 1, merge: str = "", fill: str = "", valign: str = "",
         framed: bool = True) -> str:
    """Return a cell; ``merge`` is "restart" or "continue" for cells joined down, ``content`` its paragraphs."""
    props = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    props += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    props += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    props += "" if framed else f"<w:tcBorders>{_NO_FRAME}</w:tcBorders>"
    props += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    props += f'<w:vAlign w:val="{valign}"/>' if valign else ""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content}</w:tc>"


def tint(warna: str) -> str:
    """Return a colour mixed with as much white, on which black print stays readable; "" where it is no RRGGBB."""
    if not _RGB.fullmatch(warna):
        return ""
    return "".join(f"{(int(warna[at:at + 2], 16) + 255) // 2:02X}" for at in (0, 2, 4))


def _heading_rows(tabel: Tabel, widths: Sequence[int], templat: Templat, fill: str) -> str:
    kolom, title = tabel.kolom, partial(_title, templat=templat, fill=fill)
    rows = ""
    if any(k.grup for k in kolom):
        rows += table_row(_group_cells(kolom, widths, title), heading=True)
        rows += table_row("".join(title(k.judul if k.grup else "", w, merge="" if k.grup else "continue")
                                  for k, w in zip(kolom, widths, strict=True)), heading=True)
    else:
        rows += table_row("".join(title(k.judul, w) for k, w in zip(kolom, widths, strict=True)), heading=True)
    if tabel.bernomor:
        style = templat.id("Nomor Kolom")
        rows += table_row("".join(cell(w, paragraph(style, run(f"({n})"))) for n, w in enumerate(widths, 1)),
                          heading=True)
    return rows


def _group_cells(kolom: Sequence[Kolom], widths: Sequence[int], title: Callable[..., str]) -> str:
    cells, n = "", 0
    while n < len(kolom):
        grup = kolom[n].grup
        if not grup:
            cells += title(kolom[n].judul, widths[n], merge="restart")
            n += 1
            continue
        span = next((k for k in range(n, len(kolom)) if kolom[k].grup != grup), len(kolom)) - n
        cells += title(grup, sum(widths[n:n + span]), span=span)
        n += span
    return cells


def _title(judul: str, width: int, *, templat: Templat, fill: str, span: int = 1, merge: str = "") -> str:
    return cell(width, paragraph(templat.id("Kepala Tabel"), run(judul)), span=span, merge=merge, fill=fill,
                valign="center")


def _row(baris: Baris, following: Baris | None, tabel: Tabel, widths: Sequence[int], templat: Templat,
         runs: Runs, *, keep_next: bool) -> str:
    joined = {start for start, isi in _places(following) if isi.lanjut} if following else set()
    bold = "" if baris.jenis is JenisBaris.ISI else "<w:b/><w:bCs/>"
    cells = ""
    for start, isi in _places(baris):
        rata = isi.rata or tabel.kolom[start].rata
        content = "".join(paragraph(templat.in_table(p.gaya), runs(p, bold), f'<w:jc w:val="{_JC[rata]}"/>',
                                    keep_next=keep_next) for p in isi.isi)
        merge = "continue" if isi.lanjut else "restart" if start in joined else ""
        cells += cell(sum(widths[start:start + isi.bentang]), content, span=isi.bentang, merge=merge,
                      fill=tint(isi.warna) or _FILL[baris.jenis])
    return table_row(cells)


def _places(baris: Baris) -> list[tuple[int, Sel]]:
    """The cells of a row with the column each begins in."""
    placed, start = [], 0
    for isi in baris.sel:
        placed.append((start, isi))
        start += isi.bentang
    return placed
