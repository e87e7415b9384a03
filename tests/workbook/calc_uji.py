"""Worksheets re-saved by a real LibreOffice; where it is missing the tests fail, they are never skipped."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path

_SCRIPT = Path(__file__).with_name("ubah_di_calc.py")


def _soffice(folder: Path) -> list[str]:
    program = shutil.which("soffice")
    assert program, "LibreOffice (soffice) is not installed"
    return [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]


def resaved(data: bytes, folder: Path) -> bytes:
    """The workbook opened and saved as xlsx by LibreOffice, nothing changed."""
    source, out = folder / "asal.xlsx", folder / "hasil"
    source.write_bytes(data)
    subprocess.run([*_soffice(folder), "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out),
                    str(source)], check=True, capture_output=True, timeout=180)
    return (out / "asal.xlsx").read_bytes()


def changed(data: bytes, folder: Path, typed: Sequence[tuple[str, str, object]] = ()) -> bytes:
    """The workbook with Disposisi moved, a sheet, a picture and a note added, and values typed, by LibreOffice."""
    source, target, picture = folder / "asal.xlsx", folder / "diubah.xlsx", folder / "gambar.png"
    source.write_bytes(data)
    picture.write_bytes(_png())
    pipe = f"kinerja{abs(hash(str(folder)))}"
    office = subprocess.Popen([*_soffice(folder), f"--accept=pipe,name={pipe};urp;"])
    try:
        subprocess.run(["/usr/bin/python3", str(_SCRIPT), str(source), str(target), str(picture), pipe], check=True,
                       input=json.dumps(typed), text=True, timeout=180)
        office.wait(timeout=60)
    finally:
        office.kill()
        office.wait()
    return target.read_bytes()


def _png() -> bytes:
    """A picture of one red pixel."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + \
        chunk(b"IEND", b"")
