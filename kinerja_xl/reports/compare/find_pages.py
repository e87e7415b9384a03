"""The pages on which wrong figures stand, by the bookmarks that a print of the document shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kinerja_xl.reports.compare.compare_documents import Masalah
from kinerja_xl.reports.compare.read_document import DokumenTerbaca
from kinerja_xl.reports.word.fields import exported_name
from kinerja_xl.reports.word.figures import bookmark_of_tag
from kinerja_xl.reports.word.parts import W


def has_place(masalah: Masalah) -> bool:
    """Whether something stands at a place in the document that a print can show."""
    return bool(masalah.tag or masalah.tempat.penanda)


def find_pages(daftar: Sequence[Masalah], dokumen: DokumenTerbaca, benar: DokumenTerbaca,
               pages: Mapping[str, int]) -> tuple[Masalah, ...]:
    """Return what is wrong with its pages; ``pages`` are those of a print of ``dokumen``, as ``read_pages`` gives them.

    A figure's own bookmark says its page; without one, the nearest bookmark before it in the text does, about.
    """
    orders = (_bookmarks(dokumen), _bookmarks(benar))
    return tuple(_with_page(one, orders, pages) for one in daftar)


def _with_page(masalah: Masalah, orders: Sequence[Sequence[str]], pages: Mapping[str, int]) -> Masalah:
    own = bookmark_of_tag(masalah.tag) if masalah.tag else masalah.tempat.penanda
    order = next((names for names in orders if own in names), ())
    before = order[:order.index(own) + 1] if order else ()
    found = next((name for name in reversed(before) if exported_name(name) in pages), None)
    if found is None:
        return masalah
    return replace(masalah, halaman=pages[exported_name(found)], sekitar=not masalah.tag or found != own)


def _bookmarks(dokumen: DokumenTerbaca) -> tuple[str, ...]:
    """The names of the bookmarks in the order of the text."""
    return tuple(mark.get(f"{W}name", "") for mark in dokumen.akar.iter(f"{W}bookmarkStart"))
