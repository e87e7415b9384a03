"""A document against the same one made anew from the archive: figures, where they stand, and numbers that are none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from kinerja_xl.domain.naskah.kepala_naskah import is_kosong
from kinerja_xl.domain.naskah.naskah import Gaya
from kinerja_xl.reports.compare.read_document import FIELD, DokumenTerbaca, ParagrafTerbaca, Tempat, squeeze

BEBAS = frozenset({"Narasi", Gaya.KOSONG.value})
"""Styles of what people write: numbers in them are told, and are nobody's fault."""
_NUMBER = re.compile(r"\d[\d.,]*")
_GLUED = re.compile(r"[-−–+%.,\d]")
_ALIKE = 0.6


class JenisMasalah(StrEnum):
    """What can be wrong with a figure."""

    DIUBAH = "angka tidak sama dengan arsip"
    HILANG = "tanda sumber hilang"
    TERTUKAR = "angka tidak pada tempatnya"
    TANPA_SUMBER = "angka tanpa sumber"
    GRAFIK = "nilai grafik tidak sama dengan arsip"
    DAFTAR = "daftar sumber di dalam dokumen diubah"
    ARSIP = "berkas arsip berubah atau hilang"
    SUMBER_BERUBAH = "sumber berubah"


@dataclass(frozen=True)
class Masalah:
    """One thing that is wrong: the figure's tag and source, what is written and what it should be, and where.

    ``halaman`` is a sheet of a print, counted from 1, None where nothing was printed; ``sekitar`` says that it is the
    page of something that stands before it.
    """

    jenis: JenisMasalah
    tempat: Tempat = Tempat()  # noqa: RUF009  # a frozen value
    tag: str = ""
    tertulis: str = ""
    seharusnya: str = ""
    sumber: str = ""
    halaman: int | None = None
    sekitar: bool = False


@dataclass
class Perbandingan:
    """What a comparison found; ``tertaut`` tags lead to their source, ``info`` are numbers in texts that people wrote.
    """

    angka: int = 0
    tertaut: int = 0
    tanpa_sumber: int = 0
    daftar: list[Masalah] = field(default_factory=list)
    info: list[Masalah] = field(default_factory=list)

    def say(self, jenis: JenisMasalah, tempat: Tempat, *, tag: str = "", tertulis: str = "", seharusnya: str = "",
            sumber: str = "") -> None:
        """Take down something that is wrong."""
        self.daftar.append(Masalah(jenis, tempat, tag, tertulis, seharusnya, sumber))
        self.tanpa_sumber += jenis is JenisMasalah.TANPA_SUMBER


def compare_documents(dokumen: DokumenTerbaca, benar: DokumenTerbaca, sumber: Mapping[str, str]) -> Perbandingan:
    """Return how a document differs from what it should be; ``sumber`` is the key of each tag's source, "" for none."""
    hasil = Perbandingan()
    _compare_values(dokumen, benar, sumber, hasil)
    _compare_places(dokumen, benar, hasil)
    _compare_numbers(dokumen, benar, hasil)
    return hasil


def is_free(paragraf: ParagrafTerbaca) -> bool:
    """Whether a paragraph is for people to write in."""
    return paragraf.gaya in BEBAS


# each figure by its tag

def _compare_values(dokumen: DokumenTerbaca, benar: DokumenTerbaca, sumber: Mapping[str, str],
                    hasil: Perbandingan) -> None:
    right = {tag: (teks, p) for p in benar.daftar_paragraf for tag, teks in p.angka}
    found: dict[str, list[tuple[str, ParagrafTerbaca]]] = defaultdict(list)
    for p in dokumen.daftar_paragraf:
        for tag, teks in p.angka:
            found[tag].append((teks, p))
    hasil.angka += len(right)
    for tag, (teks, at) in right.items():
        _compare_value(tag, teks, at, found.get(tag, []), sumber.get(tag, ""), hasil)
    for tag in found.keys() - right.keys():
        for written, p in found[tag]:
            hasil.say(JenisMasalah.TANPA_SUMBER, p.tempat, tag=tag, tertulis=written)


def _compare_value(tag: str, teks: str, at: ParagrafTerbaca, found: Sequence[tuple[str, ParagrafTerbaca]],
                   sumber: str, hasil: Perbandingan) -> None:
    if not sumber:
        hasil.say(JenisMasalah.TANPA_SUMBER, at.tempat, tag=tag, tertulis=teks)
    if not found:
        hasil.say(JenisMasalah.HILANG, at.tempat, tag=tag, seharusnya=teks, sumber=sumber)
        return
    hasil.tertaut += bool(sumber)
    for written, p in found:
        if squeeze(written) != squeeze(teks) or _glue(p, tag) != _glue(at, tag):
            hasil.say(JenisMasalah.DIUBAH, p.tempat, tag=tag, tertulis=_with_glue(p, tag, written), seharusnya=teks,
                      sumber=sumber)


def _glue(paragraf: ParagrafTerbaca, tag: str) -> tuple[str, str]:
    """The signs right before and after a figure that would change it: a digit, a point, a minus."""
    before, after = _neighbours(paragraf, tag)
    return "".join(_GLUED.findall(before)), "".join(_GLUED.findall(after)).rstrip(".,")


