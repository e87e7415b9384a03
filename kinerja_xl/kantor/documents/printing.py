"""Printing by LibreOffice, where this PC has it: PDF files, and the pages that the contents of a long paper tell.

The program is found on this PC alone, never in the share (contract section 6). Only documents that the service wrote
or has checked are printed, by a LibreOffice that runs no macro and fetches nothing: a document that people changed may
ask for both.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kinerja_xl.errors import PrintFailed
from kinerja_xl.kantor.process_tree import run_tree
from kinerja_xl.reports.word.page_numbers import Write, settle_pages

Convert = Callable[[bytes], bytes]
"""Prints a Word document: its bytes in, a PDF with its bookmarks as destinations out."""
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_READER = "MS Word 2007 XML"  # and never what the file itself says that it is
_NEVER = "0"  # Writer: 0 never, 1 when asked, 2 always
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", _NEVER),
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"""
_PATIENCE = 120  # seconds
_WINDOWS = (r"C:\Program Files\LibreOffice\program\soffice.com",
            r"C:\Program Files (x86)\LibreOffice\program\soffice.com")
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program on this PC, None where there is none."""
    found = shutil.which("soffice.com" if sys.platform == "win32" else "soffice")
    candidates = [found] if found else []
    candidates += _WINDOWS if sys.platform == "win32" else (_MAC,)
    return next((Path(path) for path in candidates if Path(path).is_file()), None)


def make_printer(nama: str) -> Convert | None:
    """Return what prints documents, None without LibreOffice; ``nama`` is told where one cannot be printed."""
    program = find_libreoffice()
    return None if program is None else lambda data: _print(program, data, nama)


def paged(write: Write, nama: str) -> tuple[bytes, bytes | None]:
    """Return a paper whose contents tell their pages, and its PDF; without LibreOffice the paper without them.

    Raises PrintFailed, PageNumbersUnsettled or PrintUnreadable.
    """
    convert = make_printer(nama)
    return (write({}), None) if convert is None else settle_pages(write, convert)


def _print(program: Path, data: bytes, nama: str) -> bytes:
    """One conversion with a profile of its own: a LibreOffice that somebody has open is left alone."""
    with tempfile.TemporaryDirectory(prefix="kinerja-cetak-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / "naskah.docx"
        source.write_bytes(data)
        profile = _make_profile(folder)
        command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
                   f"--infilter={_READER}", "--convert-to", _FILTER, "--outdir", str(folder), str(source)]
        code = run_tree(command, folder, _PATIENCE)
        if code is None:
            raise PrintFailed(berkas=nama, sebab=f"tidak selesai dalam {_PATIENCE} detik.")
        printed = source.with_suffix(".pdf")
        if not printed.is_file():
            raise PrintFailed(berkas=nama, sebab=f"hasilnya tidak ada (kode {code}).")
        return printed.read_bytes()


def _make_profile(folder: Path) -> Path:
    """A profile in which macros and links are off; LibreOffice's own defaults would ask, or follow them."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True)
    items = "".join(f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>'
                    f"{value}</value></prop></item>" for path, name, value in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>", encoding="utf-8")
    return profile
