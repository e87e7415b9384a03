"""Judges every printed page of an office: no broken value, English word, cut text, torn row or remnant of a page.

    python tests/pages.py OFFICE_FOLDER [--json] [--semua]

Of each kind of file and quarter the largest one is printed, with --semua each of them. Exit code 1 where a page has a
fault. Needs soffice and poppler-utils.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from page_flow import judge_flow
from page_looks import judge_page
from page_print import Printed, print_files
from page_texts import lost_words
from page_words import wrong_words

TEMPLAT = "Templat"  # the templates show their placeholders
_QUARTER = re.compile(r"\b(?:TW|Triwulan) (I{1,3}|IV)\b")
_PLACES = ("Masuk", "Ditahan")  # elsewhere lie copies of what was archived


@dataclass(frozen=True, order=True)
class Temuan:
    """A fault: ``halaman`` 0 concerns the whole file."""

    berkas: str
    halaman: int
    aturan: str
    isi: str


def choose_files(akar: Path, *, semua: bool = False) -> list[Path]:
    """Return the worksheets and documents of an office, of each kind and quarter the largest."""
    chosen: dict[tuple[str, ...], Path] = {}
    for path in sorted(akar.rglob("*")):
        parts = path.relative_to(akar).parts
        if path.suffix not in {".xlsx", ".docx"} or TEMPLAT in parts or path.name.startswith("~$"):
            continue
        key = (str(path),) if semua else _kind(parts)
        if key not in chosen or path.stat().st_size > chosen[key].stat().st_size:
            chosen[key] = path
    return sorted(chosen.values())


def _kind(parts: Sequence[str]) -> tuple[str, ...]:
    """What a file is: a Disposisi 5, a Lembar Kerja that waits or has passed, by quarter; long names of sub bidang too.

    Whose it is counts for nothing else.
    """
    name, place = parts[-1], next((folder for folder in _PLACES if folder in parts), "")
    quarter = _QUARTER.search(name)
    words = (name[:quarter.start()] if quarter else name.rpartition(".")[0]).split()
    kind = " ".join(word for word in words if not word.isupper() and word != "-")
    tails = [word for word in ("DRAF", "susulan", " - ") if word in name]
    return kind, quarter[1] if quarter else "", place, *tails, name.rpartition(".")[2]


def judge(printed: Iterable[Printed]) -> Iterator[Temuan]:
    """Yield every fault of printed files."""
    for file in printed:
        suffix = file.source.suffix
        for page in file.pages:
            for aturan, isi in wrong_words(page.text):
                yield Temuan(str(file.source), page.number, aturan, isi)
            yield from (Temuan(str(file.source), *fault) for fault in judge_page(page, suffix))
            page.forget()
        yield from (Temuan(str(file.source), *fault) for fault in lost_words(file))
        if suffix == ".docx":
            yield from (Temuan(str(file.source), *fault) for fault in judge_flow(file))


def judge_files(sources: Sequence[Path]) -> list[Temuan]:
    """Print files and return their faults in order."""
    with tempfile.TemporaryDirectory() as folder:
        return sorted(set(judge(print_files(sources, Path(folder)))))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("office", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--semua", action="store_true")
    given = parser.parse_args()
    sources = choose_files(given.office, semua=given.semua)
    found = judge_files(sources)
    if given.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{Path(one.berkas).relative_to(given.office)}  hal. {one.halaman or '-'}  {one.aturan}: {one.isi}")
        print(f"{len(sources)} berkas dicetak, {len(found)} cacat.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
