"""The last step of making a worksheet: what openpyxl cannot write, in one pass over the finished file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.workbook.xlsx.cached_results import results_by_part
from kinerja_xl.workbook.xlsx.package import Package

_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED_ROW = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')


def finish(data: bytes, waktu: datetime, hasil: Mapping[Letak, NilaiSel] | None = None,
           growing: Mapping[str, int] | None = None,
           repeated: Mapping[str, tuple[int, int]] | None = None) -> bytes:
    """Return the workbook with results in its formula cells and ``waktu`` as the time it was made.

    ``growing``: by sheet the first row from which rows get higher when somebody types more into them; openpyxl
    fixes every height it writes. ``repeated``: by sheet a formatted row and the last row that becomes like it;
    hundreds of such rows are copied as text here, because reading them with each template would cost more than all
    the rest. Entry dates are fixed, so that equal content gives equal bytes.
    """
    package = Package(data, "")
    replaced = results_by_part(package, hasil or {})
    for lembar, first in (growing or {}).items():
        sheet = package.sheet(lembar)
        if sheet:
            replaced[sheet.part] = _let_grow(replaced.get(sheet.part) or package.read(sheet.part), first)
    for lembar, (row, last) in (repeated or {}).items():
        sheet = package.sheet(lembar)
        if sheet:
            replaced[sheet.part] = _repeat_row(replaced.get(sheet.part) or package.read(sheet.part), row, last)
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


def _repeat_row(part: bytes, row: int, last: int) -> bytes:
    """Copy an empty formatted row to the rows below it, up to ``last``; rows that are there already stay."""
    model = re.search(rb'<row r="%d"(?: [^>]*)?>.*?</row>' % row, part, re.DOTALL)
    if model is None:
        return part
    present = {int(number) for number in re.findall(rb'<row r="(\d+)"', part)}
    places = re.compile(rb'( r="[A-Z]*)%d"' % row)
    copies = [places.sub(rb'\g<1>%d"' % number, model[0]) for number in range(row + 1, last + 1)
              if number not in present]
    return part[:model.end()] + b"".join(copies) + part[model.end():]
