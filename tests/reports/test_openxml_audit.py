"""The rules of the Open XML SDK (openxml-audit) hold for each kind of document that we write."""

from __future__ import annotations

from pathlib import Path

import pytest
from dokumen_uji import TEMPLAT_DISPOSISI, TEMPLAT_LAPORAN, change_part, disposisi
from dokumen_uji import laporan as laporan_triwulan
from naskah_tahunan_uji import TEMPLAT_E81, TEMPLAT_TAHUNAN, form, surat
from openxml_audit import OpenXmlValidator
from tahun_uji import laporan
from test_laporan_bidang_docx import NASKAH, content

from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.reports.form_e81 import write_form_e81
from kinerja_xl.reports.laporan_bidang import write_laporan_bidang
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi
from kinerja_xl.reports.surat_pengantar import write_surat_pengantar

WRITERS = {
    "LKjIP": lambda: write_laporan_kinerja(laporan(), TEMPLAT_TAHUNAN),
    "Laporan Triwulan": lambda: write_laporan_triwulan(laporan_triwulan(), TEMPLAT_LAPORAN),
    "Form E.81": lambda: write_form_e81(form(), TEMPLAT_E81),
    "Surat Pengantar": lambda: write_surat_pengantar(surat(), TEMPLAT_LAPORAN),
    "Laporan Data Kinerja": lambda: write_laporan_bidang(content(next(iter(NASKAH))), TEMPLAT_LAPORAN),
    "Lembar Disposisi": lambda: write_lembar_disposisi(
        disposisi(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "LINJAMSOS"), TEMPLAT_DISPOSISI)}


def audit(data: bytes, place: Path) -> list[str]:
    path = place / "naskah.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_document_breaks_no_rule(kind: str, tmp_path: Path) -> None:
    assert audit(WRITERS[kind](), tmp_path) == []


def test_a_broken_rule_is_told(tmp_path: Path) -> None:
    broken = change_part(WRITERS["Surat Pengantar"](), "word/document.xml",
                         lambda xml: xml.replace("<w:tcPr>", '<w:tcPr><w:vAlign w:val="top"/>', 1))
    assert audit(broken, tmp_path) != []
