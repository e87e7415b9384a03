"""A long paper in Word: counted captions, contents with their pages, parts with page numbers of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping

import docx
import pytest
from dokumen_uji import TEMPLAT_LAPORAN, change_part, part_of
from naskah_panjang_uji import DAFTAR_BAB, write_naskah_panjang
from pypdf import PdfWriter

from kinerja_xl.domain.naskah.naskah import Rujukan
from kinerja_xl.errors import PageNumbersUnsettled, PrintUnreadable
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_triwulan import GAYA, NAMA_TEMPLAT
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.word.captions import GAMBAR, TABEL, Penomoran, anchor_of
from kinerja_xl.reports.word.fields import exported_name
from kinerja_xl.reports.word.page_numbers import read_pages, settle_pages
from kinerja_xl.reports.word.properties import set_language
from kinerja_xl.reports.word.sections import Bagian, NomorHalaman, page_label, roman
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.toc import Entri, JenisDaftar, page_of, with_contents_styles

BODY, STYLES = "word/document.xml", "word/styles.xml"
UNPRINTED = write_naskah_panjang({})


def anchors(data: bytes) -> list[str]:
    """Every bookmark of a document, in its order."""
    return re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', part_of(data))


def pages_of(data: bytes, sheet: Callable[[int], int]) -> dict[str, int]:
    """A print in which the n-th bookmark falls on ``sheet(n)``."""
    return {exported_name(anchor): sheet(n) for n, anchor in enumerate(anchors(data))}


PRINTED = write_naskah_panjang(pages_of(UNPRINTED, lambda n: n + 1))


def contents(data: bytes) -> list[str]:
    """The lines of the three lists, with a bar before the page number."""
    lines = []
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        if (paragraph.style.name or "").startswith(("toc ", "table of figures")):  # type: ignore[union-attr]
            texts = [element.text or "" if element.tag.endswith("}t") else "|"
                     for element in paragraph._p.iter("{*}t", "{*}tab")
                     if not element.getparent().tag.endswith("}tabs")]  # type: ignore[union-attr]
            lines.append("".join(texts).replace("\u00a0", " "))
    return lines


def test_a_long_paper_is_sound_before_and_after_its_print() -> None:
    assert lint_document(UNPRINTED) == ()
    assert lint_document(PRINTED) == ()
    assert write_naskah_panjang({}) == UNPRINTED


def test_without_a_print_the_contents_have_neither_numbers_nor_dots() -> None:
    assert contents(UNPRINTED) == [
        "KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR", "BAB I PENDAHULUAN",
        "1.1 Latar Belakang", "1.2 Dasar Hukum", "BAB II AKUNTABILITAS KINERJA", "2.1 Capaian Kinerja",
        "2.2 Realisasi Anggaran", "BAB III PENUTUP",
        "Tabel 1. Capaian Indikator Kinerja Utama", "Tabel 2. Pengukuran kinerja setahun",
        "Gambar 1. Target dan realisasi Indikator Kinerja Utama", "Gambar 2. Perkembangan capaian tahun 2022–2026",
        "Gambar 3. Penyerapan anggaran per program", "Gambar 4. Ketepatan waktu penyampaian menurut bidang",
        "Gambar 5. Perbandingan dengan standar nasional"]


def test_front_matter_is_counted_in_roman_and_chapters_in_arabic_numbers_each_from_one() -> None:
    # bookmarks in order of the paper: the cover, the front matter and its five headings, then the chapters
    order = anchors(UNPRINTED)
    starts = [n for n, anchor in enumerate(order) if anchor.startswith("_Bagian")]
    assert len(starts) == 3
    front, body = starts[1] + 1, starts[2] + 1  # the sheet each of these parts begins on
    lines = contents(PRINTED)
    toc = [n + 1 for n, anchor in enumerate(order) if anchor.startswith("_Toc")]
    expected = [roman(sheet - front + 1) for sheet in toc[:5]] + [str(sheet - body + 1) for sheet in toc[5:]]
    assert [line.partition("|")[2] for line in lines[:12]] == expected
    assert expected[0] in ("i", "ii")
    assert all(re.fullmatch(r".+\|\d+", line) for line in lines[12:])


def test_each_section_numbers_its_pages_as_its_part_does_and_only_the_first_of_a_part_begins_anew() -> None:
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", part_of(UNPRINTED), re.DOTALL)
    numbers = ["".join(re.findall(r"<w:pgNumType[^>]*>", section)) for section in sections]
    assert numbers == ["", '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>',
                       '<w:pgNumType w:fmt="decimal" w:start="1"/>', *['<w:pgNumType w:fmt="decimal"/>'] * 2]
    assert ["w:footerReference" in section for section in sections] == [False, True, True, True, True]
    assert all("w:headerReference" in section for section in sections)  # each page says DRAF
    assert ['w:orient="landscape"' in section for section in sections] == [False, False, False, True, False]


def test_tables_and_pictures_are_counted_each_for_themselves_and_references_know_the_number() -> None:
    codes = re.findall(r"SEQ (\w+) \\\* ARABIC .*?<w:t [^>]*>(\d+)<", part_of(UNPRINTED))
    assert [number for label, number in codes if label == "Tabel"] == ["1", "2"]
    assert [number for label, number in codes if label == "Gambar"] == ["1", "2", "3", "4", "5"]
    text = dump_document(UNPRINTED)
    assert "Capaian disajikan pada Tabel 1 dan Gambar 1." in text
    assert "Angka grafik ini disajikan pada Tabel 1." in text
    assert any(isinstance(piece, Rujukan) for bab in DAFTAR_BAB for blok in bab.daftar_blok
               for piece in getattr(blok, "isi", ()))


def test_a_key_keeps_its_number_and_an_unknown_key_is_an_error() -> None:
    nomor = Penomoran()
    given = [nomor.give(label, kunci) for label, kunci in ((TABEL, "a"), (GAMBAR, "b"), (TABEL, "c"), (TABEL, "a"))]
    assert given == [1, 1, 2, 1]
    assert nomor.label_of("b") == "Gambar\u00a01"
    with pytest.raises(KeyError):
        nomor.label_of("d")


def test_a_bookmark_has_a_name_that_word_allows() -> None:
    assert anchor_of("rencana-aksi") == "_Ref_rencana_aksi"
    long = [anchor_of("penyerapan-anggaran-per-program-" + end) for end in ("satu", "dua")]
    assert len(set(long)) == 2
    assert all(re.fullmatch(r"\w{1,40}", name) for name in long)


@pytest.mark.parametrize(("number", "figures"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix")])
def test_roman_numbers_are_as_word_prints_them(number: int, figures: str) -> None:
    assert roman(number) == figures
    assert page_label(NomorHalaman.ROMAWI, number) == figures
    assert (page_label(NomorHalaman.ARAB, number), page_label(NomorHalaman.TANPA, number)) == (str(number), "")


def test_the_page_of_an_entry_is_counted_from_the_first_sheet_of_its_part() -> None:
    entri = Entri(JenisDaftar.ISI, 1, "BAB II", "_Toc7", Bagian(NomorHalaman.ARAB, "_Bagian2"))
    assert page_of(entri, {"5FToc7": 12, "5FBagian2": 9}) == "4"
    assert page_of(entri, {"5FToc7": 12}) == ""
    assert page_of(entri, {"5FBagian2": 9}) == ""
    assert page_of(Entri(JenisDaftar.ISI, 1, "BAB II", "_Toc7", None), {"5FToc7": 12}) == "12"


def test_word_is_never_asked_to_renew_anything_on_opening() -> None:
    assert "updateFields" not in part_of(PRINTED, "word/settings.xml")
    assert "w:dirty" not in part_of(PRINTED)


def test_a_template_without_styles_of_contents_gets_them_and_one_with_them_keeps_its_own() -> None:
    templat = open_templat(TEMPLAT_LAPORAN, NAMA_TEMPLAT, GAYA)
    assert "toc 1" not in templat.gaya
    once = with_contents_styles(templat)
    assert {"toc 1", "toc 2", "toc 3", "table of figures"} <= set(once.gaya)
    assert with_contents_styles(once).gaya == once.gaya
    assert re.search(r'<w:name w:val="toc 1"/>', part_of(UNPRINTED, STYLES))


def test_every_run_is_indonesian_also_where_an_offices_word_set_another_language() -> None:
    def english(xml: str) -> str:
        return xml.replace('"id-ID"', '"en-US"')

    other = change_part(TEMPLAT_LAPORAN, STYLES, english)
    assert any("the language of the document" in finding for finding in lint_document(other))
    data = write_naskah_panjang({}, other)
    assert lint_document(data) == ()
    assert 'w:val="en-US"' not in part_of(data, STYLES)
    bare = docx.Document(io.BytesIO(change_part(
        TEMPLAT_LAPORAN, STYLES, lambda xml: re.sub(r"<w:docDefaults>.*</w:docDefaults>", "", xml, flags=re.DOTALL))))
    set_language(bare)
    assert bare.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["id-ID"]
    assert bare.styles.element[0].tag.endswith("docDefaults")


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


TOC_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
FAULTS = {
    "contents that do not end": (BODY, lambda xml: _last_mark_removed(xml), "unbalanced field: TOC does not end"),
    "a page number that does not end": (BODY, swap('</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>',
                                                   "</w:r></w:hyperlink>"), "unbalanced field"),
    "a field that ends twice": (BODY, swap('<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                                           '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2), "unbalanced field"),
    "a field without result": (BODY, swap('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""), "unbalanced field"),
    "a page number of nothing": (BODY, swap("PAGEREF _Toc", "PAGEREF _Tac"), "PAGEREF points at _Tac"),
    "a link to nothing": (BODY, swap('w:anchor="_Toc', 'w:anchor="_Tac'), "a link points at _Tac"),
    "page numbers in letters": (BODY, swap('w:fmt="lowerRoman"', 'w:fmt="lowerLetter"'), "numbers its pages as"),
    "pages counted from nothing": (BODY, swap('w:start="1"', 'w:start="i"'), "numbers its pages as"),
    "page numbers in the wrong place": (BODY, lambda xml: re.sub(r"(<w:sectPr[^>]*>)(.*?)(<w:pgNumType[^>]*>)",
                                                                 r"\1\3\2", xml, count=1, flags=re.DOTALL),
                                        "sectPr has its children in the wrong order"),
}


def _last_mark_removed(xml: str) -> str:
    """Without the end of the first list of contents, which is the last field mark before its heading."""
    end = xml.index("DAFTAR TABEL", xml.index("BAB III PENUTUP"))
    place = xml.rindex(TOC_END, 0, end)
    return xml[:place] + xml[place:].replace(TOC_END, "</w:p>", 1)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    part, change, message = FAULTS[fault]
    findings = lint_document(change_part(PRINTED, part, change))
    assert any(message in finding for finding in findings), findings


def test_a_heading_that_skips_a_level_is_found() -> None:
    third = '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style></w:styles>'
    data = change_part(PRINTED, STYLES, swap("</w:styles>", third))
    assert lint_document(data) == ()
    skipped = change_part(data, BODY, swap('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="H3"/>'))
    assert lint_document(skipped) == (f"{BODY}: a heading of level 3 follows one of level 1",)


def pdf(sheets: Mapping[str, int], count: int = 9) -> bytes:
    """A print of blank sheets with these destinations."""
    writer, target = PdfWriter(), io.BytesIO()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    for name, sheet in sheets.items():
        writer.add_named_destination(name, sheet - 1)
    writer.write(target)
    return target.getvalue()


def test_a_print_tells_on_which_sheet_each_bookmark_fell() -> None:
    assert exported_name("_Toc100003") == "5FToc100003"
    assert read_pages(pdf({"5FToc100003": 4, "5FBagian1": 1})) == {"5FToc100003": 4, "5FBagian1": 1}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<html></html>"])
def test_what_is_no_print_is_a_coded_error(data: bytes) -> None:
    with pytest.raises(PrintUnreadable):
        read_pages(data)


def printer(*prints: Mapping[str, int]) -> Callable[[bytes], bytes]:
    """A printer whose prints fall like this, one after the other."""
    waiting: Iterator[Mapping[str, int]] = iter(prints)
    return lambda _: pdf(next(waiting))


def test_the_paper_is_written_again_until_its_contents_agree_with_its_print() -> None:
    written: list[Mapping[str, int]] = []

    def write(pages: Mapping[str, int]) -> bytes:
        written.append(dict(pages))
        return repr(sorted(pages.items())).encode()

    document, _ = settle_pages(write, printer({"a": 2}, {"a": 3}, {"a": 3}))
    assert written == [{}, {"a": 2}, {"a": 3}]  # the contents came to take a page of their own
    assert document == b"[('a', 3)]"


def test_contents_that_never_agree_are_a_coded_error() -> None:
    with pytest.raises(PageNumbersUnsettled, match="setelah 4 kali dicetak"):
        settle_pages(lambda _: b"", printer({"a": 2}, {"a": 3}, {"a": 2}, {"a": 3}))
