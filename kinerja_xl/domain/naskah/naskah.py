"""What every paper is made of: figures with their source, paragraphs, lists, boxes, tables and chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.domain.sumber import Sumber


@dataclass(frozen=True)
class Angka:
    """A figure, or a computed word, as printed and where it comes from; None = without a source, which no report has.
    """

    tampil: str
    sumber: Sumber | None = None

    def __str__(self) -> str:
        return self.tampil


@dataclass(frozen=True)
class Rujukan:
    """A reference to the table or chart of that key, printed as ``Tabel 3`` or ``Gambar 2``."""

    kunci: str

    def __str__(self) -> str:
        return f"Tabel <{self.kunci}>"


@dataclass(frozen=True)
class Tautan:
    """A text that opens a file of the office: ``jalur`` is relative to its root, ``sel`` a cell in it; "" = no link."""

    teks: str
    jalur: str
    sel: str = ""

    def __str__(self) -> str:
        return self.teks


Potongan = str | Angka | Rujukan | Tautan
Teks = tuple[Potongan, ...]


class Gaya(StrEnum):
    """What a paragraph is, so that the template can show it: the names of the template's paragraph styles."""

    ISI = "Isi Laporan"
    SEL = "Isi Tabel"
    KOSONG = "Isian Kosong"  # something a person still has to write
    PERHATIAN = "Perhatian"  # a fact that must not be overlooked, such as a bidang that did not deliver
    KETERANGAN = "Keterangan Tabel"
    NARASI = "Narasi"  # the planner's own writing, or the place where it has to come


@dataclass(frozen=True)
class Paragraf:
    """A paragraph of text and figures."""

    isi: Teks
    gaya: Gaya = Gaya.ISI

    @cached_property  # widths and heights of tables ask for it again and again
    def polos(self) -> str:
        """The paragraph as plain text."""
        return "".join(str(potongan) for potongan in self.isi)


@dataclass(frozen=True)
class Subjudul:
    """A heading inside a chapter, ``tingkat`` 2 to 4 below the chapter's own."""

    teks: str
    tingkat: int = 2


@dataclass(frozen=True)
class Daftar:
    """A list, numbered or with bullets."""

    butir: tuple[Teks, ...]
    bernomor: bool = False


@dataclass(frozen=True)
class Kotak:
    """A framed box with a heading, such as "Catatan perhitungan"."""

    judul: str
    butir: tuple[Teks, ...]


class Rata(StrEnum):
    """Alignment of a column."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


@dataclass(frozen=True)
class Kolom:
    """A column: its heading, its share of the width, its alignment; equal neighbouring ``grup`` share a heading.

    ``contoh`` is what a template's sample table calls a column whose heading is a name of the office's own.
    """

    judul: str
    lebar: int
    rata: Rata = Rata.KIRI
    grup: str = ""
    contoh: str = ""


@dataclass(frozen=True)
class Sel:
    """A table cell. ``bentang`` columns wide; ``lanjut`` = joined to the cell above; ``warna`` RRGGBB or empty."""

    isi: tuple[Paragraf, ...]
    bentang: int = 1
    lanjut: bool = False
    warna: str = ""
    rata: Rata | None = None  # None = as the column


class JenisBaris(StrEnum):
    """What a table row is."""

    ISI = "isi"
    KELOMPOK = "kelompok"  # a heading over the rows that follow
    JUMLAH = "jumlah"  # a total or a mean


@dataclass(frozen=True)
class Baris:
    """A table row."""

    sel: tuple[Sel, ...]
    jenis: JenisBaris = JenisBaris.ISI


@dataclass(frozen=True)
class Tabel:
    """A table with its caption, or without number and caption where ``judul`` is empty.

    ``bernomor`` prints a row of column numbers below the headings. ``utuh`` tables stay on one page: those that are
    short and read as a whole.
    """

    kunci: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    bernomor: bool = False
    keterangan: Teks = ()
    utuh: bool = False


@dataclass(frozen=True)
class Halaman:
    """From here on pages are landscape (``mendatar``) or portrait; starts a new page where that changes."""

    mendatar: bool


Blok = Paragraf | Subjudul | Daftar | Kotak | Tabel | Grafik | Halaman


@dataclass(frozen=True)
class Bab:
    """A chapter or an attachment: ``BAB I`` / ``LAMPIRAN 1`` and its title."""

    nomor: str
    judul: str
    daftar_blok: tuple[Blok, ...]


def paragraf(*potongan: Potongan, gaya: Gaya = Gaya.ISI) -> Paragraf:
    """Return a paragraph of these pieces."""
    return Paragraf(potongan, gaya)


def sel(*potongan: Potongan, bentang: int = 1, gaya: Gaya = Gaya.SEL, warna: str = "",
        rata: Rata | None = None) -> Sel:
    """Return a cell of one paragraph, as text in a table."""
    return Sel((Paragraf(potongan, gaya),), bentang, warna=warna, rata=rata)


LANJUT = Sel((Paragraf((), Gaya.SEL),), lanjut=True)
"""The cell below a joined one."""


def kelompok(teks: str, bentang: int) -> Baris:
    """Return a heading row over the whole width of a table."""
    return Baris((sel(teks, bentang=bentang, rata=Rata.KIRI),), JenisBaris.KELOMPOK)


def join_teks(daftar: Iterable[str]) -> str:
    """Return ``a``, ``a dan b``, or ``a, b, dan c``."""
    parts = list(daftar)
    if len(parts) <= 2:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def join_potongan(daftar: Iterable[Teks]) -> Teks:
    """Return pieces joined as ``join_teks`` joins texts."""
    parts = list(daftar)
    joined: list[Potongan] = []
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if place:
            joined.append(", " if not last else " dan " if len(parts) == 2 else ", dan ")
        joined += part
    return tuple(joined)


def walk_sumber_angka(daftar_bab: Iterable[Bab]) -> Iterator[Sumber]:
    """Yield the source of every figure of the chapters and of every point of their charts, in order."""
    for bab in daftar_bab:
        for blok in bab.daftar_blok:
            if isinstance(blok, Grafik):
                yield from (sumber for seri in blok.seri for sumber in seri.sumber if sumber is not None)
            for teks in _texts_of(blok):
                yield from (piece.sumber for piece in teks if isinstance(piece, Angka) and piece.sumber is not None)


def _texts_of(blok: Blok) -> Iterator[Teks]:
    if isinstance(blok, Paragraf):
        yield blok.isi
    elif isinstance(blok, Daftar | Kotak):
        yield from blok.butir
    elif isinstance(blok, Tabel):
        yield from (p.isi for baris in blok.baris for isi_sel in baris.sel for p in isi_sel.isi)


def walk_paragraf(daftar_bab: Iterable[Bab]) -> Iterator[Paragraf]:
    """Yield every paragraph of the chapters that has a style of its own, those inside tables included."""
    for bab in daftar_bab:
        for blok in bab.daftar_blok:
            if isinstance(blok, Paragraf):
                yield blok
            elif isinstance(blok, Tabel):
                yield from (p for baris in blok.baris for isi_sel in baris.sel for p in isi_sel.isi)
