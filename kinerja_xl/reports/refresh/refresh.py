"""A document that a person wrote in, brought up to date: figures, tables and charts renewed, every word of his kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from kinerja_xl.reports.compare.compare_documents import is_free
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, ParagrafTerbaca, Tempat, read_root, squeeze
from kinerja_xl.reports.refresh.adopt import Pemindah, document_part
from kinerja_xl.reports.refresh.blocks import Blok, Kunci, body_blocks, row_blocks
from kinerja_xl.reports.refresh.captions_again import number_captions
from kinerja_xl.reports.refresh.refresh_charts import refresh_charts
from kinerja_xl.reports.refresh.refresh_sources import refresh_sources
from kinerja_xl.reports.word.parts import W, pack_parts

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST = 160


@dataclass(frozen=True)
class AngkaBerubah:
    """A figure that was renewed: where it stands, what it was and what it is."""

    tempat: Tempat
    lama: str
    baru: str


@dataclass
class Pembaruan:
    """What was renewed; ``didekatnya`` are texts of people beside renewed figures, ``tetap`` what was left alone."""

    daftar_angka: list[AngkaBerubah] = field(default_factory=list)
    didekatnya: list[tuple[Tempat, str]] = field(default_factory=list)
    tetap: list[tuple[Tempat, str]] = field(default_factory=list)

    def keep(self, blok: Blok, why: str) -> None:
        """Take down that something was left as the person wrote it."""
        tempat = blok.daftar[0].tempat if blok.daftar else Tempat()
        self.tetap.append((tempat, why))


def refresh_document(dokumen: DokumenTerbaca, lama: DokumenTerbaca, baru: DokumenTerbaca) -> tuple[bytes, Pembaruan]:
    """Return a person's document with what ``baru`` says instead of ``lama``, and what was renewed or left alone.

    ``lama`` is the document as the service made it when the person's began, ``baru`` as it makes it now. Paragraphs,
    rows and cells that nobody changed become those of ``baru``; what somebody changed keeps his words, with the
    figures in it renewed.
    """
    hasil, taker = Pembaruan(), Pemindah(baru, dokumen)
    merge = _Merge(hasil, taker)
    merge.blocks(body_blocks(dokumen), body_blocks(lama), body_blocks(baru))
    again = read_root(dokumen.parts, dokumen.akar)
    _renew_figures(again, baru, hasil)
    number_captions(dokumen.akar)
    parts = {**dokumen.parts, **taker.finish(), **document_part(dokumen.akar)}
    renewed, missing = refresh_charts(read_root(parts, dokumen.akar), baru)
    parts |= renewed
    hasil.tetap += [(one.tempat, f"grafik {', '.join(one.seri)} tidak ada dalam dokumen Anda; ambil dari dokumen yang "
                     "baru dibuat layanan") for one in missing]
    parts |= refresh_sources(parts, baru.parts)
    return pack_parts(parts), hasil


class _Merge:
    """Brings the blocks of a body, or the rows of a table, up to date."""

    def __init__(self, hasil: Pembaruan, taker: Pemindah) -> None:
        self.hasil, self.taker = hasil, taker

    def blocks(self, mine: Sequence[Blok], old: Sequence[Blok], new: Sequence[Blok]) -> None:
        """Change ``mine``, which began as ``old``, into ``new``, and keep what a person wrote."""
        own = _found_again(mine, old)
        before, after = _by_key(old), _by_key(new)
        for key, blok in before.items():
            if key not in after and key in own:
                self._drop(own[key], blok, mine)
        previous: etree._Element | None = None
        for key, blok in after.items():
            placed = None
            if key in before and key in own:
                placed = self._renew(own[key], before[key], blok)
            elif key in own:
                placed = own[key].elemen
            elif key not in before:
                placed = self._insert(blok, previous, new)
            previous = previous if placed is None else placed

    def _drop(self, mine: Blok, old: Blok, among: Sequence[Blok]) -> None:
        if mine.polos != old.polos:
            self.hasil.keep(mine, "tidak ada lagi dalam laporan, tetapi sudah Anda ubah, sehingga dibiarkan")
            return
        following = list(among)[list(among).index(mine) + 1:]
        for blok in (mine, *_spacers(following)):
            parent = blok.elemen.getparent()
            if parent is not None:
                parent.remove(blok.elemen)

    def _insert(self, blok: Blok, previous: etree._Element | None, new: Sequence[Blok]) -> etree._Element | None:
        """Put a new block behind the one before it; return it, None where it has no place or cannot be moved."""
        taken = self.taker.take(blok.elemen) if previous is not None else None
        if previous is None or taken is None:
            self.hasil.keep(blok, "bagian baru yang belum dimasukkan; ambil dari dokumen yang baru dibuat layanan")
            return None
        previous.addnext(taken)
        last = taken
        for spacer in _spacers(list(new)[list(new).index(blok) + 1:]):
            copied = self.taker.take(spacer.elemen)
            if copied is not None:
                last.addnext(copied)
                last = copied
        return last

    def _renew(self, mine: Blok, old: Blok, new: Blok) -> etree._Element:
        """Bring a block up to date; return the element that stands in its place."""
        if mine.is_table and old.is_table and new.is_table:
            self.blocks(row_blocks(mine), row_blocks(old), row_blocks(new))
        elif mine.elemen.tag == f"{W}tr":
            self._renew_cells(mine, old, new)
        elif old.bentuk != new.bentuk and self._may_replace(mine, old, new):
            return _exchange(mine.elemen, new.elemen, self.taker)
        return mine.elemen

    def _renew_cells(self, mine: Blok, old: Blok, new: Blok) -> None:
        cells = [list(blok.elemen.iterfind(f"{W}tc")) for blok in (mine, old, new)]
        if len({len(row) for row in cells}) > 1:
            self.hasil.keep(mine, "susunan selnya berbeda, sehingga dibiarkan")
            return
        for here, before, after in zip(*cells, strict=True):
            own, was, now = _cell(mine, here), _cell(old, before), _cell(new, after)
            if was.bentuk != now.bentuk and self._may_replace(own, was, now):
                _fill(here, after, self.taker)
            _recolour(here, before, after)

    def _may_replace(self, mine: Blok, old: Blok, new: Blok) -> bool:
        """Whether the person left a block as it was; of one that he changed, it is told what it would be now."""
        if mine.polos == old.polos:
            return True
        if mine.polos != new.polos:
            text = squeeze(" ".join(p.teks for p in new.daftar))[:_LONGEST]
            self.hasil.keep(mine, f"sudah Anda ubah, sehingga dibiarkan; isi barunya: {text}")
        return False


def _by_key(blocks: Sequence[Blok]) -> dict[Kunci, Blok]:
    return {blok.kunci: blok for blok in blocks if not blok.is_empty}


def _found_again(mine: Sequence[Blok], old: Sequence[Blok]) -> dict[Kunci, Blok]:
    """The person's blocks by the keys of those they were; a paragraph is known by any figure in it."""
    of_tag = {tag: blok.kunci for blok in old for tag in blok.tags if not blok.is_table}
    found: dict[Kunci, Blok] = {}
    for blok in mine:
        if not blok.is_empty:
            tags = () if blok.is_table or all(map(is_free, blok.daftar)) else blok.tags
            found.setdefault(next((of_tag[tag] for tag in tags if tag in of_tag), blok.kunci), blok)
    return found


