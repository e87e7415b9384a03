"""A linter for the Word documents we write: what Word would repair, refuse or ask about, found without Word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from zipfile import BadZipFile

from lxml import etree

from kinerja_xl.reports.lint.lint_charts import check_chart, check_drawings
from kinerja_xl.reports.lint.lint_controls import check_controls
from kinerja_xl.reports.lint.lint_fields import check_fields
from kinerja_xl.reports.lint.lint_order import check_order
from kinerja_xl.reports.lint.lint_pages import check_pages
from kinerja_xl.reports.word.parts import DOCUMENT, R, W, parse_part, read_parts, relations_of

_MAX_BOOKMARK = 40
_TYPES = "[Content_Types].xml"


def lint_document(data: bytes) -> tuple[str, ...]:
    """Return every finding, none for a sound document; never raises on a broken one."""
    try:
        parts = read_parts(data)
        roots = {name: parse_part(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    except (BadZipFile, etree.XMLSyntaxError) as error:
        return (f"not a readable package: {error}",)
    if DOCUMENT not in roots or _TYPES not in roots:
        return ("no word/document.xml or no content types",)
    findings = [*_check_types(roots, parts), *_check_settings(roots), *check_pages(roots)]
    for name in ("", *roots):
        findings += _check_relations(parts, roots, name)
    for name, root in roots.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            findings += check_order(name, root)
            findings += _check_part(name, root, roots)
            findings += [*check_drawings(name, root, parts), *check_chart(name, root, parts)]
    return tuple(findings)


def _check_part(name: str, root: etree._Element, roots: Mapping[str, etree._Element]) -> Iterator[str]:
    yield from _check_bookmarks(name, root)
    yield from check_fields(name, root)
    yield from check_controls(name, root)
    yield from _check_tables(name, root)
    yield from _check_references(name, root, roots)


def _check_types(roots: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> Iterator[str]:
    defaults = {element.get("Extension", "").lower() for element in roots[_TYPES] if element.get("Extension")}
    overrides = {element.get("PartName", "").lstrip("/") for element in roots[_TYPES] if element.get("PartName")}
    for name in sorted(overrides - set(parts)):
        yield f"{_TYPES}: {name} is declared but missing"
    for name in parts:
        if name != _TYPES and name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{_TYPES}: {name} has no content type"


def _check_settings(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in roots.items():
        if next(root.iter(f"{W}updateFields"), None) is not None:
            yield f"{name}: updateFields makes Word ask a question on opening"
        if any(element.get(f"{W}dirty") for element in root.iter(f"{W}fldChar", f"{W}fldSimple")):
            yield f"{name}: a dirty field makes Word ask a question on opening"


def _check_relations(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element], name: str) -> Iterator[str]:
    relations = relations_of(parts, name)
    for key, relasi in relations.items():
        if not relasi.luar and relasi.target not in parts:
            yield f"{name}: relation {key} leads to {relasi.target}, which is missing"
    if name:
        used = {value for element in roots[name].iter(etree.Element)
                for key, value in element.attrib.items() if str(key).startswith(R)}
        for key in sorted(used - set(relations)):
            yield f"{name}: relation {key} is used but not there"


def _check_bookmarks(name: str, root: etree._Element) -> Iterator[str]:
    starts = [(element.get(f"{W}id"), element.get(f"{W}name", "")) for element in root.iter(f"{W}bookmarkStart")]
    ends = [element.get(f"{W}id") for element in root.iter(f"{W}bookmarkEnd")]
    if Counter(key for key, _ in starts) != Counter(ends):
        yield f"{name}: bookmarks are not closed one by one"
    drawings = [element.get("id") for element in root.iter("{*}docPr")]
    for kind, values in (("bookmark id", [key for key, _ in starts]), ("bookmark name", [label for _, label in starts]),
                         ("drawing id", drawings)):
        yield from (f"{name}: {kind} {value} occurs {times} times"
                    for value, times in Counter(values).items() if times > 1)
    yield from (f"{name}: bookmark name {label} is too long" for _, label in starts if len(label) > _MAX_BOOKMARK)


def _check_tables(name: str, root: etree._Element) -> Iterator[str]:
    for number, table in enumerate(root.iter(f"{W}tbl"), 1):
        where = f"{name}: table {number}"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        look = table.find(f"{W}tblPr/{W}tblLook")
        titled = look is not None and look.get(f"{W}firstRow") == "1"
        if not rows or (titled and rows[0].find(f"{W}trPr/{W}tblHeader") is None):
            yield f"{where} has no heading row that repeats"
        for row in rows:
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc")]
            if sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) != columns:
                yield f"{where} has a row that does not fill its {columns} columns"
            if any(len(cell) == 0 or cell[-1].tag != f"{W}p" for cell in row.iterfind(f"{W}tc")):
                yield f"{where} has a cell that does not end with a paragraph"


def _check_references(name: str, root: etree._Element, roots: Mapping[str, etree._Element]) -> Iterator[str]:
    styles, numbering = roots.get("word/styles.xml"), roots.get("word/numbering.xml")
    known = {} if styles is None else {element.get(f"{W}styleId") for element in styles.iter(f"{W}style")}
    used = {element.get(f"{W}val") for element in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    yield from (f"{name}: style {style} is not there" for style in sorted(used - set(known), key=str))
    lists = set() if numbering is None else {element.get(f"{W}numId") for element in numbering.iter(f"{W}num")}
    wanted = {element.get(f"{W}val") for element in root.iter(f"{W}numId")} - {"0"}
    yield from (f"{name}: list {key} is not there" for key in sorted(wanted - lists, key=str))
