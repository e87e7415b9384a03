"""The guides: Markdown pages and pictures that the program brings, written as HTML pages that every browser opens."""

from __future__ import annotations

import html
import re
from pathlib import Path

from markdown_it import MarkdownIt

PANDUAN = "panduan"
GAMBAR = "gambar"
AWAL = "panduan.html"
_HEAD = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{judul}</title>
<style>
body {{ font: 16px/1.5 "Segoe UI", Carlito, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }}
img {{ max-width: 100%; border: 1px solid #bbb; }} code {{ background: #f2f2f2; padding: 0 .2em; }}
pre {{ background: #f2f2f2; padding: .6em; overflow-x: auto; }} table {{ border-collapse: collapse; }}
td, th {{ border: 1px solid #bbb; padding: .3em .6em; text-align: left; vertical-align: top; }}
blockquote {{ border-left: 4px solid #1f4e79; margin-left: 0; padding-left: 1em; }}
@media print {{
body {{ margin: 0; max-width: none; }} h2, img, tr {{ break-inside: avoid; }} h2 {{ break-after: avoid; }}
img {{ max-height: 14cm; }} .kartu {{ font-size: 20pt; }} .kartu h2 {{ break-before: page; }}
}}
</style></head><body class="{kelas}">
{isi}</body></html>
"""


def source_folder() -> Path:
    """Return where the pages lie: in the installed package, or in the tree of sources beside it."""
    package = Path(__file__).parents[1]
    installed = package / PANDUAN
    return installed if installed.is_dir() else package.parent / "docs"


def guide_sources() -> list[Path]:
    """Return the Markdown pages that the program brings, and the page of all messages that they lead to."""
    folder = source_folder()
    return [*sorted(folder.glob("panduan*.md")), folder / "galat.md"]


def picture_sources() -> list[Path]:
    """Return the pictures of the pages, and the list of where each came from."""
    return sorted((source_folder() / GAMBAR).iterdir())


def write_guides(folder: Path) -> Path:
    """Write every page and picture into a folder and return the page that leads to all others. Raises OSError."""
    (folder / GAMBAR).mkdir(parents=True, exist_ok=True)
    for source in guide_sources():
        (folder / source.with_suffix(".html").name).write_text(html_page(source.read_text(encoding="utf-8")),
                                                               encoding="utf-8")
    for picture in picture_sources():
        (folder / GAMBAR / picture.name).write_bytes(picture.read_bytes())
    return folder / AWAL


def html_page(markdown: str) -> str:
    """Return a page; links between pages lead to the HTML ones."""
    title = re.search(r"^# (.+)$", markdown, re.MULTILINE)
    body = MarkdownIt("commonmark").enable("table").render(markdown)
    linked = re.sub(r'(href="[\w-]+)\.md">(?:([\w-]+)\.md<)?', lambda link: f'{link[1]}.html">{_label(link[2])}', body)
    cards = "kartu" if re.search("^## Kartu ", markdown, re.MULTILINE) else ""  # each on a sheet of its own
    return _HEAD.format(judul=html.escape(title[1] if title else ""), kelas=cards, isi=linked)


def _label(nama: str | None) -> str:
    """A page that is named by its file is called ``panduan kabid``; other links keep their own words."""
    return f"{nama.replace('-', ' ')}<" if nama else ""