def _spacers(following: Sequence[Blok]) -> Iterator[Blok]:
    """The empty paragraphs right behind a block; one that ends a section is none."""
    for blok in following:
        if not blok.is_empty or next(blok.elemen.iter(f"{W}sectPr"), None) is not None:
            return
        yield blok


def _exchange(old: etree._Element, new: etree._Element, taker: Pemindah) -> etree._Element:
    parent, taken = old.getparent(), taker.take(new)
    if parent is None or taken is None:
        return old
    parent.replace(old, taken)
    return taken


def _cell(blok: Blok, cell: etree._Element) -> Blok:
    inside = tuple(p for p in blok.daftar if p.elemen is not None and cell in p.elemen.iterancestors(f"{W}tc"))
    return Blok(cell, inside, blok.kunci)


def _fill(here: etree._Element, after: etree._Element, taker: Pemindah) -> None:
    for child in [one for one in here if one.tag != f"{W}tcPr"]:
        here.remove(child)
    here.extend(copied for child in after if child.tag != f"{W}tcPr" and (copied := taker.take(child)) is not None)


def _recolour(here: etree._Element, before: etree._Element, after: etree._Element) -> None:
    """The colour of a category, and cells joined down, follow the new table where the person left them."""
    for kind in ("shd", "vMerge"):
        shown, was, now = (cell.find(f"{W}tcPr/{W}{kind}") for cell in (here, before, after))
        props = here.find(f"{W}tcPr")
        if _facts(was) == _facts(now) or _facts(shown) != _facts(was) or props is None:
            continue
        if shown is not None:
            props.remove(shown)
        if now is not None:
            _place(props, now)


def _place(props: etree._Element, made: etree._Element) -> None:
    before = {"shd": ("tcW", "gridSpan", "vMerge", "tcBorders"), "vMerge": ("tcW", "gridSpan")}
    name = etree.QName(made).localname
    ahead = [one for one in props if etree.QName(one).localname in before[name]]
    props.insert(len(ahead), etree.fromstring(etree.tostring(made)))


def _facts(element: etree._Element | None) -> Mapping[str, str] | None:
    return None if element is None else {str(key): str(value) for key, value in element.attrib.items()}


# the figures

def _renew_figures(dokumen: DokumenTerbaca, baru: DokumenTerbaca, hasil: Pembaruan) -> None:
    right = {tag: teks for p in baru.daftar_paragraf for tag, teks in p.angka}
    touched: set[tuple[int, str]] = set()
    for p in dokumen.daftar_paragraf:
        for tag, teks in p.angka:
            if tag in right and squeeze(teks) != squeeze(right[tag]) and tag in p.teks_angka:
                hasil.daftar_angka.append(AngkaBerubah(p.tempat, squeeze(teks), right[tag]))
                _write(p, tag, right[tag])
                touched.add(_neighbourhood(p))
    hasil.didekatnya += [(p.tempat, p.teks[:_LONGEST]) for p in dokumen.daftar_paragraf
                         if is_free(p) and p.teks and _neighbourhood(p) in touched]


def _write(p: ParagrafTerbaca, tag: str, teks: str) -> None:
    first, *others = p.teks_angka[tag]
    first.text = teks
    first.set(_SPACE, "preserve")
    for other in others:
        other.text = ""


def _neighbourhood(p: ParagrafTerbaca) -> tuple[int, str]:
    """What stands beside each other: a row of a table, or the text below one heading."""
    return (p.blok, p.tempat.baris) if p.tempat.tabel or p.tempat.baris else (0, p.tempat.bab)
