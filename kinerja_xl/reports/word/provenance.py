"""The list of sources inside a document: a part of its own that says what each figure is made of, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from lxml import etree

from kinerja_xl import __version__
from kinerja_xl.domain.sumber import AsalDokumen, BerkasSumber, Sumber, SumberHitung, SumberSel, walk_sumber
from kinerja_xl.reports.word.figures import Tercatat
from kinerja_xl.reports.word.parts import DOCUMENT, parse_part, relations_of
from kinerja_xl.reports.word.xml_text import clean

NS_ASAL = "urn:kinerja-xl:asal:1"
_A = f"{{{NS_ASAL}}}"
_ITEM, _PROPS = "/customXml/item%d.xml", "/customXml/itemProps%d.xml"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPS_XML = ('<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem '
              'ds:itemID="{6D1A1D3C-7E0B-4D0A-9B52-2C5B7F2F5A11}" '
              'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
              f'<ds:schemaRef ds:uri="{NS_ASAL}"/></ds:schemaRefs></ds:datastoreItem>')


@dataclass(frozen=True)
class DaftarSumber:
    """The list of sources as read: what the document was made of, and for each tag its line and what lies below it.

    ``angka`` maps a tag to the key of its source ("" = none) and its text, ``sumber`` a key to what is said of it,
    ``berkas`` the key of a workbook (``<nama>|<versi>``) to what is said of that; keys of inputs stand on lines.
    ``program`` is the version of this program that made it.
    """

    asal: AsalDokumen | None
    angka: Mapping[str, tuple[str, str]]
    sumber: Mapping[str, Mapping[str, str]]
    berkas: Mapping[str, Mapping[str, str]]
    program: str = ""

    def books_of(self, kunci: str) -> frozenset[str]:
        """Return the keys of the workbooks that a source rests on, however far below it."""
        found, stack, seen = set(), [kunci], {kunci}
        while stack:
            facts = self.sumber.get(stack.pop(), {})
            if facts.get("berkas"):
                found.add(facts["berkas"])
            below = [key for key in facts.get("masukan", "").split("\n") if key and key not in seen]
            seen.update(below)
            stack += below
        return frozenset(found)


def add_sources(part: DocumentPart, asal: AsalDokumen | None, daftar: Sequence[Tercatat]) -> None:
    """Put the list of sources into a document as a part that Word and LibreOffice keep."""
    if asal is None and not daftar:
        return
    package = part.package
    assert package is not None  # a document that was opened always has one
    taken = {str(relation.target_part.partname) for relation in part.rels.values() if not relation.is_external}
    number = next(n for n in range(1, len(taken) + 2) if _ITEM % n not in taken)
    item = Part(PackURI(_ITEM % number), "application/xml", sources_xml(asal, daftar).encode("utf-8"), package)
    props = Part(PackURI(_PROPS % number), _PROPS_TYPE, _PROPS_XML.encode("utf-8"), package)
    item.relate_to(props, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def sources_xml(asal: AsalDokumen | None, daftar: Sequence[Tercatat]) -> str:
    """Return the list of sources: workbooks, sources with what they are made of, figures; each source once."""
    known: dict[str, str] = {}
    books: dict[BerkasSumber, str] = {}
    lines = []
    for sumber in walk_sumber(one.sumber for one in daftar if one.sumber is not None):
        known[sumber.kunci] = f"s{len(known) + 1}"
        lines.append(_source(sumber, known, books))
    figures = [f'<angka tag="{one.tag}" sumber="{known[one.sumber.kunci] if one.sumber else ""}" '
               f'tampil="{clean(one.tampil)}"/>' for one in daftar]
    files = [_book(berkas, key) for berkas, key in books.items()]
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<asal xmlns="{NS_ASAL}"{_origin(asal)}>'
            f"{''.join(files)}{''.join(lines)}{''.join(figures)}</asal>")


def _origin(asal: AsalDokumen | None) -> str:
    if asal is None:
        return ""
    return (f' kantor="{clean(asal.kantor)}" jenis="{clean(asal.jenis)}" untuk="{clean(asal.untuk)}" '
            f'peristiwa="{asal.peristiwa}" hari="{asal.hari.isoformat()}" pilihan="{clean(asal.pilihan)}" '
            f'program="{__version__}"')


def _book(berkas: BerkasSumber, key: str) -> str:
    pada = berkas.pada.isoformat() if berkas.pada else ""
    return (f'<berkas id="{key}" nama="{clean(berkas.nama)}" versi="{berkas.versi}" sha256="{clean(berkas.sha256)}" '
            f'jalur="{clean(berkas.jalur)}" oleh="{clean(berkas.oleh)}" pada="{pada}"/>')


def _source(sumber: Sumber, known: Mapping[str, str], books: dict[BerkasSumber, str]) -> str:
    head = f'<sumber id="{known[sumber.kunci]}" kunci="{clean(sumber.kunci)}" '
    if isinstance(sumber, SumberSel):
        book = books.setdefault(sumber.berkas, f"b{len(books) + 1}")
        return f'{head}berkas="{book}" lembar="{clean(sumber.letak.lembar)}" sel="{clean(sumber.letak.sel)}"/>'
    if isinstance(sumber, SumberHitung):
        inputs = " ".join(known[masukan.kunci] for masukan in sumber.masukan)
        return f'{head}rumus="{clean(sumber.rumus)}" masukan="{inputs}"/>'
    return f'{head}jejak="{clean(sumber.uraian)}" kode="{clean(" ".join(sumber.kode))}"/>'


def read_sources(parts: Mapping[str, bytes]) -> DaftarSumber | None:
    """Return the list of sources of a document, None where it has none; ValueError where it cannot be understood."""
    name = sources_part(parts)
    return None if name is None else _read(parse_part(parts[name]))


def sources_part(parts: Mapping[str, bytes]) -> str | None:
    """Return the name of the part that is the list of sources, None where a document has none."""
    return next((relasi.target for relasi in relations_of(parts, DOCUMENT).values()
                 if relasi.jenis == "customXml" and relasi.target in parts
                 and parse_part(parts[relasi.target]).tag == f"{_A}asal"), None)


def _read(root: etree._Element) -> DaftarSumber:
    asal = AsalDokumen(root.get("kantor", ""), root.get("jenis", ""), root.get("untuk", ""),
                       int(root.get("peristiwa", "")), date.fromisoformat(root.get("hari", "")),
                       root.get("pilihan", "")) if root.get("jenis") else None
    keys = {element.get("id", ""): element.get("kunci", "") for element in root.iter(f"{_A}sumber")}
    books = {element.get("id", ""): dict(_facts(element)) for element in root.iter(f"{_A}berkas")}
    sources = {}
    for element in root.iter(f"{_A}sumber"):
        facts = dict(_facts(element))
        facts["masukan"] = "\n".join(keys.get(key, "") for key in facts.get("masukan", "").split())
        if "berkas" in facts:
            facts["berkas"] = _key(books.get(facts["berkas"], {}))
        sources[element.get("kunci", "")] = facts
    figures = {element.get("tag", ""): (keys.get(element.get("sumber", ""), ""), element.get("tampil", ""))
               for element in root.iter(f"{_A}angka")}
    return DaftarSumber(asal, figures, sources, {_key(book): book for book in books.values()},
                        root.get("program", ""))


def _key(book: Mapping[str, str]) -> str:
    return f"{book.get('nama', '')}|{book.get('versi', '')}"


def _facts(element: etree._Element) -> Iterator[tuple[str, str]]:
    return ((str(key), str(value)) for key, value in element.attrib.items() if key != "id")
