"""The order in which WordprocessingML wants the children of its property elements; Word refuses a file over it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kinerja_xl.reports.word.parts import W

_ORDER = {name: order.split() for name, order in {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
           "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
           "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
           "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
           "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
           "em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
             "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation comboBox "
             "date docPartObj docPartList dropDownList picture richText text citation group bibliography",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
             "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
}.items()}


def check_order(name: str, root: etree._Element) -> Iterator[str]:
    """Yield one finding for each element whose children stand in the wrong order or are unknown there."""
    for element in root.iter(*(f"{W}{kind}" for kind in _ORDER)):
        kind = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element if str(child.tag).startswith(W)]
        unknown = [child for child in children if child not in _ORDER[kind]]
        if unknown:
            yield f"{name}: {unknown[0]} does not belong in {kind}"
            continue
        places = [_ORDER[kind].index(child) for child in children]
        if places != sorted(places):
            yield f"{name}: {kind} has its children in the wrong order: {' '.join(children)}"
