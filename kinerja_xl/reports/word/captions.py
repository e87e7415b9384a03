"""Numbers of captions: tables and pictures counted each for themselves, and the bookmarks references point at."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from kinerja_xl.reports.word.fields import sequence
from kinerja_xl.reports.word.xml_text import bookmark, run

TABEL, GAMBAR = "Tabel", "Gambar"
_PREFIX = "_Ref_"
_MAX_NAME = 40  # Word's limit for a bookmark
_FOREIGN = re.compile(r"[^A-Za-z0-9_]")


class Penomoran:
    """The captions of one document: each key keeps the number it was given first."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[str, int]] = {}
        self._counts: Counter[str] = Counter()

    def give(self, label: str, kunci: str) -> int:
        """Return the number of a key's caption, the next one of that label where it has none yet."""
        if kunci not in self._given:
            self._counts[label] += 1
            self._given[kunci] = (label, self._counts[label])
        return self._given[kunci][1]

    def label_of(self, kunci: str) -> str:
        """Return ``Tabel 3`` or ``Gambar 2`` with a no-break space; KeyError where the key has no caption."""
        label, number = self._given[kunci]
        return f"{label}\u00a0{number}"


def anchor_of(kunci: str) -> str:
    """Return the bookmark around the label of a caption, at most 40 characters of those Word allows."""
    name = _PREFIX + _FOREIGN.sub("_", kunci)
    if len(name) <= _MAX_NAME:
        return name
    digest = hashlib.sha256(kunci.encode("utf-8")).hexdigest()[:8]
    return f"{name[:_MAX_NAME - len(digest) - 1]}_{digest}"


def caption_runs(number_of_bookmark: int, label: str, number: int, kunci: str, judul: str) -> str:
    """Return a caption as runs, its label and number inside the bookmark: ``Tabel 3. Capaian``."""
    inner = run(f"{label}\u00a0") + sequence(label, number)
    return bookmark(number_of_bookmark, anchor_of(kunci), inner) + run(f". {judul}")
