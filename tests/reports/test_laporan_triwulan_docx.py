"""The Laporan Triwulan as a Word document: sound, reproducible, and looking as it should."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from dokumen_uji import TEMPLAT_LAPORAN, change_part, compare_golden, laporan, part_of
from laporan_uji import DICETAK, PERIODE, RENCANA, data_berkas, pengaturan

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.laporan.laporan_triwulan import laporan_triwulan
from kinerja_xl.domain.naskah.naskah import Bab, Tautan, paragraf
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_triwulan import status_line, write_laporan_triwulan
from kinerja_xl.reports.lint.lint import lint_document

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
                    "53de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082")


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN)


def test_the_text_is_the_one_that_was_read_and_approved(data: bytes) -> None:
    compare_golden("laporan-triwulan.txt", dump_document(data))


def test_the_linter_has_nothing_to_say(data: bytes) -> None:
    assert lint_document(data) == ()


def test_the_same_content_gives_the_same_bytes(data: bytes) -> None:
    assert write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}  # never the clock's


def test_a_short_table_that_reads_as_a_whole_keeps_its_rows_together(data: bytes) -> None:
    tables = docx.Document(io.BytesIO(data)).tables
    scale = next(t for t in tables if "Interval Nilai" in "".join(c.text for c in t.rows[0].cells))
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in scale.rows[1:]]
    assert kept == [True, True, True, True, None]


def test_every_page_says_draft_and_sample_until_the_report_is_final_and_the_data_real(data: bytes) -> None:
    sections = docx.Document(io.BytesIO(data)).sections
    assert len(sections) == 4  # portrait, landscape, portrait, landscape attachments
    for section in sections:
        assert section.header.paragraphs[-1].text == "DRAF – BELUM FINAL   |   DATA CONTOH – bukan data resmi"
    final = write_laporan_triwulan(laporan(final=True, contoh=False), TEMPLAT_LAPORAN)
    header = docx.Document(io.BytesIO(final)).sections[0].header
    assert "".join(p.text for p in header.paragraphs) == ""


@pytest.mark.parametrize(("final", "contoh", "line"), [
    (False, False, "DRAF – BELUM FINAL"), (True, True, "DATA CONTOH – bukan data resmi"), (True, False, "")])
def test_the_status_line_says_what_the_paper_is(final: bool, contoh: bool, line: str) -> None:
    assert status_line(final=final, contoh=contoh) == line


def test_wide_tables_lie_on_landscape_pages_whose_binding_edge_is_on_top(data: bytes) -> None:
    sections = docx.Document(io.BytesIO(data)).sections
    assert [s.orientation == WD_ORIENT.LANDSCAPE for s in sections] == [False, True, False, True]
    portrait, landscape = sections[0], sections[1]
    assert (round(portrait.page_width.mm), round(portrait.page_height.mm)) == (210, 297)
    assert (landscape.page_width, landscape.page_height) == (portrait.page_height, portrait.page_width)
    assert landscape.top_margin == portrait.left_margin


def test_the_paper_is_the_one_of_the_settings() -> None:
    isi = laporan()
    f4 = write_laporan_triwulan(replace(isi, instansi=replace(isi.instansi, kertas_laporan="F4")), TEMPLAT_LAPORAN)
    page = docx.Document(io.BytesIO(f4)).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (215, 330)


def test_captions_are_numbered_by_fields_and_references_point_at_them(data: bytes) -> None:
    xml = part_of(data)
    numbers = re.findall(r"SEQ Tabel \\\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                         r"<w:r><w:t xml:space=\"preserve\">(\d+)<", xml)
    assert numbers == [str(n) for n in range(1, 13)]
    assert "REF _Ref_rencana_aksi" not in xml
    assert re.search(r"REF _Ref_capaian \\h .*?Tabel\u00a04<", xml)
    assert "updateFields" not in part_of(data, "word/settings.xml")


def test_the_legal_basis_is_numbered_from_one_by_a_list_of_its_own(data: bytes) -> None:
    numbering = part_of(data, "word/numbering.xml")
    assert re.search(r'<w:num [^>]*w:numId="3"', numbering)
    assert '<w:startOverride w:val="1"/>' in numbering
    assert part_of(data).count('<w:numId w:val="3"/>') == 2


def test_the_properties_carry_language_title_and_the_papers_own_day(data: bytes) -> None:
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.language, core.author) == ("Laporan Triwulan III Tahun 2026", "id-ID", "Dinas Sosial")
    assert core.modified is not None
    assert core.modified.date() == DICETAK


def test_signatures_are_kept_with_the_paragraphs_above_them(data: bytes) -> None:
    body = docx.Document(io.BytesIO(data))
    closing = [p for p in body.paragraphs if p.text.startswith(("Tindak lanjut dan", "Demikian Laporan"))]
    assert [p.paragraph_format.keep_with_next for p in closing] == [True, True]
    signatures = next(t for t in body.tables if any("Mengetahui" in row.cells[0].text for row in t.rows))
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in signatures.rows)


def test_a_style_that_is_gone_is_named_and_nothing_is_written() -> None:
    broken = change_part(TEMPLAT_LAPORAN, "word/styles.xml", lambda xml: xml.replace('"Isian Kosong"', '"Gaya Lain"'))
    with pytest.raises(TemplateBroken, match=r"Laporan Triwulan\.docx kehilangan: gaya Isian Kosong"):
        write_laporan_triwulan(laporan(), broken)


def test_a_file_that_is_no_document_is_no_template() -> None:
    with pytest.raises(TemplateBroken):
        write_laporan_triwulan(laporan(), b"bukan dokumen")


def test_styles_are_found_by_name_so_an_office_may_save_the_template_with_other_ids() -> None:
    def rename(xml: str) -> str:
        return xml.replace('"IsianKosong"', '"Gaya17"').replace('"DaftarBernomor"', '"Gaya18"')

    other = change_part(change_part(TEMPLAT_LAPORAN, "word/styles.xml", rename), "word/document.xml", rename)
    other = change_part(other, "word/numbering.xml", rename)
    data = write_laporan_triwulan(laporan(), other)
    assert lint_document(data) == ()
    assert '<w:pStyle w:val="Gaya17"/>' in part_of(data)


def test_what_the_office_put_in_the_header_stays() -> None:
    def add(xml: str) -> str:
        return xml.replace("</w:hdr>", "<w:p><w:r><w:t>RAHASIA JABATAN</w:t></w:r></w:p></w:hdr>")

    data = write_laporan_triwulan(laporan(), change_part(TEMPLAT_LAPORAN, "word/header1.xml", add))
    texts = [p.text for p in docx.Document(io.BytesIO(data)).sections[0].header.paragraphs]
    assert texts[0] == "RAHASIA JABATAN"
    assert texts[1].startswith("DRAF")


def test_the_arms_stand_left_of_the_letterhead_with_a_description() -> None:
    data = write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN, PNG)
    assert lint_document(data) == ()
    assert 'descr="Lambang daerah"' in part_of(data)


def test_arms_that_are_no_picture_are_refused() -> None:
    with pytest.raises(TemplateBroken, match="gambar PNG atau JPG"):
        write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN, b"GIF? tidak")


def test_what_staff_wrote_never_breaks_the_document() -> None:
    data = data_berkas("REHSOS")
    assert data.isi is not None
    nasty = "Biaya < Rp5 & \"tunai\"\x0b\nbaris kedua\ttab ]]> </w:p> \ud800"
    sel = {**data.isi.sel, Kunci("indikator", "RS-01", "faktor_pendorong_tw3"): nasty}
    isi = laporan_triwulan(pengaturan(), RENCANA, PERIODE, (replace(data, isi=replace(data.isi, sel=sel)),), DICETAK,
                           final=False)
    written = write_laporan_triwulan(isi, TEMPLAT_LAPORAN)
    assert lint_document(written) == ()
    assert 'Biaya < Rp5 & "tunai"' in dump_document(written)
    assert "baris kedua" in dump_document(written)


def test_an_office_without_anything_still_gets_a_sound_paper() -> None:
    empty = replace(RENCANA, daftar_indikator=(), daftar_subkegiatan=())
    written = write_laporan_triwulan(laporan_triwulan(pengaturan(), empty, PERIODE, (), DICETAK, final=False),
                                     TEMPLAT_LAPORAN)
    assert lint_document(written) == ()
    assert "tidak memuat sub kegiatan" in dump_document(written)


def test_a_link_to_a_source_leads_from_perencanaan_laporan_to_the_cell_in_the_archive() -> None:
    isi = laporan()
    linked = Tautan("Realisasi TW III H12", "Arsip/2026/TW III/REHSOS/Lembar Kerja.xlsx", "'Lembar Kerja'!H12")
    bab = Bab("LAMPIRAN 4", "SUMBER ANGKA", (paragraf(linked),))
    data = write_laporan_triwulan(replace(isi, lampiran=(*isi.lampiran, bab)), TEMPLAT_LAPORAN)
    assert lint_document(data) == ()
    relations = part_of(data, "word/_rels/document.xml.rels")
    assert 'Target="../../Arsip/2026/TW%20III/REHSOS/Lembar%20Kerja.xlsx" TargetMode="External"' in relations
    assert "w:anchor=\"'Lembar Kerja'!H12\"" in part_of(data)
