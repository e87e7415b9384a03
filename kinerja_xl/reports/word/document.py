"""A Word document under construction: blocks in, reproducible bytes out; sections, captions, references, properties."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml import etree

from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Blok,
    Daftar,
    Gaya,
    Halaman,
    Kotak,
    Paragraf,
    Potongan,
    Rujukan,
    Subjudul,
    Tabel,
    Tautan,
    Teks,
)
from kinerja_xl.domain.sumber import AsalDokumen
from kinerja_xl.reports.word.captions import GAMBAR, TABEL, Penomoran, anchor_of, caption_runs
from kinerja_xl.reports.word.chart import chart_run
from kinerja_xl.reports.word.chart_style import chart_height
from kinerja_xl.reports.word.fields import reference
from kinerja_xl.reports.word.figures import Penanda
from kinerja_xl.reports.word.keeping import keep_before_turns
from kinerja_xl.reports.word.page import set_page, text_height, text_width
from kinerja_xl.reports.word.parts import pack_parts, package_parts
from kinerja_xl.reports.word.properties import set_language
from kinerja_xl.reports.word.provenance import add_sources
from kinerja_xl.reports.word.sections import Bagian, NomorHalaman, set_numbering
from kinerja_xl.reports.word.styles import Templat
from kinerja_xl.reports.word.table_xml import cell, table, table_row, table_xml
from kinerja_xl.reports.word.toc import LEVELS, Entri, JenisDaftar, contents_xml, with_contents_styles
from kinerja_xl.reports.word.xml_text import DECLARATIONS, NS, bookmark, clean, marking, paragraph, run

_W = f"{{{NS['w']}}}"
_FIRST_HEADING = 100_000  # Word's own bookmarks of headings count from there
_BELOW_CHART = '<w:spacing w:before="60" w:after="160"/>'
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

_ROOT = "../../"  # from Perencanaan/Laporan, where reports with links lie
_LINKED = '<w:color w:val="1F4E79"/>'
_NO_GAP = '<w:spacing w:before="0"/>'
_BELOW_TABLE = '<w:spacing w:before="0" w:after="160" w:line="20" w:lineRule="exact"/>'


class Naskah:
    """Collects the body of one document; one counter for all ids, one number per caption.

    With ``pages`` the paper has contents: its headings are bookmarks, and ``pages`` says where those of the print
    before fell (``read_pages``), {} where nothing was printed yet.
    """

    def __init__(self, templat: Templat, kertas: str, *, landscape: bool = False,
                 pages: Mapping[str, int] | None = None) -> None:
        self.templat = templat if pages is None else with_contents_styles(templat)
        self._pages = pages
        self._kertas = kertas
        self._body = templat.dokumen.element.body
        self._section = self._body.sectPr
        self._parts: list[str] = []
        self._landscape = landscape
        self._top_of_page = False
        self._ids = 0
        self._captions = Penomoran()
        self._figures = Penanda(self.next_id, hidden="w15" in self.templat.dokumen.element.nsmap)
        self._asal: AsalDokumen | None = None
        self._entries: list[Entri] = []
        self._contents: list[tuple[int, JenisDaftar, int]] = []
        self._bagian: Bagian | None = None
        self._restart = False
        self._opening = ""

    @property
    def width(self) -> int:
        """The width between the margins of the page being written, in twips."""
        return text_width(self._make_section())

    @property
    def height(self) -> int:
        """The height between the margins of the page being written, in twips."""
        return text_height(self._make_section())

    def _make_section(self) -> etree._Element:
        """The page setup of the pages being written: the template's, with its header and footer."""
        section: etree._Element = copy.deepcopy(self._section)
        self._set_section(section)
        return section

    def _set_section(self, section: etree._Element) -> None:
        set_page(section, self._kertas, landscape=self._landscape)
        if self._bagian is not None:
            set_numbering(section, self._bagian.nomor, restart=self._restart)

    def number_tables(self, daftar_bab: Iterable[Bab]) -> None:
        """Give every captioned table and chart its number, so that references before it can be filled in."""
        for bab in daftar_bab:
            for blok in bab.daftar_blok:
                if isinstance(blok, Tabel) and blok.judul:
                    self._captions.give(TABEL, blok.kunci)
                elif isinstance(blok, Grafik):
                    self._captions.give(GAMBAR, blok.kunci)

    def add_xml(self, xml: str) -> None:
        """Append ready XML, paragraphs or one table; the bookmark of a part stands in its first paragraph."""
        if self._opening and "</w:pPr>" in xml:
            # between paragraphs, LibreOffice 7.4 takes it for one of the page before
            xml, self._opening = xml.replace("</w:pPr>", f"</w:pPr>{self._opening}", 1), ""
        self._parts.append(xml)
        self._top_of_page = False

    def add_paragraph(self, gaya: str, teks: str, ppr: str = "", *, keep_next: bool = False) -> None:
        """Append a paragraph of plain text in a style of that name."""
        self.add_xml(paragraph(self.templat.id(gaya), run(teks), ppr, keep_next=keep_next))

    def add_bab(self, bab: Bab, *, keep_last: int = 0) -> None:
        """Append a chapter; ``keep_last`` paragraphs at its end stay on the page of what follows."""
        blocks = list(bab.daftar_blok)
        if blocks and isinstance(blocks[0], Halaman):
            self.turn(blocks.pop(0).mendatar)  # type: ignore[union-attr]
        before = _NO_GAP if self._top_of_page else ""
        title = f"{run(bab.nomor)}<w:r><w:br/></w:r>{run(bab.judul)}" if bab.nomor else run(bab.judul)
        self._figures.tempat = bab.nomor or bab.judul
        self._add_heading(1, f"{bab.nomor} {bab.judul}".strip(), title, before)
        self._add_blocks(blocks, keep_last)

    def add_bagian(self, bab: Bab, *, keep_last: int = 0) -> None:
        """Append a part of a short paper: its letter and title on one line, then as ``add_bab``."""
        self._figures.tempat = bab.nomor
        self._add_heading(2, f"{bab.nomor}. {bab.judul}")
        self._add_blocks(bab.daftar_blok, keep_last)

    def _add_heading(self, level: int, teks: str, runs: str = "", ppr: str = "") -> None:
        runs = runs or run(teks)
        if self._pages is not None and level <= LEVELS:
            number = self.next_id()
            anchor = f"_Toc{_FIRST_HEADING + number}"
            self._entries.append(Entri(JenisDaftar.ISI, level, teks, anchor, self._bagian))
            runs = bookmark(number, anchor, runs)
        self.add_xml(paragraph(self.templat.id(f"heading {level}"), runs, ppr))

    def add_contents(self, jenis: JenisDaftar) -> None:
        """Append the contents, or the list of tables or of pictures, of the whole paper; see ``pages``."""
        self._contents.append((len(self._parts), jenis, self.width))
        self.add_xml("")

    def start_part(self, nomor: NomorHalaman, *, landscape: bool = False) -> None:
        """Go on with a part on a new page whose pages are numbered from 1 in a way of their own."""
        if self._parts:
            self._end_section()
        self._bagian, self._restart = Bagian(nomor, f"_Bagian{self.next_id()}"), True
        self._landscape = landscape
        self._opening = bookmark(self._ids, self._bagian.anchor, "")
        self._top_of_page = True

    def add_blocks(self, blocks: Sequence[Blok], *, keep_last: int = 0) -> None:
        """Append blocks without a heading; see ``add_bab``."""
        self._add_blocks(blocks, keep_last)

    def _add_blocks(self, blocks: Sequence[Blok], keep_last: int) -> None:
        for number, blok in enumerate(blocks):
            introduces = isinstance(blok, Paragraf) and isinstance(next(iter(blocks[number + 1:]), None), Daftar)
            self._add_blok(blok, keep_next=introduces or number >= len(blocks) - keep_last)

    def _add_blok(self, blok: Blok, *, keep_next: bool = False) -> None:
        if isinstance(blok, Paragraf):
            rpr = marking(blok.polos) if blok.gaya is Gaya.NARASI else ""
            self.add_xml(paragraph(self.templat.id(blok.gaya.value), self.runs(blok, rpr), keep_next=keep_next))
        elif isinstance(blok, Subjudul):
            self._add_heading(blok.tingkat, blok.teks)
        elif isinstance(blok, Daftar):
            self._add_list(blok)
        elif isinstance(blok, Kotak):
            self._add_box(blok)
        elif isinstance(blok, Tabel):
            self.add_table(blok, keep_next=keep_next)
        elif isinstance(blok, Grafik):
            self.add_chart(blok, keep_next=keep_next)
        else:
            self.turn(blok.mendatar)

    def runs(self, isi: Paragraf, rpr: str = "") -> str:
        """Return a paragraph's pieces as runs; a reference becomes a REF field with its number filled in."""
        return self._teks(isi.isi, rpr)

    def _teks(self, isi: Teks, rpr: str = "") -> str:
        return "".join(self._piece(piece, rpr) for piece in isi)

    def _piece(self, piece: Potongan, rpr: str) -> str:
        if isinstance(piece, Rujukan):
            return reference(anchor_of(piece.kunci), self._captions.label_of(piece.kunci), rpr)
        if isinstance(piece, Tautan):
            return self._link(piece, rpr)
        return self._figures.control(piece, rpr) if isinstance(piece, Angka) else run(piece, rpr)

    def _link(self, tautan: Tautan, rpr: str) -> str:
        """A link to a file of the office, seen from Perencanaan/Laporan."""
        if not tautan.jalur:
            return run(tautan.teks, rpr)
        relation = self.templat.dokumen.part.relate_to(f"{_ROOT}{quote(tautan.jalur)}", RELATIONSHIP_TYPE.HYPERLINK,
                                                       is_external=True)
        anchor = f' w:anchor="{clean(tautan.sel)}"' if tautan.sel else ""
        return f'<w:hyperlink r:id="{relation}"{anchor} w:history="1">{run(tautan.teks, rpr + _LINKED)}</w:hyperlink>'

    def add_table(self, tabel: Tabel, *, keep_next: bool = False) -> None:
        """Append a table with its caption above and its remark as the last row; ``keep_next`` holds on to what follows.
        """
        if tabel.judul:
            self.add_xml(paragraph(self.templat.id("caption"), self._caption(TABEL, tabel.kunci, tabel.judul)))
        self.add_xml(self.table(tabel, keep_next=keep_next))
        self.add_xml(paragraph(self.templat.id("Keterangan Tabel"), "", _BELOW_TABLE, keep_next=keep_next))

    def table(self, tabel: Tabel, *, keep_next: bool = False) -> str:
        """Return a table without its caption; its figures are named after it."""
        chapter, self._figures.tempat = self._figures.tempat, tabel.kunci
        xml = table_xml(tabel, self.width, self.height, self.templat, self.runs, keep_next=keep_next)
        self._figures.tempat = chapter
        return xml

    def add_chart(self, grafik: Grafik, *, keep_next: bool = False) -> None:
        """Append a chart with its caption below and where its figures stand; one without figures says so instead."""
        if grafik.is_kosong:
            self.add_paragraph(Gaya.KOSONG.value, (f"[Belum disajikan: {grafik.jenis.value} "
                                                    f"“{grafik.judul}”, karena belum ada datanya]"))
        else:
            size = (self.width, chart_height(grafik, self.height))
            self._note_points(grafik)
            drawing = chart_run(self.templat.dokumen.part, grafik, size, self.templat.warna_kepala, self.next_id())
            self.add_xml(paragraph(self.templat.id("Keterangan Tabel"), drawing, keep_next=True))
        hold = keep_next or bool(grafik.tabel)
        self.add_xml(paragraph(self.templat.id("caption"), self._caption(GAMBAR, grafik.kunci, grafik.judul),
                               _BELOW_CHART if hold else f'<w:keepNext w:val="0"/>{_BELOW_CHART}', keep_next=hold))
        if grafik.tabel:
            source = self._teks(("Angka grafik ini disajikan pada ", Rujukan(grafik.tabel), "."))
            self.add_xml(paragraph(self.templat.id("Keterangan Tabel"), source, '<w:jc w:val="center"/>',
                                   keep_next=keep_next))

    def _note_points(self, grafik: Grafik) -> None:
        for seri in grafik.seri:
            for nilai, sumber in zip(seri.nilai, seri.sumber or (None,) * len(seri.nilai), strict=True):
                if nilai is not None:
                    self._figures.give(sumber, f"{nilai:f}".replace(".", ","), f"{grafik.kunci}|{seri.nama}")

    def _caption(self, label: str, kunci: str, judul: str) -> str:
        number = self._captions.give(label, kunci)
        if self._pages is not None:
            kind = JenisDaftar.TABEL if label == TABEL else JenisDaftar.GAMBAR
            self._entries.append(Entri(kind, 1, f"{label}\u00a0{number}. {judul}", anchor_of(kunci), self._bagian))
        return caption_runs(self.next_id(), label, number, kunci, judul)

    def _add_box(self, kotak: Kotak) -> None:
        width = self.width
        title = paragraph(self.templat.id("Judul Kotak"), run(kotak.judul))
        lines = "".join(paragraph(self.templat.id("Isi Kotak"), run(f"{n}.\t") + self._teks(isi), keep_next=True)
                        for n, isi in enumerate(kotak.butir, 1))
        box = table_row(cell(width, title + lines))
        self.add_xml(table(self.templat.id("Tabel Kotak"), [width], box, title=kotak.judul, first_row=False))
        self.add_xml(paragraph(self.templat.id("Keterangan Tabel"), "", _BELOW_TABLE))

    def _add_list(self, daftar: Daftar) -> None:
        style = self.templat.id("Daftar Bernomor" if daftar.bernomor else "Daftar Butir")
        restart = self._new_numbering(style) if daftar.bernomor else ""
        for isi in daftar.butir:
            self.add_xml(paragraph(style, self._teks(isi), restart))

    def _new_numbering(self, style: str) -> str:
        """Make a numbering of its own for one list, beginning at 1, after the one the style is tied to."""
        numbering = self.templat.dokumen.part.numbering_part.element
        tied = self.templat.dokumen.styles.element.xpath(
            f'w:style[@w:styleId="{style}"]/w:pPr/w:numPr/w:numId/@w:val')
        base = numbering.xpath(f'w:num[@w:numId="{tied[0]}"]/w:abstractNumId/@w:val') if tied else []
        if not base:
            return ""
        number = max(int(value) for value in numbering.xpath("w:num/@w:numId")) + 1
        numbering.append(parse_xml(
            f'<w:num {DECLARATIONS} w:numId="{number}"><w:abstractNumId w:val="{base[0]}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'))
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def turn(self, landscape: bool) -> None:
        """Go on with landscape or portrait pages; nothing happens where the page already lies so."""
        if landscape == self._landscape:
            return
        self._end_section()
        self._landscape, self._top_of_page = landscape, True

    def _end_section(self) -> None:
        xml = etree.tostring(self._make_section(), encoding="unicode")
        self.add_xml(f'<w:p><w:pPr><w:pStyle w:val="{self.templat.id("Keterangan Tabel")}"/>{_TINY}{xml}</w:pPr></w:p>')
        self._restart = False

    def set_header_and_footer(self, status: str, footer_runs: str) -> None:
        """Write the status line into the header and the running foot; what the office put there stays."""
        section = self.templat.dokumen.sections[0]
        lines = ((section.header, "Kepala Status", run(status)), (section.footer, "footer", footer_runs))
        for part, style, runs in lines:
            element = part.part.element
            for old in [p for p in element.iterfind(f"{_W}p") if not "".join(p.itertext()).strip()]:
                if old.find(f".//{_W}drawing") is None:
                    element.remove(old)
            element.extend(parse_blocks(paragraph(self.templat.id(style), runs)))

    def set_properties(self, *, title: str, subject: str, author: str, keywords: str, hari: date) -> None:
        """Set the document's properties; the day is the paper's own, never the clock's. All its runs are Indonesian.
        """
        set_language(self.templat.dokumen)
        core = self.templat.dokumen.core_properties
        core.title, core.subject, core.author, core.keywords = title, subject, author, keywords
        core.language, core.last_modified_by, core.revision = "id-ID", author, 1
        core.created = core.modified = datetime.combine(hari, time.min)

    def set_asal(self, asal: AsalDokumen | None) -> None:
        """Say what the document is made of, so that its figures can be proven; None for one that nobody keeps."""
        self._asal = asal

    def next_id(self) -> int:
        """Return an id that nothing else in the document has."""
        self._ids += 1
        return self._ids

    def to_bytes(self) -> bytes:
        """Return the finished document: the same content gives the same bytes."""
        self._set_section(self._section)
        for place, jenis, width in self._contents:
            self._parts[place] = contents_xml(jenis, self._entries, self._pages or {}, width, self.templat)
        keep_before_turns(self._parts)
        part = self.templat.dokumen.part
        add_sources(part, self._asal, self._figures.daftar)
        return pack_parts({**package_parts(part), part.partname.membername: self._document_xml()})

    def _document_xml(self) -> bytes:
        """The template's own XML with the blocks before the body's page setup; to parse them would take as long as to
        write them."""
        shell: bytes = self.templat.dokumen.part.blob
        end = shell.rindex(b"<w:sectPr")
        return b"".join((shell[:end], "".join(self._parts).encode("utf-8"), shell[end:]))


def parse_blocks(xml: str) -> list[etree._Element]:
    """Return the elements of a stretch of body XML, as python-docx classes."""
    return list(parse_xml(f"<w:body {DECLARATIONS}>{xml}</w:body>"))