def _with_glue(paragraf: ParagrafTerbaca, tag: str, teks: str) -> str:
    before, after = _neighbours(paragraf, tag)
    return f"{before}{squeeze(teks)}{after.rstrip('.,;')}" if _GLUED.search(before + after) else squeeze(teks)


def _neighbours(paragraf: ParagrafTerbaca, tag: str) -> tuple[str, str]:
    places = [n for n, (_, mark) in enumerate(paragraf.potongan) if mark == tag]
    before = "".join(teks for teks, mark in paragraf.potongan[:places[0]] if mark in ("", FIELD))
    after = "".join(teks for teks, mark in paragraf.potongan[places[-1] + 1:] if mark in ("", FIELD))
    if places[0] and paragraf.potongan[places[0] - 1][1]:
        before = ""
    if places[-1] + 1 < len(paragraf.potongan) and paragraf.potongan[places[-1] + 1][1]:
        after = ""
    return re.split(r"\s", before)[-1], re.split(r"\s", after)[0]


# each figure in its place

def _compare_places(dokumen: DokumenTerbaca, benar: DokumenTerbaca, hasil: Perbandingan) -> None:
    order: dict[str, tuple[int, int]] = {}
    sentences: dict[str, list[list[str]]] = defaultdict(list)
    for p in benar.daftar_paragraf:
        sentences[p.polos].append([tag for tag, _ in p.angka])
        order |= {tag: (p.blok, len(order) + n) for n, (tag, _) in enumerate(p.angka)}
    for block in _blocks(dokumen):
        tags = [(tag, p) for p in block for tag, _ in p.angka if tag in order]
        wrong = _misplaced([order[tag] for tag, _ in tags])
        if len(block) == 1 and tags and block[0].polos in sentences:
            wrong = set() if [tag for tag, _ in tags] in sentences[block[0].polos] else set(range(len(tags)))
        for n in sorted(wrong):
            tag, p = tags[n]
            hasil.say(JenisMasalah.TERTUKAR, p.tempat, tag=tag, tertulis=dict(p.angka)[tag])


def _blocks(dokumen: DokumenTerbaca) -> Iterator[list[ParagrafTerbaca]]:
    blocks: dict[int, list[ParagrafTerbaca]] = defaultdict(list)
    for p in dokumen.daftar_paragraf:
        if not is_free(p):
            blocks[p.blok].append(p)
    yield from blocks.values()


def _misplaced(places: Sequence[tuple[int, int]]) -> set[int]:
    """Which of a block's figures stand in another block, or not in the order they should; places of the right document.
    """
    if not places:
        return set()
    home = Counter(blok for blok, _ in places).most_common(1)[0][0]
    here = [n for n, (blok, _) in enumerate(places) if blok == home]
    kept = _longest_rise([places[n][1] for n in here])
    return set(range(len(places))) - {here[n] for n in kept}


def _longest_rise(values: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence."""
    tails: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if values[tails[middle]] < value else (low, middle)
        before.append(tails[low - 1] if low else -1)
        tails[low:low + 1] = [n]
    kept, n = set(), tails[-1] if tails else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return kept


# numbers that are no figures

def _compare_numbers(dokumen: DokumenTerbaca, benar: DokumenTerbaca, hasil: Perbandingan) -> None:
    right = [p for p in benar.daftar_paragraf if _NUMBER.search(p.polos)]
    known = Counter(p.polos for p in right)
    strange = []
    for p in dokumen.daftar_paragraf:
        if is_free(p):
            numbers = [] if is_kosong(p.teks) else _numbers(p)
            hasil.info += [Masalah(JenisMasalah.TANPA_SUMBER, p.tempat, tertulis=number) for number in numbers]
        elif _numbers(p):
            if known[p.polos]:
                known[p.polos] -= 1
            else:
                strange.append(p)
    left = [p for p in right if known[p.polos] > 0]
    for p in strange:
        near = _nearest(p, left)
        extra = Counter(_numbers(p)) - Counter(_numbers(near) if near else [])
        for number in extra.elements():
            hasil.angka += 1
            hasil.say(JenisMasalah.TANPA_SUMBER, p.tempat, tertulis=number)


def _numbers(paragraf: ParagrafTerbaca) -> list[str]:
    return [number.rstrip(".,") for number in _NUMBER.findall(paragraf.polos)]


def _nearest(paragraf: ParagrafTerbaca, right: Sequence[ParagrafTerbaca]) -> ParagrafTerbaca | None:
    """The paragraph of the right document that this one was before somebody changed it, None for a new one."""
    tags = {tag for tag, _ in paragraf.angka}
    for candidate in right:
        if tags & {tag for tag, _ in candidate.angka}:
            return candidate
    alike = [(SequenceMatcher(None, candidate.polos, paragraf.polos).ratio(), n) for n, candidate in enumerate(right)
             if candidate.tempat.tabel == paragraf.tempat.tabel]
    best, n = max(alike, default=(0.0, 0))
    return right[n] if best >= _ALIKE else None
