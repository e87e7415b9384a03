"""Prints worksheets and documents through LibreOffice and reads the facts of each page: words, ink, places in a text.

LibreOffice prints with the number and date settings of an Indonesian office. A Word document is
printed from a copy with a bookmark at the beginning and the end of each paragraph and each table cell, so that the PDF
says on which page they came to stand; a bookmark takes no room.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

DPI, BATCH = 200, 100
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
_SETTINGS = (("Setup/L10N", "ooSetupSystemLocale", "id-ID"),
             ("Office.Common/Filter/PDF/Export", "ExportBookmarksToPDFDestination", "true"))
Fault = tuple[int, str, str]
"""Page (0 = the whole file), rule, what was seen."""
_DEST = re.compile(r"^\s*(\d+) \[.*\] \"(.+)\"$", re.MULTILINE)


@dataclass(frozen=True)
class Word:
    """A word on a page; edges in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Picture:
    """A page as grey pixels, 0 black to 255 white."""

    width: int
    height: int
    pixels: bytes

    def row(self, y: int, left: int = 0, right: int | None = None) -> bytes:
        """Return the pixels of a line from ``left`` up to ``right``."""
        start = y * self.width
        return self.pixels[start + left:start + (self.width if right is None else min(right, self.width))]


@dataclass
class Page:
    """A printed page; ``lembar`` is its sheet in a workbook, ``first`` whether it is the first of that sheet."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    image: Path
    lembar: str = ""
    first: bool = False

    @property
    def text(self) -> str:
        """The words in reading order."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def picture(self) -> Picture:
        """The pixels of the page at DPI."""
        data = self.image.read_bytes()
        kind, width, height, _ = data.split(maxsplit=4)[:4]
        assert kind == b"P5"
        size = int(width) * int(height)
        return Picture(int(width), int(height), data[-size:])

    def forget(self) -> None:
        """Drop the pixels: they are read again when asked for."""
        self.__dict__.pop("picture", None)


@dataclass(frozen=True)
class Printed:
    """A file and its pages; ``marks`` says on which page each bookmark of a document stands."""

    source: Path
    pages: tuple[Page, ...]
    marks: Mapping[str, int] = field(default_factory=dict)

    def start(self, name: str) -> int:
        """Return the page on which a paragraph or cell begins, 0 where it stands on none."""
        return self.marks.get(f"{name}a", 0)

    def end(self, name: str) -> int:
        """Return the page on which it ends."""
        return self.marks.get(f"{name}z") or self.marks.get(f"{name}y") or self.start(name)


def print_files(sources: Sequence[Path], folder: Path) -> Iterator[Printed]:
    """Print files into ``folder``, up to a hundred in one run of LibreOffice, and yield each with its pages.

    The pixels of a file's pages are gone when the next one is asked for: those of a whole office would fill a disk.
    """
    copies = [folder / f"{number:03}{source.suffix}" for number, source in enumerate(sources)]
    for source, copy in zip(sources, copies, strict=True):
        if source.suffix == ".docx":
            copy.write_bytes(source.read_bytes())
            _mark(copy)
        else:
            shutil.copyfile(source, copy)
    for start in range(0, len(copies), BATCH):
        convert(copies[start:start + BATCH], folder)
    for source, copy in zip(sources, copies, strict=True):
        yield _read(source, copy.with_suffix(".pdf"))
        shutil.rmtree(copy.with_suffix(""))


def convert(sources: Sequence[Path], folder: Path) -> None:
    """Turn files into PDF files in ``folder`` with one run of LibreOffice."""
    program = shutil.which("soffice")
    assert program, "LibreOffice (soffice) is not installed"
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    items = "".join(f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}'
                    "</value></prop></item>" for path, name, value in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>", encoding="utf-8")
    subprocess.run([program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf",
                    "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True)


# marks in a document


def _mark(path: Path) -> None:
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for number, (name, first, last) in enumerate(named_blocks(root), 300000):
        runs = last.findall(f"{W}r")
        _add_bookmark(first, f"{name}a", 3 * number, int(first.find(f"{W}pPr") is not None))
        if runs:  # LibreOffice loses a mark behind a field: the one before the last piece is its stand-in
            _add_bookmark(last, f"{name}z", 3 * number + 1, len(last))
            _add_bookmark(last, f"{name}y", 3 * number + 2, last.index(runs[-1]))
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def named_blocks(root: etree._Element) -> Iterator[tuple[str, etree._Element, etree._Element]]:
    """Yield name, first and last paragraph of each paragraph of the body ("p3") and each cell ("t3r1c0")."""
    body = root.find(f"{W}body")
    assert body is not None
    for number, block in enumerate(body):
        if block.tag == f"{W}p":
            yield f"p{number}", block, block
        elif block.tag == f"{W}tbl":
            for r, row in enumerate(block.iterfind(f"{W}tr")):
                for c, cell in enumerate(row.iterfind(f"{W}tc")):
                    paragraphs = cell.findall(f"{W}p")
                    yield f"t{number}r{r}c{c}", paragraphs[0], paragraphs[-1]


def _add_bookmark(paragraph: etree._Element, name: str, number: int, place: int) -> None:
    paragraph[place:place] = [
        etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": f"kx{name}"}),
        etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})]


# facts of the pages


def _read(source: Path, pdf: Path) -> Printed:
    images = pdf.with_suffix("")
    images.mkdir()
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(pdf), str(images / "h")], check=True)
    files = sorted(images.iterdir())
    sheets = _sheets(pdf) if source.suffix == ".xlsx" else {}
    pages, lembar = [], ""
    for number, (width, height, words) in enumerate(_words(pdf), 1):
        lembar = sheets.get(number, lembar)
        pages.append(Page(number, width, height, words, files[number - 1], lembar, number in sheets))
    return Printed(source, tuple(pages), _marks(pdf) if source.suffix == ".docx" else {})


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace")


def _words(pdf: Path) -> Iterator[tuple[float, float, tuple[Word, ...]]]:
    root = etree.fromstring(_output("pdftotext", "-bbox", str(pdf), "-").encode(), etree.XMLParser(recover=True))
    for page in root.iter("{*}page"):
        words = (Word(word.text or "", *(float(word.get(edge, "0")) for edge in ("xMin", "yMin", "xMax", "yMax")))
                 for word in page.iter("{*}word"))
        yield float(page.get("width", "0")), float(page.get("height", "0")), tuple(words)


def _sheets(pdf: Path) -> dict[int, str]:
    """The first page of each sheet, from the outline that Calc writes."""
    root = etree.fromstring(_output("pdftohtml", "-xml", "-i", "-stdout", str(pdf)).encode(),
                            etree.XMLParser(recover=True, load_dtd=False, no_network=True))
    return {int(item.get("page", "0")): item.text or "" for item in root.iter("item")}


def _marks(pdf: Path) -> dict[str, int]:
    found = _DEST.findall(_output("pdfinfo", "-dests", str(pdf)))
    return {name.removeprefix("kx"): int(page) for page, name in found if name.startswith("kx")}
