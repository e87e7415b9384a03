"""The Lembar Disposisi as a Word document: the classic form, one page, nothing invented."""

from __future__ import annotations

import io

import docx
import pytest
from dokumen_uji import TEMPLAT_DISPOSISI, TEMPLAT_LAPORAN, compare_golden, disposisi
from laporan_uji import pengaturan

from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.errors import TemplateBroken
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi
from kinerja_xl.reports.lint.lint import lint_document

PAPERS = {
    "lembar-disposisi-1.txt": disposisi(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "REHSOS"),
    "lembar-disposisi-2-tanpa-pejabat.txt": disposisi(Tindakan.PERINTAHKAN, 2, Status.DIPERINTAHKAN, "DAYASOS"),
    "lembar-disposisi-5-disetujui.txt": disposisi(Tindakan.SETUJUI, 5, Status.DISETUJUI, "REHSOS"),
    "lembar-disposisi-5-dikembalikan.txt": disposisi(Tindakan.KEMBALIKAN, 5, Status.DIKEMBALIKAN, "LINJAMSOS",
                                                     "Lengkapi bukti dukung LJ-01.\nPeriksa kembali pembilang."),
}


@pytest.mark.parametrize("nama", PAPERS)
def test_the_text_is_the_one_that_was_read_and_approved(nama: str) -> None:
    data = write_lembar_disposisi(PAPERS[nama], TEMPLAT_DISPOSISI)
    assert lint_document(data) == ()
    compare_golden(nama, dump_document(data))


def test_the_form_is_f4_as_the_settings_say() -> None:
    assert pengaturan().instansi.kertas_surat == "F4"
    page = docx.Document(io.BytesIO(write_lembar_disposisi(PAPERS["lembar-disposisi-1.txt"],
                                                           TEMPLAT_DISPOSISI))).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (215, 330)


def test_the_same_content_gives_the_same_bytes() -> None:
    paper = PAPERS["lembar-disposisi-1.txt"]
    assert write_lembar_disposisi(paper, TEMPLAT_DISPOSISI) == write_lembar_disposisi(paper, TEMPLAT_DISPOSISI)


def test_an_empty_note_leaves_lines_to_write_on_and_a_note_takes_their_place() -> None:
    def dotted(nama: str) -> int:
        table = docx.Document(io.BytesIO(write_lembar_disposisi(PAPERS[nama], TEMPLAT_DISPOSISI))).tables[0]
        cell = next(c for row in table.rows for c in row.cells if c.text.startswith("Catatan:"))
        return len(cell._tc.xpath('.//w:tab[@w:leader="dot"]'))

    assert dotted("lembar-disposisi-1.txt") == 2
    assert dotted("lembar-disposisi-5-dikembalikan.txt") == 0


def test_another_papers_template_lacks_the_forms_styles() -> None:
    with pytest.raises(TemplateBroken, match="Judul Formulir"):
        write_lembar_disposisi(PAPERS["lembar-disposisi-1.txt"], TEMPLAT_LAPORAN)
