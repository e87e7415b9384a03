"""Lists of contents, tables and pictures: fields whose result stands there already, so Word asks nothing on opening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from docx.oxml import parse_xml

from kinerja_xl.reports.word.fields import begin_field, end_field, exported_name, link, page_reference
from kinerja_xl.reports.word.sections import Bagian, page_label
from kinerja_xl.reports.word.styles import Templat
from kinerja_xl.reports.word.xml_text import DECLARATIONS, paragraph, run

LEVELS = 3
_GAP = 340  # twips: what a level is set in
_LISTED = "table of figures"


class JenisDaftar(Enum):
    """A list of contents; the value is the field that Word renews it by."""

    ISI = f'TOC \\o "1-{LEVELS}" \\h \\z \\u'
    TABEL = 'TOC \\h \\z \\c "Tabel"'
    GAMBAR = 'TOC \\h \\z \\c "Gambar"'


@dataclass(frozen=True)
class Entri:
    """A line of contents: its list, its level from 1 on, its text, the bookmark it leads to, the part it stands in."""

    jenis: JenisDaftar
    tingkat: int
    teks: str
    anchor: str
    bagian: Bagian | None


def page_of(entri: Entri, pages: Mapping[str, int]) -> str:
    """Return the number printed on the page of an entry, "" where it is not known.

    ``pages`` are the sheets of a print by ``exported_name``, counted from 1.
    """
    page = pages.get(exported_name(entri.anchor))
    if page is None:
        return ""
    if entri.bagian is None:
        return str(page)
    first = pages.get(exported_name(entri.bagian.anchor))
    return "" if first is None else page_label(entri.bagian.nomor, page - first + 1)


def contents_xml(jenis: JenisDaftar, entries: Sequence[Entri], pages: Mapping[str, int], width: int,
                 templat: Templat) -> str:
    """Return a list as paragraphs inside one field; an empty list is one line that says so.

    A line whose page is not known ends with its text, without dots that lead to nothing.
    """
    listed = [entri for entri in entries if entri.jenis is jenis]
    if not listed:
        return paragraph(_style(jenis, 1, templat), run("Tidak ada."))
    lines = ""
    for number, entri in enumerate(listed, 1):
        page = page_of(entri, pages)
        shown = run(entri.teks) + ("<w:r><w:tab/></w:r>" + page_reference(entri.anchor, page) if page else "")
        runs = link(entri.anchor, shown)
        runs = begin_field(jenis.value) + runs if number == 1 else runs
        runs += end_field() if number == len(listed) else ""
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>' if page else ""
        lines += paragraph(_style(jenis, entri.tingkat, templat), runs, tabs)
    return lines


def with_contents_styles(templat: Templat) -> Templat:
    """Return the template with Word's own styles for contents, those it lacks added as Word itself adds them."""
    ids = dict(templat.gaya)
    styles = templat.dokumen.styles.element
    wanted = [*((f"toc {level}", (level - 1) * _GAP) for level in range(1, LEVELS + 1)), (_LISTED, 0)]
    for name, indent in wanted:
        if name not in ids:
            ids[name] = _free_id(name.title().replace(" ", ""), set(ids.values()))
            styles.append(parse_xml(
                f'<w:style {DECLARATIONS} w:type="paragraph" w:styleId="{ids[name]}"><w:name w:val="{name}"/>'
                f'<w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:pPr><w:spacing w:before="40" w:after="40"/>'
                f'<w:ind w:left="{indent + _GAP}" w:hanging="{_GAP}"/></w:pPr></w:style>'))
    return replace(templat, gaya=ids)


def _free_id(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free_id(f"{wanted}X", taken)


def _style(jenis: JenisDaftar, tingkat: int, templat: Templat) -> str:
    return templat.id(f"toc {tingkat}" if jenis is JenisDaftar.ISI else _LISTED)
