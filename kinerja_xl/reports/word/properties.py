"""The language of a document: Indonesian for every run, also where an office's own Word set another one."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from lxml import etree

from kinerja_xl.reports.word.xml_text import DECLARATIONS, NS

LANGUAGE = "id-ID"
_W = f"{{{NS['w']}}}"


def set_language(dokumen: Document) -> None:
    """Make every run Indonesian, so that Word proofreads it as such; Latin text only, other scripts keep theirs."""
    styles: etree._Element = dokumen.styles.element
    for language in [*styles.iter(f"{_W}lang"), *dokumen.element.iter(f"{_W}lang")]:
        language.set(f"{_W}val", LANGUAGE)
    properties = _default_run_properties(styles)
    if properties.find(f"{_W}lang") is None:
        properties.append(parse_xml(f'<w:lang {DECLARATIONS} w:val="{LANGUAGE}"/>'))


def _default_run_properties(styles: etree._Element) -> etree._Element:
    """``docDefaults/rPrDefault/rPr``, which come first in this order; made where a program left them out."""
    parent = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        child = parent.find(f"{_W}{name}")
        if child is None:
            child = parse_xml(f"<w:{name} {DECLARATIONS}/>")
            parent.insert(0, child)
        parent = child
    return parent
