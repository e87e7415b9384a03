"""The judges of printed pages see each fault that is planted, and nothing on sound pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from dokumen_uji import TEMPLAT_DISPOSISI, disposisi
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet
from page_flow import judge_flow
from page_print import Printed
from page_words import wrong_words
from pages import Temuan, choose_files, judge_files

from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi

LONG = "Penyaluran bantuan kepada keluarga penerima manfaat di sebelas kecamatan berjalan menurut jadwal. "


def plain_document() -> Document:
    document = docx.Document()
    document.styles.add_style("Nama Penanda Tangan", WD_STYLE_TYPE.PARAGRAPH)
    for _ in range(12):
        document.add_paragraph(LONG)
    return document


def new_page(document: Document) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def remnant(document: Document) -> None:
    new_page(document)
    document.add_paragraph("Sisa dua baris.")


def lone_signature(document: Document) -> None:
    new_page(document)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "\n" * 20 + "Kepala Dinas"
    cell.add_paragraph("Pejabat Contoh", "Nama Penanda Tangan")


def heading_at_the_end(document: Document) -> None:
    heading = document.add_paragraph("Bab Berikutnya", "Heading 2")
    heading.paragraph_format.keep_with_next = False
    following = document.add_paragraph(LONG * 12)
    following.paragraph_format.page_break_before = True


def torn_row(document: Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = "\n".join([LONG] * 30)


def cut_by_an_exact_height(document: Document) -> None:
    row = document.add_table(1, 2).rows[0]
    row.height, row.height_rule = Pt(18), WD_ROW_HEIGHT_RULE.EXACTLY
    row.cells[0].text = LONG


def beyond_the_edge(document: Document) -> None:
    document.add_paragraph("Menjorok keluar").paragraph_format.left_indent = Cm(-4)


def broken_word(document: Document) -> None:
    table = document.add_table(1, 2)
    table.autofit = False
    table.columns[0].width = table.cell(0, 0).width = Cm(1.5)
    table.cell(0, 0).text = "Pertanggungjawaban"


def say(text: str) -> Callable[[Document], object]:
    return lambda document: document.add_paragraph(text)


DOCUMENTS: dict[str, tuple[Callable[[Document], object], str]] = {
    "English": (say("Laporan ini draft and belum final."), "kata Inggris"),
    "an English month": (say("Jeneponto, 17 August 2026"), "kata Inggris"),
    "None": (say("Target: None"), "nilai rusak"),
    "a placeholder": (say("Berkas {berkas}"), "nilai rusak"),
    "an English number": (say("Pagu Rp1,865,000.50"), "penulisan angka"),
    "an English percentage": (say("Serapan 84.1%"), "penulisan angka"),
    "a remnant": (remnant, "halaman hampir kosong"),
    "a lone signature": (lone_signature, "tanda tangan sendirian"),
    "a heading at the end": (heading_at_the_end, "judul terpisah dari isinya"),
    "a torn row": (torn_row, "baris terbelah dua halaman"),
    "an exact height": (cut_by_an_exact_height, "teks terpotong"),
    "text beyond the edge": (beyond_the_edge, "di luar tepi kertas"),
    "a broken word": (broken_word, "kata tidak tercetak utuh"),
}


def wrapped(sheet: Worksheet) -> None:
    sheet["A9"] = LONG
    sheet["A9"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[9].height = 26


def centred(sheet: Worksheet) -> None:
    wrapped(sheet)
    sheet["A9"].alignment = Alignment(wrap_text=True, vertical="center")


def merged(sheet: Worksheet) -> None:
    centred(sheet)
    sheet.merge_cells("A9:B9")


def half_a_line(sheet: Worksheet) -> None:
    sheet["A9"] = "Penyaluran bantuan kepada keluarga"
    sheet["A9"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[9].height = 16


def beside_a_neighbour(sheet: Worksheet) -> None:
    sheet["A9"], sheet["B9"] = "Penyaluran bantuan kepada keluarga penerima", "tetangga"


def narrow_number(sheet: Worksheet) -> None:
    sheet["C9"] = 1865000000
    sheet.column_dimensions["C"].width = 4


def shrunk(sheet: Worksheet) -> None:
    sheet["A9"], sheet["B9"] = LONG, "tetangga"
    sheet["A9"].alignment = Alignment(shrink_to_fit=True)


def error_value(sheet: Worksheet) -> None:
    sheet["A9"] = "=1/0"


WORKBOOKS: dict[str, tuple[Callable[[Worksheet], object], str]] = {
    "a wrapped text cut": (wrapped, "teks terpotong"), "a centred text cut": (centred, "teks terpotong"),
    "a merged text cut": (merged, "teks terpotong"), "half a line": (half_a_line, "teks terpotong"),
    "a text cut by its neighbour": (beside_a_neighbour, "kata tidak tercetak utuh"),
    "a number too wide": (narrow_number, "nilai rusak"), "an error": (error_value, "nilai rusak"),
    "a text shrunk to nothing": (shrunk, "huruf terlalu kecil"),
}


def plain_sheet(book: openpyxl.Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 22
    for row in (1, 12):
        sheet.cell(row, 1, "Isi lembar ini")
    sheet["B1"], sheet["B1"].number_format = 1865000.5, "#,##0.00"
    return sheet


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Temuan]]:
    """All planted files through one run of LibreOffice: the faults by the name of the plant."""
    folder = tmp_path_factory.mktemp("halaman")
    plants: dict[Path, str] = {}
    for name, (plant, _) in {**DOCUMENTS, "sound document": (lambda _: None, "")}.items():
        document = plain_document()
        plant(document)
        plants[folder / f"{name}.docx"] = name
        document.save(str(folder / f"{name}.docx"))
    for name, (plant, _) in {**WORKBOOKS, "sound workbook": (lambda _: None, "")}.items():
        book = openpyxl.Workbook()
        plant(plain_sheet(book))
        plants[folder / f"{name}.xlsx"] = name
        book.save(folder / f"{name}.xlsx")
    form = folder / "sound form.docx"
    form.write_bytes(write_lembar_disposisi(disposisi(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "REHSOS"),
                                            TEMPLAT_DISPOSISI))
    plants[form] = "sound form"
    faults = judge_files(list(plants))
    return {name: [fault for fault in faults if fault.berkas == str(path)] for path, name in plants.items()}


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, (_, rule) in {**DOCUMENTS, **WORKBOOKS}.items()])
def test_a_planted_fault_is_seen_and_named(found: dict[str, list[Temuan]], name: str, rule: str) -> None:
    assert rule in {fault.aturan for fault in found[name]}


@pytest.mark.parametrize("name", ["sound document", "sound workbook", "sound form"])
def test_sound_pages_have_no_fault(found: dict[str, list[Temuan]], name: str) -> None:
    assert found[name] == []


def test_indonesian_spelling_is_no_fault() -> None:
    text = ("Serapan 19,30% (Rp359.970.000 dari pagu Rp1.865.000.000), 17 Agustus 2026 pukul 09.40, kode 1.06.04.2.01, "
            "SOP /SOP/DINSOS/I/2022, rata-rata 0,1234; Pola nomor [nomor]/[kode]/[tahun]")
    assert list(wrong_words(text)) == []


def test_of_each_kind_and_quarter_the_largest_file_is_chosen(tmp_path: Path) -> None:
    sizes = {"REHSOS/Cetak/2026 TW I/Disposisi 1 REHSOS TW I 2026.docx": 1,
             "PFM/Cetak/2026 TW I/Disposisi 1 PFM TW I 2026.docx": 2,
             "PFM/Cetak/2026 TW I/Disposisi 2 PFM TW I 2026.docx": 1,
             "PFM/Cetak/2026 TW II/Disposisi 1 PFM TW II 2026.docx": 1,
             "Perencanaan/Laporan/Laporan Triwulan I 2026 DRAF.docx": 1,
             "Perencanaan/Laporan/Laporan Triwulan I 2026.docx": 1,
             "Perencanaan/Templat/Lembar Kerja.xlsx": 9}
    for name, size in sizes.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    chosen = [path.relative_to(tmp_path).as_posix() for path in choose_files(tmp_path)]
    assert chosen == sorted(set(sizes) - {"REHSOS/Cetak/2026 TW I/Disposisi 1 REHSOS TW I 2026.docx",
                                          "Perencanaan/Templat/Lembar Kerja.xlsx"})


def test_a_row_that_stands_on_no_page_is_named(tmp_path: Path) -> None:
    document = docx.Document()  # LibreOffice 7.4 lays rows below the edge of the paper, its own doing
    document.add_table(1, 1).cell(0, 0).text = "1.06.01.2.01.0004"
    document.save(str(tmp_path / "hilang.docx"))
    assert list(judge_flow(Printed(tmp_path / "hilang.docx", ()))) == [(0, "baris tidak tercetak", "1.06.01.2.01.0004")]
