"""The LKjIP, Form E.81 and the letter as Word documents: sound, marked as drafts, whatever people wrote."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from docx import Document
from dokumen_uji import TEMPLAT_LAPORAN, compare_golden, part_of
from naskah_tahunan_uji import TEMPLAT_E81, TEMPLAT_TAHUNAN, form, laporan_of, laporan_with, surat
from tahun_uji import laporan

from kinerja_xl.errors import TemplateBroken
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.form_e81 import write_form_e81
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.surat_pengantar import write_surat_pengantar
from kinerja_xl.reports.word.finish import find_placeholders, finish_document

LKJIP = write_laporan_kinerja(laporan(), TEMPLAT_TAHUNAN)


def test_the_documents_are_sound_and_the_same_content_gives_the_same_bytes() -> None:
    assert lint_document(LKJIP) == ()
    assert write_laporan_kinerja(laporan(), TEMPLAT_TAHUNAN) == LKJIP
    assert lint_document(write_form_e81(form(), TEMPLAT_E81)) == ()
    assert lint_document(write_surat_pengantar(surat(), TEMPLAT_LAPORAN)) == ()


def test_what_the_documents_say() -> None:
    compare_golden("laporan-kinerja.txt", dump_document(LKJIP))
    compare_golden("form-e81.txt", dump_document(write_form_e81(form(), TEMPLAT_E81)))
    compare_golden("surat-pengantar.txt", dump_document(write_surat_pengantar(surat(), TEMPLAT_LAPORAN)))


def test_every_page_of_a_draft_says_so_and_none_of_a_final_report() -> None:
    xml = part_of(LKJIP)
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", xml)
    assert len(sections) > 4
    assert all("headerReference" in section for section in sections)
    assert "DRAF – BELUM FINAL" in part_of(LKJIP, "word/header1.xml")
    final = write_laporan_kinerja(replace(laporan(), final=True), TEMPLAT_TAHUNAN)
    assert "DRAF" not in part_of(final, "word/header1.xml")


def test_the_parts_are_numbered_apart_and_wide_tables_lie() -> None:
    xml = part_of(LKJIP)
    assert re.findall(r'<w:pgNumType w:fmt="(\w+)" w:start="1"', xml) == ["lowerRoman", "decimal"]
    assert 'w:orient="landscape"' in xml


def test_the_planners_own_paragraphs_have_a_style_of_their_own_and_stand_out() -> None:
    own = [p for p in Document(_file(LKJIP)).paragraphs if p.style is not None and p.style.name == "Narasi"]
    assert len(own) == 9
    assert all(p.text.startswith("[Belum ditulis: ") for p in own)
    assert part_of(LKJIP).count('w:fill="FFF2CC"') >= len(own)


def test_no_question_on_opening_and_indonesian_throughout() -> None:
    assert "updateFields" not in part_of(LKJIP, "word/settings.xml")
    core = Document(_file(LKJIP)).core_properties
    assert (core.title, core.language) == ("Laporan Kinerja Tahun 2026", "id-ID")


def test_placeholders_are_found_and_a_completed_draft_loses_only_its_mark() -> None:
    assert len(find_placeholders(LKJIP)) == len(laporan().kekosongan)
    final = finish_document(LKJIP)
    assert "DRAF" not in part_of(final, "word/header1.xml")
    assert "DATA CONTOH" in part_of(final, "word/header1.xml")
    assert part_of(final) == part_of(LKJIP)
    assert lint_document(final) == ()


@pytest.mark.parametrize("teks", ["=cmd|'/c calc'!A1", "satu\x07dua\x00tiga\x1b", "]]><w:p>&amp;", "kata " * 4000,
                                  "a" * 20_000, "baris\n" * 200])
def test_whatever_people_wrote_makes_no_broken_document(teks: str) -> None:
    data = write_laporan_kinerja(laporan_with(teks), TEMPLAT_TAHUNAN)
    assert lint_document(data) == ()
    shown = dump_document(data)
    assert teks.split("\x07")[0].split("\n")[0].strip()[:20] in shown


def test_three_hundred_indicators_make_a_sound_document() -> None:
    data = write_laporan_kinerja(laporan_of(300), TEMPLAT_TAHUNAN)
    assert lint_document(data) == ()
    assert "LJ-299" in dump_document(data)


def test_a_logo_that_is_no_picture_is_a_coded_message() -> None:
    with pytest.raises(TemplateBroken):
        write_laporan_kinerja(laporan(), TEMPLAT_TAHUNAN, logo=b"bukan gambar")


def test_the_form_of_an_earlier_quarter_leaves_later_ones_blank() -> None:
    rows = [[cell.text for cell in row.cells] for row in Document(_file(write_form_e81(
        form(triwulan=2), TEMPLAT_E81))).tables[0].rows]
    assert rows[1] == [f"({n})" for n in range(1, 17)]  # exactly the sixteen columns of the form
    tw = [cells[7:11] for cells in rows if "Penyediaan Makanan" in cells[2]]
    assert len(tw) == 1


def _file(data: bytes):  # type: ignore[no-untyped-def]
    import io

    return io.BytesIO(data)
