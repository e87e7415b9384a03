"""The last step of making a worksheet: what openpyxl cannot write, in one pass over the finished file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.workbook.cached_results import results_by_part
from kinerja_xl.workbook.package import Package

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED_ROW = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')


def finish(data: bytes, waktu: datetime, hasil: Mapping[Letak, NilaiSel] | None = None,
           growing: Mapping[str, int] | None = None) -> bytes:
    """Return the workbook with results in its formula cells and ``waktu`` as the time it was made.

    ``growing``: by sheet the first row from which rows get higher when somebody types more into them; openpyxl
    fixes every height it writes. Entry dates are fixed, so that equal content gives equal bytes.
    """
    package = Package(data, "")
    replaced = results_by_part(package, hasil or {})
    for lembar, first in (growing or {}).items():
        sheet = package.sheet(lembar)
        if sheet:
            replaced[sheet.part] = _let_grow(replaced.get(sheet.part) or package.read(sheet.part), first)
    time = waktu.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    replaced[_CORE] = _STAMP.sub(lambda match: match[1] + time, package.read(_CORE))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in package.zip.infolist():
            info = zipfile.ZipInfo(entry.filename)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            out.writestr(info, replaced.get(entry.filename) or package.read(entry.filename))
    return target.getvalue()


def _let_grow(part: bytes, first: int) -> bytes:
    return _FIXED_ROW.sub(lambda match: match[1] if int(match[2]) >= first else match[0], part)
