"""An office that restyles its Word templates sees it in every paper: heading colour, column widths, styles, margins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from kantor_jalan import KantorUji

JENIS = ("disposisi", "bahan", "data-kinerja", "triwulan")
COLOUR, DIRECT, SHIPPED = "FFE699", "C6E0B4", "D9E2F3"
GREEN = RGBColor(0x00, 0x70, 0x30)
HEADING = {"disposisi": "Label Formulir"} | dict.fromkeys(JENIS[1:], "Heading 2")


def papers(kantor: KantorUji, folder: Path) -> dict[str, Document]:
    """Every kind of paper of LINJAMSOS, made with the templates as they are now."""
    made = {}
    for jenis in JENIS:
        path = folder / f"{jenis}.docx"
        options = () if jenis == "triwulan" else ("--bidang", "LINJAMSOS")
        steps = ("--langkah", "1") if jenis == "disposisi" else ()
        code, out, err = kantor.report(jenis, *options, *steps, "-o", str(path))
        assert (code, err) == (0, ""), out
        made[jenis] = docx.Document(str(path))
    return made


def restyle(path: Path) -> None:
    """What a person does in Word: another colour, a wider second column in each sample table, green headings."""
    document = docx.Document(str(path))
    for fill in document.styles.element.xpath('//w:tblStylePr[@w:type="firstRow"]/w:tcPr/w:shd'):
        fill.set(qn("w:fill"), COLOUR)
    for table in document.tables:
        for row in table.rows:
            cell = row._tr.tc_lst[1]
            cell.width = cell.width * 3
    for name in ("Heading 2", "Label Formulir"):
        if name in [style.name for style in document.styles]:
            document.styles[name].font.color.rgb = GREEN
    document.save(str(path))


def tables(document: Document) -> Iterator[tuple[str, list[int], set[str]]]:
    """Each table of several columns: its first words, the widths of its columns, the colours of its heading."""
    for table in document.tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        if len(widths) > 1 and "Tabel Polos" not in (table.style.name if table.style else ""):
            yield table.cell(0, 0).text, widths, {fill for row in table._tbl.tr_lst if is_heading(row)
                                                  for fill in fills(row)}


def is_heading(row: BaseOxmlElement) -> bool:
    return bool(row.xpath("w:trPr/w:tblHeader"))


def fills(row: BaseOxmlElement) -> list[str]:
    return [str(fill) for fill in row.xpath("w:tc/w:tcPr/w:shd/@w:fill")]


def test_colour_widths_and_styles_come_through_to_every_table_of_every_paper(kantor: KantorUji,
                                                                             tmp_path: Path) -> None:
    kantor.play_to("direkomendasikan")
    before, templates = papers(kantor, tmp_path), kantor.akar / "Perencanaan" / "Templat"
    for name in ("Laporan Triwulan.docx", "Lembar Disposisi.docx"):
        restyle(templates / name)
    (tmp_path / "baru").mkdir()
    after = papers(kantor, tmp_path / "baru")
    for jenis in JENIS:
        old, new = list(tables(before[jenis])), list(tables(after[jenis]))
        assert len(new) == len(old) > 0
        for (words, shipped, _), (_, widths, colours) in zip(old, new, strict=True):
            assert widths[1] > 1.02 * shipped[1], f"{jenis}: {words}"
            assert abs(sum(widths) - sum(shipped)) <= len(widths)  # still as wide as the page
            assert colours <= {COLOUR}, f"{jenis}: {words}"
        assert after[jenis].styles[HEADING[jenis]].font.color.rgb == GREEN


def test_a_colour_given_to_one_sample_table_is_that_tables_own(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("bahan_diserahkan")
    path = kantor.akar / "Perencanaan" / "Templat" / "Laporan Triwulan.docx"
    document = docx.Document(str(path))
    evidence = next(table for table in document.tables if "Berkas atau Tautan" in table.rows[0].cells[-1].text)
    for cell in evidence.rows[0].cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), DIRECT)
        cell._tc.get_or_add_tcPr().append(shade)
    document.save(str(path))
    code, _, err = kantor.report("bahan", "-o", str(tmp_path / "bahan.docx"))
    assert (code, err) == (0, "")
    colours = {words: colours for words, _, colours in tables(docx.Document(str(tmp_path / "bahan.docx")))}
    assert colours.pop("No") == {DIRECT}  # of two tables that begin so the last, Bukti Dukung
    assert set().union(*colours.values()) == {SHIPPED}


def test_a_report_template_that_lost_styles_is_refused_with_the_list(kantor: KantorUji) -> None:
    path = kantor.akar / "Perencanaan" / "Templat" / "Laporan Triwulan.docx"
    document = docx.Document(str(path))
    for name in ("Judul Kotak", "Nomor Kolom"):
        document.styles[name].delete()
    document.save(str(path))
    kantor.play_to("bahan_diserahkan")
    _, out, _ = kantor.report("bahan")
    assert "Peringatan: K405: Templat Laporan Triwulan.docx kehilangan: gaya Nomor Kolom, Judul Kotak." in out
    assert list((kantor.akar / "LINJAMSOS" / "Cetak" / "2026 TW I").glob("Bahan Laporan*.docx"))
