"""Templates: the ones that are shipped, and opening one that an office may have restyled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from importlib.resources import files

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kinerja_xl.errors import TemplateBroken

_FOLDER = "workbook_templates"


def shipped_template(nama: str) -> bytes:
    """Return the bytes of a shipped template, from the installed package or from the source tree beside it.

    TemplateBroken where it is in neither.
    """
    package = files("kinerja_xl")
    for place in (package / _FOLDER / nama, package / ".." / _FOLDER / nama):
        if place.is_file():
            return place.read_bytes()
    raise TemplateBroken(berkas=nama, daftar="berkas templat itu sendiri")


def open_template(data: bytes, nama: str, lembar: Iterable[str], nama_sel: Iterable[str],
                  gaya: Iterable[str]) -> Workbook:
    """Return a template as a workbook; TemplateBroken lists every sheet, defined name and style that it lost."""
    try:
        book = load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, InvalidFileException, LookupError, ValueError, TypeError, AttributeError) as error:
        raise TemplateBroken(berkas=nama, daftar=f"susunan berkas Excel ({error})") from error
    lost = [f"lembar {name}" for name in lembar if name not in book.sheetnames]
    lost += [f"nama sel {name}" for name in nama_sel if not _is_placed(book, name)]
    lost += [f"gaya sel {name}" for name in gaya if name not in book.named_styles]
    if lost:
        raise TemplateBroken(berkas=nama, daftar=", ".join(lost))
    return book


def _is_placed(book: Workbook, name: str) -> bool:
    defined = book.defined_names.get(name)
    return defined is not None and any(lembar in book.sheetnames for lembar, _ in defined.destinations)
