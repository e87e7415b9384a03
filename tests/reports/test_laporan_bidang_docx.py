"""Bahan Laporan and Laporan Data Kinerja as Word documents: sound, reproducible, landscape, with their code."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from dokumen_uji import TEMPLAT_LAPORAN, compare_golden
from laporan_uji import PERIODE, RENCANA, data_after, pengaturan

from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, LaporanBidang, laporan_bidang
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_bidang import write_laporan_bidang
from kinerja_xl.reports.lint.lint import lint_document

NASKAH = {"bahan-laporan": (JenisLaporan.BAHAN, Tindakan.SERAHKAN_BAHAN),
          "laporan-data-kinerja-diajukan": (JenisLaporan.DATA_KINERJA, Tindakan.AJUKAN_LAPORAN),
          "laporan-data-kinerja-disetujui": (JenisLaporan.DATA_KINERJA, Tindakan.SETUJUI)}


def content(nama: str, *, contoh: bool = True) -> LaporanBidang:
    jenis, tindakan = NASKAH[nama]
    return laporan_bidang(jenis, pengaturan(contoh=contoh), RENCANA.of_unit("LINJAMSOS", None), PERIODE,
                          data_after(tindakan, "LINJAMSOS"))


@pytest.mark.parametrize("nama", NASKAH)
def test_the_text_is_the_one_that_was_read_and_approved(nama: str) -> None:
    data = write_laporan_bidang(content(nama), TEMPLAT_LAPORAN)
    compare_golden(f"{nama}.txt", dump_document(data))
    assert lint_document(data) == ()
    assert write_laporan_bidang(content(nama), TEMPLAT_LAPORAN) == data


@pytest.mark.parametrize(("nama", "contoh", "line"), [
    ("bahan-laporan", False, ""), ("bahan-laporan", True, "DATA CONTOH – bukan data resmi"),
    ("laporan-data-kinerja-diajukan", False, "BELUM DISETUJUI"),
    ("laporan-data-kinerja-disetujui", False, "")])
def test_every_page_says_what_the_paper_is_and_carries_its_code(nama: str, contoh: bool, line: str) -> None:
    isi = content(nama, contoh=contoh)
    (section,) = docx.Document(io.BytesIO(write_laporan_bidang(isi, TEMPLAT_LAPORAN))).sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert "".join(p.text for p in section.header.paragraphs) == line
    assert f"Kode naskah {isi.kode}" in section.footer.paragraphs[-1].text


def test_the_last_table_and_the_closing_stay_with_the_signatures() -> None:
    document = docx.Document(io.BytesIO(write_laporan_bidang(content("bahan-laporan"), TEMPLAT_LAPORAN)))
    evidence = next(t for t in document.tables if "Berkas atau Tautan" in t.rows[0].cells[-1].text)
    assert evidence.rows[-1].cells[0].paragraphs[0].paragraph_format.keep_with_next
    closing = next(p for p in document.paragraphs if p.text.startswith("Demikian"))
    assert closing.paragraph_format.keep_with_next
