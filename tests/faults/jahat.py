"""Hostile workbooks by the hundred, each made from a seed alone: a whole worksheet with one or more things turned."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable

Turn = Callable[[random.Random, dict[str, bytes]], None]
_TOKENS = (
    b"NaN", b"INF", b"-INF", b"1E400", b"1e-400", b"0x10", b"", b" ", b"\xff", b"\xef\xbf\xbf", b"\x00", b"&#0;",
    b"&#x1F;", b"&amp;" * 50, b"9" * 400, b"-0", b"#REF!", b"'", b'"', b"<", b"]]>", b"<![CDATA[x]]>", b"<!-- -->",
    b"<?x y?>", b"XFD1048576", b"A0", b"A1:XFD1048576", b"AAAA1", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"true",
    b"1,5", b"Infinity")
_ATTRIBUTES = (b' t="e"', b' t="n"', b' t="str"', b' t="b"', b' t="d"', b' t="s"', b' t="inlineStr"', b' s="999999"',
               b' s="-1"', b' r="B2"', b' r=""', b' r="A1048577"', b' spans="1:16384"', b' ht="NaN"')


def make_hostile(seed: int, whole: bytes) -> bytes:
    """Return a worksheet that is turned in one to four ways, the same for the same seed."""
    random_ = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for _ in range(random_.randint(1, 4)):
        random_.choice(TURNS)(random_, parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", random_.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = buffer.getvalue()
    return random_.choice(OUTSIDE)(random_, data) if random_.random() < 0.3 else data


# turns inside a part


def _any_part(random_: random.Random, parts: dict[str, bytes]) -> str:
    return random_.choice([name for name in parts if name.endswith((".xml", ".rels"))])


def _any_sheet(random_: random.Random, parts: dict[str, bytes]) -> str:
    return random_.choice([name for name in parts if "/worksheets/sheet" in name] or list(parts))


def _token(random_: random.Random, parts: dict[str, bytes]) -> None:
    """Put a strange token somewhere into the text of a part."""
    name = _any_part(random_, parts)
    places = [n for n, byte in enumerate(parts[name]) if byte == ord(">")] or [0]
    place = random_.choice(places) + 1
    parts[name] = parts[name][:place] + random_.choice(_TOKENS) + parts[name][place:]


def _value(random_: random.Random, parts: dict[str, bytes]) -> None:
    """Give many cells a strange value."""
    name, token = _any_sheet(random_, parts), random_.choice(_TOKENS)
    parts[name] = parts[name].replace(b"<v>", b"<v>" + token, random_.randint(1, 200))


def _attribute(random_: random.Random, parts: dict[str, bytes]) -> None:
    name = _any_sheet(random_, parts)
    parts[name] = parts[name].replace(b"<c ", b"<c" + random_.choice(_ATTRIBUTES) + b" ", random_.randint(1, 60))


def _bytes(random_: random.Random, parts: dict[str, bytes]) -> None:
    name = random_.choice(list(parts))
    content = bytearray(parts[name] or b" ")
    for _ in range(random_.randint(1, 20)):
        content[random_.randrange(len(content))] = random_.randrange(256)
    parts[name] = bytes(content)


def _cut(random_: random.Random, parts: dict[str, bytes]) -> None:
    name = _any_part(random_, parts)
    parts[name] = parts[name][:random_.randrange(len(parts[name]) + 1)]


def _doubled(random_: random.Random, parts: dict[str, bytes]) -> None:
    """Say a stretch of a part many times."""
    name = _any_part(random_, parts)
    start = random_.randrange(len(parts[name]) + 1)
    stretch = parts[name][start:start + random_.randint(1, 400)]
    parts[name] = parts[name][:start] + stretch * random_.choice((2, 50, 2000)) + parts[name][start:]


def _gone(random_: random.Random, parts: dict[str, bytes]) -> None:
    parts.pop(random_.choice(list(parts)))


def _swapped(random_: random.Random, parts: dict[str, bytes]) -> None:
    one, two = random_.choice(list(parts)), random_.choice(list(parts))
    parts[one], parts[two] = parts[two], parts[one]


def _rows(random_: random.Random, parts: dict[str, bytes]) -> None:
    """Add rows, as many and as wide as the limits allow or a little more."""
    name = _any_sheet(random_, parts)
    count, last = random_.choice(((1, 20_000), (3000, 20_000), (20_000, 20_000), (200, 1_048_576)))
    column = random_.choice(("A", "Z", "GR", "ALL", "XFD"))
    step = max(1, last // count)
    rows = b"".join(b'<row r="%d"><c r="%s%d" t="str"><v>x</v></c></row>' % (n, column.encode(), n)
                    for n in range(9000, max(last, 9001), step))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")


def _deep(random_: random.Random, parts: dict[str, bytes]) -> None:
    name, depth = _any_part(random_, parts), random_.choice((100, 5_000, 200_000))
    parts[name] = parts[name].replace(b"</", b"<x>" * depth + b"</x>" * depth + b"</", 1)


def _merged(random_: random.Random, parts: dict[str, bytes]) -> None:
    name, count = _any_sheet(random_, parts), random_.choice((1, 2000))
    cells = b"".join(b'<mergeCell ref="A%d:ZZ%d"/>' % (n + 1, n + 1) for n in range(count))
    cells += b'<mergeCell ref="B1:XFD9"/>'
    parts[name] = parts[name].replace(b"</sheetData>", b"</sheetData><mergeCells>" + cells + b"</mergeCells>")


def _names(random_: random.Random, parts: dict[str, bytes]) -> None:
    name = "xl/workbook.xml"
    target = random_.choice((b"#REF!", b"'Lembar Kerja'!$A$1:$XFD$1048576", b"x" * 5000, b"", b"OFFSET(A1,1,1)"))
    parts[name] = parts.get(name, b"").replace(b"$", target, random_.randint(1, 30))


def _entity(random_: random.Random, parts: dict[str, bytes]) -> None:
    name, value = _any_part(random_, parts), b"a" * random_.choice((1, 10**6))
    parts[name] = parts[name].replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "' + value + b'">]>', 1)


def _bomb(random_: random.Random, parts: dict[str, bytes]) -> None:
    parts["xl/media/besar.bin"] = bytes(random_.choice((10**6, 6 * 10**7)))


TURNS: tuple[Turn, ...] = (_token, _value, _attribute, _bytes, _cut, _doubled, _gone, _swapped, _rows, _deep, _merged,
                           _names, _entity, _bomb)


# turns of the whole file


def _flip(random_: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        changed[random_.randrange(len(changed))] ^= 1 << random_.randrange(8)
    return bytes(changed)


def _end(random_: random.Random, data: bytes) -> bytes:
    return data[:random_.randrange(len(data) + 1)]


def _directory(random_: random.Random, data: bytes) -> bytes:
    """Let the directory at the end lie."""
    changed = bytearray(data)
    place = data.rindex(b"PK\x01\x02") + random_.randrange(4, 46)
    struct.pack_into("<I", changed, min(place, len(changed) - 4), random_.choice((0, 1, 0xFFFF, 0xFFFFFFFF)))
    return bytes(changed)


OUTSIDE: tuple[Callable[[random.Random, bytes], bytes], ...] = (_flip, _end, _directory)
