"""Turns every worksheet and document below a folder into PNG pages to be looked at.

    python tests/render.py OFFICE_FOLDER OUTPUT_FOLDER [--dpi 60]

Needs soffice and pdftoppm. Archived copies and templates are left out; so is what is already rendered.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from page_print import convert

LEFT_OUT = ("Arsip", "Templat", "Terkirim")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("office", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--dpi", type=int, default=60)
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    sources = [path for path in sorted(given.office.rglob("*")) if path.suffix in {".xlsx", ".docx"}
               and not set(LEFT_OUT) & set(path.relative_to(given.office).parts)]
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for number, source in enumerate(sources):
            copies.append(Path(folder) / f"{number:03} {source.name}")
            shutil.copy(source, copies[-1])
        convert(copies, Path(folder))
        for copy in copies:
            subprocess.run(["pdftoppm", "-r", str(given.dpi), "-png", copy.with_suffix(".pdf"),
                            given.output / copy.stem], check=True)
    print(f"{len(sources)} files, {len(list(given.output.glob('*.png')))} pages in {given.output}")


if __name__ == "__main__":
    main()
