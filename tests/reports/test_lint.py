"""The linter finds each fault planted into a sound document, and only that one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from dokumen_uji import TEMPLAT_LAPORAN, change_part, laporan

from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lint.lint import lint_document

DOCUMENT, STYLES, RELS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
SOUND = write_laporan_triwulan(laporan(), TEMPLAT_LAPORAN)


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


FAULTS = {
    "paragraph properties out of order": (DOCUMENT, swap('<w:pStyle w:val="KopNama"/>',
                                                         '<w:jc w:val="left"/><w:pStyle w:val="KopNama"/>'),
                                          "pPr has its children in the wrong order"),
    "run properties out of order": (STYLES, swap("<w:b/><w:bCs/><w:color", "<w:color w:val=\"FF0000\"/><w:b/><w:bCs/>"
                                                 "<w:color"), "rPr has its children in the wrong order"),
    "cell properties out of order": (DOCUMENT, swap('<w:gridSpan w:val="4"/>', '<w:vAlign w:val="top"/>'
                                                    '<w:gridSpan w:val="4"/>'), "tcPr has its children"),
    "an element where it does not belong": (DOCUMENT, swap("<w:trPr>", "<w:trPr/><w:p/><w:trPr>"),
                                            "p does not belong in tr"),
    "a cell without a paragraph": (DOCUMENT, lambda xml: _first_cell_emptied(xml), "does not end with a paragraph"),
    "a row with a cell too few": (DOCUMENT, swap('<w:gridSpan w:val="4"/>', '<w:gridSpan w:val="3"/>'),
                                  "does not fill its"),
    "a table without heading row": (DOCUMENT, lambda xml: xml.replace("<w:tblHeader/>", ""),
                                    "no heading row that repeats"),
    "a bookmark that is not closed": (DOCUMENT, swap('<w:bookmarkEnd w:id="1"/>', ""), "not closed one by one"),
    "two bookmarks with one id": (DOCUMENT, lambda xml: xml.replace(
        f'w:id="{_ids(xml)[1]}"', f'w:id="{_ids(xml)[0]}"'), "bookmark id"),
    "control properties out of order": (DOCUMENT, swap(
        '<w15:appearance w15:val="hidden"/></w:sdtPr>', "<w:rPr/></w:sdtPr>"),
                                        "sdtPr has its children in the wrong order"),
    "two controls with one id": (DOCUMENT, lambda xml: re.sub(
        r'(<w:tag [^>]*/><w:id w:val=")\d+', r"\g<1>7777777", xml, count=2), "control id 7777777 occurs 2 times"),
    "two figures with one tag": (DOCUMENT, lambda xml: xml.replace(*reversed(_tags(xml)[:2]), 1), "occurs 2 times"),
    "a control whose name is too long for Word": (DOCUMENT, lambda xml: re.sub(
        r'(<w:alias w:val=")[^"]+', rf"\g<1>{'x' * 65}", xml, count=1), "is too long"),
    "an empty control": (DOCUMENT, lambda xml: re.sub(
        r"<w:sdtContent>.*?</w:sdtContent>", "<w:sdtContent/>", xml, count=1), "holds nothing"),
    "a figure without its bookmark": (DOCUMENT, swap('w:name="_kx_', 'w:name="_lain_'), "has no bookmark of its name"),
    "an extension that is not declared": (DOCUMENT, swap('Ignorable="w14 w15"', 'Ignorable="w14 w15 w99"'),
                                          "w99 may be ignored but is not declared"),
    "two bookmarks with one name": (DOCUMENT, swap('w:name="_Ref_bukti"', 'w:name="_Ref_berkas"'),
                                    "bookmark name _Ref_berkas occurs 2 times"),
    "a bookmark name too long for Word": (DOCUMENT, swap('w:name="_Ref_bukti"', f'w:name="_Ref_{"b" * 40}"'),
                                          "is too long"),
    "a field that does not end": (DOCUMENT, swap('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
                                  "unbalanced field"),
    "a reference to nothing": (DOCUMENT, swap("REF _Ref_capaian", "REF _Ref_hilang"), "REF points at _Ref_hilang"),
    "a style that is not there": (DOCUMENT, swap('w:val="KopNama"', 'w:val="KopHilang"'), "style KopHilang"),
    "a list that is not there": (DOCUMENT, swap('<w:numId w:val="3"/>', '<w:numId w:val="99"/>'), "list 99"),
    "a relation that is not there": (DOCUMENT, lambda xml: xml.replace('r:id="rId4"', 'r:id="rId44"'),
                                     "relation rId44 is used but not there"),
    "a relation that leads nowhere": (RELS, swap("settings.xml", "hilang.xml"), "word/hilang.xml, which is missing"),
    "a question on opening": ("word/settings.xml", swap("<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
                              "updateFields"),
    "a dirty field": (DOCUMENT, swap('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'), "dirty field"),
    "a part without content type": ("[Content_Types].xml", swap('Extension="rels"', 'Extension="xyz"'),
                                    "no content type"),
}


def _ids(xml: str) -> list[str]:
    return re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)


def _tags(xml: str) -> list[str]:
    return re.findall(r'<w:tag w:val="([^"]+)"', xml)


def _first_cell_emptied(xml: str) -> str:
    start = xml.index("<w:tcPr>")
    return xml[:xml.index("<w:p>", start)] + xml[xml.index("</w:tc>", start):]


def test_the_document_the_faults_are_planted_in_is_sound() -> None:
    assert lint_document(SOUND) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    part, change, message = FAULTS[fault]
    findings = lint_document(change_part(SOUND, part, change))
    assert any(message in finding for finding in findings), findings


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html/>"])
def test_what_is_no_package_is_one_finding(data: bytes) -> None:
    assert len(lint_document(data)) == 1


def test_broken_xml_is_one_finding() -> None:
    findings = lint_document(change_part(SOUND, DOCUMENT, swap("</w:body>", "")))
    assert len(findings) == 1
    assert "not a readable package" in findings[0]
