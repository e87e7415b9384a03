"""Builds the Calc extension ``kinerja.oxt`` from ``macros/calc/`` on any system, the same bytes each time.

``python -m kinerja_xl.install.oxt`` after a change of ``macros/calc/``, of ``tombol.py`` or of the groups in
``macros/ribbon.xml``: menu and toolbar show the ribbon's buttons in the ribbon's order.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from kinerja_xl import __version__
from kinerja_xl.install.tombol import DAFTAR_TOMBOL, GRUP_PERENCANAAN

MACROS = Path(__file__).parents[2] / "macros"
SHIPPED = Path(__file__).with_name("kinerja.oxt")
PARTS = ("META-INF/manifest.xml", "description.xml", "Addons.xcu", "CalcWindowState.xcu", "ProtocolHandler.xcu",
         "python/kinerja_handler.py")
PROTOCOL = "id.kinerja.calc:"
ITEMS = re.compile(rb"^( *)<!-- butir -->\n", re.MULTILINE)
VERSION_MARK = b"@versi@"
CUSTOM_UI = "{http://schemas.microsoft.com/office/2009/07/customui}"
COMMON = {"Context": "com.sun.star.sheet.SpreadsheetDocument", "Target": "_self", "ControlType": "ImageButton"}
"""Of Calc's controls, an image button (without an image) is one that takes a label and a tip of its own later."""


def make_items(indent: str, ribbon: bytes) -> str:
    """Return one node for each button, and one for each line between two groups of the ribbon."""
    tombol = {one.id: one for one in DAFTAR_TOMBOL}
    items: list[dict[str, str]] = []
    for group, ids in _groups(ribbon):
        # the group that not everybody sees is part of the address
        query = f"?{group}" if group == GRUP_PERENCANAAN else ""
        items += [{"URL": "private:separator"}] if items else []
        items += [{"URL": f"{PROTOCOL}{tombol[id_].aksi}{query}", "Title": tombol[id_].label} for id_ in ids]
    lines = (line for number, item in enumerate(items) for line in _node(number, **COMMON, **item))
    return "".join(f"{indent}{line}\n" for line in lines)


def _groups(ribbon: bytes) -> Iterator[tuple[str, list[str]]]:
    for group in ElementTree.fromstring(ribbon).iter(f"{CUSTOM_UI}group"):
        yield group.get("id", ""), [button.get("id", "") for button in group.iter(f"{CUSTOM_UI}button")]


def _node(number: int, **props: str) -> list[str]:
    """The lines of one node; Calc orders the nodes by their names."""
    inner = [f'  <prop oor:name="{key}" oor:type="xs:string"><value>{escape(value)}</value></prop>'
             for key, value in props.items()]
    return [f'<node oor:name="butir{number:02}" oor:op="replace">', *inner, "</node>"]


def build() -> bytes:
    """Return the extension as the present sources make it.

    Its version ends in a checksum of its parts, so that another build under the same name is known by it.
    """
    ribbon = (MACROS / "ribbon.xml").read_bytes()
    parts = {name: (MACROS / "calc" / name).read_bytes() for name in PARTS}
    parts["Addons.xcu"] = ITEMS.sub(lambda mark: make_items(mark[1].decode(), ribbon).encode(), parts["Addons.xcu"])
    checksum = zlib.crc32(b"".join(parts.values()))
    parts["description.xml"] = parts["description.xml"].replace(VERSION_MARK, f"{__version__}.{checksum}".encode())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:  # zlib's releases do not compress alike
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0  # the same on every system
            package.writestr(entry, content)
    return buffer.getvalue()


if __name__ == "__main__":
    SHIPPED.write_bytes(build())
