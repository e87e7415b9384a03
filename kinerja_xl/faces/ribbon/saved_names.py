"""The defined names as the workbook's file has them: asking the program for each of them costs too much for a press."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from kinerja_xl.workbook.areas import Area, parse_area, same_name

_PART = "xl/workbook.xml"
_LARGEST = 2 << 20  # bytes; a worksheet's own is 30 KB
_BUILT_IN = "_xlnm"  # print areas and the like


@dataclass(frozen=True)
class SavedNames:
    """Name (lower case) -> reference: the workbook's own, and those of single sheets; ``count`` of all of them."""

    book: Mapping[str, str]
    sheets: Mapping[str, str]
    count: int

    @cached_property
    def every(self) -> Mapping[str, str]:
        """All of them; a name of one sheet stands behind one of the workbook."""
        return {**self.sheets, **self.book}

    @property
    def last(self) -> tuple[str, ...]:
        """For each sheet the name that reaches farthest right and down.

        Whoever inserts or deletes rows or columns before it moves it; so where it stands as saved, so do the others.
        """
        found: dict[str, tuple[str, Area]] = {}
        for name, reference in self.book.items():
            area = parse_area(reference)
            if area is None or name.startswith(_BUILT_IN):
                continue
            sheet = same_name(area.lembar)
            if sheet not in found or (area.right, area.bottom) > (found[sheet][1].right, found[sheet][1].bottom):
                found[sheet] = name, area
        return tuple(name for name, _ in found.values())


def read_saved_names(berkas: Path) -> SavedNames | None:
    """Return the names in a workbook's file, None where it cannot be read that easily."""
    try:
        with ZipFile(berkas) as file:
            if file.getinfo(_PART).file_size > _LARGEST:
                return None
            return _Names().read(file.read(_PART))
    except (OSError, BadZipFile, KeyError, zlib.error, expat.ExpatError, NotImplementedError, RuntimeError):
        return None


class _Names:
    """Collects the elements ``definedName``."""

    def __init__(self) -> None:
        self._book: dict[str, str] = {}
        self._sheets: dict[str, str] = {}
        self._count = 0
        self._name: str | None = None
        self._scoped = False
        self._text = ""

    def read(self, part: bytes) -> SavedNames:
        """Return what a workbook part defines; ExpatError where it is broken."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(part, True)
        return SavedNames(self._book, self._sheets, self._count)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "definedName":
            self._name, self._scoped = attributes.get("name", "").casefold(), "localSheetId" in attributes
            self._text = ""

    def _characters(self, text: str) -> None:
        if self._name is not None:
            self._text += text

    def _end(self, _tag: str) -> None:
        if self._name is not None:
            (self._sheets if self._scoped else self._book)[self._name] = self._text.strip()
            self._count += 1
            self._name = None
