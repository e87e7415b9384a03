"""Edits that people make to a document's figures, each chosen by a random number; and what programs do to it anyway."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from kinerja_xl.reports.word.figures import is_tag
from kinerja_xl.reports.word.parts import DOCUMENT, W, parse_part, relations_of

Parts = dict[str, bytes]
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORDS = ("melampaui", "naik", "turun", "Sangat Tinggi", "Rendah", "Persen", "Dokumen", "belum diisi")


def pack(parts: Parts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def controls(root: etree._Element) -> list[etree._Element]:
    return [one for one in root.iter(f"{W}sdt") if (tag := one.find(f"{W}sdtPr/{W}tag")) is not None
            and is_tag(tag.get(f"{W}val", ""))]


def text_of(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def set_text(element: etree._Element, teks: str) -> None:
    first, *others = element.iter(f"{W}t")
    first.text = teks
    for other in others:
        other.text = ""


def another_number(teks: str, dice: random.Random) -> str:
    """The same text with one digit changed."""
    places = [n for n, sign in enumerate(teks) if sign.isdigit()]
    at = dice.choice(places)
    return f"{teks[:at]}{(int(teks[at]) + dice.randint(1, 9)) % 10}{teks[at + 1:]}"


def edit_document(parts: Parts, change: Callable[[etree._Element], None]) -> Parts:
    root = parse_part(parts[DOCUMENT])
    change(root)
    return {**parts, DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


def sources_part(parts: Parts) -> str:
    return next(r.target for r in relations_of(parts, DOCUMENT).values() if r.jenis == "customXml")


# the edits of the list

def edit_figure(parts: Parts, dice: random.Random) -> Parts:
    def change(root: etree._Element) -> None:
        control = dice.choice([one for one in controls(root) if re.search(r"\d", text_of(one))])
        set_text(control, another_number(text_of(control), dice))

    return edit_document(parts, change)


def edit_figure_and_list(parts: Parts, dice: random.Random) -> Parts:
    """The figure, and the same figure in the list of sources inside the document."""
    told: dict[str, str] = {}

    def change(root: etree._Element) -> None:
        control = dice.choice([one for one in controls(root) if re.search(r"\d", text_of(one))])
        tag = control.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        set_text(control, another_number(text_of(control), dice))
        told[tag.get(f"{W}val", "")] = text_of(control)

    edited = edit_document(parts, change)
    root = parse_part(edited[sources_part(edited)])
    for line in root.iter("{*}angka"):
        if line.get("tag") in told:
            line.set("tampil", told[line.get("tag", "")])
    return {**edited, sources_part(edited): etree.tostring(root)}


def swap_controls(parts: Parts, dice: random.Random) -> Parts:
    """Two whole controls change places, with everything that is in them."""
    def change(root: etree._Element) -> None:
        one, two = dice.sample(controls(root), 2)
        parent, place = one.getparent(), one.getnext()
        assert parent is not None
        two.addprevious(one)
        if place is None:
            parent.append(two)
        elif place is not two:
            place.addprevious(two)

    return edit_document(parts, change)


def edit_word(parts: Parts, dice: random.Random) -> Parts:
    def change(root: etree._Element) -> None:
        control = dice.choice([one for one in controls(root) if re.search(r"[^\W\d]{3}", text_of(one))
                               and not re.search(r"\d", text_of(one))])
        set_text(control, dice.choice([word for word in WORDS if word != text_of(control)]))

    return edit_document(parts, change)


def insert_number(parts: Parts, dice: random.Random) -> Parts:
    """A number typed into a text that the service wrote, somewhere between its words."""
    def change(root: etree._Element) -> None:
        texts = [t for p in root.iter(f"{W}p") for t in p.iter(f"{W}t") if t.text and _is_plain(t) and _is_generated(p)]
        text = dice.choice(texts)
        words = (text.text or "").split(" ")
        words.insert(dice.randint(0, len(words)), str(dice.randint(3, 97)))
        text.text = " ".join(words)
        text.set(SPACE, "preserve")

    return edit_document(parts, change)


def _is_plain(text: etree._Element) -> bool:
    if any(is_tag(tag.get(f"{W}val", "")) for control in text.iterancestors(f"{W}sdt")
           for tag in control.iterfind(f"{W}sdtPr/{W}tag")):
        return False
    run = text.getparent()
    before = [] if run is None else [mark.get(f"{W}fldCharType") for sibling in run.itersiblings(preceding=True)
                                     for mark in sibling.iter(f"{W}fldChar")]
    return not before or before[0] == "end"  # nearest first: inside a field's result the last mark is "separate"


def _is_generated(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is None or style.get(f"{W}val") not in {"Narasi", "IsianKosong"}


def edit_chart(parts: Parts, dice: random.Random) -> Parts:
    """A cached value of a chart."""
    name = dice.choice([name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)])
    root = parse_part(parts[name])
    point = dice.choice([v for v in root.iterfind(".//{*}val//{*}pt/{*}v") if v.text])
    point.text = str(float(point.text or 0) + dice.choice((-1.5, 0.25, 3)))
    return {**parts, name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


# what leaves the figures as they are

def as_word_saves(parts: Parts, dice: random.Random) -> Parts:
    """Runs split, spelling marks between them, revision ids, other attributes: what Word does on saving."""
    def change(root: etree._Element) -> None:
        for run in list(root.iter(f"{W}r")):
            run.set(f"{W}rsidR", f"00{dice.randrange(16 ** 6):06X}")
            texts = run.findall(f"{W}t")
            if len(texts) == 1 and len(run) <= 2 and len(texts[0].text or "") > 1 and dice.random() < 0.5:
                _split(run, dice)
        for paragraph in root.iter(f"{W}p"):
            paragraph.set(f"{W}rsidR", "00AB12CD")

    return edit_document(parts, change)


def _split(run: etree._Element, dice: random.Random) -> None:
    text = run.find(f"{W}t")
    assert text is not None
    whole = text.text or ""
    at = dice.randint(1, len(whole) - 1)
    other = parse_part(etree.tostring(run))
    text.text = whole[:at]
    text.set(SPACE, "preserve")
    second = other.find(f"{W}t")
    assert second is not None
    second.text = whole[at:]
    second.set(SPACE, "preserve")
    run.addnext(other)
    run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))


def write_narrative(parts: Parts, dice: random.Random) -> Parts:
    """The planner fills placeholders and adds paragraphs of his own, in the styles that are his, with numbers in them.
    """
    def change(root: etree._Element) -> None:
        free = [p for p in root.iter(f"{W}p") if not _is_generated(p)]
        for paragraph in free:
            if dice.random() < 0.7 and text_of(paragraph):
                set_text(paragraph, f"Pada tahun 2026 terdapat {dice.randint(2, 900)} keluarga, naik 12,5% dari 2025.")
            if dice.random() < 0.3:
                paragraph.addnext(parse_part(etree.tostring(paragraph)))
        body = [p for p in root.iterfind(f"{W}body/{W}p") if text_of(p) and p.find(f"{W}pPr/{W}sectPr") is None]
        for paragraph in dice.sample(body, 4):
            own = etree.Element(f"{W}p")
            etree.SubElement(etree.SubElement(own, f"{W}pPr"), f"{W}pStyle").set(f"{W}val", "IsianKosong")
            etree.SubElement(etree.SubElement(own, f"{W}r"), f"{W}t").text = (
                f"Menurut catatan kami terdapat {dice.randint(2, 900)} usulan baru.")
            paragraph.addnext(own)

    return edit_document(parts, change)
